"""Every word the plugin itself puts on a page comes from one table, of which each language has one.

The tables are in `languages/`. A site may change any word of its table.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from string import Formatter
from types import MappingProxyType
from typing import Any

from .dates import QUARTER, PartialDate
from .escaping import title_for_themes
from .fields import STATUS_ALIASES, Status
from .languages import ARABIC, ENGLISH, LANGUAGES, covered, form_for, table
from .languages.direction import is_from_right, turns
from .languages.month_names import CALENDARS
from .names import fold_word

LABELS: Mapping[str, str] = table(ENGLISH)
"""The table in English: these keys are all there are."""

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

FORMS = " | "
"""Between the forms of a plural."""


@dataclass(frozen=True)
class Words:
    """The words of one site."""

    table: Mapping[str, str] = field(default_factory=lambda: LABELS, hash=False)
    language: str = ENGLISH
    """Decides between plural forms, and how days are written."""
    author: str = ""
    """The language that the author writes in, if there are no words in it here and English stands in; empty:
    it is that of the words, or the site has words of its own.
    """

    @property
    def is_from_right(self) -> bool:
        """True: they are written from right to left."""
        return is_from_right(self.language)

    @property
    def attributes(self) -> str:
        """The language and the direction of what is made of these words, as attributes of an element, where
        the page around it has another one; else empty.
        """
        return f' lang="{self.language}" dir="ltr"' if self.author else ""

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of `key` with its places filled; where there is a plural, `n`
        chooses, else `done`. Raises KeyError for a key that the table does not have.
        """
        text = self.table[key]
        if FORMS in text:
            text = form_for(values.get("n", values.get("done")), text.split(FORMS), self.language)
        return text.format_map(values)

    def named(self, key: str, text: str) -> str:
        """Return a text behind the word for what it is: `Goal: Honest models`."""
        return self(key) + self("colon") + text

    def marked(self, title: str, is_private: bool) -> str:
        """Return the title of something with a word that says so if it is private."""
        return title + self("brackets", text=self("private")) if is_private else title

    def apart(self, text: str) -> str:
        """Return a text of the author as it stands among words in a text without elements: if it runs against
        them, between the signs of Unicode that keep its letters and digits in their order.
        """
        if not turns(text, self.language):
            return text
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"

    def listed(self, texts: Iterable[str]) -> str:
        """Return the texts that are not empty, one after the other."""
        return self("comma").join(text for text in texts if text)

    def day(self, day: PartialDate | date) -> str:
        """Return a day as exact as it is: `15 Nov 2026`, `Nov 2026`, `Q4 2026` or `2026` in English."""
        if isinstance(day, PartialDate) and day.number:
            if day.months == QUARTER:
                return self("quarter", quarter=day.number, year=day.year)
            return self("half_1", year=day.year) if day.number == 1 else self("half_2", year=day.year)
        return _written(PartialDate.of(day) if isinstance(day, date) else day, self.language)

    def month(self, day: PartialDate | date) -> str:
        """Return a day to the month, which is as exact as plans are: `Nov 2026`. What lasts longer stays."""
        if isinstance(day, PartialDate) and day.number:
            return self.day(day)
        return self.day(PartialDate(day.year, day.month))


@lru_cache(maxsize=4096)  # the pages of a site print the same few days again and again
def _written(day: PartialDate, language: str) -> str:
    """Return a day in a language.

    All but English are written by Babel, which comes with Material and with
    `mkdocs[i18n]`; without it, by the language's row of CALENDARS.
    """
    babel = None if language == ENGLISH else _babel()
    if babel is None:
        text = CALENDARS[language].written(day)
    else:
        skeleton = "yMMMd" if day.day else "yMMM" if day.month else "y"
        text = str(babel.format_skeleton(skeleton, day.first, locale=language))
    return f"1er{text[1:]}" if language == "fr" and day.day == 1 else text  # the only ordinal of them


@lru_cache(maxsize=1)
def _babel() -> Any:
    """Return the module babel.dates; None where it is not installed, since we do not depend on it."""
    try:
        return importlib.import_module("babel.dates")
    except ImportError:
        return None


def words_for(locale: str, labels: Mapping[str, str] | None = None) -> Words:
    """Return the words of a locale such as `de` or `fr_CA`, some of them as the site wants them.

    Each of `labels` has passed `check_label`.
    """
    language, written = covered(locale), locale.replace("_", "-")
    is_other = not labels and _LANGUAGE_TAG.fullmatch(written) and written[:2].lower() != language
    return Words({**table(language), **(labels or {})}, language, written if is_other else "")


def status_words(
    words: Words | None = None, own: Mapping[str, Status] = MappingProxyType({})
) -> dict[str, Status]:
    """Return every word that pages may write for a status, folded, with what it means: those of the guide,
    the site's `own`, which go before them, and what pages call the statuses in any language, since one of
    another language may stand in on a site that has several.
    """
    shown = [*_shown_statuses().items(), *_statuses_in(words.table if words else {})]
    return {**dict(shown), **STATUS_ALIASES, **own}


def suggested_statuses(known: Iterable[str]) -> list[str]:
    """Return the words for a status that a slip may have been meant for: not what pages of other languages
    call them, since `idle` is no slip of the German `Idee`.
    """
    shown = _shown_statuses()
    return [word for word in known if word in STATUS_ALIASES or word not in shown]


@lru_cache(maxsize=1)
def _shown_statuses() -> Mapping[str, Status]:
    return dict(one for language in LANGUAGES for one in _statuses_in(table(language)))


def _statuses_in(labels: Mapping[str, str]) -> Iterator[tuple[str, Status]]:
    """Yield what a table calls the statuses, folded."""
    yield from ((fold_word(labels[status]), status) for status in Status if status in labels)


def check_label(key: str, text: str) -> None:
    """Raise ValueError, with a message for the author, unless `text` can stand for `key`.

    Only bare names may stand in braces: anything more, such as `{n.__class__}` or
    `{n:>99999}`, could reach into the program or fill its memory.
    """
    names = placeholders(LABELS[key])
    allowed = " and ".join(f"{{{name}}}" for name in names) or "none"
    try:
        unknown = [name for name in placeholders(text) if name not in names]
    except ValueError:
        raise ValueError(
            f"the braces in {text!r} cannot be read; a placeholder is written like {{n}}, a brace itself "
            f"twice, and the placeholders of this label are: {allowed}") from None
    if unknown:
        raise ValueError(f"{text!r} has the placeholder {{{unknown[0]}}}; those of this label are: {allowed}")
    forms = text.split(FORMS)
    if not all(form.strip() for form in forms):
        raise ValueError(f"{text!r} is empty; write at least one letter or mark")
    if len(forms) not in ({1, 2, len(ARABIC)} if {"n", "done"} & set(names) else {1}):
        raise ValueError(
            f"{text!r} has {len(forms)} forms; "
            + (f"write one for 1 and one for more, or the six that Arabic has: {', '.join(ARABIC)}"
               if {"n", "done"} & set(names) else "this label has no number to choose one by"))


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names that stand in braces, each once, in order.

    Raises ValueError where the braces do not match or hold more than a name.
    """
    names = []
    for _, name, spec, conversion in Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or spec or conversion:
            raise ValueError(f"{{{name}}} is more than a name")
        names.append(name)
    return tuple(dict.fromkeys(names))


def status_names(words: Words) -> dict[str, str]:
    """Return what each status is called, for a theme that shows it in its menu and escapes nothing."""
    return {str(status): title_for_themes(words(status)) for status in Status}
