"""The menu of a blog of Hugo, held against what Hugo itself lists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jekyll.oracle import write
from mkdocs_career_roadmap.hugo.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.frame import Plan
from mkdocs_career_roadmap.new_site.lines import NoteKind

from .oracle import LAYOUT, build_folder

Entry = tuple[str, str, list[Any]]
"""Title, address, and the entries below it."""
HEAD = 'baseURL = "https://birds.example/"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n'
LISTED = (
    '{{ define "inner" }}[{{ range $at, $one := . }}{{ if $at }},{{ end }}'
    "[{{ $one.Name | jsonify }},{{ $one.URL | jsonify }},"
    '{{ template "inner" $one.Children }}]{{ end }}]{{ end }}{{ template "inner" site.Menus.%s }}'
)
PAGES = {
    "content/about.md": "---\ntitle: About\n---\nx",
    "content/cv.md": "---\ntitle: CV\nlinkTitle: Work\n---\nx",
    "content/tools/_index.md": "---\ntitle: Tools\nweight: 4\n---\nx",
    "content/tools/scope.md": "---\ntitle: Scope\n---\nx",
    "content/walks/east.md": "---\ntitle: East\n---\nx",
    **{f"content/posts/{day}.md": f"---\ntitle: P{day}\ndate: 2020-01-0{day}\n---\nx" for day in range(1, 5)},
}


def made_of(folder: Path, config: str, pages: dict[str, str]) -> Plan:
    write(folder, {"hugo.toml": HEAD + config, **PAGES, **pages})
    return plan(folder, Wishes())


def ours(made: Plan) -> list[Entry]:
    """Return the entries of the new site's menu, with the addresses that the blog had."""
    where = {"index.md": "/", **{row.made.removeprefix("docs/"): row.address for row in made.rows}}

    def entries(listed: list[Any]) -> list[Entry]:
        found: list[Entry] = []
        for one in listed:
            [(title, value)] = one.items()
            inner = value if isinstance(value, list) else []
            own = value if isinstance(value, str) else inner.pop(0) if isinstance(inner[0], str) else ""
            found.append((title, where.get(own, own), entries(inner)))
        return found

    nav = yaml.safe_load(str(made.files["mkdocs.yml"]).replace("!!python/", "x-")).get("nav", [])
    return entries(nav)


def theirs(folder: Path, name: str = "main") -> list[Entry]:
    layouts = {"single": LAYOUT, "list": LAYOUT, "home": LISTED % name}
    write(folder, {f"layouts/{sort}.html": text for sort, text in layouts.items()})

    def entries(listed: list[Any]) -> list[Entry]:
        return [(title, url, entries(inner)) for title, url, inner in listed]

    return entries(json.loads(build_folder(folder)["index.html"]))


def main(*entries: str, name: str = "main") -> str:
    return "".join(f"[[menus.{name}]]\n{one}\n" for one in entries)


MENUS: dict[str, tuple[str, dict[str, str]]] = {
    "by weight, those without one last, then by name": (main(
        'name = "Z"\nurl = "/about/"\nweight = 10', 'name = "A"\nurl = "/cv/"\nweight = 20',
        'name = "No weight"\nurl = "/tools/"', 'name = "Also none"\nurl = "/tools/scope/"',
        'name = "B"\nurl = "/walks/east/"\nweight = 20',
        'name = "First"\nurl = "/cv/"\nweight = -5'), {}),
    "below others": (main(
        'name = "Things"\nidentifier = "things"\npageRef = "/tools"',
        'name = "Eye"\nparent = "things"\npageRef = "/tools/scope"',
        'name = "Deeper"\nidentifier = "deep"\nparent = "Eye"\nurl = "/cv/"',
        'name = "Heading"\nweight = 1',
        'name = "East"\nparent = "Heading"\npageRef = "walks/east"',
    ), {}),
    "out of the site": (main(
        'name = "Code"\nurl = "https://code.example/ada"',
        'name = "Post"\nurl = "mailto:ada@birds.example"'), {}),
    "of the older key": ('[[menu.main]]\nname = "Me"\nurl = "/about/"\n', {}),
    "of pages": ("", {
        "content/about.md": "---\ntitle: About\nmenu: main\nweight: 3\n---\nx",
        "content/cv.md": "---\ntitle: CV\nlinkTitle: Work\nmenus: [other, main]\nweight: 7\n---\nx",
        "content/tools/scope.md": "---\ntitle: Scope\nmenu:\n  main: {parent: tools, weight: 2}\n---\nx",
        "content/tools/_index.md": (
            "---\ntitle: Tools\nweight: 9\nmenus:\n"
            "  main: {name: Things, identifier: tools, weight: 5}\n---\nx"),
        "content/walks/east.md": "---\ntitle: East\nmenus:\n  other: {weight: 1}\n---\nx",
    }),
    "of pages below entries of the configuration": (main('name = "Things"\nidentifier = "t"\nweight = 2'), {
        "content/tools/scope.md": "---\ntitle: Scope\nmenus:\n  main:\n    parent: t\n---\nx",
        "content/cv.md": "---\ntitle: CV\nmenus:\n  main:\n---\nx",
    }),
}


