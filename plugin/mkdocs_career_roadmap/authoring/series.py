"""Which posts belong together by what they say already: their categories, and links to one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A post that may be one of a series."""

    path: str
    title: str
    categories: tuple[str, ...]
    links: tuple[str, ...]
    """The paths of other posts that it links to; what else it links to counts for nothing."""


@dataclass(frozen=True, slots=True)
class Series:
    """Two posts or more, of which each is linked with another one."""

    category: str
    """What all of them share, as the first of them writes it. Empty: they share none."""
    members: tuple[Member, ...]
    """In the order in which they were given."""


def fold_category(name: str) -> str:
    """Return a category or a tag as two of them are compared."""
    return " ".join(name.split()).casefold()


def find_series(members: Sequence[Member]) -> list[Series]:
    """Return the series among some posts, by the place of their first members; none is an empty list.

    A series is what links hold together within a category, whichever way they lead. A post is in one
    series only, so of two that share a post the larger counts, and of two as large that of the category
    that comes first. What is linked then among the others is a series of what they share, if anything.
    The time grows with the posts and their links, for each of their categories.
    """
    near = _neighbours(members)
    by_category: dict[str, list[int]] = {}
    for n, member in enumerate(members):
        for category in dict.fromkeys(map(fold_category, member.categories)):
            by_category.setdefault(category, []).append(n)
    parts = [part for ns in by_category.values() for part in _parts(ns, near)]
    taken: set[int] = set()
    kept: list[list[int]] = []
    for part in sorted(parts, key=len, reverse=True):
        if taken.isdisjoint(part):
            taken.update(part)
            kept.append(part)
    kept += _parts([n for n in range(len(members)) if n not in taken], near)
    return [_series([members[n] for n in part]) for part in sorted(kept)]


def _neighbours(members: Sequence[Member]) -> list[list[int]]:
    """Return the numbers of the posts that each is linked with."""
    number = {member.path: n for n, member in enumerate(members)}
    near: list[list[int]] = [[] for _ in members]
    for n, member in enumerate(members):
        for other in (number[path] for path in member.links if path in number and path != member.path):
            near[n].append(other)
            near[other].append(n)
    return near


def _parts(numbers: Iterable[int], near: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return what hangs together among some posts, each in order, without those that stand alone."""
    first: dict[int, int] = {}
    inside = dict.fromkeys(numbers)
    for start in inside:
        waiting = [] if start in first else [start]
        while waiting:
            at = waiting.pop()
            if at not in first:
                first[at] = start
                waiting += [n for n in near[at] if n in inside and n not in first]
    by_first: dict[int, list[int]] = {}
    for n in inside:
        by_first.setdefault(first[n], []).append(n)
    return [part for part in by_first.values() if len(part) > 1]


def _series(members: Sequence[Member]) -> Series:
    shared = set.intersection(*({fold_category(c) for c in member.categories} for member in members))
    category = next((c for c in members[0].categories if fold_category(c) in shared), "")
    return Series(" ".join(category.split()), tuple(members))
