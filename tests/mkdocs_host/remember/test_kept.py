"""What a change reaches, and what it does not: pages are made again only where it shows."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest
from mkdocs.contrib.search.search_index import SearchIndex
from mkdocs.structure.pages import Page
from mkdocs.utils import meta
from mkdocs_career_roadmap.mkdocs_host.remember import rendering
from mkdocs_career_roadmap.project.on_disk import looks
from mkdocs_career_roadmap.project.on_disk.shelf import Shelved

from .server import Server, serving

CONFIG = """\
site_name: Ada
theme: {name: mkdocs, custom_dir: theme}
plugins: [search, {career-roadmap: {as_of: 2026-04-01}}]
nav: [index.md, about.md]
not_in_nav: /posts/
"""
FILES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# Home\n\n[a](posts/a.md)\n",
    "docs/about.md": "# About\n",
    "docs/posts/a.md": "---\ntitle: A\n---\n[b](b.md)\n",
    "docs/posts/b.md": "---\ntitle: B\n---\n## Part\n\nWords.\n",
    "theme/main.html": '{% extends "base.html" %}{% block extrahead %}{{ config.extra.word }}{% endblock %}',
    "theme/x.html": "{{ page.content }}",
}
ALL = {"index.md", "about.md", "posts/a.md", "posts/b.md",
       "roadmap/index.md", "roadmap/board.md", "roadmap/timeline.md"}
Work = dict[str, set[str]]


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """Return what is done from now on: the pages by the step, `rendered`, `searched` and `made`."""
    done: Work = {"rendered": set(), "searched": set(), "made": set(), "split": set()}

    def note(where: Any, name: str, step: str, page_of: Callable[..., Any]) -> None:
        real = getattr(where, name)

        def noting(*args: Any, **kwargs: Any) -> Any:
            if page := page_of(*args):
                done[step].add(page if isinstance(page, str) else page.file.src_uri)
            return real(*args, **kwargs)

        monkeypatch.setattr(where, name, noting)

    note(rendering, "_RENDER", "rendered", lambda page, *_: page)
    note(SearchIndex, "add_entry_from_context", "searched", lambda _, page: page)
    note(jinja2.Template, "render", "made", lambda _, context=None: (context or {}).get("page"))
    note(meta, "get_data", "split", lambda text: text)
    monkeypatch.setattr(rendering.Page, "render", rendering._RENDER)  # else it would be another's
    return done


def saved(server: Server, work: Work, path: str, text: str) -> Work:
    """Save a file, build, and return what was done for that. The site is then as it is built from nothing."""
    file = server.folder / path
    file.unlink() if text == "" else file.write_text(text, "utf-8")
    for pages in work.values():
        pages.clear()
    made = server.build()
    done = {step: set(pages) for step, pages in work.items()}
    assert server.is_right(made)
    return done


@pytest.mark.parametrize(("path", "text", "rendered", "made"), [
    ("docs/posts/b.md", FILES["docs/posts/b.md"] + "More.\n", {"posts/b.md"}, {"posts/b.md"}),
    ("docs/posts/b.md", FILES["docs/posts/b.md"].replace("B", "C"), set(), {"posts/b.md"}),
    ("docs/about.md", "# Another\n", {"about.md"}, ALL),  # it stands in the menu
    ("docs/posts/b.md", "", {"posts/a.md"}, {"posts/a.md"}),  # whose link leads nowhere now
    ("docs/posts/c.md", "Words.\n", {"posts/c.md"}, {"posts/c.md"}),
    ("theme/main.html", '{% extends "base.html" %}', set(), ALL),
    ("theme/x.html", "", set(), set()),  # no page uses it
    ("mkdocs.yml", CONFIG + "extra: {word: hello}\n", set(), ALL),
    ("mkdocs.yml", CONFIG + "markdown_extensions: [footnotes]\n", ALL, ALL),
])
def test_change_reaches_the_pages_that_show_it(
    tmp_path: Path, work: Work, path: str, text: str, rendered: set[str], made: set[str]
) -> None:
    with serving(tmp_path / "site", FILES) as server:
        assert server.build() == server.build()
        done = saved(server, work, path, text)
    assert done["rendered"] == rendered
    assert done["made"] == made
    assert done["searched"] <= made
    assert len(done["split"]) <= 1


def test_page_of_which_nobody_knows_what_it_shows_is_made_each_time(tmp_path: Path, work: Work) -> None:
    templates = {
        "theme/time.html": "{{ build_date_utc.year }}",
        "theme/all.html": "{% for file in pages %}{{ file.page.title }}{% endfor %}",
        "theme/others.html": "{% for page in nav.pages %}{{ page.content }}{% endfor %}",
        "theme/plugin.html": "{{ config.plugins['search'].search_index.entries | length }}",
        "theme/file.html": "{{ page.file.content_string }}"}
    posts = {f"docs/posts/{Path(path).stem}.md": f"---\ntemplate: {Path(path).name}\n---\nWords.\n"
             for path in templates}
    with serving(tmp_path / "site", {**FILES, **templates, **posts}) as server:
        server.build()
        done = saved(server, work, "docs/posts/b.md", "Others.\n")
        told = [line for line in server.told if "is made anew" in line]
    odd = {f"posts/{name}.md" for name in ("all", "others", "plugin", "file")}
    assert done["made"] == {"posts/b.md", *odd}
    assert "posts/all.md is made anew: the theme reads the list of all pages" in told


@pytest.mark.parametrize(("shown", "reaches"), [
    ("{{ p.meta.description }}", True), ("{{ p.meta['description'] }}", True), ("{{ p.meta }}", True),
    ("{{ p.meta.get('description') }}", True), ("{{ p.meta.items() | list }}", True),
    ("{{ p.meta | tojson }}", True), ("{{ p.meta == {} }}", True), ("{{ p['meta'].description }}", True),
    ("{{ dict(p.meta) }}", True), ("{{ p.meta.icon }}{% if p.meta %}{{ 'x' in p.meta }}{% endif %}", False),
])
def test_front_matter_of_another_page_counts_where_it_is_read(
    tmp_path: Path, work: Work, shown: str, *, reaches: bool
) -> None:
    files = {**FILES, "theme/x.html": "{% for p in nav.pages %}" + shown + "{% endfor %}",
             "docs/posts/x.md": "---\ntemplate: x.html\n---\n",
             "docs/about.md": "---\ndescription: One\n---\n"}
    with serving(tmp_path / "site", files) as server:
        server.build()
        done = saved(server, work, "docs/about.md", "---\ndescription: Other\n---\n")
    assert ("posts/x.md" in done["made"]) == reaches
    assert "posts/b.md" not in done["made"]


@pytest.mark.parametrize(("shown", "old", "new"), [
    ("{{ page.parent.title }}", "Part", "Other"), ("{{ page.ancestors[0].title }}", "Part", "Other"),
    ("{{ page.parent.children[2].title }}", "posts/b.md", "B now: posts/b.md"),
    ("{{ page.next_page.next_page.title }}", "posts/b.md", "B now: posts/b.md")])
def test_what_a_page_lies_in_counts_where_nothing_else_of_the_menu_is_read(
    tmp_path: Path, work: Work, shown: str, old: str, new: str
) -> None:
    menu = "nav: [index.md, {Part: [about.md, posts/a.md, posts/b.md]}]"
    config = CONFIG.replace("nav: [index.md, about.md]", menu)
    files = {**FILES, "mkdocs.yml": config, "theme/x.html": shown,
             "docs/about.md": "---\ntemplate: x.html\n---\n"}
    with serving(tmp_path / "site", files) as server:
        server.build()
        other = config.replace(old, f"{{{new}}}" if ":" in new else new)
        assert "about.md" in saved(server, work, "mkdocs.yml", other)["made"]


def test_template_that_changes_front_matter_does_so_for_all(tmp_path: Path) -> None:
    change = "{% set _ = p.meta.update({'n': p.meta.n | d(0) + 1}) %}{{ p.meta.n }}"
    change = "{% for p in nav.pages %}" + change + "{% endfor %}"
    with serving(tmp_path / "site", {**FILES, "theme/main.html": change}) as server:
        server.build()
        (server.folder / "docs/posts/b.md").write_text("Others.\n", "utf-8")
        assert server.is_right()


def test_page_that_prints_the_time_is_made_when_it_is_another(tmp_path: Path, work: Work) -> None:
    files = {**FILES, "theme/time.html": "{{ build_date_utc }}",
             "docs/t.md": "---\ntemplate: time.html\n---\n"}
    with serving(tmp_path / "site", files) as server:
        server.build()
        assert "t.md" not in saved(server, work, "docs/posts/b.md", "Others.\n")["made"]
        os.environ["SOURCE_DATE_EPOCH"] = "1775000001"  # the server puts it back when it ends
        assert saved(server, work, "docs/posts/b.md", "Again.\n")["made"] == {
            "posts/b.md", "t.md", "index.md"}  # the first page of MkDocs' theme prints it


def test_what_a_macro_reads_counts_for_every_page_that_shows_it(tmp_path: Path) -> None:
    part = "{% set word = roadmap.goals | length %}{% macro shown() %}{{ roadmap.title }}{% endmacro %}"
    files = {**FILES, "theme/part.html": part,
             "theme/main.html": '{% import "part.html" as part %}{{ part.word }}{{ part.shown() }}'}
    post = "---\ndate: 2026-03-01\ngoal: New\nmilestone: M\n---\n"
    with serving(tmp_path / "site", files) as server:
        server.build()
        (server.folder / "docs/posts/b.md").write_text(post, "utf-8")
        assert server.is_right()


def test_sources_that_look_the_same_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "UNSURE", -(10**18))  # a file of a test is new
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        (server.folder / "docs/posts/b.md").write_text("Other words.\n", "utf-8")
        assert opened(server, str(tmp_path)) == {"b.md"}


def opened(server: Server, *folders: str) -> set[str]:
    """Build, and return the names of the sources in these folders that were opened for that."""
    names: set[str] = set()
    watched = list(folders)
    sys.addaudithook(lambda event, args: names.add(Path(args[0]).name) if watched and event == "open"
                     and str(args[0]).startswith(tuple(watched)) and str(args[0]).endswith(".md") else None)
    server.build()
    watched.clear()  # the hook stays as long as the process
    return names


def test_pages_that_are_written_hold_no_texts_and_nobody_holds_them(tmp_path: Path) -> None:
    def pages() -> list[Page]:
        return [one for one in gc.get_objects()
                if type(one) is Page and str(tmp_path) in one.file.abs_dest_path]

    with serving(tmp_path / "site", FILES) as server:
        gc.disable()
        try:
            server.build()
            assert len(pages()) == len(ALL)
            assert not any(page.content or page.markdown or page.toc.items for page in pages())
        finally:
            gc.enable()
        gc.collect()
        assert pages() == []


def test_long_texts_lie_outside_of_memory_and_are_right_when_asked_for(tmp_path: Path) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        memory = server.plugin().memory
        outputs = [one.kept for one in memory.theme.outputs.values()]
        assert {type(one) for one in outputs} == {Shelved}
        assert {one._shelf for one in outputs if len(one.content) >= 256} == {memory.shelf}
        for folder in server.out.iterdir():  # so each page is finished again from what lies there
            (shutil.rmtree if folder.is_dir() else os.unlink)(folder)
        assert server.is_right()


def test_nothing_is_kept_of_a_page_that_is_gone(tmp_path: Path) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        (server.folder / "docs/posts/b.md").unlink()
        assert server.is_right()
        plugin = server.plugin()
    memory = plugin.memory
    for kept in (memory.split.by_text, memory.rendered.pages, memory.theme.outputs, *memory.found.values()):
        assert kept.keys() == ALL - {"posts/b.md"}
