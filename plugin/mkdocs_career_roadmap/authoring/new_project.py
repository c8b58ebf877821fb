"""`career-roadmap init`: a small site that is complete, or what an existing one still needs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ..project.config import NAMES, Project, load_config, read_project
from ..project.on_disk.new_files import remove_unfinished, shown, write_new
from ..project.on_disk.repository import Repository, repository_of
from ..project.read_site import read_site
from ..vocabulary.fields import Role
from ..vocabulary.options import OPTIONS
from .names_in_use import usual_folder
from .scaffold import (
    CONFIG,
    GUARD,
    REBUILD,
    WORKFLOW,
    Identity,
    for_properdocs,
    in_repository,
    new_site,
    template,
    told_about,
    without_nav,
)

_REQUIREMENTS = "requirements.txt"
_BEGUN = ".career-roadmap-init"
"""Says what is being written. One that is there is of an `init` that was stopped; the next ends its work."""
_NOTHING = Identity()
_PLUGINS = "plugins:\n  - search                # MkDocs has it unless you list plugins\n  - career-roadmap\n"
_HAVE_IT = "you have this line; put the next below it"
_OF_ZENSICAL = "[project.plugins.career-roadmap]\n\n[project.markdown_extensions.career-roadmap]\n"


@dataclass(frozen=True, slots=True)
class Begun:
    """What was done for a site, and what is left to its author."""

    made: tuple[str, ...]
    """The files that were written, as one would write them in this folder."""
    kept: tuple[str, ...]
    """Those that were there, and are as they were."""
    lines: Mapping[str, str] = field(default_factory=dict)
    """Lines to be added by hand, by the file they belong in."""
    is_new: bool = True
    """False: there was a configuration already."""
    repository: str = ""
    """The root of the repository that this folder is a part of. Empty: it is the root, or in none."""


def config_of(folder: Path) -> Path | None:
    """Return the configuration of the site in a folder; None: it has none yet."""
    return next((folder / name for name in NAMES if (folder / name).is_file()), None)


def usual_about(folder: Path) -> Identity:
    """Return what a new site in a folder says of itself if nobody says otherwise."""
    repository = repository_of(folder)
    return Identity("My work", repository.pages_url if repository else "")


def address(written: str) -> str:
    """Return the address of a site with a slash at its end; empty stays empty. Raises ValueError."""
    text = written.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    is_whole = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    if text and (not is_whole or not text.isprintable() or " " in text):
        raise ValueError(f"{written!r} is no address of a site; write one like https://ada.github.io/notes/")
    return f"{text.rstrip('/')}/" if text else ""


def begin(folder: Path, today: date, about: Identity | None = None) -> Begun:
    """Write what a site in this folder lacks; nothing that is there is changed. `about` is what it says of
    itself; None: what is usual.

    Raises ProjectError, and before anything is written if the configuration cannot be read.
    """
    config = config_of(folder)
    project = read_project(config, needs_docs=False) if config else None
    docs = project.docs if project else folder / "docs"
    repository = repository_of(folder)
    root = repository.root if repository else folder
    if about is None:
        about = _NOTHING if project else usual_about(folder)
    if project and repository and not project.site_url:
        about = replace(about, site_url=about.site_url or repository.pages_url)
    begun = folder / _BEGUN
    if (wanted := _read_begun(begun)) is None:
        wanted = _Wanted(today, *_missing(root, docs, project, today), about)
        if wanted.paths:
            write_new(begun, wanted.as_json())
    files = _texts(folder, repository, project or _default_project(docs), wanted)
    if config and config.name.startswith("properdocs"):
        files = {path: for_properdocs(text) for path, text in files.items()}
    remove_unfinished(path.parent for path in (begun, *files))
    made: list[Path] = []
    kept: list[Path] = []
    for path, text in files.items():
        (made if write_new(path, text) else kept).append(path)
    with suppress(OSError):
        begun.unlink()
    lines = _requirement(folder / _REQUIREMENTS)
    if config and project:
        posts = [path.relative_to(project.docs).as_posix() for path in made
                 if path.parent == project.docs / usual_folder(project, Role.POST)]
        lines = {**_config_lines(config, project, posts, about), **lines}
    is_part = root.resolve() != folder.resolve()
    return Begun(tuple(map(shown, made)), tuple(map(shown, kept)), lines, project is None,
                 root.as_posix() if is_part else "")


def _default_project(docs: Path) -> Project:
    return Project(docs, options={name: option.default for name, option in OPTIONS.items()})


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be written; kept on the disk until it is, since of what is there then nobody could tell what
    is still missing.
    """

    today: date
    paths: tuple[str, ...]
    """Of a new site's files, as `new_site` names them."""
    has_nav: bool
    """False: the configuration is for pages that were there before."""
    about: Identity = _NOTHING

    def as_json(self) -> str:
        return json.dumps({"day": self.today.isoformat(), "paths": self.paths, "nav": self.has_nav,
                           "about": asdict(self.about)})


