"""Links to pages that a built site does not have: each would publish the name of a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from urllib.parse import unquote, urlsplit

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..vocabulary.codes import Severity
from ..vocabulary.paths import EXCLUDED, MARKDOWN, is_page
from ..vocabulary.problems import Place, Problem, problem
from .entry import Entry, Source
from .front_matter import FrontMatter, split
from .includes import includes, meant
from .keep_back import kept_back
from .naming import UNSEEN, HiddenLink, links_of_html, links_of_markdown, named_in_text
from .page import Page
from .prose import address_of

_HAS_HOST = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_WHOLE = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?(?P<host>[^/?#:@]*)(?::\d*)?(?P<path>/.*)?",
                    re.IGNORECASE | re.DOTALL)
_PREVIEWS = ("localhost", "127.0.0.1", "0.0.0.0")  # noqa: S104 - nobody listens here
_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[\t\n\r]")
_FILE = re.compile(rf"(?:{'|'.join(map(re.escape, MARKDOWN))}|\.html)/?$")
_LONG_NAME = 10
"""Letters of the name of a file, its ending among them, that no other tool's file has by chance."""
_ENDING = re.compile(rf"(?:(?:^|/)(?:index|README))?(?:{'|'.join(map(re.escape, MARKDOWN))}|\.html)?/?$",
                     re.IGNORECASE)


@dataclass(frozen=True)
class Hidden:
    """The pages that a built site does not have."""

    pages: Mapping[str, str]
    """From source path to what keeps the page back, in a word for its author: `private`."""
    in_part: Mapping[str, str] = field(default_factory=dict)
    """Pages that a built site has without some of their text, and what that is, for their author."""

    site_url: str = ""
    """Where the site is going to be, as far as it is known: a whole address may lead to its pages, too."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Pages that the configuration keeps out, by its key: `draft_docs` or `exclude_docs`. Other pages may
    take their texts in; and at the address of an excluded one there may be something else.
    """
    public: frozenset[str] = frozenset()
    """The paths of the pages that the site has, or of their files: what may mean one of them is no name of
    another.
    """

    posts: Mapping[str, str] = field(default_factory=dict)
    """Hidden posts of Material's blog, by the last part of the address that it would give them."""
    blog: str = ""
    """Where its posts have their addresses, with a slash at its end; empty: at the top of the site."""

    @cached_property
    def all(self) -> Mapping[str, str]:
        """All pages to which no link may lead, with what keeps them back."""
        return {**{path: f"left out by {key}" for path, key in self.left_out.items()}, **self.pages}

    def is_excluded(self, page: str) -> bool:
        """True for a page that is only excluded: it is no secret, and a link to it leads nowhere."""
        return self.left_out.get(page) == EXCLUDED and page not in self.pages

    @cached_property
    def _by_stem(self) -> Mapping[str, str]:
        public = {_stem(path) for path in self.public}
        folded = {stem.casefold() for stem in public}
        by_stem = {_stem(path): path for path in self.all if not self.is_excluded(path)}
        alike = {stem.casefold(): path for stem, path in by_stem.items() if stem.casefold() not in folded}
        return {stem: path for stem, path in {**alike, **by_stem}.items() if stem not in public}

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """By the name of the file alone, as wiki links have it."""
        public = {_name(path) for path in self.public}
        return {name: path for path in self.all
                if (name := _name(path)) and name not in public and not self.is_excluded(path)}

    @cached_property
    def _words(self) -> frozenset[str]:
        """A word of each name: it stands in whatever leads to the page. Empty where any text may do so."""
        names = [*(posixpath.basename(_stem(path)) for path in self.all), *self.posts]
        found = [_WORD.findall(name.casefold()) for name in names]
        return frozenset(max(words, key=len) for words in found if words) if all(found) else frozenset()

    def may_be_named_in(self, text: str) -> bool:
        """Return False where nothing in the text can lead to one of these pages. Fast."""
        if not self.all or not self._words:
            return bool(self.all)
        text = unescape(text) if "&" in text else text
        text = (unquote(text) if "%" in text else text).casefold()
        return not self._words.isdisjoint(_WORD.findall(text)) or (
            "\n" in text and not self._words.isdisjoint(_WORD.findall(_BREAK.sub("", text))))

    def links(self, path: str, body: str) -> list[HiddenLink]:
        """Return what leads to these pages in the Markdown of the page at `path`, in order.

        A link may name a page by its source or by its address.
        """
        return links_of_markdown(self, path, body) if self.may_be_named_in(body) else []

    def links_of_html(self, path: str, html: str, folder: str) -> list[HiddenLink]:
        """Return the same of the HTML of the page at `path`, which lies in a folder of the site: such as a
        text has that the page took in when it was rendered.
        """
        return links_of_html(self, path, html, folder) if self.may_be_named_in(html) else []

    def names(self, path: str, text: str) -> list[HiddenLink]:
        """Return the bare addresses of these pages in a text on the page at `path`, in order."""
        return sorted(named_in_text(self, path, text)) if self.may_be_named_in(text) else []

    def includes(self, path: str, body: str) -> list[HiddenLink]:
        """Return where the page at `path` takes in one of these pages as text, in order, each once."""
        guarded = {**self.in_part, **self.pages}
        named = ((i, meant(i, path, guarded)) for i in includes(body)) if guarded else ()
        return [HiddenLink(i.start, i.stop, pages[0]) for i, pages in named if pages]

    def leads_to(self, path: str, address: str, folder: str | None = None) -> str | None:
        """Return which of these pages an address means on the page at `path`; None: another one.

        In HTML an address leads on from the `folder` in which the page lies in the site.
        """
        address = self._within(address_of(unescape(address)))
        if not address:
            return None
        # `../x.md` is seen from the file's folder, the address `../x/` from the page's own.
        is_file = is_page(address.lower())
        of_file = (posixpath.dirname(path),) if folder is None or is_file else ()
        own = posixpath.splitext(path)[0] if folder is None else folder
        folders = (*of_file, *(() if folder is None and is_file else (own,)))
        found = (self._seen_from(folder, address) for folder in folders)
        return next((page for page in found if page and page != path), None)

    def meant_by_name(self, path: str, name: str) -> str | None:
        """Return which of these pages a wiki link means: by its path, or by the name of its file alone."""
        page = self.leads_to(path, name) or self._by_name.get(_name(name))
        return page if page != path else None

    def named_by(self, path: str, word: str, folder: str | None = None) -> str | None:
        """Return which of these pages a word of a text is the address of; None: of none.

        It must look like an address, since `notes` may be anything: end as a file does, be whole, or have
        several parts. An address may have another one in it, as those of archives have.
        """
        if (inner := word.rfind("://")) > 0 and "://" in word[:inner]:
            word = word[word[:inner].rfind("/") + 1 :]
        address = self._within(address_of(unescape(word)))
        is_whole = bool(_HAS_HOST.match(word)) or "/" in address.strip("/") or address.count("/") > 1
        if address and (is_whole or (_FILE.search(address) and _stem(address))):
            page = self.leads_to(path, word, folder) or self.leads_to("", word)
            if page:
                return None if self.is_excluded(page) else page
        page = self._named_behind(path, unquote(word))
        return None if page and self.is_excluded(page) else page

    def _named_behind(self, path: str, word: str) -> str | None:
        """Return the page whose source path a word ends with, as in `docs/notes/diary.md`."""
        parts = word.partition("#")[0].split("/") if is_page(word.partition("#")[0]) else []
        for start in range(max(len(parts) - 12, 0), len(parts)):
            page = "/".join(parts[start:])
            if page in self.all and page != path and (start < len(parts) - 1 or len(page) >= _LONG_NAME):
                return page
        return None

    def _within(self, address: str) -> str:
        """Return an address without the host and the folder of this site; empty: it leads to another one.

        A preview's address is copied as easily as that of the site.
        """
        address, here = address.strip().translate(UNSEEN).replace("\\", "/"), urlsplit(self.site_url)
        if _HAS_HOST.match(address):
            whole = _WHOLE.match(address)
            host = str(here.hostname).removeprefix("www.")
            if whole is None or whole["host"].lower().removeprefix("www.") not in {host, *_PREVIEWS}:
                return ""
            address = whole["path"] or "/"
        below = f"{here.path.rstrip('/')}/"
        return f"/{address.removeprefix(below)}" if address.startswith(below) else address

    def _seen_from(self, folder: str, address: str) -> str | None:
        path = posixpath.normpath(posixpath.join(folder, address)).lstrip("/")
        stem = _stem(path)
        if path in self.all:  # as it is written, whatever else has its address
            return path
        found = self._by_stem.get(stem) or self._by_stem.get(stem.casefold())
        if found is None and self.posts and path.startswith(self.blog) and "/" in stem:
            return self.posts.get(posixpath.basename(stem).casefold())
        return found


