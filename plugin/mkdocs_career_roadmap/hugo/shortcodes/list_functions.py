"""Functions of lists and mappings, as the templates of Hugo have them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote_plus

from .template_values import plain, within

LONGEST = 2000
"""How many values a list may have that a template makes."""


def value_at(values: object, *keys: object) -> object:
    for key in keys:
        if isinstance(values, list):
            values = values[key] if isinstance(key, int) and 0 <= key < len(values) else None
        else:
            values = within(values, [str(key)], [])
    return values


def is_set(values: object, key: object) -> bool:
    if isinstance(values, list):
        return isinstance(key, int) and 0 <= key < len(values)
    return isinstance(values, Mapping) and any(str(name).lower() == str(key).lower() for name in values)


def mapping_of(*pairs: object) -> dict[str, object]:
    if len(pairs) % 2:
        raise TypeError
    return {str(key): value for key, value in zip(pairs[::2], pairs[1::2], strict=True)}


def merged_mappings(*all_of: object) -> dict[str, object]:
    """Return mappings as one; a later one counts."""
    made: dict[str, object] = {}
    for one in all_of:
        for key, value in one.items():  # type: ignore[attr-defined]
            name = next((known for known in made if known.lower() == str(key).lower()), str(key))
            both = isinstance(made.get(name), dict) and isinstance(value, dict)
            made[name] = merged_mappings(made[name], value) if both else value
    return made


def appended(*values: object) -> list[object]:
    *more, whole = values
    if not isinstance(whole, list):
        raise TypeError
    return [*whole, *(more[0] if len(more) == 1 and isinstance(more[0], list) else more)]


def sequence(*numbers: int) -> list[object]:
    first, step, last = (
        (1 if numbers[0] > 0 else -1, 1 if numbers[0] > 0 else -1, numbers[0])
        if len(numbers) == 1
        else (numbers[0], 1 if numbers[1] >= numbers[0] else -1, numbers[1])
        if len(numbers) == 2
        else numbers
    )
    made = list(range(first, last + (1 if step > 0 else -1), step))
    if len(made) > LONGEST:
        raise ValueError
    return [*made]


def delimited(values: object, by: object, last: object = None) -> str:
    listed = [values[key] for key in sorted(values)] if isinstance(values, Mapping) else values
    texts = [plain(one) for one in listed]  # type: ignore[attr-defined]
    if last is None or len(texts) < 2:
        return str(by).join(texts)
    return f"{str(by).join(texts[:-1])}{last}{texts[-1]}"


def in_order(values: object, *_by: object) -> list[object]:
    if _by or not isinstance(values, list):
        raise TypeError
    return sorted(values)


def chosen(values: object, key: object, *asked: object) -> list[object]:
    sign, wanted = asked if len(asked) == 2 else ("=", *asked)
    if sign not in ("=", "==", "eq", "!=", "ne", "<>") or not isinstance(values, list):
        raise TypeError
    is_equal = sign in ("=", "==", "eq")
    return [one for one in values if (within(one, str(key).split("."), []) == wanted) is is_equal]


def as_query(*pairs: object) -> str:
    given = mapping_of(*pairs)
    return "&".join(f"{quote_plus(key)}={quote_plus(plain(given[key]))}" for key in sorted(given))


def length(value: object) -> int:
    if not isinstance(value, str | list | Mapping):
        raise TypeError
    return len(value.encode() if isinstance(value, str) else value)


def each_once(values: list[object]) -> list[object]:
    made: list[object] = []
    for one in values:
        if one not in made:
            made.append(one)
    return made
