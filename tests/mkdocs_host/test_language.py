"""Sites in German and Chinese, as their readers see them."""

from __future__ import annotations

import re

import pytest
from conftest import MakeSite
from crawl import dead_links, text_of
from hosts import Build, build, config
from lab import lab

ENGLISH = re.compile(
    r"\b(?:Done|Now|Next|Active|Planned|Dropped|Board|Timeline|Goals?|Milestones?|Posts? \d|As of|since|due"
    r"|by \d|towards|Latest|Needed|possible|Mentioned|scope|done|under way)\b")
"""Words that no page of these sites has of the plugin in English; the posts do not use them."""


@pytest.fixture(scope="module")
def german(site: MakeSite) -> Build:
    made = build(site(lab(), config(
        "{as_of: 2026-04-01, labels: {towards: 'für'}}", "{name: material, language: de}")))
    assert (made.code, made.told) == (0, []), made.log
    return made


@pytest.fixture(scope="module")
def chinese(site: MakeSite) -> Build:
    made = build(site(lab(), config(theme="{name: mkdocs, locale: zh_CN}")))
    assert (made.code, made.told) == (0, []), made.log
    return made


def heading(made: Build, path: str) -> str:
    (found,) = made.html(path).all("h1")
    return text_of(found).rstrip("¶")


def navigation(made: Build) -> list[str]:
    """Return the words of the links to the views, and those above the goals."""
    files = [made.file(f"roadmap{path}") for path in ("", "/board", "/timeline")]
    return list(dict.fromkeys(
        link.text for link in made.site.links(made.file("")) if link.file in files and link.text))


def test_german_site_has_no_dead_links(german: Build) -> None:
    assert dead_links(german.site) == []


def test_german_views_have_german_titles(german: Build) -> None:
    assert [heading(german, f"roadmap{path}") for path in ("", "/board", "/timeline")] == [
        "Roadmap", "Board", "Zeitleiste"]
    assert navigation(german)[:3] == ["Karte", "Board", "Zeitleiste"]


def test_german_navigation_names_goals_and_statuses(german: Build) -> None:
    html = german.html("")
    assert any(text_of(e) == "Ziele" for e in html.all("span"))
    titles = {e.get("title") for e in html.all("span") if "md-status" in (e.get("class") or "")}
    assert titles == {"Erledigt", "Aktiv", "Geplant", "Verworfen"}


def test_german_overview_sums_up(german: Build) -> None:
    text = german.text("roadmap")
    assert "2 langfristige Ziele, 4 Meilensteine: 1 erledigt, 1 in Arbeit, 1 geplant, 1 verworfen." in text
    assert "Stand: 1. Apr. 2026." in text
    for words in ("Jetzt", "Als Nächstes", "Zuletzt erledigt", "Ziele und Meilensteine", "Neueste Beiträge"):
        assert words in text


def test_german_box_tells_status_and_place_with_the_sites_own_word(german: Build) -> None:
    text = german.text("posts/second")
    assert "Erledigt Reproduce a detector Beitrag 2 von 4 für Efficient vision" in text
    assert "Erwähnt in About me" in text
    assert german.links("posts/second", "Beitrag 1 von 4") == [german.file("posts/first")]


def test_german_board_and_pages_are_german(german: Build) -> None:
    board = german.text("roadmap/board")
    parts = ("Jetzt 1", "Als Nächstes 1", "wartet auf Run on one watt", "Erledigt 1", "1 verworfen")
    assert sorted(parts, key=board.index) == list(parts)
    assert "Jan. 2026 – März 2026" in german.text("roadmap/milestones/reproduce-a-detector")
    goal = german.text("goals/vision")
    for words in ("1 von 2 Meilensteinen erledigt", "bis 2029", "seit 2026", "20. Feb. 2026"):
        assert words in goal


def test_chinese_site_has_no_dead_links(chinese: Build) -> None:
    assert dead_links(chinese.site) == []


def test_chinese_views_have_chinese_titles(chinese: Build) -> None:
    assert [heading(chinese, f"roadmap{path}") for path in ("", "/board", "/timeline")] == [
        "路线图", "看板", "时间线"]
    assert navigation(chinese)[:3] == ["地图", "看板", "时间线"]


def test_chinese_overview_sums_up(chinese: Build) -> None:
    text = chinese.text("roadmap")
    assert "2 个长期目标，4 个里程碑：1 个已完成，1 个进行中，1 个计划中，1 个已放弃。" in text
    assert "截至2026年4月1日。" in text


def test_chinese_box_tells_status_and_place(chinese: Build) -> None:
    text = chinese.text("posts/second")
    assert "已完成 Reproduce a detector 第 2 篇，共 4 篇 迈向 Efficient vision" in text


def test_chinese_pages_write_days_and_marks_as_chinese_does(chinese: Build) -> None:
    milestone = chinese.text("roadmap/milestones/reproduce-a-detector")
    assert "2026年1月至2026年3月" in milestone
    assert "已完成 所属目标 Efficient vision" in milestone
    goal = chinese.text("goals/vision")
    for words in ("2 个里程碑已完成 1 个", "2029年前达成", "2026年起", "2026年2月20日",
                  "源于 Reproduce a detector。"):
        assert words in goal


@pytest.mark.parametrize("name", ["german", "chinese"])
def test_no_english_word_of_ours_is_left(name: str, request: pytest.FixtureRequest) -> None:
    made: Build = request.getfixturevalue(name)
    for path in ("roadmap", "roadmap/board", "roadmap/timeline", "goals/vision",
                 "roadmap/goals/honest-models", "roadmap/milestones/reproduce-a-detector",
                 "roadmap/milestones/say-when-unsure", "roadmap/milestones/survey",
                 "posts/second", "posts/both"):
        text = made.text(path).replace("It is done", "")  # a post
        if name == "german":
            text = text.replace("Board", "")
        assert ENGLISH.findall(text) == [], path


def test_descriptions_for_search_engines_are_in_the_language(german: Build) -> None:
    said = {e.get("content") for e in german.html("roadmap/milestones/run-on-one-watt").all("meta")
            if e.get("name") == "description"}
    assert said == {"Meilenstein: Run on one watt"}


def test_label_with_markup_is_shown_as_text_in_page_navigation_and_title(site: MakeSite) -> None:
    labels = "{board: 'A <b> & B', goals: '<i>', map: '<u>', active: '\"<s>', roadmap: 'R <em>'}"
    for theme in ("mkdocs", "{name: material, language: sv}"):
        made = build(site(lab(), config(f"{{as_of: 2026-04-01, labels: {labels}}}", theme)))
        assert (made.code, made.told) == (0, []), made.log
        assert heading(made, "roadmap/board") == "A <b> & B"
        assert heading(made, "roadmap") == "R <em>"
        assert navigation(made)[:3] == ["<\u2060u>", "A <\u2060b> & B", "Timeline"]
        statuses = [e.get("title") for e in made.html("roadmap").all("span")
                    if "md-status" in (e.get("class") or "")]
        assert '"<\u2060s>' in statuses or theme == "mkdocs"
        for tag in ("i", "u", "s", "em"):
            assert not [e for e in made.html("roadmap").all(tag) if not e.get("class")], (theme, tag)


def test_wrong_label_ends_the_build_and_says_what_may_be(site: MakeSite) -> None:
    made = build(site(lab(), config("{labels: {post_of: '{x}'}}")))
    assert made.code == 1
    assert "post_of: '{x}' has the placeholder {x}; those of this label are: {n} and {all}" in made.log
