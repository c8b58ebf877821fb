"""Hints for the author, and where they stand."""

from __future__ import annotations

import pytest
from helpers import fold_of, milestone_page, post
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap.advice import advice
from mkdocs_career_roadmap.vocabulary.settings import Settings


def told(*entries: Entry, as_of: str = "2026-04-01", **settings: int) -> list[str]:
    roadmap = fold_of(*entries, as_of=as_of)
    return [f"{p.code} {p.place}" for p in advice(entries, roadmap, Settings(**settings))]  # type: ignore[arg-type]


# --- what did this change? ---


def done(**fields: object) -> Entry:
    return post("2026-03-02", path="a.md", milestone="m", goal="g", status="done", **fields)


def test_what_is_done_is_asked_what_it_changed_where_a_post_says_so() -> None:
    assert told(done()) == ["no-lesson a.md:5:9"]


@pytest.mark.parametrize("fields", [
    {"lessons": "Ask."}, {"evidence": "https://example.org"}, {"sharpens": "See well."},
    {"replicates": {"claimed": 1, "reached": 1}}])
def test_what_came_of_it_is_the_answer(fields: dict[str, object]) -> None:
    assert told(done(**fields)) == []


@pytest.mark.parametrize(("as_of", "asked"), [("2027-03-02", True), ("2027-03-03", False)])
def test_after_a_year_nobody_is_asked(as_of: str, asked: bool) -> None:
    assert told(done(), as_of=as_of) == ["no-lesson a.md:5:9"] * asked


def test_an_earlier_post_may_have_the_answer() -> None:
    assert told(post("2026-03-01", milestone="m", lessons="Ask."), done()) == []


def test_a_page_that_tells_of_former_work_is_not_asked() -> None:
    assert told(milestone_page("m", status="done", finished="2020")) == []


def test_a_post_without_a_day_is_not_asked() -> None:
    assert told(post(milestone="m", status="done")) == []


def test_of_a_whole_and_its_parts_the_whole_is_asked_once() -> None:
    part = post("2026-03-01", milestone="p", part_of="m", status="done")
    assert told(part, done()) == ["no-lesson a.md:5:9"]


def test_a_lesson_of_a_part_is_one_of_its_whole() -> None:
    part = post("2026-03-01", milestone="p", part_of="m", status="done", lessons="Ask.")
    assert told(part, done()) == []


# --- what proves it? ---


def proven(**fields: object) -> Entry:
    return done(**{"lessons": "Ask.", "scope": "paper", **fields})


@pytest.mark.parametrize(("scope", "asked"), [
    ("exercise", 0), ("project", 0), ("paper", 1), (5, 1), (None, 0)])
def test_large_work_with_a_lesson_alone_is_asked_what_proves_it(scope: object, asked: int) -> None:
    assert told(proven(scope=scope)) == ["no-evidence a.md:5:9"] * asked


@pytest.mark.parametrize("fields", [
    {"evidence": "https://example.org"}, {"replicates": {"claimed": 1, "reached": 1}}])
def test_evidence_or_a_replication_proves_it(fields: dict[str, object]) -> None:
    assert told(proven(**fields)) == []


def test_evidence_of_a_part_proves_its_whole_and_no_part_is_asked() -> None:
    part = post("2026-03-01", milestone="p", part_of="m", status="done", scope="paper", lessons="Ask.")
    assert told(part, proven()) == ["no-evidence a.md:5:9"]
    shown = post("2026-03-01", milestone="q", part_of="m", status="done", evidence="https://example.org")
    assert told(part, shown, proven()) == []


def test_after_a_year_nobody_is_asked_what_proves_it() -> None:
    assert told(proven(), as_of="2027-03-03") == []


# --- what was decided? ---


def open_decision(written: str = "2026-01-01", **fields: object) -> Entry:
    return post(written, path="a.md", milestone="m", status="planned",
                decisions=[{"question": "Wait?", **fields}])


@pytest.mark.parametrize(("as_of", "asked"), [
    ("2026-03-03", 0), ("2026-03-04", 1), ("2027-03-03", 1), ("2027-03-04", 0)])
def test_decision_is_asked_for_from_the_day_after_its_target_for_a_year(as_of: str, asked: int) -> None:
    assert told(open_decision(target="2026-03-03"), as_of=as_of) == ["open-decision a.md:5:12"] * asked


@pytest.mark.parametrize(("as_of", "asked"), [
    ("2026-01-31", 0), ("2026-02-01", 1), ("2027-01-31", 1), ("2027-02-01", 0)])
def test_decision_without_a_target_is_asked_for_when_its_post_is_stale(as_of: str, asked: int) -> None:
    assert told(open_decision(), as_of=as_of, stale_after=30) == ["open-decision a.md:5:12"] * asked


def test_decision_that_was_made_or_is_to_be_made_later_is_not_asked_for() -> None:
    assert told(open_decision(decided="no")) == []
    assert told(open_decision(target="2026-04-01")) == []
    assert told(post(None, milestone="m", decisions=[{"question": "Wait?"}])) == []


def test_another_post_may_have_the_answer_to_the_same_question() -> None:
    answer = post("2026-03-05", milestone="m", decisions=[{"question": "wait?", "decided": "no"}])
    assert told(open_decision(target="2026-03-03"), answer) == []


