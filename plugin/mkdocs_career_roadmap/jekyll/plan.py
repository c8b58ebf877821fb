"""All of an import: a blog is read, and each file of the new site is said. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from mkdocs_career_roadmap.authoring.scaffold import yaml_text
from mkdocs_career_roadmap.authoring.series import Member
from mkdocs_career_roadmap.new_site.dead_links import PageParts, dead_in_html, dead_parts
from mkdocs_career_roadmap.new_site.destination import Content
from mkdocs_career_roadmap.new_site.frame import Plan, SiteName, frame
from mkdocs_career_roadmap.new_site.front_matter import CARRIED
from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind
from mkdocs_career_roadmap.new_site.links import AddressBook
from mkdocs_career_roadmap.new_site.maths import SCRIPT, has_formulas, maths_of
from mkdocs_career_roadmap.new_site.menu import SiteMenu, targets
from mkdocs_career_roadmap.new_site.paths import short_path
from mkdocs_career_roadmap.new_site.report import REPORT, Proposal, Row, counts, report
from mkdocs_career_roadmap.new_site.wishes import Wishes, proposals
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.project.progress import SILENT, ProgressLine
from mkdocs_career_roadmap.vocabulary.phrases import some

from .blog.addresses import address, categories, file_of, tags, written
from .blog.config import Config, ConfigError, Kramdown, read_config
from .blog.documents import Document, FileRole, Withheld
from .blog.source import BlogSource, read_source
from .blog.times import is_zone
from .citations.files import reads_bibtex
from .kramdown import EXTENSIONS
from .liquid.engine import has_engine
from .mapping.listings import TAG_LIST, is_listing, is_tag_list, without_posts
from .mapping.menu import menu_of
from .mapping.old_addresses import OldAddresses, named_by
from .mapping.places import Places, blog_of, is_page, no_copy, no_page, no_text, page_in_place_of
from .mapping.shown import ShownDocuments
from .mapping.site_parts import is_feed, parts_of, title_of
from .page import ImportedPage, PageConverter, published_at

__all__ = ["Wishes", "plan"]

CONFIG_NAME = "_config.yml"
_TAG_FILES = frozenset({"tags.html", "tags/index.html", "tag.html", "tag/index.html"})
_FEED = "a feed that is written now would never change; the plugin rss makes one, see mkdocs.yml"


def plan(folder: Path, wishes: Wishes, now: datetime | None = None,
         progress: ProgressLine = SILENT) -> Plan:
    """Return what the blog in a folder becomes. Raises ProjectError if it cannot be read at all."""
    try:
        config = read_config(folder)
    except ConfigError as error:
        raise ProjectError(str(error)) from None
    if wishes.timezone:
        config = replace(config, timezone=wishes.timezone)
    source = read_source(folder, config, now)
    posts = (one for one in source.documents if one.role in (FileRole.POST, FileRole.DRAFT))
    wishes.refuse_unknown(name for one in posts for name in categories(one))
    return _Import(source, config, wishes, progress).plan()


class _Import:
    """One blog on its way."""

    def __init__(
        self, source: BlogSource, config: Config, wishes: Wishes, progress: ProgressLine
    ) -> None:
        self._source, self._config, self._wishes, self._progress = source, config, wishes, progress
        self._notes = list(source.notes)
        self._files: dict[str, Content] = {}
        self._lists: list[str] = []  # the addresses of pages that listed the posts
        self._shown = ShownDocuments(source.documents, config)
        self._book = AddressBook(config.baseurl, config.url)
        self._maths = maths_of(self._scripts())
        self._blog = blog_of(source.documents, config, {
            written(one, config).partition("/")[0] for one in source.documents
            if one.role not in (FileRole.POST, FileRole.DRAFT)},
            has_static_home=self._shown.has_static_home)
        self._places = Places(self._blog)

    def plan(self) -> Plan:
        carrier = PageConverter(self._config, self._source.documents, self._book, self._wishes.goal_of,
                                self._source)
        copied = self._copy()
        placed = self._placed(carrier)
        addresses = self._addresses(placed)
        pages = []
        for document, path in self._progress.over(placed, "reading pages"):
            page = carrier.carry(document, path, addresses)
            pages.append(page)
            self._notes += page.notes
            self._files[f"docs/{path}"] = page.text
        parts = PageParts({page.path: page.text for page in pages})
        for page in pages:
            self._notes += dead_parts(page.document.path, page.parts, parts)
        copied += self._other_texts(carrier)
        self._look_at_html()
        self._frame(pages, carrier)
        rows = tuple(Row(page.document.path, f"docs/{page.path}", page.address) for page in pages)
        self._files[REPORT] = report(rows, copied, self._notes, list(self._proposals(pages)), self._hints(),
                                     self._wishes.command)
        posts = sum(page.document.role is FileRole.POST for page in pages)
        carried = [some(posts, "post"), some(len(pages) - posts, "other page"), some(copied, "file")]
        left = ", ".join(counts(self._notes))
        return Plan(self._files, tuple(self._notes), rows,
                    f"{', '.join(carried)}" + (f"; {left}: {REPORT} tells of each" if left else ""))

    def _placed(self, carrier: PageConverter) -> list[tuple[Document, str]]:
        """Return what becomes a page, with its path; the address book knows it afterwards."""
        placed: list[tuple[Document, str]] = []
        home, tag_list = self._index(), self._tag_list()
        for document in self._pages():
            file = written(document, self._config)
            if document is tag_list:
                document = replace(document, body=TAG_LIST)  # noqa: PLW2901 - it is that page
                what = "it lists the posts by their tags, which Material's plugin does there now"
                self._notes.append(ImportNote(NoteKind.CHANGED, document.path, 0, what))
            elif why := no_page(document, self._config, carrier.runs):
                self._skip(document, why[0], why[1])
                if is_listing(document) and document.hidden is Withheld.NO:
                    self._book.add(file, home)
                    self._lists += named_by(address(document, self._config))
                elif document.hidden is Withheld.NO:
                    self._book.give_up(file, why[1])
                continue
            path = self._places.of(document, self._config)
            if path == home and "{%" in document.body:
                document = replace(document, body=without_posts(document.body))  # noqa: PLW2901 - it is that page
            if document.role not in (FileRole.POST, FileRole.DRAFT) and short_path(file) != file:
                what = f"its address is longer than a file's path should be, so its page is docs/{path}"
                self._notes.append(ImportNote(NoteKind.CHANGED, document.path, 0, what))
            placed.append((document, path))
            if document.hidden in (Withheld.NO, Withheld.FUTURE):
                self._book.add(file, path)
        return placed

    def _tag_list(self) -> Document | None:
        """Return the page that lists the posts by their tags: one, to which the tags of a page lead."""
        shown = [one for one in self._source.documents if one.hidden is Withheld.NO]
        if not any(tags(one) for one in shown if one.role is FileRole.POST):
            return None
        blog = {"index.html", f"{self._blog.folder}.html", f"{self._blog.folder}/index.html"}
        lists = {written(one, self._config): one for one in shown
                 if is_page(one, self._config) and is_tag_list(one)}
        usual = min(lists.keys() - blog, key=lambda file: (file not in _TAG_FILES, file), default=None)
        return None if usual is None else lists[usual]

    def _pages(self) -> Iterator[Document]:
        """Yield what becomes a page: of two that Jekyll writes to one file, the one that it shows."""
        yield from (one for one in self._source.documents
                    if is_page(one, self._config) and not self._is_covered(one))

    def _is_covered(self, document: Document) -> bool:
        """True for what Jekyll writes to a file, and then something else over it; that is told."""
        other = self._shown.instead_of(document)
        if other:
            self._skip(document, 0, f"{other.path} has the same address, and Jekyll shows that")
        return other is not None

    def _addresses(self, placed: Sequence[tuple[Document, str]]) -> OldAddresses:
        """Return who has which old address, once all files have their places."""
        pages = [(one, was) for one, _ in placed if (was := published_at(one, self._config))]
        listed = [(file_of(one), "the list of posts") for one in self._lists]
        copied = [(path.removeprefix("docs/"), path) for path in self._files]
        return OldAddresses(sorted(pages, key=lambda page: self._shown.turn(page[0])), [*copied, *listed])

    def _scripts(self) -> Iterator[str]:
        """Yield the texts in which themes say what a formula is."""
        yield from self._source.includes.values()
        yield from self._source.layouts.values()
        for document in self._source.documents:
            if re.search(r"(?:math|katex)[^/]*\.js$", document.path, re.IGNORECASE):
                path = self._source.root / document.path
                yield document.body or path.read_text("utf-8", "replace")

    def _index(self) -> str:
        """Return the path of the page that lists the posts."""
        return "index.md" if self._blog.folder == "." else f"{self._blog.folder}/index.md"

    def _skip(self, document: Document, line: int, why: str) -> None:
        self._notes.append(ImportNote(NoteKind.SKIPPED, document.path, line, why))

    def _copy(self) -> int:
        """Take the files that are no pages to where they were. Returns how many."""
        copied = 0
        for document in self._source.documents:
            if document.role is not FileRole.STATIC or self._is_covered(document):
                continue
            file = written(document, self._config)
            place = page_in_place_of(file)
            if why := no_copy(document, file, self._config, self._index()) or (
                    "" if self._places.is_free(place) else "another file of the site lies there"):
                self._skip(document, 0, why)
                self._book.give_up(file, why)
                continue
            taken = self._places.take(place)
            path = taken if place == file else file
            self._files[f"docs/{path}"] = self._source.root / document.path
            self._book.add(file, path)
            copied += 1
        return copied

    def _look_at_html(self) -> None:
        """Say which links of pages that are copied as they are lead nowhere: the site's check says so."""
        for document in self._source.documents:
            file = written(document, self._config)
            copied = self._files.get(f"docs/{file}")
            if document.role is FileRole.STATIC and isinstance(copied, Path) and file.endswith(".html"):
                text = copied.read_text("utf-8", "replace")
                self._notes += dead_in_html(document.path, f"/{file}", text, self._book)

    def _other_texts(self, carrier: PageConverter) -> int:
        """Carry the files with front matter that are no pages, as robots.txt may be. Returns how many."""
        carried = 0
        for document in self._source.documents:
            if document.role is FileRole.STATIC or is_page(document, self._config):
                continue
            if self._is_covered(document):
                continue
            file = written(document, self._config)
            why = _FEED if is_feed(document) else no_text(document, file, self._places)
            text = None if why else carrier.plain(document)
            if text is None:
                why = why or "Liquid makes it; see what the site should have in its place"
                self._skip(document, 0, why)
                self._book.give_up(file, why)
                continue
            self._files[f"docs/{self._places.take(file)}"] = text
            carried += 1
        return carried

    def _work_files(self, carrier: PageConverter) -> Iterator[str]:
        """Take the files of works that pages cite along, and yield where each is. What the blog did not
        publish lies beside the docs folder.
        """
        for path in sorted(carrier.works.asked):
            if f"docs/{path}" not in self._files:
                name = f"bibliography/{path.rpartition('/')[2]}"
                self._files[name] = self._source.root / path
                yield name
            else:
                yield f"docs/{path}"

    def _frame(self, pages: list[ImportedPage], carrier: PageConverter) -> None:
        """Say the files that a site needs besides its pages."""
        config = self._config
        name, about = title_of(config) or "My blog", " ".join(config.description.split())
        parts = parts_of(config, self._source.documents, self._source.data,
                         {path.removeprefix("docs/") for path in self._files}, self._blog.folder)
        menu = self._menu()
        parts = replace(parts, works=tuple(self._work_files(carrier)))
        self._notes += [
            ImportNote(NoteKind.DEAD, CONFIG_NAME, 0,
                       f"{one} leads nowhere in this blog, and stays in the menu: another site may be there")
            for one in targets(menu.items) if config.url and one.startswith(f"{config.url}/")
            and self._book.find(one.removeprefix(config.url).removeprefix(config.baseurl)) is None]
        blog = replace(self._blog, has_tags=any(page.has_tags for page in pages),
                       has_maths=any(has_formulas(page.text, self._maths) for page in pages),
                       maths=self._maths,
                       has_dead_links=any(note.kind is NoteKind.DEAD for note in self._notes))
        missing = [*parts.missing, *(f"The menu's entry {one}, which leads nowhere" for one in menu.lost)]
        self._notes += [ImportNote(NoteKind.MISSING, CONFIG_NAME, 0, what) for what in missing]
        address = f"{_with_scheme(config.url)}{config.baseurl}/" if config.url else ""
        identity = SiteName(name, about, address)
        for path, text in frame(identity, blog, EXTENSIONS, parts, menu.items, self._lists).items():
            if path != "docs/index.md" or not self._shown.has_static_home:
                self._files.setdefault(path, text)
        index = f"docs/{self._index()}"
        own = self._files[index]
        if isinstance(own, str) and any(page.path == self._index() for page in pages):
            self._files[index] = _found_at(own, self._lists)

    def _menu(self) -> SiteMenu:
        """Return the menu of the blog; a file in it that is no page is linked to by its address."""
        config = self._config

        def find(where: str) -> str | None:
            rest = where.removeprefix(config.url) if config.url else where
            if re.match(r"https?:", rest):
                return None
            below = rest.removeprefix(config.baseurl) if rest.startswith(f"{config.baseurl}/") else rest
            found = self._book.find(below or "/")
            if found is None or found[1].endswith(".md"):
                return found and found[1]
            return f"{config.url}{config.baseurl}/{quote(found[0])}"

        documents = [one for one in self._source.documents if one.role is FileRole.PAGE and not one.hidden]
        return menu_of(config, self._source.data, documents, find, self._index())

    def _proposals(self, pages: list[ImportedPage]) -> Iterator[Proposal]:
        """Yield the posts that look like a series, as far as no goal was said for them."""
        members = [Member(page.path, page.title, page.categories, page.targets) for page in pages
                   if page.document.role is FileRole.POST and not page.goal]
        yield from proposals(members)

    def _hints(self) -> list[str]:
        """Return what is to be known of the site as a whole."""
        config, hints = self._config, []
        signs = ("the tag ", "a loop (")
        if not has_engine() and any(sign in note.what for note in self._notes for sign in signs):
            hints.append("Loops, conditions and includes were not run, since python-liquid is not installed: "
                         "`pip install python-liquid`, and import once more.")
        if not reads_bibtex() and any("pybtex" in note.what for note in self._notes):
            hints.append("Citations and lists of works were not put in, since pybtex, which reads BibTeX, is "
                         "not installed: `pip install pybtex`, and import once more.")
        if config.markdown not in ("kramdown", "gfm"):
            hints.append(
                f"The blog was written for the Markdown of {config.markdown}; it was read as that of "
                "kramdown, which is near."
            )
        if _with_scheme(config.url) != config.url:
            hints.append(f"The configuration's url, {config.url}, has no https:// before it; the site_url of "
                         "mkdocs.yml has, since MkDocs wants it.")
        if SCRIPT in self._files:
            hints.append("The pages have formulas, which show as TeX until MathJax is loaded: mkdocs.yml has "
                         "the lines as a comment, since another server would learn who reads the pages.")
        if not config.timezone:
            hints.append("Neither the configuration nor --timezone names a zone, so days are those of UTC.")
        elif not is_zone(config.timezone):
            hints.append(f"The zone {config.timezone!r} is not known here, so days are those of UTC.")
        hints += _ignored(config)
        given = {key for scope in config.defaults for key in scope.values} - CARRIED
        if given:
            hints.append(
                f"What _config.yml gives to many pages at once is in none of them now: "
                f"{', '.join(sorted(given))}. The plugin `meta` of Material does the like, if you want it."
            )
        return hints


