"""What Ruby does with text and days where Python does otherwise; Jekyll's rules rest on it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from posixpath import splitext
from typing import Any
from unicodedata import category

SPACE = " \t\n\v\f\r"
"""What `\\s` is to Ruby."""
_WORD = re.compile(rf"[^{SPACE}]+")
_SLUG_MODES = {"default": "", "pretty": "._~!$&'()+,;=@", "latin": ""}


def text_of(value: Any) -> str:
    """Return what `to_s` gives for a value of YAML; None: nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S ") + (value.strftime("%z") if value.utcoffset() else "UTC")
    return _inspected(value) if isinstance(value, list | Mapping) else str(value)


def _float_text(value: float) -> str:
    if math.isinf(value) or math.isnan(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    digits, mark, exponent = repr(value).partition("e")
    if not mark and abs(value) >= 1e15 and digits.endswith(".0"):  # Python writes one more digit out
        sign, whole = ("-", digits[1:]) if value < 0 else ("", digits)
        return f"{sign}{whole[0]}.{whole[1:16].rstrip('0') or '0'}e+15"
    return digits if not mark else f"{digits if '.' in digits else digits + '.0'}e{exponent}"


def _inspected(value: Any) -> str:
    """Return what `inspect` gives: a list that somebody put where one word belongs."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_inspected(key)}=>{_inspected(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inspected, value)) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "nil" if value is None else text_of(value)


def is_true(value: Any) -> bool:
    """True for all but nothing and false: to Ruby 0 and an empty text are true."""
    return value is not None and value is not False


def words(text: str) -> list[str]:
    """Return a text split at white space; empty for none but that."""
    return _WORD.findall(text)


def lower(text: str) -> str:
    """Return a text in lower case, letter by letter: Ruby knows no sigma for a word's end."""
    return text.lower() if text.isascii() else "".join(letter.lower() for letter in text)


def extension(path: str) -> str:
    """Return the ending of a file's name, with its dot; empty: it has none."""
    return splitext(path)[1]


def without_extension(path: str) -> str:
    """Return a path without its ending and the dots before that."""
    return splitext(path)[0].rstrip(".")


def moment_of(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime:
    """Return a moment without a zone; the 31st of a short month rolls on, as does 24:00 and a leap second.

    Raises ValueError for what Ruby calls out of range.
    """
    is_midnight = hour == 24 and minute == second == 0
    if not (1 <= day <= 31 and (hour < 24 or is_midnight) and minute < 60 and second <= 60):
        raise ValueError("out of range")
    try:
        return datetime(year, month, 1) + timedelta(  # noqa: DTZ001 - its zone is found later
            days=day - 1, hours=hour, minutes=minute, seconds=second)
    except OverflowError:
        raise ValueError("out of range") from None


def slugify(text: str, mode: str = "default", *, cased: bool = False) -> str:
    """Return a text as a slug (rule: jekyll/utils.rb). May be empty.

    Modes: `raw` joins words, `default` keeps letters and digits, `pretty` some signs besides, `ascii`
    nothing beyond ASCII, `latin` takes accents off first; any other changes the case alone.
    """
    if mode in _SLUG_MODES:
        source = transliterated(text) if mode == "latin" else text
        slug = "".join(one if _stays(one, _SLUG_MODES[mode]) else " " for one in source)
        slug = re.sub(" +", "-", slug)
    elif mode in ("raw", "ascii"):
        slug = re.sub(rf"[{SPACE}]+" if mode == "raw" else r"[^A-Za-z0-9]+", "-", text)
    else:
        return text if cased else lower(text)
    slug = re.sub(r"^-|-$", "", slug, flags=re.MULTILINE)
    return slug if cased else lower(slug)


def _stays(letter: str, signs: str) -> bool:
    if letter in signs and letter:
        return True
    kind = category(letter)
    return kind[0] in "ML" or kind == "Nd"


_APART = str.maketrans({
    "Æ": "AE", "Ð": "D", "×": "x", "Ø": "O", "Þ": "Th", "ß": "ss", "æ": "ae", "ð": "d", "ø": "o", "þ": "th",
    "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "ı": "i", "Ĳ": "IJ", "ĳ": "ij", "ĸ": "k", "Ŀ": "L", "ŀ": "l",
    "Ł": "L", "ł": "l", "ŉ": "'n", "Ŋ": "NG", "ŋ": "ng", "Œ": "OE", "œ": "oe", "Ŧ": "T", "ŧ": "t",
})
_BASE = str.maketrans(dict(zip(
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķ"
    "ĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž",
    "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKk"
    "LlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZz", strict=True)))


def transliterated(text: str) -> str:
    """Return a text in ASCII; what has no likeness there becomes `?` (rule: i18n's transliterator.rb)."""
    near = text.translate(_APART).translate(_BASE)
    return "".join(letter if letter.isascii() else "?" for letter in near)