def test_question_that_is_not_public_is_in_no_message() -> None:
    for visibility, is_named in (("public", True), ("private", False), (None, False)):
        entry = open_decision(target="2026-03-03", visibility=visibility)
        (asked,) = advice([entry], fold_of(entry, as_of="2026-04-01"), Settings())
        assert ("Wait?" in asked.message) is is_named


# --- stale, overdue, to be looked at again ---


def test_stale_stands_at_the_latest_status() -> None:
    first = post("2025-03-01", path="a.md", milestone="m", status="active")
    assert told(first, post("2025-03-02", milestone="m")) == ["stale a.md:4:9"]


def test_stale_without_a_status_stands_where_the_milestone_was_first_named() -> None:
    assert told(post("2025-03-01", path="a.md", milestone="m")) == ["stale a.md:3:12"]


def test_the_site_says_when_something_is_stale() -> None:
    written = post("2026-03-01", path="a.md", milestone="m")
    assert told(written) == []
    assert told(written, stale_after=30) == ["stale a.md:3:12"]


def test_overdue_stands_at_the_target_that_counts() -> None:
    page = milestone_page("m", path="m.md", target="2025", status="planned")
    assert told(page) == ["overdue m.md:4:9"]
    later = post("2026-03-01", path="a.md", milestone="m", target="2026-03-15")
    assert told(page, later) == ["overdue a.md:4:9"]


def test_a_dated_page_after_the_posts_has_the_last_word() -> None:
    page = milestone_page("m", path="m.md", date="2026-03-09", target="2026-03-20")
    written = post("2026-03-01", milestone="m", target="2026-03-15")
    assert told(page, written) == ["overdue m.md:5:9"]


@pytest.mark.parametrize("status", ["idea", "paused", "done", "dropped"])
def test_only_what_is_planned_or_active_is_told_to_be_late(status: str) -> None:
    written = post("2026-03-01", milestone="m", target="2026-03-15", status=status, lessons="Ask.")
    assert told(written) == []


@pytest.mark.parametrize("status", ["paused", "dropped"])
def test_what_was_put_aside_comes_back_on_its_day(status: str) -> None:
    rest = post("2026-03-01", path="a.md", milestone="m", status=status, revisit="2026-04-02")
    assert told(rest) == []
    assert told(rest, as_of="2026-04-02") == ["revisit-due a.md:5:10"]


def test_a_page_may_put_aside_what_no_post_is_about() -> None:
    page = milestone_page("m", path="m.md", status="paused", revisit="2026")
    assert told(page) == ["revisit-due m.md:5:10"]


def test_a_post_on_that_day_or_later_settles_it() -> None:
    rest = post("2026-03-01", milestone="m", status="paused", revisit="2026-03-20")
    assert told(rest, post("2026-03-20", milestone="m")) == []


def test_what_was_taken_up_again_needs_no_reminder() -> None:
    rest = post("2026-02-01", milestone="m", status="paused", revisit="2026-03-20")
    assert told(rest, post("2026-03-10", milestone="m", status="active")) == []


# --- focus ---


def active(n: int, day: str | None, **fields: object) -> Entry:
    return post(day, path=f"{n}.md", milestone=f"m{n}", **fields)


def test_of_too_many_the_one_touched_longest_ago_is_named() -> None:
    three = [active(1, "2026-03-02"), active(2, "2026-03-01"), active(3, "2026-03-03")]
    assert told(*three) == ["over-focus 2.md:3:12"]
    assert told(*three, focus_limit=3) == []


def test_what_nobody_wrote_about_on_a_known_day_was_touched_longest_ago() -> None:
    page = milestone_page("old", path="old.md", status="active")
    entries = [active(1, "2026-03-02"), active(2, "2026-03-01"), page]
    roadmap = fold_of(*entries, as_of="2026-04-01")
    (problem,) = advice(entries, roadmap, Settings())
    assert problem.place.path == "old.md"
    assert "nothing was written about 'Old' so far" in problem.message


def test_explorations_do_not_count() -> None:
    exploring = active(3, "2026-03-01", kind="exploration")
    assert told(active(1, "2026-03-02"), active(2, "2026-03-01"), exploring) == []


def test_nothing_is_told_of_an_empty_roadmap() -> None:
    assert advice([], fold_of(as_of="2026-04-01"), Settings()) == []


# --- a start that passed ---


@pytest.mark.parametrize("status", [None, "planned", "idea"])
def test_a_start_that_passed_of_what_is_not_begun_is_a_hint(status: str | None) -> None:
    page = milestone_page("m", path="m.md", started="2026-01", status=status)
    assert told(page) == ["overdue m.md:4:10"]


def test_a_start_to_come_or_within_the_year_that_runs_is_fine() -> None:
    assert told(milestone_page("m", started="2027-05"), milestone_page("n", started="2026")) == []


def test_a_start_of_what_was_put_back_among_the_plans_is_fine() -> None:
    assert told(
        post("2026-03-01", milestone="m", status="active", started="2026-02"),
        post("2026-03-05", milestone="m", status="planned")) == []
