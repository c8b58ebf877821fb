"""Entries of BibTeX, and of BibLaTeX, become works.

The grammar is that of pybtex, one entry at a time, so that a broken one takes no other with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import InvalidNameString, Person
from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.exceptions import PybtexError
from pybtex.utils import CaseInsensitiveDict

from ...vocabulary.bibliography.work import Author, ReadWorks, Work, address_of_work, doi_of
from ...vocabulary.escaping import OBEYED
from ...vocabulary.problems import Place, Problem, problem
from .latex import plain, verbatim

_BEGIN = re.compile(r"^[ \t]*@[ \t]*\w+[ \t]*[{(]", re.MULTILINE)
_NAME = re.compile(r"@[ \t]*(\w+)")
_MONTHS = {name[:3].lower(): at for at, name in enumerate(month_names.values(), 1)}
_TYPES = {
    "article": "article-journal", "inproceedings": "paper-conference", "conference": "paper-conference",
    "incollection": "chapter", "inbook": "chapter", "book": "book", "mvbook": "book", "booklet": "book",
    "proceedings": "book", "collection": "book", "phdthesis": "thesis", "mastersthesis": "thesis",
    "thesis": "thesis", "techreport": "report", "report": "report", "manual": "report",
    "unpublished": "manuscript", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "software": "software", "softwareversion": "software", "dataset": "dataset", "patent": "patent",
    "periodical": "periodical", "inreference": "entry-encyclopedia", "review": "review",
    "standard": "standard", "video": "motion_picture", "movie": "motion_picture", "audio": "broadcast",
    "presentation": "speech", "talk": "speech", "letter": "personal_communication"}
_FACTS = {
    "publisher": "publisher", "school": "publisher", "institution": "publisher", "organization": "publisher",
    "address": "publisher-place", "location": "publisher-place", "volume": "volume", "issue": "issue",
    "pages": "page", "edition": "edition", "version": "version", "series": "collection-title",
    "chapter": "chapter-number", "type": "genre", "eventtitle": "event-title", "isbn": "ISBN", "issn": "ISSN"}
KEPT = frozenset({
    *_FACTS, "author", "editor", "title", "subtitle", "booktitle", "booksubtitle", "journal", "journaltitle",
    "year", "month", "date", "number", "doi", "url", "eprint", "archiveprefix", "eprinttype", "primaryclass",
    "eprintclass", "howpublished", "translator"})
"""The fields that go out again. Notes, abstracts, keywords and the paths of files are their owner's."""


