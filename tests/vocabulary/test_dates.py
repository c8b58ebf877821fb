"""Days, months, years and moments, as authors write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from depth import tries
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.vocabulary.dates import PartialDate, parse_day, parse_instant, parse_moment

PARTIAL_DATES = st.dates().flatmap(
    lambda day: st.sampled_from(
        [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate.of(day),
         PartialDate(day.year, (day.month - 1) // 3 * 3 + 1, None, 3),
         PartialDate(day.year, (day.month - 1) // 6 * 6 + 1, None, 6)]
    )
)


# --- a day, a month or a year ---


@each(
    ("text", "expected"),
    [
        ("2026", PartialDate(2026)),
        ("2026-04", PartialDate(2026, 4)),
        ("2026-4", PartialDate(2026, 4)),
        ("2026-04-03", PartialDate(2026, 4, 3)),
        ("2026-4-3", PartialDate(2026, 4, 3)),
        (" 2026-04-03 ", PartialDate(2026, 4, 3)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("0001", PartialDate(1)),
        ("2026-Q1", PartialDate(2026, 1, None, 3)),
        (" 2026-Q4 ", PartialDate(2026, 10, None, 3)),
        ("2026-H1", PartialDate(2026, 1, None, 6)),
        ("2026-H2", PartialDate(2026, 7, None, 6)),
    ],
)
def test_a_day_a_month_or_a_year_is_read(text: str, expected: PartialDate) -> None:
    assert parse_day(text) == expected


@each("clock", [" 10:00", "T10:00", "t1:00", " 10:00:00.5 +0900", "  10:00Z", "\t10:00"])
def test_a_time_behind_a_day_is_ignored(clock: str) -> None:
    assert parse_day(f"2026-04-03{clock}") == PartialDate(2026, 4, 3)


@each(
    "text",
    [
        "", "soon", "26-04-03", "20260403", "2026-", "2026-04-", "2026-04-033",
        "2026-04-03 soon", "2026-04-03 10", "2026-04-03 10:0", "2026-04 10:00", "2026 10:00", "+2026",
    ],
)
def test_what_is_no_date_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date; write 2026-04-03, 2026-04, 2026-Q2 or 2026"):
        parse_day(text)


@each(
    ("text", "message"),
    [
        ("0000-01-01", "there is no year 0"),
        ("2026-13", "there is no month 13; months go from 1 to 12"),
        ("2026-00-10", "there is no month 0; months go from 1 to 12"),
        ("2026-02-29", "there is no day 29 in 2026-02; it has 28 days"),
        ("2026-04-31 10:00", "there is no day 31 in 2026-04; it has 30 days"),
        ("2026-04-00", "there is no day 0 in 2026-04; it has 30 days"),
        ("2026-Q5", "there is no quarter 5; they go from Q1 to Q4"),
        ("2026-Q0", "there is no quarter 0; they go from Q1 to Q4"),
        ("2026-H3", "there is no half 3; they go from H1 to H2"),
        ("0000-Q1", "there is no year 0"),
    ],
)
def test_a_day_that_no_calendar_has_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        parse_day(text)


@each(("text", "right"), [
    ("Q3 2026", "2026-Q3"), ("2026 Q3", "2026-Q3"), ("2026Q3", "2026-Q3"), ("2026-q3", "2026-Q3"),
    ("3Q 2026", "2026-Q3"), ("H2 2026", "2026-H2"), ("2026/H1", "2026-H1"), ("June 2026", "2026-06"),
    ("jun 2026", "2026-06"), ("2026 June", "2026-06"), ("15 June 2026", "2026-06-15"),
    ("Juni 2026", "2026-06"),
    ("June 15th, 2026", "2026-06-15"), ("1. März 2026", "2026-03-01"), ("5 de mayo de 2026", "2026-05-05"),
    ("1er août 2026", "2026-08-01"), ("2026/04/03", "2026-04-03"), ("2026.06", "2026-06"),
    ("03.04.2026", "2026-04-03"), ("2026年6月", "2026-06"), ("2026年6月3日", "2026-06-03"),
    ("2026年", "2026"),
    ("summer 2026", "a quarter like 2026-Q3, or a month like 2026-07"),
])
def test_what_can_mean_one_date_only_is_told_with_the_right_spelling(text: str, right: str) -> None:
    with pytest.raises(ValueError, match=f"is not a date; .*write {right}$"):
        parse_day(text)


@each("text", [
    "03/04/2026", "31 June 2026", "June", "June 26", "mid 2026", "June July 2026", "H3 2026", "2026/13",
    "2026-Q3 10:00", "1 2 June 2026", "31.02.2026"])
def test_what_can_mean_two_dates_or_none_is_told_with_all_forms(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date; write 2026-04-03, 2026-04, 2026-Q2 or 2026$"):
        parse_day(text)


@pytest.mark.parametrize("text", ["2026-Q3", "2026-H1"])
def test_a_quarter_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' names no day; write it like 2026-04-03"):
        parse_moment(text)


@tries(200)
@given(PARTIAL_DATES)
def test_what_a_date_prints_reads_as_the_same_date(when: PartialDate) -> None:
    assert parse_day(str(when)) == when


@each(
    ("when", "first", "last"),
    [
        (PartialDate(2026), date(2026, 1, 1), date(2026, 12, 31)),
        (PartialDate(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (PartialDate(2026, 4, 3), date(2026, 4, 3), date(2026, 4, 3)),
        (PartialDate(2026, 7, None, 3), date(2026, 7, 1), date(2026, 9, 30)),
        (PartialDate(2026, 7, None, 6), date(2026, 7, 1), date(2026, 12, 31)),
        (PartialDate(2024, 1, None, 3), date(2024, 1, 1), date(2024, 3, 31)),
    ],
)
def test_a_date_reaches_from_its_first_to_its_last_day(when: PartialDate, first: date, last: date) -> None:
    assert (when.first, when.last) == (first, last)


@tries(100)
@given(st.dates())
def test_the_date_of_a_day_is_exactly_that_day(day: date) -> None:
    when = PartialDate.of(day)
    assert (when.first, when.last, str(when)) == (day, day, day.isoformat())


# --- a moment ---


@each(
    ("text", "expected"),
    [
        ("2026-03-02", datetime(2026, 3, 2)),
        ("2026-03-02 10:30", datetime(2026, 3, 2, 10, 30)),
        ("2026-03-02T10:30:15", datetime(2026, 3, 2, 10, 30, 15)),
        ("2026-03-02 9:05", datetime(2026, 3, 2, 9, 5)),
        ("2026-03-02 10:30:15.250", datetime(2026, 3, 2, 10, 30, 15)),
        ("2016-12-31 23:59:60", datetime(2016, 12, 31, 23, 59, 59)),
    ],
)
def test_a_moment_has_the_time_that_is_written_or_midnight(text: str, expected: datetime) -> None:
    assert parse_moment(text) == expected


@each("zone", ["Z", " Z", " UTC", "+09", " +0900", "-08:00", " -8"])
def test_a_moment_is_that_of_its_authors_clock_whatever_the_zone(zone: str) -> None:
    assert parse_moment(f"2026-03-02 23:30{zone}") == datetime(2026, 3, 2, 23, 30)


@pytest.mark.parametrize("text", ["2026", "2026-03"])
def test_a_moment_needs_a_day(text: str) -> None:
    with pytest.raises(ValueError, match="names no day; write it like 2026-04-03"):
        parse_moment(text)


@pytest.mark.parametrize("clock", ["24:00", "10:60", "99:99", "10:30:61", "10:30:99"])
def test_a_time_that_no_clock_shows_is_refused(clock: str) -> None:
    with pytest.raises(ValueError, match="has no time of day that exists; write it like 10:30"):
        parse_moment(f"2026-03-02 {clock}")


@tries(200)
@given(st.datetimes(), st.sampled_from("T "))
def test_a_moment_as_python_writes_it_reads_as_the_same_second(moment: datetime, between: str) -> None:
    assert parse_moment(moment.isoformat(between)) == moment.replace(microsecond=0)


@tries(300)
@given(st.text() | st.text("0123456789-:+TZ. ", max_size=25))
def test_a_text_is_a_moment_of_its_day_or_refused(text: str) -> None:
    try:
        moment = parse_moment(text)
    except ValueError:
        return
    assert moment.date() == parse_day(text).first


@each(("zone", "hours"), [
    ("Z", 0), (" UTC", 0), ("+09:00", 9), (" -0330", -3.5), ("+9", 9), ("", None), (" +2400", None)])
def test_instant_is_in_the_zone_that_was_written(zone: str, hours: float | None) -> None:
    found = parse_instant(f"2026-03-02 23:30{zone}")
    offset = found.utcoffset()
    assert found.replace(tzinfo=None) == datetime(2026, 3, 2, 23, 30)
    assert (offset.total_seconds() / 3600 if offset is not None else None) == hours


@given(st.one_of(st.dates().map(str), st.from_regex(r"\A[012][0-9]{3}-[0-3][0-9]-[0-3][0-9]\Z")))
def test_a_day_is_read_as_it_is_with_a_space_around_it(text: str) -> None:
    def told(text: str) -> object:
        try:
            return parse_day(text), parse_moment(text)
        except ValueError as error:
            return str(error).replace(" ", "")

    assert told(text) == told(f"{text} ")
