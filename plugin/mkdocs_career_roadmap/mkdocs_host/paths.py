"""Where the paths of the core and the files of a site meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from mkdocs.structure.files import File, Files

from ..exports.addresses import dest_of
from ..vocabulary.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Paths:
    """The pages of the language that is built: from the path that the core knows to that of the file.

    The core sees each page at its path without a language (`posts/a.md` for `posts/a.fr.md`
    or `fr/posts/a.md`), so that ids, links and generated pages are alike in all of them.
    On a site without languages every path is what it is.
    """

    files: Mapping[str, str] | None = None
    """The source path of the file at each path; None: the site has no languages."""
    hidden: Mapping[str, str] = field(default_factory=dict)
    """The same of pages that the built site does not have."""
    new: Callable[[str], str] = str
    """Returns the source path of a page that is still to be made."""
    _paths: dict[str, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._paths.update({file: path for path, file in (self.files or {}).items()})

    def file(self, path: str) -> str:
        """Return the source path of what is at a path; of a page still to be made, too."""
        return (self.files or {}).get(path) or self.new(path)

    def path(self, file: str) -> str:
        """Return the path of a file; its own source path if it is of no language."""
        return self._paths.get(file, file)

    def own(self, files: Files) -> dict[str, File]:
        """Return the site's own files in this language, by path."""
        return {self.path(file.src_uri): file for file in files
                if self.files is None or file.src_uri in self._paths}

    def address(self, file: File, path: str) -> str:
        """Return where the file of a path comes to lie, within the part that is its language's."""
        if self.files is None:
            return file.dest_uri
        return dest_of(path, directory_urls=file.use_directory_urls)

    def on_disk(self, problem: Problem) -> Problem:
        """Return a problem with the files as they are on disk."""
        places = {**self.hidden, **(self.files or {})}

        def at(place: Place) -> Place:
            return replace(place, path=places.get(place.path, place.path))

        return replace(problem, place=at(problem.place), also=tuple(map(at, problem.also)))
