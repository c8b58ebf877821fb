"""Ids: what becomes of a name in addresses, in every script."""

from __future__ import annotations

import re
from unicodedata import category, is_normalized, normalize
from urllib.parse import quote, unquote

import pytest
from depth import tries
from each import each
from hypothesis import assume, example, given
from hypothesis import strategies as st
from mkdocs_career_roadmap.vocabulary.names import RULES, bare, name_in_link, name_in_path, slug, slug_before

WORDS = {
    "Learn C": "learn-c", "Learn C++": "learn-c-plus-plus", "Learn C#": "learn-c-sharp",
    "C++11": "c-plus-plus-11",
    "C#/.NET": "c-sharp-dot-net", "(.NET)": "dot-net", "Learn F# and C++": "learn-f-sharp-and-c-plus-plus",
    "50+ posts": "50-plus-posts", "A + B": "a--b", "#1 goal": "1-goal", "Issue #12": "issue-12",
    "Release 1.1": "release-1-1", "Release 11": "release-11", "v1.2.3.": "v1-2-3", "Node.js": "nodejs",
    "Wait ...then": "wait-then", "e.g. this": "eg-this", "x - .5": "x---5",
    "CI/CD": "ci-cd", "A / B": "a--b", "2024–2026": "2024-2026", "A — B": "a--b", "snake_case": "snake-case",
    "_a_": "a", "a_-_b": "a---b",
    "Loss < 0.1 and recall > 0.9": "loss-under-0-1-and-recall-over-0-9",
    "Loss < 0.2 and precision > 0.9": "loss-under-0-2-and-precision-over-0-9",
    "x <= 5": "x-under-5", "a -> 5": "a---5", "a => 5": "a--5", "Home > Docs": "home--docs", "<em>": "em",
    "पत्थर": "पत्थर", "पैर": "पैर", "கல்": "கல்", "கால்": "கால்", "ที่": "ที่", "ท": "ท",
    "Don't stop": "dont-stop", "Don\u2019t stop": "dont-stop", "Read, write & rest": "read-write--rest",
    "100 %": "100", "10²": "10²", "❤\ufe0f Rust": "rust", "1\ufe0f\u20e3 step": "1-step", "\u0301x": "x",
    "a\u200d\u0301": "á", "a'\u0301": "a", "tab\tand\u00a0more": "tab-and-more", "++ # .": "", "< >": "",
}


@each(("name", "id"), WORDS.items())
def test_id_of_a_name(name: str, id: str) -> None:
    assert slug(name) == id


@each("rule", RULES, ids=lambda rule: rule.what)
def test_every_rule_has_an_example_that_it_is_needed_for(rule: object) -> None:
    at = RULES.index(rule)  # type: ignore[arg-type]
    text = RULES[at].example
    assert any(r is rule for r in _used(text))
    assert slug(text)


def _used(text: str) -> list[object]:
    """Return the rule that each character of a text falls under, by the table alone."""
    found, left = [], RULES[-1].leaves
    for at in range(len(text)):
        rule = next(r for r in RULES if r.is_meant(text.lower(), at, left))
        found.append(rule)
        left = rule.leaves
    return found


SCRIPTS = ["Az", "Éñőßøŧ", "ЖжЇё", "ΑΣσςώ", "אבגַ\u05b8", "عربيّة\u064b", "हिन्दी\u0902", "বাংলা", "தமிழ்",
           "తెలుగు", "ไทยที่", "ລາວ", "ខ្មែរ", "မြန်မာ", "བོད་", "한국\u1100\u1161", "漢字カナ゛",
           "ქართ", "አማርኛ", "Ǆǅǆİı\u0130", "𐐀𐐨𝒜", "012٣४²½Ⅷ①"]
SIGNS = " -_/.,+#<>'\"’“”()&%:;!?*|\\~\u2013\u2014\u200c\u200d\u00ad\ufe0f\u0301\u0307\u20e3\u00a0\t"
ANY = st.text(st.sampled_from("".join(SCRIPTS) + SIGNS) | st.characters(), max_size=24)
BARE = st.text(st.sampled_from("".join(SCRIPTS) + " -"), max_size=10)
"""Names of letters, marks and numbers, with nothing that is spelled out."""


