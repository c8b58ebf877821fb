"""`properdocs.yml` is read by every command as `mkdocs.yml` is."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
import pytest
from commands import run
from conftest import write
from hosts import post
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.project.config import NAMES, OF_ZENSICAL

CONFIG = ("site_name: Ada\ndocs_dir: texts\nplugins:\n  - career-roadmap:\n      as_of: 2026-04-01\n"
          "      folder: way\n      scopes: [small, large]\n")
TEXTS = {"texts/index.md": "# Home\n", "texts/posts/a.md": post("scope: large"),
         "texts/posts/b.md": post("status: active", name="Another").replace("A post", "Second"),
         "texts/posts/c.md": post(name="Another").replace("2026-03-01", "2026-03-20"),
         "texts/posts/d.md": post(name="Look far", goal="Far sight")}
ASKED = {
    "check": (), "list": (), "next": (), "log": (), "decisions": (), "due": (), "show": (),
    "report": ("--for", "review", "-o", "way.md"),
    "export": ("json", "-o", "way.json"),
    "adopt": (),
    "new": ("post", "A walk", "--milestone", "Another"),
    "rename": ("milestone", "Another", "A third"), "move": ("Another", "--goal", "Far sight"),
    "merge": ("Another", "Reproduce it"), "split": ("Another", "--into", "A third", "--posts", "posts/b.md"),
    "finish": ("Efficient vision", "--open", "drop"), "build": ("texts", "out"),
}
"""The words for each command that reads a site."""
OF_ANOTHER = {"init", "import", "links", "zensical"}
"""Begin a site, look at a built one, or are for another host, which reads `mkdocs.yml` alone."""


def site(folder: Path, name: str) -> Path:
    write(folder, {**TEXTS, name: CONFIG})
    return folder


def test_every_command_is_asked() -> None:
    assert isinstance(cli, click.Group)
    assert cli.commands.keys() == ASKED.keys() | OF_ANOTHER


@pytest.mark.parametrize("command", ASKED)
def test_command_says_the_same_whatever_the_configuration_is_called(tmp_path: Path, command: str) -> None:
    told = {}
    for name in (name for name in NAMES if name != OF_ZENSICAL):
        folder = site(tmp_path / "site", name)
        done = run(folder, command, *ASKED[command])
        files = {path.relative_to(folder).as_posix(): path.read_text("utf-8")
                 for path in sorted(folder.rglob("*")) if path.is_file() and path.name != name}
        told[name] = (done.returncode, done.stdout, done.stderr.replace(name, "CONFIG"), files)
        shutil.rmtree(folder)
    assert told["mkdocs.yml"][0] == 0, told["mkdocs.yml"][1:3]
    assert {name for name in told if told[name] != told["mkdocs.yml"]} == set()
