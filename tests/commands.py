"""Runs our command, in this process or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from mkdocs_career_roadmap.cli import main

COMMAND = (sys.executable, "-m", "mkdocs_career_roadmap")


def run(folder: Path, *words: str, **env: str) -> CompletedProcess[str]:
    """Run `career-roadmap <words>` in a folder, without a process: it costs a tenth of the time.

    `run_alone` is for what is only tested by a process: streams, signals, what is imported.
    """
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with (chdir(folder), patch.dict(os.environ, env), patch.object(sys, "argv", ["career-roadmap", *words]),
          redirect_stdout(out), redirect_stderr(err)):
        try:
            main()
        except SystemExit as end:
            code = end.code
    assert code is None or isinstance(code, int)
    return CompletedProcess(words, code or 0, out.getvalue(), err.getvalue())


def run_alone(folder: Path, *words: str, **env: str) -> CompletedProcess[str]:
    """Run `career-roadmap <words>` in a folder and in a process of its own."""
    return subprocess.run([*COMMAND, *words], cwd=folder, env={**os.environ, **env}, capture_output=True,
                          text=True, timeout=60, check=False)
