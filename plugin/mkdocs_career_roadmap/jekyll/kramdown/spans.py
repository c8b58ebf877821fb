"""The text that the pieces of a paragraph are read from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from mkdocs_career_roadmap.new_site.markdown.spans import Span


@dataclass(slots=True)
class SpanText:
    """The text of a paragraph that is being read."""

    text: str
    links: Collection[str]
    """The labels of links that are defined, normalised."""
    notes: Collection[str]
    """The names of footnotes that are defined."""
    gfm: bool
    hard_wrap: bool
    pos: int = 0
    budget: int = 0
    depth: int = 0
    never: dict[str, int] = field(default_factory=dict)
    """By a mark: from where on nothing closes it, or how often in a row nothing did."""

    def spend(self, size: int) -> bool:
        """Take from the budget; false: it is used up."""
        self.budget -= size
        return self.budget > 0


def add(children: list[Span], text: str, at: int) -> None:
    if not text:
        return
    if children and children[-1].kind == "text":
        children[-1].text += text
    else:
        children.append(Span("text", at, text))
