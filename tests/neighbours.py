"""Builds a small site beside each of many plugins, with ours and without, and writes what it saw into the
guide: `make neighbours`, or `python -m neighbours PYTHON [NAME...]` for some of them.

PYTHON is the one of an environment with MkDocs and ours in it, into which the plugins are installed. They
stand in neighbours.yaml. Ends with 1 when one that could be tried is not as it should be beside ours.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs/guide/neighbours.md"
_MADE = re.compile(r"(<!-- made by make neighbours -->\n).*?(<!-- end -->)", re.DOTALL)
URL = "https://example.org/robin/"
OURS = {"career-roadmap": {"as_of": "2026-04-01"}}
DAY = "2026-03-25T12:00:00+0000"
MATERIAL = ", of Material"

_POST = "---\ndate: {}\ngoal: See more birds\nmilestone: Label a chorus\nstatus: {}\n---\n# {}\n\nAt dawn.\n"
SITE = {
    "docs/index.md": "# Home\n\nWelcome. More [about me](about.md).\n",
    "docs/about.md": "# About\n\nI live by a wood.\n\n## What I hear\n\nWrens, mostly.\n",
    "docs/notes.md": "# Notes\n\n| bird | heard |\n|---|---|\n| wren | 3 |\n\n!!! note\n\n    Early.\n",
    "docs/posts/first.md": _POST.format("2026-03-01", "active", "First"),
    "docs/posts/second.md": _POST.format("2026-03-20", "done", "Second"),
    "docs/embedded.md": "# Embedded\n\nHere it is:\n\n```roadmap\nview: board\n```\n",
}
"""What every site has."""
WHERE = {
    "roadmap/index.html": ["cr-map", "See more birds"],
    "roadmap/board/index.html": ["cr-board", "Label a chorus"],
    "roadmap/goals/see-more-birds/index.html": ["Label a chorus"],
    "posts/second/index.html": ["cr-on-post", "Label a chorus"],
    "embedded/index.html": ["cr-block", "Label a chorus"],
}
"""Where ours shows: a file, and texts that it has; the map, the board, a goal, a box and a block."""


@dataclass(frozen=True)
class Neighbour:
    """A plugin, as neighbours.yaml has it."""

    name: str
    plugins: list[Any]
    package: str = ""
    """Empty: it comes with Material."""
    config: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    has: Mapping[str, list[str]] = field(default_factory=dict)
    lacks: Mapping[str, list[str]] = field(default_factory=dict)
    git: bool = False
    is_last: bool = False
    env: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class Built:
    """A site, built in strict mode."""

    folder: Path
    code: int
    warnings: list[str]
    """Lines of weight that were printed, without paths of this machine."""

    def text(self, file: str) -> str | None:
        """Return a file, or the page at the same address of a site whose pages are no folders."""
        paths = [self.folder / "site" / name for name in (file, file.replace("/index.html", ".html"))]
        return next((path.read_text("utf-8", "replace") for path in paths if path.is_file()), None)

    def files(self) -> set[str]:
        site = self.folder / "site"
        return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


@dataclass
class Seen:
    """What came of one neighbour."""

    version: str
    complaints: list[str] = field(default_factory=list)
    """What is wrong beside ours; empty: nothing."""
    is_missing: str = ""
    """Why it could not be tried; empty: it was."""

    @property
    def verdict(self) -> str:
        if self.is_missing:
            return f"not tried: {self.is_missing}"
        return "; ".join(self.complaints) or "as before"


# --- pages, compared ---


_OURS = re.compile(r"career-roadmap|\broadmap/(?:\S+/)?feed\.(?:xml|json)(?!\S)")
"""What is in the values of tags of ours in a head: the name of a file of ours, or a feed of the roadmap's."""


