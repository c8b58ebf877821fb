"""What a template comes to, while it is run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..lines import Kind
from .expressions import shown
from .pieces import Piece
from .tokens import Token
from .values import BLANKS


@dataclass(slots=True)
class Frame:
    """A block that is run and not yet closed."""

    opening: Piece
    name: str
    markup: str
    is_sure: bool
    """Whether it stands in no block that is left."""
    pieces: list[Piece] = field(default_factory=list)


class Writing:
    """The pieces so far, and what is noted of them."""

    def __init__(self, first_line: int) -> None:
        self.notes: list[tuple[Kind, int, str]] = []
        self._line = first_line
        self._done: list[Piece] = []
        self._frames: list[Frame] = []
        self._left = Counter[str]()  # the names of tags that are left
        self._trims = False  # the next text loses the white space that it begins with
        self._behind_text = False  # the last piece is a text of the template

    @property
    def _pieces(self) -> list[Piece]:
        return self._frames[-1].pieces if self._frames else self._done

    def _text(self, token: Token) -> None:
        text, line = token.text, self._line
        if self._trims:
            text = text.lstrip(BLANKS)
            line += token.text.count("\n", 0, len(token.text) - len(text))
        self._trims = False
        self._pieces.append(Piece(text, line))
        self._behind_text = True

    def _carried(self, token: Token) -> None:
        """Heed the signs of white space control of a tag or output that is run."""
        if token.trims_before and self._behind_text:
            last = self._pieces[-1]
            last.text = last.text.rstrip(BLANKS)
        self._trims = token.trims_behind
        self._behind_text = False

    def _put(self, token: Token, text: str) -> None:
        self._carried(token)
        if text:
            self._pieces.append(Piece(text, self._line, from_source=False))

    def _leave(self, token: Token, why: str) -> None:
        if why:
            self.notes.append((Kind.LEFT, self._line, why))
        self._left[token.name] += 1
        self._trims = self._behind_text = False
        self._pieces.append(Piece(token.text, self._line, left=True))

    def _broken(self, token: Token) -> None:
        sort = "tag" if token.text.startswith("{%") else "output"
        self.notes.append((Kind.LEFT, self._line, f"the {sort} {shown(token.text)} is not closed"))
        self._trims = self._behind_text = False
        self._pieces.append(Piece(token.text, self._line))
