"""The command `import`: a blog that another program builds becomes a site of MkDocs."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..project.clock import build_time
from ..project.progress import on_terminal
from ..vocabulary.phrases import some
from .parameters import Pairs, name_title_pairs
from .terminal import say

if TYPE_CHECKING:
    from ..new_site.destination import Content
    from ..new_site.frame import Plan
    from ..notes.selection import NamedNotes

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group("import")
def import_() -> None:
    """Bring a blog that another program builds."""


def _takes(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what all imports take."""
    for option in reversed(
        (
            click.argument("source", type=click.Path(path_type=Path, file_okay=False, exists=True)),
            click.argument("folder", type=_FOLDER),
            click.option(
                "--write", "is_wanted", is_flag=True, help="Write into a folder that has files already."
            ),
            click.option("--overwrite", is_flag=True, help="Also write anew what you have changed since."),
            click.option("--goal", help="The goal that all posts serve, unless their category says another."),
            click.option(
                "--category-goal",
                "by_category",
                multiple=True,
                metavar="CATEGORY=GOAL",
                callback=name_title_pairs,
                help="The goal that the posts of a category serve; for as many as you like.",
            ),
            click.option(
                "--timezone",
                help="The zone of the days; that of the blog's configuration unless said, else UTC.",
            ),
        )
    ):
        command = option(command)
    return command


@import_.command()
@_takes
def jekyll(source: Path, folder: Path, **told: Any) -> None:
    """Write the Jekyll blog of SOURCE into FOLDER as a site of MkDocs Material.

    A report tells what could not be carried. In a folder that has files already nothing is written
    unless you say --write, and what is there and not from an import stays in any case.
    """
    from ..jekyll.plan import plan  # noqa: PLC0415 - `--help` needs none of it

    _bring("jekyll", plan, source, folder, **told)


@import_.command()
@_takes
def hugo(source: Path, folder: Path, **told: Any) -> None:
    """Write the Hugo blog of SOURCE into FOLDER as a site of MkDocs Material.

    A report tells what could not be carried. In a folder that has files already nothing is written
    unless you say --write, and what is there and not from an import stays in any case.
    """
    from ..hugo.plan import plan  # noqa: PLC0415 - `--help` needs none of it

    _bring("hugo", plan, source, folder, **told)


def _bring(
    name: str, plan: Callable[..., Plan], source: Path, folder: Path, *, is_wanted: bool, overwrite: bool,
    goal: str | None, by_category: Pairs, timezone: str | None,
) -> None:
    """Plan an import, and write it where it may be written."""
    from ..new_site.destination import compare, write  # noqa: PLC0415 - `--help` needs none of it
    from ..new_site.report import REPORT  # noqa: PLC0415
    from ..new_site.wishes import Wishes  # noqa: PLC0415
    from ..project.on_disk.new_files import why_kept  # noqa: PLC0415

    if folder.resolve().is_relative_to(source.resolve()):
        raise click.UsageError(
            f"{folder.as_posix()} lies in the blog, so that it would be read as a part of it; choose another")
    _refuse_what_names_no_goal([*([goal] if goal else []), *(title for _, title in by_category)])
    wishes = Wishes(
        goal, dict(by_category), timezone, _command(name, source, folder, goal, by_category, timezone)
    )
    with on_terminal() as progress:
        made = plan(source, wishes, now=build_time(), progress=progress)
        files, note = _in_repository(folder, made.files)
        writing = compare(folder, files, overwrite=overwrite)
        is_empty = not folder.exists() or not any(folder.iterdir())
        does_write = is_empty or is_wanted or overwrite
        if does_write:
            write(folder, files, writing, progress)
    for path in writing.kept:
        why = why_kept(folder / path) or "is not as an import wrote it"
        say(f"kept  {path}, which {why}")
    for path in writing.gone:
        say(f"stays {path}, which the blog has no more")
    say(made.summary)
    if not does_write:
        say(f"Nothing was written: {folder.as_posix()} has files already. It would be "
            f"{_count(writing.new, 'new')}, {_count(writing.renewed, 'renewed')}; add --write.")
        return
    say(f"{_count(writing.new, 'new')}, {_count(writing.renewed, 'renewed')}, "
        f"{_count(writing.same, 'as they were')}")
    if note:
        say(note)
    say(f"\nWhat to do next, in {folder.as_posix()}:\n\n  read {REPORT}\n"
        "  pip install -r requirements.txt\n  mkdocs serve")


