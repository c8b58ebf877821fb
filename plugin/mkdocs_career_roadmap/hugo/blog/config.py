"""The configuration of a blog of Hugo, of its files and folders, for the language that is imported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs_career_roadmap.project.errors import ProjectError

from ..markdown.dialect import GoldmarkDialect
from .data_text import ENDINGS, DataTextError, lowered, merged, read_data

_NAMES = ("hugo", "config")
_FOLDERS = ("config/_default", "config/production")


@dataclass(frozen=True, slots=True)
class HugoConfig:
    """What a configuration says; keys are in lower case, as Hugo has them."""

    raw: Mapping[str, object] = field(default_factory=dict)
    """All of it, with what the language says over what the site does."""
    name: str = "hugo.toml"
    """The file, from the blog's folder."""
    language: str = "en"
    """The language that is imported: that of the site's root."""
    languages: tuple[str, ...] = ()
    """All that there are, if the configuration has a list of them."""

    def text(self, key: str, usual: str = "") -> str:
        value = self.raw.get(key.lower())
        return " ".join(str(value).split()) if isinstance(value, str | int | float) else usual

    def mapping(self, *keys: str) -> Mapping[str, object]:
        """Return a mapping within it; one that is not there is empty."""
        value: object = self.raw
        for key in keys:
            value = value.get(key.lower()) if isinstance(value, Mapping) else None
        return value if isinstance(value, Mapping) else {}

    def is_set(self, key: str) -> bool:
        return self.raw.get(key.lower()) is True

    def folders(self, key: str, usual: str) -> tuple[str, ...]:
        """Return the folders of a kind, from the blog's."""
        value = self.raw.get(key.lower())
        listed = value if isinstance(value, list) else [value]
        named = [str(one).strip("/") for one in listed if isinstance(one, str) and one.strip("/")]
        named += [str(one) for more, one in self.raw.items() if re.fullmatch(rf"{key.lower()}\d+", more)]
        safe = [one for one in named if not re.match(r"[A-Za-z]:|/", one) and ".." not in one.split("/")]
        return tuple(safe) or (usual,)

    @property
    def content(self) -> str:
        return self.folders("contentDir", "content")[0]

    @property
    def url(self) -> str:
        """Scheme and host of the site; empty: the configuration has none."""
        parts = urlsplit(self.text("baseurl"))
        return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""

    @property
    def baseurl(self) -> str:
        """The path that the site lies under: empty, or with a leading and no trailing slash."""
        return urlsplit(self.text("baseurl")).path.rstrip("/")

    @property
    def root(self) -> str:
        """What the addresses of the language begin with: empty, or a slash and its name."""
        return f"/{self.language}" if self.is_set("defaultContentLanguageInSubdir") else ""

    @property
    def taxonomies(self) -> Mapping[str, str]:
        """From the plural, a key of front matter, to the singular."""
        written = self.raw.get("taxonomies", self.raw.get("indexes"))
        if isinstance(written, Mapping):
            return {str(many).lower(): str(one) for one, many in written.items()}
        return {"tags": "tag", "categories": "category"}

    @property
    def disabled(self) -> frozenset[str]:
        """The kinds of pages that Hugo is told to make none of."""
        kinds = self.raw.get("disablekinds")
        found = frozenset(str(one).lower() for one in kinds) if isinstance(kinds, list) else frozenset[str]()
        return found | {"term"} if "taxonomyterm" in found else found

    def dialect(self) -> GoldmarkDialect:
        """Return how its Markdown is set up."""
        mark = self.mapping("markup", "goldmark")
        extensions, parser = self.mapping("markup", "goldmark", "extensions"), _of(mark, "parser")
        passes = _of(extensions, "passthrough")
        delimiters = _of(passes, "delimiters") if passes.get("enable") is True else {}
        typographer = extensions.get("typographer")
        return GoldmarkDialect(
            unsafe=_of(mark, "renderer").get("unsafe") is True,
            hard_wraps=_of(mark, "renderer").get("hardwraps") is True,
            typographer=typographer is not False
            and _of(extensions, "typographer").get("disable") is not True,
            linkify=extensions.get("linkify") is not False,
            linkify_protocol=str(extensions.get("linkifyprotocol") or "https"),
            strikethrough=extensions.get("strikethrough") is not False,
            table=extensions.get("table") is not False,
            task_list=extensions.get("tasklist") is not False,
            footnote=extensions.get("footnote") is not False
            and _of(extensions, "footnote").get("enable") is not False,
            definition_list=extensions.get("definitionlist") is not False,
            heading_ids=parser.get("autoheadingid") is not False,
            ascii_ids=parser.get("autoheadingidtype") == "github-ascii",
            block_attributes=_of(parser, "attribute").get("block") is True,
            emoji=self.is_set("enableEmoji"),
            title_attributes=_of(parser, "attribute").get("title") is not False,
            math_block=tuple(_pairs(delimiters.get("block"))),
            math_inline=tuple(_pairs(delimiters.get("inline"))),
        )


