"""The files of a blog as Jekyll's readers see them, and what cannot be read."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from depth import tries
from each import each
from hypothesis import HealthCheck, given, seed
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.blog.addresses import address, categories, redirects, tags, written
from mkdocs_career_roadmap.jekyll.blog.config import Config, config_of
from mkdocs_career_roadmap.jekyll.blog.documents import Document, FileRole, Withheld, has_header, split
from mkdocs_career_roadmap.jekyll.blog.listing import ListedFile, listed
from mkdocs_career_roadmap.jekyll.blog.source import BlogSource, read_source
from mkdocs_career_roadmap.jekyll.blog.yaml_values import YamlError
from mkdocs_career_roadmap.new_site.lines import NoteKind

from jekyll.oracle import build, ruby, write

PAGE = "---\n---\nx\n"
NOW = datetime(2026, 4, 3, tzinfo=UTC)


def read(folder: Path, files: dict[str, str | bytes], config: Config | None = None) -> BlogSource:
    write(folder, files)
    return read_source(folder, config or Config(), NOW)


def by_path(source: BlogSource) -> dict[str, Document]:
    return {one.path: one for one in source.documents}


def test_an_empty_folder_is_an_empty_blog(tmp_path: Path) -> None:
    assert read_source(tmp_path, Config()) == BlogSource(tmp_path)


def test_every_file_has_its_role(tmp_path: Path) -> None:
    config = config_of({"collections": ["docs"]})
    source = read(tmp_path, {
        "_posts/2020-01-02-a.md": PAGE, "x/_posts/2020-01-02-b.md": "no front matter", "_drafts/c.md": PAGE,
        "about.md": PAGE, "plain.md": "x", "_docs/d.md": PAGE, "_docs/e.png": "x", "_data/f.yml": "x",
        "_layouts/g.html": PAGE}, config)
    assert {path: (one.role, one.collection) for path, one in by_path(source).items()} == {
        "_posts/2020-01-02-a.md": (FileRole.POST, "posts"),
        "x/_posts/2020-01-02-b.md": (FileRole.POST, "posts"),
        "_drafts/c.md": (FileRole.DRAFT, "posts"),
        "about.md": (FileRole.PAGE, ""),
        "plain.md": (FileRole.STATIC, ""),
        "_docs/d.md": (FileRole.COLLECTION, "docs"),
        "_docs/e.png": (FileRole.STATIC, "docs"),
    }
    assert [one.path for one in source.documents] == sorted(by_path(source))
    assert not source.notes


def test_a_document_is_split_with_its_lines(tmp_path: Path) -> None:
    text = "---\r\ntitle: A\r\ntags: [b, 'no', no]\r\n---\r\n\r\n  \r\n# Head\r\ntext\r"
    one = by_path(read(tmp_path, {"_posts/2020-01-02-a.md": text}))["_posts/2020-01-02-a.md"]
    assert one.front == {"title": "A", "tags": ["b", "no", False]}
    assert one.lines == {"title": 2, "tags": 3}
    assert one.nodes["title"].value == "A"
    assert (one.body, one.body_line) == ("# Head\ntext\n", 7)
    assert (one.ext, one.name) == (".md", "2020-01-02-a.md")


def test_a_draft_is_there_and_hidden(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"_drafts/a.md": PAGE, "_drafts/noext": PAGE, "x/_drafts/b.md": PAGE}
    hidden = {one.path: one.hidden for one in read(tmp_path, files).documents}
    assert hidden == {"_drafts/a.md": Withheld.DRAFT, "x/_drafts/b.md": Withheld.DRAFT}
    shown = read_source(tmp_path, config_of({"show_drafts": True}), NOW)
    assert {one.hidden for one in shown.documents} == {Withheld.NO}


def test_what_jekyll_does_not_publish_is_hidden(tmp_path: Path) -> None:
    config = config_of({
        "collections": {"docs": {"output": True}, "data": {}, "none": {}},
        "defaults": [{"scope": {"path": "off"}, "values": {"published": False}}]})
    files: dict[str, str | bytes] = {
        "_posts/2020-01-02-a.md": "---\npublished: false\n---\n",
        "_posts/2020-01-02-b.md": "---\npublished:\n---\n",
        "_posts/2026-04-04-c.md": PAGE, "_posts/2026-04-02-d.md": "---\ndate: 2026-04-02 23:59 -0500\n---\n",
        "_docs/e.md": "---\ndate: 2030-01-01\n---\n", "_docs/f.md": "---\npublished: true\n---\n",
        "_none/g.md": PAGE, "_none/h.png": "x", "off/i.png": "x", "off/j.md": PAGE,
        "k.md": "---\npublished: no\ndate: odd\n---\n", "_data/l.md": PAGE}
    hidden = {one.path: one.hidden for one in read(tmp_path, files, config).documents}
    assert hidden == {
        "_posts/2020-01-02-a.md": Withheld.UNPUBLISHED, "_posts/2020-01-02-b.md": Withheld.UNPUBLISHED,
        "_posts/2026-04-04-c.md": Withheld.FUTURE, "_posts/2026-04-02-d.md": Withheld.FUTURE,
        "_docs/e.md": Withheld.FUTURE, "_docs/f.md": Withheld.NO, "_none/g.md": Withheld.NO_OUTPUT,
        "_none/h.png": Withheld.NO_OUTPUT, "off/i.png": Withheld.UNPUBLISHED, "off/j.md": Withheld.NO,
        "k.md": Withheld.UNPUBLISHED}
    nothing = {one.hidden for one in read_source(
        tmp_path, config_of({"future": True, "unpublished": True}), NOW).documents}
    assert nothing == {Withheld.NO}
    assert Withheld.FUTURE not in {one.hidden for one in read_source(tmp_path, config).documents}


def test_the_folder_that_jekyll_writes_to_is_no_source() -> None:
    config = config_of({"destination": "./public/site"})
    assert [one.path for one in listed(["public/site/a.html", "public/b.html", "c.html"], config)] == [
        "c.html", "public/b.html"]


def test_a_name_that_ends_with_a_dot_is_left_out() -> None:
    assert listed(["a.", "b.md"], Config()) == [ListedFile("b.md", FileRole.PAGE)]


def test_a_blog_may_lie_below_its_configuration(tmp_path: Path) -> None:
    source = read(tmp_path, {"src/a.md": PAGE, "b.md": PAGE}, config_of({"source": "src"}))
    assert source.root == tmp_path / "src"
    assert list(by_path(source)) == ["a.md"]


@pytest.mark.parametrize(("content", "line", "what"), [
    ("---\na: b: c\n---\n", 2, "its front matter cannot be read: a value with a colon wants quotes"),
    ("---\ntitle: x\n\n- y\n---\n", 4, "its front matter cannot be read: not valid YAML"),
    ("---\njust text\n---\n", 2, "its front matter cannot be read: these must be lines"),
    ("---\na: 1\ndate: soon\n---\n", 3, "its date cannot be read: 'soon' is not a date"),
    ("---\ndate:\n---\n", 2, "its date cannot be read: '' is not a date"),
    (b"---\na: 1\n---\nf\xfcr\n", 4, "it is not UTF-8 text"),
])
def test_what_cannot_be_read_is_noted(tmp_path: Path, content: str | bytes, line: int, what: str) -> None:
    source = read(tmp_path, {"_posts/2020-01-02-a.md": content, "b.md": PAGE})
    assert list(by_path(source)) == ["b.md"]
    [note] = source.notes
    assert (note.kind, note.path, note.line) == (NoteKind.SKIPPED, "_posts/2020-01-02-a.md", line)
    assert note.what.startswith(what)


def test_a_date_in_a_name_that_does_not_exist_is_noted(tmp_path: Path) -> None:
    [note] = read(tmp_path, {"_posts/2020-13-02-a.md": PAGE}).notes
    assert note == (
        NoteKind.SKIPPED, "_posts/2020-13-02-a.md", 0,
        "its date cannot be read: '2020-13-02' is a date that does not exist; write it like 2026-04-03")


def test_a_text_among_the_posts_without_a_date_is_noted(tmp_path: Path) -> None:
    source = read(tmp_path, {"_posts/a.md": PAGE, "_posts/pic.png": "x", "_posts/2020-01-02-b.md": PAGE})
    assert list(by_path(source)) == ["_posts/2020-01-02-b.md"]
    assert [(note.path, note.line) for note in source.notes] == [("_posts/a.md", 0)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_links_and_pipes_are_noted_and_not_followed(tmp_path: Path) -> None:
    blog, outside = tmp_path / "blog", tmp_path / "outside"
    write(tmp_path, {"blog/a.md": PAGE, "blog/in/b.md": PAGE, "outside/secret.md": PAGE})
    os.mkfifo(blog / "pipe.md")
    (blog / "out.md").symlink_to(outside / "secret.md")
    (blog / "nowhere.md").symlink_to(blog / "missing.md")
    (blog / "folder").symlink_to(outside)
    (blog / "in" / "round").symlink_to(blog)
    (blog / "again.md").symlink_to(blog / "a.md")
    (blog / "_hidden").symlink_to(outside)
    source = read_source(blog, Config())
    assert list(by_path(source)) == ["a.md", "again.md", "in/b.md"]
    assert {note.path: note.what.partition(";")[0] for note in source.notes} == {
        "pipe.md": "it is no file but a pipe, a socket or a device",
        "out.md": "it is a link that leads out of the blog's folder",
        "folder": "it is a link that leads out of the blog's folder",
        "nowhere.md": "it is a link that leads nowhere or in a circle",
        "in/round": "it is a link that leads nowhere or in a circle"}


def test_a_file_that_may_not_be_read_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root, who may read everything, no file is like that."""
    write(tmp_path, {"a.md": PAGE, "_posts/2020-01-02-b.md": PAGE})

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    monkeypatch.setattr("mkdocs_career_roadmap.project.docs_folder.open", refuse, raising=False)
    notes = read_source(tmp_path, Config()).notes
    assert [(note.path, note.what) for note in notes] == [
        ("_posts/2020-01-02-b.md", "it cannot be read; check its rights"),
        ("a.md", "it cannot be read; check its rights")]


