"""The page of a goal or a milestone that keeps what it was: its other names, its addresses, its days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from ...exports.addresses import address_of
from ...project.errors import ProjectError
from ...reading.entry import Source
from ...reading.page import read
from ...vocabulary.fields import Role
from ...vocabulary.names import slug
from ..front_matter_edit import insert_lines
from ..names_in_use import Named
from ..scaffold import yaml_text
from .lines import with_record, with_values
from .site import SiteFiles


@dataclass(frozen=True, slots=True)
class ToKeep:
    """What is to stand on the page of a goal or a milestone besides what does already."""

    aliases: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    """Source paths of pages that were at another address. One at which another name has its address needs
    no line, since that leads on of itself.
    """
    lines: tuple[tuple[str, str], ...] = ()
    """More fields, each with a text, of which those count that the page does not have."""
    history: Mapping[str, str] | None = None
    """What happened to it on a day."""


def fit_name(files: SiteFiles, role: Role, written: str) -> str:
    """Return a new name on one line. Raises ProjectError for one that our own reader would complain of."""
    name = " ".join(written.split())
    text = f"---\n{role}: {yaml_text(name)}\n---\n"
    problems = read(Source("page.md", text), files.project.settings).problems
    if problems:
        raise ProjectError("\n".join(p.message for p in problems))
    return name


def reference(thing: Named) -> str:
    """Return the name by which a page means a goal or a milestone: its title, unless that means another."""
    return thing.title if slug(thing.title) == thing.id or thing.page else thing.id


def event(day: date, what: str, of: Named) -> dict[str, str]:
    """Return what happened to a milestone on a day, for `ToKeep.history`."""
    return {"day": day.isoformat(), what: reference(of)}


def keep(files: SiteFiles, page: str, kept: ToKeep) -> None:
    """Let a page that is there keep something."""
    def change(path: str, raw: str) -> str:
        raw = with_values(path, raw, "aliases", kept.aliases)
        raw = with_values(path, raw, "redirect_from", _addresses(files, kept, path))
        there = {mention.field for mention in files.mentions(path)}
        raw = insert_lines(raw, [f"{key}: {yaml_text(text)}" for key, text in kept.lines if key not in there])
        return with_record(path, raw, "history", kept.history) if kept.history else raw

    files.edit(page, change)


def define(files: SiteFiles, role: Role, id: str, title: str, kept: ToKeep, *, is_private: bool) -> str:
    """Add the page of a goal or a milestone that has none, and return its path."""
    path = files.new_path(role, id)
    lines = [f"type: {role}", f"title: {yaml_text(title)}"]
    lines += ["visibility: private"] if is_private else []
    files.add(path, "---\n" + "".join(f"{line}\n" for line in lines) + "---\n")
    keep(files, path, kept)
    return path


def _addresses(files: SiteFiles, kept: ToKeep, now: str) -> list[str]:
    folder, urls = files.project.settings.folder, files.project.directory_urls
    led = {f"{folder}/{kind}/{slug(name)}.md" for kind in ("goals", "milestones") for name in kept.aliases}
    return ["/" + unquote(address_of(page, directory_urls=urls))
            for page in kept.redirects if page != now and page not in led]
