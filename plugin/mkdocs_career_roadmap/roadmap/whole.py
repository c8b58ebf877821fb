"""What the pages of a roadmap ask of all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from . import insights
from .loop import look_again
from .model import Milestone, Revision, Roadmap
from .parts import below


@dataclass(frozen=True)
class Whole:
    """What single pages ask of the whole roadmap, worked out once for all of them: asked
    anew for every page, it would take the time of the square of the pages.
    """

    roadmap: Roadmap

    @cached_property
    def sharpening(self) -> frozenset[str]:
        """The milestones that taught a revision."""
        goals = self.roadmap.goals
        return frozenset(id for goal in goals for r in goal.revisions for id in r.milestones)

    @cached_property
    def parts(self) -> Mapping[str, insights.Progress]:
        """How far the parts of each whole are, at any depth, by its id."""
        roadmap = self.roadmap
        return {m.id: insights.progress(below(roadmap, m)) for m in roadmap.milestones if m.parts}

    @cached_property
    def look_again(self) -> Mapping[str, Revision]:
        """What nobody wrote about since its goal was restated, by id."""
        return look_again(self.roadmap)

    @cached_property
    def critical_paths(self) -> Mapping[str, tuple[Milestone, ...]]:
        """By the goal's id."""
        return insights.critical_paths(self.roadmap)

    @cached_property
    def lines(self) -> Mapping[str, tuple[Milestone, ...]]:
        """What is planned, by the goal's id."""
        return {goal.id: insights.in_line(self.roadmap, goal) for goal in self.roadmap.goals}
