"""A process that has built a site ends without a look for garbage, where nobody needs one."""

from __future__ import annotations

import atexit
import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import write
from mkdocs.config import load_config
from mkdocs_career_roadmap.mkdocs_host import ending
from mkdocs_career_roadmap.mkdocs_host.plugin import CareerRoadmapPlugin

HOOK = """
import gc


class Ring:
    def __init__(self):
        self.me = self

    def __del__(self, tell=print):
        tell("looked for garbage")


def on_post_build(**kwargs):
    if gc.get_threshold()[0]:
        gc.disable()
    Ring()
"""


def ends(folder: Path, more: str) -> str:
    """Build a site by the command of MkDocs, of which a hook leaves garbage; return what that has told."""
    write(folder, {"mkdocs.yml": f"site_name: Ada\nplugins: [search, career-roadmap]\n{more}",
                   "docs/index.md": "# Home\n", "hook.py": HOOK})
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True,
                          capture_output=True, text=True)
    return done.stdout


@pytest.mark.slow
def test_nobody_looks_for_garbage_where_only_what_is_known_takes_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a hook would leave is left by a module that Python loads when it starts."""
    left = HOOK.replace("def on_post_build(**kwargs):", "if True:")
    write(tmp_path, {"start/sitecustomize.py": left})
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "start"), prepend=os.pathsep)
    assert "looked for garbage" not in ends(tmp_path, "")
    assert "looked for garbage" in ends(tmp_path, "hooks: [hook.py]\n")


@pytest.mark.parametrize(("more", "expected"), [
    ("plugins: [search, career-roadmap]", True),
    pytest.param("plugins: [career-roadmap, search, meta]", None, marks=pytest.mark.newest),
    ("plugins: [search, career-roadmap]\nhooks: [hook.py]", False),
    ("plugins: [search, career-roadmap, redirects]", False)])
def test_only_what_was_looked_through_leaves_nothing_open(
    tmp_path: Path, more: str, expected: bool | None
) -> None:
    theme = "theme: {name: material, font: false}\n" if expected is None else ""
    more = more.replace("meta", "material/meta")
    write(tmp_path, {"mkdocs.yml": f"site_name: Ada\n{theme}{more}\n", "docs/index.md": "", "hook.py": HOOK})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    assert ending.leaves_nothing_open(config) is (expected is not False)


@pytest.mark.parametrize(("program", "expected"), [
    ("/usr/bin/mkdocs", True), ("C:/Scripts/mkdocs.exe", True), ("/lib/mkdocs/__main__.py", True),
    ("/lib/pytest/__main__.py", False), ("-c", False), ("", False)])
def test_process_of_the_command_is_known_by_its_name(
    program: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [program, "build"])
    assert ending.is_own_process() is expected


def test_process_that_lives_on_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[Any] = []
    monkeypatch.setattr(atexit, "register", left.append)
    plugin = CareerRoadmapPlugin()
    plugin.may_end_fast = True
    plugin.on_shutdown()
    assert left == []
    monkeypatch.setattr(sys, "argv", ["mkdocs"])
    plugin.on_shutdown()
    assert left == [gc.freeze]
