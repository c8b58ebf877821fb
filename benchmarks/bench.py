"""What the plugin costs: `make bench`. Prints, and judges nothing; a shared machine is noisy.

First whole sites, with and without the plugin by turns, each in a process of its
own; then the core alone, in this process.
"""

from __future__ import annotations

import gc
import math
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

import corpus
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.pages import catalogue
from mkdocs_career_roadmap.pages.catalogue import PageKind
from mkdocs_career_roadmap.pages.map.drawing import node_of
from mkdocs_career_roadmap.pages.map.layout import lay_out
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.roadmap.fold import fold
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

SITES = {("mkdocs", 100): 5, ("material", 100): 3, ("material", 300): 5, ("mkdocs", 1000): 3,
         ("material", 1000): 3}
"""How many pairs of builds of each theme and size."""
ZENSICAL = {100: 3, 1000: 1}
"""How often each size is built by MkDocs and by Zensical."""
COMPILED = 5
"""The posts of the site that is built before those, so that everything is compiled; 0: of none."""
SIZES = {100: 9, 1000: 5, 4000: 3}
"""How often the core is run for each size; the fastest counts."""
OVERVIEWS = (70, 1000)
"""The posts of each site whose overview is measured."""
AIMS = {"ratio": 1.15, "ms": 0.35, "exponent": 1.05, "loading": 60}

_T = TypeVar("_T")


# --- whole sites ---


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took."""

    seconds: float
    """Of CPU, of the system's time too."""
    megabytes: float
    """At its peak."""


def compiled_in(folder: Path | str) -> dict[str, str]:
    """Return the variables by which Python keeps what it compiles in a folder, not in the packages."""
    return {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}


def measured(folder: Path, name: str) -> Cost:
    """Build the site of `name`.yml where there is none; return what that took. Raises if the build failed.

    Linux counts what this process holds towards a child's peak, so this
    process must still be small. What Python and Jinja compile is kept in the
    folder, as it is where the programs are installed.
    """
    shutil.rmtree(folder / f"site-{name}", ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-f", str(folder / f"{name}.yml")]
    env = {"NO_MKDOCS_2_WARNING": "1", **compiled_in(folder / "compiled"),
           "XDG_CACHE_HOME": str(folder / "compiled")}
    pid = os.posix_spawn(command[0], command, {**os.environ, **env})
    _, status, used = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"the build failed: {' '.join(command)}")
    unit = 1 if sys.platform == "darwin" else 1024  # the peak is in bytes there, in KiB elsewhere
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def bench_site(theme: str, n: int, pairs: int) -> None:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        corpus.write(n, folder, theme)
        measured(folder, "with")  # which compiles everything
        runs = [(measured(folder, "with"), measured(folder, "without")) for _ in range(pairs)]
        counts = [sum(1 for _ in (folder / f"site-{name}").rglob("*.html")) for name in ("with", "without")]
    ours, plain = (median(cost.seconds for cost in costs) for costs in zip(*runs, strict=True))
    memory, plain_memory = (median(cost.megabytes for cost in costs) for costs in zip(*runs, strict=True))
    ratios = [a.seconds / b.seconds for a, b in runs]
    print(f"{theme:9}{n:6}{pairs:6}   {plain:6.2f} {ours:6.2f}  {_judged(median(ratios), AIMS['ratio'])}"
          f"   {min(ratios):4.2f} {max(ratios):4.2f}"
          f"   {plain_memory:5.0f} {memory:5.0f}  {memory / plain_memory:5.2f}   {counts[1]:6}{counts[0]:6}")


def bench_sites() -> None:
    print("Whole sites without and with the plugin, medians; a ratio is of two builds in a row. Where")
    print("the least and the most of them lie far apart, the machine did something else besides")
    print("theme     posts pairs    CPU in s       ratio       from   to       MB       ratio    pages")
    for (theme, n), pairs in SITES.items():
        bench_site(theme, n, pairs)


# --- Zensical ---


