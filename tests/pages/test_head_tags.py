"""What the heads of pages tell programs."""

from __future__ import annotations

import json

import pytest
from conftest import MakeSite
from crawl import Html
from hosts import HOME, URL, Build, build, config, good
from hypothesis import given
from hypothesis import strategies as st
from lab import PRIVATE, lab
from mkdocs_career_roadmap.pages.head_tags import MAX_DESCRIPTION, SharedCard, shortened, with_card

from pages.test_more_pages import ALL

CARD = SharedCard("A title", "A description.", "article", "https://example.org/a/")
PAGE = "<html><head><title>x</title></head><body></head></body></html>"


def added(page: str = PAGE, card: SharedCard = CARD) -> list[str]:
    """Return the tags that were added to a page, at the end of its head."""
    made = with_card(page, card)
    at = page.index("</head>")
    assert made.startswith(page[:at])
    assert made.endswith(page[at:])
    return made[at : len(made) - len(page) + at].splitlines()


def test_everything_is_added_that_is_not_there() -> None:
    assert added() == [
        '<meta name="description" content="A description.">',
        '<meta property="og:title" content="A title">',
        '<meta property="og:description" content="A description.">',
        '<meta property="og:type" content="article">',
        '<meta property="og:url" content="https://example.org/a/">']


def test_what_is_not_known_is_not_told() -> None:
    assert added(card=SharedCard("A title", "", "website", "")) == [
        '<meta property="og:title" content="A title">', '<meta property="og:type" content="website">']


@pytest.mark.parametrize("tag", [
    '<meta property="og:title" content="y">', "<META content='y' PROPERTY='og:title'/>",
    "<meta property=og:title>"])
def test_what_a_theme_says_is_not_said_twice(tag: str) -> None:
    found = added(f"<head>{tag}</head>")
    assert len(found) == 4
    assert not [line for line in found if "og:title" in line]


@pytest.mark.parametrize(("tag", "asked"), [
    ("", 1), ("<meta property=\"og:image\" content=\"x.png\">", 0), ("<META NAME=twitter:image>", 0),
    ("<meta name=\"robots\" content=\"og:image\">", 1)])
def test_picture_is_asked_for_where_the_head_names_none(tag: str, asked: int) -> None:
    calls: list[int] = []

    def image() -> str:
        calls.append(1)
        return "https://example.org/a.png"

    made = with_card(f"<head>{tag}</head>", CARD._replace(image="old.png"), before=["<link>"], image=image)
    assert len(calls) == asked
    assert ("https://example.org/a.png" in made) == bool(asked)
    assert "old.png" not in made
    assert made.startswith(f"<head>{tag}<link>\n")


def test_page_without_a_head_stays_as_it_is() -> None:
    assert with_card("<p>x</p>", CARD) == "<p>x</p>"


@pytest.mark.parametrize("title", ['"><script>', "&quot;&gt;&lt;script&gt;"])
def test_nothing_written_breaks_out_of_a_tag(title: str) -> None:
    assert added(card=SharedCard(title, "", "website", ""))[0] == (
        '<meta property="og:title" content="&quot;&gt;&lt;script&gt;">')


@given(st.text())
def test_shortened_text_is_short_and_begins_as_the_whole(text: str) -> None:
    short = shortened(text)
    assert len(short) <= MAX_DESCRIPTION
    assert " ".join(text.split()).startswith(short.removesuffix("…"))


@pytest.mark.parametrize(("text", "short"), [
    ("a b", "a b"), ("one two, three", "one two…"), ("abcdefghijklmnop", "abcdefghi…"), ("a\n b", "a b")])
def test_text_is_cut_between_words(text: str, short: str) -> None:
    assert shortened(text, 10) == short


# --- in sites ---


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs", "material"])
def built(request: pytest.FixtureRequest, site: MakeSite) -> Build:
    long = f"---\ndate: 2026-03-01\ngoal: Long\nmilestone: x\nsharpens: {'Very long words. ' * 20}\n---\n"
    hidden = "---\ntype: goal\ntitle: Okapi\nvisibility: private\n---\n"
    own = {"posts/long.md": long, "goals/okapi.md": hidden,
           "roadmap/board.md": "---\ndescription:\n---\n# What I do\n"}
    written = config("{as_of: 2026-04-01, views: {report: public}}", request.param)
    return good(build(site({**HOME, **lab(), **ALL, **own}, written)))


def metas(page: Html, name: str) -> list[str]:
    return [str(e.get("content")) for e in page.all("meta") if name in (e.get("name"), e.get("property"))]


def ours(built: Build) -> list[str]:
    """Return the files of the pages that the plugin made or filled, without the posts."""
    told = json.loads((built.site.folder / "roadmap/roadmap.json").read_text("utf-8"))
    named = {t["url"].removeprefix(URL) + "index.html" for key in ("goals", "milestones") for t in told[key]}
    return sorted(named | {page for page in built.site.pages if page.startswith("roadmap/")})


@pytest.mark.slow
def test_every_kind_of_page_is_looked_at(built: Build) -> None:
    names = {page.split("/")[1] for page in ours(built)}
    assert names >= {
        "index.html", "board", "timeline", "goals", "milestones", "posts", "evidence", "lessons", "ideas",
        "not-doing", "replications", "decisions", "report", "2025", "2026", "all"}


def test_every_page_has_one_description_of_fit_length(built: Build) -> None:
    for page in ours(built):
        (text,) = metas(built.site.html(page), "description")
        assert 5 < len(text) <= MAX_DESCRIPTION, page
    assert metas(built.html("roadmap/goals/long"), "description")[0].endswith("words. Very…")


def test_every_page_can_be_shared(built: Build) -> None:
    for page in ours(built):
        html = built.site.html(page)
        address = URL + page.removesuffix("index.html")
        assert metas(html, "og:url") == [address], page
        assert metas(html, "og:type") == ["website"], page
        assert metas(html, "og:description") == metas(html, "description"), page
        assert len(metas(html, "og:title")) == 1, page


def test_post_is_shared_as_an_article(built: Build) -> None:
    page = built.html("posts/second")
    assert metas(page, "og:type") == ["article"]
    assert metas(page, "og:title") == ["A bug & a <fix>"]
    assert metas(page, "og:description") == metas(page, "description") == []


def test_page_that_is_none_of_the_roadmap_s_is_left_alone(built: Build) -> None:
    assert metas(built.html("about"), "og:title") == []


@pytest.mark.parametrize(("path", "title"), [
    ("roadmap", "Roadmap"), ("roadmap/board", "What I do"), ("roadmap/timeline", "Timeline"),
    ("roadmap/2025", "2025 in review"), ("roadmap/milestones/run-on-one-watt", "Run on one watt")])
def test_title_of_a_page_is_its_own_and_the_site_s(built: Build, path: str, title: str) -> None:
    (element,) = built.html(path).all("title")
    assert metas(built.html(path), "og:title") == [title]
    # Where the navigation has another name for it, some themes take that.
    names = {title, {"roadmap": "Map", "roadmap/board": "Board"}.get(path, title)}
    assert " ".join("".join(element.itertext()).split()) in {f"{name} - Ada" for name in names}


def test_sitemap_has_every_page_and_none_that_is_private(built: Build) -> None:
    text = (built.site.folder / "sitemap.xml").read_text("utf-8")
    for page in ours(built):
        assert f"<loc>{URL}{page.removesuffix('index.html')}</loc>" in text
    assert not [word for word in PRIVATE if word in text.lower()]
