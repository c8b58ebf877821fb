"""Pages that a built site does not have, and what is an address of one: a link would give away its name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import unescape
from typing import TypeVar
from urllib.parse import SplitResult, unquote, urlsplit

from ...vocabulary.paths import EXCLUDED, MARKDOWN, QUARTO, is_page
from ...vocabulary.translations import Translations
from ..includes import includes, meant
from ..prose import address_of
from .naming import (
    UNSEEN,
    HiddenLink,
    InLine,
    InTag,
    in_line,
    in_tag,
    links_of_html,
    links_of_markdown,
    named_in_text,
)

_HAS_HOST = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_WHOLE = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?(?P<host>[^/?#:@]*)(?::\d*)?(?P<path>/.*)?",
                    re.IGNORECASE | re.DOTALL)
_PREVIEWS = ("localhost", "127.0.0.1", "0.0.0.0")  # noqa: S104 - nobody listens here
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"&(?!(?:amp|lt|gt|quot|#39|nbsp|para);)")
"""What may stand for a letter of a name; the others are between words."""
_FEW = 50
"""Words that are sooner looked for one by one than in the set of all words of a page."""
_MOST_KNOWN = 100_000
"""Parts of pages that are kept in mind, of which a large site has more."""
_SHARED = 4_000
"""Letters: a longer part, as a whole page that is one line, stands on no other page."""
_FILE = re.compile(rf"(?:{'|'.join(map(re.escape, (*MARKDOWN, QUARTO)))}|\.html)/?$")
_LONG_NAME = 10
"""Letters of the name of a file, its ending among them, that no other tool's file has by chance."""
_ENDING = re.compile(
    rf"(?:(?:^|/)(?:index|README))?(?:{'|'.join(map(re.escape, (*MARKDOWN, QUARTO)))}|\.html)?/?$",
    re.IGNORECASE)


_T = TypeVar("_T")