def bench_zensical() -> None:
    """Print what Zensical takes beside MkDocs with Material; nothing where it is not installed."""
    if find_spec("zensical") is None:
        return
    print("\nZensical beside MkDocs with Material, both with the plugin, by turns; medians, in s")
    print(" posts pairs               MkDocs   Zensical at first   once more   Zensical alone, once more")
    with TemporaryDirectory() as compiled:
        if COMPILED:
            _beside_zensical(COMPILED, compiled)
        taken = {n: [_beside_zensical(n, compiled) for _ in range(pairs)] for n, pairs in ZENSICAL.items()}
    for n, runs in taken.items():
        for what in ("CPU", "wall"):
            mkdocs, cold, warm, alone = (median(getattr(cost, what.lower()) for cost in costs)
                                         for costs in zip(*runs, strict=True))
            print(f"{n:6}{len(runs):6}   {what:4}     {mkdocs:10.2f}{cold:20.2f}{warm:12.2f}{alone:28.2f}")
            print(f"{'':15} Zensical takes {cold / mkdocs:.2f} times as much as MkDocs at first, and "
                  f"{warm / mkdocs:.2f} times once more; the roadmap is {1 - alone / warm:.0%} of that")


class Took(NamedTuple):
    """The seconds of one build."""

    cpu: float
    """Of all its processes."""
    wall: float


def _beside_zensical(n: int, compiled: str) -> tuple[Took, Took, Took, Took]:
    """Build a site with MkDocs, with Zensical at first and once more, and by Zensical alone once more.
    Python keeps what it compiled in the folder `compiled`, as it does where a program is installed.
    """
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **compiled_in(compiled)}
    with TemporaryDirectory() as temporary:
        for theirs in ("mkdocs", "zensical", "alone"):
            corpus.write(n, Path(temporary, theirs), "material")
        ours = ("mkdocs_career_roadmap", "zensical", "build", "-f", "with.yml")
        alone = ("zensical", "build", "-f", "without.yml")
        mkdocs = _took(env, Path(temporary, "mkdocs"), "mkdocs", "build", "-q", "-f", "with.yml")
        cold, warm = (_took(env, Path(temporary, "zensical"), *ours) for _ in range(2))
        _, again = (_took(env, Path(temporary, "alone"), *alone) for _ in range(2))
    return mkdocs, cold, warm, again


def _took(env: dict[str, str], folder: Path, *module: str) -> Took:
    """Run a module in a folder, silently. Raises RuntimeError if it failed."""
    command, start = [sys.executable, "-m", *module], perf_counter()
    ran = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(ran.pid, 0)
    ran.returncode = status
    if status:
        raise RuntimeError(f"this failed: {' '.join(command)}")
    return Took(used.ru_utime + used.ru_stime, perf_counter() - start)


# --- loading ---

HOST = "import mkdocs.config.defaults, mkdocs.commands.build"


def bench_loading(pairs: int = 20) -> None:
    """Print what it costs to load the plugin, without reading a site."""
    def loaded(code: str) -> float:
        command = [sys.executable, "-c", code]
        _, status, used = os.wait4(os.posix_spawn(command[0], command, env), 0)
        if status:
            raise RuntimeError(f"this failed: {code}")
        return used.ru_utime + used.ru_stime

    with TemporaryDirectory() as cache:
        env = {**os.environ, **compiled_in(cache)}
        ours = f"{HOST}, mkdocs_career_roadmap.mkdocs_host.plugin"
        runs = [(loaded(HOST), loaded(ours)) for _ in range(pairs + 1)]
    del runs[0]  # which compiled everything
    added = 1000 * median(with_us - plain for plain, with_us in runs)
    ratio = median(with_us / plain for plain, with_us in runs)
    print(f"\nLoading, median of {pairs} pairs: {added:.0f} ms of CPU beyond MkDocs itself, aim "
          f"{AIMS['loading']}; {ratio:.2f} times as much")


# --- the core alone ---


def fastest(times: int, work: Callable[[], _T]) -> tuple[float, _T]:
    """Return the least seconds of CPU that `work` took, and what it returned."""
    best = math.inf
    for _ in range(times):
        gc.collect()
        start = process_time()
        result = work()
        best = min(best, process_time() - start)
    return best, result


