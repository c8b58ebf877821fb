"""Builds sites as users do: with the command, in this process or in one of its own."""

from __future__ import annotations

import gzip
import json
import logging
import os
import re
import subprocess
import sys
import traceback
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import mkdocs.commands.build  # noqa: F401  # so that its logger is there before the first build
from click.testing import CliRunner
from crawl import BuiltSite, Html, dead_links, text_of
from mkdocs.__main__ import ColorFormatter, cli
from mkdocs.config.defaults import MkDocsConfig

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
        found: dict[str, str] = {}
        if "search/pagefind-entry.json" in self.site.files:  # of MaterialX
            for path in (self.site.folder / "search/fragment").iterdir():
                page = json.loads(b"{" + gzip.decompress(path.read_bytes()).partition(b"{")[2])
                found[page["url"].removesuffix("index.html").lstrip("/")] = page["content"]
            return found
        docs = json.loads((self.site.folder / "search/search_index.json").read_text("utf-8"))["docs"]
        for doc in docs:
            page = doc["location"].partition("#")[0]
            found[page] = f"{found.get(page, '')} {doc['title']} {doc['text']}"
        return found

    def content(self) -> dict[str, bytes]:
        """Return every file by its path."""
        return {name: (self.site.folder / name).read_bytes() for name in sorted(self.site.files)}


def build(
    folder: Path, host: str = "mkdocs", *, strict: bool = True, out: str = "site",
    in_own_process: bool = False, **env: str
) -> Build:
    """Build the project in `folder` as the command `<host> build` does, here or in a process of its own.

    Here costs a third of the time. A process of its own is for what is only tested by one: another
    host than MkDocs, the seed of hashes, a folder for temporary files.
    """
    lost = {"PYTHONHASHSEED", "TMPDIR", "TZ"} & env.keys()
    if lost and not in_own_process:
        raise ValueError(f"only a process of its own reads {lost}: in_own_process=True")
    options = ["build", "-f", "mkdocs.yml", "-d", out, *(["--strict"] if strict else [])]
    start = in_process if in_own_process or host != "mkdocs" else in_this_process
    code, log = start(folder, host, options, {"NO_MKDOCS_2_WARNING": "1", **env})
    return Build(code, log, BuiltSite(folder / out, URL))


def in_process(folder: Path, host: str, options: Sequence[str], env: Mapping[str, str]) -> tuple[int, str]:
    """Run `python -m <host> <options>` in a folder; return its code and all that it printed."""
    done = subprocess.run(
        [sys.executable, "-m", host, *options], cwd=folder, env={**os.environ, **env},
        capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


def in_this_process(
    folder: Path, host: str, options: Sequence[str], env: Mapping[str, str]
) -> tuple[int, str]:
    """Run `mkdocs <options>` in a folder, without a process; return its code and all that it printed."""
    with fresh(folder, ["mkdocs", *options], env):
        done = CliRunner().invoke(cli, options)
    log = done.output
    if done.exception and done.exc_info and not isinstance(done.exception, SystemExit):
        log += "".join(traceback.format_exception(*done.exc_info))
    return done.exit_code, log


@contextmanager
def fresh(folder: Path, argv: list[str], env: Mapping[str, str]) -> Iterator[None]:
    """Let things be, while the context lasts, as a new process finds them, and then as they were."""
    modules = set(sys.modules)
    with ExitStack() as put_back:
        put_back.enter_context(chdir(folder))
        put_back.enter_context(patch.dict(os.environ, env))
        put_back.enter_context(patch.multiple(sys, argv=argv, path=[str(folder), *sys.path], warnoptions=[]))
        put_back.enter_context(patch.object(ColorFormatter.text_wrapper, "width", 0))  # no terminal
        # MkDocs keeps plugins for the next build of a server, and Material's blog cannot end twice.
        put_back.enter_context(patch.dict(MkDocsConfig.plugins.plugin_cache, clear=True))
        put_back.enter_context(_own_logging())
        put_back.enter_context(warnings.catch_warnings())
        warnings.resetwarnings()  # else those of the tests are errors in the site, too
        for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
            warnings.simplefilter("ignore", category)
        try:
            yield
        finally:
            for name in set(sys.modules) - modules:  # a hook of the next site has the same name
                file = getattr(sys.modules[name], "__file__", None)
                if file and Path(file).is_relative_to(folder):
                    del sys.modules[name]


@contextmanager
def quiet_builds() -> Iterator[None]:
    """Let builds by MkDocs' own function, while the context lasts, be of one day and print nothing.

    They have no plugin of others: MkDocs keeps plugins for the next build, and one that was in a preview
    would go on as there.
    """
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    with (patch.dict(MkDocsConfig.plugins.plugin_cache, clear=True),
          patch.dict(os.environ, {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1775000000"})):
        yield
        for plugin in MkDocsConfig.plugins.plugin_cache.values():
            getattr(plugin, "on_shutdown", lambda: None)()
    logging.getLogger("mkdocs").setLevel(logging.NOTSET)


@contextmanager
def _own_logging() -> Iterator[None]:
    """Take off what MkDocs and its plugins put on loggers, and keep what pytest has put there away.

    A filter that stayed would swallow, in the next site, what was told of this one.
    """
    loggers = [logging.root, *(logger for logger in logging.root.manager.loggerDict.values()
                               if isinstance(logger, logging.Logger))]
    before = [(logger, dict(vars(logger))) for logger in loggers]
    for logger in loggers:
        logger.handlers = []
        logger.filters = list(logger.filters)
    try:
        yield
    finally:
        for logger, state in before:
            for name in ("handlers", "filters", "propagate", "disabled"):
                setattr(logger, name, state[name])
            logger.setLevel(state["level"])  # which forgets what was worked out of levels


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
