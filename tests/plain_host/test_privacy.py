"""What is private stays private beside a blog of another tool, too: the law of the privacy matrix."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commands import run
from conftest import MakeSite
from crawl import BuiltSite
from hosts import URL, Build
from mkdocs_host.planted import Beside, found
from mkdocs_host.test_privacy_matrix import BESIDE, OPEN

OPTIONS = "as_of: 2026-04-01, problems: {private-include: warning, two-goals: warning}"
"""With errors nothing is built at all."""


def built(site: MakeSite, beside: Beside, *words: str) -> Build:
    beside = replace(beside, options=OPTIONS)
    folder = site(beside.site(), beside.config())
    done = run(folder, "build", "docs", "out", "--base-url", URL, *words)
    return Build(done.returncode, done.stdout + done.stderr, BuiltSite(folder / "out", URL))


@pytest.mark.parametrize(("name", "tool"), [
    ("nothing", "hugo"), ("nothing", "quarto"), ("blog", "jekyll"), ("include-markdown", "obsidian")])
def test_nothing_hidden_is_in_any_file_of_the_site(site: MakeSite, name: str, tool: str) -> None:
    made = built(site, BESIDE[name], "--blog", tool)
    assert made.code == 0, made.log
    assert len(made.site.pages) > 5
    assert found(made) == {}


def test_what_is_public_would_be_found(site: MakeSite) -> None:
    made = built(site, OPEN)
    assert made.code == 0, made.log
    assert found(made) != {}
