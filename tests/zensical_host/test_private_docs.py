"""The folder `private_docs` shows in previews, and in no file of a site, whichever host builds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.test_check import run
from conftest import MakeSite, write
from hosts import HOME, build, config, good, post
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.project.read_site import read_site
from mkdocs_career_roadmap.zensical_host.staging import stage
from preview import serving

OPTIONS = "{as_of: 2026-04-01, private_docs: private}"
PRIVATE = {"private/okapi.md": post("status: done", name="Paint okapis"),
           "private/okapi/index.md": "# The okapi diary\n\n![x](okapi.png) [a](../../a.md)\n",
           "private/okapi/okapi.png": "okapi"}


@pytest.fixture
def folder(site: MakeSite) -> Path:
    made = site({**HOME, "a.md": post()}, config(OPTIONS, theme="{name: material, font: false}"))
    write(made, PRIVATE)
    return made


def with_okapi(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
            and ("okapi" in path.as_posix() or b"okapi" in path.read_bytes().lower())]


def test_no_file_has_it_that_mkdocs_writes(folder: Path) -> None:
    good(build(folder))
    assert with_okapi(folder / "site") == []


def test_no_file_has_it_that_is_staged_and_built_with_zensical(folder: Path) -> None:
    done = run(folder, "zensical", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert with_okapi(folder / "site") == []
    assert with_okapi(folder / ".career-roadmap") == []


def test_preview_is_staged_with_it(folder: Path) -> None:
    project = read_project(folder / "mkdocs.yml")
    read = read_site(project, project.as_of or project.today(), keep_private=True)
    made = stage(project, read, is_preview=True)
    docs = folder / ".career-roadmap/preview/docs"
    assert "Words." in (docs / "private/okapi.md").read_text("utf-8")
    assert (docs / "private/okapi/okapi.png").read_text("utf-8") == "okapi"
    assert (docs / "roadmap/milestones/paint-okapis.md").exists()
    assert made.site.notices["private/okapi.md"] == "private"
    assert {m.title for m in made.site.public.milestones} == {"Reproduce it"}


@pytest.mark.parametrize("more", ["", ", problems: {outside-link: 'off'}", ", enabled: false"],
                         ids=["", "links are followed", "switched off"])
def test_no_link_leads_into_it(folder: Path, more: str) -> None:
    options = OPTIONS.replace("}", f"{more}}}")
    write(folder, {"mkdocs.yml": config(options, theme="mkdocs"), "docs/b.md": "# B\n"})
    (folder / "docs/one.md").symlink_to(folder / "private/okapi.md")
    (folder / "docs/all").symlink_to(folder / "private")
    made = build(folder, strict=False)
    assert with_okapi(folder / "site") == []
    assert not list((folder / "site").glob("one*"))
    assert made.has("b")
    assert run(folder, "zensical", "stage").returncode == 0
    assert not list((folder / ".career-roadmap/docs").glob("one*"))
    assert with_okapi(folder / ".career-roadmap") == []


@pytest.mark.parametrize("more", ["", ", enabled: false"], ids=["", "switched off"])
def test_mkdocs_refuses_a_folder_that_it_would_build(site: MakeSite, more: str) -> None:
    made = build(site({**HOME, "private/okapi.md": post()}, config(f"{{private_docs: docs/private{more}}}")))
    assert made.code != 0
    assert "private_docs is 'docs/private', but every builder reads" in made.log
    assert not (made.site.folder / "index.html").exists()


@pytest.mark.slow
def test_preview_of_mkdocs_shows_it_and_what_is_saved_there(folder: Path) -> None:
    with serving(folder) as server:
        server.shows("private/okapi/", "The okapi diary", "Private: not in the built site.")
        server.shows("roadmap/", "Paint okapis")
        write(folder, {"private/other.md": post("status: done", name="Draw okapis")})
        server.shows("roadmap/", "Draw okapis")
