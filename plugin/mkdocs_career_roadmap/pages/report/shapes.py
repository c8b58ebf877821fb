"""What a report says, as plain data: a template has only to set it.

Nothing here is a sentence of ours: each text is a fact behind its label, or the words of a page.
"""

from __future__ import annotations

from typing import NamedTuple

from ..shapes import Ref


class ToldOf(NamedTuple):
    """What was said of something, behind a label."""

    label: str
    """What it is, or the title of the post whose words it is. Empty: it needs none."""
    text: str
    """In the author's words; empty: the links alone say it."""
    links: tuple[Ref, ...] = ()


class ReportItem(NamedTuple):
    """One thing that a report tells of: a milestone, a goal, a decision or a piece of evidence."""

    title: str
    href: str | None = None
    """None: the site has no page of it."""
    facts: tuple[str, ...] = ()
    """Its status, days and sizes, in words."""
    said: tuple[ToldOf, ...] = ()
    proof: tuple[Cited, ...] = ()


class Cited(NamedTuple):
    """A piece of evidence where it is told of."""

    number: int
    """Where it stands among the references."""
    title: str
    note: str
    """What it is, with its number, in words; may be empty."""


class ReportGroup(NamedTuple):
    """What belongs together in a section: the work towards one goal, or that of one year."""

    items: tuple[ReportItem, ...]
    title: str = ""
    """Empty: the section has one group, or these serve no goal and stand first."""
    href: str | None = None


class ReportSection(NamedTuple):
    """One part of a report. There is none without a group, and no group without an item."""

    name: str
    """The same in every language."""
    title: str
    groups: tuple[ReportGroup, ...]


class Reference(NamedTuple):
    """A piece of evidence in the list at the end."""

    number: int
    title: str
    note: str
    href: str | None
    """None: it is a number that stands nowhere."""


class Report(NamedTuple):
    """A report to one sort of reader."""

    audience: str
    """One of AUDIENCES."""
    title: str
    head: tuple[str, ...]
    """Who reports, on what days, and where the rest is to be read."""
    warning: str
    """What a report says of itself that holds what is private; else empty."""
    sections: tuple[ReportSection, ...]
    references: tuple[Reference, ...]
    opening: tuple[ToldOf, ...] = ()
    """What stands between the head and the first section: of a curriculum vitae, what its author says of
    themselves and where to write to them.
    """


AUDIENCES = ("committee", "review", "mentor", "cv")
"""Whom a report is for. Each has a label, `report_<name>`."""
