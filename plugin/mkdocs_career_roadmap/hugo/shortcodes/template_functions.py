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
from urllib.parse import quote_plus, urlsplit

from ..blog.addresses import hyphened
from ..markdown.emoji import with_emoji
from ..markdown.heading_ids import github_id
from .template_values import Known, Safe, UnknownInTemplateError, is_true, plain, within

_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "en",
        "for",
        "if",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "v",
        "via",
        "vs",
    )
)
"""Words that are not capitalized within a title, as the Associated Press has it."""
_KINDS: Mapping[type, str] = {str: "string", bool: "bool", int: "int", float: "float64"}
_LONGEST = 2000
"""How many values a list may have that a template makes."""


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


def _numbers(*values: object) -> list[int | float]:
    made: list[int | float] = []
    for one in values:
        if isinstance(one, bool) or not isinstance(one, int | float):
            raise TypeError
        made.append(one)
    return made


def _equal(one: object, *others: object) -> bool:
    return any(one == other and isinstance(one, bool) == isinstance(other, bool) for other in others)


def _pair(one: object, other: object) -> tuple[float, float]:
    """Return two values as numbers: a text is that which it writes, a list its length."""

    def number(value: object) -> float:
        if isinstance(value, list | Mapping):
            return len(value)
        return float(value)  # type: ignore[arg-type]

    return number(one), number(other)


def _index(values: object, *keys: object) -> object:
    for key in keys:
        if isinstance(values, list):
            values = values[key] if isinstance(key, int) and 0 <= key < len(values) else None
        else:
            values = within(values, [str(key)], [])
    return values


def _default(usual: object, *given: object) -> object:
    """Return what is given, unless that is empty: false is not."""
    return given[0] if given and (given[0] is False or is_true(given[0])) else usual


def _printf(form: object, *values: object) -> str:
    parts = list(values)

    def one(match: re.Match[str]) -> str:
        sign, kind = match[1], match[2]
        if kind == "%":
            return "%"
        if not parts:
            raise TypeError
        value = parts.pop(0)
        if kind in "dxXfeg":
            return f"%{sign}{kind}" % _numbers(value)[0]
        if kind == "q":
            return json.dumps(str(value), ensure_ascii=False)
        if kind == "T":
            return _KINDS[type(value)]
        if kind in "vst":
            return f"%{sign}s" % plain(value)
        raise TypeError

    made = re.sub(r"%([-+0 #]*\d*(?:\.\d+)?)([a-zA-Z%])", one, str(form))
    if parts:
        raise TypeError
    return Safe(made) if any(isinstance(value, Safe) and "\x02" in value for value in values) else made


def _isset(values: object, key: object) -> bool:
    if isinstance(values, list):
        return isinstance(key, int) and 0 <= key < len(values)
    return isinstance(values, Mapping) and any(str(name).lower() == str(key).lower() for name in values)


def _and(*values: object) -> object:
    return next((one for one in values if not is_true(one)), values[-1])


def _or(*values: object) -> object:
    return next((one for one in values if is_true(one)), values[-1])


def _like(source: object, made: str) -> str:
    """Return a text, as HTML if it was made of HTML."""
    return Safe(made) if isinstance(source, Safe) else made


def _strip_tags(text: object) -> str:
    return re.sub(r"<[^>]*>", "", str(text))


def _replace(text: object, old: object, new: object, count: int = -1) -> str:
    return _like(text, str(text).replace(str(old), str(new), count))


def _pattern(text: object) -> re.Pattern[str]:
    """Return a pattern that ends: Go's always do, and Python's do without a repeated group."""
    if re.search(r"\)[+*{]", str(text)):
        raise UnknownInTemplateError
    return re.compile(str(text))


def _replace_pattern(pattern: object, new: str, text: object, count: int = 0) -> str:
    form = re.sub(r"\$\{?(\w+)\}?", r"\\g<\1>", new.replace("\\", r"\\"))
    return _pattern(pattern).sub(form, str(text), count=count)


def _find(pattern: object, text: object, count: int = -1) -> list[object]:
    found: list[object] = [match[0] for match in _pattern(pattern).finditer(str(text))]
    return found if count < 0 else found[:count]


def _dict(*pairs: object) -> dict[str, object]:
    if len(pairs) % 2:
        raise TypeError
    return {str(key): value for key, value in zip(pairs[::2], pairs[1::2], strict=True)}


