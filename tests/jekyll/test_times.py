"""Dates as Jekyll reads them, compared with Ruby's Time.parse."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from depth import tries
from each import each
from hypothesis import given, seed
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.blog.times import parse_date, zone_of
from mkdocs_career_roadmap.jekyll.date_text import parts_of

from jekyll.oracle import ruby

ZONES = ("UTC", "Asia/Seoul", "America/New_York", "Europe/Berlin", "Australia/Sydney")
READ = """begin
  parts = Date._parse(one)
  time = Time.parse(one).localtime
  parts.key?(:year) && time.year > 1 ? time.strftime('%Y-%m-%d %H:%M:%S %z') : "refused"
rescue ArgumentError
  "refused"
end"""
LINES = """
2020-12-02
2020-12-02 20:00
2020-12-02 20:00:00
2020-12-02 20:00:00 -0800
2020-12-02T20:00:00Z
2020-12-02T20:00:00.123+09:00
March 5, 2019
5 March 2019
05/03/2019
5/3/19
03/25/2019
2019/03/05
2019.03.05
20190305
20190305T101500Z
201903051015
2019030510
20190305101530
2019064
19064
064
05
0305
190305
Tue, 05 Mar 2019 10:00:00 GMT
Tue Mar  5 10:00:00 2019
Mar 5th 2019 10pm
10:00 2019-03-05
2019-03-05 10:00 PST
2019-03-05 10:00 JST
2019-03-05 10:00 KST
2019-07-05 10:00 EST
2019-07-05 10:00 CEST
2019-01-05 10:00 cet
2019-03-05 10:00:00 UTC+9
2019-03-05 10:00:00 -8:00
2019-03-05 10:00:00 -08
2019-03-05 10:00:00 +09:30:15
2019-03-05 10am
2019-03-05 12 am
2019-03-05 12pm
2019-03-05 10
2020-02-30
2020-02-30 10:00
2020-13-01
2020-00-10
2020-01-32
2020-01-00
2019-03
2019
false
true
hello
99-1-2
20-01-02
69-1-2
68-1-2
123-1-2
2-3-2019
5-Mar-2019
Mar-5-2019
Mar-5
March 2019
Mar 2019 5
March '19
'19 Mar 5
'05-3-2
2021-03-14 02:30
2021-11-07 01:30
2019-03-05 24:00
2019-03-05 24:01
2019-03-05 23:59:60
2019-03-05 10:61
2019년 3월 5일
2019-03-05 10:00:00 +0530
2019-03-05 10h30
2019-03-05 10h30m20s
2019_03_05
Monday, March 5, 2019 at 10:00 AM
5th of March 2019
Sept 5 2019
12.5.2019
2019-3-5 9:5
2019-03-05 10:00:00 -0800 # c
2020-12-02 20:00:00 America/New_York
2020-12-02  20:00:00  +0000
12345
123456789
31-12-2019
12-31-2019
2019/12
2019-1-1T1
2019-03-05 10:00:00.
2019-03-05 10:00,5
+2019-03-05
2019-366
2020-366
19-366
2020-000
2019-03-05T10:00:00+09:00[Asia/Seoul]
5th 2019-03-05
3/5
5/2019
2019 Mar 5th
March 2019 10:00
2019-03-05 A
2019-03-05 10:00 A
"""
TEXTS = [*LINES.strip().split("\n"), "", " ", "-", "5 Mar 2019 " + "x" * 120]


def told(text: str, zone: str) -> str:
    try:
        when = parse_date(text, zone_of(zone)).when
    except ValueError:
        return "refused"
    return f"{when.year:04}{when:-%m-%d %H:%M:%S %z}"[:25]


@pytest.mark.parametrize("zone", ZONES)
def test_a_text_is_the_moment_that_jekyll_takes_it_for(zone: str) -> None:
    expected = ruby(READ, TEXTS, zone)
    assert {text: told(text, zone) for text in TEXTS} == dict(zip(TEXTS, expected, strict=True))


@each("zone", [*ZONES, "America/Sao_Paulo", "Australia/Lord_Howe", "UTC-9", "EST5EDT",
                                  "No/Such", "<+03>-3", "UTC+3:30", "../etc/passwd", "Europe"])
def test_the_hours_that_clocks_skip_or_show_twice_are_those_of_ruby(zone: str) -> None:
    days = ["2017-10-15", "2017-02-18", "2021-03-14", "2021-03-28", "2021-04-04", "2021-10-03", "2021-10-31",
            "2021-11-07", "2021-01-01", "2021-07-01"]
    texts = [f"{day} {hour}:{minute}" for day in days for hour in range(4) for minute in ("00", "30", "45")]
    assert [told(text, zone) for text in texts] == ruby(READ, texts, zone)


DAYS = st.builds(
    lambda form, year, month, day: form.format(y=year, m=month, d=day, n=MONTHS[month - 1]),
    st.sampled_from(["{y}-{m}-{d}", "{y}-{m:02}-{d:02}", "{d} {n} {y}", "{n} {d}, {y}", "{d}-{n}-{y}",
                     "{y}/{m}/{d}", "{d}.{m}.{y}", "{d}/{m}/{y}", "{n} {d} {y}", "{y:04}{m:02}{d:02}",
                     "{d}th of {n} {y}",
                     "Tuesday, {n} {d}, {y}"]),
    st.integers(1971, 2037), st.integers(1, 12), st.integers(1, 28))  # when zones had the names they have
MONTHS = ["Jan", "February", "mar", "APR", "May", "June", "Jul.", "aug", "Sept", "Oct", "Nov", "December"]
CLOCKS = st.builds(
    lambda form, hour, minute, second: form.format(h=hour, m=minute, s=second),
    st.sampled_from(["", "{h}:{m}", "{h:02}:{m:02}", "{h}:{m:02}:{s:02}", "{h}:{m:02}:{s:02}.25",
    "{h}:{m:02} pm",
                     "{h}am", "{h}h{m}"]),
    st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
WRITTEN_ZONES = st.sampled_from(["", "Z", "UTC", " +0900", " -08:00", " EST", "KST", " +9", " GMT+2",
    " -0330"])


@seed(1)  # the same ones each time: what Jekyll makes of odd corners is no news of a change
@tries(10, database=None)
@given(st.lists(st.builds(lambda day, gap, clock, zone: f"{day}{gap}{clock}{zone if clock else ''}",
                          DAYS, st.sampled_from([" ", "T", " at "]), CLOCKS, WRITTEN_ZONES),
                min_size=150, max_size=150), st.sampled_from(ZONES))
def test_any_date_is_the_moment_that_jekyll_takes_it_for(texts: list[str], zone: str) -> None:
    for text, expected in zip(texts, ruby(READ, texts, zone), strict=True):
        assert (text, told(text, zone)) == (text, expected)


def test_a_day_is_its_midnight_in_the_zone_of_the_site() -> None:
    moment = parse_date(date(2020, 12, 2), zone_of("Asia/Seoul"))
    assert moment.when == datetime(2020, 12, 2, tzinfo=timezone(timedelta(hours=9)))
    assert moment.day == date(2020, 12, 2)
    assert not moment.has_time


def test_a_moment_of_yaml_is_moved_to_the_zone_of_the_site() -> None:
    moment = parse_date(datetime(2020, 12, 2, 20, 0, 0, 5000, tzinfo=UTC), zone_of("Asia/Seoul"))
    assert moment.when.isoformat() == "2020-12-03T05:00:00+09:00"
    assert moment.has_time


@pytest.mark.parametrize(("text", "has_time"), [
    ("2020-12-02", False), ("2020-12-02 00:00", True), ("2 Dec 2020", False), ("2020-12-02 10", True)])
def test_a_time_of_day_is_known_to_be_written(text: str, has_time: bool) -> None:
    assert parse_date(text, UTC).has_time is has_time


@each(("value", "what"), [
    ("soon", "'soon' is not a date; write 2026-04-03"),
    (None, "'' is not a date"),
    (False, "'false' is not a date"),
    ("10:00", "names no year"),
    ("March 5", "names no year"),
    ("2019-13-01", "does not exist"),
    ("2019-366", "does not exist"),
    ("5 March 44 BC", "before Christ"),
    ("1" * 200, "at most 128"),
    ("9999-12-31 23:00 -0500", "does not exist"),
    (datetime(9999, 12, 31, 23, tzinfo=UTC), "too far away"),
])
def test_what_is_no_date_is_told(value: object, what: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse_date(value, zone_of("Asia/Seoul"))
    assert what in str(caught.value)


def test_without_a_zone_the_site_is_in_that_of_greenwich() -> None:
    assert zone_of(None) is UTC
    assert zone_of("") is UTC


def test_a_text_of_no_date_has_no_parts() -> None:
    assert parts_of("hello").is_empty


def test_a_text_of_many_pieces_is_read_piece_by_piece() -> None:
    assert parts_of("10:00 5").day == 5
    assert parts_of("10:00 '19").year == 2019
    assert parts_of("march").month == 3
    assert parts_of("5th").day == 5


def test_a_zone_further_away_than_a_day_is_none() -> None:
    assert zone_of("UTC+30") is UTC
