"""The shortcodes that Hugo and most themes bring, and what each comes to.

Those that ask another server while a site is built, or bring its scripts to readers, are links here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown.kinds import CodeBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span

from ..markdown.code_blocks import fence_options
from ..markdown.dialect import Inserted
from .tokens import Shortcode

_ID = re.compile(r"[\w-]{1,60}", re.ASCII)


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A shortcode, and what it may ask for."""

    code: Shortcode
    site: Mapping[str, object]
    page: Mapping[str, object]
    find: Callable[[str, bool], str | None]
    inner: str


@dataclass(frozen=True, slots=True)
class MadeOf:
    """What a shortcode comes to, and what is to be told of that."""

    inserted: Inserted | str
    why: str = ""
    kind: NoteKind = NoteKind.CHANGED


def _ref(asked: BuiltIn, *, is_full: bool) -> MadeOf | None:
    code = asked.code
    where = code.get("path", 0)
    found = asked.find(where, is_full)
    return None if found is None else MadeOf(Inserted(text=found))


def _param(asked: BuiltIn) -> MadeOf | None:
    value: object = None
    names = asked.code.get("name", 0).lower().split(".")
    for holder in (asked.page, asked.site):
        value = holder.get("params")
        for name in names:
            value = value.get(name) if isinstance(value, Mapping) else None
        if value is not None:
            break
    if not isinstance(value, str | int | float):
        return None
    return MadeOf(Inserted(text=str(value).lower() if isinstance(value, bool) else str(value)))


def _figure(asked: BuiltIn) -> MadeOf | None:
    code = asked.code
    source = code.get("src", 0)
    if not source:
        return None
    caption, title, credit = code.get("caption"), code.get("title"), code.get("attr")
    plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", caption)
    alt = code.get("alt") or re.sub(r"<[^>]*>|[*_`]", "", plain)
    image = f"![{_label(alt)}](<{source}>)"
    texts = [f"[{image}](<{code.get('link')}>)" if code.get("link") else image]
    parts = []
    if title:
        texts.append(title)
        parts.append(f"<strong>\x02{len(texts) - 1}\x03</strong>")
    words = caption
    if credit:
        words = f"{caption} " if caption else ""
        words += f"[{credit}](<{code.get('attrlink')}>)" if code.get("attrlink") else credit
    if words:
        texts.append(words)
        parts.append(f"\x02{len(texts) - 1}\x03")
    end = f"<figcaption>{' '.join(parts)}</figcaption>" if parts else ""
    marks = f' class="{escape(code.get("class"))}"' if code.get("class") else ""
    return MadeOf(
        Inserted(text=source, html=f"<figure{marks}>\x020\x03{end}</figure>", markdown=tuple(texts))
    )


