"""What the head of a page tells programs: search engines, and sites on which somebody shares it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

_END = re.compile(r"</[hH][eE][aA][dD]\s*>")  # not by IGNORECASE, which looks at every letter
_TAG = re.compile(r"<[mM][eE][tT][aA]\b[^>]*>")
_KEY = re.compile(r"""\b(?:name|property)\s*=\s*["']?([^\s"'>]+)""", re.IGNORECASE)

MAX_DESCRIPTION = 160
"""Letters that search engines show, more or less."""


class SharedCard(NamedTuple):
    """How a page is shown where somebody shares it. Texts as they are in the page's meta data:
    what has markup in it is escaped already.
    """

    title: str
    description: str
    type: str
    url: str
    """Absolute; empty: not known."""
    data: str = ""
    """What the page tells of itself in JSON-LD, as it may stand in HTML; empty: nothing."""
    published: str = ""
    """The day of a post, as programs read it; empty: it is none, or has no day."""
    author: str = ""
    """Who wrote a post; empty: nobody knows."""
    image: str = ""
    """The whole address of a picture of the page, of the size of `card`; empty: there is none."""
    margins: str = ""
    """The style of its printed sheets; empty: they have none of their own."""


def shortened(text: str, most: int = MAX_DESCRIPTION) -> str:
    """Return a text on one line of at most so many letters, cut between words if there are any."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut.rpartition(' ')[0].rstrip(',;:.') or cut}\u2026"


def head_tags(card: SharedCard) -> Iterator[tuple[str, str]]:
    """Yield tags, each with the name or property that no other tag of the head may have if it is
    to be added.
    """
    if card.description:
        yield "description", f'<meta name="description" content="{_attribute(card.description)}">'
    for key, text in (("title", card.title), ("description", card.description), ("type", card.type),
                      ("url", card.url)):
        if text:
            yield f"og:{key}", f'<meta property="og:{key}" content="{_attribute(text)}">'
    if card.image:
        yield from image_tags(card)
    if card.published:
        yield "article:published_time", (
            f'<meta property="article:published_time" content="{_attribute(card.published)}">')
    if card.author:
        yield "author", f'<meta name="author" content="{_attribute(card.author)}">'


def image_tags(card: SharedCard) -> Iterator[tuple[str, str]]:
    """Yield the tags of the page's picture, each with its key."""
    for key, text in (("", card.image), (":type", "image/png"), (":width", "1200"), (":height", "630"),
                      (":alt", card.title)):
        yield f"og:image{key}", f'<meta property="og:image{key}" content="{_attribute(text)}">'
    yield "twitter:card", '<meta name="twitter:card" content="summary_large_image">'


def has_image(output: str) -> bool:
    """True for a page whose head names a picture already: another plugin's, the theme's, the author's."""
    return _names_image(_keys(output, _END.search(output)))


def _names_image(keys: Collection[str]) -> bool:
    return "og:image" in keys or "twitter:image" in keys


def _keys(output: str, end: re.Match[str] | None) -> frozenset[str]:
    """Return the names and properties of the tags in a head that ends there, in small letters."""
    tags = _TAG.findall(output, 0, end.start()) if end else ()
    return frozenset(key.lower() for tag in tags for key in _KEY.findall(tag))


def with_card(
    output: str, card: SharedCard, *, before: Iterable[str] = (), image: Callable[[], str] | None = None
) -> str:
    """Return a page with those tags at the end of its head that it does not have yet, behind others that it
    gets. A page without a head stays as it is.

    `image` returns the address of the page's picture. It is asked for where the head names none, and then
    what the card says of one counts for nothing.
    """
    end = _END.search(output)
    there = _keys(output, end)
    if image is not None:
        card = card._replace(image="" if _names_image(there) else image())
    if end is None:
        return output
    more = [f'<script type="application/ld+json">{card.data}</script>'] if card.data else []
    more += [f"<style>{card.margins}</style>"] if card.margins else []
    tags = (tag for key, tag in head_tags(card) if key.lower() not in there)
    return _with_tags(output, end.start(), (*before, *tags, *more))


def feed_tag(title: str, type: str, href: str, *, is_material: bool) -> str:
    """Return the tag by which readers of feeds find one.

    Material's script takes what is `alternate` and no more for another language of the site, and asks for a
    sitemap beside it, which is not there. To HTML a second word makes no difference.
    """
    rel = "alternate feed" if is_material else "alternate"
    return f'<link rel="{rel}" type="{type}" title="{_attribute(title)}" href="{_attribute(href)}">'


def at_end_of_head(output: str, tags: Iterable[str]) -> str:
    """Return a page with more tags at the end of its head, a line each. One without a head stays as it is."""
    end = _END.search(output)
    if end is None:
        return output
    return _with_tags(output, end.start(), tags)


def _with_tags(output: str, at: int, tags: Iterable[str]) -> str:
    return output[:at] + "".join([f"{tag}\n" for tag in tags]) + output[at:]


def _attribute(text: str) -> str:
    """Return a text for an attribute; what is escaped already is not escaped again."""
    return html.escape(html.unescape(text) if "&" in text else text)
