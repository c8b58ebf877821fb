"""One year in review: what happened in it, and what stood on the map at its end."""

from __future__ import annotations

from typing import Any

from helpers import fold_of, goal_page, ids, milestone_page, post, viewer_of
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.years import EVENTS, YearPage, as_known, happened, year_page, years
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.labels import Words

AS_OF = "2026-06-01"


def told(*entries: Entry, as_of: str = AS_OF) -> dict[int, dict[str, list[str]]]:
    """Return the events of each year, by their name."""
    return {number: {name: [m.id for _, m in some] for name, some in year.events.items() if some}
            for number, year in years(fold_of(*entries, as_of=as_of)).items()}


# --- what happened ---


def test_milestone_is_begun_and_finished_in_the_years_of_its_posts() -> None:
    assert told(post("2024-03-01", milestone="m"), post("2026-01-01", milestone="m", status="done")) == {
        2026: {"finished": ["m"]}, 2024: {"started": ["m"]}}


def test_day_that_the_author_gives_goes_before_that_of_the_post() -> None:
    assert told(post("2026-01-01", milestone="m", status="done", started="2023-05", finished="2024")) == {
        2026: {}, 2024: {"finished": ["m"]}, 2023: {"started": ["m"]}}


def test_what_was_put_aside_and_taken_up_again_is_told_of_each_year() -> None:
    assert told(
        post("2023-01-01", milestone="m"), post("2024-01-01", milestone="m", status="dropped"),
        post("2025-01-01", milestone="m", status="paused"), post("2026-01-01", milestone="m", status="done"),
    ) == {2026: {"finished": ["m"]}, 2025: {"paused": ["m"]}, 2024: {"dropped": ["m"]},
          2023: {"started": ["m"]}}


def test_what_was_reached_in_part_is_told_apart_from_what_was_finished() -> None:
    assert told(post("2024-03-01", milestone="m"), post("2024-05-01", milestone="m", status="partial")) == {
        2024: {"partial": ["m"], "started": ["m"]}}


def test_plans_and_what_has_no_day_happen_in_no_year() -> None:
    assert told(milestone_page("a", status="done"), milestone_page("b", started="2027", target="2028"),
                milestone_page("c", status="paused"), post(None, milestone="d")) == {}


def test_day_still_to_come_has_not_happened() -> None:
    assert told(post("2026-01-01", milestone="m", started="2026-07")) == {2026: {}}


def test_events_and_revisions_stand_in_the_order_of_their_days() -> None:
    found = years(fold_of(
        post("2026-02-01", path="b.md", milestone="b", goal="h", status="done", sharpens="Two."),
        post("2026-01-01", path="a.md", milestone="a", goal="g", status="done", sharpens="One."),
        post("2026-01-05", milestone="a", goal="g", sharpens="Three."), as_of=AS_OF))[2026]
    assert [m.id for _, m in found.events["finished"]] == ["a", "b"]
    assert [r.after for r in found.revisions] == ["One.", "Three.", "Two."]
    assert [p.path for p in found.posts][0::2] == ["a.md", "b.md"]


STATUS = st.none() | st.sampled_from(list(Status)).map(str)
POSTS = st.lists(st.fixed_dictionaries({
    "written": st.none() | st.builds("202{}-0{}-01".format, st.integers(2, 6), st.integers(1, 9)),
    "milestone": st.sampled_from(["a", "b", "c"]), "status": STATUS,
    "goal": st.just("g"), "sharpens": st.sampled_from([None, "See.", "See well."]),
    "depends_on": st.none() | st.sampled_from(["a", "d"]), "part_of": st.none() | st.just("e"),
}), max_size=8)


@given(POSTS)
def test_law_every_event_is_told_once_in_the_year_of_its_day_and_none_is_to_come(
    drawn: list[dict[str, Any]]
) -> None:
    roadmap = fold_of(*(post(**fields) for fields in drawn), as_of=AS_OF)
    found = years(roadmap)
    assert list(found) == sorted(found, reverse=True)
    assert all(number <= 2026 for number in found)
    events = [(number, name, day, m.id) for number, year in found.items()
              for name in EVENTS for day, m in year.events[name]]
    assert all(day.year == number for number, _, day, _ in events)
    assert sorted((name, str(day), id) for _, name, day, id in events) == sorted(
        (name, str(day), m.id) for m in roadmap.milestones for name, day in happened(m))
    assert sum(len(year.posts) for year in found.values()) == len([p for p in roadmap.posts if p.day])


# --- the map of the past ---


def test_plan_of_an_undated_page_is_not_on_the_map_of_the_past() -> None:
    entries = (milestone_page("later", goal="g", depends_on="m"),
               milestone_page("m", goal="g", part_of="whole"), milestone_page("whole", goal="g"),
               goal_page("far"), post("2024-01-01", milestone="m"),
               post("2024-02-01", milestone="n", depends_on="named"))
    then = as_known(fold_of(*entries, as_of="2024-12-31"))
    assert sorted(ids(then.milestones)) == ["m", "n", "named", "whole"]  # work on a part is work on its whole
    assert ids(then.goals) == ["g"]
    assert sorted(then.goals[0].milestones) == ["m", "whole"]
    m = then.milestone["m"]
    assert (m.needed_by, m.part_of) == ((), "whole")


