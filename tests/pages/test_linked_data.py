"""What heads of pages tell in JSON-LD: true, in the words of schema.org, and no way out of the element."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from conftest import MakeSite
from depth import IS_FULL
from each import each
from hosts import HOME, URL, build, config
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.pages.head_tags import SharedCard, with_card
from payloads import PAYLOADS

from pages.test_person import ADA, ERAS, POST, site_of

PROOF = """---
type: milestone
goal: Fly
evidence:
  - {title: "A <paper>", url: "doi:10.5555/ABC"}
  - arXiv:2106.09685v2
  - {title: A book, url: "isbn:9780306406157"}
  - {title: Code, url: code.py, kind: code}
  - {title: Labels, url: https://example.org/x, kind: data}
  - {title: Try it, url: https://example.org/try, kind: demo}
  - {title: A talk, url: https://example.org/talk, kind: talk}
  - {title: Radio, url: https://example.org/radio, kind: press}
  - {title: Something, url: https://example.org/something}
  - {title: A prize, url: https://example.org/prize, kind: prize}
  - {title: Gone, url: gone.pdf}
  - {title: Ask me, url: "mailto:ada@example.org"}
  - {value: 0.71, unit: F1}
---
# Wings
"""
TREE = {"a.md": POST.replace("---\n# Up", "description: Up we go.\n---\n# Up"), "wings.md": PROOF}


def url(path: str) -> str | None:
    return None if path.startswith("gone") else f"https://example.org/{path}"


def told(site: Site, path: str, with_addresses: bool = True) -> dict[str, Any]:
    """Return what a page tells; nothing: it tells nothing."""
    text = site.linked_data(site.pages[path], url if with_addresses else lambda _: None)
    made: dict[str, Any] = json.loads(text or "{}")
    return made


def person(**more: Any) -> dict[str, Any]:
    at = "https://example.org/roadmap/index.md"
    return {"@type": "Person", "@id": f"{at}#person", "name": "Ada <b>", "url": at, **more}


def test_overview_is_about_the_person() -> None:
    assert told(site_of(TREE), "roadmap/index.md") == {
        "@context": "https://schema.org", "@type": "ProfilePage", "name": "Roadmap",
        "url": "https://example.org/roadmap/index.md",
        "mainEntity": person(
            jobTitle="Engineer", description="I count.", workLocation={"@type": "Place", "name": "London"},
            image="https://example.org/me.svg", email="ada@example.org",
            sameAs=["https://github.com/ada", "https://choir.example", "https://ada.example/me"],
            seeks={"@type": "Demand", "name": "a machine"},
            worksFor=[{"@type": "Organization", "name": "Acme"}],
            alumniOf=[{"@type": "Organization", "name": name} for name in ("Old School", "School")])}


def test_degree_that_goes_on_is_an_affiliation_and_what_is_to_begin_is_nothing_yet() -> None:
    eras = [{"degree": "PhD", "employer": "School", "from": 2024, "to": "2026-04-01"},
            {"employer": "Acme", "from": "2026-04-02"}, {"employer": "Was", "from": 2019, "to": 2020},
            {"degree": "MSc", "from": 2018, "to": 2019}]
    who = told(site_of(TREE, eras=eras), "roadmap/index.md")["mainEntity"]
    assert who["affiliation"] == [{"@type": "Organization", "name": "School"}]
    assert not {"worksFor", "alumniOf"} & who.keys()


def test_post_is_by_the_person_and_mentions_people() -> None:
    assert told(site_of(TREE), "a.md") == {
        "@context": "https://schema.org", "@type": "BlogPosting", "headline": "Up",
        "url": "https://example.org/a.md", "datePublished": "2026-02-01", "description": "Up we go.",
        "mentions": [{"@type": "Person", "name": "Bo"}, {"@type": "Person", "name": "Cy"}],
        "author": person()}


@pytest.mark.parametrize("line", ["author: Bo", "authors: [bo]"])
def test_post_that_names_its_authors_itself_is_not_said_to_be_the_person_s(line: str) -> None:
    tree = {"a.md": POST.replace("status: done", f"status: done\n{line}")}
    assert "author" not in told(site_of(tree), "a.md")


def test_milestone_cites_works_by_their_kinds_and_nothing_that_is_no_work() -> None:
    cited = told(site_of(TREE), "wings.md")["citation"]
    assert [(work["@type"], work["name"], work["url"]) for work in cited] == [
        ("ScholarlyArticle", "A <paper>", "https://doi.org/10.5555/ABC"),
        ("ScholarlyArticle", "arXiv:2106.09685v2", "https://arxiv.org/abs/2106.09685v2"),
        ("Book", "A book", "https://openlibrary.org/isbn/9780306406157"),
        ("SoftwareSourceCode", "Code", "https://example.org/code.py"),
        ("Dataset", "Labels", "https://example.org/x"),
        ("SoftwareApplication", "Try it", "https://example.org/try"),
        ("CreativeWork", "A talk", "https://example.org/talk"),
        ("CreativeWork", "Radio", "https://example.org/radio"),
        ("CreativeWork", "Something", "https://example.org/something")]
    assert [work.get("identifier") for work in cited[:4]] == [
        "doi:10.5555/abc", "arxiv:2106.09685", "isbn:9780306406157", None]
    assert [work.get("creativeWorkStatus") for work in cited[:3]] == [None, "Preprint", None]


def test_site_without_a_person_and_pages_with_nothing_to_tell_have_none() -> None:
    nobody = site_of(TREE, person=None)
    assert [path for path in nobody.pages if told(nobody, path)] == []
    somebody = site_of({"a.md": POST})
    assert {path for path in somebody.pages if told(somebody, path)} == {"a.md", "roadmap/index.md"}


def test_evidence_on_hidden_pages_is_cited_nowhere() -> None:
    tree = TREE | {"b.md": POST.replace("status: done", "status: done\nvisibility: private\n"
                                        "evidence: [{title: Zoltan, url: https://zoltan.example}]")}
    assert "oltan" not in json.dumps(told(site_of(tree), "wings.md"))


def test_without_an_address_of_the_site_there_is_no_half_of_one() -> None:
    for path in ("roadmap/index.md", "a.md", "wings.md"):
        text = json.dumps(told(site_of(TREE), path, with_addresses=False))
        assert "example.org/roadmap" not in text
        assert "null" not in text
        assert '"url": ""' not in text


@each("payload", [*PAYLOADS.values(), "</script><script>alert(1)</script>", "<!--<script>",
                                     "\u2028", "]]>"])
def test_nothing_written_leaves_the_element(payload: str) -> None:
    text = payload[:150]
    tree = {"a.md": POST.replace("status: done", f"status: done\ntitle: {json.dumps(f'x {text}')}")}
    site = site_of(tree, person=ADA | {"name": f"x {text}"}, eras=ERAS)
    for path in ("a.md", "roadmap/index.md"):
        data = site.linked_data(site.pages[path], url)
        assert not set("<>&\u2028") & set(data)
        page = with_card("<head></head>", SharedCard("", "", "", "", data))
        (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        assert json.loads(found) == told(site, path)


# --- against the vocabulary, and on a site ---


TEXTS = {"Text", "URL", "Date", "DateTime"}
"""What a text in JSON may be."""


def model_of(node: dict[str, Any]) -> Any:
    """Return the model of a node's type. To ask the package for it imports all eight hundred."""
    name = node["@type"]
    return getattr(import_module(f"schema_org.models.{re.sub('(?<!^)(?=[A-Z])', '_', name).lower()}"), name)


def breaches(node: dict[str, Any]) -> list[str]:
    """Return what the vocabulary of schema.org does not have of a node: properties of its type, and types
    that a property does not take. The models take a node within another for what the property says at least,
    which a Person in `mainEntity` is more than, so each is judged by itself.
    """
    model = model_of(node)
    ranges = {of.schema_name: {*of.ranges} for of in model.SCHEMA_PROPERTIES}
    own, found = {}, []
    for key, value in node.items():
        if key[0] == "@":
            continue
        many = value if isinstance(value, list) else [value]
        within = [one for one in many if isinstance(one, dict)]
        types = [{*model_of(one).SCHEMA_TYPES} for one in within] + [TEXTS] * (len(within) < len(many))
        found += [f"{key} of {node['@type']}: {min(of)}" for of in types if not of & ranges.get(key, set())]
        found += [breach for one in within for breach in breaches(one)]
        if not within:
            own[key] = date.fromisoformat(value) if key.startswith("date") else value  # they read no JSON
    if IS_FULL:  # pydantic takes three seconds to make a validator of each
        try:
            model.model_validate(own)
        except ValueError as error:
            found.append(str(error))
    return found


@pytest.mark.slow
def test_all_that_is_told_is_what_schema_org_says_of_these_types() -> None:
    eras = [*ERAS, {"degree": "MBA", "employer": "Night School", "from": 2025}]
    site = site_of(TREE, eras=eras)
    for path in ("roadmap/index.md", "a.md", "wings.md"):
        made = told(site, path)
        assert made.pop("@context") == "https://schema.org"
        assert breaches(made) == []
        assert breaches(made | {"headlin": "x"})[0].startswith("headlin of ")
    assert breaches({"@type": "BlogPosting", "author": {"@type": "Place", "name": "x"}}) == [
        "author of BlogPosting: Place"]
    assert breaches({"@type": "BlogPosting", "author": "x"})[0] == "author of BlogPosting: Date"


def data_of(html: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)]


def test_built_site_tells_it_once_on_each_page_with_whole_addresses(site: MakeSite) -> None:
    option = "{as_of: 2026-04-01, person: {name: Ada, portrait: {file: me.svg, alt: Ada}}}"
    pages = {**HOME, "a.md": POST, "wings.md": PROOF, "me.svg": "<svg/>", "code.py": "", "gone.pdf": ""}
    made = build(site(pages, config(option)))
    assert made.code == 0, made.log
    (overview,), (post,), (wings,) = (
        data_of((made.site.folder / f"{path}/index.html").read_text("utf-8"))
        for path in ("roadmap", "a", "wings"))
    assert overview["mainEntity"]["image"] == f"{URL}me.svg"
    assert (post["url"], post["author"]["url"]) == (f"{URL}a/", f"{URL}roadmap/")
    assert wings["citation"][3]["url"] == f"{URL}code.py"
    assert data_of((made.site.folder / "index.html").read_text("utf-8")) == []
