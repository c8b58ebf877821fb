"""Days are folded again only where it matters, and always to what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from helpers import AS_OF, both, day, milestone_page, post
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.pages.years import KeptThen, as_known, then_of
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap import past
from mkdocs_career_roadmap.roadmap.past import PastYears
from mkdocs_career_roadmap.vocabulary.fields import Role
from mkdocs_career_roadmap.vocabulary.labels import words_for
from mkdocs_career_roadmap.vocabulary.settings import Settings

from roadmap.test_fold_laws import ANY_SITE, FIRST, law

SETTINGS = Settings()
NOW = day(AS_OF)
DAY = st.integers(0, 9).map(lambda n: date.fromordinal(FIRST.toordinal() + n))
SAID = st.fixed_dictionaries({
    "title": st.sampled_from(["A", "Zebra"]), "description": st.sampled_from([None, "Words."]),
    "authors": st.sampled_from([(), ("Bo",)]), "has_authors": st.booleans(), "minutes": st.integers(0, 2),
    "excerpt": st.sampled_from(["", "Once."])})


@st.composite
def said_otherwise(draw: st.DrawFn) -> tuple[list[Entry], list[Entry]]:
    """Draw a site, and the same with posts that say something else of themselves."""
    site = draw(ANY_SITE)
    return site, [replace(entry, **draw(SAID)) if entry.role is Role.POST else entry for entry in site]


@pytest.fixture
def folded(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """Return a list that gets each day that is folded."""
    days: list[date] = []

    def noting(make: Any) -> Any:
        def made(entries: Sequence[Entry], *, as_of: date, settings: Settings) -> Any:
            days.append(as_of)
            return make(entries, as_of=as_of, settings=settings)

        return made

    for name in ("fold", "roadmap_of"):
        monkeypatch.setattr(past, name, noting(getattr(past, name)))
    return days


@law
@given(said_otherwise(), DAY)
def test_what_posts_say_of_themselves_changes_nothing_else(
    sites: tuple[list[Entry], list[Entry]], on: date
) -> None:
    kept, (before, after) = PastYears(), sites
    first, then = kept.fold(before, NOW, SETTINGS)[0], kept.at(on, before, SETTINGS)
    now, problems = kept.fold(after, NOW, SETTINGS)
    assert (now, problems) == both(after)
    assert (now.goals, now.milestones) == (first.goals, first.milestones)
    assert now.goals is first.goals
    assert kept.at(on, after, SETTINGS) == both(after, on.isoformat())[0]
    assert kept.at(on, after, SETTINGS).milestones is then.milestones


@law
@given(ANY_SITE, ANY_SITE, DAY)
def test_a_site_is_folded_as_if_there_had_been_no_other(
    before: list[Entry], after: list[Entry], on: date
) -> None:
    kept = PastYears()
    kept.fold(before, NOW, SETTINGS)
    kept.at(on, before, SETTINGS)
    assert kept.fold(after, NOW, SETTINGS) == both(after)
    assert kept.at(on, after, SETTINGS) == both(after, on.isoformat())[0]


@law
@given(said_otherwise(), DAY)
def test_map_of_a_day_shows_nothing_that_posts_say_of_themselves(
    sites: tuple[list[Entry], list[Entry]], on: date
) -> None:
    kept, views = PastYears(), KeptThen({})
    for site in sites:
        roadmap = kept.at(on, site, SETTINGS)
        known = views.known(on.year, roadmap)
        assert known == as_known(roadmap)
        view = Viewer(known, SETTINGS, words_for("en"), lambda path: path)
        assert views.of(view, on.year, frozenset()) == then_of(view, on.year, frozenset())


def test_only_what_follows_from_more_is_folded_again(folded: list[date]) -> None:
    kept = PastYears()
    walk, page = post("2026-03-01", milestone="walk", status="active"), milestone_page("walk")
    for entries, is_folded in (
        ([page, walk], True),
        ([page, walk], False),
        ([page, replace(walk, title="A walk")], False),
        ([page, replace(walk, title="A walk", status=None)], True),
        ([replace(page, title="A walk"), walk], True),
        ([page, walk, post("2026-03-02", milestone="walk")], True),
        ([page], True),
    ):
        folded.clear()
        kept.fold(entries, NOW, SETTINGS)
        kept.at(date(2026, 4, 1), entries, SETTINGS)
        assert folded == ([NOW, date(2026, 4, 1)] if is_folded else []), entries


def test_other_settings_and_another_day_are_folded_again(folded: list[date]) -> None:
    kept, entries = PastYears(), [post("2026-03-01", milestone="walk")]
    kept.fold(entries, NOW, SETTINGS)
    kept.fold(entries, NOW, replace(SETTINGS, folder="map"))
    kept.fold(entries, date(2026, 3, 2), replace(SETTINGS, folder="map"))
    assert folded == [NOW, NOW, date(2026, 3, 2)]
