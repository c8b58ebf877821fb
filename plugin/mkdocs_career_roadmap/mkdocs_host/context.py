"""What theme templates see of the roadmap: plain values, addresses relative to the site's root."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import escape

from ..flow import Site
from ..pages.viewer import amount_in_words
from ..roadmap import insights
from ..roadmap.model import Goal, Milestone, Post

Urls = Callable[[str], str | None]


def roadmap_context(site: Site, url: Urls) -> dict[str, Any]:
    """Return the variable `roadmap` of theme templates.

    `as_of` is ISO 8601 text; so are all days. `posts` are newest first.
    """
    roadmap, words = site.roadmap, site.words
    safe = escape  # themes print without escaping, and `| e` leaves alone what is escaped

    def milestone(m: Milestone) -> dict[str, Any]:
        return {
            "id": m.id, "title": safe(m.title), "url": url(m.page), "status": str(m.status),
            "status_label": safe(words(m.status)), "goal": m.goal,
            "goals": list(m.goals),
            "started": str(m.started or ""), "finished": str(m.finished or ""),
            "target": str(m.target or ""), "posts": len(m.posts),
            "amount": safe(amount_in_words(words, m.amount)),
        }

    def goal(g: Goal) -> dict[str, Any]:
        progress = insights.progress(roadmap.milestones_of(g))
        return {
            "id": g.id, "title": safe(g.title), "url": url(g.page), "status": str(g.status),
            "status_label": safe(words(g.status)), "statement": safe(g.statement or ""),
            "target": str(g.target or ""), "done": progress.done, "total": progress.total,
            "milestones": [milestones[id] for id in g.milestones],
        }

    def post(p: Post) -> dict[str, Any]:
        return {
            "title": safe(p.title), "url": url(p.path), "date": p.day.isoformat() if p.day else "",
            "goal": p.goal, "milestones": list(p.milestones),
        }

    milestones = {m.id: milestone(m) for m in roadmap.milestones}
    return {
        "title": safe(site.settings.title),
        "url": url(f"{site.settings.folder}/index.md"),
        "as_of": roadmap.as_of.isoformat(),
        "goals": [goal(g) for g in roadmap.goals],
        "milestones": list(milestones.values()),
        "posts": [post(p) for p in reversed(roadmap.posts)],
    }
