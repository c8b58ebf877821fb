"""Every word the plugin itself puts on a page, as one table, and how days are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .dates import PartialDate

ENGLISH: Mapping[str, str] = {
    # Statuses.
    "idea": "Idea",
    "planned": "Planned",
    "active": "Active",
    "paused": "Paused",
    "done": "Done",
    "dropped": "Dropped",
    # The views and their parts.
    "map": "Map",
    "board": "Board",
    "timeline": "Timeline",
    "goals": "Goals",
    "goal": "Goal",
    "milestone": "Milestone",
    "milestones": "Milestones",
    "posts": "Posts",
    "views": "Views of the roadmap",
    "goals_and_milestones": "Goals and milestones",
    "map_note": "Each row is a goal, read left to right. Lines join a milestone to what it needed first.",
    "other_milestones": "Without a goal yet",
    "latest_posts": "Latest posts",
    "now": "Now",
    "next": "Next",
    "ideas": "Ideas",
    "last_finished": "Last finished",
    "nothing_now": "Nothing is under way.",
    "nothing_next": "Nothing is planned.",
    "nothing_done": "Nothing is finished yet.",
    "earlier": "{n} earlier",
    "later": "{n} later",
    "n_more": "{n} more",
    "n_paused": "{n} paused",
    "n_dropped": "{n} dropped",
    "n_ideas": "{n} idea | {n} ideas",
    # Sums.
    "n_goals": "{n} long-term goal | {n} long-term goals",
    "n_milestones": "{n} milestone | {n} milestones",
    "n_posts": "{n} post | {n} posts",
    "no_posts": "no posts yet",
    "n_done": "{n} done",
    "n_active": "{n} under way",
    "n_planned": "{n} planned",
    "summary": "{goals}, {milestones}: {counts}.",
    "summary_empty": "{goals}, {milestones}.",
    "as_of": "As of {day}.",
    "done_of": "{done} of {total} done",
    "done_of_milestones": "{done} of {total} milestones done",
    "nothing_to_do": "no milestones yet",
    "sharpened": "sharpened {n}×",
    "sharpened_goal": "sharpened the goal",
    "focus": "focus limit {n}",
    "focus_note": "More is active than the focus limit of {n}.",
    "explorations": "{n} exploration beside it | {n} explorations beside it",
    # Days.
    "from_to": "{start} – {end}",
    "since": "since {start}",
    "from": "from {start}",
    "due": "due {end}",
    "by": "by {end}",
    "dropped_on": "dropped {end}",
    "paused_on": "paused {day}",
    "revisit": "look again {day}",
    # One goal or milestone.
    "scope_of": "scope {n} of {all}",
    "scope_of_named": "scope {n} of {all}, {name}",
    "for": "for",
    "towards": "towards",
    "needs": "needs",
    "waits_for": "waits for",
    "part_of": "part of",
    "needed_first": "Needed first",
    "makes_possible": "Makes possible",
    "parts": "Parts",
    "builds_on": "Builds on",
    "across_goals": "Across goals",
    "critical_path": "The longest way still to go",
    "how_sharper": "How this goal got sharper",
    "what_it_changed": "What it changed",
    "goal_went": "The goal went from {before} to {after}.",
    "after": "After",
    "before": "Before",
    "reason": "Why",
    "evidence": "Evidence",
    "lessons": "Lessons",
    "replication": "Replication",
    "claimed": "claimed",
    "reached": "reached",
    "metric": "metric",
    "paper": "paper",
    "estimate": "Estimate",
    "actual": "Actual",
    "effort": "effort",
    "impact": "impact",
    "likelihood": "likelihood",
    "complexity": "complexity",
    "survey": "survey",
    "replication_kind": "replication",
    "extension": "extension",
    "original": "original work",
    "exploration": "exploration",
    # Posts.
    "on_roadmap": "On the roadmap",
    "more_on_roadmap": "More on the roadmap",
    "post_of": "post {n} of {all}",
    "Post_of": "Post {n} of {all}",
    "mentioned_in": "Mentioned in",
    "next_in_goal": "Next in this goal",
    # Nothing there yet.
    "empty_map": "No goals yet. Give a post these lines, and it begins your roadmap:",
    "empty_milestone": "No posts yet. A post belongs here when its front matter says:",
    "empty_goal": "No milestones yet. A post begins one when its front matter says:",
    # The timeline's table.
    "when": "When",
    "status": "Status",
    "today": "today",
    "a_post": "a post",
    "key": "Key",
    "larger_scope": "higher = larger scope",
    "line_needed": "needed first",
    "line_waits": "not there yet",
}

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True)
class Words:
    """The words of one site."""

    table: Mapping[str, str] = field(default_factory=lambda: ENGLISH, hash=False)

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of `key` with its places filled; where there is a plural,
        `n` chooses. Raises KeyError for a key that the table does not have.
        """
        text = self.table[key]
        if " | " in text:
            one, many = text.split(" | ")
            text = one if values.get("n") == 1 else many
        return text.format_map(values) if values else text

    def day(self, day: PartialDate | date) -> str:
        """Return a day as exact as it is: `15 Nov 2026`, `Nov 2026` or `2026`."""
        when = PartialDate.of(day) if isinstance(day, date) else day
        parts = (when.day, when.month and _MONTHS[when.month - 1], when.year)
        return " ".join(str(part) for part in parts if part)

    def month(self, day: PartialDate | date) -> str:
        """Return a day to the month, which is as exact as plans are: `Nov 2026`."""
        return self.day(PartialDate(day.year, day.month))
