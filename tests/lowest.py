"""Prints the lowest version of each dependency that pyproject.toml allows, as constraints for pip."""

from __future__ import annotations

import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))


def lowest() -> list[str]:
    """Return a line like `mkdocs==1.6` for each package that the plugin and its site need.

    Where the tests need a newer one than users do, it is that one.
    """
    groups = PROJECT["dependency-groups"]
    needed = dict(line.split(">=") for line in PROJECT["project"]["dependencies"] + groups["site"])
    tests = dict(line.split(">=") for line in groups["test"] if isinstance(line, str) and ">=" in line)
    return [f"{name}=={tests.get(name, version)}" for name, version in needed.items()]


if __name__ == "__main__":
    print("\n".join(lowest()))
