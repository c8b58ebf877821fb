"""Hints for the author: what may be worth a thought, and is no mistake.

Each stands where its author would write the answer. No page of the site shows any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..reading.entry import Entry
from ..vocabulary.fields import Status
from ..vocabulary.names import fold_word
from ..vocabulary.problems import Place, Problem, problem
from ..vocabulary.settings import Settings
from . import insights
from .gather import in_order
from .history import day_of, latest
from .known import Insights
from .model import Milestone, Roadmap
from .parts import below

_FRESH = timedelta(days=365)
"""How long after its end somebody is asked what a milestone changed: later, nobody knows."""


@dataclass(frozen=True, slots=True)
class _Site:
    roadmap: Roadmap
    entries: Mapping[str, Entry]
    """By path."""
    known: Insights

    def said(self, m: Milestone, name: str) -> Place:
        """Return where the latest page that says something in a field says it of a milestone;
        if none does, where the milestone was first named.
        """
        saying = (entry for entry in reversed(self.pages(m)) if getattr(entry, name) is not None)
        return next((entry.place(name) for entry in saying), m.place)

    def pages(self, m: Milestone) -> list[Entry]:
        """Return what is said of a milestone, in order."""
        return in_order((self._about(m, self.entries[path]) for path in (m.page, *m.posts)
                         if path in self.entries), self.roadmap.as_of)

    def _about(self, m: Milestone, entry: Entry) -> Entry:
        post = self.roadmap.post.get(entry.path)
        said = zip(entry.outcomes, post.outcomes if post else (), strict=False)
        return entry.about(next((own for own, of in said if of.milestone == m.id), None))


def advice(entries: Iterable[Entry], roadmap: Roadmap, settings: Settings) -> list[Problem]:
    """Return what to think about in the roadmap of these entries; if it is kept up, nothing."""
    entries = tuple(entries)
    site = _Site(roadmap, {entry.path: entry for entry in entries}, Insights(roadmap))
    taught = {id for goal in roadmap.goals for r in goal.revisions for id in r.milestones}
    problems = list(_not_yet(entries, settings.today))
    for m in roadmap.milestones:
        problems += _lesson(site, m, taught, len(settings.scopes))
        problems += _stale(site, m, settings.stale_after)
        problems += _overdue(site, m)
        problems += _revisit(site, m)
    problems += _undecided(site, settings.stale_after)
    return [*problems, *_focus(site, settings.focus_limit)]


def _not_yet(entries: Iterable[Entry], today: date | None) -> Iterator[Problem]:
    """Tell of pages of a day after today: a slip in the year takes a post off the roadmap without a word. A
    roadmap of an earlier day, which the site asks for, is no reason to do so.
    """
    for entry in entries:
        day = day_of(entry)
        if day and today and day > today:
            yield problem(
                "not-yet", entry.place("date"),
                f"this page is dated {day}, which is after today ({today}), so nothing of it counts yet; "
                "mend the date, or wait for its day")


def _lesson(site: _Site, m: Milestone, taught: set[str], rungs: int) -> Iterator[Problem]:
    """Ask what a finished milestone changed, in the post that said it is done; and what proves it, if its
    scope is in the upper half of the `rungs`: who did an exercise owes nobody a paper.

    Not of a part, for its whole is asked; nor of what is done since no known day, told by its
    own page alone, or done for more than a year: that is work of former days, and a site with
    a long past would be asked a hundred times.
    """
    if not m.status.is_reached or m.part_of:
        return
    end = m.changes[-1]
    is_told = end.path in site.roadmap.post and end.day is not None and (
        site.roadmap.as_of - end.day <= _FRESH)
    work = (m, *below(site.roadmap, m))
    if not is_told or any(w.evidence or w.replications for w in work):
        return
    if any(w.lessons or w.id in taught for w in work):
        if m.scope is not None and 2 * m.scope > rungs:
            yield problem(
                "no-evidence", site.said(m, "status"),
                f"{m.title!r} is {m.status}, and nothing proves it; add `evidence`: a paper, code, data, a "
                "talk or a number")
    else:
        yield problem(
            "no-lesson", site.said(m, "status"),
            f"{m.title!r} is {m.status}; what did this change? Add `lessons`, `evidence`, "
            "or the goal as you see it now (`sharpens`)")


def _stale(site: _Site, m: Milestone, after: int) -> Iterator[Problem]:
    if site.known.is_stale(m, after):
        yield problem(
            "stale", site.said(m, "status"),
            f"{m.title!r} is active, but nothing was written about it since "
            f"{site.known.last_touched(m)}; write how it stands, or say `status: paused`")


def _overdue(site: _Site, m: Milestone) -> Iterator[Problem]:
    """Remind of a target that passed, or a start. What is paused was put aside with its target."""
    if insights.is_overdue(site.roadmap, m) and m.status in (Status.PLANNED, Status.ACTIVE):
        yield problem(
            "overdue", site.said(m, "target"),
            f"{m.title!r} was to be done by {m.target} and is {m.status}; write a later `target`, "
            "or what became of it")
    if not any(change.status.has_begun for change in m.changes):
        started = latest(site.pages(m), "started")
        if started and started.last < site.roadmap.as_of:
            yield problem(
                "overdue", site.said(m, "started"),
                f"{m.title!r} was to be started on {started} and is {m.status}; write `status: active`, or a "
                "later `started`")


def _revisit(site: _Site, m: Milestone) -> Iterator[Problem]:
    """Remind of a day that has come, unless a post was about the milestone since then."""
    if not m.status.is_put_aside or m.revisit is None:
        return
    due, written = m.revisit.first, site.known.last_posts.get(m.id)
    if due <= site.roadmap.as_of and (written is None or written < due):
        yield problem(
            "revisit-due", site.said(m, "revisit"),
            f"{m.title!r} is {m.status}, to be looked at again on {m.revisit}; take it up, "
            "or write when to look again")


def _undecided(site: _Site, after: int) -> Iterator[Problem]:
    """Ask what was decided, once its day has passed or, of a decision without one, so many days after its
    post; a year later nobody is asked. A later post may have the answer to the same question.
    """
    decisions = [(post, d) for post in site.roadmap.posts for d in post.decisions if d.question]
    answered = {fold_word(d.question) for _, d in decisions if d.decided}
    for post, d in decisions:
        last = d.target.last if d.target else post.day
        if last is None or fold_word(d.question) in answered:
            continue
        late = (site.roadmap.as_of - last).days - (0 if d.target else after)
        if 0 < late <= _FRESH.days:
            # A log may be public where the question is not.
            named = repr(d.question) if d.is_public else "a decision that is not public"
            told = f"was to be made by {d.target}" if d.target else f"has been open since {post.day}"
            yield problem(
                "open-decision", site.entries[post.path].place("decisions"),
                f"{named} {told}; write what was `decided`, or by when it is to be (`target`)")


def _focus(site: _Site, limit: int) -> Iterator[Problem]:
    """Name the one of too many active milestones that was touched longest ago."""
    active = insights.in_focus(site.roadmap)
    if len(active) > limit:
        oldest = site.known.longest_ago(active)
        touched = site.known.last_touched(oldest)
        since = f"since {touched}, longer than about the others" if touched else "so far"
        yield problem(
            "over-focus", site.said(oldest, "status"),
            f"{len(active)} milestones are active, more than the focus limit of {limit}; nothing was "
            f"written about {oldest.title!r} {since}: finish it or pause it before you begin another")
