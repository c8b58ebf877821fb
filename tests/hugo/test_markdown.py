"""Markdown of Hugo, carried and shown by Python-Markdown, held against what Hugo makes of it."""

from __future__ import annotations

import re

import pytest
from each import each
from mkdocs_career_roadmap.hugo.markdown import GoldmarkDialect
from mkdocs_career_roadmap.hugo.markdown.parser import PACKAGES, parser
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.project.errors import ProjectError
from new_site.rendering import rendered, text_of

from .oracle import carried, pages, structure, visible

PLAIN = [
    "A list:\n- one\n- two\n  - deep\n    - deeper\n- three",
    "1. a\n2. b\n   - c\n\n     more of b\n3. d",
    "3. three\n4. four",
    "* a\n\n* b\n* c",
    "- a\n\n  more\n- b",
    "words\n# heading\nwords",
    "words\n```sh\ncode\n```\nwords",
    "- item\n  ```go\n  x := 1\n\n  y\n  ```\n- next",
    "> quote\n> - list\n>   - deep\n>\n> ```\n> code\n> ```",
    "- > quote in item\n- # head in item\n- - nested\n- 1. x",
    "| a | b |\n|---|---|\n| `x|y` | 2 |\n| a \\| b | c |",
    "text\n| a | b |\n|---|---|\n| 1 | 2 |\nafter",
    "a | b\n--|--\n1 | 2",
    "|a|b|c|\n|:--|:-:|--:|\n|1|2|\n|1|2|3|4|",
    (
        "|a|\n|-|:-:|\n|1|2|\n\na | b\n--|--|--\n1 | 2\n\n|a|b|c|\n|-|-|\n|1|2|3|\n\nword\n|-|-|\n"
        "|1|2|\n\nowl\n-|-\n1|2\n\nlark\n|-|\n|1|\n\nwren\n:-\n|1|\n\n- |a|\n  |-|-|\n  |1|2|"
    ),
    "*em* _em_ **s** __s__ *a **b** c* snake_case_word _a_b un*frigging*believable **a**b",
    "* * *\n\n---\n\n***",
    "Setext\n======\n\nTwo\n---\n\ntext",
    "`` a ` b `` ` x ` ```z```",
    "a\\*b \\_c\\_ \\# \\[x\\] \\`",
    "line one  \nline two\\\nline three\nfour",
    "<https://x.org> https://x.org/a_b_c?d=e&f=g. (https://x.org/x(y)) www.x.org/y, x@y.org",
    "[a](b \"t\") [c][d] [d] [d][] ![i](j.png) ![k][d]\n\n[d]: /url 'Title'",
    "[link with *em* and `code`](<u r l>) [brackets](a(b)c)",
    "&copy; &amp; &lt;b&gt; &#65; &nbsp;x AT&T",
    "5 * 3 * 2 and a_b_c and 2 < 3 > 1",
    '# A # B #\n## C&D "q"\n### `code` id\n#### x *y* [z](w)\n# A # B',
    "# Twice\n# Twice\n# Twice",
    "# Ünï – Cödé!\n## 日本 語\n## 1. Number\n## a -- b",
    '## Own {#own .cls data-key="v w"}',
    "Term\n: Def one\n: Def two\n\nOther\n\n: wide\n\n    more",
    "Note[^a] and[^b].\n\n[^b]: Second.\n[^a]: First\n    with more\n\n    and more.\n",
    "[^x] nothing\n\n[^unused]: gone",
    "- [ ] a\n- [x] b\n  - [ ] c",
    "    code\n\n    more\n\ntext\n\n\tcode tab",
    "```\nno language\n```\n\n~~~ruby\nx\n~~~\n\n````md\n```\ninner\n```\n````",
    "~~a~~ ~b~ a~b~c ~ a ~",
    "1) one\n2) two\n\n- a\n+ b\n* c",
    "- a\n- b\n\n\n- c\n\ntext\n\n1. x\n1. y",
    "-\n- b\n-   c",
    "1986\\. A great year\n\n1986. A year",
    "Hello\n    continued indented\n  more",
    "**Bold:**text **bold**text",
    'a*b*c **"q"** *(p)* *"x"*.',
    "$a_b$ and $x_1 * y_2 * z$ and $$\\alpha_1$$",
    "{{ braces }} {% x %} {: .cls } {.x}\n{.class}",
    '[TOC]\n\n*[HTML]: abbr\n\n!!! note\n    x\n\n??? x\n\n=== "tab"\n\n/// x',
    "a\n***\nb\n---\nc\n- - -\n",
    "> a\n\n> b\n\ntext\n> lazy\ncont",
    "1. a\n\n   ```\n   code\n   ```\n\n2. b\n\n       indented code\n\n3. c",
    "* foo\n\n  bar\n\n      baz\n* x",
    '![alt *em*](a.png "T")\n*caption*',
    "[![img](a.png)](b)",
    "[a]: x\n[b]: <y z>\n\n[a] [b] [nope] [x](no close",
    "10. ten\n    more\n11. eleven",
    "Line\n\n\n\nmany\n\n\n## h\ntext right after",
    "http://x.org/a*b*c _http://x.org_",
    "a\u00a0b  c\ttab",
    "#no heading\n\n####### seven",
    "text <!-- secret --> more\n\n<!-- secret\n\nsecret -->\n\nend",
    "> [!NOTE]\n> alert text",
    '[a](/b "x\'s \\"y\\"")',
    "![](a.png) ![x](<a b.png>)",
    "- item\n\n  | a | b |\n|---|---|\n  | 1 | 2 |\n- next",
    "- item\n  | a | b |\n|---|---|\n| 1 | 2 |\n- next",
    "1. x\n\n   | a | b |\n|---|---|\n| 1 | 2 |\n\n2. y",
    "- item\n\n  | a | b |\n  |---|---|\n| 1 | 2 |\n\n|---|---|\nno table",
    "[a](x\\_y) [b](<x\\_y z>) ![i](c\\_d.png) [r]\n\n[r]: /q\\_r 't\\_u'",
    "a :smile: b",
]
TYPE = [
    "'tis '90s the 90's 'a' \"b 'c' d\" it's dogs' \"a\"b (\"x\") 6'2\" \"'nested'\" rock 'n' roll",
    'She said, "Hi." "Oh," he said—"no".\n"New line" \'x\'',
    "the dogs'",
    "'s 'm 've 'll 'x' 'long' 'ab' ('in') \"'ab'\"",
    '"open only and 21"" x',
    'a "b"-c "d", "e"; "f"\n"g"',
    'He\'s "in *the* "room"" \'a *b* c\'',
    "*'a'* **\"b\"** `x`'s [y](z)'s \"[y](z)\"",
    "O'Neil 'O'Neil' l'été d'un 5' 5'x '5' \"5\"",
    "x='a' y=\"b\" {\"k\": 'v'}",
    '“pre” ‘set’ "mix“',
    "say \"a\nb\" and 'c\nd'",
    '"x"\n\n"y',
    "\\\"a\\\" \\'b\\' a\\--b",
    "a--b a---b a -- b ... 1--2 << a >>",
    '"*em*" *"em"* "`c`" ["l"](x) "[l](x)"',
    '["#tag"](/x), ["word"](/y) and *"(a)"* `c`"d" ![i](j)"k" **b**"c" x*"y"*z',
    '![it\'s "alt" -- x](a.png)',
    '"a\n\nb" c',
    '"a b\n\n- c\n- d"',
    '# "a\n\nb" c',
    '> "a\n\nb" c',
    '"a\n\n"b" c" d" e"',
    '1. build all."\n2. (see "it")',
    "[it's 'x'](/y) *'z'*'s ~~\"q\"~~ <https://a.b>'s",
]
HTML = [
    "<div>\n\n**md**\n\n</div>",
    '<div><a href="/x" ="y" target="_blank">wren</a> lark <i a=\'b\'c>owl</i></div>',
    'a <b>x *y*</b> c <br> d <img src="x.png" alt="q">',
    "<!-- secret -->\n\ntext <!-- secret --> more",
    "<details>\n<summary>Sum <b>x</b></summary>\n\nInner *md*\n\n- l\n\n</details>\n\nafter",
    '<div class="a">raw *not md* <span>s</span></div>\n\nnext',
    "<table>\n<tr><td>\n\n*x*\n\n</td></tr>\n</table>",
    '<figure>\n  <img src="a.png">\n  <figcaption>Cap *x*</figcaption>\n</figure>\n\np',
    '<iframe src="https://e.org/x" width="3"></iframe>\n\nq',
    "text <kbd>Ctrl</kbd>+<kbd>C</kbd> H<sub>2</sub>O",
    '<center>mid</center>\n\n<a name="x"></a>\n\n## H',
    "- item <b>b</b>\n\n  <div>in list</div>\n- two",
    "> <div>quote html</div>\n>\n> x",
    '<p align="center">\n  <img src="a.png">\n  <em>cap</em>\n</p>\n\nmore',
    "<script>\nvar a = 1 < 2;\n\nb();\n</script>\n\ntext",
    "<pre>\n a *b*\n\n c\n</pre>\n\nx",
    "<style>\n.a{b:c}\n</style>\nx",
    "<br>\n\n<hr/>\n\nx<br/>y",
    "<div>\n<p>one</p>\n\n    <b>four</b>\n\n</div>",
    "line <u>under</u> `<b>code</b>` <",
    '<span style="color:red">*red*</span> x',
    "<div>\n\n```py\nx\n```\n\n</div>",
    "<div>\n\n## In div\n\n| a |\n|---|\n| b |\n\n</div>",
    "a</b> <i>open",
    "<div>wren <b>lark</b> &amp; <i>owl</i>\n\n*stork*\n\n</div>",
    "<div>\n\n*wren*\n\nlark</div> owl\n\nstork",
    "<p>wren\n\nlark\n\n</p>",
    "<div>wren</div> lark <b>owl</b>\n\nstork",
    "<ul>\n<li>one</li>\n<li>two *s*</li>\n</ul>",
]
OTHER: list[tuple[str, GoldmarkDialect, list[str]]] = [
    ("[renderer]\nunsafe = true\n", GoldmarkDialect(unsafe=True), HTML),
    ("", GoldmarkDialect(), HTML),
    (
        "[renderer]\nhardWraps = true\n[extensions.typographer]\ndisable = true\n",
        GoldmarkDialect(hard_wraps=True, typographer=False),
        ['a\nb "q" -- it\'s ...', "- a\n  b"],
    ),
    (
        "[extensions]\nlinkify = false\nstrikethrough = false\ntable = false\ntaskList = false\n",
        GoldmarkDialect(linkify=False, strikethrough=False, table=False, task_list=False),
        ["https://x.org ~~a~~", "|a|\n|---|\n|b|", "- [ ] a"],
    ),
    (
        "[parser.attribute]\nblock = true\n",
        GoldmarkDialect(block_attributes=True),
        [
            "word\n{.wren #owl}\n\nmore {.b}\n\n{.c}\n\n* * *\n{.d}",
            "- a\n- b\n{.lark}\n\n> q\n{.q}",
            "| a |\n|---|\n| b |\n{.stork}\n\n```go\nx\n```\n{.c}",
            '# H\n{.x}\nw\n{title="x"}\nnext\n{ no list }',
        ],
    ),
    ("[extensions]\ndefinitionList = false\n", GoldmarkDialect(definition_list=False), ["T\n: D"]),
    (
        '[extensions]\nlinkifyProtocol = "http"\n[parser]\nautoHeadingIDType = "github-ascii"\n',
        GoldmarkDialect(linkify_protocol="http", ascii_ids=True),
        ["www.x.org", "# Ünï Cödé"],
    ),
    (
        (
            "[extensions.passthrough]\nenable = true\ndelimiters = {block = [['$$', '$$']], inline = "
            "[['\\(', '\\)']]}\n"
        ),
        GoldmarkDialect(math_block=(("$$", "$$"),), math_inline=(("\\(", "\\)"),)),
        ["so \\(a_1 * b_2 * c\\) holds"],
    ),
]
"""A part of `markup.goldmark`, what it means, and texts that it makes a difference to."""


