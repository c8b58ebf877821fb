"""A work as a page shows it, near the style of APA: in a sentence, and as a line of a list of references."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from html import escape

from mkdocs_career_roadmap.vocabulary.bibliography.work import Author, Work

from .files import BibEntry

_IN_BOOKS = frozenset({"paper-conference", "chapter", "entry-encyclopedia"})
_WHOLE = frozenset({"book", "thesis", "report", "software", "dataset", "webpage", "motion_picture"})
_LINKS = (
    ("html", "HTML", ""), ("pdf", "PDF", "/assets/pdf/"), ("supp", "Supp", "/assets/pdf/"),
    ("blog", "Blog", ""), ("code", "Code", ""), ("poster", "Poster", "/assets/pdf/"),
    ("slides", "Slides", "/assets/pdf/"),
    ("video", "Video", "/assets/video/"), ("website", "Website", ""))
"""Fields that al-folio and themes after it make links of, how each is called, and the folder of its files."""
_PREVIEWS = "/assets/img/publication_preview/"
_WIDTH = 200
"""Of such a picture, in pixels: beside a reference it is small, as in the themes."""


def cited(entries: Sequence[BibEntry], locators: Sequence[str] = (), *, has_authors: bool = True) -> str:
    """Return works as a sentence cites them, `(Roe & Poe, 2020; Doe, 2021, p. 3)`, as HTML."""
    parts = []
    for at, entry in enumerate(entries):
        words = [_short(entry.work)] if has_authors else []
        words += [year] if (year := _year(entry)) else []
        words += [locators[at]] if at < len(locators) else []
        parts.append(", ".join(words))
    return escape(f"({'; '.join(parts)})", quote=False)


def _short(work: Work) -> str:
    people = work.authors or work.editors
    if not people:
        return work.title
    families = [one.family or one.given for one in people]
    if len(families) > 2 or work.has_more_authors:
        return f"{families[0]} et al."
    return " & ".join(families)


def plain_reference(entry: BibEntry) -> str:
    """Return what a work is on one line, without marks."""
    return " ".join(re.sub(r"<[^>]*>", "", reference(entry)).split())


def _year(entry: BibEntry) -> str:
    """Return the year of a work as its file has it, `in press` too; empty: none, of which nothing is said."""
    written = " ".join(entry.fields.get("year", "").split()).replace("--", "–")
    return written or str(entry.work.year or "")


def reference(entry: BibEntry) -> str:
    """Return a work as a line of a list of references, as HTML."""
    return " ".join(_parts(entry.work, _year(entry), _GENRES.get(entry.type, "")))


_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
"""What a work is, by its type, if it does not say that itself."""


def _parts(work: Work, year: str, genre: str) -> Iterator[str]:
    facts = dict(work.facts)
    said = [f"({escape(year, quote=False)})."] if year else []
    title = escape(work.title, quote=False)
    people = _people(work.authors, work.has_more_authors) or (
        f"{_people(work.editors)} {_edited(work.editors)}." if work.editors else "")
    is_whole = work.type in _WHOLE or not work.venue
    title = f"<em>{title}</em>" if is_whole else title
    is_called = work.type in ("thesis", "report")
    title = _ended(title + (_bracketed(facts.get("genre") or genre) if is_called else ""))
    yield from (escape(people, quote=False), *said, title) if people else (title, *said)
    place = escape(work.venue, quote=False)
    pages = escape(facts.get("page", "").replace("--", "–"), quote=False)
    if work.venue and work.type in _IN_BOOKS:
        has_editors = work.editors and work.authors
        editors = f"{escape(_forward(work.editors))} {_edited(work.editors)}, " if has_editors else ""
        yield _ended(f"In {editors}<em>{place}</em>" + (f" (pp. {pages})" if pages else ""))
    elif work.venue:
        volume, issue = (escape(facts.get(name, ""), quote=False) for name in ("volume", "issue"))
        yield _ended(f"<em>{place}</em>" + (f", <em>{volume}</em>" if volume else "") + (
            f"({issue})" if issue else "") + (f", {pages}" if pages else ""))
    if publisher := facts.get("publisher", ""):
        yield _ended(escape(publisher, quote=False))
    if work.url:
        yield f'<a href="{escape(work.url)}">{escape(work.url)}</a>'


def _ended(text: str) -> str:
    return text if re.search(r"[.?!](?:</em>)?$", text) else f"{text}."


def _bracketed(text: str | None) -> str:
    return f" [{escape(text, quote=False)}]" if text else ""


def _people(people: Sequence[Author], has_more: bool = False) -> str:
    names = [one.family + (f", {_initials(one.given)}" if one.given and one.family else one.given)
             + (f", {one.suffix}" if one.suffix else "") for one in people]
    if has_more:
        return ", ".join([*names, "et al."])
    return ", & ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _forward(people: Sequence[Author]) -> str:
    """Return names that begin with what is given, as in the middle of a sentence."""
    names = [" ".join(part for part in (_initials(one.given) if one.family else one.given, one.family,
                                        one.suffix) if part) for one in people]
    return ", & ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 2 else " & ".join(names)


def _edited(people: Sequence[Author]) -> str:
    return "(Ed.)" if len(people) == 1 else "(Eds.)"


def _initials(given: str) -> str:
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())


# --- what the template of a theme shows besides ---


def shown_fields(template: str) -> frozenset[str]:
    """Return the fields that a template of references shows. Of others nothing was published."""
    return frozenset(re.findall(r"\bentry\.(\w+)", template))


def with_links(entry: BibEntry, shown: Collection[str], where: Callable[[str], str | None]) -> str:
    """Return a reference with the picture, links and summary that the template of the blog shows of it.

    `where` gives the address of a file of the blog; None: there is none.
    """
    fields = {name: text for name, text in entry.fields.items() if name in shown and text.strip()}
    return "".join([_picture(fields.get("preview", ""), where), reference(entry), *_more(fields, where)])


def _picture(preview: str, where: Callable[[str], str | None]) -> str:
    if re.match(r"https?://", preview):
        return f'<img src="{escape(preview)}" alt="" width="{_WIDTH}"> '
    found = where(f"{_PREVIEWS}{preview.lstrip('/')}") or where(preview) if preview else None
    return f'<img src="{escape(found)}" alt="" width="{_WIDTH}"> ' if found else ""


def _more(fields: dict[str, str], where: Callable[[str], str | None]) -> Iterator[str]:
    for name in ("award", "award_name", "note", "additional_info"):
        if fields.get(name):
            yield f" {escape(_ended(fields[name]), quote=False)}"
    links = []
    if arxiv := fields.get("arxiv"):
        links.append(("arXiv", f"https://arxiv.org/abs/{arxiv}"))
    for name, text, folder in _LINKS:
        value = fields.get(name, "")
        if re.match(r"https?://", value):
            links.append((text, value))
        elif value:
            address = where(f"{folder}{value.lstrip('/')}" if folder else value) or where(value)
            links += [(text, address)] if address else []
    for text, address in links:
        yield f' <a href="{escape(address)}">[{text}]</a>'
    if abstract := fields.get("abstract"):
        yield f"<details><summary>Abstract</summary>{escape(abstract, quote=False)}</details>"
