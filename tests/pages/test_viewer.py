"""What the overview and the board show, and how a milestone's days are told."""

from __future__ import annotations

import re
from typing import Any

import pytest
from each import each
from helpers import day, fold_of, goal_page, milestone_page, post
from mkdocs_career_roadmap.pages.board import board_page, shares
from mkdocs_career_roadmap.pages.overview import overview_page, summary
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.shapes import Card, Ref, Shown
from mkdocs_career_roadmap.pages.viewer import LATEST, Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for
from mkdocs_career_roadmap.vocabulary.settings import Settings

AS_OF = "2026-04-01"


def viewer(*entries: Entry, as_of: str = AS_OF, **settings: Any) -> Viewer:
    chosen = Settings(**settings)
    return Viewer(fold_of(*entries, as_of=as_of, **settings), chosen, Words(), lambda path: f"/{path}")


def card(*entries: Entry, id: str = "m", **settings: Any) -> Card:
    view = viewer(*entries, **settings)
    return view.card(view.roadmap.milestone[id])


def titles(cards: tuple[Card, ...] | tuple[Ref, ...]) -> list[str]:
    return [card.title for card in cards]


# --- when ---


@each(
    ("fields", "said"),
    [
        # Done: from the start to the end, each once.
        ({"status": "done", "started": "2025-11-03", "finished": "2026-02-27"}, "Nov 2025 – Feb 2026"),
        ({"status": "done", "started": "2026-02-03", "finished": "2026-02-27"}, "Feb 2026"),
        ({"status": "done", "started": "2024", "finished": "2025"}, "2024 – 2025"),
        ({"status": "done", "started": "2025", "finished": "2025-06"}, "2025 – Jun 2025"),
        ({"status": "done", "finished": "2026-02"}, "Feb 2026"),
        ({"status": "done", "started": "2025-11"}, "Nov 2025"),
        ({"status": "done"}, ""),
        ({"status": "done", "target": "2026-01"}, ""),  # when it should have been is not when it was
        ({"status": "done", "finished": "2026-02", "target": "2026-01"}, "Feb 2026"),
        # Dropped: when it was begun and given up.
        ({"status": "dropped", "started": "2025-11", "finished": "2026-02"}, "Nov 2025, dropped Feb 2026"),
        ({"status": "dropped", "finished": "2026-02-03"}, "dropped Feb 2026"),
        ({"status": "dropped", "started": "2025"}, "2025"),
        ({"status": "dropped", "target": "2027"}, ""),
        ({"status": "dropped"}, ""),
        # Active: since when, and until when.
        ({"status": "active", "started": "2026-01-05"}, "since Jan 2026"),
        ({"status": "active", "started": "2026-01-05", "target": "2026-06"}, "since Jan 2026, due Jun 2026"),
        ({"status": "active", "target": "2027"}, "due 2027"),
        ({"status": "active"}, ""),
        # Paused: since when, and when to look again; what was due is not.
        ({"status": "paused", "started": "2026-01", "target": "2026-06"}, "since Jan 2026, paused Jan 2026"),
        ({"status": "paused", "revisit": "2026-09-15"}, "look again 15 Sep 2026"),
        ({"status": "paused"}, ""),
        # Planned and idea: from when, until when.
        ({"status": "planned", "started": "2026-05-01", "target": "2026-08"}, "May 2026 – Aug 2026"),
        ({"status": "planned", "started": "2026-05"}, "from May 2026"),
        ({"status": "planned", "started": "2026-01"}, ""),  # the day passed, and nothing was begun
        ({"status": "planned", "started": "2026-01", "target": "2026-08"}, "due Aug 2026"),
        ({"status": "planned", "target": "2027"}, "due 2027"),
        ({"status": "planned"}, ""),
        ({"status": "idea", "target": "2027-03"}, "due Mar 2027"),
        ({"status": "idea"}, ""),
    ],
    ids=str,
)
def test_days_of_a_milestone_are_told_by_its_status(fields: dict[str, str], said: str) -> None:
    assert card(milestone_page("m", **fields)).when == said


