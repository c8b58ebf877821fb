"""Names, titles and sentences that would run in a reader's browser if anything printed them as they are.

Payloads times fields times places: each page of the baited sites has one payload in all of its
fields, and the views have all of them.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from depth import IS_FULL, some, turn
from mkdocs_career_roadmap.vocabulary.fields import Role
from payloads import PAYLOADS
from playwright.sync_api import Page

from browser.baited import ADDRESSES, GROUPS, WHOLE, bait, fields_of, read_as
from browser.conftest import Sites, Visitor, go, go_instant
from browser.sites import WORDS

_OF_WORK = ("lessons", "body", "evidence", "replicates.paper", "replicates.metric", "replicates.claimed",
            "replicates.reached", "reason", "with", "depends_on", "part_of", "amount.unit")
_OF_DECISIONS = tuple(f"decisions.{part}" for part in ("question", "predicted", "decided", "by", "why"))
SHOWN: Mapping[tuple[Role, str], str | None] = {
    (Role.POST, "title"): "milestone",
    (Role.POST, "description"): "goal",
    (Role.POST, "goal"): "post",
    (Role.POST, "milestone"): "post",
    (Role.POST, "sharpens"): "goal",
    (Role.POST, "milestone.milestone"): "post",
    **{(Role.POST, f"milestone.{name}"): "outcome" for name in ("reason", "lessons", "evidence")},
    (Role.MILESTONE, "history.moved_from"): None,  # there a post's goal and milestone are named
    (Role.MILESTONE, "history.split_from"): None,
    **{(Role.POST, name): "milestone" for name in _OF_WORK},
    **{(Role.POST, name): "decisions" for name in _OF_DECISIONS},
    (Role.GOAL, "title"): "overview",
    (Role.GOAL, "description"): "goal's page",
    (Role.GOAL, "reason"): "not-doing",
    (Role.GOAL, "id"): None,
    (Role.MILESTONE, "title"): "overview",
    (Role.MILESTONE, "description"): None,
    (Role.MILESTONE, "id"): None,
    (Role.MILESTONE, "goal"): "milestone's page",
    **{(Role.MILESTONE, name): "milestone's page" for name in _OF_WORK},
}
"""Where a reader sees each field; None: nowhere, or in the head of the page alone."""

_GOALS = [(Role.MILESTONE, "goal"), (Role.GOAL, "title"), (Role.POST, "goal")]
_NAMES = [(Role.POST, "milestone"), (Role.MILESTONE, "title"), (Role.MILESTONE, "goal")]
VIEWS = {
    "": [(Role.POST, "goal")],  # a block for each goal
    "drawn/": [*_NAMES, *_GOALS],  # the map and the timeline of each goal
    "roadmap/": _GOALS,  # it draws some of them and lists the others
    "roadmap/board/": _NAMES,
    "roadmap/timeline/": [],  # it draws some
    "roadmap/posts/": [(Role.POST, "title"), (Role.POST, "goal")],
    "roadmap/all/": _GOALS,
    "roadmap/evidence/": [(Role.POST, "evidence"), (Role.POST, "milestone.evidence"),
                          (Role.MILESTONE, "evidence")],
    "roadmap/lessons/": [(Role.POST, "lessons"), (Role.MILESTONE, "lessons"), (Role.POST, "body")],
    "roadmap/decisions/": [(Role.POST, name) for name in _OF_DECISIONS],
    "roadmap/not-doing/": [(Role.POST, "reason"), (Role.MILESTONE, "reason"), (Role.GOAL, "reason")],
    "roadmap/ideas/": [(Role.POST, "idea")],
    "roadmap/replications/": [(role, f"replicates.{part}") for role in (Role.POST, Role.MILESTONE)
                              for part in ("paper", "metric", "claimed", "reached")],
    # What stands on pages without a day is of no year.
    "roadmap/report/": [(Role.POST, name) for name in (
        "title", "milestone", "reason", "lessons", "body", "evidence", "sharpens", *_OF_DECISIONS)],
    # It has `sharpens` too, word by word between those of the goal before.
    "roadmap/2026/": [(Role.POST, "lessons"), (Role.POST, "milestone"), (Role.POST, "title")],
}
"""The pages that have the payloads of all groups, and fields that each shows."""

_RAN = "() => window.pwned !== undefined"
_ARMED = r"""
    (page) => {
        const known = [location.host, "example.org", "www.mkdocs.org"];
        const leads = (value) => {
            if (value === "javascript:void(0)") return false;  // Material's, until its scripts are there
            const url = URL.canParse(value, page.baseURI) && new URL(value, page.baseURI);
            return url && !(url.protocol === "mailto:" || known.includes(url.host));
        };
        const addresses = ["href", "src", "action", "formaction", "data", "xlink:href"];
        // The margins of printed sheets have quoted texts, in which each odd sign is a number.
        const isPaper = (css) => css.startsWith("@page {") && !/pwned|evil|<|url\(|@import/.test(
            css.replace(/"(?:[^"\\<>\n]|\\[0-9a-f]+ )*"/g, '""'));
        // The rules of filters know what they leave by keys of ours alone.
        const isFilters = (css) => css.trim().startsWith(".career-roadmap.career-roadmap.career-roadmap {") &&
            !/pwned|evil|<|url\(|@import/.test(css);
        const isArmed = (e) => e.closest(".career-roadmap") && e.matches(
                "script, img, iframe, object, embed, form, style, base, meta, link, input:not([type=range])")
                && !(e.matches("style") && isFilters(e.textContent))
            || e.matches("script:not([type], [src]), style, base, iframe, object, img, [http-equiv]")
                && /pwned|evil/.test(e.outerHTML) && !(e.matches("style") && isPaper(e.textContent))
            || [...e.attributes].some((a) => a.name.startsWith("on") && a.value.includes("pwned")
                || addresses.includes(a.name) && leads(a.value)
                || a.name === "style" && a.value.includes("inset"));
        return [...page.querySelectorAll("*")].filter(isArmed).map((e) => e.outerHTML.slice(0, 200));
    }
"""
_ARMED_HERE = f"({_ARMED})(document)"
_TOUCHED = """
    () => {
        for (const element of document.querySelectorAll("body *"))
            for (const kind of ["mouseover", "mouseenter", "focus", "pointerenter", "toggle"])
                element.dispatchEvent(new Event(kind, {bubbles: kind === "mouseover"}));
    }
"""
_SEEN = f"""
    (page) => ({{
        armed: ({_ARMED})(page), title: page.title,
        description: page.querySelector("meta[name=description]")?.content ?? "",
        text: [...page.querySelectorAll(".career-roadmap")].map((e) => e.textContent).join(" "),
    }})
"""
_READ = f"""
    async (address) => {{
        const text = await (await fetch(address)).text();
        return ({_SEEN})(new DOMParser().parseFromString(text, "text/html"));
    }}
"""
"""The browser's own parser, without what the theme's scripts make of a page: a twentieth of the time."""


@pytest.fixture
def page(visitor: Visitor) -> Page:
    made = visitor.page()
    made.on("dialog", lambda dialog: (visitor.complaints.append(dialog.message), dialog.dismiss()))
    return made


class Seen(NamedTuple):
    """What was seen of a page."""

    wrong: list[str]
    """What ran, what would, and what went elsewhere."""
    title: str
    description: str
    text: str
    """Of ours, as fields are read."""


def look(page: Page, visitor: Visitor, address: str) -> Seen:
    """Open a page and touch everything on it."""
    page.goto(address, wait_until="load")
    page.evaluate(_TOUCHED)
    seen = page.evaluate(f"({_SEEN})(document)")
    ran = [*(["it ran"] if page.evaluate(_RAN) else []), *visitor.complaints]
    visitor.complaints.clear()
    return _seen(address, seen, ran)


def read(page: Page, address: str) -> Seen:
    """Let an open page of the same site read another one, which is not shown."""
    return _seen(address, page.evaluate(_READ, address), [])


def _seen(address: str, seen: Mapping[str, Any], ran: list[str]) -> Seen:
    wrong = [f"{address}: {what}" for what in [*seen["armed"], *ran]]
    return Seen(wrong, seen["title"], seen["description"], read_as(seen["text"]))


def decoded(text: str) -> str:
    """Return a text as themes show it, which decode entities where there is no markup."""
    return re.sub(r"[\x00-\x08\x1b\x7f\u2060]", "", read_as(html.unescape(html.unescape(text))))


def missing_in_head(seen: Seen, group: str, is_material: bool) -> list[str]:
    """Return which of title and description the head of a post does not have. Only Material prints both."""
    said = {"title": seen.title.strip(), **({"description": seen.description} if is_material else {})}
    return [f"the head of {group} has no {field}: {text}" for field, text in said.items()
            if not decoded(text).startswith(decoded(bait(group, Role.POST, field)))]


PAGES = [
    *(("baited-plain", kind) for kind in ("post", "goal", "milestone", "file")),
    *(("baited", kind) for kind in ADDRESSES),
]


def is_opened(name: str, kind: str, group: str) -> bool:
    """True for a page that is opened; the others are read. By default each group is opened on one kind of
    page in one theme, and each kind in either theme with some groups.
    """
    pages = [page for page in PAGES if group in WHOLE[page[0]]]
    return IS_FULL or pages[[*GROUPS].index(group) // 2 % len(pages)] == (name, kind)


def test_every_group_is_opened_and_every_kind_is_in_either_theme() -> None:
    opened = {(page, group) for page in PAGES for group in GROUPS if is_opened(*page, group)}
    assert {group for _, group in opened} == {*GROUPS}
    assert {page for page, _ in opened} == {*PAGES}


@pytest.mark.parametrize(("name", "kind"), PAGES)
def test_nothing_of_ours_runs_and_all_of_it_is_shown(
    visitor: Visitor, page: Page, sites: Sites, name: str, kind: str
) -> None:
    found = []
    pages = [page for page in zip(GROUPS, ADDRESSES[kind], strict=True) if page[0] in WHOLE[name]]
    for group, address in sorted(pages, key=lambda of: not is_opened(name, kind, of[0])):
        where = sites[name][address]
        seen = look(page, visitor, where) if is_opened(name, kind, group) else read(page, where)
        found += seen.wrong
        found += [f"{address} does not show {field}: {seen.text}" for (role, field), on in SHOWN.items()
                  if on == kind and read_as(bait(group, role, field)) not in seen.text]
        if kind == "post":
            found += missing_in_head(seen, group, is_material=name == "baited")
    assert found == []


@pytest.mark.parametrize("name", ["baited-plain"])
def test_what_would_run_on_a_page_that_is_read_is_found(page: Page, sites: Sites, name: str) -> None:
    page.goto(sites[name]["roadmap/"])
    folder = sites[name].folder
    text = (folder / "plain/index.html").read_text("utf-8")
    (folder / "armed.html").write_text(
        text.replace("</h1>", f"</h1><div class='career-roadmap'>{PAYLOADS['img']} Words.</div>"), "utf-8")
    try:
        seen = read(page, sites[name]["armed.html"])
    finally:
        (folder / "armed.html").unlink()
    assert seen.text == "Words."
    assert len(seen.wrong) == 1
    assert "onerror" in seen.wrong[0]
    assert not page.evaluate(_RAN)


_BOTH = ["baited", "baited-plain"]
_READ_VIEWS = [] if IS_FULL else [view for view in VIEWS if view.count("/") == 2 and view not in (
    "roadmap/board/", "roadmap/timeline/", "roadmap/posts/")]
"""Views without filters and drawings, of which a script of ours makes nothing."""


def wrong_in_view(seen: Seen, name: str, view: str) -> list[str]:
    return [*seen.wrong, *(
        f"{view} does not show {field}: {seen.text}" for role, field in VIEWS[view] for group in WHOLE[name]
        if read_as(bait(group, role, field)) not in seen.text)]


@pytest.mark.parametrize(("name", "view"), [
    (name, view) for number, view in enumerate(VIEWS) for name in turn(_BOTH, number)
    if view not in _READ_VIEWS])
def test_nothing_runs_where_all_of_it_is_shown(
    visitor: Visitor, page: Page, sites: Sites, name: str, view: str
) -> None:
    assert wrong_in_view(look(page, visitor, sites[name][view]), name, view) == []


@pytest.mark.parametrize("name", _BOTH)
def test_nothing_would_run_on_views_that_are_read(page: Page, sites: Sites, name: str) -> None:
    page.goto(sites[name]["plain/"])
    found = [wrong for number, view in enumerate(_READ_VIEWS) if name in turn(_BOTH, number)
             for wrong in wrong_in_view(read(page, sites[name][view]), name, view)]
    assert found == []


@pytest.mark.parametrize("name", ["baited"])
def test_every_page_of_the_baited_site_is_of_a_kind_that_is_visited(sites: Sites, name: str) -> None:
    pages = {path.parent.relative_to(sites[name].folder).as_posix().removeprefix(".")
             for path in sites[name].folder.rglob("index.html")}
    folders = {page.rpartition("/")[0] for page in pages} - {"files", "ideas", "posts", "goals", "milestones"}
    assert folders == {"", "roadmap", "roadmap/goals", "roadmap/milestones", "roadmap/posts"}
    views = {f"{page}/" for page in pages if page.partition("/")[0] == "roadmap" and page.count("/") < 2}
    assert views == VIEWS.keys() - {"", "drawn/"}


_LISTING = ["baited-nav", "baited-nav-plain"]
_KINDS = ["home", "overview", *ADDRESSES]


@pytest.mark.parametrize(("name", "kind"), [
    (name, kind) for number, kind in enumerate(_KINDS) for name in turn(_LISTING, number)])
def test_nothing_runs_where_the_theme_lists_every_page_and_the_labels_are_baited(
    visitor: Visitor, page: Page, sites: Sites, name: str, kind: str
) -> None:
    site = sites[name]
    address = ADDRESSES[kind][5] if kind in ADDRESSES else "" if kind == "home" else kind
    assert look(page, visitor, site[address]).wrong == []
    listed = page.evaluate("() => document.body.textContent")
    for group in GROUPS:
        assert decoded(bait(group, Role.POST, "title")) in decoded(listed)


@pytest.mark.parametrize("name", ["baited", "baited-nav-plain"])
def test_nothing_runs_in_the_results_of_a_search(
    visitor: Visitor, page: Page, sites: Sites, name: str
) -> None:
    page.route("**/search/search_index.json", lambda route: route.fulfill(path=sites[name].folder / WORDS))
    page.goto(sites[name]["roadmap/board/"])
    is_material = "plain" not in name
    groups = some([*GROUPS], 2, first=is_material)
    if not is_material:
        page.locator("[data-bs-target='#mkdocs_search_modal']").first.click()
    field = page.locator("[data-md-component=search-query]" if is_material else "#mkdocs-search-query")
    results = ".md-search-result__item" if is_material else "#mkdocs-search-results article"
    found = []
    for group in groups:
        field.click()
        field.fill(f"{group}pgoal")
        for _ in range(100):  # what is typed before the index is there is lost
            field.press("End")
            if page.locator(results, has_text=group).count():
                break
            page.wait_for_timeout(100)
        assert page.locator(results, has_text=group).count()
        page.evaluate(_TOUCHED)
        found += page.evaluate(_ARMED_HERE)
    assert found + visitor.complaints == []
    assert not page.evaluate(_RAN)


@pytest.mark.parametrize("name", ["baited-nav"])
def test_nothing_runs_when_instant_navigation_changes_the_page(
    visitor: Visitor, page: Page, sites: Sites, name: str
) -> None:
    go_instant(page, sites[name]["roadmap/"])
    page.evaluate("window.marker = 1")
    for link in (".cr-map .cr-to", "ol.cr-posts a", ".md-footer__link--next"):
        here = page.url
        page.locator(link).first.click()
        page.wait_for_url(lambda url, here=here: url != here)
        page.evaluate(_TOUCHED)
        assert page.evaluate(_ARMED_HERE) == []
    assert page.evaluate("window.marker") == 1
    assert not page.evaluate(_RAN)
    assert visitor.complaints == []


@pytest.mark.parametrize(("address", "long", "shown"), [
    ("posts/bait04/", ".md-footer__link--next[title*=bait]", "bait"),
    ("posts/bait04/", ".md-nav .md-status[title]", "Paused"),
    ("roadmap/timeline/", ".md-nav__link[title*=bait]", "bait"),
])
@pytest.mark.parametrize("name", ["baited-nav"])
def test_nothing_runs_in_the_tooltips_that_material_makes_of_texts(
    visitor: Visitor, page: Page, sites: Sites, name: str, address: str, long: str, shown: str
) -> None:
    go(page, sites[name][address])
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator(f"{long}:visible").first.hover()
    page.locator(".md-tooltip2__inner", has_text=shown).first.wait_for(state="attached")
    assert page.evaluate(_ARMED_HERE) == []
    assert not page.evaluate(_RAN)
    assert visitor.complaints == []


@pytest.mark.parametrize("name", ["baited", "baited-plain"])
def test_data_files_are_well_formed(sites: Sites, name: str) -> None:
    files = [path for path in sites[name].folder.rglob("*.*") if path.suffix in (".json", ".xml", ".svg")]
    assert any(path.suffix == ".json" for path in files)
    for path in files:
        text = path.read_text("utf-8")
        json.loads(text) if path.suffix == ".json" else ET.fromstring(text)


@pytest.mark.parametrize("name", ["baited-plain"])
def test_decisions_that_are_not_public_are_in_no_file(sites: Sites, name: str) -> None:
    folder = sites[name].folder
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".json", ".xml"):
            text = path.read_text("utf-8")
            assert not re.search(r"bait\d\dpsecret", text), path


def test_every_field_that_takes_text_is_baited() -> None:
    known = {(role, name) for role in Role for name, _ in fields_of(role)}
    assert SHOWN.keys() - {(role, "body") for role in Role} == known
