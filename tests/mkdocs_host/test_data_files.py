"""The files for programs, in sites as users build them."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import feedparser
import pytest
from cli.test_check import run
from conftest import MakeSite, write
from crawl import dead_links
from hosts import HOME, URL, Build, build, config, good, post
from icalendar import Calendar
from lab import lab
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs_career_roadmap.flow import build as build_site
from mkdocs_career_roadmap.mkdocs_host.data_files import DataFiles
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

NAMES = ("roadmap.json", "feed.xml", "roadmap.ics")
LABELS = ("data (JSON)", "feed (Atom)", "calendar (iCalendar)")
TREE = {**HOME, "posts/a.md": post("target: 2027-05")}


@pytest.fixture(scope="module", params=["mkdocs", "material"])
def made(site: MakeSite, request: pytest.FixtureRequest) -> Build:
    return good(build(site(lab(), config("{as_of: 2026-04-01}", request.param))))


def test_head_of_a_goal_names_the_feed_of_its_posts(made: Build) -> None:
    page = "roadmap/goals/honest-models"
    assert feed_links(made, page) == ["../../feed.xml", "feed.xml"]


def data_of(made: Build, path: str = "roadmap/roadmap.json") -> Any:
    return json.loads((made.site.folder / path).read_text("utf-8"))


def addresses(data: Any) -> set[str]:
    """Return all addresses of the site's pages in a file."""
    if isinstance(data, list):
        return set().union(*map(addresses, data))
    if not isinstance(data, dict):
        return set()
    own = {data["url"]} if data.get("url") else set()
    return own.union(*map(addresses, data.values()))


def test_addresses_are_whole_and_lead_to_pages(made: Build) -> None:
    found = {url for url in addresses(data_of(made)) if url.startswith(URL)}
    assert len(found) > 10
    paths = {url.removeprefix(URL).partition("#")[0] for url in found}
    assert {p for p in paths if f"{p}index.html".lstrip("/") not in made.site.files} == {"posts/paper.pdf"}
    assert "posts/paper.pdf" in made.site.files


def test_addresses_are_seen_from_the_file_where_the_site_knows_none_of_its_own(site: MakeSite) -> None:
    made = build(site(TREE, config(more="site_url: ''\n")))
    assert addresses(data_of(made)) == {
        "./", "goals/efficient-vision/", "milestones/reproduce-it/", "../posts/a/"}