@import_.command()
@click.argument("source", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("folder", type=_FOLDER)
@click.option(
    "--only",
    "places",
    multiple=True,
    metavar="PATH",
    help="A folder of the vault, or a note, that may be published; may be given again.",
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag of notes that may be published.")
@click.option(
    "--property",
    "properties",
    multiple=True,
    metavar="NAME[=VALUE]",
    help="A property of notes that may be published, such as publish.",
)
@click.option("--title", default="My notes", show_default=True, help="What the site is called.")
@click.option("--goal", help="The goal that all notes serve.")
@click.option("--write", "is_wanted", is_flag=True, help="Write into a folder that has files already.")
@click.option("--overwrite", is_flag=True, help="Also write anew what you have changed since.")
def notes(
    source: Path,
    folder: Path,
    places: tuple[str, ...],
    tags: tuple[str, ...],
    properties: tuple[str, ...],
    title: str,
    goal: str | None,
    is_wanted: bool,
    overwrite: bool,
) -> None:
    """Write notes of SOURCE, an Obsidian vault or a folder of Markdown, into FOLDER as a site of MkDocs
    Material.

    Nothing is published that you have not named by --only, --tag or --property; a note must fit one of each
    of these that you use. Without any, what there is to name is listed, and nothing is written.
    """
    from ..new_site.destination import compare, withdraw, write  # noqa: PLC0415 - `--help` needs none of it
    from ..new_site.report import REPORT  # noqa: PLC0415
    from ..notes.plan import NoteWishes, plan  # noqa: PLC0415
    from ..notes.selection import NamedNotes  # noqa: PLC0415

    if folder.resolve().is_relative_to(source.resolve()):
        raise click.UsageError(
            f"{folder.as_posix()} lies in the vault, so that it would be read as a part of it; choose another"
        )
    _refuse_what_names_no_goal([goal] if goal else [])
    named = NamedNotes(places, tags, properties)
    with on_terminal() as progress:
        made = plan(source, NoteWishes(named, goal, title, _command_for_notes(named, title, goal)), progress)
        if not named:
            for line in made.said:
                say(line)
            return
        files, advice = _in_repository(folder, made.plan.files)
        writing = compare(folder, files, overwrite=overwrite)
        does_write = not folder.exists() or not any(folder.iterdir()) or is_wanted or overwrite
        stays = writing.gone
        if does_write:
            write(folder, files, writing, progress)
            stays = withdraw(folder, writing)
    for line in made.said:
        say(line)
    for path in writing.kept:
        say(f"kept  {path}, which is not as an import wrote it")
    for path in writing.gone:
        say(
            f"stays {path}, which is not named any more; delete it if nobody should read it"
            if path in stays
            else f"gone  {path}, which is not named any more"
        )
    say(made.plan.summary)
    if not does_write:
        say(
            f"Nothing was written: {folder.as_posix()} has files already. It would be "
            f"{some(len(writing.new), 'file')} new, {some(len(writing.renewed), 'file')} renewed; "
            "add --write."
        )
        return
    say(
        f"{some(len(writing.new), 'file')} new, {some(len(writing.renewed), 'file')} renewed, "
        f"{some(len(writing.same), 'file')} as they were"
    )
    if advice:
        say(advice)
    say(
        f"\nWhat to do next, in {folder.as_posix()}:\n\n  read {REPORT}\n"
        "  pip install -r requirements.txt\n  mkdocs serve"
    )


def _command_for_notes(named: NamedNotes, title: str, goal: str | None) -> str:
    """Return what was asked for, as it stands in the report: without where the vault lies."""
    words = ["career-roadmap", "import", "notes", "VAULT", "SITE"]
    for option, values in (("--only", named.places), ("--tag", named.tags), ("--property", named.properties)):
        for value in values:
            words += [option, value]
    words += ["--title", title, *(["--goal", goal] if goal else [])]
    return shlex.join(words).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _in_repository(folder: Path, files: Mapping[str, Content]) -> tuple[Mapping[str, Content], str]:
    """Return the files of a new site for the repository that its folder lies in, published from its branch,
    and what is to be told of that. An import writes nothing outside of its folder.
    """
    from ..authoring.scaffold import REBUILD, WORKFLOW, in_repository  # noqa: PLC0415
    from ..project.on_disk.repository import repository_of  # noqa: PLC0415

    if (repository := repository_of(folder)) is None:
        return files, ""
    below = folder.resolve().relative_to(repository.root).as_posix()
    own = in_repository({path: str(files[path]) for path in (WORKFLOW, REBUILD)}, repository.branch, below)
    note = "" if below == "." else (
        f"\n{folder.as_posix()} is a part of the repository {repository.root.as_posix()}. GitHub looks for\n"
        "workflows at its root alone: move the files of .github/workflows there, or make the folder a\n"
        "repository of its own.")
    return {**files, **own}, note


def _refuse_what_names_no_goal(titles: Iterable[str]) -> None:
    """Refuse a goal of which our own reader would complain in every post."""
    from ..authoring.scaffold import yaml_text  # noqa: PLC0415 - `--help` needs none of it
    from ..reading.entry import Source  # noqa: PLC0415
    from ..reading.page import read  # noqa: PLC0415
    from ..vocabulary.settings import Settings  # noqa: PLC0415

    for title in titles:
        if wrong := read(Source("post.md", f"---\ngoal: {yaml_text(title)}\n---\n"), Settings()).problems:
            raise click.UsageError("\n".join(problem.message for problem in wrong))


def _count(paths: list[str], what: str) -> str:
    return f"{some(len(paths), 'file')} {what}"


def _command(name: str, source: Path, folder: Path, goal: str | None, by_category: Pairs,
             timezone: str | None) -> str:
    """Return the command as it was typed, but for whether it writes."""
    words = ["career-roadmap", "import", name, source.as_posix(), folder.as_posix()]
    words += ["--goal", goal] if goal else []
    for pair in by_category:
        words += ["--category-goal", "=".join(pair)]
    words += ["--timezone", timezone] if timezone else []
    # A system that does not know UTF-8 hands its bytes over as half characters.
    return shlex.join(words).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
