"""The curriculum vitae: where the work leads, what came out of it, and what was finished, year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ...reading.entry import Evidence
from ...roadmap.model import Milestone
from ...vocabulary.identifiers import KINDS
from ...vocabulary.person import Era
from ..more.evidence import day_of_proof, proven
from ..person import person_head
from ..shapes import Ref
from ..viewer import Viewer
from ..works import cited
from .sections import leads
from .shapes import ReportGroup, ReportItem, ReportSection, ToldOf
from .writer import Writer


def opening(view: Viewer) -> tuple[ToldOf, ...]:
    """Return what the person of the site says of themselves, and their addresses; without one, nothing."""
    person = person_head(view)
    said = (ToldOf("", person.about), ToldOf(view.words("looking_for"), person.looking_for),
            ToldOf("", "", person.profiles)) if person else ()
    return tuple(one for one in said if one.text or one.links)


def curriculum(writer: Writer) -> Iterator[ReportSection]:
    """Yield the sections of a curriculum vitae."""
    yield leads(writer, as_they_are=True)
    if writer.asked.goal is None:
        yield writer.flat("eras", (_era(writer, era) for era in reversed(writer.view.settings.eras)
                                   if era.end is None or era.end.last >= writer.asked.since))
    of_kind: defaultdict[str, list[ReportItem]] = defaultdict(list)
    for m, evidence in _outputs(writer):
        of_kind[evidence.kind].append(_output(writer, m, evidence))
    talks = of_kind.pop("talk", [])
    yield writer.section("outputs", (
        ReportGroup(tuple(of_kind[kind]), writer.view.words(f"kinds_{kind}" if kind else "kinds_other"))
        for kind in (*KINDS, "") if kind in of_kind))
    yield writer.flat("kinds_talk", talks)
    of_year: defaultdict[int, list[ReportItem]] = defaultdict(list)
    for m in _reached(writer):
        if m.finished:
            of_year[m.finished.year].append(_milestone(writer, m))
    yield writer.section("finished_work", (
        ReportGroup(tuple(of_year[year]), str(year)) for year in sorted(of_year, reverse=True)))


def _era(writer: Writer, era: Era) -> ReportItem:
    """Return some years with an employer, or towards a degree."""
    view, first, *rest = writer.view, *era.titles
    start = view.short(era.start)
    days = view.words("from_to", start=start, end=view.short(era.end)) if era.end else view.words(
        "since", start=start)
    return ReportItem(first, None, (*rest, *filter(None, (era.place, days))),
                      (ToldOf("", era.about),) if era.about else ())


def _mine(writer: Writer) -> list[Milestone]:
    return [m for _, milestones in writer.lanes() for m in milestones]


def _outputs(writer: Writer) -> Iterator[tuple[Milestone, Evidence]]:
    """Yield each piece of evidence once, the latest first."""
    mine, told = {m.id for m in _mine(writer)}, set()
    for m in proven(writer.roadmap):
        day = day_of_proof(writer.roadmap, m)
        if m.id in mine and (day is None or writer.has(day)):
            for evidence in m.evidence:
                number = writer.proof(evidence).number
                if number not in told:
                    told.add(number)
                    yield m, evidence


def _output(writer: Writer, m: Milestone, evidence: Evidence) -> ReportItem:
    view, day = writer.view, day_of_proof(writer.roadmap, m)
    ref = view.evidence_ref(evidence)
    work = evidence.work
    return ReportItem(ref.title, ref.href, tuple(filter(None, (
        cited(work, view.words) if work else "", str(day.year) if day and not (work and work.year) else "",
        view.evidence_number(evidence) if evidence.title else "",
        view.title(m)))),
        (ToldOf("", "", (Ref(ref.href, ref.href),)),) if ref.href and ref.href != ref.title else ())


def _reached(writer: Writer) -> list[Milestone]:
    """Return what was reached, the latest first; parts are told by their wholes."""
    found = [m for m in _mine(writer) if m.status.is_reached and not m.part_of and writer.ended(m)]
    return sorted(found, reverse=True, key=lambda m: (m.finished.last if m.finished else date.min, m.id))


def _milestone(writer: Writer, m: Milestone) -> ReportItem:
    view = writer.view
    scope = view.scope(m)
    return writer.item(m, (view.short(m.finished), scope.name if scope else "", view.goal_title(m),
                           view.words(m.status) if m.reason and m.status.has_reason else ""))
