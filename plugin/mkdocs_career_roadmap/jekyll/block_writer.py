"""Blocks, written as Python-Markdown reads them: four columns for what stands within, blank lines between."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from . import attributes, literal
from .attributes import Attributes
from .blocks import Block
from .heading_ids import HeadingIds
from .reading import Dialect
from .shapes import Kind, Line, LinkRule
from .span_reader import Span, read_spans
from .span_writer import Inline, tag_with, write

SEPARATOR = "<!-- -->"
"""Stands between two blocks that would be read as one."""

_LANG = re.compile(r"[\w#.+-]+\Z")
_OPTION = re.compile(r'(\w+)="([^"]*)"')
_FENCE_LINE = re.compile(r"^( *)([`~])(?=\2\2)")
_TASK = re.compile(r"\\\[([ xX])\]\s+(?=\S)")
_RAW_MARKUP = re.compile(r"<[^>]*>|<!--.*?-->", re.DOTALL)


@dataclass(slots=True)
class Page:
    """A page that is being written."""

    link: LinkRule
    dialect: Dialect
    lists: Mapping[str, Attributes]
    links: Mapping[str, Block]
    notes: Mapping[str, Block]
    ids: HeadingIds
    said: list[tuple[Kind, int, str]] = field(default_factory=list)
    note_order: list[str] = field(default_factory=list)
    """The footnotes in the order in which they are first referred to."""

    def say(self, kind: Kind, line: int, what: str) -> None:
        self.said.append((kind, line, what))

    def values(self, block: Block) -> dict[str, str]:
        """Return a block's attributes, those of the lists it refers to among them."""
        return attributes.resolved(block.attributes, self.lists)


Lines = list[Line]
Writer = Callable[[Page, Block, bool], Lines]


def _note_references(spans: list[Span], order: list[str]) -> None:
    for span in spans:
        if span.kind == "note" and span.text not in order:
            order.append(span.text)
        _note_references(span.children, order)


def spans_of(page: Page, lines: Lines) -> list[Span]:
    text = "\n".join(line.text for line in lines)
    gfm = page.dialect.gfm
    spans = read_spans(text, page.links, page.notes, gfm, page.dialect.hard_wrap)
    _note_references(spans, page.note_order)
    return spans


def _inline(page: Page, lines: Lines) -> Inline:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    return Inline(
        page.link, page.lists, page.links, page.notes, [line.number for line in lines], starts,
        page.dialect.gfm and page.dialect.hard_wrap,
    )


def text_of(page: Page, lines: Lines, ends: bool = False, cell: bool = False) -> str:
    """Return text that stays on one line."""
    inline = _inline(page, lines)
    inline.ends, inline.cell = ends, cell
    text = write(inline, spans_of(page, lines))
    _say_lost(page, inline)
    return " ".join(text.split("\n"))


def _say_lost(page: Page, inline: Inline) -> None:
    for number in inline.lost:
        page.say(Kind.CHANGED, number, "attributes of something that cannot have any were left out")


def paragraph_lines(page: Page, lines: Lines, nested: bool) -> Lines:
    """Return a paragraph's lines; those that nothing is left of are left out."""
    inline = _inline(page, lines)
    text = write(inline, spans_of(page, lines))
    _say_lost(page, inline)
    parts = text.split("\n")
    numbers = [lines[0].number, *inline.breaks]
    numbers += [lines[-1].number] * (len(parts) - len(numbers))
    result: Lines = []
    for number, whole in zip(numbers, parts, strict=False):
        part = whole.lstrip() if nested or not result else whole
        if part.strip():
            result.append(Line(number, literal.guarded(part, not result, len(result) == 1, nested)))
    return result


def _paragraph(page: Page, block: Block, nested: bool) -> Lines:
    result = paragraph_lines(page, block.lines, nested)
    values = page.values(block)
    if values and result and not block.tight:
        result.append(Line(result[-1].number, f"{{: {attributes.written(values)} }}"))
    return result


