"""Prints the lowest version of each dependency that pyproject.toml allows, as constraints for pip."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))


def pin(requirement: str) -> str:
    """Return the lowest version of a requirement: `mkdocs==1.6` for `mkdocs>=1.6,<2`."""
    return re.sub(r">=([^,;\s]+)(?:,[^;\s]+)?", r"==\1", requirement)


def lowest() -> list[str]:
    """Return a line like `mkdocs==1.6` for each package that the plugin and its site need."""
    needed = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["site"]
    return [pin(line) for line in needed]


if __name__ == "__main__":
    print("\n".join(lowest()))
