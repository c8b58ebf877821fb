"""The files of a Jekyll blog, read as Jekyll reads them (rules: jekyll/document.rb, jekyll/publisher.rb).

Nothing is trusted: what cannot be read, or lies outside the blog's folder, is told in a note.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind
from mkdocs_career_roadmap.project.docs_folder import DocsFolder
from mkdocs_career_roadmap.vocabulary.problems import Problem

from .config import Config
from .data_files import add_data
from .defaults import defaults_for
from .documents import DATED, Document, FileRole, Withheld, has_header, split
from .listing import ListedFile, is_kept, listed
from .ruby import extension, is_true
from .times import moment
from .yaml_values import YamlError

_HEADER_SIZE = 1024
"""Bytes of a file in which its first line ends, if that is three dashes."""
_WHY = {
    "broken-link": "it is a link that leads nowhere or in a circle",
    "outside-link": "it is a link that leads out of the blog's folder; put what lies behind it there",
    "special-file": "it is no file but a pipe, a socket or a device",
    "unreadable": "it cannot be read; check its rights",
    "bad-encoding": "it is not UTF-8 text; save it as UTF-8",
}


@dataclass(slots=True)
class BlogSource:
    """A blog, read."""

    root: Path
    """The folder that all paths start from."""
    documents: list[Document] = field(default_factory=list)
    """By path. Static files are among them."""
    notes: list[ImportNote] = field(default_factory=list)
    includes: dict[str, str] = field(default_factory=dict)
    """The texts of the folder `_includes`, by path there."""
    layouts: dict[str, str] = field(default_factory=dict)
    """Those of the folder `_layouts`, by path there."""
    works: dict[str, str] = field(default_factory=dict)
    """The texts of its files of BibTeX, by path."""
    data: dict[str, object] = field(default_factory=dict)
    """The values of the files of the folder `_data`, by name; those of a folder are a mapping in it."""


def read_source(src: Path, config: Config, now: datetime | None = None) -> BlogSource:
    """Return the files of the blog in a folder; empty when there are none.

    What has a date after `now` is hidden; without `now` nothing is.
    """
    root = src / config.source
    folder = DocsFolder(str(root.resolve()))
    walked = list(folder.walk())
    bad = {one.place.path: one for one in walked if isinstance(one, Problem)}
    paths = [one for one in walked if isinstance(one, str)]
    named = [path for path in paths if _is_utf8(path)]
    source = BlogSource(root)
    source.notes.extend(_misnamed(walked, config))
    source.notes.extend(_unnameable(paths, config))
    wanted = listed([*filter(_is_utf8, bad), *named], config)
    source.notes.extend(_unlisted(bad, {one.path for one in wanted}, config))
    for entry in sorted(wanted, key=lambda entry: entry.path):
        one = _read(folder, entry, config, bad.get(entry.path), now)
        if isinstance(one, Document):
            source.documents.append(one)
        else:
            source.notes.append(one)
    source.includes = dict(_texts_below(folder, named, config.includes_dir))
    source.layouts = dict(_texts_below(folder, named, config.layouts_dir))
    source.works = dict(_texts_below(folder, [path for path in named if path.lower().endswith(".bib")], ""))
    for path, text in _texts_below(folder, named, config.data_dir):
        try:
            add_data(source.data, path, text)
        except YamlError as error:
            source.notes.append(ImportNote(
                NoteKind.SKIPPED, f"{config.data_dir}/{path}", error.place.line,
                f"its data cannot be read: {error.what}"))
    return source


def _texts_below(folder: DocsFolder, paths: Sequence[str], below: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of the files below a folder, by their paths from there; what is no text is none."""
    for path in sorted(paths):
        if path.startswith(f"{below}/" if below else "") and not folder.refusal(path):
            source, _ = folder.read(path)
            if source is not None:
                yield path.removeprefix(f"{below}/") if below else path, source.text


def _misnamed(walked: Sequence[str | Problem], config: Config) -> Iterator[ImportNote]:
    """Yield a note for each text among the posts that Jekyll does not take for one."""
    for path in walked:
        if isinstance(path, str) and "_posts" in path.split("/")[:-1]:
            name = posixpath.basename(path)
            if extension(name).lower() in config.markdown_ext and not DATED.fullmatch(name):
                yield ImportNote(
                    NoteKind.SKIPPED,
                    path,
                    0,
                    "its name has no date before it, so Jekyll leaves it out; "
                    "name it like 2026-04-03-name.md",
                )


