"""The whole roadmap as data: `roadmap.json` and its JSON Schema, from one table."""

from __future__ import annotations

from typing import Any

from ..pages.more.decisions import Predicted
from ..reading.entry import ESTIMATED, Decision
from ..roadmap import insights
from ..roadmap.model import Change, Milestone, Post, Roadmap
from ..vocabulary.fields import Status
from ..vocabulary.identifiers import EvidenceKind
from ..vocabulary.settings import Settings
from .json_shapes import (
    COUNT,
    DAY,
    DRAFT,
    FLAG,
    NUMBER,
    PARTIAL,
    TEXT,
    JsonContext,
    JsonKey,
    Shape,
    Url,
    as_text,
    choice,
    key,
    many,
    optional,
    record,
)

VERSION = 1
"""Goes up when a key goes away or comes to mean something else; new keys leave it as it is."""

_MAYBE = optional(TEXT)
_URL = optional(TEXT)


def _page_url(thing: Any, context: JsonContext) -> str | None:
    return context.url(thing.page)


def _said(name: str, doc: str) -> JsonKey:
    """Return a key for a text that is empty if nobody said it, and null in the file."""
    return key(name, _MAYBE, doc, lambda thing, _: getattr(thing, name) or None)


def _path_url(thing: Change | Post, context: JsonContext) -> str | None:
    return context.url(thing.path)


def _public_decisions(post: Post, _: JsonContext) -> list[Decision]:
    return [d for d in post.decisions if Predicted(d, post).is_public]


_CHANGE = record((
    key("day", optional(DAY), "The day; null: from the start."),
    key("status", choice(Status), "The status from that day on."),
    key("path", TEXT, "The page that said so, by its source path."),
    key("url", _URL, "The address of that page.", _path_url),
))

_REVISION = record((
    key("day", optional(DAY), "The day; null: from the start."),
    key("before", TEXT, "The goal as it was."),
    key("after", TEXT, "The goal from that day on."),
    key("path", TEXT, "The post that says why, by its source path."),
    key("url", _URL, "The address of that post.", _path_url),
    key("milestones", many(TEXT), "What taught it: ids of milestones."),
))

_WORK = record((
    key("key", TEXT, "The key by which the site names it."),
    key("type", TEXT, "Its type in CSL, such as article-journal."),
    key("authors", many(TEXT), "Who wrote it.", lambda work, _: [author.name for author in work.authors]),
    key("year", optional(COUNT), "The year in which it came out; null: unknown."),
    key("venue", _MAYBE, "The journal, the proceedings or the book in which it stands; null: in none.",
        lambda work, _: work.venue or None),
    key("doi", _MAYBE, "Its DOI, by itself; null: it has none.", lambda work, _: work.doi or None),
))

_EVIDENCE = record((
    key("title", TEXT, "What it is."),
    key("url", _URL, "Where it stands; null: not in the site.",
        lambda evidence, context: evidence.address(context.url)),
    key("kind", optional(choice(EvidenceKind)),
        "What it is, as its author says or its address tells; null: unknown.", lambda e, _: e.kind or None),
    *(key(name, _MAYBE, doc, get) for name, doc, get in (
        ("value", "The number that it is, as written; null: it is none.", lambda e, _: e.value or None),
        ("unit", "What the number counts.", lambda e, _: e.unit or None),
        ("was", "The number before the work.", lambda e, _: e.was or None),
    )),
    key("work", optional(_WORK), "What the site's bibliography says of it; null: it was not named by a key."),
))

_REPLICATION = record(
    key(name, _MAYBE if name != "posts" else many(TEXT), doc, get) for name, doc, get in (
        ("paper", "The paper, by its address or name.", lambda r, _: r.replication.paper),
        ("metric", "What was measured.", lambda r, _: r.replication.metric),
        ("claimed", "The paper's number.", lambda r, _: r.replication.claimed),
        ("reached", "The number reached.", lambda r, _: r.replication.reached),
        ("posts", "The posts that tell of it: source paths, oldest first.", None),
    ))

_ESTIMATE = record(
    key(name, optional(NUMBER), f"The {name}, in units of the author.")
    for name in ESTIMATED)

_AMOUNT = record((
    key("done", NUMBER, "How much is done."),
    key("of", NUMBER, "How much it is in all."),
    key("unit", _MAYBE, "What is counted."),
))

