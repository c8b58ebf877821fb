"""The menu of a blog: what its data, its configuration or its pages say becomes `nav`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs_career_roadmap.jekyll.mapping.menu import target_of
from mkdocs_career_roadmap.jekyll.plan import Plan, Wishes, plan
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.menu import Item, nav_of
from mkdocs_career_roadmap.project.built.known_links import known_links

from .oracle import write

CONFIG = "title: Swifts\nurl: https://ada.example\nbaseurl: /b\ninclude: [_pages]\n"
PAGES = {
    "index.md": "---\ntitle: Home\n---\nHello.\n",
    "_pages/cv.md": "---\ntitle: CV\npermalink: /cv/\n---\nWork.\n",
    "_pages/talks.md": "---\ntitle: My talks\npermalink: /talks/\n---\nTalks.\n",
    "_pages/404.md": "---\ntitle: Lost\npermalink: /404.html\nnav: true\n---\nLost.\n",
    "files/cv one.pdf": "%PDF",
    "_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText.\n",
    "blog/index.html": "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n",
}


def imported(folder: Path, **files: str) -> Plan:
    named = {path.replace("__", "/").replace("_yml", ".yml"): text for path, text in files.items()}
    write(folder, {"_config.yml": CONFIG, **PAGES, **named})
    return plan(folder, Wishes())


def nav(made: Plan) -> list[Any]:
    text = str(made.files["mkdocs.yml"]).replace("!!python/object/apply:", "")
    found: list[Any] = yaml.safe_load(text).get("nav", [])
    return found


def told(made: Plan) -> list[str]:
    return [note.what for note in made.notes if note.kind is NoteKind.MISSING and "menu" in note.what]


def test_navigation_of_the_data_becomes_the_menu(tmp_path: Path) -> None:
    navigation = ("main:\n  - {title: My talks, url: /talks/}\n  - title: More\n    sublinks:\n"
                  "      - {title: CV, url: /b/cv/#work}\n      - {title: As PDF, url: '/files/cv one.pdf'}\n"
                  "  - {title: Code, url: 'https://code.example/ada'}\n  - {title: Gone, url: /gone/}\n")
    made = imported(tmp_path, _data__navigation_yml=navigation)
    assert nav(made) == [
        {"Home": "index.md"}, {"My talks": "talks.md"},
        {"More": [{"CV": "cv.md"}, {"As PDF": "https://ada.example/b/files/cv%20one.pdf"}]},
        {"Code": "https://code.example/ada"}, {"Blog": "blog/index.md"}]
    assert told(made) == ["The menu's entry Gone (/gone/), which leads nowhere"]


def test_pages_with_nav_make_a_menu_in_their_order(tmp_path: Path) -> None:
    made = imported(
        tmp_path,
        **{"_pages/cv.md": "---\ntitle: CV\npermalink: /cv/\nnav: true\nnav_order: 3\n---\nWork.\n",
           "_pages/talks.md": "---\ntitle: talks\npermalink: /talks/\nnav: true\nnav_order: 1\n---\nTalks.\n",
           "blog/index.html": f"---\ntitle: words\nnav: true\nnav_order: 2\n{PAGES['blog/index.html'][4:]}",
           "_pages/more.md": "---\ntitle: more\nnav: true\nnav_order: 9\ndropdown: true\nchildren:\n"
                             "  - {title: CV again, permalink: /cv/}\n  - {title: divider}\n---\n"})
    assert nav(made) == [
        {"Home": "index.md"}, {"talks": "talks.md"}, {"words": "blog/index.md"}, {"CV": "cv.md"},
        {"more": [{"CV again": "cv.md"}]}]
    assert told(made) == ["The menu's entry Lost (/404.html), which leads nowhere"]


def test_header_pages_of_minima_become_the_menu(tmp_path: Path) -> None:
    made = imported(tmp_path, _config_yml=f"{CONFIG}header_pages: [_pages/talks.md, nowhere.md]\n")
    assert nav(made) == [{"Home": "index.md"}, {"My talks": "talks.md"}, {"Blog": "blog/index.md"}]


def test_links_of_a_bar_become_the_menu(tmp_path: Path) -> None:
    bar = "navbar-links:\n  About: cv\n  Resources:\n    - Code: https://code.example\n    - Talks: /talks\n"
    made = imported(tmp_path, _config_yml=CONFIG + bar)
    assert nav(made) == [
        {"Home": "index.md"}, {"About": "cv.md"},
        {"Resources": [{"Code": "https://code.example"}, {"Talks": "talks.md"}]}, {"Blog": "blog/index.md"}]


def test_blog_without_a_menu_has_none(tmp_path: Path) -> None:
    made = imported(tmp_path)
    assert nav(made) == []
    assert "nav:" not in str(made.files["mkdocs.yml"])


def test_page_that_leads_on_has_a_link_and_is_so_in_the_menu(tmp_path: Path) -> None:
    made = imported(tmp_path, **{
        "_pages/cv.md":
            "---\ntitle: CV\npermalink: /cv/\nnav: true\nredirect_to: https://cv.example/a\n---\nOld.\n",
        "_pages/old.md": "---\ntitle: Old\npermalink: /old/\nredirect_to: [/talks/]\n---\n"})
    assert {"CV": "https://cv.example/a"} in nav(made)
    assert "[https://cv.example/a](https://cv.example/a)" in str(made.files["docs/cv.md"])
    assert "Old." not in str(made.files["docs/cv.md"])
    assert "[/talks/](talks.md)" in str(made.files["docs/old.md"])
    assert "the page led on to /talks/; now it has a link to it" in [note.what for note in made.notes]


@pytest.mark.parametrize("where", ["", "javascript:alert(1)", "//other.example/x", "{{ page.url }}", "x:a b"])
def test_what_is_no_address_is_no_entry(where: str) -> None:
    assert target_of(where, lambda _: "x.md") is None


@pytest.mark.parametrize("written", [
    "- a\n- 3\n", "main: 7\n", "main:\n  - {title: [], url: {}}\n  - {title: T, url: /talks/}\n",
    "main: {main: {main: {main: {main: {}}}}}\n"])
def test_navigation_of_any_form_stops_nothing(tmp_path: Path, written: str) -> None:
    made = imported(tmp_path, _data__navigation_yml=written)
    assert nav(made) == [] or {"T": "talks.md"} in nav(made)


def test_entry_with_entries_in_it_begins_with_its_own_page() -> None:
    assert nav_of([Item("A", "a.md", (Item("B", "b.md"),)), Item("C", "", (Item("D", "d.md"),))]) == [
        {"A": ["a.md", {"B": "b.md"}]}, {"C": [{"D": "d.md"}]}]


def test_entry_for_another_site_on_the_same_host_stays_and_is_known(tmp_path: Path) -> None:
    menu = ("main:\n- {title: CV, url: 'https://ada.example/b/cv/'}\n"
            "- {title: Manual, url: 'https://ada.example/docs/'}\n"
            "- {title: Elsewhere, url: 'https://bo.example/docs/'}\n")
    made = imported(tmp_path, _data__navigation_yml=menu)
    assert {"Manual": "https://ada.example/docs/"} in nav(made)
    assert {"CV": "cv.md"} in nav(made)
    dead = [note.what for note in made.notes if note.kind is NoteKind.DEAD]
    assert [what.partition(" ")[0] for what in dead] == ["https://ada.example/docs/"]
    assert known_links(str(made.files["import-report.md"])) == {"https://ada.example/docs/"}


def test_page_of_posts_is_called_what_the_menu_calls_it(tmp_path: Path) -> None:
    menu = "main:\n- {title: CV, url: /cv/}\n- {title: More, children: [{title: Field notes, url: /blog/}]}\n"
    made = imported(tmp_path, _data__navigation_yml=menu)
    assert str(made.files["docs/blog/index.md"]) == "# Field notes\n"


def test_page_of_posts_that_no_menu_names_is_called_as_the_site(tmp_path: Path) -> None:
    files = {**PAGES, "_config.yml": f"{CONFIG}description: Of swifts\n"}
    write(tmp_path, files)
    assert str(plan(tmp_path, Wishes()).files["docs/blog/index.md"]) == "# Swifts\n\nOf swifts\n"
