"""Beside Material's plugin blog, which moves posts and shows their beginnings."""

from __future__ import annotations

from hosts import Build

from mkdocs_host.neighbours.beside import BesideOddPages, Other

BLOG = Other("blog: {post_url_format: '{file}'}", "material", {"blog/index.md": "# Blog\n"})


class TestBlog(BesideOddPages):
    other = BLOG

    def works(self, made: Build) -> None:
        assert made.links("blog", "It is done") == [made.file("blog/fourth")]
        assert made.has("blog/archive/2026")
