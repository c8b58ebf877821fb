"""How high the head of a lane is: the name of its goal, and what is known of it in a few words.

Browsers set its lines, and the map is drawn before: these are counted, rather one too many than one too few.
"""

from __future__ import annotations

from collections.abc import Sequence

from .line_breaks import width_of, wrapped

# Of map.css, in pixels where the map's letters have 13; units are those of `layout`.
_ROOM = 121
_NAME, _NAME_LINE, _NAME_LINES = 13, 19.2, 3
_FACT, _FACT_LINE, _APART = 12, 20, 7.2
_BAR, _BAR_LINE = 72, 8
_ABOVE = 12
"""Above and below the name."""
_EDGE = 2
"""Above each of the blocks below it."""


def head_height(name: str, facts: Sequence[str], *, has_bar: bool, apart: str = "") -> int:
    """Return how much of a lane's height its head needs.

    `facts` stand beside each other below the name, behind the bar of its progress, as far as there is room;
    what is `apart` begins a line. Empty: it is not there.
    """
    lines = len(wrapped(name, _NAME, _ROOM, _NAME_LINES))
    height = _ABOVE + lines * _NAME_LINE
    if facts or has_bar:
        height += _EDGE + _rows(facts, has_bar=has_bar)
    if apart:
        height += _EDGE + _rows([apart], has_bar=False)
    return round(height)


def _rows(facts: Sequence[str], *, has_bar: bool) -> float:
    """Return how high texts are that stand beside each other while there is room."""
    height, at = (_BAR_LINE, _BAR) if has_bar else (0.0, 0.0)
    is_text = False
    for fact in facts:
        wide = width_of(fact, 400) * _FACT
        if at and at + _APART + wide <= _ROOM:
            at += _APART + wide
            height += 0 if is_text else _FACT_LINE - _BAR_LINE
        else:
            height += _FACT_LINE * len(wrapped(fact, _FACT, _ROOM, _NAME_LINES, 400))
            at = min(wide, _ROOM)
        is_text = True
    return height
