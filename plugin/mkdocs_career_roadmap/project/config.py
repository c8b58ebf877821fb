"""A project as the command line finds it: mkdocs.yml and the docs folder, without MkDocs.

MkDocs takes a third of a second to import and runs what a configuration names; to
check the posts of a site neither is needed.
"""

from __future__ import annotations

import fnmatch
import os
import posixpath
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from ..reading.folder_defaults import META_FILE, is_folder_defaults
from ..vocabulary.codes import Severity
from ..vocabulary.labels import Words, words_for
from ..vocabulary.options import OPTIONS, read_option, settings_of
from ..vocabulary.paths import DRAFT_DOCS, EXCLUDED, MARKDOWN, QUARTO
from ..vocabulary.phrases import suggestion
from ..vocabulary.problems import Problem
from ..vocabulary.settings import Settings
from ..vocabulary.themes import of_material
from ..vocabulary.translations import Translations, translations_of
from .bibliography import read_works
from .clock import build_day, now
from .docs_folder import DocsFolder, project_of
from .double_keys import double_keys
from .errors import ProjectError
from .on_disk.new_files import from_here
from .private_docs import PrivateDocs, private_docs

OF_ZENSICAL = "zensical.toml"
NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", OF_ZENSICAL)
_KEY = "career-roadmap"


@dataclass(frozen=True)
class Project:
    """What the command line knows of a site."""

    docs: Path
    """The docs folder."""
    config: Path | None = None
    """The configuration. None: there is none, and every option has its default."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """The values of our options."""
    words: Words = field(default_factory=Words)
    directory_urls: bool = True
    excluded: str = ""
    """Patterns of files that are not in the built site, as in .gitignore."""
    excluded_by_plugin: tuple[re.Pattern[str], ...] = ()
    """What the paths begin with, or are, that mkdocs-exclude takes out of the site."""
    drafts: str = ""
    """The same of those that a preview has."""
    site_url: str = ""
    """Where the site is to be, with a slash at its end. Empty: it is not said."""
    name: str = ""
    """What the site is called."""
    blog: str = ""
    """The folder of the posts of Material's blog, below the docs folder. Empty: there is no blog."""
    blog_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """See `Settings.blog_words`."""
    blog_waits: bool = False
    """True when the blog holds its posts back until their time has come, which it reckons in UTC."""
    locks: frozenset[str] | None = frozenset()
    """See `Settings.locks`."""
    nav: Any = None
    """The navigation as it is written. None: MkDocs makes one."""
    redirect_maps: Mapping[Any, Any] = field(default_factory=dict)
    """What mkdocs-redirects is told: from old source paths to where they lead."""
    status_labels: frozenset[str] = frozenset()
    """See `Settings.status_labels`."""
    author: str = ""
    """Who writes the site, as it says. Empty: it does not."""
    meta_file: str = ""
    """See `Settings.meta_file`."""
    translations: Translations | None = None
    """Which page translates which, by mkdocs-static-i18n. None: the site has one language."""
    page_endings: tuple[str, ...] = MARKDOWN
    """How the names of its pages end."""
    private: PrivateDocs | None = None
    """The folder `private_docs`. None: there is none."""
    is_listed: bool = True
    """False: the configuration does not list the plugin."""
    takers: tuple[str, ...] = ()
    """The plugins that take pages of other folders into the site, which only a build reads."""

    @cached_property
    def settings(self) -> Settings:
        return replace(settings_of(self.options, self.words), blog_posts=self.blog, locks=self.locks,
                       site_url=self.site_url, blog_now=now() if self.blog_waits else None,
                       blog_words=self.blog_words, today=self.today(), status_labels=self.status_labels,
                       meta_file=self.meta_file, author=self.author,
                       bibliography=read_works(self.works_files, self.docs))

    @cached_property
    def works_files(self) -> tuple[Path, ...]:
        """The files of works that the configuration names, whether they are there or not."""
        root = self.config.parent if self.config else self.docs
        return tuple(root / path for path in self.options["bibliography"])

    def today(self) -> date:
        """Return the day of a roadmap that is asked for now. Raises ProjectError."""
        return build_day(in_utc=self.blog_waits)

    @property
    def as_of(self) -> date | None:
        day: date | None = self.options["as_of"]
        return day

    @cached_property
    def folder(self) -> DocsFolder:
        """The docs folder, as its files are read."""
        docs, follows = str(self.docs.resolve()), self.settings.severities.get("outside-link") is Severity.OFF
        private = str(self.private.folder.resolve()) if self.private else ""
        return DocsFolder(docs, follows, project_of(docs), private)

    def is_page(self, path: str) -> bool:
        """True for the source path of a page."""
        return path.endswith(self.page_endings)

    def at(self, path: str) -> Path:
        """Return where a file lies, by the path that it has in the site."""
        return (self.private.folder.parent if self.private and self.private.has(path) else self.docs) / path

    def is_in_blog(self, path: str) -> bool:
        """True for the source path of a post of Material's blog."""
        return self.settings.is_in_blog(path)

    def files(self) -> Iterator[str | Problem]:
        """Yield the files of the built site, the defaults of its folders, and what is wrong with its folders;
        see `DocsFolder.walk`.
        """
        is_excluded = _exclusion(f"{self.excluded}\n{self.drafts}")
        walked = list(self._walk())
        paths = {path for path in walked if isinstance(path, str)}
        for path in walked:
            if isinstance(path, Problem):
                folder = path.place.path
                if path.code != "unreadable" or folder == "." or not is_excluded(f"{folder}/"):
                    yield path
            elif is_folder_defaults(path, self.meta_file) or not (
                    is_excluded(path) or _is_second_index(path, paths)):
                yield path


    def left_out(self) -> dict[str, str]:
        """Return the pages that the configuration keeps out of a build, each with the key that does so."""
        is_out, is_excluded = _exclusion(f"{self.excluded}\n{self.drafts}"), _exclusion(self.excluded)
        return {path: EXCLUDED if is_excluded(path) else DRAFT_DOCS for path in self._walk()
                if isinstance(path, str) and self.is_page(path) and is_out(path)}

    def _walk(self) -> Iterator[str | Problem]:
        """Yield what lies in the docs folder, without what a plugin takes out before anything is read."""
        return (path for path in self.folder.walk() if isinstance(path, Problem)
                or not any(pattern.match(path) for pattern in self.excluded_by_plugin))


