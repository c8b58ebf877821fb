"""The blocks of a template that are left: what they hold may be run never, or many times."""

from __future__ import annotations

import re
from collections import Counter

BLOCKS = frozenset({"if", "unless", "case", "for", "tablerow", "ifchanged"})
INCLUDES = frozenset({"include", "include_relative", "include_cached"})
MIDDLES = frozenset({"else", "elsif", "when"})
_LOOPS = frozenset({"for", "tablerow"})
NAME = re.compile(r"\s*([\w-]+)", re.ASCII)


class LeftBlocks:
    """Those around a place, from the outermost."""

    def __init__(self) -> None:
        self.loops = Counter[str]()
        """The variables of the loops."""
        self._around: list[tuple[str, str]] = []  # name, and the variable of a loop
        self._names = Counter[str]()

    def __bool__(self) -> bool:
        return bool(self._around)

    def enter(self, name: str, markup: str) -> None:
        variable = NAME.match(markup) if name in _LOOPS else None
        self._around.append((name, variable[1] if variable else ""))
        self._names[name] += 1
        if name in _LOOPS:
            self.loops[self._around[-1][1]] += 1

    def exit(self, name: str) -> None:
        """Close the innermost block of a name, and those in it that are not closed; without one, nothing."""
        while self._names[name]:
            inner, variable = self._around.pop()
            self._names[inner] -= 1
            if inner in _LOOPS:
                self.loops[variable] -= 1
                if not self.loops[variable]:
                    del self.loops[variable]
            if inner == name:
                break
