"""Titles that are texts in every theme, also where one decodes them once too often."""

from __future__ import annotations

import html
import json

import html5lib
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.vocabulary.escaping import is_markup, json_for_html, title_for_themes
from payloads import PAYLOADS

parts = st.sampled_from([*PAYLOADS.values(), "<", "&", ";", "lt", "#60"])
texts = st.one_of(st.text(), st.lists(parts).map("".join))


def elements(fragment: str) -> list[str]:
    return [e.tag for e in html5lib.parseFragment(fragment, namespaceHTMLElements=False).iter()
            if isinstance(e.tag, str) and e.tag != "DOCUMENT_FRAGMENT"]


@given(texts)
def test_title_is_a_text_however_often_it_is_decoded(text: str) -> None:
    title = title_for_themes(text)
    assert html.unescape(title).replace("\u2060", "") == text.replace("\u2060", "")
    for _ in range(2):  # as it is printed, and as a tooltip makes HTML of what that shows
        assert elements(title) == []
        title = html.unescape(title)


@given(texts)
def test_title_that_is_no_markup_is_a_text_as_it_is(text: str) -> None:
    if not is_markup(text):
        assert elements(text) == []
        assert elements(html.unescape(text)) == []


@each("text", ["R&D", '"best"', "It's", "1 = 1", "&copy;", "a -> b"])
def test_plain_titles_are_no_markup(text: str) -> None:
    assert not is_markup(text)


def test_signs_that_open_no_element_stay_as_they_are() -> None:
    assert title_for_themes("a < b <3 & c") == "a &lt; b &lt;3 &amp; c"


LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False),
                   st.text("a<>&\"\\\n\x1b\u2028\u202eé"))
VALUES = st.recursive(LEAVES, lambda inner: st.one_of(
    st.lists(inner, max_size=3), st.lists(inner, max_size=3).map(tuple),
    st.dictionaries(st.text("ab<\""), inner, max_size=3)), max_leaves=12)


@given(VALUES)
def test_json_with_an_indent_is_as_python_writes_it(value: object) -> None:
    made = json_for_html(value, indent=2)
    assert json.loads(made) == json.loads(json.dumps(value))
    plain = json.dumps(value, ensure_ascii=False, indent=2)
    assert [line[: len(line) - len(line.lstrip(" "))] for line in made.split("\n")] == [
        line[: len(line) - len(line.lstrip(" "))] for line in plain.split("\n")]
    if made.isascii() and "\\u00" not in made:
        assert made == plain
