"""The includes that show one picture, known by the names that themes and blogs give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from .expressions import NotKnownError
from .markdown_text import inline
from .urls import relative_url

_NAMES = frozenset(f"{name}{ending}" for name in ("figure", "image", "img", "picture")
                   for ending in ("", ".html", ".liquid", ".md"))
_PATHS = ("path", "src", "image_path", "url", "image", "file", "image_src", "imageurl", "image_url", "img",
          "imgurl", "filename", "source")
_PICTURE = re.compile(
    r"[^\s\"'<>{}?#]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:\?[^\s\"'<>{}]*)?", re.ASCII | re.IGNORECASE)
_AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.ASCII | re.IGNORECASE)
_MARKED = re.compile(r"\]\(|\*\*?\w|`")
"""What only a theme that reads captions as Markdown would be given."""
PARAMETER = re.compile(
    r"""\s+([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\w.-]+))""", re.ASCII | re.DOTALL)


def picture_of(markup: str, baseurl: str, value: Callable[[str], str]) -> str | None:
    """Return the HTML of the picture that an include shows; None: it is no include of one picture.

    An unknown name, a path that is missing, not known or no picture's, and parameters that Jekyll can't read
    give None. `value` gives the text of a variable, or raises NotKnownError. The path counts from the root
    of the blog, as the themes read it.
    """
    name = (markup.split(None, 1) or [""])[0]
    if name.rpartition("/")[2] not in _NAMES:
        return None
    given = parameters_of(markup, value)
    return None if given is None else picture_from(given, baseurl)


def picture_from(given: Mapping[str, str], baseurl: str) -> str | None:
    """Return the HTML of the picture that parameters name, with its caption; None: they name none."""
    path = next((given[key] for key in _PATHS if given.get(key)), "")
    if not _PICTURE.fullmatch(path):
        return None
    where = path if _AWAY.match(path) else relative_url(baseurl, path)
    title = f' title="{escape(given["title"])}"' if given.get("title") else ""
    alt = given.get("alt") or given.get("image_alt") or ""
    image = f'<img src="{escape(where)}" alt="{escape(alt)}"{title}>'
    caption = " ".join(given.get("caption", "").split())
    caption = inline(caption) if _MARKED.search(caption) else caption
    return f"<figure>{image}<figcaption>{caption}</figcaption></figure>" if caption else image


def parameters_of(markup: str, value: Callable[[str], str]) -> dict[str, str] | None:
    """Return the parameters of an include; None: they are not written as Jekyll reads them."""
    markup = markup.strip()[len((markup.split(None, 1) or [""])[0]):]
    given: dict[str, str] = {}
    at = 0
    while match := PARAMETER.match(markup, at):
        at = match.end()
        if match[4] is None:
            quote = '"' if match[2] is not None else "'"
            given[match[1]] = (match[2] if match[2] is not None else match[3]).replace(f"\\{quote}", quote)
            continue
        try:
            given[match[1]] = value(match[4])
        except NotKnownError:  # its size may be unknown; an empty path is refused by the caller
            given[match[1]] = ""
    return None if markup[at:].strip() else given
