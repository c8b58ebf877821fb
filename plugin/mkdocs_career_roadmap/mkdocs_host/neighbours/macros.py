"""mkdocs-macros, which takes the text of every page for a template."""

from __future__ import annotations

from mkdocs.structure.pages import Page


def keep_from_macros(page: Page) -> None:
    """Keep it from a page that nobody wrote: a name with braces in it is no template."""
    page.meta["render_macros"] = False
