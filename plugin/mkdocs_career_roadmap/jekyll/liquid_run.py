"""Runs the tags of a Liquid template, one after the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .liquid_expressions import NotKnownError, output_of, shown
from .liquid_filters import evaluated
from .liquid_highlight import code_of, options_of
from .liquid_pieces import Piece
from .liquid_tokens import Part, Token, tokens
from .liquid_urls import relative_url
from .liquid_values import BLANKS, LONGEST, NOT_KNOWN, Scope, Variables, printed
from .shapes import Kind

_DEEPEST = 100
"""How deep Liquid lets blocks stand in blocks."""
_ASSIGN = re.compile(r"([\w-]+)\s*=\s*(.*)", re.ASCII | re.DOTALL)
_NAME = re.compile(r"\s*([\w-]+)", re.ASCII)
BLOCKS = frozenset({"if", "unless", "case", "for", "tablerow", "ifchanged"})
_LOOPS = frozenset({"for", "tablerow"})
_MIDDLES = frozenset({"else", "elsif", "when"})
INCLUDES = frozenset({"include", "include_relative", "include_cached"})


@dataclass(slots=True)
class _Frame:
    """A block that is run and not yet closed."""

    opening: Piece
    name: str
    markup: str
    is_sure: bool
    """Whether it stands in no block that is left."""
    pieces: list[Piece] = field(default_factory=list)


class Run:
    """One template at work."""

    def __init__(self, body: str, first_line: int, scope: Scope) -> None:
        self.notes: list[tuple[Kind, int, str]] = []
        self._tokens = list(tokens(body))
        self._at = 0
        self._line = first_line
        self._scope = scope
        self._variables = Variables(scope)
        self._done: list[Piece] = []
        self._frames: list[_Frame] = []
        self._blocks: list[tuple[str, str]] = []  # those that are left: name, and the variable of a loop
        self._open = Counter[str]()
        self._left = Counter[str]()  # the names of tags that are left
        self._trims = False  # the next text loses the white space that it begins with
        self._behind_text = False  # the last piece is a text of the template
        self._written = 0
        ends = [at for at, token in enumerate(self._tokens) if token.name == "endraw"]
        self._raw_ends = [at for at in ends if not self._tokens[at].trims_before]
        self._trimming_raw_ends = [at for at in ends if self._tokens[at].trims_before]

    def pieces(self) -> list[Piece]:
        """Run the template, once, and return what it comes to."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.part is Part.TEXT:
                self._text(token)
            elif token.part is Part.OUTPUT:
                self._output(token, token.markup)
            elif token.part is Part.BROKEN:
                self._broken(token)
            else:
                _TAGS.get(token.name, Run._other)(self, token)
            self._line += token.text.count("\n")
        for frame in self._frames:
            self._done += self._unclosed(frame)
        return self._done

    # --- what comes out ---

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

    # --- outputs and variables ---

    def _output(self, token: Token, markup: str) -> None:
        missing = self._variables.missing
        missing.clear()
        try:
            text = printed(evaluated(output_of(markup), self._variables))
            self._count(text)
        except NotKnownError as error:
            self._leave(token, f"the output {shown(token.text)} is not carried: {error}")
            return
        if missing and not text:
            said = f"{missing[0]} is not in the configuration, so nothing stands here, as in Jekyll"
            self.notes.append((Kind.CHANGED, self._line, said))
        self._put(token, text)

    def _count(self, text: str) -> None:
        self._written += len(text)
        if self._written > 4 * LONGEST:
            raise NotKnownError("the values of this page are too long")

    def _echo(self, token: Token) -> None:
        self._output(token, token.markup)

    def _assign(self, token: Token) -> None:
        match = _ASSIGN.search(token.markup)
        if not match:
            self._leave(token, _not_carried(token))
            return
        name = match[1]
        try:
            value = self._assigned(match[2])
        except NotKnownError as error:
            self._variables.assigned[name] = NOT_KNOWN
            self._leave(token, f"{_not_carried(token)}: {error}")
            return
        self._variables.assigned[name] = value
        self._carried(token)

    def _assigned(self, markup: str) -> object:
        if self._blocks:
            raise NotKnownError("it stands in a block that is not run")
        return evaluated(output_of(markup), self._variables)

    def _address(self, token: Token) -> None:
        name = token.markup.strip()
        is_post = token.name == "post_url"
        address = (self._scope.post_url if is_post else self._scope.file_url)(name)
        if address is None:
            sort = "post" if is_post else "file"
            self._leave(token, f"the {token.name} {shown(name)} names no {sort}")
            return
        try:
            self._put(token, relative_url(self._scope.baseurl, address))
        except NotKnownError as error:
            self._leave(token, f"{_not_carried(token)}: {error}")

    # --- texts that are not read ---

    def _raw(self, token: Token) -> None:
        end = self._raw_end()
        if token.markup.strip() or end is None:
            self._leave(token, _not_carried(token) if end else "the tag raw is never closed")
            return
        self._carried(token)
        text = "".join(inner.text for inner in self._tokens[self._at : end])
        self._pieces.append(Piece(text, self._line + token.text.count("\n")))
        self._line += text.count("\n") + self._tokens[end].text.count("\n")
        self._at = end + 1

    def _raw_end(self) -> int | None:
        """Return where the `raw` at hand is closed; `{%- endraw %}` does so only for newer Liquids."""
        for ends in (self._raw_ends, self._trimming_raw_ends):
            behind = bisect_right(ends, self._at - 1)
            if behind < len(ends):
                return ends[behind]
        return None

    def _comment(self, token: Token) -> None:
        """Leave out a comment; one that is never closed takes all that follows: it may hold secrets."""
        self._carried(token)
        depth, start, line = 1, self._at, self._line
        while depth and self._at < len(self._tokens):
            inner = self._tokens[self._at]
            depth += (inner.name == "comment") - (inner.name == "endcomment")
            self._at += 1
            if inner.name == "raw":
                self._at = self._raw_end() or self._at
        self._line += sum(inner.text.count("\n") for inner in self._tokens[start : self._at])
        self._trims = self._tokens[self._at - 1].trims_behind
        if depth:
            said = "the comment that begins here is never closed, so all that follows it is left out"
            self.notes.append((Kind.LEFT, line, said))

    # --- blocks that are run ---

    def _opening(self, token: Token) -> None:
        wrong = None
        if len(self._frames) >= _DEEPEST:
            wrong = "blocks stand too deep in blocks"
        elif not (options_of if token.name == "highlight" else _NAME.match)(token.markup):
            wrong = _not_carried(token)
        if wrong:
            self._leave(token, wrong)
            return
        self._carried(token)
        opening = Piece(token.text, self._line, left=True)
        self._frames.append(_Frame(opening, token.name, token.markup, not self._blocks))

    def _closing(self, token: Token) -> None:
        name = token.name.removeprefix("end")
        if not any(frame.name == name for frame in self._frames):
            self._leave(token, f"the tag {token.name} closes nothing")
            return
        while (frame := self._frames.pop()).name != name:
            self._pieces.extend(self._unclosed(frame))
        if token.trims_before and self._behind_text and frame.pieces:
            frame.pieces[-1].text = frame.pieces[-1].text.rstrip(BLANKS)
        (self._highlighted if name == "highlight" else self._captured)(frame, token)
        self._behind_text = False

    def _highlighted(self, frame: _Frame, token: Token) -> None:
        language, options = options_of(frame.markup) or ("", "")
        code = code_of(language, options, frame.pieces, self._line)
        self._pieces.append(Piece("", frame.opening.line, code=code))
        self._trims = token.trims_behind

    def _captured(self, frame: _Frame, token: Token) -> None:
        match = _NAME.match(frame.markup)
        name = match[1] if match else ""
        is_known = not any(piece.left or piece.code for piece in frame.pieces)
        text = "".join(piece.text for piece in frame.pieces) if is_known else ""
        if is_known and frame.is_sure and len(text) <= LONGEST:
            self._variables.assigned[name] = text
            self._trims = token.trims_behind
            return
        self._variables.assigned[name] = NOT_KNOWN
        self.notes.append((Kind.LEFT, frame.opening.line, f"the tag capture {name} is not carried"))
        self._pieces.append(frame.opening)
        self._pieces.extend(frame.pieces)
        self._leave(token, "")

    def _unclosed(self, frame: _Frame) -> list[Piece]:
        self.notes.append((Kind.LEFT, frame.opening.line, f"the tag {frame.name} is never closed"))
        return [frame.opening, *frame.pieces]

    # --- what is left ---

    def _other(self, token: Token) -> None:
        name = token.name
        if name in BLOCKS:
            variable = _NAME.match(token.markup) if name in _LOOPS else None
            self._leave(token, _not_carried(token))
            self._enter(name, variable[1] if variable else "")
        elif name in _MIDDLES:
            self._leave(token, "" if self._blocks else f"the tag {name} belongs to nothing")
        elif name.startswith("end"):
            opened = name.removeprefix("end")
            self._leave(token, "" if self._left[opened] else f"the tag {name} closes nothing")
            self._exit(opened)
        else:
            self._leave(token, _not_carried(token))
            if name in INCLUDES:
                self._variables.forget()

    def _enter(self, name: str, variable: str) -> None:
        self._blocks.append((name, variable))
        self._open[name] += 1
        if name in _LOOPS:
            self._variables.loops[variable] += 1

    def _exit(self, name: str) -> None:
        """Close a block, and those in it that are not."""
        while self._open[name]:
            inner, variable = self._blocks.pop()
            self._open[inner] -= 1
            if inner in _LOOPS:
                self._variables.loops -= Counter([variable])
            if inner == name:
                break


def _not_carried(token: Token) -> str:
    return f"the tag {shown(f'{token.name} {token.markup}')} is not carried"


_TAGS: Mapping[str, Callable[[Run, Token], None]] = {
    "#": Run._carried,
    "assign": Run._assign,
    "capture": Run._opening,
    "comment": Run._comment,
    "echo": Run._echo,
    "endcapture": Run._closing,
    "endhighlight": Run._closing,
    "highlight": Run._opening,
    "link": Run._address,
    "post_url": Run._address,
    "raw": Run._raw,
}
