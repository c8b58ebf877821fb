"""The picture of a page for where somebody shares it, as SVG: pure, from what the roadmap knows.

Its colours and icons are those of the style sheet, which has them in one place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from ..roadmap.model import Goal, Milestone, Post, Roadmap
from ..vocabulary.fields import Status
from ..vocabulary.labels import Words
from ..vocabulary.languages.direction import begins_from_right
from ..vocabulary.settings import Settings
from .catalogue import GOAL, MILESTONE, OVERVIEW, POST, RoadmapPage
from .map.line_breaks import drawn, fitted, wrapped

WIDTH, HEIGHT = 1200, 630
"""Pixels; what sites that show such pictures ask for."""
FONT = "Inter"
_EDGE = 80
"""Pixels that stay free on the left and the right."""
_ROOM = WIDTH - 2 * _EDGE
_BAR = 18
_PORTRAIT = 96
_SIZES = ((76, 2), (60, 3), (50, 4))
"""The heights of a title's letters, and how many lines there may be: the first at which all of it fits."""
_STYLE = Path(__file__).parent / "assets" / "career-roadmap.css"


class CardContent(NamedTuple):
    """What a picture shows. Empty: nothing."""

    site: str
    title: str
    status: Status | None
    status_line: str
    """What stands beside the icon of the status."""
    below: str
    counts: tuple[tuple[Status, int], ...]
    """How many milestones have each status: the bar at the lower edge."""
    name: str
    role: str
    portrait: str
    """A `data:` address."""


# --- what is on it ---


def card_of(
    page: RoadmapPage, roadmap: Roadmap, settings: Settings, words: Words, site: str, portrait: str = ""
) -> CardContent | None:
    """Return what the picture of a page shows; None: pages of this kind have none."""
    if page.kind not in (OVERVIEW, GOAL, MILESTONE, POST):
        return None
    status, line, below = _told(page, roadmap, words)
    person = settings.person
    return CardContent(
        site or settings.title, page.title, status, line, below, _counts(page, roadmap, status),
        person.name if person else "", person.role if person else "", portrait if person else "")


def _told(page: RoadmapPage, roadmap: Roadmap, words: Words) -> tuple[Status | None, str, str]:
    """Return the status of what a page is about, the words beside it, and those below."""
    of = page.of
    if isinstance(of, Goal):
        return of.status, words(str(of.status)), words("n_milestones", n=len(of.milestones))
    if isinstance(of, Milestone):
        return of.status, words(str(of.status)), _goal(of.goals, roadmap, words)
    if isinstance(of, Post):
        about = roadmap.milestone[of.milestones[0]] if of.milestones else None
        line = words(str(about.status)) + words("colon") + about.title if about else ""
        return about.status if about else None, line, _goal(of.goals, roadmap, words)
    return None, "", words.listed((words("n_goals", n=len(roadmap.goals)),
                                   words("n_milestones", n=len(roadmap.milestones))))


def _goal(ids: Sequence[str], roadmap: Roadmap, words: Words) -> str:
    return words.named("goal", roadmap.goal[ids[0]].title) if ids and ids[0] in roadmap.goal else ""


def _counts(page: RoadmapPage, roadmap: Roadmap, status: Status | None) -> tuple[tuple[Status, int], ...]:
    if page.kind is OVERVIEW:
        found = Counter(m.status for m in roadmap.milestones)
    elif isinstance(page.of, Goal):
        found = Counter(roadmap.milestone[id].status for id in page.of.milestones)
    else:
        found = Counter([status] if status else [])
    order = (Status.DONE, Status.PARTIAL, Status.ACTIVE, Status.PAUSED, Status.PLANNED, Status.IDEA,
             Status.DROPPED)
    return tuple((one, found[one]) for one in order if found[one])


# --- how it looks ---


def card_svg(card: CardContent) -> str:
    """Return the picture as a whole SVG file. What is longer than its place ends in an ellipsis."""
    title = drawn(card.title) or drawn(card.site)
    is_right = begins_from_right(title)
    ink, muted = _colour("text"), _colour("muted")
    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_colour("bg")}"/>',
             _text(fitted(card.site, 30, _ROOM), 84, 30, muted, is_right, weight=500)]
    size, lines = _title(title)
    at = 92
    for line in lines:
        at += round(size * 1.16)
        parts.append(_text(line, at, size, ink, is_right, weight=700))
    at += 72
    if card.status:
        parts.append(_icon(card.status, at - 31, is_right))
        parts.append(_text(fitted(card.status_line, 36, _ROOM - 52, weight=600), at, 36,
                           _colour(str(card.status)), is_right, 52, 600))
        at += 50
    if card.below:
        parts.append(_text(fitted(card.below, 32, _ROOM), at, 32, muted, is_right))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONT}">'
            f'{"".join((*parts, *_person(card, is_right), *_bar(card, is_right)))}</svg>')


