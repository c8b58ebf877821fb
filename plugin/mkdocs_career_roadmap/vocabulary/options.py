"""What a site may write below `career-roadmap:` in mkdocs.yml, without MkDocs: one reader an option.

`options.py` hands them to MkDocs, and the command line uses them as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from .bibliography.work import WORKS_ENDINGS
from .codes import CODES, Severity
from .dates import parse_day
from .fields import NO_STATUSES, STATUS_ALIASES, Status
from .labels import LABELS, Words, check_label, status_words
from .names import RESERVED, fold_word
from .person import read_eras, read_person
from .phrases import suggestion
from .settings import SHOWN_FIELDS, VIEWS, Audience, Settings

_DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its default, and what makes its value of what was written."""

    default: Any
    read: Callable[[Any], Any]
    """Raises ValueError, with a message for the author. Is not asked about None."""


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    day = parse_day(str(value))
    if day.day is None:
        raise ValueError(f"{value!r} names no day; write it like 2026-04-03")
    return day.first


def _mapping(value: Any, names: Mapping[str, Any], what: str, example: str) -> dict[Any, Any]:
    """Return a mapping whose keys are all among `names`."""
    if not isinstance(value, dict):
        raise ValueError(f"write a mapping, such as {example}")
    for key in value:
        if key not in names:
            raise ValueError(f"there is no {what} {key!r}{suggestion(str(key), names)}")
    return value


def _severities(value: Any) -> dict[str, Severity]:
    severities = {}
    for code, written in _mapping(value, CODES, "problem", "{near-miss: off}").items():
        word = "off" if written is False else str(written).lower()  # YAML reads a bare `off` as false
        if word not in list(Severity):
            raise ValueError(f"{code} is {written!r}; write one of {', '.join(Severity)}")
        severities[code] = Severity(word)
    return severities


def _labels(value: Any) -> dict[str, str]:
    for key, text in _mapping(value, LABELS, "label", "{done: Shipped}").items():
        if not isinstance(text, str):
            raise ValueError(f"{key} is {text!r}, which is not a text; put it in quotes")
        try:
            check_label(key, text)
        except ValueError as error:
            raise ValueError(f"{key}: {error}") from None
    return dict(value)


def _views(value: Any) -> dict[str, Audience]:
    """Return who sees which view; all that is wrong is told at once."""
    return _audiences(value, VIEWS, "there is no view {}", "{ideas: preview}")


def _fields(value: Any) -> dict[str, Audience]:
    """Return who sees which field; all that is wrong is told at once."""
    return _audiences(value, SHOWN_FIELDS, "no field {} may be kept from readers", "{estimate: preview}")


def _audiences(value: Any, names: Collection[str], unknown: str, example: str) -> dict[str, Audience]:
    if not isinstance(value, dict):
        raise ValueError(f"write a mapping, such as {example}")
    wrong, audiences = [], {}
    for name, written in value.items():
        word = "off" if written is False else str(written).lower()  # YAML reads a bare `off` as false
        if name not in names:
            wrong.append(unknown.format(repr(name)) + suggestion(str(name), names))
        elif word not in list(Audience):
            wrong.append(f"{name} is {written!r}; write one of {', '.join(Audience)}")
        else:
            audiences[str(name)] = Audience(word)
    if wrong:
        raise ValueError("; ".join(wrong).replace("?;", "?"))
    return audiences


def _statuses(value: Any) -> dict[str, Status]:
    """Return what the site's own words for a status mean, folded; all that is wrong is told at once."""
    if not isinstance(value, dict):
        raise ValueError("write a mapping, such as {in-press: active}")
    wrong, statuses = [], {}
    for word, meaning in value.items():
        folded = fold_word(str(word))
        if isinstance(word, bool) or not any(map(str.isalnum, folded)):
            wrong.append(f"{word!r} is no word" + "; put it in quotes" * isinstance(word, bool))
        elif folded in list(Status):
            wrong.append(f"{word!r} is one of the seven statuses already; the option labels gives it another "
                         "name for readers")
        elif folded in map(fold_word, NO_STATUSES):
            wrong.append(f"{word!r} keeps a page back from the built site, as in other tools; "
                         "use another word for a status")
        elif (status := STATUS_ALIASES.get(fold_word(str(meaning)))) is None:
            wrong.append(f"{word} is {meaning!r}"
                         + suggestion(str(meaning), map(str, Status), f"write one of {', '.join(Status)}"))
        else:
            statuses[folded] = status
    if wrong:
        raise ValueError("; ".join(wrong).replace("?;", "?"))
    return statuses


