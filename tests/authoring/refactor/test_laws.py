"""Random names changed on random sites: what comes of it is what editing by hand would leave, and every old
address leads somewhere.

A `Plan` is a site as its author means it. It is written down in two ways: as people write, each name in one
of many forms, and as plainly as can be. A command works on the first, the hand on the plan; both must fold to
the same roadmap.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from depth import tries
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.authoring.refactor.finish import Wanted, finish
from mkdocs_career_roadmap.authoring.refactor.merge import merge
from mkdocs_career_roadmap.authoring.refactor.move import move
from mkdocs_career_roadmap.authoring.refactor.rename import rename
from mkdocs_career_roadmap.authoring.refactor.site import SiteFiles
from mkdocs_career_roadmap.authoring.refactor.split import split
from mkdocs_career_roadmap.exports.addresses import dest_of
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.roadmap.model import Roadmap
from mkdocs_career_roadmap.vocabulary.fields import Role, Status
from mkdocs_career_roadmap.vocabulary.names import slug
from refactoring import DAY, files_of

GOALS = ["Vision", "Hearing well", "Touch"]
STEPS = ["Alpha", "Beta gamma", "Delta", "Epsilon zeta", "Eta"]
FRESH = ["Theta", "Iota kappa", "Lambda", "Mu nu xi"]
"""Each is what its id is made into, so that a title is the same whether people write a name or an id."""
FOLDER = "posts/more"
"""Where posts may have their goal and a milestone from the folder."""
NOW = datetime.combine(DAY, time(9, 30))
REFUSALS = ("dependency-cycle", "names the goal for", "serves the goal", "done already")
"""What may be in the way of a change, rightly."""


@dataclass
class Written:
    """A post as its author means it."""

    day: date
    about: list[str]
    goal: str | None
    status: Status | None
    needs: list[str]
    path: str = ""
    """Where it lies. Empty: at its number."""


@dataclass
class Plan:
    """A site as its author means it."""

    posts: list[Written]
    goal_of: dict[str, str]
    pages: dict[str, str] = field(default_factory=dict)
    """The paths of pages that goals and milestones have, by their names."""
    on_page: dict[str, str] = field(default_factory=dict)
    """The goals that pages of milestones name."""
    default_goal: str | None = None
    """The goal of all posts in `FOLDER`, which people write into its `.meta.yml`, and the hand into each."""
    default_step: str | None = None
    """The one milestone that all of these are about; None: each says."""

    # --- as the hand would ---

    def rename(self, old: str, new: str) -> None:
        def now(name: str | None) -> Any:
            return new if name == old else name

        for post in self.posts:
            post.about, post.needs = [*map(now, post.about)], [*map(now, post.needs)]
            post.goal = now(post.goal)
        for table in (self.goal_of, self.pages, self.on_page):
            for name in list(table):
                table[now(name)] = table.pop(name)
        for table in (self.goal_of, self.on_page):
            table.update({name: now(goal) for name, goal in table.items()})
        self.default_goal, self.default_step = now(self.default_goal), now(self.default_step)

    def split(self, step: str, into: str, chosen: list[Written]) -> None:
        for post in chosen:
            post.about = [into if name == step else name for name in post.about]
        self.pages[into] = f"roadmap/milestones/{slug(into)}.md"
        if goal := self.goal_of.get(step):
            self.goal_of[into] = self.on_page[into] = goal
            if step not in self.on_page and not any(step in post.about and post.goal for post in self.posts):
                self.pages.setdefault(step, f"roadmap/milestones/{slug(step)}.md")
                self.on_page[step] = goal

    def finish(self, goal: str, open_: list[str], status: Status | None, to: str | None) -> None:
        """Let a goal be done, and its open milestones get a status, or serve another goal."""
        day = NOW if any(post.day in (DAY, NOW) for post in self.posts) else DAY
        lie = Counter(posixpath.dirname(self.path_of(post)) for post in self.posts)
        folder = max(lie, key=lambda folder: (lie[folder], folder))
        folder = "posts" if folder == FOLDER and self.default_goal else folder
        for step in open_ if to else ():
            self.move(step, to or "")
        if open_ and status:
            self.posts.append(Written(day, open_, None, status, [],
                                      f"{folder}/{slug(f'Not for {goal} any more')}.md"))
        self.posts.append(Written(day, [], goal, Status.DONE, [], f"{folder}/{slug(f'Done: {goal}')}.md"))

    def path_of(self, post: Written) -> str:
        return post.path or f"posts/{self.posts.index(post):02}.md"

    def is_about_by_folder(self, post: Written, step: str) -> bool:
        return post.path.startswith(FOLDER) and step == self.default_step

    def move(self, step: str, goal: str) -> None:
        was = self.goal_of.get(step)
        for post in self.posts:
            if step in post.about and post.goal == was:
                post.goal = goal if post.about == [step] else None
        self.goal_of[step] = self.on_page[step] = goal
        self.pages.setdefault(step, f"roadmap/milestones/{slug(step)}.md")

    def merge(self, one: str, into: str) -> None:
        goal, page, on_page = self.goal_of.get(into), self.pages.get(into), self.on_page.get(into)
        if goal and one in self.goal_of and self.goal_of[one] != goal:
            for post in self.posts:
                if one in post.about and post.goal == self.goal_of[one]:
                    post.goal = goal if set(post.about) <= {one, into} else None
            if one in self.on_page:
                self.on_page[one] = goal
        self.rename(one, into)
        if goal:
            self.goal_of[into] = goal
        if page:
            self.pages[into] = page
        if on_page:
            self.on_page[into] = on_page
        for post in self.posts:
            post.about, post.needs = [*dict.fromkeys(post.about)], [*dict.fromkeys(post.needs)]
            if post.about == [into]:
                post.needs = [name for name in post.needs if name != into]

    # --- as files ---

    def plainly(self) -> dict[str, str]:
        return self._files(lambda name: f'"{name}"', lambda names: f"[{', '.join(names)}]", by_folder=False)

    def as_people_write(self, random: Random) -> dict[str, str]:
        def one(name: str) -> str:
            forms = [name, name, f"'{name}'", f'"{name}"', f"{name} # so"]
            return random.choice([*forms, *([slug(name)] if self._is_by_id(name) else [])])

        def some(names: list[str]) -> str:
            if len(names) == 1 and random.random() < 0.5:
                return names[0]
            if any("#" in name for name in names) or random.random() < 0.5:
                return "".join(f"\n  - {name}" for name in names)
            return f"[{', '.join(names)}]"

        files = self._files(one, some, lambda: random.random() < 0.4, by_folder=True)
        end = random.choice(["\n", "\r\n"])
        return {path: text.replace("\n", end) for path, text in files.items()}

    def _is_by_id(self, name: str) -> bool:
        page = self.pages.get(name)
        return page is None or page.endswith(f"/{slug(name)}.md")

    def _files(
        self, one: Any, some: Any, is_each: Callable[[], bool] = lambda: False, *, by_folder: bool
    ) -> dict[str, str]:
        """Return the files; `is_each` says whether a post says its status of each milestone by itself, and
        `by_folder` whether posts have from their folder what it says.
        """
        def line(key: str, names: Iterable[str | None]) -> str:
            written = [one(name) for name in names if name]
            return f"{key}: {some(written) if key != 'goal' else written[0]}\n" if written else ""

        files = {}
        for n, post in enumerate(self.posts):
            status = f"status: {post.status}\n" if post.status else ""
            is_told = by_folder and post.path.startswith(FOLDER)
            about = line("milestone", [m for m in post.about if not (is_told and m == self.default_step)])
            if status and post.about and not is_told and is_each():
                about = "milestones:\n" + "".join(
                    f"  {one(name).partition(' #')[0]}: {post.status}\n" for name in post.about)
                status = ""
            goal = "" if is_told and post.goal == self.default_goal else line("goal", [post.goal])
            files[post.path or f"posts/{n:02}.md"] = (
                f"---\ndate: {post.day}\n{goal}{about}{status}"
                f"{line('depends_on', post.needs)}---\n# Post {n}\n")
        for name, path in self.pages.items():
            kind = "goal" if "/goals/" in path else "milestone"
            own = line("goal", [self.on_page.get(name)])
            files[path] = f"---\ntype: {kind}\ntitle: {name}\n{own}---\nText of {name}.\n"
        if by_folder and self.default_goal:
            files[f"{FOLDER}/.meta.yml"] = line("goal", [self.default_goal]) + line(
                "milestone", [self.default_step])
        return files


def plan_of(random: Random) -> Plan:
    goal_of = {step: random.choice(GOALS) for step in STEPS if random.random() < 0.8}
    posts = []
    for n in range(random.randint(4, 9)):
        about = random.sample(STEPS, 1 if random.random() < 0.7 else 2)
        goals = {goal_of.get(step) for step in about}
        goal = goals.pop() if len(goals) == 1 and random.random() < 0.7 else None
        before = [step for step in STEPS if all(STEPS.index(step) < STEPS.index(a) for a in about)]
        needs = random.sample(before, min(len(before), random.choice([0, 0, 1, 2])))
        status = random.choice([None, *Status]) if random.random() < 0.8 else None
        posts.append(Written(date(2026, 1, 1) + timedelta(7 * n), about, goal, status, needs))
    posts += [Written(date(2026, 6, n + 1), [], goal, None, []) for n, goal in enumerate(GOALS)]
    plan = Plan(posts, goal_of)
    for kind, names in (("goals", GOALS), ("milestones", STEPS)):
        for name in names:
            if random.random() < 0.35:
                stem = slug(name) if random.random() < 0.6 else f"x-{slug(name)[::-1]}"
                plan.pages[name] = f"roadmap/{kind}/{stem}.md"
    for step in STEPS:  # what its posts do not say of a goal its page does, so that everybody knows it
        if step in goal_of and not any(step in post.about and post.goal for post in posts):
            plan.pages.setdefault(step, f"roadmap/milestones/{slug(step)}.md")
            plan.on_page[step] = goal_of[step]
    if random.random() < 0.5:
        _put_in_folder(random, plan)
    return plan


def _put_in_folder(random: Random, plan: Plan) -> None:
    """Let posts that have a goal in common, and perhaps a milestone, lie in one folder."""
    first = random.choice([post for post in plan.posts if post.goal])
    plan.default_goal = first.goal
    if len(first.about) == 1 and random.random() < 0.6:
        plan.default_step = first.about[0]
    for n, post in enumerate(plan.posts):
        is_one = plan.default_step is None or post.about == [plan.default_step]
        if post is first or (post.goal == plan.default_goal and is_one and random.random() < 0.7):
            post.path = f"{FOLDER}/{n:02}.md"


def change(random: Random, plan: Plan, files: SiteFiles, used: set[str]) -> tuple[str, Callable[[], None]]:
    """Change names by a command, and return the name that went and what the hand does in its place.

    Raises ProjectError.
    """
    steps = [m.title for m in files.roadmap.milestones]
    goals = [goal.title for goal in files.roadmap.goals]
    # What a folder gives to posts is for people to take apart.
    what = random.choice(["step", "goal", "split", "finish"] if plan.default_goal else [
        "step", "goal", "move", "merge", "merge goals", "split", "finish"])
    if what == "split" and (found := _may_be_split(random, plan, steps)):
        step, chosen = found
        new = next(name for name in FRESH if name not in used)
        used.add(new)
        split(files, step, new, [Path(plan.path_of(post)) for post in chosen], DAY)
        return "", lambda: plan.split(step, new, chosen)
    if what == "finish":
        return "", _finish(random, plan, files, goals)
    if what in ("step", "goal") or len(steps) < 2 or len(goals) < 2:
        role = Role.GOAL if what == "goal" else Role.MILESTONE
        old = random.choice(goals if what == "goal" else steps)
        new = next(name for name in FRESH if name not in used)
        used.add(new)
        rename(files, role, old, new)
        return old, lambda: plan.rename(old, new)
    if what == "move":
        step, goal = random.choice(steps), random.choice(goals)
        move(files, step, goal, DAY)
        return "", lambda: plan.move(step, goal)
    one, into = random.sample(goals if what == "merge goals" else steps, 2)
    merge(files, one, into)
    return "", lambda: plan.merge(one, into)


def _may_be_split(random: Random, plan: Plan, steps: list[str]) -> tuple[str, list[Written]] | None:
    """Return a milestone, and some of the posts that name it themselves."""
    for step in random.sample(steps, len(steps)):
        about = [post for post in plan.posts if step in post.about]
        may = [post for post in about if not plan.is_about_by_folder(post, step)]
        if len(about) > 1 and len(may) == len(about):
            return step, random.sample(may, random.randint(1, len(may) - 1))
    return None


def _finish(random: Random, plan: Plan, files: SiteFiles, goals: list[str]) -> Callable[[], None]:
    goal = random.choice(goals)
    others = [other for other in goals if other != goal]
    may_move = others and not plan.default_goal
    fate = random.choice(["drop", "pause", "keep", *([f"move:{random.choice(others)}"] if may_move else [])])
    open_ = [m.title for m in files.roadmap.milestones
             if m.goal and files.roadmap.goal[m.goal].title == goal and not m.status.is_closed]
    finish(files, Wanted(goal, fate), NOW)
    status = {"drop": Status.DROPPED, "pause": Status.PAUSED}.get(fate)
    to = fate.removeprefix("move:") if fate.startswith("move:") else None
    return lambda: plan.finish(goal, open_, status, to)


def meant(roadmap: Roadmap) -> dict[str, Any]:
    """Return what a roadmap says, by titles: ids, and where pages lie, are no part of it."""
    title = {(kind, thing.id): thing.title for kind, things in (
        ("goal", roadmap.goals), ("step", roadmap.milestones)) for thing in things}
    steps = [(m.title, title.get(("goal", m.goal or "")), m.status, [(c.day, c.status) for c in m.changes],
              m.started, m.finished, [title["step", id] for id in m.depends_on], m.posts)
             for m in roadmap.milestones]
    goals = [(g.title, g.status, [(c.day, c.status) for c in g.changes], g.statement, g.posts,
              [title["step", id] for id in g.milestones]) for g in roadmap.goals]
    posts = [(p.path, title.get(("goal", p.goal or "")), [title["step", id] for id in p.milestones])
             for p in roadmap.posts]
    return {"goals": goals, "steps": steps, "posts": posts}


def lost(addresses: set[str], site: Site) -> set[str]:
    """Return the addresses that lead nowhere any more."""
    there = {dest_of(path, directory_urls=True) for path in site.pages}
    led = {file for moved in site.moved if moved.path in site.pages for file in moved.address.files}
    return addresses - there - led


def addresses_of(site: Site) -> set[str]:
    things = (*site.roadmap.goals, *site.roadmap.milestones)
    return {dest_of(thing.page, directory_urls=True) for thing in things}


@pytest.mark.slow
@tries(120)
@given(st.integers(0, 2**32))
def test_commands_leave_what_the_hand_would_and_every_old_address_leads_somewhere(seed: int) -> None:
    random = Random(seed)
    plan = plan_of(random)
    texts = plan.as_people_write(random)
    assert meant(files_of(texts).site.roadmap) == meant(files_of(plan.plainly()).site.roadmap)
    addresses: set[str] = set()
    used: set[str] = set()
    for _ in range(3):
        files = files_of(texts)
        addresses |= addresses_of(files.site)
        try:
            old, by_hand = change(random, plan, files, used)
            files.changes()
        except ProjectError as error:
            if any(reason in str(error) for reason in REFUSALS):
                continue
            raise
        by_hand()
        if old:
            assert_only_names_changed(files, old)
        texts = files.now
        after = files_of(texts).site
        assert meant(after.roadmap) == meant(files_of(plan.plainly()).site.roadmap)
        assert lost(addresses, after) == set()


def assert_only_names_changed(files: SiteFiles, old: str) -> None:
    """Fail for a post of which a line changed that has not the old name, or that got more or fewer lines."""
    for path, before in files.read.items():
        if path.startswith("posts/"):
            pairs = zip(before.split("\n"), files.now[path].split("\n"), strict=True)
            changed = [one for one, two in pairs if one != two]
            assert all(old.lower() in one.lower() or slug(old) in one for one in changed), changed
