"""What a git repository says of itself, read from its files: no git is needed, and nothing is run."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

_LINK = re.compile(r"gitdir: (.+)\s*")
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
    root = root_of(folder)
    if root is None:
        return None
    own = root / ".git"
    if link := _LINK.fullmatch(_text(own)):  # a worktree or a submodule
        own = root / link[1]
    shared = own / (_text(own / "commondir").strip() or ".")
    head = _HEAD.fullmatch(_text(own / "HEAD"))
    origin = _ORIGIN.search(_text(shared / "config"))
    return Repository(root, head[1] if head else "main", _pages_url(origin[1]) if origin else "")


def root_of(folder: Path) -> Path | None:
    """Return the folder of the repository that a folder lies in; None: it lies in none."""
    here = folder.resolve()
    return next((above for above in (here, *here.parents) if (above / ".git").exists()), None)


def from_root(path: str, repository: Repository | None) -> str:
    """Return a path of this folder as it is seen from the root of its repository; a path that leads out of
    it, or is in none, as it is.
    """
    real = Path(os.path.normpath(Path.cwd() / path))
    is_inside = repository is not None and real.is_relative_to(repository.root)
    return real.relative_to(repository.root).as_posix() if repository and is_inside else path


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
