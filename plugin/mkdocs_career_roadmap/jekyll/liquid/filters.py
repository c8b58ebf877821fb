"""The filters of Liquid and Jekyll that an import runs."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from urllib.parse import quote_plus

from .dates import date_of, local, strftime
from .expressions import NotKnownError, Output
from .urls import RESERVED, absolute_url, encoded, relative_url
from .values import BLANKS, LONGEST, LiquidScope, Variables, text_of


def evaluated(output: Output, variables: Variables) -> object:
    """Return what an output or assignment comes to. NotKnownError when that can't be told."""
    value = variables.value(output.value)
    for name, arguments in output.filters:
        filter = FILTERS.get(name)
        if filter is None:
            raise NotKnownError(f"the filter {name} is not carried")
        given = [variables.value(argument) for argument in arguments]
        least, most, run = filter
        if not least <= len(given) <= most:
            raise NotKnownError(f"the filter {name} does not take {len(given)} arguments")
        value = run(variables.scope, value, *given)
    return value


def _stripped_html(text: str) -> str:
    for opening, closing in (("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"), ("<", ">")):
        # Behind the last closing nothing is found, and looking for it again and again takes its time.
        end = text.rfind(closing) + len(closing)
        if opening in text and end >= len(closing):
            inner = f"{re.escape(opening)}.*?{closing}"
            text = re.sub(inner, "", text[:end], flags=re.DOTALL) + text[end:]
    return text


def _default(_: LiquidScope, value: object, default: object = "") -> object:
    empty = value is None or value is False or (isinstance(value, str | list | tuple | Mapping) and not value)
    return default if empty else value


def _replaced(text: str, old: str, new: str = "", count: int = -1) -> str:
    if "\\" in new:
        raise NotKnownError("a replacement with a backslash is not carried")
    if (len(text) + 1) * (len(new) + 1) > LONGEST and text.count(old) * len(new) > LONGEST:
        raise NotKnownError("a text this long is not carried")
    return text.replace(old, new, count)


def _slugified(_: LiquidScope, value: object, mode: object = None) -> object:
    if value is None:
        return None
    text = _only_text(value)
    mode = "default" if mode is None else mode
    if mode == "latin":
        raise NotKnownError("the filter slugify in its mode latin is not carried")
    if mode == "raw":
        text = re.sub(r"\s+", "-", text, flags=re.ASCII)
    elif mode == "ascii":
        text = re.sub(r"[^A-Za-z0-9]+", "-", text)
    elif mode == "default" or mode == "pretty":
        signs = "" if mode == "default" else "._~!$&'()+,;=@"
        kept = (char if _is_word(char) or char in signs else "\n" for char in text)
        text = re.sub(r"\n+", "-", "".join(kept))
    else:
        return text.lower()
    return text.removeprefix("-").removesuffix("-").lower()


def _is_word(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind[0] in "LM" or kind == "Nd"


def _dated(_: LiquidScope, value: object, form: object) -> object:
    text = text_of(form)
    when = date_of(value) if text else None
    return value if when is None else strftime(when, text)


def _day(form: str) -> Callable[..., object]:
    """Return a filter that writes dates in one way, or with `ordinal` in British or American order."""

    def written(scope: LiquidScope, value: object, type: object = None, style: object = None) -> object:
        if value is None or value == "":
            return value
        when = date_of(value)
        if when is None:
            raise NotKnownError("what is no date is not carried as one")
        when = local(when, scope.site.get("timezone"))
        if type != "ordinal":
            return strftime(when, f"%d {form} %Y")
        ending = "th" if 11 <= when.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(when.day % 10, "th")
        return strftime(when, f"{form} %-d{ending}, %Y" if style == "US" else f"%-d{ending} {form} %Y")

    return written


def _stamp(form: str) -> Callable[..., object]:
    def written(scope: LiquidScope, value: object) -> object:
        if value is None or value == "":
            return value
        when = date_of(value)
        if not isinstance(when, datetime) or when.tzinfo is None:
            raise NotKnownError("a time of no known zone is not carried")
        return strftime(local(when, scope.site.get("timezone")), form)

    return written


def _strip_index(_: LiquidScope, value: object) -> object:
    if value is None or value == "":
        return None
    return re.sub(r"(?m)/index\.html?$", "/", _only_text(value), count=1)


def _size(_: LiquidScope, value: object) -> object:
    if isinstance(value, int | float):  # the bytes that Ruby needs for it
        raise NotKnownError("the size of a number is not carried")
    return len(value) if isinstance(value, str | list | tuple | Mapping) else 0


def _join(_: LiquidScope, value: object, glue: object = " ") -> object:
    if isinstance(value, Mapping):
        raise NotKnownError("a value with parts is not carried")
    parts = value if isinstance(value, list | tuple) else [] if value is None else [value]
    return text_of(glue).join(text_of(part) for part in _flat(parts, 0))


def _flat(parts: Iterable[object], depth: int) -> Iterator[object]:
    """Yield the parts of a list, and those of the lists in it."""
    if depth > 20:
        raise NotKnownError("a list in lists in lists is not carried")
    for part in parts:
        if isinstance(part, list | tuple):
            yield from _flat(part, depth + 1)
        else:
            yield part


def _relative(scope: LiquidScope, value: object) -> object:
    return None if value is None else relative_url(scope.baseurl, text_of(value))


def _absolute(scope: LiquidScope, value: object) -> object:
    return None if value is None else absolute_url(scope.url, scope.baseurl, text_of(value))


def _text(run: Callable[..., str]) -> Callable[..., object]:
    """Return a filter of text: all it is given is made text first, nil is empty."""
    return lambda _, value, *given: run(text_of(value), *(text_of(argument) for argument in given))


def _kept_nil(run: Callable[[str], str]) -> Callable[..., object]:
    """Return a filter of text that leaves nil as nil."""
    return lambda _, value: None if value is None else run(text_of(value))


def _strictly(run: Callable[[str], str]) -> Callable[..., object]:
    """Return a filter that fails for all but text."""
    return lambda _, value: run(_only_text(value))


def _only_text(value: object) -> str:
    if not isinstance(value, str):
        raise NotKnownError("what is no text is not carried as one")
    return value


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:].lower()


