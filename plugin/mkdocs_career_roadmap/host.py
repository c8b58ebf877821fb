"""What the plugin asks of MkDocs, and gives to it: files, days, statuses."""

from __future__ import annotations

import html as html_library
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from .build import RoadmapPage
from .escaping import is_markup, title_for_themes
from .fields import Status
from .labels import Words
from .read import PLAIN_STATUS
from .stylesheet import compact

ASSETS = Path(__file__).parent / "assets"
STYLESHEET = "assets/career-roadmap.css"
SCRIPT = "assets/career-roadmap.js"
PREVIEW_STYLESHEET = "assets/career-roadmap-preview.css"


def from_here(path: str) -> str:
    """Return a path as one would write it in the folder where MkDocs runs."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return path


def asset_file(path: str, config: MkDocsConfig) -> File:
    source = ASSETS.parent / path
    if path == SCRIPT:
        return File(path, str(ASSETS.parent), config.site_dir, config.use_directory_urls)
    file = File.generated(config, path, content=compact(source.read_text(encoding="utf-8")))
    file.abs_src_path = str(source)  # as for the pages
    return file


def generated_file(path: str, config: MkDocsConfig) -> File:
    file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    # Plugins ask every page for a path on disk, and some cannot do without one.
    file.abs_src_path = str(ASSETS / "generated.md")
    return file


def locale_of(config: MkDocsConfig) -> str:
    """Return the locale of the site: Material has it in `language`, the themes of MkDocs in `locale`."""
    return str(config.theme.get("language") or config.theme.locale)


def register_statuses(config: MkDocsConfig, words: Words) -> None:
    """Tell Material our statuses, so that its navigation names their icons."""
    known = config.extra.setdefault("status", {})
    if isinstance(known, dict):
        for status in Status:
            known.setdefault(str(status), title_for_themes(words(status)))  # Material does not


def set_status(page: Page, ours: RoadmapPage) -> None:
    """Give the page the status it has come to.

    Material prints the status of a page unescaped into its navigation, so
    what an author wrote there must never reach it.
    """
    status = getattr(ours.of, "status", None)
    if status is None:
        page.meta.pop("status", None)
    else:
        page.meta["status"] = str(status)


def drop_bad_status(page: Page) -> bool:
    """Take a status off any page of the site that is more than plain words, and return whether
    there was one. Material prints it into the navigation of every page, as part of a class.
    """
    if PLAIN_STATUS.fullmatch(str(page.meta.get("status", ""))):
        return False
    del page.meta["status"]
    return True


def is_private(page: Page) -> bool:
    """Return whether the page says that it is private, wherever that may be written."""
    return str(page.meta.get("visibility", "")).strip().casefold() == "private"


def make_safe(page: Page) -> None:
    """Escape the title and the description of a page of the roadmap: themes print both as
    they are, and a title in the navigation of every page. What has no markup stays as it is.
    """
    title, description = page.meta.get("title"), page.meta.get("description")
    if isinstance(title, str) and is_markup(title):
        page.meta["title"] = title_for_themes(title)
    if isinstance(description, str) and ("<" in description or '"' in description):
        page.meta["description"] = html_library.escape(description)


def make_file_name_safe(page: Page) -> None:
    """Do so for a page whose title is the name of its file. MkDocs escapes those made from headings."""
    if "title" not in page.meta and is_markup(page.file.name) and page.title and is_markup(page.title):
        page.meta["title"] = title_for_themes(html_library.unescape(page.title))
