"""The pieces that pages are made of: cards, columns, references, as plain data.

Here and on the pages they are named tuples. There are so many of them that as frozen dataclasses,
each of which Python makes anew at every start and at six times the cost, they took a third of what it
takes to load the plugin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MANY = 200
"""Of more milestones than these a page would be painted late if a browser that runs scripts followed the
rules for one without."""


class Ref(NamedTuple):
    """A link to a page, or its title alone where there is no page to go to."""

    title: str
    href: str | None
    status: str = ""
    """The status of what it leads to; empty for posts."""
    note: str = ""
    """A few words beside it."""
    kind: str = ""
    """Of evidence, what it is, one of `identifiers.KINDS`; empty: unknown, or it is no evidence."""


class Scope(NamedTuple):
    """How large a milestone is."""

    rung: int
    rungs: int
    name: str


class Card(NamedTuple):
    """A milestone in a list, on the board or on the map."""

    id: str
    title: str
    href: str | None
    status: str
    when: str
    """Its days, in words; may be empty."""
    goal: Ref | None
    shared: tuple[Ref, ...]
    """The other goals that it serves, seen from the one that it is listed under, else from its own."""
    scope: Scope | None
    posts: int
    needs: tuple[Ref, ...]
    """What it depends on in other goals."""
    waits_for: tuple[Ref, ...]
    """What it depends on that is not done, for a milestone still to begin."""
    parts: tuple[Ref, ...]
    parts_done: str
    """How far all that it was broken down into is, in words; empty without any."""
    amount: str
    """How much of it is done, in words; empty: nobody says."""
    filled: str
    """The same as a length, such as `67%`."""
    part_of: Ref | None
    last_post: str
    """When somebody last wrote about it, in words; empty unless it is active."""
    look_again: bool
    """True when its goal was restated and no post was about it since."""
    sharpened: bool
    """True when it taught a revision of its goal."""
    reason: str | None
    """Why it is paused, dropped or reached in part only; None: nobody says, or it is none of these."""
    is_exploration: bool
    evidence: tuple[Ref, ...]
    """What proves that it was reached; empty: it was not, or nothing is named."""


class Stop(NamedTuple):
    """A milestone on a rail."""

    card: Card
    depth: int
    """0, or more for a part that stands below its whole; at most one more than of the stop before."""


class Branch(NamedTuple):
    """A milestone in a list of parts; the depth is as in `Stop`."""

    ref: Ref
    depth: int


class Segment(NamedTuple):
    """One milestone of a goal's bar or, of a long one, all that have one status."""

    status: str
    filled: str
    """How much of it is done, if somebody says so of what is still open, as a length; else empty."""
    n: int
    """How many milestones it stands for."""


class GoalCard(NamedTuple):
    """A goal in a list."""

    id: str
    title: str
    href: str | None
    status: str
    statement: str | None
    done: int
    total: int
    share: str
    """How much that is with what is known of the amounts of those still open, in words; empty: nothing is."""
    segments: tuple[Segment, ...]
    """The milestones that count, done ones first: the bar."""
    by: str
    sharpened: int
    not_counted: str
    """How many of its milestones make no part of that, and why, in words; empty: all do."""
    milestones: tuple[Card, ...]
    rail: tuple[Stop, ...]
    """The same, what is under way first and what is over last, each part below its whole; where many are
    over, only the latest of those.
    """
    unfolded: int
    """How many of these are shown before the earlier ones are folded."""
    rest: Ref | None = None
    """How many are left out of the rail, with the page that has them. None: nothing is."""
    rest_of_unfolded: Ref | None = None
    """The same, of what stands before the fold, since where some are left out nothing is folded."""


class Earlier(NamedTuple):
    """What a page leaves out, since the pages of years have it."""

    title: str
    """How many these are."""
    years: tuple[Ref, ...]
    """The latest first; the note is how many were in it."""


class Tab(NamedTuple):
    """One of the three views, in the bar above them."""

    title: str
    href: str | None
    is_current: bool


class Choice(NamedTuple):
    """Something to ask for."""

    key: str
    """By it the rules of style find what has it: an identifier of ASCII letters and digits."""
    address: str
    """Behind the `#` of the page's address."""
    title: str
    n: int
    """How many milestones of the page have it; at least 1."""
    page: str | None = None
    """The page that answers by itself, where only a script asks for some of very many. None: there is no such
    page, or a rule of style answers.
    """