def _is_second_index(path: str, paths: set[str]) -> bool:
    """True for a README beside an index: MkDocs leaves it out."""
    folder, _, name = path.rpartition("/")
    return name == "README.md" and f"{folder}/index.md".lstrip("/") in paths


def _exclusion(patterns: str) -> Any:
    """Return what tells excluded paths: hidden files, templates, and those of the site's patterns."""
    if not patterns.strip():
        return lambda path: path.startswith(("templates/", ".")) or "/." in path
    from pathspec.gitignore import GitIgnoreSpec  # noqa: PLC0415 - few sites need it

    return GitIgnoreSpec.from_lines([".*", "/templates/", *patterns.splitlines()]).match_file


_OF_FOLDER = (*MARKDOWN, QUARTO)
"""The endings of pages in a folder that is no site of MkDocs."""


def find_project(target: Path, *, needs_pages: bool = True) -> Project:
    """Return the project of a configuration, or of a folder: of the nearest configuration in or above it, as
    git finds a repository. A page stands for its folder. A folder of pages that has no configuration is a
    project with every option at its default.

    Raises ProjectError; with `needs_pages` also where there is neither a configuration nor a page.
    """
    if target.is_file() and target.name.endswith(_OF_FOLDER):
        target = target.parent
    if target.is_file():
        return read_project(target)
    if not target.is_dir():
        raise ProjectError(f"{target}: there is no such file or folder")
    config = nearest(target)
    if config is not None:
        project = read_project(from_here(config))
        docs = project.docs.resolve()
        # Another folder of pages beside the site's own is not the site, unless one stands in it.
        if config.parent == target.absolute() or Path.cwd() == target.resolve() or (
                target.resolve().is_relative_to(docs)):
            return project
    if needs_pages and not any(
            name.endswith(_OF_FOLDER) for _, _, names in os.walk(target) for name in names):
        raise ProjectError(f"{target}: there is no mkdocs.yml here or above, and no page; "
                           f"`career-roadmap init {target}` begins a site here")
    return Project(target, options={name: option.default for name, option in OPTIONS.items()},
                   page_endings=_OF_FOLDER)


def nearest(start: Path) -> Path | None:
    """Return the configuration in a folder or, without one, in the nearest above it."""
    here = start.absolute()
    paths = (folder / name for folder in (here, *here.parents) for name in NAMES)
    return next((path for path in paths if path.is_file()), None)


def enclosing_project(start: Path) -> Project:
    """Return the project that a folder lies in: of the nearest configuration, here or above.

    Raises ProjectError.
    """
    if config := nearest(start):
        return read_project(from_here(config))
    raise ProjectError(
        f"there is no mkdocs.yml in {start.absolute()} or above it; `career-roadmap init` makes one")


