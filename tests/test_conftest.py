"""What holds for all tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


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