@tries(800)
@given(ANY)
@example("İ\u0307")
@example("\u0345Α")
def test_an_id_is_its_own_and_in_the_form_of_addresses(name: str) -> None:
    id = slug(name)
    assert slug(id) == id
    assert is_normalized("NFC", id)
    assert id == id.lower() == id.strip("-")
    assert slug(normalize("NFD", name)) == slug(normalize("NFC", name)) == id


@tries(800)
@given(ANY)
def test_an_id_may_be_a_file_of_windows_and_a_part_of_an_address(name: str) -> None:
    id = slug(name)
    assert not re.search(r'[<>:"/\\|?*.\x00-\x20\x7f]', id)
    assert all(c == "-" or category(c)[0] in "LN" or category(c) in ("Mn", "Mc") for c in id)
    assert unquote(quote(id)) == id
    assert not id or category(id[0])[0] != "M"


@tries(800)
@given(ANY)
def test_only_what_has_no_letter_and_no_digit_has_no_id(name: str) -> None:
    assert bool(slug(name)) == any(c.isalnum() for c in normalize("NFC", name))


def _letters(name: str) -> str:
    """Return the letters, the marks on them and the numbers of a name, in lower case."""
    found, kept = "", False
    for c in normalize("NFC", normalize("NFC", name).replace("\u0130", "i").lower()):
        kept = category(c)[0] in "LN" or (kept and category(c) in ("Mn", "Mc"))
        found += c if kept else ""
    return normalize("NFC", found)


@tries(800)
@given(BARE, BARE)
@example("पत्थर", "पतथर")
def test_names_that_differ_in_letters_marks_or_numbers_have_different_ids(one: str, two: str) -> None:
    assume(_letters(one) != _letters(two))
    assert slug(one) != slug(two)


@tries(500)
@given(st.text(st.sampled_from("AbzÄßЖж漢カ09 -,!?'&%()"), max_size=16))
def test_ordinary_names_keep_the_id_that_they_had(name: str) -> None:
    assert slug(name) == slug_before(name).strip("-")


@pytest.mark.parametrize(("one", "two"), [
    ("Don't stop", "don\u2019t STOP!"), ("a_b", "A-b"), ("A b", "a–b ..."), ("Größe", "Gro\u0308ße")])
def test_names_that_are_one_to_a_reader(one: str, two: str) -> None:
    assert bare(one) == bare(two)
    assert slug(one) == slug(two)


@pytest.mark.parametrize(("one", "two"), [("Dont", "Don't"), ("A/B", "A B"), ("Read, write", "Read write")])
def test_names_that_are_two_to_a_reader_and_have_one_id(one: str, two: str) -> None:
    assert bare(one) != bare(two)
    assert slug(one) == slug(two)


def test_an_id_takes_a_time_that_grows_with_the_name_alone() -> None:
    for sign in "+\u0301<. /":
        slug(f"a{sign * 20000}b{sign * 20000}")


@each(("text", "name"), [
    ("[[Name]]", "Name"), ("[[path/to/A name#part|words]]", "A name"), ("[[ Name | words ]]", "Name"),
    ("[[Name.md]]", "Name"), ("[[Name]] more", "[[Name]] more"), ("[Name]", "[Name]"),
    ("[[#part]]", "[[#part]]"), ("[[]]", "[[]]"), ("Name", "Name")])
def test_wiki_link_is_read_as_the_name_in_it(text: str, name: str) -> None:
    assert name_in_link(text) == name


@each(("text", "called"), [
    ("posts/a.md", "a"), ("A.markdown#part", "A"), ("../x/", "x"), ("/roadmap/goals/g/", "g"),
    ("x/index.md", "x"),
    ("https://example.org/a/b.html?c=1", "b"), ("www.example.org", "www.example.org"), ("./", ""),
    ("CI/CD", None), ("Node.js", None), ("Read README.md", None), ("a/b", None), ("1.2", None),
    ("v1.0/2", None)])
def test_path_and_address_are_known_with_what_they_call_a_page(text: str, called: str | None) -> None:
    assert name_in_path(text) == called
