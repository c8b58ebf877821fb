"""What all reports are made of: the days they are about, and the pieces they tell of each thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from ...reading.entry import Evidence
from ...roadmap import insights
from ...roadmap.model import Goal, Milestone, Post, Reproduced, Roadmap
from ...vocabulary.dates import PartialDate
from ...vocabulary.identifiers import identified
from ..shapes import Ref
from ..viewer import Viewer, amount_in_words
from .shapes import Cited, Reference, ReportGroup, ReportItem, ReportSection, ToldOf

_SENTENCE = re.compile(
    r".*(?:[^\W\dA-Z_]{4}[.!?][\"'\u201d\u2019\u00bb)]?(?=\s)|[\u3002\uff01\uff1f])", re.DOTALL)
"""Up to the end of the last sentence. A short word with a dot may be an abbreviation, and so may Prof."""


def whole_sentences(text: str) -> str:
    """Return a text that was cut up to its last whole sentence; one without any, or not cut, as it is."""
    whole = _SENTENCE.match(text) if text.endswith("\u2026") else None
    return whole[0] if whole else text


@dataclass(frozen=True)
class Asked:
    """What a report was asked for."""

    since: date
    """The first day it is about."""
    goal: str | None = None
    """The id of the only goal it is about. None: all are."""
    keep_private: bool = False
    """True: what is private is told, too."""


@dataclass(frozen=True)
class Writer:
    """Makes the pieces of one report, and keeps the list of its references."""

    view: Viewer
    """Of the roadmap at the end of the report's last day."""
    then: Roadmap
    """The roadmap at the end of the day before its first."""
    asked: Asked
    _references: dict[str, Reference] = field(default_factory=dict)

    @property
    def roadmap(self) -> Roadmap:
        return self.view.roadmap

    @property
    def references(self) -> tuple[Reference, ...]:
        """What was told of until now, by its numbers."""
        return tuple(self._references.values())

    # --- what it is about ---

    def has(self, day: date | None) -> bool:
        """True for a day of the report."""
        return day is not None and self.asked.since <= day <= self.roadmap.as_of

    def ended(self, m: Milestone | Goal) -> PartialDate | None:
        """Return when something came to have the status that it has, if that was in these days, else None.

        A day that its author gave for the end goes before that of the post.
        """
        own = m.finished if isinstance(m, Milestone) else None
        day = own or (PartialDate.of(last) if m.changes and (last := m.changes[-1].day) else None)
        return day if day and self.has(min(day.last, self.roadmap.as_of)) else None

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals it is about."""
        return tuple(g for g in self.roadmap.goals if self.asked.goal in (None, g.id))

    def lanes(self) -> Iterator[tuple[Goal | None, tuple[Milestone, ...]]]:
        """Yield each goal with the milestones to be told of under it, each once; None: those of no goal."""
        for goal in self.goals:
            yield goal, tuple(m for m in self.roadmap.milestones_of(goal)
                              if self.asked.goal or m.goal == goal.id)
        if self.asked.goal is None:
            yield None, self.roadmap.loose_milestones

    def posts(self, m: Milestone) -> list[Post]:
        """Return the posts of these days about a milestone, oldest first."""
        return [post for path in m.posts if self.has((post := self.roadmap.post[path]).day)]

    def is_about(self, post: Post) -> bool:
        """True for a post that serves the goal asked for, if one was."""
        return self.asked.goal is None or self.asked.goal in post.goals

    # --- pieces ---

    def by_goal(
        self, tell: Callable[[Goal | None, tuple[Milestone, ...]], Iterable[ReportItem]]
    ) -> tuple[ReportGroup, ...]:
        """Return what is to be told under each goal; goals of which there is nothing are left out."""
        groups = []
        for goal, milestones in self.lanes():
            items = tuple(tell(goal, milestones))
            title = self.view.title(goal) if goal else self.view.words("other_milestones")
            groups.append(ReportGroup(items, title, self.view.link(goal.page) if goal else None))
        return tuple(group for group in groups if group.items)

    def section(self, name: str, groups: Iterable[ReportGroup], **values: object) -> ReportSection:
        """Return a section of the title that the label of its name has."""
        return ReportSection(name, self.view.words(name, **values), tuple(g for g in groups if g.items))

    def flat(self, name: str, items: Iterable[ReportItem], **values: object) -> ReportSection:
        """Return a section of one group."""
        return self.section(name, (ReportGroup(tuple(items)),), **values)

    def item(
        self, of: Milestone | Goal, facts: Iterable[str], said: Iterable[ToldOf] = (),
        evidence: Iterable[Evidence] = (),
    ) -> ReportItem:
        return ReportItem(self.view.title(of), self.view.link(of.page), tuple(filter(None, facts)),
                          tuple(one for one in said if one.text or one.links),
                          tuple(self.proof(e) for e in evidence))

    def proof(self, evidence: Evidence) -> Cited:
        """Return a piece of evidence with its number among the references, which it gets if it has none."""
        ref = self.view.evidence_ref(evidence)
        number = self._number(evidence.target or evidence.url or repr(evidence), ref)
        return Cited(number, ref.title, ref.note)

    def _number(self, written: str, ref: Ref) -> int:
        """Return the number of what stands at an address, the same for all spellings of that."""
        known = identified(written)
        new = Reference(len(self._references) + 1, ref.title, ref.note, ref.href)
        return self._references.setdefault(known.key if known else written, new).number

    def told_in(self, posts: Iterable[Post]) -> list[ToldOf]:
        """Return what posts say of themselves, or else how they begin, and behind it the titles of those
        that have no words.
        """
        posts, words = list(posts), self.view.words
        said = [ToldOf(words.listed((self.view.title(p), words.day(p.day) if p.day else "")), text)
                for p in posts if (text := p.description or whole_sentences(p.excerpt))]
        rest = tuple(self.view.post_ref(p) for p in posts if not (p.description or p.excerpt))
        return [*said, ToldOf(words("posts"), "", rest)] if rest else said

    def reason(self, of: Milestone | Goal) -> ToldOf:
        """Return why it is paused, dropped or reached in part; empty: nobody says, or it is none of these."""
        return ToldOf(self.view.words("reason"), (of.reason or "") if of.status.has_reason else "")

    def reproduced(self, row: Reproduced) -> ToldOf:
        """Return one number of a paper, and what was reached; the paper becomes one of the references.

        Words of ours stand first: by the first word a browser sees from which side a sentence is read.
        """
        w, r = self.view.words, row.replication
        numbers = ((key, text) for key, text in (("claimed", r.claimed), ("reached", r.reached)) if text)
        told = w.listed(f"{w(key)} {text}" for key, text in numbers)
        if r.metric:
            told = told + w("brackets", text=r.metric) if told else r.metric
        cited = f" [{self._number(r.paper, Ref(r.paper, r.url, note=w('paper')))}]" if r.paper else ""
        return ToldOf(w("replication"), told + cited)

    def together(self, m: Milestone) -> ToldOf:
        """Return with whom a milestone was worked on."""
        return ToldOf(self.view.words("with"), "", self.view.people(m.people))

    def size(self, m: Milestone) -> tuple[str, ...]:
        """Return how large a milestone is, and how much of it is done, in words."""
        scope = self.view.scope(m)
        w = self.view.words
        named = w("scope_of_named", n=scope.rung, all=scope.rungs, name=scope.name) if scope else ""
        return named, amount_in_words(w, m.amount), self.view.parts_done(m)

    def new_evidence(self, m: Milestone) -> tuple[Evidence, ...]:
        """Return the evidence that nobody had named before these days."""
        before = self.then.milestone.get(m.id)
        return tuple(e for e in m.evidence if not before or e not in before.evidence)

    def due(self, m: Milestone) -> str:
        """Return by when it should be done, in words; empty: nobody says."""
        return self.view.words("due", end=self.view.words.day(m.target)) if m.target else ""

    def waits(self, m: Milestone) -> ToldOf:
        """Return what a milestone waits for."""
        return ToldOf(self.view.words("waits_for"), "", tuple(
            self.view.ref(n) for n in insights.waits_for(self.roadmap, m)))

    def done(self, m: Milestone) -> ReportItem:
        """Return something that was reached, with all that proves it."""
        w, day = self.view.words, self.ended(m)
        own = [self.reason(m), self.together(m), *self.told_in(self.posts(m)),
               *map(self.reproduced, m.replications)]
        return self.item(m, (w.listed((w(m.status), w.day(day) if day else "")), *self.size(m)),
                         [ToldOf("", m.description or ""), *own], m.evidence)

    def going_on(self, m: Milestone) -> ReportItem:
        """Return something that is under way, what came out of it in these days, and what it waits for."""
        w = self.view.words
        rows = [row for row in m.replications if any(self.has(self.roadmap.post[p].day) for p in row.posts)]
        return self.item(m, (w(m.status), self.due(m), *self.size(m)),
                         [self.together(m), *self.told_in(self.posts(m)), *map(self.reproduced, rows),
                          self.waits(m)],
                         self.new_evidence(m))

    def ahead(self, m: Milestone) -> ReportItem:
        """Return something that is to be done, with its days and what it waits for."""
        w = self.view.words
        start = insights.planned_start(self.roadmap, m)
        begins = w("from", start=w.day(start)) if start else ""
        return self.item(m, (w(m.status), begins, self.due(m)), [self.waits(m)])
