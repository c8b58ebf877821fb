"""The person whose roadmap it is, and the people who worked on it, wherever pages and files show them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import feedparser
import pytest
from commands import run
from conftest import MakeSite
from each import each
from helpers import day
from hosts import HOME, build, config
from icalendar import Calendar
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.flow import build as build_site
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.project.data_texts import FileAddress, make_text
from mkdocs_career_roadmap.reading.blocks import Embed
from mkdocs_career_roadmap.reading.entry import Name, Source
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for
from mkdocs_career_roadmap.vocabulary.languages import LANGUAGES
from mkdocs_career_roadmap.vocabulary.person import read_eras, read_person
from mkdocs_career_roadmap.vocabulary.problems import Place
from mkdocs_career_roadmap.vocabulary.settings import Settings

ADA = {
    "name": "Ada <b>", "role": "Engineer", "place": "London", "about": "I count.", "looking_for": "a machine",
    "portrait": {"file": "me.svg", "alt": 'Ada "drawn"'},
    "profiles": {"github": "ada", "mail": "ada@example.org", "Our choir": "https://choir.example",
                 "site": "ada.example/me"}}
ERAS = [{"degree": "MSc", "employer": "Old School", "place": "Lund", "from": 2019, "to": 2020},
        {"degree": "PhD", "employer": "School", "from": "2022-01", "to": "2026-02-10"},
        {"employer": "Acme", "role": "Engineer", "from": "2026-03"},
        {"employer": "Later Ltd", "from": 2040}]
POST = "---\ndate: 2026-02-01\ngoal: Fly\nmilestone: Wings\nstatus: done\nwith: [Bo, Cy]\n---\n# Up\n"


def site_of(tree: Mapping[str, str], *, keep_private: bool = False, words: Words | None = None,
            person: Any = ADA, eras: Any = ERAS) -> Site:
    settings = Settings(person=read_person(person) if person else None, eras=read_eras(eras))
    return build_site([Source(path, text) for path, text in tree.items()], as_of=day("2026-04-01"),
                      settings=settings, words=words or Words(), keep_private=keep_private)


def link(path: str) -> str | None:
    return None if path.startswith("gone") else f"/{path}"


def shown(site: Site, path: str) -> str:
    """Return the HTML of a page on one line."""
    return " ".join("\n".join(site.fragments(site.pages[path], link, Renderer(site.words))).split())


def data(site: Site, name: str) -> str:
    return make_text(name, site, FileAddress(
        f"https://example.org/roadmap/{name}", lambda path: f"https://example.org/{path}", "Site", "Site"))


# --- the head ---


def test_overview_begins_with_the_person() -> None:
    html = shown(site_of({"a.md": POST}), "roadmap/index.md")
    assert html.startswith('<section class="cr-person cr-has-portrait" aria-label="Ada &lt;b&gt;">')
    for part in ('<img src="/me.svg" alt="Ada &#34;drawn&#34;"',
                 '<p class="cr-person-name">Ada &lt;b&gt;</p>',
                 "<span>Engineer</span> <span>London</span>", "<p>I count.</p>",
                 "<b>Looking for</b> a machine",
                 '<a href="https://github.com/ada" rel="me" data-printed="github.com/ada">GitHub</a>',
                 '<a href="mailto:ada@example.org" rel="me" data-printed="ada@example.org">Mail</a>',
                 'data-printed="choir.example">Our choir</a>',
                 '<a href="https://ada.example/me" rel="me">ada.example/me</a>'):
        assert part in html


def test_what_is_not_said_of_a_person_is_not_shown() -> None:
    html = shown(site_of({"a.md": POST}, person={"name": "Ada"}), "roadmap/index.md")
    section = html.partition("</section>")[0]
    assert section.count("<div>") == 1
    for part in ("<img", "<ul", "<b>", "cr-facts", "cr-has-portrait"):
        assert part not in section


def test_portrait_that_the_site_does_not_have_is_not_shown() -> None:
    person = ADA | {"portrait": {"file": "gone.svg", "alt": "Ada"}}
    assert "<img" not in shown(site_of({"a.md": POST}, person=person), "roadmap/index.md")


@pytest.mark.parametrize("path", ["roadmap/index.md", "roadmap/timeline.md", "roadmap/board.md", "a.md",
                                  "roadmap/milestones/wings.md"])
def test_site_that_says_nothing_of_people_shows_none(path: str) -> None:
    html = shown(site_of({"a.md": POST.replace("with: [Bo, Cy]\n", "")}, person=None, eras=[]), path)
    for part in ("cr-person", "cr-sheet", '"cr-era', "with "):
        assert part not in html


@pytest.mark.parametrize("path", ["roadmap/timeline.md", "roadmap/board.md", "roadmap/goals/fly.md",
                                  "roadmap/milestones/wings.md", "roadmap/2026.md"])
def test_each_sheet_of_paper_says_whose_it_is(path: str) -> None:
    site = site_of({"a.md": POST})
    line = "Ada &lt;b&gt; · Engineer · As of 1 Apr 2026."
    assert f'<div class="cr-sheet" data-sheet="{line}"></div>' in shown(site, path)


@pytest.mark.parametrize("path", ["roadmap/goals/fly.md", "roadmap/milestones/wings.md"])
def test_it_does_so_above_what_an_author_wrote(path: str) -> None:
    site = site_of({"a.md": POST})
    top, end = site.fragments(site.pages[path], lambda to: f"/{to}", Renderer(Words()))
    assert "cr-sheet" in top
    assert "cr-sheet" not in end


@pytest.mark.parametrize("path", ["roadmap/index.md", "a.md"])
def test_overview_and_posts_do_not_say_so_twice(path: str) -> None:
    assert "cr-sheet" not in shown(site_of({"a.md": POST}), path)


@each("language", LANGUAGES)
def test_words_about_a_person_are_in_the_language_of_the_site(language: str) -> None:
    words = words_for(language, {})
    html = shown(site_of({"a.md": POST}, words=words), "roadmap/index.md")
    assert f"<b>{words('looking_for')}</b>" in html
    assert f">{words('mail')}</a>" in html


def test_block_shows_the_person_on_any_page() -> None:
    html = site_of({}).embed(Embed("person"), link, Renderer(Words()), "p")
    assert html.startswith('<section class="cr-person')
    assert site_of({}, person=None).embed(Embed("person"), link, Renderer(Words()), "p") == ""


def test_block_about_nobody_is_told() -> None:
    page = {"a.md": "# A\n\n```roadmap\nview: person\n```\n"}
    (told,) = site_of(page, person=None).problems
    assert (told.code, told.place.path) == ("bad-embed", "a.md")
    assert "add the option `person`" in told.message
    assert site_of(page).problems == ()


def test_block_about_a_person_has_no_use_for_what_chooses_milestones() -> None:
    page = {"a.md": "# A\n\n```roadmap\nview: person\ngoal: Fly\nlimit: 3\n```\n", "b.md": POST}
    assert [p.code for p in site_of(page).problems if p.place.path == "a.md"] == ["no-effect", "no-effect"]


# --- eras ---


def test_eras_are_bands_as_far_as_the_timeline_goes() -> None:
    html = shown(site_of({"a.md": POST}), "roadmap/timeline.md")
    assert "PhD, School<small class=\"cr-note\">Jan 2022 – Feb 2026</small>" in html
    assert "Engineer, Acme<small class=\"cr-note\">since Mar 2026</small>" in html
    assert html.count('class="cr-era') == 1 + html.count('class="cr-era cr-')
    assert "Old School" not in html
    assert "Later Ltd" not in html


def test_band_that_begins_before_the_timeline_is_cut_and_one_that_goes_on_is_open() -> None:
    post = POST.replace("2026-02-01", "2025-06-01")
    html = shown(site_of({"a.md": post}), "roadmap/timeline.md")
    assert 'class="cr-era cr-cut" style="--a:0%' in html
    assert 'class="cr-era cr-goes-on" style="--a:' in html


def test_timeline_of_one_goal_has_no_eras() -> None:
    site = site_of({"a.md": POST})
    goal = Embed("timeline", Name("fly", "Fly", Place("x.md")))
    assert '"cr-era' not in site.embed(goal, link, Renderer(Words()), "p")
    assert '"cr-era' in site.embed(Embed("timeline"), link, Renderer(Words()), "p")


# --- with ---


@pytest.mark.parametrize("path", ["a.md", "roadmap/milestones/wings.md"])
def test_people_stand_on_posts_and_milestones_and_lead_to_the_pages_of_their_names(path: str) -> None:
    html = shown(site_of({"a.md": POST, "people/bo.md": "# BO\n"}), path)
    assert '<span>with <a href="/people/bo.md">Bo</a>, <span>Cy</span></span>' in html


def test_name_of_two_pages_leads_to_neither() -> None:
    html = shown(site_of({"a.md": POST, "people/bo.md": "# Bo\n", "dog.md": "# Bo\n"}), "a.md")
    assert "<span>with <span>Bo</span>, <span>Cy</span></span>" in html


@pytest.mark.parametrize("line", ["visibility: private", "draft: true"])
def test_hidden_page_of_a_person_is_led_to_by_a_preview_alone(line: str) -> None:
    tree = {"a.md": POST, "people/bo.md": f"---\n{line}\n---\n# Bo\n"}
    assert "people/bo.md" not in shown(site_of(tree), "a.md")
    assert "people/bo.md" not in data(site_of(tree), "roadmap.json")
    assert "people/bo.md" in shown(site_of(tree, keep_private=True), "a.md")


def test_people_that_only_a_private_post_names_are_in_no_built_site() -> None:
    private = POST.replace("with: [Bo, Cy]", "with: Zoltan\nvisibility: private")
    for site in (site_of({"a.md": POST, "b.md": private}),
                 site_of({"a.md": POST, "b.md": private}, keep_private=True)):
        assert "Zoltan" not in data(site, "roadmap.json")
    assert "Zoltan" not in shown(site_of({"a.md": POST, "b.md": private}), "roadmap/milestones/wings.md")


# --- files for programs ---


def test_json_has_person_eras_and_people() -> None:
    made = json.loads(data(site_of({"a.md": POST}), "roadmap.json"))
    assert made["person"] == {
        "name": "Ada <b>", "role": "Engineer", "place": "London", "about": "I count.",
        "looking_for": "a machine",
        "portrait": {"url": "https://example.org/me.svg", "alt": 'Ada "drawn"'},
        "profiles": [{"kind": "github", "url": "https://github.com/ada", "name": "ada"},
                     {"kind": "mail", "url": "mailto:ada@example.org", "name": "ada@example.org"},
                     {"kind": "Our choir", "url": "https://choir.example", "name": None},
                     {"kind": "site", "url": "https://ada.example/me", "name": "ada.example/me"}]}
    assert made["eras"][0] == {"employer": "Old School", "degree": "MSc", "role": None, "place": "Lund",
                               "about": None, "from": "2019", "to": "2020"}
    assert made["eras"][2]["to"] is None
    assert (made["milestones"][0]["with"], made["posts"][0]["with"]) == (["Bo", "Cy"], ["Bo", "Cy"])


def test_feed_and_calendar_say_whose_they_are() -> None:
    target = "---\ntype: milestone\ntarget: 2026-08\n---\n# Later\n"
    site = site_of({"a.md": POST, "b.md": target})
    assert feedparser.parse(data(site, "feed.xml")).feed.author == "Ada <b>"
    (event,) = Calendar.from_ical(data(site, "roadmap.ics")).walk("VEVENT")
    assert event["CONTACT"] == "Ada <b>"
    nobody = site_of({"a.md": POST, "b.md": target}, person=None)
    assert feedparser.parse(data(nobody, "feed.xml")).feed.author == "Site"
    assert "CONTACT" not in data(nobody, "roadmap.ics")


# --- a site ---


def test_built_site_has_the_portrait_and_tells_of_one_that_is_not_there(site: MakeSite) -> None:
    option = "{as_of: 2026-04-01, person: {name: Ada, portrait: {file: FILE, alt: Ada}}}"
    pages = {**HOME, "a.md": POST, "me.svg": "<svg/>", "b.md": "---\nvisibility: private\n---\n![](me.svg)\n"}
    made = build(site(pages, config(option.replace("FILE", "me.svg"))))
    assert (made.code, [p for p in made.problems if "private-file" in p]) == (0, []), made.log
    assert '<img src="../me.svg" alt="Ada"' in (
        made.site.folder / "roadmap/index.html").read_text("utf-8")
    gone = build(site(pages, config(option.replace("FILE", "you.svg"))))
    told = "you.svg:1:1: error: the roadmap shows this file, but the site does not have it; is the path right"
    assert told in gone.log
    assert told in run(site(pages, config(option.replace("FILE", "you.svg"))), "check").stdout


def test_small_site_beside_a_blog_shows_the_person_of_a_configuration(site: MakeSite) -> None:
    option = "{as_of: 2026-04-01, person: {name: Ada, portrait: {file: me.svg, alt: Ada}}}"
    folder = site({"a.md": POST, "me.svg": "<svg/>"}, config(option))
    done = run(folder, "build", "docs", "small", "--base-url", "https://blog.example/")
    assert done.returncode == 0, done.stderr
    html = (folder / "small/index.html").read_text("utf-8")
    assert '<img src="files/me.svg" alt="Ada"' in html
    assert (folder / "small/files/me.svg").is_file()
    assert '"@type": "ProfilePage"' in html
    assert json.loads((folder / "small/roadmap.json").read_text("utf-8"))["person"]["name"] == "Ada"