def test_part_of_what_nobody_knew_then_stands_alone_on_the_map_of_the_past() -> None:
    then = as_known(fold_of(milestone_page("p", part_of="whole"), milestone_page("whole"), goal_page("g"),
                            post("2024-01-01", milestone="m", depends_on="p"), as_of="2024-12-31"))
    assert (sorted(ids(then.milestones)), then.milestone["p"].part_of) == (["m", "p"], None)


def test_work_that_undated_pages_tell_of_stays_on_it() -> None:
    old = milestone_page("old", goal="g", status="done", finished="2020")
    then = as_known(fold_of(old, as_of="2024-12-31"))
    assert (ids(then.milestones), ids(then.goals)) == (["old"], ["g"])


def test_definition_with_a_date_names_what_it_defines() -> None:
    then = as_known(fold_of(milestone_page("m", date="2024-01-01"), as_of="2024-12-31"))
    assert ids(then.milestones) == ["m"]


@given(POSTS, st.booleans())
def test_law_what_is_left_names_nothing_that_is_not_there(
    drawn: list[dict[str, Any]], is_later: bool
) -> None:
    undated = [milestone_page(id, goal="g", depends_on="x", part_of="e" if id != "e" else None)
               for id in ("a", "d", "e")]
    entries = [*undated, *(post(**fields) for fields in drawn)]
    then = as_known(fold_of(*entries, as_of=AS_OF if is_later else "2023-12-31"))
    named = {id for m in then.milestones for id in (*m.depends_on, *m.needed_by, *m.parts, m.part_of) if id}
    named |= {id for goal in then.goals for id in goal.milestones}
    assert named <= then.milestone.keys()
    assert {m.goal for m in then.milestones} - {None} <= then.goal.keys()
    assert as_known(then) == then


# --- the page ---


def page(year: int, *entries: Entry, then_of: str = AS_OF) -> YearPage:
    view = viewer_of(*entries, as_of=AS_OF)
    return year_page(view, viewer_of(*entries, as_of=then_of), year, years(view.roadmap))


STORY = (
    post("2024-03-01", title="Begin", milestone="m", goal="g"),
    post("2025-02-01", title="Learn", milestone="m", sharpens="See.", lessons="Ask."),
    post("2025-05-01", title="End", milestone="m", status="done"),
    post("2026-01-01", title="Go on", milestone="n", goal="g"),
)


def test_page_tells_the_year() -> None:
    shown = page(2025, *STORY, then_of="2025-12-31")
    assert shown.summary == "2025: 1 done, goals sharpened 1×, 2 posts."
    assert [(name, [(r.title, r.status, r.note) for r in refs]) for name, refs in shown.events] == [
        ("finished", [("M", "done", "May 2025")])]
    assert [r.after for r in shown.revisions] == ["See."]
    assert [(lesson.lessons, lesson.day) for lesson in shown.lessons] == [(("Ask.",), "1 Feb 2025")]
    assert [p.title for p in shown.posts] == ["End", "Learn"]
    assert shown.map is not None
    cards = [c.title for lane in shown.map.lanes for c in lane.cards]
    assert (shown.map_day, cards) == ("31 Dec 2025", ["M"])
    assert [goal.title for goal in shown.goals] == ["G"]


def test_page_tells_what_most_of_it_served_and_what_was_the_largest() -> None:
    def done(name: str, goal: str, scope: str) -> Entry:
        return milestone_page(name, goal=goal, scope=scope, status="done", finished="2025-05-01")

    shown = page(2025, done("a", "See", "project"), done("b", "See", "system"), done("c", "Walk", "project"))
    assert shown.told == ("Most of what was finished served “See”: 2 of 3.",
                          "The largest was “B”, scope 4 of 5, system.")
    assert page(2025, done("a", "See", "paper"), done("b", "Walk", "paper")).told == ()
    assert page(2025, *STORY).told == ()  # of one milestone there is no more to say


def test_map_of_a_year_marks_what_moved_in_it() -> None:
    entries = (*STORY, milestone_page("quiet", goal="g", status="done", finished="2023-05"))
    shown = page(2025, *entries, then_of="2025-12-31")
    assert shown.map is not None
    marked = {card.title: card.is_marked for lane in shown.map.lanes for card in lane.cards}
    assert marked == {"M": True, "Quiet": False}
    made = Renderer(Words())("year", shown)
    assert made.count("Done, moved in 2025: </span>") == 1
    assert made.count("<b>moved in 2025</b>") == 1  # on the rail of narrow pages


def test_page_leads_to_the_other_years() -> None:
    shown = page(2025, *STORY)
    assert [(tab.title, tab.href, tab.is_current) for tab in shown.tabs] == [
        ("2026", "/roadmap/2026.md", False), ("2025", "/roadmap/2025.md", True),
        ("2024", "/roadmap/2024.md", False)]
    assert shown.before is not None
    assert shown.after is not None
    assert (shown.before.title, shown.after.title) == ("2024", "2026")
    assert (page(2024, *STORY).before, page(2026, *STORY).after) == (None, None)


def test_started_milestone_has_the_icon_of_work_and_a_dropped_one_its_own() -> None:
    shown = page(2026, post("2026-01-01", milestone="m"), post("2026-02-01", milestone="m", status="paused"),
                 post("2026-03-01", milestone="m", status="dropped"))
    assert {name: refs[0].status for name, refs in shown.events} == {
        "started": "active", "paused": "paused", "dropped": "dropped"}


def test_year_of_posts_alone_has_no_map() -> None:
    assert page(2026, post("2026-01-01", goal="g")).map is None
