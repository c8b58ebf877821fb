"""What leads to hidden pages from what a site has: texts, front matter, evidence, menus, old addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ...vocabulary.codes import Severity
from ...vocabulary.fields import BY_KEY, Kind
from ...vocabulary.problems import Place, Problem, problem
from ..entry import Entry, Evidence, Source
from ..front_matter import FrontMatter, split
from ..keep_back import kept_back
from ..old_addresses import Moved
from ..page import Page
from .hidden import Hidden
from .naming import HiddenLink

NOWHERE = "career-roadmap:hidden"
"""An address that no reader sees: it marks a link until MkDocs has made an element of it."""
_LINK_TO_NOWHERE = re.compile(
    rf"""<a\b[^>]*\bhref\s*=\s*["']?{NOWHERE}\b[^>]*>(.*?)</a>|<img\b[^>]*\bsrc\s*=\s*["']?{NOWHERE}\b[^>]*>""",
    re.DOTALL | re.IGNORECASE)
_ATTRIBUTE_TO_NOWHERE = re.compile(rf"""\s+[\w:-]+\s*=\s*["']?{NOWHERE}\b[^\s"'<>]*["']?""")


def without_redirects_of_hidden(
    maps: Mapping[Any, Any], hidden: Hidden
) -> tuple[dict[Any, Any], list[Problem]]:
    """Return the `redirect_maps` of mkdocs-redirects without those that lead to or from a hidden page, and a
    problem for each: a page at its address would say that it was there.
    """
    found = {old: page for old, new in maps.items()
             if (page := hidden.leads_to("", f"/{str(old).lstrip('/')}") or hidden.leads_to("", str(new)))}
    told = [problem(
        "private-link", Place(page),
        f"redirect_maps leads from {old!r} to {str(maps[old])!r}; this page is {hidden.all[page]}, so the "
        "built site has no page there: take this line out") for old, page in found.items()]
    return {old: new for old, new in maps.items() if old not in found}, told


def without_addresses_of_hidden(
    moved: Iterable[Moved], hidden: Hidden
) -> tuple[list[Moved], list[Problem]]:
    """Return the old addresses that are none of a hidden page, and a problem for each other one."""
    kept: list[Moved] = []
    told: list[Problem] = []
    for page in moved:
        at = (hidden.leads_to("", f"/{file}") for file in page.address.files)
        if (found := next(filter(None, at), None)) and found != page.path:
            told += [] if page.is_by_itself else [problem(
                "private-link", page.address.place,
                f"{page.address.file!r} is the address of {found}, which is {hidden.all[found]}, so the "
                "built site has no page there; take it out")]
        else:
            kept.append(page)
    return kept, told


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


def links_to_hidden(sources: Iterable[Source], hidden: Hidden) -> list[Problem]:
    """Return a problem for each place where a page that a site has leads to one that it has not, or names
    its address.
    """
    told: list[Problem] = []
    for source in sources:
        if source.path in hidden.all or not hidden.may_be_named_in(source.text):
            continue
        front = split(source.path, source.text)
        told += _of_front_matter(front, hidden)
        links = hidden.links(source.path, front.body)
        said = _without(front.body, [*links, *hidden.includes(source.path, front.body)])
        names = hidden.names(source.path, said)
        links = [link for link in links if front.body[link.start] != "]"]  # the end of a wiki link
        for link, tell in [*((link, _told) for link in links), *((name, _named) for name in names)]:
            before = front.body[: link.start].split("\n")
            place = Place(source.path, front.body_line + len(before) - 1, len(before[-1]) + 1)
            found = tell(place, front.body[link.start : link.stop], hidden.all[link.page])
            told.append(_less(found) if hidden.is_excluded(link.page) else found)
    return told


def _less(told: Problem) -> Problem:
    """Return what is told of a link to a page that is no secret: MkDocs lives with it."""
    return replace(told, severity=Severity.HINT)


def _without(text: str, links: Iterable[HiddenLink]) -> str:
    """Return a text with links blanked, letter for letter."""
    parts, at = [], 0
    for link in sorted(links):
        parts += [text[at : link.start], " " * (link.stop - max(link.start, at))]
        at = max(link.stop, at)
    return "".join(parts) + text[at:]


_TOLD_ELSEWHERE = frozenset({"evidence", "redirect_from"})
"""Keys whose addresses are looked at where they are used."""
_OF_OUTCOMES = frozenset(key for key, of in BY_KEY.items() if of.kind is Kind.OUTCOMES)
"""Keys below which they may stand as well."""


def _of_front_matter(front: FrontMatter, hidden: Hidden) -> Iterator[Problem]:
    """Yield a problem for each value that leads to a hidden page, once a page: whatever a theme or a plugin
    makes of the key. What is private itself may lead where it wants.
    """
    for key, node in front.pairs:
        told = _TOLD_ELSEWHERE if key in _OF_OUTCOMES else frozenset()
        for value in _scalars(node, told) if key not in _TOLD_ELSEWHERE | front.withheld else ():
            links = [*hidden.links(front.path, value.value), *hidden.names(front.path, value.value)]
            for page in dict.fromkeys(link.page for link in links):
                yield problem(
                    "private-link", front.place(value),
                    f"{key} names {page}, which is {hidden.all[page]}; the built site leaves a link to it "
                    "out, since it would publish the name of the file, but what it shows as words stays as "
                    "it is; take it out")


