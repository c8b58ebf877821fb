"""The blocks that hold no others, written as Python-Markdown reads them; HTML that holds no Markdown, too."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_career_roadmap.new_site.lines import TextLine

from . import attributes, kinds, literal
from .kinds import MarkdownBlock
from .literal import written
from .spans import Span
from .write_spans import write
from .write_text import anchor, attached, inline_of, paragraph_lines, say_lost, spans_of, text_of
from .writing import ContentsEntry, Lines, PageWriting, tag_with

_OPTION = re.compile(r'(\w+)="([^"]*)"')
_EMPHASIS = re.compile(r"(?<![^\W_])_|_(?![^\W_])|\*")
_LANG = re.compile(r"[\w#.+-]+\Z")


def write_paragraph(page: PageWriting, block: kinds.Paragraph, nested: bool) -> Lines:
    result = paragraph_lines(page, block.lines, nested)
    values = page.values(block)
    if not nested and len(result) == 1 and (caption := _caption(page, block)) is not None:
        tag = f"<figure{attributes.in_tag(values)} markdown=\"span\">"
        end = f"<figcaption>{caption}</figcaption></figure>"
        return [TextLine(block.line, f"{tag}{result[0].text}"), TextLine(block.line, end)]
    if values and result and not block.tight:
        result.append(TextLine(result[-1].number, f"{{: {attributes.written(values)} }}"))
    return result


def _caption(page: PageWriting, block: MarkdownBlock) -> str | None:
    """Return the caption of a paragraph that is nothing but an image which shall stand alone."""
    spans = spans_of(page, block.lines)
    image = spans[0] if len(spans) == 1 and spans[0].kind == "img" else None
    alone = image and image.attributes and "standalone" in image.attributes.refs
    return html.escape(image.text) if image and alone else None


def write_header(page: PageWriting, block: kinds.Header, nested: bool) -> Lines:
    spans = spans_of(page, block.lines)
    inline = inline_of(page, block.lines)
    inline.ends = True
    text = write(inline, spans)
    say_lost(page, inline)
    text = f"{text[:-1]}\\#" if text.endswith("#") and not text.endswith("\\#") else text
    values = page.values(block)
    given = values.get("id") or block.name
    if name := given:
        page.ids.taken.add(given)
    else:
        name, must = page.ids.next(spans, block.lines[0].text, block.in_html)
        given = name if must else ""
    if page.in_contents(block):
        page.headings.append(ContentsEntry(block.level, given or name, _in_link(page, block, spans)))
    if len(_EMPHASIS.findall(given)) > 1:
        values.pop("id", None)  # it would be emphasised where it stands
        text = f"{anchor(given)}{text}"
    elif given:
        values = {"id": given} | values
    end = f" {{ {attributes.written(values)} }}" if values else ""
    if block.setext and not nested and not end:
        mark = "=" if block.level == 1 else "-"
        under = TextLine(block.line + 1, mark * max(3, len(block.lines[0].text)))
        return [TextLine(block.line, literal.guarded(text, True, False, nested)), under]
    return [TextLine(block.line, f"{'#' * block.level} {text}{end}")]


def _in_link(page: PageWriting, block: kinds.Header, spans: list[Span]) -> str:
    """Return a heading's words as the text of a link: a link within it is its words, a footnote nothing."""
    def unlinked(spans: list[Span]) -> list[Span]:
        found: list[Span] = []
        for span in spans:
            if span.kind == "a":
                found += unlinked(span.children)
            elif span.kind != "note":
                found.append(replace(span, attributes=None, children=unlinked(span.children)))
        return found

    return " ".join(write(inline_of(page, block.lines), unlinked(spans), inside="link").split())


def write_contents(headings: Sequence[ContentsEntry], mark: str, line: int) -> Lines:
    """Return a table of contents as a list of links; no headings: no lines. One lies in the list of the last
    that is of a higher level.
    """
    result: Lines = []
    around: list[int] = []
    for heading in headings:
        while around and around[-1] >= heading.level:
            around.pop()
        link = f"[{heading.text}](#{heading.id})" if heading.id else heading.text
        result.append(TextLine(line, f"{'    ' * len(around)}{mark} {link}"))
        around.append(heading.level)
    return result


def _fence(lines: Lines) -> str:
    longest = max((len(run) for _, text in lines for run in re.findall(r"^ *(`{3,})", text)), default=2)
    return "`" * (longest + 1)


def write_code(page: PageWriting, block: kinds.CodeBlock, nested: bool) -> Lines:
    values = page.values(block)
    if not block.fence and not values and not nested:
        return [TextLine(number, f"    {text}" if text.strip() else "") for number, text in block.lines]
    language = block.language
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
        values |= dict(_OPTION.findall(block.options))
    head = f" {{ {attributes.written(values)} }}" if values else f"{language}{block.options}"
    fence = block.fence or _fence(block.lines)
    last = block.lines[-1].number if block.lines else block.line
    first = block.line if block.fence else block.lines[0].number
    inside = [TextLine(number, text if text.strip() else "") for number, text in block.lines]
    return [TextLine(first, f"{fence}{head}"), *inside, TextLine(last, fence)]


def write_math(_page: PageWriting, block: kinds.Formula, _nested: bool) -> Lines:
    lines = [line for line in block.lines if line.text.strip()]
    if len(lines) < 2:
        return [TextLine(block.line, f"$$ {lines[0].text.strip() if lines else ''} $$")]
    return [TextLine(lines[0].number, "$$"), *lines, TextLine(lines[-1].number, "$$")]


