"""What the variables of a Liquid template are, as far as an import knows, and how Ruby prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain

from .expressions import Expression, Key, Literal, Lookup, NotKnownError

BLANKS = "\0\t\n\v\f\r "
"""What Ruby strips."""
LONGEST = 1_000_000
"""The most characters a value may have: a template can double a text with every line."""

# What Jekyll itself puts into `site` and `page`, and an import does not.
_OF_SITE = frozenset(
    {
        *("posts", "pages", "data", "tags", "categories", "collections", "documents", "static_files"),
        *("html_pages", "related_posts", "time", "config", "github", "size", "last"),
    }
)
# What their objects answer to themselves, whatever a page or the configuration says.
_OF_BOTH = frozenset({"count", "first", "min", "max", "sort", "keys", "fetch", "merge", "to_h"})
_OF_PAGE = frozenset(
    {
        *("content", "excerpt", "next", "previous", "output", "id", "path", "relative_path", "name"),
        *("collection", "dir", "size", "last"),
    }
)


@dataclass(frozen=True, slots=True)
class LiquidScope:
    """What a page's Liquid may speak of."""

    site: Mapping[str, object]
    """What `_config.yml` says."""
    page: Mapping[str, object]
    """Its front matter, with what Jekyll adds: url, title, date, categories, ...

    A date with a time should be of the zone of the site: one without a zone is printed as UTC.
    """
    baseurl: str
    """"" or "/x"."""
    url: str
    """"https://example.org" or ""."""
    post_url: Callable[[str], str | None]
    """Where the post named as in `{% post_url NAME %}` stands, without baseurl; None: no such post."""
    file_url: Callable[[str], str | None]
    """Where the file named as in `{% link PATH %}` stands, without baseurl; None: no such file."""
    run: Callable[[str, Mapping[str, object], frozenset[str]], tuple[str, dict[str, object]]] | None = None
    """Runs a whole block or include, given what is assigned and the names of which that is not known; see
    `LiquidEngine.run`. None: python-liquid is not installed.
    """
    cite: Callable[[str, str, Callable[[str], object]], str | None] = lambda *_: None
    """Returns what a tag of jekyll-scholar puts into the page, given its name, what stands behind that, and
    what a name stands for; see `PageWorks.tag`.
    """
    passed: set[str] = field(default_factory=set)
    """Names of filters that nobody knows, which `run` has passed over since somebody looked."""


class _NotKnown:
    """Stands for the value of a variable that was assigned something that is not known."""


NOT_KNOWN = _NotKnown()


@dataclass(slots=True)
class Variables:
    """What names stand for at a place of a template."""

    scope: LiquidScope
    loops: Mapping[str, int]
    """The variables of the loops around: a loop is not run, so in it nothing assigned is known."""
    assigned: dict[str, object] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    """What was asked of `site` and is not in its configuration."""

    def forget(self) -> None:
        """Take no assigned value for known: something that is not run may have changed each."""
        hidden = [name for name in ("site", "page") if name in self.assigned]
        self.assigned.clear()  # what was never assigned is not known either, but for these two
        self.assigned.update(dict.fromkeys(hidden, NOT_KNOWN))

    def value(self, expression: Expression) -> object:
        """Return what an expression stands for, None: nil. NotKnownError when that can't be told."""
        if isinstance(expression, Literal):
            return expression.value
        value, keys = self._root(expression)
        for key in keys:
            value = _looked_up(value, key, self.value(key.value), expression)
            if value is None:
                return None
        return value

    def _root(self, lookup: Lookup) -> tuple[object, tuple[Key, ...]]:
        keys = lookup.keys
        if lookup.root in self.assigned or lookup.root in self.loops:
            value = NOT_KNOWN if self.loops else self.assigned[lookup.root]
            if value is NOT_KNOWN:
                raise NotKnownError(f"{lookup.written} is not known")
            return value, keys
        if lookup.root not in {"site", "page"} or not keys:
            raise NotKnownError(f"{lookup.written} is not known")
        name = self.value(keys[0].value)
        if not isinstance(name, str) or name in _OF_BOTH:
            raise NotKnownError(f"{lookup.written} is not known")
        start = self._of_site(name, lookup) if lookup.root == "site" else self._of_page(name, lookup)
        return start, keys[1:]

    def _of_site(self, name: str, lookup: Lookup) -> object:
        site = self.scope.site
        if name in _OF_SITE or name in _collections(site):
            raise NotKnownError(f"{lookup.written} is not known")
        if name in site:
            return site[name]
        if name in {"baseurl", "url"}:
            return self.scope.baseurl if name == "baseurl" else self.scope.url
        self.missing.append(lookup.written)
        return None

    def _of_page(self, name: str, lookup: Lookup) -> object:
        page = self.scope.page
        if name in _OF_PAGE and name not in page:
            raise NotKnownError(f"{lookup.written} is not known")
        return page.get(name)


def _collections(site: Mapping[str, object]) -> frozenset[str]:
    """Return the names that are collections of pages, whatever else the configuration says of them."""
    named = site.get("collections")
    if isinstance(named, Mapping | list | tuple):
        return frozenset(name for name in named if isinstance(name, str))
    return frozenset()


def _looked_up(value: object, key: Key, name: object, lookup: Lookup) -> object:
    if isinstance(value, Mapping) and isinstance(name, str | int | float) and name in value:
        item: object = value[name]
        return item
    if isinstance(value, list | tuple) and type(name) is int:
        return value[name] if -len(value) <= name < len(value) else None
    if key.dotted and name in {"size", "first", "last"}:
        return _commanded(value, str(name), lookup)
    return None


def _commanded(value: object, command: str, lookup: Lookup) -> object:
    if command == "size" and isinstance(value, str | list | tuple | Mapping):
        return len(value)
    if isinstance(value, list | tuple):
        return (value[0] if command == "first" else value[-1]) if value else None
    if value is None or isinstance(value, str):
        return None
    raise NotKnownError(f"{lookup.written} is not known")


def printed(value: object) -> str:
    """Return what an output shows of a value: nothing for nil, a list's parts without anything between."""
    if isinstance(value, list | tuple):
        return _limited("".join(chain.from_iterable(_joined(value, 0))))
    return text_of(value)


def _joined(parts: list[object] | tuple[object, ...], depth: int) -> list[str]:
    if depth > 20:
        raise NotKnownError("a list in lists in lists is not carried")
    texts: list[str] = []
    for part in parts:
        texts += _joined(part, depth + 1) if isinstance(part, list | tuple) else [text_of(part)]
    return texts


def text_of(value: object) -> str:
    """Return a value as text, as Ruby's to_s does; NotKnownError for lists, mappings and rare numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _limited(value)
    if isinstance(value, int):
        return str(value) if abs(value) < 10**300 else _unprinted("a number this long")
    if isinstance(value, float):
        text = repr(value)
        return text if text.replace(".", "").removeprefix("-").isdigit() else _unprinted(f"the number {text}")
    if isinstance(value, datetime):
        zone = value.strftime("%z")
        return f"{value.strftime('%Y').zfill(4)}{value.strftime('-%m-%d %H:%M:%S')} {zone[:5] or 'UTC'}"
    if isinstance(value, date):
        return value.isoformat()
    return _unprinted("a value with parts")


def _limited(text: str) -> str:
    return text if len(text) <= LONGEST else _unprinted("a text this long")


def _unprinted(what: str) -> str:
    raise NotKnownError(f"{what} is not carried")
