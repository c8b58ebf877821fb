"""Plays a page of the guide: writes its files into a site, runs its commands, and looks for what it promises.

A fence with a title is a file of the site, the same title again is a later state of it. A fence of `sh` is
commands, and one of `text` behind it is what the last of them prints. A promise is a line of a list, such as

    - *Board*: “Free to begin”, not “waits for”

which names a page of the roadmap by its title, or a page with blocks by its path, and what a reader finds
there, or does not.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from crawl import parse
from helpers import runner
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.project.clock import build_day
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.project.read_site import read_site
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.labels import Words

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^(?P=fence)$",
    re.DOTALL | re.MULTILINE)
_PROMISE = re.compile(r"^- \*(?P<page>[^*]+)\*: (?P<said>.*“(?:.|\n  )*)", re.MULTILINE)
_SAID = re.compile(r"(?P<never>\bnot )?“(?P<words>[^”]+)”")


@dataclass(frozen=True, slots=True)
class File:
    """A file as the guide shows it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A line for the terminal."""

    line: str
    output: str | None
    """What it prints on its standard output. None: the guide does not say."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What stands on a page of the site."""

    page: str
    words: str
    never: bool


Step = File | Command | Promise


def sections(name: str, level: int = 2) -> dict[str, list[Step]]:
    """Return the steps of each section of a page of the guide, by its heading, where there are any."""
    text = (ROOT / f"docs/guide/{name}.md").read_text("utf-8")
    heads = [*re.finditer(rf"^#{{{level}}} (.+)$", _FENCE.sub(lambda m: "." * len(m[0]), text), re.MULTILINE)]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    found = {head[1]: steps(text[head.end():end]) for head, end in zip(heads, ends, strict=True)}
    return {title: listed for title, listed in found.items() if listed}


def steps(text: str) -> list[Step]:
    """Return what a text shows and promises, in its order."""
    fences = [*_FENCE.finditer(text)]
    found: list[tuple[int, Step]] = []
    for fence, after in pairwise([*fences, None]):
        assert fence is not None
        if fence["title"]:
            found.append((fence.start(), File(fence["title"], fence["text"])))
        elif fence["kind"] == "sh":
            output = after["text"] if after and after["kind"] == "text" else None
            *first, last = fence["text"].splitlines()
            found += [(fence.start(), Command(line, None)) for line in first]
            found.append((fence.start(), Command(last, output)))
    without = _FENCE.sub(lambda m: "." * len(m[0]), text)
    for line in _PROMISE.finditer(without):
        found += [(line.start(), Promise(line["page"], " ".join(said["words"].split()), bool(said["never"])))
                  for said in _SAID.finditer(line["said"])]
    return [step for _, step in sorted(found, key=lambda placed: placed[0])]


def loose_fences(name: str) -> list[str]:
    """Return the first lines of what a page shows as a file without naming it, which nothing could try."""
    text = (ROOT / f"docs/guide/{name}.md").read_text("utf-8")
    return [fence["text"].splitlines()[0] for fence in _FENCE.finditer(text)
            if not fence["title"] and fence["kind"] not in ("sh", "text")]


@dataclass
class Played:
    """A site to which a page of the guide happens; its folder is the current one."""

    folder: Path
    commands: list[str] = field(default_factory=list)
    """Those that are not ours and were not run."""

    def play(self, listed: list[Step]) -> None:
        """Do each step. Fails at the first that is not as the guide says."""
        for step in listed:
            if isinstance(step, File):
                path = self.folder / step.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(step.text, "utf-8")
                self.__dict__.pop("site", None)
            elif isinstance(step, Command):
                self.run(step)
            else:
                self.keep(step)

    def run(self, command: Command) -> None:
        program, *words = shlex.split(command.line, comments=True)
        if program != "career-roadmap":
            self.commands.append(command.line)
            return
        done = runner().invoke(cli, words)
        assert done.exception is None or isinstance(done.exception, SystemExit), command.line
        if command.output is not None:
            assert done.stdout == command.output, command.line
        self.__dict__.pop("site", None)

    def keep(self, promise: Promise) -> None:
        shown = self.words_of(promise.page)
        assert (promise.words in shown) != promise.never, f"{promise}:\n{shown}"

    def words_of(self, page: str) -> str:
        """Return what a reader sees of us on the page of that title or, from its blocks, with that path."""
        render, site = _renderer(), self.site
        if page.endswith(".md"):
            assert (self.folder / page).is_file(), page
            source = Source(page.removeprefix("docs/"), (self.folder / page).read_text("utf-8"))
            blocks = read(source, site.settings).embeds
            return parse("".join(site.embed(block, str, render, "x") for block in blocks)).text
        found = [shown for shown in site.pages.values() if shown.title == page]
        assert len(found) == 1, f"{len(found)} pages {page!r}, and {[p.title for p in site.pages.values()]}"
        return parse("".join(site.fragments(found[0], str, render))).text

    @cached_property
    def site(self) -> Site:
        """The roadmap of the site as it is to be built now."""
        project = read_project(self.folder / "mkdocs.yml")
        return read_site(project, project.as_of or build_day()).site


@cache
def _renderer() -> Renderer:
    return Renderer(Words())
