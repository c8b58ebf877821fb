"""The languages of a site that mkdocs-static-i18n builds, as far as its configuration tells them."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Translations:
    """Which page is the translation of which."""

    default: str
    """The locale of the originals, such as `en`."""
    others: tuple[str, ...]
    by_folder: bool = False
    """True: each language has a folder, `fr/a.md`; else an ending, `a.fr.md`."""
    falls_back: bool = True
    """True: a language shows the original of a page that it does not have."""

    def originals(self, path: str) -> tuple[str, ...]:
        """Return where the page lies that a page translates; empty for one that is an original itself."""
        if self.by_folder:
            folder, _, rest = path.partition("/")
            return (f"{self.default}/{rest}",) if folder in self.others else ()
        stem, ending = posixpath.splitext(path)
        stem, locale = posixpath.splitext(stem)
        if locale[1:] not in self.others:
            return ()
        return f"{stem}{ending}", f"{stem}.{self.default}{ending}"

    def shown_for(self, page: str, on: str) -> str | None:
        """Return what a link to a page leads to on the page at `on`, where that is in another language and
        has it; None: to that page alone.
        """
        if self.by_folder:
            folder, rest = on.partition("/")[0], page.partition("/")[2]
            is_own = folder in self.others and page.startswith(f"{folder}/")
            return f"{self.default}/{rest}" if is_own and self.falls_back else None
        locale = posixpath.splitext(posixpath.splitext(on)[0])[1][1:]
        stem, ending = posixpath.splitext(page)
        return f"{stem}.{locale}{ending}" if locale in self.others and not self.originals(page) else None

    def stood_in_for(self, path: str, paths: Collection[str]) -> Iterator[str]:
        """Yield the paths at which other languages have an original, since they have no page there."""
        folder, _, rest = path.partition("/")
        if self.by_folder and self.falls_back and folder == self.default:
            yield from (f"{locale}/{rest}" for locale in self.others if f"{locale}/{rest}" not in paths)


def translations_of(options: Any) -> Translations | None:
    """Return the languages that the options of the plugin name; None: there are none, or no first one."""
    listed = options.get("languages") if isinstance(options, dict) else None
    named = [entry for entry in listed if isinstance(entry, dict) and entry.get("locale")] if isinstance(
        listed, list) else []
    first = (entry for entry in named if entry.get("default") is True or len(named) == 1)
    default = next((str(entry["locale"]) for entry in first), None)
    if default is None or not isinstance(options, dict):
        return None
    others = tuple(locale for entry in named if (locale := str(entry["locale"])) != default)
    return Translations(default, others, options.get("docs_structure") == "folder",
                     options.get("fallback_to_default") is not False)
