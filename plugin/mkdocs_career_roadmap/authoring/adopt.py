"""`career-roadmap adopt`: the lines that put posts on the roadmap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..project.config import Project
from ..project.errors import ProjectError
from ..project.new_files import shown, why_kept
from ..reading.entry import Source
from ..reading.page import read
from ..vocabulary.codes import Severity
from ..vocabulary.fields import Role
from ..vocabulary.phrases import suggestion
from ..vocabulary.problems import settle
from .blog_posts import BlogPosts, OldPost
from .front_matter_edit import insert_lines
from .new_page import NameFinder
from .scaffold import yaml_text
from .series import fold_category


@dataclass(frozen=True, slots=True)
class WantedGoals:
    """Which goals posts are to get, by title or id."""

    goal: str | None = None
    """That of all posts without another one."""
    by_category: tuple[tuple[str, str], ...] = ()
    by_tag: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.goal or self.by_category or self.by_tag)


@dataclass(frozen=True, slots=True)
class Adoption:
    """A post with the line that puts it on the roadmap."""

    path: Path
    line: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class AdoptionPlan:
    """What a command would write."""

    adoptions: tuple[Adoption, ...]
    refusals: tuple[str, ...]
    """Why posts are left alone that were to get a line: place, what, fix."""
    without: int
    """How many posts no goal was named for."""


def plan(project: Project, blog: BlogPosts, wanted: WantedGoals) -> AdoptionPlan:
    """Return what to write where. Raises ProjectError for goals, categories and tags that cannot be meant."""
    goals = _Goals(project, blog, wanted)
    adoptions, refusals, without = [], [], 0
    for post in blog.posts:
        if (goal := goals.of(post)) is None:
            without += 1
            continue
        outcome = _adoption(project, post, f"goal: {yaml_text(goal)}")
        if isinstance(outcome, Adoption):
            adoptions.append(outcome)
        else:
            refusals.append(outcome)
    unread = settle(blog.problems, project.settings.severities)
    where = shown(project.docs)
    refusals += [str(p.within("" if where == "." else where)) for p in unread]
    return AdoptionPlan(tuple(adoptions), tuple(refusals), without)


def _adoption(project: Project, post: OldPost, line: str) -> Adoption | str:
    """Return a post with its line, or why it does not get it."""
    path = project.docs / post.page.path
    try:
        before = path.read_bytes()
        text = before.decode("utf-8")
        after = insert_lines(text, [line])
    except (OSError, ValueError) as error:
        return f"{shown(path)}:1:1: {error}"
    if why := why_kept(path):
        return f"{shown(path)}:1:1: this file {why}"
    # As a post of the roadmap it is read with other eyes: `status: new` of a theme is none of ours.
    before_it = {(p.code, p.message) for p in post.page.problems}
    page = read(Source(post.page.path, after), project.settings)
    problems = settle(page.problems, project.settings.severities)
    wrong = [p for p in problems if p.severity is Severity.ERROR and (p.code, p.message) not in before_it]
    if wrong:
        return str(replace(wrong[0], place=replace(wrong[0].place, path=shown(path))))
    return Adoption(path, line, before, after.encode())


class _Goals:
    """Finds the goal of each post among those that were named."""

    def __init__(self, project: Project, blog: BlogPosts, wanted: WantedGoals) -> None:
        self._project, self._in_use = project, blog.in_use
        self._by_category = self._named(wanted.by_category, blog.categories, "category")
        self._by_tag = self._named(wanted.by_tag, blog.tags, "tag")
        self._rest = self._title(wanted.goal) if wanted.goal else None

    def of(self, post: OldPost) -> str | None:
        """Return the title of the first goal that fits: by category, by tag, else that of all."""
        for goals, names in ((self._by_category, post.categories), (self._by_tag, post.tags)):
            own = set(map(fold_category, names))
            for name, title in goals.items():
                if name in own:
                    return title
        return self._rest

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
