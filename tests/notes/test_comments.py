"""Comments are gone, whatever is around them; what is no comment stays."""

from __future__ import annotations

import re

from each import each
from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.notes.markdown.comments import without_comments


def _without(text: str) -> tuple[str, list[int]]:
    lines, unclosed = without_comments([TextLine(n, one) for n, one in enumerate(text.split("\n"), 1)])
    return "\n".join(line.text for line in lines), unclosed


@each(
    ("text", "left"),
    [
        ("a %%gone%% b", "a  b"),
        ("a\n\n%%\ngone\n\ngone\n%%\n\nb", "a\n\nb"),
        ("a %%gone\ngone%% b", "a b"),
        ("- a\n  %%gone%%\n- b", "- a\n\n- b"),
        ("`%%a` b %%gone%% `%%c`", "`%%a` b  `%%c`"),
        ("```\n%% a\n```\n%%gone%%\nb", "```\n%% a\n```\n\nb"),
        ("> ```\n> %% a\n> ```\n> %%gone%%", "> ```\n> %% a\n> ```\n>"),
        ("%%\n```\n%%\na %%gone%%\n", "\na"),
        ("%%`%% a `b`", " a `b`"),
        ("50% a", "50% a"),
        ("    ```\n\n%%gone%% a", "    ```\n\n a"),
    ],
)
def test_a_comment_is_gone_and_nothing_else(text: str, left: str) -> None:
    made, unclosed = _without(text)
    assert re.sub(r"\n{2,}", "\n\n", made.replace(" \n", "\n")).rstrip() == left.rstrip()
    assert not unclosed


def test_a_comment_that_nothing_ends_hides_the_rest_and_is_told() -> None:
    made, unclosed = _without("a\n\nb %%gone\n\ngone\n")
    assert made.split() == ["a", "b"]
    assert unclosed == [3]
