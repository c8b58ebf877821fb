"""HTML between blocks, written so that Python-Markdown and md_in_html keep it as it is."""

from __future__ import annotations

import re

from ..lines import Line
from .blocks import Block
from .html_blocks import without_markdown
from .inline import tag_with
from .literal import written
from .page import Lines, Page, text_of
from .patterns import words

_KEPT = words(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hgroup hr main menu nav ol p pre section table ul canvas colgroup dd body dt group html"
    " iframe li legend math map noscript output object option progress script style summary tbody td"
    " textarea tfoot th thead tr video center",
)
"""The tags that Python-Markdown takes for blocks; others it reads as part of a paragraph."""
_SPAN_CONTENT = words("address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th")
"""The tags whose content is no blocks to md_in_html, unless it is told so."""
_FENCE = re.compile(r"^([\s>]*)([`~])(?=\2\2)")


def _holds_markdown(block: Block) -> bool:
    inside = (child for child in block.children if child.kind == "html")
    return block.model != "raw" or any(_holds_markdown(child) for child in inside)


def _fenceless(line: Line) -> Line:
    """Return a line of raw HTML so that it begins no code."""
    return Line(line.number, _FENCE.sub(lambda found: f"{found[1]}&#{ord(found[2])};", line.text))


def _raw_parts(page: Page, block: Block, parts: list[Line]) -> None:
    tag = tag_with(block.text, block.line, page.link, page.values(block))
    parts.append(Line(block.line, tag))
    if block.title == "closed":
        return
    for child in block.children:
        if child.kind == "html":
            _raw_parts(page, child, parts)
            continue
        kept = block.name in {"script", "style"}
        texts = child.lines if kept else [_fenceless(line) for line in child.lines]
        for count, line in enumerate(texts):
            parts.append(Line(line.number, ("\n" if count else "") + line.text))
    parts.append(Line(parts[-1].number, f"</{block.name}>"))


def _with_numbers(parts: list[Line]) -> Lines:
    result: Lines = []
    for number, text in parts:
        if not result:
            result.append(Line(number, text))
        elif text.startswith("\n"):
            result.append(Line(number, text[1:]))
        else:
            result[-1] = Line(result[-1].number, result[-1].text + text)
    return result


def html_lines(page: Page, block: Block, nested: bool) -> Lines:
    """Return an element as lines."""
    if _holds_markdown(block):
        return _with_markdown(page, block, nested)
    parts: list[Line] = []
    _raw_parts(page, block, parts)
    lines = _with_numbers(parts)
    if nested:
        return on_one_line(lines, block.name)
    if block.name not in _KEPT:
        return [Line(lines[0].number, "<div>"), *lines, Line(lines[-1].number, "</div>")]
    return lines


_TEXT = re.compile(r"(<!--.*?-->|</?[A-Za-z][^>]*>)", re.DOTALL)


def on_one_line(lines: Lines, name: str = "") -> Lines:
    """Return raw HTML as part of a paragraph: within a list or a quote it is kept nowhere else."""
    whole = "\n".join(line.text for line in lines)
    result = []
    for count, part in enumerate(_TEXT.split(whole)):
        result.append(part if count % 2 else written(part, "\0", "\0", (), (), True, True))
    breaks = "&#10;" if name in {"pre", "textarea"} else " "
    text = breaks.join("".join(result).split("\n"))
    return [Line(lines[0].number, text if name in {"pre", "textarea"} else " ".join(text.split()))]


def _with_markdown(page: Page, block: Block, nested: bool) -> Lines:
    tag = tag_with(without_markdown(block.text), block.line, page.link, page.values(block))
    end = f"</{block.name}>"
    if block.model == "span":
        text = text_of(page, block.children[0].lines) if block.children else ""
        start = tag if nested else f'{tag[:-1]} markdown="span">'
        return [Line(block.line, f"{start}{text.strip()}{end}")]
    children = [_as_paragraph(child) for child in block.children if _shows(child)]
    for child in children:
        if child.kind == "header":
            child.title = "in html"
    inside = page.write(page, children, nested)
    last = inside[-1].number if inside else block.line
    mode = "block" if block.name in _SPAN_CONTENT else "1"
    start = tag if nested else f'{tag[:-1]} markdown="{mode}">'
    return [Line(block.line, start), Line(block.line, ""), *inside, Line(last, ""), Line(last, end)]


def _shows(child: Block) -> bool:
    return child.kind != "raw" or any(line.text.strip() for line in child.lines)


def _as_paragraph(child: Block) -> Block:
    return Block("p", child.line, child.lines) if child.kind == "raw" else child
