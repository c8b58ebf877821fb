"""What MkDocs itself would refuse in its configuration, without MkDocs: a check that says nothing of it would
pass a site that cannot be built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .config import Project, has_plugin, load_config


def templates_folder(project: Project) -> Path | None:
    """Return the folder of a site's own templates. None: it names none."""
    theme = load_config(project.config).get("theme") if project.config else None
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    return project.config.parent / folder if project.config and isinstance(folder, str) else None


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _is_address(value: Any) -> bool:
    if value == "":
        return True
    try:
        parts = urlsplit(value) if isinstance(value, str) else urlsplit("")
    except ValueError:
        return False
    return bool(parts.scheme and parts.netloc)


def _is_names(value: Any) -> bool:
    """True for names, each alone or with its options, as plugins and extensions are listed."""
    if isinstance(value, dict):
        return all(isinstance(options, dict | None) for options in value.values())
    return isinstance(value, list) and all(
        isinstance(one, str) or (isinstance(one, dict) and len(one) == 1 and all(
            isinstance(name, str) and isinstance(options, dict | None) for name, options in one.items()))
        for one in value)


def _is_theme(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, dict) and "name" in value and (value["name"] or "custom_dir" in value))


_UNSET = object()
_RULES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(("site_name", "site_description", "site_author", "copyright", "remote_branch",
                     "remote_name", "exclude_docs", "draft_docs", "not_in_nav", "repo_name", "edit_uri"),
                    (_is_text, "write a text, in quotes if need be")),
    **dict.fromkeys(("site_url", "repo_url"), (_is_address, "write a whole address, like https://example.org/")),
    **dict.fromkeys(("use_directory_urls", "strict"), (_is_flag, "write true or false")),
    **dict.fromkeys(("nav", "extra_css", "extra_javascript", "extra_templates", "watch"),
                    (_is_list, "write a list, each item on a line that begins with `- `")),
    **dict.fromkeys(("extra", "validation"), (_is_mapping, "write lines like `key: value` below it")),
    **dict.fromkeys(("plugins", "markdown_extensions"),
                    (_is_names, "write a list of names, and options of one as `name: {option: value}`")),
    "theme": (_is_theme, "write the name of a theme, or a line `name: ...` below it"),
}
"""From a key to what its value must be, and how to put it right. Keys that are not here MkDocs takes as they
are, or only a build can tell: whether a theme is installed, and what a plugin makes of its options.
"""


def refusals(config: Path) -> list[str]:
    """Return why MkDocs would not read this configuration, a sentence each. It takes it, or the
    configuration is none of MkDocs': none.

    Raises ProjectError where nobody can read it.
    """
    if config.suffix == ".toml":
        return []
    written = load_config(config)
    return [f"{config}: {what}" for what in (*_of_values(written), *_of_folders(config, written))]


def _of_values(written: Mapping[str, Any]) -> Iterator[str]:
    if written.get("site_name") is None:
        yield ("site_name is missing, and MkDocs builds no site without it; "
               "write a line like `site_name: My work`")
    if "pages" in written:
        yield "pages is read by MkDocs no more, which stops at it; write nav in its place"
    for key, (is_right, fix) in _RULES.items():
        value = written.get(key, _UNSET)
        is_empty = value is None and is_right is not _is_mapping  # of all these MkDocs then takes the default
        if value is not _UNSET and not is_empty and not is_right(value):
            yield f"{key} is {str(value or '')[:60]!r}, at which MkDocs stops; {fix}"


def _of_folders(config: Path, written: Mapping[str, Any]) -> Iterator[str]:
    docs, site = written.get("docs_dir") or "docs", written.get("site_dir") or "site"
    if not (isinstance(docs, str) and isinstance(site, str)):
        yield "docs_dir and site_dir are names of folders; write them as texts"
        return
    docs_folder, site_folder = (config.parent / docs).resolve(), (config.parent / site).resolve()
    if has_plugin(written, "same-dir"):  # which looks at neither, and keeps the built site out of the pages
        if docs_folder.is_relative_to(site_folder):
            yield (f"docs_dir {docs!r} lies in site_dir {site!r}, at which MkDocs stops; "
                   "choose another site_dir")
    elif docs_folder == config.parent.resolve():
        yield ("docs_dir is the folder of this file, at which MkDocs stops; "
               "put the pages into a folder of their own")
    elif docs_folder.is_relative_to(site_folder) or site_folder.is_relative_to(docs_folder):
        yield (f"docs_dir {docs!r} and site_dir {site!r} lie in one another, at which MkDocs stops; "
               "choose two folders side by side")
