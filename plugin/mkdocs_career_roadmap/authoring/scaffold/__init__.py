"""Files to begin with: a whole small site, and single pages with the fields that they want.

Pure: names and texts in, texts out. What is written where is for the host to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

import yaml
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from mkdocs_career_roadmap.vocabulary.fields import FIELDS, Role, Status

WORKFLOW = ".github/workflows/site.yml"
"""Publishes the site."""
REBUILD = ".github/workflows/rebuild.yml"
"""Calls the other on some mornings. GitHub switches off what has a schedule, and publishing must go on."""
CONFIG = "mkdocs.yml"
GUARD = "career-roadmap: !!python/object/apply:mkdocs_career_roadmap.zensical_host.guard.look []"
"""Our entry in the extensions of Markdown; see `zensical_host.guard`."""
_SITE: Mapping[str, str] = {
    CONFIG: "mkdocs.yml",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore.txt",
    WORKFLOW: "site.yml",
    REBUILD: "rebuild.yml",
    "docs/index.md": "index.md",
    "docs/posts/index.md": "posts.md",
    "docs/posts/where-i-begin.md": "first-post.md",
    "docs/posts/what-comes-next.md": "second-post.md",
    "docs/roadmap/goals/something-worth-ten-years.md": "goal.md",
}
"""From the path of each file of a new site to the file of this folder that it is made of."""

def template(name: str) -> str:
    """Return a file of this folder as it is."""
    return files(__package__).joinpath(name).read_text("utf-8")


def new_site(today: date) -> dict[str, str]:
    """Return the files of a new site by path. Its posts are of a fortnight ago and of yesterday,
    so that what is written today comes after them.
    """
    days = {"{yesterday}": (today - timedelta(days=1)).isoformat(),
            "{earlier}": (today - timedelta(days=14)).isoformat(), "{target}": str(today.year + 10)}
    made = {}
    for path, name in _SITE.items():
        text = template(name)
        for word, day in days.items():
            text = text.replace(word, day) if name.endswith(".md") else text
        made[path] = text
    return made


@dataclass(frozen=True, slots=True)
class Identity:
    """What a new site says of itself. Empty: it does not say."""

    name: str = ""
    site_url: str = ""
    """With a slash at its end."""
    author: str = ""

    @property
    def lines(self) -> dict[str, str]:
        """The values of the keys of a configuration, as they are written there; none for what is not said.

        An address has no sign that YAML would take for one of its own.
        """
        written = {"site_name": self.name and yaml_text(self.name), "site_url": self.site_url,
                   "site_author": self.author and yaml_text(self.author)}
        return {key: text for key, text in written.items() if text}


def told_about(files: Mapping[str, str], about: Identity) -> dict[str, str]:
    """Return the files of a new site that says something of itself, in place of the lines that ask for it."""
    made, written = dict(files), about.lines
    lines = made[CONFIG].splitlines(keepends=True)
    for at, line in enumerate(lines):
        key = line.removeprefix("# ").partition(":")[0]
        if key in written:
            lines[at] = f"{key}: {written[key]}\n"
    made[CONFIG] = "".join(lines)
    if about.name and _PLAIN.fullmatch(about.name):
        made["docs/index.md"] = made["docs/index.md"].replace("# My work\n", f"# {about.name}\n", 1)
    return made


def in_repository(files: Mapping[str, str], branch: str, below: str) -> dict[str, str]:
    """Return the files of a new site for a repository: published from its branch, and built in the folder
    `below` its root; `.`: in the root itself.
    """
    made, where = dict(files), yaml_text(below)
    site = made[WORKFLOW].replace("branches: [main]", f"branches: [{yaml_text(branch)}]").replace(
        "refs/heads/main", f"refs/heads/{branch}")
    if below != ".":
        site = re.sub(r"^( +path: )(site|\.cache/career-roadmap)$",
                      lambda m: m[1] + yaml_text(f"{below}/{m[2]}"), site, flags=re.MULTILINE)
        steps = f"    defaults:\n      run:\n        working-directory: {where}\n    steps:\n"
        for path, text in ((WORKFLOW, site), (REBUILD, made[REBUILD])):
            made[path] = text.replace("    steps:\n", steps, 1)
    else:
        made[WORKFLOW] = site
    return made


def without_nav(config: str) -> str:
    """Return the configuration of a new site for one that has pages already: they are listed by their
    folders, where a navigation of ours would leave them out.
    """
    return re.sub(r"^(?:nav|not_in_nav):.*\n(?: .*\n)+\n", "", config, flags=re.MULTILINE)


def for_properdocs(text: str) -> str:
    """Return a file of a new site with the commands of ProperDocs in place of those of MkDocs."""
    return text.replace("mkdocs build", "properdocs build").replace("\nmkdocs<2\n", "\nproperdocs\n")


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page to be written."""

    role: Role
    title: str
    day: date
    """With its time where another post is of that day."""
    goal: str | None = None
    milestone: str | None = None
    status: str | None = None
    goals: tuple[str, ...] = ()
    """The titles there are, for a comment where none was chosen."""
    milestones: tuple[str, ...] = ()
    is_private: bool = False


