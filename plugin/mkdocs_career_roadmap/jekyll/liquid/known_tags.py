"""Tags that plugins of themes add to Liquid, known by their names: videos, details, tabs, pictures, diagrams.

The names are those of al-folio and its plugins (jekyll-tabs, jekyll-twitter-plugin, jekyll-diagrams,
jekyll-jupyter-notebook, jekyll-remote-include), of jekyll-gist and jekyll-figure, of the youtube and vimeo
tags that blogs have in their `_plugins`, and of Octopress. What a plugin would have fetched while the site
was built is a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from .embeds import address_of, gist, link, player, tweet
from .expressions import NotKnownError
from .tokens import Part, Token
from .values import text_of

CITING = frozenset({"cite", "nocite", "cite_details", "details_link", "quote", "endquote", "reference",
                    "bibliography", "bibliography_count"})
"""Tags of jekyll-scholar."""
PAIRED = frozenset({"details", "figure", "tabs", "tab", "quote"})
"""Tags with an end, whose text is read as all other text of the page."""
DIAGRAMS = {
    "mermaid": "mermaid", "plantuml": "plantuml", "graphviz": "dot", "blockdiag": "text", "erd": "text",
    "nomnoml": "text", "svgbob": "text",
    "syntrax": "text", "smcat": "text", "vega": "json", "vegalite": "json",
    "wavedrom": "json"}
"""Tags that draw what stands in them, by the language of its code, which is shown in its place."""
_PARTS = re.compile(r'"[^"]*"|\'[^\']*\'|\S+')
_IMAGE = re.compile(
    r"(?:(?P<kind>[\w\s-]*?)\s+)?(?P<src>(?:https?:/|/|\S+/)\S+)(?:\s+(?P<width>\d+))?"
    r"(?:\s+(?P<height>\d+))?(?:\s+(?P<title>.+))?")


class TagValues(NamedTuple):
    """What a tag may ask for."""

    baseurl: str
    value: Callable[[str], object]
    """What a variable stands for, nil for None. Raises NotKnownError."""
    file_url: Callable[[str], str | None]
    """Where a file of the blog stands; None: there is none."""
    cite: Callable[[str, str, Callable[[str], object]], str | None] = lambda *_: None
    """What a tag of `CITING` puts into the page."""


def known_tag(name: str, markup: str, of: TagValues) -> str | None:
    """Return the HTML or Markdown that a tag puts into the page; None: it is not known, or not what it says.

    An end of one of `PAIRED` is a tag by itself, with the markup of its beginning.
    """
    if name in CITING:
        return of.cite(name, markup.strip(), of.value)
    made = _TAGS.get(name)
    return made(markup.strip(), of) if made else None


def pairs(tokens: Sequence[Token]) -> Mapping[int, str]:
    """Return the places of the tags of `PAIRED` that open or close something, with the markup of the one that
    opens it; the others do neither.
    """
    whole: dict[int, str] = {}
    open_: list[tuple[str, int]] = []
    for at, token in enumerate(tokens):
        if token.part is not Part.TAG:
            continue
        if token.name in PAIRED:
            open_.append((token.name, at))
        elif open_ and token.name == f"end{open_[-1][0]}":
            begin = open_.pop()[1]
            whole |= dict.fromkeys((begin, at), tokens[begin].markup)
    return whole


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _said(text: str, of: TagValues) -> str:
    """Return what an argument says: a text in quotes, an output, a variable, else itself."""
    if text.startswith(("\"", "'")):
        return _unquoted(text)
    inner = re.fullmatch(r"\{\{\s*(.*?)\s*\}\}", text, re.DOTALL)
    if not inner and not re.fullmatch(r"[a-z_][\w.-]*", text, re.IGNORECASE | re.ASCII):
        return text
    try:
        return text_of(of.value(inner[1] if inner else text)) or ("" if inner else text)
    except NotKnownError:
        return "" if inner else text


def _first(markup: str, of: TagValues) -> str:
    found = re.match(r"\{\{.*?\}\}", markup, re.DOTALL) or _PARTS.match(markup)
    return _said(found[0], of) if found else ""


def _video(service: str) -> Callable[[str, TagValues], str | None]:
    return lambda markup, of: player(service, {"id": _first(markup, of)})


def _details(markup: str, _of: TagValues) -> str:
    summary = " ".join(markup.split()) or "Details"
    return f'\n<details markdown="1">\n<summary markdown="span">{summary}</summary>\n\n'


_FIGURE = re.compile(r"""\s*(?:(caption|class):\s*(?:"([^"]*)"|'([^']*)')\s*)""")


