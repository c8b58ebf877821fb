"""What a sample says of the whole: for `make mutants SAMPLE=`, which tries some of each module's mutants."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from math import sqrt
from typing import NamedTuple

_Z = 1.96
"""So many standard errors to each side hold 95 %."""


class Part(NamedTuple):
    """One module: how many mutants it has, how many of them were tried, and how many of those were killed."""

    size: int
    tried: int
    killed: int


class Share(NamedTuple):
    """A share of the whole, and the bounds within which it lies in 95 of 100 samples; from 0 to 1."""

    value: float
    low: float
    high: float


def chosen(names: Iterable[str], most: int) -> list[str]:
    """Return so many of the names, all when there are fewer: the same at each run, and whatever they say.

    A name that comes or goes changes one of those chosen at most.
    """
    return sorted(names, key=lambda name: sha256(name.encode()).digest())[:most]


def share(parts: Iterable[Part]) -> Share:
    """Estimate which share of all parts together is killed; from 0 to 1 when nothing was tried.

    Each part counts by its size, not by how many of it were tried. The bounds are Wilson's (1927), for as
    many mutants as would say as much if all had been drawn from one heap (Kish 1965); of a part of which
    all were killed, or none, Laplace's rule says how sure that is. A part of which nothing was tried is
    left out.
    """
    tried = [part for part in parts if part.tried]
    if not tried:
        return Share(0, 0, 1)
    whole = sum(part.size for part in tried)
    value = sum(part.size * part.killed / part.tried for part in tried) / whole
    likely = [(part.killed + 1) / (part.tried + 2) for part in tried]
    variance = sum((part.size / whole) ** 2 * each * (1 - each) / part.tried * (1 - part.tried / part.size)
                   for part, each in zip(tried, likely, strict=True))
    middle = sum(part.size * each for part, each in zip(tried, likely, strict=True)) / whole
    return _wilson(value, variance / (middle * (1 - middle)))


def _wilson(value: float, each: float) -> Share:
    """Return the bounds of a share; `each` is 1 through the number that were tried, and 0 if that is all."""
    square = _Z ** 2 * each
    centre = (value + square / 2) / (1 + square)
    half = sqrt(value * (1 - value) * square + square ** 2 / 4) / (1 + square)
    return Share(value, max(centre - half, 0.0), min(centre + half, 1.0))
