"""The vocabulary, as one table.

Every field an author may write stands here once: the reader, the checks and
the guide's reference all come from this table, so that a field cannot be read
without being documented, nor documented without being read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from .codes import ADVICE


class Role(StrEnum):
    """What a page is to the roadmap."""

    POST = "post"
    """A page that names a goal or a milestone: something happened."""
    GOAL = "goal"
    """The page of a goal (`type: goal`)."""
    MILESTONE = "milestone"
    """The page of a milestone (`type: milestone`)."""


class Status(StrEnum):
    """How far a milestone or a goal has come. Blocked, stale and overdue are
    no statuses: they follow from dates and dependencies.
    """

    IDEA = "idea"
    """Perhaps one day; counts toward nothing."""
    PLANNED = "planned"
    """Meant to be done."""
    ACTIVE = "active"
    """Worked on now."""
    PAUSED = "paused"
    """Begun or planned, and put aside for a while."""
    DONE = "done"
    """Reached."""
    PARTIAL = "partial"
    """Closed, and reached in part; to what needs it and in sums, as good as done."""
    DROPPED = "dropped"
    """Given up, with a reason worth reading."""

    @property
    def is_closed(self) -> bool:
        """True when nothing more is to be done."""
        return self.is_reached or self is Status.DROPPED

    @property
    def is_reached(self) -> bool:
        """True for what is done, be it in part: what needs it is free, and progress counts it."""
        return self in (Status.DONE, Status.PARTIAL)

    @property
    def has_begun(self) -> bool:
        """True when it says that work was done at some time."""
        return self not in (Status.IDEA, Status.PLANNED)

    @property
    def is_put_aside(self) -> bool:
        """True for what has a `reason`, and perhaps a day to `revisit` it."""
        return self in (Status.PAUSED, Status.DROPPED)

    @property
    def has_reason(self) -> bool:
        """True for what is not as it was meant to be, which a `reason` explains."""
        return self.is_put_aside or self is Status.PARTIAL


STATUS_ALIASES: Mapping[str, Status] = {
    alias: status
    for status, aliases in {
        Status.IDEA: "backlog, someday, proposed, triage",
        Status.PLANNED: "todo, to do, open, pending, not started, unstarted, next, scheduled, accepted",
        Status.ACTIVE: "in progress, doing, wip, started, ongoing, in review, review",
        Status.PAUSED: "on hold, waiting, deferred, postponed, suspended, parked, blocked",
        Status.DONE: "complete, completed, finished, closed, shipped, achieved, resolved, published",
        Status.PARTIAL: "partly done, partially done, partly reached, partially reached",
        Status.DROPPED: "canceled, cancelled, abandoned, skipped, rejected, won't do, wont do, wontfix, "
                        "not planned, duplicate, missed, failed",
    }.items()
    for alias in (str(status), *aliases.split(", "))
}
"""Every word that may be written, folded (lower case, single spaces), with what it means."""

NEAR_STATUSES: Mapping[str, Status | None] = {
    word: status
    for status, words in {
        Status.PLANNED: "projected",
        Status.ACTIVE: "writing, mending",
        Status.DONE: "passed, nailed, win, filed",
        None: "slipped, none, gone, ending, sending, dying, interview, replicate, preferred, panned, packed, "
              "marked",
    }.items()
    for word in words.split(", ")
}
"""Words that are near one of these by their letters and far by their meaning, with the one they may
mean: nobody who writes `passed` has slipped on `paused`."""

NO_STATUSES = ("draft", "private", "hidden", "secret", "unpublished", "pending", "future", "entwurf",
               "brouillon", "borrador", "privat", "privé", "privado", "草稿", "私密",
               "privato", "bozza", "rascunho", "非公開", "下書き", "비공개", "초안", "خاص", "مسودة",
               "निजी", "मसौदा")
"""Values of `status` by which other tools keep a page back, and so does this one."""


class Kind(Enum):
    """What a field takes; `values.py` has one reader for each."""

    TEXT = auto()
    """One line of text."""
    NAME = auto()
    """A goal or a milestone, by id or title."""
    NAMES = auto()
    """One such name or a list of them."""
    ALIASES = auto()
    """The same, on a page that posts have as well, for other tools."""
    OUTCOMES = auto()
    """What a post is about: such names, each alone, with a status of its own, or with more of its `parts`."""
    STATUS = auto()
    STATUSES = auto()
    """One status or a list of them."""
    CHOICE = auto()
    """One of the field's `choices`."""
    CHOICES = auto()
    """One of them or a list of them."""
    SCOPE = auto()
    """A rung of the site's `scopes`, by name or by number from 1."""
    DAY = auto()
    """A day, a month, a quarter, a half or a year."""
    MOMENT = auto()
    """When a post was written: a day, with or without a time."""
    FLAG = auto()
    """true or false."""
    NUMBER = auto()
    """A number from 0 on."""
    COUNT = auto()
    """A whole number from 1."""
    AMOUNT = auto()
    """How much of how much, on one line or by its `parts`."""
    TEXTS = auto()
    """One sentence or a list of them."""
    PEOPLE = auto()
    """The name of a person, or a list of them."""
    LINK = auto()
    """An address, or a name of more than one word."""
    ADDRESS = auto()
    """An address that a reader can follow."""
    LINKS = auto()
    """A list of addresses or of `{title, url}`, or of keys of works."""
    WORK = auto()
    """The key of a work in the site's bibliography."""
    OLD_ADDRESSES = auto()
    """An address that the page had before, or a list of them."""
    RECORD = auto()
    """`parts` by name."""
    RECORDS = auto()
    """A list of records."""
    HOST = auto()
    """Read by MkDocs, its theme or Jekyll; known here so that it is no slip."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the front matter."""

    name: str
    kind: Kind
    on: frozenset[Role]
    """The pages it may stand on."""
    doc: str
    """One line for the guide."""
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    parts: tuple[Field, ...] = ()
    """What a record is made of."""
    most: int | None = None
    """The largest number it takes. None: there is no largest."""


