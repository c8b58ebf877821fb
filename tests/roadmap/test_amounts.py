"""How much of a milestone is done: the latest word counts, and what cannot be is told."""

from __future__ import annotations

from helpers import codes_of, goal_page, milestone_of, milestone_page, post, problems_of, viewer_of
from mkdocs_career_roadmap.exports.milestones_csv import milestones_csv
from mkdocs_career_roadmap.roadmap.history import amount_of
from mkdocs_career_roadmap.vocabulary.amounts import Amount


def test_of_each_part_the_latest_counts() -> None:
    first = post("2026-03-01", milestone="x", amount="0 of 12 books")
    then = post("2026-03-02", milestone="x", amount=9)
    assert milestone_of(first).amount == Amount(0, 12, "books")
    assert milestone_of(then, first).amount == Amount(9, 12, "books")
    more = post("2026-03-03", milestone="x", amount={"of": 14})
    assert milestone_of(more, then, first).amount == Amount(9, 14, "books")


def test_without_a_whole_there_is_no_amount_and_it_is_told() -> None:
    assert amount_of([]) is None
    lone = post("2026-03-01", path="p.md", milestone="x", amount="9 books")
    assert milestone_of(lone).amount is None
    assert [str(p) for p in problems_of(lone)] == [
        ("p.md:4:9: warning: amount says nothing of 'X', since nobody says how much it is in all; write "
        "`9 of ...` [no-effect]")]
    assert milestone_of(milestone_page("x", amount={"of": 12}), lone).amount == Amount(9, 12, "books")


def test_whole_without_a_part_is_nothing_yet() -> None:
    assert milestone_of(milestone_page("x", amount={"of": 12})).amount == Amount(0, 12)


def test_tasks_are_counted_until_a_post_says_otherwise() -> None:
    page = milestone_page("x", amount="tasks", body="- [x] a\n- [ ] b\n")
    assert milestone_of(page).amount == Amount(1, 2, "tasks", is_tasks=True)
    assert milestone_of(page, post("2026-03-01", milestone="x", amount="3 of 4 talks")).amount == Amount(
        3, 4, "talks")


def test_more_than_the_whole_is_told_and_fills_the_bar() -> None:
    entries = [milestone_page("x", path="x.md", amount="8 of 12 books"),
               post("2026-03-01", path="p.md", milestone="x", amount=13)]
    assert [str(p) for p in problems_of(*entries)] == [
        ("p.md:4:9: hint: 'X' comes to 13 of 12 books, which is more than the whole; write how much it is in "
        "all by now, or what is done of that (see x.md:4:9) [odd-amount]")]
    view = viewer_of(*entries)
    assert (view.card(view.roadmap.milestones[0]).amount, view.card(view.roadmap.milestones[0]).filled) == (
        "13 of 12 books", "100%")


def test_amount_that_falls_is_told_where_it_falls() -> None:
    first = post("2026-03-01", path="a.md", milestone="x", amount="8 of 12")
    (told,) = problems_of(first, post("2026-03-02", path="b.md", milestone="x", amount="6 of 12"))
    assert str(told) == ("b.md:4:9: hint: 'X' falls from 8 of 12 to 6 of 12 here; the latest counts, so mend "
                         "it if that is a slip (see a.md:4:9) [odd-amount]")
    assert codes_of(first, post("2026-03-02", milestone="x", amount="1 of 3 talks")) == []  # something else
    assert codes_of(first, post("2026-03-02", milestone="x", amount={"of": 20})) == []


def test_amount_without_a_milestone_says_nothing() -> None:
    assert codes_of(post("2026-03-01", goal="g", amount="1 of 2")) == ["no-effect"]


def test_outcome_has_its_own_amount() -> None:
    view = viewer_of(post("2026-03-01", goal="g", milestones=[{"milestone": "x", "amount": "1 of 4"}, "y"]))
    assert {m.id: m.amount for m in view.roadmap.milestones} == {"x": Amount(1, 4), "y": None}


def test_it_fills_the_milestone_s_place_in_the_bar_of_the_goal_while_that_is_open() -> None:
    view = viewer_of(
        goal_page("g"), post("2026-03-01", goal="g", milestone="a", amount="1 of 3"),
        post("2026-03-01", goal="g", milestone="b", amount="1 of 3", status="done"))
    card = view.goal_card(view.roadmap.goal["g"])
    assert [tuple(segment) for segment in card.segments] == [("done", "", 1), ("active", "33.33%", 1)]
    assert (card.done, card.total) == (1, 2)  # whole milestones
    assert card.share == "66 % with what is under way"


def test_long_bar_has_a_segment_for_each_status_filled_by_what_is_known_of_its_amounts() -> None:
    view = viewer_of(*(milestone_page(f"d{n}", goal="g", status="done") for n in range(10)),
                     *(milestone_page(f"p{n}", goal="g", status="planned") for n in range(3)),
                     milestone_page("a", goal="g", status="active", amount="1 of 2"),
                     milestone_page("b", goal="g", status="active"))
    card = view.goal_card(view.roadmap.goal["g"])
    assert [tuple(segment) for segment in card.segments] == [
        ("done", "", 10), ("active", "25%", 2), ("planned", "", 3)]
    assert card.share == "70 % with what is under way"


def test_share_is_told_only_where_something_open_has_an_amount() -> None:
    view = viewer_of(milestone_page("a", goal="g", status="done", amount="1 of 2"),
                     milestone_page("b", goal="g", status="active"))
    assert view.goal_card(view.roadmap.goal["g"]).share == ""


def test_table_has_it_in_words() -> None:
    view = viewer_of(post("2026-03-01", milestone="x", amount="8/12 books"),
                     post("2026-03-01", milestone="y"))
    table = milestones_csv(view.roadmap, lambda path: path)
    assert ",8 of 12 books," in table
    assert "None" not in table
