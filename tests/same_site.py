"""Two sites, held against each other page by page: that of an old blog, and what an import made of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
from mkdocs_career_roadmap.new_site.destination import compare, write
from mkdocs_career_roadmap.new_site.frame import Plan
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.report import REPORT, Row
from same_article import KINDS, WORDS, Difference, article_of, differences, first_heading, share

ENOUGH: Mapping[str, float] = {WORDS: 0.98, "links": 0.98} | {
    kind: 0.99 for kind in KINDS if kind != "links"
}
"""How much of each kind must be the same for an import to be called whole."""
_REFRESH = re.compile(r'http-equiv="?refresh"? content="0; ?url=([^"]+)"')


class PageDifference(NamedTuple):
    """What differs of one page; `is_list` says that posts are listed there, by the new site itself."""

    path: str
    kinds: Mapping[str, Difference]
    is_list: bool


class Comparison(NamedTuple):
    """What was found of one blog."""

    name: str
    pages: Sequence[PageDifference]
    addresses: tuple[int, Sequence[str]]
    """How many pages the old site serves, and which of them the new one does not."""
    files: tuple[int, Sequence[str]]
    menu: tuple[int, Sequence[str]]
    """How many entries, and which of them lead nowhere."""
    seconds: float
    """Of the import, as the processor counts them."""
    strict: Sequence[str]
    """What a strict build complained of."""
    check: Sequence[str]
    """What the command of the workflow complained of."""
    left: int
    """How many constructs stand in the pages as they were written, says the report."""

    @property
    def compared(self) -> list[PageDifference]:
        """The pages whose content is that of the blog."""
        return [one for one in self.pages if not one.is_list]

    def share(self, kind: str) -> float:
        """How much of a kind is the same: of words the mean of the pages with any, of things their sum."""
        found = [one.kinds[kind] for one in self.compared]
        if kind == WORDS:
            found = [one for one in found if one.before]
            return sum(share(one, kind) for one in found) / len(found) if found else 1.0
        before = sum(one.before for one in found)
        return sum(one.same for one in found) / before if before else 1.0

    def faults(self) -> list[str]:
        """Return what keeps this import from being whole, each with where."""
        found = [f"{kind}: {self.share(kind):.2%} are the same, of at least {enough:.0%}"
                 for kind, enough in ENOUGH.items() if self.share(kind) < enough]
        for what, lost in (("no page at", self.addresses[1]), ("no file at", self.files[1]),
                           ("the menu leads nowhere:", self.menu[1]), ("strict build:", self.strict),
                           ("check of the site:", self.check)):
            found += [f"{what} {one}" for one in lost]
        if not self.compared:
            found.append("no page is in both sites")
        return found


def compare_sites(name: str, made: Plan, old: Path, temp: Path, begun: float) -> Comparison:
    """Write a plan into a folder that is not there yet, build it, and hold it against an old site.

    `begun` is `time.process_time()` before the plan was made.
    """
    write(temp, made.files, compare(temp, made.files, overwrite=False))
    seconds = time.process_time() - begun
    return hold(name, made, old, temp, seconds, build_new(temp), check_new(temp))


def hold(name: str, made: Plan, old: Path, folder: Path, seconds: float = 0,
         strict: Sequence[str] = (), check: Sequence[str] = ()) -> Comparison:
    """Hold the site that was built in a folder against an old one."""
    site = folder / "site"
    files_of = {file_at(old, row.address): row.address for row in made.rows}
    served = [files_of.get(path) or f"/{path.relative_to(old).as_posix()}"
              for path in sorted(old.rglob("*.html"))]
    files = [path.relative_to(old).as_posix() for path in sorted(old.rglob("*"))
             if path.is_file() and path.suffix not in (".html", ".xml")]
    told = {note.path for note in made.notes if note.kind is NoteKind.SKIPPED}
    names = {path.rpartition("/")[2] for path in told}  # of what its permalink puts elsewhere
    return Comparison(
        name,
        list(page_differences(made.rows, old, site, _host(folder / "mkdocs.yml"))),
        (len(served), [one for one in served if not has(site, one)]),
        (len(files), [one for one in files if not (site / one).is_file() and one not in told
                     and one.rpartition("/")[2] not in names]),
        menu_of(site), seconds, strict, check, sum(note.kind is NoteKind.LEFT for note in made.notes))


def page_differences(rows: Sequence[Row], old: Path, new: Path, host: str = "") -> Iterator[PageDifference]:
    """Yield what differs of each page that both sites have."""
    for row in rows:
        before, after = page_at(old, row.address), page_at(new, row.address)
        if before is not None and after is not None:
            kinds = differences(article_of(before, host),
                                article_of(after, host, title=first_heading(before)))
            is_list = "md-post--excerpt" in after or 'id="tag:' in after
            yield PageDifference(row.path, kinds, is_list)


def share_of(old: Path, new: Path, address: str) -> float | None:
    """Return how much of a page's words are alike in both sites; None: one of them has no such page."""
    found = next(page_differences([Row("", "", address)], old, new), None)
    return None if found is None else share(found.kinds[WORDS], WORDS)


