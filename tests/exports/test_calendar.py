"""`roadmap.ics`: what calendars read of it, by another reader of the format."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from helpers import fold_of, goal_page, milestone_page, post
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar
from mkdocs_career_roadmap.exports.calendar import WIDTH, calendar, folded
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for
from roadmap.test_fold_laws import ANY_SITE, law

ADDRESS = "https://example.org/ada/roadmap/roadmap.ics"


def url(path: str) -> str | None:
    return None if path == "gone.md" else f"https://example.org/ada/{path}"


def text_of(
    *entries: Entry, title: str = "Roadmap", address: str = ADDRESS, words: Words | None = None
) -> str:
    return calendar(fold_of(*entries), words or Words(), title, address, url)


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def days(*entries: Entry) -> list[str]:
    return [f"{e.decoded('DTSTART')} {e['SUMMARY']}" for e in events(text_of(*entries))]


# --- which days it has ---


def test_it_has_the_targets_of_all_that_is_open_the_first_first() -> None:
    assert days(
        goal_page("g", title="Sight", target="2029-01-31"),
        *(post("2026-01-10", milestone=status, status=status, target=f"2027-01-0{n}")
          for n, status in enumerate(("done", "dropped", "paused", "active", "planned", "idea"), 1)),
    ) == ["2027-01-03 Paused: due 3 Jan 2027", "2027-01-04 Active: due 4 Jan 2027",
          "2027-01-05 Planned: due 5 Jan 2027", "2027-01-06 Idea: due 6 Jan 2027",
          "2029-01-31 Sight: due 31 Jan 2029"]


def test_it_has_the_days_to_look_again_at_what_was_put_aside() -> None:
    assert days(
        goal_page("g", title="Sight", status="dropped", revisit="2027-01-01"),
        *(post("2026-01-10", milestone=status, status=status, revisit="2027-02-01")
          for status in ("done", "paused", "active")),
    ) == ["2027-01-01 Sight: look again 1 Jan 2027", "2027-02-01 Paused: look again 1 Feb 2027"]


@pytest.mark.parametrize(("written", "target", "revisit"), [
    ("2027", date(2027, 12, 31), date(2027, 1, 1)),
    ("2028-02", date(2028, 2, 29), date(2028, 2, 1)),
    ("9999", date(9999, 12, 31), date(9999, 1, 1)),
    ("2027-Q3", date(2027, 9, 30), date(2027, 7, 1)),
    ("2027-H1", date(2027, 6, 30), date(2027, 1, 1)),
])
def test_month_and_year_stand_on_their_last_day_or_first_and_say_so(
    written: str, target: date, revisit: date
) -> None:
    found = events(text_of(
        post("2026-01-10", milestone="m", status="paused", target=written, revisit=written)))
    assert {e.decoded("DTSTART") for e in found} == {target, revisit}
    assert all(e["DESCRIPTION"].startswith("No exact day is set, only ") for e in found)


def test_exact_day_says_nothing_of_that() -> None:
    (event,) = events(text_of(post("2026-01-10", milestone="m", target="2027-01-01")))
    assert "DESCRIPTION" not in event


def test_it_is_a_calendar_without_a_day_as_well() -> None:
    for entries in ((), (post("2026-01-10", milestone="m"),)):
        read = Calendar.from_ical(text_of(*entries))
        assert (read.walk("VEVENT"), read.errors, read.calendar_name) == ([], [], "Roadmap")
        assert read.subcomponents  # it must have some


# --- what an event says ---


def test_event_says_what_it_is_about_and_leads_there() -> None:
    (event,) = events(text_of(
        milestone_page("m", path="m.md", description="A, b; c\\n.", status="paused", reason="Rest.",
                       revisit="2027-01-01")))
    assert event["DESCRIPTION"] == "A, b; c\\n.\nRest."
    assert event["URL"] == "https://example.org/ada/m.md"
    assert event["TRANSP"] == "TRANSPARENT"
    assert event.decoded("DTSTAMP") == datetime(2026, 12, 31, tzinfo=UTC)
    assert event.decoded("DTEND") == date(2027, 1, 2)


def test_address_of_an_event_has_letters_of_addresses_only_whatever_the_site_has() -> None:
    due = fold_of(post("2026-01-10", milestone="x", target="2027-01-01"))
    text = calendar(due, Words(), "Roadmap", ADDRESS,
                    lambda _: "https://\u0628\u062d\u062b.example/\u00e9/a%20b/?x=1&y=[2]#z")
    assert [str(e["URL"]) for e in events(text)] == [
        "https://%D8%A8%D8%AD%D8%AB.example/%C3%A9/a%20b/?x=1&y=[2]#z"]


def test_event_leads_nowhere_where_the_site_has_no_page_or_no_address() -> None:
    for path, address in (("gone.md", ADDRESS), ("m.md", "")):
        (event,) = events(text_of(milestone_page("m", path=path, target="2027-01-01"), address=address))
        assert "URL" not in event


@pytest.mark.parametrize(("address", "end"), [(ADDRESS, "example.org/ada/roadmap"), ("", "career-roadmap")])
def test_event_keeps_its_name_when_it_is_put_off(address: str, end: str) -> None:
    for target in ("2027-01-01", "2028"):
        (event,) = events(text_of(post("2026-01-10", milestone="Ünder way", target=target), address=address))
        assert event["UID"] == f"milestone/%C3%BCnder-way/target@{end}"


def test_name_of_an_event_is_no_longer_than_it_may_be_and_stays() -> None:
    uids = {events(text_of(post("2026-01-10", milestone=f"{'ü' * 90} {n}", target=target)))[0]["UID"]
            for n in (1, 2) for target in ("2027", "2028")}
    assert len(uids) == 2
    assert max(map(len, uids)) <= 255


def test_last_day_that_there_is_has_no_day_after_it() -> None:
    (event,) = events(text_of(post("2026-01-10", milestone="m", target="9999-12-31")))
    assert "DTEND" not in event


def test_it_speaks_the_language_of_the_site() -> None:
    text = text_of(post("2026-01-10", milestone="m", target="2027"), words=words_for("de"))
    assert events(text)[0]["DESCRIPTION"] == "Kein genauer Tag, nur 2027."


# --- the format ---


def lines(text: str) -> list[bytes]:
    """Return the lines as they are written, each without its end."""
    data = text.encode()
    assert data.endswith(b"\r\n")
    found = data.split(b"\r\n")[:-1]
    assert not [line for line in found if b"\n" in line or b"\r" in line]
    return found


@law
@given(ANY_SITE)
def test_any_calendar_has_short_lines_and_events_of_different_names(entries: list[Entry]) -> None:
    text = text_of(*entries)
    assert max(map(len, lines(text))) <= WIDTH
    uids = [event["UID"] for event in events(text)]
    assert len(uids) == len(set(uids))


PLAIN = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)


@given(PLAIN)
@example("a\\nb;c,d\\")
@example("鐵" * 60)
@example("BEGIN:VEVENT")
def test_another_reader_gives_any_title_back(title: str) -> None:
    roadmap = fold_of(post("2026-01-10", milestone="m", target="2027-01-01"))
    titled = replace(roadmap, milestones=(replace(roadmap.milestones[0], title=title),))
    text = calendar(titled, Words(), title, ADDRESS, url)
    assert [event["SUMMARY"] for event in events(text)] == [f"{title}: due 1 Jan 2027"]
    assert Calendar.from_ical(text).calendar_name == title
    assert max(map(len, lines(text))) <= WIDTH


@given(st.text())
def test_no_title_ends_a_line(title: str) -> None:
    text = text_of(post("2026-01-10", milestone="m", target="2027-01-01"), title=title)
    assert len(events(text)) == 1
    assert [line for line in lines(text) if not line.startswith(b" ")][-1] == b"END:VCALENDAR"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_folded_line_is_the_line_again_without_its_breaks(line: str) -> None:
    parts = folded(line).encode().split(b"\r\n ")
    assert "".join(part.decode() for part in parts) == line  # none ends within a letter
    assert all(len(part) + (1 if at else 0) <= WIDTH for at, part in enumerate(parts))
