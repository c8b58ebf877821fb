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
        return _cased(hyphened(text), config)
    kept = (("-" if char.isspace() else char) for char in text if char.isspace() or _is_kept(char))
    return _cased("".join(kept), config)


def slug_name(text: str, config: HugoConfig) -> str:
    """Return a slug as Hugo writes it: runs of blanks become one hyphen."""
    text = text.strip("-")
    made = _cased(hyphened(text), config)
    if not config.is_set("uglyURLs"):
        return made.strip("-")
    tail = text[len(text.rstrip("".join({char for char in text if not _is_kept(char)}))) :]
    return made + ("-" if any(char.isspace() for char in tail) else "")


def title_name(text: str, config: HugoConfig) -> str:
    """Return a title as a part of an address."""
    return _cased(hyphened(re.sub(r"[/+#\\]", " ", text)), config)


def hyphened(text: str) -> str:
    """Return a text with a hyphen for each run of blanks, without the signs that no address has."""
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
        is_ugly = config.is_set("uglyURLs") and page.sort in (PageSort.PAGE, PageSort.TERM)
        where += ".html" if is_ugly else "/"
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
    pattern = _pattern(
        config, str(page.sort), page.section or ("/" if config.mapping("permalinks").get("/") else "")
    )
    if pattern:
        made = path_name(unquote(expanded(pattern, page, config)), config)
        return "/" + re.sub(r"/+", "/", made).strip("/")
    if page.sort is not PageSort.PAGE:
        return f"/{'/'.join(_folder_names(posixpath.dirname(page.name), page, config))}"
    last = _slug(page, config) or path_name(page.stem, config)
    return "/" + "/".join((*_folder_names(page.folder, page, config), last))


def _folder_names(folder: str, page: HugoPage, config: HugoConfig) -> list[str]:
    """Return the parts of a folder's address: a section may have a slug, in all addresses below it."""
    made = []
    for one in _folders(folder):
        called = page.called.get(one)
        slug = slug_name(called.slug, config) if called else ""
        made.append(slug or path_name(posixpath.basename(one), config))
    return made


def _folders(folder: str) -> list[str]:
    """Return a folder and those above it, from the top; an empty one: none."""
    names = folder.split("/") if folder else []
    return ["/".join(names[: count + 1]) for count in range(len(names))]


def _section_slugs(folder: str, page: HugoPage, config: HugoConfig) -> Iterator[str]:
    """Yield what a pattern calls the sections above a page: by their slugs, or else their titles."""
    for one in _folders(folder):
        called = page.called.get(one)
        slug = slug_name(called.slug, config) or title_name(called.title, config) if called else ""
        yield slug or title_name(posixpath.basename(one), config)


def _slug(page: HugoPage, config: HugoConfig) -> str:
    """Return the slug that a page asks for; empty: none."""
    slug = page.data.get("slug")
    return slug_name(str(slug), config) if isinstance(slug, str | int) and str(slug).strip() else ""


def _pattern(config: HugoConfig, kind: str, section: str) -> str:
    """Return the pattern of a section's addresses; empty: there is none."""
    patterns = config.mapping("permalinks")
    of_kind = patterns.get(kind)
    found = of_kind.get(section.lower()) if isinstance(of_kind, Mapping) else None
    if found is None and kind in ("page", "term"):
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
    is_page = page.sort is PageSort.PAGE
    stem = path_name(page.stem, config) if is_page else title_name(page.stem, config)
    title = title_name(page.title, config)
    if page.sort is PageSort.TERM:  # which may hold a slash
        title = "/".join(title_name(one, config) for one in page.title.split("/"))
    title = title or ("" if page.has_file else stem)
    file = stem if is_page else ""
    is_in_sections = page.sort in (PageSort.PAGE, PageSort.SECTION)
    folder = "/".join(page.sections) if is_in_sections else posixpath.dirname(page.name)
    sections = [path_name(one, config) for one in folder.split("/")] if folder else []
    slugs = list(_section_slugs(folder, page, config))
    values = {
        "year": f"{day.year:04}",
        "month": f"{day.month:02}",
        "day": f"{day.day:02}",
        "monthname": day.strftime("%B").lower(),
        "weekday": str(day.isoweekday() % 7),
        "weekdayname": day.strftime("%A").lower(),
        "yearday": str(day.timetuple().tm_yday),
        "section": sections[0] if sections else "",
        "title": title,
        "slug": written or title or stem,
        "filename": file,
        "contentbasename": stem,
        "slugorfilename": written or file,
        "slugorcontentbasename": written or stem,
        "sectionslug": slugs[0] if slugs else "",
    }
    if name in ("sections", "sectionslugs"):
        return "/".join(_cut(sections if name == "sections" else slugs, part))
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
