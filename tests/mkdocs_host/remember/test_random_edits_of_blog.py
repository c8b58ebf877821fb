"""Whatever is edited in a blog of Material's, a site that remembers is as one that is built from nothing."""

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

POSTS = [f"docs/blog/posts/{name}.md" for name in ("a", "b", "c", "deep/d", "e")]
FRONT = ["", "title: Another title", "categories: [Tea, Rain]", "categories: [Rain]", "authors: [ada, bob]",
         "authors: [bob]", "authors: [nobody]", "draft: true", "pin: true", "slug: x", "readtime: 7",
         "links: [index.md, {Out: 'https://example.org'}, {More: [about.md#there, blog/posts/a.md#part]}]",
         "links: [blog/posts/b.md, no.md]", "visibility: private", "status: done", "template: own.html",
         "tags: [x]", "description: <b>", "hide: [toc]", "date: never", "categories: [Tea]\nauthors: [ada]",
         "date: {created: 2026-03-05, updated: 2026-03-09}", "date: 2027-01-01", "title: a: b"]
WORDS = ["Words.", "# Heading\n\nWords.", "## Part\n\nWords.", "<!-- more -->", "<!-- cut -->",
         "A note[^1].\n\n[^1]: Here.\n", '=== "One"\n\n    1\n\n=== "Two"\n\n    2\n', "words " * 700,
         "[a](a.md#part) and [b](b.md)", "[i](../../index.md) ![x](x.png) [no](no.md)", "[self](#part)",
         "<div>raw</div>\n\n*[HTML]: Words\n\nHTML", "``` roadmap\nboard\n```", "[x]: https://example.org\n\n[x]"]
OPTIONS = ["", "pagination_per_page: 2", "pagination_per_page: 1", "pagination: false", "blog_toc: true",
           "archive: false", "categories: false", "authors_profiles: true", "post_readtime: false",
           "pagination_keep_content: true, pagination_per_page: 2", "post_excerpt_separator: <!-- cut -->",
           "post_date_format: yyyy", "post_url_format: '{file}'", "enabled: false", "post_excerpt: required",
           "categories_allowed: [Tea]", "draft_if_future_date: true", "post_excerpt_max_authors: 0",
           "archive_date_format: MMMM yyyy, archive_url_date_format: yyyy/MM", "draft_on_serve: false",
           "pagination_format: '$link_first ~1~', pagination_per_page: 1", "authors: false",
           "categories_toc: true, blog_toc: true, pagination_per_page: 2", "categories_sort_reverse: true"]
MENUS = ["", "nav: [index.md, blog/index.md, about.md]\n", "nav: [index.md, about.md]\n",
         "nav: [index.md, {News: [blog/index.md]}, about.md]\n"]
_MANY = ("markdown_extensions: [footnotes, abbr, pymdownx.superfences, {toc: {permalink: true}},\n"
         " {pymdownx.tabbed: {alternate_style: true}}]\n")
MORE = ["", "use_directory_urls: false\n", "strict: true\n", "validation: {links: {not_found: ignore}}\n",
        _MANY, "extra: {word: hello}\n", "exclude_docs: /blog/posts/b.md\n"]
OURS = ["", "post_line: false", "enabled: false", "folder: map", "post_feeds: false"]
_TWO = ("authors: {ada: {name: Ada L., description: Counts, avatar: a.png, url: https://example.org}, "
        "bob: {name: Bob, description: Reads, avatar: b.png}}\n")
AUTHORS = ["", "authors: {ada: {name: Ada, description: Writes, avatar: a.png}}\n", "authors: [\n", _TWO]
_ALL = "{% extends 'main.html' %}{% block content %}"
_OF_PLUGIN = ("{% set its = config.plugins['material/blog'] %}"  # switched off, it has what it had before
              "{% if its.config.enabled %}{{ its.blog.posts | length }}{% endif %}")
