"""The roadmap of a project as text in some format, with the addresses that its pages will have."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urljoin

from ..exports.addresses import address_of, seen_from
from ..exports.bibliography.bibtex import SIGN, bibtex_text
from ..exports.bibliography.csl import csl_text, is_csl_export
from ..exports.bibliography.listed import listed_works
from ..exports.calendar import PRODID, calendar
from ..exports.file_list import CALENDAR
from ..exports.front_matter_schema import SCHEMA_TITLE, SiteNames, front_matter_schema
from ..exports.json_shapes import Url, as_text
from ..exports.milestones_csv import COLUMNS, milestones_csv
from ..exports.roadmap_json import roadmap_json
from ..exports.roadmap_json import table as roadmap_keys
from ..roadmap.model import Roadmap
from .config import Project
from .progress import SILENT, ProgressLine
from .read_site import ReadSite, read_site

_TEXTS: Mapping[str, Callable[[Roadmap, Url], str]] = {
    "csv": milestones_csv,
    "bibtex": lambda roadmap, url: bibtex_text(listed_works(roadmap, url)),
    "csl": lambda roadmap, url: csl_text(listed_works(roadmap, url)),
}
_BEGIN = 1000
"""How many bytes of a file are looked at for a sign of ours."""


def exported(form: str, project: Project, day: date, progress: ProgressLine = SILENT) -> str:
    """Return the text of `json`, `ics`, `csv`, `bibtex`, `csl` or `schema`."""
    read = read_site(project, day, progress=progress)
    if form == "schema":
        return as_text(front_matter_schema(project.settings.scopes, project.settings.status_words,
                                           _names(project, read.site.public)))
    site, settings = read.site, project.settings
    url = page_urls(project, read)
    if form == "json":
        return roadmap_json(site.public, settings, url)
    if form in _TEXTS:
        return _TEXTS[form](site.public, url)
    address = urljoin(project.site_url, f"{settings.folder}/{CALENDAR}") if project.site_url else ""
    title = f"{settings.title} – {project.name}" if project.name else settings.title
    return calendar(site.public, site.words, title, address, url,
                    settings.person.name if settings.person else "")


def _names(project: Project, public: Roadmap) -> SiteNames:
    """Return what an editor may offer: nothing private, since the schema is a file that people publish."""
    return SiteNames(tuple(sorted(goal.title for goal in public.goals)),
                     tuple(sorted(m.title for m in public.milestones)), tuple(project.options["statuses"]))


def is_export(content: bytes) -> bool:
    """True for a file that an export wrote, in any of its formats, and for an empty one."""
    begin = content[:_BEGIN].decode("utf-8", "replace")
    is_data = content.strip() == b"" or PRODID in begin or begin.startswith((",".join(COLUMNS), SIGN))
    if is_data or not begin.startswith(("{", "[")):
        return is_data
    try:
        data = json.loads(content)
    except ValueError:
        return False
    if isinstance(data, list):
        return is_csl_export(data)
    is_roadmap = {key.name for key in roadmap_keys()} <= data.keys()
    return is_roadmap or bool(data.get("title") == SCHEMA_TITLE)


def page_urls(project: Project, read: ReadSite) -> Url:
    """Return what finds the address of a page or a file: whole where the site has a `site_url`,
    else as it is seen from the folder of the roadmap.

    None for what the site does not have, and for posts of Material's blog, which gives
    them addresses that only a build knows.
    """
    there = {*read.site.pages, *read.files} - set(read.site.hidden.pages)

    def url(path: str) -> str | None:
        if path not in there or project.is_in_blog(path):
            return None
        address = address_of(path, directory_urls=project.directory_urls)
        if project.site_url:
            return urljoin(project.site_url, address)
        return seen_from(project.settings.folder, address)

    return url
