"""The elements of Distill become what a page shows without its script: citations, notes, formulas, code.

Rules: distill.pub/guide. `<d-cite>` is a number with a link, `<d-footnote>` a footnote; in HTML, where MkDocs
reads no Markdown, a note stands in brackets. `<d-math>` and `<d-code>` are as kramdown's. In Markdown a
citation is a link of Markdown: only such a one leads to its post from the list of posts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape, unescape
from textwrap import dedent
from typing import NamedTuple

from mkdocs_career_roadmap.new_site.lines import Carried, NoteKind, TextLine

from ..liquid.contexts import regions
from ..liquid.expressions import NotKnownError
from .page_works import PageWorks

_CITATION = re.compile(r'<a class="citation" href="(#[^"]*)"(?: title="([^"]*)")?>([^<]*)</a>')
_ELEMENT = re.compile(
    r"""<d-(?P<name>cite|footnote|math|code)\b(?P<attributes>(?:"[^"]*"|'[^']*'|[^<>"'])*?)
        (?:/>|>(?P<text>.*?)</d-(?P=name)\s*>)""", re.DOTALL | re.VERBOSE | re.IGNORECASE)
_KEYS = re.compile(r"""\b(?:bibtex-)?key\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""\blanguage\s*=\s*["']?([\w+#-]+)""", re.IGNORECASE)
_PLAIN = {"figure": "figure", "abstract": "blockquote"}
_SHELL = re.compile(
    r"<(/?)d-(figure|abstract|article|appendix|title|byline|contents|front-matter|footnote-list|citation-list"
    r"|bibliography)\b[^<>]*>", re.IGNORECASE)


class _Change(NamedTuple):
    """What takes the place of a part of the text."""

    start: int
    stop: int
    text: str


class _Elements:
    """Those of one page."""

    def __init__(self, text: str, works: PageWorks, is_markdown: bool) -> None:
        self._text = text
        self._works = works
        self._is_markdown = is_markdown
        self._regions = list(regions(text)) if is_markdown else []
        self.notes: list[tuple[int, str]] = []  # where in the text, and what was left
        self.footnotes: list[str] = []

    def changes(self) -> Iterator[_Change]:
        """Yield what changes, in order."""
        at = 0
        found = sorted([*_ELEMENT.finditer(self._text), *_CITATION.finditer(self._text)], key=re.Match.start)
        for element in found:
            while at < len(self._regions) and self._regions[at].stop <= element.start():
                at += 1
            around = self._regions[at] if at < len(self._regions) else None
            if around and around.start > element.start():
                around = None
            if around and not around.is_html:
                continue  # in code, or in a formula
            in_html = not self._is_markdown or bool(around and around.is_block)
            if element.re is _CITATION:
                if not in_html:
                    yield _Change(element.start(), element.end(), _linked(element[0]))
                continue
            try:
                yield _Change(element.start(), element.end(), self._made(element, in_html))
            except NotKnownError as error:
                what = f"the element d-{element['name']} is not carried: {error}"
                self.notes.append((element.start(), what))

    def _made(self, element: re.Match[str], in_html: bool) -> str:
        name, text, attributes = element["name"].lower(), element["text"] or "", element["attributes"]
        if name == "cite":
            return self._cite(attributes) if in_html else _linked(self._cite(attributes))
        if name == "footnote":
            return self._footnote(text, in_html)
        return (_math if name == "math" else _code)(text, attributes, in_html)

    def _cite(self, attributes: str) -> str:
        found = _KEYS.search(attributes)
        keys = [key.strip() for key in (found[1] or found[2] or found[3] or "").split(",")] if found else []
        if not any(keys):
            raise NotKnownError("it names no work")
        return self._works.cite_numbers([key for key in keys if key])

    def _footnote(self, text: str, in_html: bool) -> str:
        inner = " ".join(_ELEMENT.sub(lambda one: self._made(one, in_html), text).split())
        if in_html:
            return f" <small>({inner})</small>"
        self.footnotes.append(inner)
        return f"[^d-footnote-{len(self.footnotes)}]"


def _linked(html: str) -> str:
    """Return HTML with its citations as links of Markdown."""
    def written(found: re.Match[str]) -> str:
        title = re.sub(r'[|"$`\\*_<>]', " ", unescape(found[2] or "")).strip()
        text = re.sub(r"([\\\[\]|*_`$])", r"\\\1", unescape(found[3]))
        return f"[{text}]({found[1]}" + (f' "{title}")' if title else ")")

    return _CITATION.sub(written, html)


def _math(text: str, attributes: str, in_html: bool) -> str:
    is_block = re.search(r"\bblock\b", attributes, re.IGNORECASE)
    inner = " ".join(text.split())
    if in_html:
        return (f'<div class="arithmatex">\\[{inner}\\]</div>' if is_block else
                f'<span class="arithmatex">\\({inner}\\)</span>')
    return f"\n\n$$\n{inner}\n$$\n\n" if is_block else f"$${inner}$$"


def _code(text: str, attributes: str, in_html: bool) -> str:
    language = (_LANGUAGE.search(attributes) or ["", ""])[1].lower()
    is_block = re.search(r"\bblock\b", attributes, re.IGNORECASE)
    inner = dedent(text).strip("\n").rstrip()
    if not is_block:
        return f"<code>{escape(' '.join(inner.split()), quote=False)}</code>"
    if in_html:
        return f'<pre><code class="language-{language}">{escape(inner, quote=False)}</code></pre>'
    ticks = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", inner)), 3)
    return f"\n\n{ticks}{language}\n{inner}\n{ticks}\n\n"


def with_distill(lines: Sequence[TextLine], works: PageWorks, *, is_markdown: bool) -> Carried:
    """Return the lines of a page without Distill's elements, and with the works at its end that it cites and
    does not list. What is not known stays, and is noted.
    """
    text = "\n".join(line.text for line in lines)
    made, notes = list(lines), []
    if "<d-" in text.lower() or '<a class="citation"' in text:
        elements = _Elements(text, works, is_markdown)
        made = _changed(lines, list(elements.changes()))
        starts = _starts(lines)
        notes = [(NoteKind.LEFT, lines[_line_at(starts, at)].number, what) for at, what in elements.notes]
        made = [TextLine(line.number, _SHELL.sub(_shell, line.text)) for line in made]
        made += _at_end(made, [row for at, note in enumerate(elements.footnotes, 1)
                               for row in ("", f"[^d-footnote-{at}]: {note}")])
    made += _at_end(made, works.rest(text))
    return Carried(made, notes)


def _shell(tag: re.Match[str]) -> str:
    name = _PLAIN.get(tag[2].lower())
    return f"<{tag[1]}{name}>" if name else ""


def _at_end(lines: Sequence[TextLine], rows: Sequence[str]) -> list[TextLine]:
    number = lines[-1].number if lines else 1
    return [TextLine(number, row) for row in rows]


def _starts(lines: Sequence[TextLine]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 1
    return starts


def _line_at(starts: Sequence[int], at: int) -> int:
    return max(0, bisect_right(starts, at) - 1)


def _changed(lines: Sequence[TextLine], changes: Sequence[_Change]) -> list[TextLine]:
    """Return lines with changes in their text. Lines that a change joins have the number of the first."""
    text = "\n".join(line.text for line in lines)
    starts = _starts(lines)
    made: list[TextLine] = []
    begun, number = "", lines[0].number if lines else 1

    def add(part: str, at: int | None) -> None:
        """Add a text that begins at `at` of the source; None: all of it belongs to the line at hand."""
        nonlocal begun, number
        first, *others = part.split("\n")
        begun += first
        index = 0 if at is None else _line_at(starts, at)
        for row in others:
            made.append(TextLine(number, begun))
            index += 1
            begun, number = row, number if at is None else lines[min(index, len(lines) - 1)].number

    done = 0
    for change in changes:
        add(text[done: change.start], done)
        add(change.text, None)
        done = change.stop
        number = number if begun else lines[_line_at(starts, done)].number
    add(text[done:], done)
    made.append(TextLine(number, begun))
    return made
