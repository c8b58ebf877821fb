"""What the readers of kramdown's blocks share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..lines import Kind
from .attributes import Attributes
from .blocks import Block, Source


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a blog's kramdown is set up."""

    gfm: bool = True
    """Its input: GFM, Jekyll's default, or kramdown."""
    hard_wrap: bool = False
    parse_block_html: bool = False


@dataclass(slots=True)
class Reading:
    """A page that is being read."""

    dialect: Dialect
    blocks: Callable[[Reading, Source, list[Block], str], bool]
    """Reads a source's blocks into a list; true: the end tag of the given name was met."""
    lists: dict[str, Attributes] = field(default_factory=dict)
    """The attribute lists that have a name."""
    notes: list[tuple[Kind, int, str]] = field(default_factory=list)
    depth: int = 0

    def inside(self, source: Source) -> list[Block]:
        """Read what stands within a block."""
        children: list[Block] = []
        self.depth += 1
        self.blocks(self, source, children, "")
        self.depth -= 1
        return children
