"""The problems of a site, shown on the pages of its preview."""

from __future__ import annotations

import html as html_library
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from ..vocabulary.codes import Severity
from ..vocabulary.problems import Problem, count


@dataclass(frozen=True)
class Banner:
    """The problems of a site, to be shown on the pages of its preview."""

    problems: tuple[Problem, ...]
    """Settled: sorted, and without those that are off."""
    folder: str | Callable[[str], str]
    """The docs folder, as the terminal names it; or what returns how it names a path in there."""

    def of_page(self, path: str) -> str:
        """Return the box with what is told of one page; empty: nothing is."""
        return self._box(self._by_path.get(path, ()), "on this page", lambda _: None)

    @cached_property
    def _by_path(self) -> dict[str, list[Problem]]:
        """What is told of each page, worked out once for all of them."""
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            for path in {problem.place.path, *(place.path for place in problem.also)}:
                found.setdefault(path, []).append(problem)
        return found

    def of_all(self, link: Callable[[str], str | None]) -> str:
        """Return the box with everything, each with a link to its page."""
        return self._box(self.problems, "in the roadmap", link)

    def _box(self, problems: Iterable[Problem], where: str, link: Callable[[str], str | None]) -> str:
        items = list(problems)
        if not items:
            return ""
        is_open = any(p.severity is not Severity.HINT for p in items)
        lines = "\n".join(f"<li>{self._line(p, link)}</li>" for p in items)
        return (f'<details class="cr-problems"{" open" * is_open}>\n'
                f'<summary>{count(items)} {where}</summary>\n<ul class="cr-problems-list">\n{lines}\n</ul>\n'
                "<p>Only the preview shows this.</p>\n</details>")

    def _line(self, problem: Problem, link: Callable[[str], str | None]) -> str:
        place = html_library.escape(str(problem.within(self.folder).place))
        href = link(problem.place.path)
        place = f'<a href="{html_library.escape(href)}">{place}</a>' if href else place
        text = html_library.escape(_message(problem, self.folder))
        return f"{place}: <strong>{problem.severity}</strong>: {text} <code>[{problem.code}]</code>"


def _message(problem: Problem, folder: str | Callable[[str], str]) -> str:
    also = ", ".join(map(str, problem.within(folder).also))
    return f"{problem.message} (see {also})" if also else problem.message
