"""The roadmap's first page: everything at a glance, with the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..roadmap.model import Roadmap
from ..vocabulary.fields import Status
from .board import active, closed, planned
from .explore.filters import filters_of
from .explore.replay import Replay, replay_of
from .explore.stories import Story, stories_of
from .focus import FocusStrip, draw_focus
from .map.drawing import Map, draw_map
from .person import PersonHead, person_head
from .shapes import Filters, Overview, Ref
from .viewer import COUNTED, LATEST, Viewer
from .years import years


class OverviewPage(NamedTuple):
    """The overview with its map."""

    whole: Overview
    map: Map
    focus: FocusStrip | None
    """None: there are too few months to see anything."""
    more: tuple[Ref, ...]
    """Links to the pages that there are beside the three views."""
    person: PersonHead | None
    """Whose roadmap it is. None: the site does not say so."""
    filters: Filters | None
    """None: there is nothing to ask for alone."""
    stories: Mapping[str, Story]
    """What cards tell in place, by the ids of their milestones."""
    replay: Replay | None
    """None: there is nothing to go back to."""


def overview_page(
    view: Viewer, more: Iterable[tuple[str, str]] = (), public: Roadmap | None = None
) -> OverviewPage:
    """Return what the overview shows. `more`: the other pages, each as its title and its source path.
    `public`: the roadmap of a built site, which has a file of how it came to be. None: nothing is replayed.
    """
    whole = _glance(view)
    fitting = view.fitting
    is_told = view.settings.shows("focus", is_preview=view.is_preview)
    return OverviewPage(whole, draw_map(fitting, whole.goals, whole.loose, folds=True),
                        draw_focus(view) if is_told else None,
                        tuple(Ref(title, view.link(path)) for title, path in more), person_head(view),
                        filters_of(fitting, fitting.milestones),
                        stories_of(view, fitting.milestones),
                        replay_of(view, public, years(public)) if public else None)


def _glance(view: Viewer) -> Overview:
    """Return what is under way, what is next, and every goal."""
    roadmap, loose = view.roadmap, view.cards(view.loose)
    loose_rail, loose_rest = view.fitting.loose_stops(loose)
    others = view.fitting.left_out(view)
    return Overview(
        tabs=view.tabs("map"), summary=summary(view), as_of=view.as_of(),
        now=view.cards(active(view)[:LATEST]),
        next=view.cards(planned(view)[:LATEST]),
        last_finished=view.cards(closed(view, Status.DONE, Status.PARTIAL)[: LATEST - 1]),
        goals=tuple(view.fitting.goal_card(goal) for goal in view.fitting.goals),
        loose=loose, loose_rail=loose_rail, loose_rest=loose_rest,
        latest_posts=tuple(view.post_ref(p) for p in roadmap.posts[: -LATEST - 2 : -1]),
        other_goals=tuple(Ref(view.title(goal), view.link(goal.page)) for goal in others),
        others=view.words("more_goals", n=len(others)) if others else "",
    )


def summary(view: Viewer) -> str:
    """Return the roadmap in one sentence. Its numbers by status are those of all milestones together."""
    w, roadmap = view.words, view.roadmap
    by_status = Counter(milestone.status for milestone in roadmap.milestones)
    counts = [(key, by_status[status]) for status, key in COUNTED.items()]
    counted = w.listed(w(key, n=n) for key, n in counts if n)
    return w("summary" if counted else "summary_empty",
             goals=w("n_goals", n=len(roadmap.goals)),
             milestones=w("n_milestones", n=len(roadmap.milestones)), counts=counted)
