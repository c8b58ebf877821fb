"""What the package imports is declared, and what is declared is imported."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import lowest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "plugin/mkdocs_career_roadmap"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DECLARED = PROJECT["dependencies"]
_EXTRAS = PROJECT["optional-dependencies"]
OF_EXTRAS = [*_EXTRAS["bibliography"], *(one for one in _EXTRAS["hugo"] if one.startswith("markdown-it-py"))]
"""Those of the extra `cards`, and the plugins of markdown-it-py, are imported by name."""
THROUGH = {"zoneinfo": "tzdata"}
"""Modules of Python that read what another package brings."""


def same(name: str) -> str:
    """Return a name as registries compare them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imports(code: str) -> Iterator[str]:
    """Yield the packages that a file imports, its own left out, within functions, too."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def imported() -> set[str]:
    """Return what the package imports from others, by the names of their distributions."""
    brought_by = packages_distributions()
    modules = {name for path in PACKAGE.rglob("*.py") for name in imports(path.read_text("utf-8"))}
    ours = sys.stdlib_module_names | {PACKAGE.name}
    return ({same(name) for module in modules - ours for name in brought_by[module]}
            | {THROUGH[name] for name in modules & THROUGH.keys()})


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    declared = [*DECLARED, *OF_EXTRAS]
    assert sorted(same(re.split(r"[<>=!~ ;\[]", line)[0]) for line in declared) == sorted(imported())


def test_imports_are_found_wherever_they_stand() -> None:
    code = "import a.b, c\nfrom d.e import f\nfrom . import g\ndef h():\n  from i import j\n"
    assert set(imports(code)) == {"a", "c", "d", "i"}


def test_every_dependency_has_a_lowest_version_and_mkdocs_a_bound() -> None:
    assert "mkdocs>=1.6.1,<2" in DECLARED
    assert all(">=" in line for line in DECLARED)


def test_lowest_versions_are_exact_ones() -> None:
    assert lowest.pin("mkdocs>=1.6,<2") == "mkdocs==1.6"
    assert lowest.pin("tzdata>=2024.1; sys_platform == 'win32'") == "tzdata==2024.1; sys_platform == 'win32'"
    assert "pathspec==0.11.1" in lowest.lowest()
