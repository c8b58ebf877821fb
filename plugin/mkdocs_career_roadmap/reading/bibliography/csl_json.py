"""Items of CSL-JSON, as Zotero, Pandoc and Crossref write them, become works."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...vocabulary.bibliography.work import (
    FACTS,
    TYPES,
    Author,
    ReadWorks,
    Work,
    address_of_work,
    doi_of,
    made_key,
)
from ...vocabulary.escaping import OBEYED
from ...vocabulary.problems import Place, Problem, problem

_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span|scp)(?:\s[^<>]*)?>", re.IGNORECASE)
_ALIKE = {
    "article-preprint": "article", "posted-content": "article", "proceedings-article": "paper-conference",
    "journal-article": "article-journal", "monograph": "book", "book-chapter": "chapter"}
"""Types that Crossref writes in place of those of CSL."""


def read_csl_json(path: str, text: str) -> ReadWorks:
    """Return the works of a file. An item of which nothing can be made is told, and the others count.

    Raises ValueError for a text that is no JSON, or neither a list of items nor one.
    """
    data = json.loads(text)
    if isinstance(data, dict):
        found = data.get("items", data.get("references", [data]))
        data = found if isinstance(found, list) else [data]
    if not isinstance(data, list):
        raise ValueError("it is no list of works")  # noqa: TRY004 - to its author a wrong type is a wrong value
    places = _places(path, text)
    works: list[Work] = []
    problems: list[Problem] = []
    for n, item in enumerate(data, 1):
        key = _text(item.get("id") or item.get("citation-key")) if isinstance(item, Mapping) else ""
        at = places.get(key, Place(path))
        if not isinstance(item, Mapping) or not _text(item.get("title")):
            what = f"the work {key!r}" if key else f"work {n} of the list"
            problems.append(problem("bad-entry", at, f'{what} has no title; add "title": "..."'))
        if isinstance(item, Mapping) and (key or _text(item.get("title"))):
            works.append(_work(item, key, at))
    return ReadWorks(tuple(works), tuple(problems))


def _places(path: str, text: str) -> dict[str, Place]:
    """Return where the items begin to say their ids, by these."""
    places: dict[str, Place] = {}
    line, before = 1, 0
    for found in re.finditer(r'"id"\s*:\s*("(?:[^"\\]|\\.)*"|\d+)', text):
        line, before = line + text.count("\n", before, found.start()), found.start()
        places.setdefault(str(json.loads(found[1])), Place(path, line))
    return places


def _work(item: Mapping[str, Any], key: str, at: Place) -> Work:
    authors = tuple(_people(item.get("author")))
    title, day, type = _text(item.get("title")), _day(item.get("issued")), _text(item.get("type"))
    doi, url = _text(item.get("DOI")), _text(item.get("URL"))
    facts = {name: text for name in (*FACTS, "number") if (text := _text(item.get(name)))}
    is_literal = any(author.family.casefold() == "others" for author in authors)
    return Work(
        key=key or made_key(authors, day[0] if day else None, title),
        type=(type if type in TYPES else _ALIKE.get(type, "document")), title=title or key,
        authors=tuple(a for a in authors if a.family.casefold() != "others"),
        has_more_authors=is_literal, editors=tuple(_people(item.get("editor"))), day=day,
        venue=_text(item.get("container-title")), doi=doi_of(doi, url),
        url=address_of_work(doi, "", url, facts.get("ISBN", "").split(" ")[0]),
        facts=tuple(sorted(facts.items())), place=at)


def _text(value: Any) -> str:
    """Return a value as plain text, without the marks for italics and the like; empty for what is none."""
    if isinstance(value, list):  # as Crossref has titles
        value = value[0] if value else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub("", text))
    return OBEYED.sub("", " ".join(text.split()))


def _people(names: Any) -> Iterator[Author]:
    for name in names if isinstance(names, list) else ():
        if not isinstance(name, Mapping):
            continue
        family = " ".join(part for part in (
            _text(name.get("dropping-particle")), _text(name.get("non-dropping-particle")),
            _text(name.get("family"))) if part)
        literal = _text(name.get("literal") or name.get("name"))
        if family or literal:
            given = _text(name.get("given")) if family else ""
            yield Author(family or literal, given, _text(name.get("suffix")))


def _day(date: Any) -> tuple[int, ...]:
    """Return year, month and day, as far as they are known."""
    if not isinstance(date, Mapping):
        return ()
    parts = date.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else None
    written = "-".join(map(str, first)) if first else _text(date.get("raw") or date.get("literal"))
    found = re.match(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?!\d)", written, re.ASCII)
    return tuple(int(part) for part in found.groups() if part) if found else ()
