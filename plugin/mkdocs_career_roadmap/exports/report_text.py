"""A report as a text: Markdown to go on writing in, and a page of HTML to print.

Both are made by templates, `report.md` and `report-sheet.html`, in place of which a site may have its own, or
one for one audience alone, such as `report-cv.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..pages.render import TEMPLATES, BadTemplateError, Renderer, mistake_in
from ..pages.report.shapes import Report, ReportGroup, ReportItem
from ..pages.shapes import Ref
from ..vocabulary.escaping import OBEYED
from ..vocabulary.labels import Words

_MARKS = re.compile(r"[\\`*_\[\]<>#|~]|&(?=#?\w+;)")
_BLANKS = re.compile(r"\s+")
_OPENING = re.compile(r"(\d+)(?=[.)](?:\s|$))|(?=[-+=](?:\s|$|[-=]))")
"""What begins a list, or makes a heading of the line before, where it stands first."""
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;"}
"""What not every Markdown takes behind a backslash."""


class Sheet(NamedTuple):
    """A report with what stands above it."""

    report: Report
    name: str
    """Whose it is; may be empty."""
    language: str


def escaped(text: object) -> str:
    """Return a text as Markdown that shows it on one line, whatever signs it has. Markdown stays as it is."""
    if isinstance(text, Markup):
        return str(text)
    line = OBEYED.sub("", _BLANKS.sub(" ", str(text)))
    line = _MARKS.sub(lambda sign: _ENTITIES.get(sign[0]) or f"\\{sign[0]}", line)
    if opening := _OPENING.match(line):
        line = f"{opening[0]}\\{line[opening.end():]}"
    return line


def _link(of: Ref | ReportItem | ReportGroup) -> Markup:
    """Return a title as a link to its page, if it has one."""
    if of.href and of.title == of.href:
        return _address(of.href)
    title = escaped(of.title)
    return Markup(f"[{title}](<{_safe(of.href)}>)" if of.href else title)  # noqa: S704 - it is escaped


def _links(refs: Iterable[Ref], words: Words) -> Markup:
    texts = (_link(r) + Markup(escaped(words("brackets", text=r.note)) if r.note else "")  # noqa: S704
             for r in refs)
    return Markup(escaped(Markup(words("comma"))).join(texts))  # noqa: S704 - they are escaped


def _address(href: str) -> Markup:
    """Return an address as Markdown that shows it: one of the site is a link to it as well."""
    safe = _safe(href)
    has_scheme = re.match(r"[a-z][a-z0-9+.-]*:", safe, re.IGNORECASE)
    return Markup(f"<{safe}>" if has_scheme else f"[{escaped(safe)}](<{safe}>)")  # noqa: S704 - it is quoted


def _safe(href: str) -> str:
    return quote(href, safe="!#$%&'()*+,/:;=?@[]~-._") if href.isascii() else quote(
        href, safe="!#$%&'()*+,/:;=?@[]~-._" + "".join(sign for sign in href if sign.isalnum()))


def report_as_markdown(sheet: Sheet, words: Words, folders: tuple[str, ...] = ()) -> str:
    """Return a report as Markdown, in which every word of an author is a word and no markup.

    Raises BadTemplateError for a template of the site, in one of `folders`, that cannot be rendered.
    """
    env = Environment(  # noqa: S701 - it makes Markdown, and `finalize` escapes that
        loader=FileSystemLoader([*folders, str(TEMPLATES)]), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=escaped)
    env.globals["t"] = words
    env.filters |= {"link": _link, "links": lambda refs: _links(refs, words), "address": _address}
    try:
        template = env.select_template(_names(sheet.report.audience, "report", "md"))
        text = template.render(view=sheet)
    except Exception as error:
        if (mistake := mistake_in(error, folders)) is None:
            raise
        raise mistake from error
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)+\n", "\n\n", text).strip() + "\n"


def report_as_html(sheet: Sheet, words: Words, folders: tuple[str, ...] = ()) -> str:
    """Return a report as a whole page of HTML, whose styles are within it, to be printed.

    Raises BadTemplateError as `report_as_markdown` does.
    """
    render = Renderer(words, folders)
    own, general = _names(sheet.report.audience, "report-sheet", "html")
    return render.first((own, general), sheet) + "\n"


def _names(audience: str, name: str, ending: str) -> list[str]:
    return [f"career-roadmap/{name}-{audience}.{ending}", f"career-roadmap/{name}.{ending}"]


__all__ = ["BadTemplateError", "Sheet", "escaped", "report_as_html", "report_as_markdown"]
