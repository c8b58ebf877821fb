"""Views to HTML, by Jinja templates that a site may override one by one."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .labels import Words

TEMPLATES = Path(__file__).parent / "templates"
_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a rendered fragment, for the page's table of contents."""

    level: int
    id: str
    title: str


@lru_cache(maxsize=8)  # compiling the templates takes longer than rendering fifty posts
def _environment(folders: tuple[str, ...], words: Words) -> Environment:
    env = Environment(
        loader=FileSystemLoader([*folders, str(TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["t"] = words  # the environment's, so that macros are made once and not for each page
    return env


@dataclass(frozen=True)
class Renderer:
    """Renders views with the words of one site."""

    words: Words
    folders: tuple[str, ...] = ()
    """Folders searched before the plugin's own, for `career-roadmap/<name>.html`."""

    def __call__(self, name: str, view: object, prefix: str = "roadmap") -> str:
        """Return the HTML of a view by the template of that name; its ids begin with `prefix`.

        Raises jinja2.TemplateError for a mistake in an override.
        """
        template = _environment(self.folders, self.words).get_template(f"career-roadmap/{name}.html")
        return template.render(view=view, p=prefix).strip()


def headings(fragment: str) -> Sequence[Heading]:
    """Return the second- and third-level headings of our own HTML that have an id."""
    return [
        Heading(int(level), id, html.unescape(_TAG.sub("", title)).strip())
        for level, id, title in _HEADING.findall(fragment)
    ]
