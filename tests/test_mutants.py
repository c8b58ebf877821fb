"""The table of `make mutants` is true: its modules and files of tests exist, and no module is forgotten."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugin/mkdocs_career_roadmap"
TABLE: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutants"]
WITHOUT = {"__init__", "mkdocs_host"}
"""Few or none of the tests of these call functions: they start processes, or build whole sites."""


def mutable() -> set[str]:
    """Return the modules with functions that mutmut changes: those without a decorator."""
    return {path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef) and not node.decorator_list}


def test_table_names_modules_that_mutmut_can_change() -> None:
    assert TABLE.keys() - mutable() == set()


def test_table_names_files_of_tests_for_each_module() -> None:
    paths = {name: ROOT / "tests" / Path(name).with_name(f"test_{Path(name).name}.py")
             for names in TABLE.values() for name in names}
    assert all(TABLE.values())
    assert {name for name, path in paths.items() if not path.is_file()} == set()


def test_every_module_has_tests_that_judge_it() -> None:
    assert {name for name in mutable() - TABLE.keys() if name.partition("/")[0] not in WITHOUT} == set()
