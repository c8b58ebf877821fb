"""Random maps, and lines as they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st
from mkdocs_career_roadmap.pages.map.columns import Band, Node
from mkdocs_career_roadmap.pages.map.drawing import drawn
from mkdocs_career_roadmap.pages.map.layout import MapLayout
from mkdocs_career_roadmap.pages.map.lines import Box, Line

LANES = 8

_STEP = re.compile(r"([HC])([\d .-]+)")


@st.composite
def maps(draw: st.DrawFn, max_size: int = 60) -> tuple[list[Node], int]:
    """Return nodes and how many lanes there are. Needs make no circle, but some lead from a later band."""
    lanes = draw(st.integers(1, LANES))
    spread = draw(st.sampled_from([1, 2, 5, 60]))  # how far back needs reach
    size = draw(st.integers(0, max_size))
    rows = draw(st.lists(st.tuples(
        st.integers(0, lanes - 1), st.sampled_from(Band), st.none() | st.integers(1, 5),
        st.lists(st.integers(1, spread), max_size=3, unique=True),
        st.sampled_from([0, 0, 0, 25, 105])), min_size=size, max_size=size))
    in_time = draw(st.booleans())  # as most roadmaps are: nothing needs what comes after it
    bands = sorted(band for _, band, *_ in rows) if in_time else [band for _, band, *_ in rows]
    nodes = [
        Node(f"m{i}", lane, bands[i], scope, tuple(f"m{i - back}" for back in needs if back <= i), extra)
        for i, (lane, _, scope, needs, extra) in enumerate(rows)]
    return (nodes if in_time else draw(st.permutations(nodes))), lanes


def box_of(layout: MapLayout, number: int) -> Box:
    card = layout.cards[number]
    return Box(card.column, layout.lane_top(card.lane) + card.top, card.height)


def stretches(line: Line, count: int = 24) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each straight run and each bend, as the browser draws them."""
    start, rest = re.fullmatch(r"M(\d+ \d+)((?:[HC][\d .]+)*)", drawn(line)).groups()  # type: ignore[union-attr]
    at = tuple(map(float, start.split()))
    for kind, numbers in _STEP.findall(rest):
        ends = [float(number) for number in numbers.split()]
        here = [*at, *(ends if kind == "C" else (at[0], at[1], ends[0], at[1], ends[0], at[1]))]
        yield [(_cubic(here[0::2], i / count), _cubic(here[1::2], i / count)) for i in range(count + 1)]
        at = tuple(here[-2:])


def _cubic(p: Sequence[float], t: float) -> float:
    u = 1 - t
    return u**3 * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t**3 * p[3]
