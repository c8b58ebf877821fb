"""A change is seen when the system tells of it; where it tells of nothing, MkDocs looks by itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs_career_roadmap.mkdocs_host.remember import watching
from watchdog.events import FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

PATIENCE = 60.0
"""Seconds, far more than it takes. MkDocs' own look comes once in an hour here."""


class Seen(FileSystemEventHandler):
    """What an observer tells of files."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.news = threading.Event()

    def on_any_event(self, event: Any) -> None:
        if not event.is_directory:
            self.paths.append(Path(event.src_path).name)
            self.news.set()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Any]:
    """Yield what a server of MkDocs looks with, and what that saw."""
    (tmp_path / "docs/deep").mkdir(parents=True)
    (tmp_path / "docs/a.md").write_text("a", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("", "utf-8")
    seen, observer = Seen(), PollingObserver(timeout=3600)
    for path in ("docs", "mkdocs.yml"):
        observer.schedule(seen, str(tmp_path / path), recursive=True)
    server = SimpleNamespace(observer=observer, build_delay=0.1, seen=seen, docs=tmp_path / "docs")
    yield server
    if observer.is_alive():
        observer.stop()
        observer.join(1)  # that of watchdog 2 looks whether it should only once in its hour


def started(server: Any) -> watching.Watching:
    """Return what wakes the server's observer, when that has begun."""
    told: list[str] = []
    woken = watching.watch(server, told.append)
    assert woken is not None
    assert told == []
    server.observer.start()
    while not all(each.is_alive() and each._snapshot.paths for each in server.observer.emitters):
        threading.Event().wait(0.01)
    return woken


def test_change_is_seen_before_mkdocs_looks(server: Any) -> None:
    woken = started(server)
    for path in ("a.md", "deep/new.md"):
        server.seen.news.clear()
        (server.docs / path).write_text("other", "utf-8")
        assert server.seen.news.wait(PATIENCE)
        assert Path(path).name in server.seen.paths
    woken.close()
    assert server.build_delay == watching.DELAY


def test_mkdocs_looks_seldom_once_the_system_has_told_of_something(server: Any) -> None:
    for emitter in server.observer.emitters:
        emitter._timeout = 0.05
    woken = started(server)
    docs, config = sorted(
        server.observer.emitters, key=lambda emitter: emitter.watch.path != str(server.docs))
    assert [docs.timeout, config.timeout] == [0.05, 0.05]  # there are file systems of which it tells nothing
    (server.docs / "a.md").write_text("other", "utf-8")
    assert server.seen.news.wait(PATIENCE)
    begin = time.monotonic()
    while docs.timeout != watching.SELDOM and time.monotonic() - begin < PATIENCE:
        (server.docs / "a.md").write_text(str(time.monotonic()), "utf-8")
        threading.Event().wait(0.05)
    assert [docs.timeout, config.timeout] == [watching.SELDOM, 0.05]
    woken.close()


def test_files_that_are_read_are_no_change(server: Any) -> None:
    woken = started(server)
    assert (server.docs / "a.md").read_text("utf-8") == "a"
    (server.docs / "b.md").write_text("b", "utf-8")
    assert server.seen.news.wait(PATIENCE)
    assert set(server.seen.paths) == {"b.md"}
    woken.close()


def test_file_that_is_watched_and_gone_for_a_moment_is_watched_on(server: Any) -> None:
    woken = started(server)
    config = server.docs.parent / "mkdocs.yml"
    config.unlink()
    (server.docs / "a.md").write_text("other", "utf-8")
    assert server.seen.news.wait(PATIENCE)
    assert all(emitter.should_keep_running() for emitter in server.observer.emitters)
    woken.close()


def test_folder_of_a_file_is_not_watched(server: Any) -> None:
    woken = started(server)
    assert {each.watch.path for each in woken._native.emitters} == {str(server.docs)}
    woken.close()


def test_system_that_watches_no_more_is_told(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(self: Any) -> None:
        raise OSError("inotify watch limit reached")

    told: list[str] = []
    monkeypatch.setattr(watching.Observer, "start", start)
    woken = watching.watch(server, told.append)
    assert told == ["the system tells of no changes: inotify watch limit reached"]
    assert woken is not None
    woken.close()


def test_server_of_another_make_is_left_alone() -> None:
    assert watching.watch(SimpleNamespace(), print) is None
    assert watching.watch(SimpleNamespace(observer=object(), build_delay=1), print) is None
