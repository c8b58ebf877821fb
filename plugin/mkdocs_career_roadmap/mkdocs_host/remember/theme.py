"""A page goes through the theme once for each page: again only when something changes that it shows.

While a template makes a page, everything that it asks its environment for is noted. What it made is given
again in a later build if all of that is the same there.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import jinja2
from jinja2 import defaults
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from ...project.on_disk.freeze import UnfitError, frozen, is_pure, stamp
from ...project.on_disk.shelf import Shelf, Shelved
from .naming import OF_TEXT, is_excerpt, leads_to_others
from .noted_meta import ALL, CHANGING, OF_OTHERS, NotedMeta
from .shown import KeptContents, Menu, config_of, page_of
from .standing import STAND_IN, Standing

_FILTERS: dict[str, Any] = vars(defaults)["DEFAULT_FILTERS"]
_TESTS: dict[str, Any] = vars(defaults)["DEFAULT_TESTS"]
_SHARED = ("nav", "config")
_MISSING = "there is no such variable"
_TRANSLATIONS = frozenset({"gettext", "ngettext", "pgettext", "npgettext", "_"})
_CURRENT = "_current_page"
_NOTED = (Page, File, BasePlugin, ModuleType, NotedMeta)
"""The types of what is looked at more closely when a template asks it for something."""
_NOT_SEEN = frozenset({"content_bytes", "content_string", "_content", _CURRENT}) | OF_TEXT
"""Attributes that are looked at more closely when a template asks for them."""
_ANCHORS = ("present_anchor_ids", "links_to_anchors")
_OF_MENU = frozenset({"parent", "ancestors", "children", "previous_page", "next_page"})
"""Attributes that lead from a page to others, which are compared as far as they are in the menu."""
_DATE = "update_date"
_DATE_OF_PAGE = f"{_DATE} of the page"
"""What is noted when a template reads the day of the build from the page that it shows; few do."""

Values = tuple[tuple[str, str], ...]
"""What stands for the values of variables, by their names."""


@dataclass(frozen=True, slots=True)
class PageOutput:
    """What a template made of a page, and what it read."""

    template: str | None
    shared: Values
    """The variables that all pages share. One object for all pages that read the same."""
    own: Values
    kept: bytes | Shelved
    """Its HTML, on a shelf, or as zlib packs it: it is asked for only where the page is finished in another
    way."""

    @property
    def html(self) -> str:
        if isinstance(self.kept, Shelved):
            return self.kept.text
        return zlib.decompress(self.kept).decode("utf-8", "surrogatepass")

    @property
    def packed(self) -> bytes:
        """Its HTML, packed."""
        return self.kept if isinstance(self.kept, bytes) else _packed(self.html)


def _packed(html: str) -> bytes:
    return zlib.compress(html.encode("utf-8", "surrogatepass"), 1)


@dataclass
class KeptPages:
    """What lasts from build to build."""

    outputs: dict[str, PageOutput] = field(default_factory=dict)
    """By source path."""
    templates: dict[str, str | None] = field(default_factory=dict)
    """What stands for the text and file of each template that was used, by its name; None: there was none."""
    pages: dict[str, tuple[Hashable, str]] = field(default_factory=dict)
    """All that pages show of themselves, and what stands for it, by source path."""
    named: dict[str, Hashable] = field(default_factory=dict)
    """What plain pages show of themselves beside others, by source path, see `Names`."""
    shelf: Shelf = field(default_factory=Shelf)
    """Where the HTML of pages lies, if it is open."""


class Theme:
    """The theme of a site in one build."""

    def __init__(
        self, kept: KeptPages, env: jinja2.Environment, standing: Standing,
        tell: Callable[[str, str], None], contents: KeptContents, filters: Collection[Any] = (),
    ) -> None:
        """`tell` takes a source path and why that page is not remembered; `filters` are known besides those
        of MkDocs and Jinja. Raises UnfitError where templates have filters that nobody knows.
        """
        known = {id(function) for known in (_FILTERS, _TESTS) for function in known.values()}
        known |= set(map(id, filters))
        for name, function in (*env.filters.items(), *env.tests.items()):
            if id(function) not in known and not is_pure(function):
                raise UnfitError(f"nobody knows what the filter or test {name} of the templates reads")
        self._kept = kept
        self._contents = contents
        self._env = env
        self._standing = standing
        self._tell = tell
        self._tokens: dict[str, str] = {}
        self._right: dict[int, tuple[Values, set[str], bool]] = {}
        self._menu: Menu | None = None
        self._read: set[str] | None = None
        """The variables that the page of the moment has read; None: no page is made."""
        self._page: Page | None = None
        self._odd = ""
        self._modules: dict[int, set[str]] = {}
        """The variables read by templates that others import, by the id of each; all live as long as this."""
        self._has_time = False
        """True once a template has read the time of the build; all of them ask for it, few read it."""
        self._is_changed = False
        """True once a template has changed the front matter of a page that it does not show."""
        self._look_at_templates()
        self._sets = {page.shared: page.shared for page in kept.outputs.values()}
        """All sets of shared variables that pages have read, each once."""
        self._take_environment()

    # --- templates ---

    def _look_at_templates(self) -> None:
        """Forget all pages if a template has changed, come, or gone."""
        loader = self._env.loader
        for name, before in self._kept.templates.items():
            try:
                now = _stamp_of(loader.get_source(self._env, name)) if loader else None
            except jinja2.TemplateNotFound:
                now = None
            if now != before:
                self._kept.outputs.clear()
                self._kept.templates.clear()
                return

    def _take_environment(self) -> None:
        env, theme = self._env, self
        if env.cache is not None:
            env.cache.clear()  # what was loaded before asks nobody

        class Template(env.template_class):  # type: ignore[name-defined,misc]
            def render(self, *args: Any, **kwargs: Any) -> str:
                context = dict(*args, **kwargs)
                return theme.render(self, context, super().render)

            def _get_default_module(self, ctx: Any = None) -> Any:
                with theme.reads_of(self):  # made once, and shown on every page
                    return super()._get_default_module(ctx)

        class Seen(env.context_class):  # type: ignore[name-defined,misc]
            def resolve_or_missing(self, key: str) -> Any:
                if theme._read is not None:
                    theme._read.add(key)
                return super().resolve_or_missing(key)

        env.template_class, env.context_class = Template, Seen
        env.loader = _NotingLoader(env.loader, self._kept.templates)
        self._note_lookups()

    def _note_lookups(self) -> None:
        env, theme = self._env, self
        looked_up, item_of = env.getattr, env.getitem
        plain: dict[type, bool] = {}
        """The types of which nothing is noted, whatever is read: nearly all that templates ask."""

        def is_plain(of: type) -> bool:
            return plain.setdefault(of, not issubclass(of, _NOTED))

        def getattr_(obj: Any, attribute: str) -> Any:
            of = type(obj)
            if (plain[of] if of in plain else is_plain(of)) and attribute != _CURRENT:
                return looked_up(obj, attribute)
            theme._look_at(obj, attribute)
            if type(obj) is NotedMeta and attribute != "get" and hasattr(dict, attribute):
                theme._note(ALL)
                obj = obj.original
                theme._is_changed = theme._is_changed or attribute in CHANGING
            return theme._noted(obj, attribute, looked_up(obj, attribute))

        def getitem(obj: Any, argument: Any) -> Any:
            of = type(obj)
            if (plain[of] if of in plain else is_plain(of)) and argument != _CURRENT:
                return item_of(obj, argument)
            theme._look_at(obj, argument)
            return theme._noted(obj, argument, item_of(obj, argument))

        env.getattr, env.getitem = getattr_, getitem  # type: ignore[method-assign]

    def _note(self, name: str) -> None:
        if self._read is not None:
            self._read.add(name)

    def _noted(self, obj: Any, name: Any, value: Any) -> Any:
        """Return a value that a template reads of something; the front matter of another page notes more."""
        if (name != "meta" or self._read is None or obj is self._page or not isinstance(obj, Page)
                or is_excerpt(obj)):
            return value
        if type(value) is dict:
            return NotedMeta(value, self._note)
        self._note(ALL)
        return value

    def _look_at(self, obj: Any, name: Any) -> None:
        """Note it if a template reads of something what is not compared."""
        if self._read is None:
            return
        if name == _DATE and isinstance(obj, Page):
            self._note(_DATE_OF_PAGE)
            if obj is not self._page:
                self._odd = f"the theme reads {name} of another page"
        elif isinstance(obj, (BasePlugin, ModuleType)):
            if name != "config":
                self._odd = f"the theme reads {name} of the plugin or module {obj!r}"
        elif isinstance(obj, Page) and leads_to_others(obj, name):
            self._odd = f"the theme reads {name} of the blog's {type(obj).__name__}"
        elif name in _OF_MENU and isinstance(obj, Page):
            self._note("nav")
            if obj is not self._page and not (self._menu and self._menu.has(obj)):
                self._odd = f"the theme reads {name} of a page that is not in the menu"
        elif name in _NOT_SEEN and (
                (isinstance(obj, Page) and name != _CURRENT and (
                    name in _ANCHORS or not (obj is self._page or is_excerpt(obj))))
                or isinstance(obj, File) or name == _CURRENT):
            self._odd = f"the theme reads {name} of another page"

    @contextmanager
    def reads_of(self, template: Any) -> Iterator[None]:
        """Count what a template read when its parts were first asked for as read whenever they are."""
        outer, self._read = self._read, set()
        try:
            yield
        finally:
            reads = self._modules.setdefault(id(template), self._read)
            reads |= self._read
            self._read = outer
            if outer is not None:
                outer |= reads

    # --- pages ---

    def render(self, template: Any, context: dict[str, Any], render: Callable[..., str]) -> str:
        """Return what a template makes of its variables. `render` makes it."""
        page = context.get("page")
        if not isinstance(page, Page) or self._read is not None:
            return render(context)
        path = page.file.src_uri
        try:
            known = self._kept.outputs.get(path)
            if known and known.template == template.name and self._is_shared(known.shared, context) and all(
                    self._token(name, context, page) == token for name, token in known.own):
                return STAND_IN if self._is_standing(page, known) else known.html
        except UnfitError:
            pass
        self._kept.outputs.pop(path, None)
        context = {**context, "build_date_utc": _clock(context["build_date_utc"], self._note_time)}
        self._read, self._page, self._odd, self._has_time = set(), page, "", False
        with suppress(UnfitError, KeyError):  # found again when what was read is compared
            self._menu_of(context)
        try:
            html = render(context)
            read = self._read
        finally:
            self._read = self._page = None
            if self._menu is not None:
                self._menu.names.forget()
        self._keep(template.name, path, page, context, read, html)
        if new := self._kept.outputs.get(path):
            self._is_standing(page, new)
        return html

    def _is_standing(self, page: Page, output: PageOutput) -> bool:
        """True if nothing is left to do for a page. What finishes it reads the page and the configuration."""
        names = {name for name, _ in (*output.own, *output.shared)}
        return names >= {"page", "config"} and self._standing.has(page, output)

    def _keep(
        self, template: str | None, path: str, page: Page, context: Mapping[str, Any], read: set[str],
        html: str,
    ) -> None:
        try:
            tokens = [(name, self._token(name, context, page))
                      for name in sorted(read) if name != "build_date_utc" or self._has_time]
        except UnfitError as error:
            self._odd = str(error)
        if self._is_changed:  # what a page shows follows from those before it
            self._kept.outputs.clear()
            self._odd = "a template changes the front matter of other pages"
        if self._odd:
            self._tell(path, self._odd)
            return
        own = tuple(token for token in tokens
                    if token[0] == _DATE_OF_PAGE or not _is_of_all(token[0], context))
        shared = tuple(token for token in tokens if token not in own)
        shared = self._sets.setdefault(shared, shared)
        self._kept.outputs[path] = PageOutput(
            template, shared, own, self._kept.shelf.text(html) if self._kept.shelf.is_open else _packed(html))

    def _is_shared(self, values: Values, context: Mapping[str, Any]) -> bool:
        """True if variables that all pages share are as they were; each set of them is compared once."""
        known = self._right.get(id(values))
        if known is None or known[0] is not values or known[1] != context.keys():
            is_right = all(_is_of_all(name, context) and self._shared_once(name, context) == token
                           for name, token in values)
            known = self._right[id(values)] = (values, set(context), is_right)
        return known[2]

    def _note_time(self) -> None:
        self._has_time = True

    def _token(self, name: str, context: Mapping[str, Any], page: Page) -> str:
        """Return what stands for the value of a variable, to be compared with that of another build."""
        if name == "page":
            return self._token_of(page, page_of(page, self._menu_of(context), self._contents.digest))
        if name == _DATE_OF_PAGE:
            return page.update_date
        if _is_of_all(name, context):
            return self._shared_once(name, context)
        if name == "pages":
            raise UnfitError("the theme reads the list of all pages")
        if name == "build_date_utc":
            return str(context[name])
        if name == "posts":
            return stamp(self._menu_of(context).names.excerpts(context[name]))
        if name == "pagination":
            pager = self._menu_of(context).names.pager(context[name], page)
            return stamp((pager, self._shared_once("config", context)))
        return stamp(frozen(context[name]))

    def _token_of(self, page: Page, shown: Hashable) -> str:
        known = self._kept.pages.get(page.file.src_uri)
        if known is None or known[0] != shown:
            known = self._kept.pages[page.file.src_uri] = shown, stamp(shown)
        return known[1]

    def _shared_once(self, name: str, context: Mapping[str, Any]) -> str:
        if name not in self._tokens:
            self._tokens[name] = stamp(self._shared(name, context))
        return self._tokens[name]

    def _menu_of(self, context: Mapping[str, Any]) -> Menu:
        if self._menu is None:
            self._menu = Menu(context["nav"], self._kept.named)
        return self._menu

    def _shared(self, name: str, context: Mapping[str, Any]) -> Hashable:
        if name == "nav":
            return self._menu_of(context).whole
        if name == "config":
            return config_of(context["config"])
        if name.startswith(OF_OTHERS):
            return self._menu_of(context).meta(name)
        if name in _TRANSLATIONS:
            return _translations(context["config"])
        return frozen(self._env.globals[name]) if name in self._env.globals else _MISSING


def _is_of_all(name: str, context: Mapping[str, Any]) -> bool:
    """True for a variable that is the same for all pages."""
    return name in _SHARED or name not in context


def _stamp_of(found: tuple[str, str | None, Any]) -> str:
    """Return what stands for a template as a loader gives it: its text and its file."""
    return stamp(found[:2])


class _NotingLoader(jinja2.BaseLoader):
    """Loads templates as another loader does, and notes which."""

    def __init__(
        self, loader: jinja2.BaseLoader | None, used: dict[str, str | None]
    ) -> None:
        self._loader = loader or jinja2.DictLoader({})
        self._used = used

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:
        try:
            found = self._loader.get_source(environment, template)
        except jinja2.TemplateNotFound:
            self._used[template] = None
            raise
        self._used[template] = _stamp_of(found)
        return found

    def list_templates(self) -> list[str]:
        return self._loader.list_templates()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)


def _translations(config: Any) -> Hashable:
    """Return what the words of a theme come from: the language, and the files that have it."""
    files = [file for folder in config.theme.dirs
             for file in sorted(Path(folder, "locales").glob("*/LC_MESSAGES/*.mo"))]
    return (str(config.theme.locale), tuple((str(file), file.read_bytes()) for file in files))


class _Clock(datetime):
    """A time that notes that somebody reads it."""

    _note: Callable[[], None]

    def __getattribute__(self, name: str) -> Any:
        if name != "_note":
            self._note()
        return super().__getattribute__(name)


def _noting(name: str) -> Any:
    method = getattr(datetime, name)

    def noting(self: _Clock, *args: Any) -> Any:
        self._note()
        return method(self, *args)

    return noting


for _name in ("__str__", "__repr__", "__format__", "__hash__", "__eq__", "__ne__", "__lt__", "__le__",
              "__gt__", "__ge__", "__add__", "__radd__", "__sub__", "__rsub__", "__reduce_ex__"):
    setattr(_Clock, _name, _noting(_name))


def _clock(time: Any, note: Callable[[], None]) -> Any:
    """Return a time as it is, that notes it when it is read."""
    if type(time) is not datetime:
        note()
        return time
    clock = _Clock(time.year, time.month, time.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo, fold=time.fold)
    clock._note = note
    return clock
