"""One post with an outcome for each of its milestones says what a post for each would say."""

from __future__ import annotations

from typing import Any

from depth import tries
from helpers import codes_of, fold_of, history, milestone_page, post, problems_of, viewer_of
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.more.lessons import chapters
from mkdocs_career_roadmap.pages.post import post_box
from mkdocs_career_roadmap.roadmap.advice import advice
from mkdocs_career_roadmap.roadmap.model import Milestone
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.settings import Settings

_SAID = st.fixed_dictionaries({}, optional={
    "status": st.sampled_from([str(status) for status in Status]),
    "finished": st.sampled_from(["2026-02", "2026-03-01"]),
    "reason": st.just("Rain."),
    "revisit": st.just("2027"),
    "lessons": st.lists(st.sampled_from(["Ask.", "Wait."]), min_size=1, unique=True),
    "evidence": st.sampled_from(["https://a.example", ["b.pdf"]]),
})
_OUTCOMES = st.dictionaries(st.sampled_from("abcd"), _SAID, min_size=1)


def told(m: Milestone) -> tuple[Any, ...]:
    return (m.status, history(m), m.started, m.finished, m.reason, m.revisit, m.lessons, m.evidence)


@tries(100)
@given(st.lists(_OUTCOMES, min_size=1, max_size=3), st.none() | st.sampled_from(["done", "paused"]))
def test_law_one_post_says_what_a_post_for_each_milestone_would(
    reviews: list[dict[str, dict[str, Any]]], status: str | None
) -> None:
    one = [post(f"2026-03-0{day}", path=f"{day}.md", status=status, lessons="Ours.",
                milestones=[{"milestone": id, **said} for id, said in review.items()])
           for day, review in enumerate(reviews, 1)]
    many = [post(f"2026-03-0{day}", path=f"{day}{id}.md", milestone=id, **{
                "status": status, **said, "lessons": ["Ours.", *said.get("lessons", ())]})
            for day, review in enumerate(reviews, 1) for id, said in review.items()]
    assert {m.id: told(m) for m in fold_of(*one).milestones} == {
        m.id: told(m) for m in fold_of(*many).milestones}
    assert sorted(codes_of(*one)) == sorted(codes_of(*many))


def test_outcome_that_names_a_milestone_by_its_title_is_that_milestone_s() -> None:
    roadmap = fold_of(milestone_page("m", title="Read it"),
                      post("2026-03-01", milestones={"Read it": "done", "Do it": "paused"}))
    assert {m.id: m.status for m in roadmap.milestones} == {"m": "done", "do-it": "paused"}
    assert [(said.milestone, said.status) for said in roadmap.posts[0].outcomes] == [
        ("m", "done"), ("do-it", "paused")]


def test_id_and_title_in_one_post_are_one_milestone_with_one_outcome() -> None:
    page = milestone_page("m", title="Read it")
    for milestones in (["m", {"Read it": "done"}], [{"m": "done"}, "Read it"]):
        (m,) = fold_of(page, post("2026-03-01", milestones=milestones)).milestones
        assert (m.status, len(m.posts)) == ("done", 1)
    twice = post("2026-03-01", path="p.md", milestones=[{"m": "done"}, {"Read it": "paused"}])
    assert [str(p) for p in problems_of(page, twice)] == [
        ("p.md:3:30: error: 'Read it' has two outcomes in one post; keep one of the two (see p.md:3:15) "
         "[duplicate-key]")]


def test_status_of_one_milestone_in_a_post_without_a_date_is_told_where_it_stands() -> None:
    (told,) = problems_of(post(None, path="p.md", milestones={"a": "done", "b": None}))
    assert str(told).startswith("p.md:2:19: hint: status changes something, but the post has no date")


def test_advice_stands_where_the_outcome_is_written() -> None:
    entries = [milestone_page("m", title="Read it"),
               post("2026-03-01", path="p.md", milestones={"b": "active", "Read it": "done"})]
    assert [str(p.place) for p in advice(entries, fold_of(*entries), Settings(stale_after=9999))] == [
        "p.md:3:40"]


def test_lesson_of_one_milestone_stands_with_that_one_alone() -> None:
    roadmap = fold_of(post("2026-03-01", goal="g", lessons="Ours.", milestones=[
        "a", {"milestone": "b", "status": "dropped", "lessons": "Mine."}]))
    (chapter,) = chapters(roadmap)
    ((dropped, taught),) = chapter.dropped
    assert (dropped.id, [(t.lessons, t.about) for t in taught]) == (
        "b", [(("Ours.",), ("a", "b")), (("Mine.",), ("b",))])
    assert {m.id: m.lessons for m in roadmap.milestones} == {"a": ("Ours.",), "b": ("Ours.", "Mine.")}


def test_box_of_the_post_shows_each_milestone_with_its_status() -> None:
    view = viewer_of(post("2026-03-01", milestones={"a": "done", "b": "partial"}),
                     post("2026-04-01", milestone="a"))
    box = post_box(view, view.roadmap.posts[0], {})
    assert [(about.milestone.title, about.milestone.status) for about in box.about] == [
        ("A", "done"), ("B", "partial")]
