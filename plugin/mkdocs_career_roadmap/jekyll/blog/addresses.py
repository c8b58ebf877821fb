"""Where Jekyll serves each file of a blog (rules: jekyll/url.rb, jekyll/drops/url_drop.rb, jekyll/page.rb).

An address begins with a slash, is escaped as Jekyll escapes it, and does not hold `baseurl`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from .config import Config, with_suffix
from .documents import Document, FileRole
from .ruby import extension, is_true, lower, slugify, text_of, without_extension, words
from .times import moment

_PLACEHOLDER = re.compile(r":([a-z_]+)")
_STAYS = "/?-._~!$&'()*+,;=:@"
_PAGES = frozenset((".html", ".xhtml", ".htm"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def address(document: Document, config: Config) -> str:
    """Return the address of a file, with a slash before it.

    A placeholder that Jekyll does not know stays as it is; so does the rest of a template when a document
    has no date.
    """
    if document.role is FileRole.STATIC:
        return _static_address(document, config)
    permalink = _permalink(document)
    if document.role is FileRole.PAGE:
        template = _page_template(document, config) if permalink is None else permalink
        return _clean(_filled(template, _page_parts(document, config)))
    template = config.collections[document.collection].permalink if permalink is None else permalink
    return _clean(_PLACEHOLDER.sub(_drop(document, config), template))


def file_of(address: str, ext: str = ".html") -> str:
    """Return the path of the file that holds an address: `/foo` -> `foo.html`, `/foo/` -> `foo/index.html`.

    `ext` is the ending of what is written; see `output_ext`.
    """
    path = unquote_to_bytes(address.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")
    path = posixpath.normpath(f"/{path}").lstrip("/")
    if address.endswith("/"):
        return posixpath.join(path, f"index{ext}")
    return path if path.endswith(ext) else path + ext


def written(document: Document, config: Config) -> str:
    """Return the path of the file that Jekyll writes for a document, from the built site's folder."""
    where = address(document, config)
    if document.role is FileRole.STATIC:
        return file_of(where, "")
    ext = output_ext(document, config)
    if document.role is not FileRole.PAGE and where.endswith("/"):
        return file_of(where)  # a page's index has the page's ending, a document's has not
    return file_of(where, ext)


def output_ext(document: Document, config: Config) -> str:
    """Return the ending of the file that is written: that of its permalink, else what its text becomes."""
    permalink = _permalink(document)
    if permalink and not permalink.endswith("/") and (named := extension(permalink)):
        return named
    kind = document.ext.lower()
    if kind in config.markdown_ext:
        return ".html"
    return ".css" if kind in (".sass", ".scss") else document.ext


def categories(document: Document) -> list[str]:
    """Return the categories of a document: of the folders above it, then its defaults, then its own.

    No two are the same. A text is split at spaces, but that of `category` is one.
    """
    return [name for name in _groups(document) if name]


def tags(document: Document) -> list[str]:
    """Return the tags of a document; a text is split at spaces, but that of `tag` is one."""
    data = document.data
    several = data.get("tags")
    if is_true(data.get("tag")):
        return _unique(_flat(data["tag"]))
    return _unique(_flat(_several(several if isinstance(several, str | list) else None)))


def day(document: Document, config: Config) -> date | None:
    """Return the day of a document in the site's zone; None: it has none. See `moment`."""
    when = moment(document, config)
    return when.day if when else None


def redirects(document: Document) -> list[str]:
    """Return the old addresses that `redirect_from` names, a slash before each (jekyll-redirect-from)."""
    written = document.data.get("redirect_from")
    return _unique(f"/{text_of(one).lstrip('/')}" for one in _flat(written) if one)


def leads_on(document: Document) -> str:
    """Return the address that a page leads on to by `redirect_to` (jekyll-redirect-from); empty: to none."""
    written = document.data.get("redirect_to")
    where = written[0] if isinstance(written, list) and written else written
    return where.strip() if isinstance(where, str) and re.fullmatch(r"\s*[^\s<>]+\s*", where) else ""


def _permalink(document: Document) -> str | None:
    written = document.data.get("permalink")
    return text_of(written) if is_true(written) else None


def _groups(document: Document) -> list[str]:
    """Return the categories of a document with an empty one, if there is one: it makes a slash of its own."""
    names: list[Any] = list(_superdirs(document))
    for values in (document.defaults, document.front):
        names.extend(_several(values.get("categories")))
    data = document.data
    names.extend(_flat(data["category"]) if is_true(data.get("category")) else [])
    return list(dict.fromkeys(map(text_of, names)))


