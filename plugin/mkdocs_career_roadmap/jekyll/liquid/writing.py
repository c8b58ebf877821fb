"""What a template comes to while it is run, and how its pieces become lines of Markdown."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine

from .expressions import shown
from .tokens import Token
from .values import BLANKS

_LEAD = re.compile(r"([ \t>]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?")
_TICKS = re.compile(r"`+")


class Form(Enum):
    """How a piece that MkDocs would read is written."""

    MARKDOWN = auto()
    """As Markdown: a code span, or a fenced block."""
    PLAIN = auto()
    """As it is: in code, or in HTML."""


@dataclass(frozen=True, slots=True)
class HighlightedCode:
    """A block of highlighted code."""

    language: str
    options: str
    """For the first line of its fence: "" or ` linenums="1"`."""
    lines: tuple[TextLine, ...]
    end: int
    """The source line on which it ends."""


@dataclass(slots=True)
class OutputPiece:
    """A part of the text on its way."""

    text: str
    line: int
    """The source line on which it begins."""
    from_source: bool = True
    """Whether its line breaks are the source's, too, and not those of a value."""
    left: bool = False
    """A tag or output that is not carried."""
    code: HighlightedCode | None = None
    form: Form = Form.MARKDOWN


def lines_of(pieces: Iterable[OutputPiece], first_line: int) -> list[TextLine]:
    """Return the lines that pieces make up; for none one empty line, the first.

    A line has the number of its first character, an empty one that of its end.
    """
    writer = _Writer(first_line)
    for is_left, group in groupby(pieces, key=_is_span):
        if is_left:  # code spans that touch each other would be one, and another
            together = list(group)
            writer.span("".join(piece.text for piece in together), together[0].line)
            continue
        for piece in group:
            if piece.code and piece.form is Form.MARKDOWN:
                writer.fence(piece.code, piece.line)
            else:
                text = _html(piece.code) if piece.code else piece.text
                writer.add(text, piece.line, piece.from_source)
    writer.end()
    return writer.lines


def _is_span(piece: OutputPiece) -> bool:
    return piece.left and piece.form is Form.MARKDOWN


def code_span(text: str) -> str:
    """Return a tag or output as a code span on one line."""
    text = " ".join(part.strip() for part in text.split("\n") if part.strip())
    ticks = "`" * (longest_run(text) + 1)
    return f"{ticks} {text} {ticks}" if len(ticks) > 1 else f"`{text}`"


def longest_run(text: str) -> int:
    """Return how many backticks stand together at most; 0 for none."""
    return max((len(run) for run in _TICKS.findall(text)), default=0)


def _html(code: HighlightedCode) -> str:
    text = html.escape("\n".join(line.text for line in code.lines), quote=False)
    return f'<pre><code class="language-{code.language}">{text}</code></pre>'


