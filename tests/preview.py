"""Previews a site as users do, and says what its pages show."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partialmethod
from http.client import HTTPException
from pathlib import Path
from unittest.mock import patch
from urllib.error import HTTPError
from urllib.request import urlopen

from conftest import write
from copies import copy
from crawl import parse
from mkdocs.__main__ import cli
from mkdocs.livereload import LiveReloadServer

PATIENCE = 100.0
"""Seconds until a change must have shown; far more than it takes, for machines that are busy."""
EPOCH = "1775000000"
_LIVERELOAD = re.compile(rb"<script>\s*var livereload.*?</script>", re.DOTALL)


@dataclass(frozen=True)
class Server:
    folder: Path
    url: str
    is_up: Callable[[], bool]

    @property
    def log(self) -> str:
        return (self.folder / "serve.log").read_text("utf-8")

    def get(self, path: str) -> tuple[int, bytes]:
        """Return status and content of a page, without the livereload script. A build that
        is under way holds the answer back; status 0: there was none.
        """
        try:
            with urlopen(self.url + path, timeout=5) as answer:
                return answer.status, _LIVERELOAD.sub(b"", answer.read())
        except HTTPError as error:
            return error.code, error.read()
        except (OSError, HTTPException):
            return 0, b""

    def text(self, path: str) -> str:
        return parse(self.get(path)[1]).text

    def until(self, what: Callable[[], bool], why: str) -> None:
        """Wait until `what` is true."""
        end = time.monotonic() + PATIENCE
        while not what():
            assert self.is_up(), f"the server ended\n{self.log}"
            assert time.monotonic() < end, f"{why}\n{self.log}"
            time.sleep(0.05)

    def shows(self, path: str, *texts: str) -> None:
        """Wait until a page has all the texts."""
        self.until(lambda: all(text in self.text(path) for text in texts), f"{path} never showed {texts}")

    def shows_no_more(self, path: str, text: str) -> None:
        """Wait until a page, which stays, is without the text."""
        def is_gone() -> bool:
            status, content = self.get(path)
            return status == 200 and text not in parse(content).text

        self.until(is_gone, f"{path} still shows {text!r}")

    def answers(self, path: str) -> None:
        """Wait until the server has this page; it takes its time while it builds."""
        self.until(lambda: self.get(path)[0] == 200, f"no answer for {path}")

    def lacks(self, path: str) -> None:
        """Wait until there is no such page."""
        self.until(lambda: self.get(path)[0] == 404, f"{path} never went away")

    def files(self) -> set[str]:
        """Return the paths of what is served."""
        (folder,) = (self.folder / "tmp").glob("mkdocs_*")
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    def save(self, path: str, text: str) -> Path:
        write(self.folder, {f"docs/{path}": text})
        return self.folder / "docs" / path


@contextmanager
def serving(folder: Path, *options: str, command: Sequence[str] = ()) -> Iterator[Server]:
    """Yield a preview of the project in `folder` that has answered: by `mkdocs serve`, or by a command."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "tmp").mkdir()
    words = ["-a", f"127.0.0.1:{port}", *options]
    env = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH, "TMPDIR": str(folder / "tmp")}
    with _command(folder, [*command, *words], env) if command else _mkdocs(folder, words, env) as is_up:
        server = Server(folder, f"http://127.0.0.1:{port}/people/ada/", is_up)
        server.answers("")
        yield server


@contextmanager
def _command(folder: Path, words: Sequence[str], env: Mapping[str, str]) -> Iterator[Callable[[], bool]]:
    """Run `python -m` with these words, and yield what says whether it still runs."""
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", *words], cwd=folder, stdout=log, stderr=log, env={
            **os.environ, **env, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))})
    try:
        yield lambda: process.poll() is None
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def _mkdocs(folder: Path, words: Sequence[str], env: Mapping[str, str]) -> Iterator[Callable[[], bool]]:
    """Run MkDocs' own command, and yield what says whether it still runs.

    It looks at the files ten times as often, so that nobody waits for that.
    """

    def run() -> None:
        often = partialmethod(LiveReloadServer.__init__, polling_interval=0.05)
        with patch.object(LiveReloadServer, "__init__", often):
            cli(["serve", "--livereload", *words])

    with ((folder / "serve.log").open("wb") as log,
          copy(run, folder, ["mkdocs"], env, out=log.fileno(), err=log.fileno()) as process):
        yield process.is_alive
