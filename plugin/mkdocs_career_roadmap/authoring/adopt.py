"""`career-roadmap adopt`: the lines that put posts on the roadmap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fnmatch import fnmatchcase
from pathlib import Path

from ..flow import build
from ..project.config import Project
from ..project.errors import ProjectError
from ..project.on_disk.new_files import shown, why_kept
from ..reading.entry import Source
from ..reading.page import read
from ..roadmap.model import Roadmap
from ..vocabulary.codes import Severity
from ..vocabulary.fields import Role, Status
from ..vocabulary.phrases import suggestion
from ..vocabulary.problems import settle
from .blog_posts import BlogPosts, OldPost
from .front_matter_edit import insert_lines
from .milestone_series import SeriesOfPosts, find_milestones
from .new_page import NameFinder
from .scaffold import yaml_text
from .series import fold_category


@dataclass(frozen=True, slots=True)
class WantedGoals:
    """What posts are to get: which goals, by title or id, and whether series become milestones."""

    goal: str | None = None
    """That of all posts without another one."""
    by_category: tuple[tuple[str, str], ...] = ()
    by_tag: tuple[tuple[str, str], ...] = ()
    by_path: tuple[tuple[str, str], ...] = ()
    """By patterns of source paths, in which a `*` stands for any letters, slashes among them."""
    has_series: bool = False

    def __bool__(self) -> bool:
        return bool(self.goal or self.by_category or self.by_tag or self.by_path or self.has_series)


@dataclass(frozen=True, slots=True)
class Adoption:
    """A post with the lines that put it on the roadmap."""

    path: Path
    source: Source
    """Its page as it would be."""
    lines: tuple[str, ...]
    before: bytes

    @property
    def after(self) -> bytes:
        return self.source.text.encode()


@dataclass(frozen=True, slots=True)
class AdoptionPlan:
    """What a command would write."""

    adoptions: tuple[Adoption, ...]
    refusals: tuple[str, ...]
    """Why posts are left alone that were to get a line: place, what, fix."""
    without: int
    """How many posts no goal was named for."""
    moved: tuple[str, ...] = ()
    """Sentences on posts that get the goal of their series in place of their own."""

    def roadmap(self, project: Project, blog: BlogPosts, day: date) -> Roadmap:
        """Return the roadmap that there would be."""
        new = {one.source.path: one.source for one in self.adoptions}
        sources = [new.get(source.path, source) for source in blog.sources]
        return build(sources, as_of=day, settings=project.settings, words=project.words,
                     keep_private=True).roadmap


def plan(project: Project, blog: BlogPosts, wanted: WantedGoals, day: date) -> AdoptionPlan:
    """Return what to write where, on a day. Raises ProjectError for goals, categories, tags and paths that
    cannot be meant.
    """
    goals = _Goals(project, blog, wanted)
    series = find_milestones([post.candidate for post in blog.posts]) if wanted.has_series else []
    milestones, moved = _milestones(project, blog, goals, series, day)
    adoptions, refusals, without = [], [], 0
    for post in blog.posts:
        lines = milestones.get(post.page.path) or _goal_line(goals.of(post))
        if not lines:
            without += 1
            continue
        outcome = _adoption(project, post, lines)
        if isinstance(outcome, Adoption):
            adoptions.append(outcome)
        else:
            refusals.append(outcome)
    unread = settle(blog.problems, project.settings.severities)
    where = shown(project.docs)
    refusals += [str(p.within("" if where == "." else where)) for p in unread]
    return AdoptionPlan(tuple(adoptions), tuple(refusals), without, tuple(moved))


def _goal_line(goal: str | None) -> tuple[str, ...]:
    return (f"goal: {yaml_text(goal)}",) if goal else ()


def _milestones(
    project: Project, blog: BlogPosts, goals: _Goals, series: Iterable[SeriesOfPosts], day: date
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Return the lines of the posts that are in a series, by path, and what is to be told of their goals.

    A milestone serves one goal: the one that it has, else the one that most of its posts would get. Its first
    post begins it; its last one finishes it, if nobody has written of it for as long as makes one stale.
    """
    posts = {post.page.path: post for post in blog.posts}
    lines: dict[str, tuple[str, ...]] = {}
    told = []
    for one in series:
        known = blog.in_use.find(Role.MILESTONE, one.title)
        own = [goals.of(posts[post.path]) for post in one.posts]
        named = Counter(goal for goal in own if goal)
        goal = next(iter(named.most_common(1)), (None, 0))[0]
        if known and known.goal:
            goal = blog.in_use.goals[known.goal].title
        others = sum(mine not in (None, goal) for mine in own)
        if others:
            told.append(f"{one.title}: {others} of its {len(own)} posts would serve another goal by "
                        f"themselves; a milestone serves one, which is {goal!r}")
        mine = (*_goal_line(goal), f"milestone: {yaml_text(known.title if known else one.title)}")
        lines |= {post.path: mine for post in one.posts}
        if known is None and is_over(one, day, project.settings.stale_after):
            lines[one.posts[-1].path] = (*mine, f"status: {Status.DONE}")
    return lines, told


