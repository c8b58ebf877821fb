"""What only `mkdocs serve` has: problems shown on the pages, and a server that never freezes."""

from __future__ import annotations

import html as html_library
import logging
import re
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

LAST = 10
"""How many of the last lines logged a page shows while the site cannot be built."""
_NO_REASON = "Aborted with a BuildError!"
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
_NOTE = (
    '<div role="alert" style="position:sticky;top:0;z-index:9999;max-height:50vh;overflow:auto;'
    "padding:.75rem 1rem;background:#fff3cd;color:#3d2c00;border-bottom:2px solid #8a6100;"
    'font:16px/1.5 sans-serif">'
    "<strong>The site could not be built, so this page may be as it was before; it is new again when this is "
    'mended:</strong><pre style="margin:.5rem 0 0;white-space:pre-wrap;background:none;color:inherit;'
    'font:14px/1.5 monospace">{}</pre></div>')
"""What stands on top of every page then. Its style is its own, as that of the site may be gone."""


def guard(server: Any, builder: Callable[[], None], tell: Callable[[str], None]) -> None:
    """Let the server answer when a rebuild fails, whoever's fault it is.

    MkDocs then answers no request until the next build that succeeds. Here each page says
    what is wrong, and comes back by itself when it is mended: one that was built before, in a
    note at its top, since a build that is refused early leaves the whole site as it was.
    """
    failure: list[str] = []
    answer = getattr(server, "error_handler", None)

    def build() -> None:
        with _last_lines() as lines:
            try:
                builder()
            except (Exception, SystemExit) as error:
                if _is_strictness(error):
                    failure.clear()
                    return
                message = _told(error)
                # Of a plugin's error MkDocs logs the text, and itself says only that there was one.
                said = list(lines) if lines and message == _NO_REASON else [*lines, message]
                message = said[-1]
                failure[:] = ["\n".join(said)]
            else:
                failure.clear()
                return
        tell(f"the site could not be built: {message}")

    def page(code: int) -> bytes | None:
        if failure:
            return _failure_page(server, failure[0])
        return answer(code) if answer else None

    server.builder = build
    server.error_handler = page
    if hasattr(server, "set_app"):
        server.set_app(_noting(server.get_app(), failure))


@contextmanager
def _last_lines() -> Iterator[deque[str]]:
    """Let what is logged meanwhile as a warning or an error be kept, as far as it is among the last.

    What refuses a configuration says only that it does so; the reasons are logged before.
    """
    lines: deque[str] = deque(maxlen=LAST)
    keeper = logging.Handler(logging.WARNING)
    keeper.emit = lambda record: lines.extend(record.getMessage().splitlines())  # type: ignore[method-assign]
    loggers = [logging.getLogger(host) for host in ("mkdocs", "properdocs")]
    for logger in loggers:
        logger.addHandler(keeper)
    try:
        yield lines
    finally:
        for logger in loggers:
            logger.removeHandler(keeper)


def _noting(app: Callable[..., Iterable[bytes]], failure: list[str]) -> Callable[..., Iterable[bytes]]:
    """Return a WSGI application that answers as `app` does, with a note on pages while a failure lasts."""

    def noted(environ: Any, start_response: Callable[..., Any]) -> Iterable[bytes]:
        heads: list[tuple[Any, ...]] = []
        content = app(environ, lambda *head: heads.append(head))  # which waits while a build is under way
        status, headers, *rest = heads[-1]
        kind = next((value for name, value in headers if name.lower() == "content-type"), "")
        if not (failure and status.startswith("200") and kind.startswith("text/html")):
            start_response(status, headers, *rest)
            return content
        try:
            html = with_note(b"".join(content), failure[0])
        finally:
            getattr(content, "close", lambda: None)()
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*kept, ("Content-Length", str(len(html)))], *rest)
        return [html]

    return noted


def with_note(page: bytes, text: str) -> bytes:
    """Return a page of HTML with a note on top, that says what was told last."""
    lines = html_library.escape("\n".join(text.splitlines()[-LAST:]))
    match = _BODY.search(page)
    at = match.end() if match else 0
    return page[:at] + _NOTE.format(lines).encode() + page[at:]


def _is_strictness(error: BaseException) -> bool:
    """True when a site with `strict: true` was built whole, and MkDocs then refuses it for what
    it has told already. A preview is there to show it.
    """
    return "in strict mode" in str(error)


def _told(error: BaseException) -> str:
    """Return what a failed build says: its message if it is one for people, else its traceback."""
    message = str(error).strip()
    is_bug = type(error).__module__.split(".")[0] not in ("mkdocs", "properdocs", "click")
    return "".join(traceback.format_exception(error)) if is_bug or not message else message


def _failure_page(server: Any, text: str) -> bytes:
    html = ('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The site could not be built'
            "</title></head><body><h1>The site could not be built</h1>\n"
            f"<pre style=\"white-space:pre-wrap\">{html_library.escape(text)}</pre>\n"
            "<p>This page shows the site again when it is mended.</p></body></html>").encode()
    inject = getattr(server, "_inject_js_into_html", None)  # MkDocs' own: it waits for the next build
    epoch = getattr(server, "_visible_epoch", None)
    return bytes(inject(html, epoch)) if inject and epoch is not None else html
