"""One reader for each kind of value: a YAML node in, a typed value or a problem out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from urllib.parse import urlsplit

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..vocabulary.amounts import Amount, Number, parse_amount
from ..vocabulary.bibliography.work import NO_WORKS, Bibliography, Work
from ..vocabulary.dates import parse_day, parse_moment
from ..vocabulary.fields import NEAR_STATUSES, STATUS_ALIASES, Field, Kind, Status
from ..vocabulary.identifiers import KINDS, identified, kind_of_file, whole_address
from ..vocabulary.labels import suggested_statuses
from ..vocabulary.names import RESERVED, fold_word, name_in_link, name_in_path, slug
from ..vocabulary.phrases import hint, suggestion
from ..vocabulary.problems import Place, Problem, problem
from .bibliography.keys import UnknownKeyError, named_work
from .entry import Came, Decision, Estimate, Evidence, Name, Outcome, Replication
from .front_matter import FrontMatter
from .keep_back import kept_back
from .old_addresses import OldAddress, files_of
from .yaml_nodes import NULL, quoted, with_wiki_links

MAX_TEXT = 200
"""Letters of a title or a name: more does not fit a card."""
MAX_ID = 200
"""Bytes of an id: file systems take names of up to 255, and an ending belongs to them."""

_BOOL = "tag:yaml.org,2002:bool"
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_NEVER_IN_LINKS = re.compile(r"[\\\x00-\x1f\x7f]")
_TYPOGRAPHIC = re.compile(r"([\u00ab\u00bb\u2018-\u201f\u2039\u203a\uff02\uff07\u00b4])(?:(?!\1).)+"
                          r"[\u00ab\u00bb\u2018-\u201f\u2039\u203a\uff02\uff07\u00b4]")
"""A text between quotes that YAML knows nothing of."""
_REACHED_AT = re.compile(r"^\w+://\S+$|[\w.+-]@[\w-]+\.\w")
"""An address of the web, or a name with an address of mail in it."""
_SCHEMES = ("http", "https", "mailto", "")

_T = TypeVar("_T")


class RefusedError(Exception):
    """Ends the reading of one value; the problem is already told. Never leaves this module."""


@dataclass(slots=True)
class ValueReader:
    """Reads the values of one page."""

    page: FrontMatter
    scopes: tuple[str, ...]
    """What the rungs of a scope are called, from small to large."""
    problems: list[Problem] = field(default_factory=list)
    """What was wrong with the values so far."""
    status_words: Mapping[str, Status] = field(default_factory=lambda: STATUS_ALIASES)
    """Every word for a status, folded."""
    bibliography: Bibliography = NO_WORKS
    """The works that evidence may name."""

    def read(self, of: Field, node: Node) -> Any:
        """Return the value of a field, as `Entry` wants it; None if there is none.

        A value that is not what the field takes is told in `problems`.
        """
        try:
            if isinstance(node, ScalarNode) and node.tag == NULL and of.kind is not Kind.HOST:
                self.empty(of, node)
                return None
            if of.kind in _NAMING:
                node = with_wiki_links(node)
            return _READERS[of.kind](self, of, node)
        except RefusedError:
            return None

    def refuse(self, code: str, node: Node, message: str) -> RefusedError:
        """Tell a problem at a node, and return what to raise."""
        self.problems.append(problem(code, self.page.place(node), message))
        return RefusedError()

    def empty(self, of: Field, node: Node) -> None:
        """Tell of a value that is not there, if a comment took it."""
        cut = None if node.value else self.page.cut_comment(node)  # `~` is empty without a cut
        if cut:
            self.problems.append(problem(
                "cut-by-comment", self.page.place(node),
                f"{of.name} is empty, because YAML takes {cut} for a comment; "
                f"write {of.name}: {quoted(cut)}"))

    def words(self, of: Field, node: Node) -> str:
        """Return a scalar as it was written."""
        if not isinstance(node, ScalarNode):
            shape = "a list" if isinstance(node, SequenceNode) else "a mapping"
            raise self.refuse("bad-value", node, f"{of.name} is {shape}; write one line of text")
        value = " ".join(node.value.split())
        # A plain style is "" to libyaml and None to PyYAML's own loader.
        cut = None if node.style else self.page.cut_comment(node)
        if cut:
            self.problems.append(problem(
                "cut-by-comment", self.page.place(node),
                f"{of.name} ends before {cut}, because YAML takes that for a comment; "
                f"write {of.name}: {quoted(f'{value} {cut}')}"))
        return value

    def short(self, of: Field, node: Node) -> str:
        """Return a text that is to be a title or a name."""
        text = self.words(of, node)
        if not getattr(node, "style", None) and _TYPOGRAPHIC.fullmatch(text):
            self.problems.append(problem(
                "odd-quotes", self.page.place(node),
                f"{of.name} is {text[:80]}, and YAML takes these quotes for a part of it; take them away, or "
                f"write {of.name}: {quoted(text[:80])} if you mean them"))
        if len(text) > MAX_TEXT:
            raise self.refuse("too-long", node,
                              f"{of.name} has {len(text)} letters; at most {MAX_TEXT} fit")
        return text

    def text(self, of: Field, node: Node) -> str | None:
        return (self.short if of.name == "title" else self.words)(of, node) or None

    def name(self, of: Field, node: Node) -> Name:
        text = name_in_link(self.short(of, node))
        self._tell_path(of, node, text)
        id = slug(text)
        if not id:
            raise self.refuse("empty-name", node,
                              f"{of.name} is {text!r}, of which nothing is left in an address; "
                              "use at least one letter or digit")
        if len(id.encode()) > MAX_ID:
            raise self.refuse("too-long", node,
                              f"{of.name} makes a file name of {len(id.encode())} bytes; "
                              f"at most {MAX_ID} fit")
        if id in RESERVED:
            raise self.refuse("reserved-name", node,
                              f"{of.name} makes a file named {id!r}, which Windows keeps for a device; "
                              "use another word or one more")
        return Name(id, text, self.page.place(node))

    def _tell_path(self, of: Field, node: Node, text: str) -> None:
        """Tell a path or an address in the place of a name."""
        called = name_in_path(text)
        if called is None:
            return
        if of.kind is Kind.ALIASES:
            raise self.refuse("path-as-name", node,
                              f"{of.name} has {text[:80]!r}, which is a path or an address and no name; "
                              "write addresses that a page had before into `redirect_from`")
        what = f", such as {called}" if slug(called) else ""
        self.problems.append(problem(
            "path-as-name", self.page.place(node),
            f"{of.name} is {text[:80]!r}, which is a path or an address; write the title or the id of what "
            f"it leads to{what}"))

    def status(self, of: Field, node: Node) -> Status:
        text = self.words(of, node)
        folded = fold_word(text)
        alias = self.status_words.get(folded)
        if alias is None:
            canonical = ", ".join(Status)
            if node.tag == _BOOL:
                raise self.refuse("bad-status", node,
                                  f"status is {text!r}, which YAML reads as true or false; "
                                  f"write one of {canonical}")
            advice = status_hint(folded, self.status_words, f"write one of {canonical}")
            raise self.refuse("bad-status", node, f"unknown status {text!r}{advice}")
        if folded == "blocked" and alias is Status.PAUSED:
            self.problems.append(problem(
                "blocked-status", self.page.place(node),
                "blocked is read as paused; say what it waits for with depends_on, "
                "and blocked follows by itself"))
        return alias

    def choice(self, of: Field, node: Node) -> str:
        text = self.words(of, node)
        choices = {fold_word(choice): choice for choice in of.choices}
        if fold_word(text) in choices:
            return choices[fold_word(text)]
        advice = suggestion(text, of.choices, f"write one of {', '.join(of.choices)}")
        raise self.refuse("bad-type" if of.name == "type" else "bad-value", node,
                          f"unknown {of.name} {text!r}{advice}")

    def scope(self, of: Field, node: Node) -> int:
        text = self.words(of, node)
        rungs = [fold_word(rung) for rung in self.scopes]
        if fold_word(text) in rungs:
            return rungs.index(fold_word(text)) + 1
        if text.isdecimal() and len(text) < 10 and 1 <= int(text) <= len(rungs):
            return int(text)
        advice = suggestion(fold_word(text), self.scopes,
                            f"the site's rungs are {', '.join(self.scopes)} (or 1 to {len(rungs)})")
        raise self.refuse("bad-value", node, f"unknown scope {text!r}{advice}")

    def flag(self, of: Field, node: Node) -> bool:
        text = self.words(of, node)
        if text.casefold() not in _FLAGS:
            raise self.refuse("bad-value", node, f"{of.name} is {text!r}; write true or false")
        return _FLAGS[text.casefold()]

    def number(self, of: Field, node: Node) -> Number:
        written = self.words(of, node)
        text = written.removesuffix("%").strip()
        if not re.fullmatch(r"[+-]?(\d{1,15})(\.\d{1,15})?", text):
            raise self.refuse("bad-value", node, f"{of.name} is {text[:40]!r}; write a number")
        number = float(text) if "." in text else int(text)
        most = 100 if written.endswith("%") else of.most
        if number < 0 or (most is not None and number > most):
            range_ = "from 0 on" if most is None else f"from 0 to {most}"
            raise self.refuse("bad-value", node, f"{of.name} is {written!r}; write a number {range_}")
        if of.most == 100 and 0 < number < 1:
            raise self.refuse("bad-value", node,
                              f"{of.name} is {written!r}, but is told in percent; write {number * 100:.4g}")
        return number

    def count(self, of: Field, node: Node) -> int:
        text = self.words(of, node)
        if not re.fullmatch(r"[1-9]\d{0,5}", text):
            raise self.refuse("bad-value", node, f"{of.name} is {text[:40]!r}; write a whole number from 1")
        return int(text)

    def when(self, of: Field, node: Node) -> Any:
        if of.kind is Kind.MOMENT and isinstance(node, MappingNode):
            node = self._created(of, node)
        text = self.words(of, node)
        try:
            return parse_moment(text) if of.kind is Kind.MOMENT else parse_day(text)
        except ValueError as error:
            raise self.refuse("bad-date", node, f"{of.name}: {error}") from None

    def _created(self, of: Field, node: MappingNode) -> Node:
        """Return the day of Material's `date: {created: ..., updated: ...}`."""
        for key, value in node.value:
            if key.value == "created":
                found: Node = value
                return found
        raise self.refuse("bad-date", node, f"{of.name} is a mapping without `created`")

    def link(self, of: Field, node: Node) -> str | None:
        return self._followed(of, node, self.words(of, node))

    def _followed(self, of: Field, node: Node, text: str) -> str | None:
        """Return the address that a text is or stands for; a paper may be named by its title as well."""
        if text.startswith("<") and text.endswith(">"):  # an address as Markdown has it
            text = text[1:-1].strip()
        text = whole_address(text)
        try:
            parts = urlsplit(text)
        except ValueError:
            raise self.refuse("bad-link", node, f"{text!r} is no address") from None
        scheme = parts.scheme.lower()
        if scheme not in ("http", "https") and (known := identified(text)):
            return text if of.kind is Kind.LINK else known.url
        # "Smith 2024: a title" is a name and not an address, whatever stands before its colon.
        is_name = of.kind is Kind.LINK and " " in text and scheme not in ("http", "https")
        # Browsers take "///x" for "//x", which is another site, and "\\" for "/"; some control
        # characters they leave out, so that "\x01javascript:" is what follows the first.
        bad = scheme not in _SCHEMES or text.startswith("//") or _NEVER_IN_LINKS.search(text)
        if bad and not is_name:
            raise self.refuse("bad-link", node,
                              f"{text[:80]!r} is no link to follow; "
                              "write https://, mailto:, doi: or a relative one")
        return text or None

    # --- lists and mappings ---

    def each(self, of: Field, node: Node, one: Callable[[Field, Node], _T]) -> list[_T]:
        """Return the items of a list; a single value is a list of one."""
        items = node.value if isinstance(node, SequenceNode) else [node]
        result = []
        for item in items:
            if isinstance(item, ScalarNode) and item.tag == NULL:
                self.empty(of, item)
                continue
            try:
                result.append(one(of, item))
            except RefusedError:
                continue  # told already; the other items still count
        return result

    def names(self, of: Field, node: Node) -> tuple[Name, ...]:
        by_id = {name.id: name for name in self.each(of, node, self.name)}
        return tuple(by_id.values())

    def outcomes(self, of: Field, node: Node) -> tuple[Outcome, ...]:
        """Return the milestones that a post is about, each once, with what is said of it alone."""
        found: dict[str, Outcome] = {}
        for item in node.value if isinstance(node, SequenceNode) else [node]:
            for outcome in self._outcomes(of, item):
                before = found.setdefault(outcome.milestone.id, outcome)
                if before.says_nothing:
                    found[outcome.milestone.id] = outcome
                elif before is not outcome and not outcome.says_nothing:
                    self.problems.append(problem(
                        "duplicate-key", outcome.milestone.place,
                        f"{outcome.milestone.text!r} has two outcomes in one {of.name}; keep one of the two",
                        before.milestone.place))
        return tuple(found.values())

    def _outcomes(self, of: Field, node: Node) -> list[Outcome]:
        """Return what a name, an outcome by its parts, or a mapping from names to outcomes tells of."""
        parts = {part.name: part for part in of.parts}
        if isinstance(node, SequenceNode):
            self.refuse("bad-value", node, f"{of.name} has a list within a list; write one list of names")
            return []
        if not isinstance(node, MappingNode):
            return [Outcome(milestone=name) for name in self.each(of, node, self.name)]
        if any(isinstance(key, ScalarNode) and key.value in parts for key, _ in node.value):
            return self.each(of, node, lambda f, n: self._outcome(f, n, parts))
        del parts["milestone"]
        return [outcome for key, value in node.value if (outcome := self._outcome_of(of, key, value, parts))]

    def _outcome(self, of: Field, node: Node, fields: Mapping[str, Field]) -> Outcome:
        before = len(self.problems)
        parts = self.parts(of, node, fields)
        if "milestone" not in parts:
            if len(self.problems) > before:
                raise RefusedError
            raise self.refuse("bad-value", node,
                              f"a {of.name} has no name here; write {{milestone: ..., status: ...}}")
        return Outcome(places=self._places(node, fields), **parts)

    def _outcome_of(self, of: Field, key: Node, value: Node, fields: Mapping[str, Field]) -> Outcome | None:
        """Return what is said of the milestone that a key names: its status, or the parts of an outcome.

        The milestone counts even if nothing can be made of the value, as it does beside a bad status.
        """
        try:
            name = self.name(of, key)
        except RefusedError:
            return None
        try:
            if isinstance(value, MappingNode):
                parts = self.parts(of, value, fields)
                return Outcome(milestone=name, places=self._places(value, fields), **parts)
            if isinstance(value, SequenceNode):
                raise self.refuse("bad-value", value, f"{name.text!r} has a list; write its status")
        except RefusedError:
            return Outcome(milestone=name)
        before = len(self.problems)
        status = self.read(fields["status"], value)
        if status is None and len(self.problems) > before:  # "Paper: the sequel" is a mapping to YAML
            told = self.problems.pop()
            also = f"; if {name.text}: {value.value[:80]} is one name, put it in quotes"
            self.problems.append(replace(told, message=told.message + also))
        return Outcome(milestone=name, places={"status": self.page.place(value)}, status=status)

    def _places(self, node: Node, fields: Mapping[str, Field]) -> dict[str, Place]:
        return {key.value: self.page.place(value) for key, value in node.value
                if isinstance(key, ScalarNode) and key.value in fields}

    def amount(self, of: Field, node: Node) -> Amount:
        if isinstance(node, MappingNode):
            amount = Amount(**self.parts(of, node, {part.name: part for part in of.parts}))
        else:
            text = self.short(of, node)
            try:
                amount = parse_amount(text)
            except ValueError:
                raise self.refuse("bad-value", node,
                                  f"{of.name} is {text[:40]!r}; write how much of how much, such as "
                                  "`8 of 12 books`, or `tasks` for the tasks of a milestone's page") from None
        if amount.of == 0:
            raise self.refuse("bad-value", node, f"{of.name} is of 0; write how much it is in all")
        return amount

    def statuses(self, of: Field, node: Node) -> tuple[Status, ...]:
        return tuple(dict.fromkeys(self.each(of, node, self.status)))

    def choices(self, of: Field, node: Node) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.each(of, node, self.choice)))

    def texts(self, of: Field, node: Node) -> tuple[str, ...]:
        return tuple(text for text in self.each(of, node, self.words) if text)

    def people(self, of: Field, node: Node) -> tuple[str, ...]:
        """Return names, each once, whatever its case."""
        by_word = {fold_word(name): name for name in reversed(self.each(of, node, self._person)) if name}
        return tuple(reversed(by_word.values()))

    def _person(self, of: Field, node: Node) -> str:
        name = name_in_link(self.short(of, node))
        if _REACHED_AT.search(name):  # a page would show to everybody what is somebody else's address
            raise self.refuse("bad-value", node,
                              f"{of.name} has {name[:80]!r}, which is an address; write the person's name")
        return name

    def links(self, of: Field, node: Node) -> tuple[Evidence, ...]:
        return tuple(found for found in self.each(of, node, self._evidence)
                     if found.url or found.value or found.work)

    def _evidence(self, of: Field, node: Node) -> Evidence:
        if isinstance(node, ScalarNode):
            text = self.words(of, node)
            titled = _MARKDOWN_LINK.fullmatch(text)
            if not titled and text.startswith("[") and "](" in text:
                raise self.refuse("bad-link", node,
                                  f"{text[:80]!r} is no link to follow; write [a title](an address)")
            target = titled[2] or titled[3] if titled else text
            if work := self._named_work(node, target):
                return replace(_of_work(work), title=titled[1] if titled else work.title)
            url = self._followed(_EVIDENCE["url"], node, target) or ""
            # An identifier is shown as it is written, and an address whole, without the signs around it.
            title = titled[1] if titled else whole_address(text.strip("<> "))
            return Evidence(title, url, kind=_kind(url))
        before = len(self.problems)
        parts = self.parts(of, node, _EVIDENCE)
        if work := parts.get("work"):
            return replace(_of_work(work), **{name: told for name, told in parts.items() if name != "work"})
        url = parts.get("url", "")
        if not url and "value" not in parts:
            if len(self.problems) > before:
                raise RefusedError
            raise self.refuse("bad-value", node,
                              f"{of.name} has neither an address nor a number; "
                              "write {title: ..., url: ...} or {value: ..., unit: ...}")
        kind = parts.get("kind") or _kind(url) or ("result" if "value" in parts else "")
        return Evidence(parts.get("title") or url, url, kind=kind,
                        **{name: parts[name] for name in ("value", "unit", "was") if name in parts})

    def work(self, of: Field, node: Node) -> Work:
        """Return the work that a key stands for, with an @ before it or without."""
        found = self._named_work(node, f"@{self.words(of, node).removeprefix('@')}")
        if found is None:
            raise self.refuse("bad-value", node, f"{of.name} wants the key of one work, such as smith2025")
        return found

    def _named_work(self, node: Node, text: str) -> Work | None:
        try:
            return named_work(text, self.bibliography)
        except UnknownKeyError as error:
            raise self.refuse("unknown-key", node, str(error)) if str(error) else RefusedError from None

    def old_addresses(self, of: Field, node: Node) -> tuple[OldAddress, ...]:
        return tuple(found for found in self.each(of, node, self._old_address) if found)

    def _old_address(self, of: Field, node: Node) -> OldAddress | None:
        text = self.words(of, node)
        try:
            return OldAddress(files_of(text), self.page.place(node)) if text else None
        except ValueError as error:
            raise self.refuse("bad-redirect", node,
                              f"{of.name} is {text[:80]!r}, which {error}; write the path of an address, "
                              "such as /2020/11/25/a-post.html") from None

    def parts(self, of: Field, node: Node, fields: Mapping[str, Field]) -> dict[str, Any]:
        """Return the values of a mapping by name, without those that are none."""
        if not isinstance(node, MappingNode):
            shape = ", ".join(f"{part}: ..." for part in fields)
            raise self.refuse("bad-value", node, f"{of.name} wants its parts by name: {{{shape}}}")
        values = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else "?"
            part = fields.get(name)
            if part is None:
                names = ", ".join(fields)
                self.problems.append(problem(
                    "unknown-field", self.page.place(key),
                    f"{of.name} has no part {name!r}{suggestion(name, fields, f'it has {names}')}"))
            elif part.name in values:
                self.problems.append(problem(
                    "duplicate-key", self.page.place(key),
                    f"{name!r} stands twice in one {of.name}; keep one of the two"))
            elif (read := self.read(part, value)) is not None:
                values[part.name] = read
        return values

    def record(self, of: Field, node: Node) -> Any:
        parts = self.parts(of, node, {part.name: part for part in of.parts})
        return (Replication if of.name == "replicates" else Estimate)(**parts)

    def records(self, of: Field, node: Node) -> tuple[Decision, ...] | tuple[Came, ...]:
        if of.name == "history":
            return tuple(self.each(of, node, self._came))
        fields = {part.name: part for part in of.parts}
        decisions = self.each(of, node, lambda f, n: self._decision(f, n, fields))
        return tuple(Decision(**{"question": "", **parts}) for parts in decisions)

    def _decision(self, of: Field, node: Node, fields: Mapping[str, Field]) -> dict[str, Any]:
        before = len(self.problems)
        parts = self.parts(of, node, fields)
        if isinstance(node, MappingNode) and kept_back(
                (key.value, value) for key, value in node.value if isinstance(key, ScalarNode)):
            parts["visibility"] = "private"  # as of a page, whatever else says that it is public
        if len(self.problems) > before:
            return parts
        if "question" not in parts:
            self.problems.append(problem(
                "no-effect", self.page.place(node),
                f"one of the {of.name} has no question, so it is shown nowhere; add `question: ...`"))
        elif "confidence" in parts and "predicted" not in parts:
            self.problems.append(problem(
                "no-effect", self.page.place(node),
                "confidence says nothing in a decision without a prediction; add `predicted: ...`"))
        return parts

    def _came(self, of: Field, node: Node) -> Came:
        before = len(self.problems)
        parts = self.parts(of, node, {part.name: part for part in of.parts})
        if len(self.problems) == before and (len(parts) != 2 or "day" not in parts):
            self.problems.append(problem(
                "bad-value", self.page.place(node),
                f"one of the {of.name} says not one thing of one day; write it like "
                "{day: 2026-11-28, moved_from: A goal}, or with split_from"))
        if len(self.problems) > before:
            raise RefusedError
        return Came(**parts)

    def nothing(self, of: Field, node: Node) -> None:
        """A field of the host's: left alone."""


