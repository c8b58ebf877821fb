"""The command `career-roadmap`: one module a command. Only this room knows click.

What a command works with is imported when it runs, so that `--help` is there at once.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from ..project.errors import ProjectError
from . import (
    adopt,
    ask,
    build,
    check,
    create,
    due,
    export,
    finish,
    import_,
    links,
    list_,
    merge,
    move,
    rename,
    shells,
    split,
    zensical,
)
from .report import command
from .terminal import say, say_error

__all__ = ["cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, commands=[
    check.check, links.links, create.init, create.new, adopt.adopt, import_.import_,
    list_.list_, rename.rename, move.move, merge.merge, split.split, finish.finish,
    ask.next_, ask.show, ask.log, ask.decisions, due.due, command.report, export.export, build.build,
    zensical.zensical])
@click.version_option(package_name="mkdocs-career-roadmap", prog_name="career-roadmap")
def cli() -> None:
    """Goals and milestones from the front matter of your posts."""


def main() -> None:
    """Run the command. A closed pipe and Ctrl-C end it without a word; what the system refuses is told."""
    _open_what_is_closed()
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)  # what there is then goes with the process: nobody need look through it
    shells.teach()
    try:
        cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        raise SystemExit(end.exit_code) from None
    except click.ClickException as error:
        say_error(error)
        raise SystemExit(2) from None
    except ProjectError as error:
        say(str(error), err=True)
        raise SystemExit(2) from None
    except (KeyboardInterrupt, click.Abort):
        raise SystemExit(130) from None
    except BrokenPipeError:
        _write_no_more()
        raise SystemExit(0) from None
    except OSError as error:  # a disk is full, a path too long
        with suppress(OSError):
            say(f"{error.filename or 'the answer cannot be written'}: {error.strerror or error}", err=True)
        _write_no_more()
        raise SystemExit(2) from None


def _open_what_is_closed() -> None:
    """Let a stream that was closed before Python began be one that nobody reads."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - until the end


def _write_no_more() -> None:
    """Let what is left to write go nowhere; Python would complain of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
            continue
        with suppress(OSError):  # a stream of no file
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
