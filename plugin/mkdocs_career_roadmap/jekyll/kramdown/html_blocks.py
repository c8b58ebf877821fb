"""HTML between a page's blocks: kramdown closes what is open and shows what closes nothing."""

from __future__ import annotations

import re
from html import escape

from . import patterns
from .blocks import Block, Source
from .reading import Reading

_RAW_START = re.compile(rf"<(?:{patterns.NAME}|/|!--|\?)")
_TRAILING = re.compile(r"[ \t]*\n")
_MARKDOWN = re.compile(r"""\s+markdown(?:\s*=\s*(?:(\w+)|(["'])(.*?)\2))?(?=[\s/>]|$)""", re.IGNORECASE)
_MODELS = {"0": "raw", "span": "span", "block": "block"}
_MAX_OPEN = 100
_MAX_PARSED = 30


def _known(name: str) -> str:
    return name.lower() if name.lower() in patterns.KNOWN_TAGS else name


def _default_model(name: str) -> str:
    if name in patterns.HOLDS_BLOCKS:
        return "block"
    return "span" if name in patterns.HOLDS_SPANS else "raw"


def model_of(name: str, tag: str, default: str) -> str:
    """Return how a tag's content is read: raw, block or span."""
    found = _MARKDOWN.search(tag)
    if not found:
        return default
    value = found[1] or found[3] or ""
    return _default_model(name) if value == "1" else _MODELS.get(value, default)


def without_markdown(tag: str) -> str:
    """Return a tag without its attribute `markdown`."""
    return _MARKDOWN.sub("", tag)


def read_html(reading: Reading, source: Source, children: list[Block], parent: str) -> bool | None:
    """Read the HTML at the source's place; None: it is the end tag of `parent`; False: no block of HTML."""
    at = source.content()
    if source.text.startswith("<!--", source.pos) and (found := _comment(source, source.pos)):
        children.append(Block("comment", source.number(), source.lines(source.pos, found.end())))
        source.pos = found.end()
        _skip_line_end(source)
        return True
    if found := patterns.TAG.match(source.text, at):
        if found["name"].lower() in patterns.SPAN_TAGS:
            return False
        _element(reading, source, children, found)
        return True
    found = patterns.TAG_CLOSE.match(source.text, at)
    if found and parent and found["name"].lower() == parent:
        source.pos = found.end()
        return None
    return False


def _comment(source: Source, at: int) -> re.Match[str] | None:
    if source.unclosed.get("<!--", len(source.text) + 1) <= at:
        return None
    found = patterns.COMMENT.match(source.text, at)
    if not found:
        source.unclosed["<!--"] = at
    return found


def _skip_line_end(source: Source) -> None:
    if found := _TRAILING.match(source.text, source.pos):
        source.pos = found.end()


def _element(
    reading: Reading,
    source: Source,
    children: list[Block],
    found: re.Match[str],
    outer: str = "",
) -> None:
    """Read the element whose opening tag is `found`; `outer` is the model of the element around it."""
    name = _known(found["name"])
    block = source.new("html", source.number(found.start()))
    block.name, block.text = name, found[0]
    default = _default_model(name) if reading.dialect.parse_block_html and outer != "raw" else "raw"
    block.model = model_of(name, found[0], default)
    children.append(block)
    source.pos = found.end()
    if name in {"script", "style"}:
        _verbatim(source, block)
    elif found["closed"] or name in patterns.EMPTY_TAGS:
        block.title = "closed"
        return
    else:
        _content(reading, source, block)
    if outer != "raw":
        _skip_line_end(source)


def _content(reading: Reading, source: Source, block: Block) -> None:
    if block.model == "block" and reading.depth < _MAX_PARSED:
        _skip_line_end(source)
        reading.depth += 1
        pending, source.pending = source.pending, None
        reading.blocks(reading, source, block.children, block.name)
        source.pending = pending
        reading.depth -= 1
    elif block.model == "span":
        close = re.compile(rf"</{re.escape(block.name)}\s*>", re.IGNORECASE).search(source.text, source.pos)
        end = close.start() if close else len(source.text)
        block.children.append(Block("p", source.number(), source.lines(source.pos, end)))
        source.pos = close.end() if close else end
    else:
        _raw(reading, source, block)


def _verbatim(source: Source, block: Block) -> None:
    """Read what a <script> or <style> holds."""
    close = re.compile(rf"</{block.name}\s*>", re.IGNORECASE).search(source.text, source.pos)
    end = close.start() if close else len(source.text)
    _add(source, block, source.pos, end)
    source.pos = close.end() if close else end


def _add(source: Source, block: Block, start: int, end: int) -> None:
    if end <= start:
        return
    lines = source.lines(start, end)
    if source.text[end - 1] == "\n":
        lines.append(lines[-1]._replace(text=""))
    last = block.children[-1] if block.children else None
    if last is None or last.kind != "raw":
        block.children.append(Block("raw", lines[0].number, lines))
        return
    last.lines[-1] = last.lines[-1]._replace(text=last.lines[-1].text + lines[0].text)
    last.lines += lines[1:]


def _show(source: Source, block: Block, text: str) -> None:
    """Add what is no HTML though it looks like it, so that it is seen."""
    shown = Source.of([])
    shown.text, shown.numbers = escape(text, quote=False), [source.number()]
    _add(shown, block, 0, len(shown.text))


def _raw(reading: Reading, source: Source, top: Block) -> None:
    """Read raw HTML up to the end tag of `top`."""
    open_: list[Block] = [top]
    while open_:
        block = open_[-1]
        found = _RAW_START.search(source.text, source.pos)
        if not found:
            _add(source, block, source.pos, len(source.text))
            source.pos = len(source.text)
            return
        _add(source, block, source.pos, found.start())
        source.pos = found.start()
        if found[0] in {"<!--", "<?"}:
            _aside(source, block)
        elif tag := patterns.TAG.match(source.text, source.pos):
            _inner(reading, source, open_, tag)
        elif close := patterns.TAG_CLOSE.match(source.text, source.pos):
            if _known(close["name"]) == block.name:
                open_.pop()
            else:
                _show(source, block, close[0])
            source.pos = close.end()
        else:
            _show(source, block, "<")
            source.pos += 1


def _aside(source: Source, block: Block) -> None:
    """Read a comment or an instruction within raw HTML."""
    at = source.pos
    found = _comment(source, at) or patterns.INSTRUCTION.match(source.text, at)
    if found:
        _add(source, block, at, found.end())
        source.pos = found.end()
    else:
        _show(source, block, "<")
        source.pos += 1


def _inner(reading: Reading, source: Source, open_: list[Block], tag: re.Match[str]) -> None:
    name = _known(tag["name"])
    model = model_of(name, tag[0], "raw")
    if reading.depth + len(open_) > _MAX_OPEN:
        _show(source, open_[-1], tag[0])
        source.pos = tag.end()
        return
    if (model != "raw" and reading.depth < _MAX_PARSED) or name in {"script", "style"}:
        _element(reading, source, open_[-1].children, tag, "raw")
        return
    block = Block("html", source.number(), name=name, text=tag[0], model="raw")
    open_[-1].children.append(block)
    source.pos = tag.end()
    if tag["closed"] or name in patterns.EMPTY_TAGS:
        block.title = "closed"
    else:
        open_.append(block)
