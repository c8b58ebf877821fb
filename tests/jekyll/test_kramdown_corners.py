"""The corners of kramdown's language that few pages have: a page says the same there, too."""

from __future__ import annotations

import re

import html5lib
import pytest
from each import each
from mkdocs_career_roadmap.jekyll.kramdown import Dialect
from mkdocs_career_roadmap.new_site.lines import NoteKind
from new_site.rendering import rendered, text_of

from .kramdown_oracle import carried, kramdown, visible
from .test_kramdown import assert_alike, needs_kramdown

ALIKE = {
    "attribute lists": [
        "a\n{:.x}\n{:.y}\n\nb",
        "a\n\n{:.x}\n\nb",
        "* {:.x}{:.y}\n* b",
        "{:.x #y} term\nother\n: def",
        "<img src='a.png'>{:.x} and <b>*a*</b>{:.y} *a*{:nope}",
        "{:.x}\n<div>*a*</div>\n\n{:.y}\n<hr />",
    ],
    "extensions": [
        "{::comment}x{:/comment} b",
        "a\n{::comment}x{:/comment}\nb",
        "a\n\n{:/comment}\n\n{:/comment} text",
        "{::nomarkdown}\n*a* b\n{:/}",
        "{::nomarkdown}\n<div>*x*</div>\n{:/}",
        "* a\n\n  {::nomarkdown}\n  <b>*x*</b>\n\n  y\n  {:/}",
        "* a\n\n  {::nomarkdown}\n\n  {:/}\n* b",
    ],
    "html": [
        "<p markdown='1'>*a*\nb</p>\n\nc",
        "<p markdown='1'>*a*\n\nb",
        "<p markdown='1'></p>\n\nb",
        "<pre markdown='1'>*a*</pre>",
        "<div markdown='span'>*a* b</div>",
        "* <p markdown='1'>*a*</p>",
        "<hr />\n*a*\n\n<div/>\n*b*",
        '<div>a <b" c</div>',
    ],
    "comments and instructions": [
        "<!-- a\n\n<!-- b",
        "<div><!-- *a* -->*b*</div>\n\nc",
        "<div><!-- *a*\n\nb</div>\n\nc",
        "<div><?php *x* ?>*b*</div>\n\nc",
        "<div><?php *x* </div>\n\nc",
        "a <!--> b",
    ],
    "code": [
        "    a\n     b\n   c\n\n    d\ne\n\nf",
        "    a\nb\n      c\n\td",
        "    a\n<div>b</div>",
        "    a\n^\n    b",
        "* a\n\n^\n\n    b",
        "[^1]\n\n[^1]: a\n\n    b\nc\n    d",
        "~~~ a\n\n~~~ b",
    ],
    "headings": ["# \n\na", "## ##\na", "{:.x}\n# #\n\nb", "# _a_ & __b__ `x_`"],
    "lists": [
        "* a\\\\\n  > b\n* c\\\\\n  * d",
        "1. a\n\n   b\n* c",
        "[^1]\n\n* x\n{:footnotes}\n\n[^1]: n",
    ],
    "definitions": [
        ": a",
        "# h\n: a\n: b",
        "a\n: b\n^\nc",
        "a\n: b\n<div c\n: d",
        "> a\n> : b\n>\n>   c",
    ],
    "what looks like a block in a paragraph": [
        "# h\na\n==",
        "# h\na\n----",
        "a\n_ _ _\nb",
        "a\n[^1]: b\n\n[^1]: c",
        "[a] : b\n*[c] : d",
        "[a]: \n\nb",
    ],
    "links": [
        "[c][a[b]\n\n[a[b]: http://x.org",
        "[a](<b> 'T') [c](<d>'T') [e](<f> g)",
        "[a][b`c] [a][b\\c] ![d][b`c]\n\n[b`c]: http://x.org 'T'\n[b\\c]: http://y.org",
        "a <mailto:x> <mailto:x_y> <mailto:me@x.org>",
        "a <http:x> <ftp:x y> <ftp://a.b> <https:a_b_c>",
        "<http:x>",
        "a[^b] c",
    ],
    "marks": [
        "*a**b**c* *a**b* **a*b**",
        "\\<<a\\>> \\<< b \\>>",
        "a\\\nb \\q \\ c \\~",
        "a &copy;{:.x} b",
    ],
    "attributes within other blocks": [
        "a[^1]\n\n[^1]: n\n    {: .x}",
        "a[^1]\n\n[^1]: n\n\n    m\n    {: .x}",
        "a[^1]\n\n[^1]: n\n    {: .x}\n\n    m",
        "> 1. a\n> {: #x}\n\n[y](#x)",
        "> | a |\n> {: #x .y}",
        "> {:n: .x}\n>\n> a\n> {: n}\n\n* b\n  {: n}",
    ],
    "elements of which a part is Markdown": [
        '<details>\n<summary markdown="span">*x*</summary>\n*a* <b>b</b> `c` &amp;\n\n* d\n</details>',
        '<div>\n*a*\n<p markdown="1">*x*</p>\n<img src="b.png"> *c*\n</div>',
        '<table>\n<tr>\n<th>*a*</th><td markdown="span">*b*</td>\n</tr>\n</table>',
        '<ul>\n<li>*a* <a href="b">c</a></li>\n<li markdown="1">*d*</li>\n</ul>',
        '* a\n\n  <div>\n  *b* <i>c</i>\n  <p markdown="span">*d*</p>\n  </div>\n\n* e',
    ],
    "tables": [
        "| a < b |",
        "| ` a | b ` |",
        "| <code>a|b</code> | c |",
        "| `a | b |",
        "| `a\nb` | c |",
        "| a `b\nc\nd` | e |",
        "`a|b` c\nd|e",
        "`a|\nb` | c",
        "| a `b|\nc|\nd` | e |",
        "|a|\n|---|\n|b|\n|---|\n|c|",
        "|---|\n\n| a |\ntext",
    ],
}


