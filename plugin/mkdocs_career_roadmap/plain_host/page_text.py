"""What an author wrote of a goal or a milestone, as HTML whose links lead on from where it lies now."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, urljoin, urlsplit

from markdown import Markdown

from ..flow import Site
from ..pages.render import Renderer, with_blocks
from ..pages.viewer import Link
from ..reading.blocks import Embed, with_elements
from ..reading.front_matter import FrontMatter
from ..reading.hidden_pages.led_to_hidden import NOWHERE, without_dead_links, without_hidden
from ..reading.prose import address_of
from ..vocabulary.paths import MARKDOWN, QUARTO
from .wiki_links import WikiLinks

_EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists",
               "tables", "toc", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r"""(\s(?:href|src|poster)\s*=\s*)("[^"]*"|'[^']*')""")
_TASK = re.compile(r"<input type=\"checkbox\" disabled( checked)?\s*/?>")
_BLOCK = re.compile(r"<!-- career-roadmap-block (\d+) -->")
_STAYS = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)
"""How an address begins that leads to the same from everywhere, or stays on its page."""


@dataclass(frozen=True)
class AuthorTexts:
    """Renders the texts of authors."""

    site: Site
    render: Renderer
    blog_address: Callable[[str], str | None]
    """Returns where the blog has the page at a source path; relative addresses lead on from there."""
    named: Callable[[str], str | None]
    """Returns the source path that a name in a wiki link means; None: it means none."""

    def html(self, front: FrontMatter, link: Link) -> str:
        """Return the text of a page; empty where there is none."""
        embeds: list[Embed] = []

        def element(embed: Embed) -> str:
            embeds.append(embed)
            return f"<!-- career-roadmap-block {len(embeds) - 1} -->"

        shown = without_hidden(front.body, self.site.hidden, front.path)
        text = with_elements(front.path, shown, element, self.site.settings.status_words)
        wiki_links = WikiLinks(lambda name: self._wiki_address(name, front.path))
        made = Markdown(extensions=[*_EXTENSIONS, wiki_links]).convert(text)
        made = _TASK.sub(lambda task: "\u2611" if task[1] else "\u2610", made)  # a field needs a label
        made = without_dead_links(self._with_links(made, front.path, link))
        return with_blocks(made, _BLOCK, lambda block: self._embedded(embeds, int(block[1]), link))

    def _wiki_address(self, name: str, path: str) -> str | None:
        """Return a name in a wiki link as an address beside the page at a path, as if it were written so."""
        found = self.named(name)
        return None if found is None else quote(posixpath.relpath(found, posixpath.dirname(path) or "."))

    def _embedded(self, embeds: list[Embed], number: int, link: Link) -> str:
        if number >= len(embeds):
            return ""  # an author wrote it
        inner = self.site.embed(embeds[number], link, self.render, f"roadmap-{number}")
        return f'<div class="career-roadmap cr-block"{self.render.words.attributes}>\n{inner}\n</div>'

    def _with_links(self, html: str, path: str, link: Link) -> str:
        """Return the HTML of a page with the addresses in its elements as it has them where it lies now."""
        def moved(match: re.Match[str]) -> str:
            href = self._moved(unescape(match[2][1:-1]), path, link)
            return f'{match[1]}"{escape(href)}"'

        return _TAG.sub(lambda tag: _ADDRESS.sub(moved, tag[0]), html)

    def _moved(self, href: str, path: str, link: Link) -> str:
        """Return an address: of a source that of its page, of all else what the blog would make of it."""
        if self.site.hidden.leads_to(path, href):
            return NOWHERE
        if _STAYS.match(href):
            return href
        written = address_of(href)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), written)).lstrip("/")
        if written and not written.startswith("/") and (found := link(target)) is not None:
            fragment = urlsplit(href).fragment
            return f"{found}#{fragment}" if fragment else found
        here = self.blog_address(path)
        return NOWHERE if here is None or written.endswith((*MARKDOWN, QUARTO)) else urljoin(here, href)
