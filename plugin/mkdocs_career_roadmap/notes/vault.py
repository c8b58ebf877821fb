"""A folder of notes as it lies on disk: its notes with their properties, its other files, its settings."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from mkdocs_career_roadmap.new_site.lines import unmarked
from mkdocs_career_roadmap.project.errors import ProjectError

_FENCE = re.compile(r"---[ \t]*\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENDING = ".md"


@dataclass(frozen=True, slots=True)
class VaultNote:
    """A note."""

    path: str
    """From the vault's folder, with forward slashes."""
    properties: Mapping[str, object]
    body: str
    body_line: int
    """The line that the body begins on, from 1."""
    unreadable: str = ""
    """Why it cannot be read; empty: it can."""

    @property
    def name(self) -> str:
        """What Obsidian calls it: its file's name without the ending."""
        return self.path.rpartition("/")[2].removesuffix(_ENDING)

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def aliases(self) -> list[str]:
        return texts_of(self.properties, "aliases", "alias")

    @property
    def is_held(self) -> bool:
        """True for a note whose page no build publishes, so that nothing may lead to it."""
        said = {key.lower(): str(value).strip().lower() for key, value in self.properties.items()}
        return said.get("draft") == "true" or said.get("visibility", "public") != "public"

    @property
    def is_drawing(self) -> bool:
        """True for a note that is the file of a drawing."""
        return self.path.endswith(".excalidraw.md") or "excalidraw-plugin" in self.properties


@dataclass(frozen=True, slots=True)
class Vault:
    """All of a folder of notes."""

    root: Path
    notes: Mapping[str, VaultNote]
    """By path, sorted."""
    files: tuple[str, ...]
    """What is no note, by path, sorted."""
    breaks_lines: bool = True
    """A line's end in a paragraph is a line break, unless the settings say otherwise."""
    links: int = 0
    """How many links of the file system there are; none is followed."""


def read_vault(root: Path) -> Vault:
    """Return the vault in a folder. Folders whose names begin with a dot hold settings and what was thrown
    away; links of the file system may lead out of the vault. Raises ProjectError for a folder that cannot
    be read.
    """
    notes: dict[str, VaultNote] = {}
    files: list[str] = []
    links = 0

    def refuse(error: OSError) -> None:
        raise ProjectError(f"{error.filename} cannot be read: {error.strerror}")

    for folder, folders, names in os.walk(root, onerror=refuse):
        kept = [name for name in folders if not name.startswith(".")]
        links += sum(os.path.islink(os.path.join(folder, name)) for name in kept)  # noqa: PTH114, PTH118
        folders[:] = sorted(kept)
        for name in sorted(names):
            file = Path(folder) / name
            if name.startswith("."):
                continue
            if file.is_symlink():
                links += 1
                continue
            path = (
                file.relative_to(root)
                .as_posix()
                .encode("utf-8", "surrogateescape")
                .decode("utf-8", "replace")
            )
            if name.endswith(_ENDING):
                notes[path] = _note(path, file)
            else:
                files.append(path)
    settings = _settings(root / ".obsidian" / "app.json")
    return Vault(
        root,
        dict(sorted(notes.items())),
        tuple(sorted(files)),
        settings.get("strictLineBreaks") is not True,
        links,
    )


def _note(path: str, file: Path) -> VaultNote:
    try:
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        return VaultNote(path, {}, "", 1, f"it cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        return VaultNote(path, {}, "", 1, "it is not in UTF-8")
    text = unmarked(text)
    match = _FENCE.match(text)
    if not match:
        return VaultNote(path, {}, text, 1)
    try:
        properties = yaml.safe_load(match[1]) if match[1].strip() else {}
    except (yaml.YAMLError, ValueError, RecursionError):
        return VaultNote(path, {}, "", 1, "its properties are not YAML, so nobody can tell what they forbid")
    if properties is None:
        properties = {}
    if not isinstance(properties, dict):
        return VaultNote(path, {}, "", 1, "its properties are not a list of names with values")
    return VaultNote(
        path,
        {str(key): value for key, value in properties.items()},
        text[match.end() :],
        1 + text[: match.end()].count("\n"),
    )


def _settings(file: Path) -> Mapping[str, object]:
    """Return the settings of a vault; none, or what is no JSON: Obsidian's own defaults, which are an empty
    one.
    """
    try:
        settings = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return settings if isinstance(settings, dict) else {}


def texts_of(properties: Mapping[str, object], *names: str) -> list[str]:
    """Return the texts of a property that is a list or one text; names are alike in capitals and small
    letters.
    """
    found: list[str] = []
    for key, value in properties.items():
        if key.lower() in names:
            items = value if isinstance(value, list) else [value]
            found += [
                str(one).strip()
                for one in items
                if isinstance(one, str | int | float) and not isinstance(one, bool) and str(one).strip()
            ]
    return found


def tags_of(properties: Mapping[str, object]) -> list[str]:
    """Return the tags of the properties: a list, or a text with commas or spaces between; each once."""
    words = [word for text in texts_of(properties, "tags", "tag") for word in re.split(r"[,\s]+", text)]
    return list({word.strip("#/").lower(): word.strip("#/") for word in words if word.strip("#/")}.values())
