"""The seven fields that come first: what is shown of each stands in the tutorial, and does what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs_career_roadmap.vocabulary.fields import FIELDS

from guide.play import File, Played, Promise, loose_fences, sections

FIRST = sections("first-fields")
POSTS = {Path(step.path).name: step.text for section in sections("tutorial").values() for step in section
         if isinstance(step, File)}
"""The files of the tutorial, as they are at its end."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Return the site of the tutorial at its end, without what is for its publication."""
    site = Played(tmp_path_factory.mktemp("birds"))
    for steps in list(sections("tutorial").values())[:-1]:
        site.play([step for step in steps if isinstance(step, File)])
    return site


def test_there_are_seven_each_a_field() -> None:
    names = [title.strip("`") for title in FIRST]
    assert len(names) == 7
    assert set(names) <= {field.name for field in FIELDS}
    assert len(FIELDS) > 30  # as the page says
    assert loose_fences("first-fields") == []


@pytest.mark.parametrize("title", FIRST)
def test_field_is_one_of_the_tutorial_and_does_what_is_said(title: str, played: Played) -> None:
    shown = [step for step in FIRST[title] if isinstance(step, File)]
    assert len(shown) == 1
    assert shown[0].text.startswith(f"{title.strip('`')}:")
    assert f"\n{shown[0].text}" in POSTS[shown[0].path].partition("\n---\n")[0] + "\n"
    promises = [step for step in FIRST[title] if isinstance(step, Promise)]
    assert promises
    for promise in promises:
        played.keep(promise)
