"""The picture of a page for where somebody shares it, as SVG."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from each import each
from mkdocs_career_roadmap.pages.card import CardContent, card_svg
from mkdocs_career_roadmap.pages.map.line_breaks import drawn, fitted, wrapped
from mkdocs_career_roadmap.vocabulary.fields import Status

CARD = CardContent("Ada's work", "Run on one watt", Status.DONE, "Done", "Goal: Small machines",
                   ((Status.DONE, 1),), "Ada", "Engineer", "")


def texts(card: CardContent) -> list[str]:
    return [element.text or "" for element in ET.fromstring(card_svg(card)).iter()
            if element.tag.endswith("}text")]


def test_it_shows_site_title_status_goal_and_person() -> None:
    assert texts(CARD) == ["Ada's work", "Run on one watt", "Done", "Goal: Small machines", "Ada", "Engineer"]


@each("status", Status)
def test_each_status_has_its_icon_and_its_colour(status: Status) -> None:
    svg = card_svg(CARD._replace(status=status))
    assert "<path" in svg or "<circle" in svg
    assert "red" not in svg
    assert svg.count("#222222") == 2  # title and name alone


@each("title", [
    "<script>alert(1)</script>", 'a "b" & \'c\'', "]]> <!-- &#0; &amp;", "a\x00b\x08c\x1b\uffff\ud800d",
    "</text></svg>", "\u202eturned\u202c \u2066round\u2069"])
def test_hostile_titles_are_texts_of_a_well_formed_file(title: str) -> None:
    hostile = CARD._replace(title=title, site=title, status_line=title, below=title, name=title, role=title)
    shown = texts(hostile)
    assert set(shown) == {drawn(title)}
    assert len(shown) == 6
    assert not {element.tag.rpartition("}")[2] for element in ET.fromstring(card_svg(hostile)).iter()} - {
        "svg", "rect", "text", "g", "path", "circle"}


def test_signs_that_control_or_turn_letters_round_are_left_out() -> None:
    assert drawn("a\x00b\u202ec\n\td\ufdd0") == "abc d"


def test_long_title_gets_more_lines_and_smaller_letters() -> None:
    words = "A title that tells of everything that was ever done on one watt of power"
    svg = card_svg(CARD._replace(title=words))
    lines = texts(CARD._replace(title=words))[1:-4]
    assert len(lines) == 3
    assert " ".join(lines) == words
    assert 'font-size="60"' in svg


@pytest.mark.parametrize("title", ["word " * 90, "w" * 900, "\u7814\u7a76" * 200, "W" * 60 + " " + "i" * 300])
def test_what_is_too_long_ends_in_an_ellipsis(title: str) -> None:
    lines = texts(CARD._replace(title=title))[1:-4]
    assert len(lines) == 4
    assert lines[-1].endswith("\u2026")
    assert not any(line.endswith("\u2026") for line in lines[:-1])


def test_each_text_has_one_line_of_its_own() -> None:
    shown = texts(CARD._replace(below="word " * 90, name="n" * 200))
    assert len(shown) == 6
    assert shown[3].endswith("word\u2026")
    assert shown[4].endswith("n\u2026")


def test_text_that_just_fits_is_not_cut() -> None:
    assert fitted("Short", 30, 1000) == "Short"
    assert wrapped("", 30, 1000, 2) == ("",)


def test_chinese_breaks_between_letters() -> None:
    lines = wrapped("\u7814\u7a76" * 10, 60, 630, 3)
    assert [len(line) for line in lines] == [10, 10]


def test_card_from_the_right_begins_there() -> None:
    turned = ET.fromstring(card_svg(CARD._replace(title="\u05e9\u05dc\u05d5\u05dd")))
    at = [(element.get("x"), element.get("text-anchor")) for element in turned.iter()
          if element.tag.endswith("}text")]
    assert at[0] == ("1120", "end")
    assert {anchor for _, anchor in at} == {"end"}


def test_bar_shows_each_status_by_its_share() -> None:
    made = ET.fromstring(card_svg(CARD._replace(counts=((Status.DONE, 3), (Status.PLANNED, 1)))))
    bars = [element for element in made.iter() if element.tag.endswith("}rect")][2:]
    assert [(bar.get("x"), bar.get("width")) for bar in bars] == [("0.0", "897.0"), ("900.0", "297.0")]
