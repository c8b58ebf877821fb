"""What a preview has read before is not read again, and is as new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import write
from mkdocs_career_roadmap.project import kept_readings
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.project.kept_readings import KeptReadings
from mkdocs_career_roadmap.project.read_site import ReadSite, read_site
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.folder_defaults import NO_DEFAULTS, PageDefaults
from mkdocs_career_roadmap.reading.page import Page, read
from mkdocs_career_roadmap.vocabulary.settings import Settings

CONFIG = "plugins: [career-roadmap]\n"
POST = "---\ndate: 2026-03-01\nmilestone: Count birds\n---\n# Birds\n\nWords.\n"
DIARY = "---\nvisibility: private\n---\n# Diary\n"
DAY = date(2026, 4, 1)

Again = Callable[[dict[str, str]], ReadSite]


@pytest.fixture
def were_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the pages that are read, as it happens."""
    found: list[str] = []

    def noted(source: Source, settings: Settings, defaults: PageDefaults = NO_DEFAULTS) -> Page:
        found.append(source.path)
        return read(source, settings, defaults)

    monkeypatch.setattr(kept_readings, "read", noted)
    return found


@pytest.fixture
def again(tmp_path: Path, were_read: list[str]) -> Again:
    """Return what changes a site and reads it, remembering all that was read before."""
    kept = KeptReadings()
    write(tmp_path, {"mkdocs.yml": CONFIG, "docs/a.md": POST, "docs/b.md": "# B\n", "docs/p/c.md": "# C\n"})

    def changed(files: dict[str, str]) -> ReadSite:
        write(tmp_path, files)
        were_read.clear()
        made = read_site(read_project(tmp_path / "mkdocs.yml"), DAY, kept=kept)
        assert made == read_site(read_project(tmp_path / "mkdocs.yml"), DAY)
        del were_read[-made.pages:]  # what was read for this comparison
        return made

    changed({})
    return changed


def test_only_the_page_that_changed_is_read_again(again: Again, were_read: list[str]) -> None:
    again({"docs/a.md": POST.replace("Birds", "Many birds")})
    assert were_read == ["a.md"]
    again({})
    assert were_read == []


@pytest.mark.parametrize("change", [
    {"mkdocs.yml": CONFIG.replace("career-roadmap", "career-roadmap: {scopes: [small, big]}")},
], ids=["the scopes of the site"])
def test_all_pages_are_read_again_when_the_settings_change(
    again: Again, were_read: list[str], change: dict[str, str]
) -> None:
    again(change)
    assert sorted(were_read) == ["a.md", "b.md", "p/c.md"]


def test_pages_of_a_folder_are_read_again_when_it_says_something_else(
    again: Again, were_read: list[str]
) -> None:
    assert again({"docs/p/.meta.yml": "visibility: private\n"}).site.hidden.pages.keys() == {"p/c.md"}
    assert were_read == ["p/c.md"]
    again({})
    assert were_read == []


def test_site_whose_pages_say_the_same_is_the_same(again: Again) -> None:
    before = again({}).site
    assert again({"docs/a.md": f"{POST}\nMore words.\n"}).site is before
    assert again({"docs/a.md": f"{POST}More of how it begins.\n"}).site is not before
    assert again({"docs/a.md": POST.replace("Birds", "Many birds")}).site is not before


def test_texts_count_where_one_may_name_what_is_hidden(again: Again) -> None:
    again({"docs/diary.md": DIARY})
    made = again({"docs/b.md": "# B\n\n`diary.md`\n\n--8<-- \"docs/diary.md\"\n"})
    assert "private-include" in {p.code for p in made.site.problems}