def test_a_file_that_vanishes_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.md": PAGE})
    monkeypatch.setattr("mkdocs_career_roadmap.jekyll.blog.source.DocsFolder.refusal", lambda *_: None)
    monkeypatch.setattr("mkdocs_career_roadmap.jekyll.blog.source.DocsFolder.walk", lambda _: iter(
        ["gone.md", "_posts/2020-01-02-gone.md"]))
    notes = read_source(tmp_path, Config()).notes
    assert [note.path for note in notes] == ["_posts/2020-01-02-gone.md", "gone.md"]


ODD = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6), st.dates().map(str)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=4)
KEYS = ("date", "permalink", "categories", "category", "tags", "tag", "slug", "published", "redirect_from",
        "title")
FRONTS = st.one_of(
    st.dictionaries(st.sampled_from(KEYS), ODD, max_size=4).map(
        lambda front: f"---\n{json.dumps(front)}\n---\nx".encode()),
    st.text(max_size=30).map(lambda text: f"---\n{text}\n---\n".encode("utf-8", "surrogatepass")),
    st.binary(max_size=20))


@tries(60, suppress_health_check=list(HealthCheck))
@given(st.lists(FRONTS, min_size=4, max_size=4), st.dictionaries(
    st.sampled_from(("permalink", "timezone", "baseurl", "defaults", "collections", "kramdown", "limit_posts",
                     "markdown_ext", "collections_dir", "excerpt_separator", "markdown", "title")),
    ODD, max_size=4))
