"""Python looks for garbage seldom while a site is built, and as ever when that is over."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aside
import pytest
from conftest import write
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_career_roadmap.mkdocs_host import building
from mkdocs_career_roadmap.mkdocs_host.remember import garbage
from mkdocs_career_roadmap.mkdocs_host.remember.garbage import Garbage

from .server import serving

FILES = {"mkdocs.yml": "site_name: Ada\nplugins: [{career-roadmap: {as_of: 2026-04-01}}]\n",
         "docs/index.md": "# Home\n"}


class Ring:
    """What only a look for garbage takes away."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True, scope="module")
def _nothing_put_aside() -> Iterator[None]:
    aside.take_back()
    yield
    aside.put_aside()


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_what_was_there_is_not_looked_at_while_a_site_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, int]] = []
    read = building.Building.read

    def reading(self: Any, *args: Any, **named: Any) -> Any:
        seen.append((gc.get_freeze_count() > 0, gc.get_threshold()[0]))
        return read(self, *args, **named)

    monkeypatch.setattr(building.Building, "read", reading)
    before = gc.get_threshold()
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        assert seen == [(True, garbage._YOUNG)]
        assert (gc.get_freeze_count(), gc.get_threshold()) == (0, before)
        (server.folder / "docs/index.md").write_bytes(b"caf\xc3")
        assert isinstance(server.build(), str) or seen
        assert (gc.get_freeze_count(), gc.get_threshold()) == (0, before)


def test_build_that_fails_leaves_python_as_it_was(tmp_path: Path) -> None:
    before = gc.get_threshold()
    with serving(tmp_path / "site", {**FILES, "mkdocs.yml": FILES["mkdocs.yml"] + "theme: {name: mkdocs, "
                                     "custom_dir: theme}\n", "theme/main.html": "{% broken"}) as server:
        assert "TemplateSyntaxError" in server.build()
        assert (gc.get_freeze_count(), gc.get_threshold()) == (0, before)


def test_build_that_remembers_nothing_looks_among_what_is_new_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, ...]] = []
    read = building.Building.read

    def reading(self: Any, *args: Any, **named: Any) -> Any:
        seen.append((gc.get_freeze_count() > 0, *gc.get_threshold()))
        return read(self, *args, **named)

    monkeypatch.setattr(building.Building, "read", reading)
    write(tmp_path, FILES)
    gc.set_threshold(600, 9, 8)
    before = gc.get_threshold()
    build(load_config(str(tmp_path / "mkdocs.yml")))
    assert seen == [(True, 600, 9, garbage._NEVER)]
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, before)
    (tmp_path / "docs/index.md").write_bytes(b"caf\xc3")
    with pytest.raises(SystemExit):
        build(load_config(str(tmp_path / "mkdocs.yml")))
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, before)


def test_garbage_of_a_build_is_gone_a_moment_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "_QUIET", 0.0)
    gc.set_threshold(1_000_000)
    one = Garbage()
    one.is_served = True
    one.begin(remembers=True)
    ring = weakref.ref(Ring())
    one.end()
    until = time.monotonic() + 5
    while ring() and time.monotonic() < until:
        time.sleep(0.01)
    assert ring() is None
    assert one._timer
    one._timer.join()


def test_garbage_of_builds_without_a_pause_is_gone_after_some() -> None:
    gc.set_threshold(1_000_000)
    one = Garbage()
    one.begin(remembers=True)
    ring = weakref.ref(Ring())
    one.end()
    for _ in range(garbage._MOST):
        one.begin(remembers=True)
        one.end()
    assert ring() is None


def test_somebody_who_wants_no_looks_gets_none() -> None:
    gc.set_threshold(0)
    one = Garbage()
    one.begin(remembers=True)
    assert gc.get_threshold()[0] == 0
    one.end()
    assert gc.get_threshold()[0] == 0
