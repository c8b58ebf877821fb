"""How a blog's Markdown is set up, and what stands in it for its shortcodes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import repeat

from mkdocs_career_roadmap.new_site.markdown.kinds import MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span
from mkdocs_career_roadmap.new_site.markdown.write_leaves import BLOCKS_OF_MARKDOWN

_BLOCK = re.compile(r"[|#>]|[-*+]\s|\d{1,9}[.)]\s|```|~~~|</?[A-Za-z]")
_PARTS = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Inserted:
    """What a shortcode comes to; without any of these, nothing."""

    text: str = ""
    """As plain text, for an address or for code; a mark in it stands for a text of `markdown`."""
    spans: tuple[Span, ...] = ()
    """What it is within a paragraph, unless that is its text."""
    blocks: tuple[MarkdownBlock, ...] = ()
    """What it is between paragraphs."""
    html: str = ""
    """HTML, in which a mark like \\x020\\x03 stands for the first text of `markdown`."""
    markdown: tuple[str, ...] = ()

    @property
    def is_block(self) -> bool:
        """True for what cannot stand within a paragraph."""
        name = re.match(r"\s*(?:<([A-Za-z][\w-]*)|\x02(\d+)\x03)", self.html)
        if name and name[2]:
            text = self.markdown[int(name[2])].strip()  # more than one paragraph?
            return bool(_BLOCK.match(text) or _PARTS.search(text))
        return bool(self.blocks) or bool(name and name[1].lower() in BLOCKS_OF_MARKDOWN)


@dataclass(frozen=True, slots=True)
class GoldmarkDialect:
    """What `markup.goldmark` of a configuration says, with Hugo's defaults."""

    unsafe: bool = False
    """HTML in it is kept; otherwise Hugo leaves it out."""
    typographer: bool = True
    linkify: bool = True
    linkify_protocol: str = "https"
    """Of bare addresses that begin with `www.`."""
    strikethrough: bool = True
    table: bool = True
    task_list: bool = True
    footnote: bool = True
    definition_list: bool = True
    hard_wraps: bool = False
    heading_ids: bool = True
    """Headings without an id get one."""
    ascii_ids: bool = False
    title_attributes: bool = True
    block_attributes: bool = False
    """A line of attributes says more of the block before it."""
    emoji: bool = False
    """Names such as `:smile:` stand for signs."""
    math_inline: tuple[tuple[str, str], ...] = ()
    """The marks around formulas that are passed through as they are."""
    math_block: tuple[tuple[str, str], ...] = ()
    inserted: Mapping[str, Inserted] = field(default_factory=dict)
    """By the word that stands for it in the text."""

    def parted(self, text: str) -> list[str]:
        """Return a text in pieces: the words and marks that stand for something, and what is between them."""
        return [part for part in self.words().split(text) if part]

    def as_text(self, text: str, markdown: Sequence[str] = ()) -> str:
        """Return a text with what its words stand for, as far as it is text; its marks are of `markdown`."""
        return "".join(map(self._text_of, self.parted(text), repeat(markdown))) if self.inserted else text

    def _text_of(self, part: str, markdown: Sequence[str]) -> str:
        if found := self.inserted.get(part):
            return self.as_text(found.text, found.markdown)
        if markdown and part.startswith("\x02"):
            return self.as_text(markdown[int(part[1:-1])])
        return part

    def as_html(self, text: str) -> str:
        """Return HTML with what its words stand for; what is Markdown stays so."""
        known = self.inserted
        if not known:
            return text
        made = []
        for part in self.parted(text):
            found = known.get(part)
            if found is None:
                made.append(part)
                continue
            html = found.html or "".join(map(_html_of, found.spans)) or found.text
            for mark in set(re.findall(r"\x02\d+\x03", html)):
                html = html.replace(mark, found.markdown[int(mark[1:-1])])
            made.append(self.as_html(html))
        return "".join(made)

    def words(self) -> re.Pattern[str]:
        """Return the pattern of what stands for something else."""
        mark = next(iter(self.inserted))[:WORD_MARK] if self.inserted else "\\Z\\A"
        return re.compile(rf"({mark}\d+Z|\x02\d+\x03)")


def _html_of(span: Span) -> str:
    text = escape(span.text, quote=False) + "".join(map(_html_of, span.children))
    if span.kind in ("a", "auto"):
        return f'<a href="{escape(span.address or span.text)}">{text}</a>'
    return f"<code>{text}</code>" if span.kind == "code" else text


WORD_MARK = 6
"""How many letters the words that stand for shortcodes begin with; a number and a Z follow."""
