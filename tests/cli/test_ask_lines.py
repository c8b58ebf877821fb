"""The roadmap as plain lines of words."""

from __future__ import annotations

from helpers import day, fold_of, goal_page, milestone_page, post
from mkdocs_career_roadmap.cli.ask import decision_lines, log_lines, next_lines
from mkdocs_career_roadmap.roadmap.model import Roadmap
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for

STORY = fold_of(
    goal_page("g", title="Vision", description="See.", path="g.md"),
    post("2026-03-01", path="a.md", milestone="One", goal="g"),
    post("2026-03-02 10:00", path="a2.md", milestone="One", status="active"),
    post("2026-03-02 09:00", path="b.md", milestone="One", status="paused"),
    post("2026-03-03", path="c.md", milestone="One", status="done", sharpens="See well."))


def log(since: str, language: str = "en") -> list[str]:
    return log_lines(STORY, day(since), words_for(language))


def test_the_log_has_a_line_for_each_change_from_that_day_on() -> None:
    assert log("2026-03-03") == [
        "2026-03-03  Vision: sharpened, “See well.” (c.md)",
        "2026-03-03  One: Done (c.md)"]


def test_changes_of_one_day_are_told_as_they_were_written() -> None:
    assert log("2026-03-02")[:2] == ["2026-03-02  One: Paused (b.md)", "2026-03-02  One: Active (a2.md)"]


def test_where_nothing_changed_there_are_no_lines() -> None:
    assert log("2026-03-04") == []


def test_lines_are_in_the_language_of_the_site() -> None:
    assert log("2026-03-03", "de")[1] == "2026-03-03  One: Erledigt (c.md)"


def next_of(roadmap: Roadmap) -> list[str]:
    return next_lines(roadmap, Words())


def test_what_is_free_to_begin_stands_below_its_goal() -> None:
    assert next_of(fold_of(milestone_page("a", goal="Vision"))) == ["Vision", "  Free to begin: A"]


def test_the_longest_way_is_told_from_two_steps_on() -> None:
    assert next_of(fold_of(milestone_page("a", goal="Vision"),
                           milestone_page("b", goal="Vision", depends_on="a"))) == [
        "Vision", "  Free to begin: A", "  The longest way still to go: A → B"]


def test_what_is_active_comes_first_its_goal_too_and_what_serves_none_last() -> None:
    assert next_of(fold_of(
        milestone_page("a", goal="Hearing"), milestone_page("b", goal="Vision"),
        milestone_page("c", goal="Vision", status="active"), milestone_page("d"))) == [
        "Vision", "  Active: C", "  Free to begin: B", "Hearing", "  Free to begin: A",
        "Without a goal yet", "  Free to begin: D"]


def test_a_goal_of_which_nothing_is_open_has_no_lines() -> None:
    assert next_of(STORY) == []


def decided(
    *decisions: dict[str, object], written: str | None = "2026-03-01", keep_private: bool = True
) -> list[str]:
    roadmap = fold_of(post(written, path="a.md", milestone="One", decisions=list(decisions)))
    return decision_lines(roadmap, Words(), keep_private=keep_private)


def test_a_decision_is_told_with_what_was_predicted_and_why_it_went_otherwise() -> None:
    asked = {"question": "Stop?", "predicted": "yes", "confidence": 70, "decided": "no", "by": "Ada",
             "why": "It works."}
    assert decided(asked) == [
        "2026-03-01  Stop? (Not as predicted)", "  predicted, 70 % sure: yes", "  decided by Ada: no",
        "  It works."]


def test_a_decision_tells_no_more_than_was_written() -> None:
    assert decided({"question": "Stop?", "predicted": "yes"}, written=None) == [
        "Stop? (Not decided yet)", "  predicted: yes"]
    assert decided({"question": "Stop?", "predicted": "yes", "decided": "yes"}) == [
        "2026-03-01  Stop? (As predicted)", "  predicted: yes", "  decided: yes"]


def test_private_decisions_are_told_only_where_they_are_kept() -> None:
    asked = {"question": "Leave?", "predicted": "yes"}
    assert decided(asked, keep_private=False) == []
    assert decided({**asked, "visibility": "public"}, keep_private=False) != []


def test_the_rate_is_told_from_twenty_decisions_on() -> None:
    asked = [{"question": f"Q{n}", "predicted": "yes", "confidence": 70, "decided": "yes"} for n in range(20)]
    assert decided(*asked)[-2:] == ["20 of 20 predictions were right.", "  60-80 %: 20/20"]
    assert "predictions" not in decided(*asked[:19])[-1]