@dataclass(slots=True)
class _EntryReader:
    """Reads the entries of one file; names from `@string` count from where they stand."""

    path: str
    macros: CaseInsensitiveDict = field(default_factory=lambda: CaseInsensitiveDict(month_names))
    problems: list[Problem] = field(default_factory=list)
    entries: list[WrittenEntry] = field(default_factory=list)

    def read(self, text: str, line: int) -> None:
        """Read a part of the file, which begins at a line. Whatever stands between entries is a comment."""
        told: dict[int, str] = {}  # the first error of each command, by where that begins

        def tell(error: Exception) -> None:
            told.setdefault(parser.command_start, _why(error))

        parser = LowLevelParser(text, macros=self.macros, handle_error=tell)
        before = 0
        for command, body in parser:
            line += text.count("\n", before, parser.command_start)
            before, at = parser.command_start, Place(self.path, line)
            why = told.pop(before, "")
            if command.lower() in ("string", "preamble"):
                self._tell(at, f"@{command}", why)
                continue
            key, fields = body
            self._tell(at, f"the entry {key!r}" if key else f"an entry @{command}", why)
            if key:
                self._take(at, command.lower(), key, fields, is_broken=bool(why))
        # What is left are signs in comments, as in an address of mail, or an entry without a brace.
        for start, why in told.items():
            name = _NAME.match(text, start)
            if name and name[1].lower() in _TYPES:
                at = Place(self.path, line + text.count("\n", 0, start) - text.count("\n", 0, before))
                self._tell(at, name[0], why)

    def _tell(self, at: Place, what: str, why: str) -> None:
        if why:
            self.problems.append(problem(
                "bad-entry", at, f"{what} is broken: {why}; what stands before that counts, so mend it"))

    def _take(self, at: Place, type: str, key: str, fields: Iterable[tuple[str, list[str]]], *,
              is_broken: bool) -> None:
        values: dict[str, str] = {}
        for name, parts in fields:
            if name.lower() in values:
                self.problems.append(problem(
                    "bad-entry", at,
                    f"the entry {key!r} has {name.lower()} twice, of which the first counts; remove one"))
            else:
                values[name.lower()] = OBEYED.sub("", " ".join("".join(parts).split()))
        self.entries.append(WrittenEntry(type, OBEYED.sub("", key) or "work", values, at, is_broken))


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An entry as it is written: its values are LaTeX, with names from `@string` put in."""

    type: str
    key: str
    values: Mapping[str, str]
    place: Place
    is_broken: bool = False

    def within(self, whole: Mapping[str, str]) -> WrittenEntry:
        """Return it with what it has of the entry that it refers to by `crossref`."""
        given = {"booktitle" if name == "title" else name: value for name, value in whole.items()
                 if name not in ("author", "doi", "url", "crossref")}
        return replace(self, values={**given, **self.values})

    def text(self, *names: str) -> str:
        """Return the first of these fields that is not empty, as plain text; empty: none is there."""
        return next((text for name in names if (text := plain(self.values.get(name, "")))), "")

    def code(self, name: str) -> str:
        return verbatim(self.values.get(name, ""))


def read_bibtex(path: str, text: str) -> ReadWorks:
    """Return the works of a file. An entry that is broken is told, with as much of it as can be read."""
    entries, problems = read_entries(path, text)
    return ReadWorks(tuple(work for _, work in entries), tuple(problems))


def read_entries(path: str, text: str) -> tuple[list[tuple[WrittenEntry, Work]], list[Problem]]:
    """Return the entries of a file with all that is written in them, and the work that each is."""
    reader = _EntryReader(path)
    starts = [0, *(found.start() for found in _BEGIN.finditer(text))]
    line, before = 1, 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line, before = line + text.count("\n", before, start), start
        reader.read(text[start:end], line)
    wholes = {entry.key.casefold(): entry.values for entry in reversed(reader.entries)}
    entries = [entry.within(wholes.get(entry.values.get("crossref", "").casefold(), {}))
               for entry in reader.entries]
    return [(entry, _work(entry, reader.problems)) for entry in entries], reader.problems


def _why(error: Exception) -> str:
    """Return what a parser says, without the place, which it counts from the start of the entry."""
    return re.sub(r"^[\w ]+ in line \d+: ", "", str(error)) if "undefined" not in str(error) else (
        f"there is no @string {str(error).rpartition(': ')[2]!r}")


def _work(entry: WrittenEntry, problems: list[Problem]) -> Work:
    authors, has_more = _people(entry, "author", problems)
    editors, _ = _people(entry, "editor", problems)
    arxiv = _arxiv(entry)
    subtitle = entry.text("subtitle")
    title = entry.text("title") + (f": {subtitle}" if subtitle else "")
    if not title and not entry.is_broken:
        problems.append(problem(
            "bad-entry", entry.place, f"the entry {entry.key!r} has no title; add title = {{...}}"))
    url = entry.code("url") or _in_howpublished(entry)
    venue = entry.text("journal", "journaltitle", "booktitle")
    return Work(
        key=entry.key, type=_type(entry, venue, arxiv), title=title or entry.key, authors=authors,
        has_more_authors=has_more, editors=editors, day=_day(entry), venue=venue,
        doi=doi_of(entry.code("doi"), url),
        url=address_of_work(entry.code("doi"), arxiv, url, entry.code("isbn")),
        facts=_facts(entry), place=entry.place,
        bibtex=(entry.type, tuple((name, value) for name, value in entry.values.items()
                                  if name in KEPT and not _is_of_disk(name, value))))


def _is_of_disk(name: str, value: str) -> bool:
    """True for where its owner has a work, which is nobody else's business."""
    if name == "url":
        return not re.match(r"https?://", verbatim(value), re.IGNORECASE)
    return name == "howpublished" and bool(re.search(r"file:|^[\s{]*[/~\\]|\b[A-Za-z]:\\", value))


