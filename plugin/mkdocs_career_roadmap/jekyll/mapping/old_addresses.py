"""Which old addresses lead to a page of the new site: its own, and what it says in `redirect_from`.

Of two pages with a claim to one address one has it, so that no build complains of the other: the page that
was there, else the one to which Jekyll led.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_career_roadmap.exports.addresses import folded
from mkdocs_career_roadmap.reading.old_addresses import files_of

from ..blog.addresses import redirects
from ..blog.documents import Document, FileRole, Withheld


def named_by(was: str) -> list[str]:
    """Return the addresses at which a server answers with a page of Jekyll's; none for an empty one.

    At `/about` it does so with about.html, and at that name, too.
    """
    if not was:
        return []
    return [was] if re.search(r"(?:/|\.\w+)$", was) else [was, f"{was}.html"]


class OldAddresses:
    """Who has which of the old addresses of a site."""

    def __init__(self, pages: Iterable[tuple[Document, str]], others: Iterable[tuple[str, str]]) -> None:
        """`pages` are what is published, with its address, in the order in which Jekyll writes it; `others`
        the files of the old site that something else stands for, each with what that is.
        """
        pages = list(pages)
        self._there = {folded(file): what for file, what in others}
        for is_later in (False, True):  # a post of tomorrow does not take the place of one of today
            for document, was in pages:
                if (document.hidden is Withheld.FUTURE) is is_later:
                    self._claim(document, named_by(was), self._there)
        self._led: dict[str, str] = {}
        for document, _ in reversed(_in_turn(pages)):  # what is written last is read
            self._claim(document, redirects(document), self._led)

    @staticmethod
    def _claim(document: Document, addresses: Iterable[str], claims: dict[str, str]) -> None:
        for one in addresses:
            try:
                claims.setdefault(folded(files_of(one)[0]), document.path)
            except ValueError:
                continue  # told by `of`

    def of(self, document: Document, was: str) -> tuple[tuple[str, ...], list[str]]:
        """Return where a page was found, and why some of that cannot be kept; `was` is empty for what Jekyll
        does not publish, which has no claim that anybody could hurt.
        """
        kept: dict[str, None] = {}
        refused = []
        own = named_by(was)
        for one in (*own, *redirects(document)):
            try:
                files = [folded(file) for file in files_of(one)]
            except ValueError as error:
                refused.append(f"its address {one[:80]!r} cannot be kept: it {error}")
                continue
            there = [self._there[file] for file in files if file in self._there]
            led = self._led.get(files[0], document.path)
            other = next(iter(there), "" if one in own else led)
            if not was or document.path in there or other in ("", document.path):
                kept[one] = None
            elif there:
                refused.append(f"its address {one[:80]!r} is not kept: {other} is there")
            else:
                refused.append(f"its address {one[:80]!r} is not kept: it leads to {other}, as in Jekyll")
        return tuple(kept), refused


def _in_turn(pages: Sequence[tuple[Document, str]]) -> list[tuple[Document, str]]:
    """Return pages in the order in which jekyll-redirect-from reads them: those of no collection last."""
    return sorted(pages, key=lambda one: one[0].role is FileRole.PAGE)
