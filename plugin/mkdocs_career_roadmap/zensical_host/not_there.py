"""What a site has under MkDocs and cannot have under Zensical, told where a site uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..project.config import Project
from ..project.host_config import templates_folder

_CODE = re.compile(r"\{#.*?#\}|\{[{%](.*?)[%}]\}", re.DOTALL)
"""A comment, or what a template reckons."""
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_VARIABLE = re.compile(r"(?<![\w.])roadmap\b(?!\s*=)")
_GUARD = re.compile(r"\broadmap\s+is\s+defined\b")
OURS = "career-roadmap"
"""The folder of a site's templates in place of ours, which are drawn before Zensical comes."""


def not_there(project: Project) -> Iterator[str]:
    """Yield a sentence for each such thing; none for most sites."""
    for path, line, is_guarded in _templates(project):
        yield (f"{path.as_posix()}:{line}: Zensical has no variable `roadmap` in templates of a theme, "
               + ("so nothing of it is shown there" if is_guarded else
                  "and stops at it; put `{% if roadmap is defined %}` around it")
               + "; a `roadmap` block on a page works")
    if project.translations:
        yield (f"{project.config}: Zensical does not run mkdocs-static-i18n, so the pages of all languages "
               "stand side by side, each at an address of its own; build such a site with MkDocs")


def _templates(project: Project) -> Iterator[tuple[Path, int, bool]]:
    """Yield the templates of the theme that use the variable, each with the first line and whether it asks
    first if there is one.
    """
    folder = templates_folder(project)
    for path in sorted(folder.rglob("*.html")) if folder else ():
        if path.relative_to(folder or path).parts[0] != OURS:
            text = path.read_text("utf-8", "replace")
            used = (code for code in _CODE.finditer(text) if _VARIABLE.search(_QUOTED.sub("", code[1] or "")))
            if first := next(used, None):
                yield path, text.count("\n", 0, first.start()) + 1, bool(_GUARD.search(text))