def test_addresses_have_the_version_that_another_plugin_puts_behind_that_of_the_site(site: MakeSite) -> None:
    folder = site(TREE, config(more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(  # as mike does, without a slash at its end
        f"def on_config(config):\n    config['site_url'] = '{URL}1.4'\n", "utf-8")
    made = build(folder)
    assert (made.code, made.told) == (0, [])
    assert addresses(data_of(made)) == {
        f"{URL}1.4/{path}" for path in ("roadmap/", "roadmap/goals/efficient-vision/",
                                        "roadmap/milestones/reproduce-it/", "posts/a/")}
    for name in ("feed.xml", "roadmap.ics"):
        text = made.content()[f"roadmap/{name}"].decode().replace("\r\n ", "")
        assert f"{URL}1.4/roadmap/" in text
        assert f"{URL}roadmap/" not in text


def test_overview_links_to_the_files_and_no_other_page_does(made: Build) -> None:
    for name, label in zip(NAMES, LABELS, strict=True):
        assert made.links("roadmap", label) == [f"roadmap/{name}"]
    assert "This roadmap as" not in made.text("roadmap/board")
    assert dead_links(made.site) == []


def test_files_are_at_the_folder_of_the_roadmap(site: MakeSite) -> None:
    made = good(build(site(TREE, config("{folder: my/way}"))))
    assert {n for n in NAMES if f"my/way/{n}" not in made.site.files} == set()


# --- the feed ---


def feed_links(made: Build, path: str) -> list[str | None]:
    return [e.get("href") for e in made.html(path).all("link") if e.get("type") == "application/atom+xml"]


def test_feed_is_read_and_leads_to_pages(made: Build) -> None:
    found = feedparser.parse(made.content()["roadmap/feed.xml"])
    assert not found.bozo
    assert found.feed.title == "Roadmap – Ada"
    assert found.feed.author == "Ada"
    assert found.feed.link == f"{URL}roadmap/"
    assert [e.title for e in found.entries][-2:] == [
        "Reproduce a detector: Started", "Efficient vision: Started"]
    assert {f"{e.link.removeprefix(URL)}index.html" for e in found.entries} <= made.site.files
    assert f"{URL}roadmap/feed.xml" in [link.href for link in found.feed.links if link.rel == "self"]


@pytest.mark.parametrize(("path", "href"), [
    ("", "roadmap/"), ("roadmap", ""), ("roadmap/board", "../"), ("posts/first", "../../roadmap/")])
def test_head_of_our_pages_and_of_the_home_page_names_the_feeds(made: Build, path: str, href: str) -> None:
    assert feed_links(made, path) == [f"{href}feed.xml", f"{href}posts/feed.xml"]


@pytest.mark.parametrize(("theme", "rel"), [("mkdocs", "alternate"), ("material", "alternate feed")])
def test_feed_is_no_other_language_to_material_s_script(site: MakeSite, theme: str, rel: str) -> None:
    made = good(build(site(TREE, config(theme=theme))))
    found = [e for e in made.html("roadmap").all("link") if e.get("type") == "application/atom+xml"]
    assert [e.get("rel") for e in found] == [rel, rel]


def test_feeds_of_posts_have_their_texts_with_addresses_that_lead_to_pages(made: Build) -> None:
    feed = feedparser.parse((made.site.folder / "roadmap/posts/feed.xml").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) > 5
    texts = [entry.content[0].value for entry in feed.entries]
    assert all(texts)
    assert "<h1" not in "".join(texts)
    assert "career-roadmap" not in "".join(texts)
    links = {address for text in texts for address in re.findall(r'(?:href|src)="([^"#]*)', text) if address}
    assert any(link.startswith(URL) for link in links)
    assert [link for link in links if not link.startswith(("https://", "http://", "mailto:"))] == []
    assert {f"{p}index.html" if p.endswith("/") or not p else p for link in links if link.startswith(URL)
            for p in [link.removeprefix(URL)]} <= made.site.files
    goals = sorted(path.parent.name for path in (made.site.folder / "roadmap/goals").glob("*/feed.json"))
    assert goals
    items = json.loads((made.site.folder / "roadmap/posts/feed.json").read_text("utf-8"))["items"]
    assert [item["content_html"] for item in items] == texts


def test_what_is_kept_back_or_locked_is_in_no_feed_of_posts(site: MakeSite) -> None:
    tree = {**HOME, "a.md": post() + "\nA [secret](b.md) of mine.\n",
            "b.md": post("visibility: private", "Okapi") + "Okapi.\n",
            "c.md": post("draft: true", "Okapi") + "Okapi.\n"}
    made = build(site(tree, config()), strict=False)
    texts = [path.read_text("utf-8") for path in made.site.folder.rglob("feed.*")]
    assert len(texts) == 5
    assert [text for text in texts if "okapi" in text.lower() or "b.md" in text or "/b/" in text] == []


def test_option_leaves_the_feeds_of_posts_out(site: MakeSite) -> None:
    made = good(build(site(TREE, config("{as_of: 2026-04-01, post_feeds: false}"))))
    assert [path.name for path in made.site.folder.rglob("feed.*")] == ["feed.xml"]
    assert feed_links(made, "roadmap") == ["feed.xml"]


def test_head_of_other_pages_does_not(made: Build) -> None:
    assert feed_links(made, "about") == []


@pytest.mark.parametrize(("tree", "more"), [
    (TREE, "site_url: ''"), ({**HOME, "a.md": "---\nmilestone: m\n---\n"}, ""),
    ({"index.md": "# Home\n\n[It](roadmap/index.md)\n"}, "")],
    ids=["no-address", "no-day", "nothing"])
def test_there_is_no_feed_without_an_address_or_an_event(
    site: MakeSite, tree: dict[str, str], more: str
) -> None:
    made = build(site(tree, config(more=f"{more}\n")))
    assert made.code == 0, made.log
    assert "roadmap/feed.xml" not in made.site.files
    assert feed_links(made, "") == feed_links(made, "roadmap") == []


def test_feed_has_the_author_that_the_site_names_and_no_day_of_the_build(site: MakeSite) -> None:
    made, later = (build(site(TREE, config("", more="site_author: Ada L.\n")), SOURCE_DATE_EPOCH=epoch)
                   for epoch in ("1775000000", "1800000000"))
    assert feedparser.parse(made.content()["roadmap/feed.xml"]).feed.author == "Ada L."
    assert made.content()["roadmap/feed.xml"] == later.content()["roadmap/feed.xml"]


# --- the calendar ---


def test_calendar_is_read_and_leads_to_pages(made: Build) -> None:
    content = made.content()["roadmap/roadmap.ics"]
    assert content.count(b"\n") == content.count(b"\r\n") > 0
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert (event["SUMMARY"], event["URL"]) == ("Efficient vision: due 2029", f"{URL}goals/vision/")


def test_calendar_without_a_day_is_there_for_those_who_subscribed_to_it(site: MakeSite) -> None:
    made = good(build(site({**HOME, "posts/a.md": post()}, config())))
    assert Calendar.from_ical(made.content()["roadmap/roadmap.ics"]).walk("VEVENT") == []


# --- files of the author's ---


OVERWRITTEN = "the theme or another plugin makes this file at the place"


def told(name: str, by: str = "this file lies at the place", source: str = "") -> str:
    """Return what is told of a file that lies where one of ours would be."""
    return (f"docs/{source or f'roadmap/{name}'}:1:1: warning: {by} of the roadmap's own roadmap/{name}, "
            "which is therefore not made; give this one another name, or switch this problem off to keep it "
            "[file-conflict]")


@pytest.mark.parametrize("name", NAMES)
def test_file_of_the_author_s_is_told_and_stays_and_is_linked(site: MakeSite, name: str) -> None:
    made = build(site({**TREE, f"roadmap/{name}": "mine\n"}, config()), strict=False)
    assert (made.code, made.problems) == (0, [told(name)])
    assert (made.site.folder / "roadmap" / name).read_text("utf-8") == "mine\n"
    assert made.links("roadmap", LABELS[NAMES.index(name)]) == [f"roadmap/{name}"]


@pytest.mark.parametrize("name", NAMES)
def test_file_that_differs_only_in_case_is_not_overwritten(site: MakeSite, name: str) -> None:
    made = build(site({**TREE, f"roadmap/{name.upper()}": "mine\n"}, config()), strict=False)
    assert made.problems == [told(name, "this file lies in the place", f"roadmap/{name.upper()}")]
    lying = [file for file in made.site.files if file.lower() == f"roadmap/{name}"]
    assert lying == [f"roadmap/{name.upper()}"]


@pytest.mark.parametrize("name", NAMES)
def test_folder_at_the_address_stays(site: MakeSite, name: str) -> None:
    made = build(site({**TREE, f"roadmap/{name}.md": "# Mine\n"}, config()), strict=False)
    assert made.problems == [told(name, "this file lies in the place", f"roadmap/{name}.md")]
    assert made.links("roadmap", LABELS[NAMES.index(name)]) == []
    assert made.has(f"roadmap/{name}")
    assert f"roadmap/{name}" not in made.site.files


def test_author_who_wants_it_so_is_not_told(site: MakeSite) -> None:
    files = {f"roadmap/{name}": "mine\n" for name in NAMES}
    made = good(build(site({**TREE, **files}, config("{problems: {file-conflict: off}}"))))
    assert made.content()["roadmap/feed.xml"] == b"mine\n"


def test_file_in_nobody_s_way_is_not_told(site: MakeSite) -> None:
    """The site does not say where it is."""
    tree = {**HOME, "posts/a.md": post(), "roadmap/feed.xml": "mine\n"}
    made = build(site(tree, config(more="site_url: ''\n")), strict=False)
    assert (made.code, made.problems) == (0, [])
    assert made.content()["roadmap/feed.xml"] == b"mine\n"


@pytest.mark.parametrize("own", ["roadmap/feed.xml", "roadmap/Roadmap.JSON", "roadmap/roadmap.ics.md"])
def test_check_tells_the_same_without_a_build(site: MakeSite, own: str) -> None:
    folder = site({**TREE, own: "mine\n"}, config())
    (line,) = build(folder, strict=False).problems
    assert run(folder, "check").stdout == f"{line}\n"


def test_check_knows_what_is_in_nobody_s_way(site: MakeSite) -> None:
    tree = {**HOME, "posts/a.md": post(), "roadmap/feed.xml": ""}
    assert run(site(tree, config(more="site_url: ''\n")), "check").stdout == ""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("own", [{}, {"own": "mine"}])
def test_excluded_file_is_not_made(site: MakeSite, name: str, own: dict[str, str]) -> None:
    files = {f"roadmap/{name}": text for text in own.values()}
    made = good(build(site({**TREE, **files}, config(more=f"exclude_docs: /roadmap/{name}\n"))))
    assert f"roadmap/{name}" not in made.site.files
    assert f"roadmap/{name}" not in [link.file for link in made.site.links("roadmap/index.html")]


def test_site_that_switches_the_plugin_off_has_none(site: MakeSite) -> None:
    made = good(build(site(TREE, config("{enabled: false}"))))
    assert not [file for file in made.site.files if file.startswith("roadmap/")]


# --- other plugins ---


def test_nothing_is_added_where_another_plugin_took_the_overview_out() -> None:
    made = MkDocsConfig()
    made.load_dict({"site_name": "Ada"})
    files = Files([])
    nothing = build_site([], as_of=date(2026, 4, 1), settings=Settings(), words=Words())
    assert DataFiles(made).add(nothing, "roadmap/index.md", files, lambda _: True) == []
    assert list(files) == []


def test_file_that_another_plugin_adds_is_told_and_stays(site: MakeSite) -> None:
    folder = site(TREE, config(more="hooks: [hook.py]\n"))
    write(folder, {"hook.py": """
        from mkdocs.plugins import event_priority
        from mkdocs.structure.files import File

        @event_priority(-60)
        def on_files(files, config):
            file = File.generated(config, "roadmap/feed.xml", content="theirs")
            file.generated_by = "other"
            files.append(file)
            return files
    """})
    made = build(folder, strict=False)
    assert made.problems == [told("feed.xml", "the plugin 'other' makes this file at the place")]
    assert made.content()["roadmap/feed.xml"] == b"theirs"


def test_file_of_the_theme_is_told_and_stays(site: MakeSite) -> None:
    folder = site(TREE, config(theme="{name: mkdocs, custom_dir: theme}"))
    write(folder, {"theme/roadmap/roadmap.json": "{}"})
    made = build(folder, strict=False)
    assert made.problems == [told("roadmap.json", "the theme makes this file at the place")]
    assert made.content()["roadmap/roadmap.json"] == b"{}"


def test_what_the_theme_writes_over_a_file_is_told(site: MakeSite) -> None:
    theme = "{name: mkdocs, custom_dir: theme, static_templates: [roadmap/feed.xml]}"
    folder = site(TREE, config(theme=theme))
    write(folder, {"theme/roadmap/feed.xml": "theirs\n"})
    made = build(folder, strict=False)
    assert made.problems == [told("feed.xml", OVERWRITTEN)]
    assert made.content()["roadmap/feed.xml"].strip() == b"theirs"


def test_preview_shows_it_on_the_first_page_of_the_roadmap(site: MakeSite) -> None:
    folder = site({**TREE, "roadmap/feed.xml": ""}, config(more="hooks: [hook.py]\n"))
    write(folder, {"hook.py": """
        def on_config(config):
            config.plugins["career-roadmap"].is_preview = True
            return config
    """})
    assert "at the place of the roadmap's own roadmap/feed.xml" in build(folder, strict=False).text("roadmap")
