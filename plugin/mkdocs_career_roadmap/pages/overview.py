"""The roadmap's first page: everything at a glance, with the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .map.drawing import Map, draw_map
from .months import FocusStrip, draw_focus
from .page_list import RoadmapPage
from .shapes import Overview, Ref
from .viewer import Viewer


class OverviewPage(NamedTuple):
    """The overview with its map."""

    whole: Overview
    map: Map
    focus: FocusStrip | None
    """None: there are too few months to see anything."""
    more: tuple[Ref, ...]
    """Links to the pages that there are beside the three views."""


def overview_page(view: Viewer, more: Iterable[RoadmapPage] = ()) -> OverviewPage:
    """Return what the overview shows."""
    whole = view.overview()
    return OverviewPage(whole, draw_map(view, whole.goals, whole.loose), draw_focus(view),
                        tuple(Ref(page.short_title, view.link(page.path)) for page in more))
