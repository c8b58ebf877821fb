"""The roadmap as plain lines of words, for a terminal."""

from __future__ import annotations

from datetime import date

from ..pages.decisions import Predicted, agreement, calibration, predictions
from ..roadmap import insights
from ..roadmap.model import Revision, Roadmap
from ..vocabulary.labels import Words


def log_lines(roadmap: Roadmap, since: date, words: Words) -> list[str]:
    """Return what changed on the day `since` and after it, a line each, oldest first:

    `2026-05-11  Label one dawn chorus: Done  (posts/may.md)`. Nothing changed: no lines.
    """
    lines = []
    for happened in insights.what_changed(roadmap, since):
        what, title = happened.what, happened.of.title
        said = words("sharpened_to", text=what.after) if isinstance(what, Revision) else words(what.status)
        lines.append(f"{happened.day.isoformat()}  {title}{words('colon')}{said}"
                     f"{words('brackets', text=what.path)}")
    return lines


def next_lines(roadmap: Roadmap, words: Words) -> list[str]:
    """Return what comes next towards each goal: its title, and indented below it what is free
    to begin and the longest way still to go. A goal of which nothing is open has no lines.
    """
    lines = []
    paths = insights.critical_paths(roadmap)
    for goal in roadmap.goals:
        free = insights.next_up(roadmap, roadmap.milestones_of(goal))
        told = [f"  {words('free_to_begin')}{words('colon')}{m.title}" for m in free]
        path = paths[goal.id]
        if len(path) > 1:
            titles = " → ".join(m.title for m in path)
            told.append(f"  {words('critical_path')}{words('colon')}{titles}")
        lines += [goal.title, *told] if told else []
    return lines


def decision_lines(roadmap: Roadmap, words: Words, *, keep_private: bool) -> list[str]:
    """Return the decisions that somebody predicted, the wrong ones first, with the rate of
    agreement from twenty on, and how often it was right at each confidence. None: no lines.
    """
    predicted = predictions(roadmap, keep_private=keep_private)
    lines = [line for p in predicted for line in _decision(p, words)]
    if found := agreement(predicted):
        lines.append(words("agreement", done=found.right, total=found.of))
        lines += (f"  {band.low}-{band.high} %{words('colon')}{band.right}/{band.of}"
                  for band in calibration(predicted))
    return lines


def _decision(p: Predicted, words: Words) -> list[str]:
    said, colon = p.decision, words("colon")
    day = f"{p.post.day.isoformat()}  " if p.post.day else ""
    sure = words("comma") + words("sure", n=said.confidence) if said.confidence is not None else ""
    by = words("decided_by", name=said.by) if said.by else words("decided")
    outcome = {True: "agrees", False: "differs", None: "undecided"}[p.is_right]
    return [
        f"{day}{said.question}{words('brackets', text=words(outcome))}",
        *([f"  {words('predicted')}{sure}{colon}{said.predicted}"] if said.predicted else []),
        *([f"  {by}{colon}{said.decided}"] if said.decided else []),
        *([f"  {said.why}"] if said.why else []),
    ]
