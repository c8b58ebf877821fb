from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_career_roadmap.mkdocs_host import plugin
from mkdocs_career_roadmap.mkdocs_host.neighbours import material_menu

POST = "---\ntitle: Post {n}\ndate: 2026-01-0{n}\ngoal: Count birds\nmilestone: Owls {n}\n---\n\nText.\n"
FILES = {
    "index.md": "# Home\n", "about.md": "# About\n", "posts/index.md": "# All posts\n",
    "posts/deep/listed.md": "# Listed\n", "posts/deep/listed/below.md": "# Below\n",
    **{f"posts/{n}.md": POST.format(n=n) for n in range(1, 8)},
    **{f"posts/deep/{n}.md": f"---\nstatus: new\n---\n\n# Deep {n}\n" for n in range(4)},
}
CONFIG = """\
site_name: Birds
site_url: https://example.org/
theme: {{name: material, font: false, features: [{features}]}}
plugins: [search, {{career-roadmap: {{as_of: 2026-02-01}}}}]
use_directory_urls: {directories}
nav: [index.md, about.md, {{Posts: [posts/index.md, posts/deep/listed.md, posts/deep/listed/below.md]}}]
not_in_nav: /posts/
"""


HOOK = """\
def on_page_context(context, *, page, config, nav):
    nav.items[0].title = f"Home, beside {page.title}"
"""


def built(folder: Path, features: str, directories: str, more: str = "") -> dict[str, str]:
    """Build the site, and return each page by its path."""
    for path, text in FILES.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(CONFIG.format(features=features, directories=directories) + more, encoding="utf-8")
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    build(load_config(str(config)))
    return {file.relative_to(folder / "site").as_posix(): file.read_text("utf-8")
            for file in sorted((folder / "site").rglob("*.html"))}


@pytest.mark.slow
@pytest.mark.parametrize(("features", "directories"), [
    ("", "true"), ("navigation.tabs, navigation.sections, navigation.indexes, toc.integrate", "false"),
    ("navigation.prune, navigation.expand", "true")])
def test_site_is_the_same_to_the_letter_as_if_each_page_drew_its_menu(
    features: str, directories: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_each = pytest.MonkeyPatch()
    with with_each.context() as alone:
        alone.setattr(plugin, "draw_menu_once", lambda *_, **__: None)
        before = built(tmp_path, features, directories)
    menus: list[Any] = []
    made = material_menu._Menus.__init__

    def noted(self: Any, *args: Any) -> None:
        made(self, *args)
        menus.append(self)

    monkeypatch.setattr(material_menu._Menus, "__init__", noted)
    assert built(tmp_path, features, directories) == before
    assert len(before) > 25
    assert all(len(each.drawn) < 12 for each in menus)  # where the version is not known, there are none


@pytest.mark.slow
def test_hook_that_changes_the_menu_while_pages_are_written_is_heeded(tmp_path: Path) -> None:
    pages = built(tmp_path, "", "true", "hooks: [hook.py]\n")
    for n in (1, 7):
        assert f"Home, beside Post {n}" in pages[f"posts/{n}/index.html"]


@pytest.mark.slow
def test_entries_are_looked_at_once_where_nobody_changes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    shown = material_menu._shown

    def noted(items: Any) -> Any:
        looked.append(len(items))
        return shown(items)

    monkeypatch.setattr(material_menu, "_shown", noted)
    assert len(built(tmp_path, "", "true")) > 25
    assert len(looked) <= 1


@pytest.mark.parametrize(("one", "two", "alike"), [
    ("posts/a/", "posts/b/", True), ("posts/a/", "about/", False), ("posts/a.html", "posts/b.html", True),
    ("posts/a.html", "posts/b/", False), ("posts/a/", "posts/deep/b/", False)])
def test_pages_see_a_menu_from_their_folders(one: str, two: str, alike: bool) -> None:
    assert (material_menu._place(one) == material_menu._place(two)) is alike


@pytest.mark.parametrize("url", ["./", "", "../a/", "index/./"])
def test_first_page_and_odd_addresses_draw_menus_of_their_own(url: str) -> None:
    assert material_menu._place(url) is None
