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
_LETTERS = bytes(chr(code) == "_" or (chr(code).isalnum() and code < 128) for code in range(256))
"""From each letter of ASCII to 1 if words have it, and else to 0."""
_TARGET = re.compile(r"\]\([^\s()]*")
_ADDRESS = re.compile(r"https?://[^\s<>]*")
_NOT_READ = re.compile(rf"{_TARGET.pattern}|<[a-zA-Z/][^<>]*>|{_ADDRESS.pattern}")
"""The target of a link, a tag, an address."""
_IMAGE = re.compile(r"<img\b")
_EXCERPT = 200
"""Letters of a beginning that is shown, more or less."""
_LOOKED_AT = 10_000
"""Letters of a page within which its first paragraph stands."""
_FIRST = 2000
"""Letters within which most first paragraphs stand: no more is looked at if there is one."""
_NO_PLAIN = ("```", "~~~", "<!--", "\t", "\n    ")
"""Signs before which no line of a page can be code or a comment."""
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
    text = COMMENT.sub("", body[:end]) + body[end:] if end > 2 else body
    pictures = (text.count("![") if "!" in text else 0) + (len(_IMAGE.findall(text)) if "<" in text else 0)
    words, signs = _words_and_signs(_without_addresses(text))
    seconds = (60 * words / WORDS_A_MINUTE + 60 * signs / SIGNS_A_MINUTE
               + sum(range(12, max(12 - pictures, 3), -1)) + 3 * max(pictures - 9, 0))
    return ceil(seconds / 60)


def _without_addresses(text: str) -> str:
    """Return a text with a space for each target of a link, each tag and each address."""
    if "<" in text:
        return _NOT_READ.sub(" ", text)
    if "://" not in text:
        return _TARGET.sub(" ", text)
    # Two patterns that begin with one text each are found several times as fast as one with a choice.
    if any("](" in address for address in _ADDRESS.findall(text)):  # which goes on through a target
        return _NOT_READ.sub(" ", text)
    return _ADDRESS.sub(" ", _TARGET.sub(" ", text))


def _words_and_signs(text: str) -> tuple[int, int]:
    """Return how many words a text has, and how many signs that are no parts of words."""
    if text.isascii():  # most of what a site is read for is counted here
        # As one number, in which each byte is 1 for a letter: a word begins at one with none before it.
        letters = int.from_bytes(text.encode().translate(_LETTERS), "little")
        return (letters & ~(letters << 8)).bit_count(), 0
    words, signs = re.subn(_SIGN, " ", text)
    return len(_WORD.findall(words)), signs


def excerpt_of(body: str) -> str:
    """Return how a page's Markdown begins: its first paragraph of words, cut between words. Empty: none.

    What a template or another file would put there is nobody's beginning, so a paragraph with it is passed.
    """
    text = _begin(body).replace("\r\n", "\n")
    # The last of them may go on behind a sign; what ends before is as it is without code and comments.
    if first := _first_said(_BETWEEN.split(_plain_begin(text).lstrip("\n"))[:-1]):
        return first
    text = without_code_blocks(text)
    return _first_said(_BETWEEN.split(text.partition("<!--")[0].strip("\n")))  # a comment may not end


def _first_said(paragraphs: Iterable[str]) -> str:
    """Return the first that are words, as `excerpt_of` does."""
    for paragraph in paragraphs:
        words = _HEADINGS.sub("", paragraph, count=1) if _HEADINGS.match(paragraph) else paragraph
        if not _NO_PROSE.match(words) and not _TEMPLATE.search(words) and (said := _said(words)):
            return said
    return ""


def _plain_begin(text: str) -> str:
    """Return the begin of a text up to the first sign by which there may be code or a comment."""
    if text.startswith("    "):
        return ""
    begin = text[:_FIRST]
    return begin[: min((at for sign in _NO_PLAIN if (at := begin.find(sign)) >= 0), default=_FIRST)]


def _begin(body: str) -> str:
    """Return the lines of a page that are looked at; of a first one that is longer, its begin."""
    if len(body) <= _LOOKED_AT:
        return body
    end = body.rfind("\n", 0, _LOOKED_AT)
    return body[: end if end > 0 else _LOOKED_AT]


def _said(paragraph: str) -> str:
    """Return the words of a paragraph as a reader sees them, cut; empty: it has none."""
    text = paragraph
    if "[" in text:
        text = _WIKI.sub(r"\1", _NOTE.sub("", _PICTURES.sub("", text)))
    if "<" in text:
        text = _TAG.sub(lambda tag: tag[2] or "", text)
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    text = unescape(plain(text)).strip()
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