def test_nothing_that_an_author_writes_stops_the_reading(
    contents: list[bytes], options: dict[str, object]
) -> None:
    paths = ["_posts/2020-01-02-a.md", "b/_drafts/c.md", "_docs/d.md", "e.html"]
    config = config_of({**options, "defaults": [{"scope": {"path": ""}, "values": options}]})
    with TemporaryDirectory() as folder:
        write(Path(folder), dict(zip(paths, contents, strict=True)))
        source = read_source(Path(folder), config, NOW)
    for one in source.documents:
        assert address(one, config).startswith("/")
        assert isinstance(written(one, config), str)
        assert all(isinstance(name, str) for name in [*categories(one), *tags(one), *redirects(one)])


SPLIT = r"""body = one
  if one =~ /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m
    body = $~.post_match
  end
  body"""


@seed(1)  # the same ones each time: what Jekyll makes of odd corners is no news of a change
@tries(20, database=None)
@given(st.lists(st.lists(st.sampled_from([
    "---", "...", "--", "-", "\n", "\n", "\n", " ", "\t", "\f", "a: 1", "x", "----"]), max_size=14).map(
        lambda parts: "---" + "".join(parts)), min_size=80, max_size=80))
def test_front_matter_is_split_off_as_jekyll_splits_it(texts: list[str]) -> None:
    for text, body in zip(texts, ruby(SPLIT, texts), strict=True):
        assert isinstance(body, str)
        try:
            parts = split("x.md", text)
        except YamlError:
            continue
        assert (text, parts.body) == (text, body)
        assert text.count("\n", 0, len(text) - len(body)) + 1 == parts.body_line


