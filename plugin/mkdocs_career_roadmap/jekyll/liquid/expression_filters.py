"""Jekyll's filters that are given an expression, and those of al-folio's plugins.

Rules: jekyll/filters.rb, jekyll/filters/grouping_filters.rb, 4.3.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from io import StringIO
from typing import Any

from .expressions import NotKnownError
from .values import text_of

_SHORT = re.compile(r":[\w+-]+:")


def expression_filters(liquid: Any) -> dict[str, Callable[..., object]]:
    """Return filters of lists that run an expression for each item, by name."""
    def made(value: object, name: object, template: str, context: Any) -> Iterator[tuple[str, Any]]:
        """Yield what a template makes of each item, and the item."""
        bound = context.env.from_string(template)
        for item in _items(value):
            buffer = StringIO()
            with context.extend({text_of(name): item}):
                bound.render_with_context(context, buffer, partial=True)
            yield buffer.getvalue(), item

    def where_exp(value: object, name: object, expression: object, *, context: Any) -> list[object]:
        test = f"{{% if {_code(expression)} %}}1{{% endif %}}"
        return [item for text, item in made(value, name, test, context) if text]

    def find_exp(value: object, name: object, expression: object, *, context: Any) -> object:
        return next(iter(where_exp(value, name, expression, context=context)), None)

    def group_by_exp(value: object, name: object, expression: object, *, context: Any) -> object:
        groups: dict[str, list[object]] = {}
        for text, item in made(value, name, f"{{{{ {_code(expression)} }}}}", context):
            groups.setdefault(text, []).append(item)
        return [{"name": key, "items": some, "size": len(some)} for key, some in groups.items()]

    with_context = liquid.filter.with_context
    return {one.__name__: with_context(one) for one in (where_exp, find_exp, group_by_exp)}


def _code(expression: object) -> str:
    code = text_of(expression)
    if "%}" in code or "}}" in code:
        raise NotKnownError(f"the expression {code[:60]} is not read")
    return code


def _items(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else []


def _emojify(value: object) -> str:
    """Return a text with the pictures that GitHub's names such as `:wave:` stand for, as jemoji does."""
    emoji: Mapping[str, Mapping[str, str]] = import_module("pymdownx.gemoji_db").emoji

    def picture(name: re.Match[str]) -> str:
        known = emoji.get(name[0], {}).get("unicode", "")
        return "".join(chr(int(part, 16)) for part in known.split("-")) if known else name[0]

    return _SHORT.sub(picture, text_of(value))


def _without_accents(value: object) -> str:
    apart = unicodedata.normalize("NFKD", text_of(value))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


PLUGIN_FILTERS: Mapping[str, Callable[[object], str]] = {
    "emojify": _emojify, "remove_accents": _without_accents,
    "bust_file_cache": text_of, "bust_css_cache": text_of, "hideCustomBibtex": text_of,
}
"""Filters of plugins that al-folio brings. The last change addresses for caches, or what nobody is shown."""