def _scalars(node: Node, told: Collection[str]) -> Iterator[ScalarNode]:
    """Yield the single values within a node, without those of records that are kept back themselves, nor
    those of keys that are `told` elsewhere.
    """
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            yield node
        elif isinstance(node, SequenceNode):
            waiting += node.value
        elif isinstance(node, MappingNode) and not kept_back(
                (key.value, value) for key, value in node.value if isinstance(key, ScalarNode)):
            waiting += (part for key, value in node.value
                        if not (isinstance(key, ScalarNode) and key.value in told) for part in (key, value))


def includes_of_hidden(sources: Iterable[Source], hidden: Hidden) -> list[Problem]:
    """Return a problem for each place where a page that a site has takes in one that it has not, or
    one of which a part is private: the other tool takes the file with its front matter.
    """
    problems = []
    for source in sources if hidden.pages or hidden.in_part else ():
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
        "out, since it would publish the name of the file; take it out") for page in sorted(pages)]


def named_late(path: str, pages: Iterable[str]) -> list[Problem]:
    """Return a problem for each hidden page whose address stands in what a page became, and not in what its
    author wrote there.
    """
    return [problem(
        "private-link", Place(path),
        f"this page came to name {page}, which is not in the built site: a text that it takes in, the theme "
        "or another plugin does so, and publishes the name of the file; take it out")
        for page in sorted(pages)]


def named_in_file(name: str, pages: Iterable[str]) -> list[Problem]:
    """Return a problem for each hidden page whose address stands in a file that is no page of the site."""
    return [problem(
        "private-link", Place(page),
        f"this page is not for the public, but the file {name} in the built site names it; find out "
        "which plugin or theme does so") for page in pages]


def names_of_private(
    entry: Entry, goals: Collection[str], milestones: Collection[str]
) -> list[Problem]:
    """Return a problem for each goal and milestone that a public page names and whose own page is private,
    given by their ids. The name stays: a site is to the byte what it is without its private pages.
    """
    named = (*(name for name in entry.goals if name.id in goals),
             *(name for name in (*entry.milestone, *entry.depends_on) if name.id in milestones),
             *(name for name in [entry.part_of] if name and name.id in milestones),
             *(came.moved_from for came in entry.history if came.moved_from and came.moved_from.id in goals),
             *(came.split_from for came in entry.history
               if came.split_from and came.split_from.id in milestones))
    return [problem(
        "private-link", name.place,
        f"this page names {name.text!r}, whose own page is private; the name is on the public roadmap, since "
        "it is written here; take it out, or make this page private, too") for name in named]


def without_hidden_evidence(page: Page, hidden: Hidden) -> tuple[Page, list[Problem]]:
    """Return a page that a site has without evidence that leads to one it has not, and
    a problem for each.
    """
    entry = page.entry
    if entry is None or not hidden.all:
        return page, []
    told: list[Problem] = []

    def kept(evidence: tuple[Evidence, ...], place: Place) -> tuple[Evidence, ...]:
        found = {e: target for e in evidence if (target := hidden.leads_to(page.path, e.url))}
        told.extend(_told(place, e.url, hidden.all[target]) for e, target in found.items())
        return tuple(e for e in evidence if e not in found)

    entry = replace(
        entry, evidence=kept(entry.evidence, entry.place("evidence")),
        outcomes=tuple(replace(one, evidence=kept(one.evidence, one.place("evidence")))
                       for one in entry.outcomes))
    return (replace(page, entry=entry), told) if told else (page, [])


def _told(place: Place, written: str, why: str) -> Problem:
    return problem(
        "private-link", place,
        f"this page links to {written!r}, which is {why}; the built site leaves the link out, since "
        "it would publish the name of the file; take it out")


def _named(place: Place, written: str, why: str) -> Problem:
    return problem(
        "private-link", place,
        f"this page names {written!r}, which is {why}; your words stay as they are, also in the built site, "
        "and publish the name of the file; take it out")


def without_hidden(markdown: str, hidden: Hidden, path: str) -> str:
    """Return the Markdown of the page at `path` without the addresses and the texts of hidden pages."""
    return without_includes(without_addresses(markdown, hidden.links(path, markdown)), hidden, path)


def without_addresses(markdown: str, links: Iterable[HiddenLink]) -> str:
    """Return the Markdown with links that lead nowhere for those to hidden pages."""
    parts, at = [], 0
    for link in sorted(links):
        parts += [markdown[at : link.start], "" if link.is_words else NOWHERE]
        at = link.stop
    return "".join(parts) + markdown[at:]


def without_includes(markdown: str, hidden: Hidden, path: str) -> str:
    """Return a page without what takes in a hidden page as text: the tools that do so read it from the
    disk, where it still is.
    """
    for include in reversed(hidden.includes(path, markdown)):
        markdown = markdown[: include.start] + markdown[include.stop :]
    return markdown


def without_dead_links(html: str) -> str:
    """Return the HTML with the words alone of links that lead nowhere; frames and the like show nothing."""
    if NOWHERE not in html:
        return html
    return _ATTRIBUTE_TO_NOWHERE.sub("", _LINK_TO_NOWHERE.sub(
        lambda m: (m[1] or "").replace(NOWHERE, ""), html))