def _read_begun(path: Path) -> _Wanted | None:
    """Return what an `init` that was stopped was about to write. None: there was none, or nobody can tell."""
    try:
        begun = json.loads(path.read_bytes())
        about = Identity(**{key: str(text) for key, text in begun.get("about", {}).items()})
        wanted = _Wanted(date.fromisoformat(begun["day"]), tuple(begun["paths"]), bool(begun["nav"]), about)
        return wanted if new_site(wanted.today).keys() >= set(wanted.paths) else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None


def _texts(
    folder: Path, repository: Repository | None, project: Project, wanted: _Wanted
) -> dict[Path, str]:
    """Return the files to write, the configuration last: a folder with one counts as a site.

    Workflows lie at the root of a repository, wherever in it the site is: GitHub looks nowhere else.
    """
    texts, root = told_about(new_site(wanted.today), wanted.about), folder
    if repository:
        root = folder if repository.root == folder.resolve() else repository.root
        below = folder.resolve().relative_to(repository.root).as_posix()
        texts = in_repository(texts, repository.branch, below)
    if not wanted.has_nav:
        texts[CONFIG] = without_nav(texts[CONFIG])
    places = {"docs/roadmap/goals": project.docs / usual_folder(project, Role.GOAL),
              "docs/posts": project.docs / usual_folder(project, Role.POST), "docs": project.docs,
              ".github/workflows": root / ".github/workflows", "": folder}
    return {places[path.rpartition("/")[0]] / path.rpartition("/")[2]: texts[path]
            for path in sorted(wanted.paths, key=lambda path: path == CONFIG)}


def _missing(
    root: Path, docs: Path, project: Project | None, today: date
) -> tuple[tuple[str, ...], bool]:
    """Return the files of a new site that this one may want, and whether its configuration gets a navigation.

    Pages are for a site that has nothing on the roadmap yet; those that only arrange pages, and the
    configuration, for one that is new.
    """
    has_roadmap, missing = _has_roadmap(docs, project, today), []
    for path in new_site(today):
        is_page = path.startswith("docs/")
        is_frame = path == CONFIG or path.endswith("index.md")
        if (project and is_frame) or (is_page and has_roadmap and not is_frame):
            continue
        if path == WORKFLOW and _has_workflow(root):
            continue
        if path == REBUILD and not _can_be_called(root):
            continue
        if path == "docs/index.md" and (docs / "README.md").exists():
            continue  # MkDocs would take it for the first page no more
        missing.append(path)
    return tuple(missing), not (docs.is_dir() and any(docs.rglob("*.md")))


def _has_roadmap(docs: Path, project: Project | None, today: date) -> bool:
    """True when some page of the site is on the roadmap."""
    if not docs.is_dir():
        return False
    return bool(read_site(project or _default_project(docs), today, keep_private=True).site.entries)


def _has_workflow(root: Path) -> bool:
    """True when some workflow builds a site already: two would publish in turn."""
    return any(word in file.read_bytes() for file in (root / WORKFLOW).parent.glob("*.y*ml")
               if file.name not in ("site.yml", "rebuild.yml") and file.is_file()
               for word in (b"mkdocs", b"properdocs"))


def _can_be_called(root: Path) -> bool:
    """True when the workflow that publishes is ours, or takes a call as ours does."""
    site = root / WORKFLOW
    return not _has_workflow(root) and (not site.is_file() or b"workflow_call" in site.read_bytes())


def _config_lines(config: Path, project: Project, posts: list[str], about: Identity) -> dict[str, str]:
    """Return what the author should add to the configuration; nothing to add, no entry."""
    written = load_config(config)
    said = {"site_name": about.name, "site_url": about.site_url, "site_author": about.author}
    lines = "".join(f"{key}: {text}\n" for key, text in about.lines.items() if written.get(key) != said[key])
    if config.suffix == ".toml":
        return {} if project.is_listed else {shown(config): _OF_ZENSICAL}
    plugins, extensions = written.get("plugins"), written.get("markdown_extensions")
    if not project.is_listed and plugins:
        listed = "  - career-roadmap" if isinstance(plugins, list) else "  career-roadmap: {}"
        lines += f"plugins:                  # {_HAVE_IT}\n{listed}\n"
    elif not project.is_listed:
        lines += _PLUGINS
    if not project.is_listed:
        lines += f"markdown_extensions:      # {_HAVE_IT}\n" if extensions else "markdown_extensions:\n"
        lines += f"  {GUARD}\n" if isinstance(extensions, dict) else f"  - {GUARD}\n"
    if written.get("nav") and posts:
        lines += f"nav:                      # {_HAVE_IT}\n  - Posts:\n"
        lines += "".join(f"      - {path}\n" for path in posts)
    return {shown(config): lines} if lines else {}


def _requirement(path: Path) -> dict[str, str]:
    """Return the line that a list of packages lacks, as a new site has it."""
    has_it = not path.is_file() or b"mkdocs-career-roadmap" in path.read_bytes().replace(b"_", b"-")
    lines = template(_REQUIREMENTS).splitlines(keepends=True)
    return {} if has_it else {shown(path): next(line for line in lines if line.startswith("mkdocs-career"))}
