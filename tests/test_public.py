"""The names that other programs may use, and the guide's example of such a program."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import mkdocs_career_roadmap
import pytest
from conftest import write
from each import each
from test_docs import FENCED, guide

PACKAGE = Path(mkdocs_career_roadmap.__file__).parent


def example() -> str:
    (code,) = (inner for _, kind, _, inner in FENCED.findall(guide("other-hosts")) if kind == "python")
    return code


@each("name", mkdocs_career_roadmap.__all__)
def test_public_name_comes_from_the_package_and_stands_in_the_guide(name: str) -> None:
    assert getattr(mkdocs_career_roadmap, name).__name__ == name
    assert re.search(rf"^\| `{name}\(", guide("other-hosts"), re.MULTILINE)


def test_public_names_are_those_that_mypy_sees() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    typed = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level
             for alias in node.names}
    assert typed == set(mkdocs_career_roadmap.__all__)


def test_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        getattr(mkdocs_career_roadmap, "biuld")  # noqa: B009 - mypy knows that it is not there


def test_other_entrances_are_where_the_guide_says() -> None:
    from mkdocs_career_roadmap.cli import main
    from mkdocs_career_roadmap.jekyll.plan import plan
    from mkdocs_career_roadmap.mkdocs_host.plugin import CareerRoadmapPlugin
    from mkdocs_career_roadmap.zensical_host.guard import look

    assert all(map(callable, (main, plan, look, CareerRoadmapPlugin)))


def test_package_itself_loads_nothing() -> None:
    code = "import sys, mkdocs_career_roadmap; print(*(m for m in sys.modules if m.startswith('mkdocs')))"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True)
    assert done.stdout == "mkdocs_career_roadmap\n"


def test_example_draws_the_map_without_mkdocs(tmp_path: Path) -> None:
    post = "---\ndate: 2026-03-02\ngoal: Bird counts from sound\nmilestone: {}\nstatus: {}\n---\n# <Hours>\n"
    write(tmp_path, {"docs/a.md": post.format("Label one dawn chorus", "done"),
                     "docs/b.md": post.format("Count them", "dnoe")})
    blocked = f"import sys\nfor name in ('mkdocs', 'properdocs'): sys.modules[name] = None\n{example()}"
    done = subprocess.run([sys.executable, "-c", blocked], cwd=tmp_path, check=True, timeout=60,
                          capture_output=True, text=True)
    first = done.stdout.splitlines()[0]
    assert first == "b.md:5:9: error: unknown status 'dnoe'; did you mean 'done'? [bad-status]"
    html = (tmp_path / "roadmap.html").read_text("utf-8")
    assert html.startswith("<!doctype html><meta charset=utf-8><title>Roadmap</title><style>")
    assert all(words in html for words in ("Bird counts from sound", "Label one dawn chorus", "Count them"))
    assert 'href="docs/a.md"' in html
    assert '<div class="career-roadmap cr-overview">' in html  # without it the stylesheet says nothing


def test_example_is_about_twenty_lines() -> None:
    assert len([line for line in example().splitlines() if line]) <= 25
