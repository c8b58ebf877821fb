"""The sites that the browser looks at: the demo in three dresses, and what the demo has not."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from conftest import write
from hosts import build
from mkdocs_career_roadmap.pages.catalogue import MORE
from mkdocs_career_roadmap.project.config import load_config
from playwright.sync_api import Browser, Playwright

from browser import baited

REPO = Path(__file__).parents[2]
_ARGUMENTS = ("--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
              "--disable-sync --no-first-run")


WORDS = "search/words.json"
"""The index of a site's search, for those who search."""


def launch(playwright: Playwright) -> Browser:
    """Start the machine's Chromium, best the one without a window; without any, Playwright's own."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    installed = next(filter(None, map(shutil.which, names)), None)
    return playwright.chromium.launch(executable_path=installed, args=_ARGUMENTS.split())


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open, which halves the time of a visit

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder while the context lasts; its address ends with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@dataclass(frozen=True)
class Site:
    """How a site is made."""

    config: str
    files: Mapping[str, str] = field(default_factory=dict)
    """Below `docs`. Without any, the site has the docs of the demo."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """The address of a page of each kind. Without any, they are looked for as the demo's."""


@dataclass(frozen=True)
class Served:
    """A built site, and where it is served."""

    folder: Path
    url: str
    """Ends with a slash."""
    pages: Mapping[str, str]

    def __getitem__(self, kind: str) -> str:
        """Return the whole address of the page of that kind, or at that path of the site."""
        return f"{self.url}{self.pages.get(kind, kind)}"

    def html(self, kind: str) -> str:
        return (self.folder / self.pages[kind] / "index.html").read_text("utf-8")


def make(site: Site, folder: Path, url: str) -> Served:
    """Build the site into `folder/site`, which is served at `url`.

    The site has to know where: Material's instant navigation follows only the links that
    stand in the sitemap.
    """
    write(folder / "docs", site.files)
    (folder / "mkdocs.yml").write_text(f"{site.config}site_url: {url}\n", encoding="utf-8")
    (folder / "refs.bib").write_bytes((REPO / "refs.bib").read_bytes())  # which that of the demo names
    made = build(folder, strict=False)
    assert made.code == 0, made.log[-3000:]
    index = made.site.folder / "search/search_index.json"  # which each visit would go through, word by word
    words = index.rename(made.site.folder / WORDS).read_text("utf-8")
    index.write_text(json.dumps(json.loads(words) | {"docs": []}), "utf-8")
    return Served(made.site.folder, url, site.pages or _demo_pages(made.site.folder))


def _demo_pages(built: Path) -> dict[str, str]:
    """Return the fullest page of each kind, whatever the demo tells today."""
    defined = {file.stem for file in (REPO / "docs/roadmap/milestones").glob("*.md")}
    milestones = sorted(built.glob("roadmap/milestones/*/index.html"))
    blog = [page for page in built.glob("writing/*/index.html") if _POST in page.read_text("utf-8")]
    found = {
        "year": sorted(built.glob("roadmap/2*/index.html")),
        "goal": sorted(built.glob("roadmap/goals/*/index.html")),
        "milestone": [page for page in milestones if page.parent.name in defined],
        "stub": [page for page in milestones if page.parent.name not in defined],
        "post": blog or sorted(built.glob("writing/posts/*/index.html")),
    }
    fullest = {kind: max(some, key=lambda page: (page.stat().st_size, page)) for kind, some in found.items()}
    return _VIEWS | _MORE | {
        kind: f"{page.parent.relative_to(built).as_posix()}/" for kind, page in fullest.items()}


_POST = '"career-roadmap cr-post'
_VIEWS = {"overview": "roadmap/", "board": "roadmap/board/", "timeline": "roadmap/timeline/"}
_MORE = {str(kind): f"roadmap/{kind}/" for kind in MORE if str(kind) not in ("report", "year")}
"""A report is for a preview alone, and of years there are several."""
KINDS = (*_VIEWS, *_MORE, "year", "goal", "milestone", "stub", "post")

_CONFIG = load_config(REPO / "mkdocs.yml")
_PLUGINS = {name: options for plugin in _CONFIG["plugins"]
            for name, options in (plugin.items() if isinstance(plugin, dict) else [(plugin, {})])}
_PLUGINS["career-roadmap"]["cards"] = False
"""To draw the pictures is a quarter of a build, and no page shows one."""