def test_days_follow_from_posts() -> None:
    begun = post("2026-01-20", milestone="m")
    assert card(begun).when == "since Jan 2026"
    assert card(begun, post("2026-03-02", milestone="m", status="done")).when == "Jan 2026 – Mar 2026"
    assert card(begun, post("2026-03-02", milestone="m", status="paused", revisit="2026-05-01")).when == (
        "since Jan 2026, paused Mar 2026, look again 1 May 2026")
    dropped = post("2026-03-02", milestone="m", status="dropped")
    assert card(begun, dropped).when == "Jan 2026, dropped Mar 2026"
    assert card(dropped).when == "dropped Mar 2026"


# --- pieces ---


def test_card_tells_what_it_needs_from_other_goals_only() -> None:
    made = card(
        milestone_page("m", goal="Vision", depends_on=["near", "far", "nowhere"]),
        milestone_page("near", goal="Vision"), milestone_page("far", goal="Sound"), milestone_page("nowhere"))
    assert [(need.title, need.note) for need in made.needs] == [("Far", "Sound"), ("Nowhere", "")]
    assert sorted(titles(made.waits_for)) == ["Far", "Near", "Nowhere"]


@pytest.mark.parametrize(("status", "waits"), [("planned", 1), ("active", 1), ("done", 0), ("dropped", 0)])
def test_closed_milestone_waits_for_nothing(status: str, waits: int) -> None:
    assert len(card(milestone_page("m", status=status, depends_on=["x"])).waits_for) == waits


def test_card_has_its_scope_with_its_name() -> None:
    scope = card(milestone_page("m", scope="paper")).scope
    assert scope is not None
    assert (scope.rung, scope.rungs, scope.name) == (3, 5, "paper")
    assert card(milestone_page("m")).scope is None


def test_card_marks_what_taught_the_goal_and_what_only_explores() -> None:
    taught = card(post("2026-01-01", milestone="m", goal="g", sharpens="See."))
    assert (taught.sharpened, taught.is_exploration) == (True, False)
    explores = card(post("2026-01-01", milestone="m", goal="g", kind="exploration"))
    assert (explores.sharpened, explores.is_exploration) == (False, True)


def test_names_lead_to_their_pages_and_tell_how_far_they_are() -> None:
    view = viewer(
        goal_page("g", status="active"),
        post("2026-01-01", path="a.md", title="First", milestone="m", goal="g", status="dropped",
             reason="No."),
        post(path="b.md", title="Second", milestone="m"))
    m, goal = view.roadmap.milestone["m"], view.roadmap.goal["g"]
    assert view.ref(m) == Ref("M", "/roadmap/milestones/m.md", "dropped", "")
    assert view.goal_ref("g") == Ref("G", "/goals/g.md", "active", "")
    assert [view.post_ref(p) for p in view.roadmap.posts] == [
        Ref("Second", "/b.md", "", ""), Ref("First", "/a.md", "", "1 Jan 2026")]
    made = view.card(m)
    assert (made.href, made.goal, made.posts, made.reason) == (
        "/roadmap/milestones/m.md", view.goal_ref("g"), 2, "No.")
    shown = view.goal_card(goal)
    assert (shown.id, shown.href, shown.status, shown.by) == ("g", "/goals/g.md", "active", "")


def test_rung_of_ours_is_named_in_the_words_of_the_site_and_one_of_its_own_as_it_is() -> None:
    german = Viewer(fold_of(as_of=AS_OF), Settings(), words_for("de"), str)
    assert german.rung(1) == words_for("de")(f"rung_{Settings().scopes[0]}") != Settings().scopes[0]
    own = Viewer(fold_of(as_of=AS_OF), Settings(scopes=("kata",)), words_for("de"), str)
    assert own.rung(1) == "kata"


def test_largest_scope_is_a_scope() -> None:
    scopes = Settings().scopes
    found = card(milestone_page("m", scope=len(scopes))).scope
    assert found is not None
    assert (found.rung, found.rungs) == (len(scopes), len(scopes))


def test_page_that_the_site_does_not_have_is_linked_nowhere() -> None:
    roadmap = fold_of(post("2026-01-01", milestone="m"), as_of=AS_OF)
    view = Viewer(roadmap, Settings(), Words(), {}.get)
    assert view.card(roadmap.milestones[0]).href is None
    assert [tab.href for tab in view.tabs("map")] == [None, None, None]


