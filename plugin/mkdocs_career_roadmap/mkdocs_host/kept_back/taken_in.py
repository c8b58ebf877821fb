"""Pages that took in a hidden one, by a way that their text does not show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ...reading.hidden_pages.texts_of_hidden import TextsOfHidden, private_words
from ...vocabulary.codes import Severity
from ...vocabulary.problems import Place, Problem, problem
from ...vocabulary.settings import Settings
from ..intake import ReadPage, is_authors
from ..reporting import Reporter


def refuse_texts_of_hidden(
    read: Sequence[ReadPage], files: Files, as_read: Mapping[str, str], settings: Settings,
    reporter: Reporter, config: MkDocsConfig,
) -> frozenset[str]:
    """Stop a build of which a page says what a hidden one says, before any page is written.

    `as_read` is the HTML of pages, by source path, before there was anything of the roadmap in it.

    Raises PluginError. Where `private-include` is no error, it is told alone; returned are the paths of what
    may then be read in the site.
    """
    taken_in = _taken_in(read, files, as_read, config)
    reporter.report(_told(path, source) for path, source in taken_in)
    if taken_in and settings.severity("private-include") is Severity.ERROR:
        reporter.raise_errors()
    return frozenset(source for _, source in taken_in)


def _taken_in(
    read: Sequence[ReadPage], files: Files, as_read: Mapping[str, str], config: MkDocsConfig
) -> list[tuple[str, str]]:
    """Return the paths of pages that say what a hidden page says, each with that page's."""
    hidden = [page.source for page in read if page.page.is_hidden]
    shown = [(page.file, *private_words(page.page, page.source)) for page in read if not page.page.is_hidden]
    hidden += [kept for _, kept, _ in shown if kept]
    if not hidden:
        return []
    # What a plugin made may be a copy of a hidden page: that makes nothing public.
    texts = TextsOfHidden(hidden, (source for file, _, source in shown if is_authors(file, config)))
    pages = (file.page for file in files if file.page is not None)
    found = ((page.file.src_uri, texts.found_in(page.content) or texts.found_in(
        as_read.get(page.file.src_uri, ""), short=True)) for page in pages if page.content)
    return [(path, source) for path, source in found if source]


def _told(path: str, source: str) -> Problem:
    return problem(
        "private-include", Place(path),
        f"this page says what {source} says, which must not be public: something takes it in, such as a file "
        "between the two, a name that is put together, or a plugin that adds to all pages; nothing is "
        "written until you take it out")
