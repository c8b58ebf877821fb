"""The command `career-roadmap`: one module a command. Only this room knows click.

What a command works with is imported when it runs, so that `--help` is there at once.
"""

from __future__ import annotations

import os
import sys

import click

from ..project.config import ProjectError
from . import adopt, ask, check, create, export, import_, links
from .terminal import say, say_error

__all__ = ["cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, commands=[
    check.check, links.links, create.init, create.new, adopt.adopt, import_.import_,
    ask.next_, ask.log, ask.decisions, export.export])
@click.version_option(package_name="mkdocs-career-roadmap", prog_name="career-roadmap")
def cli() -> None:
    """Goals and milestones from the front matter of your posts."""


def main() -> None:
    """Run the command. A closed pipe and Ctrl-C end it without a word."""
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
        # What is left to write goes nowhere; Python would complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
