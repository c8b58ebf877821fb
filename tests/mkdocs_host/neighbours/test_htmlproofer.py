"""Beside mkdocs-htmlproofer, which follows the links of all pages."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import build, config
from lab import lab

PROOFER = "htmlproofer: {validate_external_urls: false}"


@pytest.mark.parametrize("plugins", [f"[ROADMAP, {PROOFER}]", f"[{PROOFER}, ROADMAP]"])
def test_links_to_our_pages_and_files_lead_somewhere(site: MakeSite, plugins: str) -> None:
    made = build(site(lab(), config(plugins=plugins)))
    assert (made.code, made.told) == (0, []), made.log
    assert made.has("roadmap/board")
