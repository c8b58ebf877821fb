"""The options of mkdocs.yml: what they take, and what they say of the rest."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
import yaml
from each import each
from mkdocs_career_roadmap.mkdocs_host.options import Options
from mkdocs_career_roadmap.vocabulary.codes import Severity
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.labels import LABELS, Words
from mkdocs_career_roadmap.vocabulary.settings import Settings


def options(text: str) -> Options:
    made = Options()
    made.load_dict(yaml.safe_load(text) or {})
    errors, warnings = made.validate()
    assert (errors, warnings) == ([], [])
    return made


def refused(text: str) -> str:
    """Return what is said of options that cannot be."""
    made = Options()
    made.load_dict(yaml.safe_load(text))
    errors, _ = made.validate()
    (error,) = errors
    return f"{error[0]}: {error[1]}"


def test_defaults_are_those_of_the_core() -> None:
    made = options("")
    assert made.settings(Words()) == Settings()
    assert (made.enabled, made.nav, made.as_of) == (True, True, None)


def test_options_reach_the_core() -> None:
    text = """
        folder: way/on
        title: The way
        scopes: [tiny, huge]
        focus_limit: 5
        stale_after: 30
        declared_only: true
        lesson_headings: [Learnt]
        problems: {near-miss: error}
        statuses: {In-Press: active, open: Doing}
    """
    assert options(text).settings(Words()) == Settings(
        folder="way/on", title="The way", scopes=("tiny", "huge"), focus_limit=5, stale_after=30,
        declared_only=True, lesson_headings=("Learnt",), severities={"near-miss": Severity.ERROR},
        status_words={**Settings().status_words, "in press": Status.ACTIVE, "open": Status.ACTIVE})


@pytest.mark.parametrize(
    "written",
    ["2026-04-03", "'2026-04-03'", "2026-04-03 23:59:00", "2026-4-3", "'2026-04-03T10:00:00+09:00'"])
def test_as_of_takes_a_day_as_yaml_or_as_text(written: str) -> None:
    day = options(f"as_of: {written}").as_of
    assert day == date(2026, 4, 3)
    assert not isinstance(day, datetime)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-04", "as_of: '2026-04' names no day; write it like 2026-04-03"),
        ("2026", "as_of: 2026 names no day; write it like 2026-04-03"),
        ("today", "as_of: 'today' is not a date; write 2026-04-03, 2026-04, 2026-Q2 or 2026"),
        ("'2026-02-30'", "as_of: there is no day 30 in 2026-02; it has 28 days"),
        ("true", "as_of: 'True' is not a date; write 2026-04-03, 2026-04, 2026-Q2 or 2026"),
    ],
)
def test_as_of_refuses_what_is_no_day(written: str, said: str) -> None:
    assert refused(f"as_of: {written}") == said


@pytest.mark.parametrize(("written", "folder"), [
    ("roadmap/", "roadmap"), ("/a/b/", "a/b"), ("my-way_2", "my-way_2"), ("дорога", "дорога"),
    ("2026", "2026")])
def test_folder_has_no_slash_at_its_ends(written: str, folder: str) -> None:
    assert options(f"folder: {written}").folder == folder


@each(
    "written", ["/", "''", "..", "a/../b", "a//b", "'a b'", "'C:\\x'", "a.b", "'~'", "[a]", '"a\\n"'])
def test_folder_cannot_leave_the_site(written: str) -> None:
    assert refused(f"folder: {written}").startswith("folder: ")


@each(
    ("option", "said"),
    [
        ("scopes: small", "scopes: write a list of names"),
        ("scopes: [small, on]", "scopes: YAML reads one of the names as true or false; put it in quotes"),
        ("folder: my/NUL",
         "folder: Windows keeps the name 'NUL' for a device; write another one, like 'roadmap'"),
        ("scopes: [{a: b}]", "scopes: write a list of names"),
        ("scopes: [a, '']", "scopes: the names must differ, and none may be empty"),
        ("scopes: [paper, Paper]", "scopes: the names must differ, and none may be empty"),
        ("lesson_headings: {a: b}", "lesson_headings: write a list of names"),
        ("focus_limit: 0", "focus_limit: 0 is no count; write a whole number from 1"),
        ("focus_limit: -1", "focus_limit: -1 is no count; write a whole number from 1"),
        ("stale_after: true", "stale_after: True is no count; write a whole number from 1"),
        ("labels: [a]", "labels: write a mapping, such as {done: Shipped}"),
        ("labels: {dnoe: x}", "labels: there is no label 'dnoe'; did you mean 'done'?"),
        ("labels: {done: no}", "labels: done is False, which is not a text; put it in quotes"),
        ("labels: {done: '{x}'}",
         "labels: done: '{x}' has the placeholder {x}; those of this label are: none"),
        ("statuses: [a]", "statuses: write a mapping, such as {in-press: active}"),
        ("statuses: {a: actve, b: x}",
         ("statuses: a is 'actve'; did you mean 'active'? b is 'x'; write one of idea, planned, active, "
          "paused, done, partial, dropped")),
        ("statuses: {Done: dropped}",
         ("statuses: 'Done' is one of the seven statuses already; the option labels gives it another name "
          "for readers")),
        ("statuses: {on: active}", "statuses: True is no word; put it in quotes"),
        ("statuses: {'-': active}", "statuses: '-' is no word"),
        ("statuses: {Draft: active, true: done}",
         ("statuses: 'Draft' keeps a page back from the built site, as in other tools; use another word for "
          "a status; True is no word; put it in quotes")),
        ("problems: [a]", "problems: write a mapping, such as {near-miss: off}"),
        ("problems: {nearmiss: off}", "problems: there is no problem 'nearmiss'; did you mean 'near-miss'?"),
        ("problems: {xyz: off}", "problems: there is no problem 'xyz'"),
        *((f"problems: {{near-miss: {written}}}",
           f"problems: near-miss is {read}; write one of error, warning, hint, off")
          for written, read in (("loud", "'loud'"), ("true", "True"), ("", "None"))),
    ],
)
def test_mistake_is_told_with_what_to_write(option: str, said: str) -> None:
    assert refused(option) == said


@pytest.mark.parametrize(("option", "said"), [
    ("enabled: 3", "enabled: 3 is neither true nor false; write one of them"),
    ("nav: x", "nav: 'x' is neither true nor false; write one of them"),
    ("declared_only: 'yes'", "declared_only: 'yes' is neither true nor false; write one of them"),
    ("title: 3", "title: 3 is not a text; put it in quotes"),
    ("focus_limit: two", "focus_limit: 'two' is no count; write a whole number from 1")])
def test_value_of_another_type_is_refused_with_what_to_write(option: str, said: str) -> None:
    assert refused(option) == said


@pytest.mark.parametrize(("written", "severity"), [
    ("off", Severity.OFF), ("'off'", Severity.OFF), ("HINT", Severity.HINT), ("warning", Severity.WARNING)])
def test_problem_may_be_switched_off_as_yaml_reads_it(written: str, severity: Severity) -> None:
    assert options(f"problems: {{near-miss: {written}}}").problems == {"near-miss": severity}


def test_names_lose_the_space_around_them_and_numbers_are_names() -> None:
    assert options("scopes: [' a ', 2]").scopes == ("a", "2")


@each("name", [
    "enabled", "folder", "title", "nav", "scopes", "focus_limit", "stale_after", "declared_only",
    "lesson_headings", "problems", "labels", "statuses", "as_of"])
def test_option_without_a_value_is_as_if_it_were_not_there(name: str) -> None:
    made: Any = options(f"{name}:")
    assert made[name] == options("")[name]


def test_title_is_a_word_of_the_language_unless_the_site_has_one() -> None:
    words = Words({**LABELS, "roadmap": "Fahrplan"})
    assert options("").settings(words).title == "Fahrplan"
    assert options("title: Plan").settings(words).title == "Plan"


def test_labels_are_texts_by_key() -> None:
    assert options("labels: {done: Shipped}").labels == {"done": "Shipped"}
