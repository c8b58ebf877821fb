"""What is shown of a post besides its title and its day: who wrote it, how long it takes to read, and how it
begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from math import ceil

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .prose import COMMENT, plain, without_code_blocks
from .yaml_nodes import NULL

WORDS_A_MINUTE = 265
"""As Material's blog has it."""
SIGNS_A_MINUTE = 500
"""Of writings that have no spaces between words."""
_SIGN = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""Compiled when it is asked for: so many signs take their time, and not every site has texts with them."""
_WORD = re.compile(r"\w+")
_LETTERS = bytes(ord("a" if chr(code) == "_" or (chr(code).isalnum() and code < 128) else " ")
                 for code in range(256))
"""From each ASCII letter to one of them if words have it, and else to a space."""
_NOT_READ = re.compile(r"\]\([^\s()]*|<[a-zA-Z/][^<>]*>|https?://[^\s<>]*")
"""The target of a link, a tag, an address."""
_PICTURE = re.compile(r"!\[|<img\b")
_EXCERPT = 200
"""Letters of a beginning that is shown, more or less."""
_LOOKED_AT = 10_000
"""Letters of a page within which its first paragraph stands."""
_BETWEEN = re.compile(r"\n[ \t]*\n\s*")
_HEADINGS = re.compile(r"(?:#{1,6}(?![^\s#]).*(?:\n|$))+|[^\n]+\n(?:=+|-+)[ \t]*(?:\n|$)")
"""Headings at the start of a paragraph."""
_NO_PROSE = re.compile(
    r"""[ \t]*+(?:
        [*+-][ \t] | \d+[.)][ \t]                            # an item
      | \| | [^\n]*\n[ \t|:]*-[-|\x20:]*\|                   # a table
      | > | <(?!https?://|mailto:)                           # a quotation, HTML
      | !!! | \?\?\? | === | ::: | ///                       # a note, tabs or a block of Material
      | \$\$ | \\\[                                          # a formula
      | --8<-- | ;--8<-- | \{                                # a file that is taken in, a template
      | \[\[?toc\] | \*\[ | \[\^?[^\]\n]+\]:                 # a list of contents, definitions
      | ([*_-])(?:[ \t]*\1){2,}[ \t]*$                       # a line
    )""",
    re.IGNORECASE | re.VERBOSE)
"""How a block begins that is no paragraph of words."""
_TEMPLATE = re.compile(r"\{[{%].*?[%}]\}|--8<--", re.DOTALL)
_PICTURES = re.compile(r"!\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?(?:\{[^{}]*\})?")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_ATTRIBUTES = re.compile(r"(?<=[\])*_`])\{:?[^{}]*\}")
_TAG = re.compile(r"<(?:(https?://|mailto:)([^<>\s]*)|/?[a-zA-Z][^<>]*)>")
_INT = "tag:yaml.org,2002:int"


def minutes_to_read(body: str) -> int:
    """Return how many minutes a reader takes for a page's Markdown, rounded up. 0: it says nothing.

    Code is read as well. A picture takes twelve seconds, each further one a second less, but at least three.
    """
    end = body.rfind("-->") + 3  # behind it nothing closes a comment, and looking for it takes its time
    text = COMMENT.sub("", body[:end]) + body[end:]
    pictures = len(_PICTURE.findall(text)) if "![" in text or "<img" in text else 0
    if "](" in text or "<" in text or "://" in text:
        text = _NOT_READ.sub(" ", text)
    words, signs = _words_and_signs(text)
    seconds = (60 * words / WORDS_A_MINUTE + 60 * signs / SIGNS_A_MINUTE
               + sum(range(12, max(12 - pictures, 3), -1)) + 3 * max(pictures - 9, 0))
    return ceil(seconds / 60)


def _words_and_signs(text: str) -> tuple[int, int]:
    """Return how many words a text has, and how many signs that are no parts of words."""
    if text.isascii():  # most of what a site is read for is counted here
        letters = text.encode().translate(_LETTERS)
        return letters.count(b" a") + letters.startswith(b"a"), 0  # where they begin: no text is made of each
    words, signs = re.subn(_SIGN, " ", text)
    return len(_WORD.findall(words)), signs


def excerpt_of(body: str) -> str:
    """Return how a page's Markdown begins: its first paragraph of words, cut between words. Empty: none.

    What a template or another file would put there is nobody's beginning, so a paragraph with it is passed.
    """
    text = without_code_blocks(_begin(body).replace("\r\n", "\n"))
    for paragraph in _BETWEEN.split(text.partition("<!--")[0].strip("\n")):  # a comment that does not end
        words = _HEADINGS.sub("", paragraph, count=1) if _HEADINGS.match(paragraph) else paragraph
        if not _NO_PROSE.match(words) and not _TEMPLATE.search(words) and (said := _said(words)):
            return said
    return ""


def _begin(body: str) -> str:
    """Return the lines of a page that are looked at; of a first one that is longer, its begin."""
    if len(body) <= _LOOKED_AT:
        return body
    end = body.rfind("\n", 0, _LOOKED_AT)
    return body[: end if end > 0 else _LOOKED_AT]


def _said(paragraph: str) -> str:
    """Return the words of a paragraph as a reader sees them, cut; empty: it has none."""
    text = _WIKI.sub(r"\1", _NOTE.sub("", _PICTURES.sub("", paragraph)))
    text = plain(_ATTRIBUTES.sub("", _TAG.sub(lambda tag: tag[2] or "", text)))
    text = unescape(text).strip()
    if len(text) > _EXCERPT:
        cut = text[: _EXCERPT - 1]
        text = f"{cut.rpartition(' ')[0].rstrip(',;:.') or cut}\u2026"
    return text if _WORD.search(text) else ""


def minutes_said(pairs: Iterable[tuple[str, Node]]) -> int | None:
    """Return how many minutes a page says itself that it takes, as Material's blog reads it. None: it does
    not say.
    """
    node = next((node for key, node in pairs if key == "readtime"), None)
    if isinstance(node, ScalarNode) and node.tag == _INT and node.value.isascii() and node.value.isdigit():
        return int(node.value[:6])
    return None


def authors_of(pairs: Iterable[tuple[str, Node]]) -> tuple[str, ...]:
    """Return who wrote a page by its `authors` or `author`, each once: names, lists of them, or mappings with
    a `name`. What is none of these is nobody: other tools have forms of their own, and say so themselves.
    """
    found = dict(reversed([pair for pair in pairs if pair[0] in ("author", "authors")]))
    return tuple(dict.fromkeys(name for key in ("authors", "author") if key in found
                               for name in _names(found[key])))


def _names(node: Node, depth: int = 0) -> Iterator[str]:
    if isinstance(node, SequenceNode) and depth == 0:
        for item in node.value:
            yield from _names(item, 1)
    elif isinstance(node, MappingNode):
        yield from (name for key, value in node.value if key.value == "name" and isinstance(value, ScalarNode)
                    for name in _names(value))
    elif isinstance(node, ScalarNode) and node.tag != NULL and (name := " ".join(node.value.split())):
        yield name