def _found_at(text: str, addresses: Sequence[str]) -> str:
    """Return a page that is found at other addresses, too: the posts that it shows were listed there."""
    named = [yaml_text(one) for one in dict.fromkeys(addresses)]
    rows = "".join(f"  - {one}\n" for one in named if one not in text)
    if not rows or not text.startswith("---\n"):
        return text
    front, _, body = text[4:].partition("\n---\n")
    if not re.search(r"(?m)^redirect_from:$", front):
        return f"---\n{front}\nredirect_from:\n{rows}---\n{body}"
    front = re.sub(r"(?m)^redirect_from:\n", lambda key: key[0] + rows, f"{front}\n", count=1)
    return f"---\n{front}---\n{body}"


def _with_scheme(url: str) -> str:
    """Return the address of a site with a scheme; one with a scheme, or none, stays."""
    has_scheme = not url or re.match(r"[a-z][a-z0-9+.-]*://", url, re.IGNORECASE)
    return url if has_scheme else f"https://{url.lstrip('/')}"


def _ignored(config: Config) -> Iterator[str]:
    """Yield what the configuration wishes and nothing in the new site does."""
    usual = Kramdown()
    if config.limit_posts:
        yield f"Jekyll was told to build {some(config.limit_posts, 'post')} (limit_posts); all were imported."
    if not config.kramdown.auto_ids:
        yield "kramdown was told to give headings no ids (auto_ids); here each has one."
    if config.kramdown.toc_levels != usual.toc_levels:
        yield ("kramdown was told which levels of headings a table of contents has (toc_levels). Those of "
               "texts are as they were; the one that the theme has beside each page has all levels: "
               "toc_depth of the extension `toc` in mkdocs.yml changes that.")
    if config.kramdown.smart_quotes != usual.smart_quotes:
        yield ("kramdown was told which quotation marks to set (smart_quotes); here they are “ ” and ‘ ’. "
               "Set substitutions of the extension `smarty` in mkdocs.yml to change that.")
