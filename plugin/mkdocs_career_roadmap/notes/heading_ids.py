"""The ids of the headings of a note's page: those that Python-Markdown gives, where it gives any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_career_roadmap.new_site.markdown.heading_ids import raw_text, toc_id
from mkdocs_career_roadmap.new_site.markdown.spans import Span


@dataclass(slots=True)
class NoteHeadingIds:
    """The ids of one page so far."""

    taken: set[str] = field(default_factory=set)
    _counts: Counter[str] = field(default_factory=Counter)
    """How often each name was asked for: what is below that is taken."""

    def next(self, spans: Sequence[Span], source: str = "", in_html: bool = False) -> tuple[str, bool]:  # noqa: ARG002
        """Return the id of a heading, and whether it must be written."""
        text = raw_text(list(spans))
        usual = toc_id(text)
        base = (
            usual
            if text.isascii() and usual
            else re.sub(r"[\W_]+", "-", text.lower()).strip("-") or "heading"
        )
        name, count = base, self._counts[base]
        while not count or name in self.taken:
            name, count = f"{base}_{count}" if count else base, count + 1
        self._counts[base] = count
        self.taken.add(name)
        return name, name != usual
