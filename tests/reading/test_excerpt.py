"""How a post begins, in one line of words."""

from __future__ import annotations

from each import each
from mkdocs_career_roadmap.reading.post_facts import excerpt_of


@each(("body", "expected"), [
    ("Words of mine.", "Words of mine."),
    ("# Title\n\nWords\nof mine.\n\nMore.", "Words of mine."),
    ("# Title\nWords.", "Words."),
    ("Title\n=====\nWords.", "Words."),
    ("## One\n### Two\n\nWords.", "Words."),
    ("#hashtag words", "#hashtag words"),
    ("<!-- hush -->\n\nWords <!-- hush --> here.", "Words here."),
    ("```py\nx = 1\n```\n\nWords.", "Words."),
    ("    code\n\nWords.", "Words."),
    ("![A chart](chart.png)\n\nWords.", "Words."),
    ("![A chart](a(1).png){ width=3 } Words.", "Words."),
    ("[![A chart](chart.png)](x.md)\n\nWords.", "Words."),
    ("- a list\n- of things\n\nWords.", "Words."),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n\nWords.", "Words."),
    ("a | b\n---|---\n1 | 2\n\nWords.", "Words."),
    ("> Somebody else's.\n\nMine.", "Mine."),
    ("!!! note \"T\"\n    Of the note.\n\nWords.", "Words."),
    ("<div markdown>\nIn a box.\n</div>\n\nWords.", "Words."),
    ("$$\nx^2\n$$\n\nWords with $x$.", "Words with $x$."),
    ("{% if x %}\n\nWords {{ y }}.\n\nMore.", "More."),
    ("--8<-- \"part.md\"\n\nWords.", "Words."),
    ("[TOC]\n\n[[toc]]\n\nWords.", "Words."),
    ("[^1]: A note.\n\n[a]: https://a.example\n\nWords[^1].", "Words."),
    ("***\n\nWords.", "Words."),
    ("*Bold* **words** with `code`, a [link](x.md) and [one][a].", "Bold words with code, a link and one."),
    ("A [[Page]] and [[Page|its words]].", "A Page and its words."),
    ("See <https://a.example/x> &amp; H<sub>2</sub>O.", "See a.example/x & H2O."),
    ("*Words*{: .lead} and `x`{.py}.", "Words and x."),
    ("A set {1, 2} of 3 * 4.", "A set {1, 2} of 3 * 4."),
    ("Words.\r\n\r\nMore.", "Words."),
    ("...\n\nWords.", "Words."),
    ("", ""),
    ("# Title alone", ""),
])
def test_it_is_the_first_paragraph_of_words(body: str, expected: str) -> None:
    assert excerpt_of(body) == expected


def test_a_long_one_is_cut_between_words() -> None:
    found = excerpt_of("word, " * 100)
    assert found.endswith("word\u2026")
    assert 190 < len(found) <= 200


def test_words_without_spaces_are_cut_all_the_same() -> None:
    assert len(excerpt_of("\u7814" * 300)) == 200


def test_nothing_of_a_comment_that_is_very_long_is_shown() -> None:
    assert excerpt_of("<!-- hush\n\n" + "hush hush\n\n" * 5000 + "-->\n\nWords.") == ""
