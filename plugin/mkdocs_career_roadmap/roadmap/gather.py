"""Entries to drafts: who speaks of which goal and milestone, and what needs what.

The first half of the fold. Names become ids here, contradictions between pages
are found here, and what comes out has no cycle and no name without a draft.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date

from ..reading.entry import Entry, Name
from ..vocabulary.fields import Role
from ..vocabulary.names import slug
from ..vocabulary.problems import Place, Problem, problem
from . import graph
from .history import day_of
from .old_ids import OldIds, addresses_before


@dataclass(slots=True)
class Draft:
    """A goal or milestone while the pages that speak of it are gathered."""

    id: str
    role: Role
    definition: Entry | None = None
    entries: list[Entry] = field(default_factory=list)
    """What is said of it: its definition and the posts about it, in order."""
    names: list[Name] = field(default_factory=list)
    """Every mention of it by name."""
    goals: list[Name] = field(default_factory=list)
    """The goals it serves, its own first; each once."""
    aliases: list[Name] = field(default_factory=list)
    """Its other names that are nothing else's."""
    ids_before: tuple[str, ...] = ()
    """The ids of its generated page before, where nothing else is now."""
    needs: dict[str, Place] = field(default_factory=dict)
    """The milestones it depends on, each with the place that says so."""
    part_of: Name | None = None
    named: date | None = None
    """The first day on which a dated page spoke of it."""

    def note_day(self, entry: Entry) -> None:
        """Note the day of a page that speaks of it."""
        day = day_of(entry)
        if day and (self.named is None or day < self.named):
            self.named = day

    @property
    def alias_ids(self) -> tuple[str, ...]:
        """The ids of its other names."""
        return tuple(name.id for name in self.aliases)

    @property
    def titles(self) -> tuple[Name, ...]:
        """The title of its page, as a name."""
        title = self.definition.title if self.definition else ""
        return (Name(slug(title), title, self.definition.place("title")),) if self.definition else ()

    @property
    def title(self) -> str:
        """Its page's title, else its name as somebody wrote it out, else made from its id."""
        if self.definition:
            return self.definition.title
        written = next((name.text for name in self.names if not name.is_id), None)
        return written or self.id.replace("-", " ").replace("_", " ").capitalize()

    def is_only_on(self, paths: Container[str]) -> bool:
        """Return whether nothing but these pages speaks of it."""
        told_by = [name.place.path for name in self.names]
        told_by += [self.definition.path] if self.definition else []
        return all(path in paths for path in told_by)

    @property
    def place(self) -> Place:
        """Where it is defined, else first named."""
        return self.definition.place("type") if self.definition else self.names[0].place

    def said(self, name: str) -> Place:
        """Return where the latest entry that says something in a field says it, else its place."""
        saying = (e for e in reversed(self.entries) if getattr(e, name) is not None)
        return next((e.place(name) for e in saying), self.place)


@dataclass(slots=True)
class Gathered:
    """All drafts by id, and the posts in order."""

    goals: dict[str, Draft] = field(default_factory=dict)
    milestones: dict[str, Draft] = field(default_factory=dict)
    posts: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    aliases: dict[tuple[Role, str], str] = field(default_factory=dict)
    """From the slugs of a definition's title and of its other names to its id."""
    private: frozenset[str] = frozenset()
    """The paths of the private pages."""

    def id_of(self, role: Role, name: Name) -> str:
        """Return the id that a name stands for: an id, a title or another name."""
        return self.aliases.get((role, name.id), name.id)

    def draft(self, role: Role, id: str) -> Draft:
        """Return the draft of that id, new if it was not known yet."""
        drafts = self.goals if role is Role.GOAL else self.milestones
        return drafts.setdefault(id, Draft(id, role))

    def mention(self, role: Role, name: Name, by: Entry) -> Draft:
        """Return the draft that a name stands for; naming one makes it."""
        draft = self.draft(role, self.id_of(role, name))
        draft.names.append(name)
        draft.note_day(by)
        return draft


def in_order(entries: Iterable[Entry], as_of: date) -> list[Entry]:
    """Return what had been written by the end of that day: the undated first, then
    by time, then by path. Within one time, a definition comes before the posts.
    """

    def key(entry: Entry) -> tuple[str, bool, str]:
        moment = entry.moment.isoformat() if entry.moment else ""
        return moment, entry.role is Role.POST, entry.path

    happened = (e for e in entries if e.moment is None or e.moment.date() <= as_of)
    return sorted(happened, key=key)


def gather(entries: Iterable[Entry], as_of: date) -> Gathered:
    """Return the drafts of every goal and milestone that somebody spoke of."""
    ordered = in_order(entries, as_of)
    gathered = Gathered(private=frozenset(entry.path for entry in ordered if entry.is_private))
    _take_definitions(gathered, ordered)
    _take_old_ids(gathered, ordered)
    for entry in ordered:
        (_take_post if entry.role is Role.POST else _take_links)(gathered, entry)
    _cut_cycles(gathered)
    _inherit_goals(gathered)
    _take_old_addresses(gathered)
    return gathered


