"""The shortcodes of a page, carried: what Hugo makes of each, or the shortcode itself, for all to see."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown.spans import Span

from ..markdown.dialect import Inserted
from .built_in import BUILT_IN, BuiltIn
from .template_values import UnknownInTemplateError
from .templates import TemplateScope, run_template
from .tokens import Shortcode, parameters, shortcodes_of

_INSTEAD = (
    "the shortcode {} has a template of its own, which cannot be run here; it is what Hugo's own comes to"
)


@dataclass(frozen=True, slots=True)
class ShortcodeScope:
    """What the shortcodes of a page may ask for."""

    templates: Mapping[str, str]
    """Those that the blog has of its own, by name."""
    site: Mapping[str, object]
    page: Mapping[str, object]
    find: Callable[[str, bool], str | None]
    """From what `ref` and `relref` name to its address, in full if that is asked for; None: there is none."""
    functions: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    partials: Mapping[str, str] = field(default_factory=dict)
    """Templates that other templates ask for, by name."""
    words: Mapping[str, object] = field(default_factory=dict)
    """Those of `i18n`, by name."""


@dataclass(slots=True)
class CarriedShortcodes:
    """A text in which words stand for its shortcodes."""

    lines: list[TextLine]
    inserted: dict[str, Inserted] = field(default_factory=dict)
    notes: list[tuple[NoteKind, int, str]] = field(default_factory=list)


def carry_shortcodes(body: str, line: int, scope: ShortcodeScope) -> CarriedShortcodes:
    """Return the text of a page, whose first line is `line` of its file; no text: no lines."""
    return _Carrier(body, line, scope).carry()


class _Carrier:
    def __init__(self, body: str, line: int, scope: ShortcodeScope) -> None:
        self._body, self._line, self._scope = body, line, scope
        self._mark = next(mark for mark in _marks() if mark not in body)
        self._made = CarriedShortcodes([])
        self._starts = [0, *(match.end() for match in re.finditer("\n", body))]
        self._come_to: dict[int, Inserted | str | None] = {}
        self._held: dict[int, str] = {}
        self._memory: dict[object, object] = {}

    def carry(self) -> CarriedShortcodes:
        if not self._body:
            return self._made
        self._number, self._text = self._line, ""
        self._put(shortcodes_of(self._body))
        self._made.lines.append(TextLine(self._number, self._text))
        return self._made

    def _put(self, pieces: list[Shortcode | str]) -> None:
        for one in pieces:
            if isinstance(one, str):
                self._emit(one, counts=True)
                continue
            known = self._known(one)
            if known is None:
                self._leave(one)
            elif isinstance(known, str):
                self._emit(known, counts=False)
                self._number = self._line_of(one) + one.rows
            else:
                self._emit(self._word(known), counts=False)
                self._number = self._line_of(one) + one.rows

    def _emit(self, text: str, *, counts: bool) -> None:
        first, *rest = text.split("\n")
        self._text += first
        for part in rest:
            self._made.lines.append(TextLine(self._number, self._text))
            self._number += counts
            self._text = part

    def _word(self, found: Inserted) -> str:
        word = f"{self._mark}{len(self._made.inserted)}Z"
        self._made.inserted[word] = found
        return word

    def _line_of(self, code: Shortcode) -> int:
        return self._line + bisect_right(self._starts, code.at) - 1

    def _leave(self, code: Shortcode) -> None:
        """Leave a shortcode as it was written; what it holds is part of the page."""
        line = self._line_of(code)
        what = f"the shortcode {code.name} is not known here, and stands as it was written"
        self._made.notes.append((NoteKind.LEFT, line, what))
        self._emit(self._word(_visible(code.text)), counts=False)
        self._number += code.text.count("\n")
        self._put(code.inner)
        if code.end:
            self._emit(self._word(_visible(code.end)), counts=False)

    def _known(self, code: Shortcode) -> Inserted | str | None:
        """Return what a shortcode comes to: text that is a part of the page's, or something that is inserted
        there. None: that is not known. It is asked once, since what holds it may ask in vain.
        """
        if code.at not in self._come_to:
            self._come_to[code.at] = self._found(code)
        return self._come_to[code.at]

    def _found(self, code: Shortcode) -> Inserted | str | None:
        template = self._scope.templates.get(code.name)
        if template is not None and (made := self._run(code, template)) is not None:
            return made
        known = BUILT_IN.get(code.name)
        found = known(self._asked(code)) if known else None
        if found is None:
            return None
        why = found.why if template is None else _INSTEAD.format(code.name)
        if why:
            self._made.notes.append((found.kind, self._line_of(code), why))
        return found.inserted

    def _asked(self, code: Shortcode) -> BuiltIn:
        scope = self._scope
        return BuiltIn(code, scope.site, scope.page, scope.find, self._inner(code))

    def _run(self, code: Shortcode, template: str) -> Inserted | str | None:
        given = self._scope
        scope = TemplateScope(
            parameters(code),
            self._inner(code),
            given.site,
            given.page,
            given.functions,
            code.name,
            code.ordinal,
            given.partials,
            given.words,
            self._memory,
        )
        try:
            out = run_template(template, scope)
        except UnknownInTemplateError:
            return None
        line = self._line_of(code)
        what = f"the shortcode {code.name} is what its template made of it on the day of the import"
        self._made.notes.append((NoteKind.CHANGED, line, what))
        if code.is_markdown:
            return re.sub(r"\x02(\d+)\x03", lambda one: self._rendered(scope.markdown[int(one[1])]), out)
        if "<" not in out and "\x02" not in out and "&" not in out:
            return Inserted(text=out.strip())
        return Inserted(
            text=unescape(re.sub(r"<[^>]*>", "", out)).strip(),
            html=out.strip("\n"),
            markdown=tuple(scope.markdown),
        )

    def _rendered(self, text: str) -> str:
        """Return the word for a text that is Markdown, whatever it stands in."""
        return self._word(Inserted(text=text, html="\x020\x03", markdown=(text,)))

    def _inner(self, code: Shortcode) -> str:
        """Return what a shortcode holds, the shortcodes in it carried."""
        if code.at not in self._held:
            self._held[code.at] = self._carried(code)
        return self._held[code.at]

    def _carried(self, code: Shortcode) -> str:
        parts = []
        for one in code.inner:
            if isinstance(one, str):
                parts.append(one)
                continue
            known = self._known(one)
            if known is None:
                line = self._line_of(one)
                what = f"the shortcode {one.name} is not known here, and stands as it was written"
                self._made.notes.append((NoteKind.LEFT, line, what))
                parts += [
                    self._word(_visible(one.text)),
                    self._inner(one),
                    self._word(_visible(one.end)) if one.end else "",
                ]
            else:
                parts.append(known if isinstance(known, str) else self._word(known))
        return "".join(parts)


def _visible(text: str) -> Inserted:
    return Inserted(text=text, spans=(Span("code", 0, " ".join(text.split())),))


def _marks() -> Iterator[str]:
    """Yield what the words may begin with: no text has all of them."""
    yield from (f"Hs{number:04x}" for number in range(16**4))
