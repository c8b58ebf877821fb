"""What a build leaves to the next run is used if it is good, and never otherwise."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from hosts import in_process
from mkdocs.structure.pages import Page
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.mkdocs_host.remember import disk_memory, on_disk, rendering
from mkdocs_career_roadmap.project.on_disk import versions
from mkdocs_career_roadmap.project.on_disk.freeze import UnfitError

from .server import Server, serving

CONFIG = """\
site_name: Ada
theme: mkdocs
plugins: [search, {career-roadmap: {as_of: 2026-04-01, remember: true}}]
nav: [index.md]
not_in_nav: /posts/
"""
POST = "---\ndate: 2026-03-01\ngoal: A goal\nmilestone: M\n---\n# Post\n\nWords.\n"
FILES = {"mkdocs.yml": CONFIG, "docs/index.md": "# Home\n\n[a](posts/a.md)\n", "docs/posts/a.md": POST,
         "docs/posts/b.md": POST.replace("# Post", "# Another post")}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path / "site", FILES, "build", is_on_disk=True) as made:
        yield made


def memory(server: Server) -> Path:
    return server.folder / disk_memory.USUAL


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the pages whose Markdown is rendered from now on."""
    done: list[str] = []
    real = rendering._RENDER

    def noting(page: Page, *args: Any) -> None:
        done.append(page.file.src_uri)
        real(page, *args)

    monkeypatch.setattr(rendering, "_RENDER", noting)
    monkeypatch.setattr(rendering.Page, "render", noting)
    return done


def test_next_run_makes_only_what_has_changed(server: Server, rendered: list[str]) -> None:
    assert server.is_right()
    rendered.clear()
    server.build()
    assert rendered == []
    (server.folder / "docs/posts/a.md").write_text(POST + "More.\n", "utf-8")
    made = server.build()
    assert rendered == ["posts/a.md"]
    assert server.is_right(made)


def test_next_run_draws_the_roadmap_only_when_it_has_changed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    real = Site.fragments

    def noting(site: Site, page: Any, *args: Any) -> tuple[str, str]:
        drawn.append(page.path)
        return real(site, page, *args)

    monkeypatch.setattr(Site, "fragments", noting)
    server.build()
    every = set(drawn)
    for edit, draws in ((POST + "\nMore.\n", set()), (POST.replace("goal: A goal", "goal: B"), every)):
        drawn.clear()
        (server.folder / "docs/posts/a.md").write_text(edit, "utf-8")
        made = server.build()
        assert draws <= set(drawn)
        assert bool(drawn) == bool(draws)
        assert server.is_right(made)


def test_templates_of_the_site_for_the_roadmap_are_used(server: Server) -> None:
    server.build()
    own = server.folder / "theme/career-roadmap/post.html"
    own.parent.mkdir(parents=True)
    own.write_text("<p>mine</p>", "utf-8")
    config = server.folder / "mkdocs.yml"
    config.write_text(CONFIG.replace("theme: mkdocs", "theme: {name: mkdocs, custom_dir: theme}"), "utf-8")
    assert server.is_right()
    own.write_text("<p>other</p>", "utf-8")
    assert server.is_right()


def test_runs_of_any_order_of_hashes_and_of_any_day_leave_the_same(tmp_path: Path) -> None:
    """Keys must not hang on a process, nor on the day."""
    left = []
    with serving(tmp_path / "site", FILES) as made:
        for number in ("1", "2"):
            day = str(1775000000 + 86400 * int(number))
            code, log = in_process(made.folder, "mkdocs", ["build", "-q"], {
                "PYTHONHASHSEED": number, "SOURCE_DATE_EPOCH": day, "NO_MKDOCS_2_WARNING": "1"})
            assert code == 0, log
            content = json.loads(memory(made).read_bytes().split(b"\n")[2])
            rows = {page: (*content["rendered"][page][:4], *content["outputs"][page][:3])
                    for page in content["outputs"] if page != "index.md"}  # which says when it was built
            left.append((rows, content["templates"], content["sets"], content["found"]))
    assert len(left[0][0]) > 3
    assert left[0] == left[1]
    assert (made.folder / ".cache/career-roadmap/.gitignore").read_text("utf-8") == "*\n"


