"""What came out of the work, goal by goal, and where else it stands."""

from __future__ import annotations

from helpers import goal_page, milestone_page, post, viewer_of
from mkdocs_career_roadmap.pages.more.evidence import evidence_page, proven
from mkdocs_career_roadmap.pages.overview import overview_page
from mkdocs_career_roadmap.reading.entry import Entry

WORK = (
    goal_page("sight", title="Sight"),
    post("2026-01-10", milestone="First", goal="Sight", status="done", evidence=["doi:10.1000/1"]),
    post("2026-03-10", milestone="Second", goal="Sight", status="active",
         evidence=["https://github.com/ada/sight", {"value": 0.71, "unit": "F1", "was": 0.64}]),
    post("2026-02-10", milestone="Alone", status="done", evidence=["slides.pptx"]),
    post("2026-02-10", milestone="Nothing", goal="Sight", status="done"),
    milestone_page("undated", goal="Sight", title="Undated", status="done", evidence=["https://example.org/x"]),
)


def rows(*entries: Entry) -> list[tuple[str | None, list[tuple[str, str, list[str]]]]]:
    page = evidence_page(viewer_of(*entries))
    return [(group.goal and group.goal.title,
             [(p.day, p.milestone.title, [f"{e.title}: {e.note}" for e in p.evidence]) for p in group.proofs])
            for group in page.groups]


def test_it_stands_goal_by_goal_the_latest_first() -> None:
    assert rows(*WORK) == [
        ("Sight", [
            ("10 Mar 2026", "Second", [
                "https://github.com/ada/sight: code", "0.71 F1, before that 0.64 F1: result"]),
            ("Jan 2026", "First", ["doi:10.1000/1: paper"]),
            ("", "Undated", ["https://example.org/x: "])]),
        (None, [("Feb 2026", "Alone", ["slides.pptx: talk"])])]


def test_without_evidence_there_is_nothing_to_show() -> None:
    view = viewer_of(post("2026-01-10", milestone="m", goal="g", status="done"))
    assert proven(view.roadmap) == ()
    assert evidence_page(view).groups == ()


def test_proof_of_what_was_reached_stands_with_what_was_finished_last() -> None:
    shown = overview_page(viewer_of(*WORK)).whole
    assert {card.title: [e.title for e in card.evidence] for card in shown.last_finished} == {
        "First": ["doi:10.1000/1"], "Alone": ["slides.pptx"], "Nothing": []}
    assert [card.evidence for card in shown.now] == [()]
