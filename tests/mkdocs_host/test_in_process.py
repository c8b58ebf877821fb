"""A site that is built in the process of a test is that of the command, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import sys
import warnings
from pathlib import Path

import pytest
from conftest import MakeSite, write
from hosts import HOME, build, config, post
from lab import lab

BROKEN = "def on_page_markdown(markdown, **kwargs):\n    return 1 / 0\n"
LOUD = "import logging\n\n\ndef on_env(env, **kwargs):\n    logging.getLogger('mkdocs').warning('loud')\n"


@pytest.mark.parametrize(("tree", "written", "hook"), [
    (lab(), config(), ""),
    ({**HOME, "a.md": post("status: dnoe")}, config(), ""),
    (HOME, config(more="nav: 5\nx: 3\n"), ""),
    (HOME, config(more="hooks: [hook.py]\n"), BROKEN),
    (HOME, config(more="hooks: [hook.py]\n"), LOUD),
], ids=["good", "problem", "bad configuration", "exception", "warning"])
def test_site_built_here_is_that_of_the_command(
    site: MakeSite, tree: dict[str, str], written: str, hook: str
) -> None:
    before = Path.cwd(), dict(os.environ), sys.path[:], warnings.filters[:]
    alone, here, again = found = [], [], []
    for one in found:
        folder = site(tree, written)
        write(folder, {"hook.py": hook})
        made = build(folder, in_own_process=one is alone, SOURCE_DATE_EPOCH="1775000000")
        last = [line for line in made.log.splitlines() if re.match(r"\w*Error: ", line)]
        one += [made.code, made.told, last, made.content() if made.site.folder.exists() else {}]
    assert alone == here == again
    assert before == (Path.cwd(), dict(os.environ), sys.path[:], warnings.filters[:])
    assert "hook" not in sys.modules


def test_what_only_a_process_reads_is_refused_without_one(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="TMPDIR"):
        build(tmp_path, TMPDIR="x")
