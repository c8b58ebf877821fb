"""`career-roadmap new`: a page with the right fields, in the right folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from ..project.config import Project
from ..project.errors import ProjectError
from ..project.on_disk.new_files import remove_unfinished, shown, write_new
from ..project.read_site import read_site
from ..reading.entry import Source
from ..reading.page import read
from ..reading.values import MAX_ID, status_hint
from ..vocabulary.fields import Role, Status
from ..vocabulary.names import RESERVED, fold_word, slug
from ..vocabulary.phrases import hint
from .names_in_use import Named, NamesInUse, names_in_use, usual_folder
from .scaffold import NewPage, page_text

_UNFIT = RESERVED | {"index", "readme"}
"""File names that mean something else: to Windows, or to MkDocs."""


@dataclass(frozen=True, slots=True)
class WantedPage:
    """A page as it was asked for. None: not said."""

    role: Role
    title: str
    goal: str | None = None
    milestone: str | None = None
    status: str | None = None
    folder: Path | None = None
    day: date | None = None


class MadePage(NamedTuple):
    """A page that is there now."""

    path: Path
    secret: str = ""
    """The name in it that only private pages have, so that it is private, too. Empty: there is none."""


class Ask(Protocol):
    """Asks the person at a terminal."""

    def choose(self, role: Role, offers: list[Named]) -> str | None:
        """Return the title of one of them or a new one; None: neither."""

    def confirm(self, question: str) -> bool:
        """Return the answer to a question of yes or no."""


def new_page(project: Project, wanted: WantedPage, now: datetime, ask: Ask | None) -> MadePage:
    """Write a page and return where it is. Without `ask` nobody is asked.

    One that names what only private pages name is private, and names that only they have are offered on no
    other. Raises ProjectError if it cannot be written as it was wanted.
    """
    site = read_site(project, now.date(), keep_private=True).site
    in_use, public = names_in_use(site.entries, site.roadmap), names_in_use(site.public_entries, site.public)
    folder = _folder(project, in_use, public, wanted)
    remove_unfinished([folder])
    _refuse_second(project, in_use, wanted)
    goal, milestone = NameFinder(project, in_use, ask).of(wanted)
    secret = _secret(in_use, public, wanted, goal, milestone)
    offered = in_use if secret else public
    status = _status(wanted.status, project.settings.status_words)
    if status and wanted.role is Role.POST and not (goal or milestone):
        raise ProjectError(
            "a status says how a milestone or a goal stands; name it with --milestone or --goal")
    page = NewPage(
        wanted.role, wanted.title, wanted.day or _moment(in_use, now), goal, milestone,
        status, _titles(offered, Role.GOAL), _titles(offered, Role.MILESTONE), bool(secret))
    _refuse_problems(project, page)
    path = folder / f"{_stem(page, in_use)}.md"
    if not write_new(path, page_text(page)):
        raise ProjectError(f"{shown(path)} is there already; give another title, or write into that one")
    return MadePage(path, secret)


def _titles(names: NamesInUse, role: Role) -> tuple[str, ...]:
    return tuple(thing.title for thing in names.offered(role))


def _secret(
    in_use: NamesInUse, public: NamesInUse, wanted: WantedPage, goal: str | None, milestone: str | None
) -> str:
    """Return the title of what the page would name and only private pages do. Empty: there is none."""
    own = None if wanted.role is Role.POST else wanted.title
    named = ((Role.GOAL, goal), (Role.MILESTONE, milestone), (wanted.role, own))
    things = ((role, in_use.find(role, name)) for role, name in named if name)
    return next((thing.title for role, thing in things if thing and thing.id not in public.of(role)), "")


def _moment(in_use: NamesInUse, now: datetime) -> date:
    """Return today, and on a second post of one day also the time: else their paths would say which
    of the two is later.
    """
    return now.replace(microsecond=0, tzinfo=None) if now.date() in in_use.days else now.date()


def _status(written: str | None, known: Mapping[str, Status]) -> str | None:
    if written is None:
        return None
    status = known.get(fold_word(written))
    if status is None:
        raise ProjectError(f"unknown status {written!r}{status_hint(fold_word(written), known)}")
    return str(status)


def _refuse_second(project: Project, in_use: NamesInUse, wanted: WantedPage) -> None:
    """Refuse a second page of one goal or milestone."""
    there = None if wanted.role is Role.POST else in_use.find(wanted.role, wanted.title)
    if there and there.page:
        raise ProjectError(
            f"the {wanted.role} {there.title!r} has a page already: {shown(project.at(there.page))}")


def _refuse_problems(project: Project, page: NewPage) -> None:
    """Refuse what our own reader would complain of."""
    if page.role is Role.POST and not page.goal and not page.milestone:
        page = replace(page, goal="any")  # else nobody would look at the rest
    problems = read(Source("page.md", page_text(page)), project.settings).problems
    if problems:
        raise ProjectError("\n".join(p.message for p in problems))


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Finds the goal and the milestone of a new page."""

    project: Project
    in_use: NamesInUse
    ask: Ask | None

    def of(self, wanted: WantedPage) -> tuple[str | None, str | None]:
        """Return the goal and the milestone to write. None: none."""
        milestone: str | None = None
        thing: Named | None = None
        if wanted.role is Role.GOAL:
            return None, None
        if wanted.role is Role.POST:
            milestone = self.name(Role.MILESTONE, wanted.milestone, is_asked=wanted.goal is None)
        if about := milestone if wanted.role is Role.POST else wanted.title:
            thing = self.in_use.find(Role.MILESTONE, about)
        has_goal = thing is not None and thing.goal is not None
        goal = self.name(Role.GOAL, wanted.goal, is_asked=not has_goal)
        if goal:
            self._refuse_other_goal(thing, goal)
        return goal, milestone

    def name(self, role: Role, written: str | None, *, is_asked: bool) -> str | None:
        """Return the name to write; None: none. Raises ProjectError for one that is probably a slip."""
        if written is None:
            offers = self.in_use.offered(role)
            written = self.ask.choose(role, offers) if self.ask and offers and is_asked else None
        if not written:
            return None
        if self.in_use.find(role, written):
            return written
        if meant := self.in_use.meant(role, written):
            if self.ask and self.ask.confirm(f"There is no {role} {written!r}. Did you mean {meant!r}?"):
                return meant
            if self.ask is None:
                raise ProjectError(f"there is no {role} {written!r}{hint(meant)}")
        if self.project.settings.declared_only:
            names = [t.title for t in self.in_use.of(role).values() if t.page]
            raise ProjectError(f"no page defines the {role} {written!r}; the site's {role}s are "
                               + (", ".join(names) or "none yet"))
        return written

    def _refuse_other_goal(self, thing: Named | None, goal: str) -> None:
        other = self.in_use.find(Role.GOAL, goal)
        id = other.id if other else slug(goal)
        if thing and thing.goals and id not in thing.goals:
            raise ProjectError(f"the milestone {thing.title!r} serves the goal {thing.goal!r}; leave --goal "
                               f"out, or write `goal: [{thing.goal}, {id}]` by hand if it serves both")


