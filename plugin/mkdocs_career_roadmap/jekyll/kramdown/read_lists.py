"""Kramdown's lists: whose content a line is, and which items are tight. What an item holds is read elsewhere.

An item's content begins in the column of its first character; a line that stands further left is still the
item's when it is not blank and no blank line came before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.new_site.markdown import attributes, kinds
from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock

from . import marks
from .blocks import BlockText

_LEADING_TABS = re.compile(r"\t+")
_MARKED = re.compile(r" {0,3}(?:[+*-]|\d+\.)[\t| ]")


@dataclass(slots=True)
class UnreadItem:
    """An item whose lines are known and not yet read."""

    block: kinds.ListItem
    parts: list[list[TextLine]]
    """Its lines; a nested list after text begins a new part."""
    width: int
    content: re.Pattern[str]
    nested: bool = False
    blank: bool = False
    """The line before was blank."""
    as_para: bool = False


@dataclass(slots=True)
class UnreadList:
    """A list whose items are known and not yet read."""

    block: MarkdownBlock
    """The list; its items become its children once they are read."""
    items: list[UnreadItem]
    is_ended: bool = False
    """A mark of its end follows it, `^`."""


def _first_line(indentation: int, content: str) -> tuple[str, int]:
    """Return an item's first line without its indentation, and the column its content begins in."""
    if marks.LIST_ITEM_IAL_ONLY.fullmatch(content):
        return content.lstrip(), 4
    while match := re.match(r"( *)(\t+)", content):
        used = (len(match[1]) + indentation) % 4
        content = f"{match[1]}{' ' * (4 - used + (len(match[2]) - 1) * 4)}{content[match.end() :]}"
    return content.lstrip(), indentation + len(content) - len(content.lstrip(" "))


def _content(width: int) -> re.Pattern[str]:
    tab = marks.INDENT
    full, rest = divmod(width, 4)
    return re.compile(rf"(?:{tab}{{{full}}} {{{rest}}}|{tab}{{{full + 1}}})(?=.*\S)")


def _start(source: BlockText, match: re.Match[str]) -> UnreadItem:
    line = source.number()
    text, width = _first_line(len(match[1]), match[2])
    block = kinds.ListItem(line, mark=match[1].strip())
    if ial := marks.LIST_ITEM_IAL.match(text):
        attributes.read(ial[1], block.attributes)
        text = text[ial.end() :]
        text = text if text.endswith("\n") else f"{text}\n"
    source.pos = match.end()
    item = UnreadItem(block, [[TextLine(line, text[:-1])]], width, _content(width))
    item.nested = bool(_MARKED.match(text))
    return item


def _shifted(text: str, width: int) -> tuple[str, bool]:
    """Return a line without its item's indentation, and whether it had it."""
    text = _LEADING_TABS.sub(lambda tabs: "    " * len(tabs[0]), text, count=1) if text[:1] == "\t" else text
    prefix = " " * width
    return (text[width:], True) if text.startswith(prefix) else (text, False)


def _continues(source: BlockText, item: UnreadItem) -> bool:
    """Tell whether the line at the source's place belongs to `item`."""
    if item.content.match(source.text, source.pos):
        return True
    if item.blank or marks.BLANK.match(source.text, source.pos):
        return False
    return not marks.ITEM_LAZY_END[min(item.width, 3)].match(source.text, source.pos)


def _continue(source: BlockText, item: UnreadItem, splits: bool) -> None:
    end = source.line_end(source.pos)
    line = source.number()
    text, indented = _shifted(source.text[source.pos : end].removesuffix("\n"), item.width)
    if splits and _MARKED.match(f"{text}\n"):
        if not item.nested and indented:
            item.parts.append([])
            item.nested = True
        elif item.nested and not indented:
            text = " " * (item.width + 4) + text
    item.parts[-1].append(TextLine(line, text))
    item.blank = False
    source.pos = end


def _blank(source: BlockText, item: UnreadItem) -> bool:
    match = marks.BLANK.match(source.text, source.pos)
    if not match:
        return False
    item.parts[-1] += [TextLine(number, "") for number, _ in source.lines(source.pos, match.end())]
    item.nested = item.blank = True
    source.pos = match.end()
    return True