class Facet(NamedTuple):
    """One question, such as which goal, with two answers or more."""

    label: str
    """The key of its word."""
    choices: tuple[Choice, ...]


class Filters(NamedTuple):
    """What a page may be asked for."""

    facets: tuple[Facet, ...]
    keys: Mapping[str, str]
    """From the id of each milestone of the page to the keys it has, with spaces between them."""

    def style(self, within: str) -> str:
        """Return the rules that leave what is asked for, where the address of the page asks for one thing.

        `within` is the class of what stands beside the questions and holds all that they are about. What
        holds something that is asked for stays, too. A script takes the ids away: then it answers. A browser
        asks each element of each answer from left to right: what takes long stands last, and beside the
        questions it looks for one class only. Very many are asked only where no script answers.
        """
        asked = (choice.key for facet in self.facets for choice in facet.choices)
        rules = ",".join(
            f"[data-k]:not([data-k~={key}]):is(.cr-filter:has([id][data-f={key}]:target)~.{within} *)"
            f":not(:has([data-k~={key}]))" for key in asked)
        media = "screen and (scripting:none)" if self.are_many else "screen"
        return f"@media {media}{{{rules}{{display:none}}}}"

    @property
    def are_many(self) -> bool:
        """True when these are too many to be asked each time the page is looked at."""
        return len(self.keys) > MANY

    def leaves(self, ids: Iterable[str]) -> Sequence[tuple[str, int]]:
        """Return the keys of these milestones, each with how many of them have just these."""
        return list(Counter(self.keys[id] for id in ids if id in self.keys).items())


class Overview(NamedTuple):
    tabs: tuple[Tab, ...]
    summary: str
    as_of: str
    now: tuple[Card, ...]
    next: tuple[Card, ...]
    last_finished: tuple[Card, ...]
    goals: tuple[GoalCard, ...]
    loose: tuple[Card, ...]
    """The milestones without a goal."""
    loose_rail: tuple[Stop, ...]
    loose_rest: Ref | None
    """How many of them are left out of their rail, with a page that has them. None: nothing is."""
    latest_posts: tuple[Ref, ...]
    other_goals: tuple[Ref, ...] = ()
    """Those that are not drawn, since there are too many."""
    others: str = ""
    """How many they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    key: str
    """`now`, `next` or `done`: also its word."""
    status: str
    stops: tuple[Stop, ...]
    """Its cards, each part below its whole."""
    count: int
    """How many there are of what it is about; what is folded is counted there."""
    rest: Ref | None
    """How many are left out, with a page that has them. None: nothing is."""
    folded: tuple[Fold, ...] = ()
    earlier: Earlier | None = None
    """In which years what was done is not listed at all. None: all is."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """The same cards without how deep they stand."""
        return tuple(stop.card for stop in self.stops)


class Fold(NamedTuple):
    """Cards that show when they are asked for."""

    title: str
    stops: tuple[Stop, ...]
    """Its cards, each part below its whole."""
    is_open: bool = False
    rest: Ref | None = None
    """How many are left out, with a page that has them. None: nothing is."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """The same cards without how deep they stand."""
        return tuple(stop.card for stop in self.stops)


class Board(NamedTuple):
    tabs: tuple[Tab, ...]
    as_of: str
    columns: tuple[Column, ...]
    over_focus: int = 0
    """The focus limit, if more than that is active; else 0."""
    longest_ago: Ref | None = None
    """Of too many, the one that nobody wrote about for longest."""
    explorations: int = 0
    filters: Filters | None = None
    """None: there is nothing to ask for alone."""


class Shown(NamedTuple):
    """What part of the roadmap a view is to show; all of it, if nothing is said."""

    goal: str | None = None
    """Only this goal's, by id."""
    statuses: frozenset[str] = frozenset()
    """Only milestones of these."""
    among: frozenset[str] | None = None
    """Only these goals, by id. None: all."""
    limit: int | None = None
    """At most so many cards in a column, goals or posts."""
    is_embedded: bool = False
    """True inside of another page, which has no tabs to the other views."""


EVERYTHING = Shown()
