"""The drawn map, its cards and lines as numbers and texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...roadmap import insights
from ...roadmap.model import Milestone, Roadmap
from ...roadmap.parts import needs_between, stand_ins
from ...vocabulary.fields import Status
from ..shapes import Card, GoalCard, Ref
from ..shared import goal_when
from ..viewer import Viewer
from .columns import Band, Node
from .heads import head_height
from .layout import MapLayout, PlacedCard, lay_out
from .lines import CARD, COLUMN, Line

_EM = 16
"""Units of `map_layout` in the height of a letter."""
_SHEET = 50 * _EM
"""So high is a drawing for which a sheet of A4 has room below whose it is and the sums; in units."""
_LINE = 20
"""How much higher each line below its title makes a card; in units."""
_BELOW = 5
"""What stays free below them."""
_SIGN = "\N{EM SPACE} "
"""As wide as an icon."""
MOST_INSIDE = 4
"""So many parts stand inside a card; how many are done stands there anyway."""

_BANDS = {
    Status.DONE: Band.DONE,
    Status.PARTIAL: Band.DONE,
    Status.DROPPED: Band.DONE,
    Status.ACTIVE: Band.NOW,
    Status.PAUSED: Band.NEXT,  # not worked on now, and still to be done
    Status.PLANNED: Band.NEXT,
    Status.IDEA: Band.NEXT,
}


class MapCard(NamedTuple):
    """A card on the map: a milestone, or a stack of several that leads to their goal."""

    number: int
    """Its place in reading order; lines name it."""
    column: int
    top: str
    """In em, from the top of its lane's body."""
    more: str
    """How much higher it is than others, in em, for what stands below its title; empty: it is not."""
    title: str
    parts: str
    """How many of its parts are done, else how much of its amount, in words; empty without either."""
    inside: tuple[Ref, ...]
    """Its parts; of many, the first of those that are still open, then of those that are over."""
    shared: str
    """The other goals that it serves, in words; empty: it serves one."""
    href: str | None
    status: str
    is_stack: bool
    is_marked: bool
    """True when the map is to point it out, such as what moved in the year it is of."""
    sharpened: bool
    holds: tuple[str, ...]
    """The ids of the milestones that it stands for, and of those inside of them."""
    needs: tuple[str, ...]
    """The titles of the cards from which lines lead to it: who hears the map does not see them."""


class Lane(NamedTuple):
    goal: GoalCard | None
    """None: the milestones of no goal."""
    height: str
    """Of its body, in em."""
    cards: tuple[MapCard, ...]
    shared: int
    """How many cards of other lanes serve this goal as well. A lane's head has no room for their titles: the
    goal's page has them.
    """
    over: str
    """Of a goal that is over and has only this line on the map: from when to when, in words. Empty: its
    milestones are drawn, or nobody knows when."""
    is_folded: bool
    holds: tuple[str, ...]
    """The ids of its milestones, if it is folded; else its cards have them."""


class MapLine(NamedTuple):
    path: str
    """For the attribute `d`."""
    dot: str
    """The same, of the dot at the end that needs the other."""
    source: int
    target: int
    is_waiting: bool
    """True when what is needed is not there yet."""


class Map(NamedTuple):
    """The drawn map. Heights are in em, widths in columns."""

    bands: tuple[tuple[str, int, int], ...]
    """The word's key, the first column and the number of columns of each band."""
    years: tuple[tuple[int, str], ...]
    """Columns of the band Done, each with the year or years in which what it shows ended."""
    columns: int
    lanes: tuple[Lane, ...]
    lines: tuple[MapLine, ...]
    height: str
    view_box: str
    statuses: tuple[str, ...]
    """Those on the map, for the key."""
    has_sharpened: bool
    has_scopes: bool
    marked: frozenset[str]
    """The ids of the milestones that it points out."""
    mark: str
    """What that means, in words; empty without any."""
    is_tall: bool
    """True when a printed page has no room for it below whose roadmap it is."""