def alike(html: str) -> tuple[str, list[str]]:
    """Return what of a page must be the same: what a reader sees, and how it is built."""
    return visible(html), [re.sub(r"#(?:fn|fnref)[:\w-]*", "#fn", one) for one in structure(html)]


@pytest.fixture(scope="module")
def by_hugo() -> dict[str, str]:
    return dict(zip(PLAIN + TYPE, pages(PLAIN + TYPE), strict=True))


@pytest.mark.parametrize("text", [
    pytest.param(text, marks=[pytest.mark.newest] if re.match(r"\*em\*|~~a~~", text) else [])
    for text in PLAIN + TYPE])  # Python-Markdown before 3.11.1 has another idea of what is in what
def test_a_text_is_shown_as_hugo_shows_it(text: str, by_hugo: dict[str, str]) -> None:
    assert alike(rendered(text_of(carried(text)))) == alike(by_hugo[text])


@each(("config", "dialect", "texts"), OTHER)
def test_what_the_configuration_says_of_markdown_counts(
    config: str, dialect: GoldmarkDialect, texts: list[str]
) -> None:
    config = re.sub(r"(?m)^\[", "[markup.goldmark.", config)
    for text, html in zip(texts, pages(texts, config), strict=True):
        assert alike(rendered(text_of(carried(text, dialect)))) == alike(html), text


