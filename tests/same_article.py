"""What a reader finds in the article of a page, and what of it another page lacks.

A page of an old blog and the one that an import made of it are laid out by different programs. So both are
read as articles: the words in their order, and the pictures, tables, frames, blocks of code and links, each
by what tells it from others of its kind. What a theme adds by itself is in neither.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import html5lib

WORDS = "words"
KINDS = ("pictures", "tables", "frames", "code", "links")
CONTENT = "the-content"
"""The id of the element that holds the content, in the layouts that the old programs are given."""
_BLOCKS = frozenset([
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote",
    "table", "tr", "td", "th", "br", "hr", "figure", "figcaption", "section", "article", "details", "summary",
    "header", "footer", "aside", "main", "nav", "thead", "tbody", "tfoot", "caption", "iframe", "video",
    "audio",
])
_SILENT = frozenset({"script", "style", "template", "noscript"})
_FRAMES = frozenset({"iframe", "video", "audio", "embed", "object"})
_THEME = frozenset([
    "headerlink", "md-source-file", "md-tags", "md-content__button", "md-feedback", "md-pagination",
    "md-post__header", "md-post__action", "cr-box", "cr-end", "linenos", "linenodiv", "lineno", "lnt",
    "gutter", "rouge-gutter", "gl", "reversefootnote", "footnote-backref",
])
_FORMULA_EDGE = re.compile(r"(\\\[) | (\\\])")
"""A blank within the marks of a formula, which nobody sees."""
_NUMBERED = frozenset({"highlighttable", "lntable", "rouge-table"})
"""Tables that hold one block of code, beside the numbers of its lines."""


class Article(NamedTuple):
    """What is in an article; the words, and each thing of a kind, in their order."""

    words: Sequence[str]
    things: Mapping[str, Sequence[str]]


class Difference(NamedTuple):
    """What one kind of thing is in two articles."""

    before: int
    after: int
    same: int
    lost: tuple[str, ...]
    more: tuple[str, ...]


def article_of(html: str, host: str = "", *, title: str | None = None) -> Article:
    """Return what is in the article of a page. A link to `host`, with `www.` or without, counts
    as one within the site. A heading that the theme made of the page's title is none of the article's: the
    first, unless it reads `title`.
    """
    root = html5lib.parse(html, namespaceHTMLElements=False)
    found = next((one for one in root.iter() if one.get("id") == CONTENT), None)
    if found is None:
        found = next((one for one in root.iter("article") if "md-content__inner" in _marks(one)), None)
        heading = None if found is None else next((one for one in found if one.tag == "h1"), None)
        if heading is not None and "data-kept" not in heading.attrib and _text(heading) != title:
            _remove(found, heading)
    if found is None:
        found = root.find("body")
    things: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind, key in _things(found, host):
        things[kind].append(key)
    return Article(_text(found).split(), things)


def first_heading(html: str) -> str | None:
    """Return the words of the first heading of the first level in an old page's content."""
    root = html5lib.parse(html, namespaceHTMLElements=False)
    return next((_text(one) for one in root.iter("h1")), None)


def differences(before: Article, after: Article) -> dict[str, Difference]:
    """Return what two articles have of each kind, of words first."""
    matcher = difflib.SequenceMatcher(None, before.words, after.words, autojunk=len(before.words) > 20000)
    lost, more, same = [], [], 0
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            same += b - a
            continue
        lost += [" ".join(before.words[a:b])] * (b > a)
        more += [" ".join(after.words[c:d])] * (d > c)
    found = {WORDS: Difference(len(before.words), len(after.words), same, tuple(lost), tuple(more))}
    for kind in KINDS:
        old, new = Counter(before.things[kind]), Counter(after.things[kind])
        found[kind] = Difference(old.total(), new.total(), (old & new).total(),
                                 tuple((old - new).elements()), tuple((new - old).elements()))
    return found


def share(one: Difference, kind: str) -> float:
    """Return how much is the same: of all words on either side; of the things that there were before."""
    whole = max(one.before, one.after) if kind == WORDS else one.before
    return one.same / whole if whole else 1.0


def _marks(node) -> list[str]:
    return (node.get("class") or "").split()


def _is_shown(node) -> bool:
    return isinstance(node.tag, str) and node.tag not in _SILENT and not _THEME.intersection(_marks(node))


def _text(node) -> str:
    return _FORMULA_EDGE.sub(r"\1\2", " ".join("".join(_texts(node)).split()))


def _texts(node) -> Iterator[str]:
    edge = " " if node.tag in _BLOCKS else ""
    yield edge
    yield node.text or "" if node.tag not in _FRAMES else ""  # its words are for those who see no frame
    for child in node:
        if _is_shown(child):
            yield from _texts(child)
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            yield " "
        yield child.tail or ""
    yield edge


def _things(node, host: str) -> Iterator[tuple[str, str]]:
    for child in node:
        if not _is_shown(child):
            continue
        if child.tag == "img":
            yield "pictures", _last_part(child.get("src") or child.get("data-src") or "")
        elif child.tag in _FRAMES:
            yield "frames", _last_part(_shown_in(child))
            continue
        elif child.tag == "table" and not _NUMBERED.intersection(_marks(child)):
            yield "tables", _text(child)
        elif child.tag == "pre":
            if code := "".join(_text(child).split()):
                yield "code", code
            yield from (one for one in _things(child, host) if one[0] not in ("code", "tables"))
            continue
        elif child.tag == "a" and child.get("href") is not None:
            yield "links", _link(child, host)
        yield from _things(child, host)


def _shown_in(frame) -> str:
    inner = [one.get("src") for one in frame.iter("source") if one.get("src")]
    return frame.get("src") or frame.get("data") or frame.get("data-src") or next(iter(inner), "")


def _last_part(address: str) -> str:
    """Return what names a file wherever it lies: the end of its address."""
    if address.startswith("data:"):
        return address
    parts = urlsplit(address.strip())
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc


def _link(node, host: str) -> str:
    """Return a link's words, or its picture, and where it leads if that is outside of the site."""
    said = _text(node) or " ".join(_last_part(one.get("src") or "") for one in node.iter("img"))
    target = unquote(node.get("href").strip())
    parts = urlsplit(re.sub(r"\A//", "https://", target))
    outside = parts.scheme and parts.netloc.removeprefix("www.") != host
    return f"{said} → {target.rstrip('/')}" if outside else said


def _remove(parent, child) -> None:
    children = list(parent)
    at = children.index(child)
    if at:
        children[at - 1].tail = f"{children[at - 1].tail or ''} {child.tail or ''}"
    else:
        parent.text = f"{parent.text or ''} {child.tail or ''}"
    parent.remove(child)
