"""What the plugin needs of MkDocs and of mkdocs.yml is told, and never by a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from conftest import MakeSite
from hosts import HOME, build, config, post
from lab import lab
from mkdocs.exceptions import ConfigurationError
from mkdocs_career_roadmap.mkdocs_host.requirements import check_version

from mkdocs_host.test_serve import serving


def test_listed_twice_is_told_with_the_file_and_the_fix(site: MakeSite) -> None:
    made = build(site(HOME, config(plugins="[ROADMAP, search, ROADMAP]")), strict=False)
    assert made.code == 1
    assert "Traceback" not in made.log
    (told,) = made.problems
    assert re.fullmatch(r".* stands more than once in the plugins of (.*/)?mkdocs\.yml; keep one .*", told)


def test_listed_twice_but_switched_on_once_is_fine(site: MakeSite) -> None:
    twice = "[career-roadmap: {enabled: false}, search, ROADMAP]"
    made = build(site(lab(), config(plugins=twice)), strict=False)
    assert (made.code, made.problems) == (0, [])
    assert "post 2 of 4" in made.text("posts/second")


def test_listed_twice_in_a_preview_is_told_and_counts_once(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": post()}, config(plugins="[search, ROADMAP, ROADMAP]"))
    with serving(folder) as server:
        assert "ERROR   -  career-roadmap: career-roadmap stands more than once" in server.log
        assert server.text("a/").count("post 1 of 1") == 1
        server.answers("roadmap/board/")


@pytest.mark.parametrize("version", ["1.5.3", "1.4", "0.17.5"])
def test_old_mkdocs_is_told_what_the_plugin_needs(version: str) -> None:
    with pytest.raises(ConfigurationError) as told:
        check_version(version)
    assert str(told.value).startswith(f"career-roadmap needs MkDocs 1.6 or newer; this is {version} ")


@pytest.mark.parametrize("version", ["1.6", "1.6.1", "1.10.0rc1", "2.0", "unknown"])
def test_other_versions_are_taken(version: str) -> None:
    check_version(version)


def test_old_mkdocs_tells_it_before_python_misses_something(site: MakeSite) -> None:
    pretend = ("import sys, mkdocs; mkdocs.__version__ = '1.5.3'; "
               "sys.modules['mkdocs_career_roadmap.mkdocs_host.assets'] = None; "  # whatever imports it fails
               "from mkdocs.__main__ import cli; cli(['build', '-q'])")
    done = subprocess.run([sys.executable, "-c", pretend], cwd=site(HOME, config()), capture_output=True,
                          text=True, timeout=60, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    assert done.returncode == 1
    assert "career-roadmap needs MkDocs 1.6 or newer; this is 1.5.3" in done.stderr
    assert "Traceback" not in done.stderr
