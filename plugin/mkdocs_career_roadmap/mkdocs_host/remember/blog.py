"""Material's blog works out once what follows from a text: front matter, excerpts, how long it takes to read.

Its events run in each build as ever, and ask for each of these; while a build is under way, what they ask are
stand-ins that know the answers of the build before.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any, Protocol

from jinja2 import pass_context
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ...project.on_disk.freeze import digest
from ...project.on_disk.looks import KeptByLook, Look, look
from .excerpts import Chain, KeptExcerpts, remembering_class
from .fitness import BLOG, class_of

_ENCODING = "utf-8-sig"
_MADE_BY_BLOG = "BlogPlugin.on_env.<locals>."


class _Filter(Protocol):
    def __call__(self, context: Any, value: Any) -> Any: ...


def _stand_ins(of: dict[str, Any]) -> dict[str, _Filter]:
    """Return the filters of the blog that call those of the build of the moment: templates that were compiled
    with them are good for all builds.
    """
    @pass_context
    def date(context: Any, value: Any) -> Any:
        context.resolve_or_missing("config")  # which it reads without saying so
        return of["date"](value)

    @pass_context
    def url(context: Any, value: Any) -> Any:
        return of["url"](context, value)

    return {"date": date, "url": url}


@dataclass
class KeptBlog:
    """What lasts from build to build."""

    excerpts: KeptExcerpts = field(default_factory=dict)
    answers: dict[str, dict[Hashable, Any]] = field(default_factory=dict)
    """Of the last build, by the function that was asked."""
    texts: KeptByLook[str] = field(default_factory=KeptByLook)
    """The files of posts, by their whole paths."""
    copies: dict[str, tuple[bytes, Look | None]] = field(default_factory=dict)
    """The copies of files of views: what is in each, and how it looks."""
    filters_of_build: dict[str, Any] = field(default_factory=dict)
    filters: dict[str, _Filter] = field(init=False)

    def __post_init__(self) -> None:
        self.filters = _stand_ins(self.filters_of_build)


class BlogOfBuild:
    """One build of the blog. Its stand-ins are in its modules while they are needed, no longer."""

    def __init__(self, kept: KeptBlog, config: MkDocsConfig) -> None:
        self._kept = kept
        self._plugin: Any = next(
            (plugin for plugin in config.plugins.values() if class_of(plugin) == BLOG), None)
        self._before = kept.answers
        self._now: dict[str, dict[Hashable, Any]] = {}
        self._chains: list[Chain] = []
        self._opened: set[str] = set()
        self._sources: dict[str, bytes] = {}
        self._copies: dict[str, tuple[bytes, Look | None]] = {}
        self.close()

    @property
    def is_on(self) -> bool:
        return self._plugin is not None and bool(self._plugin.config.enabled)

    def begin(self) -> None:
        """Let the blog read front matter, and reckon times and dates, by what is known."""
        if not self.is_on or self._plugin is None:
            return
        plugin = sys.modules[type(self._plugin).__module__]
        structure = sys.modules[plugin.Post.__module__]
        self._put(structure, "open", self._open)
        self._put(plugin, "copy_file", self._copy)
        self._put(structure, "yaml", _YamlOnce(structure.yaml, self._answer))
        self._put(plugin, "readtime", self._once(
            "readtime", plugin.readtime, lambda html, per_minute: (digest(html), per_minute)))
        own = self._plugin
        self._put(own, "_format_date", self._once(
            "date", own._format_date,
            lambda date, pattern, config: (repr(date), pattern, config.theme["language"])))

    def files(self, files: Files, rules: str | None) -> None:
        """Look for posts and views by their files, and make excerpts by what is known; `rules` stands for all
        that is read for Markdown besides a text and the site. None: nobody knows that.
        """
        if not self.is_on or self._plugin is None:
            return
        blog, views_of = self._plugin.blog, self._plugin._resolve_views
        blog.posts = _ByFile(blog.posts)
        views = _ByFile(views_of(blog))
        self._put(self._plugin, "_resolve_views", lambda view: views if view is blog else views_of(view))
        if rules is None:
            self._kept.excerpts.clear()
            return
        plugin = sys.modules[type(self._plugin).__module__]
        self._put(plugin, "Excerpt", remembering_class(
            plugin.Excerpt, self._kept.excerpts, rules, files, in_build=self._chains.append))

    def env(self, env: Any, files: Files) -> list[Any]:
        """Let templates have the same filters in each build, and return those."""
        if not self.is_on:
            return []
        for name, stand_in in self._kept.filters.items():
            function = env.filters.get(name)
            if getattr(function, "__qualname__", "").startswith(_MADE_BY_BLOG):
                self._kept.filters_of_build[name] = function
                env.filters[name] = stand_in
        return list(self._kept.filters.values())

    def end(self, pages: Iterable[Page]) -> None:
        """Take off the pages what they do not need any more."""
        self._kept.answers = self._now
        self._kept.copies = self._copies
        self._kept.texts.keep_only(self._opened)
        for page in pages:
            if getattr(page, "excerpt", None) is not None:
                page.excerpt = None  # type: ignore[attr-defined]
        self.close()

    def close(self) -> None:
        """Give the blog its own back."""
        for chain in self._chains:
            chain.real = None
        self._chains.clear()
        while _PUT:
            at, name, value, is_own = _PUT.pop()
            if is_own:
                setattr(at, name, value)
            else:
                delattr(at, name)

    @staticmethod
    def _put(at: Any, name: str, value: Any) -> None:
        is_own = name in vars(at)
        _PUT.append((at, name, vars(at)[name] if is_own else None, is_own))
        setattr(at, name, value)

    def _open(self, path: Any, mode: str = "r", **how: Any) -> Any:
        """Do what `open` does. A post is read by its look: what reads it gets a text that is known."""
        if mode != "r" or how != {"encoding": _ENCODING}:
            return open(path, mode, **how)
        self._opened.add(path)
        return StringIO(self._kept.texts.of(path, path, lambda: Path(path).read_text(_ENCODING)))

    def _copy(self, source: str, target: str) -> None:
        """Do what MkDocs' `copy_file` does with the file of a view, unless the copy lies there."""
        if source not in self._sources:
            self._sources[source] = Path(source).read_bytes()
        content, known = self._sources[source], self._kept.copies.get(target)
        if known is None or known[0] != content or known[1] is None or look(target) != known[1]:
            utils.copy_file(source, target)
            known = content, look(target)
        self._copies[target] = known

    def _once(self, name: str, function: Callable[..., Any], key: Callable[..., Hashable]) -> Any:
        return lambda *args, **kwargs: self._answer(
            name, key(*args, **kwargs), lambda: function(*args, **kwargs))

    def _answer(self, name: str, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what a function answers, as it did in the build before if it was asked there."""
        now = self._now.setdefault(name, {})
        if key not in now:
            before = self._before.get(name, {})
            now[key] = before[key] if key in before else make()
        return now[key]


_PUT: list[tuple[Any, str, Any, bool]] = []
"""What stands in at the moment: where, its name, and what was there; False: of the class, not of it."""


class _YamlOnce:
    """The reader of YAML, which reads each front matter once."""

    def __init__(self, yaml: Any, answer: Callable[[str, Hashable, Callable[[], Any]], Any]) -> None:
        self._yaml, self._answer = yaml, answer

    def load(self, text: Any, loader: Any) -> Any:
        if type(text) is not str or loader is not self._yaml.SafeLoader:
            return self._yaml.load(text, loader)
        return copy.deepcopy(self._answer("yaml", text, lambda: self._yaml.load(text, loader)))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._yaml, name)


class _ByFile(list[Any]):
    """Pages, in their order. MkDocs takes none for another that has another file."""

    def __init__(self, pages: Iterable[Any]) -> None:
        super().__init__(pages)
        self._by_file = {id(page.file): page for page in self}

    def __contains__(self, page: object) -> bool:
        found = self._by_file.get(id(getattr(page, "file", None)))
        return found is not None and (found is page or found == page)
