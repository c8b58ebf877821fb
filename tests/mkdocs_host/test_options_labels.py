"""The option `labels`: words of the site's own."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from each import each
from mkdocs_career_roadmap.mkdocs_host.options import Options
from mkdocs_career_roadmap.vocabulary.labels import LABELS, words_for


def validated(text: str) -> tuple[Options, list[str]]:
    made: Any = Options()
    made.load_dict(yaml.safe_load(text))
    errors, _ = made.validate()
    return made, [f"{key}: {error}" for key, error in errors]


def labels(text: str) -> dict[str, str]:
    made, errors = validated(text)
    assert errors == []
    return made.labels


def mistake(text: str) -> str:
    _, errors = validated(text)
    (error,) = errors
    return error


@pytest.mark.parametrize("written", ["{}", "labels:", "labels: {}"])
def test_without_labels_the_words_are_those_of_the_table(written: str) -> None:
    assert labels(written) == {}


def test_labels_are_kept_as_written() -> None:
    text = """
        labels:
          done: Shipped & <b>told</b>
          comma: "; "
          n_posts: "{n} note | {n} notes"
    """
    assert labels(text) == {"done": "Shipped & <b>told</b>", "comma": "; ", "n_posts": "{n} note | {n} notes"}


def test_all_labels_may_be_written() -> None:
    assert labels(yaml.safe_dump({"labels": dict(LABELS)})) == LABELS


@pytest.mark.parametrize("written", ["labels: [Done]", "labels: Done", "labels: 3", "labels: true"])
def test_labels_are_a_mapping(written: str) -> None:
    assert mistake(written) == "labels: write a mapping, such as {done: Shipped}"


def test_key_that_is_none_gets_the_one_that_was_meant() -> None:
    assert mistake("labels: {mile_stone: X}") == (
        "labels: there is no label 'mile_stone'; did you mean 'milestone'?")


@pytest.mark.parametrize(
    ("key", "shown"),
    [("zzzzz", "'zzzzz'"), ("1", "1"), ("true", "True"), ("'n. a.'", "'n. a.'")])
def test_key_that_is_none_may_be_near_to_none(key: str, shown: str) -> None:
    assert mistake(f"labels:\n  {key}: X") == f"labels: there is no label {shown}"


@each(
    ("written", "shown"),
    [("Yes", "True"), ("3", "3"), ("[a]", "['a']"), ("{a: b}", "{'a': 'b'}"), ("", "None"),
     ("2026-01-02", "datetime.date(2026, 1, 2)")])
def test_value_that_is_no_text_is_refused(written: str, shown: str) -> None:
    assert mistake(f"labels:\n  done: {written}") == (
        f"labels: done is {shown}, which is not a text; put it in quotes")


def test_unknown_placeholder_is_refused_with_those_there_are() -> None:
    assert mistake("labels: {post_of: 'part {n} of {total}'}") == (
        "labels: post_of: 'part {n} of {total}' has the placeholder {total}; "
        "those of this label are: {n} and {all}")


@pytest.mark.parametrize("text", ["{n", "{0}", "{n.__class__}", "{n!r:>999999}"])
def test_braces_that_are_no_placeholder_are_refused(text: str) -> None:
    assert mistake(f"labels: {{later: '{text}'}}") == (
        f"labels: later: the braces in '{text}' cannot be read; a placeholder is written like {{n}}, "
        "a brace itself twice, and the placeholders of this label are: {n}")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("{}", "Feuille de route"),
        ("title: Mon chemin", "Mon chemin"),
        ("title: Roadmap", "Roadmap"),
        ("labels: {roadmap: Mon chemin}", "Mon chemin"),
        ("{title: A, labels: {roadmap: B}}", "A"),
    ])
def test_title_is_that_of_the_language_unless_the_site_has_its_own(written: str, title: str) -> None:
    made, errors = validated(written)
    assert errors == []
    assert made.settings(words_for("fr", made.labels)).title == title
