"""Our extension of Markdown, by the name of `career-roadmap`: it is all that Zensical runs of us."""

from __future__ import annotations

import sys

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from .guard import refusal


class CareerRoadmapExtension(Extension):
    """Looks for what is private when Zensical renders a page; under another host it does nothing."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it so
        if "zensical" in sys.modules:
            md.preprocessors.register(_Guard(md), "career-roadmap", 1000)  # before texts are taken in


class _Guard(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        if told := refusal():
            raise RuntimeError(told)
        return lines