def _label(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", " ".join(text.split()))


def _highlight(asked: BuiltIn) -> MadeOf:
    code = asked.code
    options = " ".join(code.positional[1:]) + "".join(f" {key}={value}" for key, value in code.named.items())
    body = asked.inner.strip("\n")
    if "hl_inline=true" in options.replace(" ", ""):
        return MadeOf(Inserted(text=body, spans=(Span("code", 0, body.strip()),)))
    texts = body.split("\n")
    longest = max((len(run) for text in texts for run in re.findall(r"^ *(`{3,})", text)), default=2)
    lines = [TextLine(1, text) for text in texts]
    block = CodeBlock(
        1,
        lines,
        fence="`" * (longest + 1),
        language=code.get("lang", 0).lower(),
        options=fence_options(options),
    )
    return MadeOf(Inserted(text=body, blocks=(block,)))


def _video(asked: BuiltIn, address: str, title: str) -> MadeOf | None:
    found = asked.code.get("id", 0)
    if not _ID.fullmatch(found):
        return None
    start = asked.code.get("start")
    more = f"?start={start}" if start.isdigit() and "youtube" in address else ""
    title = asked.code.get("title", 1) or title
    return MadeOf(
        Inserted(
            text=found,
            html=f'<iframe src="{address}{found}{more}" title="{escape(title)}" width="560" height="315" '
            'loading="lazy" allowfullscreen></iframe>',
        )
    )


def _link(address: str, words: str, what: str) -> MadeOf:
    why = f"{what} was shown by a script of another server; a link leads there now"
    return MadeOf(
        Inserted(text=address, spans=(Span("a", 0, "", [Span("text", 0, words)], address=address),)), why
    )


def _gist(asked: BuiltIn) -> MadeOf | None:
    user, name = asked.code.get("user", 0), asked.code.get("id", 1)
    if not _ID.fullmatch(user) or not _ID.fullmatch(name):
        return None
    return _link(f"https://gist.github.com/{user}/{name}", f"Gist {user}/{name}", "a gist")


def _post_of_x(asked: BuiltIn) -> MadeOf | None:
    user, name = asked.code.get("user") or "i", asked.code.get("id", 0)
    if not _ID.fullmatch(user) or not _ID.fullmatch(name):
        return None
    return _link(f"https://x.com/{user}/status/{name}", f"Post {name} on X", "a post on X")


def _instagram(asked: BuiltIn) -> MadeOf | None:
    name = asked.code.get("id", 0)
    return (
        _link(f"https://www.instagram.com/p/{name}/", f"Post {name} on Instagram", "a post on Instagram")
        if _ID.fullmatch(name)
        else None
    )


def _details(asked: BuiltIn) -> MadeOf:
    code = asked.code
    is_open = " open" if code.get("open", None) == "true" else ""
    name = f' name="{escape(code.get("name"))}"' if code.get("name") else ""
    marks = f' class="{escape(code.get("class"))}"' if code.get("class") else ""
    return MadeOf(
        Inserted(
            text=asked.inner,
            html=f"<details{marks}{name}{is_open}><summary>\x020\x03</summary>\x021\x03</details>",
            markdown=(code.get("summary") or "Details", asked.inner),
        )
    )


def _qr(asked: BuiltIn) -> MadeOf | None:
    text = (asked.code.get("text", 0) or asked.inner).strip()
    if not text:
        return None
    is_link = re.fullmatch(r"https?://\S+", text)
    span = Span("auto", 0, quote(text, safe="/:?&=#%+,;@!$'()*~[]")) if is_link else Span("text", 0, text)
    return MadeOf(
        Inserted(text=text, spans=(span,)), "a QR code is not drawn here; what it said stands there"
    )


def _diagram(asked: BuiltIn) -> MadeOf | None:
    """A shortcode of many themes, whose text Mermaid draws."""
    body = asked.inner.strip("\n")
    if not body.strip():
        return None
    block = CodeBlock(1, [TextLine(1, text) for text in body.split("\n")], fence="```", language="mermaid")
    why = "a diagram of Mermaid is code now, which pymdownx.superfences draws if it is told to"
    return MadeOf(Inserted(text=body, blocks=(block,)), why)


def _contents(_asked: BuiltIn) -> MadeOf:
    """A shortcode of many themes for the table of contents, which a page has beside it."""
    return MadeOf(Inserted(), "the table of contents stands beside the page")


def _comment(_asked: BuiltIn) -> MadeOf:
    return MadeOf(Inserted())


BUILT_IN: Mapping[str, Callable[[BuiltIn], MadeOf | None]] = {
    "ref": lambda asked: _ref(asked, is_full=True),
    "relref": lambda asked: _ref(asked, is_full=False),
    "param": _param,
    "figure": _figure,
    "highlight": _highlight,
    "youtube": lambda asked: _video(asked, "https://www.youtube-nocookie.com/embed/", "YouTube video"),
    "vimeo": lambda asked: _video(asked, "https://player.vimeo.com/video/", "Vimeo video"),
    "vimeo_simple": lambda asked: _video(asked, "https://player.vimeo.com/video/", "Vimeo video"),
    "gist": _gist,
    "x": _post_of_x,
    "tweet": _post_of_x,
    "twitter": _post_of_x,
    "twitter_simple": _post_of_x,
    "x_simple": _post_of_x,
    "instagram": _instagram,
    "instagram_simple": _instagram,
    "details": _details,
    "qr": _qr,
    "comment": _comment,
    "mermaid": _diagram,
    "toc": _contents,
}
"""By name; None of one that lacks what it shows."""
