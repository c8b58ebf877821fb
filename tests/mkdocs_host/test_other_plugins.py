"""Beside other plugins: nothing of ours is lost, nothing of theirs either, whichever is listed first."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import MakeSite
from crawl import dead_links, text_of
from hosts import HOME, URL, Build, build, config, good
from lab import PRIVATE, lab

from mkdocs_host.test_data_files import OVERWRITTEN, told

POSTS = ("first", "second", "third", "fourth", "watt", "both", "unsure", "survey", "goal-only", "future")
VIEWS = ("roadmap", "roadmap/board", "roadmap/timeline")
OURS = (*VIEWS, *(f"roadmap/milestones/{name}" for name in (
    "reproduce-a-detector", "run-on-one-watt", "say-when-unsure", "survey")))
PAGES = ("", "about", "embedded", "goals/vision", "roadmap/goals/honest-models", *OURS)
EMBEDDED = "# Embedded\n\n```roadmap\nview: board\n```\n"
COMMITTED = "2026-03-25T12:00:00+0000"


@dataclass(frozen=True)
class Other:
    """Another plugin, and how to see in a site that it did its work."""

    plugin: str
    """As in mkdocs.yml, as YAML on one line."""
    works: Callable[[Build], None]
    theme: str = "mkdocs"
    tree: Mapping[str, str] = field(default_factory=dict)
    """What it needs in the docs folder."""
    in_git: bool = False


def commit(folder: Path) -> Path:
    """Commit the folder as it is, on a day long past, with no setting of this machine."""
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"), ("DATE", COMMITTED))}
    env = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run(["git", *words], cwd=folder, env=env, check=True)
    return folder


def blog_works(made: Build) -> None:
    assert made.links("blog", "It is done") == [made.file("blog/fourth")]
    assert made.has("blog/archive/2026")


def tags_work(made: Build) -> None:
    assert made.links("tags", "How it began") == [made.file("posts/first")]


def rss_works(made: Build) -> None:
    feed = ET.parse(made.site.folder / "feed_rss_created.xml").getroot()
    items = {item.findtext("link"): item.findtext("pubDate") for item in feed.iter("item")}
    files = {(link or "").removeprefix(URL): day for link, day in items.items()}
    address = made.file("posts/second").removesuffix("index.html")
    assert (files[address] or "").startswith("Sun, 01 Feb 2026")
    assert len([link for link in files if link.startswith("posts/")]) == len(POSTS)
    ours = {made.file(page).removesuffix("index.html") for page in OURS if not page.endswith("survey")}
    assert ours & files.keys() == set()


def awesome_nav_works(made: Build) -> None:
    titles = [text_of(e) for e in made.html("about").all("a") if e.get("href") in ("./", "about.html")]
    assert "Who I am" in titles


def macros_work(made: Build) -> None:
    assert "1 + 1 is 2." in made.text("sum")
    page = made.html("roadmap/milestones/reach--6--7")  # a name is no template
    assert [text_of(e) for tag in ("title", "h1") for e in page.all(tag)] == [
        "Reach {{ 6 * 7 }} - Ada", "Reach {{ 6 * 7 }}"]
    assert "Goal {{ 6 * 7 }}" in made.text("roadmap/milestones/reach--6--7")
    assert "Reach {{ 6 * 7 }}" in made.text("roadmap/board")


def minify_works(made: Build) -> None:
    html = (made.site.folder / made.file("roadmap/board")).read_text("utf-8")
    assert html.count("\n") < 20
    assert "<!--" not in html


def redirects_work(made: Build) -> None:
    for old, new in (("old", "posts/first"), ("older", "roadmap/milestones/say-when-unsure")):
        assert made.file(new) in [link.file for link in made.site.links(made.file(old))]


def revision_dates_work(made: Build) -> None:
    assert "March 25, 2026" in made.text("about")


def i18n_works(made: Build) -> None:
    assert "hreflang" in (made.site.folder / "sitemap.xml").read_text("utf-8")


ENGLISH = "{locale: en, name: English, default: true}"
OTHERS = {
    "blog": Other("blog: {post_url_format: '{file}'}", blog_works, "material", {"blog/index.md": "# Blog\n"}),
    "tags": Other("tags", tags_work, "material", {"tags.md": "# Tags\n\n<!-- material/tags -->\n"}),
    "rss": Other("rss: {date_from_meta: {as_creation: date}}", rss_works, in_git=True),
    "awesome-nav": Other("awesome-nav", awesome_nav_works, tree={
        ".nav.yml": "nav:\n  - Who I am: about.md\n  - index.md\n  - '*'\n"}),
    "macros": Other("macros", macros_work, tree={
        "sum.md": "# Sum\n\n1 + 1 is {{ 1 + 1 }}.\n",
        "posts/future.md": "---\ntitle: '{{ 6 * 7 }}'\ndate: 2026-03-28\ngoal: 'Goal {{ 6 * 7 }}'\n"
                           "milestone: 'Reach {{ 6 * 7 }}'\n---\nWords.\n"}),
    "minify": Other("minify: {minify_html: true, htmlmin_opts: {remove_comments: true}}", minify_works),
    "redirects": Other("redirects: {redirect_maps: {old.md: posts/first.md, "
                       "older.md: roadmap/milestones/say-when-unsure.md}}", redirects_work),
    "git-revision-date-localized": Other(
        "git-revision-date-localized", revision_dates_work, "material", in_git=True),
    "static-i18n": Other(f"i18n: {{languages: [{ENGLISH}]}}", i18n_works, "material"),
}


def tree_of(other: Other) -> dict[str, str]:
    posts = "blog/posts" if "blog/index.md" in other.tree else "posts"
    tree = {**lab(posts), "embedded.md": EMBEDDED, **other.tree}
    first = f"{posts}/first.md"
    tree[first] = tree[first].replace("title:", "tags: [Beginnings]\ntitle:")
    return tree


@dataclass(frozen=True)
class Both:
    name: str
    is_first: bool
    is_flat: bool

    @property
    def other(self) -> Other:
        return OTHERS[self.name]

    @property
    def config(self) -> str:
        order = [self.other.plugin, "ROADMAP"] if self.is_first else ["ROADMAP", self.other.plugin]
        return config(theme=self.other.theme, plugins=f"[search, {', '.join(order)}]",
                      more=f"use_directory_urls: {str(not self.is_flat).lower()}\n")

    def __str__(self) -> str:
        place = "before" if self.is_first else "after"
        return f"{self.name}-{place}{'-flat' if self.is_flat else ''}"


ALL = [Both(name, is_first, is_flat) for name in OTHERS for is_first in (True, False)
       for is_flat in (False, True)]


@pytest.fixture(scope="module", params=ALL, ids=str)
def both(request: pytest.FixtureRequest) -> Both:
    return request.param


@pytest.fixture(scope="module")
def built(both: Both, site: MakeSite) -> Build:
    folder = site(tree_of(both.other), both.config)
    return build(commit(folder) if both.other.in_git else folder)


def page_of(built: Build, name: str) -> str:
    return next(path for path in (f"posts/{name}", f"blog/{name}") if built.has(path))


def test_site_builds_and_nothing_is_told(built: Build) -> None:
    assert (built.code, built.told) == (0, []), built.log


def test_every_page_is_there(built: Build) -> None:
    assert [page for page in PAGES if not built.has(page)] == []
    assert [name for name in POSTS if not (built.has(f"posts/{name}") or built.has(f"blog/{name}"))] == []


def test_every_link_leads_somewhere(built: Build) -> None:
    assert dead_links(built.site) == []


def test_posts_have_their_boxes_and_views_what_they_show(built: Build) -> None:
    assert "Done Reproduce a detector post 2 of 4" in built.text(page_of(built, "second"))
    assert "Run on one watt" in built.text("embedded")
    assert "As of 1 Apr 2026." in built.text("roadmap/board")


def test_navigation_has_the_roadmap_once(built: Build) -> None:
    wanted = [built.file(path) for path in (*VIEWS, "goals/vision", "roadmap/goals/honest-models")]
    files = [link.file for link in built.site.links("404.html")]
    assert [file for file in dict.fromkeys(files) if file in wanted] == wanted


def test_private_pages_leave_no_byte(built: Build) -> None:
    for name, content in built.content().items():
        told = f"{name}\n".encode().lower() + content.lower()
        assert not [word for word in PRIVATE if word.encode() in told], name


def test_other_plugin_does_its_work(both: Both, built: Build) -> None:
    both.other.works(built)


@pytest.mark.parametrize("is_first", [True, False])
def test_all_of_them_at_once(site: MakeSite, is_first: bool) -> None:
    others = [other for name, other in OTHERS.items() if name != "static-i18n"]
    plugins = [other.plugin for other in others]
    plugins.insert(0 if is_first else len(plugins), "ROADMAP")
    tree = {**tree_of(OTHERS["blog"]), "tags.md": "# Tags\n\n<!-- material/tags -->\n"}
    plugins = [plugin.replace("posts/first", "about") for plugin in plugins]
    listed = config(theme="material", plugins=f"[search, {', '.join(plugins)}]")
    made = good(build(commit(site(tree, listed))))
    assert "post 2 of 4" in made.text("blog/second")
    assert [page for page in PAGES if not made.has(page)] == []


def test_page_that_another_plugin_takes_away_is_told_and_no_other_is_lost(site: MakeSite) -> None:
    folder = site(lab(), config(more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(
        "from mkdocs.plugins import event_priority\n\n\n@event_priority(-60)\ndef on_files(files, config):\n"
        "    files.remove(files.src_uris['roadmap/index.md'])\n", "utf-8")
    made = build(folder, strict=False)
    assert "Traceback" not in made.log
    assert made.problems[0].startswith("docs/roadmap/index.md:1:1: error: the roadmap shows this page, but")
    assert made.has("roadmap/board")


@pytest.mark.parametrize("name", ["git-revision-date-localized", "rss", "macros", "blog"])
def test_page_that_would_stop_the_host_stops_no_other_plugin(site: MakeSite, name: str) -> None:
    posts = "blog/posts" if name == "blog" else "posts"
    tree = tree_of(OTHERS[name]) | {f"{posts}/hide.md": "---\ndate: 2026-03-01\nhide: true\n---\n# Hidden\n"}
    folder = site(tree, config(theme="material", plugins=f"[search, ROADMAP, {OTHERS[name].plugin}]"))
    (folder / f"docs/{posts}/latin.md").write_bytes(b"---\ngoal: caf\xe9\n---\n")
    made = build(commit(folder), strict=False)
    assert "Traceback" not in made.log
    assert [line.rpartition(" ")[2] for line in made.told] == ["[bad-host-value]", "[bad-encoding]", "above"]
    assert "Hidden" in made.text(page_of(made, "hide"))


# --- what git does not know ---


@pytest.mark.parametrize("plugin", ["git-revision-date-localized: {fallback_to_build_date: true}", "rss"])
def test_without_git_the_site_is_whole(site: MakeSite, plugin: str) -> None:
    made = build(site(lab(), config(theme="material", plugins=f"[search, ROADMAP, {plugin}]")), strict=False)
    assert made.code == 0
    assert "Traceback" not in made.log
    assert made.problems == []
    assert "post 2 of 4" in made.text("posts/second")
    assert made.has("roadmap/board")


def test_shallow_clone_builds_with_revision_dates(site: MakeSite, tmp_path: Path) -> None:
    folder = commit(site(lab(), config(
        theme="material", plugins="[ROADMAP, git-revision-date-localized: {fallback_to_build_date: true}]")))
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", folder.as_uri(), clone], check=True)
    made = build(clone, strict=False)
    assert made.code == 0
    assert made.problems == []
    assert "March 25, 2026" in made.text("about")
    assert made.has("roadmap/board")


def test_page_that_is_private_by_the_meta_plugin_is_an_error(site: MakeSite) -> None:
    files = {**HOME, "notes/a.md": "A diary.\n", "notes/.meta.yml": "visibility: private\n"}
    made = build(site(files, config(theme="material", plugins="[search, meta, ROADMAP]")), strict=False)
    assert made.code == 1
    assert made.problems[0].startswith(
        "docs/notes/a.md:1:1: error: visibility says private, but not in the front ")


@pytest.mark.parametrize("plugins", ["[ROADMAP, RSS]", "[RSS, ROADMAP]"])
def test_what_another_plugin_writes_over_a_file_is_told(site: MakeSite, plugins: str) -> None:
    rss = "rss: {use_git: false, feeds_filenames: {rss_created: roadmap/feed.xml}}"
    made = build(site({**HOME, **lab()}, config(plugins=plugins.replace("RSS", rss))), strict=False)
    assert made.problems == [told("feed.xml", OVERWRITTEN)]
    assert b"<rss" in made.content()["roadmap/feed.xml"]
