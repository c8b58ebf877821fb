"""Which MkDocs the plugin needs, told before Python fails without it.

So this is imported before all that only some versions of MkDocs have.
"""

from __future__ import annotations

import re

import mkdocs

OLDEST, NEXT = (1, 6), (2, 0)
"""The first version that will do, and the first that will not: MkDocs 2 has no plugins. The package has
1.6.1 at least, with which a preview remembers.
"""


def refusal(version: str) -> str:
    """Return why the plugin does not work with a version of MkDocs; empty: it does, or nobody knows."""
    number = re.match(r"(\d+)\.(\d+)", version)
    if number is None or OLDEST <= (int(number[1]), int(number[2])) < NEXT:
        return ""
    return (f"career-roadmap needs MkDocs 1.6 or newer, below 2, which has no plugins; this is {version} "
            "(pip install -U 'mkdocs<2')")


def check(version: str) -> None:
    """End with one line, and without a traceback, if the version will not do."""
    if not (why := refusal(version)):
        return
    try:
        from mkdocs.exceptions import ConfigurationError  # noqa: PLC0415 - MkDocs 2 has it not
    except ImportError:
        raise SystemExit(why) from None
    raise ConfigurationError(why)  # which MkDocs prints as one line


check(getattr(mkdocs, "__version__", ""))