def _take_definitions(gathered: Gathered, ordered: Iterable[Entry]) -> None:
    definitions = [e for e in ordered if e.role is not Role.POST]
    for entry in definitions:
        draft = gathered.draft(entry.role, entry.id)
        if draft.definition is None:
            draft.definition = entry
            draft.entries.append(entry)
            draft.note_day(entry)
        else:
            gathered.problems.append(problem(
                "duplicate-definition", entry.place("type"),
                f"the {entry.role} {entry.id!r} has two pages; give one another id, or merge them",
                draft.definition.place("type")))
    for entry in definitions:
        _take_title(gathered, entry)
    for entry in definitions:
        _take_aliases(gathered, entry)


def _take_title(gathered: Gathered, entry: Entry) -> None:
    """Let the title of a definition stand for its id, unless it is that of another; told then."""
    alias = slug(entry.title)
    drafts = gathered.goals if entry.role is Role.GOAL else gathered.milestones
    id = alias if alias in drafts else gathered.aliases.setdefault((entry.role, alias), entry.id)
    other = drafts[id].definition
    if id != entry.id and other and drafts[entry.id].definition is entry:
        gathered.problems.append(problem(
            "look-alike", entry.place("title"),
            f"the {entry.role} {entry.id!r} has the title {entry.title!r}, by which posts mean the "
            f"{entry.role} {id!r}; give one of the two another title", other.place("type")))


def _take_aliases(gathered: Gathered, entry: Entry) -> None:
    """Let the other names of a definition stand for its id, but those that are another's, which are told."""
    drafts = gathered.goals if entry.role is Role.GOAL else gathered.milestones
    draft = drafts[entry.id]
    for name in entry.aliases if draft.definition is entry else ():
        id = name.id if name.id in drafts else gathered.aliases.setdefault((entry.role, name.id), entry.id)
        if id == entry.id:
            draft.aliases += [name] if name.id != id else []
            continue
        other = drafts[id]
        gathered.problems.append(problem(
            "alias-conflict", name.place,
            f"the {entry.role} {entry.title!r} cannot have the other name {name.text!r}, which is a name of "
            f"the {entry.role} {other.title!r}; take it out of one of the two",
            next((n.place for n in other.aliases if n.id == name.id), other.place)))


def _take_old_ids(gathered: Gathered, ordered: list[Entry]) -> None:
    """Let ids that names made before stand for what has these names."""
    by_role: dict[Role, OldIds] = {role: OldIds(role) for role in (Role.GOAL, Role.MILESTONE)}
    for entry in ordered:
        if entry.role is not Role.POST:
            by_role[entry.role].add_definition(entry)
        for role, name in entry.names():
            by_role[role].add_name(name, gathered.id_of(role, name))
    for role, old in by_role.items():
        taken = {alias for of, alias in gathered.aliases if of is role}
        found, problems = old.meant(taken)
        gathered.aliases.update(((role, before), id) for before, id in found.items())
        gathered.problems += problems


def _take_old_addresses(gathered: Gathered) -> None:
    """Note where generated pages were before; two that were at one place are told."""
    for role, drafts in ((Role.GOAL, gathered.goals), (Role.MILESTONE, gathered.milestones)):
        taken = {id: id for id in drafts} | {
            alias: id for (of, alias), id in gathered.aliases.items() if of is role}
        names = {id: draft.names for id, draft in drafts.items() if draft.definition is None}
        found, problems = addresses_before(role, names, taken)
        for id, before in found.items():
            drafts[id].ids_before = before
        gathered.problems += problems


def _take_links(gathered: Gathered, entry: Entry) -> None:
    """Take what a definition page says of others. A second definition says nothing."""
    draft = gathered.draft(entry.role, entry.id)
    if entry.role is Role.MILESTONE and draft.definition is entry:
        for name in entry.goals:
            gathered.mention(Role.GOAL, name, entry)
        _link(gathered, draft, entry)


def _take_post(gathered: Gathered, entry: Entry) -> None:
    gathered.posts.append(entry)
    for name in entry.goals:
        goal = gathered.mention(Role.GOAL, name, entry)
        if not entry.milestone and entry not in goal.entries[-1:]:
            goal.entries.append(entry)
    for name in entry.milestone:
        draft = gathered.mention(Role.MILESTONE, name, entry)
        said = entry.about(entry.outcome(name))
        if not draft.entries or draft.entries[-1].path != entry.path:
            draft.entries.append(said)
            _link(gathered, draft, said)
        else:
            _take_twice(gathered, draft, entry, said)
    if not entry.milestone:
        _tell_idle_fields(gathered, entry)
    changing = [*(one.place("status") for one in entry.outcomes if one.status),
                *(entry.place(name) for name in ("status", "sharpens") if getattr(entry, name))]
    if entry.moment is None and changing:
        field = "sharpens" if changing == [entry.place("sharpens")] else "status"
        gathered.problems.append(problem(
            "undated", changing[0],
            f"{field} changes something, but the post has no date; add a line `date: 2026-03-02`"))


