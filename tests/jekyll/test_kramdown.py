"""A page's text, carried from kramdown to Python-Markdown, says the same."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from depth import some, tries
from each import each
from hostile import KRAMDOWN
from hypothesis import HealthCheck, given, seed
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.kramdown import Dialect, convert
from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from new_site.rendering import rendered, text_of
from work import LINEAR, growth

from .kramdown_oracle import carried, kramdown, kramdown_is_here, structure, visible

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


@each("text", AS_IT_IS.values(), ids=AS_IT_IS.keys())
def test_stays_as_it_is(text: str) -> None:
    result = carried(text)
    assert text_of(result).rstrip("\n") == text.rstrip("\n")
    assert result.notes == []


@each(("text", "expected"), BECOMES.values(), ids=BECOMES.keys())
def test_becomes(text: str, expected: str) -> None:
    assert text_of(carried(text)).rstrip() == expected


def assert_alike(texts: list[str], dialect: Dialect | None = None, **options: object) -> None:
    for text, html in zip(texts, kramdown(texts, **options), strict=True):
        mine = rendered(text_of(carried(text, dialect)))
        assert (visible(mine), structure(mine)) == (visible(html), structure(html)), text


MORE = [
    "text\n# heading\ntext",
    "Title\n=====\n\nOther\n-----\ntext",
    "> quote\nlazy\n\n> another",
    "a\n> quote",
    "1. a\n2. b\n\n* c\n\n3. d",
    "* a\n\n  b\n\n      code\n* c",
    "* a\n- b\n+ c",
    "* [ ] open\n* [x] done",
    "- a\n\n\n- b\n^\n- c",
    "10. a\n    * b\n      c",
    "term\n: definition\n: other\n\nnext\n\n: apart",
    "An HTML page[^1] and[^two].\n\n[^two]: second *note*\n[^1]: first\n\n    more\n\n*[HTML]: Hyper",
    "a | b\n--|--\n1 | `x|y`",
    "|---|\n| a | b\n|===\n| c | d",
    "| a |\n{: .x}",
    "~~gone~~ and \\~~ not",
    r"\" \' \: \| \= \$ \< \# \> \- \+ \! \. \_ \* \` \{ \} \[ \] \\",
    "<< a >> and <<b>> -- c --- d...",
    "'80s \"'x' y\" (\"z\") it's \"end.\"",
    "``a`b`` and ``` `` ``` and ` a `",
    "```\nunclosed *em*",
    "~~~ ruby\nx\n~~~",
    "```\n\n  a\n\n```",
    "a<br>b <span class='x'>*em*</span> <code>*raw* \"x\"</code>",
    "a <div>b</div> c",
    "<p>a\n\nb",
    "<div><span>a</div>",
    "text\n<div>x</div>\ntext",
    "<div>x</div> text *em*",
    "<table><tr><td markdown='1'>*em*</td></tr></table>",
    "<video src='a.mp4'></video>\n\n<custom>*x*</custom>",
    "<script>\nvar a = '*b*';\n\n</script>",
    "{::nomarkdown}\n<b>*x*</b>\n{:/}\n\na {::nomarkdown}*x*{:/} b",
    "{::options auto_ids='true' /}\na",
    "{::unknown}\na\n{:/unknown}",
    "a {::comment}x{:/} b {::comment /} c",
    "$$x$$\n\n\\$$y$$\n\n* $$z$$",
    r"So \\( x_1 \\) it is.",
    "# Ünïcode *em* `code`\n\n## A & B -- C\n\n## 2.0 (x)\n\n## a_b c",
    "[a][B c] [b\nC] [no] [x]: y\n\n[b c]: http://x.org 'T'",
    "[a [b] c](d) ![e](f.png) [g](<h i>) [j](k (l) m)",
    "![a][i]{:.x} [l](m){:.x #y} *e*{:.z} `c`{:.q}",
    "![cap](a.png){:standalone}",
    "<http://x.org> <me@x.org> <mailto:me@x.org>",
    "**a *b* c** ***d*** _e_ __f__ a_b_c 2*3*4 *a **b***",
    "&amp; &copy; &#169; &unknown; & <",
    "* a\n\n  <div>*b*</div>\n\n* c",
    "> <div>\n> *b*\n> </div>",
    "<!-- a\n\n*b* -->\n\n* c\n\n  <!-- d\n\n  e -->",
    "{:.x}\n* a\n\n{:.y}\n> b\n\n| c |\n{:.z}",
    "* {:.x} a\n* {:.y}\n  b",
    "- - -\n* * *\n\n***",
    "a\n***\nb",
    "\ta\n\tb\n\n*\tc\n\n\td",
    "[TOC]\n\n!!! note\n\n=== x",
    "a\n\n[^unused]: not *seen*",
]


@pytest.mark.newest
@needs_kramdown
def test_every_case_says_the_same() -> None:
    assert_alike([*AS_IT_IS.values(), *(text for text, _ in BECOMES.values()), *MORE])


@needs_kramdown
@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("data/*.md")), ids=lambda path: path.stem)
def test_a_whole_text_says_the_same(path: Path) -> None:
    assert_alike([path.read_text(encoding="utf-8")])


@needs_kramdown
def test_each_dialect_says_the_same() -> None:
    assert_alike(["a\nb *c\nd*"], Dialect(hard_wrap=True), hard_wrap=True)
    assert_alike(["<div>\n*a*\n\n* b\n</div>"], Dialect(parse_block_html=True), parse_block_html=True)
    assert_alike(["a\n# b\n\n#c\n\n```\nd\n```\n\n~~e~~"], Dialect(gfm=False), input="kramdown")


def test_hard_wraps_are_seen() -> None:
    assert "<br" in rendered(text_of(carried("a\nb", Dialect(hard_wrap=True))))


LINKS = """[a](/a) and [b][b] ![c](/c.png) `[d](/d)`
<a href="/e">e</a> <!-- [f](/f) -->