def read_items(source: BlockText) -> UnreadList:
    """Return the list that begins at the source's place."""
    kind = "ul" if marks.ITEM["ul"].match(source.text, source.pos) else "ol"
    whole = kinds.BulletList(source.number()) if kind == "ul" else kinds.NumberedList(source.number())
    starts, item, items, ended = marks.ITEM[kind], None, [], False
    while not source.done():
        if item and item.blank and marks.RULE.match(source.text, source.pos):
            break
        if match := marks.EOB.match(source.text, source.pos):
            source.pos, ended = match.end(), True
            break
        if match := starts.match(source.text, source.pos):
            item = _start(source, match)
            items.append(item)
            starts = marks.ITEMS_OF[kind][max(0, min(item.width - 1, 3))]
        elif item and _continues(source, item):
            _continue(source, item, splits=True)
        elif not item or not _blank(source, item):
            break
    return UnreadList(whole, items, ended)


def settle_tightness(listed: UnreadList) -> MarkdownBlock | None:
    """Tell of each item, now read, whether it is tight; return the blank lines behind the list, if any."""
    items, ended = [item.block for item in listed.items], listed.is_ended
    trailing = [_finish(item, items, ended) for item in items][-1]
    return None if ended else trailing


def _finish(item: kinds.ListItem, items: list[kinds.ListItem], ended: bool) -> MarkdownBlock | None:
    """Tell whether an item is tight; return the blank lines at its end."""
    inside = item.children
    if not inside:
        return None
    if item.begins_with_text:
        if len(inside) > 1 and isinstance(inside[1], kinds.EndOfBlock) and inside[0].attributes:
            del inside[1]
        last = item is items[-1]
        followed = len(inside) > 1 and isinstance(inside[1], kinds.Blank)
        alone = last and len(inside) == 2 and not ended
        item.tight = (not followed or alone) and (not last or _tight_before(items))
    return inside.pop() if isinstance(inside[-1], kinds.Blank) else None


def _tight_before(items: list[kinds.ListItem]) -> bool:
    """Tell whether a last item may be tight: it is alone, or one before it is."""
    before = items[:-1]
    return not before or any(item.tight or not item.begins_with_text for item in before)


def _terms(para: MarkdownBlock) -> list[MarkdownBlock]:
    result: list[MarkdownBlock] = []
    for number, text in para.lines:
        term = kinds.Term(number)
        ial = marks.LIST_ITEM_IAL.match(text)
        if ial:
            attributes.read(ial[1], term.attributes)
        term.lines = [TextLine(number, text[ial.end() :] if ial else text)]
        result.append(term)
    return result


def read_definition_items(source: BlockText, children: list[MarkdownBlock]) -> UnreadList | None:
    """Take the terms, the paragraph last read, from `children`; return the list of their definitions.

    None: no paragraph is before them.
    """
    apart = bool(children) and isinstance(children[-1], kinds.Blank) and len(children[-1].lines) == 1
    para_at = -2 if apart else -1
    if len(children) < -para_at or not isinstance(children[para_at], kinds.Paragraph):
        return None
    source.pending = None
    para = children[para_at]
    del children[para_at:]
    whole = kinds.DefinitionList(para.line, attributes=para.attributes, children=_terms(para))
    return UnreadList(whole, _definitions(source, apart))


def settle_definition(item: UnreadItem) -> MarkdownBlock | None:
    """Tell of a definition, now read, whether it is tight; return the blank lines at its end, if any."""
    inside = item.block.children
    trailing = inside.pop() if inside and isinstance(inside[-1], kinds.Blank) else None
    item.block.tight = item.block.begins_with_text and not item.as_para
    return trailing


def _definitions(source: BlockText, apart: bool) -> list[UnreadItem]:
    starts, item, items = marks.ITEM["dl"], None, []
    as_para = apart
    while not source.done():
        if match := starts.match(source.text, source.pos):
            item = _start(source, match)
            item.as_para, as_para = as_para, False
            items.append(item)
            starts = marks.ITEMS_OF["dl"][max(0, min(item.width - 1, 3))]
        elif marks.EOB.match(source.text, source.pos) or not item:
            break
        elif _continues(source, item):
            _continue(source, item, splits=False)
            as_para = False
        elif _blank(source, item):
            as_para = True
        else:
            break
    return items


def join_definitions(children: list[MarkdownBlock], whole: MarkdownBlock) -> None:
    """Add definitions to the list right before them, or as a list of their own."""
    match children:
        case [*_, kinds.DefinitionList(), kinds.Blank()]:
            children.pop()
    match children:
        case [*_, kinds.DefinitionList() as before]:
            before.children += whole.children
        case _:
            children.append(whole)
