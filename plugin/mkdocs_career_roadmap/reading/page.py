"""One page in, what it says out: `read(source) -> Page`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from yaml.nodes import Node, ScalarNode

from ..vocabulary.amounts import Amount
from ..vocabulary.dates import parse_moment
from ..vocabulary.fields import BY_KEY, FIELDS, Field, Kind, Role
from ..vocabulary.names import fold_word, slug, slug_before
from ..vocabulary.problems import Place, Problem, problem
from ..vocabulary.settings import Settings
from ..vocabulary.slips import did_you_mean
from . import prose
from .blocks import Embed, read_block, tell_near_blocks
from .blog_post import ForBlog, fit_for_blog
from .entry import Entry, Outcome, Source
from .folder_defaults import NO_DEFAULTS, PageDefaults
from .foreign import as_advice, is_foreign
from .front_matter import MAX_BODY, FrontMatter, host_text, split
from .given_fields import GivenFields, fits, given_fields, given_word, joined, takes_back, tell_clashes
from .host_keys import ThemeFile, check_foreign
from .keep_back import DRAFT, PRIVATE, seals, unlocked, waits_at_all
from .old_addresses import OldAddress
from .other_words import words_of_others
from .post_facts import authors_of, excerpt_of, minutes_said, minutes_to_read
from .slips_in_keys import slips_in_keys
from .values import ValueReader
from .visibility import is_unknown, tell_unlocked, why_kept_back
from .yaml_nodes import NULL

PLAIN_STATUS = re.compile(r"[\w -]*")
"""What themes can print. They do so in the navigation, as it is, also on pages that are no posts."""
BAD_STATUS = ("the status of a page stands in the navigation as it is written; "
              "write letters, digits, spaces, - and _ only")
_JEKYLL_NAME = re.compile(r"^(\d{4}-\d{1,2}-\d{1,2})-(?=.)")
_MORE = "<!-- more -->"
"""What ends the beginning of a post that Material's blog shows in its lists."""
_ZONES = timedelta(days=1)
"""How far apart a date and a file's name may be: the file may have been named in another time zone."""
_DEFINITIONS = {"goal": Role.GOAL, "milestone": Role.MILESTONE}
_BY_NAME = {f.name: f for f in FIELDS}
_ENTRY_FIELDS = {
    f.name for f in FIELDS if hasattr(Entry, f.name) and f.name not in ("id", "title")
} | {"with"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, read."""

    path: str
    title: str
    links: tuple[str, ...]
    """The source paths it links to."""
    entry: Entry | None = None
    """What it says about the roadmap. None: it is an ordinary page, or a draft."""
    is_draft: bool = False
    is_private: bool = False
    is_hidden: bool = False
    """True when it must never be in a built site: it is private, a draft, or nobody knows what it says of
    that."""
    is_sealed: bool = False
    """True when another plugin locks it, so that nothing it says may stand anywhere else."""
    has_private_parts: bool = False
    """True when its front matter has what only the built site leaves out, such as decisions."""
    embeds: tuple[Embed, ...] = ()
    """The views it asks for."""
    problems: tuple[Problem, ...] = field(default=())
    ignored: frozenset[str] = frozenset()
    """Codes of problems that the page asks not to be told of itself."""
    lost: Problem | None = None
    """Why its front matter could not be read, of which nobody knows what it says. None: it could."""
    host_text: str | None = None
    """What a host should read in its place, since it would trip over it. None: the page itself."""
    withheld: frozenset[str] = frozenset()
    """The keys that are not in it."""
    theme_files: tuple[ThemeFile, ...] = ()
    """What it asks of the theme."""
    old_addresses: tuple[OldAddress, ...] = ()
    """Where it was to be found before."""
    keys_above: frozenset[str] = frozenset()
    """The keys that its folders have."""
    blog_slug: str = ""
    """The last part of the address that it asks of Material's blog. Empty: its title makes one."""
    asks_day: bool = False
    """True when what it says may be something else on another day, since it waits for one."""


def read(source: Source, settings: Settings, defaults: PageDefaults = NO_DEFAULTS) -> Page:
    """Return what the page says; never raises, whatever its text. `defaults` are those of its folders."""
    front = split(source.path, source.text)
    odd_to_yaml = frozenset(front.withheld)
    theme_files = check_foreign(front)
    keys = _keys(front)
    reader = ValueReader(front, settings.scopes, list(front.problems), settings.status_words,
                         settings.bibliography)
    given = given_fields(defaults.fronts)
    role = _role(keys, given, reader)
    values = defaults.added_to(front.pairs)
    why, word = why_kept_back(front, role, reader, defaults, settings)
    if not why and settings.locks is None and (lock := unlocked(values)):
        why = tell_unlocked(lock, front, reader)
    reader.problems += slips_in_keys(front, word, is_of_roadmap=role is not None)
    if role:
        reader.problems += words_of_others(front, role, settings)
    private, draft, sealed = why == PRIVATE, why == DRAFT, settings.locks is not None and seals(
        values, settings.locks)
    is_of_blog = settings.leaves_draft(source.path)
    stops_blog = is_of_blog and (front.lost is not None or front.is_unloadable)
    foreign = role is None and not why and not stops_blog and is_foreign(front, reader.problems)
    post = ForBlog()
    if is_of_blog:
        post = fit_for_blog(front, _named_day(source.path), settings.blog_words, is_kept_back=bool(why),
                            has_date_above=any(key == "date" for key, _ in values))
        draft = draft or (not why and not _is_published(keys) and settings.is_still_to_come(post.created))
    hidden = private or (draft and (role is not None or not is_of_blog)) or (
        not foreign and is_unknown(front, settings))
    entry = None
    if role and not draft:
        title = _title(front, keys, reader)
        fields = _fields_of_entry(front, keys, given, role, title, reader, settings)
        if fields is not None:
            if private or sealed:
                fields["visibility"] = "private"  # it may be written as nobody can read it
            fields |= _beside(front, role, fields, values)
            entry = Entry(path=front.path, role=role, title=title, **fields)
    else:
        _refuse_status(keys, reader)
        # The title of any other page is the host's business; ours to show, not to judge.
        title = _title(front, keys, ValueReader(front, settings.scopes))
    embeds = [read_block(source.path, block, front.body_line - 1, settings.status_words)
              for block in prose.roadmap_blocks(front.body)]
    ignored, old = (reader.read(_BY_NAME[name], keys[name]) if name in keys else None
                    for name in ("ignore_problems", "redirect_from"))
    ignored = joined(_BY_NAME["ignore_problems"], keys.get("ignore_problems"), ignored,
                     given.get("ignore_problems", ()), reader, settings)
    problems = [*reader.problems, *tell_clashes(front, defaults.fronts, settings), *_body_problems(front),
                *tell_near_blocks(front)]
    text = host_text(front)
    if foreign:
        problems, front.withheld = as_advice(problems), front.withheld - odd_to_yaml
        text = host_text(front) if front.withheld or front.given else None
    problems += post.problems
    if sealed and not hidden and is_of_blog and _MORE not in front.body:
        problems.append(problem(
            "private-unread", Place(source.path),
            "this post is to be locked, but Material's blog shows all of it in its lists, which nothing "
            f"locks; put a line {_MORE} behind what everybody may read, or keep the post back"))
    problems += (p for _, of_block in embeds for p in of_block)
    above = frozenset(key for of_folder in defaults.fronts for key in of_folder.keys)
    return Page(
        source.path, title, prose.links_of(source.path, front.body), entry, draft, private, hidden, sealed,
        _has_private_parts(entry),
        tuple(embed for embed, _ in embeds), tuple(dict.fromkeys(problems)), frozenset(ignored or ()),
        front.lost, text, frozenset(front.withheld), theme_files, old or (),
        above, _blog_slug(front) if is_of_blog else "", is_of_blog or waits_at_all(front.pairs))


def _blog_slug(front: FrontMatter) -> str:
    node = front.values.get("slug")
    return posixpath.basename(node.value.strip("/")) if isinstance(node, ScalarNode) else ""


def read_translation(
    source: Source, page: Page, original: Page, settings: Settings, defaults: PageDefaults = NO_DEFAULTS
) -> Page:
    """Return what a page says whose `original`, in another language, is read: it is kept back with that one,
    unless it says `visibility: public` or `draft: false` itself.
    """
    if page.is_hidden or not original.is_hidden:
        return page
    why = DRAFT if original.is_draft else PRIVATE
    kept = read(source, settings, defaults.of_translation(why))
    if not kept.is_hidden:
        return page
    right = "draft: true" if why == DRAFT else "visibility: private"
    told = problem(
        "unclear-visibility", Place(source.path),
        f"this translates a page that is {'a draft' if why == DRAFT else 'private'}, and does not say "
        f"whether it is, too, so it is kept back; write `{right}`, or `visibility: public`")
    return replace(kept, problems=(*kept.problems, told))


def as_private(page: Page) -> Page:
    """Return a page as a private one, whatever it says of that."""
    entry = page.entry and replace(page.entry, visibility="private")
    return replace(page, is_private=True, is_hidden=True, entry=entry)


def _is_published(keys: Mapping[str, Node]) -> bool:
    """True when a page says itself whether it is a draft, so that its date does not."""
    node = keys.get("draft")
    return isinstance(node, ScalarNode) and node.tag != NULL


def _has_private_parts(entry: Entry | None) -> bool:
    return entry is not None and any(d.visibility != "public" for d in entry.decisions)


def _body_problems(front: FrontMatter) -> list[Problem]:
    """Return what is odd about the text of a page, as far as it stops or slows others."""
    problems, body = [], front.body
    if (at := body.find("\0")) >= 0:
        line = front.body_line + body.count("\n", 0, at)
        problems.append(problem(
            "control-character", Place(front.path, line, at - body.rfind("\n", 0, at)),
            "a NUL character stands here, which no reader can see; take it out"))
    if len(body) > MAX_BODY:
        problems.append(problem(
            "large-page", Place(front.path),
            f"this page has {len(body)} characters; Markdown takes seconds for so many: split it"))
    return problems


def _refuse_status(keys: dict[str, Node], reader: ValueReader) -> None:
    """Tell a status that a theme cannot print, on a page whose status is its own business."""
    node = keys.get("status")
    if node is not None and not (isinstance(node, ScalarNode) and PLAIN_STATUS.fullmatch(node.value)):
        reader.problems.append(problem("bad-status", reader.page.place(node), BAD_STATUS))


def _keys(front: FrontMatter) -> dict[str, Node]:
    """Return the values of the fields we know, by the field's name."""
    nodes: dict[str, Node] = {}
    for key, node in front.values.items():
        field = BY_KEY.get(key)
        if key in front.withheld:
            continue  # told already
        if field and field.name in nodes:
            first = nodes[field.name]
            front.problems.append(problem(
                "duplicate-key", front.keys[key],
                f"{key!r} says {field.name} a second time; make one list of the two",
                front.place(first)))
        elif field:
            nodes[field.name] = node
    return nodes


def _word(node: Node | None) -> str:
    return fold_word(node.value) if isinstance(node, ScalarNode) else ""


def _role(keys: dict[str, Node], given: GivenFields, reader: ValueReader) -> Role | None:
    """Return what the page is, by itself or by its folders. Other tools use `type`, too: theirs are left
    alone.
    """
    word = _word(keys["type"]) if "type" in keys else given_word(given, "type")
    if word in _DEFINITIONS:
        return _DEFINITIONS[word]
    if "type" in keys and did_you_mean(word, _DEFINITIONS):
        reader.read(_BY_NAME["type"], keys["type"])
    return Role.POST if {"goal", "milestone"} & {*keys, *given} else None


def _title(front: FrontMatter, keys: dict[str, Node], reader: ValueReader) -> str:
    """Return the page's title as MkDocs finds it: field, first heading, file name."""
    if "title" in keys and (title := reader.read(_BY_NAME["title"], keys["title"])):
        return str(title)
    if title := prose.title_of(front.body):
        return title
    stem = _JEKYLL_NAME.sub("", _stem(front.path), count=1)
    words = stem.replace("-", " ").replace("_", " ").strip() or stem
    return words.capitalize() if words.lower() == words else words


def _stem(path: str) -> str:
    """Return the file's name without its ending; the folder's for an index."""
    stem = posixpath.splitext(posixpath.basename(path))[0]
    if stem.lower() not in ("index", "readme"):
        return stem
    return posixpath.basename(posixpath.dirname(path)) or stem


def _beside(
    front: FrontMatter, role: Role, fields: Mapping[str, Any], values: Sequence[tuple[str, Node]]
) -> dict[str, Any]:
    """Return what an entry has of its page besides its own fields: who wrote it, and how it reads."""
    found: dict[str, Any] = {}
    if any(key in ("author", "authors") for key, _ in values):
        found |= {"has_authors": True, "authors": authors_of(values)}
    if role is Role.POST:
        said = minutes_said(values)
        found["minutes"] = minutes_to_read(front.body) if said is None else said
        found["excerpt"] = "" if fields.get("description") else excerpt_of(front.body)
    return found


def _fields_of_entry(
    front: FrontMatter, keys: dict[str, Node], given: GivenFields, role: Role, title: str,
    reader: ValueReader, settings: Settings,
) -> dict[str, Any] | None:
    """Return the fields of an entry, by their names. None: it is none after all."""
    values: dict[str, Any] = {}
    places = {name: front.place(node) for name, node in keys.items()}
    for name, node in keys.items():
        of = _BY_NAME[name]
        if of.kind is Kind.FLAG:
            reader.read(of, node)  # for its problems: `draft: 3` says nothing
        if _is_read_elsewhere(of, role) or (name in given and takes_back(node)):
            continue
        if role not in of.on and not (role is Role.GOAL and name == "goal"):
            reader.refuse("no-effect", node, f"{name} says nothing on the page of a {role}; "
                          + _where(of))
        elif (value := reader.read(of, node)) is not None:
            values[name] = value
    _join_given(values, keys, given, role, reader, settings)
    if role is Role.POST:
        if not values.get("goal") and not values.get("milestone"):
            return None  # both are empty, as in a template, or were refused
    else:
        written = _definition_id(front, keys, reader)
        id = slug(written)
        if not id:
            return None
        values["id"] = id
        values["ids_before"] = tuple(sorted({
            before for text in (written, title) if (before := slug_before(text)) not in ("", slug(text))}))
        own = {id, slug(title), *(name.id for name in values.get("aliases", ()))}
        if role is Role.GOAL and any(name.id not in own for name in values.get("goal", ())):
            reader.refuse("no-effect", keys["goal"], "goal says nothing on the page of a goal, since no goal "
                          "serves another; take it out, or write `type: milestone`")
    values["goals"], values["people"] = values.pop("goal", ()), values.pop("with", ())
    _take_outcomes(values, front, reader)
    values["amount"] = _counted(
        values.get("amount"), front, role, places.get("amount", Place(front.path)), reader)
    values["evidence"] = tuple(e.seen_from(front.path) for e in values.get("evidence", ()))
    values["lessons"] = (*values.get("lessons", ()), *_lessons(front, role, settings, reader))
    values["places"] = places
    values["moment"] = _moment(front, keys, reader) or _given_moment(given, reader, settings)
    return values


def _join_given(
    values: dict[str, Any], keys: Mapping[str, Node], given: GivenFields, role: Role, reader: ValueReader,
    settings: Settings,
) -> None:
    """Add to the values of a page what its folders say of it."""
    has_milestone = bool(values.get("milestone")) or ("milestone" in given and "milestone" not in keys)
    for name, found in given.items():
        of = _BY_NAME[name]
        if _is_read_elsewhere(of, role) or not fits(of, role, has_milestone=has_milestone):
            continue
        value = joined(of, keys.get(name), values.get(name), found, reader, settings)
        if value is not None:
            values[name] = value


def _is_read_elsewhere(of: Field, role: Role) -> bool:
    """True for a field that says nothing of an entry: what keeps a page back has a rule of its own, and
    the `aliases` of a post are for Obsidian or Hugo.
    """
    return (of.name not in _ENTRY_FIELDS or of.name == "visibility"
            or (of.kind is Kind.ALIASES and role is Role.POST))


def _take_outcomes(values: dict[str, Any], front: FrontMatter, reader: ValueReader) -> None:
    """Put the names of a post's milestones in the place of what it says of them, and that beside it."""
    outcomes: tuple[Outcome, ...] = values.get("milestone", ())
    values["milestone"] = tuple(outcome.milestone for outcome in outcomes)
    values["outcomes"] = tuple(_outcome(front, outcome, reader) for outcome in outcomes
                               if not outcome.says_nothing)


def _outcome(front: FrontMatter, outcome: Outcome, reader: ValueReader) -> Outcome:
    return replace(
        outcome, evidence=tuple(e.seen_from(front.path) for e in outcome.evidence),
        amount=_counted(outcome.amount, front, Role.POST, outcome.place("amount"), reader))


def _counted(
    amount: Amount | None, front: FrontMatter, role: Role, place: Place, reader: ValueReader
) -> Amount | None:
    """Return an amount; that of tasks is counted on a milestone's page, and told on one without any."""
    if amount is None or not amount.is_tasks:
        return amount
    found = prose.tasks_of(front.body) if role is Role.MILESTONE else None
    if found is None:
        why = ("this page has no task; write a list of them, such as `- [x] done` and `- [ ] to do`"
               if role is Role.MILESTONE else
               "it counts the tasks of a milestone's own page; write how much it is, such as `8 of 12 books`")
        reader.problems.append(problem("no-effect", place, f"amount says nothing here, since {why}"))
    return found


def _where(of: Field) -> str:
    """Return the fix for a misplaced field."""
    return "it belongs on " + " or ".join(
        {"post": "a post", "goal": "a goal's page", "milestone": "a milestone's page"}[role]
        for role in Role if role in of.on)


def _definition_id(front: FrontMatter, keys: dict[str, Node], reader: ValueReader) -> str:
    """Return what a definition's id is made of, as it is written. Empty, and told: nothing is."""
    if "id" in keys:
        name = reader.read(_BY_NAME["id"], keys["id"])
        if name is not None:
            return str(name.text)
    stem = _stem(front.path)
    if not slug(stem):
        reader.problems.append(problem(
            "empty-name", front.keys.get("type", Place(front.path)),
            f"nothing of the file's name {stem!r} is left in an address; add a line `id: ...`"))
        return ""
    return stem


def _lessons(front: FrontMatter, role: Role, settings: Settings, reader: ValueReader) -> tuple[str, ...]:
    if role is Role.GOAL:
        return ()
    reader.problems += (problem(
        "no-effect", Place(front.path, front.body_line + line),
        "this section is read as lessons, but has no sentence to be shown, as code is left out; write one, "
        "or give the section another heading")
        for line in prose.idle_lessons_of(front.body, settings.lesson_headings))
    return prose.lessons_of(front.body, settings.lesson_headings)


def _moment(front: FrontMatter, keys: dict[str, Node], reader: ValueReader) -> datetime | None:
    """Return when it was written, by its date, else by its file's name; told if they are days apart."""
    named = _named_day(front.path)
    moment: datetime | None = reader.read(_BY_NAME["date"], keys["date"]) if "date" in keys else None
    if named and moment and abs(moment.date() - named.date()) > _ZONES:
        reader.problems.append(problem(
            "other-day", front.place(keys["date"]),  # often the day of a draft
            f"date says {moment.date()}, and the file's name {named.date()}; the date counts, so mend it or "
            "rename the file"))
    return moment or named


def _given_moment(given: GivenFields, reader: ValueReader, settings: Settings) -> datetime | None:
    moment: datetime | None = joined(
        _BY_NAME["date"], None, None, given.get("date", ()), reader, settings)
    return moment


def moment_of(front: FrontMatter, settings: Settings) -> datetime | None:
    """Return when a page was written, also one that is not on the roadmap. None: nobody can tell."""
    return _moment(front, _keys(front), ValueReader(front, settings.scopes))


def _named_day(path: str) -> datetime | None:
    """Return the day in the name of a file, or of the folder that an index has for itself."""
    match = _JEKYLL_NAME.match(_stem(path))
    try:
        return parse_moment(match[1]) if match else None
    except ValueError:
        return None  # a file named 2020-99-99-x.md is named so for a reason of its own
