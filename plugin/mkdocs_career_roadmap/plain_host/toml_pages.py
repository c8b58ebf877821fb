"""Pages of Hugo with front matter in TOML, as the pages of YAML that all others read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from ..hugo.blog.data_text import DataTextError
from ..hugo.blog.front_matter import SplitPage, split_page
from ..reading.entry import Source
from ..vocabulary.problems import Place, Problem, problem

_BEGIN = re.compile(r"\ufeff?\s*\+\+\+[ \t]*\r?\n")
_FENCE = "+++"
_PLAIN = re.compile(r"[A-Za-z_][\w-]*")
_BEFORE_VALUE = re.compile(r"[^=]*=[ \t]*")


def in_yaml(source: Source) -> tuple[Source, Problem | None]:
    """Return a page with front matter in YAML if it has some in TOML, and any other as it is; with what is
    wrong, if nobody can read it: then it is as it was written.

    Each key stays on its line, and its value in its column as far as that goes, so that what is told of one
    has its place. Comments are left out.
    """
    if not _BEGIN.match(source.text):
        return source, None
    try:
        page = split_page(source.text)
    except DataTextError as error:
        return source, problem("bad-yaml", Place(source.path, error.line),
                               f"the front matter is no TOML that can be read: {error.what}")
    return Source(source.path, "\n".join([*_front(page, source.text), page.body])), None


def _front(page: SplitPage, text: str) -> list[str]:
    """Return the lines from the first of the file to the fence that closes its front matter."""
    written = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fences = (row for row, line in enumerate(written) if line.strip("\ufeff \t") == _FENCE)
    begin, end = next(fences), next(fences)
    lines = dict.fromkeys(range(begin + 1, end), "")
    for key, line in page.lines.items():
        before = _BEFORE_VALUE.match(written[line - 1])
        lines[line - 1] = _line(key, page.front[key], len(before[0]) if before else 0)
    free = (row for row, line in lines.items() if not line)
    for key in page.front:
        if key not in page.lines:  # a table, or a name with a dot: it has lines of its own
            lines[next(free)] = _line(key, page.front[key])
    return ["---", *[""] * begin, *lines.values(), "---"]  # to YAML the first line has to be the fence


def _line(key: str, value: object, column: int = 0) -> str:
    name = key if _PLAIN.fullmatch(key) else _text(key)
    return f"{name}:".ljust(column - 1) + f" {_flow(value)}"


def _flow(value: object) -> str:
    """Return a value of TOML as YAML on one line."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):  # or a time of one
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(str(key))}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)


def _text(text: str) -> str:
    shown = (f"\\{sign}" if sign in '"\\' else sign if sign.isprintable() else f"\\U{ord(sign):08x}"
             for sign in text)
    return f'"{"".join(shown)}"'
