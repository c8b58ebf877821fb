"""The parts of a site besides its pages, in the words of MkDocs Material."""

from __future__ import annotations

from dataclasses import dataclass

from .social import Social

LANGUAGES = frozenset({
    "af", "ar", "az", "be", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et", "eu",
    "fa", "fi", "fr", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kn", "ko",
    "ku-IQ", "lb", "lt", "lv", "mk", "mn", "ms", "my", "nb", "nl", "nn", "pl", "pt", "pt-BR", "ro", "ru",
    "sa", "sh", "si", "sk", "sl", "sq", "sr", "sv", "ta", "te", "th", "tl", "tr", "uk", "ur", "uz", "vi",
    "zh", "zh-Hant", "zh-TW",
})
"""The languages of Material."""


@dataclass(frozen=True, slots=True)
class SiteParts:
    """The parts of a site that a blog asks for. Without a configuration there are none."""

    author: str = ""
    language: str = "en"
    favicon: str = ""
    """From the docs folder; empty: the theme's."""
    logo: str = ""
    social: tuple[Social, ...] = ()
    feed: str = ""
    """The address of the feed, without a slash before it; empty: there was none."""
    remarks: tuple[str, ...] = ()
    """Lines for the end of mkdocs.yml, below `extra`; all are comments."""
    works: tuple[str, ...] = ()
    """Files of works that pages cite, as seen from the configuration."""
    missing: tuple[str, ...] = ()
    """What is not in the new site, a sentence without a full stop each."""
