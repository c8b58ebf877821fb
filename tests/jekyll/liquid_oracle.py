"""What Jekyll itself makes of Liquid: many texts in one site."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from .oracle import build_folder

JEKYLL = shutil.which("jekyll")


def built(folder: Path, files: Mapping[str, str], bodies: Sequence[str], front_matter: str = "") -> list[str]:
    """Return what Jekyll makes of each text, as an HTML page without a layout; [] for none."""
    assert JEKYLL
    source = folder / "source"
    for path, text in files.items():
        _write(source / path, text)
    for at, body in enumerate(bodies):
        _write(source / f"case-{at}.html", f"---\nlayout: null\n{front_matter}---\n{body}")
    made = build_folder(source)
    return [made[f"case-{at}.html"].decode() for at in range(len(bodies))]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
