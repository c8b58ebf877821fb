"""A folder of private pages outside the docs folder: read by who sees what is private, and by no build."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.test_check import run
from conftest import write
from hosts import post
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.project.errors import ProjectError

CONFIG = "site_name: Ada\nplugins: [search, career-roadmap: {{as_of: 2026-04-01, private_docs: {}}}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {
        "mkdocs.yml": CONFIG.format("private"), "docs/index.md": "# Home\n", "docs/a.md": post(),
        "private/okapi.md": post("visibility: public", name="Paint okapis"),
        "private/.hidden.md": post("x: ["),
        "private/p/x.png": "x", "private/p/okapi.md": post("status: dnoe", name="Draw okapis")})
    return tmp_path


@pytest.mark.parametrize(("name", "told"), [
    ("docs", "every builder reads what lies in the docs folder, 'docs'; name a folder beside it"),
    ("docs/private", "every builder reads what lies in the docs folder, 'docs'; name a folder beside it"),
    (".", "every builder reads what lies in the docs folder"),
    ("x/../docs/private", "every builder reads"),
    ("link", "every builder reads"),
    (".private", "give the folder a name of letters, digits, - and _"),
    ("taken", "and 'docs' has a folder 'taken', too; rename one of them"),
])
def test_folder_that_a_build_would_read_is_refused(folder: Path, name: str, told: str) -> None:
    write(folder, {"docs/private/x.md": "", "docs/taken/x.md": "", "taken/x.md": "", ".private/x.md": ""})
    (folder / "link").symlink_to(folder / "docs/private")
    write(folder, {"mkdocs.yml": CONFIG.format(name)})
    with pytest.raises(ProjectError, match=f"private_docs is '{name}'") as error:
        read_project(folder / "mkdocs.yml")
    assert told in str(error.value)


def test_folder_that_is_not_there_is_none(folder: Path) -> None:
    write(folder, {"mkdocs.yml": CONFIG.format("elsewhere")})
    assert read_project(folder / "mkdocs.yml").private is None


def test_check_tells_of_its_pages_at_their_places(folder: Path) -> None:
    done = run(folder, "check")
    assert "private/p/okapi.md:6:9: error: unknown status 'dnoe'" in done.stdout
    assert "docs/private" not in done.stdout
    assert done.stderr.startswith("1 error in 4 pages, 1 post, 1 milestone")


def test_commands_that_tell_what_is_private_read_it_and_public_ones_do_not(folder: Path) -> None:
    write(folder, {"private/p/okapi.md": post("status: done", name="Draw okapis")})
    listed, public = run(folder, "list").stdout, run(folder, "list", "--public").stdout
    assert "Paint okapis" in listed
    assert "Draw okapis" in listed
    assert "okapi" not in public
    assert "Reproduce it" in public


def test_rename_changes_its_pages_where_they_lie(folder: Path) -> None:
    write(folder, {"private/p/okapi.md": post(name="Reproduce it")})
    done = run(folder, "rename", "milestone", "Reproduce it", "Run it again", "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    for path in ("docs/a.md", "private/p/okapi.md"):
        assert "milestone: Run it again" in (folder / path).read_text("utf-8")
    assert not (folder / "docs/private").exists()


def test_new_page_lies_beside_those_of_its_kind_and_never_below_docs(folder: Path) -> None:
    write(folder, {"private/goals/okapi.md": "---\ntype: goal\ntitle: Okapis\n---\n"})
    assert run(folder, "new", "goal", "Zebras").returncode == 0
    assert not (folder / "docs/private").exists()
    assert len(list(folder.rglob("zebras.md"))) == 1


def test_check_finds_what_a_site_has_of_it(folder: Path) -> None:
    write(folder, {"private/p/okapi.md": "---\ntitle: The okapi diary\n---\n",
                   "site/index.html": "<p class='career-roadmap cr-x'>The okapi diary</p>"})
    done = run(folder, "check", "--site", "site")
    assert done.returncode == 1
    assert "of private/p/okapi.md stands here" in done.stdout
