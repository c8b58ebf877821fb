"""The catalogue: which pages a roadmap has, and what each shows. A new page is a module and a row here.

A row is a `PageKind`. Its name is that of its template and, where there is one page of the kind, of its file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from ..roadmap.model import Goal, Milestone, Post, Roadmap
from ..vocabulary.fields import Status
from ..vocabulary.problems import Place
from .board import board_page
from .goal import goal_page
from .head_tags import shortened
from .milestone import milestone_page
from .more.decisions import decisions_page, predictions
from .more.evidence import evidence_page, proven
from .more.ideas import has_ideas, ideas_page
from .more.lessons import chapters, lessons_page
from .more.not_doing import has_put_aside, not_doing_page
from .more.posts import PostsPart, page_of_part, parts, posts_page
from .more.replications import replications, replications_page
from .overview import overview_page, summary
from .paper.whole import whole_page
from .post import post_box
from .report.page import has_reports, reports_page
from .shared import Mentions
from .timeline import draw_timeline
from .viewer import Viewer
from .years import KeptThen, Year, page_of, review, then_of, year_page, years

Subject = Goal | Milestone | Post | int | PostsPart | None
"""What a page is about; a year by its number, a part of the list of posts, and None for a page about the
whole roadmap.
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that a kind of pages has in one roadmap, before anybody knows who wrote its text."""

    path: str
    title: str
    description: str
    place: Place
    of: Subject = None


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What a page may ask of its site besides the roadmap."""

    mentions: Mentions
    pages: Mapping[str, RoadmapPage]
    years: Mapping[int, Year]
    as_it_stood: Callable[[int], Roadmap]
    """Returns the roadmap as it was known on the last day of a year."""
    keep_private: bool
    """True in a preview."""
    roadmap_at: Callable[[date], Roadmap]
    """Returns the roadmap as it stood at the end of a day."""
    public: Roadmap
    """That of a built site, which a preview has more than."""
    kept_then: KeptThen


@dataclass(frozen=True, slots=True, eq=False)
class PageKind:
    """A kind of pages: one row of the catalogue. Each is there once, so that `is` compares two."""

    name: str
    list: Callable[[Viewer, bool], Iterable[Listed]]
    """Returns the pages of this kind that have something to show; the flag is `keep_private`."""
    show: Callable[[Viewer, RoadmapPage, SiteFacts], object]
    """Returns what a page shows, for its template."""
    has_top: bool = False
    """True: a template `<name>-top` stands below the page's title, too."""
    is_view: bool = False
    """True for a view of what other pages say, too, where search should find it."""
    is_wide: bool = False
    """True for what wants the room that a theme gives to a table of contents."""
    is_more: bool = False
    """True: the overview and the menu list it behind the three views and the goals."""

    def __str__(self) -> str:
        return self.name


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
    of: Subject = None

    @property
    def short_title(self) -> str:
        """Its title among links to pages like it."""
        return str(self.of) if isinstance(self.of, int) else self.title


# --- which pages there are ---


def _posts(view: Viewer, _: bool) -> Iterable[Listed]:
    return (Listed(p.path, p.title, p.description or "", Place(p.path), p) for p in view.roadmap.posts)


def _milestones(view: Viewer, _: bool) -> Iterable[Listed]:
    w = view.words
    return (Listed(m.page, m.title, m.description or w.named("milestone", m.title), m.place, m)
            for m in view.roadmap.milestones)


def _goals(view: Viewer, _: bool) -> Iterable[Listed]:
    w = view.words
    return (Listed(g.page, g.title, g.statement or w.named("goal", g.title), g.place, g)
            for g in view.roadmap.goals)


def _years(view: Viewer, _: bool) -> Iterable[Listed]:
    w, place = view.words, Place(view.settings.folder)
    return (Listed(page_of(view, year), w("in_review", year=year), review(view, year, events), place, year)
            for year, events in years(view.roadmap).items())


def _parts(view: Viewer, _: bool) -> Iterable[Listed]:
    w, place = view.words, Place(view.settings.folder)
    for part in parts(view.roadmap):
        title = w("posts") if part.number == 1 else w("posts_page", n=part.number)
        yield Listed(page_of_part(view, part.number), title, w("posts_note"), place, part)


def _if_any(name: str, label: str, has_some: Callable[[Viewer, bool], object]) -> Callable[
        [Viewer, bool], Iterable[Listed]]:
    """Return what lists the one page of a kind, if it has something to show. Its description has the
    label of its title with `_note`.
    """
    def listed(view: Viewer, keep_private: bool) -> Iterable[Listed]:
        folder, w = view.settings.folder, view.words
        if has_some(view, keep_private):
            yield Listed(f"{folder}/{name}.md", w(label), w(f"{label}_note"), Place(folder))

    return listed


def _always(name: str, title: Callable[[Viewer], str]) -> Callable[[Viewer, bool], Iterable[Listed]]:
    """Return what lists the one page of a kind that every roadmap has."""
    def listed(view: Viewer, _: bool) -> Iterable[Listed]:
        folder = view.settings.folder
        yield Listed(f"{folder}/{name}.md", title(view), summary(view), Place(folder))

    return listed


# --- what they show ---


def _goal(view: Viewer, page: RoadmapPage, facts: SiteFacts) -> object:
    return goal_page(view, cast("Goal", page.of), facts.mentions)


def _milestone(view: Viewer, page: RoadmapPage, facts: SiteFacts) -> object:
    return milestone_page(view, cast("Milestone", page.of), facts.mentions)


def _post(view: Viewer, page: RoadmapPage, facts: SiteFacts) -> object:
    return post_box(view, cast("Post", page.of), facts.mentions)


