"""The front matter of an imported page: what the program understood that built the blog before is said as
MkDocs Material understands it, what neither does is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import yaml

from mkdocs_career_roadmap.authoring.scaffold import yaml_text
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.codes import CODES, Severity
from mkdocs_career_roadmap.vocabulary.fields import BY_KEY
from mkdocs_career_roadmap.vocabulary.settings import Settings


@dataclass(frozen=True, slots=True)
class KeyMeaning:
    """What front matter meant to the program that it was written for."""

    prefix: str
    """What a key's new name begins with that means something else here."""
    carried: frozenset[str]
    """The keys whose meaning `Facts` carry; all others are kept as they are."""
    folds: bool = False
    """A key in capitals is the same key; those above are in lower case."""

    def carries(self, key: str) -> bool:
        return (key.lower() if self.folds else key) in self.carried


CARRIED = frozenset({
    "title", "date", "category", "categories", "tag", "tags", "slug", "draft", "published", "permalink",
    "redirect_from", "layout", "render_with_liquid",
})
"""Keys of Jekyll whose meaning is carried by `Facts`; all others are kept as they are."""
JEKYLL = KeyMeaning("jekyll_", CARRIED)
_TAKEN = frozenset({"template", "icon", "authors", "links"})
"""Keys that name something of the theme or the blog here, and something else elsewhere."""
_SHAPES: Mapping[str, type | tuple[type, ...]] = {
    "description": str, "hide": (list, str), "illustration": str, "image": str, "rss": dict, "search": dict,
    "social": dict,
}
"""What the theme and the plugin of the feed take a key for; at anything else a build ends in a traceback."""
_SETTINGS = Settings()
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # it is MkDocs' own
BLANKS = " \t\n"  # other white space may be a value


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a page by Jekyll's rules."""

    title: str | None = None
    day: date | None = None
    """With its time if one was written, in the blog's zone. None: a page without a day."""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    slug: str | None = None
    """The last part of its address. None: what the theme makes of the title."""
    is_draft: bool = False
    addresses: tuple[str, ...] = ()
    """Where it was found before."""
    goal: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenFrontMatter:
    """The front matter of a page."""

    text: str
    """Whole, with its fences."""
    renamed: tuple[str, ...] = ()
    """Keys that mean something else here, and have another name now."""


def front_matter(
    path: str, facts: Facts, data: Mapping[str, object], spans: Mapping[str, str], origin: KeyMeaning = JEKYLL
) -> WrittenFrontMatter:
    """Return the front matter of the page that will lie at `path`.

    `data` has the values of its keys in their order; `spans` the lines that each was written on, as far
    as they are known, so that what is not changed keeps its comments.
    """
    kept = {key: spans.get(key) or _dumped(key, value) for key, value in data.items()
            if not origin.carries(key)}
    remarks = [line for key in data if origin.carries(key)
               for line in _remarks(spans.get(key, ""))]
    renamed = [key for key in kept if key in _TAKEN or not _fits(key, data[key])]
    # It may get a goal later, which must change nothing else.
    judged = dict.fromkeys((facts, replace(facts, goal=facts.goal or "Some goal")))
    is_better = True
    while is_better:
        is_better = False
        for wrong in _wrong_keys(path, [_text(one, kept, renamed, remarks, origin.prefix) for one in judged],
                                 kept):
            key = wrong if wrong in kept else wrong.removeprefix(origin.prefix)
            if key in kept and kept[key] != (plain := _dumped(key, data[key])):
                kept[key] = plain  # without what YAML has and a page must not, as references
                is_better = True
            elif key in kept and key not in renamed:
                renamed.append(key)
                is_better = True
    return WrittenFrontMatter(_text(facts, kept, renamed, remarks, origin.prefix), tuple(renamed))


def _fits(key: str, value: object) -> bool:
    return key not in _SHAPES or not value or isinstance(value, _SHAPES[key])


def _text(facts: Facts, kept: Mapping[str, str], renamed: Iterable[str], remarks: Iterable[str],
          prefix: str) -> str:
    lines = [*_own_lines(facts), *remarks]
    for key, written in kept.items():
        lines.append(prefix + written if key in renamed else written)
    lines += _listed("redirect_from", facts.addresses)
    if facts.goal and "goal" not in kept:
        lines.append(f"goal: {yaml_text(facts.goal)}")
    body = "".join(f"{line.rstrip(BLANKS)}\n" for line in lines)
    return f"---\n{body}---\n" if body else ""


def _own_lines(facts: Facts) -> Iterator[str]:
    if facts.title is not None:
        yield f"title: {yaml_text(facts.title)}"
    if facts.day is not None:
        is_moment = isinstance(facts.day, datetime)
        yield f"date: {facts.day.isoformat(' ', 'seconds') if is_moment else facts.day}"  # type: ignore[call-arg]
    yield from _listed("categories", facts.categories)
    yield from _listed("tags", facts.tags)
    if facts.slug is not None:
        yield f"slug: {yaml_text(facts.slug)}"
    if facts.is_draft:
        yield "draft: true"


def _listed(key: str, values: Iterable[str]) -> list[str]:
    items = [f"  - {yaml_text(value)}" for value in values]
    return [f"{key}:", *items] if items else []


def _dumped(key: str, value: object) -> str:
    """Return a key whose lines as written cannot stay."""
    for is_plain in (True, False):
        text: str = yaml.dump(
            {key: value}, Dumper=_Dumper, allow_unicode=is_plain, sort_keys=False, width=10**9
        )
        if yaml.load(text, _LOADER) == {key: value}:  # noqa: S506 - a safe one; some characters change
            break
    return text.rstrip("\n")


class _Dumper(yaml.SafeDumper):
    """Writes what stands twice twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML asks
        return True


def _remarks(written: str) -> list[str]:
    """Return the lines of a key that are comments: they outlive it."""
    return [line for line in written.split("\n") if re.match(r"\s*#", line)]


def _wrong_keys(path: str, texts: Sequence[str], kept: Mapping[str, str]) -> Iterable[str]:
    """Return the keys of which a check complains in one of some texts, each once; the last text has a goal.

    Where no key is kept there is nothing to change. Without keys of the roadmap a check has nothing to say
    of a page without a goal that it does not say of one with a goal.
    """
    if not kept:
        return ()
    of_last = _complained(path, texts[-1])
    if not of_last and not kept.keys() & BY_KEY.keys():
        return ()
    return dict.fromkeys(key for keys in (*(_complained(path, text) for text in texts[:-1]), of_last)
                         for key in keys)


def _complained(path: str, text: str) -> list[str]:
    """Return the keys of which a check would complain: they are from another tool."""
    lines = text.split("\n")
    keys = []
    for problem in read(Source(path, text), _SETTINGS).problems:
        if CODES[problem.code].severity is Severity.HINT:
            continue
        at = min(problem.place.line, len(lines)) - 1
        while at > 0 and not re.match(r"[\w-]+:", lines[at]):
            at -= 1  # the value is a list or a mapping below its key
        keys.append(lines[at].partition(":")[0])
    return keys
