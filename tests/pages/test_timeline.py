"""The timeline: bars, dots, years and labels."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from depth import tries
from helpers import fold_of, goal_page, milestone_page, post
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.shapes import Shown
from mkdocs_career_roadmap.pages.timeline import Bar, Timeline, draw_timeline
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings


def timeline(*entries: Entry, as_of: str = "2026-06-01", shown: Shown | None = None) -> Timeline:
    roadmap = fold_of(*entries, as_of=as_of)
    return draw_timeline(Viewer(roadmap, Settings(), Words(), lambda path: f"/{path}", shown or Shown()))


def bars(made: Timeline) -> dict[str, Bar]:
    return {bar.card.title: bar for row in made.rows for bar in row.bars}


def bar(*entries: Entry, as_of: str = "2026-06-01") -> Bar:
    """Return the only bar."""
    (found,) = bars(timeline(*entries, as_of=as_of)).values()
    return found


def percent(text: str) -> float:
    assert text.endswith("%")
    return float(text[:-1])


# --- rows ---


def test_rows_are_goals_with_milestones_and_last_those_without_a_goal() -> None:
    made = timeline(goal_page("g"), goal_page("empty"), milestone_page("a", goal="g"), milestone_page("b"))
    assert [(goal and goal.title, [bar.card.title for bar in some]) for goal, some, *_ in made.rows] == [
        ("G", ["A"]), (None, ["B"])]


def test_ideas_stand_apart_from_what_has_a_place_in_time() -> None:
    made = timeline(milestone_page("a", goal="g", status="idea", target="2035"),
                    milestone_page("b", goal="g"), milestone_page("c", goal="h", status="idea"))
    titles = [([bar.card.title for bar in row.bars], [ref.title for ref in row.ideas]) for row in made.rows]
    assert titles == [(["B"], ["A"]), ([], ["C"])]
    assert made.zooms == ()  # the day of an idea makes it no longer
    assert made.statuses == ("planned",)


@pytest.mark.parametrize(("n", "axes"), [(5, 1), (40, 2)])
def test_years_stand_at_the_head_of_each_sheet_that_it_may_take(n: int, axes: int) -> None:
    made = timeline(*(
        milestone_page(f"m{at}", goal=f"g{at % 3}", status="done", started="2024", finished="2025")
        for at in range(n)))
    html = Renderer(Words())("timeline", made)
    assert made.is_long == (axes == 2)
    assert html.count(">2025</span>") == html.count('<div class="cr-axis"') == axes
    assert ("cr-again" in html.replace(".cr-again", "")) == made.is_long


def test_empty_roadmap_has_no_row_and_knows_today() -> None:
    made = timeline()
    assert (made.rows, made.statuses) == ((), ())
    assert made.today_label == "1 Jun 2026"
    assert 0 <= percent(made.today) <= 100


def test_timeline_marks_its_tab_and_says_of_what_day_it_is() -> None:
    made = timeline()
    assert [tab.title for tab in made.tabs if tab.is_current] == ["Timeline"]
    assert "1 Jun 2026" in made.as_of


def test_timeline_of_one_goal_begins_with_that_goal() -> None:
    made = timeline(
        goal_page("g"), milestone_page("a", goal="g", status="done", started="2001", finished="2002"),
        goal_page("h"), milestone_page("b", goal="h", status="active", started="2026-05-01"),
        shown=Shown(goal="h"))
    assert list(bars(made)) == ["B"]
    assert made.years == ()
    assert made.statuses == ("active",)


# --- bars ---


def test_done_one_goes_from_its_start_to_its_end() -> None:
    found = bar(milestone_page("m", status="done", started="2025-06-01", finished="2026-05-01"))
    assert found.start == "0%"
    assert percent(found.width) == percent(found.end)
    assert (found.rest, found.posts) == ("", "no posts yet")


def test_active_one_goes_to_today_and_has_a_rest_up_to_its_target() -> None:
    made = timeline(milestone_page("m", status="active", started="2026-01-01", target="2026-12"))
    found, today = bars(made)["M"], percent(made.today)
    assert percent(found.start) + percent(found.width) == pytest.approx(today, abs=0.02)
    assert today + percent(found.rest) == pytest.approx(percent(found.end), abs=0.02)
    assert found.label == "due Dec 2026"


def test_overdue_one_goes_to_today() -> None:
    made = timeline(milestone_page("m", status="active", started="2026-01-01", target="2026-03"))
    found = bars(made)["M"]
    assert (found.end, found.rest, found.label) == (made.today, "", "due Mar 2026")


@pytest.mark.parametrize("status", ["active", "paused"])
def test_one_under_way_of_which_only_the_target_is_known_is_drawn_from_today(status: str) -> None:
    made = timeline(milestone_page("m", status=status, target="2026-12"),
                    milestone_page("n", status="done", finished="2025"))
    assert bars(made)["M"].start == made.today


def test_paused_one_goes_to_today_without_a_rest() -> None:
    made = timeline(milestone_page("m", status="paused", started="2026-01-01"))
    found = bars(made)["M"]
    assert (found.end, found.rest, found.label) == (made.today, "", "")


def test_planned_one_goes_from_its_planned_start_to_its_target() -> None:
    made = timeline(milestone_page("m", started="2026-08-01", target="2026-12"))
    assert percent(made.today) < percent(bars(made)["M"].start) < percent(bars(made)["M"].end)


def test_planned_one_with_a_target_alone_is_a_mark() -> None:
    found = bar(milestone_page("m", target="2026-12"))
    assert (found.start, found.width) == (found.end, "0%")


def test_post_about_one_still_to_begin_does_not_begin_it() -> None:
    found = bar(post("2026-01-01", milestone="m", status="planned", target="2026-12"))
    assert (found.start, found.dots, found.posts) == (found.end, (), "1 post")


@pytest.mark.parametrize("status", ["planned", "active", "done"])
def test_one_without_any_day_has_a_row_and_no_bar(status: str) -> None:
    found = bar(milestone_page("m", status=status))
    assert (found.start, found.width, found.end, found.label, found.dots) == ("", "", "", "", ())
    assert found.posts == "no posts yet"


def test_one_that_ended_before_it_began_is_drawn_nonetheless() -> None:
    found = bar(milestone_page("m", status="done", started="2026-03-01", finished="2026-01-01"))
    assert percent(found.width) > 0
    assert percent(found.start) + percent(found.width) == pytest.approx(percent(found.end), abs=0.02)


# --- dots ---


def test_each_dated_post_is_a_dot() -> None:
    found = bar(*(post(day, milestone="m") for day in ("2026-01-01", "2026-02-01", None)))
    assert len(found.dots) == 2
    assert found.posts == "3 posts"
    assert percent(found.dots[0]) < percent(found.dots[1])


def test_dot_stands_inside_its_bar_even_if_the_post_is_of_another_day() -> None:
    found = bar(milestone_page("m", status="done", started="2026-01", finished="2026-02"),
                post("2025-06-01", milestone="m"), post("2026-05-01", milestone="m"))
    first, last = (percent(dot) for dot in found.dots)
    assert percent(found.start) < first < last < percent(found.end)


# --- years and labels ---


def test_years_stand_where_they_begin() -> None:
    made = timeline(milestone_page("m", status="done", started="2023-01-01", finished="2025-12-31"))
    assert [year for year, _ in made.years] == [2023, 2024, 2025, 2026]
    assert made.years[0][1] == "0%"


def test_year_that_begins_too_near_the_end_for_its_number_is_left_out() -> None:
    done = milestone_page("m", status="done", started="2025-01-01", finished="2025-11-10")
    made = timeline(done, as_of="2025-11-10")
    assert [year for year, _ in made.years] == [2025]


def test_of_many_years_some_are_shown() -> None:
    eight = timeline(milestone_page("m", status="done", started="2018", finished="2024"), as_of="2024-12-31")
    assert [year for year, _ in eight.years] == list(range(2018, 2026))
    made = timeline(milestone_page("m", status="done", started="1950", finished="2025"))
    assert 4 < len(made.years) <= 8
    assert len({b[0] - a[0] for a, b in zip(made.years, made.years[1:], strict=False)}) == 1
    nine = timeline(milestone_page("m", status="done", started="2018", finished="2026"), as_of="2026-12-31")
    assert [year for year, _ in nine.years] == [2018, 2020, 2022, 2024, 2026]


@pytest.mark.parametrize(("fields", "label"), [
    ({"status": "done", "finished": "2026-02"}, "Feb 2026"),
    ({"status": "dropped", "finished": "2026-02"}, "dropped Feb 2026"),
    ({"status": "active", "target": "2026-02"}, "due Feb 2026"),
    ({"target": "2027"}, "due 2027"),
    ({"status": "active"}, "")])
def test_label_is_the_last_day_in_words(fields: dict[str, Any], label: str) -> None:
    begun = {"started": "2026-01-01"} if fields.get("status") else {}
    assert bar(milestone_page("m", **begun, **fields)).label == label


def test_behind_the_last_bar_is_room_for_its_label() -> None:
    assert percent(bar(milestone_page("m", status="done", started="2020", finished="2026-05")).end) < 84


@pytest.mark.parametrize(("started", "has_room"), [("2020-01", True), ("2026-03", False)])
def test_label_stands_on_a_bar_that_is_wide_enough(started: str, has_room: bool) -> None:
    made = timeline(milestone_page("m", status="done", started=started, finished="2026-05"),
                    milestone_page("n", status="done", started="2020-01", finished="2020-02"))
    assert bars(made)["M"].has_room is has_room
    assert Renderer(Words())("timeline", made).count("May 2026") == 2  # there, and for who hears the page


@pytest.mark.parametrize(("started", "months"), [
    ("2026-04-10", ["Apr 2026", "May 2026"]),
    ("2025-11-01", ["Nov 2025", "Mar 2026", "May 2026"]),
    ("2025-04-01", ["Apr 2025", "Jul 2025", "Oct 2025", "Apr 2026"]),
    ("2024-09-01", []),  # years tell enough
])
def test_short_timeline_has_months(started: str, months: list[str]) -> None:
    made = timeline(milestone_page("m", status="active", started=started))
    assert [month for month, _ in made.months] == months
    places = sorted(percent(at) for _, at in (*made.months, *made.years))
    assert all(b - a > 15 for a, b in pairwise(places))
    assert all(percent(at) < 80 for _, at in made.months)  # 72 of the 358 pixels of a phone


def test_each_year_is_a_link_that_makes_it_as_wide_as_the_whole() -> None:
    made = timeline(milestone_page("m", status="done", started="2023-03-10", finished="2025-12-31"))
    assert [zoom.year for zoom in made.zooms] == [2023, 2024, 2025, 2026]
    places = [percent(zoom.start) for zoom in made.zooms]
    assert places[0] < 0 < places[1]
    for here, after in pairwise(places):
        assert (after - here) * float(made.zooms[0].times) == pytest.approx(100, abs=0.5)
    html = Renderer(Words())("timeline", made)
    assert html.count('<a href="#roadmap-2025">2025</a>') == html.count('id="roadmap-2025"') == 1
    assert html.count("<div") == html.count("</div>")


def test_of_many_years_the_latest_are_links_and_one_alone_is_none() -> None:
    made = timeline(milestone_page("m", status="done", started="1950", finished="2025"))
    assert [zoom.year for zoom in made.zooms] == list(range(2015, 2027))
    assert timeline(milestone_page("m", status="active", started="2026-04-01")).zooms == ()


# --- laws ---

SOME_DAYS = ("2025", "2026-05", "2026-06-01", "9999", "0001", "9999-12-31")
DAYS = st.none() | st.dates().map(str) | st.sampled_from(SOME_DAYS)
FIELDS = st.fixed_dictionaries(
    {"status": st.sampled_from([str(s) for s in Status]), "started": DAYS, "finished": DAYS, "target": DAYS})
POSTS = st.lists(st.tuples(st.integers(0, 3), st.none() | st.dates().map(str)), max_size=8)
AS_OF = st.sampled_from(["2026-06-01", "0001-01-01", "9999-12-31"])


def law_of_bar(found: Bar) -> None:
    start, width = percent(found.start), percent(found.width)
    rest = percent(found.rest) if found.rest else 0.0
    near = pytest.approx(percent(found.end), abs=0.02)
    assert min(start, width, rest) >= 0
    assert start + width + rest == near
    assert percent(found.end) <= 100
    for dot in found.dots:
        assert start - 0.02 <= percent(dot) <= start + width + 0.02


@tries()
@given(st.lists(FIELDS, max_size=4), POSTS, AS_OF)
def test_bars_are_inside_the_timeline_and_dots_inside_their_bars(
    fields: list[dict[str, Any]], posts: list[tuple[int, str | None]], as_of: str
) -> None:
    made = timeline(*(milestone_page(f"m{i}", **some) for i, some in enumerate(fields)),
                    *(post(day, milestone=f"m{i}") for i, day in posts), as_of=as_of)
    for found in bars(made).values():
        if found.start:
            law_of_bar(found)
        else:
            assert found.dots == ()
    assert 0 <= percent(made.today) <= 100
    years = [year for year, _ in made.years]
    assert years == sorted(set(years))
    assert [percent(at) for _, at in made.years] == sorted(percent(at) for _, at in made.years)
    assert all(0 <= percent(at) <= 100 for _, at in made.years)
    assert len(years) <= 8
    assert len(made.months) <= 8
    assert all(0 <= percent(at) <= 100 for _, at in made.months)
    assert len(made.zooms) <= 12


# --- labels at the end ---


@pytest.mark.parametrize(("started", "target", "is_late"), [
    ("2026-05", "2026-06", True), ("2023-05", "2023-06", False), ("2020-01", "2026-06", False)])
def test_label_of_a_short_bar_at_the_end_stands_before_it(started: str, target: str, is_late: bool) -> None:
    made = timeline(milestone_page("m", status="done", started=started, finished=target),
                    milestone_page("n", status="done", started="2020-01", finished="2026-06"))
    shown = bars(made)["M"]
    assert shown.is_late is is_late
    at = f'<span class="cr-until cr-before" style="--a:{shown.start}">'
    assert (at in Renderer(Words())("timeline", made)) is is_late


def test_label_stands_behind_a_bar_with_no_room_before_it() -> None:
    made = timeline(milestone_page("m", status="active", started="2020-01", target="2040-01"),
                    as_of="2020-02-01")
    assert [(one.has_room, one.is_late) for one in bars(made).values()] == [(False, False)]
