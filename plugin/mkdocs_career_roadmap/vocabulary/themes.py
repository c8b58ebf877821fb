"""Material for MkDocs and MaterialX, its fork: what the one has the other has, by another name."""

from __future__ import annotations

MATERIAL = ("material", "materialx")
"""The names of the themes."""


def of_material(plugin: str) -> tuple[str, ...]:
    """Return the names under which a site may have a plugin that comes with them."""
    return (*(f"{theme}/{plugin}" for theme in MATERIAL), plugin)
