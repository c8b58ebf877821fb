"""Hugo itself, to compare with: the release that the group `tools` of pyproject.toml names.

Starting it costs more than a page does, so a test asks for many pages of one site at once; and what was asked
once is known for the rest of the process, and in forks of it: `make mutants` asks the same for each mutant.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import html5lib
from jekyll.oracle import state_of, write
from mkdocs_career_roadmap.hugo.markdown import GoldmarkDialect, convert
from mkdocs_career_roadmap.new_site.lines import Carried, TextLine

_CONFIG = 'baseURL = "https://birds.example/"\ndisableKinds = ["taxonomy", "RSS", "sitemap"]\n'
LAYOUT = '<main id="the-content">{{ .Content }}</main>'


def installed() -> str:
    """Return the program: that of the package, without the Python around it. The name of these tests hides
    the package's from an import.
    """
    name = "hugo.exe" if os.name == "nt" else "hugo"
    try:
        own = Path(str(distribution("hugo").locate_file(f"hugo/binaries/{name}")))
    except PackageNotFoundError:
        own = Path(name)
    if own.is_file():
        return str(own)
    raise RuntimeError("hugo is not installed; `make test` installs it with the other packages of tests")


def build(files: Mapping[str, str | bytes], *options: str) -> dict[str, bytes]:
    """Return the files of the site that Hugo builds of `files`, by path. Raises for what it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files)
        return build_folder(Path(folder), *options)


_built: dict[tuple[object, ...], dict[str, bytes]] = {}


def build_folder(source: Path, *options: str) -> dict[str, bytes]:
    """Return the files of the site that Hugo builds of a folder, by path; nothing is left there."""
    asked = (state_of(source), options)
    if asked not in _built:
        _built[asked] = _build_folder(source, *options)
    return dict(_built[asked])


def _build_folder(source: Path, *options: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        done = subprocess.run(
            [
                installed(),
                "build",
                "--logLevel",
                "error",
                "--noBuildLock",
                "--source",
                source,
                "--destination",
                site,
                "--cacheDir",
                Path(folder, "cache"),
                *options,
            ],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "TZ": "UTC", "HUGO_SECURITY_ALLOWCONTENT": ".*"},
        )
        if done.returncode:
            raise RuntimeError(f"hugo ended with {done.returncode}: {done.stdout}{done.stderr}")
        return {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in sorted(site.rglob("*"))
            if path.is_file()
        }


def pages(
    texts: Sequence[str], config: str = "", more: Mapping[str, str] | None = None, front: str = ""
) -> list[str]:
    """Return what Hugo makes of each text, as a page of one site with this configuration in TOML, more
    files, and more front matter for each page.
    """
    files: dict[str, str | bytes] = {
        "hugo.toml": f"{_CONFIG}{config}",
        "layouts/single.html": LAYOUT,
        "layouts/list.html": LAYOUT,
        **(more or {}),
    }
    for count, text in enumerate(texts):
        files[f"content/t{count}.md"] = f"---\ntitle: t{count}\n{front}---\n{text}"
    built = build(files)
    return [
        re.sub(r'\A<main id="the-content">|</main>\Z', "", built[f"t{count}/index.html"].decode())
        for count in range(len(texts))
    ]


def carried(text: str, dialect: GoldmarkDialect | None = None) -> Carried:
    lines = [TextLine(number, line) for number, line in enumerate(text.split("\n"), 1)]
    return convert(lines, lambda address, _line, _html: address, dialect or GoldmarkDialect())


_BLOCKS = frozenset(
    [
        "p",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "blockquote",
        "table",
        "tr",
        "td",
        "th",
        "dl",
        "dt",
        "dd",
        "div",
        "hr",
        "br",
        "section",
        "figure",
        "figcaption",
        "thead",
        "tbody",
        "details",
        "summary",
    ]
)
_SKIPPED = frozenset({"script", "style"})


def _is_back(node) -> bool:
    return "backref" in (node.get("class") or "")


def _walk(node, words: list[str]) -> None:
    if not isinstance(node.tag, str):
        words.append(node.tail or "")
        return
    if node.tag not in _SKIPPED and not (node.tag == "a" and _is_back(node)) and node.get("class") != "lnt":
        edge = " " if node.tag in _BLOCKS else ""
        words += [edge, node.text or ""]
        for child in node:
            _walk(child, words)
        words.append(edge)
    words.append(node.tail or "")


def tree(html: str):
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).find("body")


def visible(html: str) -> str:
    """Return what a reader sees of a page, its white space collapsed."""
    words: list[str] = []
    _walk(tree(html), words)
    return " ".join("".join(words).split())


def structure(html: str) -> list[str]:
    """Return the blocks of a page, each with its depth among lists, quotes and cells, and what is in them:
    emphasis, links, pictures, frames, code.
    """
    found: list[str] = []
    _outline(tree(html), 0, found)
    return found


_HOLD = frozenset(
    ["ul", "ol", "li", "blockquote", "dl", "dt", "dd", "td", "th", "table", "details", "figure"]
)
_INLINE = frozenset(["em", "strong", "del", "code", "sup", "sub", "kbd", "mark"])


def _outline(node, depth: int, found: list[str]) -> None:  # noqa: C901 - one line a kind
    for child in node:
        tag, inner = child.tag, depth
        if not isinstance(tag, str) or _is_back(child):
            continue
        marks = child.get("class") or ""
        if tag == "div" and "footnote" in marks:
            _outline(child, depth, found)
            continue
        if tag == "div" and "highlight" in marks:
            pres = [
                one
                for one in child.iter("pre")
                if not any("linenos" in (up.get("class") or "") for up in one.iter())
            ]
            found.append(f"{depth} pre {_code(pres[-1])}")
            continue
        if re.fullmatch(r"h[1-6]", tag):
            found.append(f"{depth} {tag}#{child.get('id') or ''}")
        elif tag == "pre":
            found.append(f"{depth} pre {_code(child)}")
            continue
        elif tag in _HOLD:
            start = child.get("start") or "1"
            found.append(f"{depth} {tag}" + (f" from {start}" if tag == "ol" and start != "1" else ""))
            inner = depth + 1
        elif tag in ("hr", "img", "iframe", "br"):
            found.append(f"{depth} {tag} {child.get('src') or ''} {child.get('alt') or ''}".rstrip())
        elif tag == "a":
            found.append(f"{depth} a {child.get('href') or ''} {child.get('title') or ''}".rstrip())
        elif tag == "input":
            found.append(f"{depth} box {child.get('checked') is not None}")
        elif (
            tag in _INLINE and "footnote" not in str(child.get("id")) and "fnref" not in str(child.get("id"))
        ):
            found.append(f"{depth} {tag} {' '.join(''.join(child.itertext()).split())}")
        _outline(child, inner, found)


def _code(node) -> list[str]:
    lines = "".join(node.itertext()).rstrip().expandtabs(4).split("\n")
    return [line if line.strip() else "" for line in lines]