def write_reference(page: PageWriting, block: kinds.LinkDefinition, _nested: bool) -> Lines:
    if "[" in block.label:
        return []  # what refers to it is given its address
    address = page.link(block.address, block.line, False).replace(" ", "%20")
    title = " ".join(block.title.split())
    quote = "'" if '"' in title else '"'
    end = f" {quote}{title}{quote}" if title else ""
    return [TextLine(block.line, f"[{' '.join(block.label.split())}]: {address}{end}")]


def write_abbreviation(_page: PageWriting, block: kinds.Abbreviation, _nested: bool) -> Lines:
    return [TextLine(block.line, f"*[{block.short}]: {block.long}")] if block.long else []


def write_rule(page: PageWriting, block: kinds.Rule, nested: bool) -> Lines:
    text = block.lines[0].text.strip()
    text = text if not nested and re.fullmatch(r"(?:[-*_] {0,2})+", text) else "---"
    return attached(page, block, [TextLine(block.line, text)], nested)


def _row(page: PageWriting, cells: Lines, columns: int, line: int) -> TextLine:
    texts = [text_of(page, [cell], ends=True, cell=True) for cell in cells]
    texts += [""] * (columns - len(texts))
    return TextLine(line, f"| {' | '.join(texts)} |")


def write_table(page: PageWriting, block: kinds.Table, nested: bool) -> Lines:
    columns = len(block.align)
    heads, rows = block.children[: block.heads], block.children[block.heads :]
    head_line = heads[0].line if heads else block.line
    head = _row(page, heads[0].lines if heads else [], columns, head_line)
    marks = {"left": ":---", "right": "---:", "center": ":---:", "": "---"}
    under = TextLine(head.number, f"| {' | '.join(marks[align] for align in block.align)} |")
    result = [head, under, *(_row(page, row.lines, columns, row.line) for row in heads[1:] + rows)]
    return attached(page, block, result, nested)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS_OF_MARKDOWN = _words(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hgroup hr main menu nav ol p pre section table ul canvas colgroup dd body dt group html"
    " iframe li legend math map noscript output object option progress script style summary tbody td"
    " textarea tfoot th thead tr video center",
)
"""The tags that Python-Markdown takes for blocks; others it reads as part of a paragraph."""
HOLD_SPANS = _words("address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th")
"""The tags whose content is no blocks to md_in_html, unless it is told so."""
_FENCE = re.compile(r"^([\s>]*)([`~])(?=\2\2)")


def holds_markdown(block: kinds.Html) -> bool:
    inside = (child for child in block.children if isinstance(child, kinds.Html))
    return block.model != "raw" or any(holds_markdown(child) for child in inside)


def _fenceless(line: TextLine) -> TextLine:
    """Return a line of raw HTML so that it begins no code."""
    return TextLine(line.number, _FENCE.sub(lambda match: f"{match[1]}&#{ord(match[2])};", line.text))


def raw_parts(page: PageWriting, block: kinds.Html, parts: list[TextLine]) -> None:
    """Add an element that holds no Markdown, as it is."""
    tag = tag_with(block.opening, block.line, page.link, page.values(block))
    parts.append(TextLine(block.line, tag))
    if block.closed:
        return
    for child in block.children:
        raw_part(page, child, parts, is_verbatim=block.tag in {"script", "style"})
    parts.append(TextLine(parts[-1].number, f"</{block.tag}>"))


def raw_part(
    page: PageWriting, child: MarkdownBlock, parts: list[TextLine], *, is_verbatim: bool = False
) -> None:
    """Add what stands in such an element: one of those, or text between them."""
    if isinstance(child, kinds.Html):
        raw_parts(page, child, parts)
        return
    texts = child.lines if is_verbatim else [_fenceless(line) for line in child.lines]
    for count, line in enumerate(texts):
        parts.append(TextLine(line.number, ("\n" if count else "") + line.text))


def with_numbers(parts: list[TextLine]) -> Lines:
    result: Lines = []
    for number, text in parts:
        if not result:
            result.append(TextLine(number, text))
        elif text.startswith("\n"):
            result.append(TextLine(number, text[1:]))
        else:
            result[-1] = TextLine(result[-1].number, result[-1].text + text)
    return result


_TEXT = re.compile(r"(<!--.*?-->|</?[A-Za-z][^>]*>)", re.DOTALL)


def on_one_line(lines: Lines, name: str = "") -> Lines:
    """Return raw HTML as part of a paragraph: within a list, a quote or an element that holds Markdown it is
    kept nowhere else.
    """
    whole = "\n".join(line.text for line in lines)
    result = []
    for count, part in enumerate(_TEXT.split(whole)):
        result.append(part if count % 2 else written(part, "\0", "\0", (), (), True, True))
    breaks = "&#10;" if name in {"pre", "textarea"} else " "
    text = breaks.join("".join(result).split("\n"))
    return [TextLine(lines[0].number, text if name in {"pre", "textarea"} else " ".join(text.split()))]


def write_comment(_page: PageWriting, block: kinds.Comment, nested: bool) -> Lines:
    if not nested:
        return block.lines
    text = " ".join(line.text.strip() for line in block.lines if line.text.strip())
    return [TextLine(block.line, text)]


def write_nothing(_page: PageWriting, _block: MarkdownBlock, _nested: bool) -> Lines:
    return []


def write_nomarkdown(_page: PageWriting, block: kinds.NoMarkdown, nested: bool) -> Lines:
    text = "\n".join(line.text for line in block.lines)
    if nested:
        return on_one_line(block.lines) if text.strip() else []
    if re.match(r"\s*<(?:div|p|table|ul|ol|pre|h\d|blockquote|section|figure|script|style|iframe)\b", text):
        return block.lines
    return (
        [TextLine(block.line, "<div>"), *block.lines, TextLine(block.line, "</div>")] if text.strip() else []
    )
