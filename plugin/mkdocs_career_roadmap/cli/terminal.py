"""What the commands print: the only way to a terminal, whatever that can show and whoever wrote the words.

Authors' words may hold signs that a terminal does not have, which would end a command half-way, and signs
that it obeys, which could hide or forge what stands there. Neither gets through.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterable

import click

from ..vocabulary.codes import Severity
from ..vocabulary.escaping import OBEYED
from ..vocabulary.problems import Problem

_ASCII = {"→": "->", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
          "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "\u00a0": " ", "\u202f": " "}
"""What stands for our own typographic signs where a terminal does not have them."""
_ERRORS = "career-roadmap-readable"


def _replace(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what stands for signs that an encoding lacks; an error handler of `codecs`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start:error.end]
    plain = (_ASCII.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in lacking)
    return "".join(plain), error.end


codecs.register_error(_ERRORS, _replace)


def readable(text: str, encoding: str) -> str:
    r"""Return a text as a terminal can show it: of signs that it lacks or would obey, the numbers (`\x1b`).

    Ends of lines and tabs stay.
    """
    plain = OBEYED.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text)
    return plain.encode(encoding, _ERRORS).decode(encoding)


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text and the end of its line; `err`: to the standard error, without `nl` no end."""
    click.echo(for_stream(text, err=err), err=err, nl=nl)


def for_stream(text: str, *, err: bool = False) -> str:
    """Return a text as the stream can show it, for what click itself prints."""
    stream = sys.stderr if err else sys.stdout
    return readable(text, getattr(stream, "encoding", None) or "utf-8")


_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_ORDER = (Severity.HINT, Severity.WARNING, Severity.ERROR)


def say_problems(problems: Iterable[Problem], form: str) -> None:
    """Print problems in a format. As text on a terminal the errors come last, where one looks, and how much a
    problem weighs is in colour, unless the variable NO_COLOR is set. Elsewhere they stand by their places.
    """
    from .formats import FORMATS  # noqa: PLC0415 - `--help` needs none of it

    if form != "text" or not sys.stdout.isatty():
        say(FORMATS[form](problems), nl=False)
        return
    has_colours = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for p in sorted(problems, key=lambda p: _ORDER.index(p.severity)):
        line, word = for_stream(str(p)), str(p.severity)
        shown = click.style(word, fg=_COLOURS[p.severity]) if has_colours else word
        click.echo(line.replace(f": {word}: ", f": {shown}: ", 1))


def say_data(text: str) -> None:
    """Print a file: to another program to the byte, to a terminal as a text for people."""
    if sys.stdout.isatty():
        say(text, nl=False)
    else:
        click.echo(text.encode(), nl=False)  # as bytes, so that no line gets another end


def say_error(error: click.ClickException) -> None:
    """Print what click has to say of a command that was not given as it should be."""
    shown = io.StringIO()
    error.show(shown)
    say(shown.getvalue(), err=True, nl=False)
