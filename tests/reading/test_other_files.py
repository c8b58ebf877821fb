"""Files beside pages: which are kept out of a site."""

from __future__ import annotations

from each import each
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.other_files import files_of_hidden, sources_of_pages

SOURCES = [Source("p/diary.md", "![me](okapi.png) [notes](../shared/both.pdf)"),
           Source("posts/a.md", "![it](a.png) and [both](../shared/both.pdf)"),
           Source("index.md", "# Home")]
HIDDEN = ["p/diary.md"]


@each(("path", "is_kept_back"), [
    ("p/okapi.png", True), ("p/unnamed.csv", True), ("p/data/deep/x.csv", True),
    ("elsewhere/okapi.png", True),
    ("shared/both.pdf", False), ("posts/a.png", False), ("posts/unnamed.png", False), ("CNAME", False),
    ("assets/logo.svg", False), ("p/logo.svg", False)])
def test_file_goes_with_the_pages_that_need_it(path: str, is_kept_back: bool) -> None:
    found = files_of_hidden([path], SOURCES, HIDDEN, ["theme:\n  logo: p/logo.svg\n"])
    assert [p.code for p in found.values()] == ["private-file"] * is_kept_back


def test_name_may_be_written_as_an_address() -> None:
    sources = [Source("p/diary.md", "![me](my%20okapi.png)"), Source("index.md", "")]
    assert list(files_of_hidden(["img/my okapi.png"], sources, HIDDEN)) == ["img/my okapi.png"]
    sources[1] = Source("index.md", "![me](img/my%20okapi.png)")
    assert files_of_hidden(["img/my okapi.png"], sources, HIDDEN) == {}


def test_file_is_kept_back_by_each_name_that_no_public_page_has() -> None:
    names = ["img.png", "p/okapi.png", "z/a.png"]
    same = dict.fromkeys(names, names)
    assert list(files_of_hidden(names, SOURCES, HIDDEN, (), same)) == ["p/okapi.png", "img.png"]
    assert list(files_of_hidden(names[:1], SOURCES, HIDDEN, (), {"img.png": ["img.png", "b.png"]})) == []


def test_site_without_hidden_pages_has_all_its_files() -> None:
    assert files_of_hidden(["p/okapi.png"], SOURCES, []) == {}


@each("path", [
    "NOTES.MD", "a/x.Md", "diary.md~", "diary.md.bak", "diary.bak", "diary.orig", "#diary.md#",
    ".diary.md.swp",
    "diary.md.orig~", "DIARY.MD.BAK", "diary.tmp"])
def test_sources_of_pages_are_never_copied(path: str) -> None:
    found = sources_of_pages(["diary.md", path])
    assert list(found) == [path]


@each("path", [
    "diary.md", "a/b.markdown", "data.bak", "x.orig", "paper.pdf", "a~b.png", "md", "CNAME", "old/diary.png"])
def test_other_files_are_left_alone(path: str) -> None:
    assert sources_of_pages(["diary.md", path]) == {}
