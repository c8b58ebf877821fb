"""Keys by which other tools say what the roadmap has a field for, or has none for: one table for the reader
and the guide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OtherWord:
    """A key of other tools."""

    field: str = ""
    """The field of ours that says the same. Empty: there is none."""
    instead: str = ""
    """What to write where there is none: the end of a sentence."""
    beside: frozenset[str] = frozenset()
    """Keys of the tool that reads this one: beside one of them it is no word for us."""
    is_shared: bool = False
    """True: others mean other things by it, too; with a value that the field does not take it is theirs."""


_JUST_THE_DOCS = frozenset({"nav_order", "has_children", "has_toc", "grand_parent", "nav_exclude", "layout"})

OTHER_WORDS: Mapping[str, OtherWord] = {
    word: about
    for words, about in {
        "due, due_date, deadline, end, end_date": OtherWord("target"),
        "start, start_date": OtherWord("started"),
        "started_on, begin, begun": OtherWord("started", is_shared=True),
        "finish, finished_on, completed, completed_on": OtherWord("finished", is_shared=True),
        "because, why": OtherWord("reason", is_shared=True),
        "aka, also_known_as": OtherWord("aliases", is_shared=True),
        "blocked_by, depends, dependencies, after, requires": OtherWord("depends_on"),
        "state": OtherWord("status", is_shared=True),
        "parent": OtherWord("part_of", beside=_JUST_THE_DOCS, is_shared=True),
        "links": OtherWord("evidence", is_shared=True),
        "proof": OtherWord("evidence"),
        "collaborators, coauthors, co_authors, mentor, mentors": OtherWord("with", is_shared=True),
        "owner, assignee": OtherWord(
            instead="the work is that of the option `person`; write `with: [Ada Lovelace]` for whoever does "
                    "it with you"),
        "progress": OtherWord(
            instead="progress is counted: write `amount: 8 of 12 books`, or break the milestone down into "
                    "parts with `part_of`"),
        "health": OtherWord(
            instead="what is late, stale or waiting follows from `target`, `depends_on` and the days of the "
                    "posts"),
        "priority": OtherWord(
            instead="the order follows from `target` and `depends_on`, and `estimate` weighs ideas"),
        "effort, impact, likelihood, complexity": OtherWord(
            instead="it is a part of `estimate`, such as `estimate: {effort: 4, impact: 2}`, or of `actual`"),
        "metric, claimed": OtherWord(
            instead="it is a part of `replicates`, such as `replicates: {metric: accuracy, claimed: 0.7}`"),
        "predicted, confidence": OtherWord(
            instead="it is a part of one of the `decisions`, such as `decisions: [{question: ..., predicted: "
                    "...}]`"),
        "moved_from, split_from": OtherWord(
            instead="it is a part of `history`, such as `history: [{day: 2026-11-28, moved_from: A goal}]`"),
    }.items()
    for word in words.split(", ")
}
"""By key, as fields are written."""
