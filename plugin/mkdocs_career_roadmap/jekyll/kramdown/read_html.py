"""The parts of HTML between a page's blocks: kramdown closes what is open and shows what closes nothing."""

from __future__ import annotations

import re
from html import escape

from mkdocs_career_roadmap.new_site.markdown.kinds import Html, Raw
from mkdocs_career_roadmap.new_site.markdown.writing import MARKDOWN

from . import marks
from .blocks import BlockText

_TRAILING = re.compile(r"[ \t]*\n")
_MODELS = {"0": "raw", "span": "span", "block": "block"}


def tag_name(name: str) -> str:
    return name.lower() if name.lower() in marks.KNOWN_TAGS else name


def usual_model(name: str) -> str:
    if name in marks.HOLDS_BLOCKS:
        return "block"
    return "span" if name in marks.HOLDS_SPANS else "raw"


def model_of(name: str, tag: str, default: str) -> str:
    """Return how a tag's content is read: raw, block or span."""
    match = MARKDOWN.search(tag)
    if not match:
        return default
    value = match[1] or match[3] or ""
    return usual_model(name) if value == "1" else _MODELS.get(value, default)


def comment_at(source: BlockText, at: int) -> re.Match[str] | None:
    if source.unclosed.get("<!--", len(source.text) + 1) <= at:
        return None
    match = marks.COMMENT.match(source.text, at)
    if not match:
        source.unclosed["<!--"] = at
    return match


def skip_line_end(source: BlockText) -> None:
    if match := _TRAILING.match(source.text, source.pos):
        source.pos = match.end()


def read_verbatim(source: BlockText, block: Html) -> None:
    """Read what a <script> or <style> holds."""
    close = re.compile(rf"</{block.tag}\s*>", re.IGNORECASE).search(source.text, source.pos)
    end = close.start() if close else len(source.text)
    add_raw(source, block, source.pos, end)
    source.pos = close.end() if close else end


def add_raw(source: BlockText, block: Html, start: int, end: int) -> None:
    if end <= start:
        return
    lines = source.lines(start, end)
    if source.text[end - 1] == "\n":
        lines.append(lines[-1]._replace(text=""))
    last = block.children[-1] if block.children else None
    if not isinstance(last, Raw):
        block.children.append(Raw(lines[0].number, lines))
        return
    last.lines[-1] = last.lines[-1]._replace(text=last.lines[-1].text + lines[0].text)
    last.lines += lines[1:]


def show_text(source: BlockText, block: Html, text: str) -> None:
    """Add what is no HTML though it looks like it, so that it is seen."""
    shown = BlockText.of([])
    shown.text, shown.numbers = escape(text, quote=False), [source.number()]
    add_raw(shown, block, 0, len(shown.text))


def read_aside(source: BlockText, block: Html) -> None:
    """Read a comment or an instruction within raw HTML."""
    at = source.pos
    match = comment_at(source, at) or marks.INSTRUCTION.match(source.text, at)
    if match:
        add_raw(source, block, at, match.end())
        source.pos = match.end()
    else:
        show_text(source, block, "<")
        source.pos += 1
