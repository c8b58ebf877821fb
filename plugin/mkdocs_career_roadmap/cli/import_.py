"""The command `import`: a blog that another program builds becomes a site of MkDocs."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..project.clock import build_time
from ..project.progress import on_terminal
from ..vocabulary.phrases import some
from .parameters import Pairs, name_title_pairs
from .terminal import say

if TYPE_CHECKING:
    from ..new_site.destination import Content, FolderChanges
    from ..new_site.frame import Plan
    from ..notes.selection import NamedNotes
    from ..project.progress import ProgressLine

_FOLDER = click.Path(path_type=Path, file_okay=False)
_Command = Callable[..., None]


@click.group("import")
def import_() -> None:
    """Bring a blog that another program builds."""


def _takes(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Give a command what all imports take, and these options of its own between."""
    whole: tuple[Callable[[_Command], _Command], ...] = (
        click.argument("source", type=click.Path(path_type=Path, file_okay=False, exists=True)),
        click.argument("folder", type=_FOLDER),
        *options,
        click.option("--write", "is_wanted", is_flag=True,
                     help="Write into a folder that has files already."),
        click.option("--overwrite", is_flag=True, help="Also write anew what you have changed since."),
    )

    def given(command: _Command) -> _Command:
        for option in reversed(whole):
            command = option(command)
        return command

    return given


_of_blogs = _takes(
    click.option("--goal", help="The goal that all posts serve, unless their category says another."),
    click.option("--category-goal", "by_category", multiple=True, metavar="CATEGORY=GOAL",
                 callback=name_title_pairs,
                 help="The goal that the posts of a category serve; for as many as you like."),
    click.option("--timezone",
                 help="The zone of the days; that of the blog's configuration unless said, else UTC."))
_of_notes = _takes(
    click.option("--only", "places", multiple=True, metavar="PATH",
                 help="A folder of the vault, or a note, that may be published; may be given again."),
    click.option("--tag", "tags", multiple=True, metavar="TAG",
                 help="A tag of notes that may be published."),
    click.option("--property", "properties", multiple=True, metavar="NAME[=VALUE]",
                 help="A property of notes that may be published, such as publish."),
    click.option("--title", default="My notes", show_default=True, help="What the site is called."),
    click.option("--goal", help="The goal that all notes serve."))


@import_.command()
@_of_blogs
def jekyll(source: Path, folder: Path, **told: Any) -> None:
    """Write the Jekyll blog of SOURCE into FOLDER as a site of MkDocs Material.

    A report tells what could not be carried. In a folder that has files already nothing is written
    unless you say --write, and what is there and not from an import stays in any case.
    """
    from ..jekyll.plan import plan  # noqa: PLC0415 - `--help` needs none of it

    _bring("jekyll", plan, source, folder, **told)


@import_.command()
@_of_blogs
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
    """Plan an import of a blog, and write it where it may be written."""
    from ..new_site.wishes import Wishes  # noqa: PLC0415 - `--help` needs none of it

    _refuse_within(source, folder, "blog")
    _refuse_what_names_no_goal([*([goal] if goal else []), *(title for _, title in by_category)])
    wishes = Wishes(
        goal, dict(by_category), timezone, _command(name, source, folder, goal, by_category, timezone)
    )
    with on_terminal() as progress:
        made = plan(source, wishes, now=build_time(), progress=progress)
        written = _written(folder, made, progress, is_wanted=is_wanted, overwrite=overwrite)
    gone = [f"stays {path}, which the blog has no more" for path in written.changes.gone]
    _tell(folder, made, written, gone)


@import_.command()
@_of_notes
def notes(
    source: Path, folder: Path, *, places: tuple[str, ...], tags: tuple[str, ...],
    properties: tuple[str, ...], title: str, goal: str | None, is_wanted: bool, overwrite: bool,
) -> None:
    """Write notes of SOURCE, an Obsidian vault or a folder of Markdown, into FOLDER as a site of MkDocs
    Material.

    Nothing is published that you have not named by --only, --tag or --property; a note must fit one of each
    of these that you use. Without any, what there is to name is listed, and nothing is written.
    """
    from ..new_site.destination import withdraw  # noqa: PLC0415 - `--help` needs none of it
    from ..notes.plan import NoteWishes, plan  # noqa: PLC0415
    from ..notes.selection import NamedNotes  # noqa: PLC0415

    _refuse_within(source, folder, "vault")
    _refuse_what_names_no_goal([goal] if goal else [])
    named = NamedNotes(places, tags, properties)
    with on_terminal() as progress:
        made = plan(source, NoteWishes(named, goal, title, _command_for_notes(named, title, goal)), progress)
        if not named:
            for line in made.said:
                say(line)
            return
        written = _written(folder, made.plan, progress, is_wanted=is_wanted, overwrite=overwrite)
        gone = written.changes.gone
        stays = withdraw(folder, written.changes) if written.is_done else gone
    for line in made.said:
        say(line)
    _tell(folder, made.plan, written, [
        f"stays {path}, which is not named any more; delete it if nobody should read it" if path in stays
        else f"gone  {path}, which is not named any more" for path in gone])


def _refuse_within(source: Path, folder: Path, what: str) -> None:
    if folder.resolve().is_relative_to(source.resolve()):
        raise click.UsageError(f"{folder.as_posix()} lies in the {what}, so that it would be read as a part "
                               "of it; choose another")


class _Written(NamedTuple):
    """What became of the files of an import."""

    changes: FolderChanges
    is_done: bool
    """False: the folder has files, and nobody said that it may be written into."""
    advice: str
    """What is to be told of the repository; empty: nothing."""


def _written(folder: Path, made: Plan, progress: ProgressLine, *, is_wanted: bool, overwrite: bool
             ) -> _Written:
    """Write the files of an import, if they may be."""
    from ..new_site.destination import compare, write  # noqa: PLC0415 - `--help` needs none of it

    files, advice = _in_repository(folder, made.files)
    changes = compare(folder, files, overwrite=overwrite)
    is_empty = not folder.exists() or not any(folder.iterdir())
    is_done = is_empty or is_wanted or overwrite
    if is_done:
        write(folder, files, changes, progress)
    return _Written(changes, is_done, advice)


def _tell(folder: Path, made: Plan, written: _Written, gone: Iterable[str]) -> None:
    """Say what was written, what stays, and what comes next; `gone` tells of what is imported no more."""
    from ..new_site.report import REPORT  # noqa: PLC0415 - `--help` needs none of it
    from ..project.on_disk.new_files import why_kept  # noqa: PLC0415

    changes = written.changes
    for path in changes.kept:
        say(f"kept  {path}, which {why_kept(folder / path) or 'is not as an import wrote it'}")
    for line in gone:
        say(line)
    say(made.summary)
    if not written.is_done:
        say(f"Nothing was written: {folder.as_posix()} has files already. It would be "
            f"{_count(changes.new, 'new')}, {_count(changes.renewed, 'renewed')}; add --write.")
        return
    say(f"{_count(changes.new, 'new')}, {_count(changes.renewed, 'renewed')}, "
        f"{_count(changes.same, 'as they were')}")
    if written.advice:
        say(written.advice)
    say(f"\nWhat to do next, in {folder.as_posix()}:\n\n  read {REPORT}\n"
        "  pip install -r requirements.txt\n  mkdocs serve")


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
