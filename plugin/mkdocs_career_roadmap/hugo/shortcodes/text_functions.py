"""Functions of texts, as the templates of Hugo have them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from .template_values import Safe, UnknownInTemplateError, numbers_of, plain

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


def printf_text(form: object, *values: object) -> str:
    parts = list(values)

    def one(match: re.Match[str]) -> str:
        sign, kind = match[1], match[2]
        if kind == "%":
            return "%"
        if not parts:
            raise TypeError
        value = parts.pop(0)
        if kind in "dxXfeg":
            return f"%{sign}{kind}" % numbers_of(value)[0]
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


def like(source: object, made: str) -> str:
    """Return a text, as HTML if it was made of HTML."""
    return Safe(made) if isinstance(source, Safe) else made


def without_tags(text: object) -> str:
    return re.sub(r"<[^>]*>", "", str(text))


def replaced(text: object, old: object, new: object, count: int = -1) -> str:
    return like(text, str(text).replace(str(old), str(new), count))


def _pattern(text: object) -> re.Pattern[str]:
    """Return a pattern that ends: Go's always do, and Python's do without a repeated group."""
    if re.search(r"\)[+*{]", str(text)):
        raise UnknownInTemplateError
    return re.compile(str(text))


def with_pattern_replaced(pattern: object, new: str, text: object, count: int = 0) -> str:
    form = re.sub(r"\$\{?(\w+)\}?", r"\\g<\1>", new.replace("\\", r"\\"))
    return _pattern(pattern).sub(form, str(text), count=count)


def found_by_pattern(pattern: object, text: object, count: int = -1) -> list[object]:
    found: list[object] = [match[0] for match in _pattern(pattern).finditer(str(text))]
    return found if count < 0 else found[:count]


def split_text(text: object, by: object) -> list[object]:
    return [*str(text)] if by == "" else [*str(text).split(str(by))]


def title_case(text: object) -> str:
    words = str(text).split(" ")
    return " ".join(
        word if 0 < count < len(words) - 1 and word.lower() in _SMALL else word[:1].upper() + word[1:]
        for count, word in enumerate(words)
    )


def humanized(text: object) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(text))
    words = re.sub(r"[-_\s]+", " ", words).strip().lower()
    return words[:1].upper() + words[1:]


def truncated(size: int, *rest: object) -> str:
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


def slice_of(text: object, start: int = 0, end: int | None = None) -> str:
    if start < 0 or (end is not None and (end < start or end > len(str(text)))):
        raise ValueError
    return str(text)[start:end]


def part_of(text: object, start: int, size: int | None = None) -> str:
    begin = max(len(str(text)) + start, 0) if start < 0 else start
    if size is not None and size < 0:
        raise ValueError
    return str(text)[begin:][:size]


def text_last(cut: Callable[[str, str], str]) -> Callable[[object, object], str]:
    """Return a function whose text comes last, as those of `strings` have it."""
    return lambda part, text: like(text, cut(str(text), str(part)))
