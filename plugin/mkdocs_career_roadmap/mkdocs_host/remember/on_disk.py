"""What a build remembers, as a file between two runs of a server that builds sites.

The file is read as texts and numbers: nothing in it is run. Its first line says what it is, the second is a
hash of all below, the third what stands where (JSON), and the rest are the texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from ...project.errors import ProjectError
from ...project.on_disk.new_files import write_over
from .excerpts import ExcerptOfView, KeptExcerpts
from .own_parts import OwnLeft
from .rendering import Answer, Rendered
from .searching import Found, KeptEntries
from .theme import PageOutput, Values

FIRST_LINE = b"memory of mkdocs-career-roadmap, 2\n"
"""The number grows when something else is written."""
_HASH = 32
"""Bytes."""
_AT = (int, int)
"""Where a text begins among the texts, and its length, in bytes."""
_ANSWER = frozenset({None, (str, str, str)})
Shape = Any
"""A type; a list of what all items are; a tuple of what each is; a set of alternatives; a test."""


class KeptSteps(NamedTuple):
    """What one run leaves to the next, by step and source path."""

    rendered: dict[str, Rendered]
    found: KeptEntries
    outputs: dict[str, PageOutput]
    templates: dict[str, str | None]
    own: OwnLeft
    excerpts: KeptExcerpts


# --- writing ---


def write(path: Path, kept: KeptSteps, made_by: str, left_out: Collection[str]) -> str:
    """Write a file, over an older one of the kind; `made_by` stands for the versions of all that took part,
    `left_out` are source paths. Return what hindered it, for people; empty: nothing.
    """
    if path.exists() and not _is_ours(path):
        return "is something else and stays as it is; name another file, or take it away"
    texts = _Texts()
    found = {kind: {page: [one.key, one.entries] for page, one in pages.items()
                    if page not in left_out and is_plain(one.entries)}
             for kind, pages in kept.found.items()}
    sets: dict[Values, int] = {}
    content: dict[str, Any] = {
        "made by": made_by,
        "templates": kept.templates,
        "rendered": {page: _of_rendered(one, texts) for page, one in kept.rendered.items()
                     if page not in left_out and is_plain([one.title, *one.toc])},
        "found": found,
        "outputs": {page: [one.template, sets.setdefault(one.shared, len(sets)), one.own,
                           texts.add(one.packed)]
                    for page, one in kept.outputs.items() if page not in left_out},
    }
    content["sets"] = list(sets)
    content["excerpts"] = {page: [_of_excerpt(one, texts) for one in views]
                           for page, views in kept.excerpts.items()
                           if page not in left_out and all(is_plain(list(one.toc)) for one in views)}
    content["own"] = [
        kept.own.made_of,
        [[*place, *one] for place, one in kept.own.fragments.items() if place[0] not in left_out],
        [[name, *one] for name, one in kept.own.texts.items()], kept.own.rules,
        [[page, *one] for page, one in kept.own.pages.items()
         if page in kept.outputs and page not in left_out]]
    head = json.dumps(content, separators=(",", ":")).encode() + b"\n"
    hashed = blake2b(head, digest_size=_HASH)
    for text in texts.texts:
        hashed.update(text)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_over(path, b"".join((FIRST_LINE, hashed.hexdigest().encode(), b"\n", head, *texts.texts)))
    except (ProjectError, OSError) as error:
        return f"cannot be written: {error}"
    return ""


class _Texts:
    """Texts, one behind another."""

    def __init__(self) -> None:
        self.texts: list[bytes] = []
        self._length = 0

    def add(self, text: bytes) -> tuple[int, int]:
        """Return where a text begins, and its length."""
        at = self._length
        self.texts.append(text)
        self._length += len(text)
        return at, len(text)


def _of_rendered(one: Rendered, texts: _Texts) -> list[Any]:
    content = texts.add(one.content.encode("utf-8", "surrogatepass"))
    return [one.text, one.asked, one.lookups, one.logged, content, one.toc, one.title, sorted(one.anchors),
            one.links]


def _of_excerpt(one: ExcerptOfView, texts: _Texts) -> list[Any]:
    more = None if one.more is None else texts.add(one.more)
    return [one.asked, one.lookups, one.logged, texts.add(one.content), more, one.toc, one.shown]


def _is_ours(path: Path) -> bool:
    """True for a file that this has written, in whatever version; a broken one, too."""
    try:
        with path.open("rb") as file:
            return file.read(len(FIRST_LINE)).rpartition(b",")[0] == FIRST_LINE.rpartition(b",")[0]
    except OSError:
        return False


# --- reading ---


class UnreadError(Exception):
    """A file of which nothing is taken. Its text says why, for people."""


def read(path: Path, made_by: str) -> KeptSteps | None:
    """Return what a file has; None: there is none. Raises UnreadError."""
    try:
        whole = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadError(f"it cannot be read ({error.strerror})") from None
    if not whole.startswith(FIRST_LINE):
        raise UnreadError("another version has written it" if _is_ours(path) else "it is something else")
    body = len(FIRST_LINE) + 2 * _HASH + 1
    hashed = blake2b(memoryview(whole)[body:], digest_size=_HASH).hexdigest()
    if whole[len(FIRST_LINE) : body] != f"{hashed}\n".encode():
        raise UnreadError("it is broken")
    end = whole.find(b"\n", body)
    try:
        content = json.loads(whole[body:end])
    except (ValueError, RecursionError):
        raise UnreadError("it is not what this version writes") from None
    if not isinstance(content, dict) or content.get("made by") != made_by:
        raise UnreadError("other versions have written it")
    if not all(map(_fits, (content.get(name) for name in _SHAPES), _SHAPES.values())):
        raise UnreadError("it is not what this version writes")
    return _kept(content, lambda at: whole[end + 1 + at[0] : end + 1 + sum(at)])


def _kept(content: dict[str, Any], text: Callable[[list[int]], bytes]) -> KeptSteps:
    sets = [tuple(map(tuple, values)) for values in content["sets"]]
    try:
        outputs = {page: PageOutput(template, sets[number], tuple(map(tuple, own)), text(at))
                   for page, (template, number, own, at) in content["outputs"].items()}
        rendered = {page: _to_rendered(row, text) for page, row in content["rendered"].items()}
    except (IndexError, UnicodeDecodeError):
        raise UnreadError("it is not what this version writes") from None
    found = {kind: {page: Found(key, entries) for page, (key, entries) in pages.items()}
             for kind, pages in content["found"].items()}
    made_of, fragments, texts, rules, pages = content["own"]
    own = OwnLeft(
        made_of,
        {(path, url): (top, bottom, tuple(missed)) for path, url, top, bottom, missed in fragments},
        {name: (place, words) for name, place, words in texts}, rules,
        {path: (of, said) for path, of, said in pages})
    excerpts = {page: [_to_excerpt(row, text) for row in rows]
                for page, rows in content["excerpts"].items()}
    return KeptSteps(rendered, found, outputs, content["templates"], own, excerpts)


def _to_excerpt(row: list[Any], text: Callable[[list[int]], bytes]) -> ExcerptOfView:
    asked, lookups, logged, content, more, toc, shown = row
    return ExcerptOfView(
        tuple(asked), _to_lookups(lookups), tuple(map(tuple, logged)), text(content),
        None if more is None else text(more), tuple(toc), shown)


def _to_lookups(rows: list[Any]) -> tuple[tuple[str, Answer], ...]:
    return tuple((path, tuple(answer) if answer else None) for path, answer in rows)


def _to_rendered(row: list[Any], text: Callable[[list[int]], bytes]) -> Rendered:
    of, asked, lookups, logged, content, toc, title, anchors, links = row
    return Rendered(
        of, asked, _to_lookups(lookups), tuple(map(tuple, logged)),
        text(content).decode("utf-8", "surrogatepass"), tuple(toc), title, frozenset(anchors),
        None if links is None else tuple(map(tuple, links)))


def _fits(value: Any, shape: Shape) -> bool:
    """True if a value that was read is of a shape."""
    if isinstance(shape, frozenset):
        return any(_fits(value, one) for one in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(_fits(item, shape[0]) for item in value)
    if isinstance(shape, tuple):
        return isinstance(value, list) and len(value) == len(shape) and all(map(_fits, value, shape))
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(_fits(item, shape[str]) for item in value.values())
    if shape is None:
        return value is None
    return type(value) is shape if isinstance(shape, type) else bool(shape(value))


def _is_toc(value: Any) -> bool:
    """True for the headings of a page, each with those below it."""
    return isinstance(value, list) and all(
        isinstance(item, dict) and item.keys() == {"name", "id", "level", "children"}
        and type(item["name"]) is type(item["id"]) is str and type(item["level"]) is int
        and _is_toc(item["children"]) for item in value)


def _are_links(value: Any) -> bool:
    """True for the anchors that a page leads to, by path; None: not asked for."""
    return value is None or _fits(value, [(_TEXT, {str: str})])


def is_plain(value: Any) -> bool:
    """True for what JSON gives back as it was."""
    if type(value) is list:
        return all(map(is_plain, value))
    if type(value) is dict:
        return all(type(key) is str and is_plain(item) for key, item in value.items())
    return value is None or type(value) in (str, int, float, bool)


_TEXT = frozenset({None, str})
_SHAPES: dict[str, Shape] = {
    "templates": {str: _TEXT},
    "sets": [[(str, str)]],
    "outputs": {str: (_TEXT, int, [(str, str)], _AT)},
    "rendered": {str: (_TEXT, str, [(str, _ANSWER)], [(int, str)], _AT, _is_toc, _TEXT, [str],
                       _are_links)},
    "excerpts": {str: [([_TEXT], [(str, _ANSWER)], [(int, str)], _AT, frozenset({None, _AT}), _is_toc,
                        str)]},
    "found": {str: {str: (str, [dict])}},
    "own": (str, [(str, str, str, str, [str])], [(str, str, str)], str, [(str, str, str)]),
}
