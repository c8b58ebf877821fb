"""Which pages a roadmap has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..roadmap.model import Goal, Milestone, Post
from ..vocabulary.problems import Place
from .decisions import predictions
from .head import shortened
from .ideas import has_ideas
from .lessons import chapters
from .not_doing import has_put_aside
from .replications import replications
from .viewer import Viewer
from .years import page_of, summary, years


class PageKind(StrEnum):
    """What the roadmap puts on a page."""

    OVERVIEW = "overview"
    BOARD = "board"
    TIMELINE = "timeline"
    GOAL = "goal"
    MILESTONE = "milestone"
    POST = "post"
    LESSONS = "lessons"
    IDEAS = "ideas"
    NOT_DOING = "not-doing"
    REPLICATIONS = "replications"
    DECISIONS = "decisions"
    YEAR = "year"

    @property
    def is_view(self) -> bool:
        """True for the views of what other pages say, too, where search should find it."""
        return self in (PageKind.OVERVIEW, PageKind.BOARD, PageKind.TIMELINE,
                        PageKind.IDEAS, PageKind.NOT_DOING, PageKind.YEAR)

    @property
    def is_wide(self) -> bool:
        """True for what wants the room that a theme gives to a table of contents."""
        return self.is_view or self in (PageKind.REPLICATIONS, PageKind.DECISIONS)


MORE = (PageKind.LESSONS, PageKind.IDEAS, PageKind.NOT_DOING, PageKind.REPLICATIONS, PageKind.DECISIONS,
        PageKind.YEAR)
"""The pages that there are only when there is something to show, in the order they are listed."""


@dataclass(frozen=True, slots=True)
class RoadmapPage:
    """A page the roadmap has something to put on."""

    path: str
    """Its source path; on disk only if an author wrote it."""
    kind: PageKind
    title: str
    description: str
    """One sentence, for search engines."""
    place: Place
    """Where the author named it first."""
    is_written: bool
    """True when an author wrote its text; else the whole page is generated."""
    of: Goal | Milestone | Post | int | None = None
    """What it is about; a year by its number."""

    @property
    def short_title(self) -> str:
        """Its title among links to pages like it."""
        return str(self.of) if self.kind is PageKind.YEAR else self.title


_Made = tuple[str, PageKind, str, str, Place, Goal | Milestone | Post | int | None]


def roadmap_pages(view: Viewer, written: set[str], keep_private: bool) -> dict[str, RoadmapPage]:
    """Return the pages that the roadmap has something to put on, by path.

    `written` are the pages of the author's. Where two share a path, a view goes before a goal,
    and that before the others. An empty roadmap has its three views.
    """
    roadmap, folder, w = view.roadmap, view.settings.folder, view.words
    whole = view.summary()
    made: list[_Made] = [
        *((post.path, PageKind.POST, post.title, post.description or "", Place(post.path), post)
          for post in roadmap.posts),
        *((m.page, PageKind.MILESTONE, m.title, m.description or w.named("milestone", m.title), m.place, m)
          for m in roadmap.milestones),
        *((g.page, PageKind.GOAL, g.title, g.statement or w.named("goal", g.title), g.place, g)
          for g in roadmap.goals),
        # Last, so that a post or a goal's page at one of these paths is still the view.
        *_more_pages(view, keep_private),
        (f"{folder}/index.md", PageKind.OVERVIEW, view.settings.title, whole, Place(folder), None),
        (f"{folder}/board.md", PageKind.BOARD, w("board"), whole, Place(folder), None),
        (f"{folder}/timeline.md", PageKind.TIMELINE, w("timeline"), whole, Place(folder), None),
    ]
    return {
        path: RoadmapPage(path, kind, title, shortened(description), place, path in written, of)
        for path, kind, title, description, place, of in made
    }


def _more_pages(view: Viewer, keep_private: bool) -> list[_Made]:
    """Return the pages that have something to show."""
    roadmap, folder, w = view.roadmap, view.settings.folder, view.words
    shown = (
        (PageKind.LESSONS, chapters(roadmap), w("lessons"), w("lessons_note")),
        (PageKind.IDEAS, has_ideas(roadmap), w("ideas"), w("ideas_note")),
        (PageKind.NOT_DOING, has_put_aside(roadmap), w("not_doing"), w("not_doing_note")),
        (PageKind.REPLICATIONS, replications(roadmap), w("replications"), w("replications_note")),
        (PageKind.DECISIONS, predictions(roadmap, keep_private=keep_private),
         w("decisions"), w("decisions_note")),
    )
    return [
        *((f"{folder}/{kind}.md", kind, title, note, Place(folder), None)
          for kind, has_some, title, note in shown if has_some),
        *((page_of(view, year), PageKind.YEAR, w("in_review", year=year), summary(view, year, found),
           Place(folder), year) for year, found in years(roadmap).items()),
    ]
