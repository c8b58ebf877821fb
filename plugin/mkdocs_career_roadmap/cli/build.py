"""`career-roadmap build`: the roadmap as a small site of its own, beside a blog that any tool builds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import click

from ..project.config import find_project
from ..project.errors import ProjectError
from ..project.progress import on_terminal
from ..vocabulary.codes import Severity
from ..vocabulary.paths import MARKDOWN, QUARTO
from ..vocabulary.phrases import some
from ..vocabulary.problems import Problem, settle
from .parameters import AS_OF, day_of
from .terminal import say, say_problems

if TYPE_CHECKING:
    from ..plain_host.site_files import SiteChoices
    from ..project.config import Project

_TOOLS = ("hugo", "jekyll", "quarto", "obsidian")
_NOT_PUBLISHED = "/_drafts/\n_drafts/\n"
"""What Jekyll does not publish."""
_NOT_WRITTEN = "node_modules/\n/vendor/\n/_site/\n"
"""Folders beside the posts of a blog in which its author wrote nothing."""
_MOST_NAMED = 3


def _address(_context: click.Context, option: click.Parameter, written: str | None) -> str:
    """Return an address with a slash at its end; a callback of click."""
    try:
        parts = urlsplit(written or "")
    except ValueError:
        parts = urlsplit("")
    is_path = option.name == "base_url" and (written or "").startswith("/") and not parts.netloc
    if written and not is_path and not (parts.scheme in ("http", "https") and parts.netloc):
        raise click.BadParameter(f"{written!r} is no address; write it like https://example.org/blog/")
    return f"{written.rstrip('/')}/" if written else ""


def _rule(_context: click.Context, _option: click.Parameter, written: str | None) -> str | None:
    """Return a rule for addresses; a callback of click."""
    from ..plain_host.post_addresses import bad_rule  # noqa: PLC0415 - `--help` needs none of it

    if written and (wrong := bad_rule(written)):
        raise click.BadParameter(f"{written!r} {wrong}")
    return written


@click.command()
@click.argument("docs", type=click.Path(path_type=Path))
@click.argument("site", type=click.Path(path_type=Path, file_okay=False))
@click.option("--base-url", callback=_address,
              help="Where the blog is; else site_url of a configuration, or /.")
@click.option("--site-url", callback=_address,
              help="Where SITE will be; the folder roadmap/ of the blog unless said.")
@click.option("--name", help="What the blog is called; else site_name of a configuration, or its host.")
@click.option("--blog", "tool", type=click.Choice(_TOOLS), default="hugo", show_default=True,
              help="What builds the blog: how it makes the addresses of its posts.")
@click.option("--post-url", callback=_rule,
              help="The rule for posts if the blog has another, like '/{year}/{slug}/'.")
@click.option("--page-url", callback=_rule, help="The same for pages without a date.")
@click.option("--exclude", multiple=True,
              help="Files that are not of the blog, as in .gitignore; may be repeated.")
@AS_OF
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
@click.option("-q", "--quiet", is_flag=True, help="Problems only: not how far it is, no last sentence.")
def build(
    docs: Path, site: Path, base_url: str, site_url: str, name: str | None, tool: str, post_url: str | None,
    page_url: str | None, exclude: tuple[str, ...], as_of: datetime | None, strict: bool, quiet: bool
) -> None:
    """Write the roadmap of the posts in DOCS as a small site into the folder SITE.

    It needs no MkDocs and no theme, and links to the posts where the blog has them: for a blog that Hugo,
    Jekyll, Quarto or Obsidian builds.
    Ends with 1 if there are errors, and with 2 if DOCS cannot be read or SITE cannot be written; then SITE is
    as it was.
    """
    from ..plain_host.site_files import PlainSite  # noqa: PLC0415 - `--help` needs none of it
    from ..plain_host.site_folder import write_site  # noqa: PLC0415
    from ..plain_host.toml_pages import in_yaml  # noqa: PLC0415
    from ..project.built.leaks import leaks_in, traces_of_hidden  # noqa: PLC0415
    from ..project.check import checked  # noqa: PLC0415
    from ..project.read_site import as_it_is, read_site  # noqa: PLC0415

    project = _without(find_project(docs, needs_pages=False), site, exclude)
    with on_terminal(quiet=quiet) as progress:
        read = read_site(project, day_of(project, as_of), progress=progress,
                         translated=in_yaml if tool == "hugo" else as_it_is)
    if not read.pages and not read.problems:
        raise ProjectError(f"{docs}: there is no page of Markdown here; name the folder of the posts")
    found = checked(project, read)
    _fail_on(found.problems, strict=strict)
    made = PlainSite(project, read, _choices(
        project, base_url or project.site_url or "/", site_url, name, tool, post_url, page_url))
    files = made.files()
    sought = traces_of_hidden(read.sources, read.site)
    _fail_on(settle(leaks_in(files, site, sought), project.settings.severities), strict=strict)
    say_problems(settle(made.problems(), project.settings.severities), "text")
    written = write_site(files, site)
    if made.unlinked:
        say(_unlinked(made.unlinked), err=True)
    for path in written.left:
        say(f"{site / path} is of a site before, but was changed since, and stays", err=True)
    if not quiet:
        hidden = len(read.site.hidden.pages)
        kept = f", {some(hidden, 'page')} kept back" if hidden else ""
        changed = f"{written.changed} of {some(len(files), 'file')} changed in {site}"
        say(f"{found.summary}{kept}; {changed}", err=True)


def _choices(
    project: Project, base_url: str, site_url: str, name: str | None, tool: str, post_url: str | None,
    page_url: str | None
) -> SiteChoices:
    from ..plain_host.post_addresses import TOOLS, BlogAddresses  # noqa: PLC0415 - `--help` needs none of it
    from ..plain_host.site_files import SiteChoices, name_of  # noqa: PLC0415

    rules = TOOLS[tool]
    rules = rules._replace(post=post_url or rules.post, page=page_url or rules.page)
    is_whole = bool(urlsplit(base_url).scheme)
    where = site_url or (urljoin(base_url, f"{project.settings.folder}/") if is_whole else "")
    return SiteChoices(BlogAddresses(base_url, rules), where, name or name_of(project, base_url))


def _without(project: Project, site: Path, exclude: tuple[str, ...]) -> Project:
    """Return the project without what is not of the blog, such as the site itself if it lies within."""
    real, docs = site.resolve(), project.docs.resolve()
    if docs.is_relative_to(real):
        raise ProjectError(f"{site} holds the posts themselves; name another folder for the site")
    within = f"/{real.relative_to(docs).as_posix()}/\n" if real.is_relative_to(docs) else ""
    more = "".join(f"{pattern}\n" for pattern in exclude)
    return replace(project, page_endings=(*MARKDOWN, QUARTO),
                   excluded=f"{project.excluded}\n{_NOT_WRITTEN}{within}{more}",
                   drafts=f"{project.drafts}\n{_NOT_PUBLISHED}")


def _fail_on(problems: Sequence[Problem], *, strict: bool) -> None:
    say_problems([p for p in problems if p.severity is not Severity.HINT], "text")
    bad = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if failing := [p for p in problems if p.severity in bad]:
        say(f"nothing was built: {some(len(failing), 'problem')}, told above", err=True)
        raise SystemExit(1)


def _unlinked(paths: Sequence[str]) -> str:
    """Return the sentence about pages to which nothing leads."""
    more = len(paths) - _MOST_NAMED
    named = ", ".join(paths[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return (f"there is no link to {named}: the rule for addresses asks for a day, and none is said there, or "
            "what is said of the address is none; give a date, or another rule by --post-url and --page-url")