def _folder(value: Any) -> str:
    folder = str(value).strip("/")
    if not re.fullmatch(r"[\w-]+(?:/[\w-]+)*", folder):
        raise ValueError(f"{value!r} cannot be a folder of the site; write a name like 'roadmap'")
    if kept := next((part for part in folder.split("/") if part.casefold() in RESERVED), None):
        raise ValueError(f"Windows keeps the name {kept!r} for a device; write another one, like 'roadmap'")
    return folder


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(v, str | int) for v in value):
        raise ValueError("write a list of names")
    if any(isinstance(v, bool) for v in value):
        raise ValueError("YAML reads one of the names as true or false; put it in quotes")
    names = [str(v).strip() for v in value]
    if not all(names) or len({name.casefold() for name in names}) < len(names):
        raise ValueError("the names must differ, and none may be empty")
    return tuple(names)


def _works_files(value: Any) -> tuple[str, ...]:
    """Return the paths of files of works, each once; all that is wrong is told at once."""
    paths = [value] if isinstance(value, str) else value
    is_list = isinstance(paths, list | tuple)
    if not is_list or not all(isinstance(path, str) and path.strip() for path in paths):
        raise ValueError("write the path of a file of works, or a list of them, such as [refs.bib, own.json]")
    wrong = [f"{path!r} is no file of works by its name; write one that ends in {', '.join(WORKS_ENDINGS)}"
             for path in paths if not path.casefold().endswith(WORKS_ENDINGS)]
    if wrong:
        raise ValueError("; ".join(wrong))
    return tuple(dict.fromkeys(path.strip() for path in paths))


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{value!r} is no count; write a whole number from 1")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false; write one of them")
    return value


def _flag_or_file(value: Any) -> bool | str:
    if isinstance(value, str) and not value.strip():
        raise ValueError("the name of the file is empty; write true for the usual one")
    if not isinstance(value, bool | str):
        raise ValueError(f"{value!r} is neither true, nor false, nor the name of a file; write one of them")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text; put it in quotes")
    return value


OPTIONS: Mapping[str, Option] = {
    "enabled": Option(True, _flag),
    "folder": Option(_DEFAULTS.folder, _folder),
    "title": Option("", _text),
    "nav": Option(True, _flag),
    "as_of": Option(None, _day),
    "scopes": Option(_DEFAULTS.scopes, _names),
    "focus_limit": Option(_DEFAULTS.focus_limit, _count),
    "stale_after": Option(_DEFAULTS.stale_after, _count),
    "declared_only": Option(_DEFAULTS.declared_only, _flag),
    "views": Option({}, _views),
    "fields": Option({}, _fields),
    "lesson_headings": Option(_DEFAULTS.lesson_headings, _names),
    "post_line": Option(_DEFAULTS.post_line, _flag),
    "post_feeds": Option(_DEFAULTS.post_feeds, _flag),
    "problems": Option({}, _severities),
    "labels": Option({}, _labels),
    "statuses": Option({}, _statuses),
    "person": Option(None, read_person),
    "eras": Option((), read_eras),
    "bibliography": Option((), _works_files),
    "private_docs": Option("", _text),
    "cards": Option(False, _flag),
    "remember": Option(None, _flag_or_file),
}
"""Every option there is. `options.Options` says what each means."""


def read_option(name: str, written: Any) -> Any:
    """Return the value of an option; its default for None. Raises ValueError."""
    option = OPTIONS[name]
    return option.default if written is None else option.read(written)


def settings_of(chosen: Mapping[str, Any], words: Words) -> Settings:
    """Return the options as the core sees them. `chosen` has a value for each that it needs."""
    return Settings(
        title=chosen["title"] or words("roadmap"),
        severities=chosen["problems"],
        status_words=status_words(words, chosen["statuses"]),
        **{name: chosen[name] for name in (
            "folder", "scopes", "focus_limit", "stale_after", "declared_only", "views", "fields",
            "lesson_headings", "post_line", "post_feeds", "person", "eras")},
    )
