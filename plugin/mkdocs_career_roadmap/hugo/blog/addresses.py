"""Where Hugo publishes each page: from its path, its slug, its url, and the patterns of the configuration."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from urllib.parse import unquote

from .config import HugoConfig
from .pages import HugoPage, PageSort

_NO_DAY = datetime(1, 1, 1, tzinfo=UTC)
"""What Hugo takes for the day of a page that has none."""
_TOKEN = re.compile(r":(\w+)(\[[^\]]*\])?")
_KEPT = frozenset("./\\_#+~-@%")


def path_name(text: str, config: HugoConfig) -> str:
    """Return a path as Hugo writes it: blanks become hyphens, signs are dropped, letters are small. Where
    they are not, runs of blanks are one hyphen.
    """
    if config.is_set("disablePathToLower"):
        return _cased(_hyphened(text), config)
    kept = (("-" if char.isspace() else char) for char in text if char.isspace() or _is_kept(char))
    return _cased("".join(kept), config)


def slug_name(text: str, config: HugoConfig) -> str:
    """Return a slug as Hugo writes it: runs of blanks become one hyphen."""
    text = text.strip("-")
    made = _cased(_hyphened(text), config)
    if not config.is_set("uglyURLs"):
        return made.strip("-")
    tail = text[len(text.rstrip("".join({char for char in text if not _is_kept(char)}))) :]
    return made + ("-" if any(char.isspace() for char in tail) else "")


def title_name(text: str, config: HugoConfig) -> str:
    """Return a title as a part of an address."""
    return _cased(_hyphened(re.sub(r"[/+#\\]", " ", text)), config)


def _hyphened(text: str) -> str:
    parts: list[str] = []
    waits = False
    for char in text:
        if _is_kept(char):
            if waits and char != "-":
                parts.append("-")
            waits = False
            parts.append(char)
        elif parts and char.isspace() and parts[-1] != "-":
            waits = True
    return "".join(parts)


def _is_kept(char: str) -> bool:
    return char in _KEPT or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"


def _cased(text: str, config: HugoConfig) -> str:
    if config.is_set("removePathAccents"):
        plain = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize(
            "NFC", "".join(char for char in plain if unicodedata.category(char) != "Mn")
        )
    return text if config.is_set("disablePathToLower") else text.lower()


def address_of(page: HugoPage, config: HugoConfig) -> str:
    """Return the address of a page, from the site's root, with a leading slash."""
    url = page.data.get("url")
    if isinstance(url, str) and url.strip():
        return _given(url.strip(), page, config)
    where = _path_of(page, config)
    if not where.endswith("/"):
        where += ".html" if config.is_set("uglyURLs") and page.sort is PageSort.PAGE else "/"
    return f"{config.root}{where}"


def _given(url: str, page: HugoPage, config: HugoConfig) -> str:
    """Return the address that a page asks for: of the language's root unless it begins with a slash."""
    url = re.sub(r"^https?://[^/]*", "", url)
    url = expanded(url, page, config) if ":" in url else url
    root = "" if url.startswith("/") else f"{config.root}/"
    where = posixpath.normpath(f"/{root}{url}").replace("//", "/")
    is_file = not url.endswith("/") and re.search(r"\.\w+$", where)
    return where if is_file or where == "/" else f"{where}/"


def _path_of(page: HugoPage, config: HugoConfig) -> str:
    if page.sort is PageSort.HOME:
        return "/"
    if page.sort in (PageSort.SECTION, PageSort.TERM):
        inner = posixpath.dirname(page.name) if page.is_bundle else page.name
        pattern = _pattern(config, "section", page.section)
        if pattern and page.sort is PageSort.SECTION and "/" not in inner:
            return f"/{expanded(pattern, page, config).strip('/')}"
        return f"/{path_name(inner, config)}"
    pattern = _pattern(config, "page", page.section or ("/" if config.mapping("permalinks").get("/") else ""))
    if pattern:
        made = path_name(unquote(expanded(pattern, page, config)), config)
        return "/" + re.sub(r"/+", "/", made).strip("/") + ("/" if made.endswith("/") else "")
    last = _slug(page, config) or path_name(page.stem, config)
    return posixpath.join("/", path_name(page.folder, config), last)


