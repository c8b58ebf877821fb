"""A docs folder read without trust: no hang, no circle, nothing from outside."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from each import each
from mkdocs_career_roadmap.project.docs_folder import DocsFolder, project_of
from mkdocs_career_roadmap.vocabulary.paths import is_page
from mkdocs_career_roadmap.vocabulary.problems import Problem


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a docs folder with one page in a folder; beside it lies a page outside."""
    folder = tmp_path / "docs"
    (folder / "a").mkdir(parents=True)
    (folder / "a/page.md").write_text("# Page\n", "utf-8")
    (tmp_path / "outside.md").write_text("# Outside\n", "utf-8")
    return folder


def refused(docs: Path, path: str, *, follows_links: bool = False) -> str | None:
    told = DocsFolder(str(docs), follows_links).refusal(path)
    return f"{told.place.path} {told.code}" if told else None


def walked(docs: Path) -> list[str]:
    return [
        f"{found.place.path} {found.code}" if isinstance(found, Problem) else found
        for found in DocsFolder(str(docs)).walk()
    ]


# --- what may be published ---


def test_a_file_is_taken(docs: Path) -> None:
    assert refused(docs, "a/page.md") is None


def test_a_link_to_a_file_of_the_folder_is_taken(docs: Path) -> None:
    (docs / "link.md").symlink_to("a/page.md")
    (docs / "b").symlink_to("a")
    assert (refused(docs, "link.md"), refused(docs, "b/page.md")) == (None, None)


def test_a_docs_folder_that_is_a_link_itself_is_taken(docs: Path) -> None:
    link = docs.with_name("link")
    link.symlink_to(docs)
    assert refused(link, "a/page.md") is None


@pytest.mark.parametrize("target", ["../outside.md", "/etc/hostname", "/dev/zero", "../docs-not/x.md"])
def test_a_link_that_leaves_the_folder_is_refused(docs: Path, target: str) -> None:
    other = docs.with_name("docs-not")
    other.mkdir()
    (other / "x.md").write_text("", "utf-8")
    (docs / "link.md").symlink_to(target)
    assert refused(docs, "link.md") == "link.md outside-link"


def test_what_lies_behind_a_link_that_leaves_the_folder_is_refused_for_that_link(docs: Path) -> None:
    deep = docs.with_name("elsewhere") / "deep"
    deep.mkdir(parents=True)
    (deep / "x.md").write_text("", "utf-8")
    (docs / "a/way").symlink_to(deep.parent)
    assert refused(docs, "a/way/deep/x.md") == "a/way outside-link"


def test_what_lies_behind_a_link_inside_is_refused_for_the_link_in_there_that_leaves(docs: Path) -> None:
    deep = docs.parent / "outside/deep"
    deep.mkdir(parents=True)
    (deep / "page.md").write_text("# Secret\n", "utf-8")
    (docs / "b").symlink_to("a")
    (docs / "a/way").symlink_to(deep)
    told = DocsFolder(str(docs)).refusal("b/way/page.md")
    assert told is not None
    assert (told.code, told.place.path) == ("outside-link", "b/way")


@pytest.mark.parametrize(("repository", "target", "is_taken"), [
    ("", "../outside.md", True),  # beside the docs folder, as a README is
    ("", "../../further.md", False),
    ("..", "../../further.md", True),
    ("..", "/etc/hostname", False),
])
def test_a_link_may_lead_to_what_is_published_with_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: str, target: str, is_taken: bool
) -> None:
    docs = tmp_path / "site/docs"
    docs.mkdir(parents=True)
    (docs / "link.md").symlink_to(target)
    for file in ("site/outside.md", "further.md"):
        (tmp_path / file).write_text("", "utf-8")
    if repository:
        (tmp_path / ".git").mkdir()
    monkeypatch.setenv("HOME", "/root")
    told = DocsFolder(str(docs), project=project_of(str(docs))).refusal("link.md")
    assert (told is None) == is_taken


@pytest.mark.parametrize("is_repository", [False, True])
def test_a_home_folder_is_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_repository: bool
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    if is_repository:
        (tmp_path / ".git").mkdir()
    assert project_of(str(tmp_path / "docs")) == str(tmp_path / "docs")
    assert project_of(str(tmp_path / "site/docs")) == str(tmp_path / "site")


def test_a_site_may_follow_links_that_leave_its_folder(docs: Path) -> None:
    (docs / "link.md").symlink_to("../outside.md")
    assert refused(docs, "link.md", follows_links=True) is None


@pytest.mark.parametrize("target", ["nowhere.md", "link.md"])
def test_a_link_to_nothing_or_to_itself_is_refused(docs: Path, target: str) -> None:
    (docs / "link.md").symlink_to(target)
    assert refused(docs, "link.md") == "link.md broken-link"


def test_a_pipe_is_refused(docs: Path) -> None:
    os.mkfifo(docs / "pipe.md")
    told = DocsFolder(str(docs)).refusal("pipe.md")
    assert told is not None
    assert told.message == "this is a pipe and no file, so it is not in the site; move it elsewhere"


