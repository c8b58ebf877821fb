"""One page of a blog, carried whole: its shortcodes, its Markdown, its links, its front matter."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import quote, unquote

from mkdocs_career_roadmap.new_site.arrange import MORE, with_excerpt, with_first_part, with_one_title
from mkdocs_career_roadmap.new_site.front_matter import Facts, KeyMeaning, front_matter
from mkdocs_career_roadmap.new_site.lines import Carried, ImportNote, LinkRule, NoteKind, TextLine
from mkdocs_career_roadmap.new_site.links import AddressBook, Links, PartLink
from mkdocs_career_roadmap.new_site.markdown.html_page import convert_html
from mkdocs_career_roadmap.reading.old_addresses import files_of

from .blog.addresses import address_of, aliases_of
from .blog.config import HugoConfig
from .blog.pages import Held, HugoPage, PageSort, names_in
from .blog.source import HTML, HugoSource
from .blog.times import has_time
from .mapping.places import HugoPlaces
from .mapping.template_facts import page_facts, site_facts
from .markdown import convert
from .shortcodes.carry import CarriedShortcodes, ShortcodeScope, carry_shortcodes

GoalRule = Callable[[list[str]], str | None]
_CARRIED = frozenset(
    {
        "title",
        "date",
        "publishdate",
        "pubdate",
        "tags",
        "categories",
        "slug",
        "url",
        "aliases",
        "draft",
        "expirydate",
        "unpublishdate",
        "layout",
        "type",
        "cascade",
        "menu",
        "menus",
        "markup",
        "outputs",
        "headless",
        "build",
        "_build",
        "sitemap",
        "translationkey",
        "resources",
        "published",
        "redirect_from",
    }
)
ORIGIN = KeyMeaning("hugo_", _CARRIED, folds=True)
"""What front matter of Hugo says that is carried."""
_TO_FILE = re.compile(r"(?![\w+.-]+:|//)[^#?]+\.(?:md|markdown)(?:#|\Z)")
_SUMMARY = re.compile(r"^[ \t]*<!--[ \t]*more[ \t]*-->[ \t]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CarriedPage:
    """A page of the new site."""

    page: HugoPage
    path: str
    """From the docs folder."""
    address: str
    """Where it was found; empty for what was not published."""
    text: str
    notes: tuple[ImportNote, ...]
    categories: tuple[str, ...]
    has_tags: bool
    goal: str | None
    targets: tuple[str, ...]
    """The files of the docs folder that it links to."""
    is_post: bool
    parts: tuple[PartLink, ...] = ()
    """Its links to parts of pages."""


class HugoConverter:
    """Carries the pages of one blog."""

    def __init__(
        self, config: HugoConfig, source: HugoSource, book: AddressBook, places: HugoPlaces, goal_of: GoalRule
    ) -> None:
        self._config, self._source, self._book = config, source, book
        self._places, self._goal_of = places, goal_of
        shown = [one for one in source.pages if one.held in (Held.NO, Held.FUTURE)]
        self._by_name: dict[str, list[HugoPage]] = {}
        for one in shown:
            for name in _names_of(one):
                self._by_name.setdefault(name.lower(), []).append(one)
        self._claimed: dict[str, str] = {}
        for one in shown:
            if one.sort is PageSort.HOME or places.is_listing(one):
                continue
            self._claimed.setdefault(address_of(one, config), one.path)
        self._site = site_facts(config, source.components)

    def carry(
        self, page: HugoPage, path: str, more: Sequence[str] = (), also: Sequence[str] = ()
    ) -> CarriedPage:
        """Return a page as that at `path`; `more` are lines of Markdown for its end, `also` are addresses
        that lead to it besides its own.
        """
        where = address_of(page, self._config)
        was = where if page.held in (Held.NO, Held.FUTURE) else ""
        links = Links(self._book, where, path)
        is_post = self._places.is_post(page)
        codes = carry_shortcodes(page.body, page.body_line, self._scope(page, where))
        text = self._text(page, codes, lambda to, line, html: links(self._by_file(page, to), line, html))
        lines = text.lines if page.ending in HTML else with_one_title(text.lines, page.title or None)
        if is_post and page.ending not in HTML:
            lines = with_first_part(with_excerpt(lines))
        asked = [was, *aliases_of(page, where, self._config)] if was else []
        old, refused = self.claim([*asked, *also], page.path)
        facts = self._facts(page, old, is_post=is_post)
        own = {key.lower() for key in page.front}
        front = {
            **page.front,
            **{key: value for key, value in page.data.items() if key not in own and key not in _CARRIED},
        }  # what cascades to it
        written = front_matter(path, facts, front, page.texts, ORIGIN)
        notes = [
            ImportNote(kind, page.path, line, what)
            for kind, line, what in (*codes.notes, *text.notes, *links.notes, *_of_dates(page))
        ]
        notes += [
            ImportNote(
                NoteKind.CHANGED,
                page.path,
                page.lines.get(key, 0),
                f"{key} means something else here, so it is hugo_{key} now",
            )
            for key in written.renamed
        ]
        notes += [
            ImportNote(NoteKind.CHANGED, page.path, page.lines.get("aliases", 0), what) for what in refused
        ]
        body = "\n".join([*(line.text for line in lines), *more]).strip("\n")
        return CarriedPage(
            page,
            path,
            was,
            f"{written.text}\n{body}\n".lstrip("\n"),
            tuple(dict.fromkeys(notes)),
            facts.categories,
            bool(facts.tags),
            facts.goal,
            tuple(links.targets),
            is_post,
            tuple(links.parts),
        )

    def _text(self, page: HugoPage, codes: CarriedShortcodes, links: LinkRule) -> Carried:
        if page.ending in HTML:
            filled = replace(self._config.dialect(), inserted=codes.inserted)
            lines = [TextLine(line.number, filled.as_html(line.text)) for line in codes.lines]
            return convert_html(lines, links)
        lines = [
            line._replace(text="HUGO-MORE") if _SUMMARY.match(line.text) else line for line in codes.lines
        ]
        has_more = any(line.text == "HUGO-MORE" for line in lines)
        parted: list[TextLine] = []
        for line in lines:
            blank = TextLine(line.number, "")
            parted += [blank, line, blank] if line.text == "HUGO-MORE" else [line]
        dialect = replace(self._config.dialect(), inserted=codes.inserted)
        made = convert(parted if has_more else lines, links, dialect, page.title)
        made.lines = [
            line._replace(text=MORE) if line.text.strip() == "HUGO-MORE" else line for line in made.lines
        ]
        return made

    def _scope(self, page: HugoPage, where: str) -> ShortcodeScope:
        config, parts = self._config, self._source.components
        root = f"{config.baseurl}/"

        def relative(text: object) -> str:
            written = str(text)
            return written if re.match(r"[a-z]+:|//|/", written) else f"{root}{written}"

        def absolute(text: object) -> str:
            written = str(text)
            if re.match(r"[a-z]+:|//", written):
                return written
            return f"{config.url}{written}" if written.startswith("/") else f"{config.url}{root}{written}"

        return ShortcodeScope(
            parts.shortcodes,
            self._site,
            page_facts(page, where, config),
            lambda name, full: self._find(page, name, full),
            {
                "relURL": relative,
                "absURL": absolute,
                "relLangURL": relative,
                "absLangURL": absolute,
                "urls.RelURL": relative,
                "urls.AbsURL": absolute,
                "ref": lambda _page, name: self._named(page, name, is_full=True),
                "relref": lambda _page, name: self._named(page, name, is_full=False),
            },
            parts.partials,
            parts.words,
        )

    def _by_file(self, page: HugoPage, written: str) -> str:
        """Return the address of the page whose file a link names, as Hugo's own rule for links does; any
        other link as it is written.
        """
        if not _TO_FILE.match(written):
            return written
        return self._find(page, unquote(written), is_full=False) or written

    def _named(self, page: HugoPage, name: object, *, is_full: bool) -> str:
        """Return the address that a template means. Raises ValueError if there is none."""
        found = self._find(page, str(name), is_full)
        if found is None:
            raise ValueError(name)
        return found

    def _find(self, page: HugoPage, name: str, is_full: bool) -> str | None:
        """Return the address that `ref` or `relref` means."""
        path, mark, fragment = name.partition("#")
        prefix = f"{self._config.url}{self._config.baseurl}" if is_full else self._config.baseurl
        if not path:
            return f"#{fragment}"
        path = path.rstrip("/") or "/"
        folder = posixpath.dirname(page.name)
        tries = [path] if path.startswith("/") else [posixpath.normpath(f"/{folder}/{path}"), f"/{path}"]
        for one in (*tries, path):
            found = self._by_name.get(re.sub(r"/?_?index(?:\.\w+)?$", "", one).lower() or "/") or (
                self._by_name.get(one.lower())
            )
            if found:
                return f"{prefix}{quote(address_of(found[0], self._config))}{mark}{fragment}"
        return None

    def claim(self, addresses: Iterable[str], path: str) -> tuple[tuple[str, ...], list[str]]:
        """Return the addresses that lead to what lies at `path` in the blog, and why others do not: one that
        belongs to another page, or that no file can answer.
        """
        kept: dict[str, None] = {}
        refused = []
        for one in addresses:
            owner = self._claimed.setdefault(one, path)
            written = quote(one, safe="/%@~+,;=:!$&'()*")
            try:
                files_of(written)
            except ValueError as error:
                refused.append(f"its address {one[:80]!r} cannot be kept: it {error}")
                continue
            if owner == path:
                kept[written] = None
            else:
                refused.append(f"its address {one[:80]!r} leads to {owner}")
        return tuple(kept), refused

    def address_named(self, name: str) -> str | None:
        """Return the address of a page by its path among the content; None: there is none."""
        found = self._by_name.get(f"/{name.strip('/')}".lower()) or self._by_name.get(name.lower())
        return address_of(found[0], self._config) if found else None

    def _facts(self, page: HugoPage, old: tuple[str, ...], *, is_post: bool) -> Facts:
        groups = names_in(page.data.get("categories"))
        return Facts(
            title=page.title or None,
            day=_day(page) or (_UNDATED if is_post else None),
            categories=groups if is_post else (),
            tags=names_in(page.data.get("tags")),
            slug=self._places.slug_of(page) if is_post else None,
            is_draft=is_post and page.held not in (Held.NO, Held.FUTURE),
            addresses=old,
            goal=self._goal_of(list(groups)) if is_post else None,
        )


def _of_dates(page: HugoPage) -> list[tuple[NoteKind, int, str]]:
    if page.held is Held.NO and page.expires:
        what = f"it was to vanish after {page.expires.date()}, and here it stays; make it a draft then"
        return [(NoteKind.CHANGED, 0, what)]
    if page.held in (Held.EXPIRED, Held.UNPUBLISHED):
        return [(NoteKind.CHANGED, 0, f"{page.held}, so it is a draft")]
    return []


_UNDATED = date(1970, 1, 1)
"""The day of a draft that has none: a blog of Material wants one."""


def _day(page: HugoPage) -> date | None:
    """Return the day of a page, with its time if it says one that is not midnight; None: it has none."""
    if page.day is None:
        return None
    written = next((page.data[key] for key in ("date", "publishdate", "pubdate") if page.data.get(key)), "")
    moment: datetime = page.day.replace(tzinfo=None, microsecond=0)
    return moment if has_time(written) and (moment.hour or moment.minute or moment.second) else moment.date()


def _names_of(page: HugoPage) -> list[str]:
    """Return the names by which `ref` finds a page: its path from the root, and what that ends with."""
    path = f"/{posixpath.dirname(page.name)}" if page.is_bundle else f"/{page.name}"
    names = [path, posixpath.splitext(path)[0] if not page.is_bundle else path]
    names += [name.rpartition("/")[2] for name in names]
    return list(dict.fromkeys(name or "/" for name in names))


def category_names(page: HugoPage) -> tuple[str, ...]:
    return names_in(page.data.get("categories"))
