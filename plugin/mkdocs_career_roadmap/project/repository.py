"""What a git repository says of itself, read from its files: no git is needed, and nothing is run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_HEAD = re.compile(r"ref: refs/heads/([\w./-]+)\s*")
_ORIGIN = re.compile(r'^\[remote "origin"\]\s*\n(?:(?!\[).*\n)*?\s*url\s*=\s*(\S+)', re.MULTILINE)
_GITHUB = re.compile(r"(?:https://|ssh://git@|git@)github\.com[:/]([A-Za-z0-9-]+)/([\w.-]+?)(?:\.git)?/?")


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository, as far as a new site wants to know it."""

    root: Path
    branch: str = "main"
    """The branch that is checked out; `main` where nobody can tell."""
    pages_url: str = ""
    """Where GitHub Pages shows its site, with a slash at its end. Empty: it is not on GitHub, it seems."""


def repository_of(folder: Path) -> Repository | None:
    """Return the repository that a folder lies in, also one that is still to be made; None: in none."""
    here = folder.absolute()
    root = next((above for above in (here, *here.parents) if (above / ".git").is_dir()), None)
    if root is None:
        return None
    head = _HEAD.fullmatch(_text(root / ".git/HEAD"))
    origin = _ORIGIN.search(_text(root / ".git/config"))
    return Repository(root, head[1] if head else "main", _pages_url(origin[1]) if origin else "")


def _pages_url(remote: str) -> str:
    if not (match := _GITHUB.fullmatch(remote)):
        return ""
    user, name = match[1].lower(), match[2]
    return f"https://{user}.github.io/" + ("" if name.lower() == f"{user}.github.io" else f"{name}/")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
