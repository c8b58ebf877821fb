"""What front matter of a section, or the configuration, gives to the pages below it."""

from __future__ import annotations

import fnmatch
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .config import HugoConfig
from .data_text import merged
from .pages import HugoPage, PageSort


def cascaded(pages: Sequence[HugoPage], config: HugoConfig) -> list[HugoPage]:
    """Return pages with what the sections above them give to all that is below, and the configuration to all.
    What is nearer counts.
    """
    of_site = _cascades(config.raw.get("cascade"))
    given = {
        posixpath.dirname(page.name): _cascades(page.data.get("cascade"))
        for page in pages
        if page.sort is not PageSort.PAGE and page.is_bundle
    }
    result = []
    for page in pages:
        folder = posixpath.dirname(page.name)
        above = [folder]
        while folder:
            folder = posixpath.dirname(folder)
            above.append(folder)
        data = dict(page.data)
        for values, target in (*(pair for one in above for pair in given.get(one, ())), *of_site):
            if _is_meant(page, target):
                data = merged_flat(data, values)
        result.append(replace(page, data=data))
    return result


def merged_flat(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Return the keys of two mappings; those of `params` are merged one by one."""
    params = first.get("params"), second.get("params")
    result = {**second, **first}
    if all(isinstance(one, Mapping) for one in params):
        result["params"] = merged(params[0], params[1])  # type: ignore[arg-type]
    return result


def _cascades(value: object) -> list[tuple[Mapping[str, object], Mapping[str, object]]]:
    found: list[tuple[Mapping[str, object], Mapping[str, object]]] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            target = one.get("target", one.get("_target"))
            values = {key: inner for key, inner in one.items() if key not in ("target", "_target")}
            found.append((values, target if isinstance(target, Mapping) else {}))
    return found


def _is_meant(page: HugoPage, target: Mapping[str, object]) -> bool:
    """Tell whether a cascade with a target means a page."""
    kind = target.get("kind")
    if isinstance(kind, str) and not fnmatch.fnmatchcase(str(page.sort), kind.strip("{}")):
        return False
    path = target.get("path")
    if isinstance(path, str):
        own = posixpath.splitext(f"/{page.name}")[0]
        own = posixpath.dirname(own) if page.is_bundle else own
        return fnmatch.fnmatchcase(
            own.lower(), path.lower().replace("**", "*").replace("{", "[").replace("}", "]")
        )
    return True