def test_goal_card_has_a_bar_of_what_counts_done_first() -> None:
    view = viewer(
        goal_page("g", target="2029-03", description="See."),
        *(milestone_page(f"{status}", goal="g", status=status)
          for status in ("planned", "dropped", "done", "idea", "paused", "active")))
    made = view.goal_card(view.roadmap.goal["g"])
    assert [segment.status for segment in made.segments] == ["done", "active", "paused", "planned"]
    assert (made.done, made.total, made.by, made.statement) == (1, 4, "by Mar 2029", "See.")
    assert len(made.milestones) == 6


def test_rail_has_now_and_next_first_and_then_the_latest_with_the_earlier_ones_folded() -> None:
    done = [milestone_page(f"d{n}", goal="g", status="done", finished=f"202{n}-01") for n in range(6)]
    view = viewer(*done,
                  milestone_page("part", part_of="d5", status="done", finished="2019"),
                  milestone_page("idea", goal="g", status="idea"), milestone_page("planned", goal="g"),
                  milestone_page("active", goal="g", status="active"))
    made = view.goal_card(view.roadmap.goal["g"])
    assert [stop.card.id for stop in made.rail] == [
        "active", "planned", "idea", "d5", "part", "d4", "d3", "d2", "d1", "d0"]
    assert [stop.card.id for stop in made.rail[made.unfolded:]] == ["d1", "d0"]
    four = viewer(*(milestone_page(f"d{n}", goal="g", status="done") for n in range(5)))
    assert four.goal_card(four.roadmap.goal["g"]).unfolded == 5  # one alone is not worth a fold


def test_goal_card_tells_what_it_does_not_count_and_with_that_the_numbers_add_up() -> None:
    view = viewer(
        *(milestone_page(status, goal="g", status=status)
          for status in ("planned", "dropped", "done", "idea", "active")),
        milestone_page("whole", goal="g"), milestone_page("part", goal="g", part_of="whole"),
        milestone_page("given-up", goal="g", status="dropped"),
        milestone_page("with-it", goal="g", status="planned", part_of="given-up"))
    made = view.goal_card(view.roadmap.goal["g"])
    assert (made.done, made.total) == (1, 4)
    assert made.not_counted == "not counted: 1 by its parts, 1 planned, 2 dropped, 1 idea"
    assert len(made.milestones) == 4 + 1 + 1 + 2 + 1
    all_count = viewer(milestone_page("m", goal="g"))
    assert all_count.goal_card(all_count.roadmap.goal["g"]).not_counted == ""


def test_goal_card_counts_parts_instead_of_their_whole() -> None:
    view = viewer(milestone_page("whole", goal="g", status="done"), milestone_page("part", part_of="whole"))
    made = view.goal_card(view.roadmap.goal["g"])
    assert (made.done, made.total, made.segments) == (0, 1, (("planned", "", 1),))


def test_tabs_mark_the_view_they_stand_on() -> None:
    tabs = viewer(folder="way").tabs("board")
    assert [(tab.title, tab.href, tab.is_current) for tab in tabs] == [
        ("Map", "/way/index.md", False), ("Board", "/way/board.md", True),
        ("Timeline", "/way/timeline.md", False)]


def test_view_marks_its_own_tab() -> None:
    view = viewer(goal_page("g"))
    for tabs, current in ((overview_page(view).whole.tabs, "Map"), (board_page(view).tabs, "Board")):
        assert [tab.title for tab in tabs if tab.is_current] == [current]


def test_part_of_a_roadmap_has_the_milestones_of_the_statuses_it_asks_for() -> None:
    roadmap = fold_of(
        *(milestone_page(f"{status}-{n}", status=status) for status in ("done", "active") for n in range(3)),
        as_of=AS_OF)
    view = Viewer(roadmap, Settings(), Words(), str, Shown(statuses=frozenset({"active"}), limit=2))
    (column,) = board_page(view).columns
    assert (column.key, column.status, len(column.cards), column.count) == ("now", "active", 2, 3)


# --- overview ---


def test_summary_counts_goals_milestones_and_statuses() -> None:
    assert summary(viewer()) == "0 long-term goals, 0 milestones."
    assert summary(viewer(goal_page("g"))) == "1 long-term goal, 0 milestones."
    assert summary(viewer(*(milestone_page(f"m{n}", status=status) for n, status in enumerate(
        ["done", "done", "active", "planned", "paused", "dropped", "idea"])))) == (
        "0 long-term goals, 7 milestones: 2 done, 1 under way, 1 planned, 1 paused, 1 dropped, 1 idea.")