class LookedAt(dict[str, _T]):
    """What is found in a part of a page, by the part: most are of the theme, and stand on other pages, too.
    Each is looked at once when it is asked for first.
    """

    def __init__(self, find: Callable[[str], _T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, part: str) -> _T:
        found = self._find(part)
        if len(part) <= _SHARED:
            if len(self) > _MOST_KNOWN:
                self.clear()
            self[part] = found
        return found


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

    translations: Translations | None = None
    """Of a site that is looked at in all its languages at once. None: it has one, or is built in one."""

    @property
    def is_empty(self) -> bool:
        """True where the site has all of all pages, in one language."""
        return not (self.pages or self.in_part or self.left_out or self.translations)

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
    def _words(self) -> frozenset[frozenset[str]]:
        """The words of each name, which stand in whatever leads to the page. Empty: any text may do so."""
        names = [*(posixpath.basename(_stem(path)) for path in self.all), *self.posts]
        found = [_WORD.findall(name.casefold()) for name in names]
        return frozenset(map(frozenset, found)) if all(found) else frozenset()

    @cached_property
    def _longest(self) -> frozenset[str]:
        return frozenset(max(words, key=lambda word: (len(word), word)) for words in self._words)

    def may_be_named_in(self, text: str, *, whole_words: bool = False) -> bool:
        """Return False where nothing in the text can lead to one of these pages. Fast; of the text that was
        asked for last, it is known.
        """
        if not self.all or not self._words:
            return bool(self.all)
        if whole_words:
            return self._may_be_named_in(text, whole_words=True)
        if text not in self._last:
            self._last.clear()
            self._last[text] = self._may_be_named_in(text, whole_words=False)
        return self._last[text]

    @cached_property
    def _last(self) -> dict[str, bool]:
        return {}

    def _may_be_named_in(self, text: str, *, whole_words: bool) -> bool:
        text = unescape(text) if _LETTERS.search(text) else text
        text = (unquote(text) if "%" in text else text).casefold()
        unbroken = text.replace("\n", "").replace("\t", "").replace("\r", "")
        forms = [text, unbroken] if len(unbroken) < len(text) else [text]
        return any(self._is_name_in(form) and (not whole_words or self._is_name_of(_WORD.findall(form)))
                   for form in forms)

    def may_be(self, part: str) -> bool:
        """Return the same of an address, a tag or a line, of which menus have many on every page: each is
        looked at once, and only whole words count in it.
        """
        return self._known[part]

    @cached_property
    def _known(self) -> LookedAt[bool]:
        return LookedAt(lambda part: self.may_be_named_in(part, whole_words=True))

    @cached_property
    def lines(self) -> LookedAt[InLine | None]:
        """What in a line may name one of these pages, by the line."""
        return LookedAt(partial(in_line, self))

    def in_tag(self, rest: str) -> tuple[InTag, ...]:
        """Return the attributes of a tag that may lead to one of these pages; each is looked at once."""
        return self._tags[rest]

    @cached_property
    def _tags(self) -> LookedAt[tuple[InTag, ...]]:
        return LookedAt(partial(in_tag, self))

    def _is_name_in(self, text: str) -> bool:
        if len(self._words) <= _FEW:  # a part of a word is enough, since this only says whether to look
            return any(all(word in text for word in words) for words in self._words)
        return self._is_name_of(_WORD.findall(text))

    def _is_name_of(self, found: list[str]) -> bool:
        return not self._longest.isdisjoint(found) and any(words.issubset(found) for words in self._words)

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
        if not address or not self._may_end_as(address):
            return None
        # `../x.md` is seen from the file's folder, the address `../x/` from the page's own.
        is_file = is_page(address.lower())
        of_file = (posixpath.dirname(path),) if folder is None or is_file else ()
        own = posixpath.splitext(path)[0] if folder is None else folder
        folders = (*of_file, *(() if folder is None and is_file else (own,)))
        found = (self._seen_from(folder, address) for folder in folders)
        page = next((page for page in found if page and page != path), None)
        return None if page and self._has_another(path, page) else page

    def _has_another(self, path: str, page: str) -> bool:
        """True when the language of the page at `path` has a public page where a hidden one would be."""
        return self.translations is not None and self.translations.shown_for(page, path) in self.public

    def meant_by_name(self, path: str, name: str) -> str | None:
        """Return which of these pages a wiki link means: by its path, or by the name of its file alone."""
        page = self.leads_to(path, name) or self._by_name.get(_name(name))
        return page if page != path else None

    def named_by(self, path: str, word: str, folder: str | None = None) -> str | None:
        """Return which of these pages a word of a text is the address of; None: of none.

        It must look like an address, since `notes` may be anything: end as a file does, be whole, or have
        several parts. An address may have another one in it, as those of archives have.
        """
        word = _innermost(word)
        address = self._within(address_of(unescape(word)))
        is_whole = bool(_HAS_HOST.match(word)) or "/" in address.strip("/") or address.count("/") > 1
        if address and self._may_end_as(address) and (
                is_whole or (_FILE.search(address) and _stem(address))):
            page = self.leads_to(path, word, folder) or self.leads_to("", word)
            if page and not self._has_another(path, page):
                return None if self.is_excluded(page) else page
        page = self._named_behind(path, unquote(word))
        return None if page and (self.is_excluded(page) or self._has_another(path, page)) else page

    def may_mean(self, word: str) -> bool:
        """Return False for an address that neither `leads_to` nor `named_by` takes for one of these pages,
        wherever it stands. Fast.
        """
        for one in {word, _innermost(word)}:
            address, path = self._within(address_of(unescape(one))), unquote(one).partition("#")[0]
            if (address and self._may_end_as(address)) or (is_page(path) and self._may_end_as(path)):
                return True
        return False

    def _named_behind(self, path: str, word: str) -> str | None:
        """Return the page whose source path a word ends with, as in `docs/notes/diary.md`."""
        parts = word.partition("#")[0].split("/") if is_page(word.partition("#")[0]) else []
        for start in range(max(len(parts) - 12, 0), len(parts)):
            page = "/".join(parts[start:])
            if page in self.all and page != path and (start < len(parts) - 1 or len(page) >= _LONG_NAME):
                return page
        return None

    def _may_end_as(self, address: str) -> bool:
        """Return False where the last part of an address is that of no address of these pages, wherever it is
        seen from. Fast.
        """
        last = address.rstrip("/").rpartition("/")[2].casefold()
        if last in self._ends or last in ("", ".", ".."):
            return True
        stem = _ENDING.sub("", last)  # empty: it is the first page of what is before it
        return not stem or stem in self._ends

    @cached_property
    def _ends(self) -> frozenset[str]:
        """The last parts of the paths of these pages, and of their addresses."""
        return frozenset(end.casefold() for path in (*self.all, *self.posts)
                         for end in (posixpath.basename(path), posixpath.basename(_stem(path))))

    @cached_property
    def _here(self) -> SplitResult:
        return urlsplit(self.site_url)

    def _within(self, address: str) -> str:
        """Return an address without the host and the folder of this site; empty: it leads to another one.

        A preview's address is copied as easily as that of the site.
        """
        address, here = address.strip().translate(UNSEEN).replace("\\", "/"), self._here
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


def _innermost(word: str) -> str:
    """Return the address within an address, as those of archives have it."""
    inner = word.rfind("://")
    return word[word[:inner].rfind("/") + 1 :] if inner > 0 and "://" in word[:inner] else word


def _stem(path: str) -> str:
    """Return what a page's source and its addresses have in common; empty for the first page."""
    return _ENDING.sub("", "" if path == "." else path)


def _name(path: str) -> str:
    """Return the name of a page's file as wiki links have it, in which spaces and dashes are alike."""
    return re.sub(r"[\s_-]+", "-", posixpath.basename(_stem(path)).casefold())
