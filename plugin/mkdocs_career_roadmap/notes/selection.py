"""Which notes were named. Nothing is published that was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.vocabulary.phrases import hint, some
from mkdocs_career_roadmap.vocabulary.slips import did_you_mean

from .vault import Vault, VaultNote, tags_of

TagsOf = Callable[[VaultNote], Iterable[str]]
_NO = frozenset({"false", "no", "off", "0", "", "none", "null"})
_FORBIDDING = {"publish": False, "published": False, "private": True}
"""A property with this value keeps a note back, wherever it lies."""


@dataclass(frozen=True, slots=True)
class NamedNotes:
    """What the author of a vault named; a note must fit one of each kind that is named at all."""

    places: tuple[str, ...] = ()
    """Folders or notes, from the vault's folder."""
    tags: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()
    """`publish`, or `stage=done`."""

    def __bool__(self) -> bool:
        return bool(self.places or self.tags or self.properties)


def select(vault: Vault, named: NamedNotes, tags_in: TagsOf) -> tuple[dict[str, VaultNote], dict[str, str]]:
    """Return the notes that were named, by path, and why some of those are kept back. `tags_in` has the
    tags of
    a note's text. Raises ProjectError for a name that fits nothing, since it may be a slip that hides
    another.
    """
    wrong = [
        *_unknown_places(vault, named.places),
        *_unknown_tags(vault, named.tags, tags_in),
        *_unknown_properties(vault, named.properties),
    ]
    if wrong:
        raise ProjectError("\n".join(wrong))
    chosen: dict[str, VaultNote] = {}
    kept: dict[str, str] = {}
    for path, note in vault.notes.items():
        if named.places and not any(_lies(path, place) for place in named.places):
            continue
        if note.unreadable:
            kept[path] = note.unreadable
            continue
        if named.tags and not any(_has_tag(note, tag, tags_in) for tag in named.tags):
            continue
        if named.properties and not any(_has_property(note, one) for one in named.properties):
            continue
        if why := forbidden(note):
            kept[path] = why
        else:
            chosen[path] = note
    return chosen, kept


def forbidden(note: VaultNote) -> str:
    """Return why a note says itself that it is private; empty: it does not."""
    for key, value in note.properties.items():
        if key.lower() in _FORBIDDING and _is_yes(value) is _FORBIDDING[key.lower()]:
            return f"its property {key} says so"
    return ""


def _is_yes(value: object) -> bool:
    if isinstance(value, list | dict):
        return bool(value)
    return str(value).strip().lower() not in _NO and value is not None


def _lies(path: str, place: str) -> bool:
    where = place.replace("\\", "/").removeprefix("./").strip("/")
    return where in ("", ".") or path in (where, f"{where}.md") or path.startswith(f"{where}/")


def _has_tag(note: VaultNote, tag: str, tags_in: TagsOf) -> bool:
    wanted = tag.strip("#/").lower()

    def fits(one: str) -> bool:
        return one.lower() == wanted or one.lower().startswith(f"{wanted}/")

    if any(fits(one) for one in tags_of(note.properties)):
        return True
    return f"#{wanted}" in note.body.lower() and any(fits(one) for one in tags_in(note))


def _has_property(note: VaultNote, wanted: str) -> bool:
    name, has_value, value = wanted.partition("=")
    for key, there in note.properties.items():
        if key.lower() == name.strip().lower():
            items = there if isinstance(there, list) else [there]
            if has_value:
                return any(str(one).strip().lower() == value.strip().lower() for one in items)
            return _is_yes(there)
    return False


def _unknown_places(vault: Vault, places: Iterable[str]) -> Iterator[str]:
    for place in places:
        if not any(_lies(path, place) for path in vault.notes):
            folders = {note.folder: note.folder for note in vault.notes.values() if note.folder}
            meant = did_you_mean(place, folders)
            yield f"there is no note at {place!r}{hint(meant, 'a path counts from the folder of the vault')}"


def _unknown_tags(vault: Vault, tags: Iterable[str], tags_in: TagsOf) -> Iterator[str]:
    for tag in tags:
        if not any(_has_tag(note, tag, tags_in) for note in vault.notes.values()):
            there = {one.lower(): one for note in vault.notes.values() for one in tags_of(note.properties)}
            meant = did_you_mean(tag.strip("#/").lower(), there)
            yield f"no note has the tag {tag!r}{hint(meant and there[meant], 'write it as the notes do')}"


def _unknown_properties(vault: Vault, wanted: Iterable[str]) -> Iterator[str]:
    for one in wanted:
        if not any(_has_property(note, one) for note in vault.notes.values()):
            name = one.partition("=")[0].strip()
            there = {key.lower(): key for note in vault.notes.values() for key in note.properties}
            meant = None if name.lower() in there else did_you_mean(name.lower(), there)
            advice = hint(meant and there[meant], "without a value it must be there and not say no")
            yield f"no note has the property {one!r}{advice}"


def what_there_is(vault: Vault, most: int = 12) -> Iterator[str]:
    """Yield lines for a terminal: what a vault has that can be named, and how."""
    yield f"{some(len(vault.notes), 'note')} and {some(len(vault.files), 'other file')}; none was named."
    folders = Counter(note.folder.partition("/")[0] for note in vault.notes.values() if note.folder)
    tags = Counter(tag for note in vault.notes.values() for tag in tags_of(note.properties))
    keys = Counter(
        key
        for note in vault.notes.values()
        for key, value in note.properties.items()
        if isinstance(value, bool)
    )
    options: Mapping[str, Counter[str]] = {"--only": folders, "--tag": tags, "--property": keys}
    for option, found in options.items():
        if found:
            yield ""
        for name, count in found.most_common(most):
            yield f"  {option} {name!r}: {some(count, 'note')}"
        if len(found) > most:
            yield f"  and {len(found) - most} more"
    yield ""
    yield "Nothing was written. Name what may be published; a note must fit one of each option that you use."
