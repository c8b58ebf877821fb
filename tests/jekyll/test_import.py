"""A whole blog, imported as its author would do it, and held against what Jekyll makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import runner
from hosts import build
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.jekyll.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.destination import compare
from mkdocs_career_roadmap.new_site.destination import write as write_files
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.report import REPORT
from mkdocs_career_roadmap.project.config import load_config
from mkdocs_career_roadmap.project.errors import ProjectError
from same_site import file_at, has, share_of
from work import LINEAR, growth

from .compare import build_old
from .oracle import build as build_jekyll
from .oracle import write

CONFIG = """\
title: Notes of a bird watcher
description: Wings, and what I learn of them.
url: https://birds.example
baseurl: /notes
timezone: Europe/Berlin
paginate: 5
collections:
  tools:
    output: true
  people:
    output: false
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, author: Ada}
kramdown:
  input: GFM
"""
FIRST = """\
---
layout: post
title:  "Counting: the first spring"
date:   2021-03-02 23:30:00 -0800
categories: field walks
tags: count swifts
published: true
# where I stood
place: the old bridge
---

{:refdef: style="text-align: center;"}
![Swifts over the bridge]({{ site.baseurl }}/img/swifts.png)
{: refdef}

I stood on the bridge and counted -- "by hand". See [the next spring]({% post_url 2022-04-05-second-spring %})
and [how I count]({{ '/about/' | relative_url }}#how).
* one
  * nested
* two

# Numbers

{% highlight python linenos %}
print("swifts")  # {{ not liquid
{% endhighlight %}

It cost $$x_1 * y_2$$, which is $5.[^1]

[^1]: A note.

{::comment}
secret of the nest
{:/comment}
{% comment %}another secret{% endcomment %}
{% include chart.html data="x" %}
{% if jekyll.environment == "none" %}never{% endif %}
""".replace("{{ not liquid", "not liquid")
SECOND = """\
---
title: The second spring
categories: [field, walks]
redirect_from: /old/second.html
status: publish
---
After [the first](/field/walks/2021/03/03/first-spring.html) and [a tool](/notes/tools/counter.html),
[nobody's page](/nowhere/) stays dead. ![lost](/img/lost.png)
"""
FILES: dict[str, str | bytes] = {
    "_config.yml": CONFIG,
    "_posts/2021-03-02-first-spring.md": FIRST,
    "_posts/2022-04-05-second-spring.markdown": SECOND,
    "field/_posts/2020-01-01-in-a-folder.md": "---\ntitle: 2020\ncategory: early years\n---\nIn a folder.\n",
    "_posts/2019-05-05-page.html":
        '---\n---\n<p>HTML with <a href="/about/">a link</a></p>\n\n    <b>deep</b>\n',
    "_posts/2018-01-01-broken.md": "---\ntitle: [a\n---\nBroken.\n",
    "_posts/2017-01-01-hidden.md": "---\ntitle: Hidden\npublished: false\n---\nHidden.\n",
    "_drafts/not-yet.md": "---\ntitle: Not yet\ndate: 2022-06-01\n---\nNot yet.\n",
    "_tools/counter.md": "---\ntitle: The counter\n---\nClick.\n",
    "_people/ada.md": "---\ntitle: Ada\n---\nA person.\n",
    "about.md":
        "---\ntitle: About\npermalink: /about/\n---\n## How\n\n"
        "Slowly. [First](/field/walks/2021/03/03/first-spring.html#numbers)\n",
    "index.html": "---\nlayout: default\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n",
    "years.md": "---\ntitle: Years\n---\n{% for tag in site.tags %}{{ tag }}{% endfor %}\n",
    "made.md": "---\ntitle: Made\n---\n{% for i in (1..3) %}{{ i }}{% endfor %}\n",
    "unmade.md": "---\ntitle: Unmade\n---\n{% for file in site.static_files %}{{ file.name }}{% endfor %}\n",
    "robots.txt": "---\n---\nSitemap: {{ '/sitemap.xml' | absolute_url }}\n",
    "feed.xml": "---\n---\n{% for post in site.posts %}x{% endfor %}\n",
    "css/main.scss": "---\n---\na { b: c }\n",
    "404.html": "---\n---\nLost.\n",
    "README.md": "# No front matter\n",
    "_includes/chart.html": "a chart",
    "img/swifts.png": b"\x89PNG\r\n\x1a\n",
}


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blog")
    write(folder, FILES)
    return folder


@pytest.fixture(scope="module")
def site(blog: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The new site, imported and built by the commands that a user types."""
    folder = tmp_path_factory.mktemp("new") / "site"
    done = runner().invoke(
        cli, ["import", "jekyll", str(blog), str(folder), "--category-goal", "field=Know birds"]
    )
    assert done.exit_code == 0, done.output
    built = build(folder)
    assert built.code == 0, built.log
    return folder


def text_of(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def test_every_post_is_imported_or_told(site: Path) -> None:
    there = sorted(path.relative_to(site / "docs").as_posix() for path in (site / "docs").rglob("*.md"))
    assert there == [
        "about.md", "index.md", "made.md", "posts/2017-01-01-hidden.md", "posts/2019-05-05-page.md",
        "posts/2021-03-02-first-spring.md", "posts/2022-04-05-second-spring.md",
        "posts/field/2020-01-01-in-a-folder.md", "posts/not-yet.md", "tools/counter.md", "years.md"]
    report = text_of(site, REPORT)
    for path in (
        "_posts/2018-01-01-broken.md:2",
        "README.md",
        "feed.xml",
        "css/main.scss",
        "404.html",
        "index.html",
        "_people/ada.md",
        "unmade.md:4",
    ):
        assert f"- `{path}`:" in report, path


def test_the_front_matter_says_what_jekyll_understood(site: Path) -> None:
    assert text_of(site, "docs/posts/2021-03-02-first-spring.md").startswith("""\
---
title: "Counting: the first spring"
date: 2021-03-03 08:30:00
categories:
  - field
  - walks
tags:
  - count
  - swifts
slug: first-spring
# where I stood
place: the old bridge
redirect_from:
  - "/field/walks/2021/03/03/first-spring.html"
goal: Know birds
---
""")


def test_the_text_is_carried(site: Path) -> None:
    text = text_of(site, "docs/posts/2021-03-02-first-spring.md")
    for part in (
        "(../img/swifts.png)",
        "text-align: center",
        "(2022-04-05-second-spring.md)",
        "(../about.md#how)",
        "\n## Numbers",
        "```",
        "linenums",
        "\\(x_1 * y_2\\)",
        "which is $5.[^1]",
        "\na chart",
        '`{% if jekyll.environment == "none" %}`',
        "    * nested",
    ):
        assert part in text, part


def test_what_was_hidden_stays_hidden(site: Path) -> None:
    for file in site.rglob("*"):
        if file.is_file() and file.suffix in (".md", ".html", ".json", ".xml"):
            assert b"secret" not in file.read_bytes(), file
    assert "draft: true" in text_of(site, "docs/posts/not-yet.md")
    assert "draft: true" in text_of(site, "docs/posts/2017-01-01-hidden.md")
    pages = [path for path in (site / "site").rglob("*.html") if b"Not yet." in path.read_bytes()
             or b"Hidden." in path.read_bytes()]
    assert pages == []


def test_dead_links_and_what_was_left_are_told_with_their_lines(site: Path) -> None:
    report = text_of(site, REPORT)
    assert "- `_posts/2022-04-05-second-spring.markdown:8`: /nowhere/ leads nowhere\n" in report
    assert "- `_posts/2022-04-05-second-spring.markdown:8`: /img/lost.png leads nowhere\n" in report
    assert "- `_posts/2021-03-02-first-spring.md:" in report.split("## Left as they were")[1].split("##")[0]
    assert "is in none of them now: author. " in report
    assert "status means something else here, so it is jekyll_status now" in report


def test_dead_links_of_the_blog_are_known_to_the_workflow_and_new_ones_are_not(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    workflow = text_of(site, ".github/workflows/site.yml")
    look = re.search(r"career-roadmap (check --site .*?) --format", workflow)
    assert look
    assert look[1] == f"check --site site --known {REPORT}"
    assert runner().invoke(cli, look[1].split()).exit_code == 0
    page = site / "site/new.html"
    page.write_text("<a href=/notes/new-and-gone/>", "utf-8")
    asked = runner().invoke(cli, look[1].split())
    page.unlink()
    assert (asked.exit_code, asked.stdout.count("[dead-link]")) == (1, 1)


def test_dead_links_of_the_blog_do_not_stop_a_strict_build(site: Path, tmp_path: Path) -> None:
    strict = {"validation": {"links": {"not_found": "info"}}}
    assert strict.items() <= load_config(site / "mkdocs.yml").items()
    write(tmp_path, {"_config.yml": "title: x\n", "_posts/2020-01-01-a.md": "---\n---\n[b](c.md) is dead.\n"})
    assert "not_found: info" in str(plan(tmp_path, Wishes()).files["mkdocs.yml"])
    (tmp_path / "_posts/2020-01-01-a.md").write_text("---\n---\nNo link.\n", "utf-8")
    assert "not_found" not in str(plan(tmp_path, Wishes()).files["mkdocs.yml"])


def test_old_addresses_lead_to_the_pages(blog: Path, site: Path, tmp_path: Path) -> None:
    """Every page that Jekyll serves is found at the same address, and its text is the same."""
    write(tmp_path / "blog", {path: text for path, text in FILES.items() if "broken" not in path})
    made = plan(blog, Wishes())
    built = build_old(tmp_path / "blog", tmp_path / "old")
    addresses = [row.address for row in made.rows if row.address]
    assert len(addresses) == 8
    for address in addresses:
        assert has(built, address), address
        assert has(site / "site", address), address
        if "first-spring" not in address and "years" not in address:  # those have other tags here
            assert share_of(built, site / "site", address) == 1.0, address
    assert file_at(site / "site", "/old/second.html")


def test_links_between_pages_lead_there(site: Path) -> None:
    done = runner().invoke(cli, ["check", "--site", str(site / "site"), str(site)])
    told = [line for line in done.stdout.splitlines() if "error" in line]
    assert len(told) == 2, done.stdout
    assert all("nowhere" in line or "lost.png" in line for line in told)


def test_posts_are_on_the_roadmap(site: Path) -> None:
    page = text_of(site, "site/roadmap/goals/know-birds/index.html")
    assert "Counting: the first spring" in page
    assert "The second spring" in page
    done = runner().invoke(cli, ["check", "--strict", str(site)])
    assert done.exit_code == 0, done.output


def test_a_file_that_liquid_fills_is_carried(site: Path) -> None:
    assert text_of(site, "docs/robots.txt") == "Sitemap: https://birds.example/notes/sitemap.xml\n"


def test_the_site_says_what_the_blog_said(site: Path) -> None:
    config = text_of(site, "mkdocs.yml")
    for line in (
        "site_name: Notes of a bird watcher",
        'site_url: "https://birds.example/notes/"',
        "blog_dir: .",
        'post_url_format: "{categories}/{date}/{slug}"',
        "pagination_per_page: 5",
        "  - tags\n",
    ):
        assert line in config, line


def test_links_that_led_nowhere_in_the_blog_are_told_wherever_they_stand(tmp_path: Path) -> None:
    write(tmp_path, {
        "_config.yml": "title: x\nurl: ada.example\n",
        "slides/index.html": '<a href="/gone/">a</a> <a href="../">b</a>',
        "index.md": "---\ntitle: Home\n---\n",
        "about.md": "---\ntitle: About\npermalink: /about\n---\n[a](#none) [b](#how)\n\n## How\n"})
    made = plan(tmp_path, Wishes())
    dead = [(note.path, note.line, note.what) for note in made.notes if note.kind is NoteKind.DEAD]
    assert [(path, line, what.partition(" leads")[0]) for path, line, what in dead] == [
        ("about.md", 5, "/about#none"), ("slides/index.html", 1, "/gone/")]
    assert 'site_url: "https://ada.example/"' in str(made.files["mkdocs.yml"])
    assert "ada.example, has no https://" in str(made.files[REPORT])
    assert '- "/about.html"' in str(made.files["docs/about.md"])


@pytest.mark.parametrize("home", ["redirect_to: /about", "permalink: /", "redirect_from: /old"])
def test_a_list_of_posts_is_found_at_its_address_beside_a_first_page(home: str, tmp_path: Path) -> None:
    write(tmp_path, {
        "_config.yml": "title: x\nurl: https://ada.example\n",
        "index.md": f"---\ntitle: Home\n{home}\n---\nHello.\n", "about.md": "---\ntitle: About\n---\nHi.\n",
        "blog/index.html": "---\ntitle: Blog\npermalink: /blog\n---\n{% for post in site.posts %}"
                           "{{ post.title }}{% endfor %}\n",
        "_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText.\n"})
    made = plan(tmp_path, Wishes()).files
    pages = [str(text) for path, text in made.items() if path.endswith(".md") and "posts" not in path]
    front = [text.split("---")[1] for text in pages if text.startswith("---")]
    assert sum('- "/blog"\n' in text for text in front) == 1
    assert sum('- "/blog.html"\n' in text for text in front) == 1


def test_of_two_pages_at_one_address_the_one_that_jekyll_shows_is_there(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: x\nurl: https://ada.example\ninclude: [_pages]\n",
        "news.html": "---\ntitle: Old news\npermalink: /news/\n---\nOld.\n",
        "_pages/news.md": "---\ntitle: News\npermalink: /news/\n---\nNew.\n",
        "_pages/a.md": "---\ntitle: A\npermalink: /b/\n---\nFrom a.\n",
        "b.md": "---\ntitle: B\npermalink: /b/\n---\nFrom b.\n"}
    write(tmp_path, files)
    made = plan(tmp_path, Wishes())
    built = build_jekyll(files)
    for name, text in (("news", "New."), ("b", "From b.")):
        assert text in built[f"{name}/index.html"].decode()
        assert text in str(made.files[f"docs/{name}.md"])
    skipped = {note.path: note.what for note in made.notes if note.kind is NoteKind.SKIPPED}
    assert skipped == {
        "news.html": "_pages/news.md has the same address, and Jekyll shows that",
        "_pages/a.md": "b.md has the same address, and Jekyll shows that"}


def test_of_two_documents_at_one_address_the_one_that_jekyll_shows_is_there(tmp_path: Path) -> None:
    """A post wins over a page, a later collection over an earlier one, a later date over an earlier one."""
    def text(where: str, day: str = "") -> str:
        return f"---\npermalink: /{where}/\n{f'date: {day}' if day else ''}\n---\nText of NAME.\n"

    files = {
        "_posts/2020-01-01-a.md": text("dates", "2022-01-01"), "_posts/2021-01-01-b.md": text("dates"),
        "cat/_posts/2019-01-01-c.md": text("folders"), "_posts/2021-01-01-c.md": text("folders"),
        "_zed/a.md": text("collections"), "_co/a.md": text("collections"),
        "_co/b.md": text("kinds"), "_posts/2021-01-01-k.md": text("kinds"), "kinds.md": text("kinds"),
        "_co/c.md": text("days", "2023-01-01"), "_co/d.md": text("days", "2020-01-01"),
        "_co/e.md": text("undated"), "_co/f.md": text("undated", "2020-01-01"),
        "_posts/2021-01-01-m.md": text("mixed"), "mixed.md": text("mixed"),
        "_posts/2021-01-01-draft.md": text("mixed").replace("---", "---\npublished: false", 1)}
    files = {path: one.replace("NAME", path) for path, one in files.items()}
    files["_config.yml"] = "title: x\ncollections:\n  zed: {output: true}\n  co: {output: true}\n"
    write(tmp_path, files)
    made = plan(tmp_path, Wishes())
    was = {row.address: row.path for row in made.rows if row.address}
    built = build_jekyll(files)
    shown = {address: next(path for path in files if f"Text of {path}." in built[
        f"{address.strip('/')}/index.html"].decode()) for address in was}
    assert was == shown
    assert len(was) == 7
    skipped = {note.path for note in made.notes if "has the same address" in note.what}
    assert skipped == files.keys() - {*was.values(), "_config.yml", "_posts/2021-01-01-draft.md"}


def text_after(folder: Path, path: str, text: str) -> str:
    """Return what becomes of a page of a blog, which is written there."""
    (folder / path).write_text(text, "utf-8")
    return str(plan(folder, Wishes()).files[f"docs/{path}"])


def test_what_the_layout_of_al_folios_first_page_shows_is_there(tmp_path: Path) -> None:
    write(tmp_path, {
        "_config.yml": "title: x\nurl: https://a.example\nbaseurl: /b\ncollections: {news: {output: yes}}\n",
        "_includes/news.html": "        <ul>{% for one in site.news %}<li>{{ one.content | remove: '<p>' | "
                               "remove: '</p>' }}</li>{% endfor %}</ul>\n",
        "_includes/selected_papers.liquid": "papers",
        "_news/2024-01-02-one.md": "---\ninline: true\n---\nIt *is* there.\n",
        "assets/img/me.png": "x"})
    text = text_after(tmp_path, "index.md", (
        "---\ntitle: Me\nlayout: about\nsubtitle: Of birds\nnews: true\nselected_papers: {enabled: false}\n"
        "profile: {image: me.png, address: <p>Here</p>}\n---\nI am.\n"))
    assert re.search(
        r'<p>Of birds</p>\s+<p><img src="/b/assets/img/me.png" [^>]*></p>\s+<div><p>Here</p></div>\s+I am\.'
        r"\s+## News\s+<div>\s+<ul><li>It <em>is</em> there\.\s+</li></ul>\s+</div>", text)
    assert "papers\n" not in text
    report = str(plan(tmp_path, Wishes()).files[REPORT])
    assert "layout showed stands in the page: subtitle, profile.image, profile.address, news" in report
    other = text_after(tmp_path, "index.md", "---\nlayout: about\nselected_papers: true\n---\nI am.\n")
    assert re.search(r"## Selected publications\s+<div>\s*papers\s*</div>", other)
    plain = text_after(tmp_path, "index.md", "---\nlayout: page\nselected_papers: true\n---\nI am.\n")
    assert "papers" not in plain.split("---")[2]


def test_the_authors_of_a_post_of_distill_stand_under_its_title(tmp_path: Path) -> None:
    """They are no excerpt by themselves: the list of posts has the first paragraph, too."""
    text = text_after(tmp_path, "a.md", (
        "---\ntitle: Swifts\nlayout: distill\ndescription: How they\n  <fly>\nauthors:\n"
        "  - {name: Ada Roe, url: https://ada.example, affiliations: {name: Tower, url: 'ftp://x'}}\n"
        "  - {name: B & C, affiliations: [{name: Nest}, {name: Egg, url: https://egg.example}, 3]}\n"
        "  - {url: https://nobody.example}\n  - Zoe\n---\nThey fly.\n"))
    assert text.split("---\n", 2)[2].strip().split("\n\n") == [
        "<p>How they &lt;fly&gt;</p>",
        ('<p><a href="https://ada.example">Ada Roe</a> (Tower), '
         'B &amp; C (Nest, <a href="https://egg.example">Egg</a>)</p>'), "They fly."]
    assert "layout showed stands in the page: description, authors" in str(
        plan(tmp_path, Wishes()).files[REPORT])
    (tmp_path / "a.md").unlink()
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts/2020-01-01-b.md").write_text(
        "---\nlayout: distill\nauthors: [{name: Ada}]\n---\nFirst.\n\nSecond.\n", "utf-8")
    post = str(plan(tmp_path, Wishes()).files["docs/posts/2020-01-01-b.md"])
    assert re.search(r"<p>Ada</p>\s+First\.\s+<!-- more -->\s+Second\.", post)
    other = text_after(tmp_path, "c.md", "---\nlayout: distill\nauthors: Ada\ndescription: [a]\n---\nHi.\n")
    assert other.split("---\n", 2)[2].strip() == "Hi."


# --- the command ---

def import_(*words: str) -> tuple[int, str]:
    done = runner().invoke(cli, ["import", "jekyll", *words])
    return done.exit_code, done.stdout + done.stderr


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {path.as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
            for path in folder.rglob("*") if path.is_file()}


def test_a_second_import_changes_nothing(blog: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert import_(str(blog), str(folder))[0] == 0
    before = snapshot(folder)
    code, told = import_(str(blog), str(folder), "--write")
    assert code == 0
    assert "0 files new, 0 files renewed" in told
    assert snapshot(folder) == before


def test_in_a_folder_with_files_it_only_tells(blog: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    code, told = import_(str(blog), str(tmp_path))
    assert code == 0
    assert "Nothing was written" in told
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_what_was_edited_stays_unless_told(blog: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    import_(str(blog), str(folder))
    page = folder / "docs/about.md"
    page.write_text("my own words\n")
    _, told = import_(str(blog), str(folder), "--write", "--goal", "Know birds")
    assert "kept  docs/about.md" in told
    assert page.read_text() == "my own words\n"
    assert "goal: Know birds" in text_of(folder, "docs/posts/2022-04-05-second-spring.md")
    import_(str(blog), str(folder), "--overwrite", "--goal", "Know birds")
    assert "Slowly." in page.read_text()


@pytest.mark.parametrize("word", ["field", "=x", "field=", " = "])
def test_a_pair_that_is_none_is_refused(blog: Path, tmp_path: Path, word: str) -> None:
    code, told = import_(str(blog), str(tmp_path / "new"), "--category-goal", word)
    assert code == 2
    assert "has no name and title" in told
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("words", "told"), [
    (["--goal", "..."], "of which nothing is left in an address"),
    (["--goal", "x" * 300], "goal has 300 letters; at most 200 fit"),
    (["--category-goal", "field=---"], "of which nothing is left in an address"),
    (["--category-goal", "field=Know birds", "--category-goal", "Field=Know owls"],
     "'Field' is given two goals, 'Know birds' and 'Know owls'; keep one")])
def test_goals_that_no_post_could_have_are_refused(
    blog: Path, tmp_path: Path, words: list[str], told: str
) -> None:
    code, said = import_(str(blog), str(tmp_path / "new"), *words)
    assert code == 2
    assert told in said
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif("sys.platform != 'linux'", reason="names of files are bytes there alone")
def test_name_of_a_folder_in_bytes_is_told_as_it_was_meant(blog: Path, tmp_path: Path) -> None:
    folder = tmp_path / "n\udcc3\udcbc"  # so Python has it where the system does not say that names are UTF-8
    assert import_(str(blog), str(folder))[0] == 0
    assert f"jekyll {blog} {tmp_path}/n\u00fc`" in (folder / REPORT).read_text("utf-8").replace("'", "")


@pytest.mark.parametrize(("name", "hint"), [("feild", "did you mean 'field'?"), ("cooking", "there are: ")])
def test_a_category_that_no_post_has_is_refused(blog: Path, name: str, hint: str) -> None:
    with pytest.raises(ProjectError, match=re.escape(f"no post has the category {name!r}; {hint}")):
        plan(blog, Wishes(by_category={name: "Know birds"}))


@pytest.mark.parametrize("inside", ["", "new", "docs/new"])
def test_a_blog_is_not_imported_into_itself(blog: Path, inside: str) -> None:
    before = snapshot(blog)
    code, told = import_(str(blog), str(blog / inside), "--write")
    assert code == 2
    assert "lies in the blog" in told
    assert snapshot(blog) == before


@pytest.mark.parametrize(("below", "tells"), [(".", False), ("people/ada", True)])
def test_imported_site_is_published_from_the_branch_of_its_repository(
    blog: Path, tmp_path: Path, below: str, tells: bool
) -> None:
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "repository/.git/HEAD").write_text("ref: refs/heads/trunk\n", "utf-8")
    folder = tmp_path / "repository" / below
    code, said = import_(str(blog), str(folder), "--write")
    assert (code, "move the files of .github/workflows there" in said) == (0, tells), said
    workflows = folder / ".github/workflows"
    site, rebuild = ((workflows / f"{name}.yml").read_text("utf-8") for name in ("site", "rebuild"))
    assert ("branches: [trunk]" in site, f"working-directory: {below}" in site) == (True, tells)
    assert f"working-directory: {below}\n" in rebuild or not tells


def test_a_broken_configuration_is_told(tmp_path: Path) -> None:
    write(tmp_path / "blog", {"_config.yml": "title: [a\n"})
    with pytest.raises(ProjectError, match=r"_config.yml:\d"):
        plan(tmp_path / "blog", Wishes())


def test_a_folder_that_is_no_blog_gives_an_empty_site(tmp_path: Path) -> None:
    made = plan(tmp_path, Wishes())
    assert "docs/index.md" in made.files
    assert made.rows == ()


def test_series_are_proposed_and_nothing_is_invented(tmp_path: Path) -> None:
    post = "---\ncategories: eng-work\n---\n"
    write(tmp_path, {
        "_posts/2020-01-01-a.md": post + "See [b](/eng-work/2020/01/02/b.html).\n",
        "_posts/2020-01-02-b.md": post + "Text.\n",
        "_posts/2020-01-03-alone.md": post + "Text.\n"})
    made = plan(tmp_path, Wishes())
    report = str(made.files[REPORT])
    assert '`--category-goal "eng-work=Eng work"`' in report
    assert "- `docs/posts/2020-01-01-a.md`\n- `docs/posts/2020-01-02-b.md`\n" in report
    assert "goal:" not in str(made.files["docs/posts/2020-01-01-a.md"])
    said = plan(tmp_path, Wishes(by_category={"Eng-Work": "Engineer"}))
    assert "goal: Engineer" in str(said.files["docs/posts/2020-01-03-alone.md"])
    assert "may serve" not in str(said.files[REPORT])


def test_two_documents_never_share_a_file(tmp_path: Path) -> None:
    write(tmp_path, {
        "_posts/2020-01-01-a.md": "---\n---\nOne.\n",
        "_posts/2020-01-01-a.html": "---\npermalink: /two/\n---\nTwo.\n",
        "About.md": "---\n---\nOne.\n", "about.html": "---\n---\nTwo.\n"})
    made = plan(tmp_path, Wishes())
    pages = sorted(path for path in made.files if path.endswith(".md") and path.startswith("docs/"))
    assert pages == ["docs/About.md", "docs/about-2.md", "docs/index.md", "docs/posts/2020-01-01-a-2.md",
                     "docs/posts/2020-01-01-a.md"]


def test_work_of_the_import_grows_with_the_posts(tmp_path: Path) -> None:
    words = " ".join(["count birds *slowly* and [well](/about/)"] * 20)
    text = (f"---\ntitle: x\ncategories: a b\n---\n{words}\n\n* one\n  * two\n\n"
            "{% highlight c %}\nx\n{% endhighlight %}\n")

    def imported(posts: int) -> None:
        made = plan(tmp_path / str(posts), Wishes())
        assert len([row for row in made.rows if "_posts" in row.path]) == posts

    for posts in (25, 100):
        write(tmp_path / str(posts), {
            f"_posts/20{n % 20:02}-01-{n % 27 + 1:02}-post-{n}.md": text for n in range(posts)})
    assert growth(imported, 25) < LINEAR


def test_a_zone_that_nobody_knows_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "timezone: Mars/Olympus\n"})
    assert "'Mars/Olympus' is not known here" in str(plan(tmp_path, Wishes()).files[REPORT])
    assert "not known" not in str(plan(tmp_path, Wishes(timezone="Europe/Berlin")).files[REPORT])


def test_another_markdown_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "markdown: redcarpet\n"})
    assert "the Markdown of redcarpet" in str(plan(tmp_path, Wishes()).files[REPORT])


