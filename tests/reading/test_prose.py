"""What is found in Markdown: titles, links and lessons, but nothing in code."""

from __future__ import annotations

from textwrap import dedent

import pytest
from depth import tries
from each import each
from hostile import PROSE, PROSE_BEFORE
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.prose import (
    lessons_of,
    links_of,
    plain,
    roadmap_blocks,
    title_of,
    without_code_blocks,
)
from work import LINEAR, growth

LESSONS = ("Lessons", "What didn't work")


def links(body: str) -> tuple[str, ...]:
    return links_of("posts/a.md", body)


def lessons(body: str) -> list[str]:
    return list(lessons_of(dedent(body), LESSONS))


# --- plain text ---


@each(
    ("markdown", "text"),
    [
        ("A **bold** and *slanted* word", "A bold and slanted word"),
        ("__Both__ ways", "Both ways"),
        ("Run `make test`", "Run make test"),
        ("The ``__init__`` method", "The __init__ method"),
        ("A lone ` tick", "A lone tick"),
        ("3 * 4 = 12", "3 * 4 = 12"),
        ("[A link](https://example.com/a_(b))", "A link"),
        ("[A link][label] and [another]", "A link and [another]"),
        ("![An image](a.png)", "An image"),
        ("[![A badge](a.png)](https://example.com)", "A badge"),
        ("[*A* `link`](a.md)", "A link"),
        ("A title {#id .class}", "A title"),
        ("A {brace} within", "A {brace} within"),
        (r"Not a \[link\]", "Not a [link]"),
        ("  two\n lines\t", "two lines"),
        ("", ""),
    ],
)
def test_inline_markdown_is_told_as_its_words(markdown: str, text: str) -> None:
    assert plain(markdown) == text


# --- titles ---


@each(
    ("body", "title"),
    [
        ("# Title\n\nText", "Title"),
        ("\n\n#  Title  #\n", "Title"),
        ("# A *good* [title](a.md) {#id}\n", "A good title"),
        ("# Title ##   \n", "Title"),
        ("Title\n=====\n", "Title"),
        ("*Title*\n=  \n", "Title"),
        ("<!-- a\ncomment --># Title\n", "Title"),
        ("<!-- one --> <!-- two -->\n# Title\n", "Title"),
        ("# # of stars\n", "# of stars"),
    ],
)
def test_a_page_that_begins_with_a_heading_has_its_title(body: str, title: str) -> None:
    assert title_of(body) == title


@each(
    "body",
    ["", "Text\n\n# Later", "## Second level", "####### Seven", "# \n", "# {#id}", "# ##\n", "Text\n-----\n",
     "Text\n===x\n", "Text\n\n===\n", "<!-- open\n# Title"],
)
def test_a_page_that_begins_otherwise_has_no_title(body: str) -> None:
    assert title_of(body) is None


# --- links ---


@each(
    ("body", "found"),
    [
        ("[b](b.md)", ("posts/b.md",)),
        ("[b](./b.md)", ("posts/b.md",)),
        ("[b](../goals/b.md)", ("goals/b.md",)),
        ("[b](b.md#part)", ("posts/b.md",)),
        ("[b](b.md?x=1)", ("posts/b.md",)),
        ('[b](b.md "Title")', ("posts/b.md",)),
        ("[b]( <b.md> )", ("posts/b.md",)),
        ("[b](my%20page.md)", ("posts/my page.md",)),
        ("![b](b.md)", ("posts/b.md",)),
        ("[a]: b.md\n   [c]:  <c.md>", ("posts/b.md", "posts/c.md")),
        ("<a class='x' href='b.md'>", ("posts/b.md",)),
        ('<a href="b.md">', ("posts/b.md",)),
        ("[c](c.md) [b](b.md) [c](c.md#x)", ("posts/c.md", "posts/b.md")),
    ],
)
def test_a_link_is_the_source_path_it_leads_to(body: str, found: tuple[str, ...]) -> None:
    assert links(body) == found


@each(
    "body",
    [
        "b.md",
        "[b](b.html) and b.md",
        "[b](https://example.com/b.md)",
        "[b](/b.md)",
        "[a](a.md)",
        "[a](#part) of a.md",
        "`[b](b.md)`",
        "`` ` [b](b.md) ``",
        "```\n[b](b.md)\n```",
        "~~~ md\n[b](b.md)\n```\n[b](b.md)\n~~~",
        "````\n```\n[b](b.md)\n````",
        "- ```\n  [b](b.md)\n  ```",
        "> ```\n> [b](b.md)\n> ```",
        "```\n[b](b.md)",
        "```\n``` md\n[b](b.md)\n```",
        "    [b](b.md)",
        "Text\n\n    [b](b.md)\n\n    [c](c.md)",
        "Text\n\n\t[b](b.md)",
        "<!-- [b](b.md) -->",
        "<!--\n[b](b.md)\n\n-->",
        "```\n<!--\n```\n~~~\n-->\n```\n[b](b.md)\n~~~",
    ],
)
def test_what_is_no_link_to_another_source_is_none(body: str) -> None:
    assert links(body) == ()


