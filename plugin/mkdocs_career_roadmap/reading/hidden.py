"""Links to pages that a built site does not have: each would publish the name of a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from typing import Any
from urllib.parse import quote, urlsplit

from ..vocabulary.paths import MARKDOWN, is_page
from ..vocabulary.problems import Place, Problem, problem
from .entry import Entry, Source
from .front_matter import split
from .includes import includes, meant
from .page import Page
from .prose import COMMENT, HTML_LINK, LINK, address_of, without_blocks, without_spans

_HAS_HOST = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_WHOLE = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?(?P<host>[^/?#:@]*)(?::\d*)?(?P<path>/.*)?",
                    re.IGNORECASE | re.DOTALL)
_PREVIEWS = ("localhost", "127.0.0.1")
_ENDING = re.compile(rf"(?:(?:^|/)(?:index|README))?(?:{'|'.join(map(re.escape, MARKDOWN))}|\.html)?/?$")


@dataclass(frozen=True, slots=True)
class HiddenLink:
    """A link to a page that a built site does not have, as it stands in a text."""

    start: int
    stop: int
    """Behind its address, which begins at `start`."""
    page: str
    """The source path of the page it leads to."""


@dataclass(frozen=True)
class Hidden:
    """The pages that a built site does not have."""

    pages: Mapping[str, str]
    """From source path to what keeps the page back, in a word for its author: `private`."""
    in_part: Mapping[str, str] = field(default_factory=dict)
    """Pages that a built site has without some of their text, and what that is, for their author."""

    site_url: str = ""
    """Where the site is going to be, as far as it is known: a whole address may lead to its pages, too."""

    @cached_property
    def _by_stem(self) -> Mapping[str, str]:
        return {_stem(path): path for path in self.pages}

    @cached_property
    def _names(self) -> frozenset[str]:
        """What stands in every link to one of them. Empty where any text may have one."""
        names = {posixpath.basename(stem) or "." for stem in self._by_stem}
        return frozenset(names | {quote(name) for name in names})

    def may_be_named_in(self, text: str) -> bool:
        """Return False where no link of the text can lead to one of these pages. Fast."""
        return any(name in text for name in self._names)

    def links(self, path: str, body: str) -> list[HiddenLink]:
        """Return the links of the page at `path` to these pages, in order.

        A link may name a page by its source or by its address.
        """
        if not self.may_be_named_in(body):
            return []
        spans = (match.span(match.lastindex or 0) for match in LINK.finditer(_masked(body)))
        found = ((start, stop, self.leads_to(path, address_of(body[start:stop]))) for start, stop in spans)
        return [HiddenLink(start, stop, page) for start, stop, page in found if page]

    def includes(self, path: str, body: str) -> list[HiddenLink]:
        """Return where the page at `path` takes in one of these pages as text, in order, each once."""
        guarded = {**self.in_part, **self.pages}
        named = ((i, meant(i, path, guarded)) for i in includes(body)) if guarded else ()
        return [HiddenLink(i.start, i.stop, pages[0]) for i, pages in named if pages]

    def leads_to(self, path: str, address: str) -> str | None:
        """Return which of these pages an address means on the page at `path`; None: another one."""
        address = self._within(address)
        if not address:
            return None
        # `../x.md` is seen from the file's folder, the address `../x/` from the page's own.
        own = () if is_page(address) else (posixpath.splitext(path)[0],)
        found = (self._seen_from(folder, address) for folder in (posixpath.dirname(path), *own))
        return next((page for page in found if page and page != path), None)

    def links_of_html(self, path: str, html: str, folder: str) -> list[HiddenLink]:
        """Return the links to these pages in the HTML of the page at `path`, which lies in a folder of the
        site: such as a text has that the page took in when it was rendered.
        """
        links = []
        for match in HTML_LINK.finditer(html) if self.pages else ():
            start, stop = match.span(match.lastindex or 0)
            if address := self._within(address_of(unescape(html[start:stop]))):
                page = self._seen_from(posixpath.dirname(path) if is_page(address) else folder, address)
                if page and page != path:
                    links.append(HiddenLink(start, stop, page))
                    shown = re.compile(rf"[^<>]*>{re.escape(html[start:stop])}(?=</a>)").match(html, stop)
                    links += [HiddenLink(shown.end() - (stop - start), shown.end(), page)] if shown else []
        return links

    def _within(self, address: str) -> str:
        """Return an address without the host and the folder of this site; empty: it leads to another one.

        A preview's address is copied as easily as that of the site.
        """
        address, here = address.strip().replace("\\", "/"), urlsplit(self.site_url)
        if _HAS_HOST.match(address):
            whole = _WHOLE.match(address)
            if whole is None or whole["host"].lower() not in {here.hostname, *_PREVIEWS}:
                return ""
            address = whole["path"] or "/"
        below = f"{here.path.rstrip('/')}/"
        return f"/{address.removeprefix(below)}" if address.startswith(below) else address

    def _seen_from(self, folder: str, address: str) -> str | None:
        return self._by_stem.get(_stem(posixpath.normpath(posixpath.join(folder, address)).lstrip("/")))


def _stem(path: str) -> str:
    """Return what a page's source and its addresses have in common; empty for the first page."""
    return _ENDING.sub("", "" if path == "." else path)