_EACH = _ALL + "{% for post in posts %}"
TEMPLATES = {
    "theme/own.html": ["", "{{ page.content }}{{ page.parent.title }}{{ page.config.date.created | date }}"],
    "theme/more.html": [
        "", "{% for p in nav.pages %}{{ p.meta.description }}{{ p.meta.template }}{% endfor %}",
        "{{ page.next_page.next_page.title }}{{ page.next_page.meta.tags }}{{ page.parent.parent.title }}",
        "{{ page.posts | length }}{{ (page.categories or [{}])[0].posts | length }}",
        "{% if page.excerpt %}{{ page.excerpt.content }}{% endif %}",
        "{{ page.parent.posts[1].title }}{{ page.authors }}{{ page.config.links.items | length }}",
        "{% for c in page.categories %}{{ c.name }}{{ c.meta }}{{ c.pages | length }}{% endfor %}",
        _OF_PLUGIN, "{{ pagination is defined }}{{ posts | length }}"],
    "theme/partials/post.html": [
        "", "{{ post.title }}{{ post.content }}{{ post.markdown | length }}{{ post.toc }}{{ post.meta }}",
        "{{ post.post.content | length }}{{ post.post.next_page.title }}{{ post.url | url }}",
        "{{ post.more }}{{ post.config.draft }}{{ post.config.slug }}{{ post.post.meta.tags }}"],
    "docs/blog/.authors.yml": AUTHORS,
    "docs/blog/index.md": ["# Blog\n", "---\ntitle: News\ndescription: All\n---\n# Blog\n\n## Part\n"],
    "docs/blog/category/tea.md": ["", "# All about tea\n\nWords.\n"],
    "docs/blog/posts/x.png": ["", "a picture"],
}
SMALL = {
    "theme/main.html": "{% macro shown(item) %}<i>{{ item.title }}{% if item.pages and page in item.pages %}!"
                       "{% endif %}{{ item.url or '' }}{{ item.active }}{% for below in item.children or [] "
                       "%}{{ shown(below) }}{% endfor %}</i>{% endmacro %}<title>{{ page.title }}</title>"
                       "<head></head>{% for one in nav %}{{ shown(one) }}{% endfor %}"
                       "{% if page.previous_page %}{{ page.previous_page.title }}{% endif %}"
                       "{% include 'more.html' ignore missing %}"
                       "{% block content %}{{ page.content }}{% endblock %}",
    "theme/blog-post.html": _ALL + "{% for a in page.authors %}{{ a.name }}{{ a.url }}{% endfor %}"
                            "{{ page.config.date.created | date }}{% for c in page.categories %}{{ c.title }}"
                            "{{ c.url | url }}{% endfor %}{{ page.config.readtime }}{{ page.config.pin }}"
                            "{% for l in page.config.links or [] %}{{ l.title }}{{ l.url }}{% if l.meta %}"
                            "{{ l.meta.subtitle }}{% endif %}{% endfor %}{{ page.content }}{% endblock %}",
    "theme/blog.html": _EACH + "{% include 'partials/post.html' ignore missing %}{{ post.content }}"
                       "{% for a in post.authors %}{{ a.name }}{% endfor %}{% for c in post.categories %}"
                       "{{ c.title }}{% endfor %}{% if post.more %}{{ post.url | url }}{% endif %}"
                       "{{ post.config.date.created | date }}{{ post.config.readtime }}{% endfor %}"
                       "{{ page.content }}{% for t in page.toc %}{{ t.children | length }}{% endfor %}"
                       "{% if pagination %}{{ pagination({}) }}{% endif %}{% endblock %}",
    "theme/partials/language.html": "{% macro t(key) %}{{ key }}{% endmacro %}",
}
THEME = "theme: {name: null, custom_dir: theme, language: en}\n"
MATERIAL = ("theme: {name: material, custom_dir: theme, font: false, features: [navigation.path, "
            "navigation.footer, navigation.tabs, navigation.indexes, toc.integrate]}\n")
