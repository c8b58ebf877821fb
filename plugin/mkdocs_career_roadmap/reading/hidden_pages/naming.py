"""Where a text names pages that a built site does not have: links, attributes and bare addresses.

Markdown and HTML are searched here, not parsed: whatever can lead to a page is looked at, and what leads to
a hidden one is given back with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple, Protocol

from ..prose import COMMENT, LINK, without_blocks, without_spans


class KnowsHidden(Protocol):
    """What knows which pages a site has not: `hidden.Hidden`, which asks here where they are named."""

    def may_be(self, address: str) -> bool: ...
    def leads_to(self, path: str, address: str, folder: str | None = None) -> str | None: ...
    def named_by(self, path: str, word: str, folder: str | None = None) -> str | None: ...
    def meant_by_name(self, path: str, name: str) -> str | None: ...


class HiddenLink(NamedTuple):
    """A place in a text that names a page that a built site does not have."""

    start: int
    stop: int
    """Behind what names it, which begins at `start`."""
    page: str
    """The source path of the page it leads to."""
    is_words: bool = False
    """True: a reader sees it as words, so that nothing may stand in its place."""


_TAG = re.compile(r"""<(?P<tag>[a-zA-Z][\w:-]*)(?P<rest>(?:[^<>"']|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE = re.compile(
    r"""(?<![\w:.-])(?P<name>[a-zA-Z@:][\w:.-]*)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'<>]+))""")
_OF_LINKS = frozenset({"href", "src", "data", "action", "cite", "poster"})
"""Attributes whose whole value is an address; `LINK` knows them in Markdown."""
_OF_ADDRESSES = _OF_LINKS | {"srcset", "imagesrcset", "formaction", "ping", "longdesc", "background",
                             "manifest", "xlink:href", "usemap", "archive", "codebase", "profile", "icon"}
"""Attributes that hold one address or several; of all others a value counts that looks like a path."""
_OF_WORDS = frozenset({"alt", "title", "content", "value", "placeholder", "summary", "label", "abbr"})
"""Attributes that hold an author's words."""
_BETWEEN = re.compile(r"""[\s,;'"()=<>\[\]{}|\\]+""")
"""What stands between addresses in a value."""
_WIKI = re.compile(r"(?<!!)\[\[(?P<to>[^\[\]|#\n]{1,300})(?:#[^\[\]|\n]{0,300})?"
                   r"(?:\|(?P<words>[^\[\]\n]{0,300}))?\]\]")
_IN_ADDRESS = r"""[^\s<>"'`()\[\]{}|,;=*]"""
_BARE = re.compile(rf"{_IN_ADDRESS}+")
"""What may be an address in a text, if it has a dot or a slash within."""
_AROUND = ".:!?_~"
UNSEEN = str.maketrans("", "", "\t\n\r")
"""What browsers leave out of an address."""


def masked(body: str) -> str:
    """Return Markdown with all that is code or a comment blanked, letter for letter."""
    lines = body.split("\n")
    kept = zip(lines, without_blocks(lines), strict=True)
    text = "\n".join(part or " " * len(line) for line, part in kept)
    end = text.rfind("-->") + 3
    text = COMMENT.sub(lambda m: _blank(m[0]), text[:end]) + text[end:]
    return "".join(without_spans(part, _blank) for part in re.split(r"(\n[ \t]*\n)", text))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def links_of_markdown(hidden: KnowsHidden, path: str, body: str) -> list[HiddenLink]:
    """Return what leads to hidden pages on the page at `path`, in order and apart from one another."""
    text = masked(body)
    found = [*_links(hidden, path, text), *_wiki_links(hidden, path, text), *_attributes(hidden, path, text)]
    apart: list[HiddenLink] = []
    for link in sorted(found):
        if not apart or link.start >= apart[-1].stop:
            apart.append(link)
    return apart


def _links(hidden: KnowsHidden, path: str, text: str) -> Iterator[HiddenLink]:
    for match in LINK.finditer(text):
        start, stop = match.span(match.lastindex or 0)
        if page := hidden.leads_to(path, text[start:stop]):
            yield HiddenLink(start, stop, page)


def _wiki_links(hidden: KnowsHidden, path: str, text: str) -> Iterator[HiddenLink]:
    """Yield links such as `[[diary]]`: all of one that shows the name itself, and of `[[diary|my words]]`
    what is before the words and behind.
    """
    for match in _WIKI.finditer(text) if "[[" in text else ():
        if page := hidden.meant_by_name(path, match["to"].strip()):
            start, stop = match.span("words")
            if start < 0:
                yield HiddenLink(*match.span(), page, is_words=True)
            else:
                yield HiddenLink(match.start(), start, page, is_words=True)
                yield HiddenLink(stop, match.end(), page, is_words=True)


def _attributes(hidden: KnowsHidden, path: str, text: str) -> Iterator[HiddenLink]:
    """Yield the values of attributes, in tags and `{: }` alike, that have the address of a hidden page."""
    for match in _ATTRIBUTE.finditer(text):
        name = match["name"].lower()
        if name in _OF_WORDS and not _is_refresh(name, match[match.lastindex or 0]):
            continue
        start, stop = match.span(match.lastindex or 0)
        if page := _named_in_value(hidden, path, name, text[start:stop]):
            yield HiddenLink(start, stop, page)


def _is_refresh(name: str, value: str) -> bool:
    return name == "content" and re.match(r"\s*[\d.]*\s*[;,]", value) is not None


def _named_in_value(
    hidden: KnowsHidden, path: str, name: str, value: str, folder: str | None = None
) -> str | None:
    """Return which hidden page a value leads to. `folder` is where the page lies in the site, in its HTML."""
    if not hidden.may_be(value):
        return None
    value = unescape(value).translate(UNSEEN)
    if name in _OF_LINKS:
        return hidden.leads_to(path, value, folder)
    parts = (part for part in _BETWEEN.split(value) if part)
    if name in _OF_ADDRESSES or name == "content":  # of a refresh: `0;url=diary/`
        return next((page for part in parts if (page := hidden.leads_to(path, part, folder))), None)
    return next((page for part in parts if (page := hidden.named_by(path, part, folder))), None)


def named_in_text(hidden: KnowsHidden, path: str, text: str) -> Iterator[HiddenLink]:
    """Yield the bare addresses of hidden pages in a text: `notes/diary.md`, `https://.../notes/diary/`, and
    wiki links that are no links there.
    """
    at = 0
    for line in text.split("\n"):
        if hidden.may_be(line):  # most lines of a page are those of its theme, and known from others
            yield from _named_in_line(hidden, path, line, at)
        at += len(line) + 1


def _named_in_line(hidden: KnowsHidden, path: str, line: str, at: int) -> Iterator[HiddenLink]:
    """Yield the same of one line, which begins so many letters behind the start of its text."""
    for match in _WIKI.finditer(line) if "[[" in line else ():
        if page := hidden.meant_by_name(path, match["to"].strip()):
            yield HiddenLink(at + match.start("to"), at + match.end("to"), page)
    words = [word for word in set(_BARE.findall(line))
             if ("/" in word or "." in word) and hidden.may_be(word)]
    if not words:
        return
    either = "|".join(map(re.escape, words))
    for match in re.finditer(rf"(?<!{_IN_ADDRESS})(?:{either})(?!{_IN_ADDRESS})", line):
        word = match[0].strip(_AROUND)
        if len(word) > 3 and (page := hidden.named_by(path, word)):
            start = at + match.start() + match[0].index(word)
            yield HiddenLink(start, start + len(word), page)


def links_of_html(hidden: KnowsHidden, path: str, html: str, folder: str) -> list[HiddenLink]:
    """Return the values of attributes that lead to hidden pages, in the HTML of the page at `path`, which
    lies in a folder of the site, in order; the words of a link are among them where they are its address.
    """
    found = []
    for tag in _TAG.finditer(html):
        if not hidden.may_be(tag["rest"]):
            continue
        for match in _ATTRIBUTE.finditer(html, tag.start("rest"), tag.end("rest")):
            name = match["name"].lower()
            start, stop = match.span(match.lastindex or 0)
            if name in _OF_WORDS and not _is_refresh(name, html[start:stop]):
                continue
            if page := _named_in_value(hidden, path, name, html[start:stop], folder):
                found.append(HiddenLink(start, stop, page))
                if name == "href":
                    found += _words_that_are_the_address(hidden, path, html, tag.end(), page)
    return sorted(found)


_SHOWN = re.compile(r"([^<>]*)(?=</a>)", re.IGNORECASE)


def _words_that_are_the_address(
    hidden: KnowsHidden, path: str, html: str, at: int, page: str
) -> Iterator[HiddenLink]:
    shown = _SHOWN.match(html, at)
    if shown and shown[1].strip() and hidden.named_by(path, unescape(shown[1].strip())) == page:
        yield HiddenLink(*shown.span(1), page, is_words=True)
