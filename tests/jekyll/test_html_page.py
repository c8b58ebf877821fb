"""Pages in HTML are carried as they are, but for where their links lead."""

from __future__ import annotations

import markdown
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.kramdown import EXTENSIONS
from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.new_site.markdown.html_page import convert_html


def lines(text: str, first: int = 1) -> list[TextLine]:
    return [TextLine(number, line) for number, line in enumerate(text.split("\n"), first)]


def converted(text: str) -> str:
    asked: list[tuple[str, int, bool]] = []

    def link(address: str, line: int, in_html: bool) -> str:
        asked.append((address, line, in_html))
        return f"new:{address}"

    found = "\n".join(line.text for line in convert_html(lines(text), link).lines)
    assert all(in_html for _, _, in_html in asked)
    return found


def shown(text: str) -> str:
    """Return what MkDocs makes of a page."""
    names = [next(iter(one)) if isinstance(one, dict) else one for one in EXTENSIONS]
    options = {name: one[name] for one in EXTENSIONS if isinstance(one, dict) for name in one}
    return markdown.markdown(text, extensions=names, extension_configs=options)


def test_links_of_tags_are_asked_for_with_their_lines() -> None:
    asked = []

    def link(address: str, line: int, in_html: bool) -> str:
        asked.append((address, line, in_html))
        return address

    convert_html(lines('<a\nhref="/a">x</a>\n<img src=/b>\n<video poster=\'/c\'>\n<p class="href">', 7), link)
    assert asked == [("/a", 7, True), ("/b", 9, True), ("/c", 10, True)]


def test_what_holds_no_markup_stays() -> None:
    text = (
        '<script src="/a.js">if (x < y) { "<a href=\'/no\'>" }</script>\n<style>a { b: url(/c) }</style>\n'
        '<!-- <a href="/no"> -->\n<pre>\n```\n<a href="/no">\n</pre>'
    )
    made = converted(text)
    assert made.count("new:") == 1
    assert '<script src="new:/a.js">if (x < y)' in made
    assert "\n&#96;``\n" in made


def test_what_would_be_markdown_is_shown_as_it_stands() -> None:
    text = '<p markdown="1">*a* **b** [c](d)</p>\n\n    <b>deep</b>\n\n# no heading\n\n```\n~~~\n* no list\n'
    html = shown(converted(text))
    for part in ("*a* **b** [c](d)", "<b>deep</b>", "# no heading", "* no list"):
        assert part in html
    for tag in ("<em>", "<h1", "<pre", "<li", "<code"):
        assert tag not in html


def test_an_open_script_ends_with_the_page() -> None:
    assert converted("<script>a").startswith("<div>\n<script>a\n</div>")


def test_nothing_stays_nothing() -> None:
    assert convert_html([], lambda address, *_: address).lines == []
    assert convert_html(lines(" \n\n"), lambda address, *_: address).lines == []


@given(st.text(st.sampled_from("<>/!- abp\n\"'=`~"), max_size=60))
def test_the_lines_are_those_of_the_source(text: str) -> None:
    found = convert_html(lines(text), lambda address, *_: address).lines
    if text.strip():
        numbers = [line.number for line in found]
        assert numbers == sorted(numbers)
        assert (found[0].text, found[-1].text) == ("<div>", "</div>")
        kept = "".join(line.text for line in found[1:-1]).replace("&#96;", "`").replace("&#126;", "~")
        assert "".join(kept.split()) == "".join(text.split())
