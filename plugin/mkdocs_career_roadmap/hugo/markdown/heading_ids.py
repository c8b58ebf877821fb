"""The ids that Hugo gives to headings: those of GitHub."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from mkdocs_career_roadmap.new_site.markdown.heading_ids import raw_text, toc_id
from mkdocs_career_roadmap.new_site.markdown.spans import Span

from .emoji import with_names


def github_id(text: str, is_ascii: bool = False) -> str:
    """Return the id that a heading with this text has if no other has it; no letters: an empty text."""
    if is_ascii:
        text = unicodedata.normalize("NFD", text)
        text = "".join(char for char in text if char.isascii())
    kept = (("-" if char in " -" else char) for char in text.strip() if char.isalnum() or char in " -_")
    return "".join(kept).lower()


@dataclass(slots=True)
class GoldmarkIds:
    """The ids of one page so far."""

    gives: bool = True
    is_ascii: bool = False
    has_emoji: bool = False
    title_id: str = ""
    """The id of the page's title: one of the same name is written, since a list of posts has both."""
    taken: set[str] = field(default_factory=set)
    _counts: Counter[str] = field(default_factory=Counter)
    """How often each name was asked for: what is below that is taken."""

    def next(self, spans: list[Span], source: str, in_html: bool = False) -> tuple[str, bool]:  # noqa: ARG002
        """Return the id of a heading that names none, and whether it must be written."""
        if not self.gives:
            return "", False
        text = raw_text(spans)
        written = with_names(text, source) if self.has_emoji else text
        name = base = github_id(written, self.is_ascii) or "heading"
        count = self._counts[base]
        while not count or name in self.taken:
            name, count = f"{base}-{count}" if count else base, count + 1
        self._counts[base] = count
        self.taken.add(name)
        return name, toc_id(text) != name or name == self.title_id