def _person(card: CardContent, is_right: bool) -> Iterator[str]:
    """Yield who it is, at the foot of the picture."""
    top, aside = HEIGHT - _BAR - 32 - _PORTRAIT, 0
    if card.portrait:
        aside, half = _PORTRAIT + 28, _PORTRAIT // 2
        left = WIDTH - _EDGE - _PORTRAIT if is_right else _EDGE
        yield (f'<clipPath id="face"><circle cx="{left + half}" cy="{top + half}" r="{half}"/></clipPath>'
               f'<circle cx="{left + half}" cy="{top + half}" r="{half}" fill="{_colour("panel")}"/>'
               f'<image x="{left}" y="{top}" width="{_PORTRAIT}" height="{_PORTRAIT}" '
               'preserveAspectRatio="xMidYMid slice" clip-path="url(#face)" '
               f'href="{escape(card.portrait)}"/>')
    if card.name:
        at = top + (40 if card.role else 59)
        yield _text(fitted(card.name, 34, _ROOM - aside, weight=600), at, 34, _colour("text"),
                    is_right, aside, 600)
        yield _text(fitted(card.role, 28, _ROOM - aside), at + 40, 28, _colour("muted"), is_right, aside)


def _bar(card: CardContent, is_right: bool) -> Iterator[str]:
    """Yield the milestones by status as parts of a bar; without any it is empty."""
    top, whole, at = HEIGHT - _BAR, sum(n for _, n in card.counts), 0.0
    yield f'<rect y="{top}" width="{WIDTH}" height="{_BAR}" fill="{_colour("band")}"/>'
    for status, n in card.counts:
        width = WIDTH * n / whole
        left = WIDTH - at - width if is_right else at
        faint = ' opacity=".35"' if status in (Status.PLANNED, Status.IDEA, Status.DROPPED) else ""
        yield (f'<rect x="{left:.1f}" y="{top}" width="{max(width - 3, 1):.1f}" height="{_BAR}" '
               f'fill="{_colour(str(status))}"{faint}/>')
        at += width


def _text(
    text: str, at: int, size: int, colour: str, is_right: bool, aside: int = 0, weight: int = 400
) -> str:
    left, anchor = _EDGE + aside, ""
    if is_right:
        left, anchor = WIDTH - left, ' text-anchor="end"'
    return (f'<text x="{left}" y="{at}" font-size="{size}" font-weight="{weight}" fill="{colour}"{anchor}>'
            f"{escape(text)}</text>") if text else ""


def _icon(status: Status, top: int, is_right: bool) -> str:
    left = WIDTH - _EDGE - 36 if is_right else _EDGE
    colour = _colour(str(status))
    return (f'<g transform="translate({left} {top}) scale(2.25)" fill="{colour}">'
            f'{_icons()[str(status)].replace("red", colour)}</g>')


@cache
def _style() -> str:
    return _STYLE.read_text("utf-8")


@cache
def _icons() -> dict[str, str]:
    """Return what is drawn in a square of 16 units, by status; `red` stands for its colour."""
    shape = r"\.cr-icon--(\w+) \{ --md-status: url\(\"data:image/svg\+xml,<svg [^>]*>(.*)</svg>\"\)"
    found = re.findall(shape, _style())
    return dict(found)


@cache
def _colour(name: str) -> str:
    """Return a colour of the light scheme."""
    if name in ("bg", "text"):
        return {"bg": "#ffffff", "text": "#222222"}[name]
    found = re.search(rf"--cr-{'done' if name == 'partial' else name}: light-dark\((#\w+)", _style())
    return found[1] if found else "#222222"


def _title(title: str) -> tuple[int, tuple[str, ...]]:
    for size, most in _SIZES:
        lines = wrapped(title, size, _ROOM, most)
        if not lines[-1].endswith("\u2026") or title.endswith("\u2026"):
            break
    return size, lines
