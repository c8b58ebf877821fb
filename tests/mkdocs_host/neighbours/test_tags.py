"""Beside Material's plugin tags."""

from __future__ import annotations

from hosts import Build

from mkdocs_host.neighbours.beside import Beside, Other

TAGS = Other("tags", "material", {"tags.md": "# Tags\n\n<!-- material/tags -->\n"})


class TestTags(Beside):
    other = TAGS

    def works(self, made: Build) -> None:
        assert made.links("tags", "How it began") == [made.file("posts/first")]