def _take_twice(gathered: Gathered, draft: Draft, entry: Entry, said: Entry) -> None:
    """Take a post that names one milestone twice, by its id and by its title: what it says of it alone
    counts, and can be said but once.
    """
    before = draft.entries[-1]
    if before in (entry, said):
        draft.entries[-1] = said
    elif said != entry:
        gathered.problems.append(problem(
            "duplicate-key", draft.names[-1].place,
            f"{draft.title!r} has two outcomes in one post; keep one of the two", draft.names[-2].place))


_OF_MILESTONES = ("depends_on", "part_of", "scope", "kind", "started", "finished", "target",
                  "amount", "evidence", "replicates", "estimate", "actual")


def _tell_idle_fields(gathered: Gathered, entry: Entry) -> None:
    for name in _OF_MILESTONES:
        if getattr(entry, name):
            gathered.problems.append(problem(
                "no-effect", entry.place(name),
                f"{name} says nothing here, because the post names no milestone; "
                "add a line `milestone: ...`"))


def _link(gathered: Gathered, draft: Draft, entry: Entry) -> None:
    """Take the goals, the dependencies and the whole that an entry gives a milestone."""
    _take_goals(gathered, draft, entry.goals)
    for name in entry.depends_on:
        needed = gathered.mention(Role.MILESTONE, name, entry)
        if needed is not draft or len(entry.milestone) < 2:  # "a and b need b" says it of a alone
            draft.needs.setdefault(needed.id, name.place)
    if entry.part_of:
        gathered.mention(Role.MILESTONE, entry.part_of, entry)
        draft.part_of = entry.part_of


def _take_goals(gathered: Gathered, draft: Draft, names: Iterable[Name]) -> None:
    """Let a milestone serve the goals that a page names for it. The first that anybody named is its own; a
    list with one that it serves adds the others. Goals without any such are told: one of the two is a slip.
    """
    known = {gathered.id_of(Role.GOAL, name) for name in draft.goals}
    named = {gathered.id_of(Role.GOAL, name): name for name in reversed(tuple(names))}
    if not known or known & named.keys():
        draft.goals += [name for id, name in reversed(named.items()) if id not in known]
    elif named:
        first, goal = draft.goals[0], named.popitem()[1]
        gathered.problems.append(problem(
            "two-goals", goal.place,
            f"the milestone {draft.title!r} stands under the goal {goal.text!r} here and under "
            f"{first.text!r} before; if it serves both, write both in one list: "
            f"`goal: [{first.text}, {goal.text}]`", first.place))


def _wholes(gathered: Gathered) -> dict[str, dict[str, Place]]:
    """Return from each part to its whole, with the place that says so."""
    return {d.id: {gathered.id_of(Role.MILESTONE, d.part_of): d.part_of.place}
            for d in gathered.milestones.values() if d.part_of}


def _cut_cycles(gathered: Gathered) -> None:
    """Report each cycle once, and take one edge out of it, so that the rest can be drawn."""
    needs = {id: draft.needs for id, draft in gathered.milestones.items()}
    for cycle in graph.find_cycles(needs):
        _tell_cycle(gathered, cycle, [needs[a][b] for a, b in _edges(cycle)])
        del needs[cycle[-1]][cycle[0]]
    wholes = _wholes(gathered)
    for cycle in graph.find_cycles(wholes):
        _tell_cycle(gathered, cycle, [wholes[a][b] for a, b in _edges(cycle)], "is part of")
        gathered.milestones[cycle[-1]].part_of = None
    _tell_parts_that_wait(gathered)


def _tell_parts_that_wait(gathered: Gathered) -> None:
    """Report each circle in which a part waits for its whole, which is not done before its parts are. Nothing
    need be cut: a whole that has such a part does not wait for it.
    """
    both = {id: dict(draft.needs) for id, draft in gathered.milestones.items()}
    for part, wholes in _wholes(gathered).items():
        for whole, place in wholes.items():
            both[whole].setdefault(part, place)
    for cycle in graph.find_cycles(both):
        _tell_cycle(gathered, cycle, [both[a][b] for a, b in _edges(cycle)], "has the part")


def _inherit_goals(gathered: Gathered) -> None:
    """Give a part without a goal the goal of its whole."""
    wholes = _wholes(gathered)
    for id in graph.in_order(wholes):
        draft = gathered.milestones[id]
        for whole in wholes.get(id, ()):
            draft.goals = draft.goals or gathered.milestones[whole].goals


def _edges(cycle: list[str]) -> list[tuple[str, str]]:
    return list(zip(cycle, [*cycle[1:], cycle[0]], strict=True))


def _tell_cycle(gathered: Gathered, cycle: list[str], places: list[Place], verb: str = "") -> None:
    """Report a cycle. `verb` says what a step of it is that is no dependency."""
    drafts = gathered.milestones
    chain = ", ".join(
        f"{drafts[a].title!r} {'needs' if b in drafts[a].needs else verb} {drafts[b].title!r}"
        for a, b in _edges(cycle)[:10])
    more = f", and so on round all {len(cycle)}" if len(cycle) > 10 else ""
    gathered.problems.append(problem(
        "dependency-cycle", places[-1],
        f"milestones in a circle: {chain}{more}; take one of them out", *places[:-1]))
