"""Where a text names pages that a built site does not have: links, attributes and bare addresses.

Markdown and HTML are searched here, not parsed: whatever can lead to a page is looked at, and what leads to
a hidden one is given back with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple, Protocol

from ..prose import COMMENT, LINK, without_blocks, without_spans


class KnowsHidden(Protocol):
    """What knows which pages a site has not: `hidden.Hidden`, which asks here where they are named."""

    def may_be(self, address: str) -> bool: ...
    def may_mean(self, address: str) -> bool: ...
    @property
    def lines(self) -> Mapping[str, InLine | None]: ...  # it has an answer for every line
    def in_tag(self, rest: str) -> tuple[InTag, ...]: ...
    def leads_to(self, path: str, address: str, folder: str | None = None) -> str | None: ...
    def named_by(self, path: str, word: str, folder: str | None = None) -> str | None: ...
    def meant_by_name(self, path: str, name: str) -> str | None: ...


class InLine(NamedTuple):
    """What in a line may name a hidden page, wherever the line stands."""

    words: tuple[tuple[int, str], ...]
    """Words that look like addresses, each with its place in the line."""
    names: tuple[tuple[int, int, str], ...]
    """What wiki links say that they lead to, each with its place and its end."""


class InTag(NamedTuple):
    """An attribute whose value may lead to a hidden page, wherever the tag stands."""

    name: str
    start: int
    stop: int
    """Of its value, in what is behind the name of the tag."""


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
    at, lines = 0, hidden.lines
    for line in text.split("\n"):
        found = lines[line]
        if found:
            for start, word in found.words:
                if page := hidden.named_by(path, word):
                    yield HiddenLink(at + start, at + start + len(word), page)
            for start, stop, name in found.names:
                if page := hidden.meant_by_name(path, name):
                    yield HiddenLink(at + start, at + stop, page)
        at += len(line) + 1


def in_line(hidden: KnowsHidden, line: str) -> InLine | None:
    """Return what in a line may name a hidden page; None: nothing."""
    if not hidden.may_be(line):
        return None
    words = []
    for match in _BARE.finditer(line):
        word = match[0].strip(_AROUND)
        if len(word) > 3 and ("/" in match[0] or "." in match[0]) and hidden.may_be(match[0]) and (
                hidden.may_mean(word)):
            words.append((match.start() + match[0].index(word), word))
    links = _WIKI.finditer(line) if "[[" in line else ()
    names = tuple((*match.span("to"), match["to"].strip()) for match in links)
    return InLine(tuple(words), names) if words or names else None


def in_tag(hidden: KnowsHidden, rest: str) -> tuple[InTag, ...]:
    """Return the attributes of a tag that may lead to hidden pages, of what is behind the tag's name."""
    if not hidden.may_be(rest):
        return ()
    found = []
    for match in _ATTRIBUTE.finditer(rest):
        name = match["name"].lower()
        start, stop = match.span(match.lastindex or 0)
        if name in _OF_WORDS and not _is_refresh(name, rest[start:stop]):
            continue
        value = unescape(rest[start:stop]).translate(UNSEEN)
        if any(map(hidden.may_mean, (value, *_BETWEEN.split(value)))):
            found.append(InTag(name, start, stop))
    return tuple(found)


def links_of_html(hidden: KnowsHidden, path: str, html: str, folder: str) -> list[HiddenLink]:
    """Return the values of attributes that lead to hidden pages, in the HTML of the page at `path`, which
    lies in a folder of the site, in order; the words of a link are among them where they are its address.
    """
    found = []
    for tag in _TAG.finditer(html):
        for name, *place in hidden.in_tag(tag["rest"]):
            start, stop = (tag.start("rest") + at for at in place)
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
