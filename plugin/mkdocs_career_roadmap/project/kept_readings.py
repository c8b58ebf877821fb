"""What a preview has read of a site before: after a change, only the page that changed is read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..flow import Reader, Site
from ..reading.entry import Source
from ..reading.folder_defaults import NO_DEFAULTS, NO_FOLDERS, FolderDefaults, PageDefaults, folder_defaults
from ..reading.page import Page, read
from ..roadmap.past import PastYears
from ..vocabulary.settings import Settings


class KeptReadings:
    """The pages of one site as they were last read, and what was read. At first it has none."""

    def __init__(self, reader: Reader | None = None) -> None:
        """`reader` does what the function `read` does with pages that are not known. None: that one does."""
        self._reader = reader
        self._settings: Settings | None = None
        self.past = PastYears()
        self._pages: dict[str, tuple[str, PageDefaults, Page]] = {}
        self._of_folders: tuple[Source, ...] = ()
        self._defaults = NO_FOLDERS
        self._site: tuple[object, Site] | None = None
        self._made_of: tuple[tuple[object, ...], list[Page], list[Source], bool] = ((), [], [], False)

    def read(self, source: Source, settings: Settings, defaults: PageDefaults = NO_DEFAULTS) -> Page:
        """Return what the function `read` returns of a page."""
        if settings is not self._settings:
            if settings != self._settings:
                self._pages.clear()
            self._settings = settings
        kept = self._pages.get(source.path)
        if kept is None or kept[:2] != (source.text, defaults):
            page = (self._reader or read)(source, settings, defaults)
            # One that says the same is the same, so that pages are compared as fast as they can be.
            kept = source.text, defaults, kept[2] if kept and kept[2] == page else page
            self._pages[source.path] = kept
        return kept[2]

    def defaults(self, of_folders: Sequence[Source]) -> FolderDefaults:
        """Return what folders say of the pages in them."""
        if self._of_folders != tuple(of_folders):
            self._of_folders, self._defaults = tuple(of_folders), folder_defaults(of_folders)
        return self._defaults

    def of(self, sources: Iterable[Source]) -> list[tuple[Source, Page]]:
        """Return pages that were read, each as it was."""
        return [(source, self._pages[source.path][2]) for source in sources]

    @property
    def made_of(self) -> tuple[tuple[object, ...], list[Page], list[Source], bool]:
        """What the last site is made of: what was given for it, the pages, what was read of each, and whether
        more of that counts than what the pages say. At first nothing is.
        """
        return self._made_of

    def site(
        self, were_read: Sequence[tuple[Source, Page]], made_of: tuple[object, ...],
        make: Callable[[], Site], *, texts_count: bool,
    ) -> Site:
        """Return the site that these pages make with all else that it is `made_of`: the one before, if they
        say what they said then. Where `texts_count`, or one of the pages has something to hide, which others
        may name, they must say it in the same words.
        """
        pages = [page for _, page in were_read]
        texts_count = texts_count or any(p.is_hidden or p.is_sealed or p.has_private_parts for p in pages)
        sources = [source for source, _ in were_read]
        self._made_of = made_of, pages, sources, texts_count
        key = made_of, pages, sources if texts_count else None
        if self._site is None or self._site[0] != key:
            self._site = key, make()
        return self._site[1]
