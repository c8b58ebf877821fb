"""The built package has every file that it needs, and no other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling import build

ROOT = Path(__file__).parent.parent
NAME = "mkdocs_career_roadmap"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the source package, built from a copy of the project."""
    folder = tmp_path_factory.mktemp("dist")
    here = folder / "project"
    shutil.copytree(ROOT, here, ignore=shutil.ignore_patterns(
        ".git", ".venv", ".mutants", "site", "dist", "__pycache__", ".*_cache", ".hypothesis", ".coverage*"))
    before = Path.cwd()
    os.chdir(here)
    try:
        build.build_wheel(str(folder))
        build.build_sdist(str(folder))
    finally:
        os.chdir(before)
    return folder


def source() -> Iterator[str]:
    """Yield the files of the package, as they lie in the project."""
    plugin = ROOT / "plugin"
    for path in (plugin / NAME).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(plugin).as_posix()


def test_wheel_has_every_file_of_the_package_and_nothing_else(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    about = {name.partition("/")[2] for name in names if ".dist-info/" in name}
    assert sorted(name for name in names if ".dist-info/" not in name) == sorted(source())
    assert about == {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE",
                     "licenses/NOTICE"}


@pytest.mark.parametrize("file", [
    "py.typed", "pages/assets/career-roadmap.css", "pages/assets/career-roadmap.js",
    "pages/templates/career-roadmap/board.html", "authoring/scaffold/mkdocs.yml",
    "authoring/scaffold/site.yml", "authoring/scaffold/rebuild.yml",
    "authoring/scaffold/gitignore.txt", "authoring/scaffold/goal.md",
    "exports/roadmap.schema.json",
    "mkdocs_host/generated.md", "vocabulary/languages/de.py"])
def test_wheel_has_files_of_each_kind(dist: Path, file: str) -> None:
    (wheel,) = dist.glob("*.whl")
    assert f"{NAME}/{file}" in zipfile.ZipFile(wheel).namelist()


def test_source_package_can_be_tested_and_built(dist: Path) -> None:
    (archive,) = dist.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert {f"plugin/{name}" for name in source()} <= names
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "mkdocs.yml", "refs.bib",
            "tests/crawl.py", "docs/index.md"} <= names
    assert not [name for name in names if name.startswith((".git/", "site/", ".venv/"))]


def test_what_is_installed_begins_a_site_and_builds_it(dist: Path, tmp_path: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    # What is measured is the source, and not a copy that is gone when the measure is read.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    env |= {"PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}

    def run(*words: str) -> str:
        return subprocess.run([sys.executable, *words], cwd=tmp_path, env=env, check=True,
                              capture_output=True, text=True, timeout=120).stdout

    assert run("-c", f"import {NAME} as ours; print(ours.__file__)").startswith(str(installed))
    run("-m", NAME, "init", "mine")
    run("-m", "mkdocs", "build", "--strict", "-f", "mine/mkdocs.yml")
    assert (tmp_path / "mine/site/roadmap/index.html").is_file()
