"""What stands in the margins of paper."""

from __future__ import annotations

import re

from each import each
from helpers import day
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.pages.head_tags import SharedCard, with_card
from mkdocs_career_roadmap.pages.paper.sheet import margins, sheet_line
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for
from mkdocs_career_roadmap.vocabulary.person import read_person
from mkdocs_career_roadmap.vocabulary.settings import Settings

ADA = Settings(person=read_person({"name": "Ada Byron", "role": "Engineer"}), author="Somebody",
               site_url="https://ada.example/site/")
URL = "https://ada.example/site/roadmap/"


def boxes(style: str) -> dict[str, str]:
    """Return the boxes of the sheets after the first, by their names."""
    return dict(re.findall(r"@([a-z-]+) \{ content: (.*?); \}", style.split("@page :first", 1)[0]))


def test_margins_have_the_name_the_address_the_day_and_the_number_of_the_sheet() -> None:
    assert boxes(margins(ADA, Words(), "1 Apr 2026", URL, has_line=True)) == {
        "top-left": '"Ada Byron"', "top-right": '"ada.example/site/roadmap"', "bottom-left": '"1 Apr 2026"',
        "bottom-right": 'counter(page) " / " counter(pages)'}


def test_what_nobody_knows_has_no_box() -> None:
    assert list(boxes(margins(Settings(), Words(), "1 Apr 2026", "", has_line=False))) == [
        "bottom-left", "bottom-right"]
    style = margins(Settings(author="Bo"), Words(), "1 Apr 2026", "", has_line=False)
    assert boxes(style)["top-left"] == '"Bo"'


def test_first_sheet_has_nothing_above_the_line_at_its_head() -> None:
    assert "@page :first" in margins(ADA, Words(), "1 Apr 2026", URL, has_line=True)
    assert "@page :first" not in margins(ADA, Words(), "1 Apr 2026", URL, has_line=False)


def test_margins_are_turned_for_those_who_read_from_the_right() -> None:
    style = margins(ADA, words_for("ar"), "1", URL, has_line=True)
    assert "direction: rtl;" in style
    assert (boxes(style)["top-right"], boxes(style)["bottom-right"]) == ('"Ada Byron"', '"1"')


@each("name", [
    'A "B" C', "</style><script>", "a\\", "a\nb", "x; } body { y", "A\u2028B", "<!--"])
def test_no_name_ends_the_string_or_the_style(name: str) -> None:
    said = boxes(margins(Settings(author=name), Words(), "1", "", has_line=False))["top-left"]
    assert re.fullmatch(r'"(?:[\w ,.:/·–~-]|\\[0-9a-f]+ )*"', said)
    plain = re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), said[1:-1])
    assert plain == " ".join(name.split())


def test_line_says_whose_roadmap_it_is_and_where() -> None:
    line = sheet_line(ADA, Words(), "As of today.")
    assert line == "Ada Byron · Engineer · ada.example/site · As of today."
    assert sheet_line(Settings(author="Bo"), Words(), "As of today.") == ""


def test_an_address_keeps_its_order_among_words_from_the_right() -> None:
    url = "https://350.example/site/"
    settings = Settings(person=ADA.person, site_url=url)
    assert " · \u200e350.example/site\u200e · 1" in sheet_line(settings, words_for("ar"), "1")
    style = margins(settings, words_for("ar"), "1", url, has_line=True)
    assert boxes(style)["top-left"] == r'"\200e 350.example/site\200e "'
    assert boxes(margins(settings, words_for("ar"), "1", "", has_line=True)).keys().isdisjoint({"top-left"})


def test_post_has_its_own_day_and_other_pages_that_of_the_roadmap() -> None:
    site = build([Source("a.md", "---\ndate: 2026-02-01\ngoal: Fly\n---\n# Up\n")], as_of=day("2026-04-01"),
                 settings=ADA, words=Words())

    def said(path: str) -> str:
        card = site.card(site.pages[path], SharedCard("T", "", "website", URL))
        return boxes(with_card("<html><head></head></html>", card))["bottom-left"]

    assert said("a.md") == '"1 Feb 2026"'
    assert {said(path) for path in site.pages if path != "a.md"} == {'"1 Apr 2026"'}
