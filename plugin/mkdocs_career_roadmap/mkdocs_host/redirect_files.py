"""Writes the pages at old addresses, when all else of a site is written."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..exports.addresses import folded, seen_from
from ..exports.redirects import occupied, redirect_html
from ..project.old_address_files import write_old_address
from ..reading.old_addresses import Moved
from ..vocabulary.problems import Place, Problem, problem
from .assets import locale_of


class RedirectFiles:
    """What was written at old addresses, in all languages of one build."""

    def __init__(self) -> None:
        self._written: dict[str, str] = {}
        """The source path of the page that each file leads to."""

    def write(
        self, moved: Iterable[Moved], find: Callable[[str], File | None], files: Iterable[File],
        config: MkDocsConfig,
    ) -> Iterator[Problem]:
        """Write them and yield what is in the way. `find` returns the file of a page that the site has;
        what it does not have is left out. Never overwrites a file of somebody else. `files` are those of
        the site, to be named where one is in the way.
        """
        moved = list(moved)
        there = {folded(file.dest_uri): file.src_uri for file in files} if moved else {}
        for page in moved:
            file = find(page.path)
            if file is None or file.page is None or file.dest_uri in page.address.files:
                continue
            key = folded(page.address.file)
            if self._written.get(key) == file.src_uri:
                continue  # a page that is not translated stands in several languages
            try:
                href = seen_from(posixpath.dirname(page.address.file), file.url)
                canonical = file.page.canonical_url or href
                html = redirect_html(page.title, href, canonical, locale_of(config).replace("_", "-"))
                is_new = key not in self._written
                if not write_old_address(Path(config.site_dir), page, html, may_be_ours=is_new):
                    if page.is_by_itself:
                        continue
                    sources = [there[at] for at in map(folded, page.address.files) if at in there]
                    yield occupied(page, *map(Place, sorted(sources)[:1]))
                    continue
            except OSError as error:
                yield problem(
                    "redirect-conflict", page.address.place,
                    f"{page.address.file!r} cannot be written ({error.strerror}), so this old address does "
                    "not lead to the page; take the line out")
                continue
            self._written[key] = file.src_uri
