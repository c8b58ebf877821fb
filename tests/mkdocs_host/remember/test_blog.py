"""What a change of a post reaches in a site with Material's blog, and what it does not."""

from __future__ import annotations

import importlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_career_roadmap.mkdocs_host.remember import blog, excerpts, fitness, naming
from mkdocs_career_roadmap.project.on_disk import looks

from .server import Server, serving
from .test_kept import Work, opened, saved, work
from .test_random_edits_of_blog import SMALL, THEME

__all__ = ["work"]  # a fixture
CONFIG = (f"site_name: Ada\n{THEME}plugins: [search, {{material/blog: {{pagination_per_page: 2}}}}, "
          "{career-roadmap: {as_of: 2026-04-01}}]\nnav: [index.md, blog/index.md]\n")
POST = "---\ndate: 2026-03-0{n}\ntitle: Post {n}\ncategories: [{category}]\n---\n## Part\n\nWords.\n"
FILES = {
    **SMALL, "mkdocs.yml": CONFIG, "docs/index.md": "# Home\n", "docs/blog/index.md": "# Blog\n",
    **{f"docs/blog/posts/{n}.md": POST.format(n=n, category="Tea" if n < 3 else "Rain")
       for n in range(1, 6)},
}
ONE = "docs/blog/posts/1.md"
BESIDE = "blog/posts/2.md"
"""The post that leads to it as the next one."""
VIEWS_OF_ONE = {"blog/page/3/index.md", "blog/archive/2026/page/3.md", "blog/category/tea.md"}


def first(text: str) -> str:
    return text.removeprefix("docs/")


@pytest.mark.xfail(
    version("mkdocs-material") not in fitness.BLOG_OF, reason="it steps aside, and says so", run=False)
