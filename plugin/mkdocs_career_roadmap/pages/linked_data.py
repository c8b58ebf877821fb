"""What the head of a page tells search engines of a person, a post and the works that prove a milestone:
JSON-LD in the words of schema.org. It is data, which no browser runs and no policy forbids.

Nothing is said that is not known to be true. So there are no tags `citation_*` as Highwire has them: they say
that a page is a paper, and a page about a paper is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from ..reading.entry import Evidence
from ..roadmap.model import Milestone, Post
from ..vocabulary.bibliography.work import Work
from ..vocabulary.escaping import json_for_html
from ..vocabulary.identifiers import EvidenceKind, identified
from ..vocabulary.person import Era, Person
from ..vocabulary.settings import Settings
from .catalogue import OVERVIEW, RoadmapPage

_Url = Callable[[str], str | None]
_TYPES: Mapping[str, str] = {
    EvidenceKind.PAPER: "ScholarlyArticle", EvidenceKind.PREPRINT: "ScholarlyArticle",
    EvidenceKind.BOOK: "Book", EvidenceKind.CODE: "SoftwareSourceCode", EvidenceKind.DATA: "Dataset",
    EvidenceKind.DEMO: "SoftwareApplication", EvidenceKind.TALK: "CreativeWork",
    EvidenceKind.PRESS: "CreativeWork", "": "CreativeWork",
}
"""What a piece of evidence is to schema.org, as far as its kind tells: press may be a voice on the radio, and
a talk a film or slides. A prize and a number are no works.
"""


def linked_data(today: date, settings: Settings, page: RoadmapPage, url: _Url) -> str:
    """Return the JSON-LD of a page on a day, fit to stand in HTML. Empty: a site that names no person says
    nothing, nor does a page that has nothing to tell. `url` gives whole addresses of pages and files; None:
    there is none.
    """
    person = settings.person
    if person is None:
        return ""
    overview = url(f"{settings.folder}/index.md")
    told: dict[str, Any] = {}
    if page.kind is OVERVIEW:
        told = {"@type": "ProfilePage", "name": page.title, "url": overview, "mainEntity": {
            **_reference(person, overview), **_person(person, settings.eras, today, url)}}
    elif isinstance(page.of, Post):
        told = _post(page.of, url) | {"author": None if page.of.has_authors else _reference(person, overview)}
    elif isinstance(page.of, Milestone) and (works := _works(page.of.evidence, url)):
        told = {"@type": "WebPage", "name": page.of.title, "url": url(page.path),
                "description": page.of.description, "citation": works}
    return json_for_html({"@context": "https://schema.org", **_said(told)}) if told else ""


def _said(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if value}


def _reference(person: Person, overview: str | None) -> dict[str, Any]:
    """Return who is meant, the same on all pages by one id."""
    return _said({"@type": "Person", "@id": overview and f"{overview}#person", "name": person.name,
                  "url": overview})


def _person(person: Person, eras: Iterable[Era], today: date, url: _Url) -> dict[str, Any]:
    begun = [era for era in eras if era.employer and era.start.first <= today]
    over = [era for era in begun if era.end and era.end.last < today]
    now = [era for era in begun if era not in over]
    mails = [profile.name for profile in person.profiles if profile.kind == "mail"]
    return _said({
        "jobTitle": person.role, "description": person.about,
        "workLocation": person.place and {"@type": "Place", "name": person.place},
        "image": person.portrait and url(person.portrait.path),
        "email": mails[0] if mails else None,
        "sameAs": [profile.url for profile in person.profiles if profile.kind != "mail"],
        "seeks": person.looking_for and {"@type": "Demand", "name": person.looking_for},
        "worksFor": _organizations(era for era in now if not era.degree),
        "affiliation": _organizations(era for era in now if era.degree),
        "alumniOf": _organizations(era for era in over if era.degree),
    })


def _organizations(eras: Iterable[Era]) -> list[dict[str, str]]:
    names = dict.fromkeys(era.employer for era in eras)
    return [{"@type": "Organization", "name": name} for name in names]


def _post(post: Post, url: _Url) -> dict[str, Any]:
    return {
        "@type": "BlogPosting", "headline": post.title, "url": url(post.path),
        "datePublished": post.day and post.day.isoformat(), "description": post.description,
        "mentions": [{"@type": "Person", "name": name} for name in post.people],
    }


def _works(evidence: Iterable[Evidence], url: _Url) -> list[dict[str, Any]]:
    made = []
    for one in evidence:
        address = one.address(url)
        if not address or not address.startswith(("https://", "http://")) or one.kind not in _TYPES:
            continue
        known = identified(one.url)
        made.append(_said({
            "@type": _TYPES[one.kind], "name": one.title, "url": address,
            "identifier": known.key if known and known.key != one.url else None,
            "creativeWorkStatus": "Preprint" if one.kind == EvidenceKind.PREPRINT else None,
            **(_of_bibliography(one.work) if one.work else {})}))
    return made


def _of_bibliography(work: Work) -> dict[str, Any]:
    return {
        "author": [{"@type": "Person" if author.given else "Organization", "name": author.name}
                   for author in work.authors],
        "datePublished": "-".join(f"{part:02}" for part in work.day),
        "isPartOf": work.venue and {"@type": "CreativeWork", "name": work.venue},
    }