_PROGRESS = record((
    key("done", COUNT, "How many milestones that count are done, be it in part."),
    key("total", COUNT, "How many count: all but ideas and what was dropped."),
))

_DECISION = record((
    key("question", TEXT, "What was to be decided."),
    key("predicted", _MAYBE, "What the author thought the answer would be."),
    key("confidence", optional(NUMBER), "How sure the author was, in percent."),
    key("target", optional(PARTIAL), "By when it is to be decided."),
    key("decided", _MAYBE, "The answer."),
    key("by", _MAYBE, "Who decided."),
    key("why", _MAYBE, "The reason given."),
))

_SAID = record((
    key("milestone", TEXT, "The id of the milestone."),
    key("status", optional(choice(Status)), "Its status from the post's day on; null: that of the post."),
    key("lessons", many(TEXT), "What it taught."),
))

_ORIGIN = record((
    key("day", PARTIAL, "When that was changed."),
    key("moved_from", _MAYBE, "The id of the goal that it served until then.", lambda origin, _: origin.goal),
    key("split_from", _MAYBE, "The id of the milestone that its posts were about until then.",
        lambda origin, _: origin.milestone),
))

PERSON: tuple[JsonKey, ...] = (
    key("name", TEXT, "What the person is called."),
    *(_said(name, doc) for name, doc in (
        ("role", "What the person does."), ("place", "Where."), ("about", "One sentence."),
        ("looking_for", "What the person would like to be asked about."))),
    key("portrait", optional(record((
        key("url", _URL, "Where the picture stands; null: not in the site.",
            lambda portrait, context: context.url(portrait.path)),
        key("alt", TEXT, "What it shows."),
    ))), "A picture of the person."),
    key("profiles", many(record((
        key("kind", TEXT, "`mail`, `site`, `orcid`, `github` and so on, or a word of the author's."),
        key("url", TEXT, "Its address."),
        _said("name", "What the person is called there."),
    ))), "Where the person is to be found."),
)

ERA: tuple[JsonKey, ...] = (
    *(_said(name, doc) for name, doc in (
        ("employer", "With whom."), ("degree", "Towards which degree."), ("role", "As what."),
        ("place", "Where."), ("about", "One sentence."))),
    key("from", PARTIAL, "When it began.", lambda era, _: era.start),
    key("to", optional(PARTIAL), "When it ended; null: it goes on.", lambda era, _: era.end),
)

_WITH = key("with", many(TEXT), "Who worked on it with the author, or helped, by name.",
            lambda thing, _: thing.people)
_TITLED = key("title", TEXT, "Its title."), key("url", _URL, "The address of its page.", _page_url)
_STATUS = key("status", choice(Status), "Its status on the day `as_of`.")
_CHANGES = key("changes", many(_CHANGE), "Its statuses, oldest first.")
_PUT_ASIDE = (
    key("reason", _MAYBE, "Why it was paused or dropped, or reached in part only."),
    key("revisit", optional(PARTIAL), "When to look at it again."),
)
_LESSONS = key("lessons", many(TEXT), "What did not work, and what to keep.")
_POSTS = key("posts", many(TEXT), "Source paths of its posts, oldest first.")

_ALIASES = key("aliases", many(TEXT), "Its other names, such as those it had before.",
               lambda thing, _: [name.text for name in thing.aliases])

GOAL: tuple[JsonKey, ...] = (
    key("id", TEXT, "Its name among goals; stays as long as its author keeps it."),
    *_TITLED,
    _ALIASES,
    _STATUS,
    key("statement", _MAYBE, "The goal in one sentence, as it is now."),
    key("progress", _PROGRESS, "How far it is.",
        lambda g, context: insights.progress(context.roadmap.milestones_of(g))),
    key("target", optional(PARTIAL),
        "When it should be done: a day, a month, a quarter (`2026-Q3`), a half (`2026-H2`) or a year."),
    *_PUT_ASIDE,
    _CHANGES,
    key("revisions", many(_REVISION), "How it got sharper, oldest first."),
    key("milestones", many(TEXT), "Ids of its milestones, in their order."),
    _POSTS,
)


def _is_blocked(m: Milestone, context: JsonContext) -> bool:
    return insights.is_blocked(context.roadmap, m)