def read_project(config: Path, *, needs_docs: bool = True) -> Project:
    """Return the project of a configuration. Raises ProjectError.

    Without `needs_docs`, a docs folder that is still to be made is nothing wrong.
    """
    written = load_config(config)
    docs = written.get("docs_dir") or "docs"
    if not isinstance(docs, str):
        raise ProjectError(f"{config}: docs_dir is {docs!r}; write the name of a folder")
    folder = config.parent / docs
    if needs_docs and not folder.is_dir():
        raise ProjectError(f"{config}: the docs folder {str(folder)!r} does not exist")
    ours = _our_options(written.get("plugins"), config)
    if ours and (twice := double_keys(config)):
        raise ProjectError("\n".join(twice))
    options = _options(ours or {}, config)
    private = private_docs(options["private_docs"], config, folder)
    return Project(
        docs=folder, config=config, options=options,
        words=words_for(_locale(written.get("theme")), options["labels"]),
        directory_urls=written.get("use_directory_urls") is not False,
        excluded=str(written.get(EXCLUDED) or ""),
        excluded_by_plugin=_excluded_by_plugin(written.get("plugins")),
        drafts=str(written.get(DRAFT_DOCS) or ""),
        site_url=_site_url(written.get("site_url")), name=str(written.get("site_name") or ""),
        author=str(written.get("site_author") or ""),
        blog=_blog(written.get("plugins")), blog_waits=_blog_waits(written.get("plugins")),
        blog_words=_blog_words(written.get("plugins"), folder),
        locks=_locks(written.get("plugins"), config.parent),
        nav=written.get("nav"), redirect_maps=_redirect_maps(written.get("plugins")),
        status_labels=_status_labels(written.get("extra")), meta_file=_meta_file(written.get("plugins")),
        translations=translations_of(_options_of(written.get("plugins"), "i18n")), private=private,
        is_listed=ours is not None, takers=tuple(name for name in _TAKERS if has_plugin(written, name)))


def _meta_file(plugins: Any) -> str:
    own = _options_of(plugins, *of_material("meta"))
    return "" if own is None or own.get("enabled") is False else str(own.get("meta_file") or META_FILE)


def _status_labels(extra: Any) -> frozenset[str]:
    labels = extra.get("status") if isinstance(extra, dict) else None
    return frozenset(map(str, labels)) if isinstance(labels, dict) else frozenset()


def _site_url(written: Any) -> str:
    return f"{written.rstrip('/')}/" if isinstance(written, str) and written else ""


_TAKERS = ("monorepo", "multirepo")


def has_plugin(written: Mapping[str, Any], name: str) -> bool:
    """Return whether a configuration lists a plugin, with options or without."""
    return _options_of(written.get("plugins"), name) is not None


def _options_of(plugins: Any, *names: str) -> dict[str, Any] | None:
    """Return the options of the first plugin that has one of the names; None: the site has none of them."""
    for entry in plugins if isinstance(plugins, list) else [plugins]:
        options = entry if isinstance(entry, dict) else {entry: None} if isinstance(entry, str) else {}
        for name in names:
            if name in options:
                return options[name] if isinstance(options[name], dict) else {}
    return None


def _blog(plugins: Any) -> str:
    """Return the folder of the posts of Material's blog, or nothing."""
    own = _options_of(plugins, *of_material("blog"))
    if own is None:
        return ""
    folder, posts = own.get("blog_dir", "blog"), own.get("post_dir", "{blog}/posts")
    return posixpath.normpath(str(posts).replace("{blog}", str(folder))).removeprefix("./")


def _blog_waits(plugins: Any) -> bool:
    own = _options_of(plugins, *of_material("blog")) or {}
    return own.get("draft_if_future_date") is True and own.get("draft") is not True


def _blog_words(plugins: Any, docs: Path) -> Mapping[str, frozenset[str]]:
    """Return the only authors and categories that the blog takes, as far as it does not take any."""
    own = _options_of(plugins, *of_material("blog"))
    if own is None:
        return {}
    words = {}
    allowed = own.get("categories_allowed")
    if own.get("categories") is not False and isinstance(allowed, list) and allowed:
        words["categories"] = frozenset(map(str, allowed))
    if own.get("authors") is not False:
        name = str(own.get("authors_file") or "{blog}/.authors.yml")
        file = docs / name.replace("{blog}", str(own.get("blog_dir", "blog")))
        try:
            listed = load_config(file).get("authors") if file.is_file() else {}
        except ProjectError:
            listed = None  # the build stops there
        if isinstance(listed, dict):
            words["authors"] = frozenset(map(str, listed))
    return words


