"""What `site` and `page` are to the Liquid of a blog that is imported.

Rules: jekyll/drops, jekyll/site.rb, jekyll/document.rb, 4.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, cached_property, partial
from typing import Any

from .blog.addresses import address, categories, slug, tags
from .blog.config import Config
from .blog.documents import Document, FileRole, Withheld
from .blog.ruby import text_of, without_extension
from .blog.times import moment
from .liquid.engine import Namespace
from .liquid.markdown_text import html_of
from .liquid.tokens import BLOCKS, tokens

_OF_PAGE = frozenset({"content", "next", "previous", "output", "excerpt", "related_posts"})
"""What a page has that is known once Jekyll has built it."""
_BLOCKS = BLOCKS | {"capture", "comment", "highlight", "raw"}
_OF_SITE = frozenset({
    "time", "static_files", "html_files", "html_pages", "related_posts", "config", "github", "documents",
    "theme", "lsi", "keep_files"})


class SiteValues:
    """The values of one blog."""

    def __init__(
        self, config: Config, documents: Sequence[Document], data: Mapping[str, object],
        title_of: Callable[[Document], str | None], liquid: Callable[[Document, str], str | None],
    ) -> None:
        """`data` is what lies in the folder `_data`, by name; `liquid` returns a part of a document after its
        Liquid, None if some of that is not known.
        """
        self._config, self._data, self._title_of, self._liquid = config, data, title_of, liquid
        self._shown = [one for one in documents
                       if one.hidden in (Withheld.NO, Withheld.NO_OUTPUT) and one.role is not FileRole.STATIC]
        self._pages: dict[str, Namespace] = {}
        self._days: dict[str, datetime] = {}

    @cached_property
    def site(self) -> Namespace:
        """What `site` is: the configuration, and the documents and data of the blog."""
        posts = self._of(lambda one: one.role is FileRole.POST)[::-1]
        names = [name for name in self._config.collections if name not in ("posts", "data")]
        collections = {name: self._of(partial(_is_in, name)) for name in names}
        pages = [self._in_list(one) for one in self._shown if one.role is FileRole.PAGE]
        listed = [{"label": name, "docs": docs, **_plain(self._config, name)}
                  for name, docs in sorted({"posts": posts, **collections}.items())]
        known: dict[str, object] = {
            "baseurl": self._config.baseurl, "url": self._config.url, **self._config.raw, **collections,
            "posts": posts, "pages": pages, "data": self._data, "collections": listed,
            "tags": cache(partial(self._grouped, tags)),
            "categories": cache(partial(self._grouped, categories))}
        return Namespace(known, _OF_SITE - known.keys(), "site.")

    def page(self, document: Document) -> Namespace:
        """Return what `page` is in a document."""
        return self._page(document, {})

    def _in_list(self, document: Document) -> Namespace:
        """Return what lists of documents have for one: also its content, once for all lists."""
        if document.path not in self._pages:
            self._pages[document.path] = self._page(document, {} if document.role is FileRole.PAGE else {
                "content": lambda: self._html(document, "content", document.body)})
        return self._pages[document.path]

    def _page(self, document: Document, more: Mapping[str, object]) -> Namespace:
        where = "" if document.hidden is Withheld.NO_OUTPUT else address(document, self._config)
        known: dict[str, object] = {
            **document.data, **more, "url": where or None, "path": document.path, "name": document.name,
            "relative_path": document.path, "collection": document.collection or None,
            "categories": categories(document), "tags": tags(document),
            "title": self._title_of(document), "slug": slug(document), "id": without_extension(where) or None}
        if document.role is FileRole.PAGE:
            known["dir"] = where if where.endswith("/") else f"{where.rpartition('/')[0]}/"
        when = _when(document, self._config)
        if when is not None:
            known["date"] = when
        if "excerpt" not in document.data and document.role is not FileRole.PAGE:
            known["excerpt"] = lambda: self._excerpt(document)
        nothing = {"excerpt", "next", "previous"} if document.role is FileRole.PAGE else set[str]()
        return Namespace(known, _OF_PAGE - known.keys() - nothing, "page.")

    def _excerpt(self, document: Document) -> str:
        """Return the beginning of a document as HTML: raises NotKnownError where Liquid makes some of it."""
        separator = text_of(document.data.get("excerpt_separator") or self._config.excerpt_separator)
        begin = document.body.strip().partition(separator)[0] if separator else ""
        return self._html(document, "excerpt", f"{_closed(begin)}\n")

    def _html(self, document: Document, name: str, text: str) -> str:
        """Return a part of a document as HTML. Raises NotKnownError where Liquid makes some of it."""
        if "{%" in text or "{{" in text:
            run = self._liquid(document, text)
            text = str(Namespace({}, frozenset({name}), "page.")[name]) if run is None else run
        return html_of(text) if document.ext.lower() in self._config.markdown_ext else text

    def _of(self, wanted: Callable[[Document], bool]) -> list[Namespace]:
        return self._sorted(filter(wanted, self._shown))

    def _sorted(self, documents: Iterable[Document]) -> list[Namespace]:
        """Return documents, the oldest first; those without a date last, as those of today."""
        return list(map(self._in_list, sorted(documents, key=lambda one: (self._day(one), one.path))))

    def _day(self, document: Document) -> datetime:
        if document.path not in self._days:  # a list is asked for by every page that has a loop
            last = datetime.max.replace(tzinfo=UTC)
            self._days[document.path] = _when(document, self._config) or last
        return self._days[document.path]

    def _grouped(self, names: Callable[[Document], list[str]]) -> Mapping[str, object]:
        groups: dict[str, list[Document]] = {}
        for one in self._shown:
            for name in names(one) if one.role is FileRole.POST else ():
                groups.setdefault(name, []).append(one)
        return {name: self._sorted(some)[::-1] for name, some in groups.items()}


def _closed(text: str) -> str:
    """Return the beginning of a text, where Jekyll closes each block of Liquid that is open at its end."""
    open_: list[str] = []
    for token in tokens(text):
        if token.name in _BLOCKS:
            open_.append(token.name)
        elif open_ and token.name == f"end{open_[-1]}":
            open_.pop()
    return text + "".join(f"{{% end{name} %}}" for name in reversed(open_))


def _is_in(name: str, document: Document) -> bool:
    return document.role is FileRole.COLLECTION and document.collection == name


def _plain(config: Config, name: str) -> dict[str, Any]:
    written = config.raw.get("collections")
    of = written.get(name) if isinstance(written, Mapping) else None
    return dict(of) if isinstance(of, Mapping) else {}


def _when(document: Document, config: Config) -> datetime | None:
    try:
        found = moment(document, config)
    except ValueError:  # a date of a page that means nothing to Jekyll
        return None
    return found.when if found else None
