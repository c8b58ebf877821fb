"""Reports: which things stand in which, on what days, and what stays private."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from each import each
from helpers import day, fold_of, goal_page, milestone_page, post, viewer_of
from mkdocs_career_roadmap.pages.report.audiences import report
from mkdocs_career_roadmap.pages.report.page import day_before, first_day
from mkdocs_career_roadmap.pages.report.shapes import AUDIENCES, Report, ReportItem, ToldOf
from mkdocs_career_roadmap.pages.report.writer import Asked, whole_sentences
from mkdocs_career_roadmap.reading.entry import Entry, Evidence
from mkdocs_career_roadmap.vocabulary.bibliography.work import Author, Work
from mkdocs_career_roadmap.vocabulary.person import Person, Profile
from mkdocs_career_roadmap.vocabulary.settings import Settings

SINCE = "2026-01-01"


def made(audience: str, *entries: Entry, since: str = SINCE, **asked: Any) -> Report:
    then = fold_of(*entries, as_of=day_before(day(since)).isoformat())
    return report(viewer_of(*entries), then, audience, Asked(day(since), **asked))


def items(of: Report, name: str) -> list[ReportItem]:
    return [item for s in of.sections if s.name == name for group in s.groups for item in group.items]


def titles(of: Report, name: str) -> list[str]:
    return [item.title for item in items(of, name)]


def said(item: ReportItem) -> list[str]:
    return [one.text or ", ".join(link.title for link in one.links) for one in item.said]


def test_an_empty_roadmap_has_a_report_without_sections() -> None:
    for audience in ("committee", "review", "mentor", "cv"):
        assert made(audience).sections == ()


def test_only_what_was_done_in_these_days_is_told_the_latest_first() -> None:
    of = made("committee", post("2025-12-31", goal="G", milestone="old", status="done"),
              post("2026-01-01", goal="G", milestone="first", status="done"),
              post("2026-02-01", goal="G", milestone="later", status="done"))
    assert titles(of, "done_since") == ["Later", "First"]


def test_one_paper_in_two_spellings_is_one_reference() -> None:
    of = made("committee",
              post("2026-02-01", milestone="a", status="done", evidence=["https://arxiv.org/abs/2101.00001"]),
              post("2026-03-01", milestone="b", status="done", evidence=["arXiv:2101.00001v2"]))
    assert [e.number for e in of.references] == [1]
    assert [e.number for item in items(of, "done_since") for e in item.proof] == [1, 1]


def test_a_moved_target_is_told_with_the_one_of_before() -> None:
    of = made("committee", post("2025-06-01", milestone="m", status="active", target="2026-03-01"),
              post("2026-02-01", milestone="m", target="2027-03-01"))
    assert items(of, "changed_plan")[0].facts == ("Active", "planned for 1 Mar 2026, now 1 Mar 2027")


def test_what_was_done_after_its_day_is_told_as_late() -> None:
    of = made("committee", post("2025-06-01", milestone="m", status="active", target="2026-03"),
              post("2026-04-02", milestone="m", status="done"))
    assert "planned for Mar 2026, done 2 Apr 2026" in items(of, "changed_plan")[0].facts


def test_dropped_and_paused_are_told_with_their_reason() -> None:
    of = made("committee", post("2026-02-01", milestone="a", status="dropped", reason="No data."),
              post("2026-03-01", milestone="b", status="paused", reason="No time."),
              post("2025-03-01", milestone="c", status="dropped", reason="Long ago."))
    assert {i.title: said(i)[0] for i in items(of, "changed_plan")} == {"A": "No data.", "B": "No time."}


def test_a_sharpened_goal_is_told_with_what_it_was_and_why() -> None:
    entries = (goal_page("g", title="G", description="Wide."),
               post("2026-02-01", goal="g", milestone="m", status="active", sharpens="Narrow.",
                    description="It was too wide."))
    of = made("committee", *entries)
    assert said(items(of, "where_it_leads")[0]) == ["Narrow.", "Wide."]
    assert said(items(of, "changed_plan")[0]) == ["It was too wide.", "M"]  # what it is, it says above
    assert said(items(made("review", *entries), "changed_plan")[0]) == [
        "Narrow.", "Wide.", "It was too wide.", "M"]


def test_lessons_of_these_days_are_told_in_the_words_of_the_post() -> None:
    of = made("committee", post("2026-02-01", milestone="m", lessons=["Check the clocks."]),
              post("2025-02-01", milestone="m", lessons=["Long ago."]))
    assert [said(i)[0] for i in items(of, "did_not_work")] == ["Check the clocks."]


def test_next_steps_have_their_days_and_what_they_wait_for() -> None:
    of = made("committee", milestone_page("n", goal="G", status="planned", target="2027-05", depends_on="m"),
              post("2026-02-01", goal="G", milestone="m", status="active"))
    assert [(i.title, i.facts, said(i)) for i in items(of, "what_next")] == [
        ("N", ("Planned", "due May 2027"), ["M"])]


def test_what_is_under_way_is_next_where_nothing_is_planned() -> None:
    entries = (post("2026-02-01", goal="G", milestone="m", status="active", depends_on="idea"),
               milestone_page("idea", status="idea"))
    assert titles(made("committee", *entries), "what_next") == ["M"]
    of = made("committee", *entries, milestone_page("n", status="planned"))
    assert titles(of, "what_next") == ["N"]
    assert said(items(of, "under_way")[0])[-1] == "Idea"  # what it waits for


def test_post_without_a_description_is_told_by_how_it_begins() -> None:
    of = made("review", post("2026-02-01", goal="G", milestone="m", status="done", body="It runs."),
              post("2026-02-02", goal="G", milestone="n", status="done", body="It ran. Then it",
                   description="Said."),
              post("2026-02-03", goal="G", milestone="o", status="done", title="No words"))
    assert {i.title: said(i) for i in items(of, "results")} == {
        "M": ["It runs."], "N": ["Said."], "O": ["No words"]}


@each(("cut", "whole"), [
    ("It runs well. And then the\u2026", "It runs well."),
    ("\u201cIt runs well.\u201d And then the\u2026", "\u201cIt runs well.\u201d"),
    ("\u8dd1\u8d77\u6765\u4e86\u3002\u7136\u540e\u2026", "\u8dd1\u8d77\u6765\u4e86\u3002"),
    ("We asked Prof. Ada about e.g. the\u2026", "We asked Prof. Ada about e.g. the\u2026"),
    ("Not cut at all. Or is", "Not cut at all. Or is"), ("", "")])
def test_beginning_that_was_cut_ends_with_a_sentence_if_it_has_one(cut: str, whole: str) -> None:
    assert whole_sentences(cut) == whole


def test_reason_stands_in_the_place_of_what_posts_say_and_what_is_told_above_is_not_told_again() -> None:
    of = made("committee",
              post("2026-02-01", milestone="a", status="paused", reason="No key.", body="Words."),
              post("2026-02-02", milestone="b", status="dropped", body="It was no use."),
              post("2026-02-03", milestone="c", status="done", target="2026-01-02", body="At last."))
    assert {i.title: said(i) for i in items(of, "changed_plan")} == {
        "A": ["No key."], "B": ["It was no use."], "C": []}


def test_another_goal_is_left_out_where_one_is_asked_for() -> None:
    of = made("committee", post("2026-02-01", goal="A", milestone="a", status="done"),
              post("2026-02-01", goal="B", milestone="b", status="done", lessons=["Of b."]), goal="a")
    assert titles(of, "done_since") == ["A"]
    assert titles(of, "where_it_leads") == ["A"]
    assert items(of, "did_not_work") == []


def test_a_private_decision_is_told_only_where_it_is_asked_for() -> None:
    asked = {"question": "Wait?", "predicted": "no", "confidence": 60, "target": "2027-01-02"}
    entry = post("2026-02-01", milestone="m", decisions=[asked])
    assert items(made("mentor", entry), "to_decide") == []
    of = made("mentor", entry, keep_private=True)
    assert titles(of, "to_decide") == ["Wait? (private)"]
    assert items(of, "to_decide")[0].facts == ("1 Feb 2026", "due 2 Jan 2027")
    assert items(of, "to_decide")[0].said[0].label == "predicted, 60 % sure"
    assert of.warning


def test_a_mentor_is_told_what_waits_is_late_or_was_put_aside() -> None:
    of = made("mentor", post("2026-12-01", milestone="m", status="active", depends_on="n"),
              post("2026-12-02", milestone="late", status="active", target="2026-12-03"),
              post("2026-12-03", milestone="p", status="paused", reason="No key."),
              post("2026-12-04", milestone="fine", status="active"))
    assert {i.title for i in items(of, "stuck")} == {"M", "Late", "P"}


def test_a_review_tells_of_a_larger_scope_and_of_people() -> None:
    of = made("review", post("2025-02-01", goal="G", milestone="a", status="done", scope=1),
              post("2026-02-01", goal="G", milestone="b", status="done", scope=3, **{"with": ["Ada"]}))
    assert items(of, "work_grew")[0].facts == ("largest before: exercise", "largest now: paper")
    assert titles(of, "worked_with") == ["Ada"]


def test_a_curriculum_vitae_has_outputs_by_kind_and_talks_apart() -> None:
    evidence = [{"title": "P", "url": "https://example.org/p", "kind": "paper"},
                {"title": "T", "url": "https://example.org/t", "kind": "talk"}]
    of = made("cv", post("2024-02-01", milestone="m", status="done", evidence=evidence), since="0001-01-01")
    assert titles(of, "outputs") == ["P"]
    assert titles(of, "kinds_talk") == ["T"]
    assert titles(of, "finished_work") == ["M"]


def test_a_curriculum_vitae_begins_with_its_person_and_no_other_report_does() -> None:
    person = Person(name="Ada", about="I weave.", looking_for="Looms.", profiles=(
        Profile("mail", "mailto:ada@example.org", "ada@example.org"),))
    entry = post("2026-02-01", milestone="m", status="done")
    view = replace(viewer_of(entry), settings=Settings(person=person))
    said = {audience: report(view, fold_of(entry, as_of="2025-12-31"), audience, Asked(day(SINCE))).opening
            for audience in AUDIENCES}
    assert said.pop("cv")[:2] == (ToldOf("", "I weave."), ToldOf("Looking for", "Looms."))
    assert set(said.values()) == {()}
    assert made("cv", entry).opening == ()


def test_number_of_an_output_is_told_with_the_one_of_before() -> None:
    number = {"title": "Lost rows", "value": 4, "was": 10}
    of = made("cv", post("2026-02-01", milestone="m", status="done", evidence=[number]))
    assert items(of, "outputs")[0].facts == ("2026", "4, before that 10", "M")


def test_a_report_begins_a_year_or_for_a_mentor_three_months_before_its_last_day() -> None:
    assert first_day(day("2024-02-29")) == day("2023-02-28")
    assert first_day(day("2026-05-31"), "mentor") == day("2026-02-28")
    assert first_day(day("2026-02-15"), "mentor") == day("2025-11-15")
    assert first_day(day("0001-05-01")) == first_day(day("2024-02-29"), "cv") == day("0001-01-01")


@pytest.mark.parametrize(("year", "facts"), [
    ((2025,), ("Smith & Roe 2025, J", "M")), ((), ("Smith & Roe, J", "2026", "M"))])
def test_a_work_of_the_bibliography_says_who_wrote_it_in_a_cv(
    year: tuple[int, ...], facts: tuple[str, ...]
) -> None:
    authors = (Author("Smith"), Author("Roe"))
    work = Work(key="a", type="article-journal", title="T", authors=authors, day=year,
                venue="J", url="https://example.org")
    entry = replace(post("2026-02-01", milestone="m", status="done"),
                    evidence=(Evidence("T", work.url, kind="paper", work=work),))
    assert [item.facts for item in items(made("cv", entry), "outputs")] == [facts]


@pytest.mark.parametrize(("numbers", "told"), [
    ({"metric": "accuracy", "claimed": "0.7", "reached": "0.6"}, "claimed 0.7, reached 0.6 (accuracy) [1]"),
    ({"metric": "accuracy"}, "accuracy [1]"), ({"claimed": "0.7"}, "claimed 0.7 [1]")])
def test_a_replication_is_told_with_words_of_ours_first(numbers: dict[str, str], told: str) -> None:
    done = post("2026-02-03", milestone="x", status="done", kind="replication",
                replicates={"paper": "Ada 1843"} | numbers)
    assert told in said(items(made("committee", done), "done_since")[0])