def _merge(*all_of: object) -> dict[str, object]:
    """Return mappings as one; a later one counts."""
    made: dict[str, object] = {}
    for one in all_of:
        for key, value in one.items():  # type: ignore[attr-defined]
            name = next((known for known in made if known.lower() == str(key).lower()), str(key))
            both = isinstance(made.get(name), dict) and isinstance(value, dict)
            made[name] = _merge(made[name], value) if both else value
    return made


def _append(*values: object) -> list[object]:
    *more, whole = values
    if not isinstance(whole, list):
        raise TypeError
    return [*whole, *(more[0] if len(more) == 1 and isinstance(more[0], list) else more)]


def _seq(*numbers: int) -> list[object]:
    first, step, last = (
        (1 if numbers[0] > 0 else -1, 1 if numbers[0] > 0 else -1, numbers[0])
        if len(numbers) == 1
        else (numbers[0], 1 if numbers[1] >= numbers[0] else -1, numbers[1])
        if len(numbers) == 2
        else numbers
    )
    made = list(range(first, last + (1 if step > 0 else -1), step))
    if len(made) > _LONGEST:
        raise ValueError
    return [*made]


def _delimit(values: object, by: object, last: object = None) -> str:
    listed = [values[key] for key in sorted(values)] if isinstance(values, Mapping) else values
    texts = [plain(one) for one in listed]  # type: ignore[attr-defined]
    if last is None or len(texts) < 2:
        return str(by).join(texts)
    return f"{str(by).join(texts[:-1])}{last}{texts[-1]}"


def _split(text: object, by: object) -> list[object]:
    return [*str(text)] if by == "" else [*str(text).split(str(by))]


def _sort(values: object, *_by: object) -> list[object]:
    if _by or not isinstance(values, list):
        raise TypeError
    return sorted(values)


def _where(values: object, key: object, *asked: object) -> list[object]:
    sign, wanted = asked if len(asked) == 2 else ("=", *asked)
    if sign not in ("=", "==", "eq", "!=", "ne", "<>") or not isinstance(values, list):
        raise TypeError
    is_equal = sign in ("=", "==", "eq")
    return [one for one in values if (within(one, str(key).split("."), []) == wanted) is is_equal]


def _title(text: object) -> str:
    words = str(text).split(" ")
    return " ".join(
        word if 0 < count < len(words) - 1 and word.lower() in _SMALL else word[:1].upper() + word[1:]
        for count, word in enumerate(words)
    )


def _humanize(text: object) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(text))
    words = re.sub(r"[-_\s]+", " ", words).strip().lower()
    return words[:1].upper() + words[1:]


def _truncate(size: int, *rest: object) -> str:
    """Return the beginning of a text, up to the end of a word. HTML is cut between its tags, which is not
    done here.
    """
    (text,) = map(str, rest)
    if len(text) <= size:
        return text
    if "<" in text or "\x02" in text:
        raise TypeError
    cut = text[:size]
    if not text[size].isspace():
        cut = cut.rpartition(" ")[0] or cut
    return f"{cut.rstrip()} …"


def _slice_text(text: object, start: int = 0, end: int | None = None) -> str:
    if start < 0 or (end is not None and (end < start or end > len(str(text)))):
        raise ValueError
    return str(text)[start:end]


def _substr(text: object, start: int, size: int | None = None) -> str:
    begin = max(len(str(text)) + start, 0) if start < 0 else start
    if size is not None and size < 0:
        raise ValueError
    return str(text)[begin:][:size]


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


def _querified(*pairs: object) -> str:
    given = _dict(*pairs)
    return "&".join(f"{quote_plus(key)}={quote_plus(plain(given[key]))}" for key in sorted(given))


def _no_error(*_words: object) -> str:
    return ""


def _counted(numbers: list[int | float]) -> int | float:
    return sum(numbers)


def _length(value: object) -> int:
    if not isinstance(value, str | list | Mapping):
        raise TypeError
    return len(value.encode() if isinstance(value, str) else value)


def _added(*values: object) -> object:
    if all(isinstance(one, str) for one in values):
        return "".join(map(str, values))
    return sum(_numbers(*values))


def _uniq(values: list[object]) -> list[object]:
    made: list[object] = []
    for one in values:
        if one not in made:
            made.append(one)
    return made


