"""The files of a docs folder, read without trust: nothing here hangs, follows a circle,
or takes what lies outside for a part of the site.

For the hosts; the core knows no files.
"""

from __future__ import annotations

import os
import posixpath
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..reading.entry import Source
from ..vocabulary.problems import Place, Problem, problem
from .on_disk.looks import KeptByLook
from .on_disk.repository import root_of

ROUND = "broken-link"
"""The code of a link that MkDocs would follow for ever."""


@dataclass(slots=True)
class DocsFolder:
    """A docs folder, and what was found wrong with its files."""

    root: str
    """Its absolute path."""
    follows_links: bool = False
    """True: links that leave the project are the site's own wish, and are followed."""
    project: str = ""
    """The folder that links may lead to: `project_of` the docs folder. Empty: the docs folder alone."""
    private: str = ""
    """The real path of the folder `private_docs`, into which no link may lead, whatever the site wishes of
    others. Empty: there is none."""
    kept: KeptByLook[tuple[Source | None, Problem | None]] | None = None
    """What was read of its files before. None: each is read whenever it is asked for."""
    has_links: bool = False
    """True when `refusal` has met a link that stays inside, or where it does not look for links."""
    _real_root: str = ""
    _bound: str = ""
    _ways_out: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.has_links = self.follows_links
        self._real_root = os.path.realpath(self.root)
        self._bound = os.path.realpath(self.project) if self.project else self._real_root

    def refusal(self, path: str) -> Problem | None:
        """Return why a file must neither be read nor published; None: it may.

        `path` is relative to the folder, with forward slashes.
        """
        full = self._full(path)
        if self.private and _is_below(os.path.realpath(full), self.private):
            return problem(
                "outside-link", Place(path),
                "this link leads into the folder private_docs, so it is not in the site; remove it")
        if not self.follows_links and (link := self._way_out(posixpath.dirname(path))):
            return _leads_out(link)
        try:
            mode = os.lstat(full).st_mode
            if stat.S_ISLNK(mode):
                real = os.path.realpath(full, strict=True)
                if not self.follows_links and not self._is_inside(real):
                    return _leads_out(path)
                self.has_links = True
                mode = os.stat(real).st_mode
        except OSError:
            return problem(
                "broken-link", Place(path),
                "this link leads nowhere or in a circle, so it is not in the site; remove it")
        if not stat.S_ISREG(mode):
            return problem(
                "special-file", Place(path),
                f"this is {_kind(mode)} and no file, so it is not in the site; move it elsewhere")
        return None

    def _way_out(self, folder: str) -> str | None:
        """Return the link on the way to a folder that leaves the docs folder; None: it lies inside."""
        above: list[str] = []
        while folder and folder not in self._ways_out:
            above.append(folder)
            folder = posixpath.dirname(folder)
        link = self._ways_out.get(folder)
        for folder in reversed(above):  # a loop, since a tree may be deeper than Python recurses
            if link is None and self._leaves(self._full(folder)):
                link = folder
            self._ways_out[folder] = link
        return link

    def _leaves(self, folder: str) -> bool:
        """True if a folder, in one that lies inside, is a link and leaves the docs folder."""
        # To follow all of a way takes the longer the longer it is; Windows has links that are no symlinks.
        if sys.platform != "win32" and not os.path.islink(folder):
            return False
        leaves = not self._is_inside(os.path.realpath(folder))
        self.has_links |= not leaves
        return leaves

    def read(self, path: str) -> tuple[Source | None, Problem | None]:
        """Return a page as it is on the disk, or why it cannot be read.

        A file that is not UTF-8 gives both: what can be read of it, and what is wrong.
        """
        if self.kept is None:
            return self._read(path)
        return self.kept.of(path, self._full(path), lambda: self._read(path))

    def _read(self, path: str) -> tuple[Source | None, Problem | None]:
        try:
            with open(self._full(path), "rb") as file:
                content = file.read()
        except OSError as error:
            return None, problem(
                "unreadable", Place(path), f"this file cannot be read ({error.strerror}); check its rights")
        try:
            return Source(path, content.decode("utf-8-sig")), None
        except UnicodeDecodeError as error:
            return Source(path, content.decode("utf-8-sig", "replace")), _not_utf8(path, error)

    def text(self, path: str) -> str:
        """Return what a file says, as far as that is text; empty if it cannot be read."""
        source, _ = self.read(path)
        return source.text if source else ""

    def walk(self) -> Iterator[str | Problem]:
        """Yield the paths of all files, sorted folder by folder, and what keeps MkDocs from
        listing a folder, or would keep it listing for ever.
        """
        waiting: list[tuple[str, tuple[str, ...]]] = [("", (self._real_root,))]
        while waiting:
            folder, way = waiting.pop()
            files: list[os.DirEntry[str]] = []
            folders: list[os.DirEntry[str]] = []
            try:
                with os.scandir(self._full(folder)) as entries:
                    for entry in entries:
                        (folders if _is_folder(entry) else files).append(entry)
            except OSError as error:
                yield problem("unreadable", Place(folder or "."),
                              f"this folder cannot be listed ({error.strerror}); check its rights")
            prefix = f"{folder}/" if folder else ""
            yield from sorted(prefix + entry.name for entry in files)
            for entry in sorted(folders, key=lambda entry: entry.name, reverse=True):
                entered = self._enter(prefix + entry.name, way, entry.is_symlink())
                if isinstance(entered, Problem):
                    yield entered
                else:
                    waiting.append(entered)

    def _enter(
        self, path: str, way: tuple[str, ...], is_link: bool
    ) -> tuple[str, tuple[str, ...]] | Problem:
        """Return a folder with the real folders on the way to it, or why nobody should go there."""
        name = posixpath.basename(path)
        real = os.path.realpath(self._full(path)) if is_link else f"{way[-1]}{os.sep}{name}"
        if is_link and any(_is_below(passed, real) for passed in way):
            return problem(
                ROUND, Place(path),
                "this link leads back to a folder that it lies in, so MkDocs would follow it for ever; "
                "remove it")
        if is_link and not self.follows_links and not self._is_inside(real):
            return _leads_out(path)
        return path, (*way, real)

    def _is_inside(self, real: str) -> bool:
        return _is_below(real, self._real_root) or _is_below(real, self._bound)

    def _full(self, path: str) -> str:
        return os.path.join(self.root, *path.split("/"))