def sources(n: int) -> list[Source]:
    return [Source(path, text) for path, text in corpus.pages(n).items()]


def built(pages: Iterable[Source]) -> Site:
    return build(pages, as_of=corpus.AS_OF, settings=Settings(), words=Words())


def rendered(site: Site, kinds: Iterable[PageKind] = catalogue.KINDS) -> int:
    """Render the pages of these kinds, and return how many bytes that made."""
    render = Renderer(site.words)
    made = (site.fragments(page, lambda path: path, render)
            for page in site.pages.values() if page.kind in kinds)
    return sum(len((top + bottom).encode()) for top, bottom in made)


@dataclass(frozen=True, slots=True)
class Stages:
    """Seconds of CPU for each stage of the core."""

    scan: float
    fold: float
    build: float
    """Scan, fold and what follows."""
    render: float

    @property
    def total(self) -> float:
        return self.build + self.render


def stages(n: int, times: int) -> Stages:
    texts, settings = sources(n), Settings()
    scan, pages = fastest(times, lambda: [read(source, settings) for source in texts])
    entries = [page.entry for page in pages if page.entry]
    folding, _ = fastest(times, lambda: fold(entries, as_of=corpus.AS_OF, settings=settings))
    building, site = fastest(times, lambda: built(texts))
    rendering, _ = fastest(times, lambda: rendered(site))
    return Stages(scan, folding, building, rendering)


def bench_core() -> None:
    rendered(built(sources(10)))  # compiles the templates
    print("\nThe core alone, ms of CPU a post. build: scan, fold and what follows; total: build and render")
    print(" posts    scan   fold  build  render   total            growth from the line above")
    before: tuple[int, float] | None = None
    for n, times in SIZES.items():
        cost = stages(n, times)
        line = " ".join(f"{1000 * s / n:6.3f}" for s in (cost.scan, cost.fold, cost.build, cost.render))
        print(f"{n:6}  {line}  {_judged(1000 * cost.total / n, AIMS['ms'])}", end="")
        if before:
            growth = math.log(cost.total / before[1]) / math.log(n / before[0])
            print(f"    n^{_judged(growth, AIMS['exponent']).strip()}", end="")
        print()
        before = n, cost.total


def bench_overview() -> None:
    print("\nThe overview; aims: the map of 14 in 14 kB, the layout of 200 in 50 ms")
    print("milestones     ms     kB   map kB  layout ms")
    for n in OVERVIEWS:
        site = built(sources(n))
        seconds, size = fastest(5, partial(rendered, site, [catalogue.OVERVIEW]))
        layout, _ = fastest(5, partial(_laid_out, site))
        print(f"{len(site.roadmap.milestones):10} {1000 * seconds:6.1f} {size / 1000:6.1f} "
              f"{_map_size(site) / 1000:8.1f} {1000 * layout:10.1f}")


def _laid_out(site: Site) -> int:
    """Lay the map of a site out; return how many cards it has."""
    lanes = {goal.id: lane for lane, goal in enumerate(site.roadmap.goals)}
    nodes = [node_of(m, lanes.get(m.goal or "", len(lanes))) for m in site.roadmap.milestones]
    return len(lay_out(nodes, len(lanes) + 1).cards)


def _map_size(site: Site) -> int:
    """Return how many bytes of the overview are the drawn map, without the lists for phones."""
    page = next(page for page in site.pages.values() if page.kind is catalogue.OVERVIEW)
    _, html = site.fragments(page, lambda path: path, Renderer(Words()))
    start = html.index('<div class="cr-map"')
    return len(html[start : html.index('<div class="cr-rails"')].encode())


def _judged(value: float, aim: float) -> str:
    return f"{value:5.2f} {'<=' if value <= aim else '> '}{aim:5.2f}"


if __name__ == "__main__":
    bench_sites()
    bench_zensical()
    bench_loading()
    bench_core()
    bench_overview()
