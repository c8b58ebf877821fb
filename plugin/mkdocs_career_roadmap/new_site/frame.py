"""What a site needs besides its pages: its configuration, its workflow, the page that lists the posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_career_roadmap.authoring.scaffold import REBUILD, WORKFLOW, template, yaml_text

from .config import FEED_PACKAGE, Blog, config_text
from .destination import Content
from .lines import ImportNote
from .maths import SCRIPT, Maths, maths_script
from .menu import Item, titles
from .parts import SiteParts
from .report import REPORT, Row


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of the new site, by their paths in its folder."""

    files: Mapping[str, Content]
    notes: tuple[ImportNote, ...]
    rows: tuple[Row, ...]
    summary: str
    """What was found, in one sentence."""


class SiteName(NamedTuple):
    """What a site says of itself."""

    name: str
    about: str
    """One line; empty: it says nothing."""
    address: str
    """Where it is read, with a slash at its end; empty: nobody knows."""


def frame(identity: SiteName, blog: Blog, extensions: Sequence[object], parts: SiteParts,
          menu: Sequence[Item], lists: Sequence[str] = ()) -> dict[str, str]:
    """Return the files of a site besides its pages and the report, by their paths in its folder.

    `lists` are the addresses at which the posts were listed: they lead to the page that does so now.
    """
    index = "index.md" if blog.folder == "." else f"{blog.folder}/index.md"
    files = {
        "mkdocs.yml": config_text(identity.name, identity.about, identity.address, blog, extensions, parts,
                                  menu),
        "requirements.txt": template("requirements.txt") + (f"{FEED_PACKAGE}\n" if parts.feed else ""),
        ".gitignore": template("gitignore.txt"),
        WORKFLOW: _workflow(),
        REBUILD: template("rebuild.yml"),
    }
    if blog.has_maths:
        files[SCRIPT] = maths_script(blog.maths)
    for path in ("index.md", index):
        # The title of the page of posts is the menu's: Material's blog does not hear what the menu calls it.
        title = next((one for one in titles(menu, path) if path != "index.md"), identity.name)
        files[f"docs/{path}"] = _index_text(identity, path, title, blog, lists if path == index else [])
    return files


def frame_of_pages(identity: SiteName, extensions: Sequence[object], *, has_tags: bool,
                   has_maths: bool) -> dict[str, str]:
    """Return the same for a site of pages without a blog: its folders are its menu, and its first page says
    what it is called.
    """
    return {
        "mkdocs.yml": config_text(identity.name, identity.about, identity.address, None, extensions,
                                  has_tags=has_tags, has_maths=has_maths),
        "requirements.txt": template("requirements.txt"),
        ".gitignore": template("gitignore.txt"),
        WORKFLOW: _workflow(),
        REBUILD: template("rebuild.yml"),
        "docs/index.md": f"# {identity.name}\n",
        **({SCRIPT: maths_script(Maths())} if has_maths else {}),
    }


def _workflow() -> str:
    """Return the workflow that publishes, to which the dead links of the blog are no news."""
    look = "career-roadmap check --site site"
    return template("site.yml").replace(look, f"{look} --known {REPORT}")


def _index_text(identity: SiteName, path: str, title: str, blog: Blog, lists: Sequence[str]) -> str:
    """Return the page that lists the posts, or that is above it; `lists` are the addresses it is found at."""
    own = "/" if path == "index.md" else f"/{path.removesuffix('index.md')}"
    old = [f"  - {yaml_text(one)}\n" for one in dict.fromkeys(lists) if one != own]
    head = f"---\nredirect_from:\n{''.join(old)}---\n" if old else ""
    about = identity.about if title == identity.name else ""
    text = f"{head}# {title}\n" + (f"\n{about}\n" if about else "")
    is_above = path == "index.md" and blog.folder != "."
    return text + (f"\n[All posts]({blog.folder}/index.md)\n" if is_above else "")