EDITS = tries(max_examples=min(max(1, MOST // 10), 40 * TIMES), stateful_step_count=8 if IS_FULL else 6)


def post(number: int, front: str, words: str) -> str:
    day = "" if "date:" in front else f"date: 2026-03-0{1 + number % 9}\n"
    return f"---\n{day}goal: A goal\nmilestone: M{number % 3}\n{front}\n---\n{words}\n"


class EditsOfBlog(RuleBasedStateMachine):
    """The site before an edit, and after."""

    command = "serve"
    is_on_disk = False
    theme = THEME
    search = "search"

    def __init__(self) -> None:
        super().__init__()
        self.end = ExitStack()
        self.root = Path(tempfile.mkdtemp())
        self.end.callback(shutil.rmtree, self.root)
        files = {path: post(number, FRONT[1 + number], "Words.") for number, path in enumerate(POSTS)}
        files |= {"docs/index.md": "# Home\n", "docs/about.md": "# About\n\n## There\n",
                  "docs/blog/index.md": "# Blog\n", "docs/blog/.authors.yml": AUTHORS[3],
                  "theme/unused.html": ""}
        self.server = self.end.enter_context(serving(
            self.root / "site", files | (SMALL if "null" in self.theme else {}), self.command,
            is_on_disk=self.is_on_disk))
        self.parts = {"menu": MENUS[0], "more": MORE[0], "options": OPTIONS[0], "ours": OURS[0]}

    @initialize(unsure=st.sampled_from([0, looks.UNSURE]), options=st.sampled_from(OPTIONS),
                more=st.sampled_from([more for more in MORE if "strict" not in more]))
    def begin(self, unsure: int, options: str, more: str) -> None:
        self.end.enter_context(patch.object(looks, "UNSURE", unsure))  # 0: as if nobody saves twice at once
        self.parts["more"] = more
        self.configure("options", options)

    def configure(self, part: str, text: str) -> None:
        self.parts[part] = text
        ours = ", ".join(filter(None, ("as_of: 2026-04-01", "remember: true", self.parts["ours"])))
        plugins = (f"plugins: [{self.search}, {{material/blog: {{{self.parts['options']}}}}}, "
                   f"{{career-roadmap: {{{ours}}}}}]\n")
        more = self.parts["menu"] + self.parts["more"]
        self.save("mkdocs.yml", f"site_name: Ada\n{self.theme}{plugins}{more}")

    def save(self, path: str, content: str) -> None:
        file = self.root / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content:
            file.write_text(content, "utf-8")
        else:
            file.unlink(missing_ok=True)
        assert self.server.is_right()

    @rule(path=st.sampled_from(POSTS), number=st.integers(0, 12),
          front=st.lists(st.sampled_from(FRONT), max_size=2, unique_by=lambda front: front.partition(":")[0]),
          words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    def write(self, path: str, number: int, front: list[str], words: list[str]) -> None:
        self.save(path, post(number, "\n".join(front), "\n\n".join(words)))

    @rule(path=st.sampled_from(POSTS), words=st.sampled_from(WORDS))
    def go_on(self, path: str, words: str) -> None:
        file = self.root / "site" / path
        if file.exists():
            self.save(path, f"{file.read_text('utf-8')}\n{words}\n")

    @rule(path=st.sampled_from(POSTS), text=st.sampled_from(["", "No front matter.", "---\n"]))
    def break_off(self, path: str, text: str) -> None:
        self.save(path, text)

    @rule(path=st.sampled_from(POSTS), other=st.sampled_from([*POSTS, "docs/blog/posts/f.md", "docs/p.md"]))
    def rename(self, path: str, other: str) -> None:
        old, new = (self.root / "site" / name for name in (path, other))
        if old.exists() and old != new:
            new.parent.mkdir(parents=True, exist_ok=True)
            old.replace(new)
        assert self.server.is_right()

    @rule(options=st.sampled_from(OPTIONS))
    def change_blog(self, options: str) -> None:
        self.configure("options", options)

    @rule(change=st.sampled_from([("menu", text) for text in MENUS] + [("more", text) for text in MORE]
                                 + [("ours", text) for text in OURS]))
    def change_configuration(self, change: tuple[str, str]) -> None:
        self.configure(*change)

    @rule(edit=st.sampled_from([(path, text) for path, texts in TEMPLATES.items() for text in texts]))
    def change_file(self, edit: tuple[str, str]) -> None:
        self.save(*edit)

    def teardown(self) -> None:
        self.end.close()


class EditsOfBuiltBlog(EditsOfBlog):
    """What is private and shown no more is gone: `serve --clean` has what a build has."""

    command = "build"


class EditsOfBlogBetweenRuns(EditsOfBuiltBlog):
    """Each build is a run of its own, which has only what the one before left on the disk."""

    is_on_disk = True


class EditsOfBlogInMaterial(EditsOfBlog):
    """The templates are those that nearly all such blogs have."""

    theme = MATERIAL
    search = "material/search"


def test_any_edits_of_a_blog_leave_the_site_that_a_clean_build_makes() -> None:
    run_state_machine_as_test(EditsOfBlog, settings=EDITS)


def test_what_becomes_private_in_a_blog_is_gone_whatever_is_remembered() -> None:
    run_state_machine_as_test(EditsOfBuiltBlog, settings=EDITS)


def test_what_lies_on_the_disk_of_a_blog_makes_the_site_that_a_clean_build_makes() -> None:
    run_state_machine_as_test(EditsOfBlogBetweenRuns, settings=EDITS)


def test_blog_in_its_own_theme_is_what_a_clean_build_makes() -> None:
    few = EDITS if IS_FULL else tries(max_examples=max(1, MOST // 10), stateful_step_count=4)
    run_state_machine_as_test(EditsOfBlogInMaterial, settings=few)
