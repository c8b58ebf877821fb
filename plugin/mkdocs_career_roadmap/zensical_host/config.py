"""The configuration of a staged site: the author's own, but for a few keys.

What inherits would not do: Zensical adds lists to those of the parent, and a menu would stand there twice.
Keys are put into the YAML as it is written, so that names of Python, which tags give, stay what they are.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..flow import Site
from ..pages import catalogue
from ..pages.catalogue import PageKind
from ..project.config import Project, load_config
from ..project.errors import ProjectError
from ..reading.hidden_pages.hidden import Hidden
from ..reading.hidden_pages.led_to_hidden import without_hidden_nav
from ..reading.prose import address_of
from ..vocabulary.labels import status_names
from .kept_texts import as_md

_LOOK = "tag:yaml.org,2002:python/object/apply:mkdocs_career_roadmap.zensical_host.guard.look"
_EXTENSION = "career-roadmap"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST = 20
"""How many configurations may inherit from one another."""


def staged_config(project: Project, config: Path, site: Site, docs: Path, parts: Path,
                  assets: Sequence[str], site_dir: str = "") -> str:
    """Return the configuration of a staged site: with its pages in `docs`, its parts in `parts` and our
    `assets`, of which styles come before and scripts behind the site's own; `site_dir`: built elsewhere.
    Raises ProjectError.
    """
    root, written = _root(config), load_config(config)
    folder = config.parent.resolve()
    _set(root, "docs_dir", _node(docs.resolve().relative_to(folder).as_posix()))
    if site_dir:
        _set(root, "site_dir", _node(site_dir))
    for key, ending in (("extra_css", ".css"), ("extra_javascript", ".js")):
        own = _get(root, key)
        listed = own.value if isinstance(own, SequenceNode) else []
        ours = [_node(path) for path in assets if path.endswith(ending)]
        _set(root, key, _list(ours + listed if ending == ".css" else listed + ours))
    extra = written.get("extra")
    statuses = extra.get("status") if isinstance(extra, dict) else None
    named = status_names(site.words) | (statuses if isinstance(statuses, dict) else {})
    _set(_below(root, "extra"), "status", _node(named))
    _set(root, "markdown_extensions", _extensions(_get(root, "markdown_extensions"), parts))
    if written.get("repo_url") and not written.get("edit_uri"):
        own_docs = os.path.relpath(project.docs.resolve(), folder).replace(os.sep, "/")
        is_bitbucket = "bitbucket.org" in str(written["repo_url"])
        _set(root, "edit_uri", _node(f"{'src/default' if is_bitbucket else 'edit/master'}/{own_docs}"))
    for key, value in _menu(project, site, written).items():
        _set(root, key, _node(_as_staged(value) if key == "nav" else value))
    text: str = yaml.serialize(root, allow_unicode=True)
    return text


def _menu(project: Project, site: Site, written: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of the menu that are not as their author wrote them."""
    nav, _ = without_hidden_nav(written.get("nav"), site.hidden.all)
    nav = _without_addresses_of_hidden(nav, site.hidden)
    made = {} if nav is None else {"nav": nav}
    if not project.options["nav"] or not site.pages:
        return made
    folder = site.settings.folder
    # Beyond a dozen goals and the latest year, the map and that year lead to the others.
    outside = "".join(f"/{folder}/{pages}\n" for pages in ("milestones/*", "goals/*", "[0-9]*.md"))
    made["not_in_nav"] = f"{str(written.get('not_in_nav') or '').rstrip()}\n{outside}".lstrip()
    if isinstance(nav, list):
        made["nav"] = with_roadmap(nav, site)
    return made


def _as_staged(nav: Any) -> Any:
    """Return a `nav` with the paths at which pages are staged."""
    if isinstance(nav, list):
        return [_as_staged(item) for item in nav]
    if isinstance(nav, dict):
        return {key: _as_staged(value) for key, value in nav.items()}
    return as_md(nav) if isinstance(nav, str) and "://" not in nav else nav


def _without_addresses_of_hidden(nav: Any, hidden: Hidden) -> Any:
    """Return a `nav` without entries that name a hidden page by its address, and sections of which nothing
    is left.
    """
    if isinstance(nav, list):
        items = [_without_addresses_of_hidden(item, hidden) for item in nav]
        return [item for item in items if item not in (None, [], {})] if nav else nav
    if isinstance(nav, dict):
        kept = {key: _without_addresses_of_hidden(value, hidden) for key, value in nav.items()}
        return {key: value for key, value in kept.items() if value not in (None, [])}
    leads = isinstance(nav, str) and (address := address_of(nav)) and hidden.leads_to("", address)
    return None if leads else nav