def _excluded_by_plugin(plugins: Any) -> tuple[re.Pattern[str], ...]:
    """Return what mkdocs-exclude takes out of the site, by `glob` and `regex`; what is no pattern, none."""
    own = _options_of(plugins, "exclude") or {}
    globs, regexes = ([written] if isinstance(written, str) else written if isinstance(written, list) else []
                      for written in (own.get("glob"), own.get("regex")))
    patterns = [*(fnmatch.translate(str(glob)) for glob in globs), *map(str, regexes)]
    try:
        return tuple(map(re.compile, patterns))
    except re.error:
        return ()  # the build stops there


def _redirect_maps(plugins: Any) -> Mapping[Any, Any]:
    maps = (_options_of(plugins, "redirects") or {}).get("redirect_maps")
    return maps if isinstance(maps, dict) else {}


def _locks(plugins: Any, folder: Path) -> frozenset[str] | None:
    """Return by what mkdocs-encryptcontent locks all pages; None: the site does not have it."""
    own = _options_of(plugins, "encryptcontent")
    if own is None:
        return None
    levels = own.get("password_inventory")
    if file := own.get("password_file"):
        try:
            levels = load_config(folder / str(file))
        except ProjectError:
            levels = None  # the build stops there
    is_by_level = isinstance(levels, dict) and "_global" in levels
    found = {"password": own.get("global_password"), "level": is_by_level}
    return frozenset(key for key, has_it in found.items() if has_it)


def _locale(theme: Any) -> str:
    language = theme.get("language") or theme.get("locale") if isinstance(theme, dict) else None
    return str(language or "en")


def _our_options(plugins: Any, config: Path) -> dict[str, Any] | None:
    """Return what stands below our key; None: the plugin is not listed. A build stops if it stands twice."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    found = [entry[_KEY] or {} if isinstance(entry, dict) else {} for entry in entries
             if entry == _KEY or (isinstance(entry, dict) and _KEY in entry)]
    if len(found) > 1:
        raise ProjectError(f"{config}: {_KEY} stands more than once in the plugins; "
                           "keep one of them, with all its options")
    for ours in found:
        if not isinstance(ours, dict):
            raise ProjectError(f"{config}: {_KEY} is {ours!r}; write its options as `name: value`")
    return found[0] if found else None


def _options(written: Mapping[str, Any], config: Path) -> dict[str, Any]:
    """Return the value of every option; all that is wrong is told at once."""
    options, wrong = {}, [_unknown(str(name)) for name in written if name not in OPTIONS]
    for name in OPTIONS:
        try:
            options[name] = read_option(name, written.get(name))
        except ValueError as error:
            wrong.append(f"{name}: {error}")
    if wrong:
        raise ProjectError("\n".join(f"{config}: {_KEY}: {what}" for what in wrong))
    return options


def _unknown(name: str) -> str:
    return f"there is no option {name!r}{suggestion(name, OPTIONS)}"


class _ConfigLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads a configuration and runs nothing of it: what a tag would make is None."""


_ConfigLoader.add_constructor("!ENV", construct_env_tag)
_ConfigLoader.add_multi_constructor("", lambda *_: None)


def load_config(config: Path, depth: int = 0) -> dict[str, Any]:
    """Return a configuration with those that it inherits from, as MkDocs merges them."""
    if config.suffix == ".toml":
        return _load_toml(config)
    if depth > 20:
        raise ProjectError(f"{config}: INHERIT goes on and on, perhaps in a circle")
    try:
        written = yaml.load(config.read_text("utf-8-sig"), Loader=_ConfigLoader)  # noqa: S506 - a safe one
    except (OSError, UnicodeDecodeError) as error:
        raise ProjectError(f"{config}: {error}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ProjectError(f"{config}: this is not valid YAML: {' '.join(str(error).split())}") from None
    if written is None:
        return {}
    if not isinstance(written, dict):
        raise ProjectError(f"{config}: this is no configuration; write lines like `site_name: My work`")
    parent = written.pop("INHERIT", None)
    return _merged(load_config(config.parent / str(parent), depth + 1), written) if parent else written


def _load_toml(config: Path) -> dict[str, Any]:
    """Return the configuration of Zensical's own form, whose keys are those of mkdocs.yml below `project`."""
    try:
        written = tomllib.loads(config.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ProjectError(f"{config}: {error}") from None
    except (ValueError, RecursionError) as error:
        raise ProjectError(f"{config}: this is not valid TOML: {error}") from None
    project = written.get("project", written)  # as Zensical does
    if not isinstance(project, dict):
        raise ProjectError(f"{config}: project is {project!r}; write its keys below a line `[project]`")
    return project


def _merged(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in more.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merged(merged[key], value) if both else value
    return merged