def is_over(series: SeriesOfPosts, day: date, stale_after: int) -> bool:
    """True for a series whose last post is older than what an active milestone may be without a word."""
    last = series.posts[-1].day
    return last is not None and last + timedelta(days=stale_after) < day


def _adoption(project: Project, post: OldPost, lines: tuple[str, ...]) -> Adoption | str:
    """Return a post with its lines, or why it does not get them."""
    path = project.at(post.page.path)
    try:
        before = path.read_bytes()
        after = insert_lines(before.decode("utf-8"), lines)
    except (OSError, ValueError) as error:
        return f"{shown(path)}:1:1: {error}"
    if why := why_kept(path):
        return f"{shown(path)}:1:1: this file {why}"
    # As a post of the roadmap it is read with other eyes: `status: new` of a theme is none of ours.
    before_it = {(p.code, p.message) for p in post.page.problems}
    source = Source(post.page.path, after)
    problems = settle(read(source, project.settings).problems, project.settings.severities)
    wrong = [p for p in problems if p.severity is Severity.ERROR and (p.code, p.message) not in before_it]
    if wrong:
        return str(replace(wrong[0], place=replace(wrong[0].place, path=shown(path))))
    return Adoption(path, source, lines, before)


class _Goals:
    """Finds the goal of each post among those that were named."""

    def __init__(self, project: Project, blog: BlogPosts, wanted: WantedGoals) -> None:
        self._project, self._in_use = project, blog.in_use
        self._by_path = self._patterns(wanted.by_path, [post.page.path for post in blog.posts])
        self._by_category = self._named(wanted.by_category, blog.categories, "category")
        self._by_tag = self._named(wanted.by_tag, blog.tags, "tag")
        self._rest = self._title(wanted.goal) if wanted.goal else None

    def of(self, post: OldPost) -> str | None:
        """Return the title of the first goal that fits: by path, by category, by tag, else that of all."""
        for pattern, title in self._by_path.items():
            if fnmatchcase(post.page.path, pattern):
                return title
        for goals, names in ((self._by_category, post.categories), (self._by_tag, post.tags)):
            own = set(map(fold_category, names))
            for name, title in goals.items():
                if name in own:
                    return title
        return self._rest

    def _patterns(self, pairs: Iterable[tuple[str, str]], paths: list[str]) -> dict[str, str]:
        """Return the goals by patterns below the docs folder, whichever folder these were written in."""
        goals: dict[str, str] = {}
        for written, title in pairs:
            pattern = written.removeprefix(f"{shown(self._project.docs)}/")
            if paths and not any(fnmatchcase(path, pattern) for path in paths):
                raise ProjectError(f"no post that the roadmap does not have lies at {written!r}; one of them "
                                   f"is {paths[0]!r}, and a * stands for any letters")
            goals[pattern] = self._title(title)
        return goals

    def _named(
        self, pairs: Iterable[tuple[str, str]], there: Mapping[str, str], what: str
    ) -> dict[str, str]:
        goals: dict[str, str] = {}
        for name, written in pairs:
            title, folded = self._title(written), fold_category(name)
            if folded not in there:
                raise ProjectError(f"no post has the {what} {name!r}{suggestion(name, there.values())}")
            goals[folded] = title
        return goals

    def _title(self, written: str) -> str:
        """Return a goal's name as the site has it, or the one to begin with. Raises ProjectError."""
        name = NameFinder(self._project, self._in_use, None).name(Role.GOAL, written, is_asked=False) or ""
        thing = self._in_use.find(Role.GOAL, name)
        title = thing.title if thing else " ".join(name.split())
        page = Source("page.md", f"---\ngoal: {yaml_text(title)}\n---\n")
        if problems := read(page, self._project.settings).problems:
            raise ProjectError("\n".join(p.message for p in problems))
        return title
