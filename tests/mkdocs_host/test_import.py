"""What it costs to load the plugin, which every command of a site does that has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HOST = "import mkdocs.config.defaults, mkdocs.commands.build"
PLUGIN = f"{HOST}, mkdocs_career_roadmap.mkdocs_host.plugin"


def seconds(code: str, cache: Path) -> float:
    """Return the CPU time of a process that runs the code, from its start."""
    # Coverage would count its own work for ours, and without a cache each run would compile.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", f"{code}, time; print(time.process_time())"], check=True, timeout=60,
        env={**env, "PYTHONPYCACHEPREFIX": str(cache)}, capture_output=True, text=True)
    return float(done.stdout)


def test_loading_the_plugin_costs_less_than_loading_mkdocs(tmp_path: Path) -> None:
    runs = [(seconds(PLUGIN, tmp_path), seconds(HOST, tmp_path)) for _ in range(6)]
    ours, plain = (min(times) for times in zip(*runs[1:], strict=True))  # the first fills the cache
    assert ours / plain < 1.7  # it is 1.45


def test_loading_the_plugin_loads_no_command() -> None:
    code = f"{PLUGIN}, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True,
                            timeout=60).stdout.split()
    assert "mkdocs_career_roadmap.flow" in loaded
    assert {f"mkdocs_career_roadmap.{name}" for name in (
        "cli", "project.config", "project.check", "authoring", "exports.milestones_csv",
        "exports.front_matter_schema")} & set(loaded) == set()