@each(
    "body",
    [
        "```\ncode\n```\n[b](b.md)",
        "```\ncode\n`````\n[b](b.md)",
        "~~~\n```\n~~~\n[b](b.md)",
        "``` `not a fence` [b](b.md)",
        "```\n<!--\n```\n[b](b.md)\n<!-- more -->",
        "<!-- more --> [b](b.md)",
        "Never closed: <!-- [b](b.md)",
        "A lone ` tick, [b](b.md)",
        "Two `` ticks, one ` tick, [b](b.md)",
        "`one` [b](b.md) `two`",
        "A tick ` here\n\n[b](b.md)\n\nand ` there",
        "- an item\n\n    [b](b.md)",
        "1. an item\n\n    [b](b.md)",
        "!!! note\n\n    [b](b.md)",
        "[^1]: a note\n\n    [b](b.md)",
        "Text goes on\n    [b](b.md)",
        "    code\n\nText [b](b.md)",
    ],
)
def test_a_link_beside_code_and_comments_is_found(body: str) -> None:
    assert links(body) == ("posts/b.md",)


INSIDE = st.lists(
    st.sampled_from([
        "[in](in.md)", "    [in](in.md)", "<!--", "-->", "<!-- [in](in.md) -->", "", "`", "``", "```",
        "``` md", "~~~ md", "- item", "[in]: in.md", "<a href='in.md'>", "text", "\t[in](in.md)",
        "> [in](in.md)",
    ]),
    max_size=8,
)
OUTSIDE = st.lists(
    st.sampled_from(["[out](out.md)", "", "text", "- item", "# Heading", "    [out](out.md)", "-->",
    "<!-- x -->"]),
    max_size=5,
)


@tries(300)
@given(st.sampled_from(["```", "````", "~~~", "~~~~~"]), st.sampled_from(["", "py", " yaml"]),
       st.sampled_from(["", "  ", "- ", "> "]), OUTSIDE, INSIDE, INSIDE, OUTSIDE)
def test_what_fences_hold_is_never_a_link(
    fence: str, info: str, indent: str, before: list[str], one: list[str], two: list[str], after: list[str]
) -> None:
    def block(fence: str, inside: list[str]) -> list[str]:
        kept = [line for line in inside if line.strip(fence[0]) or not line.startswith(fence)]
        return [f"{indent}{fence}{info}", *kept, fence]

    other = "~~~" if fence[0] == "`" else "```"
    lines = [*before, *block(fence, one), *block(other, two), *after]
    assert "posts/in.md" not in links("\n".join(lines))


@tries(150)
@given(st.lists(OUTSIDE | INSIDE,
max_size=4).map(lambda parts: "\n".join(line for part in parts for line in part)))
def test_blanking_code_blocks_keeps_every_line_where_it_was(body: str) -> None:
    assert without_code_blocks(body).count("\n") == body.count("\n")


# --- lessons ---


def test_each_item_under_a_lesson_heading_is_a_lesson() -> None:
    assert lessons("""
        ## Lessons

        - Start **small**.
        * Log [everything](a.md)
          from day one.
        + Ask.
        1. Sleep.
        2) Eat.
    """) == ["Start small.", "Log everything from day one.", "Ask.", "Sleep.", "Eat."]


def test_without_items_each_paragraph_is_a_lesson() -> None:
    assert lessons("""
        ## Lessons

        Start small,
        grow later.

        Log everything.
    """) == ["Start small, grow later.", "Log everything."]


def test_beside_items_a_paragraph_is_no_lesson() -> None:
    assert lessons("""
        ## Lessons
        Three of them:

        - One.

        So much for that.
    """) == ["One."]


def test_a_section_ends_at_the_next_heading_of_its_level_or_above() -> None:
    assert lessons("""
        ## Lessons
        One.
        ### Within
        Two.
        ## Other
        Not this.
        # Above
        Nor this.
    """) == ["One.", "Two."]


def test_lessons_of_several_sections_come_in_order() -> None:
    assert lessons("# Lessons\nOne.\n# Other\nNo.\n# What didn't work\nTwo.\n") == ["One.", "Two."]


def test_a_lesson_section_within_another_tells_nothing_twice() -> None:
    assert lessons("# Lessons\nOne.\n## Lessons\nTwo.\n") == ["One.", "Two."]


