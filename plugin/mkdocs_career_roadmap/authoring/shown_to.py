"""What an audience sees of a site, for its author's terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..flow import Site
from ..pages.catalogue import BOARD, MORE, OVERVIEW, TIMELINE
from ..pages.overview import summary
from ..vocabulary.settings import SHOWN_FIELDS, VIEWS


def shown_to(site: Site) -> Iterator[str]:
    """Yield lines: what all of it is, the views that there are, which views and fields are not shown, and the
    pages that no built site has. Of a preview, these are shown.
    """
    settings, is_preview = site.settings, site.keep_private
    yield summary(site.viewer(lambda path: path))
    kinds = (OVERVIEW, BOARD, TIMELINE, *MORE)
    yield _line("pages", (
        page.short_title for kind in kinds for page in site.pages.values() if page.kind is kind))
    yield _line("views not shown", (
        name for name in VIEWS if not settings.shows(name, is_preview=is_preview)))
    yield _line("fields not shown", (
        name for name in SHOWN_FIELDS if not settings.shows_field(name, is_preview=is_preview)))
    kept = site.notices if is_preview else site.hidden.pages
    yield _line("shown here alone" if is_preview else "kept back", (
        f"{path} ({why})" for path, why in sorted(kept.items())))


def _line(what: str, names: Iterable[str]) -> str:
    return f"{what}: {', '.join(dict.fromkeys(names)) or 'nothing'}"
