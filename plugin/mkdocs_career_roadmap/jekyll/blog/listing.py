"""Which of a blog's files Jekyll reads, and what for.

Rules: jekyll/reader.rb, jekyll/readers, jekyll/entry_filter.rb, 4.3.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from .config import Config
from .documents import DATED, FileRole
from .ruby import extension


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file that Jekyll reads, and what for."""

    path: str
    role: FileRole
    """PAGE: a page if it has front matter, else a static file; COLLECTION the same."""
    collection: str = ""


def listed(paths: Sequence[str], config: Config) -> list[ListedFile]:
    """Return which of a blog's files Jekyll reads. `paths` are all files, from its folder."""
    tree = _tree(paths)
    files: dict[str, ListedFile] = {}
    visited = list(_visited(tree, config))
    for one in chain(
            _all_posts(tree, visited, config), _collected(tree, config), _pages(tree, visited, config)):
        files.setdefault(one.path, one)
    for path in sorted({posixpath.normpath(one).lstrip("/") for one in config.include} & set(paths)):
        files.setdefault(path, ListedFile(path, FileRole.PAGE))
    return list(files.values())


def _all_posts(tree: _Tree, visited: Sequence[str], config: Config) -> Iterator[ListedFile]:
    for folder in visited:
        if not config.collections_dir or f"/{folder}".startswith(f"/{config.collections_dir}"):
            yield from _dated(tree, folder, config)
            yield from _drafts(tree, folder, config)


def _collected(tree: _Tree, config: Config) -> Iterator[ListedFile]:
    for name in config.collections.keys() - {"posts", "data"}:
        base = posixpath.join(config.collections_dir, f"_{name}")
        for path in _below(tree, base):
            if is_kept(config, f"_{name}", path):
                yield ListedFile(f"{base}/{path}", FileRole.COLLECTION, name)


def _pages(tree: _Tree, visited: Sequence[str], config: Config) -> Iterator[ListedFile]:
    for folder in visited:
        for file in tree[folder][0]:
            if is_kept(config, folder, file):
                yield ListedFile(posixpath.join(folder, file), FileRole.PAGE)


_Tree = dict[str, tuple[list[str], list[str]]]
"""The names of the files and of the folders in each folder."""


def _tree(paths: Sequence[str]) -> _Tree:
    tree: _Tree = {"": ([], [])}
    for path in paths:
        folder, name = posixpath.split(path)
        waiting = []
        above = folder
        while above not in tree:
            waiting.append(above)
            above = posixpath.dirname(above)
        for missing in reversed(waiting):
            tree[posixpath.dirname(missing)][1].append(posixpath.basename(missing))
            tree[missing] = ([], [])
        tree[folder][0].append(name)
    return tree


def _visited(tree: _Tree, config: Config) -> Iterator[str]:
    """Yield the folders that Jekyll looks for pages in; the folders of posts are in them."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        yield folder
        waiting.extend(
            path for name in tree[folder][1]
            if is_kept(config, folder, name, is_folder=True)
            and (path := posixpath.join(folder, name)) != config.destination)


def _below(tree: _Tree, folder: str) -> Iterator[str]:
    """Yield the paths of all files below a folder, from there."""
    waiting = [""] if folder in tree else []
    while waiting:
        inner = waiting.pop()
        files, folders = tree[posixpath.join(folder, inner).rstrip("/")]
        yield from (posixpath.join(inner, name) for name in files)
        waiting.extend(posixpath.join(inner, name) for name in folders)


def _dated(tree: _Tree, folder: str, config: Config) -> Iterator[ListedFile]:
    return _posts(tree, folder, "_posts", config, FileRole.POST, lambda name: bool(DATED.fullmatch(name)))


def _drafts(tree: _Tree, folder: str, config: Config) -> Iterator[ListedFile]:
    return _posts(tree, folder, "_drafts", config, FileRole.DRAFT, lambda name: len(extension(name)) > 1)


def _posts(
    tree: _Tree, folder: str, special: str, config: Config, role: FileRole, is_one: Callable[[str], bool]
) -> Iterator[ListedFile]:
    base = posixpath.join(folder, special)
    for path in _below(tree, base):
        is_dotted = path.startswith(".") or "/." in path
        if not is_dotted and is_kept(config, base, path) and is_one(posixpath.basename(path)):
            yield ListedFile(f"{base}/{path}", role, "posts")


_SPECIAL = (".", "_", "#", "~")


def is_kept(config: Config, base: str, entry: str, *, is_folder: bool = False) -> bool:
    """True when Jekyll takes an entry.

    `base` is the folder that is read, from the blog's; `entry` is below it, and may be several folders deep.
    What is included is looked for by the entry alone, what is excluded by its whole path.
    """
    if entry.endswith("."):
        return False
    name = entry.rpartition("/")[2]
    if _is_listed(config.include, entry, is_folder) or _is_listed(config.include, name, is_folder):
        return True
    excludes = tuple(one for one in config.exclude if one not in config.include)
    if _is_listed(excludes, f"{base}/{entry}".lstrip("/"), is_folder):
        return False
    return not (entry.startswith(_SPECIAL) or name.startswith(_SPECIAL) or entry.endswith("~"))


def _is_listed(patterns: tuple[str, ...], path: str, is_folder: bool) -> bool:
    for written in patterns:
        pattern = written.lstrip("/")
        if path.startswith(pattern) or (is_folder and pattern == f"{path}/") or _matches(pattern, path):
            return True
    return False


def _matches(pattern: str, path: str) -> bool:
    return any(sign in pattern for sign in "*?[\\") and bool(_fnmatch(pattern).fullmatch(path))


@cache
def _fnmatch(pattern: str) -> re.Pattern[str]:
    """Return what matches as Ruby's File.fnmatch: a star takes slashes, too."""
    parts = re.findall(r"\\.|\*+|\?|\[[!^]?[^\]]+\]|.", pattern, re.DOTALL)
    return re.compile("".join(_part(part) for part in parts), re.DOTALL)


def _part(part: str) -> str:
    if part[0] in "*?":
        return ".*" if part[0] == "*" else "."
    if len(part) > 2 and part[0] == "[":
        inner = re.sub(r"([\\\[&~|])", r"\\\1", part[1:-1])
        return f"[^{inner[1:]}]" if inner[0] in "!^" and len(inner) > 1 else f"[{inner}]"
    return re.escape(part[1:] if len(part) == 2 and part[0] == "\\" else part)