def test_a_section_right_after_another_is_read_too() -> None:
    assert lessons("## Lessons\nOne.\n## Lessons\nTwo.\n") == ["One.", "Two."]


@each(
    "heading",
    ["# Lessons", "###### lessons", "## **Lessons:**", "## Lessons ##", "## Lessons {#id}", "# LESSONS!",
     "# What didn\u2019t work?", "Lessons\n-------", "Lessons\n===", "   Lessons\n-",
     "# A day\nLessons\n---"],
)
def test_a_heading_is_known_whatever_its_looks(heading: str) -> None:
    assert lessons(f"{heading}\n\nOne.") == ["One."]


@pytest.mark.parametrize(
    "body", ["", "# Other\nText", "Words\nLessons\n-------\nText", "#Lessons\nText", "# Lessons"]
)
def test_a_page_without_lessons_has_none(body: str) -> None:
    assert lessons(body) == []


def test_an_underlined_heading_ends_a_section_and_is_no_lesson() -> None:
    text = "Lessons\n=======\nOne.\n\nOf rain\n-------\nTwo.\n\nNext\n====\nNo.\n"
    assert lessons(text) == ["One.", "Two."]
    assert lessons("## Lessons\nOne.\n\nNext\n----\nMore\n----\nNo.\n") == ["One."]


def test_a_heading_in_code_begins_no_section() -> None:
    assert lessons("```\n# Lessons\nOne.\n```\n\n# Lessons\nTwo.") == ["Two."]


def test_code_and_comments_are_no_lessons() -> None:
    assert lessons("# Lessons\nOne.\n\n```\ncode\n```\n<!-- two -->\n") == ["One."]


@pytest.mark.parametrize("rule", ["---", "***", "_ _ _", "* * *", "- - -"])
def test_a_rule_is_no_lesson(rule: str) -> None:
    assert lessons(f"# Lessons\nOne.\n\n{rule}\n\nTwo.\n") == ["One.", "Two."]


def test_an_empty_item_is_no_lesson() -> None:
    assert lessons("# Lessons\n- \n- One.\n- ``\n") == ["One."]


# --- blocks that ask for a view ---


@pytest.mark.parametrize(
    "body", ["", "roadmap", "```\nroadmap\n```", "```py\nroadmap\n```", "```roadmap\nopen"]
)
def test_a_page_without_a_roadmap_fence_has_no_block(body: str) -> None:
    assert roadmap_blocks(body) == []


def test_a_block_knows_its_lines_and_what_it_says() -> None:
    (block,) = roadmap_blocks("Text\n\n``` roadmap\nview: board\nlimit: 3\n```\n")
    assert (block.start, block.stop, block.inner) == (2, 6, "view: board\nlimit: 3")


def test_an_indented_block_says_the_same_without_its_indent() -> None:
    (block,) = roadmap_blocks("- item\n\n    ~~~roadmap\n    view: board\n    ~~~\n")
    assert (block.indent, block.inner) == ("    ", "view: board")


@pytest.mark.parametrize("before", [
    "Text.\n\n    ```\n\nText.\n", "- item\n  that goes on\n", "- item\nthat goes on\n",
    "- item\n\n    - sub\n"])
def test_what_only_looks_like_code_hides_no_link(before: str) -> None:
    assert links(f"{before}\n{'    ' if '-' in before else ''}See [b](b.md).\n") == ("posts/b.md",)


def test_a_block_in_another_fence_is_an_example() -> None:
    assert roadmap_blocks("````\n```roadmap\n```\n````\n") == []


def test_blocks_come_in_order() -> None:
    blocks = roadmap_blocks("```roadmap\na\n```\n```roadmap\nb\n````\n")
    assert [block.inner for block in blocks] == ["a", "b"]


# --- whatever the text ---


@pytest.mark.slow
@pytest.mark.parametrize("odd", PROSE)
@pytest.mark.parametrize("before", PROSE_BEFORE)
def test_work_grows_with_the_text_whatever_it_is(before: str, odd: str) -> None:
    def search(size: int) -> None:
        body = f"{before}{odd * (size // len(odd))}x\n# Lessons\nb.md"
        title_of(body), links(body), lessons(body)

    assert growth(search, 2000) < LINEAR


@tries(300)
@given(st.text() | st.text("#`~[]()<>!-*=: \n\tab{}", max_size=60))
def test_any_text_is_searched(body: str) -> None:
    title = title_of(body)
    assert title is None or title.strip()
    assert all(link.endswith(".md") for link in links(body + "\n.md"))
    assert all(lessons_of(f"# Lessons\n{body}", LESSONS))