def _escaped(text: str) -> str:
    return html.escape(text, quote=True).replace("&#x27;", "&#39;")


def _normal(text: str) -> str:
    return re.sub(r"\s+", " ", text, flags=re.ASCII).strip(BLANKS)


def _cgi(text: str) -> str:
    return quote_plus(text, safe="")


_Filter = tuple[int, int, Callable[..., object]]
"""The fewest and most arguments, and what it does with the scope, a value and them."""

FILTERS: Mapping[str, _Filter] = {
    "absolute_url": (0, 0, _absolute),
    "append": (1, 1, _text(lambda text, more: text + more)),
    "capitalize": (0, 0, _text(_capital)),
    "cgi_escape": (0, 0, _strictly(_cgi)),
    "date": (1, 1, _dated),
    "date_to_long_string": (0, 2, _day("%B")),
    "date_to_rfc822": (0, 0, _stamp("%a, %d %b %Y %H:%M:%S %z")),
    "date_to_string": (0, 2, _day("%b")),
    "date_to_xmlschema": (0, 0, _stamp("%Y-%m-%dT%H:%M:%S%:z")),
    "default": (0, 1, _default),
    "downcase": (0, 0, _text(str.lower)),
    "escape": (0, 0, _kept_nil(_escaped)),
    "h": (0, 0, _kept_nil(_escaped)),
    "join": (0, 1, _join),
    "lstrip": (0, 0, _text(lambda text: text.lstrip(BLANKS))),
    "newline_to_br": (0, 0, _text(lambda text: re.sub(r"\r?\n", "<br />\n", text))),
    "normalize_whitespace": (0, 0, _text(_normal)),
    "prepend": (1, 1, _text(lambda text, more: more + text)),
    "relative_url": (0, 0, _relative),
    "remove": (1, 1, _text(_replaced)),
    "remove_first": (1, 1, _text(lambda text, old: _replaced(text, old, "", 1))),
    "replace": (1, 2, _text(_replaced)),
    "replace_first": (1, 2, _text(lambda text, old, new="": _replaced(text, old, new, 1))),
    "rstrip": (0, 0, _text(lambda text: text.rstrip(BLANKS))),
    "size": (0, 0, _size),
    "slugify": (0, 1, _slugified),
    "strip": (0, 0, _text(lambda text: text.strip(BLANKS))),
    "strip_html": (0, 0, _text(_stripped_html)),
    "strip_index": (0, 0, _strip_index),
    "strip_newlines": (0, 0, _text(lambda text: re.sub(r"\r?\n", "", text))),
    "upcase": (0, 0, _text(str.upper)),
    "uri_escape": (0, 0, _strictly(lambda text: encoded(text, RESERVED))),
    "url_encode": (0, 0, _kept_nil(_cgi)),
    "xml_escape": (0, 0, _text(lambda text: html.escape(text).replace("&#x27;", "&apos;"))),
}
