"""What a `CITATION.cff` describes becomes works: the software or the data, and what it wants to be cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from ...vocabulary.bibliography.work import (
    Author,
    ReadWorks,
    Work,
    address_of_work,
    doi_of,
    made_key,
)
from ...vocabulary.escaping import OBEYED
from ...vocabulary.problems import Place, Problem, problem

_TYPES = {
    "software": "software", "software-code": "software", "software-executable": "software",
    "software-container": "software", "software-virtual-machine": "software", "data": "dataset",
    "dataset": "dataset", "database": "dataset", "article": "article-journal",
    "magazine-article": "article-magazine", "newspaper-article": "article-newspaper",
    "conference-paper": "paper-conference", "conference": "book", "proceedings": "book", "book": "book",
    "thesis": "thesis", "report": "report", "unpublished": "manuscript", "pamphlet": "pamphlet",
    "video": "motion_picture", "multimedia": "motion_picture", "website": "webpage", "blog": "webpage",
    "standard": "standard", "patent": "patent", "generic": "document", "grant": "document"}
_FACTS = {**{name: name for name in ("volume", "issue", "number", "version", "edition")},
          "isbn": "ISBN", "issn": "ISSN"}


def read_cff(path: str, text: str) -> ReadWorks:
    """Return what a file describes, and what it wants to be cited in its place.

    Works have no keys there, so each has the one that its author, year and title make. Raises ValueError for
    a text that is none.
    """
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"it is not valid YAML: {' '.join(str(error).split())}") from None
    if not isinstance(data, Mapping):
        raise ValueError("it has no lines such as `title: ...`")  # noqa: TRY004
    works: list[Work] = []
    problems: list[Problem] = []
    wanted = data.get("preferred-citation")
    for name, part in (("", data), ("preferred-citation", wanted)):
        if not isinstance(part, Mapping):
            continue
        rows = enumerate(text.split("\n"), 1)
        line = next((n for n, row in rows if row.startswith(f"{name or 'title'}:")), 1)
        if _text(part.get("title")):
            works.append(_work(part, Place(path, line), "generic" if name else "software"))
        else:
            problems.append(problem(
                "bad-entry", Place(path, line), "this work has no title; add `title: ...`"))
    return ReadWorks(tuple(works), tuple(problems))


def _work(part: Mapping[str, Any], at: Place, type: str) -> Work:
    authors, title, day = tuple(_people(part.get("authors"))), _text(part.get("title")), _day(part)
    doi, isbn = _text(part.get("doi")), _text(part.get("isbn"))
    url = next((text for name in ("url", "repository-code", "repository", "repository-artifact")
                if (text := _text(part.get(name)))), "")
    for one in part.get("identifiers") or ():
        if isinstance(one, Mapping) and one.get("type") == "doi":
            doi = doi or _text(one.get("value"))
    pages = "–".join(text for name in ("start", "end") if (text := _text(part.get(name))))
    facts = {of: text for name, of in _FACTS.items() if (text := _text(part.get(name)))}
    facts |= {name: text for name, text in (
        ("page", pages), ("publisher", _name_in(part.get("publisher") or part.get("institution")))) if text}
    return Work(
        key=made_key(authors, day[0] if day else None, title),
        type=_TYPES.get(_text(part.get("type")) or type, "document"), title=title, authors=authors,
        editors=tuple(_people(part.get("editors"))), day=day,
        venue=_text(part.get("journal") or part.get("collection-title")) or _name_in(part.get("conference")),
        doi=doi_of(doi, url), url=address_of_work(doi, "", url, isbn), facts=tuple(sorted(facts.items())),
        place=at)


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return OBEYED.sub("", " ".join(str(value).split())) if isinstance(value, str | int | float) else ""


def _name_in(entity: Any) -> str:
    return _text(entity.get("name")) if isinstance(entity, Mapping) else ""


def _people(people: Any) -> Iterator[Author]:
    for person in people if isinstance(people, list) else ():
        if not isinstance(person, Mapping):
            continue
        parts = (_text(person.get(name)) for name in ("name-particle", "family-names"))
        family = " ".join(filter(None, parts))
        if group := family or _text(person.get("name")) or _text(person.get("alias")):
            yield Author(group, _text(person.get("given-names")), _text(person.get("name-suffix")))


def _day(part: Mapping[str, Any]) -> tuple[int, ...]:
    whole = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", _text(part.get("date-released")), re.ASCII)
    if whole:
        return tuple(int(number) for number in whole.groups() if number)
    year, month = _text(part.get("year")), _text(part.get("month"))
    if not re.fullmatch(r"\d{4}", year, re.ASCII):
        return ()
    return (int(year), int(month)) if month.isdecimal() and 1 <= int(month) <= 12 else (int(year),)
