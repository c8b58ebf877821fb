"""Beside mkdocs-video, which cannot read a page without a word."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import build, config
from lab import lab


@pytest.mark.parametrize("plugins", ["[ROADMAP, mkdocs-video]", "[mkdocs-video, ROADMAP]"])
def test_pages_that_nobody_wrote_have_a_word_in_time(site: MakeSite, plugins: str) -> None:
    made = build(site(lab(), config(plugins=plugins)))
    assert (made.code, made.told) == (0, []), made.log
    assert [len(list(made.html(page).all("h1"))) for page in (
        "roadmap", "roadmap/board", "roadmap/milestones/run-on-one-watt")] == [1, 1, 1]