def _stem(path: str) -> str:
    """Return what a page's source and its addresses have in common; empty for the first page."""
    return _ENDING.sub("", "" if path == "." else path)


def _name(path: str) -> str:
    """Return the name of a page's file as wiki links have it, in which spaces and dashes are alike."""
    return re.sub(r"[\s_-]+", "-", posixpath.basename(_stem(path)).casefold())


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


def _of_front_matter(front: FrontMatter, hidden: Hidden) -> Iterator[Problem]:
    """Yield a problem for each value that leads to a hidden page, once a page: whatever a theme or a plugin
    makes of the key. What is private itself may lead where it wants.
    """
    for key, node in front.pairs:
        for value in _scalars(node) if key not in _TOLD_ELSEWHERE and key not in front.withheld else ():
            links = [*hidden.links(front.path, value.value), *hidden.names(front.path, value.value)]
            for page in dict.fromkeys(link.page for link in links):
                yield problem(
                    "private-link", front.place(value),
                    f"{key} names {page}, which is {hidden.all[page]}; the built site leaves a link to it "
                    "out, since it would publish the name of the file, but what it shows as words stays as "
                    "it is; take it out")


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """Yield the single values within a node, without those of records that are kept back themselves."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            yield node
        elif isinstance(node, SequenceNode):
            waiting += node.value
        elif isinstance(node, MappingNode) and not kept_back(
                (key.value, value) for key, value in node.value if isinstance(key, ScalarNode)):
            waiting += (part for pair in node.value for part in pair)


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
    if entry is None or not hidden.all:
        return page, []
    found = {e: target for e in entry.evidence if (target := hidden.leads_to(page.path, e.url))}
    if not found:
        return page, []
    kept = tuple(e for e in entry.evidence if e not in found)
    told = [_told(entry.place("evidence"), e.url, hidden.all[target]) for e, target in found.items()]
    return replace(page, entry=replace(entry, evidence=kept)), told


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