def test_what_stands_in_the_way_of_mkdocs_is_not_copied(tmp_path: Path) -> None:
    write(tmp_path, {"sitemap.xml": "<x/>", "b.txt": "b", "B.txt": "another",
                     "_config.yml": "include: [.well-known]\n", ".well-known/x": "x"})
    made = plan(tmp_path, Wishes())
    assert {note.path for note in made.notes} == {
        "b.txt",
        "sitemap.xml",
        ".well-known/x",
    }
    assert "docs/B.txt" in made.files


def test_the_blog_lies_where_its_list_lay(tmp_path: Path) -> None:
    write(tmp_path, {
        "index.md": "---\ntitle: Me\n---\nWelcome.\n",
        "blog/index.html": "---\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}\n",
        "_config.yml": "permalink: /blog/:year/:title/\ntitle: Me\n",
        "_posts/2020-01-01-a.md": "---\n---\nSee [all](/blog/).\n"})
    made = plan(tmp_path, Wishes())
    assert "blog_dir: blog\n" in str(made.files["mkdocs.yml"])
    assert 'post_url_format: "{date}/{slug}"' in str(made.files["mkdocs.yml"])
    assert "post_url_date_format: yyyy\n" in str(made.files["mkdocs.yml"])
    assert str(made.files["docs/index.md"]).endswith("Welcome.\n")
    assert "docs/blog/index.md" in made.files
    assert "[all](../index.md)" in str(made.files["docs/blog/posts/2020-01-01-a.md"])


