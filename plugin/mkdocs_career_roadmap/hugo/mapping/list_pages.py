"""The further addresses of lists: of the parts of a long one, and of those that Material's blog makes."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence

from ..blog.config import HugoConfig
from ..blog.pages import Held, HugoPage, PageSort, names_in


def page_size(config: HugoConfig) -> int:
    """Return how many pages a part of a list has."""
    size = config.mapping("pagination").get("pagersize") or config.raw.get("paginate")
    return size if isinstance(size, int) and not isinstance(size, bool) and size > 0 else 10


def parts_of_list(where: str, count: int, config: HugoConfig, first: int = 1) -> Iterator[str]:
    """Yield the addresses of the parts of a list of so many pages, from the part with a number on; a list
    that is whole has none. The first part has one, too, which leads to the list.
    """
    number = -(-count // page_size(config))
    name = config.mapping("pagination").get("path") or config.raw.get("paginatepath")
    name = name.strip("/") if isinstance(name, str) and name.strip("/") else "page"
    base, ending = (where, "/") if where.endswith("/") else posixpath.splitext(where)
    base = base if base.endswith("/") else f"{base}/"
    for one in range(first, number + 1) if number > 1 else ():
        yield f"{base}{name}/{one}{ending}"


def pages_below(pages: Sequence[HugoPage]) -> Counter[str]:
    """Return how many published pages lie in each folder of the content, and in those below it; all: ''."""
    found: Counter[str] = Counter()
    for page in pages:
        if page.sort is not PageSort.PAGE or page.held is not Held.NO:
            continue
        folder = page.folder
        found[""] += 1
        while folder:
            found[folder] += 1
            folder = posixpath.dirname(folder)
    return found


def made_by_material(posts: Sequence[HugoPage], config: HugoConfig) -> set[str]:
    """Return the addresses of the lists that Material's blog makes of posts: of years, and of categories,
    with their further parts.
    """
    from pymdownx.slugs import slugify  # noqa: PLC0415 - it is wanted for imports alone

    slug = slugify(case="lower")
    found: Counter[str] = Counter()
    for post in posts:
        if post.held in (Held.NO, Held.FUTURE):
            found.update(f"/category/{slug(one, '-')}/" for one in names_in(post.data.get("categories")))
            found.update([f"/archive/{post.day.year}/"] if post.day else [])
    return {one for where, count in found.items() for one in (where, *parts_of_list(where, count, config, 2))}
