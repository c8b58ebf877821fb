"""Names that are probably slips: nearly those of others, or of no page where all have one."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import name as name_of

from ..reading.entry import Name
from ..vocabulary.names import bare
from ..vocabulary.phrases import hint
from ..vocabulary.problems import Problem, problem
from ..vocabulary.settings import Settings
from ..vocabulary.slips import did_you_mean, near_misses, skeleton
from .gather import Draft, Gathered


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
                by_id.setdefault(name.id, {}).setdefault(bare(name.text), name)
        for id, (first, *others) in ((id, list(names.values())) for id, names in by_id.items()):
            for name in others:
                yield problem(
                    "same-id", name.place,
                    f"{first.text!r} and {name.text!r} are one {draft.role}, since both have the id {id!r}; "
                    "write both the same way, or use other words for one of them", first.place)


def _undeclared(drafts: dict[str, Draft]) -> Iterator[Problem]:
    declared = {d.title: d.id for d in drafts.values() if d.definition}
    names = ", ".join(sorted(declared)[:12]) or "none yet"
    for draft in drafts.values():
        if draft.definition is None:
            # Once for all its mentions: a name may stand on a thousand posts.
            meant = did_you_mean(draft.title, declared) or did_you_mean(draft.id, declared.values())
            advice = hint(meant, f"the site's {draft.role}s are {names}")
            yield from (problem(
                "undeclared", name.place,
                f"no page defines the {draft.role} {name.text!r}{advice}") for name in draft.names)


def _near_misses(drafts: dict[str, Draft]) -> Iterator[Problem]:
    for pair in near_misses(drafts):
        once = [drafts[id] for id in pair
                if drafts[id].definition is None and len(drafts[id].names) == 1]
        if once:
            slip = max(once, key=lambda draft: draft.place)
            other = drafts[pair[0] if slip.id == pair[1] else pair[1]]
            yield problem(
                "near-miss", slip.place,
                f"the {slip.role} {slip.names[0].text!r} is named only here"
                + hint(other.title), other.place)
