"""Beside Material's plugin meta, which gives front matter to all pages of a folder, and hooks that do so."""

from __future__ import annotations

from conftest import MakeSite
from hosts import HOME, build, config

HOOK = """
def on_page_markdown(markdown, page, **kwargs):
    if page.file.src_uri == "notes/a.md":
        page.meta["visibility"] = "private"
"""


def test_page_that_is_private_by_the_meta_plugin_is_kept_back(site: MakeSite) -> None:
    files = {**HOME, "notes/a.md": "A diary.\n", "notes/.meta.yml": "visibility: private\n"}
    made = build(site(files, config(theme="material", plugins="[search, meta, ROADMAP]")))
    assert (made.code, made.told) == (0, []), made.log
    assert not made.has("notes/a")


def test_page_that_is_private_by_a_hook_is_an_error(site: MakeSite) -> None:
    folder = site({**HOME, "notes/a.md": "A diary.\n"}, config(more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    made = build(folder, strict=False)
    assert made.code == 1
    assert made.problems[0].startswith(
        "docs/notes/a.md:1:1: error: visibility says private, but not in the front ")
