"""Takes the pictures of the README and the guide from the demo, so that they never go stale: `make pictures`.

Usage: pictures.py SITE FOLDER: the built demo, and the folder for the pictures.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from browser.sites import launch, serve

WIDE, PHONE = 1400, 390
PICTURES = (
    # name, page, width, height, palette
    ("map", "roadmap/", WIDE, 1150, "light"),
    ("map-dark", "roadmap/", WIDE, 1150, "dark"),
    ("board", "roadmap/board/", WIDE, 900, "light"),
    ("timeline", "roadmap/timeline/", WIDE, 960, "light"),
    ("goal", "roadmap/goals/local-forecasts/", WIDE, 1150, "light"),
    ("post", "writing/the-flood-it-refused/", WIDE, 760, "light"),
    ("phone", "roadmap/", PHONE, 1000, "light"),
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


def main(site: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with serve(site) as url, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, page, width, height, palette in PICTURES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=palette, reduced_motion="reduce")
            tab = context.new_page()
            tab.goto(f"{url}{page}", wait_until="load")
            tab.screenshot(path=folder / f"{name}.png", animations="disabled")
            context.close()
        tab = browser.new_context(viewport={"width": WIDE, "height": 900}, reduced_motion="reduce").new_page()
        for name, page, piece in PIECES:
            tab.goto(f"{url}{page}", wait_until="load")
            tab.add_style_tag(content=".md-header { display: none } .career-roadmap { padding: 1px 6px }")
            tab.locator(piece).first.screenshot(path=folder / f"{name}.png", animations="disabled")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