def _folder(project: Project, in_use: NamesInUse, public: NamesInUse, wanted: WantedPage) -> Path:
    """Return where the page comes to lie: beside others of its kind, in the docs folder."""
    if wanted.folder:
        if not wanted.folder.resolve().is_relative_to(project.docs.resolve()):
            raise ProjectError(f"{shown(wanted.folder)} is not in the docs folder {shown(project.docs)}, "
                               "so its pages are not in the site")
        return wanted.folder
    beside = in_use.folders.get(wanted.role)
    if beside is None or (project.private and project.private.has(f"{beside}/")):
        beside = public.folders.get(wanted.role, usual_folder(project, wanted.role))
    return project.docs / beside


def _stem(page: NewPage, in_use: NamesInUse) -> str:
    """Return the file's name without its ending; of a goal or milestone this is its id."""
    stem = slug(page.title)
    if page.role is Role.POST:
        is_dated = in_use.dated or not stem or stem in _UNFIT
        short = stem.encode()[:MAX_ID - 20].decode(errors="ignore").strip("-")
        return "-".join(filter(None, [f"{page.day:%Y-%m-%d}" if is_dated else "", short or "post"]))
    if not stem:
        raise ProjectError(f"nothing of {page.title!r} is left in an address; use letters or digits")
    if stem in _UNFIT or len(stem.encode()) > MAX_ID:
        raise ProjectError(f"{stem!r} cannot be the name of a page; use another title")
    return stem
