"""The works of one page: the tags of jekyll-scholar that cite and list them, and what is still to be listed.

`{% cite %}` puts what a sentence says, with a link to the work's line in a list of the page, and
`{% reference %}` and `{% bibliography %}` put such lines. What a page cites and does not list stands in a
list at its end, so that no citation leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from mkdocs_career_roadmap.vocabulary.languages import ENGLISH, covered, table

from ..liquid.embeds import link
from ..liquid.expressions import NotKnownError
from ..liquid.urls import relative_url
from ..liquid.values import text_of
from .arguments import TagArguments, arguments_of
from .files import BibEntry, BibFiles, entries_of
from .queries import EntryGroup, chosen, in_groups, in_order, names_of
from .references import cited, plain_reference, reference, shown_fields, with_links

_DISTILL = "assets/bibliography"
"""Where al-folio looks for the file that a page in the layout of Distill names."""
_NUMBERED = re.compile(
    r"ieee|vancouver|nature|acm-sig|american-(?:chemical|physics|mathematical|medical)|numeric|plos|cell-numeric"
    r"|springer-(?:basic|lecture|mathphys)|elsevier-(?:vancouver|with-titles)|royal-society")
"""Styles of CSL that cite by numbers."""
_HEADINGS = re.compile(r"^(?:#{1,6}[ \t]+|<h[1-6][^>]*>)([^\n]*)", re.MULTILINE)
_OF_LISTS = re.compile(r"references|bibliogra[fp]|literatur(?!e)")
"""What such a heading says besides, in lower case."""
_MISSING = "(missing reference)"

_Value = Callable[[str], object]


class PageWorks:
    """What a page has cited and listed so far."""

    def __init__(
        self, files: BibFiles, page: Mapping[str, object], settings: Mapping[str, object],
        templates: Mapping[str, str], baseurl: str, file_url: Callable[[str], str | None],
        language: str = ENGLISH,
    ) -> None:
        """`settings` are those of jekyll-scholar, `templates` the texts of the blog's layouts, by name, and
        `language` is that of the page.
        """
        own = page.get("scholar")
        self._files = files
        self._page = page
        self._settings = {**settings, **(own if isinstance(own, Mapping) else {})}
        self._templates = templates
        self._baseurl = baseurl
        self._file_url = file_url
        self._name = table(covered(language))["references"]
        self._cited: dict[str, BibEntry] = {}  # since the list was cleared
        self._listed: set[str] = set()
        self._all: dict[str, BibEntry] = {}  # that were ever cited, in their order
        self._quotes: list[TagArguments] = []
        self.missing: list[str] = []
        """Keys that no file has."""

    def tag(self, name: str, markup: str, value: _Value) -> str | None:
        """Return what a tag puts into the page, as HTML; None: it is none of jekyll-scholar's.

        `value` gives what a name stands for, or raises NotKnownError, as this does where it cannot be told.
        """
        make = _TAGS.get(name)
        return make(self, _interpolated(markup, value), value) if make else None

    # --- what cites ---

    def _cite(self, markup: str, value: _Value) -> str:
        return self._citation(self._arguments(markup, value))

    def _arguments(self, markup: str, value: _Value) -> TagArguments:
        given = arguments_of(markup)
        given.keys = [_named(key, value) for key in given.keys]
        return given

    def _citation(self, given: TagArguments) -> str:
        found = [self._find(key, given) for key in given.keys]
        entries = [entry for entry in found if entry]
        if not entries or len(entries) < len(found):
            return _MISSING
        for entry in entries:
            self._cited[entry.work.key] = self._all[entry.work.key] = entry
        labels = given.values.get("label", [])
        locators = [f"{_LABELS.get(labels[at] if at < len(labels) else 'page', '')}{text}"
                    for at, text in enumerate(given.values.get("locator", []))]
        style = given.one("style") or str(self._settings.get("style") or "")
        if _NUMBERED.match(style):
            text = f"[{', '.join(str(self._number(entry)) for entry in entries)}]"
        else:
            text = cited(entries, locators,
                         has_authors="suppress_author" not in given.switches)
        target = _target(entries[0].work.key, given.one("prefix"))
        return f'<a class="citation" href="#{quote(target)}">{text}</a>'

    def _number(self, entry: BibEntry) -> int:
        return list(self._all).index(entry.work.key) + 1

    def _nocite(self, markup: str, value: _Value) -> str:
        given = self._arguments(markup, value)
        for key in given.keys:
            if entry := self._find(key, given):
                self._cited[key] = self._all[key] = entry
        return ""

    def _cite_details(self, markup: str, value: _Value) -> str:
        """Return a link to the work itself: there is no page of its details."""
        given = self._arguments(markup, value)
        keys, _, text = markup.partition(",")
        if text and not given.values:
            given = self._arguments(keys, value)
        said = given.one("text") or text.strip() or str(self._settings.get("details_link") or "Details")
        found = [self._find(key, given) for key in given.keys]
        return "\n".join(_MISSING if entry is None else link(entry.work.url, said) if entry.work.url else
                         escape(said, quote=False) for entry in found)

    def _details_link(self, markup: str, value: _Value) -> str:
        given = self._arguments(markup, value)
        entry = self._find(given.keys[0], given) if given.keys else None
        if entry is None:
            raise NotKnownError("it names no work")
        return entry.work.url

    def _quote(self, markup: str, value: _Value) -> str:
        self._quotes.append(self._arguments(markup, value))
        return '\n<blockquote markdown="1">\n\n'

    def _endquote(self, _markup: str, _value: _Value) -> str:
        if not self._quotes:
            raise NotKnownError("it closes nothing")
        return f"\n\n<cite>{self._citation(self._quotes.pop())}</cite>\n\n</blockquote>\n"

    # --- what lists ---

    def _reference(self, markup: str, value: _Value) -> str:
        given = self._arguments(markup, value)
        lines = []
        for key in given.keys:
            entry = self._find(key, given)
            lines.append(self._line(entry, given, "span") if entry else _MISSING)
        return "\n".join(lines)

    def _bibtex(self, markup: str, value: _Value) -> str:
        """Return the works that stand in the page itself, below the arguments of the tag."""
        options, _, text = markup.partition("\n")
        given = self._arguments(options, value)
        return "\n".join(self._line(entry, given, "span") for entry in entries_of("the page", text))

    def _line(self, entry: BibEntry, given: TagArguments, tag: str) -> str:
        self._listed.add(entry.work.key)
        where = escape(_target(entry.work.key, given.one("prefix")))
        template = given.one("template") or str(self._settings.get("bibliography_template") or "")
        shown = shown_fields(self._templates.get(template.rpartition(".")[0] or template, template))
        text = with_links(entry, shown, self._address) if tag == "li" and shown else reference(entry)
        return f'<{tag} id="{where}">{text}</{tag}>'

    def _address(self, path: str) -> str | None:
        found = self._file_url(path)
        return None if found is None else relative_url(self._baseurl, found)

    def _bibliography(self, markup: str, value: _Value) -> str:
        given = self._arguments(markup, value)
        entries = self._wanted(given)
        group_by = names_of(
            given.one("group_by") or given.one("type_order") or self._settings.get("group_by"), "none")
        if group_by and group_by[0] != "none":
            orders = names_of(given.one("group_order") or self._settings.get("group_order"), "ascending")
            made = self._groups(in_groups(entries, group_by, orders, self._settings), given, 0)
        else:
            start, most = given.number("offset") or 0, given.number("max")
            made = self._list(entries[start: None if most is None else start + most], given)
        if "clear" in given.switches:
            self._cited.clear()
        return made

    def _wanted(self, given: TagArguments) -> list[BibEntry]:
        entries = chosen(self._entries(given), given.one("query") or str(self._settings.get("query") or ""))
        in_turn = "cited_in_order" in given.switches
        if not in_turn:
            entries = in_order(entries, names_of(self._settings.get("sort_by"), "none"),
                               names_of(self._settings.get("order"), "ascending"))
        if not in_turn and "cited" not in given.switches:
            return entries
        if in_turn:
            known = {entry.work.key: entry for entry in entries}
            return [known[key] for key in self._cited if key in known]
        return [entry for entry in entries if entry.work.key in self._cited]

    def _count(self, markup: str, value: _Value) -> str:
        return str(len(self._wanted(self._arguments(markup, value))))

    def _groups(self, groups: Sequence[EntryGroup], given: TagArguments, depth: int) -> str:
        levels = names_of(self._settings.get("bibliography_group_tag"), "h2,h3,h4,h5")
        level = levels[min(depth, len(levels) - 1)]
        level = level if re.fullmatch(r"h[1-6]", level) else "h2"
        made = []
        for name, entries, inner in groups:
            made += [f"<{level}>{escape(name, quote=False)}</{level}>",
                     self._groups(inner, given, depth + 1) if inner else self._list(entries, given)]
        return "\n".join(made)

    def _list(self, entries: Sequence[BibEntry], given: TagArguments) -> str:
        lines = [self._line(entry, given, "li") for entry in entries]
        return "\n".join(['<ol class="bibliography">', *lines, "</ol>"]) if lines else ""

    # --- files ---

    def _entries(self, given: TagArguments) -> list[BibEntry]:
        folder = str(self._settings.get("source") or "_bibliography")
        usual = str(self._settings.get("bibliography") or "references.bib")
        return self._files.entries(folder, given.values.get("file") or [usual])

    def _find(self, key: str, given: TagArguments) -> BibEntry | None:
        found = next((entry for entry in self._entries(given) if entry.work.key == key), None)
        if found is None:
            self.missing.append(key)
        return found

    # --- Distill ---

    def cite_numbers(self, keys: Sequence[str]) -> str:
        """Return the numbers of works of the file that the page names, each with its link.

        Raises NotKnownError where there is no such file.
        """
        name = self._page.get("bibliography")
        if not isinstance(name, str) or not name.strip():
            raise NotKnownError("the page names no file of works")
        entries = {entry.work.key: entry for entry in self._files.entries(_DISTILL, [name])}
        shown = []
        for key in keys:
            if (entry := entries.get(key)) is None:
                self.missing.append(key)
                shown.append(f"[{escape(key, quote=False)}]")
                continue
            self._all.setdefault(key, entry)
            shown.append(f'<a class="citation" href="#{quote(_target(key))}" '
                         f'title="{escape(plain_reference(entry))}">[{self._number(entry)}]</a>')
        return " ".join(shown)

    def rest(self, text: str) -> list[str]:
        """Return the lines of a list of what the page has cited and not listed, to stand at its end; none:
        all is listed. Above it is a heading, unless `text`, which is the page, has one for it.
        """
        left = [entry for key, entry in self._all.items() if key not in self._listed]
        if not left:
            return []
        heading = [] if self._has_heading(text) else ["", f"## {self._name}"]
        numbered = len(left) == len(self._all)  # else the numbers of the citations are of another list
        lines = [f'<li id="{escape(_target(entry.work.key))}">{reference(entry)}</li>'
                 for entry in left]
        tag = "ol" if numbered else "ul"
        return [*heading, "", f'<{tag} class="bibliography">', *lines, f"</{tag}>"]

    def _has_heading(self, text: str) -> bool:
        headings = (found[1].casefold() for found in _HEADINGS.finditer(text))
        return any(self._name.casefold() in one or _OF_LISTS.search(one) for one in headings)


_LABELS = {"page": "p. ", "chapter": "chap. ", "section": "sec. ", "figure": "fig. ", "volume": "vol. ",
           "line": "l. "}
"""How a place in a work is called; without its word a number says less, but nothing wrong."""


def _target(key: str, prefix: str | None = None) -> str:
    return "-".join(re.sub(r"\s", "_", part) for part in (prefix, key) if part)


def _interpolated(markup: str, value: _Value) -> str:
    """Return a markup with what its outputs stand for."""
    return re.sub(r"\{\{\s*([\w.-]+)\s*\}\}", lambda found: text_of(value(found[1])), markup)


def _named(key: str, value: _Value) -> str:
    """Return the key that a variable holds, as in a loop over keys; else the key as it is written."""
    if not re.fullmatch(r"[a-zA-Z_][\w.-]*", key):
        return key
    try:
        found = value(key)
    except NotKnownError:
        return key
    return found if isinstance(found, str) and found else key


_TAGS: Mapping[str, Callable[[PageWorks, str, _Value], str]] = {
    "cite": PageWorks._cite,
    "nocite": PageWorks._nocite,
    "cite_details": PageWorks._cite_details,
    "details_link": PageWorks._details_link,
    "quote": PageWorks._quote,
    "endquote": PageWorks._endquote,
    "reference": PageWorks._reference,
    "bibliography": PageWorks._bibliography,
    "bibtex": PageWorks._bibtex,
    "bibliography_count": PageWorks._count,
}
