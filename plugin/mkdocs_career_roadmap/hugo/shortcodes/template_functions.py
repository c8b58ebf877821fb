"""The functions that templates of shortcodes may call, as Hugo has them: of texts, numbers and lists.

What is given wrongly raises what Python raises for it, and the shortcode is not run then.
"""

from __future__ import annotations

import hashlib
import json
import math
import posixpath
import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from urllib.parse import urlsplit

from ..blog.addresses import hyphened
from ..markdown.emoji import with_emoji
from ..markdown.heading_ids import github_id
from .list_functions import (
    LONGEST,
    appended,
    as_query,
    chosen,
    delimited,
    each_once,
    in_order,
    is_set,
    length,
    mapping_of,
    merged_mappings,
    sequence,
    value_at,
)
from .template_values import Known, Safe, UnknownInTemplateError, is_true, numbers_of, plain
from .text_functions import (
    found_by_pattern,
    humanized,
    like,
    part_of,
    printf_text,
    replaced,
    slice_of,
    split_text,
    text_last,
    title_case,
    truncated,
    with_pattern_replaced,
    without_tags,
)


def words_of(words: Mapping[str, object], args: list[object]) -> tuple[str, object]:
    """Return the words of a language that a name stands for, and what they are given; a name without any:
    an empty text. Raises UnknownInTemplateError for forms of which none is known to be right.
    """
    found = words.get(str(args[0])) if args else None
    given = args[1] if len(args) > 1 else None
    if isinstance(found, Mapping):
        number = given if isinstance(given, int | float) else None
        forms = {key: value for key, value in found.items() if isinstance(value, str)}
        if number is not None and set(forms) - {"one", "other", "description"}:
            raise UnknownInTemplateError
        found = forms.get("one") if number == 1 and "one" in forms else forms.get("other", "")
    if isinstance(given, int | float):
        given = {"count": given}
    return (found if isinstance(found, str) else ""), given


def _equal(one: object, *others: object) -> bool:
    return any(one == other and isinstance(one, bool) == isinstance(other, bool) for other in others)


def _pair(one: object, other: object) -> tuple[float, float]:
    """Return two values as numbers: a text is that which it writes, a list its length."""

    def number(value: object) -> float:
        if isinstance(value, list | Mapping):
            return len(value)
        return float(value)  # type: ignore[arg-type]

    return number(one), number(other)


def _default(usual: object, *given: object) -> object:
    """Return what is given, unless that is empty: false is not."""
    return given[0] if given and (given[0] is False or is_true(given[0])) else usual


def _and(*values: object) -> object:
    return next((one for one in values if not is_true(one)), values[-1])


def _or(*values: object) -> object:
    return next((one for one in values if is_true(one)), values[-1])


def _parsed(address: object) -> Known:
    parts = urlsplit(str(address))
    return Known(
        scheme=parts.scheme,
        host=parts.netloc,
        hostname=parts.hostname or "",
        path=parts.path,
        rawquery=parts.query,
        fragment=parts.fragment,
        isabs=bool(parts.scheme),
    )


def _divided(one: float, other: float) -> int | float:
    if isinstance(one, int) and isinstance(other, int):
        return int(one / other)
    return one / other


def _joined(*parts: object) -> str:
    made = posixpath.normpath("/".join(str(one) for one in parts if one != ""))
    return re.sub(r"^//", "/", made)


def _no_error(*_words: object) -> str:
    return ""


def _counted(numbers: list[int | float]) -> int | float:
    return sum(numbers)


def _added(*values: object) -> object:
    if all(isinstance(one, str) for one in values):
        return "".join(map(str, values))
    return sum(numbers_of(*values))


def _safe(text: object) -> Safe:
    return Safe("" if text is None else plain(text) if not isinstance(text, str) else text)


_BARE: Mapping[str, Callable[..., object]] = {
    "eq": _equal,
    "ne": lambda one, *others: not _equal(one, *others),
    "not": lambda one: not is_true(one),
    "lt": lambda one, other: _pair(one, other)[0] < _pair(one, other)[1],
    "le": lambda one, other: _pair(one, other)[0] <= _pair(one, other)[1],
    "gt": lambda one, other: _pair(one, other)[0] > _pair(one, other)[1],
    "ge": lambda one, other: _pair(one, other)[0] >= _pair(one, other)[1],
    "and": _and,
    "or": _or,
    "cond": lambda asked, one, other: one if is_true(asked) else other,
    "default": _default,
    "len": length,
    "print": lambda *values: "".join(map(plain, values)),
    "printf": printf_text,
    "emojify": lambda text: like(text, with_emoji(str(text))),
    "warnf": _no_error,
    "warnidf": _no_error,
    "getenv": _no_error,  # which no workflow has set here
    "fmt.Printf": printf_text,
    "os.Getenv": _no_error,
    "path.Join": _joined,
    "path.Ext": lambda path: posixpath.splitext(str(path))[1],
    "path.Base": lambda path: posixpath.basename(str(path).rstrip("/")),
    "path.BaseName": lambda path: posixpath.splitext(posixpath.basename(str(path).rstrip("/")))[0],
    "path.Split": lambda path: Known(
        dir=str(path)[: str(path).rfind("/") + 1], file=posixpath.basename(str(path))
    ),
    "path.Dir": lambda path: posixpath.dirname(str(path)) or ".",
    "urls.Parse": _parsed,
    "humanize": humanized,
}
"""Functions with one name."""


