"""What came out of the work, goal by goal, and where else it stands."""

from __future__ import annotations

from dataclasses import replace

from crawl import parse
from helpers import goal_page, milestone_page, post, viewer_of
from mkdocs_career_roadmap.pages.board import board_page
from mkdocs_career_roadmap.pages.more.evidence import evidence_page, proven
from mkdocs_career_roadmap.pages.overview import overview_page
from mkdocs_career_roadmap.pages.post import post_box
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.years import year_page, years
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.identifiers import KINDS
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for

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


def test_pieces_of_each_kind_are_counted_once_whatever_they_prove() -> None:
    twice = post("2026-04-10", milestone="Third", status="done", evidence=["https://github.com/ada/sight"])
    counts = evidence_page(viewer_of(*WORK, twice)).counts
    assert [(c.word, c.n) for c in counts] == [("paper", 1), ("code", 1), ("talk", 1), ("result", 1)]


def test_each_kind_has_a_drawing_of_its_own() -> None:
    drawn = set()
    for kind in KINDS:
        work = post("2026-01-10", milestone="m", status="done",
                    evidence=[{"url": "https://example.org/x", "kind": kind}])
        html = parse(Renderer(Words())("evidence", evidence_page(viewer_of(work))))
        (counted, listed) = [svg[0].get("d") for svg in html.root.iter("{http://www.w3.org/2000/svg}svg")]
        assert counted == listed
        drawn.add(listed)
    assert len(drawn) == len(KINDS)


def test_card_of_the_board_says_how_much_there_is() -> None:
    html = parse(Renderer(Words())("board", board_page(viewer_of(*WORK))))
    cards = {card.split("\n")[0]: "Evidence: 1" in card for card in (
        "".join(li.itertext()).strip() for li in html.all("li") if "cr-card" in li.get("class", ""))}
    assert cards == {"Second": False, "Alone": True, "First": True, "Undated": True, "Nothing": False}


def test_year_shows_what_proves_what_was_reached_in_it() -> None:
    view = viewer_of(*WORK)
    shown = year_page(view, view, 2026, years(view.roadmap))
    assert [(p.milestone.title, [e.title for e in p.evidence]) for p in shown.proofs] == [
        ("First", ["doi:10.1000/1"]), ("Alone", ["slides.pptx"])]


def test_post_shows_what_it_names_and_no_more() -> None:
    view = viewer_of(
        post("2026-01-10", milestone="m", evidence=["https://github.com/ada/sight"]),
        post("2026-02-10", milestone="m", status="done", evidence=["doi:10.1000/1", "doi:10.1000/1"]))
    assert [[e.title for e in post_box(view, p, {}).evidence] for p in view.roadmap.posts] == [
        ["https://github.com/ada/sight"], ["doi:10.1000/1"]]


def test_post_shows_the_evidence_of_each_of_its_milestones() -> None:
    view = viewer_of(post("2026-01-10", milestone=[
        {"milestone": "m", "status": "done", "evidence": ["doi:10.1000/1"]},
        {"milestone": "n", "status": "done", "evidence": ["doi:10.1000/2"]}]))
    box = post_box(view, view.roadmap.posts[0], {})
    assert [(e.title, e.kind) for e in box.evidence] == [("doi:10.1000/1", "paper"), ("doi:10.1000/2",
                                                                                      "paper")]


def test_numbers_with_words_keep_their_order_among_those_of_another_direction() -> None:
    view = viewer_of(post("2026-01-10", milestone="First", status="done", evidence=[
        {"title": "Sown twice", "value": "4 of 24", "was": "10 of 24"}]))
    view = replace(view, words=words_for("ar"))
    (group,) = evidence_page(view).groups
    assert group.proofs[0].evidence[0].note == "نتيجة، \u20684 of 24\u2069، وقبل ذلك \u206810 of 24\u2069"
