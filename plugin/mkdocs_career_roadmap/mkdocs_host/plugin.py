"""The plugin, as MkDocs and ProperDocs see it: its events, and which comes when."""

from __future__ import annotations

from . import version  # noqa: F401 - first, since it refuses a MkDocs that lacks what the others import

# isort: split
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from .loading import garbage_waits

with garbage_waits():
    from ..project.double_keys import double_keys
    from ..project.on_disk.user_cache import compiled_templates
    from .building import Building
    from .ending import end_fast, is_own_process, leaves_nothing_open
    from .kept_back.switched_off import SwitchedOff
    from .neighbours.material_menu import draw_menu_once
    from .neighbours.material_words import make_words_once
    from .neighbours.search import read_fast
    from .options import Options, first_of, listed_twice, works_files
    from .preview import guard
    from .remember.disk_memory import disk_memory
    from .remember.fitness import misfit
    from .remember.own_parts import KeptRoadmap
    from .remember.remembering import Memory, Remembering, tell
    from .remember.theme_files import remember_files
    from .reporting import complain, log

if TYPE_CHECKING:
    from .remember.watching import Watching


def _event(name: str, priority: int = 0, *, by: str = "building") -> Any:
    """Return an event that the build of the moment answers by a method; where it has none, nobody does."""

    @event_priority(priority)
    def event(plugin: CareerRoadmapPlugin, *args: Any, **kwargs: Any) -> Any:
        answer = getattr(getattr(plugin, by), name, None)
        return None if answer is None else answer(*args, **kwargs)

    return event


def _remembering(name: str) -> Any:
    """Return an event that what is remembered answers, after all others."""
    return _event(name, -100_000, by="remembering")


