"""What is private stays private: one law, tried on every kind of page, in every way, beside every neighbour.

A site has them all at once, see `planted`; whatever is found in a file of it names its cell.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from conftest import MakeSite
from crawl import BuiltSite
from depth import IS_FULL
from hosts import HOME, URL, Build, build, config, in_this_process

from mkdocs_host.neighbours.beside import commit
from mkdocs_host.neighbours.test_static_i18n import languages
from mkdocs_host.planted import HIDDEN, KINDS, WAYS, Beside, found, word

_BLOG = {"blog/index.md": "# Blog\n", "tags.md": "# Tags\n\n<!-- material/tags -->\n"}
_RSS = "rss: {date_from_meta: {as_creation: date}}"
_INCLUDE = '{{% include-markdown "{0}" %}}'
_DATES = "git-revision-date-localized"
FLAT = "use_directory_urls: false\n"
BESIDE = {
    "nothing": Beside(),
    "nothing, flat and without nav": Beside(more=FLAT, has_nav=False),
    "blog": Beside("[search, tags, ROADMAP, blog: {authors_profiles: true}]", "material", "blog/posts",
                   tree=_BLOG),
    "blog, flat": Beside("[blog: {authors_profiles: true}, tags, ROADMAP, search]", "material", "blog/posts",
                         tree=_BLOG, more=FLAT),
    "languages by suffix": Beside(f"[search, ROADMAP, {languages('suffix')}]", "material", language="fr"),
    "languages by suffix, without nav": Beside(
        f"[search, {languages('suffix')}, ROADMAP]", "material", language="fr", has_nav=False, more=FLAT),
    "languages by folder": Beside(f"[search, ROADMAP, {languages('folder')}]", "material", language="fr",
                                  by_folder=True),
    "awesome-nav": Beside("[search, awesome-nav, ROADMAP]", has_nav=False, tree={
        ".nav.yml": f"nav: [about.md, goals/{word('goal', 'nav')}.md, x: notes/{word('page', 'nav')}.md, "
                    "'*']\n"}),
    "git-revision-date": Beside(f"[search, {_DATES}, ROADMAP]"),
    "macros": Beside("[search, macros, ROADMAP]", takes_in='{{% include "{0}" %}}'),
    "minify": Beside("[search, minify: {minify_html: true}, ROADMAP]"),
    "redirects": Beside("[search, redirects: {redirect_maps: OLD}, ROADMAP]"),
    "rss": Beside(f"[search, {_RSS}, ROADMAP]"),
    "include-markdown": Beside("[search, include-markdown, ROADMAP]", takes_in=_INCLUDE),
    "encryptcontent": Beside("[search, encryptcontent, ROADMAP]"),
    "Material's": Beside("[search, social: {cards: false}, meta, offline, typeset, group: {enabled: false, "
                         "plugins: []}, ROADMAP]", "material", more=FLAT),
    "all at once": Beside(
        f"[ROADMAP, search, blog: {{authors_profiles: true}}, tags, {_RSS}, awesome-nav, macros, minify, "
        f"{_DATES}, include-markdown, redirects: {{redirect_maps: OLD}}, social: {{cards: false}}]",
        "material", "blog/posts", tree=_BLOG, has_nav=False, takes_in=_INCLUDE),
    "nothing, and switched off": Beside(options="enabled: false"),
    "all at once, and switched off": Beside(
        f"[ROADMAP, search, blog: {{authors_profiles: true}}, tags, {_RSS}, macros, include-markdown, "
        "redirects: {redirect_maps: OLD}]", "material", "blog/posts", tree=_BLOG, takes_in=_INCLUDE,
        options="enabled: false"),
}
OF_NEW_MATERIAL = ("Material's", "all at once")
"""These have what Material has for all since 9.7 alone."""
_HAS_ALL = tuple(map(int, version("mkdocs-material").split(".")[:2])) >= (9, 7)
_ALONE = ("blog, flat", "git-revision-date", "macros", "minify", "redirects", "rss", "include-markdown")
"""Of these "all at once" has every one; by default they are tried alone where that is not to be had."""
OPEN = Beside("[ROADMAP, search, blog: {authors_profiles: true}, tags, redirects: {redirect_maps: OLD}]",
              "{name: material, features: [content.action.edit]}", "blog/posts", tree=_BLOG,
              is_open=True, kinds=("post", "goal", "decision", "future"))
SHOWN = {
    "link": r"index\.html", "image": r".*\.png", "nav": r"404\.html", "block": r"index\.html",
    "evidence": r"roadmap/milestones/reproduce-a-detector/index\.html", "tag": r"tags/index\.html",
    "category": r"blog/category/.*", "author": r"blog/author/.*", "redirect": r"okapi\w+redirect\.html",
    "include": r"index\.html", "search": r"search/search_index\.json", "feed": r"roadmap/feed\.xml",
    "json": r"roadmap/roadmap\.json", "sitemap": r"sitemap\.xml\.gz"}
"""The file of a site in which a reader would meet something in each way; of the other two ways, a line."""


def built(site: MakeSite, beside: Beside) -> Build:
    folder = site(beside.site(), beside.config())
    is_in_git = "git-" in beside.plugins or "rss" in beside.plugins
    return build(commit(folder) if is_in_git else folder, strict=False)


@pytest.mark.parametrize("beside", [
    pytest.param(beside, id=name, marks=[pytest.mark.newest] if name in OF_NEW_MATERIAL else [])
    for name, beside in BESIDE.items() if IS_FULL or not _HAS_ALL or name not in _ALONE])
def test_nothing_hidden_is_in_any_file_of_a_site_or_its_name(site: MakeSite, beside: Beside) -> None:
    made = built(site, beside)
    assert found(made) == {}
    assert "Traceback" not in made.log
    assert made.has("about"), made.log  # there is a site at all
    assert made.has("roadmap/report") or "enabled" in beside.options  # which tells of everything
    assert "See one, two, , four, five, six, , ." in made.text("")
    told = {line.rpartition(" ")[2] for line in made.problems}
    assert {"[private-link]", "[private-include]"} <= told
    assert made.code == 1  # since a page took in a private one


@pytest.mark.newest
def test_each_word_would_be_found_where_it_is_looked_for(site: MakeSite) -> None:
    """What is public stands where what is hidden must not."""
    made = built(site, OPEN)
    where = found(made)
    assert set(OPEN.cells) - where.keys() == set()
    for way, pattern in SHOWN.items():
        names = [name for (_, at), files in where.items() if at == way for name in files]
        assert any(re.fullmatch(pattern, name) for name in names), (way, names)
    pages = "".join(made.site.folder.joinpath(name).read_text("utf-8") for name in made.site.pages)
    assert re.search(r'og:title" content="okapi\w+card', pages)
    assert re.search(r'href="[^"]+/edit/main/docs/[^"]*okapi\w+edit', pages)


@pytest.mark.parametrize("options", ["as_of: 2026-04-01", "enabled: false"])
def test_build_into_what_an_earlier_one_left_stops_before_it_writes_anything(
    site: MakeSite, options: str
) -> None:
    """Where a page was public then, it would stay, as would all that names it."""
    beside = Beside(options=options)
    folder = site(beside.site(), beside.config())
    code, told = dirty(folder)  # into nothing
    assert (code, told) == (1, "")
    first = BuiltSite(folder / "site", URL)
    assert found(Build(code, "", first)) == {}
    before = content(folder / "site")
    code, told = dirty(folder)
    assert code == 1
    assert re.search(r"career-roadmap: --dirty keeps what .*/site, and nobody knows whether that has "
                        r"goals/okapigoalauthor\.md in it, .*; build without --dirty", told)
    assert content(folder / "site") == before


def test_site_without_hidden_pages_may_be_built_so(site: MakeSite) -> None:
    folder = site(HOME, config())
    assert [dirty(folder), dirty(folder)] == [(0, ""), (0, "")]


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def dirty(folder: Path) -> tuple[int, str]:
    """Return how a build ended, and the sentence it stopped with, if it did."""
    options = ["build", "-f", "mkdocs.yml", "-d", "site", "--dirty"]
    code, log = in_this_process(folder, "mkdocs", options, {"NO_MKDOCS_2_WARNING": "1"})
    assert "Traceback" not in log
    return code, next((line for line in log.splitlines() if "--dirty keeps" in line), "")


def test_every_kind_is_met_in_every_way() -> None:
    text = "\n".join(f"{path}\n{text}" for path, text in dict(BESIDE["nothing"].site()).items())
    assert [word(kind, way) for kind in KINDS for way in WAYS if word(kind, way) not in text] == []
    assert {kind for kind in HIDDEN if word(kind, "nav") in BESIDE["nothing"].config()} == set(HIDDEN)
