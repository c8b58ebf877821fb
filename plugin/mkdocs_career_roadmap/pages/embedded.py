"""What a `roadmap` block in a page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ..reading.blocks import Embed
from ..reading.entry import Name
from ..roadmap.model import Goal, Roadmap
from ..vocabulary.fields import Role
from ..vocabulary.names import slug
from ..vocabulary.phrases import suggestion
from ..vocabulary.problems import Problem, problem
from .board import board_page
from .map.drawing import Map, draw_map
from .person import person_head
from .shapes import Card, GoalCard, Ref, Shown, Stop
from .timeline import draw_timeline
from .viewer import Viewer


class EmbeddedView(NamedTuple):
    """The view of a map, of goals or of posts, inside of another page."""

    map: Map | None = None
    goals: tuple[GoalCard, ...] = ()
    loose: tuple[Card, ...] = ()
    loose_rail: tuple[Stop, ...] = ()
    loose_rest: Ref | None = None
    posts: tuple[Ref, ...] = ()


def find_goal(roadmap: Roadmap, name: Name) -> Goal | None:
    """Return the goal of that id, title or other name."""
    by_name = (goal for goal in roadmap.goals
               if name.id in (slug(goal.title), *(other.id for other in goal.aliases), *goal.ids_before))
    return roadmap.goal.get(name.id) or next(by_name, None)


def unknown_goals(roadmap: Roadmap, embeds: Iterable[Embed]) -> list[Problem]:
    """Return a problem for each block that asks for a goal the roadmap does not have."""
    problems = []
    for embed in embeds:
        if embed.goal and find_goal(roadmap, embed.goal) is None:
            names = [name for goal in roadmap.goals for name in (goal.id, goal.title)]
            advice = suggestion(
                embed.goal.text, names, f"the roadmap's goals are {', '.join(roadmap.goal) or 'none yet'}")
            problems.append(problem(
                "bad-embed", embed.goal.place, f"there is no {Role.GOAL} {embed.goal.text!r}{advice}"))
    return problems


def embedded(view: Viewer, embed: Embed) -> tuple[str, object]:
    """Return the template and the view of a block. An unknown goal shows nothing of any."""
    goal = find_goal(view.roadmap, embed.goal) if embed.goal else None
    shown = Shown(
        goal=goal.id if goal else "" if embed.goal else None,
        statuses=frozenset(embed.status), limit=embed.limit, is_embedded=True)
    view = replace(view, shown=shown)
    if embed.view == "board":
        return "board", board_page(view)
    if embed.view == "timeline":
        return "timeline", draw_timeline(view)
    if embed.view == "person":
        return "embed-person", person_head(view)
    if embed.view == "posts":
        return "embed-posts", EmbeddedView(posts=_posts(view))
    goals = tuple(view.goal_card(goal) for goal in view.goals[: embed.limit])
    if embed.view == "map":
        loose = tuple(view.card(m) for m in view.loose)
        return "embed-map", EmbeddedView(draw_map(view, goals, loose), goals, loose, *view.loose_stops(loose))
    return f"embed-{embed.view}", EmbeddedView(goals=goals)


def _posts(view: Viewer) -> tuple[Ref, ...]:
    """Return the posts of the goal, or all of them, newest first."""
    roadmap = view.roadmap
    goal = roadmap.goal.get(view.shown.goal or "")
    paths = goal.posts if goal else () if view.shown.goal is not None else tuple(roadmap.post)
    return tuple(view.post_ref(roadmap.post[path]) for path in paths[::-1][: view.shown.limit])
