"""Links to parts of pages, and those of copied HTML: what is dead of them is told."""

from __future__ import annotations

from each import each
from mkdocs_career_roadmap.new_site.dead_links import PageParts, dead_in_html, dead_parts
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.links import AddressBook, PartLink

PAGE = """\
---
title: Nests
---
# Of nests {: .x #given }

## Under the *roof*

A line.[^1]
{: #line }

<p id='html'>x</p> <a name=old></a>

```
## In code
```

Under
-----

[^1]: Note.
"""


@each(("fragment", "is_there"), [
    ("given", True), ("under-the-roof", True), ("line", True), ("html", True), ("old", True), ("under", True),
    ("fn:1", True), ("fnref:1", True), ("top", True), ("gone", False), ("Given", False), ("of-nests", False),
    ("title-nests", False)])
def test_parts_of_a_page_are_known(fragment: str, is_there: bool) -> None:
    assert PageParts({"a.md": PAGE}).has("a.md", fragment) is is_there


def test_page_that_nobody_read_has_all_parts() -> None:
    assert PageParts({}).has("a.html", "x")


def test_dead_part_is_told_once_for_each_line() -> None:
    links = [PartLink(3, "/a/#gone", "a.md", "gone"), PartLink(3, "/a/#gone", "a.md", "gone"),
             PartLink(4, "/a/#gone", "a.md", "gone"), PartLink(5, "/a/#given", "a.md", "given")]
    found = list(dead_parts("_posts/b.md", links, PageParts({"a.md": PAGE})))
    assert [(note.kind, note.path, note.line) for note in found] == [
        (NoteKind.DEAD, "_posts/b.md", 3), (NoteKind.DEAD, "_posts/b.md", 4)]
    assert found[0].what.startswith("/a/#gone leads nowhere")


def test_dead_links_of_copied_html_are_told() -> None:
    book = AddressBook("/blog")
    book.add("a.html", "a.html")
    book.add("map/index.html", "map/index.html")
    text = ("<link href=style.css>\n<a href='/blog/a.html'>a</a><a href=../gone.html>b</a>\n"
            "<img src=x.png srcset='y.png 2x'><a href=#here id=there>c</a> <a href=#there>d</a> <a href=https://x.example/>e</a>")
    notes = list(dead_in_html("m.html", "/map/index.html", text, book))
    assert {(note.kind, note.path) for note in notes} == {(NoteKind.DEAD, "m.html")}
    assert [(note.line, note.what.partition(" ")[0]) for note in notes] == [
        (1, "style.css"), (2, "../gone.html"), (3, "x.png"), (3, "y.png"), (3, "/blog/map/index.html#here")]
    assert list(dead_in_html("m.html", "/map/index.html", f"<base href='/x/'>{text}", book)) == []
