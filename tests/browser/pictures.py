"""Takes the pictures of the README and the guide, so that they never go stale: `make pictures`.

Usage: pictures.py SITE FOLDER: the built demo, and the folder for the pictures. Those of the tutorial are of
the site that its text makes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import chdir
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from guide.play import Played, sections
from hosts import build
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from browser.sites import launch, serve

WIDE, TEXT = 1400, 790
PICTURES = (
    # name, page, width, height, palette
    ("map", "roadmap/", WIDE, 1560, "light"),
    ("map-dark", "roadmap/", WIDE, 1560, "dark"),
    ("board", "roadmap/board/", WIDE, 900, "light"),
    ("timeline", "roadmap/timeline/", WIDE, 960, "light"),
    ("goal", "roadmap/goals/local-forecasts/", WIDE, 1150, "light"),
    ("post", "writing/the-flood-it-refused/", WIDE, 760, "light"),
    *((name, f"roadmap/{page}/", WIDE, 760, "light") for name, page in (
        ("lessons", "lessons"), ("not-doing", "not-doing"), ("replications", "replications"),
        ("ideas", "ideas"), ("decisions", "decisions"), ("year", "2024"))),
)
PIECES = (
    # name, page, what to take of it
    ("sharper", "roadmap/goals/honest-models/", ".cr-revisions"),
    ("ladder", "roadmap/goals/local-forecasts/", ".cr-ladder"),
    ("parts", "roadmap/goals/local-forecasts/", ".cr-stop:has(.cr-rail)"),
    ("next", "roadmap/goals/local-forecasts/", ".cr-pair"),
    ("focus", "roadmap/", "ol.cr-months"),
)
FIRST, LAST = "October 2024: the first post", "September 2026: a paper, and a slip"
GOAL = "roadmap/goals/bird-counts-from-sound/"
TUTORIAL = (
    # name, after which section, page, what to take of it, and how much from its top in pixels; 0: all
    ("tutorial-first", FIRST, "roadmap/", ".cr-map", 0),
    ("tutorial-post", LAST, "posts/2025-03-20-one-morning/", "article", 200),
    ("tutorial-sharper", LAST, GOAL, ".cr-revisions", 0),
    ("tutorial-map", LAST, "roadmap/", ".cr-map", 0),
    ("field-date", LAST, "roadmap/timeline/", ".cr-chart", 0),
    ("field-goal", LAST, GOAL, "article", 230),
    ("field-milestone", LAST, "roadmap/milestones/tell-neighbours-apart/", "article", 300),
    ("field-status", LAST, "roadmap/board/", "div.cr-board .cr-board", 240),
    ("field-lessons", LAST, "roadmap/lessons/", ".cr-lessons .cr-revisions", 0),
)
_COLOURS = 48
"""Enough for pages of text and lines; a quarter of the bytes of all."""


def main(site: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        with serve(site) as url:
            for name, page, width, height, palette in PICTURES:
                tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=palette,
                                       reduced_motion="reduce")
                tab.goto(f"{url}{page}", wait_until="load")
                save(tab.screenshot(animations="disabled"), folder / f"{name}.png")
                tab.close()
            take(browser, url, WIDE, folder, [(*piece, 0) for piece in PIECES])
        with TemporaryDirectory() as made:
            for title, built in tutorial(Path(made)):
                with serve(built) as url:
                    take(browser, url, TEXT, folder, [
                        (name, *piece) for name, after, *piece in TUTORIAL if after == title])
        browser.close()


def tutorial(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the titles of sections with the site as it is when one has done what they say, built."""
    played = Played(folder)
    for title, steps in sections("tutorial").items():
        with chdir(folder):
            played.play(steps)
        if title in (FIRST, LAST):
            yield title, build(folder).site.folder


def take(browser: Browser, url: str, width: int, folder: Path, pieces: Iterable[Sequence[Any]]) -> None:
    """Take pieces of pages, each as (name, page, what to take of it, how much of that from its top)."""
    tab = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for name, page, piece, height in pieces:
        tab.goto(f"{url}{page}", wait_until="load")
        tab.add_style_tag(content=".md-header { display: none } article { padding: 0 6px } "
                                  ".career-roadmap { padding: 1px 6px }")
        save(tab.locator(piece).first.screenshot(animations="disabled"), folder / f"{name}.png", height)
    tab.close()


def save(shot: bytes, path: Path, height: int = 0) -> None:
    """Write a picture, or as much of it from its top, with as many colours as it needs to look the same."""
    picture = Image.open(BytesIO(shot)).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(height or picture.height, picture.height)))
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