def test_signs_stand_for_their_names_but_not_in_code() -> None:
    texts = [
        ":smile: a:+1:b `:smile:` :nope: \\:smile: [:heart:](x) *:e-mail:* :de: 10:30:45",
        "# :rocket: head\n\n    :smile:\n\n```\n:smile:\n```\n\n| :cat: |\n|---|\n| :dog: |",
    ]
    for text, html in zip(texts, pages(texts, "enableEmoji = true\n"), strict=True):
        assert alike(rendered(text_of(carried(text, GoldmarkDialect(emoji=True))))) == alike(html), text


def test_what_hugo_shows_nobody_is_nowhere() -> None:
    for text in (*PLAIN, *HTML):
        for dialect in (GoldmarkDialect(), GoldmarkDialect(unsafe=True)):
            assert "secret" not in text_of(carried(text, dialect)), text


def test_html_that_is_left_out_is_told_once_a_block() -> None:
    notes = carried("<div>\n\na <b>b</b> <i>c</i>\n\n<!-- x -->\n").notes
    assert [(kind, line) for kind, line, _ in notes] == [(NoteKind.CHANGED, 1), (NoteKind.CHANGED, 3)]


def test_options_of_code_are_those_of_highlight() -> None:
    text = '```Go {linenos=table,hl_lines=[2,"4-6"],linenostart=199}\nx\n```\n\n```\nx\n```'
    assert text_of(carried(text)) == '```go linenums="199" hl_lines="2 4-6"\nx\n```\n\n```\nx\n```'


