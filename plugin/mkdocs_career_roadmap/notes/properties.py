"""The properties of a note, said as front matter. Only what is known to be meant for readers is carried."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from mkdocs_career_roadmap.new_site.front_matter import Facts, front_matter
from mkdocs_career_roadmap.reading.old_addresses import files_of
from mkdocs_career_roadmap.vocabulary.fields import FIELDS

from .vault import VaultNote, tags_of, texts_of

NameRule = Callable[[str], str | None]
"""Returns the words for a link in a property, its inside as written; None: it names what is not published."""
_LINK = re.compile(r"!?\[\[([^\[\]\n]+)\]\]")
_CARRIED = frozenset(field.name for field in FIELDS) - {
    "author",
    "authors",
    "layout",
    "slug",
    "redirect_from",
    "ignore_problems",
}
_OWN = frozenset(
    {
        "title",
        "date",
        "created",
        "published",
        "publish",
        "private",
        "tags",
        "tag",
        "aliases",
        "alias",
        "draft",
        "permalink",
        "cssclasses",
        "cssclass",
    }
)
"""Properties that are read into something else, or mean nothing in a site."""
_COMMENT = re.compile(r"%%.*?(?:%%|\Z)", re.DOTALL)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?")


def day_of(note: VaultNote) -> date | None:
    """Return the day of a note: that of `date`, `created` or `published`, else the one that its name begins
    with.
    """
    lower = {key.lower(): value for key, value in note.properties.items()}
    for key in ("date", "created", "published"):
        value = lower.get(key)
        if isinstance(value, datetime):
            return value.replace(tzinfo=None, microsecond=0)
        if isinstance(value, date):
            return value
        if isinstance(value, str) and (day := _day_in(value)):
            return day
    match = re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", note.name)
    return _day_in(match[0]) if match else None


def _day_in(text: str) -> date | None:
    match = _DAY.search(text)
    try:
        if match is None:
            return None
        return datetime.fromisoformat(f"{match[1]} {match[2]}") if match[2] else date.fromisoformat(match[1])
    except ValueError:
        return None


def title_of(note: VaultNote) -> str:
    """Return the title of a note: that of its properties, else its name."""
    title = note.properties.get("title")
    words = " ".join(_COMMENT.sub("", title).split()) if isinstance(title, str) else ""
    return words if words and not _LINK.search(words) else " ".join(note.name.split())


def written_properties(
    note: VaultNote,
    path: str,
    tags: Sequence[str],
    addresses: Sequence[str],
    goal: str | None,
    words_for: NameRule,
    clean: Callable[[str], str],
) -> tuple[str, list[str]]:
    """Return the front matter of the page at `path`, and sentences on what is not in it; `clean` takes the
    names of what is not published out of a text.
    """
    data: dict[str, object] = {}
    said: list[str] = []
    left = 0
    for key, value in note.properties.items():
        name = key.lower()
        if name in _OWN:
            continue
        if name not in _CARRIED:
            left += 1
            continue
        try:
            data[name] = _plain(value, words_for, clean)
        except _NotPublished:
            said.append(f"{name} names a note that is not published, so it is left out")
    kept: dict[str, object] = {}
    for text in addresses:
        try:
            files_of(text)
            kept[text] = None
        except ValueError as error:
            said.append(f"an alias is no address: it {error}")
    facts = Facts(
        title=title_of(note),
        day=day_of(note),
        tags=_once((*tags_of(note.properties), *tags)),
        is_draft=note.properties.get("draft") is True,
        addresses=tuple(kept),
        goal=goal,
    )
    made = front_matter(path, facts, data, {})
    for key in made.renamed:
        data.pop(key, None)
        said.append(f"{key} means something else here, so it is left out")
    if made.renamed:
        made = front_matter(path, facts, data, {})
    if left:
        said.append(f"{left} of its properties mean nothing here and were left out")
    return made.text, said


def alias_addresses(note: VaultNote, folder: str) -> list[str]:
    """Return the addresses at which a note is found by its other names, below the folder of its page."""
    below = f"/{folder}/" if folder else "/"
    slugs = [slug(one) for one in note.aliases if not _LINK.search(one) and "%%" not in one]
    links = [f"/{one.strip('/')}/" for one in texts_of(note.properties, "permalink") if one.strip("/")]
    return list(dict.fromkeys([*links, *(f"{below}{one}/" for one in slugs if one)]))


def slug(name: str) -> str:
    """Return a name as a part of an address: small letters, and a dash where there is none; empty: none at
    all.
    """
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w.-]+", "-", name.strip().lower())).strip("-.")


class _NotPublished(Exception):  # noqa: N818 - it is no error
    pass


def _plain(value: object, words_for: NameRule, clean: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return clean(_words(_COMMENT.sub("", value).strip(), words_for))
    if isinstance(value, list):
        if (
            len(value) == 1
            and isinstance(value[0], list)
            and len(value[0]) == 1
            and isinstance(value[0][0], str)
        ):
            return clean(_words(f"[[{value[0][0]}]]", words_for))  # a link that nobody put into quotes
        return [_plain(one, words_for, clean) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one, words_for, clean) for key, one in value.items()}
    return value


def _words(text: str, words_for: NameRule) -> str:
    def said(match: re.Match[str]) -> str:
        name = words_for(match[1])
        if name is None:
            raise _NotPublished
        return name

    return _LINK.sub(said, text)


def _once(tags: Sequence[str]) -> tuple[str, ...]:
    return tuple({tag.lower(): tag for tag in reversed(tags)}.values())[::-1]
