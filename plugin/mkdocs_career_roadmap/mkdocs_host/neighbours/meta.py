"""Material's plugin meta, which gives front matter to all pages of a folder, and hooks that do so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ...vocabulary.fields import BY_KEY, Kind
from ...vocabulary.problems import Place, Problem, problem
from ..intake import ReadPage
from .material import material_plugin

_SIGNS = frozenset({"goal", "milestone", "milestones", "depends_on", "part_of", "sharpens"})
"""Fields that no other tool has: on any page they are meant for the roadmap."""
_SHARED = frozenset({"title", "date", "description", "status", "redirect_from", "aliases", "type", "id",
                     "visibility", "draft", "published"})
"""Fields that other tools set for themselves, that we set, or that are told as what keeps a page back."""
_OURS = frozenset(key for key, of in BY_KEY.items() if of.kind is not Kind.HOST and of.name not in _SHARED)


def meta_file(config: MkDocsConfig) -> str:
    """Return the name that the plugin has for its files; empty: the site does not have it, or it is off."""
    plugin: Any = material_plugin(config, "meta")
    own = getattr(plugin, "config", None)
    return str(getattr(own, "meta_file", "")) if getattr(own, "enabled", False) else ""


class SetLater:
    """What others make of the fields of pages after these were read, for a roadmap that is folded by then."""

    def __init__(self) -> None:
        self._as_read: dict[str, dict[str, Any]] = {}

    def note(self, page: Page) -> None:
        """Note the fields of a page before others see it."""
        self._as_read[page.file.src_uri] = {
            key: value if type(value) is str else deepcopy(value)
            for key, value in page.meta.items() if key in _OURS}

    def told(self, read: Iterable[ReadPage], pages: Mapping[str, Page]) -> list[Problem]:
        """Return a problem for each field that a page got, or that was changed, since then. What the defaults
        of its folders give it was read with it.
        """
        problems = []
        for one in read:
            path = one.file.src_uri
            before = self._as_read.get(path)
            if path not in pages or before is None or "set-later" in one.page.ignored:
                continue
            meta = pages[path].meta
            wanted = _OURS if one.page.entry or not _SIGNS.isdisjoint(meta) else _SIGNS
            problems += [_problem(path, key) for key, value in meta.items()
                         if key in wanted and key not in one.page.keys_above
                         and (key not in before or before[key] != value)]
        return problems


def _problem(path: str, key: str) -> Problem:
    return problem(
        "set-later", Place(path),
        f"{key} was set by another plugin or a hook after this page was read, so the roadmap does not know "
        "of it; write it into the front matter, or into .meta.yml of the folder for all its pages")