class _Writer:
    """Puts texts behind one another, and cuts them into lines."""

    def __init__(self, first_line: int) -> None:
        self.lines: list[TextLine] = []
        self._parts: list[str] = []
        self._number = 0  # of the line at hand; 0: nothing stands on it yet
        self._last = first_line
        self._closed_span = False
        self._behind: str | None = None  # a fence was closed: what a text on its line has to begin with

    def add(self, text: str, line: int, from_source: bool) -> None:
        for at, part in enumerate(text.split("\n")):
            if at:
                self._close(line)
                line += from_source
            shown = part if self._behind is None else self._after_fence(part)
            if self._closed_span and shown:
                shown = f" {shown}" if shown.startswith("`") else shown
                self._closed_span = False
            if shown and not self._number:
                self._number = line
            self._parts.append(shown)
            self._last = line

    def span(self, text: str, line: int) -> None:
        """Write a code span; it must not touch another's backticks."""
        if self._parts and self._parts[-1].endswith("`"):
            self._parts.append(" ")
        self.add(code_span(text), line, from_source=False)
        self._closed_span = True

    def end(self) -> None:
        self._close(self._last)

    def _close(self, line: int) -> None:
        self.lines.append(TextLine(self._number or line, "".join(self._parts)))
        self._parts = []
        self._number = 0
        self._behind = None
        self._closed_span = False

    def _after_fence(self, part: str) -> str:
        if not part.strip():
            return ""
        indent = self._behind or ""
        self._close(self._last)
        return indent + part.lstrip()

    def fence(self, code: HighlightedCode, line: int) -> None:
        """Write a fenced block; it begins a line of its own, as deep as what stands before it."""
        if self._behind is not None:
            self._close(self._last)
        before = "".join(self._parts)
        match = _LEAD.match(before)
        lead, marker = (match[1], match[2] or "") if match else ("", "")
        indent = lead + " " * len(marker)
        if before[len(indent) :].strip():
            self._parts = [before.rstrip()]
            self._close(line)
            self._parts = [indent]
        ticks = "`" * max(3, max((longest_run(inner.text) for inner in code.lines), default=0) + 1)
        self._number = self._number or line
        self._parts.append(f"{ticks}{code.language}{code.options}")
        self._close(line)
        inner = code.lines
        if inner and inner[-1].text.rstrip() == indent.rstrip():  # the closing tag stands in a quotation, too
            inner = inner[:-1]
        self.lines += _indented(inner, indent)
        self._last = self._number = code.end
        self._parts = [indent + ticks]
        self._behind = indent


def _indented(lines: Sequence[TextLine], indent: str) -> Sequence[TextLine]:
    """Return code as deep as its fence: where it all is, it stays as it is."""
    bare = indent.rstrip()
    if all(text.startswith(indent) or text.rstrip() == bare or not text.strip() for _, text in lines):
        return [TextLine(number, text if text.strip() else bare) for number, text in lines]
    return [TextLine(number, indent + text if text.strip() else bare) for number, text in lines]


@dataclass(slots=True)
class Frame:
    """A block that is run and not yet closed."""

    opening: OutputPiece
    name: str
    markup: str
    is_sure: bool
    """Whether it stands in no block that is left."""
    pieces: list[OutputPiece] = field(default_factory=list)


class TemplateOutput:
    """The pieces so far, and what is noted of them."""

    def __init__(self, first_line: int) -> None:
        self.notes: list[tuple[NoteKind, int, str]] = []
        self._line = first_line
        self._done: list[OutputPiece] = []
        self._frames: list[Frame] = []
        self._left = Counter[str]()  # the names of tags that are left
        self._trims = False  # the next text loses the white space that it begins with
        self._behind_text = False  # the last piece is a text of the template

    @property
    def _pieces(self) -> list[OutputPiece]:
        return self._frames[-1].pieces if self._frames else self._done

    def _text(self, token: Token) -> None:
        text, line = token.text, self._line
        if self._trims:
            text = text.lstrip(BLANKS)
            line += token.text.count("\n", 0, len(token.text) - len(text))
        self._trims = False
        self._pieces.append(OutputPiece(text, line))
        self._behind_text = True

    def _carried(self, token: Token) -> None:
        """Heed the signs of white space control of a tag or output that is run."""
        if token.trims_before and self._behind_text:
            last = self._pieces[-1]
            last.text = last.text.rstrip(BLANKS)
        self._trims = token.trims_behind
        self._behind_text = False

    def _leave(self, token: Token, why: str) -> None:
        if why:
            self.notes.append((NoteKind.LEFT, self._line, why))
        self._left[token.name] += 1
        self._trims = self._behind_text = False
        self._pieces.append(OutputPiece(token.text, self._line, left=True))

    def _broken(self, token: Token) -> None:
        sort = "tag" if token.text.startswith("{%") else "output"
        self.notes.append((NoteKind.LEFT, self._line, f"the {sort} {shown(token.text)} is not closed"))
        self._trims = self._behind_text = False
        self._pieces.append(OutputPiece(token.text, self._line))