class _Rest(HTMLParser):
    """Keeps what ours must leave as it is: all but menus, and the lines of the head that are ours."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self._menus = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._menus += tag == "nav"
        values = " ".join(str(value) for _, value in attrs)
        is_ours = tag in ("link", "script") and bool(_OURS.search(values))
        is_beside = tag == "link" and dict(attrs).get("rel") in ("prev", "next")
        if not (self._menus or is_ours or is_beside):
            self.kept.append(f"<{tag} {attrs}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "nav":
            self._menus -= 1
        elif not self._menus and tag not in ("script", "link"):
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._menus and data.strip():
            self.kept.append(" ".join(data.split()))


def rest_of(html: str) -> list[str]:
    """Return the parts of a page that must be the same with ours and without."""
    parser = _Rest()
    parser.feed(html)
    parser.close()
    return parser.kept


def first_difference(before: str, after: str) -> str:
    """Return where two pages begin to differ, in a few words; empty: nowhere that matters."""
    old, new = rest_of(before), rest_of(after)
    for one, other in zip([*old, ""], [*new, ""], strict=False):
        if one != other:
            return f"{one[:80]!r} became {other[:80]!r}"
    return ""


# --- building ---


def build(python: str, of: Neighbour, folder: Path, plugins: list[Any]) -> Built:
    """Build the site of a neighbour, with these plugins, in a new folder."""
    folder.mkdir()
    for path, text in {**SITE, **of.files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    config = {"site_name": "Robin", "site_url": URL, "theme": {"name": "material", "font": False},
              "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables", "toc"],
              "plugins": plugins}
    config |= yaml.safe_load(of.config) or {}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "Robin"), ("EMAIL", "robin@example.org"), ("DATE", DAY))}
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env = {**inherited, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
           "GIT_CEILING_DIRECTORIES": str(Path(python).parents[2]),  # the package lies in no repository
           "SOURCE_DATE_EPOCH": "1775000000", "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0", **of.env}
    if of.git:
        (folder / ".gitignore").write_text("/site/\n", "utf-8")
        for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
            subprocess.run(["git", *words], cwd=folder, env=env, check=True)
    done = subprocess.run([python, "-m", "mkdocs", "build", "--strict"], cwd=folder, env=env, text=True,
                          capture_output=True, timeout=300, check=False)
    lines = (done.stdout + done.stderr).replace(str(folder), ".").splitlines()
    told = [line for line in lines if re.match(r"(WARNING|ERROR|CRITICAL|Traceback|\w*Error\b)", line)]
    return Built(folder, done.returncode, told)


def compare(without: Built, made: Built, of: Neighbour) -> list[str]:
    """Return what is not as it should be with ours beside a neighbour."""
    found = []
    if made.code:
        return [f"does not build: {' '.join(made.warnings[:3]) or 'without a word'}"]
    if more := [line for line in made.warnings if line not in without.warnings]:
        found.append(f"warns: {more[0]}")
    if gone := without.files() - made.files():
        found.append(f"takes away {min(gone)}")
    own = [path for path in of.files if path.count("/") == 1 and path.endswith(".md")]
    pages = [f"{Path(path).stem}/index.html" for path in ("about.md", "notes.md", *own)]
    for page in ("index.html", *pages):
        before, after = without.text(page), made.text(page)
        if before is not None and (change := first_difference(before, after or "")):
            found.append(f"changes {page}: {change}")
    for file, texts in [*WHERE.items(), *of.has.items()]:
        text = made.text(file)
        lacking = [words for words in texts if words not in (text or "")]
        if lacking:
            found.append(f"{file} lacks {', '.join(lacking)}" if text is not None else f"there is no {file}")
    found += [f"{file} has {words}" for file, texts in of.lacks.items() for words in texts
              if words in (made.text(file) or "")]
    return found


def installed(python: str) -> dict[str, str]:
    """Return the versions of the packages that are there, by their names in lower case."""
    code = ("import importlib.metadata as m, json; "
            "print(json.dumps({d.name.lower(): d.version for d in m.distributions()}))")
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def install(python: str, of: Neighbour, there: Mapping[str, str]) -> str:
    """Install a neighbour unless it is there, and return why that was not possible; empty: it was."""
    name, _, wanted = of.package.partition("==")
    if there.get(name.lower(), "") == wanted:
        return ""
    pins = [f"{kept}=={there[kept]}" for kept in ("mkdocs", "mkdocs-material")]
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    done = subprocess.run([*pip, of.package, *pins], capture_output=True, text=True, check=False)
    return "" if not done.returncode else f"pip cannot install {of.package} beside {', '.join(pins)}"


def look_at(python: str, of: Neighbour, material: str) -> Seen:
    """Build beside one neighbour, which is installed, and return what came of it."""
    seen = Seen(of.package.partition("==")[2] or material)
    with tempfile.TemporaryDirectory() as folder:
        without = build(python, of, Path(folder, "without"), of.plugins)
        if without.code:
            seen.is_missing = f"does not build here without ours: {' '.join(without.warnings[:2])[:200]}"
            return seen
        orders = [[OURS, *of.plugins]] if of.is_last else [[OURS, *of.plugins], [*of.plugins, OURS]]
        for number, plugins in enumerate(orders):
            made = build(python, of, Path(folder, f"with-{number}"), plugins)
            seen.complaints += [what for what in compare(without, made, of) if what not in seen.complaints]
    return seen


# --- the table ---


def neighbours() -> list[Neighbour]:
    """Return all of them, in order."""
    listed = yaml.safe_load((ROOT / "tests/neighbours.yaml").read_text("utf-8"))
    return [Neighbour(name, **about) for name, about in listed.items()]


def table(seen: Iterable[tuple[Neighbour, Seen]]) -> str:
    """Return the table of the guide."""
    rows = ["| plugin | version | beside this one | what to know |", "|---|---|---|---|"]
    for of, what in seen:
        verdict = what.verdict.replace("|", "\\|")
        rows.append(f"| {of.name} | {what.version} | {verdict} | {of.note} |")
    return "\n".join(rows) + "\n"


def main(python: str, names: list[str]) -> int:
    """Look at the neighbours with these names, or at all, and then write the table; return the exit code."""
    python = str(Path(python).absolute())
    chosen = [of for of in neighbours() if not names or of.name in names]
    there = installed(python)
    missing = {of.name: why for of in chosen if (why := install(python, of, there))}

    def look(of: Neighbour) -> Seen:
        why = missing.get(of.name)
        return Seen(of.package.partition("==")[2], is_missing=why) if why else look_at(
            python, of, there["mkdocs-material"])

    with ThreadPoolExecutor(2) as pool:
        seen = list(pool.map(look, chosen))
    for of, what in zip(chosen, seen, strict=True):
        print(f"{of.name} {what.version}: {what.verdict}")
    if not names:
        text = TABLE.read_text("utf-8")
        made = table(zip(chosen, seen, strict=True))
        TABLE.write_text(_MADE.sub(lambda m: f"{m[1]}\n{made}\n{m[2]}", text), "utf-8")
    print(json.dumps({"tried": len(chosen) - sum(bool(s.is_missing) for s in seen),
                      "not tried": sum(bool(s.is_missing) for s in seen),
                      "wrong": sum(bool(s.complaints) for s in seen)}))
    return int(any(what.complaints for what in seen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
