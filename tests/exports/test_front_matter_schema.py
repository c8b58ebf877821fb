"""The JSON Schema of the front matter: what the reader takes, it takes, too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from each import each
from jsonschema import Draft7Validator
from mkdocs_career_roadmap.exports.front_matter_schema import _OF, SiteNames, front_matter_schema
from mkdocs_career_roadmap.reading.values import MAX_TEXT
from mkdocs_career_roadmap.vocabulary.fields import (
    BY_KEY,
    FIELDS,
    STATUS_ALIASES,
    Field,
    Kind,
    Role,
    Status,
)
from mkdocs_career_roadmap.vocabulary.labels import status_words
from mkdocs_career_roadmap.vocabulary.names import RESERVED
from mkdocs_career_roadmap.vocabulary.settings import Settings
from mkdocs_host.test_private import value
from test_docs import WITH_EXAMPLES, examples, pages, section

ROOT = Path(__file__).parents[2]
SCHEMA = Draft7Validator(front_matter_schema(Settings().scopes))


class Loader(yaml.SafeLoader):
    """Reads YAML as editors do: a day is a text."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def wrong(front: object) -> list[str]:
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in SCHEMA.iter_errors(front)]


def front_of(text: str) -> Any:
    found = re.match(r"---\n(.*?)\n---", text, re.DOTALL)
    return (yaml.load(found[1], Loader) if found else None) or {}


def test_schema_is_one() -> None:
    Draft7Validator.check_schema(front_matter_schema(Settings().scopes))


def test_every_key_of_the_vocabulary_is_in_it_with_its_line() -> None:
    properties = front_matter_schema(Settings().scopes)["properties"]
    assert {key: said["description"] for key, said in properties.items()} == {
        key: field.doc for key, field in BY_KEY.items()}


