"""Beside Material's plugin meta, which gives front matter to all pages of a folder, and hooks that do so."""

from __future__ import annotations

import json

from conftest import MakeSite
from hosts import HOME, build, config
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.folder_defaults import folder_defaults
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.settings import Settings

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


DUMP = """
import json
from pathlib import Path

def on_page_markdown(markdown, page, **kwargs):
    if page.file.src_uri == "notes/late.md":
        page.meta["goal"] = "Late"
        page.meta["kind"] = "survey"
    if page.file.src_uri == "posts/deep/a.md":
        page.meta["depends_on"] = "Gone"

def on_env(env, config, files):
    metas = {f.src_uri: f.page.meta for f in files.documentation_pages() if f.page and not f.generated_by}
    Path(config.config_file_path).with_name("metas.json").write_text(json.dumps(metas, default=str))
"""
DEFAULTS = {
    "posts/.meta.yml": "goal: Sound\nmilestone: [Outer]\nlessons: [one]\nestimate: {effort: 1, impact: 1}\n",
    "posts/deep/.meta.yml": "milestone: [Inner]\nlessons: [two]\nestimate: {impact: 2}\ntags: [birds]\n",
    "posts/deep/a.md": "---\ndate: 2026-01-02\nlessons: [three]\nestimate: {likelihood: 3}\n---\n# A\n",
    "posts/b.md": "---\ndate: 2026-01-03\ngoal: Light\n---\n# B\n",
    "posts2/c.md": "# C\n",
    "notes/late.md": "# Late\n",
}


def test_defaults_are_joined_as_the_plugin_does_and_what_comes_later_is_told(site: MakeSite) -> None:
    folder = site({**HOME, **DEFAULTS}, config(
        theme="material", plugins="[search, meta, ROADMAP]", more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(DUMP, encoding="utf-8")
    made = build(folder, strict=False)
    metas = json.loads((folder / "metas.json").read_text("utf-8"))
    for path, milestones in {"posts/deep/a.md": ["Outer", "Inner"], "posts/b.md": ["Outer"]}.items():
        source = Source(path, (folder / "docs" / path).read_text("utf-8"))
        entry = read(source, Settings(), folder_defaults(
            [Source(name, text) for name, text in DEFAULTS.items() if name.endswith(".yml")]).of(path)).entry
        assert entry is not None
        assert entry.goal is not None
        assert entry.estimate is not None
        assert [name.text for name in entry.milestone] == metas[path]["milestone"] == milestones
        assert (entry.goal.text, list(entry.lessons)) == (metas[path]["goal"], metas[path]["lessons"])
        assert entry.estimate.numbers == metas[path]["estimate"]
    # That plugin takes `posts2` for a folder within `posts`, since its name begins so.
    assert sorted(line.partition(": warning: ")[0] + " " + line.partition(": warning: ")[2].split()[0]
                  for line in made.problems if "[set-later]" in line) == [
        "docs/notes/late.md:1:1 goal", "docs/notes/late.md:1:1 kind",
        "docs/posts/deep/a.md:1:1 depends_on",
        *(f"docs/posts2/c.md:1:1 {key}" for key in ("estimate", "goal", "lessons", "milestone"))]
    assert made.has("roadmap/milestones/inner")


def test_value_that_the_plugin_cannot_join_ends_the_build_in_a_sentence(site: MakeSite) -> None:
    made = build(site(
        {**HOME, "posts/.meta.yml": "milestone: [Wings]\n",
         "posts/b.md": "---\ndate: 2026-01-03\nmilestone: Tail\n---\n# B\n"},
        config(theme="material", plugins="[search, meta, ROADMAP]")))
    assert made.code == 1
    assert "Traceback" not in made.log
    assert made.problems[0] == (
        "docs/posts/b.md:3:12: error: milestone is a text here and a list in posts/.meta.yml, at which "
        "Material's plugin meta ends the build; write both alike (see docs/posts/.meta.yml:1:12) "
        "[bad-host-value]")


def test_file_of_defaults_may_have_the_name_that_the_plugin_has_for_it(site: MakeSite) -> None:
    made = build(site(
        {**HOME, "notes/a.md": "A diary.\n", "notes/defaults.yml": "visibility: private\n",
         "posts/b.md": "---\ndate: 2026-01-03\n---\n# B\n",
         "posts/defaults.yml": "milestone: Wings\nstatus: wip\n"},
        config(theme="material", plugins="[search, ROADMAP, meta: {meta_file: defaults.yml}]")))
    assert (made.code, made.told) == (0, []), made.log
    assert not made.has("notes/a")
    assert made.has("roadmap/milestones/wings")
    page = made.content()[made.file("posts/b")]
    assert b"md-status--active" in page
    assert b"md-status--wip" not in page
