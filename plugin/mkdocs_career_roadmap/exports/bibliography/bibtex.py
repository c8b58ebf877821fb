"""A bibliography in BibTeX, in UTF-8, as biber and today's BibTeX styles read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...vocabulary.bibliography.work import Author, Work
from .listed import ListedWork, WorksOfGoal

SIGN = "% Written by `career-roadmap export bibtex`"
"""How such a file begins."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENTRY_TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "paper-conference": "inproceedings", "chapter": "incollection", "book": "book", "thesis": "phdthesis",
    "report": "techreport", "manuscript": "unpublished", "software": "software", "dataset": "dataset",
    "webpage": "online", "patent": "patent", "periodical": "periodical"}
_IN_VENUE = {"paper-conference": "booktitle", "chapter": "booktitle"}
_FACTS = {
    "publisher": "publisher", "publisher-place": "address", "volume": "volume", "issue": "number",
    "number": "number", "page": "pages", "edition": "edition", "version": "version",
    "collection-title": "series", "chapter-number": "chapter", "genre": "type", "event-title": "eventtitle",
    "ISBN": "isbn", "ISSN": "issn"}
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&",
    "#": r"\#", "_": r"\_", "%": r"\%", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_LIGATURE = re.compile(r"-(?=-)|`(?=`)|'(?=')|,(?=,)|<(?=<)|>(?=>)|[?!](?=`)")
"""Signs of which TeX would make one with the next."""
_BARE = frozenset({"doi", "url", "eprint", "isbn", "issn"})
"""Fields that LaTeX takes as they are, letter by letter."""


def bibtex_text(groups: Iterable[WorksOfGoal]) -> str:
    """Return the works, those of a goal below a comment with its title. An entry of a file in BibTeX is
    written as it stood there, without what is its owner's, such as notes.
    """
    blocks = [SIGN]
    for group in groups:
        blocks += [f"% {_comment(group.title)}"] if group.title else []
        blocks += map(_entry, group.works)
    return "\n\n".join(blocks) + "\n"


def _comment(text: str) -> str:
    """Return a text that begins no entry, in one line."""
    return " ".join(text.replace("@", "(at)").split())


def _entry(listed: ListedWork) -> str:
    type, written = listed.work.bibtex
    fields = dict(written) if type else _fields(listed.work)
    if listed.goals:
        fields["keywords"] = ", ".join(listed.goals)
    lines = "".join(f",\n  {name} = {_value(name, value)}" for name, value in fields.items())
    return f"@{type or _ENTRY_TYPES.get(listed.work.type, 'misc')}{{{listed.work.key}{lines}\n}}"


def _value(name: str, value: str) -> str:
    month = value[:3].lower()
    is_name = name == "month" and month in _MONTHS and value.isalpha()
    return month if is_name else f"{{{value}}}"


def _fields(work: Work) -> dict[str, str]:
    """Return the fields of a work that stood in no file in BibTeX, in LaTeX; none is empty."""
    others = ["others"] if work.has_more_authors else []
    arxiv = work.url.removeprefix("https://arxiv.org/abs/") if "//arxiv.org/abs/" in work.url else ""
    names = _names_of_facts(work.facts)
    facts = {names[fact]: value for fact, value in work.facts if fact in names}
    fields = {
        "title": _protected(work.title),
        "author": " and ".join([*map(_name, work.authors), *others]),
        "editor": " and ".join(map(_name, work.editors)),
        "year": str(work.year or ""),
        "month": _MONTHS[work.day[1] - 1] if len(work.day) > 1 else "",
        "date": "-".join(f"{part:02}" for part in work.day) if len(work.day) > 2 else "",
        _IN_VENUE.get(work.type, "journal"): escaped(work.venue),
        **{name: _bare(value) if name in _BARE else escaped(value) for name, value in facts.items()},
        "doi": _bare(work.doi),
        "eprint": _bare(arxiv),
        "archiveprefix": "arXiv" if arxiv else "",
        "url": _bare(work.url),
    }
    return {name: value for name, value in fields.items() if value}


def _names_of_facts(facts: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return what facts are called in BibTeX: its `number` is the issue of what has one."""
    known = dict(facts)
    return {name: of for name, of in _FACTS.items() if not (name == "number" and "issue" in known)}


def _bare(text: str) -> str:
    """Return an address without braces, which would end the field."""
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def escaped(text: str) -> str:
    """Return a plain text in LaTeX. Braces have names, since BibTeX counts those behind a backslash, too."""
    return "".join(_SPECIAL.get(sign, sign) for sign in _LIGATURE.sub("\\g<0>\ufdd0", text)).replace(
        "\ufdd0", "{}")


def _protected(title: str) -> str:
    """Return a title in LaTeX, with braces around words in which capitals matter, such as `DNA`: many styles
    make all letters but the first small.
    """
    return " ".join(f"{{{escaped(word)}}}" if _has_capitals(word) else escaped(word)
                    for word in title.split(" "))


def _has_capitals(word: str) -> bool:
    return any(sign.isupper() for sign in word[1:])


def _name(author: Author) -> str:
    if not author.given and not author.suffix:
        return f"{{{escaped(author.family)}}}"
    parts = (author.family, author.suffix, author.given) if author.suffix else (author.family, author.given)
    return ", ".join(_part(part) for part in parts)


def _part(text: str) -> str:
    is_split = "," in text or re.search(r"(?i)\band\b", text)
    return f"{{{escaped(text)}}}" if is_split else escaped(text)
