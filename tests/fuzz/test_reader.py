"""Any bytes at all into the reader: pages or problems, never an exception, never long."""

from __future__ import annotations

import resource
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import timing
from depth import PROFILE, some
from each import each
from hostile import PAGE, PAGE_AROUND
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.project.docs_folder import DocsFolder
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.problems import Problem
from mkdocs_career_roadmap.vocabulary.settings import Settings
from work import LINEAR, growth

from fuzz.conftest import tries
from fuzz.makers import pages

SIZE = 1_000_000
"""Bytes of the largest page that is tried."""


def whole_way(folder: Path, content: bytes) -> list[Problem]:
    """Take a page all the way to the HTML of the roadmap, and return what was told."""
    (folder / "a.md").write_bytes(content)
    source, wrong = DocsFolder(str(folder)).read("a.md")
    assert source is not None
    site = build([source], as_of=date(2026, 4, 1), settings=Settings(), words=Words())
    for page in site.pages.values():
        site.fragments(page, lambda path: f"/{path}", Renderer(site.words))
    return [*site.problems, *([wrong] if wrong else [])]


@tries(400)
@given(st.binary(max_size=300) | pages() | st.binary(max_size=200).map(lambda b: b"---\n" + b + b"\n---\n"))
def test_any_bytes_give_a_page_or_problems_with_a_place_in_it(tmp_path: Path, content: bytes) -> None:
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for told in whole_way(tmp_path, content):
        assert told.place.path in ("a.md", "roadmap")
        assert 1 <= told.place.line <= len(lines)
        assert 1 <= told.place.column <= len(lines[told.place.line - 1]) + 2


@tries(300)
@given(pages())
def test_a_page_reads_the_same_whatever_its_line_ends(content: bytes) -> None:
    text = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    one, other = (read(Source("a.md", text.replace("\n", end)), Settings()) for end in ("\n", "\r\n"))
    assert (one.entry, one.problems, one.host_text) == (other.entry, other.problems, other.host_text)


def repeated(part: str, size: int) -> str:
    return part * (size // len(part.encode()))


def read_text(around: str, text: str) -> None:
    build([Source("a.md", around.format(text))], as_of=date(2026, 4, 1), settings=Settings(), words=Words())


def read_many(part: str, around: str, size: int) -> None:
    read_text(around, repeated(part, size))


@pytest.mark.parametrize("around", ["{}", "---\ngoal: x\nmilestone: y\n---\n{}", "# T\n\n## Lessons\n\n{}"],
                         ids=range(3))
def test_work_grows_with_the_page_whatever_it_is(around: str) -> None:
    found = {part: growth(partial(read_many, part, around), 1500) for part in PAGE}
    assert {part: grows for part, grows in found.items() if grows > LINEAR} == {}


@each("around", some(PAGE_AROUND, 2))
def test_time_grows_with_the_page_whatever_it_is(around: str) -> None:
    size = SIZE // 8 if PROFILE == "full" else SIZE // 200  # front matter of another size is read another way
    found = {part: timing.growth(partial(read_text, around), partial(repeated, part), size) for part in PAGE}
    assert {part: grows for part, grows in found.items() if grows > timing.LIMIT} == {}


def test_a_million_bytes_take_little_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for part in PAGE if PROFILE == "full" else list(PAGE)[::5]:
        text = f"---\ngoal: x\n---\n{part * (SIZE // len(part.encode()))}"
        build([Source("a.md", text)], as_of=date(2026, 4, 1), settings=Settings(), words=Words())
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 200 * (1024 if sys.platform != "darwin" else 1024 * 1024)