@each("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.stem[:30])
def test_pages_of_the_demo_are_right(path: Path) -> None:
    assert wrong(front_of(path.read_text("utf-8"))) == []


@each(("name", "text"), list(examples()), ids=lambda text: text[:20])
def test_examples_of_the_guide_are_right(name: str, text: str) -> None:
    assert wrong(front_of(text)) == []


@each("of", FIELDS, ids=lambda of: of.name)
def test_a_value_of_every_field_is_right_and_so_is_none(of: Field) -> None:
    assert wrong({of.name: value(of, "x") if of.name not in ("draft", "published") else True}) == []
    assert wrong({of.name: None}) == []


@each("word", sorted(STATUS_ALIASES))
def test_every_word_for_a_status_is_right_however_it_is_written(word: str) -> None:
    for a, b in (("", ""), (" ", "-"), (" ", "_"), ("'", "’")):
        assert wrong({"status": word.replace(a, b).upper() if a else word}) == []


def test_words_of_the_site_for_a_status_are_right() -> None:
    words = status_words(own={"in press": Status.ACTIVE})
    schema = Draft7Validator(front_matter_schema(Settings().scopes, words))
    assert [word for word in ("In-Press", "Erledigt", "inprss") if schema.is_valid({"status": word})] == [
        "In-Press", "Erledigt"]
    assert wrong({"status": "In-Press"})


@each("front", [
    {"title": 2026}, {"milestone": ["a", 2]}, {"target": 2027}, {"target": "2027-3"},
    {"target": "2027-Q4"}, {"revisit": "2027-H2"}, {"draft": "Off"},
    {"date": "2020-12-02 10:00:00 +0900"}, {"date": {"created": "2026-01-02"}}, {"scope": 2},
    {"scope": "Paper"}, {"evidence": "https://a.example"}, {"evidence": ["a.pdf", {"url": "b.pdf"}]},
    {"decisions": {"question": "Q?", "confidence": "70 %"}}, {"kind": "Survey"}, {"unknown": [1]},
    {"goal": "Größer sehen"}, {"goal": "看"}, {"goal": "#3"}, {"goal": "Console"}, {"title": "!?"},
    {"target": "2027-12-31"}, {"evidence": "mailto:a@example.org"}, {"evidence": "HTTPS://a.example/b:c"},
    {"evidence": "a/b:c"}, {"replicates": {"paper": "Smith 2024: a title"}}, {"redirect_from": "/a/b.html"},
    {"redirect_from": ["a/ü", "https://a.example/b%20c/", 2020]},
    {"goal": ["a", "b"]}, {"goals": ["a"]},
    {"amount": "8 of 12 books"}, {"amount": "8/12"}, {"amount": 9}, {"amount": " Tasks"}, {"amount": 0.5},
    {"amount": {"done": 8, "of": "12", "unit": "books"}}, {"amount": "9 books"},
    {"milestones": {"Read it": "Done", "Do it": None, "Wait": {"status": "paused", "revisit": 2027}}},
    {"milestones": ["a", {"b": "done"}, {"milestone": "c", "lessons": ["x"]}]}, {"milestone": {}},
])
def test_other_ways_to_write_are_right(front: dict[str, Any]) -> None:
    assert wrong(front) == []


@each("front", [
    {"status": "dnoe"}, {"status": True}, {"status": "done!"}, {"type": "gaol"}, {"target": "soon"},
    {"target": 27}, {"date": "2026-03"}, {"scope": 6}, {"scope": "planet"}, {"draft": "perhaps"},
    {"estimate": {"efort": 1}}, {"estimate": {"effort": "much"}}, {"evidence": [{"title": "t"}]},
    {"target": "2026-13"},
    {"target": "2026-Q5"}, {"target": "Q3 2026"}, {"date": "2026-Q1"},
    {"target": "2026-02-32"}, {"date": "2026-00-01"}, {"title": "x" * 201},
    {"goal": "x" * 201}, {"goal": "!?"}, {"milestone": ["a", "-"]}, {"goal": " Con "},
    {"evidence": "ftp://a.example"}, {"evidence": "//a.example"}, {"evidence": ["javascript:x"]},
    {"evidence": [{"url": "javascript:x"}]}, {"evidence": "a\\b"}, {"replicates": {"paper": "ftp://a.example"}},
    {"amount": "much"}, {"amount": -1}, {"amount": "8 of"}, {"amount": "1,5 of 3"}, {"amount": {"don": 1}},
    {"milestone": {"a": 1}}, {"milestone": [{"a": "dnoe"}]},
    {"milestone": {"a": {"milestone": "b"}}},
    {"milestone": [{"status": "done"}]}, {"milestone": [{"milestone": "a", "staus": "done"}]},
    {"goal": {"a": 1}}, {"visibility": "hidden"}, {"ignore_problems": ["x"]}, "text",
    {"redirect_from": "/?p=1"}, {"redirect_from": ["C:/a"]}, {"redirect_from": {"a": "b"}},
])
def test_mistakes_are_seen(front: object) -> None:
    assert wrong(front)


KNOWN = {"not-a-mapping", "bad-value", "bad-status", "bad-date", "bad-link", "bad-type", "empty-name",
         "reserved-name", "bad-redirect"}
"""The problems that JSON Schema can know; the others are of YAML, of a slip in a key, which may be a key of
another program, or of several fields or pages."""


@each("code", WITH_EXAMPLES)
def test_bad_examples_of_the_guide_are_seen_where_a_schema_can(code: str) -> None:
    before, after = section(code).split("\nAfter:\n")
    assert not [told for page in pages(after) if (told := wrong(front_of(page.text)))]
    if code not in ("bad-yaml", "odd-fence"):  # there is nothing to look at
        assert bool([told for page in pages(before) if (told := wrong(front_of(page.text)))]) is (
            code in KNOWN)


def test_names_are_as_long_as_the_reader_takes_them() -> None:
    assert not wrong({"goal": "a" * MAX_TEXT, "title": "a" * MAX_TEXT})
    for field in ("goal", "milestone", "title"):
        assert wrong({"goal": "g", field: "a" * (MAX_TEXT + 1)})


def test_names_that_windows_keeps_are_seen() -> None:
    assert [name for name in RESERVED if not wrong({"goal": name.upper()})] == []


def test_rungs_are_those_of_the_site() -> None:
    schema = Draft7Validator(front_matter_schema(("a+b", "year (long)")))
    assert all(schema.is_valid({"scope": rung}) for rung in ("A+B", "year  (long)", 2))
    assert not any(schema.is_valid({"scope": rung}) for rung in ("aab", "year", "paper", 3))


def test_records_of_every_role_know_their_parts() -> None:
    records = [of for of in FIELDS if of.parts and Role.POST in of.on]
    assert len(records) == 6
    for of in records:
        assert wrong({of.name: {"no such part": 1}})


@pytest.mark.parametrize("kind", [Kind.STATUSES, Kind.COUNT, Kind.ADDRESS])
def test_kinds_that_no_field_has_are_known(kind: Kind) -> None:
    of = Field("x", kind, frozenset(), "")
    good = {Kind.STATUSES: ["done", ["Idea", "wip"]], Kind.COUNT: [1, "2"], Kind.ADDRESS: ["https://a.example"]}
    bad = {Kind.STATUSES: ["dnoe", ["dnoe"]], Kind.COUNT: [0, "0"], Kind.ADDRESS: [["a"]]}
    schema = Draft7Validator(_OF[kind](of))
    assert [v for v in good[kind] if not schema.is_valid(v)] == []
    assert [v for v in bad[kind] if schema.is_valid(v)] == []


def test_mistake_is_told_in_one_line() -> None:
    words = "'idea', 'planned', 'active', 'paused', 'done', 'partial', 'dropped', None"
    assert wrong({"status": "dnoe"}) == [f"status: 'dnoe' is not one of [{words}]"]
    fronts: list[dict[str, Any]] = [{"target": "soon"}, {"milestone": {"a": "dnoe"}}, {"scope": 9}]
    assert [len(wrong(front)) for front in fronts] == [1, 1, 1]


def test_names_of_the_site_are_examples_and_any_other_is_as_right() -> None:
    made = front_matter_schema(Settings().scopes, names=SiteNames(("G",), ("M", "N"), ("in press",)))
    said = made["properties"]
    assert said["goal"]["examples"] == ["G"]
    for key in ("milestone", "milestones", "depends_on"):
        assert said[key]["items"]["examples"] == ["M", "N"]
    assert (said["part_of"]["examples"], said["status"]["examples"]) == (
        ["M", "N"], ["in press", *Status])
    assert "examples" not in said["id"]
    assert not list(Draft7Validator(made).iter_errors({"goal": "Another", "milestone": ["M", "New"]}))


def test_words_are_offered_beside_an_if_since_editors_look_into_no_branch() -> None:
    said = front_matter_schema(Settings().scopes)["properties"]
    assert said["status"]["examples"] == list(Status)
    assert [name for name, of in said.items() if "enum" in of.get("else", {}) and not of["examples"]] == []
    assert said["ignore_problems"]["examples"] == said["ignore_problems"]["else"]["examples"]


def test_names_of_the_site_are_keys_of_outcomes_and_statuses_their_values() -> None:
    made = front_matter_schema(Settings().scopes, names=SiteNames((), ("M", "N"), ("in press",)))
    for key in ("milestone", "milestones"):
        offered = made["properties"][key]["else"]["properties"]
        assert list(offered) == ["M", "N"]
        assert offered["M"]["examples"] == offered["M"]["then"]["properties"]["status"]["examples"] == [
            "in press", *Status]
    valid = Draft7Validator(made).is_valid
    assert valid({"milestones": {"M": "done", "New": {"status": "idea"}}})
    assert not valid({"milestones": {"M": "dnoe"}})
