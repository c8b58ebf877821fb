"""The plugin's options, as MkDocs wants to be told of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from ..project.clock import build_day
from ..project.errors import ProjectError
from ..vocabulary.codes import Severity
from ..vocabulary.fields import Status
from ..vocabulary.labels import Words
from ..vocabulary.options import OPTIONS, read_option, settings_of
from ..vocabulary.person import Era, Person
from ..vocabulary.settings import Audience, Settings
from .neighbours.blog import waits_for_date

_T = TypeVar("_T")


class _Option(BaseConfigOption[_T]):
    """An option that `vocabulary.options` reads."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.option = name
        self.default = OPTIONS[name].default

    def run_validation(self, value: object) -> _T:
        try:
            read: _T = read_option(self.option, value)
        except ValueError as error:
            raise ValidationError(str(error)) from None
        return read


class Options(Config):
    """What a site may write below `career-roadmap:`. Each is told in `settings.Settings`."""

    enabled = _Option[bool]("enabled")
    """False: there is no roadmap; what is private is kept back all the same."""
    folder = _Option[str]("folder")
    title = _Option[str]("title")
    """Empty: the label `roadmap`, which is in the language of the site."""
    nav = _Option[bool]("nav")
    """True: the navigation gets a section for the roadmap, unless it has its pages already."""
    as_of = _Option[date | None]("as_of")
    """The day whose roadmap is shown. Unset: `SOURCE_DATE_EPOCH`, else the day of the build."""
    scopes = _Option[tuple[str, ...]]("scopes")
    focus_limit = _Option[int]("focus_limit")
    stale_after = _Option[int]("stale_after")
    declared_only = _Option[bool]("declared_only")
    views = _Option[dict[str, Audience]]("views")
    fields = _Option[dict[str, Audience]]("fields")
    lesson_headings = _Option[tuple[str, ...]]("lesson_headings")
    post_line = _Option[bool]("post_line")
    post_feeds = _Option[bool]("post_feeds")
    problems = _Option[dict[str, Severity]]("problems")
    """How much each problem weighs, by its code, where the site wants it otherwise."""
    labels = _Option[dict[str, str]]("labels")
    """Words of the plugin's that the site wants otherwise, by their keys."""
    statuses = _Option[dict[str, Status]]("statuses")
    """The site's own words for a status, each with the one of the seven that it means."""
    person = _Option[Person | None]("person")
    """Whose roadmap it is: name, role, place, portrait, a sentence, profiles, what they look for."""
    eras = _Option[tuple[Era, ...]]("eras")
    """The employers and degrees of that person, each from when to when."""
    bibliography = _Option[tuple[str, ...]]("bibliography")
    """Files of works, in BibTeX, CSL-JSON or `CITATION.cff`, that evidence may name by their keys."""
    private_docs = _Option[str]("private_docs")
    """A folder of private pages outside the docs folder, which a preview and commands read, and no build."""
    cards = _Option[bool]("cards")
    """True: goals, milestones, posts and the overview have pictures for where somebody shares them."""
    remember = _Option[bool | str | None]("remember")
    """Whether what a build has made is kept for the next, and in which file. Unset: `mkdocs serve` does."""

    def settings(self, words: Words) -> Settings:
        """Return the options as the core sees them."""
        chosen: dict[str, Any] = dict(self)
        return settings_of(chosen, words)


def works_files(options: Options, config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the files of works that the site names, whether they are there or not."""
    root = Path(config.config_file_path or "mkdocs.yml").parent
    return tuple(root / path for path in options.bibliography)


def day_of_build(config: MkDocsConfig) -> date:
    """Return the day of the build. Raises PluginError, where MkDocs would trip over the variable later."""
    try:
        return build_day(in_utc=waits_for_date(config))
    except ProjectError as error:
        raise PluginError(f"career-roadmap: {error}") from None


def status_labels(config: MkDocsConfig) -> frozenset[str]:
    """Return the values of `status` for which the site shows a label."""
    labels = config.extra.get("status")
    return frozenset(map(str, labels)) if isinstance(labels, dict) else frozenset()


def first_of(kind: type[Any], config: MkDocsConfig) -> Any:
    """Return the plugin of that kind that builds, which two would do twice: the first that is switched on,
    or the first of all.
    """
    plugins = [plugin for plugin in config.plugins.values() if isinstance(plugin, kind)]
    return next((plugin for plugin in plugins if plugin.config.enabled), plugins[0])


def listed_twice(config: MkDocsConfig) -> str:
    return (f"career-roadmap stands more than once in the plugins of {config.config_file_path}; "
            "keep one of them, with all its options")
