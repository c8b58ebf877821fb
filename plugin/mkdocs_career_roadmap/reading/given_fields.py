"""Fields that a page has from the folders it lies in, joined with its own as Material's plugin meta does.

Lists go one behind the other, the outermost folder's first; mappings are joined part by part; of all else the
nearest counts, and the page's own before all. Where one is a list and the other is not, that plugin stops
the build; here the nearer counts.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..vocabulary.fields import BY_KEY, Field, Kind, Role
from ..vocabulary.names import fold_word
from ..vocabulary.problems import Place, Problem, problem
from ..vocabulary.settings import Settings
from .entry import Evidence, Name, Outcome
from .front_matter import FrontMatter, kind_of
from .values import ValueReader

OF_ONE_PAGE = frozenset({"id", "title", "description", "redirect_from", "aliases", "sharpens"})
"""Fields that are one page's alone: two pages cannot have one id, one old address or one discovery."""
_OF_ANY_POST = frozenset({"goal", "milestone", "status", "reason", "revisit", "lessons", "decisions", "date",
                          "with", "ignore_problems"})
"""Fields that say something on a post that names no milestone."""


class Given(NamedTuple):
    """A field as the defaults of one folder have it."""

    front: FrontMatter
    """The file of defaults."""
    node: Node


GivenFields = Mapping[str, tuple[Given, ...]]
"""By the field's name, the nearest folder first."""


def given_fields(fronts: Iterable[FrontMatter]) -> GivenFields:
    """Return the fields of a page's folders; `fronts` are their files, the nearest folder first."""
    found: dict[str, tuple[Given, ...]] = {}
    for front in fronts:
        for key, node in front.values.items():
            of = BY_KEY.get(key)
            if of and of.kind is not Kind.HOST and of.name not in OF_ONE_PAGE and key not in front.withheld:
                found[of.name] = (*found.get(of.name, ()), Given(front, node))
    return found


def given_word(given: GivenFields, name: str) -> str:
    """Return the nearest value of a field, folded; empty: there is none, or it is no word."""
    node = given[name][0].node if name in given else None
    return fold_word(node.value) if isinstance(node, ScalarNode) else ""


def fits(of: Field, role: Role, *, has_milestone: bool) -> bool:
    """Return whether a default of that field is for a page like this; another is no mistake of the page."""
    return role in of.on and (role is not Role.POST or has_milestone or of.name in _OF_ANY_POST)


def takes_back(own: Node) -> bool:
    """True for an empty text, by which a page takes a default back: `goal: ""`."""
    return isinstance(own, ScalarNode) and not own.value.strip()


def joined(
    of: Field, own: Node | None, value: Any, given: Iterable[Given], reader: ValueReader, settings: Settings
) -> Any:
    """Return what a page says in a field: its own value joined with those of its folders.

    `own` and `value` are what it says itself; None: nothing. Mistakes in defaults are told in `reader`, at
    their places; a name that is given stands at the top of the page, for it is this page that says it.
    """
    nearer = own
    for one in given:
        if nearer is not None and not _may_join(nearer, one.node):
            break
        of_folder = ValueReader(one.front, settings.scopes, status_words=settings.status_words,
                                bibliography=settings.bibliography)
        more = of_folder.read(of, one.node)
        reader.problems += of_folder.problems
        nearer, value = one.node, _both(_placed(more, Place(reader.page.path), one.front.path), value)
    return value


def _placed(value: Any, place: Place, folder: str) -> Any:
    """Return a value of a folder with its names on a page, and its addresses seen from the folder's file."""
    if isinstance(value, tuple):
        return tuple(_placed(item, place, folder) for item in value)
    if isinstance(value, Evidence):
        return value.seen_from(folder)
    if isinstance(value, Outcome):
        return replace(
            value, milestone=_placed(value.milestone, place, folder),
            places=dict.fromkeys(value.places, place), evidence=_placed(value.evidence, place, folder))
    return replace(value, place=place) if isinstance(value, Name) else value


def tell_clashes(front: FrontMatter, fronts: Iterable[FrontMatter], settings: Settings) -> list[Problem]:
    """Tell the keys whose value is of another sort than in the defaults of a folder, and withhold them from
    the host: Material's plugin meta, which reads the files of that name, would end the build in a traceback.
    """
    told = []
    for of_folder in fronts:
        if posixpath.basename(of_folder.path) != settings.meta_file:
            continue
        for key in [key for key in front.values if key in of_folder.values and key not in front.withheld]:
            own, above = front.values[key], of_folder.values[key]
            if (here := _sort(own)) != (there := _sort(above)):
                if key != "date" or not settings.is_in_blog(front.path):  # which has no post without
                    front.withheld.add(key)
                told.append(problem(
                    "bad-host-value", front.place(own),
                    f"{key} is {here} here and {there} in {of_folder.path}, at which Material's plugin meta "
                    "ends the build; write both alike", of_folder.place(above)))
    return told


def _sort(node: Node) -> str:
    """Return what a value is when it is constructed, in words: each for another type of Python."""
    if isinstance(node, ScalarNode):
        kind = kind_of(node)
        if kind == "a date":
            return "a day" if len(node.value) <= len("2026-04-03") else "a day with a time"
        return "a number with a point" if node.tag.endswith(":float") else kind or "a text"
    return "a list" if isinstance(node, SequenceNode) else "a mapping"


def _may_join(one: Node, two: Node) -> bool:
    return (isinstance(one, SequenceNode) and isinstance(two, SequenceNode)) or (
        isinstance(one, MappingNode) and isinstance(two, MappingNode))


def _key(item: Any) -> Any:
    """Return by what an item of a list is known: a milestone by its id, whatever is said of it."""
    name = item.milestone if isinstance(item, Outcome) else item
    return name.id if isinstance(name, Name) else item


def _both(outer: Any, inner: Any) -> Any:
    """Return two values of one field as one; each may be None."""
    if outer is None or inner is None:
        return inner if outer is None else outer
    if isinstance(inner, tuple):
        items = (*outer, *inner)
        return tuple({_key(item): item for item in items}.values())
    if is_dataclass(inner) and not isinstance(inner, type) and type(outer) is type(inner):
        parts = {f.name: (getattr(outer, f.name), getattr(inner, f.name)) for f in fields(inner)}
        return type(inner)(**{name: one if other is None else other for name, (one, other) in parts.items()})
    return inner
