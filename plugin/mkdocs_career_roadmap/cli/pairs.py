"""Options of the form NAME=TITLE."""

from __future__ import annotations

import click

Pairs = tuple[tuple[str, str], ...]


def pairs(_context: click.Context, _option: click.Parameter, written: tuple[str, ...]) -> Pairs:
    """Return what stands before and behind the first `=` of each; a callback of click."""
    found = []
    for text in written:
        name, is_pair, title = (part.strip() for part in text.partition("="))
        if not (name and is_pair and title):
            raise click.BadParameter(f"{text!r} has no name and title; write 'Field work=Bird counts'")
        found.append((name, title))
    return tuple(found)
