"""What many tests start from: throw-away sites, written inline."""

from __future__ import annotations

import atexit
import gc
import os
import re
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any, Protocol

import aside
import depth
import in_memory
import kept
import pytest
from turns import turn_of

gc.disable()
"""Until all tests are collected: it would look through what only grows, a sixth of the time that takes."""
depth.load()
kept.install()
_IN_MEMORY = in_memory.begin()
"""Of the first process; those that it starts for a share of the tests lie in there."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what is skipped where everything has to be there: under CI a Ruby that went missing is told."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped under CI: {report.longrepr}"
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Spread the tests over processes so that what takes long to make is made once."""
    from spread import Spread  # without -n there is no need of it, and maybe no xdist

    return Spread(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what is long, and call each test slow that has a site, its own or a shared one."""
    for item in items:
        if isinstance(item, pytest.Function) and "site" in item.fixturenames:
            item.add_marker("slow")
    items.sort(key=lambda item: turn_of(item.nodeid))


def pytest_sessionfinish(exitstatus: int) -> None:
    """Leave what failed tests have written, to be looked at."""
    atexit.register(in_memory.end, _IN_MEMORY, is_good=exitstatus == pytest.ExitCode.OK)


def pytest_collection_finish() -> None:
    """Let Python not look for garbage among all tests and modules."""
    aside.put_aside()


@pytest.fixture(autouse=True)
def _environment_is_put_back() -> Iterator[None]:
    """Fail a test that leaves a variable behind: a day that stays set is the day of every later test."""
    before = _VARIABLES.copy()
    yield
    left = {os.fsdecode(name) for name, value in _VARIABLES.items() ^ before.items()} - _OF_OTHERS
    assert not left, f"the test left these variables changed: {sorted(left)}"


_VARIABLES: dict[bytes, bytes] = os.environ._data  # type: ignore[attr-defined]
"""What `os.environ` reads. To read all through it takes longer than most tests."""

_OF_OTHERS = {"PYTEST_CURRENT_TEST", "NO_MKDOCS_2_WARNING"}
"""pytest changes the first at each step, Material sets the second when it is imported."""

Tree = str | Mapping[str, str]
"""Files by path; as one text, each follows a line `-- path`."""

_FILE = re.compile(r"^-- (\S+)$", re.MULTILINE)


class MakeSite(Protocol):
    def __call__(self, tree: Tree, config: str = "") -> Path: ...


def files_of(tree: Tree) -> dict[str, str]:
    """Return the files of a tree by path, dedented."""
    if not isinstance(tree, str):
        return {path: dedent(text).removeprefix("\n") for path, text in tree.items()}
    before, *parts = _FILE.split(dedent(tree))
    if before.strip() or not parts:
        raise ValueError(f"a tree begins with a line like `-- path/of/file.md`, not {before!r}")
    paths = parts[::2]
    if len(set(paths)) < len(paths):
        raise ValueError(f"a path stands twice in {paths}")
    return {path: text.removeprefix("\n") for path, text in zip(paths, parts[1::2], strict=True)}


def write(folder: Path, tree: Tree) -> None:
    """Write the files of a tree below `folder`."""
    for path, text in files_of(tree).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> MakeSite:
    """Return what makes a project: the tree goes into its `docs`, `config` into `mkdocs.yml`.

    Each call makes another one and returns its folder.
    """

    def make(tree: Tree, config: str = "") -> Path:
        folder = tmp_path_factory.mktemp("site")
        write(folder / "docs", tree)
        (folder / "mkdocs.yml").write_text(dedent(config), encoding="utf-8")
        return folder

    return make
