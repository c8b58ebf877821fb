"""A roadmap in plain lines: goals, their milestones with their days, and what was written year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ..roadmap.model import Milestone, Post, Roadmap
from ..vocabulary.fields import Status
from ..vocabulary.phrases import some

_WIDTH = 40
"""Letters of the longest bar, and of the longest title that has its days beside it."""
_SIGNS = {Status.DONE: "[x]", Status.PARTIAL: "[~]", Status.ACTIVE: "[>]", Status.DROPPED: "[-]"}


def map_lines(roadmap: Roadmap) -> list[str]:
    """Return the lines of a map: goal by goal its milestones, and then a bar for each year. Nothing on the
    roadmap gives no lines.
    """
    lines: list[str] = []
    for goal in roadmap.goals:
        own = [roadmap.post[path] for path in goal.posts]
        lines += _group(f"{goal.title} ({_span(post.day for post in own)}{some(len(own), 'post')})",
                        roadmap.milestones_of(goal), own)
    if roadmap.loose_milestones:
        lines += _group("Without a goal yet", roadmap.loose_milestones, ())
    return [*lines, *_years(roadmap)]


def _group(head: str, milestones: Iterable[Milestone], posts: Iterable[Post]) -> list[str]:
    width = min(_WIDTH, max((len(m.title) for m in milestones), default=0))
    lines = [head]
    for m in milestones:
        end = m.finished or ("?" if m.status.is_closed else "today")
        days = f"{m.started or '?'} to {end}" if m.status.has_begun else str(m.status)
        sign = _SIGNS.get(m.status, "[ ]")
        lines.append(f"  {sign} {m.title.ljust(width)}  {days}, {some(len(m.posts), 'post')}")
    alone = sum(not post.milestones for post in posts)
    return [*lines, f"      and {some(alone, 'post')} of no milestone"] if alone else lines


def _span(days: Iterable[date | None]) -> str:
    """Return the years of some days, for brackets; no day at all, nothing."""
    years = sorted(day.year for day in days if day)
    if not years:
        return ""
    return f"{years[0]}, " if years[0] == years[-1] else f"{years[0]} to {years[-1]}, "


def _years(roadmap: Roadmap) -> list[str]:
    written = Counter(post.day.year for post in roadmap.posts if post.day)
    done = Counter(m.finished.year for m in roadmap.milestones if m.status.is_reached and m.finished)
    if not written:
        return []
    most = max(written.values())
    lines = [""]
    for year in range(min(written), max(written) + 1):
        bar = "#" * -(-written[year] * _WIDTH // most) if most > _WIDTH else "#" * written[year]
        ends = f", {some(done[year], 'milestone')} done" if done[year] else ""
        lines.append(f"{year}  {bar}{' ' if bar else ''}{some(written[year], 'post')}{ends}")
    return lines
