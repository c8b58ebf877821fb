"""What the pages of one goal, one milestone and one post show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from helpers import fold_of, goal_page, milestone_page, post
from mkdocs_career_roadmap.pages.goal import GoalPage
from mkdocs_career_roadmap.pages.goal import goal_page as view_of_goal
from mkdocs_career_roadmap.pages.milestone import MilestonePage
from mkdocs_career_roadmap.pages.milestone import milestone_page as view_of_milestone
from mkdocs_career_roadmap.pages.post import PostBox, box_of, post_box, post_facts
from mkdocs_career_roadmap.pages.shapes import Card, Ref
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap.model import Roadmap
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for
from mkdocs_career_roadmap.vocabulary.settings import Settings

MENTIONS = {
    "roadmap/goals/g.md": (("about.md", "About"),),
    "roadmap/milestones/m.md": (("a.md", "A"), ("b.md", "B")),
}


def viewer(*entries: Entry) -> Viewer:
    return Viewer(fold_of(*entries, as_of="2026-04-01"), Settings(), Words(), lambda path: f"/{path}")


def goal(*entries: Entry, id: str = "g") -> GoalPage:
    view = viewer(*entries)
    return view_of_goal(view, view.roadmap.goal[id], MENTIONS)


def milestone(*entries: Entry, id: str = "m") -> MilestonePage:
    view = viewer(*entries)
    return view_of_milestone(view, view.roadmap.milestone[id], MENTIONS)


def box(path: str, *entries: Entry, mentions: dict[str, Any] | None = None) -> PostBox:
    """Return the boxes on a post. They show of the roadmap what `post_facts` takes of it, and no more."""
    view = viewer(*entries)
    facts = post_facts(view.roadmap, view.insights, view.roadmap.post[path], mentions or {})
    made = box_of(replace(view, roadmap=Roadmap(view.roadmap.as_of, (), (), ())), facts)
    assert made == post_box(view, view.roadmap.post[path], mentions or {})
    return made


def titles(refs: Iterable[Ref | Card]) -> list[str]:
    return [ref.title for ref in refs]


# --- goals ---


def test_goal_was_begun_in_the_year_of_its_first_milestone() -> None:
    assert goal(milestone_page("a", goal="g", status="done", started="2023-05", finished="2024"),
                milestone_page("b", goal="g", status="active", started="2022-11")).when == "since 2022"
    assert goal(milestone_page("a", goal="g", started="2027")).when == ""
    assert goal(goal_page("g")).when == ""


@pytest.mark.parametrize(("status", "when"), [
    ("active", "since 2023"),
    ("done", "May 2023 – Mar 2026"),
    ("dropped", "May 2023, dropped Mar 2026"),
    ("paused", "since 2023, paused Mar 2026, look again 1 Jun 2026"),
])
def test_goal_says_when_it_ended_and_why(status: str, when: str) -> None:
    more = {} if status in ("active", "done") else {"reason": "No funds."}
    more |= {"revisit": "2026-06-01"} if status == "paused" else {}
    made = goal(goal_page("g"),
                milestone_page("a", goal="g", status="done", started="2023-05", finished="2024"),
                post("2026-03-04", goal="g", status=status, **more))
    assert (made.when, made.reason) == (when, more.get("reason"))


def test_goal_shows_dropped_milestones_last() -> None:
    made = goal(milestone_page("a", goal="g", status="dropped", started="2020"),
                milestone_page("b", goal="g", status="done", started="2021"),
                milestone_page("c", goal="g"))
    assert titles(stop.card for stop in made.rail) == ["B", "C", "A"]


def test_goal_shows_its_revisions_newest_first_each_with_its_cause() -> None:
    made = goal(
        goal_page("g", description="See."),
        post("2026-01-01", milestone="m", goal="g", sharpens="See well.", title="One", description="Dark."),
        post("2026-02-01", goal="g", sharpens="See at night.", title="Two"))
    assert [(r.day, r.before, r.after, r.post.title, r.reason) for r in made.revisions] == [
        ("1 Feb 2026", "See well.", "See at night.", "Two", ""),
        ("1 Jan 2026", "See.", "See well.", "One", "Dark.")]
    assert [titles(r.milestones) for r in made.revisions] == [[], ["M"]]
    assert made.goal.sharpened == 2


def test_single_step_is_no_critical_path() -> None:
    assert goal(milestone_page("a", goal="g")).critical_path == ()
    chain = goal(milestone_page("a", goal="g"), milestone_page("b", goal="g", depends_on="a"))
    assert titles(chain.critical_path) == ["A", "B"]


def test_goal_tells_what_is_free_to_begin_and_by_when() -> None:
    own = [milestone_page("a", goal="g", target="2026-06"), milestone_page("b", goal="g", depends_on="a")]
    made = goal(*own, milestone_page("far", goal="h"))
    assert [(r.title, r.note) for r in made.next] == [("A", "due Jun 2026")]
    assert goal(milestone_page("a", goal="g", status="active")).next == ()


def test_goal_shows_the_ladder_of_its_own_milestones() -> None:
    own = [post(f"2026-01-0{n}", milestone=f"m{n}", goal="g", status="done", scope=n) for n in (1, 2, 3)]
    made = goal(*own, post("2026-01-09", milestone="far", goal="h", status="done", scope=1))
    assert made.ladder is not None
    assert [step.milestone.title for step in made.ladder.steps] == ["M1", "M2", "M3"]
    assert goal(*own[:2]).ladder is None


def test_revision_is_told_word_by_word() -> None:
    (revision,) = goal(goal_page("g", description="See well."),
                       post("2026-01-01", goal="g", sharpens="See very well.")).revisions
    assert [(piece.fate, piece.text) for piece in revision.words] == [
        ("kept", "See"), ("added", "very"), ("kept", "well.")]


def test_goal_tells_what_joins_it_to_other_goals() -> None:
    made = goal(
        milestone_page("a", goal="g", depends_on=["far", "b"]), milestone_page("b", goal="g"),
        milestone_page("far", goal="Sound"),
        milestone_page("later", goal="Sound", depends_on=["a", "b"]),
        milestone_page("loose", depends_on="a"))
    assert [(r.title, r.note) for r in made.builds_on] == [("Far", "Sound")]
    assert [(r.title, r.note) for r in made.makes_possible] == [("Later", "Sound"), ("Loose", "")]


def test_goal_lists_its_posts_newest_first_and_who_mentions_it() -> None:
    made = goal(post("2026-01-01", goal="g", title="One"), post("2026-02-01", goal="g", title="Two"))
    assert titles(made.posts) == ["Two", "One"]
    assert [(r.title, r.href) for r in made.mentions] == [("About", "/about.md")]


# --- milestones ---


def test_milestone_tells_what_it_needs_and_makes_possible_with_status_and_foreign_goal() -> None:
    made = milestone(
        milestone_page("m", goal="g", depends_on=["near", "far"], path="roadmap/milestones/m.md"),
        milestone_page("near", goal="g", status="done"), milestone_page("far", goal="Sound"),
        milestone_page("after", goal="g", depends_on="m", status="idea"))
    assert {r.title: r.note for r in made.needed_first} == {"Near": "Done", "Far": "Planned, Sound"}
    assert {r.title: r.note for r in made.makes_possible} == {"After": "Idea"}
    assert titles(made.mentions) == ["A", "B"]


def test_milestone_tells_its_parts_and_its_whole() -> None:
    parts = [milestone_page("a", part_of="m", status="done"), milestone_page("b", part_of="m")]
    whole = milestone(milestone_page("m"), *parts)
    assert titles(branch.ref for branch in whole.parts) == ["A", "B"]
    assert (whole.progress, whole.part_of) == ("1 of 2 done", None)
    part = milestone(milestone_page("m"), *parts, id="a")
    assert part.part_of is not None
    assert (part.part_of.title, part.parts, part.progress) == ("M", (), "")


def test_milestone_lists_eight_levels_of_parts_and_counts_the_rest() -> None:
    parts = [milestone_page(f"m{n}", part_of=f"m{n - 1}") for n in range(1, 12)]
    made = milestone(milestone_page("m0"), *parts, id="m0")
    assert titles(branch.ref for branch in made.parts) == [f"M{n}" for n in range(1, 9)]
    assert made.parts[-1].ref.note == "Planned, 0 of 1 part"
    assert made.progress == "0 of 1 done"


def test_milestone_shows_its_parts_with_their_progress() -> None:
    parts = [milestone_page("a", part_of="m"), milestone_page("b", part_of="a", status="done"),
             milestone_page("c", part_of="a"), milestone_page("d", part_of="m")]
    made = milestone(milestone_page("m"), *parts)
    assert [(b.ref.title, b.ref.note, b.depth) for b in made.parts] == [
        ("A", "Active, 1 of 2 parts", 0), ("B", "Done", 1), ("C", "Planned", 1), ("D", "Planned", 0)]
    assert made.progress == "1 of 3 done"


def test_milestone_names_the_post_that_restated_its_goal_since() -> None:
    restated = post("2026-02-01", milestone="x", goal="g", sharpens="See well.", title="Sharper")
    made = milestone(milestone_page("m", goal="g"), restated)
    assert made.look_again is not None
    assert (made.look_again.title, made.look_again.note) == ("Sharper", "1 Feb 2026")
    assert milestone(milestone_page("m", goal="g"), restated, id="x").look_again is None


def test_milestone_lists_its_posts_oldest_first() -> None:
    made = milestone(post("2026-02-01", milestone="m", title="Two"),
                     post("2026-01-01", milestone="m", title="One"))
    assert [(r.title, r.note) for r in made.posts] == [("One", "1 Jan 2026"), ("Two", "1 Feb 2026")]


def test_milestone_tells_its_kind_in_words() -> None:
    kinds = {kind: milestone(milestone_page("m", kind=kind)).kind
             for kind in (None, "survey", "replication", "extension", "original", "exploration")}
    assert list(kinds.values()) == ["", "survey", "replication", "extension", "original work", "exploration"]


def test_milestone_tells_its_numbers_and_leaves_out_those_nobody_said() -> None:
    estimate = {"effort": 3, "likelihood": 0.5, "impact": 0, "complexity": 2}
    made = milestone(milestone_page("m", estimate=estimate, actual={"effort": 8}))
    assert made.estimated == (
        "Estimated: effort 3, impact 0, likelihood 0.5, complexity 2; in the end: effort 8.")
    assert milestone(milestone_page("m", estimate=estimate)).estimated == (
        "Estimate: effort 3, impact 0, likelihood 0.5, complexity 2.")
    assert milestone(milestone_page("m", actual={"effort": 8})).estimated == "Actual: effort 8."
    assert milestone(milestone_page("m")).estimated == ""


def test_effort_has_the_unit_that_the_site_gives_it() -> None:
    words = words_for("en", {"effort_of": "{n} week | {n} weeks"})
    view = replace(viewer(milestone_page("m", estimate={"effort": 1}, actual={"effort": 2.5})), words=words)
    made = view_of_milestone(view, view.roadmap.milestone["m"], {})
    assert made.estimated == "Estimated: 1 week; in the end: 2.5 weeks."


def test_milestone_tells_what_it_is_what_it_taught_and_what_it_reproduced() -> None:
    made = milestone(milestone_page(
        "m", title="Wings", lessons=["Flap."], replicates={"paper": "Others", "reached": "36.2"}))
    assert made.card.title == "Wings"
    assert made.lessons == ("Flap.",)
    assert [(row.paper, row.reached) for row in made.replications] == [("Others", "36.2")]


def test_milestone_tells_only_the_revisions_it_taught() -> None:
    made = milestone(
        post("2026-01-01", milestone="m", goal="g", sharpens="One."),
        post("2026-02-01", milestone="other", goal="g", sharpens="Two."))
    assert [(r.before, r.after) for r in made.changed] == [("G", "One.")]
    assert milestone(milestone_page("m")).changed == ()


def test_milestone_leads_to_those_before_and_after_it_in_its_goal() -> None:
    entries = [milestone_page(id, goal=of, status="done", started=start) for id, of, start in (
        ("a", "g", "2020"), ("m", "g", "2021"), ("z", "g", "2022"), ("x", "Sound", "2023"))]
    made = milestone(*entries)
    assert made.before is not None
    assert made.after is not None
    assert (made.before.title, made.after.title) == ("A", "Z")
    first, last = milestone(*entries, id="a"), milestone(*entries, id="z")
    assert (first.before, last.after) == (None, None)


# --- posts ---


def test_box_tells_each_milestone_with_the_post_s_place_in_it() -> None:
    first = post("2026-01-01", path="a.md", milestone="m", goal="g", title="One")
    both = post("2026-01-02", path="b.md", milestone=["m", "n"], title="Two")
    last = post("2026-01-03", path="c.md", milestone="m", title="Three")
    made = box("b.md", first, both, last)
    assert [(a.milestone.title, a.nth, a.posts) for a in made.about] == [("M", 2, 3), ("N", 1, 1)]
    assert [(a.before and a.before.title, a.after and a.after.title) for a in made.about] == [
        ("One", "Three"), (None, None)]
    assert [a.goal and a.goal.title for a in made.about] == ["G", None]
    assert made.goal is not None
    assert made.goal.title == "G"


def test_box_tells_what_comes_next_in_the_goal() -> None:
    made = box("a.md", post("2026-01-01", path="a.md", milestone="m", goal="g"),
               milestone_page("next", goal="g", target="2026-09"),
               milestone_page("after", goal="g", depends_on="next"))
    assert made.next_in_goal is not None
    assert (made.next_in_goal.title, made.next_in_goal.note) == ("Next", "due Sep 2026")
    assert box("a.md", post("2026-01-01", path="a.md", milestone="m")).next_in_goal is None
    assert box("a.md", post("2026-01-01", path="a.md", milestone="m", goal="g")).next_in_goal is None


def test_box_tells_who_mentions_the_post() -> None:
    made = box("a.md", post("2026-01-01", path="a.md", goal="g"), mentions={"a.md": (("b.md", "B"),)})
    assert [(r.title, r.href) for r in made.mentions] == [("B", "/b.md")]
    assert made.about == ()


def test_evidence_by_a_relative_link_leads_there_from_the_page_of_the_milestone() -> None:
    evidence = ["../data.md#table", {"title": "D", "url": "d%20e.csv"}, "https://example.org"]
    shown = milestone(post("2026-03-02", path="posts/deep/a.md", milestone="m", evidence=evidence))
    assert [(e.title, e.href) for e in shown.evidence] == [
        ("../data.md#table", "/posts/data.md#table"), ("D", "/posts/deep/d e.csv"),
        ("https://example.org", "https://example.org")]


def test_evidence_says_what_it_is_and_its_number() -> None:
    shown = milestone(post("2026-03-02", milestone="m", evidence=[
        "arXiv:2106.09685", {"value": 0.71, "unit": "F1", "was": 0.64},
        {"title": "On the test set", "value": "3 ms", "url": "https://github.com/ada/calls"}]))
    assert [(e.title, e.href, e.note) for e in shown.evidence] == [
        ("arXiv:2106.09685", "https://arxiv.org/abs/2106.09685", "preprint"),
        ("0.71 F1, before that 0.64 F1", None, "result"),
        ("On the test set", "https://github.com/ada/calls", "code, 3 ms")]


# --- where a milestone was before ---


def test_milestone_says_which_goal_it_served_and_until_when() -> None:
    shown = milestone(post("2026-01-01", goal="Old goal"), milestone_page("m", goal="New goal", history=[
        {"day": "2026-02-03", "moved_from": "Old goal"}, {"day": "2026-03", "moved_from": "gone"}]))
    assert shown.came == (
        ("served another goal until 3 Feb 2026",
         Ref("Old goal", "/roadmap/goals/old-goal.md", Status.ACTIVE)),
        ("served another goal until Mar 2026", None))


def test_both_sides_of_a_split_say_so() -> None:
    entries = (post("2026-01-01", milestone="Whole"), milestone_page("m", title="Half", history=[
        {"day": "2026-02-03", "split_from": "Whole"}]))
    (words, of), = milestone(*entries).came
    assert (words, of and of.title) == ("split off from another milestone 3 Feb 2026", "Whole")
    (words, of), = milestone(*entries, id="whole").came
    assert (words, of and of.title) == ("a part split off 3 Feb 2026", "Half")


def test_history_names_nothing_into_being() -> None:
    view = viewer(milestone_page("m", history=[{"day": "2026-02-03", "moved_from": "Gone"},
                                               {"day": "2026-02-03", "split_from": "m"}]))
    assert (view.roadmap.goals, [m.id for m in view.roadmap.milestones]) == ((), ["m"])
    assert [of for _, of in milestone(milestone_page("m", history=[
        {"day": "2026-02-03", "split_from": "m"}])).came] == [None]