def _unique(values: Iterable[Any]) -> list[str]:
    return [text for text in dict.fromkeys(map(text_of, values)) if text]


def _several(value: Any) -> list[Any]:
    if isinstance(value, str):
        return list(words(value))
    return value if isinstance(value, list) else [] if value is None else [value]


def _flat(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [inner for one in value for inner in _flat(one)]
    return [] if value is None else [value]


def _superdirs(document: Document) -> list[str]:
    special = "_drafts" if document.role is FileRole.DRAFT else f"_{document.collection}"
    if not document.collection or document.relative.startswith(special):
        return []
    above = document.relative.partition(special)[0].split("/")
    return [name for name in above if name not in ("", document.name)]


def _static_address(document: Document, config: Config) -> str:
    path = without_extension(document.relative)
    if not document.collection:
        return f"/{path}{document.ext}"
    path = path.replace(f"_{document.collection}", "", 1)
    parts = {"collection": document.collection, "path": path, "output_ext": "",
             "name": posixpath.basename(path), "title": ""}
    template = config.collections[document.collection].permalink
    return _clean(_filled(template, parts)).removesuffix("/") + document.ext


def _page_template(document: Document, config: Config) -> str:
    if output_ext(document, config) not in _PAGES:
        return "/:path/:basename:output_ext"
    if without_extension(document.name) == "index":
        return "/:path/"
    return with_suffix("/:path/:basename", config.permalink)


def _page_parts(document: Document, config: Config) -> Mapping[str, str]:
    folder = posixpath.dirname(document.path)
    return {"path": f"/{folder}" if folder else "", "basename": without_extension(document.name),
            "output_ext": output_ext(document, config)}


def _filled(template: str, parts: Mapping[str, str]) -> str:
    """Return a template with its parts put in, one after the other, as a page's are."""
    for name, value in parts.items():
        template = template.replace(f":{name}", _escaped(value))
    return template


def _escaped(text: str) -> str:
    """Return a part of an address, escaped: a question mark stays, a number sign does not."""
    return quote(text.encode("utf-8", "surrogateescape"), safe=_STAYS)


def _clean(address: str) -> str:
    """Return an address without steps upward and doubled slashes."""
    return re.sub("/+", "/", f"/{address}".replace("..", "/").replace("./", ""))


def _drop(document: Document, config: Config) -> Callable[[re.Match[str]], str]:
    """Return what fills the placeholders of a document's template."""
    parts = _document_parts(document, config)

    def fill(match: re.Match[str]) -> str:
        name, rest = match[1], ""
        if name.endswith("_"):  # of `:month_:day`
            name, rest = name[:-1], "_"
        return match[0] if name not in parts else _escaped(parts[name]) + rest

    return fill


def _document_parts(document: Document, config: Config) -> dict[str, str]:
    base = posixpath.splitext(document.name)[0]
    path = without_extension(document.relative).replace(
        f"_{document.collection}", "", 1)
    named = slug(document)
    groups = _groups(document)
    when = moment(document, config)
    return {
        "output_ext": output_ext(document, config), "path": path, "collection": document.collection,
        "name": slugify(base), "title": slugify(named, "pretty", cased=True), "slug": slugify(named),
        "categories": "/".join(dict.fromkeys(map(lower, groups))),
        "slugified_categories": "/".join(dict.fromkeys(map(slugify, groups))),
        **(_time_parts(when.when) if when else {}),
    }


def slug(document: Document) -> str:
    """Return what a document is called in its address: its `slug`, else its file's name without the date."""
    written = document.data.get("slug")
    if is_true(written):
        return text_of(written)
    match = document.dated
    return (match[2] if match else posixpath.splitext(document.name)[0]).rstrip(".")


def _time_parts(when: datetime) -> dict[str, str]:
    week_year, week, week_day = when.isocalendar()
    month, weekday = _MONTHS[when.month - 1], _DAYS[week_day - 1]
    return {
        "year": f"{when.year:04}", "month": f"{when:%m}", "day": f"{when:%d}", "hour": f"{when:%H}",
        "minute": f"{when:%M}", "second": f"{when:%S}", "i_day": str(when.day), "i_month": str(when.month),
        "short_month": month[:3], "long_month": month, "short_year": f"{when:%y}",
        "w_year": f"{week_year:04}", "week": f"{week:02}", "w_day": str(week_day), "short_day": weekday[:3],
        "long_day": weekday, "y_day": f"{when:%j}",
    }