def _figure_says(markup: str) -> dict[str, str] | None:
    """Return the caption and the class of jekyll-figure's block; None: it is that of something else."""
    if _FIGURE.sub("", markup).strip():
        return None
    return {key: one or other for key, one, other in _FIGURE.findall(markup)}


def _figure(markup: str, _of: TagValues) -> str | None:
    said = _figure_says(markup)
    if said is None:
        return None
    classes = f' class="{escape(said["class"])}"' if said.get("class") else ""
    return f'\n<figure{classes} markdown="1">\n\n'


def _end_figure(markup: str, _of: TagValues) -> str | None:
    said = _figure_says(markup)
    if said is None:
        return None
    caption = said.get("caption")
    end = f'<figcaption markdown="span">{caption}</figcaption>\n' if caption else ""
    return f"\n\n{end}</figure>\n"


def _tab(markup: str, of: TagValues) -> str:
    """Return the name of a tab, which stands above what it holds: `{% tab GROUP NAME %}`."""
    parts = _PARTS.findall(markup)
    name = " ".join(_unquoted(part) for part in parts[1:]) or " ".join(_said(part, of) for part in parts)
    return f"\n\n**{name}**\n\n"


def _image(markup: str, of: TagValues) -> str | None:
    """Return the picture of Octopress' `{% img [CLASS] PATH [WIDTH [HEIGHT]] [TITLE ["ALT"]] %}`."""
    match = _IMAGE.fullmatch(markup)
    if not match:
        return None
    titles = re.findall(r'"([^"]*)"|\'([^\']*)\'', match["title"] or "")
    texts = [one or other for one, other in titles] or [match["title"] or ""]
    title = f' title="{escape(texts[0])}"' if texts[0] else ""
    where = address_of(_unquoted(match["src"]), of.baseurl)
    return f'<img src="{escape(where)}" alt="{escape(texts[-1])}"{title}>'


def _notebook(markup: str, of: TagValues) -> str | None:
    path = _first(markup, of)
    where = path if path.startswith("/") else address_of(path, of.baseurl)  # the themes give it an address
    return link(where, path.rpartition("/")[2]) if path else None


def _remote(markup: str, of: TagValues) -> str | None:
    address = _first(markup, of)
    return link(address) if re.match(r"https?://", address) else None


def _file_exists(markup: str, of: TagValues) -> str:
    path = re.sub(r"\{\{.*?\}\}", lambda output: _said(output[0], of), markup, flags=re.DOTALL)
    return "false" if of.file_url(path.strip().strip("\"'")) is None else "true"


def _nothing(_markup: str, _of: TagValues) -> str:
    return ""


_TAGS: Mapping[str, Callable[[str, TagValues], str | None]] = {
    "youtube": _video("youtube"), "vimeo": _video("vimeo"), "slideshare": _video("slideshare"),
    "speakerdeck": _video("speakerdeck"), "bilibili": _video("bilibili"), "spotify": _video("spotify"),
    "ted": _video("ted"), "twitter": lambda markup, of: tweet(_first(markup, of)),
    "tweet": lambda markup, of: tweet(_first(markup, of)),
    "gist": lambda markup, of: gist(_first(markup, of)),
    "img": _image, "details": _details, "enddetails": lambda *_: "\n\n</details>\n",
    "figure": _figure, "endfigure": _end_figure,
    "tabs": lambda *_: "\n", "tab": _tab, "endtab": lambda *_: "\n", "endtabs": lambda *_: "\n",
    "jupyter_notebook": _notebook, "remote_include": _remote, "file_exists": _file_exists,
    "seo": _nothing, "feed_meta": _nothing, "toc": _nothing,
}
NAMES = frozenset(_TAGS) | CITING
SILENT = frozenset({"file_exists", "tab"}) | CITING
"""Tags that say nothing by themselves, so that the report need not tell of each."""
WHY = {
    "tabs": "one below the other, each with its name",
    "twitter": "a link", "tweet": "a link", "gist": "a link",
    "jupyter_notebook": "a link", "remote_include": "a link: Jekyll fetched the text at each build",
    "seo": "nothing, since the theme says it in the head of each page",
    "feed_meta": "nothing, since the theme says it in the head of each page",
    "toc": "a table of contents, which stands beside the page here",
}
"""What becomes of a tag, if that is not what its name says."""
