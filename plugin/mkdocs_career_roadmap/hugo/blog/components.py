"""What a blog is put together of besides its content: templates, data and words, its own and those of its
themes and modules that lie in its folder. What the blog has itself counts before what a theme has.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from mkdocs_career_roadmap.new_site.lines import unmarked

from .config import HugoConfig, config_of
from .data_text import ENDINGS, DataTextError, lowered, merged, read_value

_SHORTCODES = ("layouts/_shortcodes", "layouts/shortcodes")
_PARTIALS = ("layouts/_partials", "layouts/partials")
_HOOKS = ("layouts/_markup", "layouts/_default/_markup")
_NAME = re.compile(r"[\w~.-]+(?:/[\w~.-]+)*")

Listed = Callable[[str], list[tuple[str, str]]]
"""From a folder to the files below it: the path of each from the blog's folder, and from this one."""


def themes_of(config: HugoConfig) -> list[str]:
    """Return the names of the themes and modules that a blog is made with, as it writes them."""
    theme = config.raw.get("theme")
    named = theme if isinstance(theme, list) else [theme]
    imports = config.mapping("module").get("imports")
    named += [
        one.get("path")
        for one in (imports if isinstance(imports, list) else ())
        if isinstance(one, Mapping) and one.get("disable") is not True
    ]
    return [one.strip() for one in named if isinstance(one, str) and one.strip()]


def theme_folders(root: Path, config: HugoConfig) -> list[str]:
    """Return the folders of the themes and modules that are there, from the blog's folder."""
    return [folder for theme in themes_of(config) if (folder := _folder_of(theme, root, config))]


def _folder_of(theme: str, root: Path, config: HugoConfig) -> str:
    """Return the folder of a theme; empty: it is not there."""
    if not _NAME.fullmatch(theme) or ".." in theme.split("/"):
        return ""
    themes = config.folders("themesDir", "themes")[0]
    tries = (f"{themes}/{theme}", f"_vendor/{theme}", f"{themes}/{theme.rpartition('/')[2]}")
    return next((one for one in tries if (root / one).is_dir()), "")


def with_themes(root: Path, config: HugoConfig) -> HugoConfig:
    """Return a configuration with what its themes say, as far as `_merge` lets it: all of their parameters,
    menus that the blog does not have, and nothing else unless it says so.
    """
    raw = dict(config.raw)
    for folder in theme_folders(root, config):
        for key, given in config_of(root / folder).items():
            if isinstance(given, Mapping):
                raw[key] = _merged(raw.get(key), given, _MERGED.get(key, str(raw.get("_merge"))))
    return replace(config, raw={key: value for key, value in raw.items() if value is not None})


_MERGED = {"params": "deep", "menu": "shallow", "menus": "shallow", "mediatypes": "shallow"}
"""How what a theme says is merged: its keys one within the other, or those alone that are not there."""


def _merged(own: object, given: Mapping[str, object], usual: str) -> object:
    there = own if isinstance(own, Mapping) else {}
    how = there.get("_merge", usual)
    if how == "deep":
        return merged(there, given)
    return {**given, **there} if how == "shallow" else own


@dataclass
class Components:
    """The templates, data and words of a blog."""

    shortcodes: dict[str, str] = field(default_factory=dict)
    """Templates by name."""
    partials: dict[str, str] = field(default_factory=dict)
    """Templates that others ask for, by name in lower case, without an ending."""
    hooks: list[str] = field(default_factory=list)
    """The paths of the blog's own templates for links, pictures, headings and the like."""
    absent: list[str] = field(default_factory=list)
    """The themes and modules whose folders are not there."""
    words: dict[str, object] = field(default_factory=dict)
    """Those of `i18n` in the language of the site, by name."""
    root: Path = Path()
    data_files: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def data(self) -> dict[str, object]:
        """What the files of `data` say, by folder and name; one that cannot be read says nothing."""
        made: dict[str, object] = {}
        for path, name in self.data_files:
            *folders, last = posixpath.splitext(name)[0].split("/")
            try:
                value = read_value((self.root / path).read_text("utf-8-sig"), ENDINGS[Path(name).suffix])
            except (DataTextError, OSError, UnicodeDecodeError):
                continue
            for one in (last, *reversed(folders)):
                value = {one: value}
            made = merged(made, value) if isinstance(value, Mapping) else made
        return made


def read_components(root: Path, config: HugoConfig, listed: Listed) -> Components:
    """Return what a blog and its themes have besides content."""
    made = Components(root=root)
    made.absent = [theme for theme in themes_of(config) if not _folder_of(theme, root, config)]
    for number, base in enumerate(["", *theme_folders(root, config)]):
        at = f"{base}/" if base else ""
        for folder in _SHORTCODES:
            for name, text in _templates(root, f"{at}{folder}", listed):
                made.shortcodes.setdefault(name, text)
        for folder in _PARTIALS:
            for name, text in _templates(root, f"{at}{folder}", listed):
                made.partials.setdefault(name.lower(), text)
        if not number:
            made.hooks = [path for folder in _HOOKS for path, _ in listed(folder) if path.endswith(".html")]
        words = config.folders("i18nDir", "i18n")[0] if not base else "i18n"
        for path, name in listed(f"{at}{words}"):
            if _is_language(name, config):
                for key, value in _words_of(root / path).items():
                    made.words.setdefault(key, value)
        data = config.folders("dataDir", "data")[0] if not base else "data"
        made.data_files += [one for one in listed(f"{at}{data}") if Path(one[1]).suffix in ENDINGS]
    return made


def _templates(root: Path, folder: str, listed: Listed) -> Iterator[tuple[str, str]]:
    for path, name in listed(folder):
        if name.endswith((".html", ".md", ".txt")):
            yield re.sub(r"(?:\.\w+)+$", "", name), unmarked((root / path).read_text("utf-8", "replace"))


def _is_language(name: str, config: HugoConfig) -> bool:
    stem, ending = posixpath.splitext(name)
    codes = {config.language.lower(), config.text("languageCode").lower()}
    return ending in ENDINGS and (stem.lower() in codes or stem.lower().partition("-")[0] == config.language)


def _words_of(path: Path) -> dict[str, object]:
    """Return the words of a file by name; one that cannot be read has none."""
    try:
        value = read_value(path.read_text("utf-8-sig"), ENDINGS[path.suffix])
    except (DataTextError, OSError, UnicodeDecodeError):
        return {}
    if isinstance(value, list):  # an old form
        return {
            str(one["id"]): lowered(one.get("translation"))
            for one in value
            if isinstance(one, Mapping) and "id" in one
        }
    return {str(key): lowered(one) for key, one in value.items()} if isinstance(value, Mapping) else {}
