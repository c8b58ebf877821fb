"""Beside many plugins at once, and beside one that takes pages away."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import build, config, good
from lab import lab

from mkdocs_host.neighbours.beside import PAGES, commit
from mkdocs_host.neighbours.test_awesome_nav import AWESOME_NAV
from mkdocs_host.neighbours.test_blog import BLOG
from mkdocs_host.neighbours.test_git_revision_dates import REVISION_DATES
from mkdocs_host.neighbours.test_macros import MACROS
from mkdocs_host.neighbours.test_minify import MINIFY
from mkdocs_host.neighbours.test_redirects import REDIRECTS
from mkdocs_host.neighbours.test_rss import RSS
from mkdocs_host.neighbours.test_tags import TAGS

OTHERS = (BLOG, TAGS, RSS, AWESOME_NAV, MACROS, MINIFY, REDIRECTS, REVISION_DATES)
"""All but static-i18n, which does not go with the blog."""


@pytest.mark.parametrize("is_first", [True, False])
def test_all_of_them_at_once(site: MakeSite, is_first: bool) -> None:
    plugins = [other.plugin for other in OTHERS]
    plugins.insert(0 if is_first else len(plugins), "ROADMAP")
    tree = {**BLOG.site, **TAGS.tree}
    plugins = [plugin.replace("posts/first", "about") for plugin in plugins]
    listed = config(theme="material", plugins=f"[search, {', '.join(plugins)}]")
    made = good(build(commit(site(tree, listed))))
    assert "post 2 of 4" in made.text("blog/second")
    assert [page for page in PAGES if not made.has(page)] == []


def test_page_that_another_plugin_takes_away_is_told_and_no_other_is_lost(site: MakeSite) -> None:
    folder = site(lab(), config(more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(
        "from mkdocs.plugins import event_priority\n\n\n@event_priority(-60)\ndef on_files(files, config):\n"
        "    files.remove(files.src_uris['roadmap/index.md'])\n", "utf-8")
    made = build(folder, strict=False)
    assert "Traceback" not in made.log
    assert made.problems[0].startswith("docs/roadmap/index.md:1:1: error: the roadmap shows this page, but")
    assert made.has("roadmap/board")
