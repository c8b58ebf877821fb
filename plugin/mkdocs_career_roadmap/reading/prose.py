"""What the roadmap wants to know of a page's Markdown: its title, links and lessons.

Markdown is not parsed here, only searched, and what stands in code or in a
comment is blanked out first: a link in an example links nothing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from ..vocabulary.amounts import TASKS, Amount
from ..vocabulary.slips import edit_distance

_FENCE = re.compile(r"^[ \t]*(?:[>*+-][ \t]+)*(`{3,}|~{3,})(.*)$")
_FENCED_WORD = re.compile(r"[ \t]*(?:`{3,}|~{3,})([^`\n]*[^\W_][^`\n]*)")
_HOLDS_BLOCKS = re.compile(r"[ \t]*(?:[*+-]|\d+[.)])[ \t]|!!!|\?\?\?|===|\[\^|:[ \t]")
_TICKS = re.compile(r"`+")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = r"""\b(?i:href|src|data|action|cite|poster)\s*=\s*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'<>]+))"""
HTML_LINK = re.compile(_ATTRIBUTE)
"""<a href="target">, <img src=target>"""
_INLINE_LINK = re.compile(r"\]\(\s*(?:<([^<>\n]+)>|((?:[^()\s<>]|\([^()\s<>]*\))+))")
"""[text](target "title")"""
LINK = re.compile(
    rf"""{_INLINE_LINK.pattern}
      | ^[ ]{{0,3}}\[[^\]\n]{{1,999}}\]:[ \t]*\n?[ \t]*(?:<([^<>\n]+)>|([^\s<>]+))  # [label]: target
      | {_ATTRIBUTE}
    """,
    re.VERBOSE | re.MULTILINE,
)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_BROKEN_HEADING = re.compile(r"\n#(#{0,5})[ \t]+(\S.*)")
"""The same behind a line break, with one sign less, which is found several times as fast."""
_SETEXT = re.compile(r"^(.+)\n=+[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^ {0,3}(?!#)(\S.*)\n([=-])[=-]*[ ]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"\n[=-]+ *$", re.MULTILINE)
_LINE_OF_A_HEADING = re.compile(r"#{1,6}[ \t]|[=-]+[ ]*$")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}$")
_LINKED = re.compile(
    r"""!?\[([^\[\]]*)\](?:                       # [text], and then
          \([^()]*(?:\([^()]*\)[^()]*)*\)        # (target), which may hold (parentheses)
        | \[[^\[\]]*\]                           # [label]
      )""",
    re.VERBOSE,
)
_MARKS = re.compile(r"`+([^`]+)`+|`+|__|\*+(?=\S)|(?<=\S)\*+")  # "3 * 4" is a product
_MARKUP = re.compile(r"[\[{*_`\\]")
_ITEM = re.compile(r"^(?:[*+-]|\d+[.)])[ \t]+")
_TASK = re.compile(r"^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d+\.)[ \t]+\[([ xX])\][ \t]+\S", re.MULTILINE)
_RULE = re.compile(r"^([*_-])(?:[ \t]*\1){2,}[ \t]*$")


def plain(markdown: str) -> str:
    """Return inline Markdown as the words a reader sees, on one line."""
    text = " ".join(markdown.split())
    if not _MARKUP.search(text):
        return text
    text = _ATTRIBUTES.sub("", text)
    text = _LINKED.sub(r"\1", text)
    if "](" in text:  # what held an image
        text = _LINKED.sub(r"\1", text)
    text = _MARKS.sub(lambda m: m[1] or "", text)
    return " ".join(text.replace("\\", "").split())


def title_of(body: str) -> str | None:
    """Return the page's first heading if the page begins with one, as MkDocs does."""
    start = body.lstrip()
    if start[:4] == "<!--":
        start = _without_comments(start).lstrip()
    if heading := _HEADING.match(start):
        return _text(heading) or None if heading[1] == "#" else None
    setext = _SETEXT.match(start)
    return plain(setext[1]) or None if setext else None


def _text(heading: re.Match[str]) -> str:
    return plain(heading[2].rstrip().rstrip("#"))


@lru_cache(maxsize=2)  # a page is asked for its links, its tasks and its lessons one after the other
def without_code_blocks(body: str) -> str:
    """Return `body` with its blocks of code and its comments blanked; line breaks stay."""
    if "    " in body or "\t" in body or _lines_with_fences(body):
        body = _without_fenced(body)
    return _without_comments(body)