def _overview(view: Viewer, _: RoadmapPage, facts: SiteFacts) -> object:
    more = (page for kind in MORE for page in facts.pages.values() if page.kind is kind
            and (kind is not POSTS or page.path == page_of_part(view, 1)))
    return overview_page(view, [(page.short_title, page.path) for page in more], facts.public)


def _year(view: Viewer, page: RoadmapPage, facts: SiteFacts) -> object:
    """Return the review of a year. What was on the map then may have no page any more."""
    year = cast("int", page.of)
    then = view
    if year < view.roadmap.as_of.year:
        then = Viewer(facts.as_it_stood(year), view.settings, view.words,
                      lambda path: view.link(path) if path in facts.pages else None,
                      is_preview=view.is_preview)
    return year_page(view, then, year, facts.years, facts.kept_then.of if then is not view else then_of)


def _of_all(show: Callable[[Viewer], object]) -> Callable[[Viewer, RoadmapPage, SiteFacts], object]:
    return lambda view, _page, _facts: show(view)


# --- the rows ---

POST = PageKind("post", _posts, _post, has_top=True)
MILESTONE = PageKind("milestone", _milestones, _milestone, has_top=True)
GOAL = PageKind("goal", _goals, _goal, has_top=True)
POSTS = PageKind("posts", _parts, lambda view, page, _: posts_page(view, cast("PostsPart", page.of)),
                 is_view=True, is_more=True)
LESSONS = PageKind("lessons", _if_any("lessons", "lessons", lambda view, _: chapters(view.roadmap)),
                   _of_all(lessons_page), is_more=True)
EVIDENCE = PageKind("evidence", _if_any("evidence", "evidence", lambda view, _: proven(view.roadmap)),
                    _of_all(evidence_page), is_more=True)
IDEAS = PageKind("ideas", _if_any("ideas", "ideas", lambda view, _: has_ideas(view.roadmap)),
                 _of_all(ideas_page), is_view=True, is_wide=True, is_more=True)
NOT_DOING = PageKind(
    "not-doing", _if_any("not-doing", "not_doing", lambda view, _: has_put_aside(view.roadmap)),
    _of_all(not_doing_page), is_view=True, is_wide=True, is_more=True)
REPLICATIONS = PageKind(
    "replications", _if_any("replications", "replications", lambda view, _: replications(view.roadmap)),
    _of_all(replications_page), is_wide=True, is_more=True)
DECISIONS = PageKind(
    "decisions", _if_any("decisions", "decisions", lambda view, keep_private: predictions(
        view.roadmap, keep_private=keep_private)),
    lambda view, _, facts: decisions_page(view, keep_private=facts.keep_private), is_wide=True, is_more=True)
REPORT = PageKind(
    "report", _if_any("report", "report", has_reports),
    lambda view, _, facts: reports_page(view, facts.roadmap_at, keep_private=facts.keep_private),
    is_view=True, is_more=True)
YEAR = PageKind("year", _years, _year, is_view=True, is_wide=True, is_more=True)
WHOLE = PageKind("all", _if_any("all", "whole", lambda view, _: view.roadmap.milestones),
                 _of_all(whole_page), is_view=True, is_wide=True, is_more=True)
OVERVIEW = PageKind("overview", _always("index", lambda view: view.settings.title), _overview,
                    is_view=True, is_wide=True)
BOARD = PageKind("board", _always("board", lambda view: view.words("board")), _of_all(board_page),
                 is_view=True, is_wide=True)
TIMELINE = PageKind("timeline", _always("timeline", lambda view: view.words("timeline")),
                    _of_all(draw_timeline), is_view=True, is_wide=True)

KINDS = (POST, MILESTONE, GOAL, POSTS, EVIDENCE, LESSONS, IDEAS, NOT_DOING, REPLICATIONS, DECISIONS, REPORT,
         YEAR, WHOLE, OVERVIEW, BOARD, TIMELINE)
"""All of them. Where two pages share a path, the later kind has it: a view goes before a goal, and that
before the others."""
MORE = tuple(kind for kind in KINDS if kind.is_more)
"""The pages that there are only when there is something to show, in the order they are listed."""


def roadmap_pages(view: Viewer, written: set[str], keep_private: bool) -> dict[str, RoadmapPage]:
    """Return the pages that the roadmap has something to put on, by path.

    `written` are the pages of the author's. An empty roadmap has its three views.
    """
    return {
        page.path: RoadmapPage(page.path, kind, page.title, shortened(page.description), page.place,
                               page.path in written, page.of)
        for kind in KINDS if view.settings.shows(str(kind), is_preview=keep_private)
        for page in kind.list(view, keep_private)
    }


MENU = 12
"""So many goals the menu of every page lists: all of them on all pages would be the square of them."""


def goals_in_menu(goals: Sequence[RoadmapPage]) -> Sequence[RoadmapPage]:
    """Return the goals that a menu lists: all of them if they are a dozen or fewer, else those under way, a
    dozen at most. The map lists them all.
    """
    if len(goals) <= MENU:
        return goals
    return [page for page in goals if isinstance(page.of, Goal) and page.of.status is Status.ACTIVE][:MENU]


def more_in_menu(pages: Collection[RoadmapPage]) -> list[RoadmapPage]:
    """Return the pages that a menu lists under More: of the years the latest, and of the list of posts the
    first, whose pages have the others.
    """
    of = {kind: [page for page in pages if page.kind is kind] for kind in MORE}
    return [page for kind, some in of.items() for page in (some[:1] if kind in (YEAR, POSTS) else some)]


def is_for_search(ours: RoadmapPage) -> bool:
    """True for goals, milestones and lessons: they are filled before search looks. Boxes and views
    repeat what other pages say.
    """
    return not ours.kind.is_view and ours.kind is not POST
