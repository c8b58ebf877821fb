"""What of private pages is found in a built site."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.project.built.leaks import leaks, traces_of_hidden
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

DIARY = ("---\ntitle: The okapi diary\nvisibility: private\n---\n"
         "Nobody must ever read that I paint okapis at night.\n")
SOURCES = [Source("p/okapi-diary.md", DIARY),
           Source("index.md", "# Home\n\nWelcome to my garden of words.\n")]


def found(folder: Path, sources: list[Source]) -> list[str]:
    site = build(sources, as_of=date(2026, 4, 1), settings=Settings(), words=Words())
    return [str(p).replace(folder.as_posix(), "site") for p in leaks(folder, traces_of_hidden(sources, site))]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<p>Welcome to my garden of words.</p>", encoding="utf-8")
    return tmp_path


def test_site_that_keeps_its_promise_has_nothing(built: Path) -> None:
    assert found(built, SOURCES) == []


@pytest.mark.parametrize(("name", "content", "what"), [
    ("a/index.html", b"<li>The okapi diary</li>", "title 'The okapi diary'"),
    ("p/okapi-diary/index.html", b"", "file name 'okapi-diary'"),
    ("p/okapi-diary.png", b"\x89PNG", "file name 'okapi-diary'"),
    ("search.json", b'{"text": "Nobody must ever read that I paint okapis at night."}',
     "sentence 'Nobody must ever read that I paint okapis at night'"),
    ("feed.xml.gz",
     gzip.compress(b"<t>Nobody must ever read that <b>I paint okapis</b> at night.</t>", mtime=0),
     "sentence 'Nobody must ever read that I paint okapis at night'"),
], ids=["title", "address", "name of a picture", "search", "compressed"])
def test_page_that_is_given_away_is_told_once_with_its_file(
    built: Path, name: str, content: bytes, what: str
) -> None:
    (built / name).parent.mkdir(parents=True, exist_ok=True)
    (built / name).write_bytes(content)
    (built / "zzz.html").write_bytes(content)
    problems = found(built, SOURCES)
    assert len(problems) == 1
    assert problems[0].startswith(f"site/{name}:1:1: error: the {what} of p/okapi-diary.md stands here")
    assert problems[0].endswith("[private-in-site]")


@pytest.mark.parametrize("public", [
    Source("posts/first.md", "---\nmilestone: The Okapi Diary\n---\n"),
    Source("posts/okapi-diary.md", "Of a zoo.\n"),
], ids=["by a post about it", "by a page of the same name in another folder"])
def test_name_that_a_public_page_has_as_well_gives_nothing_away(built: Path, public: Source) -> None:
    (built / "okapi-diary").mkdir()
    (built / "okapi-diary" / "index.html").write_text("<h1>The okapi diary</h1>", encoding="utf-8")
    hidden = Source("p/okapi-diary.md", "---\nvisibility: private\n---\n")
    assert (len(found(built, [hidden])), found(built, [hidden, public])) == (1, [])


def test_id_that_a_public_name_makes_gives_nothing_away(built: Path) -> None:
    (built / "learn-c-plus-plus.html").touch()
    sources = [Source("m/learn-c-plus-plus.md", "---\ntype: milestone\ndraft: true\n---\n"),
               Source("a.md", "---\nmilestone: Learn C++\n---\n")]
    assert (len(found(built, sources[:1])), found(built, sources)) == (1, [])


def test_site_without_hidden_pages_is_not_read(built: Path) -> None:
    assert found(built, SOURCES[1:]) == []


def test_file_that_cannot_be_read_is_told(built: Path) -> None:
    (built / "broken.xml.gz").write_bytes(gzip.compress(b"words " * 1000)[:40])
    assert [p.rpartition("[")[2] for p in found(built, SOURCES)] == ["unreadable]"]
