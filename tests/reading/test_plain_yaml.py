"""Front matter that is read line by line is what YAML makes of it, or is left to that."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading import front_matter
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.reading.plain_yaml import plain_pairs
from mkdocs_career_roadmap.vocabulary.settings import Settings
from yaml.nodes import Node

USUAL = """\
title: "A first: look"
date: 2026-04-03
milestone: Sort the tools
goal: 'A tidy shed'
status: done
# what it was about
tags: [wood, "two words", 7]
scope: 2
started:

lessons:
  - Label each box
  - "Ask: twice"
depends_on:
- Buy shelves
url: https://shed.example/a?b=c#d
"""
_BEGINS = ["a: ", "tags: [", "tags:\n- ", "tags:\n  - ", ""]
_PIECES = [
    "a", "key", "true", "no", "y", "~", "null", "0", "007", "1_000", "1.5", ".5", "1e3", "1:30", "+1",
    "-1", "0x1f", ".inf", "2026-04-03", "2026-02-30", "2026-04-03 10:00", "=", "<<", "word two", "a: b",
    "a :b", "a:b", "#", " #c", "a#b", "é", "中", '"', "'", '"q"', "'s'", '"\\n"', "[", "]", "{", "}", ",",
    ", ", "[a, b]", "[]", "[a,]", "[a b/c]", "- ", "-", "? ", "!", "&x", "*x", "|", ">", "%", "@", "`",
    ":", ": ", " ", "  ", "\t", "\n", "\n\n", "\n- ", "\n  - ", "\n   - ", "\n  ", "\n# c\n", "\nb: ",
    "\na: ", "\nx:\n", "\nx: [", "...", "---", "\x85", "\u2028", "\u00a0", "\ud800", "\0"]
_TEXTS = st.builds(lambda begin, pieces: f"{begin}{''.join(pieces)}\n", st.sampled_from(_BEGINS),
                   st.lists(st.sampled_from(_PIECES), max_size=7))


def as_data(node: Node) -> Any:
    """Return all that a node is, with the places where it begins and ends."""
    value = list(map(as_data, node.value)) if isinstance(node.value, list) else node.value
    marks = [(mark.index, mark.line, mark.column) for mark in (node.start_mark, node.end_mark)]
    return type(node), node.tag, value, marks, getattr(node, "style", None), getattr(node, "flow_style", None)


def by_yaml(text: str) -> Any:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    return [(as_data(key)[1:4], as_data(value)) for key, value in root.value]


def line_by_line(text: str) -> Any:
    """Return the same of the pairs that are read line by line; None: they are not."""
    pairs = plain_pairs(text)
    return pairs and [
        (("tag:yaml.org,2002:str", key,
          [(mark.index, mark.line, 0), (mark.index + len(key), mark.line, len(key))]), as_data(node))
        for key, mark, node in pairs]


def test_usual_front_matter_is_what_yaml_makes_of_it() -> None:
    assert line_by_line(USUAL) == by_yaml(USUAL)


@given(_TEXTS)
def test_what_is_read_line_by_line_is_what_yaml_makes_of_it(text: str) -> None:
    made = line_by_line(text)
    if made is not None:
        assert made == by_yaml(text)
        yaml.load(text, Loader=yaml.CSafeLoader)  # of each value something can be made


@each("text", [
    "a: b: c\n", "a: b #c\n", "a: b:\n", "a: -1\n", "a: 2026-02-30\n", "a: b\n  c\n", "a: b\na: c\n",
    "yes: a\n", "a:\n  b: c\n", "a: {b: c}\n", "a: [b: c]\n", "a: [b,\n  c]\n", "a:\n- b: c\n",
    "a:\n- b\n  c\n", "a: 'b''c'\n", 'a: "b\\n"\n', "a: !b c\n", "a: |\n  b\n", "a:\tb\n", "a: b\u2028c\n",
    "- a\n", "a\n", "\n", "# a\n", ""])
def test_other_forms_are_left_to_yaml(text: str) -> None:
    assert plain_pairs(text) is None


def test_a_usual_page_is_read_without_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[object] = []
    monkeypatch.setattr(front_matter, "compose", lambda region: composed.append(region) or (None, None))
    page = read(Source("posts/a.md", f"---\n{USUAL}---\nWords.\n"), Settings())
    assert page.entry is not None
    assert (page.entry.lessons, composed) == (("Label each box", "Ask: twice"), [])
