"""A goal is finished: a post says so, and what becomes of its open milestones is settled with it."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from ...project.errors import ProjectError
from ...reading.entry import Source
from ...reading.folder_defaults import folder_defaults, is_folder_defaults
from ...roadmap.model import Milestone
from ...vocabulary.fields import Role, Status
from ...vocabulary.names import slug
from ...vocabulary.phrases import some
from ..names_in_use import Named, usual_folder
from ..scaffold import yaml_text
from .definitions import reference
from .mentions import scalar
from .move import move_to
from .site import SiteFiles

KEEP = "keep"
"""What leaves open milestones as they are."""
FATES = {"drop": Status.DROPPED, "pause": Status.PAUSED}
MOVE = "move:"
"""What goes before the goal that open milestones are to serve."""


class Wanted(NamedTuple):
    """What is to be written of a goal."""

    goal: str
    fate: str = ""
    """What becomes of its open milestones: of `FATES`, `KEEP`, or `MOVE` and a goal. Empty: not said."""
    reason: str = ""
    """Why they are dropped or paused. Empty: that the goal is done."""


def finish(files: SiteFiles, wanted: Wanted, now: datetime) -> None:
    """Say in a new post that a goal is done, and in another one what becomes of its open milestones.

    Posts are events, so nothing that was written before changes but for milestones that move to another
    goal. Raises ProjectError, where milestones are open and nobody said what becomes of them.
    """
    goal = files.find(Role.GOAL, wanted.goal)
    if goal.status and goal.status.is_closed:
        raise ProjectError(f"the goal {goal.title!r} is {goal.status} already")
    open_ = [m for m in files.roadmap.milestones if m.goal == goal.id and not m.status.is_closed]
    if open_ and not wanted.fate:
        raise ProjectError(_question(goal, open_))
    is_private = files.is_private(Role.GOAL, goal.id)
    if wanted.fate.startswith(MOVE):
        to = files.find(Role.GOAL, wanted.fate.removeprefix(MOVE).strip())
        for m in open_:
            move_to(files, files.names.milestones[m.id], to, now.date())
    elif wanted.fate in FATES and open_:
        _put_aside(files, goal, open_, wanted, now)
    lines = [f"goal: {yaml_text(reference(goal))}", f"status: {Status.DONE}"]
    _post(files, now, f"Done: {goal.title}", lines,
          "What did I want, what came of it, and what do I want next?", is_private=is_private)


def _question(goal: Named, open_: Sequence[Milestone]) -> str:
    listed = ", ".join(f"{m.title} ({m.status})" for m in open_[:10])
    more = f", and {len(open_) - 10} more" if len(open_) > 10 else ""
    verb = "is" if len(open_) == 1 else "are"
    return (f"{some(len(open_), 'milestone')} of the goal {goal.title!r} {verb} still open: {listed}{more}; "
            "say what becomes of them with --open drop, --open pause, "
            f"--open {KEEP} or --open '{MOVE}ANOTHER GOAL'")


def _put_aside(
    files: SiteFiles, goal: Named, open_: Sequence[Milestone], wanted: Wanted, now: datetime
) -> None:
    """Write posts about the open milestones: one about those that all may read of, one about the others. Of a
    private goal, whose name stands in them, all are private.
    """
    is_secret = files.is_private(Role.GOAL, goal.id)
    status = FATES[wanted.fate]
    reason = wanted.reason or f"The goal {goal.title!r} is done without it."
    for is_private in (False, True):
        own = [m for m in open_ if (m.is_private or is_secret) == is_private]
        if own:
            names = (reference(files.names.milestones[m.id]) for m in own)
            listed = ", ".join(scalar(name, None, is_in_line=True) for name in names)
            _post(files, now, f"Not for {goal.title} any more",
                  [f"milestone: [{listed}]", f"status: {status}", f"reason: {yaml_text(reason)}"],
                  "What of it was worth the time, and would be for somebody else?", is_private=is_private)


def _post(
    files: SiteFiles, now: datetime, title: str, lines: Sequence[str], prompt: str, *, is_private: bool
) -> None:
    """Add a post. On a day that has others it says the time, too, since else the paths would order them."""
    moment = now.replace(microsecond=0, tzinfo=None) if now.date() in files.names.days else now.date()
    front = [f"title: {yaml_text(title)}", f"date: {moment}", *lines]
    front += ["visibility: private"] if is_private else []
    folder = _folder(files)
    stem = f"{slug(title)[:80].strip('-')}{'-private' if is_private else ''}"
    name = f"{now:%Y-%m-%d}-{stem}" if files.names.dated else stem
    files.add(posixpath.join(folder, f"{name}.md"), "---\n" + "".join(f"{line}\n" for line in front)
              + f"---\n\n{prompt}\n")


def _folder(files: SiteFiles) -> str:
    """Return where most posts lie, or the nearest folder above that does not say what its posts are about:
    this one would be about it, too.
    """
    usual = usual_folder(files.project, Role.POST)
    most = files.names.folders.get(Role.POST, usual)
    parts = most.split("/")
    above = ["/".join(parts[:n]) for n in range(len(parts), 0, -1)]
    defaults = folder_defaults(
        Source(path, text) for path, text in files.now.items() if is_folder_defaults(path))
    return next((folder for folder in [*above, usual, ""]
                 if not defaults.of(posixpath.join(folder, "x.md")).is_of_roadmap), most)
