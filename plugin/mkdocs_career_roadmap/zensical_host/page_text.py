"""A page of the roadmap as Markdown for Zensical: its author's text, and comments where our parts belong."""

from __future__ import annotations

import html as html_library
import json
import posixpath
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from urllib.parse import quote

from yaml.nodes import ScalarNode

from ..authoring.refactor.links import with_links
from ..flow import Site
from ..pages import catalogue
from ..pages.catalogue import RoadmapPage, is_for_search
from ..pages.render import Renderer, title_heading, wrapped
from ..pages.viewer import Link
from ..project.data_texts import links_to_files
from ..reading.blocks import Embed, with_elements
from ..reading.front_matter import FrontMatter
from ..reading.hidden_pages.led_to_hidden import without_hidden
from ..reading.page import PLAIN_STATUS
from ..reading.prose import without_code_blocks
from ..vocabulary.escaping import is_markup, title_for_themes
from .extension import block_mark, page_mark
from .kept_texts import KeptTexts, as_md

_NOT_FOR_SEARCH = " data-search-exclude"
"""Zensical's own: boxes, blocks and views repeat what other pages say."""
_OUR_HEADING = re.compile(r'<h[1-6] id="[^"]*"')
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
BOX = "<!--career-roadmap-box-->", "<!--/career-roadmap-box-->"
"""What stands around the boxes of a post, so that they can be taken off an excerpt."""
BLOCK = "<!--career-roadmap-block-->", "<!--/career-roadmap-block-->"
"""The same of `roadmap` blocks, for feeds."""
_PATH = "<!-- career-roadmap-path:{} -->"
PATH = re.compile(_PATH.format(r"(\S+)"))
"""Says of a built page which source it is made from: only Zensical knows what address it gives to a post."""
PageLink = Callable[[str], Link]


