"""What is in a site stays only if it is written again, and nobody sees a file of before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs import utils
from mkdocs.structure import pages
from mkdocs_career_roadmap.project.on_disk import looks

from .server import Server, serving

CONFIG = ("site_name: Ada\ntheme: {name: mkdocs, custom_dir: theme}\n"
          "plugins: [{career-roadmap: {as_of: 2026-04-01}}]\n")
FILES = {"mkdocs.yml": CONFIG, "docs/index.md": "# Home\n", "docs/a.md": "Words.\n", "docs/b.md": "Words.\n",
         "docs/x.txt": "x", "docs/deep/er/c.md": "Words.\n", "theme/empty.html": ""}


def old(server: Server) -> None:
    """Let the files of an author be so old that nobody doubts whether they are the same."""
    for file in server.folder.rglob("*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))


def times(server: Server) -> dict[str, int]:
    return {file.relative_to(server.out).as_posix(): file.stat().st_mtime_ns
            for file in server.out.rglob("*") if file.is_file()}


def written(server: Server, before: dict[str, int]) -> set[str]:
    """Return the files that were written since."""
    return {path for path, time in times(server).items() if before.get(path) != time}


def test_only_what_changed_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "UNSURE", -(10**18))  # a file of a test is new
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        before = times(server)
        (server.folder / "docs/a.md").write_text("Others.\n", "utf-8")
        assert server.is_right()
        assert written(server, before) - {"sitemap.xml.gz"} == {"a/index.html"}
        assert len(before) > 30


def test_file_that_was_just_changed_is_copied_again(tmp_path: Path) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        file = server.folder / "docs/x.txt"
        status = file.stat()
        file.write_text("y", "utf-8")
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))  # as if in the same instant
        assert server.is_right()


@pytest.mark.parametrize("edits", [
    {"docs/a.md": None}, {"docs/deep/er/c.md": None}, {"docs/a.md": "---\ntemplate: empty.html\n---\n"},
    {"docs/a.md": None, "docs/a": "a file where a folder was"},
    {"docs/x.txt": None, "docs/x.txt/index.md": "x"},
    {"mkdocs.yml": CONFIG + "use_directory_urls: false\n"}, {"mkdocs.yml": CONFIG + "exclude_docs: a.md\n"},
], ids=str)
def test_what_is_not_in_the_site_any_more_is_gone(tmp_path: Path, edits: dict[str, str | None]) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        for path, text in edits.items():
            file = server.folder / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
        assert server.is_right()
        folders = [folder for folder in server.out.rglob("*") if folder.is_dir()]
        assert all(any(folder.iterdir()) for folder in folders)


def test_what_somebody_else_put_into_the_site_is_taken_out(tmp_path: Path) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        (server.out / "a/index.html").write_text("mine", "utf-8")
        (server.out / "new").mkdir()
        (server.out / "new/file.html").write_text("mine", "utf-8")
        (server.out / "link.html").symlink_to(server.out / "index.html")
        (server.out / ".nojekyll").write_text("", "utf-8")
        left = server.build()
        assert isinstance(left, dict)
        assert left.pop(".nojekyll") == b""  # MkDocs leaves it, too
        assert left == server.clean()


def test_build_that_fails_in_the_middle_gives_mkdocs_its_functions_back(tmp_path: Path) -> None:
    before = utils.write_file, utils.copy_file, utils.clean_directory, pages.urljoin
    with serving(tmp_path / "site", {**FILES, "theme/broken.html": "{% broken"}) as server:
        server.build()
        (server.folder / "docs/a.md").write_text("---\ntemplate: broken.html\n---\n", "utf-8")
        assert "TemplateSyntaxError" in server.build()
        assert (utils.write_file, utils.copy_file, utils.clean_directory, pages.urljoin) == before
        (server.folder / "docs/a.md").write_text("Mended.\n", "utf-8")
        assert server.is_right()
        assert (utils.write_file, utils.copy_file, utils.clean_directory, pages.urljoin) == before


def test_file_that_has_the_name_of_a_page_s_folder_ends_the_build_as_ever(tmp_path: Path) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        (server.folder / "docs/a").write_text("a file beside a.md", "utf-8")
        assert server.is_right()
        assert "FileExistsError" in server.build()
        (server.folder / "docs/a").unlink()
        assert server.is_right()
