"""The marks of kramdown's language, as its parser recognises them.

A pattern is matched at a place of a text each line of which ends with a line break; a place within a line
counts as its beginning, as it does to kramdown after a closing tag.
"""

from __future__ import annotations

import re

from mkdocs_career_roadmap.new_site.markdown.attributes import ID_NAME


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OPT_SPACE = r" {0,3}"
INDENT = r"(?:\t| {4})"
NAME = r"(?:[^\W\d][-\w.]*+:)?[^\W\d][-\w.]*+"
"""The name of a tag or an attribute."""

SPAN_TAGS = words(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc"
    " rp rt rtc ruby samp select small span strong sub sup tt u var",
)
BLOCK_TAGS = words(
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup"
    " p pre section summary table tbody td th thead tfoot tr ul",
)
EMPTY_TAGS = words(
    "area base br col command embed hr img input keygen link meta param source track wbr",
)
HOLDS_BLOCKS = words(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form"
    " header hgroup iframe li main map menu nav noscript object section summary td",
)
HOLDS_SPANS = words(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup"
    " p q rb rbc rp rt rtc ruby select small span strong sub sup th tt",
)
HOLDS_RAW = words("script style math option textarea pre code kbd samp var")
KNOWN_TAGS = SPAN_TAGS | BLOCK_TAGS | EMPTY_TAGS | HOLDS_BLOCKS | HOLDS_SPANS | HOLDS_RAW

_LAZY_SPANS = "|".join(sorted(SPAN_TAGS | {"script"}, key=len, reverse=True))
_HTML_START = rf"<(?!(?:{_LAZY_SPANS})\b){NAME}"
_HTML_STOP = rf"</(?!(?:{_LAZY_SPANS})\b){NAME}\s*>"

TAG = re.compile(
    rf"""<(?P<name>{NAME})(?P<attributes>(?>\s++{NAME}(?:\s*+=\s*+(?:\w++|(?P<q>["']).*?(?P=q)))?)*+)"""
    r"\s*+(?P<closed>/)?>",
    re.DOTALL,
)
TAG_CLOSE = re.compile(rf"</(?P<name>{NAME})\s*+>")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
INSTRUCTION = re.compile(r"<\?(.*?)\?>", re.DOTALL)
ENTITY = re.compile(r"&(?:([A-Za-z0-9_:][-A-Za-z0-9_.:]*);|#(\d+);|#x([0-9a-fA-F]+);)")

_ANY = r"(?:\\\}|[^}])"
_SOME = rf"{_ANY}{{1,1000}}"
"""What stands in a list of attributes. kramdown looks for its end in all of the text, which takes the square
of the time where none of many ends; no list is as long as this.
"""
_IAL_BLOCK = rf"\{{:(?![:/]){_SOME}\}}\s*?\n"
IAL_BLOCK = re.compile(rf"{OPT_SPACE}\{{:(?![:/])({_SOME})\}}\s*?\n")
ALD = re.compile(rf"{OPT_SPACE}\{{:({ID_NAME}):({_SOME})\}}\s*?\n")
IAL_SPAN = re.compile(rf"\{{:({_SOME})\}}")
LIST_ITEM_IAL = re.compile(rf"\s*(?:\{{:(?!(?:{ID_NAME})?:|/)({_SOME})\}})\s*")
LIST_ITEM_IAL_ONLY = re.compile(rf"(?:\s*+\{{:(?!(?:{ID_NAME})?:|/){_SOME}\}})?\s*+(?<=\n)")
EXT = re.compile(rf"\{{::([A-Za-z0-9_]+)(?:\s({_ANY}{{0,1000}}?)|)(/)?\}}")
EXT_STOP = r"\{:/(?:%s)?\}"
EXT_ANY_STOP = re.compile(EXT_STOP % ID_NAME)

BLANK = re.compile(r"(?>[^\S\n]*\n)+")
EOB = re.compile(r"\^[^\S\n]*\n")
LAZY_END = re.compile(
    rf"[^\S\n]*\n|{OPT_SPACE}{_IAL_BLOCK}|\^[^\S\n]*\n|{OPT_SPACE}{_HTML_STOP}|{OPT_SPACE}{_HTML_START}|\Z",
)
CODE_LAZY_END = re.compile(
    rf"{OPT_SPACE}{_IAL_BLOCK}|\^[^\S\n]*\n|{OPT_SPACE}{_HTML_STOP}|{OPT_SPACE}{_HTML_START}",
)
ITEM_LAZY_END = [
    re.compile(rf" {{0,{width}}}(?:{_IAL_BLOCK}|{_HTML_STOP}|{_HTML_START})") for width in range(4)
]
BLOCK_BOUNDARY = re.compile(rf"(?:[^\S\n]*\n)|\^[^\S\n]*\n|{OPT_SPACE}{_IAL_BLOCK}|\Z")

