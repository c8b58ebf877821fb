"""A MkDocs with which the plugin does not work is told in one line, and never by a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import MakeSite, write
from each import each
from hosts import HOME, config
from mkdocs.exceptions import ConfigurationError
from mkdocs_career_roadmap.mkdocs_host.version import check, refusal

PLUGIN = Path(__file__).parents[2] / "plugin"


@each("version", ["1.5.3", "1.4", "0.17.5", "2.0", "2.0.1.dev0", "3.1"])
def test_other_mkdocs_is_told_what_the_plugin_needs(version: str) -> None:
    with pytest.raises(ConfigurationError) as told:
        check(version)
    assert str(told.value) == (
        f"career-roadmap needs MkDocs 1.6 or newer, below 2, which has no plugins; this is {version} "
        "(pip install -U 'mkdocs<2')")


@pytest.mark.parametrize("version", ["1.6", "1.6.1", "1.10.0rc1", "unknown", ""])
def test_versions_that_will_do_or_say_nothing_are_taken(version: str) -> None:
    assert refusal(version) == ""
    check(version)


def test_old_mkdocs_tells_it_before_python_misses_something(site: MakeSite) -> None:
    pretend = ("import sys, mkdocs; mkdocs.__version__ = '1.5.3'; "
               "sys.modules['mkdocs_career_roadmap.mkdocs_host.assets'] = None; "  # whatever imports it fails
               "from mkdocs.__main__ import cli; cli(['build', '-q'])")
    done = subprocess.run([sys.executable, "-c", pretend], cwd=site(HOME, config()), capture_output=True,
                          text=True, timeout=60, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    assert done.returncode == 1
    assert "career-roadmap needs MkDocs 1.6 or newer" in done.stderr
    assert "this is 1.5.3" in done.stderr
    assert "Traceback" not in done.stderr


def test_mkdocs_without_plugins_tells_it_in_one_line(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs/__init__.py": "__version__ = '2.0.0'\n"})
    paths = os.pathsep.join([str(tmp_path), str(PLUGIN)])
    done = subprocess.run(
        [sys.executable, "-c", "import mkdocs_career_roadmap.mkdocs_host.plugin"], capture_output=True,
        text=True, timeout=60, check=False, env={**os.environ, "PYTHONPATH": paths})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "career-roadmap needs MkDocs 1.6 or newer, below 2, which has no plugins; this is 2.0.0 "
        "(pip install -U 'mkdocs<2')\n")
