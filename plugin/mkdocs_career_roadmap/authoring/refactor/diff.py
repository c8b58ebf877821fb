"""Changes of files as a unified diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff

from ...project.on_disk.change_set import FileChange
from ...project.on_disk.new_files import shown
from .text import FileText


def diff_lines(changes: Iterable[FileChange]) -> Iterator[str]:
    """Yield the lines of a unified diff, as `git diff` shows them, without their ends."""
    for change in changes:
        name = shown(change.path)
        before, after = _lines(change.before), _lines(change.after)
        yield from unified_diff(
            before, after, "/dev/null" if change.before is None else f"a/{name}",
            "/dev/null" if change.after is None else f"b/{name}", lineterm="")


def _lines(content: bytes | None) -> list[str]:
    if not content:
        return []
    return FileText(content.decode("utf-8", "replace")).read.removesuffix("\n").split("\n")
