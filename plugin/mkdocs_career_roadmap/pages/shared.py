"""What the pages of goals, milestones and posts have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..reading.entry import Estimate
from ..roadmap.model import Goal, Milestone, Revision
from ..vocabulary.dates import PartialDate
from .sentence_diff import Piece, word_diff
from .shapes import Ref
from .viewer import Viewer

Mentions = Mapping[str, tuple[tuple[str, str], ...]]
"""From a source path to the pages that link to it, each as (source path, title)."""


class Sharpening(NamedTuple):
    """A revision of a goal, ready to be shown."""

    day: str
    before: str
    after: str
    words: tuple[Piece, ...]
    """What made the one of the other."""
    post: Ref
    reason: str
    """The post's description, else empty."""
    milestones: tuple[Ref, ...]


def sharpening(view: Viewer, revision: Revision) -> Sharpening:
    post = view.roadmap.post[revision.path]
    return Sharpening(
        view.words.day(revision.day) if revision.day else "",
        revision.before, revision.after, word_diff(revision.before, revision.after),
        view.post_ref(post), post.description or "",
        tuple(view.ref(view.roadmap.milestone[id]) for id in revision.milestones),
    )


def mentioned(view: Viewer, mentions: Mentions, path: str) -> tuple[Ref, ...]:
    return tuple(Ref(title, view.link(page)) for page, title in mentions.get(path, ()))


def estimated(view: Viewer, estimate: Estimate | None, actual: Estimate | None) -> str:
    """Return in one sentence what something was thought to take and what it took; empty if nobody says."""
    w = view.words

    def told_of(some: Estimate | None) -> str:
        numbers = some.numbers if some else {}
        return w.listed(w("effort_of", n=number) if name == "effort" else f"{w(name)} {number}"
                        for name, number in numbers.items())

    told = (told_of(estimate), told_of(actual))
    if all(told):
        return w("estimate_told", estimate=told[0], actual=told[1])
    return next((w.named(key, text) + w("full_stop")
                 for key, text in zip(("estimate", "actual"), told, strict=True) if text), "")


def numbers(view: Viewer, estimate: Estimate | None) -> tuple[tuple[str, str], ...]:
    """Return an estimate in words, number by number; empty for none."""
    numbers = estimate.numbers if estimate else {}
    return tuple((view.words(name), str(number)) for name, number in numbers.items())


def goal_when(view: Viewer, goal: Goal, own: Iterable[Milestone]) -> str:
    """Return since when a goal is worked on or, once it is over, from when to when, in words; empty if nobody
    knows. `own` are its milestones: the last of them ends a goal if no page with a day says when it was over.
    """
    own = tuple(own)
    begun = [m.started for m in own if m.started and m.status.has_begun]
    first = min(begun, key=lambda day: day.first, default=None)
    if goal.status.is_closed:
        day = goal.changes[-1].day if goal.changes else None
        ends = [m.finished for m in own if m.finished]
        last = PartialDate.of(day) if day else max(ends, key=lambda day: day.last, default=None)
        return view.closed(goal.status, view.short(first), view.short(last))
    w = view.words
    since = w("since", start=w.day(PartialDate(first.first.year))) if first else ""
    return w.listed([since, view.paused(goal)])
