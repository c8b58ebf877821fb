"""A server looks for changes as soon as the system tells of one, and not only twice a second."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

QUIET = 0.02
"""Seconds without a further event until the server looks: whoever saves a file may do so in several steps."""
DELAY = 0.05
"""Seconds without a further change until the server builds; MkDocs waits twice as long."""
SELDOM = 2.0
"""Seconds between two looks of MkDocs at all files of a folder, once the system has told of a change in it;
MkDocs looks four times as often, which takes as much as there are files, also while nobody writes.
"""
_CHANGES = frozenset({"created", "deleted", "modified", "moved"})
"""The events that matter: a build opens and closes every file of the site."""


class Watching:
    """Wakes what MkDocs looks with. It goes on looking by itself, too: some file systems tell of nothing."""

    def __init__(self, polling: Any, tell: Callable[[str], None]) -> None:
        self._polling = polling
        self._told = threading.Event()
        self._told_of: set[str] = set()
        """The folders of which the system has told something."""
        self._is_over = False
        self._native = Observer()
        try:
            for folder in _folders(polling):
                self._native.schedule(_Handler(self._told, self._told_of, folder), folder, recursive=True)
            self._native.start()
        except OSError as error:  # so many folders that the system watches no more, for one
            tell(f"the system tells of no changes: {error}")
            return
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while self._told.wait() and not self._is_over:
            while self._told.is_set():
                self._told.clear()
                self._told.wait(QUIET)
            # What is not there when it is looked for is given up for good, so only folders: they stay.
            for emitter in list(self._polling.emitters):
                if emitter.is_alive() and _is_folder(emitter.watch):
                    emitter.queue_events(0)
                    if emitter.watch.path in self._told_of:
                        emitter._timeout = max(SELDOM, emitter.timeout)

    def close(self) -> None:
        self._is_over = True
        self._told.set()
        if self._native.is_alive():
            self._native.stop()
            self._native.join()


class _Handler(FileSystemEventHandler):
    def __init__(self, told: threading.Event, told_of: set[str], folder: str) -> None:
        self._told, self._told_of, self._folder = told, told_of, folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES:
            self._told_of.add(self._folder)
            self._told.set()


def watch(server: Any, tell: Callable[[str], None]) -> Watching | None:
    """Let a server of MkDocs look at once for what the system tells of; None: it looks in another way."""
    polling = getattr(server, "observer", None)
    if type(polling) is not PollingObserver or not hasattr(server, "build_delay"):
        return None
    server.build_delay = min(server.build_delay, DELAY)
    return Watching(polling, tell)


def _folders(polling: Any) -> list[str]:
    return sorted({emitter.watch.path for emitter in polling.emitters if _is_folder(emitter.watch)})


def _is_folder(watch: Any) -> bool:
    """True for a folder. From watchdog 7 on the path of a file that is watched is that of its folder, which
    may hold the site itself and all that is installed for it.
    """
    return not getattr(watch, "is_file", False) and os.path.isdir(watch.path)
