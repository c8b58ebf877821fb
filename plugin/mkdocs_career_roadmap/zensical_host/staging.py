"""A site staged for Zensical: its docs folder with the roadmap in it and without what is not for the public.

    .career-roadmap/docs     the pages and files, as Zensical is to read them
    .career-roadmap/parts    our HTML, by the names that stand in the pages
    .career-roadmap.yml      the configuration, beside that of the author

A preview, which has what is private, lies apart in .career-roadmap/preview, and so does the site that is made
of it: what somebody publishes was never one.

Only what has changed is written, so that Zensical reads no more than it must.
"""

from __future__ import annotations

import os
import posixpath
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin

from ..exports.addresses import dest_of, resolve_addresses
from ..exports.file_list import OtherFile, in_the_way, wanted_files
from ..flow import Site
from ..pages.render import ASSETS, SCRIPT, Renderer, stylesheets
from ..project.banner import Banner
from ..project.config import Project, load_config
from ..project.data_texts import FileAddress, make_text
from ..project.exports import page_urls
from ..project.host_config import templates_folder
from ..project.on_disk.user_cache import compiled_templates
from ..project.read_site import ReadSite
from ..vocabulary.paths import is_page
from ..vocabulary.problems import Problem
from .config import staged_config
from .kept_texts import KeptTexts, as_md
from .page_text import PageTexts

FOLDER, CONFIG = ".career-roadmap", ".career-roadmap.yml"
PREVIEW, PREVIEW_CONFIG = ".career-roadmap/preview", ".career-roadmap.preview.yml"
_SEALED = "its text"
"""Says in `Hidden.in_part` that another plugin locks a page, which Zensical cannot."""
_OF_TOOLS = (".meta.yml", ".meta.yaml", ".nav.yml", ".nav.yaml", ".pages", ".authors.yml")
"""Files that are not in a site and that its builder reads."""


@dataclass(frozen=True)
class Staged:
    """A site as it was staged."""

    project: Project
    read: ReadSite
    site: Site
    config: Path
    parts: Path
    data: tuple[str, ...]
    """The names of the files for programs."""
    taken: Mapping[str, str]
    """See `PageTexts.taken`."""
    addressed: frozenset[str]
    """The source paths of the pages that say in the built site which they are."""
    locked: int
    """How many pages were left out, since Zensical cannot lock them."""
    changed: int
    """How many files were written or removed."""

    @property
    def site_dir(self) -> Path:
        """The folder of the built site."""
        written = load_config(self.config).get("site_dir") or "site"
        return self.config.parent / str(written)


def stage(project: Project, read: ReadSite, *, problems: Collection[Problem] = (),
          is_preview: bool = False, kept: KeptTexts | None = None) -> Staged:
    """Write what Zensical is to read, and return it. A preview has what is private, and on its pages the
    `problems`. What is `kept` from another time is not made again. Raises ProjectError; the project must
    have a configuration.
    """
    kept = kept or KeptTexts()
    kept.begin(read)
    assert project.config is not None  # noqa: S101 - the command has looked
    root = project.config.parent
    site = read.site.if_there_is_any(project.nav)
    locked = {path for path, what in site.hidden.in_part.items() if what == _SEALED}
    files = [path for path in read.files if path not in site.hidden.pages and path not in locked]
    wanted_data = wanted_files(site.public, project.site_url, has_post_feeds=site.settings.post_feeds)
    others = in_the_way(site.settings.folder, (OtherFile(path, path) for path in files), wanted_data)
    data = tuple(name for name in wanted_data if site.pages and name not in others)
    assets = (*stylesheets(site.settings, is_preview=is_preview), SCRIPT) if site.pages else ()
    own = [(dest_of(path, directory_urls=project.directory_urls), path) for path in files]
    taken, _ = resolve_addresses(site.pages.values(), own, lambda path: dest_of(
        path, directory_urls=project.directory_urls), is_page)
    taken = {path: source for path, source in taken.items() if path != source}
    texts = PageTexts(site, _renderer(project), {*files, *site.pages} - locked, taken, data,
                      _notices(site, project, problems, is_preview=is_preview), kept)
    moved = {page.path for page in site.moved}
    as_read = {source.path: source.text for source in read.sources} | dict(read.site.host_texts)
    wanted: dict[str, bytes | Path] = {}
    for path in files:
        wanted[as_md(path)] = project.at(path)
        if is_page(path):
            written = kept.for_host(path, as_read.get(path) or project.folder.text(path))
            wanted[as_md(path)] = texts.text(path, written, is_addressed=path in moved).encode()
    for path in site.pages.keys() - set(files) - locked - taken.keys():
        wanted[path] = texts.text(path, "").encode()
    for path in assets:
        wanted.setdefault(path, ASSETS.parent / path)
    for name, content in kept.once("/data", (), lambda: _data(project, read, site, data)).items():
        wanted[f"{site.settings.folder}/{name}"] = content
    wanted |= {path: project.docs / path for path in _of_tools(project)}
    folder, config = (root / PREVIEW, root / PREVIEW_CONFIG) if is_preview else (root / FOLDER, root / CONFIG)
    docs, parts = folder / "docs", folder / "parts"
    of_parts = {name: html.encode() for name, html in texts.parts.items()}
    changed = sum(sync(files, at, kept.files.setdefault(str(at), {}), kept.parts) for files, at in (
        (of_parts, parts), (wanted, docs)))
    kept.parts.update(of_parts if is_preview else ())
    text = staged_config(project, project.config, site, docs, parts.resolve(), assets,
                         site_dir=f"{PREVIEW}/site" if is_preview else "")
    changed += _write({config.name: text.encode()}, root)
    addressed = frozenset({*site.pages.keys() - taken.keys(), *taken.values(), *moved} - locked)
    return Staged(
        project, read, site, config, parts.resolve(), data, taken, addressed, len(locked), changed)