def test_lines_know_where_they_come_from() -> None:
    lines = carried("# a\n\n- b\n  c\n\n```\nd\n```\n").lines
    assert [(line.number, line.text) for line in lines if line.text] == [
        (1, "# a"),
        (3, "- b"),
        (4, "    c"),
        (6, "```"),
        (7, "d"),
        (7, "```"),
    ]


def test_without_the_reader_of_markdown_an_import_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("mkdocs_career_roadmap.hugo.markdown.parser.import_module", missing)
    with pytest.raises(ProjectError, match=f"pip install {PACKAGES}"):
        parser(GoldmarkDialect())


def test_a_formula_of_its_own_within_a_paragraph_stands_on_lines_of_its_own() -> None:
    dialect = GoldmarkDialect(math_block=(("$$", "$$"),))
    assert text_of(carried("so $$a_1$$ holds\n**if** $$b\nc$$\n", dialect)) == (
        "so\n\n$$ a_1 $$\n\nholds\n**if**\n\n$$\nb\nc\n$$"
    )
    assert text_of(carried("$$\na\n$$\n![](b.png)\n", dialect)) == "$$ a $$\n\n![](b.png)"
    assert text_of(carried("- *if $$a$$* holds\n- $$b$$", dialect)) == (
        "- *if \\(a\\)* holds\n- <!-- -->\n\n    $$ b $$"
    )
