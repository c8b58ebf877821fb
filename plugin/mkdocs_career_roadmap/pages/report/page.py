"""The page of reports, which a preview has, and a built site only if its configuration says so."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from ...roadmap.model import Roadmap
from ..shapes import Tab
from ..viewer import Viewer
from .audiences import report
from .shapes import AUDIENCES, Report
from .writer import Asked


class ReportsPage(NamedTuple):
    tabs: tuple[Tab, ...]
    reports: tuple[Report, ...]
    """One for each audience, in their order."""


def first_day(until: date, audience: str = "") -> date:
    """Return the first day of a report when nobody says: a year before its last; for a mentor, three months;
    of a curriculum vitae, the first there is.
    """
    if audience == "cv" or until.year == date.min.year:
        return date.min
    year, month = divmod(until.year * 12 + until.month - 1 - (3 if audience == "mentor" else 12), 12)
    return until.replace(year, month + 1, min(until.day, monthrange(year, month + 1)[1]))


def day_before(day: date) -> date:
    """Return the day before; the first day there is stays."""
    return max(day, date.min + timedelta(days=1)) - timedelta(days=1)


def has_reports(view: Viewer, keep_private: bool) -> bool:
    """True where the page is shown: in a preview, or if the site publishes it, and there is something."""
    some = view.roadmap.posts or view.roadmap.milestones
    return bool(some) and view.settings.shows("report", is_preview=keep_private)


def reports_page(view: Viewer, roadmap_at: Callable[[date], Roadmap], *, keep_private: bool) -> ReportsPage:
    """Return what the page of reports shows. `roadmap_at` gives the roadmap at the end of a day."""
    until = view.roadmap.as_of
    made = []
    for audience in AUDIENCES:
        since = first_day(until, audience)
        then = roadmap_at(day_before(since))
        made.append(report(view, then, audience, Asked(since, keep_private=keep_private)))
    return ReportsPage(view.tabs(""), tuple(made))
