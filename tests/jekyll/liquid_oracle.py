"""What Jekyll itself makes of Liquid: many texts in one site."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

JEKYLL = shutil.which("jekyll")


def built(folder: Path, files: Mapping[str, str], bodies: Sequence[str], front_matter: str = "") -> list[str]:
    """Return what Jekyll makes of each text, as an HTML page without a layout; [] for none."""
    assert JEKYLL
    source, site = folder / "source", folder / "site"
    for path, text in files.items():
        _write(source / path, text)
    for at, body in enumerate(bodies):
        _write(source / f"case-{at}.html", f"---\nlayout: null\n{front_matter}---\n{body}")
    done = subprocess.run(
        [JEKYLL, "build", "--quiet", "--disable-disk-cache", "--source", source, "--destination", site],
        env={**os.environ, "TZ": "UTC", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[:2000]
    return [(site / f"case-{at}.html").read_bytes().decode() for at in range(len(bodies))]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