@each(("begin", "expected"), [
    (b"---\n", True), (b"---  \t\r\n", True), (b"---", False), (b"---x\n", False), (b"\n---\n", False),
    (b"\xef\xbb\xbf---\n", False), (b"", False), (b"--- \n", True)])
def test_a_page_is_known_by_its_first_line(begin: bytes, expected: bool) -> None:
    assert has_header(begin) is expected


def test_jekyll_is_there() -> None:
    site = build({"a.html": "---\nx: 1\n---\n{{ page.x | plus: 1 }}"})
    assert json.loads(site["a.html"]) == 2


def test_lines_of_a_key_hold_no_other_key(tmp_path: Path) -> None:
    """Of two that are the same the second counts, and the first is no part of the one above it."""
    write(tmp_path, {"a.md": "---\ngoal: x\ntitle: y\nlist:\n- 1\n# of the list\n- 2\ntitle: z\n---\n"})
    (document,) = read_source(tmp_path, Config()).documents
    assert document.front["title"] == "z"
    assert document.texts == {"list": "list:\n- 1\n# of the list\n- 2", "title": "title: z"}


@pytest.mark.parametrize("path", ["around", "_posts/2021-01-01-around.md", "img/around.png"])
def test_a_link_in_a_circle_is_told_and_takes_nothing_else_away(tmp_path: Path, path: str) -> None:
    write(tmp_path, {"_posts/2020-01-02-a.md": PAGE, "about.md": PAGE, "img/b.png": "x"})
    (tmp_path / path).symlink_to(Path(path).name)
    source = read_source(tmp_path, Config())
    assert sorted(by_path(source)) == ["_posts/2020-01-02-a.md", "about.md", "img/b.png"]
    assert [(note.path, note.kind) for note in source.notes] == [(path, NoteKind.SKIPPED)]


@pytest.mark.parametrize(
    ("folder", "lost"), [("_posts", ["_posts"]), ("", ["."]), ("_site", []), ("img", ["img"])]
)
def test_a_folder_that_nobody_may_list_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, lost: list[str]
) -> None:
    write(tmp_path, {"_posts/2020-01-02-a.md": PAGE, "_site/a.html": PAGE, "img/b.png": "x"})
    listing = os.scandir

    def scandir(path: str) -> object:
        if os.path.realpath(path) == os.path.realpath(tmp_path / folder):
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert [note.path for note in read_source(tmp_path, Config()).notes] == lost


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the names of files are text")
def test_a_name_that_is_no_utf8_is_told_and_left_out(tmp_path: Path) -> None:
    write(tmp_path, {"_posts/2020-01-02-a.md": PAGE})
    for name in (b"_posts/2020-01-03-\xff.md", b"img-\xff.png", b"~\xff.md"):
        Path(tmp_path, os.fsdecode(name)).write_text(PAGE)
    source = read_source(tmp_path, Config())
    assert list(by_path(source)) == ["_posts/2020-01-02-a.md"]
    assert sorted((note.path, note.what) for note in source.notes) == [
        ("_posts/2020-01-03-\ufffd.md", "its name is not UTF-8; give it another"),
        ("img-\ufffd.png", "its name is not UTF-8; give it another")]
