"""A report of a project: read as of its last day, and told to one sort of reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ..exports.report_text import Sheet, report_as_html, report_as_markdown
from ..flow import Site
from ..pages.more.decisions import predictions
from ..pages.render import BadTemplateError
from ..pages.report.audiences import report
from ..pages.report.page import day_before, first_day
from ..pages.report.writer import Asked
from ..roadmap.model import Goal
from ..vocabulary.labels import Words
from ..vocabulary.names import fold_word, slug
from ..vocabulary.phrases import some, suggestion
from .config import Project
from .errors import ProjectError
from .exports import page_urls
from .host_config import templates_folder
from .progress import SILENT, ProgressLine
from .read_site import read_site


@dataclass(frozen=True, slots=True)
class WantedReport:
    """What a report is wanted for."""

    audience: str
    until: date
    since: date | None = None
    """None: what `first_day` says."""
    goal: str | None = None
    """The goal, as somebody named it. None: all of them."""
    keep_private: bool = False


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report, ready to be set."""

    sheet: Sheet
    project: Project
    left_out: str
    """What is private and therefore not in it, in words; empty: nothing that was seen."""

    def markdown(self) -> str:
        """Return it as Markdown. Raises ProjectError for a template of the site that cannot be rendered."""
        return self._set(report_as_markdown)

    def html(self) -> str:
        """Return it as a page to print. Raises ProjectError likewise."""
        return self._set(report_as_html)

    def _set(self, make: Callable[[Sheet, Words, tuple[str, ...]], str]) -> str:
        try:
            return make(self.sheet, self.project.words, _folders(self.project))
        except BadTemplateError as error:
            raise ProjectError(f"{error}; mend it, or take it away and ours stands in") from None


def write_report(project: Project, wanted: WantedReport, progress: ProgressLine = SILENT) -> WrittenReport:
    """Return a report on a project. Raises ProjectError for an unknown goal or days in the wrong order."""
    since = wanted.since or first_day(wanted.until, wanted.audience)
    if since > wanted.until:
        raise ProjectError(f"the report would begin on {since}, after its last day, {wanted.until}; give an "
                           "earlier --since or a later --until")
    read = read_site(project, wanted.until, keep_private=wanted.keep_private, progress=progress)
    site = read.site
    view = replace(site.viewer(page_urls(project, read)), settings=project.settings)
    goal = _goal(site, wanted.goal) if wanted.goal else None
    asked = Asked(since, goal.id if goal else None, wanted.keep_private)
    made = report(view, site.roadmap_at(day_before(since)), wanted.audience, asked, _who(project))
    person = project.settings.person
    sheet = Sheet(made, person.name if person else project.name, site.words.language)
    return WrittenReport(sheet, project, "" if wanted.keep_private else _left_out(site, since))


def _who(project: Project) -> tuple[str, ...]:
    """Return what the head of a report says of its author below the name."""
    person = project.settings.person
    own = (person.role, person.place) if person else ()
    return (*own, project.site_url)


def _goal(site: Site, name: str) -> Goal:
    """Return the goal that has a name, by its id, its title or another name. Raises ProjectError."""
    goals, id = site.roadmap.goals, slug(name)
    for goal in goals:
        if id in (goal.id, slug(goal.title), *(alias.id for alias in goal.aliases)):
            return goal
    titles = {fold_word(goal.title): goal.title for goal in goals}
    raise ProjectError(f"there is no goal {name!r}{suggestion(name, [*site.roadmap.goal, *titles.values()])}")


def _left_out(site: Site, since: date) -> str:
    """Return how much that is private a report leaves out, as far as a built site knows of it."""
    told = sum(1 for p in predictions(site.roadmap, keep_private=True)
               if not p.is_public and p.post.day and p.post.day >= since)
    return some(told, "private decision") if told else ""


def _folders(project: Project) -> tuple[str, ...]:
    """Return the folder in which the site has templates of its own, if it has one."""
    folder = templates_folder(project)
    return (str(folder),) if folder else ()
