"""What one page says, as data: a source, and the entry that is read of it. Frozen all through."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from operator import attrgetter
from urllib.parse import unquote, urlsplit

from ..vocabulary.amounts import Amount, Number
from ..vocabulary.bibliography.work import Work
from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Role, Status
from ..vocabulary.identifiers import identified
from ..vocabulary.names import fold_word, slug
from ..vocabulary.problems import Place


@dataclass(frozen=True, slots=True)
class Source:
    """A page of the site as its author wrote it."""

    path: str
    """Relative to the docs folder, with forward slashes."""
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A goal or milestone as a page names it."""

    id: str
    """The slug: lower case, NFC."""
    text: str
    """As written."""
    place: Place

    @property
    def is_id(self) -> bool:
        """True when it is written as an id is: nothing says that it was a name."""
        return self.text.replace("_", "-") == self.id


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that proves the work: what stands at an address, or a number."""

    title: str
    """As written; empty: it is a number that has no title."""
    url: str
    """Empty: it is a number that stands nowhere."""
    target: str | None = None
    """The path below the docs folder that a relative address leads to. None: it is no such address."""
    kind: str = ""
    """What it is, one of `identifiers.KINDS`, as its author says or its address tells; empty: unknown."""
    value: str = ""
    """The number, as written; empty: it is none."""
    unit: str = ""
    was: str = ""
    """The number before the work."""
    work: Work | None = None
    """What the site's bibliography says of it. None: it was not named by a key."""

    @property
    def number(self) -> str:
        """The number with its unit; empty: it is none."""
        return f"{self.value} {self.unit}".strip()

    def seen_from(self, path: str) -> Evidence:
        """Return it with the file that a relative address means, seen from the page at `path`: it is shown
        on another one.
        """
        parts = urlsplit(self.url)
        if self.target or parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return self
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        return replace(self, target=target)

    def address(self, page: Callable[[str], str | None]) -> str | None:
        """Return where it stands; `page` gives the address of a path, or None, as this does, if the
        site does not have it or it stands nowhere.
        """
        if self.target is None:
            return self.url or None
        _, mark, fragment = self.url.partition("#")
        address = page(self.target)
        return address and address + mark + fragment


@dataclass(frozen=True, slots=True)
class Replication:
    """What was reproduced, and how near. None: not said."""

    paper: str | None = None
    metric: str | None = None
    claimed: str | None = None
    reached: str | None = None

    @property
    def url(self) -> str | None:
        """The paper's address, if `paper` is one or an identifier that has one."""
        if self.paper is None or self.paper.startswith(("http://", "https://")):
            return self.paper
        known = identified(self.paper)
        return known.url if known else None

    @property
    def paper_key(self) -> str:
        """The same for all spellings of one paper, by its identifier or its name; empty: none is named."""
        known = identified(self.paper) if self.paper else None
        return known.key if known else fold_word(self.paper or "")


@dataclass(frozen=True, slots=True)
class Estimate:
    """Numbers in the author's own units; None: not said."""

    effort: Number | None = None
    impact: Number | None = None
    likelihood: Number | None = None
    complexity: Number | None = None

    @property
    def numbers(self) -> dict[str, Number]:
        """What was said, by its name, in the order of the fields."""
        return {name: number for name in ESTIMATED if (number := getattr(self, name)) is not None}


ESTIMATED = tuple(f.name for f in fields(Estimate))
"""The names of the numbers of an estimate."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the author predicted a mentor would say, and what was decided."""

    question: str
    predicted: str | None = None
    confidence: Number | None = None
    """Percent."""
    target: PartialDate | None = None
    """By when it is to be decided."""
    decided: str | None = None
    by: str | None = None
    why: str | None = None
    visibility: str | None = None
    """Public only when it says `public`."""

    @property
    def is_public(self) -> bool:
        """True only when its author marked it so."""
        return fold_word(self.visibility or "") == "public"


