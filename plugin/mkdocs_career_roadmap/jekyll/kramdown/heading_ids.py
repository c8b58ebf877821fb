"""The ids that kramdown gives to headings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from mkdocs_career_roadmap.new_site.markdown.heading_ids import raw_text, toc_id
from mkdocs_career_roadmap.new_site.markdown.spans import Span


def _is_word(char: str) -> bool:
    return char in "-_ \t" or (char.isascii() and char.isalnum()) or _unicode_word(char)


def _unicode_word(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LM" or category in {"Nd", "Pc"}


def gfm_id(text: str) -> str:
    return re.sub(r"[ \t]", "-", "".join(char for char in text.lower() if _is_word(char)))


def kramdown_id(text: str) -> str:
    text = re.sub(r"\A[^a-zA-Z]+", "", text)
    return re.sub(r"[^a-zA-Z0-9 -]", "", text).replace(" ", "-").lower() or "section"


@dataclass(slots=True)
class HeadingIds:
    """The ids of one page so far."""

    gfm: bool
    given: Counter[str] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)

    def next(self, spans: list[Span], source: str, in_html: bool = False) -> tuple[str, bool]:
        """Return the id of a heading without one, and whether it must be written.

        `source` is the heading as written: of that, marks and all, kramdown's own dialect makes its id.
        """
        text = raw_text(spans)
        base = gfm_id(text) if self.gfm and not in_html else kramdown_id(text if self.gfm else source)
        count = self.given[base]
        self.given[base] += 1
        name = f"{base}-{count}" if count else base
        must = toc_id(text) != name or name in self.taken
        self.taken.add(name)
        return name, must and bool(name)