class TestBlogThatIsKnown:
    @pytest.mark.parametrize(("old", "new", "rendered", "made"), [
        ("Words.", "Other words.", {first(ONE)}, {first(ONE), *VIEWS_OF_ONE}),
        ("Post 1", "Another", {first(ONE)}, {first(ONE), BESIDE, *VIEWS_OF_ONE}),
        ("2026-03-01", "2026-03-01 12:00:00", set(), {first(ONE), BESIDE, *VIEWS_OF_ONE}),
        ("Words.", "<!-- more -->\n\nWords.", {first(ONE)}, {first(ONE), *VIEWS_OF_ONE}),
    ])
    def test_change_reaches_the_pages_that_show_it(
        self, tmp_path: Path, work: Work, old: str, new: str, rendered: set[str], made: set[str]
    ) -> None:
        with serving(tmp_path / "site", FILES) as server:
            server.build()
            done = saved(server, work, ONE, FILES[ONE].replace(old, new))
            assert server.told == []
        assert done["rendered"] == rendered
        assert done["made"] == made

    @pytest.mark.parametrize("is_on_disk", [False, True])
    def test_excerpts_of_other_posts_are_not_made_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_on_disk: bool
    ) -> None:
        made: list[str] = []
        excerpt = importlib.import_module("material.plugins.blog.structure").Excerpt
        real = excerpt.__init__
        files = {**FILES, "mkdocs.yml": CONFIG.replace("as_of:", "remember: true, as_of:")}
        with serving(tmp_path / "site", files, "build", is_on_disk=is_on_disk) as server:
            server.build()
            (server.folder / ONE).write_text(FILES[ONE].replace("Words", "Others"), "utf-8")
            monkeypatch.setattr(excerpt, "__init__", lambda self, post, *others: (
                made.append(post.file.src_uri), real(self, post, *others))[1])
            server.build()
            assert made == [first(ONE)]
            assert server.is_right()

    def test_what_counts_on_from_view_to_view_does_so_when_one_view_is_new(self, tmp_path: Path) -> None:
        tabs = '=== "One"\n\n    1\n\n=== "Two"\n\n    2\n'
        more = "markdown_extensions: [pymdownx.superfences, {pymdownx.tabbed: {alternate_style: true}}]\n"
        text = FILES[ONE].replace("Words.", tabs)
        with serving(tmp_path / "site", {**FILES, "mkdocs.yml": CONFIG + more, ONE: text}) as server:
            built: Any = server.build()
            numbers = {text.partition(b"__tabbed_")[2][:1] for path, text in built.items()
                       if path.startswith("blog/") and b"__tabbed_" in text}
            assert numbers == {b"1", b"2", b"3"}
            (server.folder / ONE).write_text(text.replace("[Tea]", "[Rain, Tea]"), "utf-8")
            assert server.is_right()

    def test_page_that_reads_more_than_is_known_says_so(self, tmp_path: Path) -> None:
        with serving(tmp_path / "site", {**FILES, "theme/more.html": "{{ page.posts | length }}"}) as server:
            assert server.is_right()
            assert server.is_right()
        assert "blog/index.md is made anew: the theme reads posts of the blog's View" in server.told

    def test_nothing_of_ours_stays_in_the_blog(self, tmp_path: Path) -> None:
        plugin, structure = map(importlib.import_module, (
            "material.plugins.blog.plugin", "material.plugins.blog.structure"))
        before = (plugin.Excerpt, plugin.readtime, structure.yaml)
        with serving(tmp_path / "site", FILES) as server:
            server.build()
            (server.folder / "theme/blog.html").write_text("{% broken", "utf-8")
            assert isinstance(server.build(), str)
            (server.folder / "theme/blog.html").write_text(SMALL["theme/blog.html"], "utf-8")
            assert server.is_right()
        assert (plugin.Excerpt, plugin.readtime, structure.yaml) == before
        assert blog._PUT == []

    def test_sources_that_look_the_same_are_not_opened(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(looks, "UNSURE", -(10**18))  # a file of a test is new
        with serving(tmp_path / "site", FILES) as server:
            server.build()
            (server.folder / ONE).write_text(FILES[ONE].replace("Words", "Others"), "utf-8")
            temporary = MkDocsConfig.plugins.plugin_cache["material/blog"].temp_dir
            views = {"index.md", "2026.md", "tea.md", "rain.md"}  # whose further pages are copies of them
            assert opened(server, str(tmp_path), temporary) == {"1.md", *views}

    def test_nothing_is_kept_of_a_post_that_is_gone(self, tmp_path: Path) -> None:
        with serving(tmp_path / "site", FILES) as server:
            server.build()
            (server.folder / ONE).unlink()
            assert server.is_right()
            kept = server.plugin().memory.blog
            assert {Path(path).name for path in kept.copies} == {"index.md", "2.md"}
        assert kept.excerpts.keys() == {f"blog/posts/{n}.md" for n in range(2, 6)}
        assert len(kept.answers["yaml"]) == 4


def test_blog_of_another_version_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitness, "BLOG_OF", ("1.0",))
    with serving(tmp_path / "site", FILES) as server:
        assert server.is_right()
        assert server.is_right()
    its = version("mkdocs-material")
    assert server.told == [f"nothing is remembered: the blog of Material {its} was not tried, only 1.0"] * 2


def test_two_blogs_are_named(tmp_path: Path) -> None:
    two = CONFIG.replace("{material/blog: ", "{material/blog: {blog_dir: news}}, {material/blog: ")
    with serving(tmp_path / "site", {**FILES, "mkdocs.yml": two, "docs/news/index.md": "# News\n"}) as server:
        assert isinstance(server, Server)
        assert server.is_right()
    assert server.told[0].startswith("nothing is remembered: two blogs were not tried (material/blog and ")


def test_excerpt_is_known_as_the_blog_calls_it() -> None:
    structure = importlib.import_module("material.plugins.blog.structure")
    own = excerpts.remembering_class(structure.Excerpt, {}, "", None, in_build=lambda _: None)  # type: ignore[arg-type]
    assert naming.is_excerpt(own.__new__(own))
    assert issubclass(own, structure.Excerpt)