@each("status", Status)
def test_summary_counts_every_milestone_by_its_status(status: Status) -> None:
    assert re.search(r"1 milestone: 1 \w", summary(viewer(milestone_page("m", status=str(status)))))


def test_overview_shows_what_is_due_first_and_explorations_last() -> None:
    view = viewer(
        milestone_page("explore", status="active", kind="exploration", target="2026-05"),
        milestone_page("later", status="active", target="2026-12"),
        milestone_page("someday", status="active"),
        milestone_page("soon", status="active", target="2026-06"))
    assert titles(overview_page(view).whole.now) == ["Soon", "Later", "Someday", "Explore"]


def test_overview_shows_what_is_free_to_begin_before_what_waits() -> None:
    view = viewer(
        milestone_page("blocked", depends_on=["zebra"], target="2026-05"),
        milestone_page("zebra", target="2026-12"), milestone_page("yak", started="2026-06"),
        milestone_page("overtaken", started="2026-01"))
    assert titles(overview_page(view).whole.next) == ["Yak", "Zebra", "Overtaken", "Blocked"]


def test_overview_shows_what_was_finished_last() -> None:
    view = viewer(*(milestone_page(f"m{n}", status="done", finished=f"2026-01-{n:02}") for n in range(1, 7)),
                  milestone_page("undated", status="done"))
    assert titles(overview_page(view).whole.last_finished) == ["M6", "M5", "M4"]


def test_overview_shows_no_more_than_the_latest() -> None:
    posts = [post(f"2026-01-{n:02}", milestone=f"m{n}", title=f"P{n}") for n in range(1, 12)]
    shown = overview_page(viewer(*posts)).whole
    assert len(shown.now) == LATEST
    assert titles(shown.latest_posts) == ["P11", "P10", "P9", "P8", "P7"]
    assert [ref.note for ref in shown.latest_posts][:1] == ["11 Jan 2026"]


def test_overview_keeps_a_goal_without_milestones_and_milestones_without_a_goal() -> None:
    shown = overview_page(viewer(goal_page("g"), milestone_page("m"))).whole
    assert [(goal.title, goal.milestones, goal.segments) for goal in shown.goals] == [("G", (), ())]
    assert titles(shown.loose) == ["M"]


# --- board ---


def columns(view: Viewer) -> dict[str, list[str]]:
    return {column.key: titles(column.cards) for column in board_page(view).columns}


def test_board_has_each_milestone_once() -> None:
    statuses = ("idea", "planned", "active", "paused", "done", "dropped")
    board = board_page(viewer(*(milestone_page(status, status=status) for status in statuses)))
    shown = {column.key: [*titles(column.cards), *(t for fold in column.folded for t in titles(fold.cards))]
             for column in board.columns}
    assert shown == {"now": ["Active", "Paused"], "next": ["Planned", "Idea"], "done": ["Done", "Dropped"]}
    assert [(fold.title, fold.is_open) for column in board.columns for fold in column.folded] == [
        ("1 paused", True), ("1 idea", False), ("1 dropped", True)]


@pytest.mark.parametrize("status", ["paused", "dropped"])
def test_board_folds_what_was_paused_or_dropped_from_two_on(status: str) -> None:
    board = board_page(viewer(*(milestone_page(name, status=status) for name in "ab")))
    assert [(fold.title, fold.is_open) for column in board.columns for fold in column.folded] == [
        (f"2 {status}", False)]


def test_board_has_parts_under_their_whole_where_both_are_in_one_column() -> None:
    view = viewer(milestone_page("part", status="planned", target="2026-05", part_of="whole"),
                  milestone_page("other", status="planned", target="2026-06"),
                  milestone_page("whole", status="planned", target="2026-07"),
                  milestone_page("begun", status="active", part_of="whole"))
    now, after, _ = board_page(view).columns
    assert [(stop.card.id, stop.depth) for stop in after.stops] == [("other", 0), ("whole", 0), ("part", 1)]
    assert [(stop.card.id, stop.depth) for stop in now.stops] == [("begun", 0)]
    made = Renderer(Words())("board", board_page(view))
    assert made.count("part of Whole") == 1  # the one that stands elsewhere


