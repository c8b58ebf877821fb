"""The plan of the house holds, and its contracts go red where it does not."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugin/mkdocs_career_roadmap"
MOST_MODULES = 22
"""How many modules a folder may have, so that a newcomer sees them at a glance."""


def classes() -> Iterator[tuple[str, str]]:
    """Yield the name of each class that a module defines, and the module's path."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield node.name, path.relative_to(PACKAGE).as_posix()


def test_no_class_name_stands_twice() -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for name, path in classes():
        places[name].append(path)
    assert len(places) > 200  # it did look
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_no_folder_has_more_modules_than_one_sees_at_a_glance() -> None:
    folders = [path for path in (PACKAGE, *PACKAGE.rglob("*")) if path.is_dir()]
    counts = {path.relative_to(PACKAGE).as_posix(): len({*path.glob("*.py")} - {path / "__init__.py"})
              for path in folders}
    assert max(counts.values()) > 5  # it did look
    assert {path: n for path, n in counts.items() if n > MOST_MODULES} == {}


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Return what import-linter says of the package below a folder."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
        cwd=root, env={"PYTHONPATH": str(root / "plugin"), "NO_COLOR": "1"},
        capture_output=True, text=True, timeout=200, check=False)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package and its contracts."""
    shutil.copytree(PACKAGE, tmp_path / "plugin/mkdocs_career_roadmap",
                    ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


PLANTED = (
    ("reading/entry.py", "from ..roadmap import model", "Each room imports only from the rooms below it"),
    ("jekyll/blog/config.py", "from .. import page", "Each room of the import from Jekyll"),
    ("hugo/blog/config.py", "from .. import page", "Each room of the import from Hugo"),
    ("notes/vault.py", "from . import page", "Each room of the import of notes"),
    ("roadmap/parts.py", "import mkdocs", "Only the hosts know MkDocs"),
    ("new_site/lines.py", "import click", "Only the hosts know MkDocs"),
    ("vocabulary/codes.py", "from . import problems", "Nothing imports in a circle"),
)
"""Imports that there must not be, each with what it breaks."""


def test_planted_imports_break_the_contracts(house: Path) -> None:
    for path, line, _ in PLANTED:
        module = house / "plugin/mkdocs_career_roadmap" / path
        before = "from __future__ import annotations\n"
        text = module.read_text("utf-8")
        assert before in text
        module.write_text(text.replace(before, f"{before}{line}\n", 1), "utf-8")
    said = lint(house)
    assert said.returncode == 1, said.stdout + said.stderr
    summary, _, told = said.stdout.partition("Broken contracts")
    broken = [row for row in summary.splitlines() if row.endswith("BROKEN")]
    for path, _, contract in PLANTED:
        assert any(row.startswith(contract) for row in broken), (contract, broken)
        name = path.removesuffix(".py").replace("/", ".")
        assert f"{name} -> " in told or f"-> .{name.rpartition('.')[2]} " in told, (name, told)


def test_new_room_wants_its_place_in_the_plan(house: Path) -> None:
    room = house / "plugin/mkdocs_career_roadmap/attic"
    room.mkdir()
    (room / "__init__.py").touch()
    assert "attic" in lint(house).stdout


def test_house_as_it_is_keeps_its_contracts(house: Path) -> None:
    said = lint(house)
    assert said.returncode == 0, said.stdout + said.stderr