def _header(page: Page, block: Block, nested: bool) -> Lines:
    spans = spans_of(page, block.lines)
    inline = _inline(page, block.lines)
    inline.ends = True
    text = write(inline, spans)
    _say_lost(page, inline)
    text = f"{text[:-1]}\\#" if text.endswith("#") and not text.endswith("\\#") else text
    values = page.values(block)
    given = values.get("id") or block.text
    if given:
        page.ids.taken.add(given)
    else:
        given, must = page.ids.next(spans, block.title == "in html")
        given = given if must else ""
    if given:
        values = {"id": given} | values
    end = f" {{ {attributes.written(values)} }}" if values else ""
    if block.model == "setext" and not nested and not end:
        mark = "=" if block.level == 1 else "-"
        under = Line(block.line + 1, mark * max(3, len(block.lines[0].text)))
        return [Line(block.line, literal.guarded(text, True, False, nested)), under]
    return [Line(block.line, f"{'#' * block.level} {text}{end}")]


def _fence(lines: Lines) -> str:
    longest = max((len(run) for _, text in lines for run in re.findall(r"^ *(`{3,})", text)), default=2)
    return "`" * (longest + 1)


def _code(page: Page, block: Block, nested: bool) -> Lines:
    values = page.values(block)
    if block.model == "indented" and not values and not nested:
        return [Line(number, f"    {text}" if text.strip() else "") for number, text in block.lines]
    language = block.name
    classes = values.get("class", "").split()
    for name in classes:
        if not language and name.startswith("language-"):
            language = name.removeprefix("language-")
    language = language.strip("{}.")
    language = language if _LANG.match(language) else ""
    values = {**values, "class": " ".join(name for name in classes if not name.startswith("language-"))}
    values = {key: value for key, value in values.items() if value}
    if values and language:
        values = {"class": f"{language} {values.get('class', '')}".strip()} | {
            key: value for key, value in values.items() if key != "class"
        }
    if values:
        values |= dict(_OPTION.findall(block.title))
    head = f" {{ {attributes.written(values)} }}" if values else f"{language}{block.title}"
    fence = block.text or _fence(block.lines)
    last = block.lines[-1].number if block.lines else block.line
    first = block.line if block.model == "fenced" else block.lines[0].number
    inside = [Line(number, text if text.strip() else "") for number, text in block.lines]
    return [Line(first, f"{fence}{head}"), *inside, Line(last, fence)]


def _math(page: Page, block: Block, nested: bool) -> Lines:
    lines = [line for line in block.lines if line.text.strip()]
    if len(lines) < 2:
        return [Line(block.line, f"$$ {lines[0].text.strip() if lines else ''} $$")]
    return [Line(lines[0].number, "$$"), *lines, Line(lines[-1].number, "$$")]


def _quote(page: Page, block: Block, nested: bool) -> Lines:
    inside = write_all(page, block.children, True) or [Line(block.line, SEPARATOR)]
    lines = [Line(number, f"> {text}" if text else ">") for number, text in inside]
    return _attached(page, block, lines, nested)


def _indented(lines: Lines, first: str) -> Lines:
    """Return lines that belong to an item, the first after its mark."""
    text = literal.after_mark(first, lines[0].text)
    result = [Line(lines[0].number, f"{first} {text}")]
    return result + [Line(number, f"    {text}" if text else "") for number, text in lines[1:]]


def _starts_alike(block: Block, lines: Lines) -> bool:
    """Tell whether an item may begin with a block on the line of its mark."""
    return block.kind == "p" or (block.kind == "header" and len(lines) == 1)