def _type(entry: WrittenEntry, venue: str, arxiv: str) -> str:
    """Return the type of CSL: what lies at arXiv and nowhere else is `article`, as it calls a preprint."""
    if arxiv and entry.type in ("article", "misc", "unpublished", "online") and (
            not venue or re.match("arxiv|corr", venue, re.IGNORECASE)):
        return "article"
    return _TYPES.get(entry.type, "document")


def _arxiv(entry: WrittenEntry) -> str:
    """Return the id at arXiv; empty: it is not there, or does not say so."""
    archive = (entry.code("archiveprefix") or entry.code("eprinttype")).casefold()
    eprint = re.sub(r"^arxiv:", "", entry.code("eprint"), flags=re.IGNORECASE)
    if eprint and archive in ("", "arxiv") and re.fullmatch(r"\d{4}\.\d{4,5}(v\d+)?|[a-z.-]+/\d{7}(v\d+)?",
                                                            eprint, re.IGNORECASE | re.ASCII):
        return eprint
    named = re.search(r"arxiv:\s*(\d{4}\.\d{4,5}(?:v\d+)?)", entry.values.get("journal", ""), re.IGNORECASE)
    return named[1] if named else ""


def _in_howpublished(entry: WrittenEntry) -> str:
    found = re.search(r"https?://[^\s{}]+", entry.code("howpublished"))
    return found[0] if found else ""


def _people(entry: WrittenEntry, role: str, problems: list[Problem]) -> tuple[tuple[Author, ...], bool]:
    """Return the people of a role, and whether there are others."""
    names = split_name_list(entry.values.get(role, ""))
    has_more = bool(names) and names[-1].casefold() == "others"
    return tuple(_people_of(entry, names[:-1] if has_more else names, problems)), has_more


def _people_of(entry: WrittenEntry, names: Iterable[str], problems: list[Problem]) -> Iterator[Author]:
    for name in names:
        try:
            person = _person(name)
        except PybtexError:
            problems.append(problem(
                "bad-entry", entry.place, f"the entry {entry.key!r} has a name with too many commas, "
                f"{plain(name)[:80]!r}; write `Family, Given and Family, Given`"))
            continue
        if person.family or person.given:
            yield person


def _person(name: str) -> Author:
    if len(split_tex_string(name, ",")) > 3:
        raise InvalidNameString(name)  # which pybtex would print, or raise, by a switch of the whole process
    person = Person(name)

    def said(parts: Iterable[str]) -> str:
        return plain(" ".join(parts))

    return Author(said([*person.prelast_names, *person.last_names]),
                  said([*person.first_names, *person.middle_names]), said(person.lineage_names))


def _day(entry: WrittenEntry) -> tuple[int, ...]:
    """Return year, month and day, as far as they are known."""
    if whole := re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", entry.code("date"), re.ASCII):
        return tuple(int(part) for part in whole.groups() if part)
    year = re.search(r"(?<!\d)\d{4}(?!\d)", entry.text("year"), re.ASCII)
    if not year:
        return ()
    written = entry.text("month")
    is_number = re.fullmatch(r"0?[1-9]|1[012]", written)
    names = (_MONTHS.get(word[:3].lower()) for word in re.findall(r"[^\W\d]+", written))
    month = int(written) if is_number else next(filter(None, names), 0)
    day = re.search(r"(?<!\d)([12]?\d|3[01])(?!\d)", written) if month and not written.isdigit() else None
    return tuple(part for part in (int(year[0]), month, int(day[1]) if day else 0) if part)


def _facts(entry: WrittenEntry) -> tuple[tuple[str, str], ...]:
    facts = {of: text for name, of in reversed(_FACTS.items()) if (text := entry.text(name))}
    if number := entry.text("number"):
        facts.setdefault("issue" if entry.type == "article" else "number", number)
    return tuple(sorted(facts.items()))