_NAV = [entry for entry in _CONFIG["nav"] if "Documentation" not in entry]
_WITHOUT_GUIDE = f"nav: {json.dumps(_NAV)}\nexclude_docs: |\n  /guide/\n  /decisions/\n"
"""To render what is written of the plugin is half of a build, and none of it has anything of ours."""


def _demo(more: str = "", plugins: Iterable[str] = _PLUGINS) -> str:
    """Return the configuration of the demo with these of its plugins, as the site of its person alone."""
    return (f"INHERIT: {REPO / 'mkdocs.yml'}\ndocs_dir: {REPO / 'docs'}\nstrict: false\n"
            f"{more}{_WITHOUT_GUIDE}"
            f"plugins: {json.dumps({name: _PLUGINS[name] for name in plugins}, default=str)}\n")


_MATERIAL = """\
site_name: Corners
theme:
  name: material
  font: false
  features: [navigation.indexes]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/lightbulb, name: x}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/lightbulb, name: x}}
plugins:
  - search
  - career-roadmap: {as_of: 2026-04-01, views: {report: public}}
markdown_extensions: [{toc: {permalink: true}}]
extra: {generator: false}
"""
_PLAIN = """\
site_name: Corners
theme: {name: mkdocs, highlightjs: false}
plugins:
  - search
  - career-roadmap: {as_of: 2026-04-01, views: {report: public}}
"""


def _post(title: str, day: str, front: str, body: str = "Words.") -> str:
    return f"---\ntitle: {title}\ndate: {day}\n{front}\n---\n{body}\n"


_LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
_MILESTONE = "---\ntype: milestone\ntitle: {}\ngoal: Move\nstatus: done\n{}\n---\nWords.\n"
_CORNERS = {
    "index.md": "# Home\n\nSee [the run](posts/run.md) and [the walk](roadmap/milestones/walk.md).\n"
                + "".join(f"\n```roadmap\nview: {view}\n```\n"
                          for view in ("progress", "map", "board", "timeline", "goals", "posts"))
                + "".join(f"\n{sign} Level {len(sign)}\n\n```roadmap\nview: {view}\ngoal: Move\n```\n"
                          for sign in ("##", "###", "####", "#####", "######")
                          for view in ("map", "board", "timeline")),
    "roadmap/goals/nothing.md": "---\ntype: goal\ntitle: A goal that nobody began\n---\n",
    "roadmap/milestones/walk.md":
        "---\ntype: milestone\ntitle: Walk\ngoal: Move\npart_of: Triathlon\nscope: paper\nkind: replication\n"
        "replicates: {paper: A walk of others, metric: kilometres, claimed: 5, reached: 4.5}\n"
        "estimate: {effort: 2, impact: 3, likelihood: 4, complexity: 1}\nactual: {effort: 3, impact: 3}\n"
        "lessons: [Tie the shoes., Look both ways.]\n"
        "evidence: [{title: The film, url: https://example.org/film}]\n---\nStep by step.\n",
    "roadmap/milestones/row.md":
        f"---\ntype: milestone\ntitle: Row {_LONG}\ngoal: Move\nstatus: idea\ndescription: Words.\n"
        "estimate: {effort: 123456789.5, impact: 1, likelihood: 50}\n---\n",
    **{f"roadmap/milestones/guess-{n}.md":
       f"---\ntype: milestone\ntitle: Guess {n} {_LONG}\nstatus: done\nfinished: 2023-0{n}\n"
       "estimate: {effort: 2, impact: 3}\nactual: {effort: 3}\n---\n" for n in range(1, 6)},
    "posts/walk.md": _post("I walked", "2025-03-01", "goal: Move\nmilestone: Walk\nstatus: done\n"
                           "sharpens: Move further than the garden gate.", "First [run](run.md)."),
    "posts/run.md": _post("I run, and I swim", "2025-06-01",
                          "goal: Move\nmilestone: [Run, Swim, Walk]\nstatus: active\ndepends_on: Crawl"),
    "posts/walk-again.md": _post("Walked again", "2025-07-01",
                                 "milestone: Walk\nstatus: done\n"
                                 f"sharpens: Move further than the garden gate, without {_LONG}.\n"
                                 f"replicates: {{paper: {_LONG}, metric: {_LONG}, claimed: {_LONG}, "
                                 f"reached: {_LONG}}}"),
    **{f"roadmap/milestones/{name[:5].lower()}.md": _MILESTONE.format(name, front) for name, front in {
        f"{_LONG} of laces": "id: laces\npart_of: Shoes\nfinished: 2025-07-01",
        "Shoes": "part_of: Walk\nfinished: 2025-07-01",
        "Sit": "scope: exercise\nfinished: 2024-01-01",
        "Stand": "scope: program\ndepends_on: Sit\nfinished: 2024-01-02",
        "Roll": "scope: project\nfinished: 2024-01-03",
    }.items()},
    "posts/tri.md": _post("Three at once", "2025-08-01", "goal: Move\nmilestone: Triathlon\nstatus: active\n"
                          "depends_on: [Run, Swim]\ntarget: 2026-02\nscope: program"),
    "posts/bike.md": _post("A bicycle", "2025-09-01", "goal: Move\nmilestone: Cycle\nstatus: active\n"
                           "kind: exploration"),
    "posts/long.md": _post(f"Reading {_LONG}", "2025-10-01",
                           f"goal: [Read {_LONG}, Move]\nmilestone: {_LONG}\nstatus: active\n"
                           "scope: exercise"),
    "posts/rest.md": _post("Resting", "2025-10-02", "goal: Move\nmilestone: Ski\nstatus: paused\n"
                           "reason: No snow.\nrevisit: 2026-12-01"),
    "posts/fly.md": _post("No wings", "2025-10-03", "goal: Move\nmilestone: Fly\nstatus: dropped\n"
                          f"reason: No wings. {_LONG}\nrevisit: 2026-01\n"
                          f"lessons: [{_LONG}, Look for wings.]"),
    "posts/sail.md": _post("A thought of sailing", "2025-10-04", "goal: Move\nmilestone: Sail\nstatus: idea\n"
                           "depends_on: Swim"),
    "posts/loose.md": _post("Cooking", "2025-10-05", "milestone: Cook a dinner for twelve\nstatus: active\n"
                            f"decisions:\n  - {{question: 'Cook {_LONG}?', predicted: {_LONG}, "
                            f"confidence: 80, decided: no, by: {_LONG}, why: {_LONG}, visibility: public}}\n"
                            "  - {question: Or bake?, visibility: public}"),
    "posts/planned.md": _post("Then the world", "2025-11-05", "goal: Move\nmilestone: Once around the world\n"
                              "status: planned\ndepends_on: [Triathlon, Sail]\nscope: program"),
    **{f"posts/book-{n}.md": _post(
        f"Book {n}", f"2024-{n:02}-05", f"goal: Read {_LONG}\nmilestone: The {n}. book\nstatus: done"
        + (f"\ndepends_on: The {n - 1}. book" if n > 1 else "")) for n in range(1, 11)},
}