def build_new(folder: Path) -> list[str]:
    """Build the new site strictly; return what that complains of. `--quiet` would hide all warnings."""
    done = _run(folder, "mkdocs", "build", "--strict")
    told = [line for line in done.stderr.splitlines() if re.match(r"WARNING|ERROR|\[?[\w ]*[Ee]rror", line)]
    return told if told or done.returncode == 0 else [done.stderr[-800:]]


def check_new(folder: Path) -> list[str]:
    """Return what the workflow's check of the built site finds."""
    done = _run(folder, "mkdocs_career_roadmap", "check", "--site", "site", "--known", REPORT)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False)


def has(site: Path, address: str) -> bool:
    return file_at(site, address) is not None


def file_at(site: Path, address: str) -> Path | None:
    """Return the file that a server answers an address with, as GitHub Pages does."""
    name = unquote(address).strip("/")
    names = [f"{name}/index.html"] if address.endswith("/") else [name, f"{name}.html", f"{name}/index.html"]
    return next((site / one for one in names if (site / one).is_file()), None)


def page_at(site: Path, address: str) -> str | None:
    """Return the page that a reader sees at an address, led on by a page that says so."""
    file = file_at(site, address)
    if file is None:
        return None
    text = file.read_text("utf-8", "replace")
    if not (target := _REFRESH.search(text)):
        return text
    there = (file.parent / unquote(urlsplit(target[1]).path)).resolve()
    there = there / "index.html" if there.is_dir() else there
    return there.read_text("utf-8", "replace") if there.is_file() else None


def menu_of(site: Path) -> tuple[int, list[str]]:
    """Return how many links the menu of the first page has, and which of them lead to no file."""
    file = site / "index.html"
    if not file.is_file():
        return 0, ["there is no first page"]
    root = html5lib.parse(file.read_text("utf-8"), namespaceHTMLElements=False)
    found = {link.get("href") for nav in root.iter("nav") for link in nav.iter("a")
             if {"md-nav__link", "md-tabs__link"} & set((link.get("class") or "").split())
             and link.get("href") and not link.get("href").startswith("#")}
    here = "https://here.example/"
    lost = [one for one in sorted(found) if (to := urljoin(here, one)).startswith(here)
            and file_at(site, urlsplit(to).path) is None and urlsplit(to).path != "/"]
    return len(found), lost


def _host(config: Path) -> str:
    found = re.search(r"(?m)^site_url: *['\"]?(\S+?)['\"]?$", config.read_text("utf-8"))
    return urlsplit(found[1]).netloc.removeprefix("www.") if found else ""


HEAD = (f"| blog | pages | addresses | files | {WORDS} | {' | '.join(KINDS)} | menu | left | CPU s "
        "| strict | check |")


def row_of(one: Comparison) -> str:
    """Return a comparison as a row of a table, whose head is HEAD."""
    def sum_of(kind: str) -> str:
        before, same = (sum(getattr(page.kinds[kind], what) for page in one.compared)
                        for what in ("before", "same"))
        return f"{same}/{before}"

    def kept(found: tuple[int, Sequence[str]]) -> str:
        return f"{found[0] - len(found[1])}/{found[0]}"

    cells = [one.name, str(len(one.compared)), kept(one.addresses), kept(one.files),
             f"{one.share(WORDS):.2%}", *map(sum_of, KINDS), kept(one.menu), str(one.left),
             f"{one.seconds:.1f}", str(len(one.strict) or "clean"), str(len(one.check) or "clean")]
    return f"| {' | '.join(cells)} |"


def details(one: Comparison, worst: int = 12, each: int = 4) -> Iterator[str]:
    """Yield what differs, the worst pages first: a line for each kind of a page."""
    bad = [(page, kind) for page in one.pages for kind, found in page.kinds.items()
           if (found.lost or found.more) and (kind != WORDS or share(found, kind) < 0.995)]
    bad.sort(key=lambda pair: share(pair[0].kinds[pair[1]], pair[1]))
    for page, kind in bad[:worst]:
        found = page.kinds[kind]
        lost, more = ([text if len(text) < 90 else f"{text[:60]} … {text[-25:]}" for text in texts[:each]]
                      for texts in (found.lost, found.more))
        yield (f"{page.path}{' (a list of posts)' if page.is_list else ''}: {kind} {found.before} → "
               f"{found.after}, {share(found, kind):.1%} the same; lost {lost}; more {more}")
    if len(bad) > worst:
        yield f"… and {len(bad) - worst} more; WORST=1000 shows them"


def tell(names: Sequence[str], look: Callable[[Path, Path], Comparison], temp: Callable[[], Path]) -> int:
    """Compare the blogs in these folders, print what was found, and return how many are not whole."""
    rows: list[str] = []
    broken = 0
    for name in names:
        try:
            one = look(Path(name), temp())
        except (RuntimeError, OSError) as error:  # a program that dies says nothing of what it was to build
            print(f"== {name}: {error}"[:2000])
            broken += 1
            continue
        faults = one.faults()
        broken += bool(faults)
        print(f"== {one.name}")
        for line in [*faults[:20], *details(one, int(os.environ.get("WORST", "12")))]:
            print(f"   {line}")
        rows.append(row_of(one))
    print("\n".join([HEAD, re.sub(r"[^|]+", "---", HEAD), *rows]))
    return broken
