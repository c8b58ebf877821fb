"""Builds sites as users do, in subprocesses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from crawl import BuiltSite, Html, dead_links, text_of

URL = "https://example.org/people/ada/"
"""Where the sites of the tests are to be served: below a path, where wrong links show."""

_TOLD = re.compile(r"\b(?:ERROR|WARNING)\b *- *(.*)")


@dataclass(frozen=True)
class Build:
    """What a build left behind."""

    code: int
    log: str
    site: BuiltSite

    @property
    def told(self) -> list[str]:
        """The warnings and errors as they were printed, in order."""
        return _TOLD.findall(self.log)

    @property
    def problems(self) -> list[str]:
        """What our plugin told of that."""
        mark = "career-roadmap: "
        return [told.removeprefix(mark) for told in self.told if told.startswith(mark)]

    def file(self, path: str) -> str:
        """Return the file of a page: `a/b` is a/b/index.html or, on flat sites, a/b.html."""
        names = [f"{path}/index.html".lstrip("/"), f"{path}.html"]
        return next((name for name in names if name in self.site.files), names[0])

    def has(self, path: str) -> bool:
        return self.file(path) in self.site.files

    def html(self, path: str) -> Html:
        return self.site.html(self.file(path))

    def text(self, path: str) -> str:
        """Return what a page says, without the theme's menus."""
        main = (e for e in self.html(path).all() if e.get("role") == "main" or e.tag == "article")
        return text_of(next(main))

    def links(self, path: str, text: str) -> list[str]:
        """Return the files to which the links with these words lead, each once, in order."""
        found = (link.file for link in self.site.links(self.file(path)) if text in link.text)
        return list(dict.fromkeys(found))

    def search(self) -> dict[str, str]:
        """Return what the search index has of each page, by its address."""
        docs = json.loads((self.site.folder / "search/search_index.json").read_text("utf-8"))["docs"]
        found: dict[str, str] = {}
        for doc in docs:
            page = doc["location"].partition("#")[0]
            found[page] = f"{found.get(page, '')} {doc['title']} {doc['text']}"
        return found

    def content(self) -> dict[str, bytes]:
        """Return every file by its path."""
        return {name: (self.site.folder / name).read_bytes() for name in sorted(self.site.files)}


def build(
    folder: Path, host: str = "mkdocs", *, strict: bool = True, out: str = "site", **env: str
) -> Build:
    """Build the project in `folder` with `python -m <host> build`."""
    options = ["--strict"] if strict else []
    done = subprocess.run(
        [sys.executable, "-m", host, "build", "-f", "mkdocs.yml", "-d", out, *options],
        cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env},
        capture_output=True, text=True, timeout=120, check=False)
    return Build(done.returncode, done.stdout + done.stderr, BuiltSite(folder / out, URL))


def config(plugin: str = "{as_of: 2026-04-01}", theme: str = "mkdocs", plugins: str = "[search, ROADMAP]",
           more: str = "") -> str:
    """Return a mkdocs.yml. Both `plugin`, our options, and `plugins` are YAML on one line."""
    listed = plugins.replace("ROADMAP", f"career-roadmap: {plugin}" if plugin else "career-roadmap")
    return f"site_name: Ada\nsite_url: {URL}\ntheme: {theme}\nplugins: {listed}\n{more}"


HOME = {"index.md": "# Home\n"}
"""The least that a site has."""


def post(more: str = "", name: str = "Reproduce it", goal: str = "Efficient vision") -> str:
    """Return a post about a milestone of that name; `more` is the sixth line of its file."""
    front = f"title: A post\ndate: 2026-03-01\ngoal: {goal}\nmilestone: {name}\n"
    return f"---\n{front}{more}\n---\nWords.\n"


def good(made: Build) -> Build:
    """Return a build of which nothing was told and whose links all lead somewhere."""
    assert (made.code, made.told) == (0, []), made.log
    assert dead_links(made.site) == []
    return made
