"""The posts of a site that are on no roadmap yet, and what they say of themselves."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from yaml.nodes import MappingNode, Node, ScalarNode

from ..project.config import Project
from ..project.docs_folder import DocsFolder
from ..project.read_site import read_site
from ..reading.entry import Source
from ..reading.front_matter import FrontMatter, split
from ..reading.page import Page, moment_of, read
from ..reading.yaml_nodes import NULL, parts
from ..vocabulary.fields import Role
from ..vocabulary.paths import is_page
from ..vocabulary.problems import Problem
from .milestone_series import Candidate
from .names_in_use import NamesInUse, names_in_use
from .series import fold_category

_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-.")
_NUMBERS = re.compile(r"\d{1,4}")
"""The name of the folder of a year, a month or a page of a list."""
_ON_ROADMAP = frozenset({"goal", "goals", "milestone", "milestones"})


@dataclass(frozen=True, slots=True)
class OldPost:
    """A post that is on no roadmap."""

    page: Page
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    day: date | None = None
    """When it was written. None: nobody can tell."""
    series: str = ""
    """The name of its series, where its front matter has one."""

    @property
    def candidate(self) -> Candidate:
        """The post as series are found among posts."""
        page = self.page
        return Candidate(page.path, page.title, self.day, self.series, self.categories, page.links)


@dataclass(slots=True)
class BlogPosts:
    """What a site has of posts."""

    posts: list[OldPost] = field(default_factory=list)
    """Those on no roadmap, by path."""
    adopted: int = 0
    """How many are on one."""
    categories: dict[str, str] = field(default_factory=dict)
    """Of all posts, as they are compared and as they are written."""
    tags: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    """Why posts cannot be read; nobody touches these."""
    in_use: NamesInUse = field(default_factory=NamesInUse)
    sources: tuple[Source, ...] = ()
    """All pages of the site."""


def read_blog(project: Project, day: date) -> BlogPosts:
    """Return the posts of a site: pages of its blog, with a day, or in a folder named posts. An index that
    has its folder for itself, `posts/first-hours/index.md`, is one, too.

    What lies in `private_docs` counts, too. Other index pages, drafts, definitions and what lies in the
    roadmap's own folder are none. No link of the
    file system that leaves the docs folder is followed, whatever the site says.
    """
    site_read = read_site(project, day, keep_private=True)
    site = site_read.site
    blog = BlogPosts(in_use=names_in_use(site.entries, site.roadmap),
                     sources=site_read.sources)
    folder = DocsFolder(str(project.docs.resolve()))
    seen: set[str] = set()
    for path in sorted(filter(_is_candidate(project, site_read.files), site_read.files)):
        real = os.path.realpath(project.at(path))
        in_private = project.private if project.private and project.private.has(path) else None
        if real in seen or (in_private is None and folder.refusal(path)):
            continue
        seen.add(real)
        source, wrong = (in_private or folder).read(path)
        if source is not None and not wrong:
            _take(blog, project, source)
        elif wrong and _is_post(project, path, ()):
            blog.problems.append(wrong)
    return blog


def _is_candidate(project: Project, files: Iterable[str]) -> Callable[[str], bool]:
    """Return what tells pages that may be posts. An index that has no page beside or below it is one; any
    other lists what is there.
    """
    own = f"{project.settings.folder}/"
    lists = {above for path in files if is_page(path)
             for above in _folders_above(path if not _is_index(path) else posixpath.dirname(path))}
    return lambda path: is_page(path) and not path.startswith(own) and not (
        _is_index(path) and posixpath.dirname(path) in lists)


def _is_index(path: str) -> bool:
    return posixpath.splitext(posixpath.basename(path))[0].lower() in ("index", "readme")


def _folders_above(path: str) -> Iterator[str]:
    while path:
        path = posixpath.dirname(path)
        yield path


def _take(blog: BlogPosts, project: Project, source: Source) -> None:
    """Note one page, if it is a post."""
    front = split(source.path, source.text)
    page = read(source, project.settings)
    is_post = _is_post(project, source.path, front.keys)
    if page.is_draft or not (is_post or front.lost) or _is_definition(front):
        return
    if front.problems and not front.keys.keys() & _ON_ROADMAP:
        blog.problems += front.problems[:1]
        return
    categories, tags = _named(front, "categories", "category"), _named(front, "tags", "tag")
    moment, series = moment_of(front, project.settings), _named(front, "series")
    for names, spellings in ((categories, blog.categories), (tags, blog.tags)):
        for name in names:
            spellings.setdefault(fold_category(name), name)
    if front.keys.keys() & _ON_ROADMAP:
        blog.adopted += 1
    else:
        blog.posts.append(
            OldPost(page, categories, tags, moment and moment.date(), series[0] if series else ""))


def _is_post(project: Project, path: str, keys: Collection[str]) -> bool:
    folder, name = posixpath.split(path)
    if _is_index(path):  # the folder has the name
        folder, name = posixpath.split(folder)
        if not name or _NUMBERS.fullmatch(name):
            return "date" in keys
        path = f"{folder}/"
    return (project.is_in_blog(path) or "date" in keys or "posts" in folder.split("/")
            or bool(_DATED.match(name)))


def _is_definition(front: FrontMatter) -> bool:
    node = front.values.get("type")
    return isinstance(node, ScalarNode) and node.value.strip().casefold() in (Role.GOAL, Role.MILESTONE)


def _named(front: FrontMatter, *keys: str) -> tuple[str, ...]:
    """Return the names in a list, or the only one."""
    nodes = (front.values[key] for key in keys if key in front.values)
    items = (item for node in nodes if not isinstance(node, MappingNode) for item in _items(node))
    names = (" ".join(item.value.split()) for item in items
             if isinstance(item, ScalarNode) and item.tag != NULL)
    return tuple(dict.fromkeys(filter(None, names)))


def _items(node: Node) -> list[Node]:
    return [node] if isinstance(node, ScalarNode) else parts(node)
