"""All files of works that a site names become one bibliography."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import NamedTuple

from ...vocabulary.bibliography.work import Bibliography, ReadWorks, Work
from ...vocabulary.problems import Place, Problem, problem


class WorksFile(NamedTuple):
    """A file of works, as it was read of the disk."""

    path: str
    """As seen from the docs folder."""
    text: str
    wrong: str = ""
    """Why there is no text, and what to do; empty: there is."""


def bibliography_of(files: Iterable[WorksFile]) -> Bibliography:
    """Return the works of all files. What is wrong with a file or an entry is told, and the others count; of
    two works with one key the first does.
    """
    read = [_read(file) for file in files]
    problems = [problem for found in read for problem in found.problems]
    works: dict[str, Work] = {}
    for work in (work for found in read for work in found.works):
        first = works.setdefault(work.key.casefold(), work)
        if first is not work:
            problems.append(problem(
                "same-key", work.place,
                f"the key {work.key!r} stands twice, and the first counts; remove one of the two, or give it "
                "another key", first.place))
    return Bibliography(works, tuple(problems), is_wanted=bool(read),
                        is_whole=all(p.code != "bad-bibliography" for p in problems))


@lru_cache(maxsize=16)  # a preview reads them at each change of the site
def _read(file: WorksFile) -> ReadWorks:
    if file.wrong:
        return ReadWorks((), (problem("bad-bibliography", Place(file.path), file.wrong),))
    try:
        return _READERS[posixpath.splitext(file.path)[1].casefold()](file.path, file.text)
    except (ValueError, RecursionError) as error:
        return ReadWorks((), tuple(_unreadable(file.path, error)))


def _unreadable(path: str, error: Exception) -> Iterator[Problem]:
    line = getattr(error, "lineno", 1)
    why = "it nests too deep" if isinstance(error, RecursionError) else error
    yield problem("bad-bibliography", Place(path, line),
                  f"nothing can be read of this file of works: {why}; mend it")


def _bibtex(path: str, text: str) -> ReadWorks:
    if find_spec("pybtex") is None:
        return ReadWorks((), (problem(
            "bad-bibliography", Place(path),
            "pybtex, which reads BibTeX, is not installed; `pip install pybtex` does so"),))
    from .bibtex import read_bibtex  # noqa: PLC0415 - few sites need it

    return read_bibtex(path, text)


def _csl_json(path: str, text: str) -> ReadWorks:
    from .csl_json import read_csl_json  # noqa: PLC0415 - few sites need it

    return read_csl_json(path, text)


def _cff(path: str, text: str) -> ReadWorks:
    from .cff import read_cff  # noqa: PLC0415 - few sites need it

    return read_cff(path, text)


_READERS: dict[str, Callable[[str, str], ReadWorks]] = {".bib": _bibtex, ".json": _csl_json, ".cff": _cff}
