"""Runs the tags of a Liquid template, one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mkdocs_career_roadmap.new_site.lines import NoteKind

from .code_blocks import code_of, figure_of, options_of, pieces_of
from .expressions import NotKnownError, output_of, shown
from .filters import evaluated
from .known_includes import known_include, why_empty
from .known_tags import CITING, DIAGRAMS, NAMES, PAIRED, SILENT, WHY, TagValues, known_tag, pairs
from .pictures import picture_of
from .tokens import (
    BLOCKS,
    INCLUDES,
    LOOPS,
    MIDDLES,
    NAME,
    LeftBlocks,
    Part,
    Token,
    UnreadTexts,
    block_ends,
    tokens,
)
from .urls import relative_url
from .values import BLANKS, LONGEST, NOT_KNOWN, LiquidScope, Variables, printed
from .writing import Frame, OutputPiece, TemplateOutput

_DEEPEST = 100
"""How deep Liquid lets blocks stand in blocks."""
_FEW_TOKENS, _FEW_LETTERS = 8, 200
"""How far is read for the first words of what a tag may have hidden."""
_ASSIGN = re.compile(r"([\w-]+)\s*=\s*(.*)", re.ASCII | re.DOTALL)


class Run(TemplateOutput):
    """One template at work."""

    def __init__(self, body: str, first_line: int, scope: LiquidScope) -> None:
        super().__init__(first_line)
        self._tokens = list(tokens(body))
        self._hidden = UnreadTexts(self._tokens)
        self._ends = block_ends(self._tokens, self._hidden) if scope.run else {}
        self._at = 0
        self._scope = scope
        self._blocks = LeftBlocks()
        self._variables = Variables(scope, self._blocks.loops)
        self._written = 0
        self._pairs = pairs(self._tokens)
        names = {token.name for token in self._tokens}
        self._blocks_of_plugins = {name for name in names if f"end{name}" in names} - BLOCKS
        self._values = TagValues(
            scope.baseurl, lambda text: evaluated(output_of(text), self._variables), scope.file_url,
            scope.cite)

    def pieces(self) -> list[OutputPiece]:
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

    # --- outputs and variables ---

    def _output(self, token: Token, markup: str) -> None:
        missing = self._variables.missing
        missing.clear()
        try:
            text = printed(evaluated(output_of(markup), self._variables))
            self._count(text)
        except NotKnownError as error:
            if self._ran(token):
                self._leave(token, f"the output {shown(token.text)} is not carried: {error}")
            return
        if missing and not text:
            message = f"{missing[0]} is not in the configuration, so nothing stands here, as in Jekyll"
            self.notes.append((NoteKind.CHANGED, self._line, message))
        self._put(token, text)

    def _put(self, token: Token, text: str) -> None:
        self._carried(token)
        self._pieces.extend(pieces_of(text, self._line))

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
            if self._blocks or self._ran(token):
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
        try:
            address = self._scope.post_url(name) if is_post else self._scope.file_url(self._path(name))
            if address is None:
                message = f"the {token.name} {shown(name)} names no {'post' if is_post else 'file'}"
                self._leave(token, message)
            else:
                self._put(token, relative_url(self._scope.baseurl, address))
        except NotKnownError as error:
            self._leave(token, f"{_not_carried(token)}: {error}")

    def _include(self, token: Token) -> None:
        """Put the picture of an include that shows one, or what the blog's own include comes to; any other is
        left. The variables of a picture's are not known.
        """
        picture = picture_of(token.markup, self._scope.baseurl, self._text_of)
        if picture is None:
            self._other(token)
            return
        message = f"the tag {shown(f'include {token.markup}')} is taken for the picture that it names"
        self.notes.append((NoteKind.CHANGED, self._line, message))
        self._put(token, picture)
        self._variables.forget()

    def _known_include(self, token: Token) -> bool:
        """Put what an include of a theme shows. False: it is none that is known, and nothing was done."""
        known = known_include(token.markup, self._scope.baseurl, self._text_of, self._scope.page)
        if known is None:
            return False
        what = shown(f"include {token.markup}")
        self.notes.append((NoteKind.CHANGED, self._line, f"the tag {what} is taken for " + (
            "what its name says" if known else why_empty(token.markup))))
        self._put(token, known)
        self._variables.forget()
        return True

    def _known_tag(self, token: Token) -> bool:
        """Put what a tag of a plugin shows. False: it is none that is known, and nothing was done."""
        name = token.name
        is_pair = name.removeprefix("end") in PAIRED
        if name not in NAMES or (is_pair and self._at - 1 not in self._pairs) or (
                name in CITING and self._blocks.loops):  # what is repeated there is not known
            return False
        try:
            is_end = is_pair and name.startswith("end") and name not in CITING
            markup = self._pairs[self._at - 1] if is_end else token.markup
            made = known_tag(name, markup, self._values)
        except NotKnownError as error:
            self._leave(token, f"{_not_carried(token)}: {error}")
            return True
        if made is None:
            return False
        if not (name in SILENT or name.startswith("end")):
            what = shown(f"{name} {token.markup}".strip())
            self.notes.append((NoteKind.CHANGED, self._line,
                               f"the tag {what} is taken for {WHY.get(name, 'what its name says')}"))
        self._put(token, made.replace("\n", f"\n{self._indent()}") if is_pair else made)
        return True

    def _indent(self) -> str:
        """Return the blanks that stand before a tag on its line, so that what it begins is as deep; empty:
        there are none, or more than those.
        """
        before = self._pieces[-1].text.rpartition("\n")[2] if self._pieces and self._behind_text else ""
        return "" if before.strip() else before

    def _text_of(self, markup: str) -> str:
        return printed(evaluated(output_of(markup), self._variables))

    def _path(self, markup: str) -> str:
        """Return the path that a `link` names; it may hold outputs."""
        parts: list[str] = []
        for token in tokens(markup):
            if token.part is Part.OUTPUT:
                parts.append(printed(evaluated(output_of(token.markup), self._variables)))
            else:
                parts.append(token.text)
        return "".join(parts)

    # --- texts that are not read ---

    def _raw(self, token: Token) -> None:
        end = self._hidden.raw_end(self._at)
        if token.markup.strip() or end is None:
            self._leave(token, _not_carried(token) if end else "the tag raw is never closed")
            return
        self._carried(token)
        text = "".join(inner.text for inner in self._tokens[self._at : end])
        self._pieces.append(OutputPiece(text, self._line + token.text.count("\n")))
        self._skip(end)

    def _comment(self, token: Token) -> None:
        """Leave out a comment; one that is never closed takes all that follows: it may hold secrets."""
        self._carried(token)
        end = self._hidden.comment_end(self._at)
        if end is None:
            message = "the comment that begins here is never closed, so all that follows it is left out"
            self.notes.append((NoteKind.LEFT, self._line, message))
            end = len(self._tokens) - 1
        self._trims = self._tokens[end].trims_behind
        self._skip(end)

    def _skip(self, end: int) -> None:
        """Go on behind a token."""
        self._line += sum(token.text.count("\n") for token in self._tokens[self._at : end + 1])
        self._at = end + 1

    # --- blocks that are run ---

    def _opening(self, token: Token) -> None:
        wrong = None
        if len(self._frames) >= _DEEPEST:
            wrong = "blocks stand too deep in blocks"
        elif token.name not in DIAGRAMS and token.name != "bibtex" and not (
                options_of if token.name == "highlight" else NAME.match)(token.markup):
            wrong = _not_carried(token)
        if wrong:
            self._leave(token, wrong)
            return
        self._carried(token)
        opening = OutputPiece(token.text, self._line, left=True)
        self._frames.append(Frame(opening, token.name, token.markup, not self._blocks))

    def _closing(self, token: Token) -> None:
        name = token.name.removeprefix("end")
        if not any(frame.name == name for frame in self._frames):
            self._leave(token, f"the tag {token.name} closes nothing")
            return
        while (frame := self._frames.pop()).name != name:
            self._pieces.extend(self._unclosed(frame))
        if token.trims_before and self._behind_text and frame.pieces:
            frame.pieces[-1].text = frame.pieces[-1].text.rstrip(BLANKS)
        if name in DIAGRAMS:
            self.notes.append((NoteKind.CHANGED, frame.opening.line,
                               f"the tag {name} drew a picture of its text, which is shown now"))
            frame.markup = DIAGRAMS[name]
        made = {"capture": self._captured, "bibtex": self._listed}.get(name, self._highlighted)
        made(frame, token)
        self._behind_text = False

    def _highlighted(self, frame: Frame, token: Token) -> None:
        language, options = options_of(frame.markup) or ("", "")
        code = code_of(language, options, frame.pieces, self._line)
        self._pieces.append(OutputPiece("", frame.opening.line, code=code))
        self._trims = token.trims_behind

    def _listed(self, frame: Frame, token: Token) -> None:
        """Put the works that stand in a block of BibTeX."""
        text, why, made = "".join(piece.text for piece in frame.pieces), "", None
        if not (self._blocks.loops or any(piece.left for piece in frame.pieces)):
            try:
                made = self._scope.cite("bibtex", f"{frame.markup}\n{text}", self._values.value)
            except NotKnownError as error:
                why = f": {error}"
        if made is None:
            self.notes.append((NoteKind.LEFT, frame.opening.line, f"the tag bibtex is not carried{why}"))
            self._pieces.extend([frame.opening, *frame.pieces])
            self._leave(token, "")
        else:
            self._put(token, made)

    def _captured(self, frame: Frame, token: Token) -> None:
        match = NAME.match(frame.markup)
        name = match[1] if match else ""
        is_known = not any(piece.left for piece in frame.pieces)
        texts = (figure_of(piece.code) if piece.code else piece.text for piece in frame.pieces)
        text = "".join(texts) if is_known else ""
        if is_known and frame.is_sure and len(text) <= LONGEST:
            self._variables.assigned[name] = text
            self._trims = token.trims_behind
            return
        self._variables.assigned[name] = NOT_KNOWN
        self.notes.append((NoteKind.LEFT, frame.opening.line, f"the tag capture {name} is not carried"))
        self._pieces.append(frame.opening)
        self._pieces.extend(frame.pieces)
        self._leave(token, "")

    def _unclosed(self, frame: Frame) -> list[OutputPiece]:
        self.notes.append((NoteKind.LEFT, frame.opening.line, f"the tag {frame.name} is never closed"))
        return [frame.opening, *frame.pieces]

    # --- what is left ---

    def _revealed(self) -> str:
        """Return the end of a sentence on a tag that may have hidden what stands behind it."""
        begin = ""
        for token in self._tokens[self._at : self._at + _FEW_TOKENS]:
            if token.part is Part.TAG:
                break
            begin += token.text[:_FEW_LETTERS]
        words = " ".join(begin.split())
        return f", so this is seen now, whatever it decides: {shown(words)}" if words else ""

    def _ran(self, token: Token) -> str:
        """Run a block with all that is in it, or a tag or output. Return why it is left; empty: it was run.

        In a loop that is left nothing is run: what it repeats is not known.
        """
        end = self._ends.get(self._at - 1) if token.name in BLOCKS else self._at - 1
        if self._scope.run is None or end is None or self._blocks.loops:
            return " "
        unknown = frozenset(name for name, value in self._variables.assigned.items() if value is NOT_KNOWN)
        known = {name: value for name, value in self._variables.assigned.items() if name not in unknown}
        whole = "".join(one.text for one in (token, *self._tokens[self._at : end + 1]))
        self._scope.passed.clear()
        try:
            text, assigned = self._scope.run(whole, known, unknown)
            self._count(text)
        except NotKnownError as error:
            return str(error)
        self.notes.extend((NoteKind.CHANGED, self._line,
                           f"the filter {name} is not known, so the text is there that it was given")
                          for name in sorted(self._scope.passed))
        for name, value in assigned.items():
            is_sure = not self._blocks and isinstance(value, str | int | float | list | Mapping | None)
            self._variables.assigned[name] = value if is_sure else NOT_KNOWN
        if token.name in BLOCKS or token.name in INCLUDES:
            what = shown(f"{token.name} {token.markup}".strip())
            message = f"the tag {what} is put in as it comes out today"
            self.notes.append((NoteKind.CHANGED, self._line, message))
        last = self._tokens[end]
        self._put(token, text)
        self._trims = last.trims_behind
        self._line += sum(one.text.count("\n") for one in self._tokens[self._at : end + 1])
        self._at = end + 1
        return ""

    def _other(self, token: Token) -> None:
        name, reason = token.name, ""
        if self._known_tag(token):
            return
        if name in BLOCKS or name in INCLUDES:
            reason = self._ran(token)
            if not reason:
                return
            reason = f": {reason}" if reason.strip() else ""
        if name in BLOCKS:
            self._leave(token, _not_carried(token) + reason + ("" if name in LOOPS else self._revealed()))
            self._blocks.enter(name, token.markup)
        elif name in MIDDLES:
            revealed = self._revealed()
            why = f"{_not_carried(token)}{revealed}" if revealed else ""
            self._leave(token, why if self._blocks else f"the tag {name} belongs to nothing")
        elif name.startswith("end"):
            opened = name.removeprefix("end")
            self._leave_block(token, "" if self._left[opened] else f"the tag {name} closes nothing")
            self._blocks.exit(opened)
        else:
            if name in INCLUDES and self._known_include(token):
                return
            self._leave_block(token, _not_carried(token) + reason)
            if name in INCLUDES:
                self._variables.forget()

    def _leave_block(self, token: Token, why: str) -> None:
        """Leave a tag that nobody knows. The beginning or end of a block that has its line for itself stands
        apart, so that what is between is read by itself, as a table that ends right before it.
        """
        ahead = self._tokens[self._at].text if self._at < len(self._tokens) else ""
        before = self._pieces[-1].text.rpartition("\n") if self._pieces else ("", "", "")
        is_first = len(self._pieces) < 2 or bool(before[1])
        is_block = (is_first and not before[2].strip() and re.match(r"[ \t]*(?:\n|\Z)", ahead) is not None
                    and token.name.removeprefix("end") in self._blocks_of_plugins)
        if is_block and before[0].strip(" \t") and not before[0].rstrip(" \t").endswith("\n"):
            self._pieces.append(OutputPiece(f"\n{before[2]}", self._line, from_source=False))
        self._leave(token, why)
        if is_block:
            self._pieces.append(OutputPiece("\n", self._line, from_source=False))


def _not_carried(token: Token) -> str:
    return f"the tag {shown(f'{token.name} {token.markup}')} is not carried"


_TAGS: Mapping[str, Callable[[Run, Token], None]] = {
    "#": Run._carried,
    "assign": Run._assign,
    "bibtex": Run._opening,
    "capture": Run._opening,
    "comment": Run._comment,
    "echo": Run._echo,
    "endbibtex": Run._closing,
    "endcapture": Run._closing,
    "endhighlight": Run._closing,
    "highlight": Run._opening,
    "include": Run._include,
    "include_cached": Run._include,
    "link": Run._address,
    "post_url": Run._address,
    "raw": Run._raw,
    **dict.fromkeys(DIAGRAMS, Run._opening),
    **dict.fromkeys((f"end{name}" for name in DIAGRAMS), Run._closing),
}
