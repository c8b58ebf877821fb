"""What search makes of a page is the same to the letter, however its HTML is read."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import write
from hypothesis import example, given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.contrib.search.search_index import ContentParser
from mkdocs_career_roadmap.mkdocs_host import plugin
from mkdocs_career_roadmap.mkdocs_host.neighbours import search

PARTS = ["<p>", "</p>", "<br>", "<br />", "<hr/>", "<h2 id=\"a\">", "</h2>", "a < b", "text", "\n", "&amp;",
         "&lt", "&#x3c;", "&", "<", ">", "<!-- <b> -->", "<img alt=\"&quot;x\" src='y'>", "<a href=x>",
         "</a >",
         "<script>", "</script>", "if (a<b) {}", "<style>", "</style>", "<textarea>", "</textarea>",
         "<P Class=\"x\">",
         "<input disabled>", "<input disabled checked=\"\" />", "<svg viewBox=\"0 0 1 1\">",
         "<path d=\"M0\n1\"/>",
         "<a\n title=\"a > b\">", "<p class = \"x\">", "</", "<?php ?>", "<!DOCTYPE x>", "é",
         "<em data-search-exclude>"]


class Listening(HTMLParser):
    """Notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Any] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.told.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.told.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.told.append(data)

    def handle_comment(self, data: str) -> None:
        self.told.append({data})


class Fast(Listening):
    feed = search._feed


def told(parser: Listening, *texts: str) -> list[Any]:
    for text in texts:
        parser.feed(text)
    parser.close()
    return parser.told


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join), st.integers(0, 60))
@example("<p>a</p>\n<script>a<b</script><p>b &amp", 9)
@example("<b>x</b>&am", 30)
def test_parser_is_told_the_same(html: str, cut: int) -> None:
    assert told(Fast(), html) == told(Listening(), html)
    assert told(Fast(), html[:cut], html[cut:]) == told(Listening(), html[:cut], html[cut:])


def test_plain_html_is_never_left_to_python(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    monkeypatch.setattr(HTMLParser, "feed", lambda _, data: left.append(data))
    plain = ("<h2 id=\"a\">A <a class=\"headerlink\" href=\"#a\">&para;</a></h2>\n<p>Text &amp; "
             "<code>more</code>"
             "<br />\n<img alt=\"\" src=\"b.png\" /></p>\n<div class=\"cr-page\" data-search-exclude>x</div>")
    assert len(told(Fast(), plain)) == 22
    assert left == []


def test_parser_that_looks_at_itself_reads_as_ever() -> None:
    class Placed(Listening):
        def handle_data(self, data: str) -> None:
            self.told.append((data, self.getpos()))

    class Feeding(Listening):
        def feed(self, data: str) -> None:
            super().feed(data.upper())

    assert search._only_listens(Listening)
    assert not search._only_listens(Placed)
    assert not search._only_listens(Feeding)


PAGE = """\
# Owls

<div data-search-exclude>Not this.</div>

Some `code` and **more** &amp; a < b.

## Second { data-search-exclude }

- one
- two

## Third

<script>let a = "<p>";</script>

| a | b |
|---|---|
| 1 | 2 |
"""
POST = "---\ngoal: Count birds\nmilestone: Owls\ndate: 2026-01-0N\nlessons: [Owls are late]\n---\n\n" + PAGE


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_index_and_pages_are_the_same(tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775000000")
    font = ", font: false" if theme == "material" else ""
    write(tmp_path, {
        "mkdocs.yml": f"site_name: Ada\ntheme: {{name: {theme}{font}}}\nmarkdown_extensions: [attr_list]\n"
                      "plugins: [search, {career-roadmap: {as_of: 2026-04-01}}]\n",
        "docs/index.md": PAGE, **{f"docs/{n}.md": POST.replace("N", str(n)) for n in range(1, 5)}})

    def built() -> dict[str, bytes]:
        build(load_config(str(tmp_path / "mkdocs.yml")))
        return {file.relative_to(tmp_path).as_posix(): file.read_bytes()
                for file in (tmp_path / "site").rglob("*") if file.suffix in (".html", ".json")}

    reads = {"mkdocs": ContentParser, "material": Parser}[theme]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "read_fast", lambda _: None)
        patch.setattr(reads, "feed", HTMLParser.feed)
        before = built()
    if "feed" in vars(reads):  # from an earlier build of this process
        monkeypatch.delattr(reads, "feed")
    assert built() == before
    assert vars(reads)["feed"] is search._feed
    assert b"Owls are late" in before["site/search/search_index.json"]