_CORNER_PAGES = {
    **_VIEWS,
    **_MORE,
    "report": "roadmap/report/",
    "year": "roadmap/2025/",
    "year-first": "roadmap/2023/",
    "goal": "roadmap/goals/move/",
    "goal-empty": "roadmap/goals/nothing/",
    "milestone": "roadmap/milestones/walk/",
    "stub": "roadmap/milestones/once-around-the-world/",
    "post": "posts/run/",
    "post-last": "posts/walk-again/",
    "blocks": "",
}

SITES = {
    "demo": Site(_demo()),
    "rtl": Site(_demo("theme: {direction: rtl}\n")),
    "plain": Site(_demo("theme: {name: mkdocs, highlightjs: false}\n", ["search", "career-roadmap"])),
    "corners": Site(_MATERIAL, _CORNERS, _CORNER_PAGES),
    "corners-plain": Site(_PLAIN, _CORNERS, _CORNER_PAGES),
    "empty": Site(_MATERIAL, {"index.md": "# Home\n\n[Begin](roadmap/index.md)\n"}, _VIEWS),
}
"""The demo, mirrored, and in the default theme; everything the demo has not; and nothing at all."""

BAITED = {name: Site(config, baited.FILES[name], _VIEWS) for name, config in baited.CONFIGS.items()}
"""Sites whose author writes what runs in a browser."""


def pages_of(*sites: str) -> list[tuple[str, str]]:
    """Return every kind of page of these sites, or of all, as (site, kind)."""
    return [(site, kind) for site in sites or SITES for kind in SITES[site].pages or KINDS]