def test_board_folds_what_was_done_earlier_by_year() -> None:
    view = viewer(*(milestone_page(f"m{n}", status="done", finished=f"{2026 - n // 3}-01-0{n}")
                    for n in range(1, 9)), milestone_page("m9", status="done"))
    done = board_page(view).columns[2]
    assert titles(done.cards) == ["M2", "M1", "M5", "M4"]
    assert [(fold.title, fold.is_open, titles(fold.cards)) for fold in done.folded] == [
        ("2025 (1)", False, ["M3"]), ("2024 (3)", False, ["M8", "M7", "M6"]),
        ("Without a date (1)", False, ["M9"])]
    assert done.count == 9
    assert done.earlier is None


@pytest.mark.parametrize(("sizes", "given"), [
    ([3, 9], [4, 9]), ([30, 0, 30], [10, 4, 10]), ([30, 6, 30], [7, 6, 7]), ([], [])])
def test_short_lists_keep_all_and_long_ones_share_what_is_left(sizes: list[int], given: list[int]) -> None:
    assert shares(sizes, 20) == given


def test_board_warns_above_the_focus_limit_only() -> None:
    two = [milestone_page(f"m{n}", status="active") for n in range(2)]
    explore = milestone_page("x", status="active", kind="exploration")
    at, above = board_page(viewer(*two, explore)), board_page(viewer(*two, explore, focus_limit=1))
    assert (at.over_focus, at.explorations) == (0, 1)
    assert (above.over_focus, above.explorations) == (1, 1)


def test_views_tell_their_day() -> None:
    view = viewer(as_of="2026-02-09")
    assert board_page(view).as_of == overview_page(view).whole.as_of == "As of 9 Feb 2026."
    assert view.roadmap.as_of == day("2026-02-09")


# --- parts, and what to look at again ---


def test_card_tells_how_far_its_parts_are_at_any_depth() -> None:
    parts = [milestone_page("a", part_of="m"), milestone_page("b", part_of="a", status="done"),
             milestone_page("c", part_of="a")]
    whole = card(milestone_page("m"), *parts)
    assert (whole.parts_done, titles(whole.parts), whole.part_of) == ("1 of 2 parts", ["A"], None)
    part = card(milestone_page("m"), *parts, id="b")
    assert (part.parts_done, part.part_of and part.part_of.title) == ("", "A")


def test_card_of_what_has_no_part_that_counts_says_nothing_of_parts() -> None:
    assert card(milestone_page("m"), milestone_page("a", part_of="m", status="idea")).parts_done == ""


def test_card_of_what_is_active_tells_its_latest_post() -> None:
    written = post("2026-03-03", milestone="m")
    assert card(written).last_post == "last post 3 Mar 2026"
    assert card(written, post("2026-03-04", milestone="m", status="done")).last_post == ""
    assert card(milestone_page("m", status="active")).last_post == ""


def test_card_says_when_its_goal_was_restated_since() -> None:
    restated = post("2026-03-02", milestone="x", goal="g", sharpens="See well.")
    assert card(milestone_page("m", goal="g"), restated).look_again
    assert not card(milestone_page("m", goal="h"), restated).look_again


def test_rail_has_parts_below_their_wholes_and_moves_them_in_only_so_far() -> None:
    above = zip("abcdef", [None, *"abcde"], strict=True)
    chain = [milestone_page(id, goal="g", part_of=whole) for id, whole in above]
    view = viewer(*chain, milestone_page("z", goal="g"))
    rail = view.goal_card(view.roadmap.goal["g"]).rail
    assert [(stop.card.id, stop.depth) for stop in rail] == [
        ("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 3), ("f", 3), ("z", 0)]


def test_overview_has_a_rail_of_milestones_without_a_goal() -> None:
    rail = overview_page(viewer(milestone_page("m"), milestone_page("a", part_of="m"))).whole.loose_rail
    assert [(stop.card.id, stop.depth) for stop in rail] == [("m", 0), ("a", 1)]


def test_board_names_what_nobody_wrote_about_for_longest_when_too_much_is_active() -> None:
    two = [post("2026-03-02", milestone="a"), post("2026-03-01", milestone="b")]
    named = board_page(viewer(*two, focus_limit=1)).longest_ago
    assert named is not None
    assert named.title == "B"
    assert board_page(viewer(*two)).longest_ago is None