def with_roadmap(nav: Sequence[Any], site: Site) -> list[Any]:
    """Return a site's `nav` with Map, Board, Timeline, Goals and More where the map stands in it, else at its
    end. An author who lists several of these pages arranged them: then it stays as it is.
    """
    overview = f"{site.settings.folder}/index.md"
    listed = set(_paths(nav))
    views = {page.path for page in site.pages.values() if page.kind not in (
        catalogue.POST, catalogue.GOAL, catalogue.MILESTONE)}
    if listed & (views - {overview}):
        return list(nav)
    section = _section(site, listed)
    if overview not in listed:
        return [*nav, {site.settings.title: section}]
    return [part for item in nav for part in _with_section(item, overview, section, site.settings.title)]


def _with_section(item: Any, overview: str, section: list[Any], title: str) -> Iterator[Any]:
    """Yield what comes in the place of an item of `nav`. A map without a title, among the pages of a section
    of its author's, gets the others beside it.
    """
    if item == overview:
        yield {title: section}
    elif isinstance(item, dict):
        yield {key: section if value == overview else [
            part for one in value for part in (
                section if one == overview else _with_section(one, overview, section, title))]
            if isinstance(value, list) else value for key, value in item.items()}
    else:
        yield item


def _section(site: Site, listed: set[str]) -> list[Any]:
    def of(kind: PageKind) -> list[str]:
        return [page.path for page in site.pages.values() if page.kind is kind]

    views = ((catalogue.OVERVIEW, "map"), (catalogue.BOARD, "board"), (catalogue.TIMELINE, "timeline"))
    items: list[Any] = [{site.words(label): path} for kind, label in views for path in of(kind)]
    of_goals = [page for page in site.pages.values() if page.kind is catalogue.GOAL]
    goals = [page.path for page in catalogue.goals_in_menu(of_goals) if page.path not in listed]
    more = [{page.title: page.path} for page in catalogue.more_in_menu(site.pages.values())]
    return items + [{site.words(label): some} for label, some in (("goals", goals), ("more", more)) if some]


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield posixpath.normpath(nav)
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(part)


# --- YAML as it is written ---


def _root(config: Path, depth: int = 0) -> MappingNode:
    """Return a configuration with those that it inherits from, merged as MkDocs does."""
    if config.suffix == ".toml":
        return _mapping(_node(load_config(config)))
    try:
        root = _mapping(yaml.compose(config.read_text("utf-8-sig"), Loader=_LOADER))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ProjectError(f"{config}: {error}") from None
    parent = _get(root, "INHERIT")
    if not isinstance(parent, ScalarNode) or depth > _MOST:
        return root
    root.value = [(key, value) for key, value in root.value if key.value != "INHERIT"]
    return _merged(_root(config.parent / parent.value, depth + 1), root)


def _merged(base: MappingNode, more: MappingNode) -> MappingNode:
    for key, value in more.value:
        had = _get(base, key.value)
        both = isinstance(had, MappingNode) and isinstance(value, MappingNode)
        _set(base, key.value, _merged(had, value) if both else value)
    return base


def _get(node: MappingNode, name: str) -> Any:
    return next((value for key, value in node.value if key.value == name), None)


def _set(node: MappingNode, name: str, value: Node) -> None:
    for at, (key, _) in enumerate(node.value):
        if key.value == name:
            node.value[at] = (key, value)
            return
    node.value.append((_node(name), value))


def _below(node: MappingNode, name: str) -> MappingNode:
    """Return the mapping below a key, a new one if there is none."""
    below = _mapping(_get(node, name))
    _set(node, name, below)
    return below


def _mapping(node: Any) -> MappingNode:
    return node if isinstance(node, MappingNode) else MappingNode("tag:yaml.org,2002:map", [])


def _list(nodes: Sequence[Node]) -> SequenceNode:
    return SequenceNode("tag:yaml.org,2002:seq", list(nodes))


def _node(value: Any) -> Node:
    node = yaml.compose(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), Loader=_LOADER)
    return node or _list([])


def _extensions(own: Any, parts: Path) -> Node:
    """Return the extensions of Markdown with ours, which is told where the parts lie."""
    look = SequenceNode(_LOOK, [_node(str(parts))])
    if isinstance(own, MappingNode):
        _set(own, _EXTENSION, look)
        return own
    entry = MappingNode("tag:yaml.org,2002:map", [(_node(_EXTENSION), look)])
    listed = own.value if isinstance(own, SequenceNode) else []
    return _list([*(one for one in listed if not _is_ours(one)), entry])


def _is_ours(entry: Node) -> bool:
    names = [key for key, _ in entry.value] if isinstance(entry, MappingNode) else [entry]
    return any(name.value == _EXTENSION for name in names)
