"""Pages at old addresses that lead on to where a page lies now: which there are, and their HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from html import escape
from typing import Any

from ..reading.old_addresses import Moved
from ..vocabulary.problems import Place, Problem, problem
from .addresses import dest_of, folded

MARK = "mkdocs-career-roadmap: an old address"
"""What such a page says of its maker: only one of these may be written anew."""

_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="{mark}">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={href}">
</head>
<body>
<p><a href="{href}">{title}</a></p>
{script}</body>
</html>
"""
_SCRIPT = "<script>location.replace(document.links[0].href + location.search + location.hash)</script>\n"
# The script is the same on every page, so that there is nothing of an author's in it. It is done before
# the refresh is, which knows neither query nor fragment, and where scripts are off that is enough.


def redirect_html(title: str, href: str, canonical: str, lang: str, *, with_script: bool = True) -> str:
    """Return the HTML that leads on to `href`, a relative address. `canonical` may be whole. Without the
    script, what stood behind the old address is lost.
    """
    return _PAGE.format(
        mark=MARK, title=escape(title), href=escape(href), canonical=escape(canonical), lang=escape(lang),
        script=_SCRIPT if with_script else "")


def placed(moved: Iterable[Moved], dest: Callable[[str], str]) -> list[Moved]:
    """Return old addresses with those that follow from names where they were: `dest` gives the file of a
    source path.
    """
    return [replace(m, address=replace(m.address, files=(dest(m.was),))) if m.was else m for m in moved]


def resolve_redirects(
    moved: Iterable[Moved], lying: Iterable[tuple[str, str]]
) -> tuple[list[Moved], list[Problem]]:
    """Return which old addresses are to lead on, and a problem for each at which something lies.

    `lying` are the files of the site as far as they are known: where each comes to lie, and its
    source. Of two pages that claim an address, the first by path has it. What is the page's own
    address still leads nowhere.
    """
    there = {folded(address): source for address, source in lying}
    kept: dict[str, Moved] = {}
    problems = []
    # `/a.html` before `/a`, which may be the same, or the page's own a/index.html.
    for page in sorted(moved, key=lambda m: (m.is_by_itself, m.path, len(m.address.files), m.address.place)):
        sources = {there[folded(file)] for file in page.address.files if folded(file) in there}
        first = kept.get(folded(page.address.file))
        if page.path in sources or (first and first.path == page.path):
            continue
        if page.is_by_itself and (sources or first):
            continue
        if sources:
            problems.append(occupied(page, Place(min(sources))))
        elif first:
            problems.append(problem(
                "redirect-conflict", page.address.place,
                f"two pages were at {page.address.file!r} once, and it can lead to one of them only; take it "
                "off one of the two", first.address.place))
        else:
            kept[folded(page.address.file)] = page
    return list(kept.values()), problems


def occupied(page: Moved, *by: Place) -> Problem:
    """Return the problem of an old address at which the site has a file."""
    return problem(
        "redirect-conflict", page.address.place,
        f"the site has something else at {page.address.file!r}, so this old address does not lead to the "
        "page; take the line out, or move the other", *by)


def without_redirects_over(
    maps: Mapping[Any, Any], pages: Iterable[tuple[str, str]], *, directory_urls: bool
) -> tuple[dict[Any, Any], list[Problem]]:
    """Return the `redirect_maps` of mkdocs-redirects without those that would replace a page of the
    roadmap, and a problem for each. `pages` are these: where each comes to lie, and its source.
    """
    there = {folded(address): source for address, source in pages}
    over = {old: there[at] for old in maps
            if (at := folded(dest_of(str(old), directory_urls=directory_urls))) in there}
    told = [problem(
        "redirect-conflict", Place(source),
        f"redirect_maps leads from {old!r} to {str(maps[old])!r}, but the roadmap has a page there, which "
        "stays; take this line out of redirect_maps") for old, source in over.items()]
    return {old: new for old, new in maps.items() if old not in over}, told
