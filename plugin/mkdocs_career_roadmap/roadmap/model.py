"""The roadmap as data: what follows from the entries of all pages.

Frozen all through: a roadmap is a value. Things name one another by id or by
source path, and `Roadmap` looks them up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..reading.entry import Decision, Estimate, Evidence, Name, Replication
from ..vocabulary.amounts import Amount
from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Status
from ..vocabulary.problems import Place


@dataclass(frozen=True, slots=True)
class Reproduced:
    """One number of one paper, as the pages of a milestone tell of it in turn."""

    replication: Replication
    """The latest of each of its parts."""
    posts: tuple[str, ...]
    """The source paths of the posts that tell of it, oldest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """A milestone or goal came to have a status."""

    day: date | None
    """None: from the start, before any dated page."""
    status: Status
    path: str
    """The page that said so."""
    is_exact: bool = True
    """False: the page names a month, a quarter or a year, of which `day` is one end."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A goal got sharper."""

    day: date | None
    before: str
    after: str
    path: str
    """The post that says why."""
    milestones: tuple[str, ...]
    """The milestones the post is about: what taught it."""


@dataclass(frozen=True, slots=True)
class PostOutcome:
    """What a post says of one of its milestones alone."""

    milestone: str
    status: Status | None
    """What the status is from the day of the post on. None: what the post says of all."""
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A page that says something happened."""

    path: str
    title: str
    day: date | None
    goals: tuple[str, ...]
    """The goals it names, else those of its first milestone that has any."""
    milestones: tuple[str, ...]
    status: Status | None
    """What it says the status is from its day on, of milestones of which it says no other. None: nothing."""
    description: str | None
    lessons: tuple[str, ...]
    """Those of all its milestones."""
    decisions: tuple[Decision, ...]
    is_private: bool = False
    outcomes: tuple[PostOutcome, ...] = ()
    """What it says of single ones of its milestones, in its order."""
    people: tuple[str, ...] = ()
    """Who worked on it with the author, or helped, by name: what its page has as `with`."""
    has_authors: bool = False
    """True when its page names its authors to the host: they may be others than the site's person."""
    authors: tuple[str, ...] = ()
    """The authors that its page names, as it names them; to Material's blog those are short names."""
    minutes: int = 0
    """How long it takes to read. 0: it has no text."""
    evidence: tuple[Evidence, ...] = ()
    """What it names as evidence, of any of its milestones, each once."""
    excerpt: str = ""
    """How it begins. Empty: it has a description, or no paragraph."""

    @property
    def goal(self) -> str | None:
        """The first of its goals, or None."""
        return self.goals[0] if self.goals else None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a milestone was until a day."""

    day: PartialDate
    goal: str | None = None
    """The id of the goal that it served. None: the roadmap has no such goal, or it is the other."""
    milestone: str | None = None
    """The id of the milestone that its posts were about; likewise."""
    is_split: bool = False
    """True: from a milestone, else from a goal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One step, folded from every page that speaks of it."""

    id: str
    title: str
    page: str
    """The source path of its page: its definition, or a generated one."""
    is_defined: bool
    """True when an author wrote its page."""
    description: str | None
    goals: tuple[str, ...]
    """The goals it serves: its own first, with which it stands, then those that share it."""
    status: Status
    changes: tuple[Change, ...]
    """Its statuses in order; no two neighbours are the same."""
    started: PartialDate | None
    """When it was begun; for one not begun yet, when it is to be."""
    finished: PartialDate | None
    """When it was done or dropped; None while it is open."""
    target: PartialDate | None
    amount: Amount | None
    """How much of it is done, of a whole that is known. None: nobody says."""
    scope: int | None
    kind: str | None
    depends_on: tuple[str, ...]
    needed_by: tuple[str, ...]
    part_of: str | None
    parts: tuple[str, ...]
    posts: tuple[str, ...]
    """Source paths, oldest first."""
    origins: tuple[Origin, ...] = ()
    """Where it was before, as its page tells it."""
    is_private: bool = False
    """True when only private pages speak of it, so that no built site has it."""
    aliases: tuple[Name, ...] = ()
    """Its other names, without those that are another's."""
    ids_before: tuple[str, ...] = ()
    """Ids that its name made before, and at which its generated page was; nothing else is there."""
    lessons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    people: tuple[str, ...] = ()
    """Who worked on it with the author, or helped: those that its page and its posts name, in their order."""
    replications: tuple[Reproduced, ...]
    """A row for each number of each paper, in the order they were taken up."""
    reason: str | None
    revisit: PartialDate | None
    estimate: Estimate | None
    actual: Estimate | None
    named: date | None
    """The first day on which a page with a date named it. None: only undated pages do."""
    place: Place
    """Where it was first named."""

    @property
    def goal(self) -> str | None:
        """Its own goal, or None."""
        return self.goals[0] if self.goals else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where the work is to lead."""

    id: str
    title: str
    page: str
    is_defined: bool
    status: Status
    changes: tuple[Change, ...]
    statement: str | None
    """What it is now, in a sentence: the latest revision, else its description."""
    revisions: tuple[Revision, ...]
    """Oldest first."""
    target: PartialDate | None
    reason: str | None
    revisit: PartialDate | None
    milestones: tuple[str, ...]
    """Ids, in the order they were or will be worked on; those that it shares with other goals as well."""
    posts: tuple[str, ...]
    """Source paths of the posts that serve it, oldest first."""
    is_private: bool = False
    """True when only private pages speak of it."""
    aliases: tuple[Name, ...] = ()
    """Its other names, without those that are another's."""
    ids_before: tuple[str, ...] = ()
    """Ids that its name made before, and at which its generated page was; nothing else is there."""
    place: Place


@dataclass(frozen=True)
class Roadmap:
    """Everything the posts add up to on one day."""

    as_of: date
    goals: tuple[Goal, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    """All of them, goal after goal; those of no goal last."""
    posts: tuple[Post, ...] = ()
    """Oldest first."""

    @cached_property
    def goal(self) -> Mapping[str, Goal]:
        """The goals by id."""
        return {goal.id: goal for goal in self.goals}

    @cached_property
    def milestone(self) -> Mapping[str, Milestone]:
        """The milestones by id."""
        return {milestone.id: milestone for milestone in self.milestones}

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where each milestone stands in `milestones`, by its id."""
        return {milestone.id: at for at, milestone in enumerate(self.milestones)}

    @cached_property
    def post(self) -> Mapping[str, Post]:
        """The posts by source path."""
        return {post.path: post for post in self.posts}

    def milestones_of(self, goal: Goal) -> tuple[Milestone, ...]:
        """Return the goal's milestones in order."""
        return tuple(self.milestone[id] for id in goal.milestones)

    @cached_property
    def loose_milestones(self) -> tuple[Milestone, ...]:
        """The milestones that serve no goal yet."""
        return tuple(m for m in self.milestones if m.goal is None)
