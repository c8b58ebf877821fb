"""The four reports: which sections each has, in the order in which its reader asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from ...roadmap.model import Roadmap
from ..more.decisions import Predicted, predictions
from ..viewer import Viewer
from . import sections
from .life import curriculum, opening
from .shapes import Report, ReportItem, ReportSection, ToldOf
from .stuck import growth, help_with, stuck
from .writer import Asked, Writer


def report(view: Viewer, then: Roadmap, audience: str, asked: Asked, who: Iterable[str] = ()) -> Report:
    """Return the report for one of AUDIENCES. `then` is the roadmap at the end of the day before its first,
    `who` what its head says of its author. A section of which there is nothing to tell is left out.
    """
    w = view.words
    writer = Writer(view, then, asked)
    told = tuple(section for section in _SECTIONS[audience](writer) if section.groups)
    first = asked.since
    days = w.day(view.roadmap.as_of) if audience == "cv" and first == date.min else w(
        "from_to", start=w.day(first), end=w.day(view.roadmap.as_of))
    return Report(audience, w(f"report_{audience}"), (*filter(None, who), days),
                  w("report_private") if asked.keep_private else "", told,
                  () if audience == "cv" else writer.references, opening(view) if audience == "cv" else ())


def _committee(writer: Writer) -> Iterator[ReportSection]:
    yield sections.leads(writer)
    yield sections.done(writer, "done_since", day=writer.view.words.day(writer.asked.since))
    yield sections.under_way(writer)
    yield sections.changed(writer, after_leads=True)
    yield sections.learned(writer)
    yield sections.next_steps(writer)


def _review(writer: Writer) -> Iterator[ReportSection]:
    yield sections.done(writer, "results")
    yield sections.under_way(writer)
    yield growth(writer)
    yield help_with(writer)
    yield sections.changed(writer)
    yield sections.learned(writer)
    yield sections.next_steps(writer)


def _mentor(writer: Writer) -> Iterator[ReportSection]:
    yield sections.done(writer, "done_since", day=writer.view.words.day(writer.asked.since))
    yield sections.under_way(writer)
    yield stuck(writer)
    yield writer.flat("to_decide", (_decision(writer, p) for p in _decisions(writer)
                                    if not p.decision.decided))
    yield writer.flat("decided_since", (_decision(writer, p) for p in _decisions(writer)
                                        if p.decision.decided and writer.has(p.post.day)))
    yield sections.changed(writer)
    yield sections.learned(writer)
    yield sections.next_steps(writer)


def _decisions(writer: Writer) -> Iterator[Predicted]:
    return (p for p in predictions(writer.roadmap, keep_private=writer.asked.keep_private)
            if writer.is_about(p.post))


def _decision(writer: Writer, p: Predicted) -> ReportItem:
    """Return a decision: what was asked, what its author predicted, and what was decided if that is known."""
    d, w = p.decision, writer.view.words
    sure = w("sure", n=d.confidence) if d.confidence is not None else ""
    said = (ToldOf(w.listed((w("predicted"), sure)), d.predicted or ""),
            ToldOf(w("decided_by", name=d.by) if d.by else w("decided"), d.decided or ""),
            ToldOf(w("reason"), d.why or ""))
    day = w.day(p.post.day) if p.post.day else ""
    due = w("due", end=w.day(d.target)) if d.target and not d.decided else ""
    return ReportItem(w.marked(d.question, not p.is_public), writer.view.link(p.post.path),
                      tuple(filter(None, (day, due))), tuple(one for one in said if one.text))


_SECTIONS: Mapping[str, Callable[[Writer], Iterable[ReportSection]]] = {
    "committee": _committee, "review": _review, "mentor": _mentor, "cv": curriculum}
