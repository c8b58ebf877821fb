"""The languages that the plugin's own words come in: one module of words for each."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import lru_cache

ENGLISH = "en"

LANGUAGES = (ENGLISH, "de", "fr", "es", "zh")
"""English, German, French, Spanish and Chinese in simplified characters."""

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


def is_one(number: object, language: str) -> bool:
    """Return whether a number takes the first of two forms, by the plural rules of the CLDR.

    Chinese has a single form, so its words have nothing to choose from; where a site
    gives it two, the first is for 1.
    """
    return number == 1 or (language == "fr" and number == 0)
