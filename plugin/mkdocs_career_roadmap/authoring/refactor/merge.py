"""Two goals, or two milestones, become one."""

from __future__ import annotations

from ...project.errors import ProjectError
from ...vocabulary.fields import Role
from ..names_in_use import Named
from .definitions import ToKeep, define, keep, reference
from .mentions import Mention
from .move import serve
from .pages import NewName
from .rename import retitle_page
from .site import SiteFiles
from .take_over import take_over

_BOTH = (Role.GOAL, Role.MILESTONE)


def merge(files: SiteFiles, one: str, into: str, role: Role | None = None) -> None:
    """Let what is said of one goal or milestone be said of another. Raises ProjectError.

    `role` says which is meant where there are a goal and a milestone of each name.
    """
    role = role or _role(files, one, into)
    a, b = files.find(role, one), files.find(role, into)
    if a.id == b.id:
        raise ProjectError(f"{one!r} and {into!r} are one {role} already")
    _refuse_secrets(files, role, a, b)
    if role is Role.MILESTONE and a.goal and b.goal and a.goal != b.goal:
        serve(files, a, files.names.goals[b.goal], as_one_with={b.id})
    files.merged[role, a.id] = b.id
    _rename(files, role, a, b)
    page, old = _pages(files, role, a, b)
    files.move_links({was: page for was in old if was != page})
    files.relabel(page, a.title, b.title)


def _role(files: SiteFiles, one: str, into: str) -> Role:
    found = [{role for role in _BOTH if files.names.find(role, name)} for name in (one, into)]
    both = found[0] & found[1]
    if len(both) == 2:
        raise ProjectError(f"there are goals and milestones called {one!r} and {into!r}; say which are meant "
                           "with --as goal or --as milestone")
    if both:
        return both.pop()
    if found[0] and found[1]:
        raise ProjectError(f"{one!r} is a {found[0].pop()} and {into!r} a {found[1].pop()}; only two of a "
                           "kind can become one")
    known = found[0] or found[1]
    role = known.pop() if known else Role.MILESTONE
    for name in (one, into):
        files.find(role, name)
    raise AssertionError(role)


def _refuse_secrets(files: SiteFiles, role: Role, a: Named, b: Named) -> None:
    """Refuse what would let the name or the page of something private come to the public."""
    a_private, b_private = files.is_private(role, a.id), files.is_private(role, b.id)
    if b_private and not a_private:
        raise ProjectError(f"the {role} {b.title!r} is private, and its name would come to stand on public "
                           f"pages; merge it into {a.title!r} instead, or make it public first")
    if a_private and not b_private and a.page:
        raise ProjectError(f"the page of the {role} {a.title!r} is private, and would become a part of a "
                           f"public one; take what is to be public of it into a page of {b.title!r}, delete "
                           "it, and run this again")


def _rename(files: SiteFiles, role: Role, a: Named, b: Named) -> None:
    """Name the second wherever the first is named. What then needs itself, or is a part of itself, no longer
    says so.
    """
    for path in list(files.now):
        mentions = files.mentions(path)
        if not any(m.role is role and files.id_of(m) == a.id for m in mentions):
            continue
        about = files.about(path, mentions)
        is_alone = role is Role.MILESTONE and bool(about) and about <= {a.id, b.id}
        files.rename(_new_name(files, role, a, b, is_alone=is_alone), [path])


def _new_name(files: SiteFiles, role: Role, a: Named, b: Named, *, is_alone: bool) -> NewName:
    """Return what to write on a page; `is_alone`: it is about nothing else than the two."""
    def new_name(m: Mention) -> str | None:
        id = files.id_of(m) if m.role is role else None
        if is_alone and id in (a.id, b.id) and m.field in ("depends_on", "part_of"):
            return ""
        return _name(m, a, b) if id == a.id else None

    return new_name


def _name(m: Mention, a: Named, b: Named) -> str | None:
    if m.text != a.id or a.id == a.title:
        return reference(b)
    if a.page and not b.page:
        return None  # this page becomes that of both, and its id stays
    return b.id if b.page else reference(b)


def _pages(files: SiteFiles, role: Role, a: Named, b: Named) -> tuple[str, tuple[str, ...]]:
    """Let one page stand for both; return it, and where the pages of both were."""
    a_was, b_was = files.thing(role, a.id), files.thing(role, b.id)
    is_secret = a_was.is_private and not b_was.is_private
    aliases, redirects = ((), ()) if is_secret else (
        (a.title,), () if a_was.is_private else files.pages_of(role, a.id))
    old = (a_was.page, b_was.page)
    if b.page:
        if a.page:
            take_over(files, a.page, b.page)
        keep(files, b.page, ToKeep(aliases, redirects))
        return b.page, old
    of_b = () if b_was.is_private else files.pages_of(role, b.id)
    if a.page:
        retitle_page(files, a.page, a.title, b.title)
        keep(files, a.page, ToKeep(redirects=of_b))
        return a.page, old
    if is_secret:
        return b_was.page, ()
    return define(files, role, b.id, b.title, ToKeep(aliases, (*redirects, *of_b)),
                  is_private=b_was.is_private), old
