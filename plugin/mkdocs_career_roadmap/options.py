"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from .dates import parse_day
from .labels import LABELS, Words, check_label
from .problems import CODES, Severity, did_you_mean
from .settings import Settings

_DEFAULTS = Settings()


class _Day(BaseConfigOption[date | None]):
    """A calendar day, as YAML or as text."""

    def run_validation(self, value: Any) -> date | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            day = parse_day(str(value))
        except ValueError as error:
            raise ValidationError(str(error)) from None
        if day.day is None:
            raise ValidationError(f"{value!r} names no day; write it like 2026-04-03")
        return day.first


class _Severities(BaseConfigOption[dict[str, Severity]]):
    """From problem code to severity. YAML reads a bare `off` as false."""

    def run_validation(self, value: Any) -> dict[str, Severity]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise ValidationError("write a mapping, such as {near-miss: off}")
        found = {}
        for code, written in value.items():
            if code not in CODES:
                meant = did_you_mean(str(code), CODES)
                raise ValidationError(
                    f"there is no problem {code!r}" + (f"; did you mean {meant!r}?" if meant else ""))
            word = "off" if written is False else str(written).lower()
            if word not in list(Severity):
                raise ValidationError(f"{code} is {written!r}; write one of {', '.join(Severity)}")
            found[code] = Severity(word)
        return found


class _Labels(BaseConfigOption[dict[str, str]]):
    """Words of the site's own, by their keys in the table of labels."""

    def run_validation(self, value: Any) -> dict[str, str]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise ValidationError("write a mapping, such as {done: Shipped}")
        for key, text in value.items():
            if key not in LABELS:
                meant = did_you_mean(str(key), LABELS)
                raise ValidationError(
                    f"there is no label {key!r}" + (f"; did you mean {meant!r}?" if meant else ""))
            if not isinstance(text, str):
                raise ValidationError(f"{key} is {text!r}, which is not a text; put it in quotes")
            try:
                check_label(key, text)
            except ValueError as error:
                raise ValidationError(f"{key}: {error}") from None
        return value


class _Folder(BaseConfigOption[str]):
    """A folder below the docs folder, without slashes at its ends."""

    def run_validation(self, value: Any) -> str:
        folder = str(self.default if value is None else value).strip("/")
        if not re.fullmatch(r"[\w-]+(?:/[\w-]+)*", folder):
            raise ValidationError(
                f"{value!r} cannot be a folder of the site; write a name like 'roadmap'")
        return folder


class _Names(BaseConfigOption[tuple[str, ...]]):
    """A list of short texts, each once."""

    def run_validation(self, value: Any) -> tuple[str, ...]:
        value = self.default if value is None else value
        if not isinstance(value, list | tuple) or not all(isinstance(v, str | int) for v in value):
            raise ValidationError("write a list of names")
        names = [str(v).strip() for v in value]
        if not all(names) or len({name.casefold() for name in names}) < len(names):
            raise ValidationError("the names must differ, and none may be empty")
        return tuple(names)


class _Count(c.Type[int]):
    """A whole number from 1."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        count = super().run_validation(value)
        if isinstance(count, bool) or count < 1:
            raise ValidationError(f"{value!r} is no count; write a whole number from 1")
        return count


def _with_default(option: Any, default: Any) -> Any:
    option.default = default
    return option


class Options(Config):
    """What a site may write below `career-roadmap:`. Each is told in `settings.Settings`."""

    enabled = c.Type(bool, default=True)
    """False: the plugin does nothing."""
    folder = _with_default(_Folder(), _DEFAULTS.folder)
    title = c.Type(str, default="")
    """Empty: the label `roadmap`, which is in the language of the site."""
    nav = c.Type(bool, default=True)
    """True: the navigation gets a section for the roadmap, unless it has its pages already."""
    as_of = _Day()
    """The day whose roadmap is shown. Unset: SOURCE_DATE_EPOCH, else the day of the build."""
    scopes = _with_default(_Names(), _DEFAULTS.scopes)
    focus_limit = _Count(_DEFAULTS.focus_limit)
    stale_after = _Count(_DEFAULTS.stale_after)
    declared_only = c.Type(bool, default=_DEFAULTS.declared_only)
    lesson_headings = _with_default(_Names(), _DEFAULTS.lesson_headings)
    problems = _Severities()
    labels = _Labels()

    def settings(self, words: Words) -> Settings:
        """Return the options as the core sees them."""
        return Settings(
            folder=self.folder,
            title=self.title or words("roadmap"),
            scopes=self.scopes,
            focus_limit=self.focus_limit,
            stale_after=self.stale_after,
            declared_only=self.declared_only,
            lesson_headings=self.lesson_headings,
            severities=self.problems,
        )
