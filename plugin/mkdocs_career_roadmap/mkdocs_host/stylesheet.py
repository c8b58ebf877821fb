"""The stylesheet as it goes to a reader."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*([{};,>])\s*")
_COLON = re.compile(r":\s+(?=[^{}]*[;}])")


def compact(css: str) -> str:
    """Return `css` without its comments and the spaces that only people need.

    For our own stylesheet, not for any: it has no strings with such spaces in them.
    """
    css = _SPACE.sub(r"\1", _COMMENT.sub("", css).strip())
    return _COLON.sub(":", css).replace(";}", "}")
