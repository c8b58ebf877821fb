"""Builds sites as users do, in subprocesses, and a small site to build."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawl import BuiltSite, Html, text_of

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


def build(folder: Path, host: str = "mkdocs", *, strict: bool = True, out: str = "site", **env: str) -> Build:
    """Build the project in `folder` with `python -m <host> build`."""
    options = ["--strict"] if strict else []
    done = subprocess.run(
        [sys.executable, "-m", host, "build", "-f", "mkdocs.yml", "-d", out, *options],
        cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env},
        capture_output=True, text=True, timeout=120, check=False)
    return Build(done.returncode, done.stdout + done.stderr, BuiltSite(folder / out, URL))


def lab(posts: str = "posts") -> dict[str, str]:
    """Return a small site that has a little of everything, its posts in that folder."""
    return {path.replace("POSTS", posts): text.replace("POSTS", posts) for path, text in _LAB.items()}


def _post(title: str, date: str, front: str, body: str = "Words.") -> str:
    return f"---\ntitle: {title}\ndate: {date}\n{front}\n---\n{body}\n"


_DETECTOR = "goal: Efficient vision\nmilestone: Reproduce a detector"

_LAB: dict[str, str] = {
    "index.md": "# Home\n\nWelcome.\n",
    "about.md": "# About me\n\nIt began with [one post](POSTS/second.md#first-try) "
                "towards [this goal](goals/vision.md).\n",
    "goals/vision.md": "---\ntype: goal\nid: efficient-vision\ntitle: Efficient vision\n"
                       "description: See well on a small chip.\ntarget: 2029\n---\nBecause chips are small.\n",
    "roadmap/goals/honest-models.md": "---\ntype: goal\ntitle: Honest models\n---\n"
                                      "# Honest models\n\nA model should know.\n",
    "roadmap/milestones/survey.md": "---\ntype: milestone\ntitle: Write a survey\ngoal: Honest models\n---\n"
                                    "What is known.\n\n## Plan\n\nRead.\n",
    "POSTS/first.md": _post("How it began", "2026-01-10", _DETECTOR),
    "POSTS/second.md": _post("A bug & a <fix>", "2026-02-01", _DETECTOR + "\nstatus: active",
                             "## First try\n\nIt failed."),
    "POSTS/third.md": _post("It converges", "2026-02-20", _DETECTOR + "\nsharpens: See well on one watt."),
    "POSTS/fourth.md": _post(
        "It is done", "2026-03-02",
        _DETECTOR + "\nstatus: done\nevidence:\n  - {title: The code, url: https://example.com/code}",
        "After [the bug](second.md)."),
    "POSTS/watt.md": _post("Counting watts", "2026-03-10",
                           "goal: Efficient vision\nmilestone: Run on one watt\ndepends_on: Reproduce a detector"),
    "POSTS/both.md": _post("Two at once", "2026-03-15", "milestone: [Run on one watt, Say when unsure]"),
    "POSTS/unsure.md": _post("Being unsure", "2026-03-16",
                             "goal: Honest models\nmilestone: Say when unsure\nstatus: planned\n"
                             "depends_on: Run on one watt"),
    "POSTS/survey.md": _post("No survey", "2026-03-20",
                             "milestone: survey\nstatus: dropped\nreason: Others wrote it."),
    "POSTS/goal-only.md": _post("On honesty", "2026-03-21", "goal: Honest models"),
    "POSTS/future.md": _post("Not yet", "2026-05-01", "milestone: Run on one watt\nstatus: done"),
    "POSTS/draft.md": _post("Half a thought", "2026-03-22", "milestone: Unfinished draft\ndraft: true"),
    "POSTS/okapi.md": _post("Xylophone", "2026-03-23", _DETECTOR + "\nvisibility: private", "Quokka."),
    "goals/zeppelin.md": "---\ntype: goal\ntitle: Zeppelin\nvisibility: private\n---\nWombat.\n",
}
PRIVATE = ("xylophone", "quokka", "okapi", "zeppelin", "wombat")
"""Words of the private pages and of their names, which stand nowhere else."""


def config(plugin: str = "{as_of: 2026-04-01}", theme: str = "mkdocs", plugins: str = "[search, ROADMAP]",
           more: str = "") -> str:
    """Return a mkdocs.yml. Both `plugin`, our options, and `plugins` are YAML on one line."""
    listed = plugins.replace("ROADMAP", f"career-roadmap: {plugin}" if plugin else "career-roadmap")
    return f"site_name: Ada\nsite_url: {URL}\ntheme: {theme}\nplugins: {listed}\n{more}"


def told_problems(build: Build) -> list[Any]:
    """Return what our plugin told, without its name."""
    return [line.removeprefix("career-roadmap: ") for line in build.told]
