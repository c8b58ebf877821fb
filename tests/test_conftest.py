"""What holds for all tests."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs_career_roadmap.mkdocs_host.remember.garbage import Garbage


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_skipped_test_fails_under_ci(tmp_path: Path, ci: str, code: int) -> None:
    (tmp_path / "test_it.py").write_text("import pytest\n\n\ndef test_it():\n    pytest.skip('no Ruby')\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "conftest", "-p", "no:cacheprovider", "-c", os.devnull,
         "--rootdir", tmp_path, tmp_path],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), "CI": ci}, capture_output=True,
        text=True, timeout=60, check=False)
    assert done.returncode == code, done.stdout
    assert "no Ruby" in done.stdout or not code


def test_what_the_tests_consist_of_stays_put_aside_when_a_site_is_built() -> None:
    before = gc.get_freeze_count()
    one = Garbage()
    one.begin(remembers=True)
    one.end()
    assert gc.get_freeze_count() == before > 0
