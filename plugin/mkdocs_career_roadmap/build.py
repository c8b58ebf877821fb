"""The whole pipeline, top to bottom: sources in, a site's roadmap and its pages out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from .advice import advice
from .charts import Map, draw_map
from .embedded import embedded, unknown_goals
from .embeds import Embed
from .fields import Role
from .fold import fold
from .labels import Words
from .model import Goal, Milestone, Post, Roadmap, Source
from .months import FocusStrip, draw_focus
from .pages import Mentions, goal_page, milestone_page, post_box
from .problems import Place, Problem
from .read import Page, read
from .render import Renderer
from .settings import Settings
from .shapes import Overview
from .timeline import draw_timeline
from .views import Link, Viewer
from .whole import Whole


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The overview with its map."""

    whole: Overview
    map: Map
    focus: FocusStrip | None
    """None: there are too few months to see anything."""


def overview_page(view: Viewer) -> OverviewPage:
    """Return what the overview shows."""
    whole = view.overview()
    return OverviewPage(whole, draw_map(view, whole.goals, whole.loose), draw_focus(view))


class PageKind(StrEnum):
    """What the roadmap puts on a page."""

    OVERVIEW = "overview"
    BOARD = "board"
    TIMELINE = "timeline"
    GOAL = "goal"
    MILESTONE = "milestone"
    POST = "post"

    @property
    def is_view(self) -> bool:
        """True for the views of the whole, which say nothing that search should find."""
        return self in (PageKind.OVERVIEW, PageKind.BOARD, PageKind.TIMELINE)


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
    of: Goal | Milestone | Post | None = None


@dataclass(frozen=True)
class Site:
    """What one build knows of a site."""

    roadmap: Roadmap
    settings: Settings
    words: Words
    pages: Mapping[str, RoadmapPage]
    """By source path. Where two share one, a view goes before a goal, and that before the others."""
    hidden: tuple[str, ...]
    """The pages that must not be in this site: private ones."""
    problems: tuple[Problem, ...]
    mentions: Mentions = field(repr=False)
    odd_pages: Mapping[str, Page] = field(default_factory=dict, repr=False)
    """The pages that a host should not read as they are, or that ask something of its theme."""

    @cached_property
    def _whole(self) -> Whole:
        return Whole(self.roadmap)

    def fragments(self, page: RoadmapPage, link: Link, render: Renderer) -> tuple[str, str]:
        """Return the HTML to put below the page's title and at its end."""
        view = Viewer(self.roadmap, self.settings, self.words, link, known=self._whole)
        of = page.of
        if isinstance(of, Goal):
            shown: object = goal_page(view, of, self.mentions)
        elif isinstance(of, Milestone):
            shown = milestone_page(view, of, self.mentions)
        elif isinstance(of, Post):
            shown = post_box(view, of, self.mentions)
        else:
            makers: Mapping[PageKind, Callable[[Viewer], object]] = {
                PageKind.OVERVIEW: overview_page,
                PageKind.BOARD: Viewer.board,
                PageKind.TIMELINE: draw_timeline,
            }
            return "", render(page.kind, makers[page.kind](view))
        return render(f"{page.kind}-top", shown), render(page.kind, shown)

    def embed(self, embed: Embed, link: Link, render: Renderer, prefix: str) -> str:
        """Return the HTML of a `roadmap` block; its ids begin with `prefix`."""
        view = Viewer(self.roadmap, self.settings, self.words, link, known=self._whole)
        template, shown = embedded(view, embed)
        return render(template, shown, prefix)


def build(
    sources: Iterable[Source], *, as_of: date, settings: Settings, words: Words,
    keep_private: bool = False,
) -> Site:
    """Return the roadmap of a site as it stood at the end of the day `as_of`.

    Without sources, the roadmap is empty and its overview teaches how to begin.
    Private pages take part only with `keep_private`, which a preview sets.
    """
    read_pages = [read(source, settings) for source in sources]
    pages = [page for page in read_pages if keep_private or not page.is_private]
    entries = [page.entry for page in pages if page.entry]
    roadmap, problems = fold(entries, as_of=as_of, settings=settings)
    return Site(
        roadmap=roadmap,
        settings=settings,
        words=words,
        pages=_roadmap_pages(roadmap, settings, words, {page.path for page in pages}),
        hidden=tuple(page.path for page in read_pages if page.is_private and not keep_private),
        problems=_not_ignored(read_pages, (
            *(p for page in read_pages for p in page.problems), *problems,
            *advice(entries, roadmap, settings),
            *unknown_goals(roadmap, (embed for page in pages for embed in page.embeds)))),
        mentions=_mentions(pages, roadmap),
        odd_pages={page.path: page for page in read_pages if page.stand_in is not None or page.asked},
    )


def _not_ignored(pages: Iterable[Page], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems without those that a page asks not to be told of itself."""
    ignored = {page.path: page.ignored for page in pages if page.ignored}
    return tuple(p for p in problems if p.code not in ignored.get(p.place.path, ()))


def _roadmap_pages(
    roadmap: Roadmap, settings: Settings, words: Words, written: set[str]
) -> dict[str, RoadmapPage]:
    folder, w = settings.folder, words
    summary = Viewer(roadmap, settings, words, lambda path: path).summary()
    made: list[tuple[str, PageKind, str, str, Place, Goal | Milestone | Post | None]] = [
        *((post.path, PageKind.POST, post.title, post.description or "", Place(post.path), post)
          for post in roadmap.posts),
        *((m.page, PageKind.MILESTONE, m.title, m.description or w.named("milestone", m.title), m.place, m)
          for m in roadmap.milestones),
        *((g.page, PageKind.GOAL, g.title, g.statement or w.named("goal", g.title), g.place, g)
          for g in roadmap.goals),
        # Last, so that a post or a goal's page at one of these paths is still the view.
        (f"{folder}/index.md", PageKind.OVERVIEW, settings.title, summary, Place(folder), None),
        (f"{folder}/board.md", PageKind.BOARD, w("board"), summary, Place(folder), None),
        (f"{folder}/timeline.md", PageKind.TIMELINE, w("timeline"), summary, Place(folder), None),
    ]
    return {
        path: RoadmapPage(path, kind, title, description, place, path in written, of)
        for path, kind, title, description, place, of in made
    }


def _mentions(pages: Iterable[Page], roadmap: Roadmap) -> Mentions:
    """Return who links to each page, by title. A draft, or a post still to come, mentions nothing."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for page in pages:
        is_coming = page.entry and page.entry.role is Role.POST and page.path not in roadmap.post
        if not page.is_draft and not is_coming:
            for target in page.links:
                found[target].append((page.path, page.title))
    return {target: tuple(sorted(by, key=lambda m: (m[1], m[0]))) for target, by in found.items()}
