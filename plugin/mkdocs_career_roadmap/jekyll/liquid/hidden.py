"""Where the texts end that Liquid does not read: those in `raw` and in comments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .tokens import Token


class Hidden:
    """The ends of such texts in a template."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        ends = [at for at, token in enumerate(tokens) if token.name == "endraw"]
        self._raw_ends = [at for at in ends if not tokens[at].trims_before]
        self._trimming_raw_ends = [at for at in ends if tokens[at].trims_before]

    def raw_end(self, at: int) -> int | None:
        """Return the place of the tag that closes a `raw`, whose text begins at `at`; None: it is not closed.

        `{%- endraw %}` closes one only for newer Liquids, so another is preferred.
        """
        for ends in (self._raw_ends, self._trimming_raw_ends):
            behind = bisect_left(ends, at)
            if behind < len(ends):
                return ends[behind]
        return None

    def comment_end(self, at: int) -> int | None:
        """Return the place of the tag that closes a comment, whose text begins at `at`; None: none does."""
        depth = 1
        while at < len(self._tokens):
            name = self._tokens[at].name
            depth += (name == "comment") - (name == "endcomment")
            if not depth:
                return at
            at += 1
            if name == "raw":
                end = self.raw_end(at)
                at = at if end is None else end + 1
        return None