@dataclass(frozen=True, slots=True)
class Came:
    """A milestone came to be where it is."""

    day: PartialDate
    moved_from: Name | None = None
    """The goal that it served until then. None: it is the other."""
    split_from: Name | None = None
    """The milestone that its posts were about until then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a post says of one of its milestones alone. None or empty: nothing."""

    milestone: Name
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each of its fields stands, by its name."""
    status: Status | None = None
    finished: PartialDate | None = None
    reason: str | None = None
    revisit: PartialDate | None = None
    amount: Amount | None = None
    lessons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def place(self, name: str) -> Place:
        """Return where a field stands, or the name of the milestone."""
        return self.places.get(name, self.milestone.place)

    @property
    def says_nothing(self) -> bool:
        """True when there is a name, and no more."""
        return _said_in(self) == _NOTHING_SAID


_said_in = attrgetter(*(f.name for f in fields(Outcome) if f.name not in ("milestone", "places")))
_NOTHING_SAID = _said_in(Outcome(milestone=Name("", "", Place(""))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one page says about the roadmap: a post, or a definition page."""

    path: str
    role: Role
    title: str
    id: str = ""
    """A definition's id; empty on posts."""
    ids_before: tuple[str, ...] = ()
    """The ids that its id and its title made by `slug_before`, where they differ; none on posts."""
    aliases: tuple[Name, ...] = ()
    """A definition's other names; none on posts."""
    moment: datetime | None = None
    """When it was written, as its author's clock had it. None: undated."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each field stands, by its name."""
    description: str | None = None
    goals: tuple[Name, ...] = ()
    """The goals that it serves, the first one before the others."""
    milestone: tuple[Name, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    """What a post says of single ones of its milestones."""
    status: Status | None = None
    depends_on: tuple[Name, ...] = ()
    part_of: Name | None = None
    history: tuple[Came, ...] = ()
    scope: int | None = None
    """The rung, from 1."""
    kind: str | None = None
    started: PartialDate | None = None
    finished: PartialDate | None = None
    target: PartialDate | None = None
    amount: Amount | None = None
    sharpens: str | None = None
    lessons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    people: tuple[str, ...] = ()
    """Who worked on it with the author, or helped: the field `with`, whose name is a word of Python's."""
    has_authors: bool = False
    """True when its page or a folder of it has an `author` or `authors`, which are the host's."""
    authors: tuple[str, ...] = ()
    """The names in these, as far as they are names."""
    minutes: int = 0
    """How long a post takes to read. 0: it has no text, or is none."""
    excerpt: str = ""
    """How a post begins. Empty: it has a description, or no paragraph, or is no post."""
    replicates: Replication | None = None
    reason: str | None = None
    revisit: PartialDate | None = None
    estimate: Estimate | None = None
    actual: Estimate | None = None
    decisions: tuple[Decision, ...] = ()
    visibility: str | None = None

    @property
    def is_private(self) -> bool:
        """True when its page is in no built site."""
        return self.visibility == "private"

    @property
    def known_as(self) -> frozenset[str]:
        """The ids by which a definition is named: its own, and those of its title and its other names."""
        return frozenset({self.id, slug(self.title), *(name.id for name in self.aliases), *self.ids_before})

    @property
    def goal(self) -> Name | None:
        """The first goal that it serves, or None."""
        return self.goals[0] if self.goals else None

    def names(self) -> Iterator[tuple[Role, Name]]:
        """Yield the goals and milestones that it names."""
        for name in self.goals:
            yield Role.GOAL, name
        for name in (*self.milestone, *self.depends_on, *([self.part_of] if self.part_of else ())):
            yield Role.MILESTONE, name

    def about(self, outcome: Outcome | None) -> Entry:
        """Return what it says of the milestone of one of its outcomes: what it says of that one alone goes
        before what it says of all, and lists add up. None: it says the same of it as of all.
        """
        if outcome is None:
            return self
        own = {name: value for name in ("status", "finished", "amount", "reason", "revisit")
               if (value := getattr(outcome, name)) is not None}
        return replace(
            self, places={**self.places, **outcome.places}, lessons=(*self.lessons, *outcome.lessons),
            evidence=(*self.evidence, *outcome.evidence), **own)

    def outcome(self, name: Name) -> Outcome | None:
        """Return what it says of the milestone of that name alone, or None."""
        return next((one for one in self.outcomes if one.milestone.id == name.id), None)

    def place(self, name: str) -> Place:
        """Return where a field stands, or the top of the page."""
        return self.places.get(name, Place(self.path))
