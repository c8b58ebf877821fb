"""Where a blog has its posts, told by what they say themselves and by a rule for the rest."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from unicodedata import category
from urllib.parse import quote, urljoin, urlsplit

from yaml.nodes import Node, ScalarNode, SequenceNode

from ..jekyll.blog.ruby import slugify
from ..reading.front_matter import FrontMatter
from ..vocabulary.dates import parse_moment
from ..vocabulary.names import slug

_PLACE = re.compile(r"\{(\w*)\}")
_COLON = re.compile(r":([a-z_]+)")
_DATED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(?=.)")
_INDEX = ("index", "_index")
_SAFE = "/-._~!$&'()*+,;=:@"
_OF_POSTS = ("_posts", "_drafts")
"""Folders of Jekyll that are no part of an address."""


def _by_hugo(_place: str, text: str) -> str:
    kept = (c for c in text.replace(" ", "-") if c.isalnum() or c in "./_#+~@-" or category(c)[0] == "M")
    return "".join(kept).lower()


def _by_jekyll(place: str, text: str) -> str:
    return slugify(text, "pretty", cased=True) if place == "slug" else text


class BlogTool(NamedTuple):
    """How a tool makes the addresses of which nobody says anything."""

    post: str
    """The rule for pages with a day."""
    page: str
    """The rule for all others."""
    written: Callable[[str, str], str] = lambda _place, text: text
    """Returns what is written for what stands in a place of the rule, by its name."""


TOOLS: Mapping[str, BlogTool] = {
    "hugo": BlogTool("/{path}/", "/{path}/", _by_hugo),
    "jekyll": BlogTool("/{categories}/{year}/{month}/{day}/{slug}.html", "/{path}.html", _by_jekyll),
    "quarto": BlogTool("/{path}.html", "/{path}.html"),
    "obsidian": BlogTool("/{path}", "/{path}", lambda _place, text: text.replace(" ", "+")),
}
"""The rules that each tool has if its configuration says nothing else."""

PLACES: Mapping[str, str] = {
    "year": "the year of its day, `2026`",
    "month": "the month, `03`",
    "day": "the day of the month, `02`",
    "path": "where it lies, without its ending and `index`; its last part is its `slug`, if it has one",
    "folder": "the folder that it lies in",
    "name": "the name of its file without its ending; of an `index`, that of its folder",
    "slug": "its `slug`, else its name without a day before it",
    "title": "the words of its title, with dashes between them",
    "categories": "its categories, in small letters, with slashes between them",
}
"""What may stand in a rule, between braces, and what it stands for."""


def bad_rule(rule: str) -> str:
    """Return what is wrong with a rule, as the end of a sentence that begins with it; empty: nothing is."""
    unknown = [name for name in _PLACE.findall(rule) if name not in PLACES]
    if unknown:
        return f"has {{{unknown[0]}}}, which is none of {', '.join(f'{{{name}}}' for name in PLACES)}"
    if colons := _COLON.findall(rule.partition("://")[2] or rule):
        return f"has :{colons[0]}; write what changes in braces, like {{year}} and {{slug}}"
    return "" if _PLACE.search(rule) else "has nothing in braces, so all posts would be at one address"


@dataclass(frozen=True)
class BlogAddresses:
    """The addresses of the pages of a blog."""

    base_url: str = "/"
    """Where the blog begins, with a slash at its end; without a host, on the one that is read."""
    tool: BlogTool = TOOLS["hugo"]

    def of(self, front: FrontMatter, day: date | None = None, title: str = "") -> str | None:
        """Return the address of a page, by what it says itself or else by the rule.

        None: nobody knows it, since the rule asks for a day and the page has none, or what it says of its
        address leads nowhere. `day` and `title` are as the roadmap has them, if it has the page.
        """
        day = day or _day_of(front)
        parts = self._parts(front, day, title)
        own = next((text for key in ("permalink", "url") if (text := _text(front.values.get(key)))), "")
        if own:
            filled = _filled(_COLON, own.removesuffix(":output_ext"), {**parts, "title": parts["slug"]}) \
                if own.startswith((":", "/")) else own
            return self._whole(filled) if filled else None
        rule = self.tool.post if day else self.tool.page
        stem = posixpath.splitext(front.path)[0]
        if posixpath.basename(stem) in _INDEX:
            rule = re.sub(r"\{path\}\.html$", "{path}/", rule)
        filled = _filled(_PLACE, rule, parts)
        return self._whole(filled) if filled else None

    def _whole(self, address: str) -> str | None:
        scheme = urlsplit(address).scheme
        if scheme:
            return address if scheme in ("http", "https") else None
        return urljoin(self.base_url, quote(re.sub("/+", "/", address).lstrip("/"), safe=f"{_SAFE}%#?")) \
            if not address.lstrip("/").startswith("..") else None

    def _parts(self, front: FrontMatter, day: date | None, title: str) -> dict[str, str]:
        """Return what stands for each place; without a day, its parts are not there."""
        stem = posixpath.splitext(front.path)[0]
        folder, name = posixpath.split(stem)
        if name in _INDEX:
            folder, name = posixpath.split(folder)
        own_slug = _text(front.values.get("slug"))
        folder = "/".join(part for part in folder.split("/") if part not in _OF_POSTS)
        is_of_jekyll = any(part in _OF_POSTS for part in stem.split("/"))
        undated = _DATED.sub("", name, count=1)
        last = own_slug or (undated if is_of_jekyll else name)
        above = folder.split("/") if is_of_jekyll else []
        categories = [*filter(None, above), *_names(front.values.get("categories")),
                      *_names(front.values.get("category"))]
        parts = {
            "path": posixpath.join(folder, last), "folder": folder, "name": name, "slug": own_slug or undated,
            "title": slug(title or _text(front.values.get("title")) or undated),
            "categories": "/".join(dict.fromkeys(categories)).lower()}
        parts = {place: quote(self.tool.written(place, text), safe=_SAFE) for place, text in parts.items()}
        return parts | ({"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}"}
                        if day else {})


def _filled(places: re.Pattern[str], rule: str, parts: Mapping[str, str]) -> str:
    """Return a rule with its places filled; empty if one is not known."""
    if any(name not in parts for name in places.findall(rule)):
        return ""
    return places.sub(lambda place: parts[place[1]], rule)


def _day_of(front: FrontMatter) -> date | None:
    name = posixpath.basename(posixpath.splitext(front.path)[0])
    if name in _INDEX:
        name = posixpath.basename(posixpath.dirname(front.path))
    dated = _DATED.match(name)
    for text in (_text(front.values.get("date")), dated[1] if dated else ""):
        try:
            return parse_moment(text).date()
        except ValueError:
            continue
    return None


def _text(node: Node | None) -> str:
    return str(node.value).strip() if isinstance(node, ScalarNode) else ""


def _names(node: Node | None) -> Iterator[str]:
    if isinstance(node, SequenceNode):
        yield from filter(None, map(_text, node.value))
    else:
        yield from _text(node).split()
