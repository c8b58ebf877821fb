"""One title a page, and a mark behind the first paragraph."""

from __future__ import annotations

import pytest
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.new_site.arrange import MORE, with_excerpt, with_first_part, with_one_title
from mkdocs_career_roadmap.new_site.lines import TextLine


def lines(text: str) -> list[TextLine]:
    return [TextLine(number, line) for number, line in enumerate(text.split("\n"), 1)]


def titled(text: str, title: str | None = "A title") -> str:
    return "\n".join(line.text for line in with_one_title(lines(text), title))


def excerpted(text: str) -> str:
    return "\n".join(line.text for line in with_excerpt(lines(text)))


@each(
    ("before", "after"),
    [
        ("# One\n\ntext\n\n## Two\n\n# Three { #x }", "## One\n\ntext\n\n### Two\n\n## Three { #x }"),
        ("One\n===\n\nTwo\n---\n", "## One\n\n### Two\n"),
        ("# A\n\n###### Six\n", "## A\n\n###### Six\n"),
        (
            "# A\n\n```\n# no heading\n```\n\n    # nor this\n",
            "## A\n\n```\n# no heading\n```\n\n    # nor this\n",
        ),
        ("# A\n\n~~~~\n~~~\n# no\n~~~~\n# B", "## A\n\n~~~~\n~~~\n# no\n~~~~\n## B"),
        (
            "# A\n\n<pre>\n# no\n</pre>\n\n<!-- x\n# no\n-->\n",
            "## A\n\n<pre>\n# no\n</pre>\n\n<!-- x\n# no\n-->\n",
        ),
        ("# A\n\n<div>one line</div>\n\n# B", "## A\n\n<div>one line</div>\n\n## B"),
        ("# A title\n\n## Part", "# A title\n\n## Part"),
        ("# *A* Title! #\n\ntext", "# *A* Title! #\n\ntext"),
        ("# A title\n\n# Part", "## A title\n\n## Part"),
        ("## Part\n\ntext\n\n---\n\nmore", "## Part\n\ntext\n\n---\n\nmore"),
        ("#hash and no heading\n", "#hash and no heading\n"),
        ("", ""),
    ],
)
def test_headings_of_the_first_level_are_for_the_title(before: str, after: str) -> None:
    assert titled(before) == after


def test_without_a_title_the_headings_stay() -> None:
    assert titled("# One\n\n# Two", None) == "# One\n\n# Two"


def test_lines_keep_their_numbers() -> None:
    found = with_one_title(lines("One\n===\n\ntext"), "A title")
    assert found == [TextLine(1, "## One"), TextLine(3, ""), TextLine(4, "text")]


@each(
    ("before", "after"),
    [
        ("First.\nSecond.\n\nThird.", f"First.\nSecond.\n\n{MORE}\n\nThird."),
        ("# Head\n\nFirst.\n\nThird.", f"# Head\n\nFirst.\n\n{MORE}\n\nThird."),
        (
            "![A](a.png)\n{{: .x }}\n\nFirst.\n\nThird.",
            f"![A](a.png)\n{{{{: .x }}}}\n\nFirst.\n\n{MORE}\n\nThird.",
        ),
        ("> quoted\n\n*Emphasis* first.\n\nThird.", f"> quoted\n\n*Emphasis* first.\n\n{MORE}\n\nThird."),
        (
            "1. one\n2. two\n\n[A link](x) first.\n\nThird.",
            f"1. one\n2. two\n\n[A link](x) first.\n\n{MORE}\n\nThird.",
        ),
        ("2020 was it.\n\nThird.", f"2020 was it.\n\n{MORE}\n\nThird."),
        ("Only one.", "Only one."),
        ("Only one.\n\n\n", "Only one.\n\n\n"),
        ("```\nFirst.\n\n```\n", "```\nFirst.\n\n```\n"),
        ("<div>\n\nFirst.\n\n</div>\n", "<div>\n\nFirst.\n\n</div>\n"),
        (f"First.\n\n{MORE}\n\nSecond.\n\nThird.", f"First.\n\n{MORE}\n\nSecond.\n\nThird."),
        ("* a\n* b\n", "* a\n* b\n"),
        ("[^1]: A note.\n\n[ref]: http://x.example\n", "[^1]: A note.\n\n[ref]: http://x.example\n"),
        ("", ""),
    ],
)
def test_the_excerpt_ends_behind_the_first_paragraph(before: str, after: str) -> None:
    assert excerpted(before) == after


