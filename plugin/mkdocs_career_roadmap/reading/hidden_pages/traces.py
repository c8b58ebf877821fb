"""What of a page a reader would know it by: its title, the name of its file, its sentences.

None of them may stand in a built site that keeps the page back, whoever built it.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from ..front_matter import split

_FEWEST_LETTERS = 24
"""Letters of a sentence, or of a part of one, that nobody else writes by chance."""
_MOST = 40
"""Sentences of one page that are looked for, the longest ones: a copy has them, too."""
_PARTS = re.compile(r"[^\w\s,.;:?]+|\n[ \t]*\n|(?<=[.?])\s", re.UNICODE)
"""What Markdown, quotes and themes change of a text; between them stand words as they are."""
_KEY = re.compile(r"^[\s-]*(?:[\w-]+:\s)?")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")
_TAGS = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\[bfnrt\"/]")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_UNSEEN = re.compile("[\u00ad\u200b\u2060]|<wbr ?/?>")
"""What is within words, and no reader sees."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Words that give a page away."""

    page: str
    """Its source path."""
    what: str
    """`title`, `file name` or `sentence`."""
    words: str


class PublicTexts:
    """What everybody may read: the texts of the public pages, their paths, the names on the roadmap.

    Titles and names of files are compared by their words, since one is made of the other: a hidden page
    `first-mile.md` gives nothing away where a public post is about the milestone "First mile".
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [_SPACE.sub(" ", text) for text in texts]

    def say(self, trace: Trace) -> bool:
        """Return whether one of them says the same."""
        if any(trace.words in text for text in self._texts):
            return True
        words = _bare(trace.words)
        return trace.what != "sentence" and bool(words) and any(f" {words} " in text for text in self._words)

    @cached_property
    def _words(self) -> list[str]:
        return [f" {_bare(text)} " for text in self._texts]


def _bare(text: str) -> str:
    """Return the words of a text in small letters, one space between them."""
    return " ".join(_WORD.findall(text.lower()))


def traces(path: str, text: str, title: str, public: PublicTexts) -> list[Trace]:
    """Return what gives a page away, without what the public texts of the site say as well."""
    front = split(path, text)
    values = [_KEY.sub("", line) for line in front.region.text.split("\n")]
    parts = [part for value in (*values, front.body) for part in _PARTS.split(value)]
    words = {_SPACE.sub(" ", part).strip(" ,.;:?") for part in parts}
    sentences = sorted((some for some in words if len(some) >= _FEWEST_LETTERS and " " in some),
                       key=lambda some: (-len(some), some))
    stem = posixpath.splitext(posixpath.basename(path))[0]
    named = [Trace(path, "title", title)] if len(title) >= 8 else []
    if len(stem) >= 8 and stem.lower() not in ("readme", "license", "changelog"):
        named.append(Trace(path, "file name", stem))
    candidates = [*named, *(Trace(path, "sentence", words) for words in sentences[:_MOST])]
    return [trace for trace in candidates if not public.say(trace)]


def given_away(name: str, content: str, sought: Iterable[Trace]) -> list[Trace]:
    """Return which traces stand in a file of a built site, whose name counts, too."""
    texts = (readable(content), _SPACE.sub(" ", plain(content)))  # which has the values of attributes, too
    shown = f"{name}\n{content}"
    return [trace for trace in sought
            if (any(trace.words in text for text in texts) if trace.what != "file name"
                else trace.words in shown or quote(trace.words) in shown)]


def readable(content: str) -> str:
    """Return the words of HTML, XML or JSON as a reader has them: no tags, no references, single spaces."""
    if "\\" in content:
        content = _ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else " ", content)
    return _SPACE.sub(" ", html.unescape(_TAGS.sub("", html.unescape(content))))


def plain(content: str) -> str:
    """Return a file as it is, with the letters themselves for what HTML, JSON and addresses write in place
    of some.
    """
    if "\\" in content:
        content = _ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else " ", content)
    if "&" in content:
        content = html.unescape(html.unescape(content))
    for _ in range(2):  # an address may have another one in it
        if _PERCENT.search(content):
            content = unquote(content)
    return _UNSEEN.sub("", content)


def by_page(found: Iterable[Trace]) -> Mapping[str, list[Trace]]:
    """Return traces by the page that they give away."""
    pages: dict[str, list[Trace]] = {}
    for trace in found:
        pages.setdefault(trace.page, []).append(trace)
    return pages
