"""A server that builds again and again in the process of a test, and its site as one that begins has it."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from conftest import write
from hosts import quiet_builds
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

URL = "http://127.0.0.1:8000/"
Files = dict[str, bytes]


_OF_ONE_BUILD = (" seconds", " made ", "public for the first time: ")
"""What a log says of the build itself: how long it took, and what the site before it had not."""


class Server:
    """Builds the site of a folder as `mkdocs serve` does, without a socket: the plugins live on."""

    def __init__(self, folder: Path, command: str = "serve", *, is_on_disk: bool = False) -> None:
        """`command` is what plugins are told: `build` for `serve --clean`, which has what a build has. With
        `is_on_disk` each build is a run of its own, which has what the one before left on the disk.
        """
        self.folder = folder
        self.command = command
        self.is_on_disk = is_on_disk
        self.out = Path(tempfile.mkdtemp(prefix="served", dir=folder.parent))
        self.has_started = False
        self.told: list[str] = []
        """What is said of remembering, since it began."""
        self.logged: list[str] = []
        """Warnings and errors of the last build."""

    def _config(self) -> MkDocsConfig:
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.out))
        if not self.has_started:
            config.plugins.on_startup(command=self.command, dirty=False)
            self.has_started = True
        config.site_url = URL
        return config

    def plugin(self) -> Any:
        """Return our plugin, which lives as long as the server."""
        return MkDocsConfig.plugins.plugin_cache["career-roadmap"]

    def build(self) -> Files | str:
        """Build the site, and return its files by path; what went wrong, if it cannot be built."""
        with self._heard(), self._run():
            try:
                build(self._config(), serve_url=URL if self.command == "serve" else None)
            except (Exception, SystemExit) as error:
                return f"{type(error).__name__}: {error}".replace(self.out.name, "OUT")
        return {file.relative_to(self.out).as_posix(): file.read_bytes()
                for file in sorted(self.out.rglob("*")) if file.is_file()}

    def clean(self) -> Files | str:
        """Return what a server that begins now would have, and keep what it says for `logged`."""
        with patch.dict(MkDocsConfig.plugins.plugin_cache, clear=True):
            new = Server(self.folder, self.command)
            try:
                return new.build()
            finally:
                self.logged_by_clean = [line.replace(new.out.name, "OUT") for line in new.logged]
                shutil.rmtree(new.out)
                for plugin in MkDocsConfig.plugins.plugin_cache.values():
                    getattr(plugin, "on_shutdown", lambda: None)()

    def is_right(self, made: Files | str | None = None) -> bool:
        """Say whether the site is what it is when nothing is remembered; so is what is told. `made` is what
        the last build made, which nothing has changed since; without, the site is built.
        """
        made, clean = self.build() if made is None else made, self.clean()
        if made != clean:
            raise AssertionError(_difference(made, clean))
        logged = [line.replace(self.out.name, "OUT") for line in self.logged]
        assert logged == self.logged_by_clean
        return True

    @contextmanager
    def _run(self) -> Iterator[None]:
        if not self.is_on_disk:
            with patch("mkdocs_career_roadmap.mkdocs_host.plugin.disk_memory", return_value=None):
                yield
            return
        self.has_started = False
        with patch.dict(MkDocsConfig.plugins.plugin_cache, clear=True):
            try:
                yield
            finally:
                for plugin in MkDocsConfig.plugins.plugin_cache.values():
                    getattr(plugin, "on_shutdown", lambda: None)()

    @contextmanager
    def _heard(self) -> Iterator[None]:
        self.logged = []

        def hear(record: logging.LogRecord) -> None:
            message = record.getMessage()
            if "remember: " in message:
                self.told.append(message.partition("remember: ")[2])
            elif record.levelno >= logging.INFO and not any(words in message for words in _OF_ONE_BUILD):
                self.logged.append(message)

        ear = logging.Handler()
        ear.emit = hear  # type: ignore[method-assign]
        logger, ours = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.plugins.career-roadmap")
        before = logger.level, ours.level, logger.propagate
        logger.addHandler(ear)
        logger.setLevel(logging.INFO)
        ours.setLevel(logging.DEBUG)
        logger.propagate = False
        try:
            yield
        finally:
            logger.removeHandler(ear)
            logger.setLevel(before[0])
            ours.setLevel(before[1])
            logger.propagate = before[2]


def _difference(again: Any, clean: Any) -> str:
    if isinstance(again, str) or isinstance(clean, str):
        return f"remembered: {again if isinstance(again, str) else 'built'}; clean: {clean[:300]}"
    odd = [path for path in sorted(again.keys() | clean.keys()) if again.get(path) != clean.get(path)]
    one = odd[0]
    lines = set(again.get(one, b"").splitlines()) ^ set(clean.get(one, b"").splitlines())
    return f"{odd} differ; {one}: {sorted(lines)[:6]}"


@contextmanager
def serving(
    folder: Path, files: dict[str, str], command: str = "serve", *, is_on_disk: bool = False
) -> Iterator[Server]:
    """Write files into a new folder, and yield a server of the site that they are."""
    write(folder, files)
    with quiet_builds():
        yield Server(folder, command, is_on_disk=is_on_disk)
