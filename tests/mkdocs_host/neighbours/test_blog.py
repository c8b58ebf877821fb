"""Beside Material's plugin blog, which moves posts and shows their beginnings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import chdir
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from conftest import MakeSite
from hosts import HOME, Build, build, config
from material.plugins.blog.structure import Post
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs_career_roadmap.project.check import check
from mkdocs_career_roadmap.project.config import find_project
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import Page, read
from mkdocs_career_roadmap.vocabulary.settings import Settings

from mkdocs_host.neighbours.beside import BesideOddPages, Other

BLOG = Other("blog: {post_url_format: '{file}'}", "material", {"blog/index.md": "# Blog\n"})


class TestBlog(BesideOddPages):
    other = BLOG

    def works(self, made: Build) -> None:
        assert made.links("blog", "It is done") == [made.file("blog/fourth")]
        assert made.has("blog/archive/2026")


# --- what it would stop at ---


@pytest.fixture(scope="module")
def read_by_blog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, str], Post]]:
    """Return what reads the text of a post as Material does, and ends in an error where it would."""
    folder = tmp_path_factory.mktemp("blog")
    (folder / "docs/blog/posts").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: X\ntheme: material\nplugins: [blog]\n", "utf-8")
    with chdir(folder):
        config = load_config("mkdocs.yml")
        blog = config.plugins["material/blog"]
        blog.on_startup(command="build", dirty=False)
        blog.on_config(config)

        def post(name: str, text: str) -> Post:
            path = f"blog/posts/{name}"
            (folder / "docs" / path).write_text(text, "utf-8")
            made = blog._resolve_post(File(path, config.docs_dir, config.site_dir, use_directory_urls=True),
                                      config)
            blog._generate_links(made, config, Files([]))
            return made

        yield post
        blog.on_shutdown()


def read_post(text: str, name: str = "a.md") -> Page:
    return read(Source(f"blog/posts/{name}", text), Settings(blog_posts="blog/posts"))


def codes(page: Page) -> list[str]:
    return [p.code for p in page.problems]


def front(lines: str) -> str:
    return f"---\n{lines}\n---\nWords.\n"


@pytest.mark.parametrize(("written", "created"), [
    ("2026-05-03", "2026-05-03 00:00:00+00:00"),
    ('"2026-05-03"', "2026-05-03 00:00:00+00:00"),
    ("2026-5-3", "2026-05-03 00:00:00+00:00"),
    ("2026-05-03 10:30", "2026-05-03 10:30:00+00:00"),
    ("2026-05-03 10:30:15", "2026-05-03 10:30:15+00:00"),
    ("2026-05-03 10:30:00 +0900", "2026-05-03 10:30:00+09:00"),
    ("2026-05-03 10:30 -08:00", "2026-05-03 10:30:00-08:00"),
    ("2026-05-03 10:30 +99", "2026-05-03 10:30:00+00:00"),
    ("2026-05-03T10:00Z", "2026-05-03 10:00:00+00:00"),
    ("2026-05-03 10:00 UTC", "2026-05-03 10:00:00+00:00"),
    ('{created: "2026-05-03", updated: 2026-06-01 10:00}', "2026-05-03 00:00:00+00:00"),
    ("\n  created: 2026-05-03 10:00\n  updated:", "2026-05-03 10:00:00+00:00"),
])
@pytest.mark.parametrize("more", ["", "\ngoal: Vision"])
def test_each_form_of_a_date_reaches_the_blog(
    read_by_blog: Callable[[str, str], Post], written: str, created: str, more: str
) -> None:
    text = front(f"title: Mine\ndate: {written}{more}")
    page = read_post(text)
    assert codes(page) == []
    post = read_by_blog("a.md", page.host_text or text)
    assert (str(post.config.date.created), post.title) == (created, "Mine")


def test_other_days_of_a_post_reach_the_blog(read_by_blog: Callable[[str, str], Post]) -> None:
    page = read_post(front('date: {created: 2026-05-03, updated: "2026-06-01", seen: soon}'))
    (told,) = page.problems
    assert (told.place.column, told.message) == (
        58, "seen: 'soon' is not a date; write 2026-04-03, 2026-04, 2026-Q2 or 2026")
    dates = read_by_blog("a.md", page.host_text or "").config.date
    assert {name: str(day.date()) for name, day in dates.items()} == {
        "created": "2026-05-03", "updated": "2026-06-01"}


def test_day_of_the_files_name_is_the_posts(read_by_blog: Callable[[str, str], Post]) -> None:
    for text in ("Words.\n", "---\n---\nWords.\n", front("title: X"), front("date:\ntitle: X"),
                 "---\n\nA\n\n---\n"):
        page = read_post(text, "2026-05-03-a.md")
        assert codes(page) == []
        assert str(read_by_blog("b.md", page.host_text or text).config.date.created.date()) == "2026-05-03"


@pytest.mark.parametrize(("lines", "place"), [
    ("date: 2026-02-30", "2:7"), ("date: 2026-05", "2:7"), ("date: 2026", "2:7"), ("date: May 2026", "2:7"),
    ("title: X\ndate: {updated: 2026-05-03}", "3:7"), ("title: X\ndate:", "3:1"), ("title: X", "1:1"),
    ("date: {created: }", "2:17"), ("date: {created: 2026-02-30}", "2:17"), ("date: {created: x}", "2:17"),
])
@pytest.mark.parametrize("more", ["", "\ngoal: Vision"])
def test_date_that_is_none_is_told_once_and_another_stands_in(
    read_by_blog: Callable[[str, str], Post], lines: str, place: str, more: str
) -> None:
    page = read_post(front(lines + more))
    assert [f"{p.place.line}:{p.place.column} {p.severity} {p.code}" for p in page.problems] == [
        f"{place} error bad-date"]
    assert str(read_by_blog("a.md", page.host_text or "").config.date.created.date()) == "1970-01-01"


def test_list_of_days_is_told(read_by_blog: Callable[[str, str], Post]) -> None:
    page = read_post(front("date: [2026-05-03]"))
    assert codes(page) == ["bad-value"]
    assert read_by_blog("a.md", page.host_text or "").config.date


@pytest.mark.parametrize(("line", "fix"), [
    ("categories: Field work", 'a list of words: ["Field work"]'),
    ("categories: [2026]", 'a list of words: ["2026"]'),
    ("categories: [yes, null]", 'a list of words: ["yes"]'),
    ("categories: {a: b}", "a list of words: []"),
    ("authors: ada", 'a list of words: ["ada"]'),
    ("slug: 2026", 'one word: "2026"'),
    ("slug: 2026-05-03", 'one word: "2026-05-03"'),
    ("slug: [a]", "one word"),
    ('pin: "true"', "true or false, without quotes"),
    ("pin: 1", "true or false, without quotes"),
    ('readtime: "5"', "a whole number of minutes, without quotes"),
    ("readtime: 2.5", "a whole number of minutes, without quotes"),
    *((f"links: {value}", "a list of addresses, such as [about.md, {The paper: 'https://example.org/'}]")
      for value in ("foo.md", "3", "[3]", "[null]", "[{a: 3}]", "[{a: }]", "[{}]", "[[a.md]]")),
])
def test_value_at_which_the_blog_stops_is_told_with_its_place(
    read_by_blog: Callable[[str, str], Post], line: str, fix: str
) -> None:
    text = front(f"date: 2026-05-03\n{line}")
    page = read_post(text)
    (told,) = page.problems
    assert (told.place.line, told.place.column, told.code) == (3, line.index(":") + 3, "bad-host-value")
    assert told.message.endswith(f"Material's blog takes {fix}")
    assert read_by_blog("a.md", page.host_text or text)
    with pytest.raises((PluginError, TypeError, AttributeError)):
        read_by_blog("a.md", text)


@pytest.mark.parametrize("line", [
    "categories:", "authors:", "hide:", "title:", "title: 2026", "title: 2026-05-03", "title: yes",
    'draft: "false"', "draft: 0", "draft: nein"])
def test_value_that_says_what_it_means_is_handed_on(
    read_by_blog: Callable[[str, str], Post], line: str
) -> None:
    text = front(f"date: 2026-05-03\n{line}")
    page = read_post(text)
    assert [p for p in page.problems if p.code != "kept-back"] == []
    post = read_by_blog("a.md", page.host_text or text)
    assert post.title == (line[7:] if line[:7] == "title: " else "A")
    assert not post.config.draft
    with pytest.raises((PluginError, TypeError)):
        read_by_blog("a.md", text)


@pytest.mark.parametrize("line", [
    "categories: [Field work]", "authors: []", "slug:", "slug: a/b", "pin: true", "pin:", "readtime: 4",
    "readtime:", "links:", "links: []", "links: {}", "links: {a: b.md}",
    "links: [a.md, {T: b.md}, {S: [c.md, {U: d.md}]}]", "draft: false", "hide: [toc]", "title: X", "tags: x"])
def test_what_the_blog_takes_is_left_as_it_is(read_by_blog: Callable[[str, str], Post], line: str) -> None:
    text = front(f"date: 2026-05-03\n{line}")
    page = read_post(text)
    assert (page.problems, page.host_text) == ((), None)
    assert read_by_blog("a.md", text)


def test_draft_of_any_word_is_one_to_the_blog(read_by_blog: Callable[[str, str], Post]) -> None:
    page = read_post(front("date: 2026-05-03\ndraft: soon"))
    assert read_by_blog("a.md", page.host_text or "").config.draft is True


@pytest.mark.parametrize("path", ["posts/a.md", "blog/a.md"])
def test_pages_that_are_no_posts_of_the_blog_are_left_alone(path: str) -> None:
    text = front('date: "2026-05-03"\ncategories: x\nslug: 3')
    page = read(Source(path, text), Settings(blog_posts="blog/posts"))
    assert (page.problems, page.host_text) == ((), None)


def test_folder_beside_the_posts_whose_name_begins_alike_is_the_blogs_too() -> None:
    page = read(Source("blog/posts-old/a.md", "Words.\n"), Settings(blog_posts="blog/posts"))
    assert codes(page) == ["bad-date"]


# --- posts that are still to come, and posts at one address ---


def test_post_of_which_the_time_has_not_come_has_not_happened(site: MakeSite) -> None:
    soon = datetime.now(UTC) + timedelta(hours=2)
    past = "---\ndate: 2026-01-02\ngoal: Vision\nmilestone: Begin\n---\n# First\n\n[Soon](soon.md)\n"
    coming = f"---\ndate: {soon:%Y-%m-%d %H:%M}\ngoal: Vision\nmilestone: Begin\nMORE---\n# TITLE\n"
    folder = site({
        **HOME, "blog/index.md": "# Blog\n", "blog/posts/first.md": past,
        "blog/posts/soon.md": coming.replace("MORE", "").replace("TITLE", "Zebra"),
        "blog/posts/shown.md": coming.replace("MORE", "draft: false\n").replace("TITLE", "Giraffe"),
    }, config("", "material", "[blog: {draft_if_future_date: true}, ROADMAP]"))
    made = build(folder, strict=False)
    assert made.code == 0, made.log
    assert [line.rpartition(" ")[2] for line in made.problems] == ["[private-link]"]
    content = made.content()
    assert [name for name, text in content.items() if b"zebra" in f"{name}".encode() + text.lower()] == []
    assert [name for name in content if "giraffe" in name]
    assert "First" in made.text("roadmap/milestones/begin")


def test_posts_at_one_address_are_told_with_both_places(site: MakeSite) -> None:
    post = "---\ndate: 2026-01-02\n{}---\n# Learn {}\n"
    folder = site({
        **HOME, "blog/index.md": "# Blog\n", "blog/posts/a.md": post.format("goal: Vision\n", "C"),
        "blog/posts/b.md": post.format("", "C++"), "blog/posts/d.md": post.format("", "D"),
        "blog/2026/01/02/learn-d.md": "# D\n",
    }, config(theme="material", plugins="[ROADMAP, blog]"))
    made = build(folder, strict=False)
    assert made.code == 1
    assert made.problems[0] == (
        "docs/blog/posts/b.md:1:1: error: this post and 'blog/posts/a.md' come to lie at one address, "
        "'blog/2026/01/02/learn-c/', so that one of them is nowhere in the site; give one of them another "
        "title, or a `slug` (see docs/blog/posts/a.md:1:1) [page-conflict]")
    assert made.problems[1].startswith(
        "docs/blog/posts/d.md:1:1: warning: this post and 'blog/2026/01/02/learn-d.md' come")


def test_authors_and_categories_that_the_blog_does_not_know_are_told(site: MakeSite) -> None:
    said = "authors: [ada, adda, bob]\ncategories: [Field work, Filed work]\n"
    folder = site({
        **HOME, "blog/index.md": "# Blog\n", "blog/posts/a.md": f"---\ndate: 2026-01-02\n{said}---\n# A\n",
        "blog/.authors.yml": "authors: {ada: {name: Ada, description: D, avatar: a.png}}\n",
    }, config(theme="material", plugins="[ROADMAP, blog: {categories_allowed: [Field work]}]"))
    told = [f"docs/blog/posts/a.md:{what} [bad-host-value]" for what in (
        "3:16: error: Material's blog knows no 'adda' among the authors; did you mean 'ada'?",
        ("3:22: error: Material's blog knows no 'bob' among the authors; add it to the file of authors, or "
         "take it out"),
        ("4:26: error: Material's blog knows no 'Filed work' among the categories; did you mean "
         "'Field work'?"))]
    made = build(folder, strict=False)
    assert made.problems[:-1] == told
    assert "Couldn't find" not in made.log
    assert made.has("blog/category/field-work")
    assert not made.has("blog/category/filed-work")
    with chdir(folder):
        checked = check(find_project(Path()), date(2026, 4, 1)).problems
    assert [str(p) for p in checked] == told


def test_blog_without_a_list_of_authors_asks_for_none(site: MakeSite) -> None:
    said = "---\ndate: 2026-01-02\nauthors: [ada]\n---\n# A\n"
    folder = site({**HOME, "blog/posts/a.md": said}, "plugins: [career-roadmap, blog: {authors: false}]\n")
    assert find_project(folder).settings.blog_words == {}
    assert find_project(folder / "docs").settings.blog_words == {}
