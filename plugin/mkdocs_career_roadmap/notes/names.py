"""Where a link of Obsidian leads: by the shortest path that fits, whatever its capitals."""

from __future__ import annotations

import posixpath
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from .vault import Vault


class VaultNames:
    """The names of all files of a vault, those that nobody may know of, too."""

    def __init__(self, vault: Vault) -> None:
        self._by_name: dict[str, list[tuple[str, str]]] = {}
        self._by_path: dict[str, str] = {}
        self._by_alias: dict[str, list[str]] = {}
        self._fits: dict[str, list[tuple[str, str]]] = {}
        """By what links say, the files that it fits, by path, and behind them the nearest to the vault."""
        for path in (*vault.notes, *vault.files):
            folded = _fold(path)
            self._by_path.setdefault(folded, path)
            self._by_name.setdefault(folded.rpartition("/")[2], []).append((folded, path))
        for path, note in vault.notes.items():
            title = note.properties.get("title")
            for name in (*note.aliases, *([title] if isinstance(title, str) else [])):
                self._by_alias.setdefault(_fold(name), []).append(path)

    @classmethod
    def none(cls) -> VaultNames:
        """Return the names of a vault in which nothing lies."""
        return cls(Vault(Path(), {}, ()))

    def find(self, written: str, source: str) -> str | None:
        """Return the file that a link in the note `source` leads to; empty: that note; None: there is none.

        As Obsidian looks: a path that begins with a dot counts from the note, one with a slash from the
        vault; any other fits each file that ends with it, first those below the note's folder, and of these
        the one with the shortest path. What fits no file may be the alias of a note.
        """
        name = _fold(written).strip()
        if not name:
            return source
        folder = _fold(source).rpartition("/")[0]
        if name.startswith(("./", "../")):
            return self._exact(posixpath.normpath(posixpath.join(folder, name)))
        if name.startswith("/"):
            return self._exact(name.lstrip("/"))
        if name not in self._fits:
            self._fits[name] = self._fitting(name)
        if fits := self._fits[name]:
            return self._nearest(fits, f"{folder}/" if folder else "")
        known = self._by_alias.get(name, [])
        return known[0] if known else None

    def find_file(self, address: str, source: str) -> str | None:
        """Return the file that the address of a Markdown link leads to; None: none of the vault."""
        path = unquote(address)
        folder = _fold(source).rpartition("/")[0]
        near = self._exact(posixpath.normpath(posixpath.join(folder, _fold(path)))) if path else source
        return near or self.find(path, source)

    def _fitting(self, name: str) -> list[tuple[str, str]]:
        last = name.rpartition("/")[2]
        named = [*self._by_name.get(f"{last}.md", []), *self._by_name.get(last, [])]
        fits = sorted(one for one in named if _ends(one[0], name))
        return [*fits, min(fits, key=_shortest)] if fits else []

    def _nearest(self, fits: Sequence[tuple[str, str]], below: str) -> str:
        """Return the file with the shortest path below a folder, or of all if none lies there."""
        begin = bisect_left(fits, (below, ""), hi=len(fits) - 1)
        end = bisect_left(fits, (f"{below}\U0010ffff", ""), hi=len(fits) - 1)
        return min(fits[begin:end], key=_shortest)[1] if below and begin < end else fits[-1][1]

    def _exact(self, path: str) -> str | None:
        return self._by_path.get(f"{path}.md") or self._by_path.get(path)


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\\", "/").lower().split())


def _ends(path: str, name: str) -> bool:
    return any(path == one or path.endswith(f"/{one}") for one in (name, f"{name}.md"))


def _shortest(one: tuple[str, str]) -> tuple[int, str]:
    return len(one[1]), one[1]
