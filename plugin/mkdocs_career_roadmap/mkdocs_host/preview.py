"""What only `mkdocs serve` has: problems shown on the pages, and a server that never freezes."""

from __future__ import annotations

import html as html_library
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ..vocabulary.codes import Severity
from ..vocabulary.problems import Problem, count


@dataclass(frozen=True, slots=True)
class Banner:
    """The problems of a site, to be shown on the pages of its preview."""

    problems: tuple[Problem, ...]
    """Settled: sorted, and without those that are off."""
    folder: str
    """The docs folder, as the terminal names it."""

    def of_page(self, path: str) -> str:
        """Return the box with what is told of one page; empty: nothing is."""
        own = [p for p in self.problems
               if p.place.path == path or any(place.path == path for place in p.also)]
        return self._box(own, "on this page", lambda _: None)

    def of_all(self, link: Callable[[str], str | None]) -> str:
        """Return the box with everything, each with a link to its page."""
        return self._box(self.problems, "in the roadmap", link)

    def _box(self, told: Iterable[Problem], where: str, link: Callable[[str], str | None]) -> str:
        items = list(told)
        if not items:
            return ""
        is_open = any(p.severity is not Severity.HINT for p in items)
        lines = "\n".join(f"<li>{self._line(p, link)}</li>" for p in items)
        return (f'<details class="cr-problems"{" open" * is_open}>\n'
                f'<summary>{count(items)} {where}</summary>\n<ul class="cr-problems-list">\n{lines}\n</ul>\n'
                "<p>Only the preview shows this.</p>\n</details>")

    def _line(self, told: Problem, link: Callable[[str], str | None]) -> str:
        place = html_library.escape(str(told.within(self.folder).place))
        href = link(told.place.path)
        place = f'<a href="{html_library.escape(href)}">{place}</a>' if href else place
        text = html_library.escape(_message(told, self.folder))
        return f"{place}: <strong>{told.severity}</strong>: {text} <code>[{told.code}]</code>"


def _message(told: Problem, folder: str) -> str:
    also = ", ".join(map(str, told.within(folder).also))
    return f"{told.message} (see {also})" if also else told.message


def guard(server: Any, builder: Callable[[], None], tell: Callable[[str], None]) -> None:
    """Let the server answer when a rebuild fails, whoever's fault it is.

    MkDocs then answers no request until the next build that succeeds. Here each page says
    what is wrong, and comes back by itself when it is mended.
    """
    failure: list[str] = []
    answer = getattr(server, "error_handler", None)

    def build() -> None:
        failure.clear()
        try:
            builder()
        except Exception as error:
            if _is_strictness(error):
                return
            failure.append(_told(error))
            tell(f"the site could not be built: {failure[0]}")

    def page(code: int) -> bytes | None:
        if failure:
            return _failure_page(server, failure[0])
        return answer(code) if answer else None

    server.builder = build
    server.error_handler = page


def _is_strictness(error: Exception) -> bool:
    """True when a site with `strict: true` was built whole, and MkDocs then refuses it for what
    it has told already. A preview is there to show it.
    """
    return "in strict mode" in str(error)


def _told(error: Exception) -> str:
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
