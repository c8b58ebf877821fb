"""The languages that the plugin's own words come in: one module of words for each, named by its code."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

ENGLISH = "en"

LANGUAGES = (ENGLISH, "de", "fr", "es", "zh", "ja", "ko", "pt", "it", "nl", "ar", "hi")
"""English, German, French, Spanish, Chinese in simplified characters, Japanese, Korean, Portuguese as in
Brazil, Italian, Dutch, Arabic and Hindi."""

_ZERO_IS_ONE = {"fr", "pt", "hi"}

_TRADITIONAL = {"hant", "tw", "hk", "mo"}


def covered(locale: str) -> str:
    """Return the language of LANGUAGES that a locale such as `de`, `fr_CA` or `zh-Hans` asks for.

    That is English for every language without words of its own. Chinese in traditional
    characters counts as one of those: its readers would see a foreign script otherwise.
    """
    language, *rest = locale.replace("_", "-").casefold().split("-")
    if language == "zh" and "hans" not in rest and not _TRADITIONAL.isdisjoint(rest):
        return ENGLISH
    return language if language in LANGUAGES else ENGLISH


@lru_cache
def table(language: str) -> Mapping[str, str]:
    """Return the words of one of LANGUAGES by their keys.

    They are imported when they are asked for: a site has one language.
    """
    words: Mapping[str, str] = importlib.import_module(f".{language}", __name__).WORDS
    return words


def form_for(number: object, forms: Sequence[str], language: str) -> str:
    """Return the form of a label that a number takes, by the plural rules of the CLDR 48,
    https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html.

    Of two forms the first is for 1, and in French, Portuguese and Hindi for 0 as well. Six are those of
    Arabic: for 0, for 1, for 2, for few, for many and for the others. The form that French, Spanish,
    Portuguese and Italian have for whole millions is left out: there is no roadmap of a million milestones.
    Chinese, Japanese and Korean have one form; where a site gives them two, the first is for 1.
    """
    if len(forms) == len(ARABIC):
        return forms[_in_arabic(number)]
    return forms[0] if number == 1 or (language in _ZERO_IS_ONE and number == 0) else forms[-1]


ARABIC = ("zero", "one", "two", "few", "many", "other")
"""The names of the six forms that Arabic has, in the order in which a label says them."""


def _in_arabic(number: object) -> int:
    """Return which of the forms of Arabic a number takes: 3 to 10 are few, 11 to 99 many, and so with every
    hundred; 100 to 102, and what is no whole number, are the others.
    """
    if not isinstance(number, int):
        return 5
    if number in (0, 1, 2):
        return number
    last = number % 100
    return 3 if 3 <= last <= 10 else 4 if last >= 11 else 5
