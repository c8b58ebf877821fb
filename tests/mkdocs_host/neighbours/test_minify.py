"""Beside mkdocs-minify-plugin, which makes pages small."""

from __future__ import annotations

from hosts import Build

from mkdocs_host.neighbours.beside import Beside, Other

MINIFY = Other("minify: {minify_html: true, htmlmin_opts: {remove_comments: true}}")


class TestMinify(Beside):
    other = MINIFY

    def works(self, made: Build) -> None:
        html = (made.site.folder / made.file("roadmap/board")).read_text("utf-8")
        assert html.count("\n") < 20
        assert "<!--" not in html