def test_posts_give_way_to_pages_of_their_name(tmp_path: Path) -> None:
    write(tmp_path, {"posts/x.md": "---\n---\nA page.\n", "_posts/2020-01-01-a.md": "---\n---\nA post.\n"})
    made = plan(tmp_path, Wishes())
    assert {"docs/posts/x.md", "docs/blog-posts/2020-01-01-a.md"} < set(made.files)
    assert 'post_dir: "{blog}/blog-posts"' in str(made.files["mkdocs.yml"])


def test_an_excerpt_ends_where_the_blog_says(tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "excerpt_separator: <!--more-->\n",
                     "_posts/2020-01-01-a.md": "---\n---\nOne.\n\nTwo.\n\n<!--more-->\n\nThree.\n"})
    made = plan(tmp_path, Wishes())
    assert "<!-- more -->" not in str(made.files["docs/posts/2020-01-01-a.md"])
    assert 'post_excerpt_separator: "<!--more-->"' in str(made.files["mkdocs.yml"])


def test_the_excerpt_of_a_post_ends_where_it_says(tmp_path: Path) -> None:
    write(tmp_path, {"_config.yml": "title: x\n", "_posts/2020-01-01-a.md":
                     "---\nexcerpt_separator: <!--cut-->\n---\nOne.\n\nTwo.\n<!--cut-->\nThree.\n"})
    made = plan(tmp_path, Wishes())
    assert "Two.\n<!-- more -->\nThree." in str(made.files["docs/posts/2020-01-01-a.md"])


