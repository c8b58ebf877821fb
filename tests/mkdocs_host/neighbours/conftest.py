"""The sites of the tests that each plugin has: with it before and after ours, with folders and flat."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import Build, build, config

from mkdocs_host.neighbours.beside import Other, commit


@pytest.fixture(scope="class", params=["before", "after"])
def order(request: pytest.FixtureRequest) -> str:
    """Return where the other plugin stands in mkdocs.yml, seen from ours."""
    return request.param


@pytest.fixture(scope="class", params=[False, True], ids=["folders", "flat"])
def is_flat(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture(scope="class")
def built(request: pytest.FixtureRequest, order: str, is_flat: bool, site: MakeSite) -> Build:
    other: Other = request.cls.other
    plugins = [other.plugin, "ROADMAP"] if order == "before" else ["ROADMAP", other.plugin]
    folder = site(other.site, config(theme=other.theme, plugins=f"[search, {', '.join(plugins)}]",
                                     more=f"use_directory_urls: {str(not is_flat).lower()}\n"))
    return build(commit(folder) if other.in_git else folder)
