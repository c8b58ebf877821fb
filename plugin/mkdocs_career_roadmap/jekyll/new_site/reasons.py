"""Why a file of a blog has no part in the new site."""

from __future__ import annotations

import re

from ..blog.addresses import written
from ..blog.config import Config
from ..blog.documents import Document, Hidden, Role
from ..liquid.carry import controls
from .places import Places, is_listing

_LOOPS = frozenset({"for", "tablerow", "paginate"})
_MADE_HERE = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"})
"""Files that MkDocs makes itself."""
_TRANSLATED = frozenset({".scss", ".sass", ".coffee"})
_HIDDEN = {
    Hidden.UNPUBLISHED: "it says published: false", Hidden.NO_OUTPUT: "its collection has no pages",
    Hidden.DRAFT: "it is a draft", Hidden.FUTURE: "its day is still to come"}


def no_page(document: Document, config: Config) -> tuple[int, str] | None:
    """Return the line and the reason why a document becomes no page; None: it does."""
    if document.role in (Role.POST, Role.DRAFT):
        return None  # what Jekyll hides is a draft of the blog
    if document.hidden is not Hidden.NO:
        return 0, _HIDDEN[document.hidden]
    if written(document, config) in _MADE_HERE:
        return 0, "MkDocs makes this page itself"
    if re.search(r"<html[\s>]", document.body, re.IGNORECASE) and "{%" in document.body:
        return 0, "it is a whole page of HTML that Liquid fills"
    if is_listing(document):
        return 0, "it lists the posts, which the blog of the site does itself"
    loop = next(((line, name) for line, name in controls(document.body) if name in _LOOPS), None)
    if loop and document.role is Role.PAGE:
        line, name = loop
        return document.body_line + line - 1, f"it is made by a loop ({name}), which MkDocs does not run"
    return None


def no_copy(document: Document, file: str, config: Config, places: Places, index: str) -> str | None:
    """Return why a file that is no page is not copied to `file`; None: it is.

    `index` is the page that lists the posts.
    """
    if document.hidden is not Hidden.NO:
        return _HIDDEN[document.hidden]
    if file in _MADE_HERE:
        return "MkDocs makes this file itself"
    if document.ext.lower() in config.markdown_ext:
        return "it has no front matter, so that Jekyll does not make a page of it"
    page = f"{file.removesuffix('index.html').rstrip('/') or 'index'}.md"
    is_taken = file.endswith("index.html") and not places.is_free(page)
    if is_taken or not places.is_free(file) or file == index.replace(".md", ".html"):
        return "a page of the site lies there"
    if any(part.startswith(".") for part in file.split("/")):
        return "MkDocs leaves out files whose names begin with a dot; copy it by hand where it is needed"
    return None


def no_text(document: Document, file: str, places: Places) -> str | None:
    """Return why a text with front matter that is no page is not written to `file`; None: it may be."""
    if document.ext.lower() in _TRANSLATED:
        return "it is written in a language that Jekyll translates; the site has the look of its theme"
    if document.role in (Role.POST, Role.DRAFT) or document.ext.lower() == ".textile":
        return "it is neither Markdown nor HTML; write it in Markdown"
    if document.hidden is not Hidden.NO:
        return _HIDDEN[document.hidden]
    if file in _MADE_HERE or not places.is_free(file):
        return "MkDocs makes this file itself, or another file lies there"
    return None