_NAMED: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("collections", "index", value_at),
    ("collections", "isset", is_set),
    ("collections", "dict", mapping_of),
    ("collections", "dictionary", mapping_of),
    ("collections", "slice", lambda *values: [*values]),
    ("collections", "merge", merged_mappings),
    ("collections", "append", appended),
    ("collections", "seq", sequence),
    ("collections", "first", lambda count, values: values[:count]),
    ("collections", "last", lambda count, values: values[-count:] if count else values[:0]),
    ("collections", "after", lambda count, values: values[count:]),
    ("collections", "in", lambda whole, part: part in whole),
    ("collections", "delimit", delimited),
    ("collections", "sort", in_order),
    ("collections", "where", chosen),
    ("collections", "uniq", each_once),
    ("collections", "union", lambda one, other: each_once([*one, *other])),
    ("collections", "querify", as_query),
    ("safe", "safeHTML", _safe),
    ("safe", "safeHTMLAttr", _safe),
    ("safe", "safeURL", _safe),
    ("safe", "safeCSS", _safe),
    ("transform", "htmlEscape", lambda text: Safe(escape(str(text)))),
    ("transform", "htmlUnescape", lambda text: unescape(str(text))),
    ("transform", "plainify", without_tags),
    (
        "encoding",
        "jsonify",
        lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True),
    ),
    ("crypto", "md5", lambda text: hashlib.md5(str(text).encode(), usedforsecurity=False).hexdigest()),
    ("urls", "anchorize", lambda text: github_id(str(text))),
    ("urls", "urlize", lambda text: hyphened(str(text)).lower()),
    ("strings", "lower", lambda text: str(text).lower()),
    ("strings", "upper", lambda text: str(text).upper()),
    ("strings", "title", title_case),
    ("strings", "truncate", truncated),
    ("strings", "trim", lambda text, cut: like(text, str(text).strip(str(cut)))),
    ("strings", "chomp", lambda text: like(text, str(text).rstrip("\r\n"))),
    ("strings", "replace", replaced),
    ("strings", "replaceRE", with_pattern_replaced),
    ("strings", "findRE", found_by_pattern),
    ("strings", "split", split_text),
    ("strings", "substr", part_of),
    ("strings", "slicestr", slice_of),
    ("strings", "hasPrefix", lambda text, begin: str(text).startswith(str(begin))),
    ("strings", "hasSuffix", lambda text, end: str(text).endswith(str(end))),
    ("strings", "countwords", lambda text: len(without_tags(text).split())),
    ("strings", "Contains", lambda text, part: str(part) in str(text)),
    ("strings", "ContainsAny", lambda text, parts: any(one in str(text) for one in str(parts))),
    ("strings", "ToLower", lambda text: str(text).lower()),
    ("strings", "ToUpper", lambda text: str(text).upper()),
    ("strings", "FirstUpper", lambda text: str(text)[:1].upper() + str(text)[1:]),
    ("strings", "TrimSpace", lambda text: like(text, str(text).strip())),
    ("strings", "TrimLeft", text_last(str.lstrip)),
    ("strings", "TrimRight", text_last(str.rstrip)),
    ("strings", "TrimPrefix", text_last(str.removeprefix)),
    ("strings", "TrimSuffix", text_last(str.removesuffix)),
    ("strings", "Repeat", lambda count, text: str(text) * min(count, LONGEST)),
    ("strings", "Count", lambda part, text: str(text).count(str(part))),
    ("cast", "string", plain),
    ("cast", "int", lambda value: int(float(value)) if isinstance(value, float) else int(value)),
    ("cast", "float", float),
    ("math", "add", _added),
    ("math", "sub", lambda first, *others: numbers_of(first)[0] - _counted(numbers_of(*others))),
    ("math", "mul", lambda *values: math.prod(numbers_of(*values))),
    ("math", "div", _divided),
    ("math", "mod", lambda one, other: math.fmod(*numbers_of(one, other)) if one < 0 else one % other),
    ("math", "Round", lambda value: float(math.floor(value + 0.5))),
    ("math", "Ceil", lambda value: float(math.ceil(value))),
    ("math", "Floor", lambda value: float(math.floor(value))),
    ("math", "Max", lambda *values: max(numbers_of(*values))),
    ("math", "Min", lambda *values: min(numbers_of(*values))),
    ("reflect", "IsMap", lambda value: isinstance(value, Mapping)),
    ("reflect", "IsSlice", lambda value: isinstance(value, list)),
)
"""The package of a function, its own name, and what it does."""


def _by_name() -> dict[str, Callable[..., object]]:
    made = dict(_BARE)
    for package, name, function in _NAMED:
        inner = name.removeprefix("safe") if package == "safe" else name[0].upper() + name[1:]
        inner = f"To{inner}" if package == "cast" else inner
        made[f"{package}.{inner}"] = function
        if name[0].islower():
            made[name] = function
    made["collections.IsSet"] = made.pop("collections.Isset")
    made["collections.Dictionary"] = made["collections.Dictionary"]
    made["compare.Default"] = _default
    made["compare.Conditional"] = made["cond"]
    made["strings.HasPrefix"], made["strings.HasSuffix"] = made["hasPrefix"], made["hasSuffix"]
    return made


FUNCTIONS: Mapping[str, Callable[..., object]] = _by_name()
