"""One build of a site: what is known of it, from its configuration to its last file."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..exports.addresses import dest_of
from ..exports.redirects import placed, resolve_redirects
from ..flow import Site, site_of
from ..pages.catalogue import RoadmapPage, is_for_search
from ..pages.render import SCRIPT, Renderer, stylesheets
from ..project.banner import Banner
from ..project.bibliography import read_works
from ..project.docs_folder import DocsFolder, project_of
from ..project.other_names import pages_twice
from ..project.progress import Stopwatch
from ..reading.folder_defaults import FolderDefaults
from ..reading.hidden_pages.led_to_hidden import without_hidden, without_hidden_nav
from ..reading.old_addresses import Moved
from ..vocabulary.bibliography.work import Bibliography
from ..vocabulary.codes import Severity
from ..vocabulary.labels import words_for
from ..vocabulary.problems import Problem
from . import navigation
from .assets import (
    add_assets,
    asset_file,
    locale_of,
    register_statuses,
    site_url,
)
from .cards import Cards
from .context import roadmap_context
from .data_files import DataFiles
from .filling import Blocks, Filler, render_blank_fast
from .first_time import first_time, names_before, names_of
from .heads import Heads, with_head
from .intake import ReadPage, endless_links
from .kept_back.kept_files import configured_out, keep_out, read_and_hide, refuse_leftovers
from .kept_back.last_words import refuse_words_of_hidden
from .kept_back.private_files import add_private_docs, private_docs_of
from .kept_back.sweeping import Sweep
from .kept_back.taken_in import refuse_texts_of_hidden
from .neighbours.blog import (
    blog_now,
    blog_posts,
    blog_words,
    drop_links_to_hidden,
    posts_at_one_address,
)
from .neighbours.encryptcontent import LockedPages, is_locked, keep_from_locking, locked_pages, locks_of
from .neighbours.git_authors import keep_from_authors
from .neighbours.git_revision_date import give_day_of_build
from .neighbours.htmlproofer import tell_htmlproofer
from .neighbours.llmstxt import list_again, tell_llmstxt
from .neighbours.material import unsearched
from .neighbours.meta import SetLater, meta_file
from .neighbours.monorepo import docs_as_written
from .neighbours.print_site import tell_print_site
from .neighbours.redirects import drop_redirects_of_hidden, drop_redirects_over, tell_redirects
from .neighbours.rss import mend_feeds, with_feeds_as_named
from .neighbours.social import drop_bad_social
from .neighbours.static_i18n import Language, posts_taken, static_i18n
from .options import Options, day_of_build, status_labels, works_files
from .page_meta import (
    bad_status,
    drop_bad_statuses,
    make_file_name_safe,
    make_room,
    prepare,
    private_unread,
    set_status,
)
from .paths import Paths
from .redirect_files import RedirectFiles
from .register import Register
from .remember.own_parts import KeptRoadmap
from .remember.standing import STAND_IN, Finish
from .reporting import Reporter, complain, log, report_time
from .substitutes import Substitutes, replace_odd, replace_unread


class Building:
    """What is known of one build. Its methods answer the events of MkDocs, in the order in which they stand.

    A preview makes a new one each time it builds; on a site with languages each has its own.
    """

    # --- known when the pages are read ---
    site: Site
    paths: Paths
    register: Register
    hidden: frozenset[str]
    """The source paths of the pages that were taken out of the site, in all languages."""
    locked: LockedPages
    moved: list[Moved]
    read_pages: list[ReadPage]
    """In all languages, with the hidden ones."""
    # --- known when all files are ---
    sweeping: Sweep
    filler: Filler
    cards: Cards
    banner: Banner
    # --- known when all pages are read by MkDocs ---
    files: Files
    heads: Heads

    def __init__(
        self, options: Options, config: MkDocsConfig, before: Building | None, kept: KeptRoadmap,
        compiled: str | None, *, is_preview: bool, is_dirty: bool, may_raise: bool,
    ) -> None:
        """`before` is the build before this one, in another language perhaps; `compiled` the folder of
        compiled templates; `is_dirty` where the site has what earlier builds left in it.
        """
        if told := posts_taken(config):
            complain(told, may_raise=may_raise)
        self.options = options
        self.kept = kept
        self.is_preview = is_preview
        self.may_raise = may_raise
        self.i18n = static_i18n(config)
        is_further = self.i18n is not None and self.i18n.is_further
        self.is_dirty = is_dirty and not is_further
        self.redirects: RedirectFiles = before.redirects if before and is_further else RedirectFiles()
        self.known: set[str] = set(before.known) if before and is_further else set()
        """The files of the site, in all languages so far."""
        self.words = words_for(locale_of(config), options.labels)
        self.today = day_of_build(config)
        self.settings = replace(options.settings(self.words), blog_posts=blog_posts(config),
                                blog_now=blog_now(config, is_preview=is_preview),
                                blog_words=blog_words(config),
                                locks=locks_of(config), site_url=site_url(config), today=self.today,
                                status_labels=status_labels(config), meta_file=meta_file(config),
                                author=config.site_author or "",
                                bibliography=self._works(config, is_further=is_further))
        follows = self.settings.severities.get("outside-link") is Severity.OFF
        self.private = private_docs_of(options, config)
        self.folder = DocsFolder(config.docs_dir, follows, project_of(config.docs_dir),
                                 str(self.private.folder.resolve()) if self.private else "",
                                 kept.sources)
        if links := endless_links(self.folder, docs_as_written(config)):
            raise PluginError("\n".join(map(str, links)))  # MkDocs would not come back from listing them
        self.data = DataFiles(config)
        is_one = not is_preview and self.i18n is None
        self.before = names_before(config.site_dir, self.settings.folder) if is_one else None
        """What the site that lies there has. None: nothing is known of it."""
        self.reporter: Reporter = Reporter(
            self.settings.severities, docs_as_written(config),
            before.reporter if before and is_further else None)
        self.watch = Stopwatch()
        custom_dir = config.theme.custom_dir
        self.render = Renderer(
            self.words, (custom_dir,) if custom_dir else (),
            kept.drawings.telling(self.reporter.note_bad_template), compiled)
        self.taken_in: frozenset[str] = frozenset()
        """The paths of hidden pages that others take in as the site says they may."""
        self.as_read: dict[str, str] = {}
        """The HTML of pages, by source path, before there is anything of the roadmap in it."""
        self.set_later = SetLater()
        self.blocks = Blocks(self.settings.status_words, unsearched(config) + self.words.attributes)
        self.with_blocks: set[str] = set()
        """The source paths of the pages that were written with a block in them."""
        self.substitutes = Substitutes()
        self.shown_elsewhere = not config.plugins.keys().isdisjoint(("print-site", "llmstxt"))
        """True if a plugin shows pages elsewhere, which reads them without our parts."""
        self.assets = [*stylesheets(self.settings, is_preview=is_preview), SCRIPT]

    def _works(self, config: MkDocsConfig, *, is_further: bool) -> Bibliography:
        """Return the works of the site; what is wrong with their files is told in its first language."""
        works = read_works(works_files(self.options, config), Path(config.docs_dir))
        return replace(works, problems=()) if is_further else works

    @property
    def is_alone(self) -> bool:
        """True for the build of a preview that no build in another language follows from."""
        return self.is_preview and self.i18n is None

    def close(self) -> None:
        """Remove what lies on the disk for this build only."""
        self.substitutes.close()

    # --- files ---

    def read(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the pages, fold them, and add ours to the files of the site."""
        with self.watch:
            self._read(files, config)
        return files

    def _read(self, files: Files, config: MkDocsConfig) -> None:
        taken, defaults, pages, self.hidden, language = read_and_hide(
            files, config, self.folder, self.i18n, self.settings, is_preview=self.is_preview,
            is_private=add_private_docs(files, config, self.private if self.is_preview else None),
            reader=self.kept.readings.read)
        if self.is_dirty:
            refuse_leftovers(self.hidden, config)
        self.read_pages = pages
        self.paths = language.paths
        self.site = self._site(language, defaults, configured_out(files, config)).if_there_is_any(config.nav)
        self.kept.begin(self.site, config.nav, config.theme.custom_dir)
        self.locked = locked_pages(language.pages, self.settings.locks)
        kept_out = keep_out(files, pages, config, self.settings, is_preview=self.is_preview)
        replace_unread(files, taken, self.substitutes)
        odd = replace_odd(files, language.pages, self.substitutes, config, is_preview=self.is_preview)
        conflicts = [*self._add_ours(files, config), *self._leave_out_of_nav(config)]
        dest = partial(dest_of, directory_urls=config.use_directory_urls)
        self.moved, crowded = resolve_redirects(placed(self.site.moved, dest), ())
        twice = pages_twice({
            page.file.src_uri: page.file.abs_src_path for page in language.pages if page.file.abs_src_path
            and page.page.entry and (self.is_preview or not page.page.is_hidden)
        }) if self.folder.has_links else []
        ours = map(self.paths.on_disk, [*self.site.problems, *odd, *conflicts, *crowded])
        self.reporter.report([*taken.problems, *twice, *kept_out, *ours])

    def _site(self, language: Language, defaults: FolderDefaults, left_out: dict[str, str]) -> Site:
        read = [(page.source, page.page) for page in language.pages]
        elsewhere = {path: page.page for path, page in language.elsewhere.items()}
        day = self.options.as_of or self.today

        def make() -> Site:
            return site_of(
                read, as_of=day, settings=self.settings, words=self.words, keep_private=self.is_preview,
                hidden_elsewhere=elsewhere, defaults=defaults, left_out=left_out,
                past=self.kept.readings.past)

        return self.kept.readings.site(
            read, (day, self.settings, self.words, self.is_preview, elsewhere, defaults, left_out), make,
            texts_count=bool(elsewhere or left_out))

    def _add_ours(self, files: Files, config: MkDocsConfig) -> list[Problem]:
        """Add our pages and assets to the site, and return what the pages would overwrite."""
        self.register = Register(self.paths, is_preview=self.is_preview)
        conflicts = self.register.add(self.site, files, config, has_nav=self.options.nav)
        if self.i18n:
            self.i18n.lend(files, self.register.generated)
        if self.site.pages:
            add_assets(config, self.assets)
            register_statuses(config, self.words)
        for asset in self.assets if self.site.pages else ():
            if files.get_file_from_path(asset) is None:  # else the site has its own
                files.append(asset_file(asset, config))
        return conflicts

    def _leave_out_of_nav(self, config: MkDocsConfig) -> list[Problem]:
        """Take the entries of hidden pages out of `nav`, which MkDocs would not find, and tell of them.
        With languages an entry stands for several pages: MkDocs tells of it then.
        """
        if self.i18n:
            return []
        config.nav, told = without_hidden_nav(config.nav, self.site.hidden.all)
        return told

    def take_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the files as others have left them, or made them anew, and add those for programs."""
        if self.i18n:
            self.i18n.take_back(files)
        self.substitutes.take_back(files)
        self.register.renew(files)
        self.filler = Filler(self.site, self.register, self.data, self.render, self.reporter, self.watch,
                             self.kept, unsearched(config))
        self.sweeping = Sweep(self.site.hidden, self.read_pages, self.paths, files, self.reporter)
        self.kept.lead_to_hidden = self.sweeping.doubtful
        if self.kept.hidden != self.sweeping.looks_for:
            self.kept.hidden = self.sweeping.looks_for
        self.known |= self.sweeping.lying
        tell_redirects(config.plugins, self.register.generated)
        self.reporter.report(drop_redirects_of_hidden(config.plugins, self.site.hidden))
        self.reporter.report(drop_redirects_over(
            config.plugins, [files.src_uris[path] for path in self.register.pages if path in files.src_uris]))
        overview = self.register.source(f"{self.settings.folder}/index.md")
        self.reporter.report(self.data.add(self.site, overview, files, self.register.shows))
        tell_htmlproofer(config.plugins, files)
        list_again(config.plugins, files, config)
        keep_from_authors(config.plugins, self.register.generated)
        give_day_of_build(config.plugins, self.today)
        self.cards = Cards(config, is_wanted=self.options.cards and not self.is_preview,
                           folder=self.data.folder, files=files, find=self.register.find)
        self.banner = Banner(tuple(self.reporter.reported), docs_as_written(config))
        return files

    # --- navigation ---

    def nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        return nav if self.i18n else self._nav(nav, config, files)

    def nav_of_language(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        return self._nav(nav, config, files) if self.i18n else nav

    def _nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        navigation.take_out(nav.items, self.hidden, self.site.hidden)
        if not self.options.nav:
            return nav
        there = ((page, files.get_file_from_path(path)) for path, page in self.register.pages.items())
        ours = [(page, file.page) for page, file in there if file is not None and file.page is not None]
        navigation.add_roadmap(nav, ours, self.settings, self.words, is_automatic=config.nav is None)
        return nav

    # --- pages, as they are read ---

    def hide(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Return a page as it was written without what leads to hidden pages or takes them in."""
        self.set_later.note(page)
        drop_links_to_hidden(page, self.site.hidden)
        return without_hidden(markdown, self.site.hidden, self.paths.path(page.file.src_uri))

    def markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Return a page with places for its blocks, and without what leads to hidden pages in texts that
        it has taken in.
        """
        self.reporter.note(drop_bad_social(page, config))
        path = self.paths.path(page.file.src_uri)
        markdown = self.blocks.take(path, without_hidden(markdown, self.site.hidden, path))
        if ours := self._ours(page):
            prepare(page, ours)
            if page.file.generated_by:
                keep_from_locking(page, self.settings.locks or ())
                render_blank_fast(page)
        return markdown

    def early_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Return the HTML of a page with its title, and of one that is going to be locked with its blocks,
        which are locked, too.
        """
        if ours := self._ours(page):
            make_file_name_safe(page)
            html = self.filler.with_title(ours, html, page)
        return self.filler.with_blocks(self.blocks, html, page, files) if is_locked(page) else html

    def content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Return the HTML of a page, filled if that is for search to read."""
        html = self.sweeping.page(html, page)
        if self.site.hidden.all:
            self.as_read[page.file.src_uri] = html
        ours = self._ours(page)
        if ours is None:
            return html
        make_room(page, ours)
        return self.filler.filled(ours, html, page, files) if is_for_search(ours) else html

    # --- between reading and writing ---

    def env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Check what MkDocs has read, and tell others and the theme's templates of our pages."""
        self.files = files
        if not self.is_preview:
            self.taken_in = refuse_texts_of_hidden(
                self.read_pages, files, self.as_read, self.settings, self.reporter, config)
        locked = (file for file in files if file.page is not None and is_locked(file.page))
        mend_feeds(config.plugins, (*self.register.generated.values(), *locked),
                   lambda html: self.filler.for_feed(self.blocks, html, files, config))
        self.reporter.note(self._drop_bad_meta(files))
        self.reporter.note(
            posts_at_one_address(files, self.settings, self.register.shows, self.register.pages))
        env.globals["roadmap"] = roadmap_context(self.site, self.register.urls(files))
        with self.watch:
            places = self.kept.addresses(self.register.places(files))
            self.data.fill(
                self.site, self.register.urls(files), self.kept, places, partial(self._text, files))
        self.heads = Heads(self.site, self.data, self.kept, places, self.register.urls(files), config)
        self.kept.finish = Finish(self._finished_from, self._is_finished_plainly)
        return env

    def _text(self, files: Files, path: str) -> str:
        """Return the HTML of a page for a feed. Empty: the site does not have it, or it is locked."""
        file = self.register.find(path, files)
        page = file.page if file else None
        return self.sweeping.page(page.content or "", page) if page and not is_locked(page) else ""

    def _drop_bad_meta(self, files: Files) -> list[Problem]:
        """Take bad statuses off all pages; return what is wrong with front matter that only MkDocs
        and other plugins have read.
        """
        pages = {file.src_uri: file.page for file in files if file.page is not None}
        for path, ours in self.register.pages.items():
            if path in pages and "status" in pages[path].meta:  # by defaults that came after ours
                set_status(pages[path], ours)
        told = {self.paths.on_disk(p).place.path for p in self.site.problems if p.code == "bad-status"}
        return [
            *(bad_status(path) for path in drop_bad_statuses(pages) if path not in told),
            *(p for p in private_unread(pages.values(), self.settings)
              if self.paths.path(p.place.path) not in self.site.notices),
            *self.locked.misread(pages.values()), *self.set_later.told(self.read_pages, pages)]

    # --- pages, as they are written ---

    def context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Fill a page that is not for search to read, and add what only a preview says."""
        ours = self._ours(page)
        if ours is not None and not is_for_search(ours):
            page.content = self.filler.filled(ours, page.content or "", page, self.files)
        if self.shown_elsewhere:
            self._tell_others(page, config)
        if self.is_preview:
            notice = self.site.notice(self.paths.path(page.file.src_uri), self.render)
            page.content = self.filler.with_notices(ours, page, self.files, notice, self.banner)
        return context

    def _tell_others(self, page: Page, config: MkDocsConfig) -> None:
        """Give a page that has something of ours to plugins that show it elsewhere."""
        if self._ours(page) or self.blocks.are_in(page.content or ""):
            html = self.filler.with_blocks(self.blocks, page.content or "", page, self.files)
            tell_print_site(config.plugins, page, html)
            tell_llmstxt(config.plugins, page, html)

    def fill_blocks(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Return a whole page with its `roadmap` blocks."""
        if output is STAND_IN:
            return output
        if self.blocks.are_in(output):
            self.with_blocks.add(page.file.src_uri)
        return self.filler.with_blocks(self.blocks, output, page, self.files)

    def fill_head(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Return a whole page with our lines in its head."""
        if output is STAND_IN:
            return output
        ours = self._ours(page)
        return with_head(output, self.heads.of(page, ours), lambda: (
            "" if ours is None or is_locked(page) else self.cards.address(ours, self.site)))

    def _finished_from(self, page: Page) -> Hashable | None:
        """Return what else the three events read that a page goes through after the theme, those around this;
        None: more than can be compared.
        """
        if self.cards.is_wanted or is_locked(page):
            return None
        return self.heads.of(page, self._ours(page)), self.kept.hidden

    def _is_finished_plainly(self, page: Page) -> bool:
        path = page.file.src_uri
        return path not in self.with_blocks and path not in self.sweeping.doubtful

    def sweep(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Return a whole page without what leads to hidden ones, wherever it comes from."""
        if output is STAND_IN:
            return output
        return self.sweeping.output(with_feeds_as_named(output, config.plugins), page)

    def sweep_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return self.sweeping.template(with_feeds_as_named(output, config.plugins), template_name)

    # --- the end ---

    def finish(self, *, config: MkDocsConfig) -> None:
        """Write the pages at old addresses, and tell all that was found since the pages were read."""
        self.reporter.note(self.data.overwritten())
        self.reporter.report_files(self.cards.problems())
        self.reporter.note(self.redirects.write(
            self._in_language(self.moved, config), lambda path: self.register.find(path, self.files),
            self.files, config))
        self.reporter.report_noted(self.paths.on_disk)
        report_time(self.watch.seconds, len(self.read_pages), len(self.register.generated))

    def _in_language(self, moved: list[Moved], config: MkDocsConfig) -> list[Moved]:
        """Return old addresses, those that follow from names in the part of the site that is this language's:
        it begins with what its map has before the map's own address.
        """
        dest = partial(dest_of, directory_urls=config.use_directory_urls)
        overview = f"{self.settings.folder}/index.md"
        file = self.register.find(overview, self.files)
        before = file.dest_uri.removesuffix(dest(overview)) if file else ""
        return placed(moved, lambda path: before + dest(path))

    def end(self, *, config: MkDocsConfig) -> None:
        """Fail the build if there were errors, in any language, when all others have done their work."""
        if self.i18n and self.i18n.is_further:
            return
        self.reporter.report(map(self.paths.on_disk, self.sweeping.others(self.known, config)))
        if not self.is_preview:
            refuse_words_of_hidden(
                self.read_pages, self.files, self.settings, self.words, self.reporter, config,
                self.taken_in)
        if self.may_raise:
            self.reporter.raise_errors()
        if told := first_time(self.before, names_of(self.site.public)):
            log.info(told)

    def _ours(self, page: Page) -> RoadmapPage | None:
        return self.register.pages.get(page.file.src_uri)
