"""Decisions that the author predicted: where the mentor decided otherwise, and how often."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from ...reading.entry import Decision
from ...roadmap.model import Post, Roadmap
from ..shapes import Ref, Tab
from ..viewer import Viewer

ENOUGH = 20
"""So many predictions before a rate is told: of fewer it is mostly chance."""
_BAND = 20
"""Percent of confidence that one band of the calibration covers."""
_MARKS = re.compile(r"_|(?!(?<!\w)-\d)[^\w+<=>%]")
"""Punctuation; the minus of a number is none."""


class Predicted(NamedTuple):
    """A decision with the post that tells of it."""

    decision: Decision
    post: Post

    @property
    def is_right(self) -> bool | None:
        """True when it was decided as predicted; None: one of the two is not known.

        Case, spaces and punctuation do not matter.
        """
        predicted, decided = self.decision.predicted, self.decision.decided
        return _folded(predicted) == _folded(decided) if predicted and decided else None

    @property
    def is_public(self) -> bool:
        """True only when its author marked it so."""
        return self.decision.is_public


def _folded(text: str) -> str:
    text = normalize("NFKC", text).casefold()
    return " ".join(_MARKS.sub(" ", text).split()) or text


def predictions(roadmap: Roadmap, *, keep_private: bool) -> tuple[Predicted, ...]:
    """Return the decisions of all posts: wrong predictions first, since they teach most,
    then right ones, then what is not known yet; in each the newest first.

    Without `keep_private`, only those marked public.
    """
    newest_first = (Predicted(decision, post) for post in reversed(roadmap.posts)
                    for decision in post.decisions if decision.question)
    order = (False, True, None)
    return tuple(sorted((p for p in newest_first if keep_private or p.is_public),
                        key=lambda p: order.index(p.is_right)))


class Agreement(NamedTuple):
    """How many predictions were right."""

    right: int
    of: int


def agreement(predicted: Iterable[Predicted]) -> Agreement | None:
    """Return how many predictions were right; None: fewer than ENOUGH are decided."""
    rights = [p.is_right for p in predicted if p.is_right is not None]
    return Agreement(sum(rights), len(rights)) if len(rights) >= ENOUGH else None


class ConfidenceBand(NamedTuple):
    """Predictions that their author was about equally sure of."""

    low: int
    """Percent."""
    high: int
    right: int
    of: int


def calibration(predicted: Iterable[Predicted]) -> tuple[ConfidenceBand, ...]:
    """Return how many predictions were right, by the confidence of their author, the lowest
    first; bands without any are left out.

    Whoever is right three times in four when saying 75 percent knows how sure to be.
    Predictions without a confidence do not count, nor do those not decided.
    """
    right: dict[int, list[bool]] = {}
    for p in predicted:
        sure, is_right = p.decision.confidence, p.is_right
        if sure is not None and is_right is not None:
            low = min(int(sure) // _BAND * _BAND, 100 - _BAND)
            right.setdefault(low, []).append(is_right)
    return tuple(ConfidenceBand(low, low + _BAND, sum(outcomes), len(outcomes))
                 for low, outcomes in sorted(right.items()))


def brier_score(predicted: Iterable[Predicted]) -> float | None:
    """Return the mean square of how far each confidence was from what came, 0 for a wrong prediction
    and 1 for a right one: from 0, which is the best, to 1. Always saying 50 percent has 0.25.

    None: fewer than ENOUGH predictions with a confidence are decided.
    """
    misses = [(float(sure) / 100 - is_right) ** 2 for p in predicted
              if (sure := p.decision.confidence) is not None and (is_right := p.is_right) is not None]
    return sum(misses) / len(misses) if len(misses) >= ENOUGH else None


class ChartDot(NamedTuple):
    """One band of the calibration in the chart: a square of 100 by 100, its zero below on the left."""

    x: int
    """The middle of the band, in percent."""
    y: int
    """How many of it were right, in percent."""
    title: str
    """The band and its numbers, in words."""


class ShownCalibration(NamedTuple):
    score: str
    """The Brier score, in words."""
    dots: tuple[ChartDot, ...]
    """The lowest confidence first."""


class ShownDecision(NamedTuple):
    question: str
    predicted: str | None
    sure: str
    """How sure the author was, in words."""
    due: str
    """By when it is to be decided, in words; empty if nobody says, or it was."""
    decided: str | None
    by: str
    """Who decided, in words."""
    why: str | None
    outcome: str
    """`differs`, `agrees` or `undecided`: also its word."""
    is_private: bool
    """True in a preview only."""
    post: Ref


class DecisionsPage(NamedTuple):
    tabs: tuple[Tab, ...]
    rate: str
    """How often the author was right, in words; empty: too few are decided."""
    decisions: tuple[ShownDecision, ...]
    calibration: ShownCalibration | None = None
    """How well the author knows how sure to be. None: too few with a confidence are decided."""


def decisions_page(view: Viewer, *, keep_private: bool) -> DecisionsPage:
    """Return what the page of decisions shows. Its rate counts what it shows, and no more."""
    predicted = predictions(view.roadmap, keep_private=keep_private)
    agreed = agreement(predicted)
    return DecisionsPage(
        tabs=view.tabs(""),
        rate=view.words("agreement", done=agreed.right, total=agreed.of) if agreed else "",
        decisions=tuple(_shown(view, p) for p in predicted),
        calibration=_calibration(view, predicted))


def _calibration(view: Viewer, predicted: tuple[Predicted, ...]) -> ShownCalibration | None:
    score, w = brier_score(predicted), view.words
    return None if score is None else ShownCalibration(w("brier", score=f"{score:.2f}"), tuple(
        ChartDot((band.low + band.high) // 2, round(100 * band.right / band.of),
                 f"{w('sure', n=f'{band.low}–{band.high}')}{w('colon')}{band.right}/{band.of}")
        for band in calibration(predicted)))


def _shown(view: Viewer, p: Predicted) -> ShownDecision:
    d, w = p.decision, view.words
    due = w("due", end=w.day(d.target)) if d.target and not d.decided else ""
    return ShownDecision(
        question=d.question, predicted=d.predicted,
        sure=w("sure", n=d.confidence) if d.confidence is not None else "",
        due=due, decided=d.decided, by=w("decided_by", name=d.by) if d.by else "", why=d.why,
        outcome={True: "agrees", False: "differs", None: "undecided"}[p.is_right],
        is_private=not p.is_public, post=view.post_ref(p.post))
