"""Python looks for no garbage while the plugin is loaded, and as before when it is."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress

import aside
import pytest
from mkdocs_career_roadmap.mkdocs_host.loading import garbage_waits


@pytest.fixture(autouse=True, scope="module")
def _nothing_put_aside() -> Iterator[None]:
    aside.take_back()
    yield
    aside.put_aside()


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.parametrize("looks", [True, False])
def test_python_looks_as_before_whatever_happens(looks: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if looks else gc.disable)()
        seen = []
        with suppress(ImportError), garbage_waits():
            seen.append(gc.isenabled())
            raise ImportError
        assert [*seen, gc.isenabled()] == [False, looks]
        assert gc.get_freeze_count() == 0
    finally:
        (gc.enable if before else gc.disable)()


def test_what_somebody_has_put_aside_stays_there() -> None:
    aside = [[] for _ in range(1000)]
    gc.freeze()
    with garbage_waits():
        pass
    assert gc.get_freeze_count() > len(aside)
