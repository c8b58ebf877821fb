"""A goal or a milestone gets another name, wherever it is named."""

from __future__ import annotations

from ...project.errors import ProjectError
from ...vocabulary.fields import Role
from ...vocabulary.names import slug
from ..names_in_use import Named
from .definitions import ToKeep, define, fit_name, keep
from .lines import with_title
from .mentions import Mention
from .site import SiteFiles


def rename(files: SiteFiles, role: Role, old: str, new: str) -> None:
    """Give a goal or a milestone another name.

    One that has a page of its own keeps its id, and so its address; only its title changes, and what the
    posts write. Of any other one the id follows the name: it gets a page that knows the old name and leads
    on from the old address.

    Raises ProjectError.
    """
    thing = files.find(role, old)
    title = fit_name(files, role, new)
    other = files.names.find(role, title)
    if other and other.id != thing.id:
        raise ProjectError(f"there is a {role} {other.title!r} already; `career-roadmap merge` makes one of "
                           "the two")
    if title == thing.title and thing.page:
        raise ProjectError(f"the {role} is called {title!r} already")
    if thing.page:
        _retitle(files, role, thing, title)
    else:
        _rename_all(files, role, thing, title)


def _retitle(files: SiteFiles, role: Role, thing: Named, title: str) -> None:
    page = thing.page or ""
    retitle_page(files, page, thing.title, title)
    files.rename(lambda m: None if not _is(files, m, role, thing.id) or m.text == thing.id != thing.title
                 else title)
    files.relabel(page, thing.title, title)


def retitle_page(files: SiteFiles, page: str, old: str, new: str) -> None:
    """Give a page another title, with the old one among its other names."""
    files.edit(page, lambda path, raw: with_title(path, raw, new))
    if slug(old) != slug(new):
        keep(files, page, ToKeep(aliases=(old,)))


def _rename_all(files: SiteFiles, role: Role, thing: Named, title: str) -> None:
    mentions = [m for path in files.now for m in files.mentions(path) if _is(files, m, role, thing.id)]
    is_written = any(m.text != thing.id for m in mentions)
    new_id, was = slug(title), files.thing(role, thing.id)

    def new_name(mention: Mention) -> str | None:
        if not _is(files, mention, role, thing.id):
            return None
        return new_id if mention.text == thing.id and is_written else title

    files.rename(new_name)
    if new_id != thing.id:
        kept = ToKeep(aliases=(thing.title if is_written else thing.id,),
                    redirects=() if was.is_private else files.pages_of(role, thing.id))
        page = define(files, role, new_id, title, kept, is_private=was.is_private)
        files.move_links({was.page: page})
        files.relabel(page, thing.title, title)


def _is(files: SiteFiles, mention: Mention, role: Role, id: str) -> bool:
    return mention.role is role and files.id_of(mention) == id
