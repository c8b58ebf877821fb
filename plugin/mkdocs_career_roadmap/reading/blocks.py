"""Blocks fenced as `roadmap`: a view of it, anywhere on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ..vocabulary.codes import Severity
from ..vocabulary.fields import STATUS_ALIASES, Field, Kind, Status
from ..vocabulary.phrases import suggestion
from ..vocabulary.problems import Place, Problem, problem
from .entry import Name
from .front_matter import FrontMatter, split
from .prose import RoadmapBlock, near_blocks, roadmap_blocks
from .values import ValueReader

VIEWS = ("map", "board", "timeline", "goals", "posts", "progress", "person")

OPTIONS: Mapping[str, Field] = {
    option.name: option
    for option in (
        Field("view", Kind.CHOICE, frozenset(), "What to show; `map` if nothing is said.", choices=VIEWS),
        Field("goal", Kind.NAME, frozenset(), "Only this goal, by id or title."),
        Field("status", Kind.STATUSES, frozenset(), "Only milestones of this status, or of these."),
        Field("limit", Kind.COUNT, frozenset(), "At most so many cards in a column, goals or posts."),
    )
}
"""What a block may say."""

_NO_LIMIT = ("map", "timeline", "person")
_NO_STATUS = ("posts", "goals", "progress", "person")
_NO_GOAL = ("person",)


@dataclass(frozen=True, slots=True)
class Embed:
    """A view that a page asks for."""

    view: str = "map"
    goal: Name | None = None
    status: tuple[Status, ...] = ()
    limit: int | None = None


def read_block(
    path: str, block: RoadmapBlock, line: int = 0, status_words: Mapping[str, Status] = STATUS_ALIASES
) -> tuple[Embed, list[Problem]]:
    """Return what a block asks for. `line` is the line of the file its text begins on, less one.

    An empty block asks for the map.
    """
    front = split(path, f"---\n{block.inner}\n---\n")
    reader = ValueReader(front, (), list(front.problems), status_words)
    values = {}
    for key, node in front.values.items():
        option = OPTIONS.get(key)
        if option is None:
            advice = suggestion(key, OPTIONS, f"it takes {', '.join(OPTIONS)}")
            reader.problems.append(problem(
                "bad-embed", front.keys[key], f"a roadmap block has no option {key!r}{advice}"))
        elif key not in front.withheld and (value := reader.read(option, node)) is not None:
            values[key] = value
    embed = Embed(**values)
    reader.problems += _idle(embed, front.keys)
    # In `split` the text between the fences begins on line 2, as the block's does behind its fence.
    shift = line + block.start
    if embed.goal:
        goal = replace(embed.goal, place=_shifted(embed.goal.place, shift, len(block.indent)))
        embed = replace(embed, goal=goal)
    return embed, [_moved(p, shift, len(block.indent)) for p in reader.problems]


def tell_near_blocks(front: FrontMatter) -> list[Problem]:
    """Tell of fences that were probably meant for roadmap blocks, and show code in their place."""
    return [problem(
        "near-embed", Place(front.path, front.body_line + line),
        f"a block fenced as {written[:60]!r} shows code; if it is meant to show a view of the roadmap, write "
        "`roadmap` alone behind the ticks, and its options on the lines below")
        for line, written in near_blocks(front.body)]


def _idle(embed: Embed, keys: Mapping[str, Place]) -> Iterable[Problem]:
    """Tell options that the view has no use for."""
    idle = {"limit": embed.view in _NO_LIMIT, "status": embed.view in _NO_STATUS,
            "goal": embed.view in _NO_GOAL}
    for key, is_idle in idle.items():
        if is_idle and getattr(embed, key):
            yield problem(
                "no-effect", keys[key], f"{key} says nothing to the view {embed.view!r}; take it out")


def _shifted(place: Place, lines: int, columns: int) -> Place:
    return replace(place, line=place.line + lines, column=place.column + columns)


def _moved(problem: Problem, lines: int, columns: int) -> Problem:
    also = tuple(_shifted(place, lines, columns) for place in problem.also)
    return replace(problem, place=_shifted(problem.place, lines, columns), also=also)


def with_elements(
    path: str, markdown: str, element: Callable[[Embed], str],
    status_words: Mapping[str, Status] = STATUS_ALIASES,
) -> str:
    """Return a page with an element, on a line of its own, in place of each block that can be read.

    What cannot be read stays as it is; it is told when the page is read.
    """
    blocks = roadmap_blocks(markdown)
    if not blocks:
        return markdown
    read = [(block, *read_block(path, block, status_words=status_words)) for block in blocks]
    embeds = [(block, embed) for block, embed, problems in read
              if not any(p.severity is Severity.ERROR for p in problems)]
    elements = [element(embed) for _, embed in embeds]
    lines = markdown.split("\n")
    for (block, _), made in reversed(list(zip(embeds, elements, strict=True))):
        lines[block.start : block.stop] = ["", block.indent + made, ""]
    return "\n".join(lines)
