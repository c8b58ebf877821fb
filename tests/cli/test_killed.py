"""Commands that are killed, or find the disk full, leave whole files, and a second run repairs."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import write
from depth import MOST

SEED = int(os.environ.get("KILLED_SEED", "0"))
"""What chooses the moments at which a command is killed; 0: a seed of its own each time."""
KILLED = Path(__file__).parents[1] / "killed.py"
SITE = {
    "mkdocs.yml": "site_name: Ada\nplugins: [search, blog, career-roadmap]\n",
    "docs/index.md": "# Home\n",
    "docs/blog/posts/a.md": "---\ndate: 2026-01-01\n---\n# A\n\nWords.\n",
    "docs/blog/posts/b.md": "---\ndate: 2026-01-02\n---\n# B\n\nWords.\n",
    "roadmap.json": '{"version": "old"}\n',
}
BLOG = {
    "blog/_config.yml": "title: Ada\n",
    "blog/_posts/2026-01-01-a.md": "---\ntitle: A\n---\nWords.\n",
    "blog/picture.png": "no picture\n",
}
COMMANDS = {
    "init": ({}, ["init", "."]),
    "init in a site": ({"mkdocs.yml": "site_name: Ada\n"}, ["init", "."]),
    "new": (SITE, ["new", "goal", "Sight"]),
    "export": (SITE, ["export", "json", "-o", "roadmap.json", "--overwrite"]),
    "adopt": (SITE, ["adopt", "--goal", "Sight", "--write"]),
    "import": (BLOG, ["import", "jekyll", "blog", "site", "--write"]),
}


@pytest.mark.skipif("os.name == 'nt'", reason="nobody can be killed at a step there")
@pytest.mark.parametrize("name", COMMANDS)
def test_stopped_command_leaves_whole_files_and_a_second_run_repairs(tmp_path: Path, name: str) -> None:
    tree, words = COMMANDS[name]
    folder = tmp_path / "work"
    folder.mkdir()
    write(folder, tree)
    seed, moments = SEED or secrets.randbelow(2**32), max(MOST // 8, 2) if MOST < 100 else 300
    print(f"KILLED_SEED={seed}")
    done = subprocess.run(
        [sys.executable, KILLED, folder, str(seed), str(moments), *words], capture_output=True, text=True,
        check=True, timeout=600, env={**os.environ, "SOURCE_DATE_EPOCH": "1790000000"})
    found = json.loads(done.stdout)
    assert found["wrong"] == []
    assert found["stopped"] >= 12 + moments  # at eight sizes, at some steps, and at any moments
