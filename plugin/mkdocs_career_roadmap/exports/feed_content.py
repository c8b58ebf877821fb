"""The HTML of a page as a reader of feeds has it: without the page around it, so with whole addresses."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin

_GONE = re.compile(
    r"<!--.*?-->|<(script|style|template|noscript)\b.*?</\1\s*>|"
    r"<a\b[^<>]*\bclass=[\"']?(?:[\w-]+\s+)*headerlink\b.*?</a\s*>|"
    r"<div data-career-roadmap-block=[^<>]*></div>",
    re.DOTALL | re.IGNORECASE)
"""What no reader shows, or may show: comments, programs, the signs beside headings, the places of blocks."""
_TITLE = re.compile(r"\s*<h1\b.*?</h1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""<[a-zA-Z](?:[^"'<>]|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(
    r"""(?<=[\s"'])(href|src|poster|cite|data|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))""",
    re.IGNORECASE)
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(\s+[\d.]+[wx])?(?=\s*(?:,|$))")


def feed_content(html: str, address: str) -> str:
    """Return the HTML of a page's text for a feed; `address` is the whole one of the page.

    The title of the page is not in it, since an entry has it beside the text.
    """
    text = _GONE.sub("", html)
    title = _TITLE.match(text)
    text = text[title.end() :] if title else text
    return _TAG.sub(lambda tag: _ADDRESS.sub(lambda found: _whole(found, address), tag[0]), text).strip()


def _whole(found: re.Match[str], address: str) -> str:
    name, value = found[1], unescape(found[2] or found[3] or found[4] or "")
    if name.lower() == "srcset":
        whole = _CANDIDATE.sub(lambda one: _joined(address, one[1]) + (one[2] or ""), value)
    else:
        whole = _joined(address, value.strip())
    return f'{name}="{escape(whole)}"'


def _joined(address: str, written: str) -> str:
    try:
        return urljoin(address, written)
    except ValueError:  # an address that is none, such as http://[
        return written
