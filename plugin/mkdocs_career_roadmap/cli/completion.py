"""What a shell offers behind the commands: the names of the site that one is in, and statuses.

A name is offered as its id, which needs no quotes in any shell; zsh and fish show the title beside it.
Private names are among them: it is your own terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

from ..project.errors import ProjectError
from ..vocabulary.fields import Role, Status
from .parameters import project_at

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _names(*roles: Role) -> Complete:
    """Return what offers the names of goals, of milestones, or of both."""
    return lambda context, _option, begun: _begun(begun, _named(context, roles))


def _of_role(context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Offer the names of what the argument before says: goals or milestones."""
    return _begun(begun, _named(context, [Role(context.params["role"])]))


def _named(context: click.Context, roles: Iterable[Role]) -> list[tuple[str, str]]:
    """Return ids and titles. A site that cannot be read has none: this is no place to say so."""
    from ..authoring.names_in_use import names_in_use  # noqa: PLC0415 - `--help` needs none of it
    from ..project.read_site import read_site  # noqa: PLC0415

    try:
        project = project_at(context.params.get("site"))
        site = read_site(project, project.as_of or project.today(), keep_private=True).site
    except (ProjectError, OSError):
        return []
    names = names_in_use(site.entries, site.roadmap)
    return [(thing.id, thing.title) for role in roles for thing in names.offered(role)]


def _statuses(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    return _begun(begun, [(str(status), "") for status in Status])


def _fates(context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Offer what becomes of open milestones, with each goal that they may move to: a `move:` alone would be
    followed by a space.
    """
    moves = [(f"move:{id}", title) for id, title in _named(context, [Role.GOAL])]
    return _begun(begun, [*((word, "") for word in ("drop", "pause", "keep")), *moves])


def _begun(begun: str, offers: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    """Return those whose id or title begins so."""
    start = begun.casefold()
    return [CompletionItem(id, help=title or None) for id, title in offers
            if id.startswith(start) or title.casefold().startswith(start)]


GOALS, MILESTONES = _names(Role.GOAL), _names(Role.MILESTONE)
NAMES = _names(Role.MILESTONE, Role.GOAL)
OF_ROLE, STATUSES, FATES = _of_role, _statuses, _fates
