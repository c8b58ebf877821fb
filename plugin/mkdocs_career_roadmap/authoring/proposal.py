"""What a blog could look like on a roadmap: goals and milestones from what its posts say already."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .adopt import WantedGoals
from .blog_posts import BlogPosts, OldPost
from .milestone_series import ALL_FOLDERS, MOST, SeriesOfPosts, find_milestones, title_of_folder
from .series import fold_category

FEW = 7
"""How many goals are proposed at most: what a person works on for years is not much."""


@dataclass(frozen=True, slots=True)
class ProposedMap:
    """How the posts that are on no roadmap could come to be on one."""

    goals: tuple[ProposedGoal, ...]
    series: tuple[SeriesOfPosts, ...]

    @property
    def wanted(self) -> WantedGoals:
        """What the command would be told."""
        pairs = {option: tuple((goal.name, goal.title) for goal in self.goals if goal.option == option)
                 for option in ("--path-goal", "--category-goal", "--tag-goal")}
        return WantedGoals(None, pairs["--category-goal"], pairs["--tag-goal"], pairs["--path-goal"],
                           bool(self.series))

    @property
    def words(self) -> list[str]:
        """The options of the command."""
        words = [word for goal in self.goals for word in (goal.option, f"{goal.name}={goal.title}")]
        return [*words, "--series-milestone"] if self.series else words


@dataclass(frozen=True, slots=True)
class ProposedGoal:
    """A goal, named like what its posts have in common."""

    option: str
    """`--category-goal`, `--tag-goal` or `--path-goal`."""
    name: str
    """The category, the tag or the pattern of paths."""
    title: str
    posts: int
    """How many posts have it."""


def propose(blog: BlogPosts) -> ProposedMap:
    """Return a proposal. Posts that have nothing in common are left out of it; no posts, nothing."""
    series = find_milestones([post.candidate for post in blog.posts])
    return ProposedMap(tuple(_goals(blog.posts)), tuple(series))


def _goals(posts: Sequence[OldPost]) -> list[ProposedGoal]:
    """Return goals by what most posts share: their categories, then of the others the tags, and then the
    folders that are too large for one milestone.
    """
    goals = list(_shared("--category-goal", [post.categories for post in posts]))[:FEW]
    chosen = {fold_category(goal.name) for goal in goals}
    left = [post for post in posts if chosen.isdisjoint(map(fold_category, post.categories))]
    tags = list(_shared("--tag-goal", [post.tags for post in left]))[: FEW - len(goals)]
    chosen = {fold_category(goal.name) for goal in tags}
    left = [post for post in left if chosen.isdisjoint(map(fold_category, post.tags))]
    return [*goals, *tags, *list(_folders(left))[: FEW - len(goals) - len(tags)]]


def _shared(option: str, names: Iterable[Sequence[str]]) -> Iterator[ProposedGoal]:
    """Yield the names that two or more have, what most have first."""
    counted: Counter[str] = Counter()
    written: dict[str, str] = {}
    for of_post in names:
        for name in of_post:
            written.setdefault(fold_category(name), name)
        counted.update({fold_category(name) for name in of_post})
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    for folded, count in ordered:
        # The option splits at the first sign, so a name that has it cannot be given.
        if count > 1 and "=" not in written[folded]:
            yield ProposedGoal(option, written[folded], _as_title(written[folded]), count)


def _folders(posts: Iterable[OldPost]) -> Iterator[ProposedGoal]:
    counted = Counter(post.candidate.folder for post in posts)
    for folder, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        name = posixpath.basename(folder)
        if count > MOST and "=" not in folder and name.lower() not in ALL_FOLDERS:
            yield ProposedGoal("--path-goal", f"{folder}/*", title_of_folder(name), count)


def _as_title(name: str) -> str:
    words = name if " " in name else name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