def status_hint(folded: str, known: Mapping[str, Status], otherwise: str = "") -> str:
    """Return the end of a message about a folded word that is none for a status; see `hint`."""
    if folded in NEAR_STATUSES:
        meant = NEAR_STATUSES[folded]
        return hint(str(meant) if meant else None, otherwise)
    return suggestion(folded, suggested_statuses(known), otherwise)


_EVIDENCE = {
    "title": Field("title", Kind.TEXT, frozenset(), ""),
    "url": Field("url", Kind.ADDRESS, frozenset(), ""),
    "kind": Field("kind", Kind.CHOICE, frozenset(), "", choices=KINDS),
    "value": Field("value", Kind.TEXT, frozenset(), ""),
    "unit": Field("unit", Kind.TEXT, frozenset(), ""),
    "was": Field("was", Kind.TEXT, frozenset(), ""),
    "work": Field("work", Kind.WORK, frozenset(), ""),
}
"""The parts of evidence."""
_MARKDOWN_LINK = re.compile(
    r"\[([^\[\]]+)\]\(\s*(?:<([^<>]+)>|([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*))\s*\)")
"""A link as Markdown has it: its text, and its address within angle brackets or without."""


def _of_work(work: Work) -> Evidence:
    return Evidence(work.title, work.url, kind=work.kind, work=work)


