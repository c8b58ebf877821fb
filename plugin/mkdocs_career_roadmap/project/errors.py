"""What ends a command with a sentence for its user."""

from __future__ import annotations


class ProjectError(Exception):
    """A project that cannot be read or written, with a message for its author."""