def draw_map(
    view: Viewer, goals: Sequence[GoalCard], loose: Sequence[Card], *, folds: bool = False,
    marked: frozenset[str] = frozenset(), mark: str = "",
) -> Map:
    """Return the map of these goals' milestones, and of those without a goal.

    It points out those `marked`, and `mark` says why.

    If it `folds`, a goal that is over has one line, beside others that are not.

    Parts stand inside the card of their whole, where lines of theirs lead. Below all others come the goals of
    one line, so that no line runs behind them.
    """
    roadmap = view.roadmap
    rows: list[tuple[GoalCard | None, Sequence[Card]]] = list(_rows(roadmap, goals))
    folded = {goal.id: tuple(card.id for card in cards)
              for goal, cards in rows if goal and _is_over(goal, cards)} if folds else {}
    if len(folded) == len(rows) and not loose:
        folded = {}
    if loose:
        rows.append((None, loose))
    rows = [*(row for row in rows if not row[0] or row[0].id not in folded),
            *((goal, ()) for goal, _ in rows if goal and goal.id in folded)]
    every = [[roadmap.milestone[card.id] for card in cards] for _, cards in rows]
    stands_for = {id: other for some in every for id, other in stand_ins(some).items()}
    needs = needs_between((m for some in every for m in some), stands_for)
    shown = [(lane, card) for lane, (_, cards) in enumerate(rows) for card in cards if card.id in needs]
    of_whole: defaultdict[str, list[Milestone]] = defaultdict(list)
    for id, other in stands_for.items():
        if id != other:
            of_whole[other].append(roadmap.milestone[id])
    layout = lay_out([_node(roadmap.milestone[c.id], lane, c, of_whole[c.id])._replace(needs=needs[c.id])
                      for lane, c in shown], len(rows),
                     {lane for lane, (goal, _) in enumerate(rows) if goal and goal.id in folded},
                     [_head(view, goal, cards) for goal, cards in rows])
    by_id = {card.id: card for _, card in shown}
    standing = {stands_for[id] for id in marked if id in stands_for}
    cards: list[list[MapCard]] = [[] for _ in rows]
    titles = [_title(view, placed, by_id) for placed in layout.cards]
    needed: list[list[str]] = [[] for _ in layout.cards]
    for line in layout.lines:
        needed[line.target].append(titles[line.source])
    for number, placed in enumerate(layout.cards):
        cards[placed.lane].append(_map_card(
            view, rows[placed.lane][0], placed, number, by_id, of_whole, title=titles[number],
            needs=tuple(needed[number]),
            is_marked=not standing.isdisjoint(placed.ids)))
    waiting = _waiting(roadmap, layout, stands_for)
    return Map(
        bands=_bands(layout),
        years=tuple(_years(roadmap, layout)),
        columns=sum(layout.columns),
        lanes=tuple(_lane(view, goal, some, height, own, folded.get(goal.id) if goal else None)
                    for (goal, some), height, own in zip(rows, layout.lanes, cards, strict=True)),
        lines=tuple(_map_line(layout, line, waiting) for line in layout.lines),
        height=_em(layout.height),
        view_box=f"0 0 {sum(layout.columns) * COLUMN} {layout.height}",
        statuses=for_key(roadmap.milestone[id].status for id in stands_for),
        has_sharpened=any(card.sharpened for _, card in shown),
        has_scopes=any(card.scope for _, card in shown),
        marked=marked, mark=mark if marked else "", is_tall=layout.height > _SHEET,
    )


def _rows(roadmap: Roadmap, goals: Sequence[GoalCard]) -> Iterator[tuple[GoalCard, Sequence[Card]]]:
    """Yield each goal with the cards of its lane: a milestone stands in that of its own goal or, if that is
    not on the map, in that of the first goal that is.
    """
    on_map = {goal.id for goal in goals}
    for goal in goals:
        yield goal, [card for card in goal.milestones if goal.id == next(
            id for id in roadmap.milestone[card.id].goals if id in on_map)]


def _bands(layout: MapLayout) -> tuple[tuple[str, int, int], ...]:
    done, now, after = layout.columns
    bands = (("done", 0, done), ("now", done, now), ("next", done + now, after))
    return tuple(band for band in bands if band[-1])


def for_key(used: Iterable[str]) -> tuple[str, ...]:
    """Return the statuses that a key has to explain, in the order they are read."""
    statuses = set(used)
    order = (Status.DONE, Status.PARTIAL, Status.ACTIVE, Status.PLANNED, Status.PAUSED, Status.IDEA,
             Status.DROPPED)
    return tuple(status for status in order if status in statuses)


def node_of(m: Milestone, lane: int) -> Node:
    """Return a milestone as the map's layout sees it."""
    return Node(m.id, lane, _BANDS[m.status], m.scope, m.depends_on)


def _node(m: Milestone, lane: int, card: Card, parts: Sequence[Milestone]) -> Node:
    """Return a card for the layout. Work on a part is work on its whole."""
    lines = bool(_count(card)) + bool(card.shared) + min(len(_inside(m, parts)), MOST_INSIDE)
    band = Band.NOW if any(part.status is Status.ACTIVE for part in parts) else _BANDS[m.status]
    return node_of(m, lane)._replace(band=band, extra=lines * _LINE + _BELOW if lines else 0)


def _inside(m: Milestone, parts: Sequence[Milestone]) -> list[Milestone]:
    """Return its own parts, those still open first."""
    return sorted((part for part in parts if part.part_of == m.id), key=lambda part: part.status.is_closed)


def _count(card: Card) -> str:
    return card.parts_done or card.amount


def _em(units: int) -> str:
    return f"{round(units / _EM, 2):g}em"


def _is_over(goal: GoalCard, cards: Iterable[Card]) -> bool:
    """True of a goal that is over, and nothing in its lane is still open."""
    return Status(goal.status).is_closed and all(Status(card.status).is_closed for card in cards)


