"""Keys of works, as pages write them: `@key`, as Pandoc has it, or the key alone."""

from __future__ import annotations

import re

from ...vocabulary.bibliography.work import Bibliography, Work
from ...vocabulary.identifiers import identified
from ...vocabulary.phrases import hint

_KEY = re.compile(r"\[?@([^\s\[\];,@]+)\]?")
"""A key as Pandoc has it, in square brackets or without."""
_WORD = re.compile(r"[\w:+-]+")
"""What may be a key with a slip in it; a file has a point in its name, and a path a slash."""


class UnknownKeyError(Exception):
    """A key that there is not. Its text says so, with the fix; empty: it may stand in a file that could not
    be read, which is told.
    """


def named_work(text: str, bibliography: Bibliography) -> Work | None:
    """Return the work that a text names by its key. None: it is something else, such as an address.

    Raises UnknownKeyError.
    """
    marked = _KEY.fullmatch(text)
    key = marked[1] if marked else text
    if found := bibliography.find(key):
        return found
    if not marked and not _WORD.fullmatch(key):
        return None
    near = bibliography.near(key)
    if not marked and (near is None or identified(key)):
        return None
    if not bibliography.is_whole:
        raise UnknownKeyError
    otherwise = ("look how it is spelled in the files of the option bibliography" if bibliography.is_wanted
                 else "name the file in which it stands by the option bibliography")
    raise UnknownKeyError(f"there is no work with the key {key[:80]!r}{hint(near, otherwise)}")
