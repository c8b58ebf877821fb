"""What a site has already, for somebody who writes a new page: names, and where pages lie."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..project.config import Project
from ..reading.entry import Entry
from ..roadmap.gather import Draft, gather
from ..roadmap.model import Roadmap
from ..vocabulary.fields import Role, Status
from ..vocabulary.names import slug
from ..vocabulary.slips import did_you_mean, without_digits

_OFFERED = (Status.ACTIVE, Status.PLANNED, Status.PAUSED, Status.IDEA, Status.DONE, Status.PARTIAL,
            Status.DROPPED)


@dataclass(frozen=True, slots=True)
class Named:
    """A goal or a milestone that some page speaks of."""

    id: str
    title: str
    goals: tuple[str, ...] = ()
    """The ids of a milestone's goals, its own first; none: it has none yet, or is a goal."""
    page: str | None = None
    """The path of the page that somebody wrote for it."""
    status: Status | None = None
    """How it stands. None: only pages dated in the future speak of it."""
    aliases: tuple[str, ...] = ()
    """The ids of its other names."""

    @property
    def goal(self) -> str | None:
        """The id of a milestone's own goal, or None."""
        return self.goals[0] if self.goals else None


@dataclass(frozen=True, slots=True)
class NamesInUse:
    """The goals and milestones of a site, and the folders of its pages."""

    goals: Mapping[str, Named] = field(default_factory=dict)
    """By id, in the order of their titles."""
    milestones: Mapping[str, Named] = field(default_factory=dict)
    folders: Mapping[Role, str] = field(default_factory=dict)
    """Where most pages of a role lie, below the docs folder; none of a role, no folder."""
    dated: bool = False
    """True when most posts have their day at the start of their file names."""
    days: frozenset[date] = frozenset()
    """The days on which some post was written."""

    def of(self, role: Role) -> Mapping[str, Named]:
        return self.goals if role is Role.GOAL else self.milestones

    def offered(self, role: Role) -> list[Named]:
        """Return them as somebody wants to choose from them: what is active first, what is over last."""
        order = [*_OFFERED, None]
        return sorted(self.of(role).values(), key=lambda thing: order.index(thing.status))

    def find(self, role: Role, name: str) -> Named | None:
        """Return what an id, a title or another name means; None: nothing that is known."""
        id, things = slug(name), self.of(role)
        return things.get(id) or next(
            (t for t in things.values() if id in (slug(t.title), *t.aliases)), None)

    def meant(self, role: Role, name: str) -> str | None:
        """Return the known name that an unknown one is probably a slip of.

        Names that differ in digits only are meant to differ, as those of a series are.
        """
        meant = did_you_mean(name, (word for t in self.of(role).values() for word in (t.title, t.id)))
        is_series = meant and without_digits(meant.casefold()) == without_digits(name.casefold())
        return None if is_series else meant


def names_in_use(
    entries: Iterable[Entry], roadmap: Roadmap | None = None
) -> NamesInUse:
    """Return what the pages of a site speak of, also those dated in the future, and how it stands on the
    roadmap of a day.
    """
    entries, now = list(entries), roadmap or Roadmap(date.min)
    gathered = gather(entries, date.max)
    goals = {id: Named(id, d.title, page=_page(d), status=now.goal[id].status if id in now.goal else None,
                       aliases=d.alias_ids)
             for id, d in _by_title(gathered.goals)}
    milestones = {
        id: Named(id, d.title, tuple(gathered.id_of(Role.GOAL, name) for name in d.goals), _page(d),
                  now.milestone[id].status if id in now.milestone else None, d.alias_ids)
        for id, d in _by_title(gathered.milestones)}
    lie = {role: Counter(posixpath.dirname(e.path) for e in entries if e.role is role) for role in Role}
    posts = [posixpath.basename(e.path) for e in entries if e.role is Role.POST]
    days = frozenset(e.moment.date() for e in entries if e.role is Role.POST and e.moment)
    return NamesInUse(
        goals, milestones,
        # Of two with as many pages the later: folders are often named by year.
        {role: max(sorted(n), key=lambda f: (n[f], f)) for role, n in lie.items() if n},
        sum(name[:4].isdigit() and name[4:5] == "-" for name in posts) * 2 > len(posts),
        days)


def usual_folder(project: Project, role: Role) -> str:
    """Return where pages of a role lie, below the docs folder, on a site that has none yet.

    A goal or a milestone that gets a page there keeps the address that it had without one.
    """
    return project.blog or "posts" if role is Role.POST else f"{project.settings.folder}/{role}s"


def _by_title(drafts: Mapping[str, Draft]) -> list[tuple[str, Draft]]:
    return sorted(drafts.items(), key=lambda item: (item[1].title.casefold(), item[0]))


def _page(draft: Draft) -> str | None:
    return draft.definition.path if draft.definition else None
