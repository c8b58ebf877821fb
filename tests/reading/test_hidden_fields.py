"""Who sees what pages say in a field: everybody, the author in a preview, or nobody."""

from __future__ import annotations

import re

import pytest
from each import each
from helpers import day
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.options import read_option
from mkdocs_career_roadmap.vocabulary.settings import SHOWN_FIELDS, Settings

SAID = {
    "scope": "scope: program", "kind": "kind: survey", "target": "target: 2031-05",
    "amount": "amount: 31337 of 40000 quokkas", "lessons": "lessons: Quokkas bite.",
    "evidence": "evidence: {title: The quokka tape, url: 'https://example.com/q'}",
    "with": "with: Quokka Q.",
    "replicates": "replicates: {paper: Quokka et al, claimed: 37.1, reached: 36.2}",
    "reason": "reason: The quokka left.", "revisit": "revisit: 2031-06",
    "estimate": "estimate: {effort: 31337}",
    "actual": "actual: {effort: 31338}",
}
SIGNS = {"scope": "scope=5", "kind": "survey", "target": "2031", "revisit": "2031", "estimate": "31337",
         "actual": "31338", "amount": "31337"}
"""What there is of a field where it is not the word quokka."""


def site_of(name: str, audience: str | None, *, keep_private: bool = False, in_outcome: bool = False) -> Site:
    status = "paused" if name in ("reason", "revisit") else "planned" if name == "target" else "done"
    own = f"status: {status}\n{SAID[name]}"
    if in_outcome:
        lines = own.replace("\n", "\n    ")
        own = f"milestones:\n  - milestone: M\n    {lines}"
    else:
        own = f"milestone: M\n{own}"
    text = f"---\ntitle: A post\ndate: 2026-01-01\ngoal: G\n{own}\n---\n"
    chosen = read_option("fields", {name: audience} if audience else {})
    return build([Source("posts/a.md", text)], as_of=day("2026-02-01"), settings=Settings(fields=chosen),
                 words=Words(), keep_private=keep_private)


def shown(site: Site) -> str:
    """Return all that a site shows, with its data."""
    pages = ("".join(site.fragments(page, lambda path: f"/{path}", Renderer(Words())))
             for page in site.pages.values())
    return "\n".join((*pages, repr(site.roadmap)))


def sign(name: str) -> str:
    return SIGNS.get(name, "uokka")


@each("name", SHOWN_FIELDS)
def test_field_is_for_those_the_site_says(name: str) -> None:
    for audience, in_site, in_preview in ((None, True, True), ("public", True, True),
                                          ("preview", False, True), ("off", False, False)):
        built, preview = site_of(name, audience), site_of(name, audience, keep_private=True)
        assert (sign(name) in shown(built), sign(name) in shown(preview)) == (in_site, in_preview), audience
        assert (sign(name) in repr(preview.public)) is in_site  # the files that a preview makes for all


@pytest.mark.parametrize("name", ["amount", "reason", "revisit", "lessons", "evidence"])
def test_so_it_is_where_a_post_says_it_of_one_of_several_milestones(name: str) -> None:
    assert sign(name) in shown(site_of(name, None, in_outcome=True))
    assert sign(name) not in shown(site_of(name, "off", in_outcome=True))


def test_what_is_kept_from_readers_is_not_asked_for_again() -> None:
    problems = {p.code for p in site_of("reason", "off").problems}
    assert problems == {p.code for p in site_of("reason", None).problems}


@pytest.mark.parametrize(("written", "told"), [
    ({"estimates": "off"}, "no field 'estimates' may be kept from readers; did you mean 'estimate'?"),
    ({"status": "off"}, "no field 'status' may be kept from readers"),
    ({"reason": "me"}, "reason is 'me'; write one of public, preview, off"),
    (["reason"], "write a mapping, such as {estimate: preview}"),
])
def test_what_is_wrong_is_told(written: object, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        read_option("fields", written)