def _kind(url: str) -> str:
    """Return what stands at an address, as far as it tells; empty: it may be anything."""
    known = identified(url)
    return known.kind if known else kind_of_file(url.partition("#")[0].partition("?")[0])


_NAMING = frozenset({Kind.NAME, Kind.NAMES, Kind.ALIASES, Kind.OUTCOMES, Kind.PEOPLE})
"""Kinds of fields that take names."""

_READERS: Mapping[Kind, Callable[[ValueReader, Field, Node], Any]] = {
    Kind.TEXT: ValueReader.text,
    Kind.NAME: ValueReader.name,
    Kind.NAMES: ValueReader.names,
    Kind.ALIASES: ValueReader.names,
    Kind.OUTCOMES: ValueReader.outcomes,
    Kind.STATUS: ValueReader.status,
    Kind.STATUSES: ValueReader.statuses,
    Kind.CHOICE: ValueReader.choice,
    Kind.CHOICES: ValueReader.choices,
    Kind.SCOPE: ValueReader.scope,
    Kind.DAY: ValueReader.when,
    Kind.MOMENT: ValueReader.when,
    Kind.FLAG: ValueReader.flag,
    Kind.NUMBER: ValueReader.number,
    Kind.COUNT: ValueReader.count,
    Kind.AMOUNT: ValueReader.amount,
    Kind.TEXTS: ValueReader.texts,
    Kind.PEOPLE: ValueReader.people,
    Kind.LINK: ValueReader.link,
    Kind.ADDRESS: ValueReader.link,
    Kind.LINKS: ValueReader.links,
    Kind.WORK: ValueReader.work,
    Kind.OLD_ADDRESSES: ValueReader.old_addresses,
    Kind.RECORD: ValueReader.record,
    Kind.RECORDS: ValueReader.records,
    Kind.HOST: ValueReader.nothing,
}
