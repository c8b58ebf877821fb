"""What of private pages and drafts is in a built site, whoever built it.

It is looked for as a reader would find it: titles, names of files, sentences. So that it holds for any
builder and beside any plugin, nothing is taken for granted of how the site was made.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ...flow import Site
from ...reading.entry import Source
from ...reading.hidden_pages.traces import PublicTexts, Trace, given_away, traces
from ...reading.page import read
from ...vocabulary.problems import Place, Problem, problem
from ..progress import SILENT, ProgressLine

_BINARY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".eot",
           ".otf", ".mp4", ".webm", ".mp3", ".zip", ".pdf", ".map")
"""Endings of files in which no text can be looked for; their names are."""
_LARGEST = 200 * 1024 * 1024
"""Bytes that a compressed file may come to; the rest of it is not looked at."""


def traces_of_hidden(sources: Iterable[Source], site: Site) -> list[Trace]:
    """Return what gives away the pages that a built site does not have. None of them: nothing."""
    if not site.hidden.pages:
        return []
    sources = list(sources)
    public = PublicTexts(_public(sources, site))
    return [trace for source in sources if source.path in site.hidden.pages
            for trace in traces(source.path, source.text, read(source, site.settings).title, public)]


def _public(sources: Iterable[Source], site: Site) -> Iterator[str]:
    """Yield what everybody may read: of the public pages all, and what the roadmap makes of their names."""
    yield from (f"{source.path}\n\n{source.text}" for source in sources
                if source.path not in site.hidden.pages)
    yield from (f"{goal.id}\n\n{goal.title}" for goal in site.public.goals)
    yield from (f"{step.id}\n\n{step.title}" for step in site.public.milestones)


def leaks(folder: Path, sought: list[Trace], progress: ProgressLine = SILENT) -> Iterator[Problem]:
    """Yield a problem for each page that a built site gives away, at the first file that does.

    Each file is read once. A file that cannot be read is told as one, since nobody knows what is in it.
    """
    waiting = list(sought)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for file in progress.over(files, "looking for traces"):
        if not waiting:
            return
        name = file.relative_to(folder).as_posix()
        try:
            content = content_of(file).decode("utf-8", "replace") if has_text(file) else ""
        except (OSError, EOFError, zlib.error) as error:
            yield problem("unreadable", Place(file.as_posix()), f"this file cannot be read ({error})")
            continue
        told, waiting = _looked(file, name, content, waiting)
        yield from told


def leaks_in(files: Mapping[str, bytes], folder: Path, sought: list[Trace]) -> Iterator[Problem]:
    """Yield the same of a site that is still to be written into a folder: `files` by their names."""
    waiting = list(sought)
    for name, content in files.items():
        text = content.decode("utf-8", "replace") if has_text(folder / name) else ""
        told, waiting = _looked(folder / name, name, text, waiting)
        yield from told


def _looked(file: Path, name: str, content: str, waiting: list[Trace]) -> tuple[list[Problem], list[Trace]]:
    """Return a problem for each page that a file gives away, and what is still to be looked for."""
    traces = given_away(name, content, waiting) if waiting else []
    pages = dict.fromkeys(trace.page for trace in traces)
    return ([_leak(file, [trace for trace in traces if trace.page == page]) for page in pages],
            [trace for trace in waiting if trace.page not in pages])


def has_text(file: Path) -> bool:
    """Return whether text can be looked for in a file of a site, going by its name."""
    return not file.name.lower().endswith(_BINARY)


def content_of(file: Path) -> bytes:
    """Return what is in a file of a site, unpacked. Raises OSError, EOFError or zlib.error where it cannot be
    read.
    """
    content = file.read_bytes()
    if content[:2] == b"\x1f\x8b":
        with gzip.open(file) as packed:
            content = packed.read(_LARGEST)
    return content


def _leak(file: Path, traces: list[Trace]) -> Problem:
    trace = min(traces, key=lambda t: ("title", "file name", "sentence").index(t.what))
    return problem(
        "private-in-site", Place(file.as_posix()),
        f"the {trace.what} {trace.words[:80]!r} of {trace.page} stands here, which is not for the public; do "
        "not publish this site: find out which plugin or page took it in, and build it anew")
