"""Takes the pictures of the README from the demo, so that they never go stale: `make pictures`.

Usage: pictures.py SITE FOLDER: the built demo, and the folder for the pictures.
"""

from __future__ import annotations

import shutil
import sys
import threading
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

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
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the pictures are the result."""

    def handle(self) -> None:
        # A tab that is closed breaks off what it was still fetching.
        with suppress(ConnectionError):
            super().handle()


def main(site: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for name, page, width, height, palette in PICTURES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=palette, reduced_motion="reduce")
            tab = context.new_page()
            tab.goto(f"http://127.0.0.1:{server.server_port}/{page}", wait_until="load")
            tab.screenshot(path=folder / f"{name}.png", animations="disabled")
            context.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