_INDENTED = re.compile(r"^(?: {4}| {0,3}\t)", re.MULTILINE)


def _without_fenced(body: str) -> str:
    """Return `body` with its blocks of code blanked. Where no line outside fences is indented, nothing else
    is code, and only the lines with a fence have to be looked at: most pages are read so.
    """
    fences = Fences()
    kept: list[str] = []
    is_plain = True
    begin, inside = 0, False  # where the stretch began that is all within fences, or all outside of them
    for start, end in _lines_with_fences(body):
        was_inside, is_code = inside, fences.hold(body[start:end])
        inside = bool(fences.open)
        if is_code and not was_inside:  # one that opens code, or is code itself if it is indented
            kept.append(body[begin:start])
            is_plain, begin = is_plain and not _INDENTED.match(body, start), start
        elif was_inside and not inside:
            kept.append("\n" * body.count("\n", begin, end))
            begin = end
    kept.append("\n" * body.count("\n", begin) if inside else body[begin:])
    if not is_plain or any(map(_has_indented, kept)):
        return "\n".join(without_blocks(body.split("\n")))
    return "".join(kept)


def _has_indented(text: str) -> bool:
    if "\t" in text:
        return _INDENTED.search(text) is not None
    return "\n    " in text or text.startswith("    ")  # many times as fast as the expression


@lru_cache(maxsize=1)  # a page is asked for its blocks, for what is nearly one, and for all that is code
def _lines_with_fences(text: str) -> tuple[tuple[int, int], ...]:
    """Return from where to where the lines go that have a run of three ticks or tildes, in order."""
    found: list[tuple[int, int]] = []
    at, ticks, tildes = 0, text.find("```"), text.find("~~~")
    while ticks >= 0 or tildes >= 0:
        at = tildes if ticks < 0 else ticks if tildes < 0 else min(ticks, tildes)
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found.append((text.rfind("\n", 0, at) + 1, end))
        ticks = text.find("```", end) if 0 <= ticks < end else ticks
        tildes = text.find("~~~", end) if 0 <= tildes < end else tildes
    return tuple(found)


def _without_comments(body: str) -> str:
    """Blank comments; one that is never closed is text, as it is to Python-Markdown."""
    end = body.rfind("-->") + 3  # behind it nothing closes, and looking for it takes its time
    if end == 2:
        return body
    return COMMENT.sub(lambda m: "\n" * m[0].count("\n"), body[:end]) + body[end:]


class Fences:
    """Tells line after line what stands in fenced code. A fence that is never closed goes on to the end."""

    def __init__(self) -> None:
        self.open = ""
        """The ticks or tildes that opened the code in which the last line stood. Empty: in none."""

    def hold(self, line: str) -> bool:
        """Take the next line, and return whether it is a fence or stands between two."""
        if "```" not in line and "~~~" not in line:
            return bool(self.open)
        match = _FENCE.match(line)
        if self.open:
            if match and match[1].startswith(self.open) and not match[2].strip():
                self.open = ""
            return True
        if match and "`" not in match[2]:
            self.open = match[1]
        return bool(self.open)


class Indents:
    """Tells line after line, of those outside fenced code, whether it is indented code."""

    def __init__(self) -> None:
        self.depth = 0
        """How many levels of four columns the lists and admonitions hold in which the last line stood."""
        self.level = 0
        """At how many such levels the last line stood."""
        self.is_code = False
        self._after_blank = True

    def take(self, line: str) -> None:
        """Take the next line. What goes on with a paragraph is no code, however far it is indented."""
        if not line or line.isspace():
            self._after_blank = True
            return
        self.level = 0
        if line[0] in " \t":
            before = line[: len(line) - len(line.lstrip(" \t"))]
            self.level = len(before.expandtabs(4)) // 4
        if self.level > self.depth:
            self.is_code = self.is_code or self._after_blank
        else:
            self.is_code = False
            holds = not line[0].isalpha() and bool(_HOLDS_BLOCKS.match(line))
            if holds or self._after_blank or line.startswith("#"):
                self.depth = self.level + holds
        self._after_blank = False


class RoadmapBlock(NamedTuple):
    """A fenced block that asks for a view of the roadmap."""

    start: int
    """Its first line in the text, from 0."""
    stop: int
    """The line behind its last."""
    indent: str
    inner: str
    """The lines between its fences, without the indent."""


