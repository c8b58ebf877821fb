"""What it costs to load the plugin, which every command of a site does that has it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HOST = "import mkdocs.config.defaults, mkdocs.commands.build"
PLUGIN = f"{HOST}, mkdocs_career_roadmap.mkdocs_host.plugin"


def loaded(code: str) -> set[str]:
    """Return the modules that are loaded when a process has run the code."""
    done = subprocess.run([sys.executable, "-c", f"{code}, sys; print(*sys.modules)"], check=True,
                          capture_output=True, text=True, timeout=60)
    return set(done.stdout.split())


def test_loading_the_plugin_loads_no_command() -> None:
    ours = loaded(PLUGIN)
    assert "mkdocs_career_roadmap.flow" in ours
    assert {f"mkdocs_career_roadmap.{name}" for name in (
        "cli", "project.config", "project.check", "authoring", "exports.milestones_csv",
        "exports.front_matter_schema")} & ours == set()


@pytest.mark.newest  # some loaded less before, which we load
def test_loading_the_plugin_loads_little_that_mkdocs_has_not_loaded() -> None:
    added = {name for name in loaded(PLUGIN) - loaded(HOST) if not name.startswith("mkdocs_career_roadmap")}
    assert len(added) <= 20, sorted(added)  # `make bench` measures the time
