"""What it saves to remember: `make bench`. Prints, and judges by the aims; a shared machine is noisy.

`python benchmarks/remembering.py [POSTS [ROUNDS]]`. First whole builds by turns, each in a process of its
own; then what servers take from a saved post to its new text, each edit made in one after another; then
`career-roadmap check`. Each ratio is of the same run.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import corpus

MARKS = count()
MEMORY = ".cache/career-roadmap/memory"
OPTIONS = {"stock": None, "with us": "remember: false", "remembering": "remember: true"}
"""The sites, with an option of ours; None: without us."""
EDITS = {"text": 10, "title": 5, "status": 5}
"""What is edited, and how many times less CPU than stock MkDocs it is to take until it is served."""
COLD, DISK, PEAK = 1.15, 5, 2
"""How many times the CPU of stock MkDocs a build from nothing may take, how many times less one that finds
what the one before has left, and how many times the memory of a plain server one that remembers may take."""
CHECK = {"at first": 3.0, "again": 1.0, "one edit": 3.0}
"""Seconds of CPU for `career-roadmap check` of ten thousand posts."""
CHECKED = 10_000
"""So many posts are checked."""
BLOGS = ("", "blog ")
"""What is measured: the posts as pages, and as those of the blog of Material."""
RESTS = 3
"""Seconds that files lie before they are checked: of newer ones nothing is kept, and nobody else has such."""
BLOG = "{blog_dir: ., post_dir: posts, post_url_format: 'posts/{file}'}"
CATEGORIES = ("Tea", "Rain", "Trains", "Paper", "Music", "Numbers")
AUTHORS = ("ada", "bob", "cleo")
PATIENCE = 600
"""Seconds until something that is not served never will be."""


@dataclass(frozen=True, slots=True)
class Took:
    """What one process took."""

    cpu: float
    """Seconds, of its children, too."""
    wall: float
    megabytes: float
    """At its peak."""

    def __str__(self) -> str:
        return f"{self.cpu:8.2f} {self.wall:8.2f} {self.megabytes:7.0f}"


# --- sites ---


def write_sites(n: int, folder: Path) -> dict[str, Path]:
    """Write the same blog once for each way to build it, and return the configurations."""
    made = {}
    for name, option in OPTIONS.items():
        for blog in BLOGS:
            root = folder / f"{blog}{name}".replace(" ", "-")
            corpus.write(n, root, "material")
            text = (root / ("with.yml" if option else "without.yml")).read_text("utf-8")
            text = text.replace("as_of:", f"{option}\n      as_of:") if option else text
            if blog:
                text = text.replace("  - search\n", f"  - search\n  - blog: {BLOG}\n")
                write_blog(root / "docs")
            made[f"{blog}{name}"] = root / "mkdocs.yml"
            made[f"{blog}{name}"].write_text(text, "utf-8")
    return made


def write_blog(docs: Path) -> None:
    """Give each post of a blog two categories and an author."""
    for number, post in enumerate(sorted((docs / "posts").rglob("*.md"))):
        chosen = {CATEGORIES[number % len(CATEGORIES)], CATEGORIES[number // 7 % len(CATEGORIES)]}
        more = f"categories: [{', '.join(sorted(chosen))}]\nauthors: [{AUTHORS[number % len(AUTHORS)]}]\n"
        post.write_text(post.read_text("utf-8").replace("---\n", f"---\n{more}", 1), "utf-8")
    authors = [f"  {name}: {{name: {name.title()}, description: Writes, avatar: x.png}}" for name in AUTHORS]
    (docs / ".authors.yml").write_text("\n".join(["authors:", *authors, ""]), "utf-8")


def edit(config: Path, what: str, number: int) -> tuple[str, str]:
    """Change a post; return where it is served, and what stands there then alone."""
    mark = f"marked-{next(MARKS)}"
    posts = sorted((config.parent / "docs/posts").rglob("*.md"))
    later = posts[len(posts) // 2 + 7 * number:]
    post = next(post for post in later if "\nstatus: " in post.read_text("utf-8"))
    text = post.read_text("utf-8")
    _, front, body = text.split("---\n", 2)
    if what == "title":
        front = "".join(f"title: {mark}\n" if line.startswith("title:") else line
                        for line in front.splitlines(keepends=True))
    elif what == "status":
        front = "".join(f"status: {'paused' if 'paused' not in line else 'active'}\n"
                        if line.startswith("status:") else line for line in front.splitlines(keepends=True))
    post.write_text(f"---\n{front}---\n{body}\n{mark}\n", "utf-8")
    is_blog = "blog_dir" in config.read_text("utf-8")
    path = Path("posts", post.name) if is_blog else post.relative_to(config.parent / "docs")
    return f"{path.with_suffix('').as_posix()}/", mark


# --- whole builds ---


def took(command: list[str], folder: Path, **more: str) -> Took:
    """Run a command in a folder, with `more` variables. Raises RuntimeError if it failed."""
    start = perf_counter()
    ran = subprocess.Popen(command, cwd=folder, env={**environ(), **more}, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(ran.pid, 0)
    ran.returncode = status
    if status:
        raise RuntimeError(f"this failed in {folder}: {' '.join(command)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Took(used.ru_utime + used.ru_stime, perf_counter() - start, used.ru_maxrss * unit / 1e6)


def environ() -> Mapping[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


def built(config: Path, *, is_new: bool = True) -> Took:
    """Build a site where there is none; `is_new` forgets what a build before has left."""
    shutil.rmtree(config.parent / "site", ignore_errors=True)
    if is_new:
        (config.parent / MEMORY).unlink(missing_ok=True)
    return took([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "site"], config.parent)


def bench_builds(sites: dict[str, Path], rounds: int, blog: str) -> None:
    runs: dict[str, list[Took]] = {}
    for number in range(rounds):
        for name in OPTIONS:
            runs.setdefault(name, []).append(built(sites[blog + name]))
        edit(sites[blog + "remembering"], "text", number)
        runs.setdefault("on disk", []).append(built(sites[blog + "remembering"], is_new=False))
    print(f"\nWhole builds{', with the blog' if blog else ''}: CPU, wall, MB; medians of {rounds}")
    for name, row in runs.items():
        print(f"  {name:12} {middle(row)}")
    stock, disk = (median(one.cpu for one in runs[name]) for name in ("stock", "on disk"))
    at_most = 1.10 if blog else COLD
    ratios = [with_us.cpu / alone.cpu for with_us, alone in zip(runs["with us"], runs["stock"], strict=True)]
    print(f"  {judged(median(ratios), at_most, at_most=True)} the CPU of stock MkDocs, from nothing; "
          f"from {min(ratios):.2f} to {max(ratios):.2f}")
    print(f"  {judged(stock / disk, DISK)} less CPU than stock MkDocs, one post changed since the run before")


def bench_hugo(stock: Path) -> None:
    """Print what Hugo takes for the same posts in a bare theme; nothing where it is not installed."""
    if (hugo := shutil.which("hugo")) is None:
        return
    root = stock.parent / "hugo"
    for path, text in {"hugo.toml": "title='x'\n", "config.toml": "title='x'\n",
                       "layouts/_default/single.html": "<h1>{{ .Title }}</h1>{{ .Content }}",
                       "layouts/_default/list.html": "{{ range .Pages }}{{ .Title }}{{ end }}"}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    shutil.copytree(stock.parent / "docs", root / "content", dirs_exist_ok=True)
    print(f"\nHugo, the same posts in a bare theme without search: {took([hugo, '--quiet'], root)}")


# --- servers ---


class Server:
    """A server of one site."""

    def __init__(self, config: Path) -> None:
        self.config = config
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--livereload",
                   "-a", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(command, cwd=config.parent, env=environ(), stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)

    def waits_for(self, path: str, mark: str) -> float:
        """Return the seconds until a page has a text. Raises RuntimeError if it never has."""
        start = perf_counter()
        while perf_counter() - start < PATIENCE:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as page:
                    if mark.encode() in page.read():
                        return perf_counter() - start
            except OSError:
                if self.process.poll() is not None:
                    break
            sleep(0.02)
        raise RuntimeError(f"{path} never has {mark}")

    def cpu(self) -> float:
        """Return the seconds of CPU that it took so far; not a number where the system does not tell."""
        try:
            values = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            return float("nan")
        return sum(map(int, values[11:13])) / os.sysconf("SC_CLK_TCK")

    def peak(self) -> float:
        """Return the megabytes that it took at most; not a number where the system does not tell."""
        try:
            lines = Path(f"/proc/{self.process.pid}/status").read_text("utf-8").splitlines()
        except OSError:
            return float("nan")
        return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


@contextmanager
def served(config: Path) -> Iterator[Server]:
    server = Server(config)
    try:
        server.waits_for("", "<html")
        yield server
    finally:
        server.process.terminate()
        server.process.wait()


def bench_previews(sites: dict[str, Path], rounds: int, blog: str) -> None:
    """Print what each server takes from save to served, edits and servers by turns. What a machine does
    besides is in the seconds of the clock, and less so in those of CPU.
    """
    walls: dict[str, dict[str, list[float]]] = {name: {what: [] for what in EDITS} for name in OPTIONS}
    cpus: dict[str, dict[str, list[float]]] = {name: {what: [] for what in EDITS} for name in OPTIONS}
    with ExitStack() as running:
        servers = {name: running.enter_context(served(sites[blog + name])) for name in OPTIONS}
        for number in range(rounds):
            for what in EDITS:
                for name, server in servers.items():
                    before = server.cpu()
                    walls[name][what].append(server.waits_for(*edit(server.config, what, number)))
                    cpus[name][what].append(server.cpu() - before)
        peaks = {name: server.peak() for name, server in servers.items()}
    what_it_is = ", with the blog of Material" if blog else ""
    print(f"\nFrom a saved post to its new text{what_it_is}: CPU, and wall; medians of {rounds}; MB")
    for name in OPTIONS:
        row = "  ".join(f"{what} {median(cpus[name][what]):6.2f} {median(walls[name][what]):6.2f}"
                        for what in EDITS)
        print(f"  {name:12} {row}  {peaks[name]:6.0f}")
    for what, aim in EDITS.items():
        ratio = median(cpus["stock"][what]) / median(cpus["remembering"][what])
        print(f"  {judged(ratio, aim)} less CPU than stock MkDocs after a change of {what}")
    ratio = peaks["remembering"] / peaks["stock"]
    print(f"  {judged(ratio, PEAK, at_most=True)} the memory of a plain server")


# --- check ---


def bench_check(n: int) -> None:
    with TemporaryDirectory() as temporary:
        corpus.write(n, Path(temporary), "material")
        shutil.move(Path(temporary, "with.yml"), Path(temporary, "mkdocs.yml"))
        print(f"\n`career-roadmap check` of {n} posts: CPU, wall, MB")
        cache = str(Path(temporary, "cache"))
        sleep(RESTS)
        for name, aim in CHECK.items():
            if name == "one edit":
                edit(Path(temporary, "mkdocs.yml"), "text", 0)
            cost = took([sys.executable, "-m", "mkdocs_career_roadmap", "check"], Path(temporary),
                        XDG_CACHE_HOME=cache)
            print(f"  {name:12} {cost}   {judged(cost.cpu, aim, at_most=True, unit='s')}")


def middle(runs: list[Took]) -> Took:
    return Took(*(median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "megabytes")))


def judged(value: float, aim: float, *, at_most: bool = False, unit: str = "times") -> str:
    """Return a number in words, with its aim, and by how much it was missed if it was."""
    is_reached = value <= aim if at_most else value >= aim
    by = value / aim if at_most else aim / value
    told = "reached" if is_reached else f"missed {by:.1f}-fold"
    return f"{value:.2f} {unit} (aim: at {'most' if at_most else 'least'} {aim:g}; {told})"


def main(n: int = 1000, rounds: int = 3) -> None:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Remembering, at {n} posts{load}")
    with TemporaryDirectory() as temporary:
        sites = write_sites(n, Path(temporary))
        for blog in BLOGS:
            bench_builds(sites, rounds, blog)
            bench_previews(sites, rounds, blog)
        bench_hugo(sites[f"{BLOGS[0]}stock"])
    bench_check(CHECKED)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
