"""One work of a bibliography, whatever form it was written in, and all that a site has.

The types and the names of facts are those of CSL, the Citation Style Language, of which BibTeX and
`CITATION.cff` each know a part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from ..identifiers import identified
from ..names import slug
from ..problems import Place, Problem
from ..slips import did_you_mean

_NOWHERE = Place("")


class Author(NamedTuple):
    """Who wrote a work: a person, or a group, which has only a family name."""

    family: str
    """With what belongs to it, such as `van der Berg`."""
    given: str = ""
    suffix: str = ""
    """Such as `Jr.`."""

    @property
    def name(self) -> str:
        """The name as people say it."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A paper, a book, code, data, a talk."""

    key: str
    """By which pages name it, as written."""
    type: str
    """A type of CSL, such as `article-journal`; `document` where nothing fits."""
    title: str
    authors: tuple[Author, ...] = ()
    has_more_authors: bool = False
    """True when the list of the authors ends with "and others"."""
    editors: tuple[Author, ...] = ()
    day: tuple[int, ...] = ()
    """Year, month and day, as far as they are known; empty: nothing is."""
    venue: str = ""
    """The journal, the proceedings or the book in which it stands; empty: in none."""
    url: str = ""
    """Its one address; empty: it has none."""
    doi: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """What else is known, by the name of the variable in CSL: `volume`, `page`, `publisher` and so on."""
    bibtex: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
    """The type and the fields as they stand in BibTeX, in LaTeX; empty: it stands in no such file."""
    place: Place = _NOWHERE

    @property
    def year(self) -> int | None:
        return self.day[0] if self.day else None

    @property
    def kind(self) -> str:
        """What it is as evidence, one of `identifiers.KINDS`; empty: it may be anything."""
        known = identified(self.url)
        if self.type in _KINDS:
            return _KINDS[self.type]
        return known.kind if known else ""


_KINDS = {
    "article-journal": "paper", "paper-conference": "paper", "chapter": "paper", "thesis": "paper",
    "report": "paper", "article-magazine": "paper", "entry-encyclopedia": "paper", "review": "paper",
    "standard": "paper", "article": "preprint", "manuscript": "preprint", "book": "book", "software": "code",
    "dataset": "data", "speech": "talk", "motion_picture": "talk", "event": "talk",
    "article-newspaper": "press", "interview": "press", "broadcast": "press", "periodical": "press",
}
"""What a work of a type is as evidence. Of the others its address tells, if anything does."""
TYPES = frozenset({
    *_KINDS, "bill", "classic", "collection", "document", "entry", "entry-dictionary", "figure", "graphic",
    "hearing", "legal_case", "legislation", "map", "musical_score", "pamphlet", "patent", "performance",
    "personal_communication", "post", "post-weblog", "regulation", "review-book", "song", "treaty",
    "webpage"})
"""All types of CSL 1.0.2."""
FACTS = (
    "publisher", "publisher-place", "volume", "issue", "page", "number", "edition", "version",
    "collection-title", "chapter-number", "genre", "event-title", "ISBN", "ISSN")
"""The variables of CSL that are kept of a work besides its own fields. Abstracts, keywords, notes and the
paths of files are their owner's, so they are not even read.
"""


WORKS_ENDINGS = (".bib", ".json", ".cff")
"""How the names of files of works end: BibTeX, CSL-JSON and `CITATION.cff`."""


class ReadWorks(NamedTuple):
    """What was read of one file."""

    works: tuple[Work, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All works that a site may name by their keys."""

    works: Mapping[str, Work] = field(default_factory=dict)
    """By key, in lower case: BibTeX knows no other difference either."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with its files."""
    is_wanted: bool = False
    """True when the site names files of works, whatever is in them."""
    is_whole: bool = True
    """False when some of it could not be read: a key that is not there may be in that."""

    def find(self, key: str) -> Work | None:
        """Return the work of a key, in any case; None: there is none."""
        return self.works.get(key.casefold())

    def near(self, key: str) -> str | None:
        """Return the key that was probably meant; None: none is near."""
        keys = {work.key.casefold(): work.key for work in self.works.values()}
        return keys.get(did_you_mean(key.casefold(), keys) or "")


NO_WORKS = Bibliography()
"""That of a site that names no file of works."""


def address_of_work(doi: str, arxiv: str, url: str, isbn: str) -> str:
    """Return the one address of a work: that of its DOI, else of its id at arXiv, else its own, else that of
    its ISBN. Empty: it has none that a reader can follow.
    """
    for text in (doi and f"doi:{_bare_doi(doi)}", arxiv and f"arxiv:{arxiv}"):
        if text and (known := identified(text)):
            return known.url
    url = url.strip()
    if re.match(r"https?://[^\s/\\]", url, re.IGNORECASE) and not re.search(r"[\s\\\x00-\x1f\x7f]", url):
        return url
    found = identified(f"isbn:{isbn}") if isbn else None
    return found.url if found else ""


def _bare_doi(doi: str) -> str:
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", "", doi.strip(), flags=re.IGNORECASE).strip()


def doi_of(doi: str, url: str = "") -> str:
    """Return a DOI as it is by itself, whatever it was written like, or that of an address; empty: it is
    none.
    """
    for text in (doi and f"doi:{_bare_doi(doi)}", url):
        known = identified(text) if text else None
        if known and known.key.startswith("doi:"):
            return known.url.removeprefix("https://doi.org/")
    return ""


def made_key(authors: tuple[Author, ...], year: int | None, title: str) -> str:
    """Return the key of a work that has none: the first author's family name, the year and the first word of
    the title that is not short, such as `smith2025counting`. It stays the same while they do.
    """
    family = _ascii(authors[0].family if authors else "").replace("-", "")
    words = [word for word in _ascii(title).split("-") if word]
    word = next((word for word in words if len(word) > 3), words[0] if words else "")
    return f"{family}{year or ''}{word}" or "work"


def _ascii(text: str) -> str:
    """Return the id of a text in ASCII, which BibTeX wants of keys; letters that have no likeness in it are
    left out.
    """
    apart = normalize("NFKD", slug(text.casefold()))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[^\x00-\x7f]", "", apart)).strip("-")