def roadmap_blocks(body: str) -> list[RoadmapBlock]:
    """Return the blocks fenced as `roadmap`, in order; one within another block, or in indented code, is
    an example.
    """
    if "roadmap" not in body or not any(  # most pages have no such word, which is the fastest to see
            "roadmap" in body[start:end] for start, end in _lines_with_fences(body)):
        return []
    lines = body.split("\n")
    blocks: list[RoadmapBlock] = []
    fences, indents, start = Fences(), Indents(), 0
    for at, line in enumerate(lines):
        is_inside = bool(fences.open)
        if not is_inside:
            indents.take(line)
        if (not is_inside and indents.is_code) or not fences.hold(line):
            continue
        if not is_inside:
            start = at
        elif not fences.open and indents.level <= indents.depth:
            opening = lines[start]
            indent = opening[: len(opening) - len(opening.lstrip())]
            if opening[len(indent) :].strip("`~").strip() == "roadmap":
                inner = (inside.removeprefix(indent) for inside in lines[start + 1 : at])
                blocks.append(RoadmapBlock(start, at + 1, indent, "\n".join(inner)))
    return blocks


def near_blocks(body: str) -> list[tuple[int, str]]:
    """Return the fences that are nearly those of a roadmap block and show code in its place, each with its
    line, from 0, and what stands behind its ticks: `Roadmap`, `roadmaps`, `{.roadmap}`, `roadmap view=map`.
    """
    if not any(_is_near_roadmap(match[1]) for start, end in _lines_with_fences(body)
               if (match := _FENCED_WORD.fullmatch(body, start, end))):
        return []
    found = []
    fences, indents = Fences(), Indents()
    for at, line in enumerate(body.split("\n")):
        is_inside = bool(fences.open)
        if not is_inside:
            indents.take(line)
        if is_inside or not indents.is_code:
            fences.hold(line)
        if fences.open and not is_inside:
            written = line.strip().lstrip("`~")
            found += [(at, written.strip())] if _is_near_roadmap(written) else []
    return found


@lru_cache(maxsize=256)  # a site writes its code in few languages
def _is_near_roadmap(written: str) -> bool:
    word = re.search(r"[^\W_]+", written)
    is_near = word is not None and edit_distance(word[0].casefold(), "roadmap", 1) <= 1
    return is_near and written.strip() != "roadmap"


def without_blocks(lines: Iterable[str]) -> Iterable[str]:
    """Blank fenced code, and indented code that no list or admonition holds.

    What is too far indented in a list may be code, or not: there it counts as text, so that no link in it
    is overlooked.
    """
    fences, indents = Fences(), Indents()
    for line in lines:
        if not fences.open:
            indents.take(line)
            if indents.is_code:
                yield line if indents.depth else ""
                continue
        yield "" if fences.hold(line) else line


def without_spans(paragraph: str, blank: Callable[[str], str] = lambda _: "") -> str:
    """Return a paragraph with something else for its `code spans`: each run of ticks closes
    at the next of its length.
    """
    runs = list(_TICKS.finditer(paragraph))
    closing: dict[int, int] = {}
    partner: dict[int, int] = {}
    for at in range(len(runs) - 1, -1, -1):
        length = len(runs[at][0])
        if length in closing:
            partner[at] = closing[length]
        closing[length] = at
    kept: list[str] = []
    done = at = 0
    while at < len(runs):
        if at in partner:
            kept.append(paragraph[done : runs[at].start()])
            done = runs[partner[at]].end()
            kept.append(blank(paragraph[runs[at].start() : done]))
            at = partner[at]
        at += 1
    return "".join(kept) + paragraph[done:]


def address_of(target: str) -> str:
    """Return the target of a link without escapes, fragment and query."""
    return unquote(target.partition("#")[0].partition("?")[0])


def links_of(path: str, body: str) -> tuple[str, ...]:
    """Return the source paths that the page at `path` links to, each once, in order.

    Only relative links to Markdown sources count: they are what MkDocs resolves.
    """
    if ".md" not in body:
        return ()
    folder = posixpath.dirname(path)
    paths: dict[str, None] = {}
    # Neither a link nor a code span goes on behind an empty line, so most paragraphs need no search.
    near = (part for part in without_code_blocks(body).split("\n\n") if ".md" in part)
    text = "\n\n".join([without_spans(part) for part in near])
    # What most pages have begins with one text, and is found several times as fast without the others.
    for match in (LINK if "=" in text or "]:" in text else _INLINE_LINK).finditer(text):
        target = address_of(match[match.lastindex or 0])
        if target.endswith(".md") and "://" not in target and not target.startswith("/"):
            paths[posixpath.normpath(posixpath.join(folder, target))] = None
    paths.pop(path, None)
    return tuple(paths)


