"""Where each file of a blog will lie in the new site, and why some of them have no part in it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from mkdocs_career_roadmap.new_site.arrange import MORE
from mkdocs_career_roadmap.new_site.config import Blog
from mkdocs_career_roadmap.new_site.paths import PathBook
from mkdocs_career_roadmap.new_site.permalinks import url_format

from ..blog.addresses import address, written
from ..blog.config import Config
from ..blog.documents import Document, FileRole, Withheld
from ..blog.ruby import text_of, without_extension
from ..liquid import controls
from .listings import FEW_WORDS, blog_folder, is_listing, is_tag_list, words_besides

HTML = (".html", ".htm", ".xhtml")


def is_page(document: Document, config: Config) -> bool:
    """True for what becomes a page of the site: Markdown and HTML."""
    kind = document.ext.lower()
    return document.role is not FileRole.STATIC and (kind in config.markdown_ext or kind in HTML)


def blog_of(documents: Sequence[Document], config: Config, used: Collection[str], *, has_static_home: bool
            ) -> Blog:
    """Return the blog of the site: its list stands where that of the Jekyll blog stood.

    `used` are the first parts of the paths that pages and files have: the posts lie elsewhere. With a static
    home the first page is a file that is copied as it is, so that no list can stand there.
    """
    listing = [one for one in documents if is_listing(one) and one.ext.lower() != ".xml"]
    lists = {address(one, config): one
             for one in [page for page in listing if not is_tag_list(page)] or listing}
    pages = [one for one in documents if one.role is FileRole.PAGE and address(one, config) == "/"]
    has_home = bool(pages) and not any(is_listing(page) for page in pages)
    folder = "."
    if has_static_home:
        folder = blog_folder(lists)
        if folder == ".":
            folder = next(name for name in ("blog", "all-posts", "posts-of-blog") if name not in used)
    elif has_home and "/" not in lists:
        folder = blog_folder(lists)
    taken = set(used) if folder == "." else set()
    posts = next(name for name in ("posts", "blog-posts", "all-posts", "posts-of-blog") if name not in taken)
    form, day = url_format(_usual_permalink(documents, config), folder)
    pages_of = config.raw.get("paginate")
    separator = config.excerpt_separator.strip()
    return Blog(folder, posts, form, day,
                pages_of if isinstance(pages_of, int) and pages_of > 0 else 10,
                separator or MORE, shows_future=config.future)


def _usual_permalink(documents: Sequence[Document], config: Config) -> str:
    """Return the template of the addresses that most posts have."""
    usual = config.collections["posts"].permalink
    counted = Counter(text_of(one.defaults.get("permalink") or usual)
                      for one in documents if one.role is FileRole.POST)
    return counted.most_common(1)[0][0] if counted else usual


class Places(PathBook):
    """Gives each document a path of its own."""

    def __init__(self, blog: Blog) -> None:
        super().__init__()
        self._blog = blog

    def of(self, document: Document, config: Config) -> str:
        """Return the path of a page, from the docs folder."""
        if document.role in (FileRole.POST, FileRole.DRAFT):
            folder = posixpath.normpath(posixpath.join(self._blog.folder, self._blog.posts))
            path = posixpath.join(folder, _post_path(document))
        else:
            path = _page_path(written(document, config))
        return self.take(f"{path}.md")


def _post_path(document: Document) -> str:
    """Return the path of a post without the folder that makes it one, and without its ending."""
    parts = without_extension(document.relative or document.path).split("/")
    return "/".join(part for part in parts if part not in ("_posts", "_drafts"))


def _page_path(file: str) -> str:
    """Return a path whose address is that of the file that Jekyll wrote, without its ending."""
    stem = re.sub(r"\.(?:x?html?)$", "", file)
    return stem.removesuffix("/index") if stem.count("/") and stem.endswith("/index") else stem


_LOOPS = frozenset({"for", "tablerow", "paginate"})
_MADE_HERE = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"})
"""Files that MkDocs makes itself."""
_TRANSLATED = frozenset({".scss", ".sass", ".coffee"})
_HIDDEN = {
    Withheld.UNPUBLISHED: "it says published: false", Withheld.NO_OUTPUT: "its collection has no pages",
    Withheld.DRAFT: "it is a draft", Withheld.FUTURE: "its day is still to come"}


def no_page(
    document: Document, config: Config, runs: Callable[[Document], bool]
) -> tuple[int, str] | None:
    """Return the line and the reason why a document becomes no page; None: it does. `runs` is true for one
    whose loops can be run.
    """
    if document.role in (FileRole.POST, FileRole.DRAFT):
        return None  # what Jekyll hides is a draft of the blog
    if document.hidden is not Withheld.NO:
        return 0, _HIDDEN[document.hidden]
    if written(document, config) in _MADE_HERE:
        return 0, "MkDocs makes this page itself"
    if re.search(r"<html[\s>]", document.body, re.IGNORECASE) and "{%" in document.body:
        return 0, "it is a whole page of HTML that Liquid fills"
    if is_listing(document):
        return 0, "it lists the posts, which the blog of the site does itself"
    loop = next(((line, name) for line, name in controls(document.body) if name in _LOOPS), None)
    is_short = words_besides(document.body) < FEW_WORDS
    if loop and document.role is FileRole.PAGE and is_short and not runs(document):
        line, name = loop
        return document.body_line + line - 1, f"it is made by a loop ({name}), which MkDocs does not run"
    return None


def no_copy(document: Document, file: str, config: Config, index: str) -> str | None:
    """Return why a file that is no page is not copied to `file`; None: it is.

    `index` is the page that lists the posts.
    """
    if document.hidden is not Withheld.NO:
        return _HIDDEN[document.hidden]
    if file in _MADE_HERE:
        return "MkDocs makes this file itself"
    if document.ext.lower() in config.markdown_ext:
        return "it has no front matter, so that Jekyll does not make a page of it"
    if file == index.replace(".md", ".html"):
        return "a page of the site lies there"
    if any(part.startswith(".") for part in file.split("/")):
        return "MkDocs leaves out files whose names begin with a dot; copy it by hand where it is needed"
    return None


def page_in_place_of(file: str) -> str:
    """Return the path of the page at whose address a file of the site would be; the same for most files."""
    return f"{file.removesuffix('index.html').rstrip('/') or 'index'}.md" if (
        file == "index.html" or file.endswith("/index.html")) else file


def no_text(document: Document, file: str, places: Places) -> str | None:
    """Return why a text with front matter that is no page is not written to `file`; None: it may be."""
    if document.ext.lower() in _TRANSLATED:
        return "it is written in a language that Jekyll translates; the site has the look of its theme"
    if document.role in (FileRole.POST, FileRole.DRAFT) or document.ext.lower() == ".textile":
        return "it is neither Markdown nor HTML; write it in Markdown"
    if document.hidden is not Withheld.NO:
        return _HIDDEN[document.hidden]
    if file in _MADE_HERE or not places.is_free(file):
        return "MkDocs makes this file itself, or another file lies there"
    return None
