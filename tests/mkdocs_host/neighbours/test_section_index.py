"""Beside mkdocs-section-index, which makes one entry of the menu of a section and its first page."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import HOME, Build, build, config, post

from mkdocs_host.neighbours.beside import Beside, Other

FOLDERS = {"alone/only.md": "# Only\n", "several/first.md": "# First\n", "several/second.md": "# Second\n"}
SECTION_INDEX = Other("section-index", theme="material", tree=FOLDERS)
BOTH_ORDERS = pytest.mark.parametrize("plugins", ["[ROADMAP, section-index]", "[section-index, ROADMAP]"])


class TestSectionIndex(Beside):
    other = SECTION_INDEX

    def works(self, made: Build) -> None:
        assert {"alone/only/", "several/first/", "several/second/"} <= set(menu(made))


def menu(made: Build) -> list[str]:
    """Return where the entries of the menu lead, on the first page, with either kind of addresses."""
    found = (str(a.get("href")) for a in made.html("").all("a") if "md-nav__link" in str(a.get("class")))
    return [href.replace(".html", "/") for href in found if "#" not in href]


def after(made: Build, path: str) -> str | None:
    """Return where a page's link to the next one leads."""
    return next((str(a.get("href")) for a in made.html(path).all("a")
                 if "md-footer__link--next" in str(a.get("class"))), None)


@BOTH_ORDERS
def test_a_folder_with_one_page_stays_in_the_menu(site: MakeSite, plugins: str) -> None:
    tree = {**HOME, **FOLDERS, "texts/post.md": post("status: active")}
    alone = menu(build(site(tree, config(theme="material", plugins="[section-index]"))))
    beside = menu(build(site(tree, config(theme="material", plugins=plugins))))
    assert "alone/only/" in alone
    assert [href for href in beside if not href.startswith("roadmap/")] == alone


@BOTH_ORDERS
def test_pages_below_such_an_entry_are_turned_to_one_by_one(site: MakeSite, plugins: str) -> None:
    theme = "{name: material, features: [navigation.footer]}"
    made = build(site({**HOME, **FOLDERS, "texts/post.md": post("status: active")},
                      config(theme=theme, plugins=plugins)))
    assert after(made, "several/first") == "../second/"
    assert after(made, "several/second") == "../../texts/post/"


@BOTH_ORDERS
def test_a_section_of_the_map_alone_gets_the_other_pages(site: MakeSite, plugins: str) -> None:
    made = build(site({**HOME, "posts/a.md": post("status: active")}, config(
        theme="material", plugins=plugins, more="nav: [index.md, {My way: [roadmap/index.md]}, posts/a.md]")))
    assert menu(made)[:4] == [".", "roadmap/", "roadmap/board/", "roadmap/timeline/"]
    assert menu(made)[-1] == "posts/a/"