def lessons_of(body: str, headings: Iterable[str]) -> tuple[str, ...]:
    """Return the lessons told in sections under one of `headings`, in order.

    A section with a list has one lesson an item, any other one a paragraph.
    It ends at the next heading of its level or above.
    """
    sections = _lesson_sections(body, _all_folded(tuple(headings)))
    return tuple(lesson for section in sections for lesson in _sentences(section[1]))


def idle_lessons_of(body: str, headings: Iterable[str]) -> list[int]:
    """Return the lines, from 0, of the headings of lessons below which something stands, but no sentence:
    code alone, or a picture without words. A section that is still to be filled is none of them.
    """
    sections = _lesson_sections(body, _all_folded(tuple(headings)))
    lines = _without_comments(body).split("\n") if sections else []
    return [line for line, section in sections if not _sentences(section)
            and "".join(lines[line + 1 : line + section.count("\n") + 1]).strip(" \t=-")]


@lru_cache(maxsize=1)  # a page is asked for its lessons, and for the sections that have none
def _lesson_sections(body: str, wanted: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """Return the sections under one of the headings `wanted`, folded: the line of the heading, from 0, and
    the text below it without its code.
    """
    if _UNDERLINE.search(body):
        body = _hashed(without_code_blocks(body))
    if not any(_folded_heading(match) in wanted for match in _BROKEN_HEADING.finditer(f"\n{body}")
               if _may_be(match[2], wanted)):
        return ()
    text = without_code_blocks(body)
    level = begin = line = counted = 0  # of the section that is being read; level 0: none is
    found = []
    for match in _HEADING.finditer(text):
        if level and len(match[1]) <= level:
            found.append((line, text[begin : match.start()]))
            level = 0
        if not level and _folded_heading(match) in wanted:
            level, begin = len(match[1]), match.end()
            line, counted = line + text.count("\n", counted, begin), begin
    if level:
        found.append((line, text[begin:]))
    return tuple(found)


def _hashed(text: str) -> str:
    """Return a text whose underlined headings are written with `#`. To Python-Markdown, one begins a block:
    behind other words of a paragraph the line below is a rule.
    """
    def hashed(match: re.Match[str]) -> str:
        before = text[text.rfind("\n", 0, max(match.start() - 1, 0)) + 1 : match.start()]
        is_heading = not before.strip() or _LINE_OF_A_HEADING.match(before)
        return f"{'#' if match[2] == '=' else '##'} {match[1]}\n" if is_heading else match[0]

    return _UNDERLINED.sub(hashed, text)


def _sentences(section: str) -> list[str]:
    blocks: list[list[str]] = [[]]
    has_items = False
    for line in section.split("\n"):
        if _RULE.match(line):
            blocks.append([])
        elif _ITEM.match(line):
            has_items = True
            blocks.append([line])
        elif line.strip() and not _HEADING.match(line):
            blocks[-1].append(line.strip())
        else:
            blocks.append([])
    kept = (b for b in blocks if b and (_ITEM.match(b[0]) or not has_items))
    sentences = (plain(_ITEM.sub("", " ".join(block))) for block in kept)
    return [sentence for sentence in sentences if sentence]


@lru_cache(maxsize=8)  # a site has the same ones for every page
def _all_folded(headings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_folded(heading) for heading in headings)


def _may_be(heading: str, folded: frozenset[str]) -> bool:
    """Return False for a heading of which its first letter tells that it is none of these, as most do."""
    return heading[0].casefold()[0] in _firsts(folded) or _MARKUP.search(heading) is not None


@lru_cache(maxsize=8)
def _firsts(folded: frozenset[str]) -> str:
    return "".join(text[:1] for text in folded).replace("'", "'\u2019")


def _folded_heading(heading: re.Match[str]) -> str:
    written = heading[2]
    return _folded(_text(heading) if _MARKUP.search(written) else written.rstrip().rstrip("#"))


def _folded(heading: str) -> str:
    return plain(heading).casefold().replace("\u2019", "'").rstrip(".:!?")


def tasks_of(body: str) -> Amount | None:
    """Return how many of the tasks on a page are done, `- [x]`, those within others as well; None: there
    are none. What stands in code or in a comment is no task.
    """
    states = _TASK.findall(without_code_blocks(body)) if "[" in body else []
    done = sum(state != " " for state in states)
    return Amount(done, len(states), TASKS, is_tasks=True) if states else None