_POST = frozenset({Role.POST})
_GOAL = frozenset({Role.GOAL})
_MILESTONE = frozenset({Role.MILESTONE})
_WORK = _POST | _MILESTONE
_DEFINITION = _GOAL | _MILESTONE
_ANY = _POST | _DEFINITION


def _parts(**parts: tuple[Kind, str]) -> tuple[Field, ...]:
    return tuple(Field(name, kind, _ANY, doc, most=_MOST.get(name), choices=_CHOICES.get(name, ()),
                       parts=_AMOUNT if kind is Kind.AMOUNT else ())
                 for name, (kind, doc) in parts.items())


_MOST = {"confidence": 100}
_CHOICES = {"visibility": ("public", "private")}


_AMOUNT = _parts(
    done=(Kind.NUMBER, "how much is done"),
    of=(Kind.NUMBER, "how much it is in all"),
    unit=(Kind.TEXT, "what is counted"),
)
_ESTIMATE = _parts(
    effort=(Kind.NUMBER, "how long it takes, in a unit of your own"),
    impact=(Kind.NUMBER, "how much it would change"),
    likelihood=(Kind.NUMBER, "how likely it is to work"),
    complexity=(Kind.NUMBER, "how much it adds to what must be kept working"),
)

FIELDS: tuple[Field, ...] = (
    # Kept as users of Material and Jekyll know them.
    Field("title", Kind.TEXT, _ANY, "Its title; else the first heading, else the file's name."),
    Field("date", Kind.MOMENT, _ANY, "When it was written; else a file name like `2026-03-02-x.md`."),
    Field("description", Kind.TEXT, _ANY, "One sentence; a goal's first statement."),
    Field("draft", Kind.FLAG, _ANY, "`true`: does not exist for the roadmap."),
    Field("published", Kind.FLAG, _ANY, "`false`: the same as `draft: true`."),
    *(
        Field(name, Kind.HOST, _ANY, doc)
        for name, doc in {
            "categories": "Read by Material's blog.",
            "tags": "Read by Material's tags.",
            "author": "Read by Jekyll.",
            "authors": "Read by Material's blog.",
            "slug": "Read by Material's blog.",
            "layout": "Read by Jekyll; ignored.",
        }.items()
    ),
    Field("redirect_from", Kind.OLD_ADDRESSES, _ANY, "Addresses it had before; they lead to it."),
    # What a page is, and about what.
    Field("type", Kind.CHOICE, _ANY, "This page is the page of a goal or a milestone.",
          choices=("goal", "milestone")),
    Field("id", Kind.NAME, _DEFINITION, "Its name in addresses; else the file's name."),
    Field("aliases", Kind.ALIASES, _DEFINITION, "Other names of it, such as those it had before."),
    Field("goal", Kind.NAMES, _WORK, "The goal it serves, by id or title; or several, its own first.",
          aliases=("goals",)),
    Field("milestone", Kind.OUTCOMES, _POST, "The milestone, or the milestones, it is about.",
          aliases=("milestones",), parts=_parts(
              milestone=(Kind.NAME, "the milestone"),
              status=(Kind.STATUS, "its status from this date on"),
              finished=(Kind.DAY, "when it was done or dropped"),
              amount=(Kind.AMOUNT, "how much of it is done"),
              reason=(Kind.TEXT, "why it was dropped or paused, or reached in part only"),
              revisit=(Kind.DAY, "when to look at it again"),
              lessons=(Kind.TEXTS, "what it taught"),
              evidence=(Kind.LINKS, "what proves the work on it"),
          )),
    Field("status", Kind.STATUS, _ANY, "The status from this date on."),
    # How milestones hang together.
    Field("depends_on", Kind.NAMES, _WORK, "The milestones needed first."),
    Field("part_of", Kind.NAME, _WORK, "The larger milestone that this one is a part of."),
    Field("scope", Kind.SCOPE, _WORK, "How large it is: a rung of the site's `scopes`."),
    Field("kind", Kind.CHOICE, _WORK,
          "What sort of work; an exploration is kept out of the focus count.",
          choices=("survey", "replication", "extension", "original", "exploration")),
    Field("history", Kind.RECORDS, _MILESTONE,
          "Where it was before; `career-roadmap move` and `split` write it.",
          parts=_parts(
              day=(Kind.DAY, "the day on which that changed"),
              moved_from=(Kind.NAME, "the goal that it served before"),
              split_from=(Kind.NAME, "the milestone that it was a part of before"),
          )),
    # Days that the posts alone do not tell.
    Field("started", Kind.DAY, _WORK, "When it was begun, or is to be."),
    Field("finished", Kind.DAY, _WORK, "When it was done or dropped."),
    Field("target", Kind.DAY, _ANY, "When it should be done."),
    Field("amount", Kind.AMOUNT, _WORK, "How much of it is done, such as `8 of 12 books`; the latest counts.",
          parts=_AMOUNT),
    # What was learnt.
    Field("sharpens", Kind.TEXT, _POST, "The goal's new statement, which this post's milestone taught."),
    Field("lessons", Kind.TEXTS, _WORK, "What did not work, and what to keep."),
    Field("evidence", Kind.LINKS, _WORK, "Paper, code, talk or number that proves it."),
    Field("with", Kind.PEOPLE, _WORK, "Who worked on it with you, or helped: a name or a list of them."),
    Field("replicates", Kind.RECORD, _WORK, "What was reproduced, and how near.", parts=_parts(
        paper=(Kind.LINK, "the paper's address or name"),
        metric=(Kind.TEXT, "what was measured"),
        claimed=(Kind.TEXT, "the paper's number"),
        reached=(Kind.TEXT, "your number"),
    )),
    Field("reason", Kind.TEXT, _ANY, "Why it was dropped or paused, or reached in part only."),
    Field("revisit", Kind.DAY, _ANY, "When to look at it again."),
    Field("estimate", Kind.RECORD, _WORK, "What you think it will take, in numbers.", parts=_ESTIMATE),
    Field("actual", Kind.RECORD, _WORK, "What it took.", parts=_ESTIMATE[:2]),
    Field("decisions", Kind.RECORDS, _POST,
          "What you predicted your mentor would say, and what was decided; never public unless marked so.",
          parts=_parts(
              question=(Kind.TEXT, "what was to be decided"),
              predicted=(Kind.TEXT, "what you thought the answer would be"),
              confidence=(Kind.NUMBER, "how sure you were, in percent"),
              target=(Kind.DAY, "by when it is to be decided"),
              decided=(Kind.TEXT, "the answer"),
              by=(Kind.TEXT, "who decided"),
              why=(Kind.TEXT, "the reason given"),
              visibility=(Kind.CHOICE, "`public` to show it"),
          )),
    Field("visibility", Kind.CHOICE, _ANY, "`private`: seen in `mkdocs serve`, never in a built site.",
          choices=("public", "private")),
    Field("ignore_problems", Kind.CHOICES, _ANY,
          "Codes of problems that this page knows better than; advice only.", choices=ADVICE),
)

BY_KEY: Mapping[str, Field] = {key: f for f in FIELDS for key in (f.name, *f.aliases)}
"""Every key that may be written, with its field."""

OTHERS = frozenset({
    "category", "tag", "hide", "icon", "template", "search", "social", "comments", "links", "pin",
    "readtime", "subtitle", "robots", "image", "excerpt", "permalink", "order",
    "weight", "state", "version", "data", "date_modified", "last_modified_at", "toc", "keywords",
    "lang", "status_icon", "nav", "parent", "season", "find", "score",
})
"""Keys of other tools that resemble ours: never taken for slips of them."""
