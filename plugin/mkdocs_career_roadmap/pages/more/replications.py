"""What was reproduced, and how near: each number of each paper, claimed and reached."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ...roadmap.model import Milestone, Reproduced, Roadmap
from ..shapes import Ref, Tab
from ..viewer import Viewer

MINUS = "\N{MINUS SIGN}"
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_GROUPS = f",.'\N{RIGHT SINGLE QUOTATION MARK}{_SPACES}"
_NUMBER = re.compile(
    rf"(?P<sign>[+{MINUS}-]?)(?P<before>[$€£]?)(?P<digits>\d+(?:[{_GROUPS}]\d+)*)"
    # A unit is a word or a sign, and nothing that makes more of the number, such as ±0.2.
    r"(?P<after>(?:\s*(?:[^\W\d_]|[%‰°$€£])[^±]*)?)")
_GROUPED = re.compile(
    rf"(?P<whole>[1-9]\d{{0,2}}(?P<group>[{_GROUPS}])\d{{3}}(?:(?P=group)\d{{3}})*)(?:(?P<mark>[.,])(?P<rest>\d+))?")
_PLAIN = re.compile(r"(?P<whole>\d+)(?P<group>)(?:(?P<mark>[.,])(?P<rest>\d+))?")
_MOST_DIGITS = 30


class _Number(NamedTuple):
    """One number as somebody wrote it."""

    value: Decimal
    decimals: int
    group: str
    """What stands between its thousands; empty: nothing."""
    mark: str
    """Its decimal mark; empty: it is whole."""
    before: str
    after: str
    """Its unit, with the space before it."""

    @property
    def unit(self) -> tuple[str, str]:
        """What must be the same for two numbers to be comparable."""
        return self.before, "".join(self.after.split()).casefold()


def difference(claimed: str | None, reached: str | None) -> str:
    """Return how much more was reached than claimed, as the two are written: of `37.0` and
    `36.2` it is `−0.8`, of `1,200 ms` and `1,050 ms` it is `−150 ms`.

    It has the decimals of the more exact of them. Empty unless each is a single number and
    both have the same unit and decimal mark: a difference of other things says nothing.
    """
    a, b = _number(claimed or ""), _number(reached or "")
    if a is None or b is None or a.unit != b.unit:
        return ""
    mark, group = a.mark or b.mark, b.group or a.group
    if (b.mark or mark) != mark or group == mark != "":
        return ""
    more = b.value - a.value
    digits = f"{abs(more):,.{max(a.decimals, b.decimals)}f}"
    written = digits.translate({ord(","): group, ord("."): mark})
    sign = "+" if more > 0 else MINUS if more < 0 else ""
    return f"{sign}{b.before}{written}{b.after}"


def _number(text: str) -> _Number | None:
    """Return the number that a text is. None: it is another text, or a number and more."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None or len(match["digits"]) > _MOST_DIGITS:
        return None
    digits = _GROUPED.fullmatch(match["digits"])
    # 1.234 is a little more than one, as most of the world's papers write it.
    is_decimal = digits and digits["group"] == "." and not digits["mark"] and digits["whole"].count(".") == 1
    if digits is None or is_decimal or digits["mark"] == digits["group"]:
        digits = _PLAIN.fullmatch(match["digits"])
    if digits is None:
        return None
    whole = "".join(c for c in digits["whole"] if c.isdecimal())
    value = Decimal(f"{whole}.{digits['rest'] or '0'}")
    return _Number(-value if match["sign"] in (MINUS, "-") else value, len(digits["rest"] or ""),
                   digits["group"], digits["mark"] or "", match["before"], match["after"])


def replications(roadmap: Roadmap) -> tuple[tuple[Milestone, Reproduced], ...]:
    """Return what was reproduced, with its milestone, the latest first; what has no day comes last."""
    def day(row: Reproduced) -> date:
        return max((found for path in row.posts if (found := roadmap.post[path].day)), default=date.min)

    rows = [(m, row) for m in roadmap.milestones for row in m.replications]
    return tuple(sorted(rows, key=lambda found: day(found[1]), reverse=True))


class ReplicationRow(NamedTuple):
    paper: Ref | None
    metric: str | None
    claimed: str | None
    reached: str | None
    difference: str
    """Empty: they cannot be compared."""
    milestone: Ref
    posts: tuple[Ref, ...]


class ReplicationsPage(NamedTuple):
    tabs: tuple[Tab, ...]
    rows: tuple[ReplicationRow, ...]


def replications_page(view: Viewer) -> ReplicationsPage:
    """Return what the page of replications shows."""
    return ReplicationsPage(
        tabs=view.tabs(""),
        rows=tuple(_row(view, m, row) for m, row in replications(view.roadmap)))


def _row(view: Viewer, m: Milestone, row: Reproduced) -> ReplicationRow:
    replication = row.replication
    return ReplicationRow(
        paper=Ref(_short(replication.paper), replication.url) if replication.paper else None,
        metric=replication.metric, claimed=replication.claimed, reached=replication.reached,
        difference=difference(replication.claimed, replication.reached), milestone=view.ref(m),
        posts=tuple(view.post_ref(view.roadmap.post[path]) for path in row.posts))


def _short(paper: str) -> str:
    """Return an address without what each begins with; a name as it is."""
    return re.sub(r"^https?://(?:www\.)?", "", paper).rstrip("/") or paper
