"""Emoji by their names, `:smile:`, as `enableEmoji` of Hugo has them: those of GitHub."""

from __future__ import annotations

import re
from functools import cache

_NAME = re.compile(r":[\w+-]+:", re.ASCII)


def with_emoji(text: str) -> str:
    """Return a text with the signs that the names in it stand for; an unknown name stays as it is."""
    return _NAME.sub(lambda match: _signs().get(match[0], match[0]), text) if ":" in text else text


def with_names(text: str, source: str) -> str:
    """Return the text of a heading, written as `source`, with the names of its signs again: Hugo makes its id
    of those.
    """
    for name in _NAME.findall(source):
        if name in _signs():
            text = text.replace(_signs()[name], name, 1)
    return text


@cache
def _signs() -> dict[str, str]:
    from pymdownx.emoji import gemoji  # noqa: PLC0415 - its tables are large, and few blogs want them

    table = gemoji({}, None)
    known = {
        name: "".join(chr(int(point, 16)) for point in (one.get("unicode_alt") or one["unicode"]).split("-"))
        for name, one in table["emoji"].items()
        if "unicode" in one
    }
    return known | {name: known[one] for name, one in table["aliases"].items() if one in known}