MILESTONE: tuple[JsonKey, ...] = (
    key("id", TEXT, "Its name among milestones; stays as long as its author keeps it."),
    *_TITLED,
    _ALIASES,
    key("goal", _MAYBE, "The id of its own goal."),
    key("goals", many(TEXT), "Ids of all goals that it serves, its own first."),
    _STATUS,
    key("blocked", FLAG, "True: it is planned or active, and waits for something that is not done.",
        _is_blocked),
    key("description", _MAYBE, "One sentence about it."),
    key("started", optional(PARTIAL), "When it was begun, or is to be."),
    key("finished", optional(PARTIAL), "When it was done or dropped."),
    key("target", optional(PARTIAL), "When it should be done."),
    key("amount", optional(_AMOUNT), "How much of it is done."),
    key("scope", optional(COUNT), "How large it is: a rung of `scopes`, from 1."),
    key("kind", _MAYBE, "What sort of work it is."),
    key("depends_on", many(TEXT), "Ids of the milestones needed first."),
    key("needed_by", many(TEXT), "Ids of the milestones that need it."),
    key("part_of", _MAYBE, "The id of the larger milestone that it is a part of."),
    key("parts", many(TEXT), "Ids of its parts."),
    key("history", many(_ORIGIN), "Where it was before; a name that is on no public page any more is null.",
        lambda m, _: m.origins),
    _CHANGES,
    *_PUT_ASIDE,
    _LESSONS,
    key("evidence", many(_EVIDENCE), "What proves the work."),
    _WITH,
    key("replications", many(_REPLICATION), "What was reproduced, and how near."),
    key("estimate", optional(_ESTIMATE), "What it was thought to take."),
    key("actual", optional(_ESTIMATE), "What it took."),
    _POSTS,
)

POST: tuple[JsonKey, ...] = (
    key("path", TEXT, "Its source path, by which others name it."),
    key("title", TEXT, "Its title."),
    key("url", _URL, "Its address.", _path_url),
    key("day", optional(DAY), "When it was written; null: undated."),
    key("description", _MAYBE, "One sentence about it."),
    key("goal", _MAYBE, "The id of the goal it serves, of several the first."),
    key("goals", many(TEXT), "Ids of all goals that it serves."),
    key("milestones", many(TEXT), "Ids of the milestones it is about."),
    key("status", optional(choice(Status)), "What it says their status is from its day on."),
    key("outcomes", many(_SAID), "What it says of single ones of them."),
    _LESSONS,
    _WITH,
    key("decisions", many(_DECISION), "The decisions that its author marked public.", _public_decisions),
)


def table(settings: Settings | None = None) -> tuple[JsonKey, ...]:
    """Return the keys of the file; `settings` say what a site chose, and no schema needs them."""
    chosen = settings or Settings()
    return (
        key("version", Shape({"const": VERSION}, lambda value, _: value), "The version of this format.",
            lambda *_: VERSION),
        key("title", TEXT, "What the site calls its roadmap.", lambda *_: chosen.title),
        key("url", _URL, "The address of the map.",
            lambda _, context: context.url(f"{chosen.folder}/index.md")),
        key("as_of", DAY, "The day of which all this is true."),
        key("scopes", many(TEXT), "What the rungs of `scope` are called, from small to large.",
            lambda *_: chosen.scopes),
        key("person", optional(record(PERSON)), "Whose roadmap it is; null: the site does not say so.",
            lambda *_: chosen.person),
        key("eras", many(record(ERA)), "The employers and degrees of that person, the earliest first.",
            lambda *_: chosen.eras),
        key("goals", many(record(GOAL)), "All goals."),
        key("milestones", many(record(MILESTONE)), "All milestones, goal after goal; those of no goal last."),
        key("posts", many(record(POST)), "All posts, oldest first."),
    )


def roadmap_json(roadmap: Roadmap, settings: Settings, url: Url) -> str:
    """Return the text of `roadmap.json`. The roadmap must be a public one: nothing is left out here
    but what is not marked public among the decisions of its posts.
    """
    return as_text(record(table(settings)).write(roadmap, JsonContext(roadmap, url)))


def roadmap_schema() -> dict[str, Any]:
    """Return the JSON Schema of `roadmap.json`."""
    shape = record(table())
    return {"$schema": DRAFT, "title": "roadmap.json of mkdocs-career-roadmap",
            "description": "Goals, milestones and posts; they name one another by id and by path.",
            **shape.schema}
