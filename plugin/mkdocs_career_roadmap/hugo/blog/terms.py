"""The lists that Hugo makes of tags, categories and the like, which need no file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from .addresses import path_name
from .config import HugoConfig
from .pages import Held, HugoPage, PageSort, SectionName, names_in


def with_terms(pages: Sequence[HugoPage], config: HugoConfig) -> list[HugoPage]:
    """Return pages with those of taxonomies and terms: one with a file knows what it lists, one without is
    added. No pages: the taxonomies alone.
    """
    made: dict[str, HugoPage] = {}
    called = pages[0].called if pages else {}
    for many in config.taxonomies:
        terms = list(_terms(pages, many, config, called))
        own = HugoPage(_path(config, many), f"{many}/_index.md", PageSort.TAXONOMY, True, has_file=False)
        for one in (replace(own, called=called, listed=len(terms)), *terms):
            made[_key(posixpath.dirname(one.name), config)] = one
    result = []
    for page in pages:
        is_list = page.sort in (PageSort.TERM, PageSort.TAXONOMY)
        known = made.pop(_key(posixpath.dirname(page.name), config), None) if is_list else None
        is_hidden = is_list and str(page.sort) in config.disabled
        held = Held.NO_PAGE if is_hidden else page.held
        result.append(replace(_of_file(page, known) if known else page, held=held))
    result += [one for one in made.values() if str(one.sort) not in config.disabled]
    return sorted(result, key=lambda page: page.path)


def _key(name: str, config: HugoConfig) -> str:
    """Return what names of one list have in common."""
    return path_name(name, config).lower()


def _path(config: HugoConfig, name: str) -> str:
    return f"{config.content}/{name}"


def _of_file(page: HugoPage, known: HugoPage) -> HugoPage:
    """Return the page of a file with what Hugo knows of its list."""
    return replace(page, day=page.day or known.day, listed=known.listed)


def _terms(
    pages: Sequence[HugoPage], many: str, config: HugoConfig, called: Mapping[str, SectionName]
) -> Iterator[HugoPage]:
    found: dict[str, tuple[str, int, datetime | None]] = {}
    for page in pages:
        if page.held is not Held.NO or page.sort in (PageSort.TERM, PageSort.TAXONOMY):
            continue
        for name in names_in(page.data.get(many)):
            key = _key(name, config)
            first, count, day = found.get(key, (name, 0, None))
            found[key] = first, count + 1, max(filter(None, (day, page.day)), default=None)
    for name, count, day in found.values():
        where = f"{many}/{name.strip('/')}"
        yield HugoPage(
            _path(config, where),
            f"{where}/_index.md",
            PageSort.TERM,
            True,
            data={"title": name},
            day=day,
            has_file=False,
            called=called,
            listed=count,
        )
