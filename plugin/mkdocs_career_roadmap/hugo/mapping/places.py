"""Where each page of a blog will lie in the new site, and which of them are the posts of its blog."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Sequence

from mkdocs_career_roadmap.new_site.config import Blog
from mkdocs_career_roadmap.new_site.paths import PathBook, short_path
from mkdocs_career_roadmap.new_site.permalinks import url_format

from ..blog.addresses import address_of
from ..blog.config import HugoConfig
from ..blog.pages import Held, HugoPage, PageSort
from .list_pages import made_by_material, page_size

MADE_HERE = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"})
"""Files that MkDocs makes itself."""
_POSTS = ("posts", "blog-posts", "all-posts", "posts-of-blog")
_SLUGS = re.compile(r":(?:title|slugorfilename|slugorcontentbasename|contentbasename|filename|slug)\b")


def main_sections(pages: Sequence[HugoPage], config: HugoConfig) -> tuple[str, ...]:
    """Return the sections whose pages are the posts: those that the configuration names, else the largest."""
    named = config.mapping("params").get("mainsections") or config.raw.get("mainsections")
    listed = named if isinstance(named, list) else [named] if isinstance(named, str) else []
    if found := tuple(str(one).strip("/") for one in listed if str(one).strip("/")):
        return found
    counted = Counter(
        page.section
        for page in pages
        if page.sort is PageSort.PAGE and page.section and page.held in (Held.NO, Held.FUTURE)
    )
    dated = Counter(
        page.section for page in pages if page.sort is PageSort.PAGE and page.section and page.day
    )
    return tuple(one for one, _ in (dated or counted).most_common(1))


def file_of(address: str) -> str:
    """Return the file that Hugo wrote for an address."""
    return f"{address}index.html".lstrip("/") if address.endswith("/") else address.lstrip("/")


class HugoPlaces(PathBook):
    """Gives each page a path of its own."""

    def __init__(self, pages: Sequence[HugoPage], config: HugoConfig, used: Collection[str]) -> None:
        """`used` are the first parts of the paths of other files."""
        super().__init__()
        self._config = config
        self.sections = main_sections(pages, config)
        own = [page for page in pages if page.sort is PageSort.PAGE and page.section in self.sections]
        posts = [page for page in own if self.is_post(page)]
        taken = {
            address_of(page, config).strip("/").partition("/")[0]
            for page in pages
            if not self.is_post(page) and not self.is_listing(page)
        } | set(used)
        wanted = (*self.sections[:1], *_POSTS)
        folder = next((name for name in wanted if name not in taken), "posts-of-the-blog")
        form, day = self._format(posts)
        self.blog = Blog(".", folder, form, day, page_size(config))
        self.of_material = made_by_material(posts, config)
        """The addresses of lists that Material's blog makes itself."""

    def is_post(self, page: HugoPage) -> bool:
        """True for a page of the main sections that has a day, or is not published."""
        is_dated = page.day is not None or page.held not in (Held.NO, Held.NO_PAGE)
        return (
            page.sort is PageSort.PAGE
            and page.section in self.sections
            and is_dated
            and page.held is not Held.NO_PAGE
        )

    def is_main(self, page: HugoPage) -> bool:
        """True for a page of the sections whose pages are the posts."""
        return page.sort is PageSort.PAGE and page.section in self.sections

    def is_listing(self, page: HugoPage) -> bool:
        """True for what lists posts: the blog of the new site does."""
        is_section = page.sort is PageSort.SECTION and page.section in self.sections
        return is_section or page.sort in (PageSort.TERM, PageSort.TAXONOMY)

    def of(self, page: HugoPage) -> str:
        """Return the path of a page, from the docs folder."""
        if self.is_post(page):
            name = page.name
            if len(self.sections) == 1:
                name = name.partition("/")[2]
            return self.take(posixpath.join(self.blog.posts, f"{posixpath.splitext(name)[0]}.md"))
        where = address_of(page, self._config)
        stem = re.sub(r"\.x?html?$", "", where.strip("/"))
        if page.sort is PageSort.HOME:
            return self.take("index.md")
        if page.is_bundle and where.endswith("/"):
            return self.take(f"{stem}/index.md" if stem else "index.md")
        return self.take(f"{stem}.md" if stem else "index.md")

    def slug_of(self, page: HugoPage) -> str:
        """Return the last part of a post's address, which is all that its blog's format does not say."""
        where = re.sub(r"\.x?html?$", "", address_of(page, self._config)).strip("/")
        begin = self._begin(page)
        rest = where.removeprefix(begin) if where.startswith(begin) else where.rpartition("/")[2]
        return short_path(rest or where or page.stem)

    def _begin(self, page: HugoPage) -> str:
        day = page.day
        written = self.blog.date_format
        if day is not None:
            for mark, value in (
                ("yyyy", f"{day.year:04}"),
                ("yy", f"{day.year % 100:02}"),
                ("MM", f"{day.month:02}"),
                ("dd", f"{day.day:02}"),
                ("M", str(day.month)),
                ("d", str(day.day)),
            ):
                written = written.replace(mark, value)
        return self.blog.url_format.replace("{date}", written).partition("{slug}")[0]

    def _format(self, posts: Sequence[HugoPage]) -> tuple[str, str]:
        """Return the format of the posts' addresses, and that of the days in them."""
        root = self._config.root.strip("/")
        counted = Counter(self._pattern(page) for page in posts)
        pattern = counted.most_common(1)[0][0] if counted else "/:slug/"
        pattern = _SLUGS.sub(":slug", pattern)
        if len(self.sections) == 1:
            pattern = pattern.replace(":sections", ":section").replace(":section", self.sections[0])
        elif pattern.startswith("/:section"):
            pattern = "/:slug/"
        return url_format(f"/{root}{pattern}" if root else pattern, ".")

    def _pattern(self, page: HugoPage) -> str:
        patterns = self._config.mapping("permalinks")
        inner = patterns.get("page")
        found = inner.get(page.section) if isinstance(inner, dict) else None
        found = found or patterns.get(page.section)
        return found if isinstance(found, str) else f"/{':section' if page.section else ''}/:slug/"
