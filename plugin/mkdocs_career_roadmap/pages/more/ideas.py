"""Which idea to take up first, and how well effort and impact were estimated so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from ...reading.entry import ESTIMATED, Estimate
from ...roadmap.model import Milestone, Roadmap
from ...vocabulary.amounts import Number
from ...vocabulary.fields import Status
from ..shapes import Card, Ref, Tab
from ..shared import numbers
from ..viewer import Viewer

ENOUGH = 5
"""So many milestones of which it is known how a number was estimated and what it was in the
end, before a rate is told: the middle of fewer is chance.
"""


def in_order(milestones: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Return milestones by what their estimates promise for their cost, the most first.

    That is impact × likelihood / (effort × complexity), so that the units do not matter.
    A number that nobody said counts as the middle of those said of the others. Equals
    stand by their titles, and so do those without an estimate, which come last.
    """
    by_title = sorted(milestones, key=lambda m: (m.title.casefold(), m.id))
    estimates = {m.id: numbers for m in by_title if (numbers := _numbers(m.estimate))}
    middle = {name: _middle(numbers[name] for numbers in estimates.values() if name in numbers)
              for name in ESTIMATED}
    promise = {id: _promise({**middle, **numbers}) for id, numbers in estimates.items()}
    estimated = sorted((m for m in by_title if m.id in estimates), key=lambda m: promise[m.id], reverse=True)
    return (*estimated, *(m for m in by_title if m.id not in estimates))


def _numbers(estimate: Estimate | None) -> dict[str, Fraction]:
    """Return the numbers of an estimate by name."""
    numbers = estimate.numbers if estimate else {}
    return {name: Fraction(str(number)) for name, number in numbers.items()}


def _middle(values: Iterable[Fraction]) -> Fraction:
    """Return the median; of no values 1, which leaves a product as it is."""
    numbers = list(values)
    return Fraction(median(numbers)) if numbers else Fraction(1)


def _promise(numbers: Mapping[str, Fraction]) -> tuple[bool, Fraction]:
    """Return what an idea promises, to compare it by. What costs nothing promises most."""
    gain = numbers["impact"] * numbers["likelihood"]
    cost = numbers["effort"] * numbers["complexity"]
    return (False, gain / cost) if cost else (True, gain)


class Rate(NamedTuple):
    """How many times a number came out as it was estimated."""

    times: Fraction
    """The median of actual / estimated."""
    of: int
    """Of so many milestones."""


def rate(milestones: Iterable[Milestone], name: str) -> Rate | None:
    """Return by how much the author's estimates of `effort` or `impact` were off; None: of
    fewer than ENOUGH milestones both numbers are known.

    An estimate of nothing has no rate, and does not count.
    """
    pairs = ((_numbers(m.estimate).get(name), _numbers(m.actual).get(name)) for m in milestones)
    ratios = [after / before for before, after in pairs if before and after is not None]
    return Rate(Fraction(median(ratios)), len(ratios)) if len(ratios) >= ENOUGH else None


def estimated(roadmap: Roadmap) -> tuple[Milestone, ...]:
    """Return the milestones with an estimate and what came of it, the latest finished first."""
    done = (m for m in roadmap.milestones
             if {"effort", "impact"} & _numbers(m.estimate).keys() & _numbers(m.actual).keys())
    return tuple(sorted(done, reverse=True, key=lambda m: m.finished.last if m.finished else date.min))


class Idea(NamedTuple):
    card: Card
    description: str | None
    estimate: tuple[tuple[str, str], ...]
    """Pairs of name and number; empty: there is none."""
    corrected: str
    """The effort by the author's rate; empty: there is no rate, or no effort."""


class EstimateAndActual(NamedTuple):
    """What was estimated of a milestone, and what came of it; empty: not said."""

    milestone: Ref
    effort: tuple[str, str]
    """Estimated and actual."""
    impact: tuple[str, str]


class IdeasPage(NamedTuple):
    tabs: tuple[Tab, ...]
    ideas: tuple[Idea, ...]
    others: tuple[Idea, ...]
    """Those without an estimate."""
    rates: tuple[str, ...]
    """In words; empty: too little is known."""
    outcomes: tuple[EstimateAndActual, ...]
    """What the rates come from; empty without any."""


def has_ideas(roadmap: Roadmap) -> bool:
    """True when there is an idea, or a rate for the next one."""
    return any(m.status is Status.IDEA for m in roadmap.milestones) or bool(_rates(roadmap))


def _rates(roadmap: Roadmap) -> dict[str, Rate]:
    rates = {name: rate(roadmap.milestones, name) for name in ("effort", "impact")}
    return {name: each for name, each in rates.items() if each}


def ideas_page(view: Viewer) -> IdeasPage:
    """Return what the page of ideas shows."""
    w, roadmap = view.words, view.roadmap
    rates = _rates(roadmap)
    made = [_idea(view, m, rates.get("effort"))
            for m in in_order(m for m in roadmap.milestones if m.status is Status.IDEA)]
    return IdeasPage(
        tabs=view.tabs(""),
        ideas=tuple(idea for idea in made if idea.estimate),
        others=tuple(idea for idea in made if not idea.estimate),
        rates=tuple(
            w("effort_rate" if name == "effort" else "impact_rate", rate=rounded(each.times), n=each.of)
            for name, each in rates.items()),
        outcomes=tuple(_outcome(view, m) for m in estimated(roadmap)) if rates else (),
    )


def _idea(view: Viewer, m: Milestone, rate: Rate | None) -> Idea:
    effort = _numbers(m.estimate).get("effort")
    return Idea(
        card=view.card(m), description=m.description, estimate=numbers(view, m.estimate),
        corrected=view.words("corrected", effort=rounded(effort * rate.times)) if rate and effort else "")


def _outcome(view: Viewer, m: Milestone) -> EstimateAndActual:
    def pair(name: str) -> tuple[str, str]:
        return _text(getattr(m.estimate, name)), _text(getattr(m.actual, name))

    return EstimateAndActual(milestone=view.ref(m), effort=pair("effort"), impact=pair("impact"))


def _text(number: Number | None) -> str:
    return "" if number is None else str(number)


def rounded(number: Fraction) -> str:
    """Return a number to one decimal, which is as exact as estimates are; from ten on, to none."""
    return f"{float(number):.0f}" if number >= 10 else f"{float(number):.1f}".removesuffix(".0")
