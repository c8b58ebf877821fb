"""Some posts of a milestone become those of a new one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ...project.errors import ProjectError
from ...project.on_disk.new_files import shown
from ...vocabulary.fields import Role
from ...vocabulary.names import slug
from ..front_matter_edit import insert_lines
from ..names_in_use import Named
from ..scaffold import yaml_text
from .definitions import ToKeep, define, event, fit_name, reference
from .mentions import scalar
from .site import SiteFiles


def split(files: SiteFiles, milestone: str, into: str, posts: Iterable[Path], day: date) -> None:
    """Make a new milestone of some posts of another one; its page says where it comes from.

    Raises ProjectError.
    """
    of = files.find(Role.MILESTONE, milestone)
    title = fit_name(files, Role.MILESTONE, into)
    if other := files.names.find(Role.MILESTONE, title):
        raise ProjectError(f"there is a milestone {other.title!r} already; choose another name")
    all_posts = {path for path in files.now if any(
        m.field == "milestone" and files.id_of(m) == of.id for m in files.mentions(path))}
    chosen = _chosen(files, of, all_posts, posts)
    if chosen == all_posts:
        raise ProjectError(f"these are all posts about {of.title!r}; `career-roadmap rename` gives it "
                           "another name")
    files.rename(lambda m: title if m.field == "milestone" and files.id_of(m) == of.id else None,
                 sorted(chosen))
    is_private = all(files.is_kept_back(path) for path in chosen)
    goal = files.names.goals.get(of.goal or "")
    if goal and files.is_private(Role.GOAL, goal.id) and not is_private:
        goal = None
    left = all_posts - chosen
    is_secret = files.is_private(Role.MILESTONE, of.id) or _is_private_then(files, of, left)
    is_told = is_private or not is_secret
    define(files, Role.MILESTONE, slug(title), title, ToKeep(
        lines=(("goal", reference(goal)),) if goal else (),
        history=event(day, "split_from", of) if is_told else None), is_private=is_private)
    _keep_goals(files, of, chosen, left)


def _is_private_then(files: SiteFiles, of: Named, left: set[str]) -> bool:
    """True where no public page is that of a milestone, and no public post is left of it."""
    return files.is_kept_back(of.page) if of.page else all(map(files.is_kept_back, left))


def _keep_goals(files: SiteFiles, of: Named, chosen: set[str], left: set[str]) -> None:
    """Let the page of what some posts were taken from say which goals it serves, if no post left does."""
    goals = [files.names.goals[id] for id in files.roadmap.milestone[of.id].goals]
    if not goals or any(entry.goal and entry.path not in chosen and of.id in files.about_of(entry)
                        for entry in files.site.entries):
        return
    is_private = _is_private_then(files, of, left)
    if secret := [g.title for g in goals if files.is_private(Role.GOAL, g.id) and not is_private]:
        files.told.append(f"no post says any more that {of.title!r} serves the private goal {secret[0]!r}; "
                          "a post that is private may")
        return
    names = [reference(goal) for goal in goals]
    listed = ", ".join(scalar(name, None, is_in_line=True) for name in names)
    page = of.page or define(files, Role.MILESTONE, of.id, of.title, ToKeep(), is_private=is_private)
    files.edit(page, lambda _, raw: insert_lines(
        raw, [f"goal: {yaml_text(names[0]) if len(names) == 1 else f'[{listed}]'}"]))


def _chosen(files: SiteFiles, of: Named, all_posts: set[str], posts: Iterable[Path]) -> set[str]:
    """Return the posts that were named, by their paths below the docs folder. Raises ProjectError."""
    docs, chosen, wrong = files.project.docs.resolve(), set(), []
    for given in posts:
        paths = [path.resolve() for path in (Path.cwd() / given, docs / given)]
        found = [path.relative_to(docs).as_posix() for path in paths if path.is_relative_to(docs)]
        if about := next((path for path in found if path in all_posts), None):
            chosen.add(about)
        else:
            given_one = any(path in files.entries and of.id in files.about_of(files.entries[path])
                            for path in found)
            wrong.append(f"{shown(given)} is about {of.title!r} by the defaults of its folder; write that "
                         "into it" if given_one else f"{shown(given)} is no post about {of.title!r}")
    if wrong or not chosen:
        listed = ", ".join(shown(files.project.docs / path) for path in sorted(all_posts))
        raise ProjectError("\n".join([*wrong, f"the posts about {of.title!r} are: {listed or 'none'}"]))
    return chosen
