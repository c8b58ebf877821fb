"""Our extension of Markdown, by the name of `career-roadmap`: it is all that Zensical runs of us.

On a staged site it puts our HTML where the staged texts have a comment with its name. Anywhere else it
looks, under Zensical, whether anything is private.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from ..pages.render import below_title, headings, with_blocks
from ..reading.hidden_pages.led_to_hidden import without_dead_links
from ..vocabulary.escaping import title_for_themes
from .guard import refusal

_BLOCK = re.compile(r"<!-- career-roadmap block=([0-9a-f]{16}) -->")
_PAGE = re.compile(r"<!-- career-roadmap page((?: \w+=[0-9a-f]{16})*) -->\n?")


def block_mark(name: str) -> str:
    """Return the comment in whose place a part comes to stand."""
    return f"<!-- career-roadmap block={name} -->"


def page_mark(**names: str) -> str:
    """Return the comment of a page with the names of its parts: its `title`, what stands below it (`top`) and
    at the `end`.
    """
    return f"<!-- career-roadmap page{''.join(f' {part}={name}' for part, name in names.items() if name)} -->"


class CareerRoadmapExtension(Extension):
    """Fills the pages of a staged site; under another host than Zensical it does nothing."""

    def __init__(self, **options: Any) -> None:
        self.config = {"parts": ["", "The folder of the parts of a staged site; empty: it is not staged."]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it so
        if parts := self.getConfig("parts"):
            # After all others: what is in our HTML is for none of them.
            md.postprocessors.register(_Filling(md, Path(parts)), "career-roadmap", -1000)
        elif "zensical" in sys.modules:
            md.preprocessors.register(_Guard(md), "career-roadmap", 1000)  # before texts are taken in


class _Guard(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        if told := refusal():
            raise RuntimeError(told)
        return lines


class _Filling(Postprocessor):
    def __init__(self, md: Markdown, folder: Path) -> None:
        super().__init__(md)
        self._folder = folder

    def run(self, text: str) -> str:
        page = _PAGE.search(text)
        text = with_blocks(_PAGE.sub("", text), _BLOCK, lambda block: self._part(block[1]))
        if page:
            names = dict(pair.split("=") for pair in page[1].split())
            title, top, end = (self._part(names.get(part, "")) for part in ("title", "top", "end"))
            if title and "<h1" not in text:
                text = f"{title}\n{text}"
            text = f"{below_title(text, top)}\n{end}"
            self._add_to_contents(end)
        return without_dead_links(text)

    def _part(self, name: str) -> str:
        return (self._folder / name).read_text("utf-8") if name else ""

    def _add_to_contents(self, part: str) -> None:
        tokens = getattr(self.md, "toc_tokens", None)
        if tokens is None:
            return
        level = tokens[0]["children"] if tokens and tokens[0]["level"] == 1 else tokens
        for heading in headings(part):
            if heading.level == 2:
                name = title_for_themes(heading.title)
                level.append({"level": 2, "id": heading.id, "name": name, "html": name, "data-toc-label": "",
                              "children": []})
