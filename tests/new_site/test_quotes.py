"""Where a straight quote is written, smarty of Python-Markdown makes of it what was meant."""

from __future__ import annotations

from html import unescape
from itertools import product

from each import each
from markdown import Markdown
from mkdocs_career_roadmap.new_site.markdown.quotes import LEFT, RIGHT, by_smarty

SIDES = ["", " ", "a", "é", "Z", "7", "s", ".", ",", "!", "?", ";", ":", ")", "(", "-", "_", "%", "–"]


def test_a_quote_that_is_certain_is_curled_so() -> None:
    page = Markdown(extensions=["smarty"])
    certain = 0
    for quote, before, after in product(LEFT, SIDES, SIDES):
        if meant := by_smarty(quote, before, after):
            certain += 1
            begin = f"{'' if before == '' else 'x'}{before}"
            shown = unescape(page.convert(f"{begin}{quote}{after}{'' if after == '' else 'y'}"))
            assert shown.removeprefix("<p>")[len(begin)] == meant, (quote, before, after)
    assert certain > 200


@each(("quote", "before", "after", "made"), [
    ('"', "", "a", "“"), ('"', " ", "a", "“"), ("'", " ", "a", "‘"), ("'", "", "a", "‘"),
    ('"', "\n", "7", "“"),
    ("'", " ", "7", ""), ("'", "", "s", ""), ("'", " ", "s", "‘"), ('"', "", "s", "“"), ("'", "", "S", "‘"),
    ('"', " ", ".", ""), ('"', "", "", ""), ('"', "", "\0", ""),
    ('"', "a", " ", "”"), ("'", "a", "s", "’"), ("'", "a", ".", "’"), ('"', ".", " ", "”"),
    ('"', "%", ")", "”"),
    ("'", "a", "7", ""), ('"', "a", "7", "”"), ('"', "-", " ", ""), ('"', "a", "-", ""), ('"', "\0", " ", ""),
    ('"', "_", " ", ""), ('"', "a", "_", ""),
])
def test_what_is_certain(quote: str, before: str, after: str, made: str) -> None:
    assert by_smarty(quote, before, after) == made
    assert made in ("", LEFT[quote], RIGHT[quote])
