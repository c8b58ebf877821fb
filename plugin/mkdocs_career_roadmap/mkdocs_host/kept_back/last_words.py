"""The last look at the words of a finished site: no file of it says what a hidden page says.

What a page takes in is known before anything is written. What comes later is known here: words that a hook or
a plugin gives a theme, puts into a finished page, or writes into a file of its own.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ...project.built.leaks import content_of, has_text
from ...project.errors import ProjectError
from ...reading.hidden_pages.texts_of_hidden import private_words
from ...reading.hidden_pages.words_of_hidden import HiddenText, Said, WordsOfHidden, names_of
from ...reading.other_files import TEXT_ENDINGS
from ...vocabulary.codes import Severity
from ...vocabulary.labels import Words
from ...vocabulary.paths import is_page
from ...vocabulary.phrases import some
from ...vocabulary.problems import Place, Problem, problem
from ...vocabulary.settings import Settings
from ..assets import from_here
from ..intake import ReadPage, is_authors
from ..reporting import Reporter

_CODE = "private-in-site"


def refuse_words_of_hidden(
    read: Sequence[ReadPage], files: Files, settings: Settings, words: Words, reporter: Reporter,
    config: MkDocsConfig, taken_in: Container[str] = (),
) -> None:
    """Take each file out of a finished site that says what a hidden page says, and tell of it.

    Where `private-in-site` is no error, it is told alone. What is `taken_in`, by its path, was told before,
    and the site says that it is no error.
    """
    severity = settings.severity(_CODE)
    known = None if severity is Severity.OFF else _words_of_hidden(read, files, words, config, taken_in)
    if known is None:
        return
    is_out = severity is Severity.ERROR
    places: dict[Said, list[Path]] = {}
    for file, said in _found(known, _of_theme(files, config), Path(config.site_dir)):
        for each in said:
            places.setdefault(each, []).append(file)
        if is_out:
            file.unlink()
    reporter.report_files(_told(said, found, is_out=is_out) for said, found in places.items())


def _words_of_hidden(
    read: Sequence[ReadPage], files: Files, words: Words, config: MkDocsConfig, taken_in: Container[str]
) -> WordsOfHidden | None:
    """Return what is looked for; None: the site has no hidden page."""
    hidden = [HiddenText(page.source, names_of(page.source.path, page.page.title, page.page.blog_slug))
              for page in read if page.page.is_hidden and page.source.path not in taken_in]
    shown = [(page, *private_words(page.page, page.source)) for page in read if not page.page.is_hidden]
    hidden += [HiddenText(kept) for page, kept, _ in shown if kept and page.source.path not in taken_in]
    if not hidden:
        return None
    authors = [(page, source) for page, _, source in shown if is_authors(page.file, config)]

    def public() -> Iterator[str]:
        yield from (source.text for _, source in authors)
        yield from (f"{page.source.path}\n\n{page.page.title}" for page, _ in authors)
        yield from words.table.values()
        yield _settings(config)
        yield from _templates(config)

    others = [file for file in files if is_authors(file, config) and not file.inclusion.is_excluded()
              and not is_page(file.src_uri) and file.src_uri.endswith(TEXT_ENDINGS)]
    return WordsOfHidden(hidden, public(), [_text(Path(file.abs_src_path or "")) for file in others])


def _settings(config: MkDocsConfig) -> str:
    """Return what the configuration says as it is written: hooks may have changed it since. Of its menu, what
    is left of it.
    """
    from ...project.config import load_config  # noqa: PLC0415 - only sites with hidden pages need it

    try:
        written = load_config(Path(config.config_file_path)) if config.config_file_path else {}
    except ProjectError:
        written = {}
    return json.dumps({**written, "nav": config.nav}, ensure_ascii=False, default=str)


def _templates(config: MkDocsConfig) -> Iterator[str]:
    for folder in config.theme.dirs:
        yield from (_text(path) for path in sorted(Path(folder).rglob("*.html")))


def _text(path: Path) -> str:
    """Return what a file says; empty if it cannot be read."""
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _of_theme(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """Return the files of the site that its theme brings, as they are."""
    return frozenset(file.dest_uri for file in files if _is_of_theme(file, config))


def _is_of_theme(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir in config.theme.dirs and file.generated_by is None and file.page is None


def _found(
    known: WordsOfHidden, skipped: frozenset[str], site: Path
) -> Iterator[tuple[Path, list[Said]]]:
    """Yield the files that say what a hidden page says, with what that is."""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site)
        if name.parts[0] != ".git" and name.as_posix() not in skipped and has_text(file) and file.is_file():
            said = known.found_in(f"{name}\n".encode() + content_of(file))
            if said:
                yield file, said


def _told(said: Said, places: Sequence[Path], *, is_out: bool) -> Problem:
    """Return one problem for all places: what a theme says, it says on every page."""
    others = f" and {some(len(places) - 1, 'other')}" if len(places) > 1 else ""
    done = "taken out of the site again" if is_out else "left in the site; do not publish it"
    return problem(
        _CODE, Place(from_here(str(places[0]))),
        f"a {said.what} of {said.path}, which must not be public, came into this file{others} after the "
        f"pages were read; {done}: find out which hook, plugin or template puts it there")
