"""What the author of a blog says to an import: what the posts are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_career_roadmap.authoring.series import Member, find_series, fold_category
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.vocabulary.phrases import hint
from mkdocs_career_roadmap.vocabulary.slips import did_you_mean

from .report import Proposal


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the author of a blog said to the import."""

    goal: str | None = None
    by_category: Mapping[str, str] = field(default_factory=dict)
    timezone: str | None = None
    command: str = "career-roadmap import"

    def goal_of(self, groups: list[str]) -> str | None:
        """Return the goal of a post with these categories: that of the first which has one."""
        goals = {fold_category(name): goal for name, goal in self.by_category.items()}
        return next((goals[fold_category(one)] for one in groups if fold_category(one) in goals), self.goal)

    def refuse_unknown(self, categories: Iterable[str]) -> None:
        """Refuse a goal for a category that no post has: it would be lost without a word."""
        there = {fold_category(name): name for name in categories}
        for name in self.by_category:
            if fold_category(name) not in there:
                meant = did_you_mean(fold_category(name), there)
                advice = hint(meant and there[meant], f"there are: {', '.join(there.values()) or 'none'}")
                raise ProjectError(f"no post has the category {name!r}{advice}")


def proposals(members: Sequence[Member]) -> Iterator[Proposal]:
    """Yield the posts that look like a series; `members` are those without a goal."""
    for series in find_series(members):
        yield Proposal(series.category, tuple(f"docs/{one.path}" for one in series.members),
                       _as_title(series.category) or series.members[0].title)


def _as_title(category: str) -> str:
    return category[:1].upper() + category[1:].replace("-", " ").replace("_", " ")