def test_what_is_dead_of_parts_and_of_copied_html_does_not_stop_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "blog", {
        "_config.yml": "title: x\nurl: https://a.example\nbaseurl: /b\n", "map.html": "<img src=gone.png>",
        "_posts/2020-01-01-a.md":
            "---\npermalink: /a\n---\n# Nests\n\n[b]({% post_url 2020-02-01-b %}#gone) [c](#no)\n",
        "_posts/2020-02-01-b.md": "---\n---\n[a](/a#nests) <a href='/b/a'>*a*</a>\n"})
    made = plan(tmp_path / "blog", Wishes())
    assert sorted(note.what.partition(" ")[0] for note in made.notes if note.kind is NoteKind.DEAD) == [
        "/b/2020/02/01/b.html#gone", "/b/a#no", "gone.png"]
    write_files(tmp_path / "new", made.files, compare(tmp_path / "new", made.files, overwrite=False))
    build(tmp_path / "new")
    monkeypatch.chdir(tmp_path / "new")
    asked = runner().invoke(cli, ["check", "--site", "site", "--known", REPORT])
    assert asked.exit_code == 0, asked.output


def test_what_a_page_says_of_itself_is_heard(tmp_path: Path) -> None:
    write(tmp_path, {
        "code.md": "---\ntitle: Code\nrender_with_liquid: false\n---\n`{{ site.title }}`\n",
        "when.md": "---\ntitle: When\ndate: no day\n---\nNever.\n",
        "whole.html": "---\n---\n<html>{% include head.html %}</html>\n",
        "whole-too.html": "---\n---\n<html><body>Whole.</body></html>\n",
        "text.textile": "---\n---\nh1. Text\n",
        "_posts/2020-01-01-old.textile": "---\n---\nh1. Text\n",
        "off.txt": "---\npublished: false\n---\nsecret",
        "_config.yml": "defaults:\n  - {scope: {path: off}, values: {published: false}}\n",
        "off/a.png": "x"})
    made = plan(tmp_path, Wishes())
    assert "`{{ site.title }}`" in str(made.files["docs/code.md"])
    assert "date:" not in str(made.files["docs/when.md"])
    why = {note.path: note.what for note in made.notes if note.kind is NoteKind.SKIPPED}
    assert "Liquid fills" in why["whole.html"]
    assert "neither Markdown" in why["text.textile"]
    assert "neither Markdown" in why["_posts/2020-01-01-old.textile"]
    assert "docs/whole-too.md" in made.files
    assert {"off.txt", "off/a.png"} <= set(why)
    assert not any("off" in path for path in made.files)


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"_posts/2020-01-01-a.md": "---\nredirect_from: [/old/, ../../etc]\n---\nText.\n"})
    made = plan(tmp_path, Wishes())
    assert "/old/" in str(made.files["docs/posts/2020-01-01-a.md"])
    assert "etc" not in str(made.files["docs/posts/2020-01-01-a.md"])
    assert [(note.kind, note.line) for note in made.notes] == [(NoteKind.CHANGED, 2)]
    assert "'/../../etc' cannot be kept" in made.notes[0].what