class CareerRoadmapPlugin(BasePlugin[Options]):
    """Turns the front matter of posts into a roadmap.

    The events, in the order in which they come. A higher priority goes before a lower one; most
    plugins have 0.

    `on_startup`
        Says whether this is a preview. An instance then lives across all its rebuilds.
    `on_config` (100000)
        Before all others, some of which read templates of the theme. Lets the theme list and compile its
        files as fast as it can, and Python look for garbage seldom.
    `on_config` (-110)
        After static-i18n (-100), which sets the language that is built. Begins a build: all that is
        known of a site is known to `Building`, which is made anew here.
    `on_files` (-40)
        After generators (0), so that their posts count; before Material's blog (-50), which hides
        every post from `documentation_pages()`. Reads the pages, folds them, adds ours.
    `on_files` (-110)
        After static-i18n (-100), which makes all files anew.
    `on_nav` (-40, in the build of a language -110)
        Before and after most others alike; after static-i18n (-100), which keeps the parts of its
        languages only.
    `on_page_markdown` (200)
        Before what takes in other files, such as include-markdown (100). Marks links to private pages.
    `on_page_markdown` (50)
        Before what reads links or titles. Does so in what was taken in, and marks `roadmap` blocks.
    `on_page_content` (50)
        Before encryptcontent (0) takes what it locks, and before what stops at a page without a word, such as
        mkdocs-video (0).
    `on_page_content` (0)
        Goals, milestones and lessons are for search to find, so they are filled before it looks.
    `on_env` (0)
        Between all that is read and all that is written: what all pages say is known, and where
        each lies.
    `on_env` (-90000)
        After others, which may change how templates are found. Lets search read pages fast. Where nothing
        remembers, menus need not be drawn as it sees them.
    `on_page_context` (-100)
        The boxes and the views are not for search, so they come after it has looked.
    `on_post_page` (100)
        First of all, so that a block is filled wherever the page's text went: also into an excerpt
        of it.
    `on_post_page` (40)
        After Material's social (50), which writes tags for some pages; before what makes all small (0).
    `on_post_page` (-1000), `on_post_template` (-1000)
        Last, since a link to a hidden page may come from anywhere.
    `on_post_build` (-90)
        After others, which may write over our files; before static-i18n (-100), which builds its other
        languages here.
    `on_post_build` (-1000)
        Last, since errors end the build here: encryptcontent (-200) takes what it locks out of search.
    `on_serve` (-100)
        Last, since others may give the server's builder back to it, and it takes no other.
    `on_post_build` (100000)
        Before others look at the finished site.
    `on_pre_build`, `on_files`, `on_pre_page`, `on_env`, `on_build_error` (-100000)
        After all others: lets what is remembered of the build before take the place of what would make it
        again.
    `on_post_build` (-100000)
        After all others, and after errors have ended the build: leaves what is remembered to the next run.
    `on_post_build`, `on_build_error` (-110000)
        The very last: Python looks for garbage as before.
    `on_shutdown`
        Takes the files away that were made for this run only.
    """

    def __init__(self) -> None:
        self.is_preview = False
        """True under `mkdocs serve`: what is private shows."""
        self.is_dirty = False
        """True for a site that is built into what earlier builds have left."""
        self.may_raise = True
        """False while a server runs: what raises then freezes it."""
        self.building: Building | SwitchedOff | None = None
        """The build of the moment. None: there is none, or another entry of the plugin has it."""
        self.memory = Memory()
        self.remembering: Remembering | None = None
        """What is remembered in the build of the moment. None: nothing."""
        self.watching: Watching | None = None
        self.may_end_fast = False
        """True: nothing takes part that Python should look for once more when the process ends."""
        self.compiled: str | None = None
        """The folder of compiled templates. None: there is none."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.is_preview = command == "serve"
        self.is_dirty = dirty and not self.is_preview
        self.may_raise = not self.is_preview

    @event_priority(100_000)
    def _remember(self, config: MkDocsConfig) -> None:
        is_wanted = self.is_preview if self.config.remember is None else self.config.remember
        is_first = self.config.enabled and first_of(type(self), config) is self
        # A preview, which has what is private, keeps all of it in memory.
        disk = disk_memory(self.config.remember, config) if is_first and not self.is_preview else None
        self.remembering = Remembering(
            self.memory, config, disk if self.may_raise and not self.is_dirty else None,
        ) if is_wanted and is_first else None
        if is_first:
            self.memory.garbage.begin(remembers=self.remembering is not None)
            self.compiled = compiled_templates()
            remember_files(config.theme, self.memory.theme_files, self.compiled)

    @event_priority(-110)
    def _begin(self, config: MkDocsConfig) -> None:
        before, self.building = self.building, None
        if before is not None:
            before.close()
        first = first_of(type(self), config)
        self.may_end_fast = leaves_nothing_open(config)
        path = config.config_file_path
        if first is self and path and (twice := double_keys(Path(path))):
            complain("\n".join(twice), may_raise=self.may_raise)
        if first is self and self.config.enabled:
            self.building = Building(
                self.config, config, before if isinstance(before, Building) else None,
                self.memory.roadmap if self.remembering else KeptRoadmap(is_last=True), self.compiled,
                is_preview=self.is_preview, is_dirty=self.is_dirty, may_raise=self.may_raise)
        elif first is self and not self.is_preview:  # which shows what is private
            self.building = SwitchedOff(
                self.config, config, before if isinstance(before, SwitchedOff) else None,
                is_dirty=self.is_dirty)
        elif first is not self and self.config.enabled:
            complain(listed_twice(config), may_raise=first.may_raise)

    @event_priority(-90_000)
    def _draw_less(self, env: Any, /, config: MkDocsConfig, **kwargs: Any) -> None:
        if isinstance(self.building, Building):
            read_fast(config.plugins)
            if self.remembering is None:  # else it notes what menus read
                draw_menu_once(env, is_quiet=not misfit(config))
                make_words_once(env)

    @event_priority(-110_000)
    def _over(self, *args: Any, **kwargs: Any) -> None:
        if self.remembering is not None and isinstance(self.building, Building) and self.building.is_alone:
            self.building.close()  # what it knows of the site is room for the next build
            self.building = None
        self.memory.garbage.end()

    on_config = CombinedEvent(_remember, _begin)
    on_files = CombinedEvent(_event("read", -40), _event("take_files", -110), _remembering("files"))
    on_nav = CombinedEvent(_event("nav", -40), _event("nav_of_language", -110))
    on_pre_page = _remembering("pre_page")
    on_page_markdown = CombinedEvent(_event("hide", 200), _event("markdown", 50))
    on_page_content = CombinedEvent(_event("early_content", 50), _event("content"))
    on_env = CombinedEvent(_event("env"), _draw_less, _remembering("env"))
    on_page_context = _event("context", -100)
    on_post_page = CombinedEvent(_event("fill_blocks", 100), _event("fill_head", 40), _event("sweep", -1000))
    on_post_template = _event("sweep_template", -1000)
    on_pre_build = _remembering("pre_build")
    on_build_error = CombinedEvent(_remembering("build_error"), _over)
    on_post_build = CombinedEvent(
        _event("post_build", 100_000, by="remembering"), _event("finish", -90), _event("end", -1000),
        _remembering("written"), _over)

    @event_priority(-100)
    def on_serve(
        self, server: Any, *, config: MkDocsConfig, builder: Callable[[], None], **kwargs: Any
    ) -> Any:
        self.may_raise = False  # `serve --clean` says that it builds, and shows what is built
        guard(server, builder, log.error)
        for path in works_files(self.config, config):
            if path.is_file():  # what is not there when it is looked for is given up for good
                server.watch(str(path))
        if self.remembering is not None and self.watching is None:
            from .remember.watching import watch  # noqa: PLC0415 - a build watches nothing

            self.watching = watch(server, tell)
            self.memory.garbage.is_served = True
        return server

    def on_shutdown(self) -> None:
        self.memory.garbage.close()
        if self.watching is not None:
            self.watching.close()
        if self.building is not None:
            self.building.close()
        if self.may_end_fast and is_own_process():
            end_fast()
