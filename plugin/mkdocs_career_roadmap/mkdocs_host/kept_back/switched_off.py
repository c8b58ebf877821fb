"""The build of a site that switches the plugin off: it adds nothing, and what is private stays away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ...flow import kept_from
from ...project.docs_folder import DocsFolder, project_of
from ...reading.hidden_pages.hidden import Hidden
from ...reading.hidden_pages.led_to_hidden import without_dead_links, without_hidden, without_hidden_nav
from ...vocabulary.codes import Severity
from ...vocabulary.labels import words_for
from ...vocabulary.phrases import some
from .. import navigation
from ..assets import locale_of, site_url
from ..intake import ReadPage
from ..neighbours.blog import blog_now, blog_posts, blog_words, drop_links_to_hidden
from ..neighbours.encryptcontent import LockedPages, is_locked, locked_pages, locks_of
from ..neighbours.meta import meta_file
from ..neighbours.monorepo import docs_as_written
from ..neighbours.redirects import drop_redirects_of_hidden
from ..neighbours.rss import mend_feeds
from ..neighbours.static_i18n import static_i18n
from ..options import Options, day_of_build, status_labels
from ..page_meta import private_unread
from ..paths import Paths
from ..reporting import Reporter, log
from .kept_files import configured_out, keep_out, read_and_hide, refuse_leftovers
from .last_words import refuse_words_of_hidden
from .private_files import private_docs_of
from .sweeping import Sweep
from .taken_in import refuse_texts_of_hidden


class SwitchedOff:
    """What is known of one build with `enabled: false`. Its methods answer the events of MkDocs.

    MkDocs knows no word that keeps a page back, so a switch that did nothing would publish every
    diary of the site; a variable of the environment that is missing can be such a switch.
    """

    paths: Paths
    locked: LockedPages
    hidden: Hidden
    sweeping: Sweep
    files: Files
    read_pages: list[ReadPage]
    """In all languages, with the hidden ones."""
    taken_out: frozenset[str]
    """The source paths of the pages that were taken out of the site, in all languages."""

    def __init__(
        self, options: Options, config: MkDocsConfig, before: SwitchedOff | None, *, is_dirty: bool
    ) -> None:
        """`before` is the build before this one, in another language perhaps."""
        private = private_docs_of(options, config)
        self.words = words_for(locale_of(config), options.labels)
        self.settings = replace(
            options.settings(self.words), blog_posts=blog_posts(config),
            blog_now=blog_now(config, is_preview=False), blog_words=blog_words(config),
            locks=locks_of(config), site_url=site_url(config), today=day_of_build(config),
            status_labels=status_labels(config), meta_file=meta_file(config))
        follows = self.settings.severities.get("outside-link") is Severity.OFF
        self.folder = DocsFolder(config.docs_dir, follows, project_of(config.docs_dir),
                                 str(private.folder.resolve()) if private else "")
        self.i18n = static_i18n(config)
        self.is_further = self.i18n is not None and self.i18n.is_further
        of_language = before.reporter if before and self.is_further else None
        self.reporter: Reporter = Reporter(self.settings.severities, docs_as_written(config), of_language)
        self.is_dirty = is_dirty and not self.is_further
        self.taken_in: frozenset[str] = frozenset()
        self.as_read: dict[str, str] = {}
        self.known: set[str] = set(before.known) if before and self.is_further else set()
        """The files of the site, in all languages so far."""

    def close(self) -> None:
        """Nothing lies on the disk for this build."""

    def read(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take out of the site what must not be in it, and say so in one line."""
        taken, defaults, pages, self.taken_out, language = read_and_hide(
            files, config, self.folder, self.i18n, self.settings, is_preview=False)
        self.read_pages = pages
        self.locked = replace(locked_pages(pages, None), told=frozenset())  # there is no roadmap to tell
        if self.is_dirty:
            refuse_leftovers(self.taken_out, config)
        self.paths = language.paths
        self.hidden, told = kept_from(
            ((page.source, page.page) for page in language.pages),
            {path: page.page for path, page in language.elsewhere.items()}, defaults,
            self.settings, configured_out(files, config))
        kept_out = keep_out(files, pages, config, self.settings, is_preview=False)
        if not self.i18n:
            config.nav, listed = without_hidden_nav(config.nav, self.hidden.all)
            told = (*told, *listed)
        self.reporter.report([*taken.problems, *kept_out, *map(self.paths.on_disk, told)])
        if (count := len(self.taken_out)) and not self.is_further:
            log.info(f"switched off (enabled: false), so there is no roadmap; {some(count, 'page')} that "
                     "must not be public, such as drafts, stayed out of the site all the same")
        return files

    def take_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the files as others have left them, or made them anew."""
        self.sweeping = Sweep(self.hidden, self.read_pages, self.paths, files, self.reporter)
        self.known |= self.sweeping.lying
        self.reporter.report(drop_redirects_of_hidden(config.plugins, self.hidden))
        return files

    def nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        navigation.take_out(nav.items, self.taken_out, self.hidden)
        return nav

    nav_of_language = nav

    def hide(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        drop_links_to_hidden(page, self.hidden)
        return without_hidden(markdown, self.hidden, self.paths.path(page.file.src_uri))

    markdown = hide

    def content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        html = self.sweeping.page(html, page)
        if self.hidden.all:
            self.as_read[page.file.src_uri] = html
        return html

    def env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        self.files = files
        self.taken_in = refuse_texts_of_hidden(
            self.read_pages, files, self.as_read, self.settings, self.reporter, config)
        pages = [file.page for file in files if file.page is not None]
        mend_feeds(config.plugins, (page.file for page in pages if is_locked(page)), without_dead_links)
        self.reporter.note([*private_unread(pages, self.settings), *self.locked.misread(pages)])
        return env

    def fill_blocks(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return without_dead_links(output)

    def sweep(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return self.sweeping.output(output, page)

    def sweep_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return self.sweeping.template(output, template_name)

    def finish(self, *, config: MkDocsConfig) -> None:
        self.reporter.report_noted(self.paths.on_disk)

    def end(self, *, config: MkDocsConfig) -> None:
        if not (self.i18n and self.i18n.is_further):
            self.reporter.report(map(self.paths.on_disk, self.sweeping.others(self.known, config)))
            refuse_words_of_hidden(
                self.read_pages, self.files, self.settings, self.words, self.reporter, config,
                self.taken_in)
            self.reporter.raise_errors()