def _masked(body: str) -> str:
    """Return `body` with all that is code or a comment blanked, letter for letter."""
    lines = body.split("\n")
    kept = zip(lines, without_blocks(lines), strict=True)
    text = "\n".join(part or " " * len(line) for line, part in kept)
    end = text.rfind("-->") + 3
    text = COMMENT.sub(lambda m: _blank(m[0]), text[:end]) + text[end:]
    return "".join(without_spans(part, _blank) for part in re.split(r"(\n[ \t]*\n)", text))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def links_to_hidden(sources: Iterable[Source], hidden: Hidden) -> list[Problem]:
    """Return a problem for each link from a page that a site has to one that it has not."""
    told = []
    for source in sources:
        if source.path in hidden.pages or not hidden.may_be_named_in(source.text):
            continue
        front = split(source.path, source.text)
        for link in hidden.links(source.path, front.body):
            before = front.body[: link.start].split("\n")
            place = Place(source.path, front.body_line + len(before) - 1, len(before[-1]) + 1)
            told.append(_told(place, front.body[link.start : link.stop], hidden.pages[link.page]))
    return told


def includes_of_hidden(sources: Iterable[Source], hidden: Hidden) -> list[Problem]:
    """Return a problem for each place where a page that a site has takes in one that it has not, or
    one of which a part is private: the other tool takes the file with its front matter.
    """
    problems = []
    for source in sources:
        if source.path in hidden.pages:
            continue
        front = split(source.path, source.text)
        for include in hidden.includes(source.path, front.body):
            before = front.body[: include.start].split("\n")
            why = hidden.pages.get(include.page) or f"public without {hidden.in_part[include.page]}"
            problems.append(problem(
                "private-include", Place(source.path, front.body_line + len(before) - 1, len(before[-1]) + 1),
                f"this page takes in {include.page}, which is {why}, with all of its front matter; the built "
                "site leaves this out: move what both pages say into a file of its own"))
    return problems


def taken_in(path: str, pages: Iterable[str]) -> list[Problem]:
    """Return a problem for each hidden page to which the HTML of the page at `path` leads, though its
    Markdown does not.
    """
    return [problem(
        "private-link", Place(path),
        f"a text that this page takes in links to {page}, which is not in the built site; the link is left "
        "out, since it would publish the name of the file; take it out") for page in dict.fromkeys(pages)]


def names_of_private(
    entry: Entry, goals: Collection[str], milestones: Collection[str]
) -> list[Problem]:
    """Return a problem for each goal and milestone that a public page names and whose own page is private,
    given by their ids. The name stays: a site is to the byte what it is without its private pages.
    """
    named = (*(name for name in [entry.goal] if name and name.id in goals),
             *(name for name in (*entry.milestone, *entry.depends_on) if name.id in milestones),
             *(name for name in [entry.part_of] if name and name.id in milestones))
    return [problem(
        "private-link", name.place,
        f"this page names {name.text!r}, whose own page is private; the name is on the public roadmap, since "
        "it is written here; take it out, or make this page private, too") for name in named]


def without_hidden_evidence(page: Page, hidden: Hidden) -> tuple[Page, list[Problem]]:
    """Return a page that a site has without evidence that leads to one it has not, and
    a problem for each.
    """
    entry = page.entry
    if entry is None or not hidden.pages:
        return page, []
    found = {e: target for e in entry.evidence if (target := hidden.leads_to(page.path, address_of(e.url)))}
    if not found:
        return page, []
    kept = tuple(e for e in entry.evidence if e not in found)
    told = [_told(entry.place("evidence"), e.url, hidden.pages[target]) for e, target in found.items()]
    return replace(page, entry=replace(entry, evidence=kept)), told


def _told(place: Place, written: str, why: str) -> Problem:
    return problem(
        "private-link", place,
        f"this page links to {written!r}, which is {why}; the built site leaves the link out, since "
        "it would publish the name of the file; take it out")


def without_hidden_nav(nav: Any, hidden: Mapping[str, str]) -> tuple[Any, list[Problem]]:
    """Return a site's `nav`, as YAML gives it, without the entries of hidden pages and sections of which
    nothing is left, and a problem for each such page. `hidden` is as `Hidden.pages`.
    """
    told: dict[str, Problem] = {}

    def is_kept(item: Any) -> bool:
        path = posixpath.normpath(item) if isinstance(item, str) else ""
        if path in hidden:
            told[path] = problem(
                "private-nav", Place(path),
                f"nav lists this page, which is {hidden[path]}, so the built site leaves the entry out")
        return path not in hidden

    def kept(items: Any) -> Any:
        if isinstance(items, list):
            return [left for item in items if is_kept(item) and (left := kept(item)) != {}]
        if isinstance(items, dict):
            left = ((key, kept(item)) for key, item in items.items() if is_kept(item))
            return {key: item for key, item in left if item != [] or items[key] == []}
        return items

    return (kept(nav) if hidden else nav), list(told.values())
