"""How the time for hard texts grows with their length: `make bench`. Prints, and judges nothing.

The tests count calls, which is exact, but a search for a pattern is one call however long it takes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from time import process_time

from hostile import FRONT_MATTER, KRAMDOWN, LIQUID, PAGE, PAGE_AROUND, PROSE, PROSE_BEFORE
from mkdocs_career_roadmap import build
from mkdocs_career_roadmap.jekyll.kramdown import Dialect, convert
from mkdocs_career_roadmap.jekyll.liquid import LiquidScope, carry
from mkdocs_career_roadmap.new_site.lines import TextLine
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

SIZE, TIMES = 50_000, 4
"""Characters of the shorter text, and how many times as long the longer one is."""
AIM = 1.3
LEAST = 0.05
"""Seconds: what is done sooner than this, however long the text, grows as it likes."""

Work = Callable[[int], object]


def built(text: str) -> object:
    return build([Source("a.md", text)], as_of=date(2026, 4, 1), settings=Settings(), words=Words())


def repeated(read: Callable[[str], object], part: str, around: str, size: int) -> object:
    return read(around.replace("{}", part * (size // len(part))))


def works() -> Iterator[tuple[str, Work]]:
    """Yield what is measured, by a name."""
    for part in PAGE:
        for around in PAGE_AROUND:
            yield f"page {part!r} in {around!r}", partial(repeated, built, part, around)
    for part in PROSE:
        for before in PROSE_BEFORE:
            around = f"---\ngoal: x\n---\n{before}{{}}x\n# Lessons\nb.md"
            yield f"prose {part!r} after {before!r}", partial(repeated, built, part, around)
    for name, make in FRONT_MATTER.items():
        yield f"front matter {name}", partial(_front, make)
    for part in KRAMDOWN:
        yield f"kramdown {part!r}", partial(repeated, _kramdown, part, "{}")
    for part in LIQUID:
        yield f"Liquid {part!r}", partial(repeated, _liquid, part, "{}")


def _front(make: Callable[[int], str], size: int) -> object:
    return built(f"---\ngoal: x\n{make(size)}\n---\n")


def _kramdown(text: str) -> object:
    lines = [TextLine(number, line) for number, line in enumerate(text.split("\n"), 1)]
    return convert(lines, lambda address, _line, _html: address, Dialect())


def _liquid(text: str) -> object:
    page = {"date": datetime(2026, 4, 1, tzinfo=UTC)}
    return carry(text, 1, LiquidScope({}, page, "", "", {}.get, {}.get))


def seconds(work: Work, size: int) -> float:
    """Return the least CPU time of two runs."""
    def once() -> float:
        began = process_time()
        work(size)
        return process_time() - began

    return min(once(), once())


def main() -> None:
    slow, count = [], 0
    for name, work in works():
        count += 1
        longer = seconds(work, TIMES * SIZE)
        if longer > LEAST and (grows := math.log(longer / seconds(work, SIZE), TIMES)) > AIM:
            slow.append((grows, longer, name))
    print(f"\nHard texts: of {count}, {len(slow)} take a time that grows faster than n^{AIM}, "
          f"from {SIZE} characters to {TIMES * SIZE}")
    for grows, longer, name in sorted(slow, reverse=True):
        print(f"  n^{grows:.2f}  {longer:6.2f} s  {name}")


if __name__ == "__main__":
    main()