_ASIDE: Mapping[Role, tuple[str, ...]] = {
    Role.POST: ("depends_on", "lessons", "evidence", "sharpens"),
    Role.MILESTONE: ("depends_on", "part_of", "scope", "target"),
    Role.GOAL: ("description", "target"),
}
"""Fields that a page may want, as comments that teach."""
_EXAMPLES: Mapping[str, str] = {
    "depends_on": "[Another milestone]", "lessons": "[What did not work, What to keep]",
    "evidence": "[https://example.org/paper]", "sharpens": "The goal as I see it now",
    "part_of": "A larger milestone", "scope": "project", "target": "2030",
    "description": "The goal in one sentence",
}
_USUALLY: Mapping[Role, str] = {Role.POST: "# status: active", Role.MILESTONE: "status: planned"}
"""The line of the status if nobody names one. A post leaves its milestone as it is: one that was
done would be active again. That of a goal follows from its work.
"""
_PLAIN = re.compile(r"\w(?:[\w ,.'()/+-]*[\w.)])?")
_AS_IT_IS = re.compile(r"[ !#-\[\]-~\xa1-\u2027\u202a-\ud7ff\ue000-\ufdff]*")
"""What stands between quotes as it is. Anything else PyYAML writes, which takes a hundred times as long."""
_RESOLVER = Resolver()


@lru_cache(maxsize=4096)  # an import asks for the same tags and titles again and again
def yaml_text(text: str) -> str:
    """Return a text, on one line, as the value of a YAML key that is read back as that text."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line) and _is_text(line):
        return line
    if _AS_IT_IS.fullmatch(line):
        return f'"{line}"'
    quoted: str = yaml.safe_dump(line, default_style='"', allow_unicode=True, width=10**9)
    return quoted.strip()


def _is_text(line: str) -> bool:
    """True when YAML reads a plain text as the text that it is, and not as a number, a date or nothing."""
    tag: str = _RESOLVER.resolve(ScalarNode, line, (True, False))  # type: ignore[no-untyped-call]
    return tag == "tag:yaml.org,2002:str"


def page_text(page: NewPage) -> str:
    """Return the text of a new page: the lines it needs, and those it may want as comments."""
    title = " ".join(page.title.split())
    lines = [f"title: {yaml_text(title)}"]
    if page.role is Role.POST:
        lines.append(f"date: {page.day}")
    else:
        lines.append(f"type: {page.role}")
    lines += ["visibility: private"] if page.is_private else []
    if page.role is not Role.GOAL:
        lines += _named("goal", page.goal, page.goals)
    if page.role is Role.POST:
        lines += _named("milestone", page.milestone, page.milestones)
    status = f"status: {page.status}" if page.status else _USUALLY.get(page.role)
    lines += [f"{status}  # {', '.join(Status)}"] if status else []
    docs = {field.name: field.doc for field in FIELDS}
    lines += [f"# {name}: {_EXAMPLES[name]}  # {docs[name]}" for name in _ASIDE[page.role]]
    heading = f"# {title}\n\n" if _PLAIN.fullmatch(title) else ""
    return "---\n" + "".join(f"{line}\n" for line in lines) + f"---\n\n{heading}{_PROMPTS[page.role]}\n"


_PROMPTS = {
    Role.POST: "What did I do, what came of it, and what would I do next time?",
    Role.MILESTONE: "What can I do when this is done? How will I know?",
    Role.GOAL: "Why do I want this, in my own words? Who would notice if I got there?",
}


def _named(key: str, chosen: str | None, names: Iterable[str]) -> list[str]:
    """Return the line of a name; with none chosen, a comment that offers those there are."""
    if chosen:
        return [f"{key}: {yaml_text(chosen)}"]
    some = " | ".join(yaml_text(name) for name in list(names)[:12])
    return [f"# {key}: {some or 'A name; naming one makes its page'}"]
