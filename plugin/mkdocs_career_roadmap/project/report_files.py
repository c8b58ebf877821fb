"""A report as a file of Word or a PDF, which programs of the user's make, if there are any."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from .errors import ProjectError

CHROMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge",
           "microsoft-edge", "brave-browser", "chromium-headless-shell")
"""What Chromium and its relatives are called."""
_MACOS = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge")
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_SECONDS = 120
"""How long a program may take: a browser that hangs would hang the command."""
_PAPER = "<head><style>@page { size: A4; }</style>"
"""What paper a PDF has unless the styles behind it name one: browsers take Letter, whatever the country."""
FIXES: Mapping[str, str] = {
    "docx": "install pandoc (https://pandoc.org/installing.html), or write --format html, which word "
            "processors open",
    "pdf": "`pip install weasyprint` or install Chromium or Chrome, or write --format html and print that "
           "from a browser",
}


def as_docx(html: str) -> bytes:
    """Return a page of HTML as a file of Word, by pandoc. Raises ProjectError where that is not there."""
    pandoc = shutil.which("pandoc")
    if not pandoc:
        raise ProjectError(f"a docx takes pandoc, which is not there; {FIXES['docx']}")
    # Pandoc would print it as well, above the heading.
    return _made("docx", _TITLE.sub("", html, count=1), lambda page, out: [
        pandoc, "--from=html", "--to=docx", f"--output={out}", str(page)])


def as_pdf(html: str) -> bytes:
    """Return a page of HTML as a PDF, by WeasyPrint or a browser. Raises ProjectError if neither is there."""
    if weasyprint := shutil.which("weasyprint"):
        return _made("pdf", html, lambda page, out: [weasyprint, "--quiet", str(page), str(out)])
    found = filter(None, map(shutil.which, CHROMES))
    if chrome := next(found, None) or next((path for path in _MACOS if Path(path).is_file()), None):
        return _made("pdf", html, lambda page, out: [
            chrome, "--headless", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={out}",
            f"--user-data-dir={out.parent / 'profile'}", *_as_root(), page.as_uri()])
    raise ProjectError(f"a PDF takes WeasyPrint, Chromium or Chrome, none of which is there; {FIXES['pdf']}")


def _as_root() -> Sequence[str]:
    """Return what a browser wants from root, to whom it gives no sandbox: our page has no script."""
    return ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []


def _made(form: str, html: str, command: Callable[[Path, Path], Sequence[str]]) -> bytes:
    """Return what a program makes of a page. `command` gives its words for the files of both."""
    # A browser may go on writing into its profile for a moment after it has ended.
    folder = tempfile.mkdtemp(prefix="career-roadmap-")
    try:
        page, out = Path(folder, "report.html"), Path(folder, f"report.{form}")
        page.write_text(html.replace("<head>", _PAPER, 1), "utf-8")
        words = command(page, out)
        try:
            done = subprocess.run(words, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ProjectError(f"{words[0]} made no {form}: {error}; {FIXES[form]}") from None
        made = out.read_bytes() if out.is_file() else b""
        if done.returncode or not made:
            said = done.stderr.decode(sys.getfilesystemencoding(), "replace").strip().splitlines()
            raise ProjectError(f"{words[0]} made no {form}: {said[-1] if said else 'it said nothing'}; "
                               f"{FIXES[form]}")
        return made
    finally:
        with suppress(OSError):
            shutil.rmtree(folder, ignore_errors=True)
