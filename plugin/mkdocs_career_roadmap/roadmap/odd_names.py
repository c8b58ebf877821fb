"""Names that are probably slips: nearly those of others, or of no page where all have one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from unicodedata import name as name_of

from ..reading.entry import Name
from ..reading.yaml_nodes import quoted
from ..vocabulary.fields import Role
from ..vocabulary.names import bare
from ..vocabulary.near_names import KnownNames, differ_on_purpose
from ..vocabulary.phrases import hint
from ..vocabulary.problems import Problem, problem
from ..vocabulary.settings import Settings
from ..vocabulary.slips import did_you_mean, near_misses, skeleton
from .gather import Draft, Gathered

_FEW = 2
"""Mentions of a name that may still be one slip, written twice."""


def odd_names(gathered: Gathered, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each name that is probably another one, written in a second way."""
    for drafts in (gathered.goals, gathered.milestones):
        yield from _look_alikes(drafts)
        yield from _same_ids(drafts)
        yield from _undeclared(drafts) if settings.declared_only else _near_misses(drafts)


def _look_alikes(drafts: dict[str, Draft]) -> Iterator[Problem]:
    """Warn of two names that a reader cannot tell apart: no eye would find that slip."""
    if all(map(str.isascii, drafts)):
        return
    by_looks: dict[str, Draft] = {}
    for draft in sorted(drafts.values(), key=lambda draft: draft.place):
        first = by_looks.setdefault(skeleton(draft.id), draft)
        if first is not draft:
            odd = next(c for c in draft.id + first.id if not c.isascii())
            yield problem(
                "look-alike", draft.place,
                f"the {draft.role} {draft.title!r} looks like another, but is written with other "
                f"letters, such as {name_of(odd, hex(ord(odd)))}; write both the same way", first.place)


def _same_ids(drafts: dict[str, Draft]) -> Iterator[Problem]:
    """Warn of names that are one by their ids alone: "Don't stop" and "Dont stop", or "A/B" and "A B"."""
    for draft in drafts.values():
        by_id: dict[str, dict[str, Name]] = {}
        for name in (*draft.titles, *draft.names):
            if not name.is_id:  # else it says which it means
                by_id.setdefault(name.id, {}).setdefault(name.text, name)
        for id, by_text in by_id.items():
            if len(by_text) == 1:  # as nearly all are
                continue
            by_bare: dict[str, Name] = {}
            for text, name in by_text.items():
                by_bare.setdefault(bare(text), name)
            first, *others = by_bare.values()
            for name in others:
                yield problem(
                    "same-id", name.place,
                    f"{first.text!r} and {name.text!r} are one {draft.role}, since both have the id {id!r}; "
                    "write both the same way, or use other words for one of them", first.place)


def _undeclared(drafts: dict[str, Draft]) -> Iterator[Problem]:
    declared = {d.title: d.id for d in drafts.values() if d.definition}
    known = KnownNames(declared)
    names = ", ".join(sorted(declared)[:12]) or "none yet"
    for draft in drafts.values():
        if draft.definition is None:
            # Once for all its mentions: a name may stand on a thousand posts.
            meant = (did_you_mean(draft.title, declared) or did_you_mean(draft.id, declared.values())
                     or next(iter(known.near(draft.title)), None))
            advice = hint(meant, f"the site's {draft.role}s are {names}")
            yield from (problem(
                "undeclared", name.place,
                f"no page defines the {draft.role} {name.text!r}{advice}") for name in draft.names)


def _renamed(drafts: dict[str, Draft]) -> Iterator[tuple[Draft, Problem]]:
    """Yield a problem for what has a page that nobody names any more, where a name without a page is near: it
    was probably renamed. With what has that name.
    """
    forgotten = [draft for draft in drafts.values() if draft.definition and not draft.names]
    if not forgotten:
        return
    without_page = {draft.title: draft for draft in drafts.values() if draft.definition is None}
    known = KnownNames(without_page)
    for draft in forgotten:
        found = (near for text in _texts(draft) for near in known.near_or_around(text))
        if name := next(found, None):
            other = without_page[name]
            yield other, problem(
                "renamed", draft.place,
                f"nothing names the {draft.role} {draft.title!r}, and {name!r} has no page; was it renamed? "
                f"Then add `aliases: {quoted(name)}`", other.place)


def _texts(draft: Draft) -> tuple[str, ...]:
    """Return how something may be called: its title, its id, its file and its other names; as words."""
    if draft.definition is None:
        return (draft.title,)
    stem = posixpath.splitext(posixpath.basename(draft.definition.path))[0]
    parts = (draft.id, *([] if stem in ("index", "README") else [stem]))
    return tuple(dict.fromkeys((draft.title, *(re.sub("[-_]+", " ", part) for part in parts),
                                *(name.text for name in draft.aliases))))


def _near_misses(drafts: dict[str, Draft]) -> Iterator[Problem]:
    """Yield a hint for each name that is probably a slip of another, by its letters or by its words."""
    told: set[str] = set()
    for other, found in _renamed(drafts):
        told.add(other.id)
        yield found
    for pair in near_misses(drafts):
        once = [drafts[id] for id in pair
                if drafts[id].definition is None and len(drafts[id].names) == 1]
        if once and not differ_on_purpose(*(id.replace("-", " ") for id in pair)):
            slip = max(once, key=lambda draft: draft.place)
            other = drafts[pair[0] if slip.id == pair[1] else pair[1]]
            if slip.id not in told:
                yield _near_miss(slip, other)
            told.add(slip.id)
    by_name = {text: draft for draft in drafts.values() for text in _texts(draft)}
    known = KnownNames(by_name)
    for draft in drafts.values():
        if draft.id not in told and _may_be_slip(draft):
            others = (by_name[name] for name in known.near(draft.title))
            if meant := next((other for other in others if _is_slip_of(draft, other)), None):
                yield _near_miss(draft, meant)


def _may_be_slip(draft: Draft) -> bool:
    """True for what nobody wrote a page for, that has few names and no goal: a slip leads to none. Goals
    are few, so that each may be a slip of another.
    """
    return draft.definition is None and len(draft.names) <= _FEW and (
        draft.role is Role.GOAL or not draft.goals)


def _is_slip_of(draft: Draft, other: Draft) -> bool:
    """True unless the other one is that itself, or the slip. A page that names both means two."""
    if other is draft or {n.place.path for n in draft.names} & {n.place.path for n in other.names}:
        return False
    often, here = len(other.names), len(draft.names)
    return other.definition is not None or often > here or (
        often == here and (not _may_be_slip(other) or other.place < draft.place))


def _near_miss(slip: Draft, other: Draft) -> Problem:
    where = "named only here" if len(slip.names) == 1 else "named here first"
    return problem(
        "near-miss", slip.place,
        f"the {slip.role} {slip.names[0].text!r} is {where}" + hint(other.title), other.place)
