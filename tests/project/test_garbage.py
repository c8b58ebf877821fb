"""Python looks for garbage less often while a command reads a site, and as ever when it has."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress

import pytest
from mkdocs_career_roadmap.project.garbage import YOUNG, rarely_collected


@pytest.fixture(autouse=True)
def _thresholds_are_put_back() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(("before", "meanwhile"), [((700, 10, 10), YOUNG), ((0, 10, 10), 0),
                                                   ((YOUNG + 1, 5, 5), YOUNG + 1)])
def test_it_is_as_it_was_in_the_end(before: tuple[int, int, int], meanwhile: int) -> None:
    gc.set_threshold(*before)
    with suppress(KeyError), rarely_collected():
        assert gc.get_threshold() == (meanwhile, *before[1:])
        raise KeyError
    assert gc.get_threshold() == before
