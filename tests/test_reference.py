"""The tables of the guide are those of the code."""

from __future__ import annotations

import re

import pytest
import reference
from each import each
from mkdocs_career_roadmap.exports import roadmap_json
from mkdocs_career_roadmap.reading import blocks as embeds
from mkdocs_career_roadmap.vocabulary.codes import CODES
from mkdocs_career_roadmap.vocabulary.fields import FIELDS
from mkdocs_career_roadmap.vocabulary.labels import LABELS
from mkdocs_career_roadmap.vocabulary.options import OPTIONS

PAGES = {page.stem: page.read_text("utf-8") for page in sorted(reference.GUIDE.glob("*.md"))}
MADE = [name for name, text in PAGES.items() if "<!-- made from" in text]


@each("name", MADE)
def test_tables_of_a_page_are_as_the_code_makes_them(name: str) -> None:
    assert PAGES[name] == reference.made(PAGES[name]), "run `make reference`"


def first_cells(name: str, module: str) -> list[str]:
    """Return the words in code that the tables made from a module begin their rows with."""
    marker = rf"<!-- made from {module}\.py: (?!parts of|statuses).*?-->"
    tables = re.findall(rf"{marker}\n(.*?)<!-- end", PAGES[name], re.DOTALL)
    return [word for table in tables for word in re.findall(r"^\| \[?`([\w-]+)`", table, re.MULTILINE)]


@each(("name", "module", "names"), [
    ("fields", "fields", [field.name for field in FIELDS]),
    ("embeds", "embeds", list(embeds.OPTIONS)),
    ("options", "options", list(OPTIONS)),
    ("problems", "problems", list(CODES)),
    ("labels", "labels", list(LABELS)),
    ("data", "roadmap_json", [key.name for keys in (
        roadmap_json.table(), roadmap_json.GOAL, roadmap_json.MILESTONE, roadmap_json.POST,
        roadmap_json.PERSON, roadmap_json.ERA) for key in keys]),
])
def test_everything_stands_in_one_table(name: str, module: str, names: list[str]) -> None:
    assert sorted(first_cells(name, module)) == sorted(names)


def test_every_field_with_parts_has_them_in_a_table() -> None:
    parts = {field.parts: field.name for field in FIELDS if field.parts}
    # What `actual` takes are parts of `estimate`, with the same words.
    assert set(re.findall(r"parts of (\w+) -->", PAGES["fields"])) == set(parts.values()) - {"actual"}


def test_kinds_of_one_word_are_told_of() -> None:
    told = set(re.findall(r"^\| ([a-z ]+) \| ", PAGES["fields"].partition("<!-- made")[0], re.MULTILINE))
    assert {words for words in reference.TAKES.values() if re.fullmatch("[a-z]+|yes or no", words)} <= told


def test_a_table_that_is_out_of_date_is_made_anew() -> None:
    page = "A\n<!-- made from fields.py: goal -->\n\n{}\n\n<!-- end -->\nB\n"
    right = page.format(
        "| field | where | takes | meaning |\n|---|---|---|---|\n"
        "| `goal` (or `goals`) | post, milestone | names | The goal it serves, by id or title; or several, "
        "its own first. |")
    assert reference.made(page.format("| old |")) == reference.made(right) == right


@pytest.mark.parametrize("marker", ["fields.py: gaol", "feilds.py: goal", "fields.py: goal to gaol"])
def test_a_marker_that_names_nothing_is_a_mistake(marker: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        reference.made(f"<!-- made from {marker} -->\n<!-- end -->\n")


def test_a_bar_in_a_cell_does_not_end_it() -> None:
    assert reference.rows("a | b", [("x | y", "z")]) == "| a | b |\n|---|---|\n| x \\| y | z |\n"


# --- badges ---


def test_badges_are_true() -> None:
    shown = {path: path.read_text("utf-8") for path in reference.badges()}
    assert shown == reference.badges(), "run `make reference`"


def test_readme_shows_every_badge_with_what_it_says_and_no_other() -> None:
    shown = re.findall(r"!\[(.*)\]\((.*badge.*)\)", (reference.ROOT / "README.md").read_text("utf-8"))
    assert shown == [(f"{name} {value}", f"docs/pictures/badge-{name.lower()}.svg")
                     for name, value in reference.facts().items()]


def test_a_badge_says_what_it_is_told_and_no_more() -> None:
    assert re.findall(r"<text[^>]*>(.*?)</text>", reference.badge("licence", "MIT")) == ["licence", "MIT"]


# --- the comparison ---


def test_whatever_the_plugin_is_compared_with_has_a_section_with_a_source() -> None:
    sections = dict(re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", PAGES["compare"], re.DOTALL | re.MULTILINE))
    compared = re.findall(r"^\| \[.*?\]\(#(.*?)\)", PAGES["compare"], re.MULTILINE)
    assert {title.lower().replace(" ", "-") for title in sections} >= set(compared)
    assert len(compared) > 4
    for title, text in sections.items():
        assert "](https://" in text, title