def _of(mapping: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = mapping.get(key)
    return value if isinstance(value, Mapping) else {}


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    for one in value if isinstance(value, list) else ():
        if isinstance(one, list) and len(one) == 2 and all(isinstance(mark, str) and mark for mark in one):
            yield one[0], one[1]


def read_hugo_config(folder: Path) -> HugoConfig:
    """Return the configuration of a blog. Raises ProjectError for one that cannot be read, or
    where there is none.
    """
    name, raw = _files(folder)
    if not name:
        raise ProjectError(
            f"{folder.as_posix()} is no blog of Hugo: it has no hugo.toml, config.toml or the like"
        )
    return _for_language(raw, name)


def config_of(folder: Path) -> Mapping[str, object]:
    """Return what the configuration in a folder of a theme says; one that cannot be read says nothing."""
    try:
        return _files(folder)[1]
    except ProjectError:
        return {}


def _files(folder: Path) -> tuple[str, dict[str, object]]:
    """Return the first file of a configuration, and what all of them say; without any: nothing."""
    raw: dict[str, object] = {}
    name = ""
    for stem in _NAMES:
        for ending in ENDINGS:
            path = folder / f"{stem}{ending}"
            if not name and path.is_file():
                name, raw = path.name, _read(path, path.name)
    for below in _FOLDERS:
        for path in sorted((folder / below).iterdir()) if (folder / below).is_dir() else ():
            if path.suffix in ENDINGS and path.is_file():
                shown = f"{below}/{path.name}"
                raw = merged(_placed(path.stem.lower(), _read(path, shown)), raw)
                name = name or shown
    return name, raw


def _read(path: Path, shown: str) -> dict[str, object]:
    try:
        found = lowered(read_data(path.read_text("utf-8-sig"), ENDINGS[path.suffix]))
    except DataTextError as error:
        raise ProjectError(f"{shown}:{error.line}: it cannot be read: {error.what}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ProjectError(f"{shown}: it cannot be read: {error}") from None
    return found if isinstance(found, dict) else {}


def _placed(stem: str, found: dict[str, object]) -> dict[str, object]:
    """Return what a file of a folder of configuration says, below the key that its name is."""
    root, _, language = stem.partition(".")
    if root in ("hugo", "config"):
        return found
    inner: dict[str, object] = {root: found.get(root, found) if set(found) == {root} else found}
    return {"languages": {language: inner}} if language else inner


def _for_language(raw: dict[str, object], name: str) -> HugoConfig:
    language = str(raw.get("defaultcontentlanguage") or "en").lower()
    listed = raw.get("languages")
    own: Mapping[str, object] = {}
    names: tuple[str, ...] = ()
    if isinstance(listed, Mapping):
        names = tuple(
            key
            for key, one in listed.items()
            if not (isinstance(one, Mapping) and one.get("disabled") is True)
        )
        found = listed.get(language)
        own = found if isinstance(found, Mapping) else {}
        if "menus" in own or "menu" in own:
            raw = {key: value for key, value in raw.items() if key not in ("menu", "menus")}
    return HugoConfig(merged(own, raw), name, language, names)