[b]: /b

<div>
<img src='/g.png'> [h](/h)
</div>

    [i](/i)
"""


def test_addresses_are_replaced() -> None:
    asked: list[tuple[str, int, bool]] = []

    def link(address: str, line: int, html: bool) -> str:
        asked.append((address, line, html))
        return f"new{address}"

    lines = [TextLine(number, text) for number, text in enumerate(LINKS.split("\n"), 11)]
    text = "\n".join(line.text for line in convert(lines, link).lines)
    assert asked == [
        ("/a", 11, False),
        ("/c.png", 11, False),
        ("/e", 12, True),
        ("/b", 14, False),
        ("/g.png", 17, True),
    ]
    assert "[a](new/a)" in text
    assert "[b]: new/b" in text
    assert '<a href="new/e">e</a> <!-- [f](/f) -->' in text
    assert '<img src="new/g.png"> [h](/h)' in text
    assert "`[d](/d)`" in text
    assert "    [i](/i)" in text


SETS = {
    '<img srcset="/a.png 2x, /b.png 100w,/c.png" src="/d.png">':
        '<img srcset="new/a.png 2x, new/b.png 100w,new/c.png" src="new/d.png">',
    "<source srcset='/a,b.png'>": '<source srcset="new/a,b.png">',
    '<svg><use xlink:href="/i.svg#x"></use></svg>': '<svg><use xlink:href="new/i.svg#x"></use></svg>',
    '<img data-srcset="/a.png" alt="srcset=">': '<img data-srcset="/a.png" alt="srcset=">',
    '<img srcset="">': '<img srcset="">',
}


@pytest.mark.parametrize(("tag", "expected"), SETS.items())
def test_addresses_of_sets_and_symbols_are_replaced(tag: str, expected: str) -> None:
    lines = [TextLine(1, f"a {tag}")]
    made = convert(lines, lambda address, _line, _html: f"new{address}" if address else address)
    assert made.lines[0].text == f"a {expected}"


def test_each_line_knows_where_it_came_from() -> None:
    text = "# a\n\nb\nc  \nd\n\n* e\n  f\n  * g\n\n```\nh\n```\n\n> i\n\n| j |\n\n<div>\nk\n</div>"
    source = dict(enumerate(text.split("\n"), 1))
    for number, line in carried(text).lines:
        for letter in set("abcdefghijk") & set(line.replace("div", "")):
            assert letter in source[number]


def test_what_is_not_carried_is_said() -> None:
    text = "a[^1]\n\n{::unknown}\nb\n\n{::options x='y' /}\n\n* > c\n  {:.x}\n\n[^2]: d\n\n[^1]: e"
    notes = carried(text).notes
    assert [(kind, line) for kind, line, _ in notes] == [
        (NoteKind.LEFT, 3),
        (NoteKind.CHANGED, 6),
        (NoteKind.CHANGED, 8),
        (NoteKind.CHANGED, 11),
    ]


def test_nothing_is_nothing() -> None:
    assert carried("").lines == []
    assert convert([], lambda address, _line, _html: address).lines == []


@each("piece", some(KRAMDOWN, 4))
def test_work_grows_with_the_text_whatever_it_is(piece: str) -> None:
    assert growth(lambda size: carried(piece * (size // len(piece))), 1000) < LINEAR


def test_work_grows_with_an_ordinary_text() -> None:
    text = Path(__file__).with_name("data").joinpath("whole.md").read_text(encoding="utf-8")
    assert growth(lambda times: carried(text * times), 1) < LINEAR


SPANS = st.sampled_from(
    [
        "word", "two words", "*em*", "**strong**", "_em_", "`code`", "`` a`b ``", "[link](http://x.org)",
        '[t](u.html "T")', "![a](b.png)", '"quoted"', "don't", "'single'", "--", "---", "...",
        "<b>bold</b>", "<br>", "a_b_c", "2 * 3", "5 < 6", "a & b", "&amp;", "\\*", "\\_", "$5", "$$x_1$$",
        "(paren)", "[brackets]", "{curly}", "#tag", "~~gone~~", "<http://x.org>", "C++", "**a *b* c**",
        "***x***", "x:", '\\"', "<kbd>*x*</kbd>", "<<x>>", "é", "[a [b] c](d)", "[*e*](f)", "x^2",
    ],
)
TEXT = st.lists(SPANS, min_size=1, max_size=5).map(" ".join)
PARAGRAPH = st.lists(TEXT, min_size=1, max_size=3).map("\n".join)
LEAVES = st.one_of(
    PARAGRAPH,
    PARAGRAPH,
    st.tuples(st.integers(1, 4), TEXT).map(lambda given: f"{'#' * given[0]} {given[1]}"),
    st.sampled_from(
        [
            "    x = 1\n\n      y *z*", "```py\n# c *x*\n\n{: .x}\n```", "* * *",
            "<div>\n*a*\n\n<p>b</p></div>", "| a | b |\n|---|:-:|\n| *c* | d |", "a | b\nc | d",
            "$$\na_1 *b* c_2\n$$", "term\n: one\n: two", "{::comment}\nx\n{:/comment}", "{:.cls}\ntext",
            "text\n{: #id .cls}", "<!-- c\n\nd -->", "* a\n  * b",
        ],
    ),
)


def _item(mark: str, text: str) -> str:
    first, *rest = text.split("\n")
    indent = " " * (len(mark) + 1)
    return "\n".join([f"{mark} {first}", *(f"{indent}{line}" if line else "" for line in rest)])


def _nested(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    gaps = st.sampled_from(["\n", "\n\n"])
    items = st.tuples(gaps, st.lists(inside, min_size=1, max_size=3))
    bullets = items.map(lambda given: given[0].join(map(partial(_item, "*"), given[1])))
    numbers = items.map(lambda given: given[0].join(map(partial(_item, "1."), given[1])))
    quotes = inside.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n")))
    return st.one_of(bullets, numbers, quotes)


DOCUMENTS = st.lists(st.recursive(LEAVES, _nested, max_leaves=4), min_size=1, max_size=4).map("\n\n".join)


@pytest.mark.newest
@needs_kramdown
@seed(1)
@tries(8, suppress_health_check=list(HealthCheck), database=None)
@given(st.lists(DOCUMENTS, min_size=30, max_size=30))
def test_any_document_says_the_same(texts: list[str]) -> None:
    for text, html in zip(texts, kramdown(texts), strict=True):
        assert visible(rendered(text_of(carried(text)))) == visible(html), text
