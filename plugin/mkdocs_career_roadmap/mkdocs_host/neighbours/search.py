"""The search of MkDocs and of Material reads all that pages say: here it reads plain HTML by one pattern.

Python's parser looks at each tag by many patterns. What it tells of a tag or a text that is written as
Python-Markdown and our templates write it follows from one. The first that is not is left to it, with all
that comes behind. So what goes into the index is the same.
"""

from __future__ import annotations

import hashlib
import inspect
import re
import sys
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any

from mkdocs.structure.pages import Page

_NAME = r"[a-zA-Z][a-zA-Z0-9:_.-]*"
_TOKEN = re.compile(
    rf"""([^<]+)(?=<)|<([a-z][a-z0-9-]*)((?:\s+{_NAME}(?:="[^"<>]*")?)*)\s*(/?)>|</([a-z][a-z0-9-]*)>""")
"""A text; a tag with its attributes and its slash; the end of one."""
_TEXT, _END = 1, 5
_ATTRIBUTE = re.compile(rf"""\s+({_NAME})(?:="([^"]*)")?""")
_ODD = frozenset({"iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea",
                  "title", "xmp"})
"""Elements in which Python's parser sees no tags, in this version of it or in another."""
_INSIDE = frozenset(name for name in (*vars(HTMLParser), *vars(HTMLParser.__mro__[1]), "rawdata", "lineno",
                                      "offset", "lasttag", "cdata_elem", "interesting", "convert_charrefs")
                    if not name.startswith(("handle_", "__")))
"""What a parser is made of, as far as those do not use it who only listen."""
_EVENTS = {"33eb62fd1688be4d99a4e7bf8fc51c1be3d37602b63ad5327c9be3abf5dc8d50"}
"""The known texts of what Material does with a page for search, by their SHA-256."""
_FOR_SEARCH = "data-search-"


def read_fast(plugins: Any) -> None:
    """Let the search plugins of a site read pages fast, and Material take what is for search alone out of
    those pages only that have some of it.
    """
    for plugin in plugins.values():
        for parser in _parsers(getattr(plugin, "search_index", None)):
            parser.feed = _feed  # type: ignore[method-assign]
    events = plugins.events["page_context"]
    events[:] = [_only_where_needed(event) if _is_known(event) else event for event in events]


def _parsers(index: Any) -> Iterator[type[HTMLParser]]:
    """Yield what an index reads HTML by, of those that only listen to what is told of tags and texts."""
    add = getattr(getattr(type(index), "add_entry_from_context", None), "__code__", None)
    module = sys.modules.get(type(index).__module__)
    for name in add.co_names if add else ():
        found = getattr(module, name, None)
        if isinstance(found, type) and found.__bases__ == (HTMLParser,) and _only_listens(found):
            yield found


def _only_listens(parser: type[HTMLParser]) -> bool:
    codes = (getattr(getattr(made, "fget", made), "__code__", None) for made in vars(parser).values())
    used = {name for code in codes if code for name in code.co_names}
    return _INSIDE.isdisjoint(vars(parser)) and _INSIDE.isdisjoint(used)


def _feed(self: HTMLParser, data: str) -> None:
    """Do what `HTMLParser.feed` does."""
    at = 0
    if not self.rawdata and self.convert_charrefs:
        starts, ends, says = self.handle_starttag, self.handle_endtag, self.handle_data
        while token := _TOKEN.match(data, at):
            kind = token.lastindex
            if kind == _TEXT:
                text = token[1]
                says(unescape(text) if "&" in text else text)
            elif kind == _END:
                ends(token[5])
            elif (tag := token[2]) in _ODD:
                break
            else:
                attributes = [
                    (one[1].lower(), unescape(one[2]) if one[2] else one[2])
                    for one in _ATTRIBUTE.finditer(token[3])] if token[3] else []
                (self.handle_startendtag if token[4] else starts)(tag, attributes)
            at = token.end()
    if at < len(data):
        HTMLParser.feed(self, data[at:])


def _is_known(event: Any) -> bool:
    """True for what Material does with a page for search, in a version that is known."""
    plugin = type(getattr(event, "__self__", None))
    if (plugin.__module__, plugin.__qualname__) != ("material.plugins.search.plugin", "SearchPlugin"):
        return False
    try:
        return hashlib.sha256(inspect.getsource(event).encode()).hexdigest() in _EVENTS
    except (OSError, TypeError):
        return False


def _only_where_needed(event: Any) -> Any:
    plugin = event.__self__

    def on_page_context(context: Any, *, page: Page, config: Any, nav: Any) -> None:
        if _FOR_SEARCH in (page.content or _FOR_SEARCH):
            event(context, page=page, config=config, nav=nav)
        elif plugin.config.enabled:
            plugin.search_index.add_entry_from_context(page)

    return on_page_context
