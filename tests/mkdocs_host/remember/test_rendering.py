"""What lies at a path is looked up as MkDocs does it."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File, Files
from mkdocs_career_roadmap.mkdocs_host.remember.rendering import file_at


class OfLanguage(Files):
    """The files of a plugin that looks for those of a language."""

    def get_file_from_path(self, path: str) -> File | None:
        return super().get_file_from_path(path.replace(".md", ".de.md"))


@pytest.mark.parametrize("path", ["a/b.md", "a//b.md", "./a/b.md", "a/./b.md", "a/../a/b.md", "b.md", ""])
@pytest.mark.parametrize("kind", [Files, OfLanguage])
def test_file_at_a_path_is_the_one_of_mkdocs(kind: type[Files], path: str) -> None:
    files = kind([File(name, "docs", "site", use_directory_urls=True) for name in ("a/b.md", "a/b.de.md")])
    assert file_at(files, path) is files.get_file_from_path(path)
    files.remove(files.src_uris["a/b.md"])
    assert file_at(files, path) is files.get_file_from_path(path)


def test_path_leads_to_a_file() -> None:
    files = Files([File("a/b.md", "docs", "site", use_directory_urls=True)])
    assert file_at(files, "a//b.md") is files.src_uris["a/b.md"]