def _renderer(project: Project) -> Renderer:
    folder = templates_folder(project)
    return Renderer(project.words, (str(folder),) if folder else (), compiled=compiled_templates())


def _notices(site: Site, project: Project, problems: Collection[Problem], *, is_preview: bool) -> _Notices:
    return _Notices(site, _renderer(project), Banner(tuple(problems), project.docs.as_posix())
                    if is_preview else None)


@dataclass(frozen=True)
class _Notices:
    """What only a preview says, at the top of a page."""

    site: Site
    render: Renderer
    banner: Banner | None

    def __call__(self, path: str) -> str:
        if self.banner is None:
            return ""
        notice = self.site.notice(path, self.render)
        html = f'<div class="career-roadmap">\n{notice}\n</div>\n' if notice else ""
        folder = self.site.settings.folder
        if path != f"{folder}/index.md":
            return self.banner.of_page(path) + html
        return self.banner.of_all(
            lambda page: posixpath.relpath(page, folder) if is_page(page) else None) + html


def _data(project: Project, read: ReadSite, site: Site, names: Collection[str]) -> dict[str, bytes]:
    """Return the files for programs, with addresses as far as they are known before the site is built."""
    url = page_urls(project, read)
    def address(name: str) -> str:
        path = quote(f"{site.settings.folder}/{name}")
        return urljoin(project.site_url, path) if project.site_url else ""

    return {name: make_text(name, site, FileAddress(
        address(name), url, author_of(project), project.name)).encode() for name in names}


def author_of(project: Project) -> str:
    """Return who writes a site, for its feed."""
    written = load_config(project.config) if project.config else {}
    return str(written.get("site_author") or project.name)


def _of_tools(project: Project) -> Iterator[str]:
    for path in project.folder.walk():
        if isinstance(path, str) and posixpath.basename(path) in _OF_TOOLS:
            yield path


def sync(wanted: Mapping[str, bytes | Path], folder: Path, before: dict[str, bytes] | None = None,
         spared: Collection[str] = ()) -> int:
    """Make a folder have these files and no other, but for some that are `spared`, and return how many were
    written or removed. A file that is wanted as another one is taken for unchanged while both have the same
    size and time; one that is there, while `before`, which says what was written last, has the same for it.
    """
    there = set(_below(folder))
    for gone in (leftover := there - wanted.keys() - set(spared)):
        (folder / gone).unlink()
    before = {} if before is None else before
    same = {path for path, content in before.items() if path in there and wanted.get(path) == content}
    changed = _write({path: content for path, content in wanted.items() if path not in same}, folder)
    before.clear()
    before.update((path, content) for path, content in wanted.items() if isinstance(content, bytes))
    return len(leftover) + changed


def _below(folder: Path) -> Iterator[str]:
    """Yield the paths of the files and the links below a folder, seen from it."""
    for at, folders, names in os.walk(folder):
        of_links = (name for name in folders if Path(at, name).is_symlink())
        prefix = at[len(str(folder)):].replace(os.sep, "/").lstrip("/")
        yield from (f"{prefix}/{name}" if prefix else name for name in (*names, *of_links))


def _write(wanted: Mapping[str, bytes | Path], folder: Path) -> int:
    changed = 0
    for path, content in wanted.items():
        at = folder / path
        if at.is_file() and _is_same(at, content):
            continue
        at.parent.mkdir(parents=True, exist_ok=True)
        if at.is_symlink():
            at.unlink()
        if isinstance(content, bytes):
            at.write_bytes(content)  # in its place: a server misses files that are put there by another name
        else:
            shutil.copyfile(content, at)
            os.utime(at, ns=(content.stat().st_atime_ns, content.stat().st_mtime_ns))
        changed += 1
    return changed


def _is_same(at: Path, content: bytes | Path) -> bool:
    if isinstance(content, bytes):
        return at.read_bytes() == content
    one, other = at.stat(), content.stat()
    return (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)
