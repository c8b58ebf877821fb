"""Where pages are read by a shorter way, it finds what the longer one does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading import prose
from mkdocs_career_roadmap.reading.keep_back import unread_hint
from work import calls

_PIECES = ["```", "~~~", "````", "``` py", "- ```", "a", "- ", "> ", "1. ", "    ", "\t", "  ", "\n", "\n\n",
           "`x`", "!!! note", "# h", "text"]
_BODIES = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)


@given(_BODIES)
def test_code_is_left_out_by_its_fences_as_it_is_line_by_line(body: str) -> None:
    assert prose.without_code_blocks(body) == "\n".join(prose.without_blocks(body.split("\n")))


def test_a_page_with_code_takes_no_work_for_each_of_its_lines() -> None:
    body = "```\nx = 1\n```\n" + "A line of prose.\n" * 1000
    assert calls(lambda: prose.without_code_blocks.__wrapped__(body)) < 100


@given(st.sampled_from(["What did not work", "WHAT DID NOT WORK:", "**What** did not work", "What\u2019s"]),
       st.sampled_from(["#", "##", "###"]))
def test_a_heading_of_lessons_is_found_however_it_is_written(heading: str, level: str) -> None:
    wanted = ("what did not work", "what's", "ünd")
    assert prose.lessons_of(f"Text.\n\n{level} {heading}\n\nWrite it down.\n", wanted) == ("Write it down.",)


@given(st.integers(0, 60), st.sampled_from(["", "<b>", "<!-- a -->"]))
def test_only_the_first_lines_of_a_page_may_keep_it_back(blank: int, before: str) -> None:
    text = f"{before}\n---\n" + "key: value\n" * blank + "draft: true\n---\n"
    assert (unread_hint(text) is not None) == (blank + 3 <= 40)


def test_a_comment_behind_forty_empty_lines_still_keeps_a_page_back() -> None:
    assert unread_hint("\n" * 60 + "<!-- draft: true -->\nText\n") == (61, "draft: true")
    assert unread_hint("\n" * 60 + "<\u200b!-- draft: true -->\nText\n") == (61, "draft: true")
