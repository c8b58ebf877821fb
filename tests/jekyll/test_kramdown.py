"""A page's text, carried from kramdown to Python-Markdown, says the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from mkdocs_career_roadmap.jekyll.kramdown import Dialect, convert
from mkdocs_career_roadmap.jekyll.shapes import Kind, Line

from .kramdown_oracle import carried, kramdown, kramdown_is_here, rendered, structure, text_of, visible

needs_kramdown = pytest.mark.skipif(not kramdown_is_here(), reason="kramdown is not installed")

AS_IT_IS = {
    "a paragraph": "Some *words*, **more** and `code`.\nAnother line.",
    "a link": '[text](https://example.org "title") and ![alt](image.png)',
    "a list": "* one\n* two\n    * three\n\nText.",
    "a fence": "```python\nx = '# not a heading'\n\n{: .not-a-list}\n```",
    "indented code": "Text:\n\n    * no list\n    [no](link)\n",
    "html": '<div class="x">\n*no* emphasis\n\n</div>',
    "a comment": "<!-- a\n\n# comment -->",
    "prices": "It costs $5 and $6.",
    "quotes": """She said "yes", it's 'fine'.""",
    "a reference": "[text][ref] and [ref]\n\n[ref]: https://example.org",
    "a table": "| a | b |\n| --- | --- |\n| 1 | 2 |",
}

BECOMES = {
    "a list two columns deep": ("* a\n  * b\n    * c", "* a\n    * b\n        * c"),
    "an attribute list after a paragraph": ("Text.\n{:.x #y}", "Text.\n{: .x #y }"),
    "an attribute list before a paragraph": ("{:.x}\nText.", "Text.\n{: .x }"),
    "a named attribute list": (
        '{:refdef: style="text-align: center;"}\n![alt](a.png)\n{: refdef}',
        '![alt](a.png)\n{: style="text-align: center;" }',
    ),
    "an id": ("## Title {#here}", "## Title { #here }"),
    "a class of a heading": ("## Title\n{: .x}", "## Title { .x }"),
    "a table of contents": ("* TOC\n{:toc}\n\n# A", "[TOC]\n\n# A"),
    "a comment of kramdown's": ("a\n\n{::comment}\nsecret\n{:/comment}\nb", "a\n\nb"),
    "a comment within a line": ("a{::comment}secret{:/comment}b", "ab"),
    "mathematics in a line": ("So $$x_1 < 2$$ holds.", r"So \(x_1 < 2\) holds."),
    "mathematics": ("$$\nx\n\n+ y\n$$", "$$\nx\n+ y\n$$"),
    "escaped parentheses": (r"\(not math\)", "(not math)"),
    "a table without a head": ("| a | b |", "|  |  |\n| --- | --- |\n| a | b |"),
    "a hash without a space": ("#hashtag", r"\#hashtag"),
    "code with attributes": ("```ruby\nx\n```\n{: .wide}", "``` { .ruby .wide }\nx\n```"),
    "code whose language is a class": ("    x\n{: .language-ruby}", "```ruby\nx\n```"),
    "a list with a class": ("* a\n{: .x}", '<div class="x" markdown="1">\n\n* a\n\n</div>'),
    "an item with a class": ("* {: .x} a", "* a\n    {: .x }"),
    "a hard break": ("a\\\\\nb", "a<br>\nb"),
    "an entity": (r"\<b> and \$", "&lt;b> and $"),
    "a list after a paragraph": ("a\n* b", "a\n\n* b"),
    "an ordered list that begins later": ("3. a\n4. b", "1. a\n2. b"),
    "a heading's id that Python-Markdown would make otherwise": ("# C++ & D", "# C++ & D { #c--d }"),
    "a second heading": ("# A\n\n# A", "# A\n\n# A { #a-1 }"),
    "an end tag that is missing": ("<div>\n<p>a", "<div>\n<p>a\n</p></div>"),
    "an end tag too many": ("a</div>", "a&lt;/div>"),
}


@pytest.mark.parametrize("text", AS_IT_IS.values(), ids=AS_IT_IS.keys())
def test_stays_as_it_is(text: str) -> None:
    result = carried(text)
    assert text_of(result).rstrip("\n") == text.rstrip("\n")
    assert result.notes == []


@pytest.mark.parametrize(("text", "expected"), BECOMES.values(), ids=BECOMES.keys())
def test_becomes(text: str, expected: str) -> None:
    assert text_of(carried(text)).rstrip() == expected


@needs_kramdown
def test_every_case_says_the_same() -> None:
    texts = [*AS_IT_IS.values(), *(text for text, _ in BECOMES.values())]
    for text, html in zip(texts, kramdown(texts), strict=True):
        mine = rendered(text_of(carried(text)))
        assert (visible(mine), structure(mine)) == (visible(html), structure(html)), text
