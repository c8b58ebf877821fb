"""The posts of a site that are on no roadmap yet, and which of them belong together."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from yaml.nodes import MappingNode, Node, ScalarNode

from ..project.config import Project
from ..project.docs_folder import DocsFolder
from ..project.read_site import read_site
from ..reading.entry import Source
from ..reading.front_matter import FrontMatter, split
from ..reading.page import Page, read
from ..reading.yaml_nodes import NULL, parts
from ..vocabulary.fields import Role
from ..vocabulary.paths import is_page
from ..vocabulary.problems import Problem
from .names_in_use import NamesInUse, names_in_use
from .series import Member, Series, find_series, fold_category

_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-.")
_ON_ROADMAP = frozenset({"goal", "milestone", "milestones"})


@dataclass(frozen=True, slots=True)
class OldPost:
    """A post that is on no roadmap."""

    page: Page
    categories: tuple[str, ...]
    tags: tuple[str, ...]


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


def read_blog(project: Project, day: date) -> BlogPosts:
    """Return the posts of a site: pages of its blog, with a day, or in a folder named posts.

    Index pages, drafts, definitions and what lies in the roadmap's own folder are none. No link of the
    file system that leaves the docs folder is followed, whatever the site says.
    """
    site_read = read_site(project, day, keep_private=True)
    blog = BlogPosts(in_use=names_in_use(site_read.site.entries, project.settings))
    folder = DocsFolder(str(project.docs.resolve()))
    seen: set[str] = set()
    for path in sorted(filter(_is_candidate(project), site_read.files)):
        real = os.path.realpath(project.docs / path)
        if real in seen or folder.refusal(path):
            continue
        seen.add(real)
        source, wrong = folder.read(path)
        if source is not None and not wrong:
            _take(blog, project, source)
        elif wrong and _is_post(project, path, ()):
            blog.problems.append(wrong)
    return blog


def _is_candidate(project: Project) -> Callable[[str], bool]:
    own = f"{project.settings.folder}/"
    return lambda path: is_page(path) and not path.startswith(own) and posixpath.splitext(
        posixpath.basename(path))[0].lower() not in ("index", "readme")


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
    for names, spellings in ((categories, blog.categories), (tags, blog.tags)):
        for name in names:
            spellings.setdefault(fold_category(name), name)
    if front.keys.keys() & _ON_ROADMAP:
        blog.adopted += 1
    else:
        blog.posts.append(OldPost(page, categories, tags))


def _is_post(project: Project, path: str, keys: Collection[str]) -> bool:
    folder, name = posixpath.split(path)
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


# --- which belong together ---


@dataclass(frozen=True, slots=True)
class SeriesProposal:
    """A series of posts, and how it would be put on the roadmap."""

    series: Series
    option: str
    """`--category-goal` or `--tag-goal`. Empty: they share neither."""
    name: str
    """What they share, which may well be the name of the goal."""
    all: int
    """How many posts have that, also those without links."""


def proposals(blog: BlogPosts) -> Iterator[SeriesProposal]:
    """Yield the series among the posts that are on no roadmap, from their categories, tags and links."""
    posts = {post.page.path: post for post in blog.posts}
    members = [Member(path, p.page.title, p.categories, p.page.links) for path, p in posts.items()]
    for series in find_series(members):
        option, name = "--category-goal", series.category
        if not name:
            own = [posts[member.path].tags for member in series.members]
            shared = set.intersection(*(set(map(fold_category, tags)) for tags in own))
            name = next((tag for tag in own[0] if fold_category(tag) in shared), "")
            option = "--tag-goal" if name else ""
        folded = fold_category(name)
        count = sum(folded in map(fold_category, p.tags if option == "--tag-goal" else p.categories)
                    for p in posts.values())
        yield SeriesProposal(series, option, name, count)