def test_what_has_become_private_is_gone_from_the_site_and_from_what_is_left(server: Server) -> None:
    b = server.folder / "docs/posts/b.md"
    secret = POST.replace("# Post", "# Zebra").replace("Words.", "Quokka.")
    b.write_text(secret, "utf-8")
    (server.folder / "docs/posts/a.md").write_text(POST + "\n[it](b.md)\n", "utf-8")
    assert server.is_right()
    assert b"Quokka" in memory(server).read_bytes()
    b.write_text(secret.replace("---\ndate", "---\nvisibility: private\ndate", 1), "utf-8")
    assert server.is_right()
    site = b"".join(file.read_bytes() for file in server.out.rglob("*") if file.is_file())
    for word in (b"Zebra", b"Quokka", b"posts/b"):
        assert word not in site
        assert word not in memory(server).read_bytes()


def test_page_that_names_a_hidden_one_until_it_is_swept_is_not_left(server: Server) -> None:
    (server.folder / "docs/posts/hush-hush.md").write_text("---\nvisibility: private\n---\n# X\n", "utf-8")
    words = '\n<a href="../hush-hush/">it</a>\n\nSee posts/hush-hush.md.\n'
    (server.folder / "docs/posts/a.md").write_text(POST + words, "utf-8")
    assert server.is_right()
    assert b"hush-hush" not in memory(server).read_bytes()
    assert b"Another post" in memory(server).read_bytes()


def test_build_that_fails_and_preview_leave_nothing(tmp_path: Path) -> None:
    with serving(tmp_path / "site", {**FILES, "docs/bad.md": "---\nmilestone: [\n---\n"}, "build",
                 is_on_disk=True) as server:
        assert "error" in str(server.build()).casefold()
        assert not memory(server).exists()
        (server.folder / "docs/bad.md").unlink()
        server.command = "serve"
        assert isinstance(server.build(), dict)
        assert not memory(server).exists()


def _hashed(body: bytes) -> bytes:
    return on_disk.FIRST_LINE + blake2b(body, digest_size=32).hexdigest().encode() + b"\n" + body


def _edited(whole: bytes, step: str, value: Any) -> bytes:
    """Return a file whose hash is right, and which has something else under a name."""
    head, _, texts = whole.split(b"\n", 2)[2].partition(b"\n")
    return _hashed(json.dumps({**json.loads(head), step: value}).encode() + b"\n" + texts)


_NOT_OURS = "it is not what this version writes"


@pytest.mark.parametrize(("spoil", "why"), [
    (lambda whole: whole[:-1], "it is broken"),
    (lambda whole: whole.replace(b"Words", b"Wards"), "it is broken"),
    (lambda whole: whole.replace(b"p, 2", b"p, 1", 1), "another version has written it"),
    (lambda whole: whole[:len(on_disk.FIRST_LINE)], "it is broken"),
    (lambda whole: _edited(whole, "made by", "x"), "other versions have written it"),
    (lambda _: _hashed(b"[" * 100_000), _NOT_OURS),
    (lambda _: _hashed(b"\xff\n"), _NOT_OURS),
    (lambda _: _hashed(b"[]\n"), "other versions have written it"),
    (lambda whole: _edited(whole, "templates", {"x": 1}), _NOT_OURS),
    (lambda whole: _edited(whole, "outputs", {"x": ["t", 99, [], [0, 1]]}), _NOT_OURS),
])
def test_file_that_is_not_good_is_told_in_a_line_and_all_is_made_anew(
    server: Server, rendered: list[str], spoil: Any, why: str
) -> None:
    server.build()
    file = memory(server)
    file.write_bytes(spoil(file.read_bytes()))
    rendered.clear()
    server.told.clear()
    assert isinstance(server.build(), dict)
    assert [line.partition("all is made anew: ")[2] for line in server.told] == [why]
    assert len(rendered) > 2
    server.told.clear()
    server.build()
    assert server.told == []


