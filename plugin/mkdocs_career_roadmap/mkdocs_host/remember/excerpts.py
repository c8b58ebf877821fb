"""What a view of Material's blog shows of a post is made once for each view and text.

The blog makes it from the whole post for each list that the post stands in, by one parser a post that is
never reset. So what it is may follow from those before it: of the views that show a post, each is remembered
with those before, and where one is not, the blog's own parser makes it, and all after it in this build.
"""

from __future__ import annotations

import copy
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mkdocs.structure import pages as host
from mkdocs.structure.files import Files
from mkdocs.structure.toc import get_toc

from ...project.on_disk.freeze import digest
from .naming import shown_of
from .rendering import Answer, SeenFiles, answer_of, logged_by, place_of, tokens_of


@dataclass(frozen=True, slots=True)
class ExcerptOfView:
    """What one view shows of one post, and all that was read for that."""

    asked: tuple[str | None, ...]
    """The rules of the site, the post, and the view."""
    lookups: tuple[tuple[str, Answer], ...]
    logged: tuple[tuple[int, str], ...]
    content: bytes
    """What stands before the separator, as zlib packs it: seldom asked for."""
    more: bytes | None
    """What stands after it. None: there is none."""
    toc: tuple[dict[str, Any], ...]
    shown: str
    """What stands for the three, and for the text that was read."""

    def is_good(self, asked: tuple[str | None, ...], files: Lookups) -> bool:
        return self.asked == asked and all(files.answer(path) == answer for path, answer in self.lookups)


class Lookups:
    """The files of a site that views are made of: by then, none comes or goes."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self._answers: dict[str, Answer] = {}

    def answer(self, path: str) -> Answer:
        """Return what lies at a path."""
        if path not in self._answers:
            self._answers[path] = answer_of(self.files.get_file_from_path(path))
        return self._answers[path]


KeptExcerpts = dict[str, list[ExcerptOfView]]
"""By the source path of the post, in the order in which views show it."""


@dataclass
class Chain:
    """The views of one build that show one post, in their order."""

    kept: list[ExcerptOfView]
    files: Lookups
    rules: str
    make: Callable[[Any], Any]
    """Makes the excerpt of the blog itself; takes the files that links are looked up in."""
    views: list[tuple[Any, str]] = field(default_factory=list)
    """Those so far, with the separator."""
    real: Any = None
    """The excerpt of the blog itself. None: it was not needed yet."""
    is_kept: bool = True
    """False: more was read for one of them than can be compared."""
    _seen: SeenFiles | None = None
    _text: tuple[str, str | None] | None = None

    def of(self, view: Any, separator: str, post: Any, place: tuple[str, ...]) -> ExcerptOfView | None:
        """Return what a view shows. None: `real` has it, and nobody can tell what else it was made of."""
        at, known = len(self.views), self.kept
        if self._text is None or self._text[0] is not post.markdown:
            self._text = post.markdown, digest(post.markdown)
        title = (None, None) if post._title_from_render else (str(type(post.title)), str(post.title))
        asked = (self.rules, self._text[1], *title, *place, post.url, view.url, separator)
        if self.real is None and at < len(known) and known[at].is_good(asked, self.files):
            self.views.append((view, separator))
            for level, message in known[at].logged:
                host.log.log(level, message)
            return known[at]
        real, seen = self._parser()
        self.views.append((view, separator))
        seen.begin()
        with logged_by() as records:
            real.render(view, separator)
        del known[at:]
        self.is_kept = self.is_kept and seen.is_plain and all(
            record.name == host.log.name for record in records)
        if not self.is_kept:
            return None
        logged = tuple((record.levelno, record.getMessage()) for record in records)
        known.append(ExcerptOfView(
            asked, tuple(seen.lookups.items()), logged, _packed(real.content),
            None if real.more is None else _packed(real.more), tokens_of(real.toc), shown_of(real)))
        return known[at]

    def parser(self) -> Any:
        """Return the blog's own excerpt, which has seen all views so far."""
        return self._parser()[0]

    def _parser(self) -> tuple[Any, SeenFiles]:
        if self.real is None or self._seen is None:
            self._seen = SeenFiles(self.files.files)
            self.real = self.make(self._seen)
            is_quiet, host.log.disabled = host.log.disabled, True  # it was said when these were given
            try:
                for view, separator in self.views:
                    self.real.render(view, separator)
            finally:
                host.log.disabled = is_quiet
        return self.real, self._seen


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


class _Lazy:
    """An attribute of an excerpt that is unpacked when it is asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, excerpt: Any, of: Any = None) -> Any:
        values = vars(excerpt)
        if self.name not in values:
            given = excerpt._given
            packed = None if given is None else getattr(given, self.name)
            return None if packed is None else _unpacked(packed)
        return values[self.name]

    def __set__(self, excerpt: Any, value: Any) -> None:
        vars(excerpt)[self.name] = value


def remembering_class(
    original: Any, kept: KeptExcerpts, rules: str, files: Files, *, in_build: Callable[[Chain], None]
) -> Any:
    """Return the class of excerpts of a blog that remembers: what it makes is what `original` makes. Each
    excerpt of a build is told to `in_build`.
    """
    lookups = Lookups(files)

    def init(self: Any, post: Any, config: Any, _: Files) -> None:
        self.file = copy.copy(post.file)
        self.post, self.config, self.meta = post, post.config, post.meta
        self.canonical_url, self.abs_url = post.canonical_url, post.abs_url
        self.authors, self.categories = [], []
        self._given = self._shown = None
        self._chain = Chain(kept.setdefault(post.file.src_uri, []), lookups, rules,
                            lambda seen: original(post, config, seen))
        in_build(self._chain)

    def render(self: Any, page: Any, separator: str) -> None:
        post = self.post
        vars(self).pop("content", None)
        vars(self).pop("more", None)
        given = self._given = self._chain.of(page, separator, post, place_of(self))
        if given is None:
            real = self._chain.real
            self.content, self.more, self.toc, self._shown = real.content, real.more, real.toc, None
            self.markdown = real.markdown
            return
        self._shown, self.toc = given.shown, get_toc(list(given.toc))
        self.markdown = post.markdown if post._title_from_render else f"# {post.title}\n\n{post.markdown}"

    return type(original.__name__, (original,), {
        "__module__": original.__module__, "__qualname__": original.__qualname__,
        "__init__": init, "render": render,
        "content": _Lazy("content"), "more": _Lazy("more"),
        "md": property(lambda self: self._chain.parser().md)})
