"""One page of a blog, carried whole: its Liquid, its Markdown, its links, its front matter."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_career_roadmap.new_site.arrange import MORE, with_excerpt, with_one_title
from mkdocs_career_roadmap.new_site.front_matter import Facts, front_matter
from mkdocs_career_roadmap.new_site.lines import Carried, ImportNote, NoteKind, TextLine
from mkdocs_career_roadmap.new_site.links import AddressBook, Links, PartLink
from mkdocs_career_roadmap.new_site.markdown.html_page import convert_html
from mkdocs_career_roadmap.new_site.paths import short_path

from .blog.addresses import address, categories, leads_on, slug, tags
from .blog.config import Config
from .blog.documents import Document, FileRole, Withheld
from .blog.ruby import text_of, without_extension
from .blog.source import BlogSource
from .blog.times import Moment, moment
from .citations.distill import with_distill
from .citations.files import BibFiles
from .citations.page_works import PageWorks
from .kramdown import Dialect, convert
from .liquid import LiquidScope, carry, untouched
from .liquid.engine import LiquidEngine, has_engine
from .mapping.known_layouts import under_title, with_layout
from .mapping.listings import TAG_LIST
from .mapping.old_addresses import OldAddresses
from .mapping.places import HTML
from .mapping.site_parts import language_of
from .site_values import SiteValues

GoalRule = Callable[[list[str]], str | None]


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """A page of the new site."""

    document: Document
    path: str
    """From the docs folder."""
    address: str
    """Where it was found; empty for what was not published."""
    title: str
    text: str
    notes: tuple[ImportNote, ...]
    categories: tuple[str, ...]
    has_tags: bool
    goal: str | None
    targets: tuple[str, ...]
    """The files of the docs folder that it links to."""
    parts: tuple[PartLink, ...] = ()
    """Its links to parts of pages."""


class PageConverter:
    """Carries the pages of one blog."""

    def __init__(
        self, config: Config, documents: Sequence[Document], book: AddressBook, goal_of: GoalRule,
        source: BlogSource,
    ) -> None:
        """`source` is the blog that the documents are of."""
        self._config, self._book, self._goal_of = config, book, goal_of
        self._engine = LiquidEngine(source.includes) if has_engine() else None
        self._includes = source.includes
        self._values = SiteValues(config, documents, source.data, _title,
                                  lambda document, text: self.plain(replace(document, body=text)))
        self.works = BibFiles(source.works)
        self._ran: dict[tuple[str, str, str], tuple[PageWorks, Carried]] = {}  # lists of all posts take long
        self._templates = {path.rpartition(".")[0]: text for path, text in source.layouts.items()}
        shown = [one for one in documents if one.hidden is Withheld.NO]
        self._by_path = {one.path: address(one, config) for one in shown}
        self._posts = {_name_of(one): self._by_path[one.path] for one in shown if one.role is FileRole.POST}
        by_slug = {posixpath.basename(name): where for name, where in self._posts.items()}
        self._posts = {**by_slug, **self._posts}

    def carry(self, document: Document, path: str, addresses: OldAddresses) -> ImportedPage:
        """Return a document as the page at `path`; `addresses` are those of all pages."""
        config = self._config
        if where := leads_on(document):
            document = replace(document, body=f"[{where}](<{where}>)\n")  # it had no text to be read
        document, shown_before = with_layout(document, self._includes, config.baseurl)
        was = published_at(document, config)
        links = Links(self._book, was or address(document, config), path)
        is_html = document.ext.lower() in HTML and document.body != TAG_LIST
        kept = self._ran.pop((document.path, document.body, was), None) if is_html else None
        works = kept[0] if kept else self._page_works(document)
        body = kept[1] if kept else self._liquid(document, was, works, is_markdown=not is_html)
        distilled = with_distill(body.lines, works, is_markdown=not is_html)
        body = Carried(distilled.lines, [*body.notes, *distilled.notes])
        text = convert_html(body.lines, links) if is_html else convert(body.lines, links, self._dialect())
        old, refused = addresses.of(document, was)
        facts = self._facts(document, old)
        lines = self._arranged(document, text.lines, facts.title, is_html=is_html)
        shown = [line for html in under_title(document) for line in (html, "")]
        lines = [*(TextLine(document.body_line, line) for line in shown), *lines]
        written_front = front_matter(path, facts, document.front, document.texts)
        notes = [ImportNote(kind, document.path, line, what)
                 for kind, line, what in (*body.notes, *text.notes, *links.notes)]
        notes += [ImportNote(NoteKind.CHANGED, document.path, document.lines.get(key, 0),
                       f"{key} means something else here, so it is jekyll_{key} now")
                  for key in written_front.renamed]
        if shown_before:
            notes.append(ImportNote(NoteKind.CHANGED, document.path, document.lines.get("layout", 0),
                                    f"what its layout showed stands in the page: {', '.join(shown_before)}"))
        if where:
            notes.append(ImportNote(NoteKind.CHANGED, document.path, document.lines.get("redirect_to", 0),
                                    f"the page led on to {where}; now it has a link to it"))
        notes += [ImportNote(NoteKind.CHANGED, document.path, document.lines.get("redirect_from", 0), what)
                  for what in refused]
        notes += [ImportNote(NoteKind.DEAD, document.path, _line_of(key, document),
                             f"the citation of {key[:80]!r}, which no file of works has")
                  for key in dict.fromkeys(works.missing)]
        written = "\n".join(line.text for line in lines).strip("\n")
        return ImportedPage(
            document,
            path,
            was,
            facts.title or "",
            f"{written_front.text}\n{written}\n".lstrip("\n"),
            tuple(notes),
            facts.categories,
            bool(facts.tags),
            facts.goal,
            tuple(links.targets),
            tuple(links.parts),
        )

    def plain(self, document: Document) -> str | None:
        """Return a text that is no page after its Liquid; None: some of that was left.

        No loop is run: a feed that was written out once would be the feed of that day for ever.
        """
        works = self._page_works(document)
        scope = replace(self._scope(document, address(document, self._config), works), run=None)
        carried = carry(document.body, document.body_line, scope, is_markdown=False)
        if any(kind is NoteKind.LEFT for kind, _, _ in carried.notes):
            return None
        return "\n".join(line.text for line in carried.lines)

    def _page_works(self, document: Document) -> PageWorks:
        settings = self._config.raw.get("scholar")
        settings = settings if isinstance(settings, Mapping) else {}
        return PageWorks(self.works, document.data, settings,
                         self._templates, self._config.baseurl,
                         lambda path: self._by_path.get(path.strip().removeprefix("/")),
                         language_of(document.data if document.data.get("lang") else self._config.raw)[0])

    def _liquid(self, document: Document, was: str, works: PageWorks, *, is_markdown: bool) -> Carried:
        if document.data.get("render_with_liquid") is False:
            return untouched(document.body, document.body_line)
        return carry(document.body, document.body_line, self._scope(document, was, works), is_markdown)

    def _scope(self, document: Document, was: str, works: PageWorks) -> LiquidScope:
        config = self._config
        page: dict[str, object] = {
            **document.data, "url": was, "categories": categories(document), "tags": tags(document),
            "path": document.path, "title": _title(document) or ""}
        if (written := _moment(document, config)) is not None:
            page["date"] = written.when
        scope = LiquidScope(config.raw, page, config.baseurl, config.url,
                            lambda name: self._posts.get(name.strip().removeprefix("/")),
                            lambda path: self._by_path.get(path.strip().removeprefix("/")),
                            cite=works.tag)
        engine = self._engine
        return scope if engine is None else replace(scope, run=lambda text, known, unknown: engine.run(
            text, scope, self._values.site, self._values.page(document), known, unknown))

    def runs(self, document: Document) -> bool:
        """True for a page whose loops and other blocks can all be run."""
        if self._engine is None:
            return False
        works, where = self._page_works(document), address(document, self._config)
        carried = self._liquid(document, where, works, is_markdown=False)
        self._ran[document.path, document.body, where] = works, carried
        return not any(kind is NoteKind.LEFT for kind, _, _ in carried.notes)

    def _dialect(self) -> Dialect:
        kramdown = self._config.kramdown
        return Dialect(gfm=kramdown.input.upper() == "GFM", hard_wrap=kramdown.hard_wrap,
                       parse_block_html=kramdown.parse_block_html, toc_levels=kramdown.toc_levels)

    def _arranged(
        self, document: Document, lines: list[TextLine], title: str | None, *, is_html: bool
    ) -> list[TextLine]:
        if is_html:
            return lines
        titled = with_one_title(lines, title)
        if document.role not in (FileRole.POST, FileRole.DRAFT):
            return titled
        usual = self._config.excerpt_separator
        own = text_of(document.data.get("excerpt_separator") or usual)
        return with_excerpt(titled, own.strip(), usual.strip() or MORE)

    def _facts(self, document: Document, old: tuple[str, ...]) -> Facts:
        is_post = document.role in (FileRole.POST, FileRole.DRAFT)
        when = _when(document, self._config)
        groups = tuple(categories(document)) if is_post else ()
        return Facts(
            title=_title(document), day=when or (_UNDATED if is_post else None), categories=groups,
            tags=tuple(tags(document)), slug=short_path(slug(document)) if is_post else None,
            is_draft=is_post and document.hidden in (Withheld.DRAFT, Withheld.UNPUBLISHED),
            addresses=old, goal=self._goal_of(list(groups)) if is_post else None)


def published_at(document: Document, config: Config) -> str:
    """Return the address at which Jekyll publishes a document some day; empty: it does not."""
    return address(document, config) if document.hidden in (Withheld.NO, Withheld.FUTURE) else ""


def _line_of(key: str, document: Document) -> int:
    """Return the line of a file on which a key of a work stands first; 0: on none, as in a loop."""
    before, found, _ = document.body.partition(key)
    return document.body_line + before.count("\n") if found else 0


_UNDATED = date(1970, 1, 1)
"""The day of a draft that has none: a blog of Material wants one."""


def _when(document: Document, config: Config) -> date | None:
    """Return the day of a page, with its time if it has one, in the blog's zone; None: it says none."""
    moment = _moment(document, config)
    if moment is None:
        return None
    return moment.when.replace(tzinfo=None) if moment.has_time else moment.day


def _moment(document: Document, config: Config) -> Moment | None:
    try:
        return moment(document, config)
    except ValueError:  # of a page, whose day means nothing to Jekyll
        return None


def _title(document: Document) -> str | None:
    """Return the title of a page as Jekyll has it: that of a post is made of its file's name, if need be."""
    written = document.data.get("title")
    if written not in (None, ""):
        return " ".join(text_of(written).split())
    if document.role is FileRole.PAGE:
        return None
    return " ".join(word.capitalize() for word in slug(document).split("-"))


def _name_of(document: Document) -> str:
    """Return the name by which `post_url` knows a post: its path in its folder of posts, without ending."""
    return without_extension(document.path.rpartition("_posts/")[2])
