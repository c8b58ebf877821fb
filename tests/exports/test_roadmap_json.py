"""`roadmap.json`: the whole public roadmap, as its schema says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import mkdocs_career_roadmap
import pytest
from each import each
from helpers import fold_of, goal_page, milestone_page, post
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from mkdocs_career_roadmap.exports.json_shapes import as_text
from mkdocs_career_roadmap.exports.roadmap_json import roadmap_json, roadmap_schema
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.reading.entry import Entry, Source
from mkdocs_career_roadmap.roadmap.model import Roadmap
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings
from roadmap.test_fold_laws import ANY_SITE, law

ROOT = Path(__file__).parents[2]
SHIPPED = Path(mkdocs_career_roadmap.__file__).parent / "exports/roadmap.schema.json"
SCHEMA = Draft202012Validator(roadmap_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
DAY = date(2026, 12, 31)


def url(path: str) -> str | None:
    return None if path == "gone.md" else f"https://example.org/{path}"


def text_of(roadmap: Roadmap) -> str:
    return roadmap_json(roadmap, Settings(), url)


def data_of(*entries: Entry) -> Any:
    return json.loads(text_of(fold_of(*entries)))


def wrong(data: object) -> list[str]:
    return [error.message for error in SCHEMA.iter_errors(data)]


def sources() -> list[Source]:
    """Return the pages of the demo."""
    docs = ROOT / "docs"
    return [Source(path.relative_to(docs).as_posix(), path.read_text("utf-8"))
            for path in sorted(docs.rglob("*.md"))]


# --- the schema ---


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(roadmap_schema())


def test_schema_that_is_shipped_is_the_table_s() -> None:
    assert SHIPPED.read_text("utf-8") == as_text(roadmap_schema())


def test_demo_is_as_the_schema_says() -> None:
    site = build(sources(), as_of=DAY, settings=Settings(), words=Words())
    data = json.loads(text_of(site.public))
    assert len(data["posts"]) > 20
    assert wrong(data) == []


@law
@given(ANY_SITE)
def test_any_roadmap_is_as_the_schema_says(entries: list[Entry]) -> None:
    assert wrong(data_of(*entries)) == []


@pytest.mark.parametrize(("where", "value"), [
    ("version", 2), ("as_of", "2026-13-01"), ("goals", None),
    ("milestones", [{"id": "a"}]), ("posts", [{"status": "dnoe"}])])
def test_other_data_is_not(where: str, value: object) -> None:
    assert wrong({**data_of(), where: value})


@pytest.mark.slow
@law
@given(ANY_SITE)
def test_every_name_of_another_leads_to_it(entries: list[Entry]) -> None:
    data = data_of(*entries)
    goals, milestones = ({thing["id"] for thing in data[name]} for name in ("goals", "milestones"))
    posts = {thing["path"] for thing in data["posts"]}
    named: list[tuple[set[str], list[str]]] = []
    for thing in [*data["goals"], *data["milestones"], *data["posts"]]:
        named += [(goals, [thing.get("goal")] if thing.get("goal") else []),
                  (milestones, thing.get("milestones", [])), (posts, thing.get("posts", []))]
        for name in ("depends_on", "needed_by", "parts"):
            named.append((milestones, thing.get(name, [])))
        named += [(milestones, revision["milestones"]) for revision in thing.get("revisions", ())]
    assert [ids for known, ids in named if not set(ids) <= known] == []


# --- what it says ---


def test_empty_roadmap_has_every_key() -> None:
    assert data_of() == {
        "version": 1, "title": "Roadmap", "url": "https://example.org/roadmap/index.md",
        "as_of": "2026-12-31", "scopes": list(Settings().scopes), "person": None, "eras": [],
        "goals": [], "milestones": [], "posts": []}


@pytest.mark.parametrize("target", ["2027-Q3", "2027-H2"])
def test_quarter_is_told_as_it_is_written(target: str) -> None:
    data = data_of(post("2026-01-10", milestone="m", target=target))
    assert (data["milestones"][0]["target"], wrong(data)) == (target, [])


def test_milestone_is_told_with_its_history_and_its_proof() -> None:
    data = data_of(
        post("2026-01-10", path="a.md", milestone="m", goal="g", status="active", target="2027-03"),
        post("2026-02-10", path="b.md", milestone="m", status="done", estimate={"effort": 2.5},
             evidence=[{"title": "Code", "url": "https://code.example"}, {"title": "More", "url": "c.md#x"},
                       {"title": "Gone", "url": "gone.md"}, "arXiv:2106.09685v2",
                       {"value": 0.71, "unit": "F1", "was": 0.64}],
             replicates={"paper": "Ada 1843", "claimed": "1"}))
    (m,) = data["milestones"]
    assert (m["id"], m["goal"], m["status"], m["target"]) == ("m", "g", "done", "2027-03")
    assert m["changes"] == [
        {"day": "2026-01-10", "status": "active", "path": "a.md", "url": "https://example.org/a.md"},
        {"day": "2026-02-10", "status": "done", "path": "b.md", "url": "https://example.org/b.md"}]
    unknown = {"kind": None, "value": None, "unit": None, "was": None, "work": None}
    assert m["evidence"] == [
        {**unknown, "title": "Code", "url": "https://code.example"},
        {**unknown, "title": "More", "url": "https://example.org/c.md#x"},
        {**unknown, "title": "Gone", "url": None},
        {**unknown, "title": "arXiv:2106.09685v2", "url": "https://arxiv.org/abs/2106.09685v2",
         "kind": "preprint"},
        {**unknown, "title": "", "url": None, "kind": "result", "value": "0.71", "unit": "F1", "was": "0.64"}]
    assert wrong(data) == []
    assert m["replications"] == [
        {"paper": "Ada 1843", "metric": None, "claimed": "1", "reached": None, "posts": ["b.md"]}]
    assert m["estimate"] == {"effort": 2.5, "impact": None, "likelihood": None, "complexity": None}


def test_goal_is_told_with_how_far_it_is_and_how_it_got_sharper() -> None:
    data = data_of(goal_page("g", path="g.md", description="See."),
                   post("2026-01-10", path="a.md", milestone="m", goal="g", sharpens="See well."))
    (g,) = data["goals"]
    assert (g["statement"], g["progress"], g["url"]) == (
        "See well.", {"done": 0, "total": 1}, "https://example.org/g.md")
    assert g["revisions"] == [{
        "day": "2026-01-10", "before": "See.", "after": "See well.", "path": "a.md",
        "url": "https://example.org/a.md", "milestones": ["m"]}]


def test_only_decisions_marked_public_are_told() -> None:
    data = data_of(post("2026-01-10", milestone="m", decisions=[
        {"question": "Pay?", "decided": "no"},
        {"question": "Go?", "predicted": "yes", "decided": "yes", "confidence": 70, "visibility": "public"}]))
    assert data["posts"][0]["decisions"] == [{
        "question": "Go?", "predicted": "yes", "confidence": 70, "target": None, "decided": "yes", "by": None,
        "why": None}]


def test_post_tells_what_it_says_of_single_milestones() -> None:
    (told,) = data_of(post("2026-01-10", status="active", milestones=[
        "a", {"milestone": "b", "status": "partial", "lessons": "Ask."}]))["posts"]
    assert (told["milestones"], told["status"]) == (["a", "b"], "active")
    assert told["outcomes"] == [{"milestone": "b", "status": "partial", "lessons": ["Ask."]}]


def test_amount_is_told_in_numbers() -> None:
    told = data_of(post("2026-01-10", milestone="a", amount="8 of 12.5 books"), milestone_page(
        "b", amount="tasks", body="- [x] a"), post("2026-01-10", milestone="c"))["milestones"]
    assert {m["id"]: m["amount"] for m in told} == {
        "a": {"done": 8, "of": 12.5, "unit": "books"}, "b": {"done": 1, "of": 1, "unit": "tasks"}, "c": None}


def test_where_a_milestone_was_before_is_told() -> None:
    told = data_of(goal_page("old"), milestone_page("whole"), milestone_page("m", history=[
        {"day": "2026-02", "moved_from": "old"}, {"day": "2026-03-04", "split_from": "whole"},
        {"day": "2026-05-06", "moved_from": "gone"}]))["milestones"]
    assert {m["id"]: m["history"] for m in told} == {"whole": [], "m": [
        {"day": "2026-02", "moved_from": "old", "split_from": None},
        {"day": "2026-03-04", "moved_from": None, "split_from": "whole"},
        {"day": "2026-05-06", "moved_from": None, "split_from": None}]}


def test_what_waits_is_told() -> None:
    data = data_of(post("2026-01-10", milestone="a", status="planned", depends_on="b"),
                   post("2026-01-10", milestone="b", status="active"))
    assert {m["id"]: m["blocked"] for m in data["milestones"]} == {"a": True, "b": False}


@given(st.text())
def test_nothing_of_it_opens_an_element_and_every_letter_comes_back(text: str) -> None:
    written = as_text({text: [text]})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {text: [text]}


@pytest.mark.slow
@law
@given(ANY_SITE)
def test_it_is_the_same_whenever_it_is_made(entries: list[Entry]) -> None:
    assert text_of(fold_of(*entries)) == text_of(fold_of(*reversed(entries)))


# --- what is private ---

PUBLIC = [
    Source("a.md", "---\ndate: 2026-01-10\ngoal: g\nmilestone: m\n---\n"),
    Source("l.md", "---\ndate: 2026-01-10\nmilestone: m\nevidence: [{title: E, url: https://e.example}]\n---\n"),
    Source("n.md", "---\ntype: milestone\nid: n\nhistory:\n- {day: 2026-01-02, moved_from: hid}\n"
                   "- {day: 2026-01-03, split_from: hidden}\n---\n"),
]
PRIVATE = [
    Source("p.md", "---\ndate: 2026-02-10\nmilestone: m\nstatus: done\nvisibility: private\n---\n"),
    Source("q.md", "---\ndate: 2026-02-10\nmilestone: hidden\ngoal: hid\nvisibility: private\n---\n"),
    Source("d.md", "---\ndate: 2026-02-10\nmilestone: drafted\ndraft: true\n---\n"),
    Source("g.md", "---\ntype: goal\nid: g\ntitle: Secret title\nvisibility: private\n---\n"),
]


@pytest.mark.parametrize("keep_private", [True, False])
def test_private_pages_change_no_byte_of_it_in_a_preview_either(keep_private: bool) -> None:
    having = build([*PUBLIC, *PRIVATE], as_of=DAY, settings=Settings(), words=Words(),
                   keep_private=keep_private)
    lacking = build(PUBLIC, as_of=DAY, settings=Settings(), words=Words())
    assert text_of(having.public) == text_of(lacking.public)


# --- the guide ---


def names_in(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of all objects that a schema tells of."""
    for name, inner in schema.get("properties", {}).items():
        yield name
        yield from names_in(inner)
    for inner in (*([schema["items"]] if "items" in schema else []), *schema.get("anyOf", ())):
        yield from names_in(inner)


@each("name", sorted(set(names_in(roadmap_schema()))))
def test_every_key_stands_in_the_guide(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs/guide/data.md").read_text("utf-8")