@dataclass
class PageTexts:
    """Writes the pages of one site as Zensical is to read them."""

    site: Site
    render: Renderer
    there: Collection[str]
    """The source paths that the site has."""
    taken: Mapping[str, str]
    """From the paths of our pages to the author's pages that lie at their addresses, and become them."""
    data: tuple[str, ...]
    """The names of the files for programs that lie beside the overview."""
    notice: Callable[[str], str]
    """Returns what a preview says at the top of the page at a path; in a build, nothing."""
    kept: KeptTexts = field(default_factory=KeptTexts)
    parts: dict[str, str] = field(default_factory=dict)
    """The HTML that the comments stand for, by name: the beginning of its hash, so that a page changes
    exactly when one of its parts does.
    """

    def text(self, path: str, written: str, *, is_addressed: bool = False) -> str:
        """Return what `_text` does, from another time if the site is the same."""
        written = with_links(path, written, self._renamed) if self._renamed else written
        text, parts = self.kept.once(
            path, (written, self.notice(path), is_addressed), lambda: self._with_parts(
                path, written, is_addressed=is_addressed))
        self.parts.update(parts)
        return text

    def _with_parts(self, path: str, written: str, *, is_addressed: bool) -> tuple[str, dict[str, str]]:
        self.parts, before = {}, self.parts
        text = self._text(path, written, is_addressed=is_addressed)
        self.parts, parts = before, self.parts
        return text, parts

    def _text(self, path: str, written: str, *, is_addressed: bool) -> str:
        """Return the page at a path; `written` is what a host should read of its author's text. With
        `is_addressed` the built page says which source it is from, also where it has nothing of ours.
        """
        ours = self._ours.get(path)
        front = self.kept.split(path, written)
        link = self._link_from(path)
        body = with_elements(path, without_hidden(front.body, self.site.hidden, path), self._embed(link),
                             self.site.settings.status_words)
        marks = self._marks(path, ours, link, is_addressed=is_addressed or ours is not None)
        values = self._values(ours, front) if ours else {}
        dropped = {*values, "decisions"} | ({"status"} if self._has_bad_status(front) else set())
        if body == front.body and not marks and not values and not dropped & front.values.keys():
            return written
        lines = _kept(front, dropped) + "".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()
            if value is not None)
        return (f"---\n{lines}---\n" if lines.strip() else "") + (f"{body}\n\n{marks}\n" if marks else body)

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """The paths of the pages that are staged by another name, each with that."""
        return {path: as_md(path) for path in self.there if as_md(path) != path}

    @cached_property
    def _ours(self) -> Mapping[str, RoadmapPage]:
        return {self.taken.get(path, path): page for path, page in self.site.pages.items()}

    def _link_from(self, path: str) -> Link:
        folder = posixpath.dirname(path) or "."

        def link(target: str) -> str | None:
            target = self.taken.get(target, target)
            return self.kept.link(folder, target) if target in self.there else None

        return link

    def _embed(self, link: Link) -> Callable[[Embed], str]:
        numbers = iter(range(1_000_000))

        def element(embed: Embed) -> str:
            html = self.site.embed(embed, link, self.render, f"roadmap-{next(numbers)}")
            html = _OUR_HEADING.sub(rf"\g<0>{_NOT_FOR_SEARCH}", html)
            more = _NOT_FOR_SEARCH + self.render.words.attributes
            whole = f'<div class="career-roadmap cr-block"{more}>\n{html}\n</div>'
            return block_mark(self._named(f"{BLOCK[0]}{whole}{BLOCK[1]}"))

        return element

    def _marks(self, path: str, ours: RoadmapPage | None, link: Link, *, is_addressed: bool) -> str:
        """Return the comment with the parts of a page; empty where there are none."""
        title, top, end = "", self.notice(path), ""
        if ours:
            above, below = self.site.fragments(ours, link, self.kept.drawings.drawing(path, self.render))
            if ours.kind is catalogue.OVERVIEW and self.data:
                below += self.render("data", links_to_files(self.data, self.render.words, str))
            kind, more = ours.kind.name, "" if is_for_search(ours) else _NOT_FOR_SEARCH
            before, after = BOX if ours.kind is catalogue.POST else ("", "")
            if more:
                above, below = (_OUR_HEADING.sub(rf"\g<0>{more}", html) for html in (above, below))
            above, end = (f"{before}{html}{after}" if html else "" for html in (
                wrapped(kind, part, more + self.render.words.attributes) for part in (above, below)))
            top += above
            if is_for_search(ours) or (path == ours.path and not ours.is_written):
                title = title_heading(ours.title)
        if is_addressed:
            end += _PATH.format(quote(path))
        names = {"title": self._named(title), "top": self._named(top), "end": self._named(end)}
        return page_mark(**names) if any(names.values()) else ""

    def _named(self, html: str) -> str:
        if not html:
            return ""
        name = sha256(html.encode()).hexdigest()[:16]
        self.parts[name] = html
        return name

    def _values(self, ours: RoadmapPage, front: FrontMatter) -> Mapping[str, object]:
        """Return what the front matter is to say besides; None: a key that it must not have."""
        values: dict[str, object] = {}
        status = getattr(ours.of, "status", None)
        if ours.kind is not catalogue.POST or "status" in front.values:
            values["status"] = str(status) if status is not None else None
        title = front.values.get("title")
        if not ours.is_written or (isinstance(title, ScalarNode) and is_markup(title.value)):
            values["title"] = title_for_themes(ours.title)
        if ours.description and "description" not in front.values:
            values["description"] = html_library.escape(ours.description)
        if ours.kind.is_wide and "hide" not in front.values and len(
                _HEADING.findall(without_code_blocks(front.body))) < 2:
            values["hide"] = ["toc"]
        if not ours.is_written:
            values["render_macros"] = False
        return values

    def _has_bad_status(self, front: FrontMatter) -> bool:
        """True for what a theme must not print into its menu; see `mkdocs_host.page_meta`."""
        status = front.values.get("status")
        return status is not None and not (
            isinstance(status, ScalarNode) and PLAIN_STATUS.fullmatch(status.value))


def _kept(front: FrontMatter, dropped: Collection[str]) -> str:
    """Return the lines of a front matter without some keys; nothing of one whose keys share lines."""
    text = front.region.text
    if dropped & front.values.keys() and not front.spans:
        return ""
    for key, start, stop in reversed(front.spans):
        if key in dropped:
            text = text[:start] + text[stop:]
    return text if not text or text.endswith("\n") else f"{text}\n"
