"""Pages that list the posts: the blog of the new site stands where they stood, below what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from each import each
from mkdocs_career_roadmap.jekyll.blog.documents import Document, FileRole
from mkdocs_career_roadmap.jekyll.mapping.listings import (
    blog_folder,
    is_listing,
    is_tag_list,
    lists_posts,
    without_posts,
    words_besides,
)
from mkdocs_career_roadmap.jekyll.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.frame import Plan
from mkdocs_career_roadmap.new_site.lines import NoteKind
from work import LINEAR, growth

from .oracle import write

LOOP = "{% for post in site.posts %}\n- {{ post.title }}\n{% endfor %}"
PROSE = "I watch swifts, and write down when they come and when they leave the old bridge by the river " * 2
POST = {"_posts/2024-01-02-a.md": "---\ntitle: A first post\n---\nText.\n"}
HOME = {"index.md": f"---\ntitle: Home\n---\n{PROSE}\n"}


def imported(folder: Path, files: dict[str, str]) -> Plan:
    write(folder, {"_config.yml": "title: x\nurl: https://a.example\n", **POST, **files})
    return plan(folder, Wishes())


def left(made: Plan, kind: NoteKind = NoteKind.SKIPPED) -> list[str]:
    return sorted({note.path for note in made.notes if note.kind is kind})


def page(body: str, role: FileRole = FileRole.PAGE, **front: str) -> Document:
    return Document("a.md", role, front=front, body=body)


@each(("body", "is_one"), [
    (LOOP, True), ("{% for p in paginator.posts %}x{% endfor %}", True),
    ("{% for t in site.tags %}x{% endfor %}", True), ("{% for t in site.talks %}x{% endfor %}", False),
    ("{% assign mine = site.posts | where: 'a', 'b' %}{% for p in mine %}x{% endfor %}", True),
    ("{% assign mine = site.talks %}{% for p in mine %}{{ site.posts }}{% endfor %}", False),
    ("{% include by.html list=site.posts field='tags' %}{% for t in names %}x{% endfor %}", True),
    ("{% assign mine = site.tags | sort_tags %}{% for t in mine %}x{% endfor %}", True),
    ("{% assign mine = site.tags %}{% for t in yours %}x{% endfor %}", False),
    ("{% include by.html list=site.posts %}", False),
    ("{% include by.html list=site.talks %}{% for t in names %}x{% endfor %}", False),
    ("{{ site.posts.size }} for in", False)])
def test_loop_over_the_posts_is_known(body: str, is_one: bool) -> None:
    assert lists_posts(body) is is_one


def test_page_with_words_of_its_own_is_no_mere_list() -> None:
    assert is_listing(page(f"# Posts\n{LOOP}"))
    assert not is_listing(page(f"{PROSE}{LOOP}"))
    assert not is_listing(page(LOOP, FileRole.POST))
    assert is_listing(page("", layout="home"))
    assert is_listing(page("\n", layout="categories"))
    assert not is_listing(page(PROSE, layout="categories"))
    assert not is_listing(page("", layout="archive"))


OF_TAGS = [
    page("{% for tag in site.tags %}{{ tag[0] }}{% endfor %}"), page("", layout="tags"),
    page('{% include by.html collection=site.posts field="tags" %}{% for t in names %}{{ t }}{% endfor %}')]
OF_OTHERS = [
    page(LOOP), page("", layout="categories"), page(f"{PROSE} {{% for tag in site.tags %}}{{% endfor %}}"),
    page("{% for c in site.categories %}{{ c[0] }}{% endfor %} site.tags"),
    page("", FileRole.POST, layout="tags"), page(LOOP, layout="tags")]


def test_list_of_tags_is_known() -> None:
    assert [is_tag_list(one) for one in OF_TAGS] == [True] * 3
    assert [is_tag_list(one) for one in OF_OTHERS] == [False] * 6


def test_tags_are_listed_where_they_were(tmp_path: Path) -> None:
    made = imported(tmp_path, {
        **HOME, "year.md": f"---\ntitle: Years\npermalink: /years/\n---\n{LOOP}",
        "tags.html": f"---\ntitle: Tags\npermalink: /tags/\n---\n{OF_TAGS[0].body}",
        "more.md": f"---\ntitle: More tags\npermalink: /more-tags/\n---\n{OF_TAGS[2].body}",
        "_posts/2024-01-02-a.md": "---\ntitle: A first post\ntags: [swifts]\n---\nText.\n"})
    assert str(made.files["docs/tags.md"]).endswith("---\n\n<!-- material/tags -->\n")
    assert '"/more-tags/"' in str(made.files["docs/years/index.md"])
    assert left(made) == ["more.md", "year.md"]
    assert left(made, NoteKind.CHANGED) == ["tags.html"]


def test_posts_are_not_listed_where_the_tags_were(tmp_path: Path) -> None:
    made = imported(tmp_path, {
        **HOME, "tags.html": f"---\npermalink: /posts/\n---\n{OF_TAGS[0].body}",
        "a.md": f"---\npermalink: /years/\n---\n{LOOP}"})
    assert "docs/years/index.md" in made.files


def test_words_in_blocks_and_markup_are_not_counted() -> None:
    text = ("<div class='a b'>\n{% if a %}not counted{% for b in c %}nor this{% endfor %}{% endif %}\n"
            "<!-- hidden --><script>no = 1</script>{{ no.output }} https://no.ex Two words.</div>")
    assert words_besides(text) == 2
    assert words_besides("") == 0
    assert words_besides("{% if a %} never closed, so seen") == 4


def test_loops_over_posts_are_taken_out_and_others_stay() -> None:
    text = f"before\n{LOOP}\nbehind {{% for t in site.talks %}}{{{{ t }}}}{{% endfor %}}"
    assert without_posts(text) == "before\n\n\n\nbehind {% for t in site.talks %}{{ t }}{% endfor %}"


@pytest.mark.parametrize(("pages", "folder"), [
    ({}, "."), ({"/list.html": page(LOOP)}, "."),
    ({"/categories/": page("{% for c in site.categories %}x{% endfor %}"), "/sitemap/": page(LOOP),
      "/year-archive/": page(LOOP, title="Blog posts")}, "year-archive"),
    ({"/archive/": page(LOOP), "/blog/": page("{% for c in site.tags %}x{% endfor %}")}, "blog"),
    ({"/words/": page(LOOP), "/tags/": page("{% for c in site.tags %}x{% endfor %}")}, "words")])
def test_blog_lies_where_the_posts_were_listed(pages: dict[str, Document], folder: str) -> None:
    assert blog_folder(pages) == folder


def test_every_list_of_posts_leads_to_the_blog(tmp_path: Path) -> None:
    made = imported(tmp_path, {
        **HOME,
        "_pages/year.html": f"---\ntitle: Blog posts\npermalink: /year-archive/\n---\n{LOOP}",
        "tags.html": "---\npermalink: /tags/\n---\n{% for t in site.tags %}{{ t[0] }}{% endfor %}",
        "_config.yml": "title: x\nurl: https://a.example\ninclude: [_pages]\n"})
    assert str(made.files["docs/year-archive/index.md"]) == (
        '---\nredirect_from:\n  - "/tags/"\n---\n# x\n')
    assert "docs/year-archive/posts/2024-01-02-a.md" in made.files
    assert left(made) == ["_pages/year.html", "tags.html"]


def test_home_with_words_and_posts_keeps_its_words_above_the_list(tmp_path: Path) -> None:
    made = imported(tmp_path, {"index.md": f"---\ntitle: Home\n---\n{PROSE}\n\n## Latest\n\n{LOOP}\n"})
    home = str(made.files["docs/index.md"])
    assert PROSE.strip() in home
    assert "## Latest" in home
    assert "A first post" not in home
    assert "{%" not in home
    assert left(made) == []


def test_page_with_words_and_a_loop_that_nobody_can_run_is_there(tmp_path: Path) -> None:
    unknown = "{% for x in paginator.pages %}{{ x }}{% endfor %}"
    made = imported(tmp_path, {
        **HOME, "cv.md": f"---\ntitle: CV\n---\n{PROSE}\n\n{unknown}\n",
        "made.md": f"---\ntitle: Made\n---\n{unknown}\n"})
    assert PROSE.strip() in str(made.files["docs/cv.md"])
    assert "`{% for x in paginator.pages %}{{ x }}{% endfor %}`" in str(made.files["docs/cv.md"])
    assert left(made) == ["made.md"]
    assert left(made, NoteKind.LEFT) == ["cv.md"]


def test_page_that_lists_a_collection_shows_what_it_comes_to(tmp_path: Path) -> None:
    made = imported(tmp_path, {
        **HOME, "_config.yml": "title: x\ncollections: {talks: {output: true}}\n",
        "_talks/one.md": "---\ntitle: On swifts\n---\nA talk.\n",
        "talks.md": "---\ntitle: Talks\n---\n{% for talk in site.talks %}\n"
                    "- [{{ talk.title }}]({{ talk.url }})\n{% endfor %}\n"})
    assert "[On swifts](talks/one.md)" in str(made.files["docs/talks.md"])
    assert left(made, NoteKind.CHANGED) == ["talks.md"]


def test_work_grows_with_the_text() -> None:
    def steps(n: int) -> None:
        text = "{% assign a = site.posts %}{% for p in a %}{% if p %}x{% endif %}{% endfor %} words\n" * n
        lists_posts(text)
        words_besides(text)
        without_posts(text)

    assert growth(steps, 50) < LINEAR
