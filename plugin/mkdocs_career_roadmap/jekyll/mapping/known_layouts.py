"""What a layout puts around a page's text from its front matter: those of al-folio's first page and of its
posts after Distill are known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import Any

from ..blog.documents import Document
from ..blog.ruby import is_true, text_of

_ENDINGS = (".liquid", ".html")


def with_layout(document: Document, includes: Collection[str], baseurl: str) -> tuple[Document, list[str]]:
    """Return a page with what its layout showed of its front matter, and the keys of that.

    `includes` are the names of the blog's own includes, which the layout used.
    """
    if (names := [name for name, _ in _under_title(document)]):
        return document, names
    if text_of(document.data.get("layout") or "") != "about" or document.ext.lower() in (".html", ".htm"):
        return document, []
    begin, end = list(_begin(document.data, baseurl)), list(_end(document.data, includes))
    if not begin and not end:
        return document, []
    head = "".join(f"{html}\n\n" for _, html in begin)
    body = f"{head}{document.body.rstrip()}\n" + "".join(f"\n{text}\n" for _, text in end)
    line = max(1, document.body_line - head.count("\n"))
    return replace(document, body=body, body_line=line), [name for name, _ in (*begin, *end)]


def under_title(document: Document) -> list[str]:
    """Return what a layout showed below a page's title, as lines of HTML; none is an excerpt by itself."""
    return [html for _, html in _under_title(document)]


def _under_title(document: Document) -> Iterator[tuple[str, str]]:
    page = document.data
    if text_of(page.get("layout") or "") != "distill":
        return
    about = page.get("description")
    if isinstance(about, str) and about.strip():
        yield "description", f"<p>{escape(' '.join(about.split()), quote=False)}</p>"
    people = page.get("authors")
    named = [one for one in people if isinstance(one, Mapping) and _said(one.get("name"))] if isinstance(
        people, list) else []
    if named:
        yield "authors", f"<p>{', '.join(map(_author, named))}</p>"


def _author(one: Mapping[str, Any]) -> str:
    """Return a name with its link, and where its bearer is at home."""
    homes = one.get("affiliations")
    homes = homes if isinstance(homes, list) else [homes]
    places = [_linked(home) for home in homes if isinstance(home, Mapping) and _said(home.get("name"))]
    return _linked(one) + (f" ({', '.join(places)})" if places else "")


def _linked(one: Mapping[str, Any]) -> str:
    name, where = escape(_said(one["name"]), quote=False), _said(one.get("url"))
    return f'<a href="{escape(where)}">{name}</a>' if where.startswith(("https://", "http://")) else name


def _said(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _begin(page: Mapping[str, object], baseurl: str) -> Iterator[tuple[str, str]]:
    subtitle = page.get("subtitle")
    if isinstance(subtitle, str) and subtitle.strip():
        yield "subtitle", f"<p>{' '.join(subtitle.split())}</p>"
    profile = page.get("profile")
    if not isinstance(profile, Mapping):
        return
    image = profile.get("image")
    if isinstance(image, str) and image.strip():
        where = escape(f"{baseurl}/assets/img/{image.strip().lstrip('/')}")
        yield "profile.image", f'<p><img src="{where}" alt="" width="240"></p>'
    for key in ("address", "more_info"):
        text = profile.get(key)
        if isinstance(text, str) and text.strip():
            yield f"profile.{key}", f"<div>{' '.join(text.split())}</div>"


def _end(page: Mapping[str, object], includes: Collection[str]) -> Iterator[tuple[str, str]]:
    for key, title, name, given in (
            ("news", "News", "news", ""), ("announcements", "News", "news", " limit=true"),
            ("selected_papers", "Selected publications", "selected_papers", "")):
        wanted = page.get(key)
        wanted = wanted.get("enabled") if isinstance(wanted, Mapping) else wanted
        file = next((f"{name}{ending}" for ending in _ENDINGS if f"{name}{ending}" in includes), "")
        if wanted is not None and is_true(wanted) and file:
            yield key, f"## {title}\n\n<div>{{% include {file}{given} %}}</div>"  # a layout is HTML
