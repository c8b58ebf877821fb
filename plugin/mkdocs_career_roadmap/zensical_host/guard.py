"""Stops Zensical before it publishes what is not for the public: it knows nothing of private pages.

It is asked twice. Whenever a configuration is read, by a tag in it, which is before anything is written and
whatever lies in Zensical's cache. And once when the first page is rendered, for a configuration without
that tag: pages that lie in the cache are not rendered.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..project.read_site import ReadSite

NAMES = ("zensical.toml", "mkdocs.yml", "mkdocs.yaml")
"""The configurations that Zensical looks for, the first of them first."""
_CONFIG = re.compile(r"(?:--config-file=|-[a-z]*f)?(?P<path>.+\.(?:ya?ml|toml))", re.IGNORECASE | re.DOTALL)
STAGED = "CAREER_ROADMAP_STAGED"
"""The variable by which our command says what it has just staged: the folder of the parts."""
_MOST = 3
"""How many files are named."""
_OF_FILES = ("raw-page", "private-file", "private-include")
"""The codes of what a build keeps from the public besides pages."""


def look(parts: str = "") -> dict[str, object]:
    """Return the options of our extension. Under Zensical it ends the program, if anything of the site must
    not be public; under any other host it looks at nothing.

    The tag in mkdocs.yml calls this when the file is read. A staged site names the folder of its parts:
    nothing private was staged, but of yesterday that says nothing.
    """
    if parts:
        if os.environ.get(STAGED) != parts:
            raise SystemExit("this site may have been staged before something in it was made private; build "
                             "with `career-roadmap zensical build`, which stages it anew")
        return {"parts": parts}
    if "zensical" in sys.modules:
        refusal.cache_clear()
        if told := refusal():
            raise SystemExit(told)
    return {}


@cache
def refusal() -> str:
    """Return why Zensical must not build the site, in a sentence; empty: it may. In doubt it must not.

    Worked out once, and anew when a configuration is read.
    """
    from ..project.errors import ProjectError  # noqa: PLC0415 - other hosts need none of it

    try:
        return _refusal(configuration(sys.argv[1:], Path()))
    except (ProjectError, OSError) as error:
        return f"{error}\nSo nobody can tell what is private here, and Zensical would publish all of it."


def configuration(arguments: Sequence[str], folder: Path) -> Path:
    """Return the configuration that Zensical reads: as its arguments say, else the first that it looks for
    in the folder where it runs. Raises ProjectError where there is none.
    """
    from ..project.errors import ProjectError  # noqa: PLC0415

    named = [folder / match["path"] for word in arguments if (match := _CONFIG.fullmatch(word))]
    there = [path for path in (*reversed(named), *(folder / name for name in NAMES)) if path.is_file()]
    if not there:
        raise ProjectError("nobody knows which configuration Zensical reads")
    return there[0]


def _refusal(config: Path) -> str:
    from ..project.config import read_project  # noqa: PLC0415
    from ..project.read_site import read_site  # noqa: PLC0415

    project = read_project(config)
    paths = not_public(read_site(project, project.today()))
    if not paths:
        return ""
    named = ", ".join((project.docs / path).as_posix() for path in paths[:_MOST])
    more = f" and {len(paths) - _MOST} more" if len(paths) > _MOST else ""
    return (f"{config}: Zensical does not know what is private or a draft, and would publish {named}{more}; "
            "build with `career-roadmap zensical build`, or with MkDocs")


def not_public(read: ReadSite) -> list[str]:
    """Return the files of a site that a build keeps back, in whole or in part, by path."""
    of_files = {p.place.path for p in (*read.problems, *read.site.problems) if p.code in _OF_FILES}
    return sorted({*read.site.hidden.pages, *read.site.hidden.in_part, *of_files})
