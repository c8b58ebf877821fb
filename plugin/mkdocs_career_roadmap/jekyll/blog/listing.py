"""Which of a blog's files Jekyll reads, and what for (rules: jekyll/reader.rb, jekyll/readers, 4.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from .config import Config
from .documents import DATED, Role
from .entry_filter import is_kept
from .ruby import extension


@dataclass(frozen=True, slots=True)
class Found:
    """A file that Jekyll reads, and what for."""

    path: str
    role: Role
    """PAGE: a page if it has front matter, else a static file; COLLECTION the same."""
    collection: str = ""


def listed(paths: Sequence[str], config: Config) -> list[Found]:
    """Return which of a blog's files Jekyll reads. `paths` are all files, from its folder."""
    tree = _tree(paths)
    found: dict[str, Found] = {}
    visited = list(_visited(tree, config))
    for one in chain(
            _all_posts(tree, visited, config), _collected(tree, config), _pages(tree, visited, config)):
        found.setdefault(one.path, one)
    for path in sorted({posixpath.normpath(one).lstrip("/") for one in config.include} & set(paths)):
        found.setdefault(path, Found(path, Role.PAGE))
    return list(found.values())


def _all_posts(tree: _Tree, visited: Sequence[str], config: Config) -> Iterator[Found]:
    for folder in visited:
        if not config.collections_dir or f"/{folder}".startswith(f"/{config.collections_dir}"):
            yield from _dated(tree, folder, config)
            yield from _drafts(tree, folder, config)


def _collected(tree: _Tree, config: Config) -> Iterator[Found]:
    for name in config.collections.keys() - {"posts", "data"}:
        base = posixpath.join(config.collections_dir, f"_{name}")
        for path in _below(tree, base):
            if is_kept(config, f"_{name}", path):
                yield Found(f"{base}/{path}", Role.COLLECTION, name)


def _pages(tree: _Tree, visited: Sequence[str], config: Config) -> Iterator[Found]:
    for folder in visited:
        for file in tree[folder][0]:
            if is_kept(config, folder, file):
                yield Found(posixpath.join(folder, file), Role.PAGE)


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


def _dated(tree: _Tree, folder: str, config: Config) -> Iterator[Found]:
    return _posts(tree, folder, "_posts", config, Role.POST, lambda name: bool(DATED.fullmatch(name)))


def _drafts(tree: _Tree, folder: str, config: Config) -> Iterator[Found]:
    return _posts(tree, folder, "_drafts", config, Role.DRAFT, lambda name: len(extension(name)) > 1)


def _posts(
    tree: _Tree, folder: str, special: str, config: Config, role: Role, is_one: Callable[[str], bool]
) -> Iterator[Found]:
    base = posixpath.join(folder, special)
    for path in _below(tree, base):
        is_dotted = path.startswith(".") or "/." in path
        if not is_dotted and is_kept(config, base, path) and is_one(posixpath.basename(path)):
            yield Found(f"{base}/{path}", role, "posts")