def _item(page: Page, block: Block, mark: str) -> Lines:
    children = [child for child in block.children if child.kind not in {"eob", "nothing", "options"}]
    while children and children[0].kind == "blank":
        del children[0]
    values = page.values(block)
    if not children:
        return [Line(block.line, f"{mark} {SEPARATOR}")]
    head = children[0]
    lines = WRITERS[head.kind](page, head, True) if head.kind == "p" else []
    if head.kind == "p":
        head.tight = block.tight
        lines = _paragraph(page, head, True)
        if page.dialect.gfm and lines:
            lines[0] = Line(lines[0].number, _TASK.sub(r"[\1] ", lines[0].text, count=1)
                            if _TASK.match(lines[0].text) else lines[0].text)
        if values and block.tight:
            lines.append(Line(lines[-1].number, f"{{: {attributes.written(values)} }}"))
    if values and not (head.kind == "p" and block.tight):
        page.say(Kind.CHANGED, block.line, "the attributes of a list's item were left out")
    rest = children[1:] if head.kind == "p" else children
    if head.kind == "header":
        lines, rest = _header(page, head, True), children[1:]
    if not lines:
        lines = [Line(block.line, SEPARATOR)]
    following = write_all(page, rest, True)
    if following:
        tight = block.tight and block.kind == "li" and rest[0].kind in {"ul", "ol"}
        lines = [*lines, *([] if tight else [Line(following[0].number, "")]), *following]
    return _indented(lines, mark)


def _list(page: Page, block: Block, nested: bool) -> Lines:
    if "toc" in block.attributes.refs:
        return [Line(block.line, "[TOC]")]
    if "footnotes" in block.attributes.refs:
        return [Line(block.line, "///Footnotes Go Here///")]
    result: Lines = []
    loose = blank = False
    for count, item in enumerate(block.children, 1):
        mark = block.name[-1] if block.kind == "ul" else f"{count}."
        lines = _item(page, item, mark)
        if result and (loose or blank or (count == len(block.children) and not item.tight and _is_text(item))):
            result.append(Line(result[-1].number, ""))
        result += lines
        loose = not item.tight and _is_text(item)
        blank = any(not line.text for line in lines)
    return _attached(page, block, result, nested)


def _is_text(item: Block) -> bool:
    return bool(item.children) and item.children[0].kind == "p"


def _definitions(page: Page, block: Block, nested: bool) -> Lines:
    result: Lines = []
    before, blank = "", False
    for child in block.children:
        if child.kind == "dt":
            if result and result[-1].text and before == "dd":
                result.append(Line(child.line, ""))
            text = text_of(page, child.lines, ends=True, cell=True)
            values = page.values(child)
            end = f" {{: {attributes.written(values)} }}" if values else ""
            result.append(Line(child.line, f"{literal.guarded(text, True, False, True)}{end}"))
        else:
            if not child.tight and _is_text(child):
                result.append(Line(child.line, ""))
            elif result and before == "dd" and blank:
                result.append(Line(child.line, ""))
            lines = _item(page, child, ":  ")
            blank = any(not line.text for line in lines)
            result += lines
        before = child.kind
    return _attached(page, block, result, nested)


def _footnote(page: Page, block: Block, nested: bool) -> Lines:
    return _item(page, block, f"[^{block.name}]:")


def _reference(page: Page, block: Block, nested: bool) -> Lines:
    if "[" in block.name:
        return []  # what refers to it is given its address
    address = page.link(block.text, block.line, False).replace(" ", "%20")
    title = " ".join(block.title.split())
    quote = "'" if '"' in title else '"'
    end = f" {quote}{title}{quote}" if title else ""
    return [Line(block.line, f"[{' '.join(block.name.split())}]: {address}{end}")]


def _abbreviation(page: Page, block: Block, nested: bool) -> Lines:
    return [Line(block.line, f"*[{block.name}]: {block.text}")] if block.text else []


def _rule(page: Page, block: Block, nested: bool) -> Lines:
    text = block.lines[0].text.strip()
    text = text if not nested and re.fullmatch(r"(?:[-*_] {0,2})+", text) else "---"
    return _attached(page, block, [Line(block.line, text)], nested)


def _row(page: Page, cells: Lines, columns: int, line: int) -> Line:
    texts = [text_of(page, [cell], ends=True, cell=True) for cell in cells]
    texts += [""] * (columns - len(texts))
    return Line(line, f"| {' | '.join(texts)} |")


def _table(page: Page, block: Block, nested: bool) -> Lines:
    columns = len(block.align)
    heads, rows = block.children[: block.level], block.children[block.level :]
    head = _row(page, heads[0].lines, columns, heads[0].line) if heads else _row(page, [], columns, block.line)
    marks = {"left": ":---", "right": "---:", "center": ":---:", "": "---"}
    under = Line(head.number, f"| {' | '.join(marks[align] for align in block.align)} |")
    result = [head, under, *(_row(page, row.lines, columns, row.line) for row in heads[1:] + rows)]
    return _attached(page, block, result, nested)


