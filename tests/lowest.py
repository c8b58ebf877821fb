"""Prints the lowest version of each dependency that pyproject.toml allows, as constraints for pip."""

from __future__ import annotations

import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))


def lowest() -> list[str]:
    """Return a line like `mkdocs==1.6` for each package that the plugin and its site need."""
    needed = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["site"]
    return [line.replace(">=", "==") for line in needed]


if __name__ == "__main__":
    print("\n".join(lowest()))
