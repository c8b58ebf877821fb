"""Lines that come into a page's front matter, and nothing else that changes."""

from __future__ import annotations

import pytest
import yaml
from each import each
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs_career_roadmap.authoring.front_matter_edit import insert_lines
from mkdocs_career_roadmap.reading.front_matter import split


@each(("before", "after"), [
    ("---\ntitle: A\n---\nText.\n", "---\ntitle: A\ngoal: X\n---\nText.\n"),
    ("---\r\ntitle: A\r\n---\r\nText.", "---\r\ntitle: A\r\ngoal: X\r\n---\r\nText."),
    ("---\rtitle: A\r---\rText.", "---\rtitle: A\rgoal: X\r---\rText."),
    ("---\ntitle: A\n...\nText.\n---\n", "---\ntitle: A\ngoal: X\n...\nText.\n---\n"),
    ("---  \ntitle: A\n---\t\n", "---  \ntitle: A\ngoal: X\n---\t\n"),
    ("---\ntitle: A\n---", "---\ntitle: A\ngoal: X\n---"),
    ("---\n# why\n---\n", "---\n# why\ngoal: X\n---\n"),
    ("---\n---\nText.\n", "---\ngoal: X\n---\nText.\n"),
    ("---\n  title: A\n  date: 2026\n---\n", "---\n  title: A\n  date: 2026\n  goal: X\n---\n"),
    ("---\ntext: |+\n  A\n\n---\n", "---\ntext: |+\n  A\n\ngoal: X\n---\n"),
    ("---\ntags:\n- a\n---\n", "---\ntags:\n- a\ngoal: X\n---\n"),
    ("\ufeff---\ntitle: A\n---\n", "\ufeff---\ntitle: A\ngoal: X\n---\n"),
    ("# Title\n", "---\ngoal: X\n---\n# Title\n"),
    ("\ufeff# Title\r\n", "\ufeff---\r\ngoal: X\r\n---\r\n# Title\r\n"),
    ("", "---\ngoal: X\n---\n"),
    ("No line end", "---\ngoal: X\n---\nNo line end"),
    ("---\n\nProse.\n\n---\n", "---\ngoal: X\n---\n---\n\nProse.\n\n---\n"),
    ("----\nA rule.\n", "---\ngoal: X\n---\n----\nA rule.\n"),
])
def test_line_is_put_in(before: str, after: str) -> None:
    assert insert_lines(before, ["goal: X"]) == after


def test_no_lines_change_nothing() -> None:
    assert insert_lines("---\ntitle: [\n---\n", []) == "---\ntitle: [\n---\n"


@each(("text", "why"), [
    ("---\ntitle: [A\n---\n", "not valid YAML"),
    ("---\ntitle: A\n", "never closed"),
    ("---\n- A\n---\n", "must be lines of the form"),
    ("---\n{title: A}\n---\n", "takes no further lines"),
    ("---\ngoal: Y\n---\n", "has a line 'goal' already"),
    ("title: A\ngoal: Y\n", "are no front matter"),
    ("---\na: &x 1\nb: *x\n---\n", "an alias or a tag"),
    ('---\n"title": A\n? [a]\n: b\n---\n', "a key must be one word"),
])
def test_front_matter_that_cannot_take_them_is_told(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        insert_lines(text, ["goal: X"])


KEYS = st.sampled_from(["title", "date", "tags", "x", "Ü", "goal"])
VALUES = st.sampled_from([
    "A", "'it''s'", "[a, b]", "", "# why", "|\n  A\n\n  B", ">-\n  A", "|+\n  A\n\n", "\n- a\n- b", "a\n  b",
    "\n  a: 1\n  b: [c]", "2026-03-02", "{a: b}", '"a\n  b"', "[a,\n  b]", "\n# c\n"])
PAIRS = st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]}: {pair[1]}\n")
FRONT = st.lists(PAIRS | st.sampled_from(["# c\n", "\n", "  # d\n"]), max_size=5).map("".join)
BODY = st.text(max_size=20) | st.sampled_from(
    ["", "Text.", "Text.\n", "\n\n# T\n---\n", "---\n", "goal: X\n---\n", "a\u2028b\x85c\n"])
FENCED = st.builds(lambda a, b, c, d: f"{a}{b}{c}\n{d}", st.sampled_from(["---\n", "--- \n"]), FRONT,
                   st.sampled_from(["---", "...", "---\t"]), BODY)
INDENTED = st.builds(lambda n: f"---\n{' ' * n}a: 1\n{' ' * n}b:\n{' ' * n}- 2\n---\n", st.integers(0, 4))
ANY = st.text(alphabet=st.sampled_from("-.a: \n\r\t[]{}#'\"|>&*!?%\ufeff\x85\u2028é"), max_size=30)
PAGES = st.builds(
    lambda mark, text, end, is_whole: mark + text.replace("\n", end)[: None if is_whole else -1],
    st.sampled_from(["", "\ufeff"]), FENCED | INDENTED | BODY | ANY, st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans())
LINES = ["goal: 'X: y'", "milestone: [a, b]"]


def values(text: str) -> dict[str, object]:
    """Return the front matter as a host constructs it."""
    return yaml.safe_load(split("", text).region.text) or {}


def words(text: str) -> list[str]:
    """Return the lines of a text but for fences, without their indent."""
    return [line.strip() for line in text.splitlines() if line.strip() not in ("", "---")]


@given(PAGES)
@example("---\na: b\n---")
def test_taking_the_lines_out_again_gives_the_same_file(text: str) -> None:
    try:
        new = insert_lines(text, LINES)
    except ValueError:
        return
    length = len(new) - len(text)
    # Where what follows begins as what was put in, there are several places to cut.
    cuts = [new[at : at + length] for at in range(len(text) + 1) if new[:at] + new[at + length :] == text]
    assert LINES in [words(cut) for cut in cuts]
    assert new.startswith("\ufeff") == text.startswith("\ufeff")


@given(PAGES)
def test_page_says_what_it_said_and_the_lines_besides(text: str) -> None:
    try:
        new = insert_lines(text, LINES)
    except ValueError:
        return
    assert values(new) == {**values(text), "goal": "X: y", "milestone": ["a", "b"]}
    assert split("", new).body == split("", text).body
    assert split("", new).problems == []


@given(FENCED)
def test_sound_front_matter_takes_lines(text: str) -> None:
    front = split("", text)
    if not front.problems and not {"goal", "milestone"} & front.keys.keys():
        insert_lines(text, LINES)


def test_lines_that_would_end_the_front_matter_are_refused() -> None:
    with pytest.raises(ValueError, match="takes no further lines"):
        insert_lines("---\ntitle: A\n---\nText.\n", ["goal: X", "---"])
