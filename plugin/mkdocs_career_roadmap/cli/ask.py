"""The commands that answer in the terminal, in plain lines: `next`, `show`, `log` and `decisions`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..project.config import Project, find_project
from ..project.progress import on_terminal
from ..vocabulary.fields import Status
from .parameters import AS_OF, DAY, PUBLIC, TARGET, day_of
from .terminal import say

if TYPE_CHECKING:
    from ..flow import Site
    from ..pages.more.decisions import Predicted
    from ..roadmap.model import Roadmap
    from ..vocabulary.labels import Words


def _read(project: Project, day: date, *, keep_private: bool) -> Site:
    from ..project.read_site import read_site  # noqa: PLC0415 - `--help` needs none of it

    with on_terminal() as progress:
        return read_site(project, day, keep_private=keep_private, progress=progress).site


def _print(lines: Iterable[str], nothing: str) -> None:
    """Print the lines; for none, say so where a pipe does not take it for an answer."""
    texts = list(lines)
    say("".join(f"{line}\n" for line in texts), nl=False)
    if not texts:
        say(nothing, err=True)


@click.command("next")
@TARGET
@AS_OF
@PUBLIC
def next_(target: Path, as_of: datetime | None, public: bool) -> None:
    """Print what is active and what is free to begin, and the longest way still to go, goal by goal.

    What private pages say is printed, too: this is your own terminal.
    """
    project = find_project(target)
    site = _read(project, day_of(project, as_of), keep_private=not public)
    _print(next_lines(site.roadmap, site.words), "nothing is planned")


@click.command()
@TARGET
@AS_OF
@click.option("--as", "audience", type=click.Choice(["public", "mentor"]), default="public",
              help="public: whoever reads the built site. mentor: who looks at your preview with you.")
def show(target: Path, as_of: datetime | None, audience: str) -> None:
    """Print what an audience sees of the roadmap, and what is kept from it.

    The names of pages that are kept back are printed, too: this is your own terminal.
    """
    from ..authoring.shown_to import shown_to  # noqa: PLC0415 - `--help` needs none of it

    project = find_project(target)
    site = _read(project, day_of(project, as_of), keep_private=audience == "mentor")
    _print(shown_to(site), "")


@click.command()
@TARGET
@AS_OF
@click.option("--since", type=DAY, help="The first day to tell of; ninety days ago unless said.")
@PUBLIC
def log(target: Path, as_of: datetime | None, since: datetime | None, public: bool) -> None:
    """Print what changed: milestones and goals that got another status, goals that got sharper.

    What private pages say is printed, too: this is your own terminal.
    """
    project = find_project(target)
    day = day_of(project, as_of)
    first = since.date() if since else date.fromordinal(max(day.toordinal() - 90, 1))
    site = _read(project, day, keep_private=not public)
    _print(log_lines(site.roadmap, first, site.words), f"nothing changed since {first}")


@click.command()
@TARGET
@PUBLIC
def decisions(target: Path, public: bool) -> None:
    """Print what you predicted and what was decided, the differences first.

    Private decisions are printed, too: this is your own terminal.
    """
    project = find_project(target)
    site = _read(project, day_of(project, None), keep_private=not public)
    _print(decision_lines(site.roadmap, site.words, keep_private=not public), "no decisions yet")


# --- lines ---


def log_lines(roadmap: Roadmap, since: date, words: Words) -> list[str]:
    """Return what changed on the day `since` and after it, a line each, oldest first:

    `2026-05-11  Label one dawn chorus: Done  (posts/may.md)`. Nothing changed: no lines.
    """
    from ..roadmap import insights  # noqa: PLC0415 - `--help` needs none of it
    from ..roadmap.model import Revision  # noqa: PLC0415

    lines = []
    for happened in insights.what_changed(roadmap, since):
        what, title = happened.what, happened.of.title
        change = words("sharpened_to", text=what.after) if isinstance(what, Revision) else words(what.status)
        lines.append(f"{happened.day.isoformat()}  {title}{words('colon')}{change}"
                     f"{words('brackets', text=what.path)}")
    return lines


def next_lines(roadmap: Roadmap, words: Words) -> list[str]:
    """Return what comes next towards each goal: its title, and indented below it what is active, what is
    free to begin and the longest way still to go; goals with something active first, and last what serves no
    goal. A goal of which nothing is open has no lines.
    """
    from ..roadmap import insights  # noqa: PLC0415

    paths = insights.critical_paths(roadmap)
    groups = [(goal.title, roadmap.milestones_of(goal), paths[goal.id]) for goal in roadmap.goals]
    groups.sort(key=lambda group: not any(m.status is Status.ACTIVE for m in group[1]))
    lines = []
    for title, milestones, path in [*groups, (words("other_milestones"), roadmap.loose_milestones, ())]:
        active = [m for m in milestones if m.status is Status.ACTIVE]
        steps = [f"  {words(Status.ACTIVE)}{words('colon')}{m.title}" for m in active]
        steps += [f"  {words('free_to_begin')}{words('colon')}{m.title}"
                  for m in insights.next_up(roadmap, milestones)]
        if len(path) > 1:
            titles = " → ".join(m.title for m in path)
            steps.append(f"  {words('critical_path')}{words('colon')}{titles}")
        lines += [title, *steps] if steps else []
    return lines


def decision_lines(roadmap: Roadmap, words: Words, *, keep_private: bool) -> list[str]:
    """Return the decisions that somebody predicted, the wrong ones first, with the rate of
    agreement from twenty on, and how often it was right at each confidence. None: no lines.
    """
    from ..pages.more.decisions import agreement, calibration, predictions  # noqa: PLC0415

    predicted = predictions(roadmap, keep_private=keep_private)
    lines = [line for p in predicted for line in _decision(p, words)]
    if rate := agreement(predicted):
        lines.append(words("agreement", done=rate.right, total=rate.of))
        lines += (f"  {band.low}-{band.high} %{words('colon')}{band.right}/{band.of}"
                  for band in calibration(predicted))
    return lines


def _decision(p: Predicted, words: Words) -> list[str]:
    decision, colon = p.decision, words("colon")
    day = f"{p.post.day.isoformat()}  " if p.post.day else ""
    sure = words("comma") + words("sure", n=decision.confidence) if decision.confidence is not None else ""
    by = words("decided_by", name=decision.by) if decision.by else words("decided")
    outcome = {True: "agrees", False: "differs", None: "undecided"}[p.is_right]
    return [
        f"{day}{decision.question}{words('brackets', text=words(outcome))}",
        *([f"  {words('predicted')}{sure}{colon}{decision.predicted}"] if decision.predicted else []),
        *([f"  {by}{colon}{decision.decided}"] if decision.decided else []),
        *([f"  {decision.why}"] if decision.why else []),
    ]
