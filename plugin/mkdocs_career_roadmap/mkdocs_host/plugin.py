"""The MkDocs and ProperDocs host: reads files, registers pages, fills them."""

from __future__ import annotations

from . import version  # noqa: F401 - first, since it refuses a MkDocs that lacks what the others import

# isort: split
from collections.abc import Callable, Iterable
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..exports.redirects import resolve_redirects
from ..flow import build
from ..pages.catalogue import PageKind, RoadmapPage
from ..pages.head_tags import with_card
from ..pages.render import Renderer
from ..project.clock import build_day
from ..project.docs_folder import DocsFolder
from ..project.progress import Stopwatch
from ..vocabulary.codes import Severity
from ..vocabulary.labels import words_for
from . import navigation
from .assets import (
    PREVIEW_STYLESHEET,
    SCRIPT,
    STYLESHEET,
    asset_file,
    from_here,
    locale_of,
    register_statuses,
)
from .context import roadmap_context
from .data_files import DataFiles
from .filling import Blocks, Filler, is_for_search, without_addresses, without_dead_links
from .intake import endless_links, take_in
from .neighbours import Languages, hidden_in_any_language, keep_out_of_feeds, tell_redirects
from .options import Options
from .page_meta import (
    card_of,
    check_meta,
    drop_bad_social,
    make_file_name_safe,
    prepare,
)
from .preview import Banner, guard
from .redirect_files import RedirectFiles
from .register import Register
from .reporting import Reporter, log, report_time
from .requirements import first_of, listed_twice, without_blog
from .substitutes import Substitutes, replace_odd_pages


