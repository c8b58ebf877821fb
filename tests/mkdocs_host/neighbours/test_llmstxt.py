"""Beside mkdocs-llmstxt, which writes pages as Markdown for language models."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import build, config
from lab import PRIVATE, lab

from mkdocs_host.neighbours.beside import EMBEDDED

LLMSTXT = "llmstxt: {full_output: all.txt, sections: {All: ['*.md']}}"


@pytest.mark.parametrize("plugins", [f"[ROADMAP, {LLMSTXT}]", f"[{LLMSTXT}, ROADMAP]"])
def test_pages_are_written_with_what_the_roadmap_says(site: MakeSite, plugins: str) -> None:
    made = build(site({**lab(), "embedded.md": EMBEDDED}, config(plugins=plugins)))
    assert (made.code, made.told) == (0, []), made.log
    listed, written = (made.content()[name].decode() for name in ("llms.txt", "all.txt"))
    assert "/roadmap/board/index.md)" in listed
    board = made.content()["embedded/index.md"].decode()
    assert "Run on one watt" in board
    assert "post 2 of 4" in written
    assert "career-roadmap-block" not in written
    assert [word for word in PRIVATE if word in (listed + written).lower()] == []
