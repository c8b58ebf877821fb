"""What entries say over time: the latest value of a field, and how a status changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from datetime import date
from itertools import pairwise
from typing import Any

from ..reading.entry import Entry, Replication
from ..vocabulary.amounts import Amount
from ..vocabulary.dates import PartialDate
from ..vocabulary.fields import Role, Status
from ..vocabulary.names import fold_word
from .model import Change, Reproduced


def latest(entries: Iterable[Entry], name: str) -> Any:
    """Return what the latest entry says in a field, or None."""
    result = None
    for entry in entries:
        value = getattr(entry, name)
        if value is not None:
            result = value
    return result


def amount_of(entries: Iterable[Entry]) -> Amount | None:
    """Return how much of something is done, by the latest word on each part of that; None: nobody says of
    how much.
    """
    amount = Amount()
    for entry in entries:
        amount = amount.updated(entry.amount) if entry.amount else amount
    return replace(amount, done=amount.done or 0) if amount.of else None


def day_of(entry: Entry) -> date | None:
    """Return the day an entry was written, or None."""
    return entry.moment.date() if entry.moment else None


def changes_of(entries: Iterable[Entry], signs: Iterable[Change], as_of: date) -> tuple[Change, ...]:
    """Return the statuses that entries give, in order; no two neighbours are the same.

    The earliest sign of work, such as a post that says nothing of the status,
    counts if nobody had given a status by its day.
    """
    changes = sorted((change for entry in entries for change in _said(entry, as_of)), key=_since)
    sign = min(signs, key=_since, default=None)
    if sign and (not changes or _since(sign) < _since(changes[0])):
        changes.insert(0, sign)
    return tuple(changes[:1]) + tuple(
        after for before, after in pairwise(changes) if after.status is not before.status
    )


def _since(change: Change) -> date:
    return change.day or date.min


def _said(entry: Entry, as_of: date) -> list[Change]:
    """Return what one page says of the status, with the days it holds from.

    A post's holds from its day on. An undated definition's holds from the
    start, but for the days it names itself: `status: done` with a `finished`
    was not yet done before.
    """
    status = entry.status
    if status is None:
        return []
    if entry.role is Role.POST or entry.moment or not status.has_begun:
        return [Change(day_of(entry), status, entry.path)]
    start, is_exact = (entry.started.first, entry.started.day is not None) if entry.started else (None, True)
    if status.is_closed and entry.finished:
        end = min(entry.finished.last, as_of)
        found = [Change(start, Status.ACTIVE, entry.path, is_exact)] if start and start <= end else []
        over = Change(end, status, entry.path, entry.finished.day is not None)
        return [*found, over] if entry.finished.first <= as_of else found
    if start and start > as_of:
        return []
    # Done, but not since when: surely not since the day it began.
    return [Change(None, status, entry.path) if status.is_closed
            else Change(start, status, entry.path, is_exact)]


def reopened(changes: Sequence[Change]) -> date | None:
    """Return the day something closed was last opened again; None: never, or on no known day."""
    again = [after.day for before, after in pairwise(changes)
             if before.status.is_closed and not after.status.is_closed]
    return again[-1] if again else None


def started_of(
    entries: Iterable[Entry], changes: Iterable[Change], finished: PartialDate | None
) -> PartialDate | None:
    """Return when something was begun: as a page says, else the first day it was anything
    but idea or planned, else its first post with a day.
    """
    entries = tuple(entries)
    started = latest(entries, "started")
    if isinstance(started, PartialDate):
        return started
    begun = next((change for change in changes if change.status.has_begun), None)
    posts = (day for entry in entries if entry.role is Role.POST and (day := day_of(entry)))
    day = (begun.day if begun else None) or next(posts, None)
    was_open = begun is not None and begun.day is not None and not begun.status.is_closed
    if day and finished and finished.last < day and not was_open:
        # A post of the tenth, the first to tell of the work, may say that it was over on the first.
        return finished
    return PartialDate.of(day) if day else None


def finished_of(
    entries: Iterable[Entry], changes: Sequence[Change], as_of: date
) -> PartialDate | None:
    """Return when something was done or dropped, as a page says or as its status changed; None: it is open.

    A day that a page names does not count once it was opened again after it.
    """
    if not changes or not changes[-1].status.is_closed:
        return None
    end, again = latest(entries, "finished"), reopened(changes)
    if isinstance(end, PartialDate) and end.first <= as_of and not (again and end.last <= again):
        return end
    return PartialDate.of(day) if (day := changes[-1].day) else None


def reproduced(entries: Iterable[Entry]) -> tuple[Reproduced, ...]:
    """Return a row for each number of each paper that entries, oldest first, tell of.

    A record without a paper is about the paper of the one before, and a record without a
    metric about the latest number of its paper: so a later post need say no more than what
    it `reached` by then. Of each part, the latest counts.
    """
    rows: list[Reproduced] = []
    at: dict[tuple[str, str], int] = {}  # the row of each paper and metric
    metrics: dict[str, str] = {}  # the latest of each paper
    paper = None
    for entry in entries:
        replication = entry.replicates
        if replication is None or not any(astuple(replication)):
            continue
        paper = replication.paper or paper
        of = Replication(paper).paper_key
        metric = fold_word(replication.metric) if replication.metric else metrics.get(of, "")
        row = at.pop((of, ""), at.get((of, metric)))  # "": nobody had said what is measured
        if row is None:
            row = len(rows)
            rows.append(Reproduced(Replication(paper), ()))
        at[of, metric] = row
        metrics[of] = metric
        posts = (entry.path,) if entry.role is Role.POST else ()
        rows[row] = Reproduced(_updated(rows[row].replication, replication), rows[row].posts + posts)
    return tuple(rows)


def _updated(before: Replication, after: Replication) -> Replication:
    """Return a record with each part that a later one says in place of its own."""
    return Replication(*(new or old for old, new in zip(astuple(before), astuple(after), strict=True)))