def _slug(page: HugoPage, config: HugoConfig) -> str:
    """Return the slug that a page asks for; empty: none."""
    slug = page.data.get("slug")
    return slug_name(str(slug), config) if isinstance(slug, str | int) and str(slug).strip() else ""


def _pattern(config: HugoConfig, kind: str, section: str) -> str:
    """Return the pattern of a section's addresses; empty: there is none."""
    patterns = config.mapping("permalinks")
    of_kind = patterns.get(kind)
    found = of_kind.get(section.lower()) if isinstance(of_kind, Mapping) else None
    if found is None and kind == "page":
        found = patterns.get(section.lower()) if section else None
    return found if isinstance(found, str) else ""


def expanded(pattern: str, page: HugoPage, config: HugoConfig) -> str:
    """Return a pattern of addresses with what a page has in the place of its tokens."""

    def value(match: re.Match[str]) -> str:
        found = _token(match[1], match[2] or "", page, config)
        return match[0] if found is None else found

    return _TOKEN.sub(value, pattern)


def _token(name: str, part: str, page: HugoPage, config: HugoConfig) -> str | None:
    day = page.day or _NO_DAY
    written = _slug(page, config)
    stem = path_name(page.stem, config)
    sections = [path_name(one, config) for one in page.sections]
    values = {
        "year": f"{day.year:04}",
        "month": f"{day.month:02}",
        "day": f"{day.day:02}",
        "monthname": day.strftime("%B").lower(),
        "weekday": str(day.isoweekday() % 7),
        "weekdayname": day.strftime("%A").lower(),
        "yearday": str(day.timetuple().tm_yday),
        "section": sections[0] if sections else "",
        "title": title_name(page.title, config),
        "slug": written or title_name(page.title, config) or stem,
        "filename": stem,
        "contentbasename": stem,
        "slugorfilename": written or stem,
        "slugorcontentbasename": written or stem,
        "sectionslug": sections[0] if sections else "",
    }
    if name in ("sections", "sectionslugs"):
        return "/".join(_cut(sections, part))
    found = values.get(name)
    return None if found is None else found + part


def _cut(sections: list[str], part: str) -> list[str]:
    """Return the part of a list that `[1:]`, `[last]` or `[0]` names; all without it."""
    if not part:
        return sections
    text = part.strip("[]")
    if ":" not in text:
        if text == "last":
            return sections[-1:]
        return [sections[int(text)]] if text.isdigit() and int(text) < len(sections) else []
    begin, _, end = text.partition(":")
    first = int(begin) if begin.isdigit() else 0
    last = len(sections) - 1 if end == "last" else int(end) if end.isdigit() else len(sections)
    return sections[first:last]


def aliases_of(page: HugoPage, address: str, config: HugoConfig) -> Iterator[str]:
    """Yield the addresses that lead on to a page by its own will."""
    written = page.data.get("aliases")
    ending = ".html" if config.is_set("uglyURLs") else "/"
    for one in written if isinstance(written, list) else [written]:
        text = one.strip() if isinstance(one, str) else ""
        if not text:
            continue
        if not text.startswith("/"):
            text = posixpath.join(posixpath.dirname(address.rstrip("/")) or "/", text)
        elif config.root and not text.startswith(f"{config.root}/"):
            text = f"{config.root}{text}"
        full = posixpath.normpath(text)
        yield full if re.search(r"\.html?$", full) or full == "/" else f"{full}{ending}"


def term_address(taxonomy: str, term: str, config: HugoConfig) -> str:
    """Return the address of the page of a tag or the like."""
    return f"{config.root}/{path_name(taxonomy, config)}/{path_name(term, config)}/"