def _text(cut: Callable[[str, str], str]) -> Callable[[object, object], str]:
    """Return a function whose text comes last, as those of `strings` have it."""
    return lambda part, text: _like(text, cut(str(text), str(part)))


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
    "len": _length,
    "print": lambda *values: "".join(map(plain, values)),
    "printf": _printf,
    "emojify": lambda text: _like(text, with_emoji(str(text))),
    "warnf": _no_error,
    "warnidf": _no_error,
    "getenv": _no_error,  # which no workflow has set here
    "fmt.Printf": _printf,
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
    "humanize": _humanize,
}
"""Functions with one name."""


_NAMED: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("collections", "index", _index),
    ("collections", "isset", _isset),
    ("collections", "dict", _dict),
    ("collections", "dictionary", _dict),
    ("collections", "slice", lambda *values: [*values]),
    ("collections", "merge", _merge),
    ("collections", "append", _append),
    ("collections", "seq", _seq),
    ("collections", "first", lambda count, values: values[:count]),
    ("collections", "last", lambda count, values: values[-count:] if count else values[:0]),
    ("collections", "after", lambda count, values: values[count:]),
    ("collections", "in", lambda whole, part: part in whole),
    ("collections", "delimit", _delimit),
    ("collections", "sort", _sort),
    ("collections", "where", _where),
    ("collections", "uniq", _uniq),
    ("collections", "union", lambda one, other: _uniq([*one, *other])),
    ("collections", "querify", _querified),
    ("safe", "safeHTML", _safe),
    ("safe", "safeHTMLAttr", _safe),
    ("safe", "safeURL", _safe),
    ("safe", "safeCSS", _safe),
    ("transform", "htmlEscape", lambda text: Safe(escape(str(text)))),
    ("transform", "htmlUnescape", lambda text: unescape(str(text))),
    ("transform", "plainify", _strip_tags),
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
    ("strings", "title", _title),
    ("strings", "truncate", _truncate),
    ("strings", "trim", lambda text, cut: _like(text, str(text).strip(str(cut)))),
    ("strings", "chomp", lambda text: _like(text, str(text).rstrip("\r\n"))),
    ("strings", "replace", _replace),
    ("strings", "replaceRE", _replace_pattern),
    ("strings", "findRE", _find),
    ("strings", "split", _split),
    ("strings", "substr", _substr),
    ("strings", "slicestr", _slice_text),
    ("strings", "hasPrefix", lambda text, begin: str(text).startswith(str(begin))),
    ("strings", "hasSuffix", lambda text, end: str(text).endswith(str(end))),
    ("strings", "countwords", lambda text: len(_strip_tags(text).split())),
    ("strings", "Contains", lambda text, part: str(part) in str(text)),
    ("strings", "ContainsAny", lambda text, parts: any(one in str(text) for one in str(parts))),
    ("strings", "ToLower", lambda text: str(text).lower()),
    ("strings", "ToUpper", lambda text: str(text).upper()),
    ("strings", "FirstUpper", lambda text: str(text)[:1].upper() + str(text)[1:]),
    ("strings", "TrimSpace", lambda text: _like(text, str(text).strip())),
    ("strings", "TrimLeft", _text(str.lstrip)),
    ("strings", "TrimRight", _text(str.rstrip)),
    ("strings", "TrimPrefix", _text(str.removeprefix)),
    ("strings", "TrimSuffix", _text(str.removesuffix)),
    ("strings", "Repeat", lambda count, text: str(text) * min(count, _LONGEST)),
    ("strings", "Count", lambda part, text: str(text).count(str(part))),
    ("cast", "string", plain),
    ("cast", "int", lambda value: int(float(value)) if isinstance(value, float) else int(value)),
    ("cast", "float", float),
    ("math", "add", _added),
    ("math", "sub", lambda first, *others: _numbers(first)[0] - _counted(_numbers(*others))),
    ("math", "mul", lambda *values: math.prod(_numbers(*values))),
    ("math", "div", _divided),
    ("math", "mod", lambda one, other: math.fmod(*_numbers(one, other)) if one < 0 else one % other),
    ("math", "Round", lambda value: float(math.floor(value + 0.5))),
    ("math", "Ceil", lambda value: float(math.ceil(value))),
    ("math", "Floor", lambda value: float(math.floor(value))),
    ("math", "Max", lambda *values: max(_numbers(*values))),
    ("math", "Min", lambda *values: min(_numbers(*values))),
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
