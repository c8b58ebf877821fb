"""Some posts of a milestone become those of a new one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ...project.errors import ProjectError
from ...project.new_files import shown
from ...vocabulary.fields import Role
from ...vocabulary.names import slug
from ..names_in_use import Named
from .definitions import ToKeep, define, event, fit_name, reference
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
    is_told = is_private or not files.is_private(Role.MILESTONE, of.id)
    define(files, Role.MILESTONE, slug(title), title, ToKeep(
        lines=(("goal", reference(goal)),) if goal else (),
        history=event(day, "split_from", of) if is_told else None), is_private=is_private)


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
