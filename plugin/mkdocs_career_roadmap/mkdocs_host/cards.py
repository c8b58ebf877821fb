"""The pictures of pages for where somebody shares them, written into the site that MkDocs builds."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..flow import Site
from ..pages.catalogue import RoadmapPage
from ..project.page_cards import PageCards
from ..vocabulary.problems import Problem
from .assets import from_here, site_url


class Cards:
    """The pictures of one build."""

    def __init__(
        self, config: MkDocsConfig, *, is_wanted: bool, folder: str, files: Files,
        find: Callable[[str, Files], File | None],
    ) -> None:
        """`folder` is that of the overview in the built site, below which the pictures lie."""
        def portrait(site: Site) -> tuple[str, bytes] | None:
            person = site.settings.person
            file = find(person.portrait.path, files) if person and person.portrait else None
            is_there = file is not None and file.inclusion.is_included()
            return (file.src_uri, file.content_bytes) if file is not None and is_there else None

        at = config.config_file_path or ""
        self._config, self._folder = config, folder
        self.is_wanted = is_wanted
        self._cards = PageCards(
            is_wanted=is_wanted, root=Path(at or ".").parent, site_url=config.site_url or "",
            site_name=config.site_name, told_at=from_here(at), portrait=portrait)

    def address(self, page: RoadmapPage, site: Site) -> str:
        """Return the whole address of the picture of a page, drawn and written; empty: it has none."""
        card = self._cards.draw(page, site)
        if card is None:
            return ""
        path = posixpath.join(self._folder, card.path)
        at = Path(self._config.site_dir, path)
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(card.png)
        return urljoin(site_url(self._config), quote(path))

    def problems(self) -> Iterator[Problem]:
        """Yield why pictures are not there."""
        return self._cards.problems()