class CareerRoadmapPlugin(BasePlugin[Options]):
    """Turns the front matter of posts into a roadmap.

    An instance lives across the rebuilds of `mkdocs serve`, so everything it
    knows of a site is made anew in `on_config` and `on_files`.
    """

    def __init__(self) -> None:
        self.is_preview = False
        """True under `mkdocs serve`: what is private shows."""
        self.may_raise = True
        """False while a server runs: what raises then freezes it."""
        self.languages = Languages()
        self.substitutes = Substitutes()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.is_preview = command == "serve"
        self.may_raise = not self.is_preview

    # Last, since others may give the server's builder back to it, and it takes no other.
    @event_priority(-100)
    def on_serve(self, server: Any, *, builder: Callable[[], None], **kwargs: Any) -> Any:
        self.may_raise = False  # `serve --clean` says that it builds, and shows what is built
        guard(server, builder, log.error)
        return server

    def on_shutdown(self) -> None:
        self.substitutes.renew()

    # After static-i18n (-100), which sets the language that is built.
    @event_priority(-110)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig | None:
        if not self.config.enabled:
            return None
        first = first_of(type(self), config)
        if first is not self:
            self.config.enabled = False
            self._complain(listed_twice(config), may_raise=first.may_raise)
            return None
        if without_blog(config):
            self._complain(without_blog(config), may_raise=self.may_raise)
        self.languages = Languages(config)
        self.data = DataFiles(config)
        if not self.languages.is_further:
            self.redirects = RedirectFiles()
        self.substitutes.renew()
        self.words = words_for(locale_of(config), self.config.labels)
        self.settings = self.config.settings(self.words)
        follows = self.settings.severities.get("outside-link") is Severity.OFF
        self.folder = DocsFolder(config.docs_dir, follows)
        if found := endless_links(config, self.folder):
            raise PluginError("\n".join(map(str, found)))  # MkDocs would not come back from listing them
        custom_dir = config.theme.custom_dir
        self.reporter = Reporter(self.settings.severities, config.docs_dir)
        self.watch = Stopwatch()
        self.render = Renderer(
            self.words, (custom_dir,) if custom_dir else (), self.reporter.note_bad_template)
        self.blocks = Blocks()
        self.assets = (STYLESHEET, SCRIPT, *([PREVIEW_STYLESHEET] if self.is_preview else []))
        config.extra_css[:0] = [a for a in self.assets if a.endswith(".css") and a not in config.extra_css]
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.append(SCRIPT)
        register_statuses(config, self.words)
        return config

    # After generators (0), so that their posts count; before Material's blog (-50),
    # which hides every post from documentation_pages().
    @event_priority(-40)
    def _on_files(self, files: Files, *, config: MkDocsConfig) -> Files | None:
        if not self.config.enabled:
            return None
        with self.watch:
            self._read(files, config)
        return files

    def _read(self, files: Files, config: MkDocsConfig) -> None:
        """Read the pages, fold them, and add ours to the files of the site."""
        found = take_in(files, config, self.folder)
        self.pages_read = len(found.sources)
        self.hidden: set[str] = set()
        self.register = Register(self.languages, is_preview=self.is_preview)
        if self.languages and not self.is_preview:
            self._hide(hidden_in_any_language(found.sources, self.settings), files)
        self.languages.begin(files, config)
        self.site = build(
            self.languages.chosen(found.sources), as_of=self.config.as_of or build_day(),
            settings=self.settings, words=self.words, keep_private=self.is_preview,
        )
        self._hide(self.site.hidden.pages, files)
        odd = replace_odd_pages(
            files, self.languages.on_disk(self.site), found, self.substitutes, config,
            is_preview=self.is_preview)
        conflicts = self.register.add(self.site, files, config, has_nav=self.config.nav)
        self.languages.lend(files, self.register.generated, config)
        for asset in self.assets:
            if files.get_file_from_path(asset) is None:  # else the site has its own
                files.append(asset_file(asset, config))
        self.moved, crowded = resolve_redirects(self.site.moved, ())
        ours = map(self.languages.told, [*self.site.problems, *odd, *conflicts, *crowded])
        self.reporter.report([*found.problems, *ours])

    @event_priority(-110)  # after static-i18n, which makes all files anew
    def _on_last_files(self, files: Files, *, config: MkDocsConfig) -> Files | None:
        if not self.config.enabled:
            return None
        self.languages.take_back(files)
        self.substitutes.take_back(files)
        self.register.renew(files)
        self.filler = Filler(self.site, self.register, self.data, self.render, self.reporter, self.watch)
        tell_redirects(config.plugins, self.register.generated)
        overview = self.register.source(f"{self.settings.folder}/index.md")
        self.reporter.report(self.data.add(self.site, overview, files, self.register.shows))
        self.banner = Banner(tuple(self.reporter.reported), from_here(config.docs_dir))
        return files

    on_files = CombinedEvent(_on_files, _on_last_files)

    def _hide(self, paths: Iterable[str], files: Files) -> None:
        """Take private pages out of the site."""
        for path in paths:
            files.remove(files.src_uris[path])
            self.hidden.add(path)

    @event_priority(-40)
    def _on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation | None:
        return None if self.languages else self._nav(nav, config, files)

    @event_priority(-110)  # after static-i18n, which keeps the parts of its languages only
    def _on_nav_of_language(
        self, nav: Navigation, *, config: MkDocsConfig, files: Files
    ) -> Navigation | None:
        return self._nav(nav, config, files) if self.languages else None

    on_nav = CombinedEvent(_on_nav, _on_nav_of_language)

    def _nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation | None:
        if not self.config.enabled:
            return None
        navigation.take_out(nav.items, self.hidden)
        if not self.config.nav:
            return nav
        ours: dict[PageKind, list[Page]] = {}
        for path, page in self.register.pages.items():
            file = files.get_file_from_path(path)
            if file is not None and file.page is not None:
                ours.setdefault(page.kind, []).append(file.page)
        navigation.add_roadmap(nav, ours, self.settings, self.words, is_automatic=config.nav is None)
        return nav

    @event_priority(50)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        if not self.config.enabled:
            return None
        self.reporter.note(drop_bad_social(page, config))
        links = self.site.hidden.links(page.file.src_uri, markdown)
        markdown = self.blocks.take(page.file.src_uri, without_addresses(markdown, links))
        ours = self._ours(page)
        if ours is None:
            return markdown
        prepare(page, ours)
        return markdown

    # Goals, milestones and lessons are for search to find, so they are filled before it looks.
    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        html = without_dead_links(html)
        ours = self._ours(page)
        if ours is None:
            return html
        make_file_name_safe(page)
        html = self.filler.with_title(ours, html, page)
        return self.filler.filled(ours, html, page, files) if is_for_search(ours) else html

    # The boxes and the views are not for search, so they come after it has looked.
    @event_priority(-100)
    def on_page_context(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        ours = self._ours(page)
        if ours is not None and not is_for_search(ours):
            page.content = self.filler.filled(ours, page.content or "", page, self.files)
        if self.config.enabled and self.is_preview:
            page.content = self.filler.with_notices(ours, page, self.files, self.banner)
        return context

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        if self.config.enabled:
            self.files = files
            keep_out_of_feeds(config.plugins, self.register.generated.values())
            self.reporter.note(check_meta(self.site, files))
            env.globals["roadmap"] = roadmap_context(self.site, self.register.urls(files))
            with self.watch:
                self.data.fill(self.site, self.register.urls(files))
        return env

    # Last of all, so that a block is filled wherever the page's text went: also into an excerpt of it.
    @event_priority(100)
    def _on_last_text(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        if not self.config.enabled:
            return None
        return self.filler.with_blocks(self.blocks, output, page, self.files)

    # After Material's social (50), which writes tags for some pages; before what makes all small (0).
    @event_priority(40)
    def _on_head(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        if not self.config.enabled:
            return None
        ours = self._ours(page)
        if page.is_homepage or ours:
            output = self.data.in_head(output, page, self.settings.title)
        return with_card(output, card_of(ours, page)) if ours else output

    on_post_page = CombinedEvent(_on_last_text, _on_head)

    # After others, which may write over our files; before static-i18n (-100), which builds its other
    # languages here.
    @event_priority(-90)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if not self.config.enabled:
            return
        self.reporter.note(self.data.overwritten())
        self.reporter.note(self.redirects.write(
            self.moved, lambda path: self.register.find(path, self.files), config))
        self.reporter.report_noted(self.languages.told)
        report_time(self.watch.seconds, self.pages_read, len(self.register.generated))
        if self.may_raise:
            self.reporter.raise_errors()

    # --- helpers ---

    def _complain(self, message: str, *, may_raise: bool) -> None:
        if may_raise:
            raise PluginError(f"career-roadmap: {message}")
        log.error(message)

    def _ours(self, page: Page) -> RoadmapPage | None:
        return self.register.pages.get(page.file.src_uri) if self.config.enabled else None
