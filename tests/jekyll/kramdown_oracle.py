"""What kramdown itself makes of texts, and what of two renderings must be alike."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import lru_cache

import html5lib
from mkdocs_career_roadmap.jekyll.kramdown import Dialect, convert
from mkdocs_career_roadmap.new_site.lines import Carried, TextLine

from .oracle import answer

RUBY = """
asked = JSON.parse(ARGV[0])
options = {input: 'GFM', auto_ids: true, hard_wrap: false, smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
  entity_output: :as_char, toc_levels: [1, 2, 3, 4, 5, 6], footnote_nr: 1, syntax_highlighter: nil}
  .merge(asked['options'].transform_keys(&:to_sym))
puts JSON.generate(asked['texts'].map { |text| Kramdown::Document.new(text, options).to_html })
"""


@lru_cache
def kramdown_is_here() -> bool:
    """Tell whether Ruby and its kramdown are installed."""
    ruby = shutil.which("ruby")
    check = ["ruby", "-e", "require 'kramdown'; require 'kramdown-parser-gfm'"]
    return bool(ruby) and subprocess.run(check, capture_output=True, check=False).returncode == 0


def kramdown(texts: list[str], **options: object) -> list[str]:
    """Return the HTML that kramdown makes of each text."""
    asked = json.dumps({"texts": texts, "options": options})
    found: list[str] = json.loads(answer(("kramdown", "kramdown-parser-gfm"), RUBY, asked))
    return found


def carried(text: str, dialect: Dialect | None = None) -> Carried:
    lines = [TextLine(number, line) for number, line in enumerate(text.split("\n"), 1)]
    return convert(lines, lambda address, _line, _html: address, dialect or Dialect())


_SKIPPED = {"script", "style"}
_NOTE_ENDS = re.compile(r"[\u21a9\ufe0e]|\b\d+\u21a9")


def _walk(node, words: list[str]) -> None:
    if not isinstance(node.tag, str):
        words.append(node.tail or "")
        return
    tag = node.tag.split("}")[-1]
    if tag not in _SKIPPED and not (tag == "a" and "reverse" in _attr(node, "class") + _attr(node, "rev")):
        block = tag in _BLOCKS
        words.append(" " if block else "")
        words.append(node.text or "")
        for child in node:
            _walk(child, words)
        words.append(" " if block else "")
    words.append(node.tail or "")


_BLOCKS = {
    "p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "table", "tr", "td",
    "th", "dl", "dt", "dd", "div", "hr", "br", "section", "figure", "figcaption", "thead", "tbody",
}


def _attr(node, name: str) -> str:
    return node.get(name) or ""


def _tree(html: str):
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).find("body")


def visible(html: str) -> str:
    """Return what a reader sees of a page, its white space collapsed."""
    words: list[str] = []
    _walk(_tree(html), words)
    text = " ".join(_NOTE_ENDS.sub("", "".join(words)).split())
    return text.replace("\\[ ", "\\[").replace(" \\]", "\\]")  # of a formula


def structure(html: str) -> list[str]:
    """Return the blocks of a page, each with its depth among lists, quotes and cells, and its links."""
    found: list[str] = []
    _outline(_tree(html), 0, found)
    return found


def _outline(node, depth: int, found: list[str]) -> None:
    for child in node:
        if not isinstance(child.tag, str):
            continue
        tag, inner = child.tag, depth
        if tag in {"div", "a"} and "footnote" in _attr(child, "class"):
            continue
        if re.fullmatch(r"h[1-6]", tag):
            name = re.sub(r"^_\d+$", "", _attr(child, "id"))  # toc gives one where kramdown gives none
            found.append(f"{depth} {tag}#{name}")
        elif tag == "pre":
            lines = "".join(child.itertext()).rstrip().expandtabs(4).split("\n")
            found.append(f"{depth} pre {[line if line.strip() else '' for line in lines]}")
        elif tag in {"ul", "ol", "li", "blockquote", "dl", "dt", "dd", "td", "table"}:
            found.append(f"{depth} {tag}")
            inner = depth + 1
        elif tag in {"hr", "img"} or (tag == "a" and "href" in child.attrib):
            found.append(f"{depth} {tag} {_attr(child, 'src') or _attr(child, 'href')}")
        _outline(child, inner, found)
