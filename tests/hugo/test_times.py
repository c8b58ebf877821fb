"""Dates in front matter, held against those that Hugo reads."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from each import each
from mkdocs_career_roadmap.hugo.blog.times import DATE_KEYS, first_moment, has_time, moment_of, zone_of

from .oracle import build

TOWN = ZoneInfo("America/New_York")
WRITTEN = [
    "2026-04-03",
    "2026-01-03T09:30:05",
    "2026-04-03 9:30:05",
    "2026-04-03T09:30:05Z",
    "2026-04-03T09:30:05.25Z",
    "2026-04-03T09:30:05,25Z",
    "2026-04-03T09:30:05+02:00",
    "2026-04-03 23:30:05 +0200",
    "2026-04-03 09:30:05 -0330",
    "2026-04-03 09:30:05 +0200 CEST",
    "0069-04-03",
    *(f"{at:02} {month} 2026" for at, month in enumerate(
        ("Jan", "FEB", "mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1)),
    "03 Apr 26 09:30 MST",
    "03 Apr 68 9:30 -0700",
    "03 Apr 69 09:30 +0000",
    "Fri, 03 Apr 2026 09:30:05 +0200",
    "Fri, 03 Apr 2026 09:30:05 GMT",
    "mon, 03 Apr 2026 09:30:05.5 CEST",
    "Friday, 03-Apr-26 09:30:05 GMT",
    "Fri Apr  3 09:30:05 2026",
    "Fri Apr 13 09:30:05 2026",
    "Fri Apr 3 09:30:05 MST 2026",
    "Fri Apr 03 09:30:05 -0700 2026",
]
REFUSED = [
    "1/2/2020",
    "2026-4-3",
    "2026-02-30",
    " 2026-04-03",
    "2026-04-03 09:30",
    "2026-04-03T09:30:05 here",
    "2026-04-03 09:30:05 CEST",
    "2026-04-03T24:00:00Z",
    "2026-04-03T09:30:05z",
    "April 3, 2026",
    "3 Apr 2026",
    "03 Mai 2026",
    "Fri, 03 Apr 2026 09:30:05",
    "Fri, 03 Apr 2026 09:30:05 gmt",
    "Fri, 3 Apr 2026 09:30:05 +0200",
    "Fry, 03 Apr 2026 09:30:05 GMT",
    "Friday, 03-Apr-2026 09:30:05 GMT",
    "Fri Apr 3 09:30:05 -0700 2026",
    "x 2026-04-03",
    "2026-04-03 x",
    "20260403",
    "٢٠٢٦-04-03",
    "soon",
]


def test_what_is_written_is_the_moment_that_hugo_reads() -> None:
    """Without an offset it is in the zone of the site, in winter as in summer, whatever that is called."""
    site = {
        "hugo.toml": 'timeZone = "America/New_York"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n',
        "layouts/single.html": '{{ .Date.UTC.Format "2006-01-02T15:04:05" }}',
        "layouts/list.html": "",
        **{f"content/t{at}.md": f'---\ndate: "{text}"\n---\n' for at, text in enumerate(WRITTEN)},
    }
    built = build(site, "--buildFuture")
    for at, text in enumerate(WRITTEN):
        found = moment_of(text, TOWN)
        assert found is not None
        assert found.astimezone(UTC).isoformat()[:19] == built[f"t{at}/index.html"].decode(), text


@each("text", REFUSED)
def test_what_hugo_refuses_is_refused_with_what_was_written(text: str) -> None:
    with pytest.raises(RuntimeError, match="date"):
        build({"hugo.toml": "", "layouts/single.html": "", "content/a.md": f'---\ndate: "{text}"\n---\n'})
    with pytest.raises(ValueError, match=f"^{re.escape(repr(text))} is no date to Hugo; write it like 2026-"):
        moment_of(text, UTC)


def test_a_long_text_is_shown_in_part() -> None:
    with pytest.raises(ValueError, match=f"^'{'x' * 40}' is no date"):
        moment_of("x" * 41, UTC)


def test_values_of_yaml_and_toml_are_moments() -> None:
    there = timezone(timedelta(hours=2))
    assert moment_of(datetime(2026, 4, 3, 9, 30), TOWN) == datetime(2026, 4, 3, 9, 30, tzinfo=TOWN)
    kept = moment_of(datetime(2026, 4, 3, 9, 30, tzinfo=there), TOWN)
    assert kept is not None
    assert kept.tzinfo is there
    assert moment_of(date(2026, 4, 3), TOWN) == datetime(2026, 4, 3, tzinfo=TOWN)
    assert moment_of(None, TOWN) is moment_of("", TOWN) is None


def test_the_first_key_that_says_a_moment_says_it() -> None:
    day = date(2026, 4, 3)
    found = datetime(2026, 4, 3, tzinfo=TOWN)
    dates = {"modified": day, "pubdate": day - timedelta(1)}
    assert first_moment(dates, DATE_KEYS, TOWN) == found - timedelta(1)
    assert first_moment({"date": "", "lastmod": day}, DATE_KEYS, TOWN) == found
    assert first_moment({"date": True, "lastmod": day}, DATE_KEYS, TOWN) == found
    assert first_moment({"expirydate": day}, DATE_KEYS, TOWN) is None
    with pytest.raises(ValueError, match="'soon' is no date"):
        first_moment({"date": "soon", "lastmod": day}, DATE_KEYS, TOWN)


def test_a_zone_has_a_name_or_is_that_of_greenwich() -> None:
    assert zone_of("America/New_York") == TOWN
    assert zone_of("") is zone_of("Nowhere/Town") is zone_of("../etc") is UTC


@each(
    ("value", "answer"),
    [
        (datetime(2026, 4, 3), True),
        (date(2026, 4, 3), False),
        ("2026-04-03T09:30:00Z", True),
        ("2026-04-03 9:05", True),
        ("2026-04-03", False),
        ("a: b", False),
        (None, False),
    ],
)
def test_a_value_has_a_time_of_the_day_or_its_day_alone(value: object, answer: bool) -> None:
    assert has_time(value) is answer