def _attached(page: Page, block: Block, lines: Lines, nested: bool) -> Lines:
    """Return a block, in a <div> if it has attributes that nothing else can hold."""
    values = page.values(block)
    if not values or not lines:
        return lines
    if nested:
        page.say(Kind.CHANGED, block.line, "the attributes of a block within another were left out")
        return lines
    number = lines[-1].number
    start = Line(lines[0].number, f'<div{attributes.in_tag(values)} markdown="1">')
    return [start, Line(number, ""), *lines, Line(number, ""), Line(number, "</div>")]


def _comment(page: Page, block: Block, nested: bool) -> Lines:
    if not nested:
        return block.lines
    text = " ".join(line.text.strip() for line in block.lines if line.text.strip())
    return [Line(block.line, text)]


def _nothing(page: Page, block: Block, nested: bool) -> Lines:
    return []


def _html(page: Page, block: Block, nested: bool) -> Lines:
    from .html_writer import html_lines

    return html_lines(page, block, nested)


def _nomarkdown(page: Page, block: Block, nested: bool) -> Lines:
    from .html_writer import on_one_line

    text = "\n".join(line.text for line in block.lines)
    if nested:
        return on_one_line(block.lines) if text.strip() else []
    if re.match(r"\s*<(?:div|p|table|ul|ol|pre|h\d|blockquote|section|figure|script|style|iframe)\b", text):
        return block.lines
    return [Line(block.line, "<div>"), *block.lines, Line(block.line, "</div>")] if text.strip() else []


WRITERS: dict[str, Writer] = {
    "p": _paragraph, "header": _header, "code": _code, "math": _math, "quote": _quote, "ul": _list,
    "ol": _list, "dl": _definitions, "footnote": _footnote, "link": _reference, "abbr": _abbreviation,
    "hr": _rule, "table": _table, "html": _html, "comment": _comment, "nomarkdown": _nomarkdown,
    "eob": _nothing, "nothing": _nothing, "options": _nothing,
}
_UNSEEN = {"link", "abbr", "footnote"}
_LISTS = {"ul", "ol", "dl", "footnote"}


def _gap(before: Block, shown: Block, after: Block, nested: bool) -> list[str]:
    """Return the lines that must stand between two blocks; `shown` is the last before that is seen."""
    merges = shown.kind == after.kind and after.kind in {"ul", "ol", "dl", "quote"}
    if merges and (nested or not (shown.attributes or after.attributes)):
        return ["", SEPARATOR, ""]
    if after.kind == "header" and before.kind == "header" and not nested:
        return []
    if before.kind == after.kind and after.kind in {"link", "abbr"}:
        return []
    return [] if before.kind == "header" and after.kind == "p" and not nested and before.model != "setext" else [""]


def write_all(page: Page, children: list[Block], nested: bool) -> Lines:
    """Return blocks one after the other; nothing: no lines."""
    result: Lines = []
    before: Block | None = None
    shown: Block | None = None
    blanks: Lines = []
    for block in children:
        if block.kind == "blank":
            blanks = block.lines
            continue
        if block.kind == "code" and block.model == "indented" and not nested and before is not None:
            after = {before.kind, shown.kind if shown else ""}
            block.text = "```" if after & (_LISTS | {"code"}) else ""
        lines = _written(page, block, nested)
        if not lines:
            continue
        if before is not None:
            gap = _gap(before, shown or before, block, nested)
            if len(gap) < 2 and blanks and not nested:
                gap = [""] * len(blanks)
            result += [Line(result[-1].number, text) for text in gap]
        result += lines
        before, blanks = block, []
        shown = shown if block.kind in _UNSEEN else block
    return result


def _written(page: Page, block: Block, nested: bool) -> Lines:
    if block.kind == "code" and block.model == "indented" and block.text:
        block.text = ""
        return _code(page, block, True)
    return WRITERS[block.kind](page, block, nested)
