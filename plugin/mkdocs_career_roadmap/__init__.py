"""A blog that draws its own career roadmap. The rooms, each of which imports only from those below it:

    mkdocs_host | cli   the hosts: a plugin of MkDocs and ProperDocs, and the command
    zensical_host       a host without plugins: a site is staged for it, and finished when built
    plain_host          a host of our own: a small site beside a blog of another tool
    jekyll              a blog of Jekyll, written anew as a site
    authoring           texts that are written for people: a first site, a new page, a line in old posts
    project             the machine: the docs folder, mkdocs.yml, the clock, the terminal
    flow                the whole of it on one page: sources in, a site out
    exports             the roadmap as files for programs
    pages               what each page shows, and its HTML
    roadmap             what the pages add up to, and what that means
    reading             what a page says: from its text to an entry
    vocabulary          what may be written, and how it is said

Public are the names below, `jekyll.plan`, `mkdocs_host.plugin.CareerRoadmapPlugin`, `cli.main`,
`zensical_host.guard.look`, and the files in `pages/assets`. All else is internal, and may change with any
version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["Renderer", "Settings", "Source", "Words", "build", "words_for"]

if TYPE_CHECKING:
    from .flow import build
    from .pages.render import Renderer
    from .reading.entry import Source
    from .vocabulary.labels import Words, words_for
    from .vocabulary.settings import Settings
else:
    _HOMES = {"Renderer": "pages.render", "Settings": "vocabulary.settings", "Source": "reading.entry",
              "Words": "vocabulary.labels", "build": "flow", "words_for": "vocabulary.labels"}

    def __getattr__(name: str) -> object:
        """Return a public name. Each is imported when it is asked for, so that `--help` is there at once."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
