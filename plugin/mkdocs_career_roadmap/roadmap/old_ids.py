"""Ids that names made before ids had `+`, `#`, points and marks: what they mean now, and where pages were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from ..reading.entry import Entry, Name
from ..vocabulary.fields import Role
from ..vocabulary.names import slug_before
from ..vocabulary.problems import Place, Problem, problem


@dataclass(slots=True)
class OldIds:
    """What was said of goals, or of milestones, while the ids of before are looked for."""

    role: Role
    defined: set[str] = field(default_factory=set)
    """The ids of those with a page."""
    titles: dict[str, tuple[str, Place]] = field(default_factory=dict)
    """By id: a name that made another id before, and where it stands."""
    before: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """From an id of before to those that have it now."""
    in_words: set[str] = field(default_factory=set)
    """The ids of those of which a name is written with a space or a capital letter, as no id is."""
    names: defaultdict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    """By the id that they make themselves."""

    def add_definition(self, entry: Entry) -> None:
        self.defined.add(entry.id)
        self.in_words.add(entry.id)
        self.titles.setdefault(entry.id, (entry.title, entry.place("type")))
        for before in entry.ids_before:
            self.before[before].add(entry.id)

    def add_name(self, name: Name, id: str) -> None:
        """Add a name that a page gives to what has this id."""
        self.names[name.id].append(name)
        before = _before(name)
        if before:
            self.before[before].add(id)
            self.titles.setdefault(id, (name.text, name.place))
        if before and any(c.isspace() or c.isupper() for c in name.text):
            self.in_words.add(id)

    def meant(self, taken: Container[str]) -> tuple[dict[str, str], list[Problem]]:
        """Return what the ids of before stand for that somebody still writes, and a problem for each that may
        stand for several things, or for itself. `taken` are the titles and other names of definitions.

        An id has a dash or might be a name: "c" is no sign that C++ is meant.
        """
        found, problems = {}, []
        for before, names in self.names.items():
            ids = sorted(self.before.get(before, set()) - {before})
            if not ids or before in self.defined or before in taken or not all(n.is_id for n in names):
                continue
            if len(ids) == 1 and "-" in before and ids[0] in self.in_words:
                found[before] = ids[0]
            else:
                meant = [(*self.titles[id], id) for id in ids]
                known = " and ".join(f"{title!r}" for title, *_ in meant)
                problems.append(problem(
                    "old-id", names[0].place,
                    f"{before!r} is the id that {known} had before, and is taken for another {self.role} "
                    f"here; write {' or '.join(id for *_, id in meant)} if you mean that one",
                    *(place for _, place, _ in meant)))
        return found, problems


def addresses_before(
    role: Role, names: Mapping[str, Iterable[Name]], taken: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Return the ids that generated pages were at, by the id of today, and a problem for each at which there
    were two. `names` are those that posts use, by that id, and `taken` is what all ids and names mean today.
    """
    by_before: defaultdict[str, dict[str, Name]] = defaultdict(dict)
    for id, said in names.items():
        for name in said:
            before = _before(name)
            if before and taken.get(before, id) == id:
                by_before[before].setdefault(id, name)
    found: defaultdict[str, list[str]] = defaultdict(list)
    problems = []
    for before, by in sorted(by_before.items()):
        (id, first), *others = by.items()
        if not others:
            found[id].append(before)
        for _, name in others:
            problems.append(problem(
                "old-id", name.place,
                f"the {role}s {first.text!r} and {name.text!r} had one address before, with the id "
                f"{before!r}, which leads to neither now; if readers know it, add `aliases: {before}` to the "
                "page of one",
                first.place))
    return {id: tuple(before) for id, before in found.items()}, problems


def _before(name: Name) -> str:
    """Return the id that a name made before; empty if it is the same, or there was none."""
    before = slug_before(name.text)
    return "" if before == name.id else before