@pytest.mark.parametrize("name", MENUS)
def test_entries_are_those_of_hugo_in_its_order(name: str, tmp_path: Path) -> None:
    made = made_of(tmp_path, *MENUS[name])
    assert [one for one in ours(made) if one[0] != "Home"] == theirs(tmp_path)
    assert ours(made)[0] == ("Home", "/", [])
    assert not [note for note in made.notes if note.kind is NoteKind.MISSING and "menu" in note.what]


def test_sections_are_entries_when_the_configuration_says_so(tmp_path: Path) -> None:
    config = 'sectionPagesMenu = "main"\n' + main(
        'name = "Walked"\nurl = "/walks/"\nweight = 9',
        'name = "Written"\nidentifier = "posts"\nurl = "/posts/"')
    files = {"content/tools/_index.md": "---\ntitle: All tools\nlinkTitle: Tools\nweight: 4\n---\nx"}
    made = made_of(tmp_path, config, files)
    assert [one[0] for one in theirs(tmp_path)] == ["Tools", "Walked", "Walks", "Written"]
    assert [(title, "/posts/" if where == "/" else where, inner) for title, where, inner in ours(made)
            if title != "Home"] == theirs(tmp_path)


def test_sections_are_entries_of_another_menu_alone(tmp_path: Path) -> None:
    made = made_of(tmp_path, 'sectionPagesMenu = "foot"\n' + main('name = "A"\nurl = "/cv/"'), {})
    assert ours(made) == [("Home", "/", []), ("A", "/cv/", [])]


@pytest.mark.parametrize("name", ["header", "nav", "navbar", "primary", "top", "menu", "of_a_theme"])
def test_the_menu_of_a_theme_has_another_name(name: str, tmp_path: Path) -> None:
    made = made_of(tmp_path, main('name = "Me"\nurl = "/about/"', name=name), {})
    assert ours(made)[1:] == theirs(tmp_path, name) == [("Me", "/about/", [])]


def test_a_menu_of_which_nothing_is_there_gives_way_to_the_next(tmp_path: Path) -> None:
    config = main('name = "Gone"\nurl = "/gone/"') + main('name = "Me"\nurl = "/about/"', name="nav")
    made = made_of(tmp_path, config, {})
    assert ours(made) == [("Home", "/", []), ("Me", "/about/", [])]
    assert "The menu's entry Gone (/gone/), which leads nowhere" not in [note.what for note in made.notes]


def test_an_entry_that_leads_nowhere_is_told_and_its_inner_ones_stay(tmp_path: Path) -> None:
    made = made_of(tmp_path, main(
        'name = "Gone"\nurl = "/gone/#x"\nidentifier = "g"', 'name = "Inner"\nparent = "g"\nurl = "about/"',
        'name = "Here"\nurl = "#"', 'name = "Odd"\nurl = "tel:123"', 'name = "Part"\nurl = "/cv/?a=b#c"',
        'name = "Elsewhere"\nurl = "//other.example/"', 'url = "/about/"',
        '''name = "<b>Bold</b>  words"\nurl = "/cv/"'''), {})
    assert ours(made) == [
        ("Home", "/", []), ("Bold words", "/cv/", []), ("Gone", "", [("Inner", "/about/", [])]),
        ("Part", "/cv/", [])]
    told = [note.what for note in made.notes if "menu's entry" in note.what]
    assert told == [f"The menu's entry {one}, which leads nowhere" for one in (
        "Elsewhere (//other.example/)", "Gone (/gone/#x)", "Odd (tel:123)")]


def test_entries_that_hold_each_other_come_to_an_end(tmp_path: Path) -> None:
    config = main(*(f'name = "{at}"\nidentifier = "{at}"\nparent = "{at - 1 if at else ""}"\nurl = "/cv/"'
                    for at in range(9)), 'name = "own"\nidentifier = "own"\nparent = "own"\nurl = "/cv/"')
    found, depth = ours(made_of(tmp_path, config, {}))[1:], 0
    while found:
        [(title, _, found)] = found
        assert title == str(depth)
        depth += 1
    assert depth == 7