@given(
    st.lists(
        st.sampled_from(
            [
                "# A",
                "## B",
                "===",
                "---",
                "text",
                "",
                "```",
                "~~~",
                "<div>",
                "</div>",
                "<!--",
                "-->",
                "    code",
                "- item",
                "> quote",
                "[^1]: n",
                "<pre>",
                "</pre>",
            ]
        ),
        max_size=14,
    )
)
def test_no_line_of_text_is_lost(parts: list[str]) -> None:
    text = lines("\n".join(parts))
    kept = [line.text for line in with_excerpt(text) if line.text != MORE]
    assert [line for line in kept if line] == [part for part in parts if part]
    words = [line.text.strip("# ") for line in with_one_title(text, "T") if line.text.strip("#=- ")]
    assert words == [part.strip("# ") for part in parts if part.strip("#=- ")]


@pytest.mark.parametrize(("text", "own", "mark", "becomes"), [
    ("One.\n\nTwo.\n<!--more-->\nThree.", "<!--more-->", MORE, f"One.\n\nTwo.\n{MORE}\nThree."),
    ("One <!--cut--> two.\n\nThree.", "<!--cut-->", "<!--x-->", "One <!--x--> two.\n\nThree."),
    ("One.\n\nTwo <!--x-->.", "<!--x-->", "<!--x-->", "One.\n\nTwo <!--x-->."),
    ("One.\n\nTwo.", "<!--cut-->", "<!--x-->", "One.\n\n<!--x-->\n\nTwo."),
    ("One.\n\nTwo.\n\n<!--x-->", "<!--cut-->", "<!--x-->", "One.\n\nTwo.\n\n<!--x-->"),
])
def test_an_excerpt_ends_at_the_posts_own_mark(text: str, own: str, mark: str, becomes: str) -> None:
    assert "\n".join(line.text for line in with_excerpt(lines(text), own, mark)) == becomes


def test_a_link_of_html_within_its_page_is_one_of_markdown_in_the_beginning() -> None:
    begin = 'See <a href="#fig">figure 1</a>, <a href="x/">x</a> and <a href="#b"><b>b</b></a>.'
    after = '<a href="#fig">again</a>'
    assert excerpted(f"{begin}\n\n{after}\n") == (
        f'See [figure 1](#fig), <a href="x/">x</a> and <a href="#b"><b>b</b></a>.\n\n{MORE}\n\n{after}\n')


@each(
    ("before", "after"),
    [
        ("## One\n\n- a\n\n## Two\n\n- b", f"## One\n\n- a\n\n\n{MORE}\n\n## Two\n\n- b"),
        ("a\n\n## One\n\n## Two", f"a\n\n\n{MORE}\n\n## One\n\n## Two"),
        ("\n\n## One\n\nb\n\n### Two", f"\n\n## One\n\nb\n\n\n{MORE}\n\n### Two"),
        ("## One\n\n```\n# no\n```\n", "## One\n\n```\n# no\n```\n"),
        (f"## One\n\n{MORE}\n\n## Two", f"## One\n\n{MORE}\n\n## Two"),
        ("## One\n\na", "## One\n\na"),
        ("", ""),
    ],
)
def test_a_first_part_ends_before_the_second_heading(before: str, after: str) -> None:
    made = with_first_part(lines(before))
    assert "\n".join(line.text for line in made) == after
    numbers = [line.number for line in made]
    assert numbers == sorted(numbers)
    assert {line.text: line.number for line in made if line.text.strip() not in ("", MORE)} == {
        text: number for number, text in enumerate(before.split("\n"), 1) if text.strip() not in ("", MORE)}
