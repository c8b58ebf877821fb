"""Formulas of a site: how MathJax is told which parts of a page are some, and how the author loads it.

Nothing loads it by itself: from another server it would tell that one who reads the pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SCRIPT = "docs/javascripts/mathjax.js"
"""Where the settings of MathJax lie in a new site."""
_DOLLARS = re.compile(
    r"""inlineMath["']?\s*:\s*\[[^;{}]{0,80}?\[\s*["']\$["']"""
    r"""|left["']?\s*:\s*["']\$["']""")
_NUMBERED = re.compile(r"""(?:tags|autoNumber)["']?\s*:\s*["']ams["']""", re.IGNORECASE)
_INLINE = re.compile(r"(?<![\\$\w])\$[^$\n]+\$(?![\w$])")


class Maths(NamedTuple):
    """How the pages of a blog wrote formulas."""

    dollars: bool = False
    """Whether `$x$` is one, too, which its reader made of the whole page."""
    numbered: bool = False
    """Whether equations have numbers."""


def maths_of(scripts: Iterable[str]) -> Maths:
    """Return what the settings of MathJax or KaTeX say that stand in these texts; without any the usual."""
    texts = list(scripts)
    return Maths(any(map(_DOLLARS.search, texts)), any(map(_NUMBERED.search, texts)))


def has_formulas(text: str, maths: Maths) -> bool:
    """True for a page with formulas."""
    return "$$" in text or "\\(" in text or bool(maths.dollars and _INLINE.search(text))


def maths_script(maths: Maths) -> str:
    """Return the settings of MathJax. Without dollars it looks at what is marked as a formula alone."""
    inline = [["\\(", "\\)"], *([["$", "$"]] if maths.dollars else [])]
    block = [["\\[", "\\]"], *([["$$", "$$"]] if maths.dollars else [])]
    tex = {"inlineMath": inline, "displayMath": block,
           "processEscapes": True, **({"tags": "ams"} if maths.numbered else {})}
    options = ({"ignoreHtmlClass": "md-header|md-nav|md-footer|md-search"} if maths.dollars else
               {"ignoreHtmlClass": ".*", "processHtmlClass": "arithmatex"})
    return f"""\
// Which parts of a page are formulas. mkdocs.yml has the lines that load this and MathJax.
window.MathJax = {{
  tex: {json.dumps(tex)},
  options: {json.dumps(options)},
}};

// The theme may change pages without loading them anew: each is looked at.
document$.subscribe(() => {{
  if (!MathJax.typesetPromise) return;
  MathJax.startup.output.clearCache();
  MathJax.typesetClear();
  MathJax.texReset();
  MathJax.typesetPromise();
}});
"""


def maths_lines() -> Sequence[str]:
    """Return the lines of mkdocs.yml that load MathJax, as a comment."""
    return [
        "# The formulas show as TeX until MathJax is loaded: by the first of these lines and another.",
        "# A copy in docs/javascripts asks no server; another one learns who reads your pages.",
        "# extra_javascript:",
        f"#   - {SCRIPT.removeprefix('docs/')}",
        "#   - javascripts/mathjax/tex-mml-chtml.js",
        "#   - https://unpkg.com/mathjax@3/es5/tex-mml-chtml.js",
        "",
    ]
