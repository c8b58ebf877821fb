"""The small site beside a blog of another tool: axe in both palettes, no sideways scrolling, on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from commands import run
from conftest import write
from depth import IS_FULL, some, turn

from browser.axe import OF_ALL, OF_COLOUR, violations
from browser.conftest import Visitor, go, resize
from browser.sites import REPO, SITES, serve

_GOAL = """\
---
type: goal
title: Move
---
Words with [a link](https://example.org/), `code`, a footnote[^1] and ~~less~~.

> Somebody said so.

- [x] a task
- [ ] another

| name | number |
|---|---|
| one | 1 |

```python
print("a line that is so long that it must be broken, or scrolled, on a narrow screen of a telephone")
```

!!! note
    Look here.

[^1]: It says more.
"""
_VIEWS = ("", "board/", "timeline/", "ideas/", "not-doing/", "decisions/", "replications/", "lessons/",
          "2025/")
_PAGES = {
    "demo": (*_VIEWS, "goals/honest-models/", "milestones/abstaining-flood-model/"),
    "corners": (*_VIEWS, "goals/move/", "milestones/walk/", "milestones/once-around-the-world/"),
}


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Build the demo and what it has not, and return where each is served."""
    folder = tmp_path_factory.mktemp("plain")
    corners = {path: text for path, text in SITES["corners"].files.items() if path != "index.md"}
    write(folder / "corners", {**corners, "goals/move.md": _GOAL})
    for name, docs in (("demo", REPO / "docs"), ("corners", folder / "corners")):
        done = run(folder, "build", str(docs), f"site/{name}", "--as-of", "2026-11-15")
        assert done.returncode == 0, done.stdout + done.stderr
    with serve(folder / "site") as url:
        yield {name: f"{url}{name}/" for name in _PAGES}


_EACH = some([(site, path) for site, paths in _PAGES.items() for path in paths], 5)


@pytest.mark.parametrize(("site", "path"), _EACH)
def test_page_is_in_order(visitor: Visitor, urls: dict[str, str], site: str, path: str) -> None:
    page = visitor.page()
    number = _EACH.index((site, path))
    page.emulate_media(color_scheme="light")
    go(page, f"{urls[site]}{path}")
    found = []
    for width in (1400, 390):
        resize(page, width)
        if width in turn((1400, 390), number):
            found += [f"{width} px: {what}" for what in violations(page, "html", OF_ALL)]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{width} px: {wide} px too wide"] if wide else []
    # What differs in the dark is colours, and those are the same on a wide screen.
    if IS_FULL or number // 2 % 2 == 0:
        page.emulate_media(color_scheme="dark")
        rules = OF_ALL if IS_FULL else OF_COLOUR
        found += [f"in the dark: {what}" for what in violations(page, "html", rules)]
    assert found == []
    assert visitor.complaints == []


def test_colours_are_those_of_the_reader_and_paper_is_light(visitor: Visitor, urls: dict[str, str]) -> None:
    def background(scheme: str, media: str) -> str:
        page = visitor.page(color_scheme=scheme)
        page.emulate_media(media=media, color_scheme=scheme)
        go(page, f"{urls['demo']}board/")
        return str(page.evaluate("getComputedStyle(document.querySelector('.cr-card')).backgroundColor"))

    assert background("light", "screen") == background("dark", "print") == "rgb(255, 255, 255)"
    assert background("dark", "screen") == "rgb(28, 31, 39)"


def test_page_says_all_on_paper_but_the_way_to_other_pages(visitor: Visitor, urls: dict[str, str]) -> None:
    page = visitor.page()
    go(page, f"{urls['demo']}goals/honest-models/")
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert page.locator("h1").is_visible()
