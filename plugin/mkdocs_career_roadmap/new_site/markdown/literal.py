"""Text that is meant as it stands, written so that Python-Markdown leaves it as it is."""

from __future__ import annotations

import re
from collections.abc import Collection

MARKUP = "\0"
"""Stands for markup where a neighbouring character is asked for."""

EDGE = "\1"
"""Stands for the mark around emphasised text."""

_SPECIAL = re.compile(r"\\|`|\*+|_+|\[|\]|!|<|&|\{|~~+|--+|\.\.\.+|[\"']|\||#")
_ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|\"'~$")
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);")
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_TARGET = re.compile(r"\]\s?[(\[]|\]:")


def _neighbours(text: str, start: int, end: int, before: str, after: str) -> tuple[str, str]:
    return (text[start - 1] if start else before), (text[end] if end < len(text) else after)


def _emphasis(run: str, left: str, right: str, ends: bool) -> str:
    """Return a run of stars or underscores; between spaces, or underscores in a word, they stay.

    Before an attribute list the former do not: an id may have another of them.
    """
    blank = (left == "" or left.isspace()) and (right == "" or right.isspace())
    if blank and not ends and (len(run) < 3 or left.strip("\n ") or right.strip("\n ")):
        return run
    if run[0] == "_" and left.isalnum() and right.isalnum():
        return run
    return "".join(f"\\{char}" for char in run)


def _meets_link(text: str, at: int, after: str) -> bool:
    """Tell whether a bracket's text may be taken for that of the link right after it."""
    end = text.find("]", at) + 1
    return after == MARKUP and len(text) - end <= 1 and not text[end:].strip()


def _bracket(text: str, at: int, labels: Collection[str], notes: Collection[str], inside: bool) -> str:
    match = _LABEL.match(text, at)
    if inside or not match:
        return "\\["
    name = match[1]
    linked = _TARGET.match(text, match.end() - 1) or " ".join(name.lower().split()) in labels
    if linked or name in {"TOC", " ", "x", "X"} or name.removeprefix("^") in notes:
        return "\\["
    return "["


def written(
    text: str,
    before: str,
    after: str,
    labels: Collection[str],
    notes: Collection[str],
    inside_link: bool = False,
    raw: bool = False,
    ends: bool = False,
) -> str:
    """Return `text` escaped where it must be.

    `before` and `after` are the characters around it: empty where nothing is, MARKUP where markup stands;
    `raw`: entities in it are entities; `ends`: an attribute list may follow on the line.
    """
    parts, at = [], 0
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        left, right = _neighbours(text, start, end, before, after)
        mark = match[0]
        parts.append(text[at:start])
        at = end
        if mark == "[":
            parts.append(_bracket(text, start, labels, notes, inside_link or _meets_link(text, start, after)))
        elif mark == "{":
            parts.append(_brace(text, start, left, ends))
        elif mark == "&":
            parts.append("&amp;" if not raw and _ENTITY.match(text, start) else "&")
        else:
            parts.append(_mark(mark, left, right, inside_link, ends))
    parts.append(text[at:])
    return "".join(parts)


def _brace(text: str, start: int, left: str, ends: bool) -> str:
    while start and text[start - 1] == " ":
        start -= 1
    at_line_start = text[start - 1 : start] in {"", "\n"} and not left.strip()
    if at_line_start or left in {MARKUP, "]", ")"} or (ends and left.isspace()):
        return "\\{"
    return "{"


def _mark(mark: str, left: str, right: str, inside_link: bool, ends: bool) -> str:
    char = mark[0]
    if char in "*_":
        return _emphasis(mark, left, right, ends)
    if char == "<":
        return "&lt;" if right in {MARKUP, "/", "!", "?"} or right.isalpha() else "<"
    if char == "\\":
        return "\\\\" if right in {MARKUP, EDGE} or right in _ESCAPABLE or right == "" else "\\"
    if char in "~-.":
        return "".join(f"\\{each}" for each in mark)
    if char in "`\"'" or (char == "]" and inside_link) or (char == "!" and right == MARKUP):
        return f"\\{char}"
    return mark


_RULE = re.compile(r" {0,3}([-_*])(?: {0,2}\1){2,}\s*\Z")
_UNDERLINE = re.compile(r" *(?:=+|-+) *\Z")
_ITEM = re.compile(r"( *)([-+*]|\d+\.)(?=[ \t]|\Z)")
_TERM = re.compile(r"( {0,3}):(?= )")
_SEPARATOR = re.compile(r" *[|:][-|: ]*-[-|: ]*\Z|[-: ]*-[-: ]*\|[-|: ]*\Z")
_DEFINITION = re.compile(r"( {0,3}\*?\[[^\]]*\] ?):")
_BLOCK = re.compile(r" *(?:#|>|!!!|\?\?\?|===|///)")
_DASHES = {"---": "—", "--": "–"}


def _dashed(line: str) -> str:
    text = line.strip()
    run = text[: len(text) - len(text.lstrip("-"))]
    if run in _DASHES:
        return _DASHES[run] + text[len(run) :]
    return f"\\{text}" if text[0] in "-_*" else f"&#{ord(text[0])};{text[1:]}"


def after_mark(mark: str, line: str) -> str:
    """Return an item's first line so that it makes no rule with the item's mark."""
    return _dashed(line) if _RULE.match(f"{mark} {line}") else line


def guarded(line: str, first: bool, second: bool, nested: bool) -> str:
    """Return a paragraph's line so that it begins no block of another kind."""
    if _BLOCK.match(line):
        space = line[: len(line) - len(line.lstrip(" "))]
        rest = line[len(space) :]
        return f"{space}\\{rest}" if rest[0] in "#>!" else f"{space}&#{ord(rest[0])};{rest[1:]}"
    if _RULE.match(line) or (second and (_UNDERLINE.match(line) or _SEPARATOR.match(line))):
        return _dashed(line)
    if (first or nested) and (match := _ITEM.match(line)):
        mark, rest = match[2], line[match.end() :]
        return f"{match[1]}{mark[:-1]}\\{mark[-1]}{rest}"
    if match := _TERM.match(line) or _DEFINITION.match(line):
        return f"{match[1]}&#58;{line[match.end() :]}"
    return line.replace("$$", "&#36;$", 1) if first and line.startswith("$$") else line
