"""mkdocs-git-revision-date, which asks git for the day of a page, and ends the build where git has none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..assets import PLACEHOLDER


def give_day_of_build(plugins: Mapping[str, Any], day: date) -> None:
    """Let it take pages that nobody wrote for written today, instead of asking git for them."""
    asked = getattr(plugins.get("git-revision-date"), "util", None)
    by_git = getattr(type(asked), "get_revision_date_for_file", None)
    if asked is not None and by_git is not None:
        asked.get_revision_date_for_file = lambda path: (
            str(day) if path == str(PLACEHOLDER) else by_git(asked, path))
