"""What stands for the HTML of a page is worked out once for the same parts, never for other HTML."""

from __future__ import annotations

import pytest
from mkdocs_career_roadmap.mkdocs_host.remember import shown
from mkdocs_career_roadmap.mkdocs_host.remember.shown import KeptContents
from mkdocs_career_roadmap.project.on_disk.freeze import digest

LONG = "<p>What a page says.</p>\n" * 50


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return all HTML that was gone through."""
    read: list[str] = []
    monkeypatch.setattr(shown, "digest", lambda html: read.append(html) or digest(html))
    return read


@pytest.mark.parametrize("html", [LONG, "<h1>Goals</h1>"], ids=["kept", "short"])
def test_same_parts_are_gone_through_once(html: str, read: list[str]) -> None:
    contents, box = KeptContents({"a.md": html}.get), object()
    for build in range(3):
        filled = f"{html}<div></div>"
        contents.note("a.md", filled, (html, (box, str(build * 0))))
        assert contents.digest("a.md", filled) == digest(filled)
        contents.forget_html()
    assert read == [f"{html}<div></div>"]


def test_page_that_is_as_its_markdown_made_it_is_gone_through_once(read: list[str]) -> None:
    contents = KeptContents({"a.md": LONG}.get)
    assert {contents.digest("a.md", LONG) for _ in range(3)} == {digest(LONG)}
    assert read == [LONG]
    other = LONG + "more"
    contents.html_of = {"a.md": other}.get
    assert contents.digest("a.md", other) == digest(other)


def test_other_parts_make_another_page() -> None:
    contents, html = KeptContents({"a.md": LONG}.get), LONG
    found = []
    for parts in ((LONG, (object(),)), (LONG, (object(),)), (LONG + "1", ()), (LONG, ("post",))):
        html += "!"
        contents.note("a.md", html, parts)
        found.append(contents.digest("a.md", html))
    assert len(set(found)) == len(found)


def test_what_somebody_has_changed_since_is_gone_through() -> None:
    contents = KeptContents({"a.md": LONG}.get)
    contents.note("a.md", LONG + "box", (LONG, ("box",)))
    assert contents.digest("a.md", LONG + "box") == digest(LONG + "box")
    assert contents.digest("a.md", LONG + "box, with icons") == digest(LONG + "box, with icons")
    assert contents.digest("a.md", None) is None


def test_html_that_nobody_keeps_is_not_kept_here(read: list[str]) -> None:
    contents = KeptContents()
    for _ in range(2):
        assert contents.digest("a.md", LONG) == digest(LONG)
    assert read == [LONG, LONG]
    assert contents._known == {}


def test_pages_that_are_gone_are_forgotten() -> None:
    contents = KeptContents({"a.md": LONG, "b.md": LONG}.get)
    for path in ("a.md", "b.md"):
        contents.digest(path, LONG)
    contents.keep_only({"b.md"})
    assert [*contents._known] == ["b.md"]
