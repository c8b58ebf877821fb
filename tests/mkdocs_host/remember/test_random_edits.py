"""Whatever is edited in whatever order, a site that remembers is the site that is built from nothing."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from depth import IS_FULL, MOST, TIMES, tries
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from mkdocs_career_roadmap.project.on_disk import looks

from .server import serving

PATHS = ["posts/a.md", "posts/b.md", "posts/c.md", "posts/deep/d.md", "index.md", "about.md"]
FRONT = ["", "title: Another title", "status: done", "status: dnoe", "title: a: b", "visibility: private",
         "draft: true", "tags: [x, y]", "template: other.html", "description: <b>", "search: {exclude: true}",
         "hide: [toc]", "status: planned\ntarget: 2026-09"]
WORDS = ["Words.", "[a](a.md) and [b](b.md#there)", "# Heading\n\n## There\n\nWords.\n\n## There\n",
         "[d](deep/d.md#nowhere) [no](no.md) [self](#there)", "![x](../x.png) [abs](/about/)",
         "``` roadmap\nboard\n```", "A note[^1].\n\n[^1]: Here.\n", "<b id='there'>raw</b> [x](../about)",
         "[i](../index.md) <mail@example.org>", "\u2014 \U0001f600 ![d](d.png 'x')"]
MENUS = ["", "nav: [index.md, about.md]\n", "nav: [index.md, {Posts: [posts/a.md, posts/b.md]}, about.md]\n",
         "nav: [{Start: index.md}, {Out: 'https://example.org'}, {Posts: [{Deep: [posts/deep/d.md]}]}]\n"]
MORE = ["", "strict: true\n", "use_directory_urls: false\n", "extra: {word: hello}\n",
        "not_in_nav: /posts/\n", "exclude_docs: /posts/b.md\n", "draft_docs: /posts/c.md\n", "site_name: [\n",
        "repo_url: https://example.org/r\n", "extra_css: [x.css]\n", "copyright: Mine\n",
        "validation: {links: {anchors: warn, absolute_links: relative_to_docs}}\n",
        "markdown_extensions: [footnotes, {toc: {permalink: true}}]\n", "markdown_extensions: [nowhere]\n"]
THEMES = ["theme: {name: mkdocs, custom_dir: theme}\n", "theme: {name: readthedocs, custom_dir: theme}\n",
          "theme: {name: mkdocs, custom_dir: theme, locale: de}\n"]
OPTIONS = ["", "post_feeds: false", "title: Mine", "post_line: false", "folder: map", "nav: false",
           "person: {name: Ada}", "cards: true", "declared_only: true", "enabled: false",
           "problems: {outside-link: off}", "labels: {board: My board}", "views: {board: nobody}"]
WRITTEN = ["index.html", "about/index.html", "posts/a/index.html", "roadmap/board/index.html", "about.html",
           "roadmap/roadmap.json", "roadmap/posts/feed.xml", "search/search_index.json", "sitemap.xml"]
if IS_FULL:
    THEMES.append("theme: {name: material, custom_dir: theme, font: false}\n")
_BASE = '{% extends "base.html" %}'
_ALL = "{{ roadmap.posts | length }}{% for file in pages %}{{ file.page.title }}{% endfor %}"
_OTHERS = "{% for p in nav.pages %}"
TEMPLATES = {
    "theme/main.html": [
        "", "{% broken", _BASE + "{% include ['part.html', 'other.html'] ignore missing %}",
        _BASE + "{% include 'more.html' ignore missing %}",
        _BASE + "{% block content %}<i>{{ config.extra.word }}</i>{{ super() }}{% endblock %}",
        _BASE + "{% block extrahead %}" + _ALL + "{% endblock %}"],
    "theme/other.html": [
        "", "{{ page.content }} {{ nav | length }} {{ page.next_page.title }} {{ build_date_utc }}",
        "{% for p in nav.pages %}{{ p.content | length }} {{ p.meta }}{% endfor %}{{ page.toc }}",
        "{% import 'part.html' as part %}{{ part.shown() }}{{ part.word }} {{ page.edit_url }}"],
    "theme/more.html": [
        "", _OTHERS + "{{ p.meta }}{% endfor %}", "{{ nav.pages | map(attribute='meta.title') | list }}",
        _OTHERS + "{{ p.meta.description }}{{ 'tags' in p.meta }}{% if p.meta %}!{% endif %}{% endfor %}",
        _OTHERS + "{{ p.meta.items() | list }}{{ p.meta | length }}{{ p.meta | tojson }}{% endfor %}",
        _OTHERS + "{% set _ = p.meta.update({'n': p.meta.n | d(0) + 1}) %}{{ p.meta.n }}{% endfor %}"],
    "theme/part.html": [
        "", "{% set word = roadmap.title %}{% macro shown() %}{{ roadmap.goals | length }}{% endmacro %}"],
    "docs/x.css": ["", "a {}", "b {}"],
}


EDITS = tries(max_examples=min(MOST // 4, 60 * TIMES), stateful_step_count=8)


def page(number: int, front: str, words: str) -> str:
    post = f"date: 2026-03-0{1 + number % 9}\ngoal: A goal\nmilestone: M{number % 3}"
    return f"---\n{post}\n{front}\n---\n{words}\n"


class Edits(RuleBasedStateMachine):
    """The site before an edit, and after."""

    command = "serve"
    is_on_disk = False

    def __init__(self) -> None:
        super().__init__()
        self.end = ExitStack()
        self.root = Path(tempfile.mkdtemp())
        self.end.callback(shutil.rmtree, self.root)
        files = {f"docs/{path}": page(number, "", "Words.") for number, path in enumerate(PATHS)}
        self.server = self.end.enter_context(serving(
            self.root / "site", files, self.command, is_on_disk=self.is_on_disk))
        self.parts = {"menu": MENUS[0], "more": MORE[0], "theme": THEMES[0], "options": OPTIONS[0]}

    @initialize(theme=st.sampled_from(THEMES), unsure=st.sampled_from([0, looks.UNSURE]))
    def begin(self, theme: str, unsure: int) -> None:
        self.end.enter_context(patch.object(looks, "UNSURE", unsure))  # 0: as if nobody saves twice at once
        self.configure("theme", theme)

    def configure(self, part: str, text: str) -> None:
        self.parts[part] = text
        menu, more, theme, options = (self.parts[name] for name in ("menu", "more", "theme", "options"))
        search = "material/search" if "material" in theme else "search"
        ours = ", ".join(filter(None, ("as_of: 2026-04-01", "remember: true", options)))
        plugins = f"plugins: [{search}, {{career-roadmap: {{{ours}}}}}]\n"
        self.save("mkdocs.yml", f"site_name: Ada\n{theme}{plugins}{menu}{more}".encode())

    def save(self, path: str, content: bytes) -> None:
        file = self.root / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content:
            file.write_bytes(content)
        else:
            file.unlink(missing_ok=True)
        assert self.server.is_right()

    @rule(path=st.sampled_from(PATHS), number=st.integers(0, 12), front=st.sampled_from(FRONT),
          words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
    def write(self, path: str, number: int, front: str, words: list[str]) -> None:
        self.save(f"docs/{path}", page(number, front, "\n\n".join(words)).encode())

    @rule(path=st.sampled_from(PATHS))
    def break_off(self, path: str) -> None:
        self.save(f"docs/{path}", b"---\ntitle: caf\xc3")

    @rule(path=st.sampled_from([*PATHS[:4], "about.md"]))
    def delete(self, path: str) -> None:
        self.save(f"docs/{path}", b"")

    @rule(path=st.sampled_from(PATHS[:4]),
          other=st.sampled_from([
              *PATHS[:3], "e.md", "posts/a/index.md", "posts/x.png", "posts/b", "roadmap/board.md", "x.css"]))
    def rename(self, path: str, other: str) -> None:
        old, new = (self.root / "site/docs" / name for name in (path, other))
        if old.exists() and old != new:
            new.parent.mkdir(parents=True, exist_ok=True)
            old.replace(new)
        assert self.server.is_right()

    @rule(menu=st.sampled_from(MENUS))
    def change_menu(self, menu: str) -> None:
        self.configure("menu", menu)

    @rule(more=st.sampled_from(MORE))
    def change_configuration(self, more: str) -> None:
        self.configure("more", more)

    @rule(options=st.sampled_from(OPTIONS))
    def change_options(self, options: str) -> None:
        self.configure("options", options)

    @rule(path=st.sampled_from(WRITTEN), content=st.sampled_from([b"", b"mine"]))
    def write_over(self, path: str, content: bytes) -> None:
        """Somebody else changes what was built."""
        file = self.server.out / path
        if file.exists():
            file.unlink()
            if content:
                file.write_bytes(content)
        assert self.server.is_right()

    @rule(edit=st.sampled_from([(path, text) for path, texts in TEMPLATES.items() for text in texts]))
    def change_file(self, edit: tuple[str, str]) -> None:
        path, text = edit
        self.save(path, text.encode())

    def teardown(self) -> None:
        self.end.close()


class EditsOfABuild(Edits):
    """What is private and shown no more is gone: `serve --clean` has what a build has."""

    command = "build"


class EditsBetweenRuns(EditsOfABuild):
    """Each build is a run of its own, which has only what the one before left on the disk."""

    is_on_disk = True


def test_any_edits_leave_the_site_that_a_clean_build_makes() -> None:
    run_state_machine_as_test(Edits, settings=EDITS)


def test_what_becomes_private_is_gone_whatever_is_remembered() -> None:
    run_state_machine_as_test(EditsOfABuild, settings=EDITS)


def test_what_lies_on_the_disk_makes_the_site_that_a_clean_build_makes() -> None:
    run_state_machine_as_test(EditsBetweenRuns, settings=EDITS)
