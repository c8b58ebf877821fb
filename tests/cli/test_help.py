"""`--help` is there at once: nothing is loaded for it that only work needs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner
from mkdocs_career_roadmap.cli import cli

HEAVY = {"mkdocs", "jinja2", "mkdocs_career_roadmap.reading.page", "mkdocs_career_roadmap.flow",
         "mkdocs_career_roadmap.project.check", "mkdocs_career_roadmap.project.built.site_links",
         "mkdocs_career_roadmap.jekyll.plan"}


def test_help_loads_neither_the_core_nor_mkdocs() -> None:
    code = ("import sys; from mkdocs_career_roadmap.cli import cli\n"
            "try: cli.main(['--help'])\n"
            "finally: print(*sys.modules)")
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True)
    assert "Commands:" in done.stdout
    assert HEAVY & set(done.stdout.split()) == set()


@pytest.mark.parametrize("command", ["next", "log", "decisions", "list"])
def test_commands_that_print_what_is_private_say_so(command: str) -> None:
    assert "this is your own terminal" in CliRunner().invoke(cli, [command, "--help"]).output