def _lane(
    view: Viewer, goal: GoalCard | None, cards: Sequence[Card], height: int, drawn: Sequence[MapCard],
    folded: tuple[str, ...] | None,
) -> Lane:
    """Return a lane; `folded` are the milestones of one that has a single line, else None."""
    is_folded = folded is not None
    shared = len(goal.milestones) - len(cards) if goal and not is_folded else 0
    over = _when(view, goal) if goal and is_folded else ""
    return Lane(goal, _em(height), tuple(drawn), shared, over, is_folded, folded or ())


def _head(view: Viewer, goal: GoalCard | None, cards: Sequence[Card]) -> int:
    """Return how much of its height a lane needs for what stands before its cards."""
    if goal is None:
        return head_height(view.words("other_milestones"), (), has_bar=False)
    done = (view.words("done_of", done=goal.done, total=goal.total) if goal.total
            else view.words("nothing_to_do"))
    sharpened = _SIGN + view.words("sharpened", n=goal.sharpened) if goal.sharpened else ""
    shared = len(goal.milestones) - len(cards)
    return head_height(
        goal.title, tuple(filter(None, (done, goal.by, sharpened))), has_bar=bool(goal.segments),
        apart=f"{view.words('shared')} {shared}" if shared else "")


def _when(view: Viewer, card: GoalCard) -> str:
    goal = view.roadmap.goal[card.id]
    return goal_when(view, goal, view.roadmap.milestones_of(goal))


def _years(roadmap: Roadmap, layout: MapLayout) -> Iterator[tuple[int, str]]:
    """Yield the columns of what is over, each with its year, or with the first and the last."""
    found: dict[int, set[int]] = {}
    for placed in layout.cards:
        if placed.column < layout.columns[Band.DONE]:
            days = (roadmap.milestone[id].finished for id in placed.ids)
            found.setdefault(placed.column, set()).update(day.year for day in days if day)
    for column, years in sorted(found.items()):
        if years:
            first, last = min(years), max(years)
            yield column, str(first) if first == last else f"{first} – {last}"


def _title(view: Viewer, placed: PlacedCard, by_id: Mapping[str, Card]) -> str:
    first, n = by_id[placed.ids[0]], len(placed.ids)
    word = "earlier" if Status(first.status).is_closed else "later"
    return first.title if n == 1 else view.words(word, n=n)


def _map_card(
    view: Viewer, goal: GoalCard | None, placed: PlacedCard, number: int, by_id: Mapping[str, Card],
    of_whole: Mapping[str, Sequence[Milestone]], *, title: str, needs: tuple[str, ...], is_marked: bool,
) -> MapCard:
    first = by_id[placed.ids[0]]
    parts = _inside(view.roadmap.milestone[first.id], of_whole.get(first.id, ()))[:MOST_INSIDE]
    stack = len(placed.ids) > 1
    return MapCard(
        number=number, column=placed.column, top=_em(placed.top), title=title, needs=needs,
        more=_em(placed.height - CARD) if placed.height > CARD else "",
        parts="" if stack else _count(first), inside=() if stack else tuple(map(view.ref, parts)),
        shared="" if stack else view.words.listed(ref.title for ref in first.shared),
        href=(goal.href if goal else None) if stack else first.href,
        status=_main_status(by_id[id].status for id in placed.ids),
        is_stack=stack, is_marked=is_marked, sharpened=first.sharpened and not stack,
        holds=tuple(id for own in placed.ids for id in (own, *(part.id for part in of_whole.get(own, ())))),
    )


def _main_status(statuses: Iterable[str]) -> str:
    """Return the status of a card; of a stack, the one that most of it has."""
    listed = list(statuses)
    return max(Status, key=listed.count)


def _waiting(
    roadmap: Roadmap, layout: MapLayout, stands_for: Mapping[str, str]
) -> set[tuple[int, int]]:
    """Return the pairs of cards, by number, of which the second waits for the first."""
    at_card = {id: at for at, card in enumerate(layout.cards) for id in card.ids}
    number = {id: at_card[other] for id, other in stands_for.items()}
    still_open = (roadmap.milestone[id] for id in number if not roadmap.milestone[id].status.is_closed)
    return {(number[need.id], number[m.id])
            for m in still_open for need in insights.waits_for(roadmap, m) if need.id in number}


def _map_line(layout: MapLayout, line: Line, waiting: Collection[tuple[int, int]]) -> MapLine:
    source, target = layout.cards[line.source], layout.cards[line.target]
    x, y = line.points[-1 if target.column > source.column else 0]
    return MapLine(drawn(line), f"M{x} {y}h0", line.source, line.target,
                   is_waiting=(line.source, line.target) in waiting)


def drawn(line: Line) -> str:
    """Return a line as the path of an SVG."""
    path = "M{} {}".format(*line.points[0])
    turns = iter(line.turns)
    for (_, y0), (x1, y1) in pairwise(line.points):
        path += f"H{x1}" if y0 == y1 else f"C{(turn := next(turns))} {y0} {turn} {y1} {x1} {y1}"
    return path