@needs_kramdown
@pytest.mark.parametrize("texts", ALIKE.values(), ids=ALIKE.keys())
def test_says_the_same(texts: list[str]) -> None:
    assert_alike(texts)


@needs_kramdown
def test_kramdowns_own_dialect_escapes_no_tilde() -> None:
    assert_alike(["a \\~ b \\~~c~~"], Dialect(gfm=False), input="kramdown")


BECOMES = {
    "an id that would be emphasised": ("# `_a_` & b", '# <a id="_a_--b"></a>`_a_` & b'),
    "two attribute lists": ("a\n{:.x}\n{:.y}", "a\n{: .x .y }"),
    "a list of attributes of an element": ('{:.x}\n<div id="y">a</div>', '<div id="y" class="x">a</div>'),
    "a list of attributes of an empty element": ("{:.x}\n<hr />", '<hr class="x" />'),
    "a term's attributes": ("{:.x #y} term\n: def", "term {: .x #y }\n:   def"),
    "code after a list": ("* a\n\n^\n\n    b", "* a\n\n```\nb\n```"),
    "where footnotes go": ("* x\n{:footnotes}", "///Footnotes Go Here///"),
    "attributes of an address": (
        "<https://x.org>{: .y} <me@x.org>{: .z}",
        "[https://x.org](https://x.org){: .y } [me@x.org](mailto:me@x.org){: .z }"),
    "the id of a list in a list": ("* a\n  * b\n  {: #x}", '* a\n    <a id="x"></a>\n\n    * b'),
    "a reference within brackets": ("[c][a[b]\n\n[a[b]: /x", "[c](/x)"),
}


@each(("text", "expected"), BECOMES.values(), ids=BECOMES.keys())
def test_becomes(text: str, expected: str) -> None:
    assert text_of(carried(text)).rstrip() == expected


NOTED = {
    "the end of nothing": ("a\n\n{:/comment}", NoteKind.LEFT, 3, "knows no extension like {:/comment}"),
    "attributes of an entity": ("a\n&copy;{:.x}", NoteKind.CHANGED, 2, "cannot have any"),
    "attributes of an item of nothing": ("* {:.x}{:.y}\n* b", NoteKind.CHANGED, 1, "a list's item"),
    "the end of a footnote": ("a[^b]\n\n[^b]: c\n    {: .d}", NoteKind.CHANGED, 3, "end of a footnote"),
    "a class within a quote": ("> * a\n> {: .b #c}", NoteKind.CHANGED, 1, "within another"),
    "contents of less": ("* a\n{:toc}\n\n# b\n{: .no_toc}", NoteKind.CHANGED, 1, "list of links"),
    "a definition of blocks in a quote": ("> a\n> : b\n>\n>   c", NoteKind.CHANGED, 2, "a definition with"),
}


@each(("text", "kind", "line", "what"), NOTED.values(), ids=NOTED.keys())
def test_what_is_not_carried_is_said(text: str, kind: NoteKind, line: int, what: str) -> None:
    [note] = carried(text).notes
    assert note[:2] == (kind, line)
    assert what in note[2]


CONTENTS = [
    "# A\n{: .no_toc}\n\n* a\n{:toc}\n\n# B\n\n### A *d*\n\n## F [g](h)[^1]\n\n# A\n{: .no_toc}\n\n[^1]: i",
    "1. a\n{:toc}\n\n## B\n\n> ## B\n{: .x}\n\n## C\n{: .no_toc}\n\n## D & E {#f}\n\n## `_g_` h",
    "* a\n{:toc}\n\n# B\n{: .no_toc}\n\nc",
]


def contents_of(html: str) -> list[str]:
    """Return the headings' links, each behind the lists that it lies in."""
    root = html5lib.parse(html, namespaceHTMLElements=False)
    found: list[str] = []

    def walk(node, depth: int) -> None:
        for child in node:
            if child.tag == "a" and re.match("#(?!fn)", child.get("href") or ""):
                found.append(f"{depth} {child.get('href')} {' '.join(''.join(child.itertext()).split())}")
            walk(child, depth + (child.tag in {"ul", "ol"}))

    walk(root, 0)
    return found


@needs_kramdown
@pytest.mark.parametrize("text", CONTENTS)
def test_a_table_of_contents_names_what_kramdowns_does(text: str) -> None:
    [html] = kramdown([text])
    assert contents_of(rendered(text_of(carried(text)))) == contents_of(html)


@needs_kramdown
def test_a_table_of_contents_has_the_levels_that_kramdown_was_told() -> None:
    text = "* a\n{:toc}\n\n# B\n\n## C\n\n### D"
    [html] = kramdown([text], toc_levels=[2])
    mine = rendered(text_of(carried(text, Dialect(toc_levels=(2,)))))
    assert contents_of(mine) == contents_of(html) == ["1 #c C"]
    assert "[TOC]" in text_of(carried(text))


SPENT = {
    "a form feed that kramdown never ends to read": "    \x0cx",
    "images in images": "![" * 30 + "a" * 3000 + "]" * 30,
    "an extension in images": "![a " * 8 + "{::x " + "a" * 30_000 + "}" + "] b",
}


@pytest.mark.parametrize("text", SPENT.values(), ids=SPENT.keys())
def test_what_takes_too_long_is_shown_as_it_stands(text: str) -> None:
    assert visible(rendered(text_of(carried(text)))) == text.strip()
