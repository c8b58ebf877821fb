"""What was reproduced, and how near: each number of each paper, claimed and reached."""

from __future__ import annotations

import re
from collections import Counter
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
_WAY = re.compile(r"(?P<less>[↓▼]|\b(?:lower|less|smaller) is better\b)|[↑▲]|"
                  r"\b(?:higher|more|larger) is better\b", re.IGNORECASE)
_LESS_IS_BETTER = frozenset((
    "error", "errors", "loss", "latency", "perplexity", "ppl", "fid", "rmse", "mae", "mse", "wer", "cer",
    "ece", "nll"))
_MORE_IS_BETTER = frozenset((
    "accuracy", "ap", "map", "f1", "bleu", "rouge", "iou", "miou", "precision", "recall", "auc", "auroc",
    "psnr", "ssim"))


VERDICTS = ("same", "better", "worse", "above", "below")
"""What a difference may mean, in the order in which it is counted."""


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
    pair = _comparable(claimed, reached)
    if pair is None:
        return ""
    a, b = pair
    mark, group = a.mark or b.mark, b.group or a.group
    more = b.value - a.value
    digits = f"{abs(more):,.{max(a.decimals, b.decimals)}f}"
    written = digits.translate({ord(","): group, ord("."): mark})
    sign = "+" if more > 0 else MINUS if more < 0 else ""
    return f"{sign}{b.before}{written}{b.after}"


def verdict(metric: str | None, claimed: str | None, reached: str | None) -> str:
    """Return what a difference means: `same`, `better` or `worse` than claimed; where the metric does not say
    which way is better, `above` or `below`. Empty where there is no difference to tell.
    """
    pair = _comparable(claimed, reached)
    if pair is None:
        return ""
    more = pair[1].value - pair[0].value
    if not more:
        return "same"
    is_more_better = _is_more_better(metric or "")
    if is_more_better is None:
        return "above" if more > 0 else "below"
    return "better" if (more > 0) is is_more_better else "worse"


def _is_more_better(metric: str) -> bool | None:
    """Return whether more of a metric is better: by an arrow as papers have it, by words such as `lower is
    better`, else by its name. None: it does not say, or says both.
    """
    ways = {match["less"] is None for match in _WAY.finditer(metric)}
    if not ways:
        words = set(re.findall(r"[^\W_]+", metric.casefold()))
        known = ((False, _LESS_IS_BETTER), (True, _MORE_IS_BETTER))
        ways = {is_more for is_more, names in known if words & names}
    return ways.pop() if len(ways) == 1 else None


def _comparable(claimed: str | None, reached: str | None) -> tuple[_Number, _Number] | None:
    """Return two numbers with one unit and one decimal mark. None: they are not."""
    a, b = _number(claimed or ""), _number(reached or "")
    if a is None or b is None or a.unit != b.unit:
        return None
    mark, group = a.mark or b.mark, b.group or a.group
    return None if (b.mark or mark) != mark or group == mark != "" else (a, b)


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
    verdict: str
    """What that means: `same`, `better`, `worse`, `above` or `below`, of which each has a label."""
    milestone: Ref
    posts: tuple[Ref, ...]


class ReplicationsPage(NamedTuple):
    tabs: tuple[Tab, ...]
    verdicts: tuple[tuple[str, int], ...]
    """How many numbers have each verdict; only those that some have."""
    rows: tuple[ReplicationRow, ...]


def replications_page(view: Viewer) -> ReplicationsPage:
    """Return what the page of replications shows."""
    rows = tuple(_row(view, m, row) for m, row in replications(view.roadmap))
    found = Counter(row.verdict for row in rows)
    return ReplicationsPage(
        tabs=view.tabs(""), verdicts=tuple((one, found[one]) for one in VERDICTS if found[one]), rows=rows)


def _row(view: Viewer, m: Milestone, row: Reproduced) -> ReplicationRow:
    replication = row.replication
    return ReplicationRow(
        paper=Ref(_short(replication.paper), replication.url) if replication.paper else None,
        metric=replication.metric, claimed=replication.claimed, reached=replication.reached,
        verdict=verdict(replication.metric, replication.claimed, replication.reached),
        difference=difference(replication.claimed, replication.reached), milestone=view.ref(m),
        posts=tuple(view.post_ref(view.roadmap.post[path]) for path in row.posts))


def _short(paper: str) -> str:
    """Return an address without what each begins with; a name as it is."""
    return re.sub(r"^https?://(?:www\.)?", "", paper).rstrip("/") or paper
