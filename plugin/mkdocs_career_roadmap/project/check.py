"""`career-roadmap check`: every problem of a site, without building it."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from ..exports.addresses import dest_of, resolve_addresses
from ..exports.file_list import OtherFile, conflicts, in_the_way, wanted_files
from ..exports.redirects import placed, resolve_redirects, without_redirects_over
from ..reading.hidden_pages.led_to_hidden import without_hidden_nav, without_redirects_of_hidden
from ..vocabulary.codes import Severity
from ..vocabulary.paths import is_page
from ..vocabulary.phrases import some
from ..vocabulary.problems import Place, Problem, count, settle
from .config import Project
from .errors import ProjectError
from .on_disk.found_file import FoundFile, FoundInSite
from .on_disk.new_files import shown
from .on_disk.readings_file import ReadingsFile
from .progress import SILENT, ProgressLine
from .read_site import ReadSite, read_site


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    problems: tuple[Problem, ...]
    """Settled, with the paths as one would write them in the folder where it was run."""
    found: FoundInSite
    """The same of the whole site, with what it adds up to."""
    page: str = ""
    """The only page that is told of. Empty: all are."""

    def of_page(self, project: Project, page: Path) -> Checked:
        """Return what was found of one page, where it alone was asked about. Raises ProjectError."""
        if not page.resolve().is_relative_to(project.docs.resolve()):
            raise ProjectError(f"{shown(page)} is not in the docs folder {shown(project.docs)}, so it is no "
                               "page of the site; name one that is, or a folder")
        real = os.path.realpath(page)
        real_paths = {path: os.path.realpath(path) for p in self.problems
                      for path in (p.place.path, *(at.path for at in p.also))}
        told = tuple(p for p in self.problems if real in {
            real_paths[path] for path in (p.place.path, *(at.path for at in p.also))})
        return replace(self, problems=told, page=shown(page))

    def fails(self, *, strict: bool) -> bool:
        """True when a build would fail, too."""
        bad = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
        return any(p.severity in bad for p in self.problems)

    @property
    def summary(self) -> str:
        """Everything in one sentence."""
        of = self.found
        seen = (f"{some(of.pages, 'page')}, {some(of.posts, 'post')}, {some(of.milestones, 'milestone')}, "
                f"{some(of.goals, 'goal')}")
        found = count(self.problems) or "no problems"
        return f"{found} of {self.page}, in a site of {seen}" if self.page else f"{found} in {seen}"


def check(
    project: Project, today: date, progress: ProgressLine = SILENT, file: ReadingsFile | None = None,
    found_file: FoundFile | None = None,
) -> Checked:
    """Read the pages of a project and return what is wrong with them. `file` has what another check read, and
    `found_file` what it found.

    That is not kept where something is hidden: more files are read for that, and it is for nobody else.
    """
    day, folder = project.as_of or today, project.folder
    made_of = project, project.settings, day, folder.follows_links, folder.project
    if found_file and (known := found_file.begin(made_of, folder.root, folder.walk())):
        return _told(project, known)
    read = read_site(project, day, progress=progress, is_check=True, file=file)
    made = _found(project, read)
    if found_file and read.site.hidden.is_empty and not project.private:
        found_file.leave(made)
    elif found_file:
        found_file.forget()
    return _told(project, made)


def checked(project: Project, read: ReadSite) -> Checked:
    """Return what is wrong with a project that was read already."""
    return _told(project, _found(project, read))


def _told(project: Project, found: FoundInSite) -> Checked:
    return Checked(tuple(located(project, p) for p in found.problems), found)


def _found(project: Project, read: ReadSite) -> FoundInSite:
    site, settings = read.site.if_there_is_any(project.nav), project.settings

    @cache
    def dest(path: str) -> str:
        return dest_of(path, directory_urls=project.directory_urls)

    own = [(dest(path), path) for path in read.files if path not in site.hidden.pages]
    _, pages = resolve_addresses(site.pages.values(), own, dest, is_page)
    wanted = wanted_files(
        site.public, project.site_url, has_post_feeds=settings.post_feeds) if site.pages else ()
    lying = in_the_way(settings.folder, (OtherFile(address, path) for address, path in own), wanted)
    files = conflicts(settings.folder, wanted, lying)
    # A blog gives its posts other addresses, which nobody knows here.
    made = [(dest(path), path) for path in site.pages]
    _, listed = without_hidden_nav(project.nav, site.hidden.all)
    _, of_hidden = without_redirects_of_hidden(project.redirect_maps, site.hidden)
    _, over = without_redirects_over(
        project.redirect_maps, [(at, path) for at, path in made if not project.is_in_blog(path)],
        directory_urls=project.directory_urls)
    fixed = [(at, path) for at, path in (*made, *own) if not project.is_in_blog(path)]
    _, crowded = resolve_redirects(placed(site.moved, dest), fixed)
    problems = settle([*read.problems, *site.problems, *pages, *files, *crowded, *listed, *of_hidden, *over],
                      project.settings.severities)
    roadmap = site.roadmap
    return FoundInSite(tuple(problems), read.pages, len(roadmap.posts), len(roadmap.milestones),
                       len(roadmap.goals))


def located(project: Project, told: Problem) -> Problem:
    """Return a problem with the paths of files as they are seen from here."""
    def at(place: Place) -> Place:
        path = project.at(place.path).as_posix()
        return replace(place, path=posixpath.normpath(path) if place.path.startswith("../") else path)

    return replace(told, place=at(told.place), also=tuple(map(at, told.also)))
