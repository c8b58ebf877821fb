"""One reader for each kind of value: a YAML node in, a typed value or a problem out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..vocabulary.fields import Field, Kind, Status
from ..vocabulary.problems import problem
from ..vocabulary.slips import did_you_mean
from .entry import Decision, Estimate, Evidence, Name, Replication
from .old_addresses import OldAddress, files_of
from .scalars import NULL, RefusedError, ScalarReader

_T = TypeVar("_T")


class ValueReader(ScalarReader):
    """Reads the values of one page, also lists and mappings."""

    __slots__ = ()

    def read(self, of: Field, node: Node) -> Any:
        """Return the value of a field, as `model.Entry` wants it; None if there is none.

        A value that is not what the field takes is told in `problems`.
        """
        try:
            if isinstance(node, ScalarNode) and node.tag == NULL and of.kind is not Kind.HOST:
                self.empty(of, node)
                return None
            return _READERS[of.kind](self, of, node)
        except RefusedError:
            return None

    def each(self, of: Field, node: Node, one: Callable[[Field, Node], _T]) -> list[_T]:
        """Return the items of a list; a single value is a list of one."""
        items = node.value if isinstance(node, SequenceNode) else [node]
        found = []
        for item in items:
            if isinstance(item, ScalarNode) and item.tag == NULL:
                self.empty(of, item)
                continue
            try:
                found.append(one(of, item))
            except RefusedError:
                continue  # told already; the other items still count
        return found

    def names(self, of: Field, node: Node) -> tuple[Name, ...]:
        found = {name.id: name for name in self.each(of, node, self.name)}
        return tuple(found.values())

    def statuses(self, of: Field, node: Node) -> tuple[Status, ...]:
        return tuple(dict.fromkeys(self.each(of, node, self.status)))

    def choices(self, of: Field, node: Node) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.each(of, node, self.choice)))

    def texts(self, of: Field, node: Node) -> tuple[str, ...]:
        return tuple(text for text in self.each(of, node, self.words) if text)

    def links(self, of: Field, node: Node) -> tuple[Evidence, ...]:
        return tuple(found for found in self.each(of, node, self._evidence) if found.url)

    def _evidence(self, of: Field, node: Node) -> Evidence:
        if isinstance(node, ScalarNode):
            url = self.link(of, node) or ""
            return Evidence(url, url)
        told = len(self.problems)
        parts = self.parts(of, node, _EVIDENCE)
        if "url" not in parts:
            if len(self.problems) > told:
                raise RefusedError
            raise self.refuse("bad-value", node, f"{of.name} has no url; write {{title: ..., url: ...}}")
        return Evidence(parts.get("title") or parts["url"], parts["url"])

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

    def parts(self, of: Field, node: Node, known: Mapping[str, Field]) -> dict[str, Any]:
        """Return the values of a mapping by name, without those that are none."""
        if not isinstance(node, MappingNode):
            shape = ", ".join(f"{part}: ..." for part in known)
            raise self.refuse("bad-value", node, f"{of.name} wants its parts by name: {{{shape}}}")
        found = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else "?"
            part = known.get(name)
            if part is None:
                meant = did_you_mean(name, known)
                self.problems.append(problem(
                    "unknown-field", self.page.place(key),
                    f"{of.name} has no part {name!r}; "
                    + (f"did you mean {meant!r}?" if meant else f"it has {', '.join(known)}")))
            elif part.name in found:
                self.problems.append(problem(
                    "duplicate-key", self.page.place(key),
                    f"{name!r} stands twice in one {of.name}; keep one of the two"))
            elif (read := self.read(part, value)) is not None:
                found[part.name] = read
        return found

    def record(self, of: Field, node: Node) -> Any:
        parts = self.parts(of, node, {part.name: part for part in of.parts})
        return (Replication if of.name == "replicates" else Estimate)(**parts)

    def records(self, of: Field, node: Node) -> tuple[Decision, ...]:
        known = {part.name: part for part in of.parts}
        found = self.each(of, node, lambda f, n: self.parts(f, n, known))
        return tuple(Decision(**{"question": "", **parts}) for parts in found)

    def nothing(self, of: Field, node: Node) -> None:
        """A field of the host's: left alone."""


_EVIDENCE = {
    "title": Field("title", Kind.TEXT, frozenset(), ""),
    "url": Field("url", Kind.ADDRESS, frozenset(), ""),
}

_READERS: Mapping[Kind, Callable[[ValueReader, Field, Node], Any]] = {
    Kind.TEXT: ValueReader.text,
    Kind.NAME: ValueReader.name,
    Kind.NAMES: ValueReader.names,
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
    Kind.TEXTS: ValueReader.texts,
    Kind.LINK: ValueReader.link,
    Kind.ADDRESS: ValueReader.link,
    Kind.LINKS: ValueReader.links,
    Kind.OLD_ADDRESSES: ValueReader.old_addresses,
    Kind.RECORD: ValueReader.record,
    Kind.RECORDS: ValueReader.records,
    Kind.HOST: ValueReader.nothing,
}
