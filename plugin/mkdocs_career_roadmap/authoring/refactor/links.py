"""Links to pages that come to have another path: in Markdown, in front matter, and in mkdocs.yml."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from ...reading.front_matter import split
from ...reading.hidden_pages.naming import masked
from ...reading.prose import LINK
from ...reading.yaml_nodes import parts
from ...vocabulary.names import slug
from ...vocabulary.paths import is_page
from .mentions import end_of, scalar, start_of
from .text import Edit, FileText

_WIKI = re.compile(r"\[\[([^\[\]|#\n]{1,300})(?=[\]|#])")
_IN_CONFIG = ("nav", "plugins", "not_in_nav", "extra")
"""The keys of a configuration that name pages."""


def with_links(path: str, raw: str, moved: Mapping[str, str]) -> str:
    """Return a page whose links lead to the new paths of pages: those that name a source file, as MkDocs
    resolves them, and wiki links. Addresses of the built site stay, since they lead on.

    `moved` is from the old source paths to the new ones.
    """
    stems = {_stem(old): new for old, new in moved.items()}
    if not any(stem in raw or quote(stem) in raw for stem in stems):
        return raw
    file = FileText(raw)
    front = split(path, file.read)
    before = len(file.read) - len(front.body)
    text = masked(front.body)
    edits = [Edit(e.start + before, e.stop + before, e.new)
             for e in (*_in_markdown(path, text, moved), *_wiki_links(text, moved, stems))]
    begin = file.read.find("\n") + 1
    edits += (Edit(e.start + begin, e.stop + begin, e.new) for key, node in front.pairs
              if key not in front.withheld and key in ("evidence", "links", "image")
              for e in _in_values(path, front.region.text, node, moved))
    return file.edited(edits) if edits else raw


def _in_markdown(path: str, text: str, moved: Mapping[str, str]) -> Iterator[Edit]:
    for match in LINK.finditer(text):
        start, stop = match.span(match.lastindex or 0)
        new = _target(path, text[start:stop], moved)
        if new is not None:
            yield Edit(start, stop, new)


def _target(path: str, target: str, moved: Mapping[str, str]) -> str | None:
    """Return where a link on the page at `path` is to lead now; None: where it leads."""
    address = re.split(r"[?#]", target, maxsplit=1)[0]
    if not is_page(address) or "://" in address or address.startswith("//"):
        return None
    if address.startswith("/"):  # of the docs folder, where a site wants it so
        new = moved.get(unquote(address[1:]))
        return new and f"/{new}{target[len(address):]}"
    folder = posixpath.dirname(path)
    new = moved.get(posixpath.normpath(posixpath.join(folder, unquote(address))))
    if new is None:
        return None
    seen = posixpath.relpath(new, folder or ".")
    return (quote(seen) if "%" in address else seen) + target[len(address):]


def _wiki_links(text: str, moved: Mapping[str, str], stems: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits of links such as `[[old-name]]` and `[[roadmap/milestones/old-name|words]]`."""
    for match in _WIKI.finditer(text) if "[[" in text else ():
        name = match[1].strip()
        if new := stems.get(name):
            yield Edit(match.start(1), match.end(1), _stem(new))
        elif new := moved.get(name) or moved.get(f"{name}.md"):
            yield Edit(match.start(1), match.end(1), new if is_page(name) else new.removesuffix(".md"))


def _stem(path: str) -> str:
    return posixpath.basename(path).rpartition(".")[0]


def _in_values(path: str, text: str, node: Node, moved: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits of the single values within a node that lead to a moved page."""
    for value in _scalars(node):
        new = _target(path, value.value, moved)
        if new is not None:
            yield Edit(start_of(text, value), end_of(text, value),
                       scalar(new, value.style, is_in_line=True))


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """Yield the single values within a node, without the keys of mappings."""
    waiting, seen = [node], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            yield node
        else:
            waiting += [value for _, value in node.value] if isinstance(node, MappingNode) else parts(node)


def with_paths(raw: str, moved: Mapping[str, str]) -> str:
    """Return a mkdocs.yml whose menu and plugins name the new paths of pages. One that is no YAML stays."""
    file = FileText(raw)
    edits = [edit for key, value in pairs_of(file.read) if key.value in _IN_CONFIG
             for edit in _in_values("", file.read, value, moved)]
    return file.edited(edits)


def with_label(raw: str, page: str, old: str, new: str) -> str:
    """Return a mkdocs.yml whose menu calls a page by its new title, where it called it by the old one."""
    file = FileText(raw)
    waiting = [value for key, value in pairs_of(file.read) if key.value == "nav"]
    edits = []
    while waiting:
        node = waiting.pop()
        for key, value in node.value if isinstance(node, MappingNode) else ():
            is_it = isinstance(value, ScalarNode) and posixpath.normpath(value.value) == page
            if is_it and isinstance(key, ScalarNode) and slug(key.value) == slug(old):
                edits.append(Edit(start_of(file.read, key), end_of(file.read, key),
                                  scalar(new, key.style, is_in_line=True)))
        waiting += parts(node)
    return file.edited(edits)


def pairs_of(text: str) -> list[tuple[ScalarNode, Node]]:
    """Return the keys of a configuration with their values; none of one that is no YAML."""
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError):
        return []
    pairs = root.value if isinstance(root, MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, ScalarNode)]
