"""`career-roadmap check`: every problem of a site, without building it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..build import Site, build
from ..exports.addresses import dest_of, settle_addresses
from ..exports.file_list import Lying, conflicts, in_the_way, wanted_files
from ..exports.redirects import settle_redirects
from ..reading.entry import Source
from ..vocabulary.codes import Severity
from ..vocabulary.phrases import some
from ..vocabulary.problems import Place, Problem, count, settle
from .config import Project
from .docs_folder import is_page
from .progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    problems: tuple[Problem, ...]
    """Settled, with the paths as one would write them in the folder where it was run."""
    pages: int
    """How many pages were read."""
    site: Site

    def fails(self, *, strict: bool) -> bool:
        """True when a build would fail, too."""
        bad = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
        return any(p.severity in bad for p in self.problems)

    @property
    def summary(self) -> str:
        """Everything in one sentence."""
        roadmap = self.site.roadmap
        seen = (f"{some(self.pages, 'page')}, {some(len(roadmap.posts), 'post')}, "
                f"{some(len(roadmap.milestones), 'milestone')}, {some(len(roadmap.goals), 'goal')}")
        return f"{count(self.problems) or 'no problems'} in {seen}"


@dataclass(frozen=True, slots=True)
class ReadSite:
    """A project, read and folded."""

    site: Site
    files: tuple[str, ...]
    """Its files that are fit to be published."""
    pages: int
    """How many pages were read."""
    problems: tuple[Problem, ...]
    """What is wrong with its files."""


def read_site(
    project: Project, day: date, *, keep_private: bool = False, progress: Progress = SILENT
) -> ReadSite:
    """Return the roadmap of a project as it stood at the end of a day.

    Without pages it is empty. `progress` is told how far the reading has come.
    """
    problems: list[Problem] = []
    sources: list[Source] = []
    files: list[str] = []
    folder = project.folder
    for path in progress.over(list(project.files()), "opening files"):
        if isinstance(path, Problem):
            problems.append(path)
        elif refusal := folder.refusal(path):
            problems.append(refusal)
        else:
            files.append(path)
            if is_page(path):
                source, wrong = folder.read(path)
                problems += [wrong] if wrong else []
                sources += [source] if source and not wrong else []
    site = build(progress.over(sources, "reading pages"), as_of=day, settings=project.settings,
                 words=project.words, keep_private=keep_private)
    return ReadSite(site, tuple(files), len(sources), tuple(problems))


def check(project: Project, today: date, progress: Progress = SILENT) -> Checked:
    """Read the pages of a project and return what is wrong with them."""
    found = read_site(project, project.as_of or today, progress=progress)
    site, settings = found.site, project.settings

    def dest(path: str) -> str:
        return dest_of(path, directory_urls=project.directory_urls)

    own = [(dest(path), path) for path in found.files if path not in site.hidden.pages]
    _, pages = settle_addresses(site.pages.values(), own, dest, is_page)
    lying = in_the_way(settings.folder, (Lying(address, path) for address, path in own))
    files = conflicts(settings.folder, wanted_files(site.public, project.site_url), lying)
    # A blog gives its posts other addresses, which nobody knows here.
    made = [(dest(path), path) for path in site.pages]
    fixed = [(at, path) for at, path in (*made, *own) if not project.is_in_blog(path)]
    _, crowded = settle_redirects(site.moved, fixed)
    told = settle([*found.problems, *site.problems, *pages, *files, *crowded], project.settings.severities)
    where = project.docs.as_posix()
    return Checked(tuple(p.within("" if where == "." else where) for p in told), found.pages, site)


# --- formats ---


def as_text(problems: Iterable[Problem]) -> str:
    """Return a line for each problem."""
    return "".join(f"{p}\n" for p in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """Return the problems as JSON; the guide tells its keys."""
    def place(at: Place) -> dict[str, object]:
        return {"path": at.path, "line": at.line, "column": at.column}

    found = [{**place(p.place), "severity": str(p.severity), "code": p.code, "message": p.message,
              "also": [place(at) for at in p.also]} for p in problems]
    return json.dumps({"version": 1, "problems": found}, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Return the problems as commands that GitHub Actions shows beside the lines of a pull request."""
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
    return "".join(
        f"::{names[p.severity]} file={_property(p.place.path)},line={p.place.line},col={p.place.column},"
        f"title={_property(p.code)}::{_data(_with_also(p))}\n" for p in problems)


def _with_also(told: Problem) -> str:
    return f"{told.message} (see {', '.join(map(str, told.also))})" if told.also else told.message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text, "json": as_json, "github": as_github}
