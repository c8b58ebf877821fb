"""What holds for all tests."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs_career_roadmap.mkdocs_host.remember.garbage import Garbage


def run(folder: Path, text: str, *options: str, ci: str = "") -> subprocess.CompletedProcess[str]:
    """Run a file of tests as ours are run."""
    (folder / "test_it.py").write_text(f"import pytest\n\n\n{text}")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "conftest", "-p", "no:cacheprovider", "-c", os.devnull,
         "--rootdir", folder, folder, *options],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), "CI": ci}, capture_output=True,
        text=True, timeout=60, check=False)


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_skipped_test_fails_under_ci(tmp_path: Path, ci: str, code: int) -> None:
    done = run(tmp_path, "def test_it():\n    pytest.skip('no Ruby')\n", ci=ci)
    assert done.returncode == code, done.stdout
    assert "no Ruby" in done.stdout or not code


ENDS = """
@pytest.fixture
def before():
    raise ValueError("before")

@pytest.fixture
def after():
    yield
    raise ValueError("after")

def test_good(): pass
def test_not_good(): assert not "good"
def test_not_begun(before): pass
def test_not_put_away(after): pass
def test_left_out(): pytest.skip("today")
@pytest.mark.xfail
def test_known(): assert not "known"
"""


@pytest.mark.parametrize("options", [(), ("-n", "2"), ("-n", "2", "--durations", "9")])
def test_all_that_is_not_good_is_told_from_other_processes_too(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    done = run(tmp_path, ENDS, *options)
    assert re.search(r"\b1 failed, 2 passed, 1 skipped, 1 xfailed, 2 errors\b", done.stdout), done.stdout
    assert ("slowest" in done.stdout) == ("--durations" in options)
    assert done.returncode == 1


def test_what_the_tests_consist_of_stays_put_aside_when_a_site_is_built() -> None:
    before = gc.get_freeze_count()
    one = Garbage()
    one.begin(remembers=True)
    one.end()
    assert gc.get_freeze_count() == before > 0
