"""All that was written, year after year, the newest first; so many posts on a page that it reads well."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from ...roadmap.model import Post, Roadmap
from ..explore.filters import filters_of_posts
from ..shapes import Filters, Ref, Tab
from ..viewer import Viewer

MOST = 50
"""How many posts stand on one page."""


class PostsPart(NamedTuple):
    """What one page of the list has."""

    number: int
    """From 1, the page with the newest posts."""
    posts: tuple[Post, ...]
    """The newest first; those without a day last."""


class ListedPost(NamedTuple):
    post: Ref
    """With its day in words as the note; empty: it has none."""
    status: str
    """What it says; empty: nothing, or not the same of all its milestones."""
    goal: Ref | None
    path: str
    """The source path of the post."""
    excerpt: str
    """What it says of itself, else how it begins; empty: neither is there."""


class PostsOfYear(NamedTuple):
    year: str
    """Empty: they have no day."""
    posts: tuple[ListedPost, ...]


class PostsPage(NamedTuple):
    tabs: tuple[Tab, ...]
    n: int
    """How many posts there are on all pages."""
    years: tuple[PostsOfYear, ...]
    pages: tuple[Tab, ...]
    """The pages of the list by their numbers; empty: there is only one."""
    before: Ref | None
    """The page with newer posts."""
    after: Ref | None
    """The page with older ones."""
    filters: Filters | None
    """What the posts of this page may be asked for. None: there is nothing to tell apart."""


def parts(roadmap: Roadmap) -> tuple[PostsPart, ...]:
    """Return the pages of the list; none if nobody wrote anything."""
    dated = [post for post in reversed(roadmap.posts) if post.day]
    posts = [*dated, *(post for post in roadmap.posts if post.day is None)]
    return tuple(PostsPart(1 + at // MOST, tuple(posts[at : at + MOST])) for at in range(0, len(posts), MOST))


def page_of_part(view: Viewer, number: int) -> str:
    """Return the source path of a page of the list."""
    return f"{view.settings.folder}/posts{'' if number == 1 else f'/{number}'}.md"


def posts_page(view: Viewer, part: PostsPart) -> PostsPage:
    """Return what a page of the list shows."""
    n = len(view.roadmap.posts)
    numbers = range(1, 1 + -(-n // MOST))
    tabs = tuple(Tab(str(number), view.link(page_of_part(view, number)), number == part.number)
                 for number in numbers)

    def other(number: int) -> Ref | None:
        return Ref(str(number), tabs[number - 1].href) if number in numbers else None

    return PostsPage(view.tabs(""), n, tuple(_by_year(view, part.posts)), tabs if len(tabs) > 1 else (),
                     other(part.number - 1), other(part.number + 1), filters_of_posts(view, part.posts))


def _by_year(view: Viewer, posts: Iterable[Post]) -> Iterable[PostsOfYear]:
    for year, some in groupby(posts, lambda post: f"{post.day.year:04}" if post.day else ""):
        yield PostsOfYear(year, tuple(_listed(view, post) for post in some))


def _listed(view: Viewer, post: Post) -> ListedPost:
    said = {one.status or post.status for one in post.outcomes} or {post.status}
    return ListedPost(view.post_ref(post), str(said.pop() or "") if len(said) == 1 else "",
                      view.goal_ref(post.goal), post.path, post.description or post.excerpt)