def test_a_draft_keeps_the_addresses_that_its_author_gave_it(tmp_path: Path) -> None:
    write(tmp_path, {"_drafts/a.md": "---\ndate: 2020-01-01\nredirect_from: /old/\n---\nText.\n"})
    text = str(plan(tmp_path, Wishes()).files["docs/posts/a.md"])
    assert 'redirect_from:\n  - "/old/"\n' in text


@pytest.mark.parametrize("key", ["title", "tags", "categories", "category", "tag", "slug"])
@pytest.mark.parametrize("day", ["2024-02-30", "2024-13-01", "0000-00-00", "[2024-02-30, b]"])
def test_a_day_that_does_not_exist_is_a_text(tmp_path: Path, key: str, day: str) -> None:
    write(tmp_path, {"_posts/2024-01-02-a.md": f"---\n{key}: {day}\n---\nhello\n"})
    text = plan(tmp_path, Wishes()).files["docs/posts/2024-01-02-a.md"]
    assert isinstance(text, str)
    assert day.strip("[").partition(",")[0] in text


@pytest.mark.parametrize("where", ["/" + "x" * 300 + "/", "/" + "/".join(["y" * 200] * 30), "/é" + "é" * 130])
def test_an_address_too_long_for_a_file_does_not_stop_an_import(tmp_path: Path, where: str) -> None:
    blog, site = tmp_path / "blog", tmp_path / "site"
    write(blog, {"a.md": f"---\npermalink: {where}\n---\nhello\n", "b.md": "---\n---\n[a](a.md) there\n",
                 "_posts/2024-01-02-c.md": f"---\nslug: {where.strip('/').replace('/', '-')}\n---\nhello\n"})
    made = plan(blog, Wishes())
    write_files(site, made.files, compare(site, made.files, overwrite=False))
    row = next(row for row in made.rows if row.path == "a.md")
    assert "hello" in (site / row.made).read_text("utf-8")
    assert f"so its page is {row.made}" in " ".join(note.what for note in made.notes if note.path == "a.md")
    assert all(len(line) < 120 for line in (site / "docs/posts/2024-01-02-c.md").read_text().splitlines()
               if line.startswith("slug:"))


def test_wishes_of_a_configuration_that_nothing_does_are_in_the_report(tmp_path: Path) -> None:
    write(tmp_path, {"_posts/2024-01-02-a.md": "---\n---\nhello\n", "_config.yml": (
        "limit_posts: 3\n"
        "kramdown: {auto_ids: false, toc_levels: 2..3, smart_quotes: 'apos,apos,quot,quot'}\n")})
    text = str(plan(tmp_path, Wishes()).files[REPORT])
    assert all(f"({key})" in text for key in ("limit_posts", "auto_ids", "toc_levels", "smart_quotes"))


def test_a_usual_configuration_is_ignored_in_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"_posts/2024-01-02-a.md": "---\n---\nhello\n", "_config.yml": CONFIG})
    assert "was told" not in str(plan(tmp_path, Wishes()).files[REPORT])
