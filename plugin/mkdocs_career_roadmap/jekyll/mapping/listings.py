"""Pages of a blog that list its posts, which the blog of the new site does by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..blog.documents import Document, FileRole
from ..blog.ruby import text_of
from ..liquid.tokens import BLOCKS, LOOPS, Part, UnreadTexts, block_ends, tokens

FEW_WORDS = 25
"""A page that says fewer words of its own than this is a list, and nothing besides."""
_POSTS = re.compile(r"\b(?:site|paginator)\.posts\b")
_ALSO = re.compile(r"\bsite\.(?:categories|tags)\b")
_MADE = re.compile(r"\{%-?\s*assign\s+([\w-]+)\s*=\s*(?:site|paginator)\.posts\b", re.ASCII)
_ALSO_MADE = re.compile(r"\{%-?\s*assign\s+([\w-]+)\s*=\s*site\.(?:categories|tags)\b", re.ASCII)
_GIVEN = re.compile(r"=\s*(?:site|paginator)\.posts\b")
"""What an include is given, to list it."""
TAG_LIST = "<!-- material/tags -->\n"
"""Where Material's plugin lists the pages by their tags."""
_OF_TAGS = re.compile(r"""\bsite\.tags\b|\bfield\s*=\s*["']?tags\b""")
_HOME_LAYOUTS = frozenset({"home", "blog", "posts", "frontpage"})
_TAG_LAYOUTS = frozenset({"tags", "tag-archive"})
_LIST_LAYOUTS = _HOME_LAYOUTS | _TAG_LAYOUTS | {
    "archives", "categories", "category", "category-archive", "tag", "year-archive", "years"}
"""Layouts of themes that list posts on a page without words."""
_USUAL_NAMES = ("blog", "posts", "news")
_LIKELY = re.compile(r"blog|post|year|archive|writing|article|notes|journal", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^<>]*>|https?://\S+", re.DOTALL | re.IGNORECASE)


def is_listing(document: Document) -> bool:
    """True for a page that lists the posts, and says little besides."""
    if document.role is not FileRole.PAGE:
        return False
    if _layout(document) in _LIST_LAYOUTS and not document.body.strip():
        return True
    return lists_posts(document.body) and words_besides(document.body) < FEW_WORDS


def is_tag_list(document: Document) -> bool:
    """True for a page that lists the posts by their tags, and says little besides."""
    if document.role is not FileRole.PAGE:
        return False
    if _layout(document) in _TAG_LAYOUTS and not document.body.strip():
        return True
    return is_listing(document) and any(
        _OF_TAGS.search(token.markup) for token in tokens(document.body) if token.part is Part.TAG)


def _layout(document: Document) -> str:
    return text_of(document.data.get("layout") or "")


def lists_posts(body: str) -> bool:
    """True when a loop of a text goes over the posts, or over their categories or tags."""
    if "for" not in body:
        return False
    lists = _lists_of_posts(body)
    parts = list(tokens(body))
    loops = [token.markup for token in parts if token.name in LOOPS]
    lists |= frozenset(match[1] for match in _ALSO_MADE.finditer(body))
    if any(_goes_over(markup, lists) or _ALSO.search(markup) for markup in loops):
        return True
    return bool(loops) and any(token.name == "include" and _GIVEN.search(token.markup) for token in parts)


def _lists_of_posts(body: str) -> frozenset[str]:
    """Return the names of the variables to which a text assigns the posts, or some of them."""
    return frozenset(match[1] for match in _MADE.finditer(body))


def _goes_over(markup: str, lists: frozenset[str]) -> bool:
    over = markup.partition(" in ")[2].strip()
    name = re.match(r"[\w-]*", over, re.ASCII)
    return bool(_POSTS.match(over)) or bool(name and name[0] in lists)


def words_besides(body: str) -> int:
    """Return how many words of a text stand in no block, tag or output of Liquid, and are no markup."""
    parts = list(tokens(body))
    ends = block_ends(parts, UnreadTexts(parts))
    kept: list[str] = []
    at = 0
    while at < len(parts):
        if parts[at].name in BLOCKS:
            at = ends.get(at, at)
        elif parts[at].part is Part.TEXT:
            kept.append(parts[at].text)
        at += 1
    return len(re.findall(r"\w[\w'’-]+", _MARKUP.sub(" ", " ".join(kept))))


def without_posts(body: str) -> str:
    """Return a text without its loops over the posts, on as many lines: the list of the site stands below."""
    parts = list(tokens(body))
    ends = block_ends(parts, UnreadTexts(parts))
    lists = _lists_of_posts(body)
    kept: list[str] = []
    at = 0
    while at < len(parts):
        end = ends.get(at)
        if end is not None and parts[at].name in LOOPS and _goes_over(parts[at].markup, lists):
            kept.append("\n" * sum(one.text.count("\n") for one in parts[at : end + 1]))
            at = end
        else:
            kept.append(parts[at].text)
        at += 1
    return "".join(kept)


def blog_folder(addresses: Mapping[str, Document]) -> str:
    """Return the folder that the list of posts lay in, as far as one can be told from the `addresses` of the
    pages that list them; `.`: at the root.

    A page with a usual name goes first, then one over the posts themselves whose name or title is likely.
    """
    named = {where.strip("/"): page for where, page in addresses.items() if re.fullmatch(r"/[\w-]+/", where)}
    return min(named, key=lambda name: _rank(name, named[name]), default=".")


def _rank(name: str, page: Document) -> tuple[int, int]:
    lists = _lists_of_posts(page.body)
    is_over_posts = any(
        token.name in LOOPS and _goes_over(token.markup, lists) for token in tokens(page.body))
    usual = _USUAL_NAMES.index(name) if name in _USUAL_NAMES else len(_USUAL_NAMES)
    is_likely = bool(_LIKELY.search(f"{name} {page.data.get('title') or ''}"))
    return usual, 0 if is_over_posts and is_likely else 1 if is_over_posts else 2
