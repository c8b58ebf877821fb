"""What a page gets of its front matter is its own, whatever others do with it, in each build."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs_career_roadmap.mkdocs_host.remember.front_matter import KeptSplits, read_source


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Return a function that reads a page with this front matter, by what it remembers."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: []\n", "utf-8")
    config, kept = load_config(str(tmp_path / "mkdocs.yml")), KeptSplits()

    def reading(front: str) -> dict[str, Any]:
        Path(config.docs_dir, "a.md").write_text(f"---\n{front}\n---\nText.\n", "utf-8")
        file = File("a.md", config.docs_dir, config.site_dir, use_directory_urls=True)
        page = Page(None, file, config)
        read_source(kept, page, config)
        assert page.markdown == "Text.\n"
        return dict(page.meta)

    return reading


FRONT = "title: A\ntags: [b, {c: [d]}]\nday: 2026-03-01\nn: 1\nmore: {e: {f: [g]}}"


def test_what_is_changed_of_it_is_so_on_that_page_alone(read: Any) -> None:
    first = read(FRONT)
    first["tags"][1]["c"].append("h")
    first["more"]["e"]["f"].clear()
    first["new"] = 1
    assert read(FRONT) == {"title": "A", "tags": ["b", {"c": ["d"]}], "day": date(2026, 3, 1), "n": 1,
                           "more": {"e": {"f": ["g"]}}}


def test_what_is_one_list_by_an_alias_stays_one(read: Any) -> None:
    for _ in range(2):
        meta = read("tags: &tags [b]\nkeywords: *tags\nmore: {e: *tags}")
        assert meta["tags"] is meta["keywords"] is meta["more"]["e"]
        meta["tags"].append("c")
        assert meta["more"] == {"e": ["b", "c"]}