CODE = re.compile(rf"{INDENT}[ \t]*\S.*\n")
FENCE = {
    True: re.compile(rf"{OPT_SPACE}(?P<fence>~{{3,}}|`{{3,}})(?P<info>.*)\n"),
    False: re.compile(r"(?P<fence>~{3,})(?P<info>.*)\n"),
}
QUOTE = re.compile(rf"{OPT_SPACE}> ?")
ATX = {
    True: re.compile(r"(?P<level>#{1,6})[\t ]+(?P<contents>.*)\n"),
    False: re.compile(r"(?P<level>#{1,6})[\t ]*(?P<contents>[^ \t\n].*)\n"),
}
SETEXT = re.compile(rf"{OPT_SPACE}(?P<contents>[^ \t\n].*)\n(?P<level>[-=])[-=]*[ \t\r\f\v]*\n")
HEADER_ID = re.compile(r"[\t ]\{#(?P<id>[^\W\d][-\w.:]*)\}\Z")
RULE = re.compile(rf"{OPT_SPACE}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
_TAIL = r"[\t| ].*\n"
ITEM = {
    "ul": re.compile(rf"({OPT_SPACE}[+*-])({_TAIL})"),
    "ol": re.compile(rf"({OPT_SPACE}\d+\.)({_TAIL})"),
    "dl": re.compile(rf"({OPT_SPACE}:)({_TAIL})"),
}
ITEMS_OF = {
    "ul": [re.compile(rf"( {{0,{width}}}[+*-])({_TAIL})") for width in range(4)],
    "ol": [re.compile(rf"( {{0,{width}}}\d+\.)({_TAIL})") for width in range(4)],
    "dl": [re.compile(rf"( {{0,{width}}}:)({_TAIL})") for width in range(4)],
}
MATH = re.compile(rf"{OPT_SPACE}(\\)?\$\$(.*?)\$\$(\s*?\n)?", re.DOTALL)
TABLE_LINE = re.compile(r"(?:\||.*?[^\\\n]\|).*?\n")
TABLE_PIPE = re.compile(r"(?:\||.*?[^\\\n]\|)")
TABLE_START = re.compile(rf"{OPT_SPACE}(?=\S)(?:\||.*?[^\\\n]\|).*?\n")
TABLE_SEPARATOR = re.compile(r"(?=[+|: \t]*+-)((?:[ \t]*+[+|:-])++)[ \t]*+\n")
TABLE_ALIGN = re.compile(r"[ \t]?(:?)-+(:?)[ \t]?")
TABLE_FOOT = re.compile(r"(?=[+|: \t]*+=)[+|: \t=]++\n")
FOOTNOTE = re.compile(rf"{OPT_SPACE}\[\^({ID_NAME})\]:[^\S\n]*(.*)\n")
FOOTNOTE_MARK = re.compile(rf"\[\^({ID_NAME})\]")
LINK_DEFINITION = re.compile(
    rf"""{OPT_SPACE}\[([^\n\]]+)\]:[ \t]*+(?:<(.{{0,2000}}?)>|((?:[^ \t\n]|[ \t]++(?=[^ \t\n"']))++))"""
    r"""(?:(?:[ \t]*+\n[ \t]*+|[ \t]++)(["'])(.+?)\4(?=[ \t]*+\n))?[ \t]*+\n""",
)
"""An address ends before a title, which begins with a quote behind a blank."""
ABBREVIATION = re.compile(rf"{OPT_SPACE}\*\[(.+?)\]:(.*?)\n")
EXTENSION = re.compile(rf"{OPT_SPACE}\{{:")
PARAGRAPH_END = re.compile(
    "|".join(
        (
            LAZY_END.pattern,
            ITEM["ul"].pattern,
            ITEM["ol"].pattern,
            r"#{1,6}[\t ]+.*\n",
            ITEM["dl"].pattern,
            QUOTE.pattern,
            rf"{OPT_SPACE}[~`]{{3,}}",
        ),
    ),
)
PARAGRAPH_END_KRAMDOWN = re.compile(f"{LAZY_END.pattern}|{ITEM['dl'].pattern}")
