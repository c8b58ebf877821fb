"""Vaults for tests: written into a folder, and what an import makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_career_roadmap.notes.plan import NotesPlan, NoteWishes, plan
from mkdocs_career_roadmap.notes.selection import NamedNotes


def vault(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a vault."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def planned(folder: Path, files: Mapping[str, str], *places: str) -> NotesPlan:
    """Return what the notes at these places become; without any: all."""
    return plan(vault(folder, files), NoteWishes(NamedNotes(places=places or (".",))))


def text_of(folder: Path, text: str, more: Mapping[str, str] | None = None, *places: str) -> str:
    """Return the text of the page that a note becomes, without its front matter."""
    made = planned(folder, {"Note.md": text, **(more or {})}, *places)
    page = str(made.plan.files["docs/note.md"])
    return page.split("---\n", 2)[2].strip("\n")
