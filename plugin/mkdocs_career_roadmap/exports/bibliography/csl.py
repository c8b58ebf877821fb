"""A bibliography in CSL-JSON, as Zotero, Pandoc and other programs of the Citation Style Language read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape, unescape
from typing import Any

from ...vocabulary.bibliography.work import Author
from .listed import ListedWork, WorksOfGoal

_SIGN = {"made-by": "career-roadmap export csl"}
"""Says in each item that an export wrote it."""


def csl_text(groups: Iterable[WorksOfGoal]) -> str:
    """Return a list of all works, in the order of the groups."""
    items = [_item(listed) for group in groups for listed in group.works]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def is_csl_export(data: object) -> bool:
    """True for a list that `csl_text` wrote, and for an empty one."""
    return isinstance(data, list) and all(
        isinstance(item, Mapping) and item.get("custom") == _SIGN for item in data)


def _item(listed: ListedWork) -> dict[str, Any]:
    work = listed.work
    others = [{"literal": "others"}] if work.has_more_authors else []
    said = {
        "title": _marked(work.title), "author": [*map(_name, work.authors), *others],
        "editor": [*map(_name, work.editors)], "issued": work.day and {"date-parts": [list(work.day)]},
        "container-title": _marked(work.venue), "DOI": work.doi, "URL": work.url,
        **{name: _marked(value) for name, value in work.facts}, "keyword": ", ".join(listed.goals)}
    return {"id": work.key, "type": work.type, **{name: value for name, value in said.items() if value},
            "custom": _SIGN}


def _marked(text: str) -> str:
    """Return a text for readers that take `<i>` for a mark."""
    return escape(text, quote=False) if "<" in text or unescape(text) != text else text


def _name(author: Author) -> dict[str, str]:
    if not author.given and not author.suffix:
        return {"literal": author.family}
    parts = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {name: part for name, part in parts.items() if part}