def _is_utf8(path: str) -> bool:
    """False for a path whose bytes are no text: no address can be made of it, and no report can name it."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unnameable(paths: Sequence[str], config: Config) -> Iterator[ImportNote]:
    """Yield a note for each file that Jekyll would read and whose path is no UTF-8."""
    shown = {path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"): path
             for path in paths if not _is_utf8(path)}
    for entry in listed(list(shown), config):
        yield ImportNote(NoteKind.SKIPPED, entry.path, 0, "its name is not UTF-8; give it another")


def _unlisted(
    bad: Mapping[str, Problem], wanted: Collection[str], config: Config
) -> Iterator[ImportNote]:
    """Yield a note for each folder that nobody can look into, unless Jekyll would not look there either."""
    special = {"_posts", "_drafts", *(f"_{name}" for name in config.collections), config.collections_dir, ""}
    for path, wrong in bad.items():
        folders = path.split("/") if path != "." else [""]
        is_read = all(name in special or is_kept(config, "/".join(folders[:depth]), name, is_folder=True)
                      for depth, name in enumerate(folders))
        if is_read and path not in wanted:
            shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            yield _note(shown, wrong)


def _read(
    folder: DocsFolder, listed: ListedFile, config: Config, bad: Problem | None, now: datetime | None
) -> Document | ImportNote:
    """Return a file as a document, or why it cannot be one."""
    if wrong := bad or folder.refusal(listed.path):
        return _note(listed.path, wrong)
    relative = listed.path
    if listed.collection and config.collections_dir:
        relative = relative.removeprefix(f"{config.collections_dir}/")
    document = Document(listed.path, listed.role, listed.collection, relative)
    if listed.role in (FileRole.PAGE, FileRole.COLLECTION):
        try:
            with Path(folder.root, listed.path).open("rb") as file:
                is_static = not has_header(file.read(_HEADER_SIZE))
        except OSError:
            return ImportNote(NoteKind.SKIPPED, listed.path, 0, _WHY["unreadable"])
        if is_static:
            return _static(document, config)
    source, wrong = folder.read(listed.path)
    if wrong or source is None:
        return _note(listed.path, wrong)
    return _document(document, source.text, config, now)


def _note(path: str, wrong: Problem | None) -> ImportNote:
    line = wrong.place.line if wrong and wrong.code == "bad-encoding" else 0
    return ImportNote(NoteKind.SKIPPED, path, line, _WHY.get(wrong.code if wrong else "", _WHY["unreadable"]))


def _static(document: Document, config: Config) -> Document:
    defaults = defaults_for(config, document.path, document.collection or None)
    hidden = Withheld.NO
    if not is_true(defaults.get("published", True)):
        hidden = Withheld.UNPUBLISHED
    elif document.collection and not config.collections[document.collection].output:
        hidden = Withheld.NO_OUTPUT
    return replace(document, role=FileRole.STATIC, defaults=defaults, hidden=hidden)


def _document(document: Document, text: str, config: Config, now: datetime | None) -> Document | ImportNote:
    try:
        parts = split(document.path, text)
    except YamlError as error:
        return ImportNote(NoteKind.SKIPPED, document.path, error.place.line,
                    f"its front matter cannot be read: {error.what}")
    document = replace(
        document, front=parts.front, nodes=parts.nodes, lines=parts.lines, texts=parts.texts,
        body=parts.body, body_line=parts.body_line,
        defaults=defaults_for(config, document.path, document.collection or "pages"))
    try:
        when = moment(document, config)
    except ValueError as error:
        if document.role is not FileRole.PAGE:
            return ImportNote(NoteKind.SKIPPED, document.path, parts.lines.get("date", 0),
                        f"its date cannot be read: {error}")
        when = None
    is_future = bool(now and when and document.role is not FileRole.PAGE and when.when > now)
    return replace(document, hidden=_hidden(document, config, is_future=is_future))


def _hidden(document: Document, config: Config, *, is_future: bool) -> Withheld:
    if document.role is FileRole.DRAFT and not config.show_drafts:
        return Withheld.DRAFT
    data = document.front if document.role is FileRole.PAGE else document.data
    if not is_true(data.get("published", True)) and not config.unpublished:
        return Withheld.UNPUBLISHED
    if is_future and not config.future:
        return Withheld.FUTURE
    collection = config.collections.get(document.collection)
    return Withheld.NO_OUTPUT if collection and not collection.output else Withheld.NO