def test_file_of_somebody_else_stays_as_it_is(server: Server) -> None:
    config = server.folder / "mkdocs.yml"
    config.write_text(CONFIG.replace("remember: true", "remember: notes.txt"), "utf-8")
    (server.folder / "notes.txt").write_text("My notes.\n", "utf-8")
    assert server.is_right()
    shown = os.path.relpath(server.folder / "notes.txt")
    stays = f"{shown} is something else and stays as it is; name another file, or take it away"
    assert [line.split(": ")[-1] for line in server.told] == ["it is something else", stays]
    assert (server.folder / "notes.txt").read_text("utf-8") == "My notes.\n"


_ROW = ["of", "asked", [], [], [0, 3], [], "title", [], None]
_EXCERPT = [["rules", None], [["x.md", None]], [[10, "said"]], [0, 3], None, [], "shown"]


@pytest.mark.parametrize(("step", "value"), [
    ("sets", [["a"]]), ("found", {"x": []}), ("found", {"x": {"y": ["key", [1]]}}), ("outputs", None),
    ("own", ["", [["path", "url", "top", "bottom", [1]]], [], "", []]),
    ("own", ["", [], [["name", "place", None]], "", []]), ("own", ["", [], [], "", [["path", "text"]]]),
    *(("rendered", {"x": [*_ROW[:at], value, *_ROW[at + 1:]]})
      for at, value in enumerate([1, 1, [["x", 1]], [["x", 1]], 5, [{}], 1, [1], [[None]]])),
    *(("excerpts", {"x": [[*_EXCERPT[:at], value, *_EXCERPT[at + 1:]]]})
      for at, value in enumerate([[1], [["x", 1]], [["x", 1]], 5, [0], [{}], None])),
])
def test_nothing_is_taken_of_a_file_with_another_shape_whatever_its_hash_says(
    tmp_path: Path, step: str, value: Any
) -> None:
    file = tmp_path / "memory"
    good = {"rendered": {"x": _ROW}, "outputs": {}, "templates": {}, "sets": [], "found": {},
            "own": ["", [], [], "", []], "excerpts": {"x": [_EXCERPT]}, "made by": "me"}
    file.write_bytes(_hashed(json.dumps(good).encode() + b"\n<p>"))
    kept = on_disk.read(file, "me")
    assert kept is not None
    assert kept.rendered["x"].content == "<p>"
    assert [one.lookups for one in kept.excerpts["x"]] == [(("x.md", None),)]
    file.write_bytes(_edited(file.read_bytes(), step, value))
    with pytest.raises(on_disk.UnreadError, match=_NOT_OURS):
        on_disk.read(file, "me")


@pytest.mark.parametrize(("value", "told"), [
    ("docs/x", "is published; name one outside of that folder"), ("''", "the name of the file is empty"),
    ("3", "3 is neither true, nor false, nor the name of a file"),
])
def test_file_that_cannot_be_is_refused(server: Server, value: str, told: str) -> None:
    (server.folder / "mkdocs.yml").write_text(CONFIG.replace("remember: true", f"remember: {value}"), "utf-8")
    built = server.build()
    assert told in "\n".join([str(built), *server.logged])


def test_package_that_somebody_works_on_leaves_nothing(
    server: Server, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def working() -> str:
        raise UnfitError("x-1.dist-info is installed from a folder that may change")

    monkeypatch.setattr(disk_memory, "made_by", working)
    server.build()
    assert not memory(server).exists()
    assert server.told == [
        "nothing is kept for the next build: x-1.dist-info is installed from a folder that may change"]


def test_versions_of_packages_and_our_own_files_count(monkeypatch: pytest.MonkeyPatch) -> None:
    before = versions.made_by()
    assert versions.made_by() == before
    monkeypatch.setattr(versions, "_packages", lambda _: iter([("markdown-9.dist-info", "")]))
    assert versions.made_by() != before
