"""What is private stays private under Zensical, too: the law of the privacy matrix, tried on staged sites."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cli.test_check import run
from conftest import MakeSite
from crawl import BuiltSite
from depth import IS_FULL
from hosts import URL, Build
from mkdocs_host.neighbours.beside import commit
from mkdocs_host.planted import Beside, found
from mkdocs_host.test_privacy_matrix import BESIDE, OPEN

MEANT = {"theme": "{name: material, font: false}",
         "options": "as_of: 2026-04-01, problems: {private-include: warning, two-goals: warning}"}
"""With errors nothing is built at all."""
THEMED = {name: replace(BESIDE[name], **MEANT) for name in (
    "nothing", "nothing, flat and without nav", "blog", "macros", "rss", "include-markdown")}
"""Zensical builds a theme of its own only, by the name of Material's; of plugins it has its own, too."""


_LIKE_OTHERS = ("nothing", "rss")
"""What these have stands in the others, too: a menu in that of the blog, a feed of ours in each."""


def built(site: MakeSite, beside: Beside) -> tuple[Path, Build]:
    folder = site(beside.site(), beside.config())
    commit(folder)
    done = run(folder, "zensical", "build")
    return folder, Build(done.returncode, done.stdout + done.stderr, BuiltSite(folder / "site", URL))


@pytest.mark.parametrize("name", [name for name in THEMED if IS_FULL or name not in _LIKE_OTHERS])
def test_nothing_hidden_is_in_any_file_of_a_site(site: MakeSite, name: str) -> None:
    folder, made = built(site, THEMED[name])
    assert (folder / "site").exists(), made.log
    assert found(made) == {}


def test_what_is_public_would_be_found(site: MakeSite) -> None:
    _, made = built(site, replace(OPEN, **MEANT))
    assert len(found(made)) > 10, made.log
