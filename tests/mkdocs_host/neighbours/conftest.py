"""The sites of the tests that each plugin has: with it before and after ours, with folders and flat."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from depth import IS_FULL
from hosts import Build, build, config

from mkdocs_host.neighbours.beside import Other, commit

_WAYS = [("before", "folders"), ("after", "flat"), ("before", "flat"), ("after", "folders")]
"""Where the other plugin stands in mkdocs.yml, seen from ours, and where pages lie."""


@pytest.fixture(scope="class", params=_WAYS if IS_FULL else _WAYS[:2], ids="-".join)
def built(request: pytest.FixtureRequest, site: MakeSite) -> Build:
    other: Other = request.cls.other
    order, pages = request.param
    plugins = [other.plugin, "ROADMAP"] if order == "before" else ["ROADMAP", other.plugin]
    folder = site(other.site, config(theme=other.theme, plugins=f"[search, {', '.join(plugins)}]",
                                     more=f"use_directory_urls: {str(pages == 'folders').lower()}\n"))
    return build(commit(folder) if other.in_git else folder)
