"""What holds beside any other plugin, whichever is listed first: nothing of ours is lost, nothing of theirs.

Each has a file of tests, which says what it needs and how to see that it did its work.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from conftest import MakeSite
from crawl import dead_links
from hosts import Build, build, config
from lab import PRIVATE, lab

POSTS = ("first", "second", "third", "fourth", "watt", "both", "unsure", "survey", "goal-only", "future")
VIEWS = ("roadmap", "roadmap/board", "roadmap/timeline")
OURS = (*VIEWS, *(f"roadmap/milestones/{name}" for name in (
    "reproduce-a-detector", "run-on-one-watt", "say-when-unsure", "survey")))
PAGES = ("", "about", "embedded", "goals/vision", "roadmap/goals/honest-models", *OURS)
EMBEDDED = "# Embedded\n\n```roadmap\nview: board\n```\n"
COMMITTED = "2026-03-25T12:00:00+0000"


@dataclass(frozen=True)
class Other:
    """Another plugin."""

    plugin: str
    """As in mkdocs.yml, as YAML on one line."""
    theme: str = "mkdocs"
    tree: Mapping[str, str] = field(default_factory=dict)
    """What it needs in the docs folder."""
    in_git: bool = False

    @property
    def posts(self) -> str:
        """The folder of the posts."""
        return "blog/posts" if "blog/index.md" in self.tree else "posts"

    @property
    def site(self) -> dict[str, str]:
        tree = {**lab(self.posts), "embedded.md": EMBEDDED, **self.tree}
        first = f"{self.posts}/first.md"
        tree[first] = tree[first].replace("title:", "tags: [Beginnings]\ntitle:")
        return tree


def commit(folder: Path) -> Path:
    """Commit the folder as it is, on a day long past, with no setting of this machine."""
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"), ("DATE", COMMITTED))}
    env = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run(["git", *words], cwd=folder, env=env, check=True)
    return folder


def page_of(built: Build, name: str) -> str:
    return next(path for path in (f"posts/{name}", f"blog/{name}") if built.has(path))


class Beside:
    """The tests that each plugin has. Its file makes a class of this one, and says in `works` what it
    did to the site.
    """

    other: Other

    def works(self, made: Build) -> None:
        raise NotImplementedError

    def test_site_builds_and_nothing_is_told(self, built: Build) -> None:
        assert (built.code, built.told) == (0, []), built.log

    def test_every_page_is_there(self, built: Build) -> None:
        assert [page for page in PAGES if not built.has(page)] == []
        assert [name for name in POSTS if not (built.has(f"posts/{name}") or built.has(f"blog/{name}"))] == []

    def test_every_link_leads_somewhere(self, built: Build) -> None:
        assert dead_links(built.site) == []

    def test_posts_have_their_boxes_and_views_what_they_show(self, built: Build) -> None:
        assert "Done Reproduce a detector post 2 of 4" in built.text(page_of(built, "second"))
        assert "Run on one watt" in built.text("embedded")
        assert "As of 1 Apr 2026." in built.text("roadmap/board")

    def test_navigation_has_the_roadmap_once(self, built: Build) -> None:
        wanted = [built.file(path) for path in (*VIEWS, "goals/vision", "roadmap/goals/honest-models")]
        files = [link.file for link in built.site.links("404.html")]
        assert [file for file in dict.fromkeys(files) if file in wanted] == wanted

    def test_private_pages_leave_no_byte(self, built: Build) -> None:
        for name, content in built.content().items():
            told = f"{name}\n".encode().lower() + content.lower()
            assert not [word for word in PRIVATE if word.encode() in told], name

    def test_other_plugin_does_its_work(self, built: Build) -> None:
        self.works(built)


class BesideOddPages(Beside):
    """Of a plugin that reads the pages itself: what would stop it is kept from it."""

    def test_page_that_would_stop_the_host_stops_no_other_plugin(self, site: MakeSite) -> None:
        posts = self.other.posts
        odd = {f"{posts}/hide.md": "---\ndate: 2026-03-01\nhide: true\n---\n# Hidden\n"}
        folder = site({**self.other.site, **odd}, config(
            theme="material", plugins=f"[search, ROADMAP, {self.other.plugin}]"))
        (folder / f"docs/{posts}/latin.md").write_bytes(b"---\ngoal: caf\xe9\n---\n")
        made = build(commit(folder), strict=False)
        assert "Traceback" not in made.log
        assert [line.rpartition(" ")[2] for line in made.told] == [
            "[bad-host-value]", "[bad-encoding]", "above"]
        assert "Hidden" in made.text(page_of(made, "hide"))