def project_of(docs: str) -> str:
    """Return the folder that is published together with a docs folder: its repository, else the one it is in.

    People link `docs/index.md` to the README beside it, and MkDocs follows. A folder that is somebody's home,
    or holds that, is no project: what lies there is not meant for others. Then it is the docs folder alone.
    """
    folder = Path(docs).resolve()
    around = [above for above in (root_of(folder), folder.parent) if above and not _holds_home(above)]
    return str(around[0] if around else folder)


def _holds_home(folder: Path) -> bool:
    try:
        return Path.home().is_relative_to(folder)
    except RuntimeError:  # nobody knows where that is
        return folder.parent == folder


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """True for a folder and for a link to one; a link in a circle is a file, which `refusal` tells of."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _leads_out(path: str) -> Problem:
    return problem(
        "outside-link", Place(path),
        "this link leads out of the project, so what lies behind it is not in the site; copy it, "
        "or switch this problem off to follow such links")


def _kind(mode: int) -> str:
    kinds = {stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFDIR: "a folder"}
    return kinds.get(stat.S_IFMT(mode), "a device")


def _not_utf8(path: str, error: UnicodeDecodeError) -> Problem:
    """Return the problem at the first byte that is no UTF-8, at the column an editor shows."""
    content = error.object  # without a byte order mark, as `start` counts
    before = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
    return problem(
        "bad-encoding", Place(path, before.count(b"\n") + 1, column),
        f"the byte 0x{content[error.start]:02x} stands here, which is not UTF-8; save the file as UTF-8")