def test_a_link_to_a_pipe_is_refused(docs: Path) -> None:
    os.mkfifo(docs / "pipe")
    (docs / "link.md").symlink_to("pipe")
    assert refused(docs, "link.md") == "link.md special-file"


def test_a_socket_is_refused(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(docs)  # its whole path may be too long for a socket
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s.md")
        told = DocsFolder(str(docs)).refusal("s.md")
    assert told is not None
    assert told.message.startswith("this is a socket")


def test_a_device_is_refused(docs: Path) -> None:
    told = DocsFolder("/dev").refusal("null")
    assert told is not None
    assert told.message.startswith("this is a device")


# --- reading ---


def test_a_page_is_read_without_its_byte_order_mark(docs: Path) -> None:
    (docs / "bom.md").write_bytes("\ufeffé\r\n".encode())
    source, told = DocsFolder(str(docs)).read("bom.md")
    assert source is not None
    assert (source.text, told) == ("é\r\n", None)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"caf\xe9", "x.md:1:4"),
        (b"\xef\xbb\xbfcaf\xe9", "x.md:1:4"),
        (b"a\r\nb\rc\nd\xff", "x.md:4:2"),
        ("ünï\n".encode() + b"\xc3", "x.md:2:1"),
        ("ünï".encode() + b"\xc3(", "x.md:1:4"),
    ],
)
def test_what_is_not_utf8_is_told_at_its_first_byte(docs: Path, content: bytes, place: str) -> None:
    (docs / "x.md").write_bytes(content)
    source, told = DocsFolder(str(docs)).read("x.md")
    assert source is not None
    assert "\ufffd" in source.text
    assert told is not None
    assert (str(told.place), told.code) == (place, "bad-encoding")


def test_the_byte_that_is_not_utf8_is_named(docs: Path) -> None:
    (docs / "x.md").write_bytes(b"caf\xe9")
    _, told = DocsFolder(str(docs)).read("x.md")
    assert told is not None
    assert told.message == "the byte 0xe9 stands here, which is not UTF-8; save the file as UTF-8"


def test_a_file_that_is_gone_or_may_not_be_read_is_told(docs: Path) -> None:
    source, told = DocsFolder(str(docs)).read("gone.md")
    assert source is None
    assert told is not None
    assert (told.code, told.message) == (
        "unreadable",
        "this file cannot be read (No such file or directory); check its rights",
    )


# --- walking ---


def test_files_come_folder_by_folder_in_order(docs: Path) -> None:
    for path in ("z.md", "b/y.md", "a/z/x.md", "a/b.png"):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text("", "utf-8")
    assert walked(docs) == ["z.md", "a/b.png", "a/page.md", "a/z/x.md", "b/y.md"]


def test_a_folder_named_as_a_page_is_a_folder(docs: Path) -> None:
    (docs / "x.md").mkdir()
    (docs / "x.md/y.md").write_text("", "utf-8")
    assert walked(docs) == ["a/page.md", "x.md/y.md"]


@pytest.mark.parametrize("target", [".", "..", "../a", "/"])
def test_a_link_back_to_where_it_lies_is_told_and_not_followed(docs: Path, target: str) -> None:
    (docs / "a/round").symlink_to(target)
    assert walked(docs) == ["a/page.md", "a/round broken-link"]


def test_two_links_that_lead_to_one_another_are_told_and_not_followed(docs: Path) -> None:
    (docs / "b").mkdir()
    (docs / "a/x").symlink_to("../b")
    (docs / "b/y").symlink_to("../a")
    assert walked(docs) == ["a/page.md", "a/x/y broken-link", "b/y/page.md", "b/y/x broken-link"]


def test_a_folder_outside_is_told_and_not_entered(docs: Path) -> None:
    (docs / "usr").symlink_to("/usr")
    assert walked(docs) == ["usr outside-link", "a/page.md"]


def test_a_link_to_a_folder_inside_is_entered(docs: Path) -> None:
    (docs / "b").symlink_to("a")
    assert walked(docs) == ["a/page.md", "b/page.md"]


def test_a_folder_that_cannot_be_listed_is_told(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert walked(docs) == ["a unreadable"]


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    assert walked(tmp_path) == []


@each(
    ("path", "answer"),
    [("a.md", True), ("A.MD", False), ("a.markdown", True), ("a.mkd", True), ("a.txt", False), ("md", False)],
)
def test_a_page_is_known_by_its_ending(path: str, answer: bool) -> None:
    assert is_page(path) is answer


def test_a_tree_may_be_deeper_than_python_recurses(tmp_path: Path) -> None:
    """It need not be there: what is asked is whether the way to it leaves the folder."""
    deep = "/".join(["a"] * (sys.getrecursionlimit() + 50))
    assert DocsFolder(str(tmp_path)).refusal(f"{deep}/x.md") is not None
