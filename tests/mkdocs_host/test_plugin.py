"""The plugin in a site: its options, templates of the site's own, and what a build tells."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import MakeSite, write
from crawl import dead_links
from depth import some
from hosts import HOME, build, config, good, post
from lab import lab
from mkdocs_career_roadmap.project.built.site_links import check_links
from mkdocs_career_roadmap.vocabulary.names import slug
from preview import serving

# --- options ---


def test_switched_off_the_site_is_as_if_the_plugin_were_not_there(site: MakeSite) -> None:
    tree = {**HOME, "posts/a.md": post("status: dnoe")}
    env = {"SOURCE_DATE_EPOCH": "1700000000"}
    off = good(build(site(tree, config("{enabled: false}")), **env))
    without = good(build(site(tree, config(plugins="[search]")), **env))
    assert off.content() == without.content()


def test_folder_moves_the_roadmap(site: MakeSite) -> None:
    made = good(build(site(lab(), config("{as_of: 2026-04-01, folder: /career/path/}", "material"))))
    assert made.has("career/path/board")
    assert made.has("career/path/milestones/run-on-one-watt")
    assert "Active Run on one watt" in made.text("posts/watt")
    # What lies in the default folder is an ordinary place for the pages the author wrote there.
    assert sorted(file for file in made.site.files if file.startswith("roadmap/")) == [
        "roadmap/goals/honest-models/index.html", "roadmap/milestones/survey/index.html"]


def test_as_of_decides_what_has_happened(site: MakeSite) -> None:
    made = good(build(site(lab(), config("{as_of: 2026-02-10}"))))
    assert "1 milestone: 1 under way." in made.text("roadmap") or "Active" in made.text("roadmap")
    assert "post 2 of 2" in made.text("posts/second")
    assert "As of 10 Feb 2026." in made.text("roadmap/board")


def test_without_as_of_the_day_of_the_source_date_epoch_counts(site: MakeSite) -> None:
    made = good(build(site(lab(), config("{}")), SOURCE_DATE_EPOCH="1770681600"))  # 2026-02-10
    assert "As of 10 Feb 2026." in made.text("roadmap/board")
    assert "post 2 of 2" in made.text("posts/second")


@pytest.mark.parametrize(
    "option", ["as_of: yesterday", "folder: ../up", "focus_limit: 0", "problems: {no-such: off}"])
def test_wrong_option_is_told_as_a_mistake_of_the_configuration(site: MakeSite, option: str) -> None:
    made = build(site(HOME, config(f"{{{option}}}")))
    assert made.code == 1
    assert f"Plugin 'career-roadmap' option '{option.partition(':')[0]}'" in made.log
    assert "Traceback" not in made.log


def test_listed_twice_is_told_with_the_file_and_the_fix(site: MakeSite) -> None:
    made = build(site(HOME, config(plugins="[ROADMAP, search, ROADMAP]")), strict=False)
    assert made.code == 1
    assert "Traceback" not in made.log
    (told,) = made.problems
    assert re.fullmatch(r".* stands more than once in the plugins of (.*/)?mkdocs\.yml; keep one .*", told)


def test_listed_twice_but_switched_on_once_is_fine(site: MakeSite) -> None:
    twice = "[career-roadmap: {enabled: false}, search, ROADMAP]"
    made = build(site(lab(), config(plugins=twice)), strict=False)
    assert (made.code, made.problems) == (0, [])
    assert "post 2 of 4" in made.text("posts/second")


def test_listed_twice_in_a_preview_is_told_and_counts_once(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": post()}, config(plugins="[search, ROADMAP, ROADMAP]"))
    with serving(folder) as server:
        assert "ERROR   -  career-roadmap: career-roadmap stands more than once" in server.log
        assert server.text("a/").count("post 1 of 1") == 1
        server.answers("roadmap/board/")


def test_site_without_a_roadmap_that_asks_for_one_teaches_how_to_begin(site: MakeSite) -> None:
    for tree, more in (({"index.md": "# Home\n\nSee [it](roadmap/board.md).\n"}, ""),
                       ({"index.md": "# Home\n\n```roadmap\nview: board\n```\n"}, ""),
                       (HOME, "nav: [index.md, {Career: [{Map: roadmap/index.md}]}]\n")):
        made = good(build(site(tree, config(more=more))))
        assert "goal: My long-term goal" in made.text("roadmap")


_ODD = {
    "twice.md": "---\ntitle: A\ntitle: B\ntags: [x]\n---\nWords.\n",
    "alias.md": "---\ntitle: &t Words\ndescription: *t\n---\nWords.\n",
    "tab.md": "---\ntitle: x\n\tauthor: y\n---\nWords.\n",
    "toml.md": '+++\ntitle = "x"\ndate = 2020-01-01\n+++\nWords.\n',
    "late.md": "\n---\ntitle: x\n---\nWords.\n",
    "broken.md": "---\ntitle: [x\n---\nWords.\n",
    "list.md": "---\n- x\n---\nWords.\n",
    "open.md": "---\ntitle: x\n\nWords.\n",
    "numbers.md": "---\n1: x\ntrue: y\n---\nWords.\n",
    "old.md": "---\nredirect_from: C:/x\n---\nWords.\n",
    "status.md": "---\nstatus: new\n---\nWords.\n",
    "roadmap.md": "# Our roadmap\n\n## This year\n\nWords.\n",
}
"""Pages of a site that knows nothing of us; MkDocs builds them without a word."""


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_site_that_was_there_before_is_to_the_byte_what_it_was(site: MakeSite, theme: str) -> None:
    tree, day = {**HOME, **_ODD}, {"SOURCE_DATE_EPOCH": "1775000000"}
    before = build(site(tree, config(theme=theme, plugins="[search]")), **day)
    after = good(build(site(tree, config(theme=theme)), **day))
    assert (before.code, before.told) == (0, [])
    assert after.content() == before.content()
    assert "9 pages outside of the roadmap with something odd" in after.log
    assert "career-roadmap check" in after.log


@pytest.mark.parametrize("nav", ["", "nav: [index.md, {Plans: roadmap.md}, {Posts: [a.md]}]\n"])
def test_page_that_was_at_our_address_keeps_its_text_its_contents_and_its_place(
    site: MakeSite, nav: str
) -> None:
    tree = {**HOME, "a.md": post(), "roadmap.md": _ODD["roadmap.md"], "zoo.md": "# Zoo\n"}
    made = build(site(tree, config(theme="material", more=nav)))
    assert (made.code, made.told) == (0, []), made.log
    assert "docs/roadmap.md:1:1: hint: this page has the address of the roadmap's 'Roadmap'" in made.log
    text = made.text("roadmap")
    assert text.index("This year") < text.index("Reproduce it")
    html = (made.site.folder / "roadmap/index.html").read_text("utf-8")
    assert 'href="#this-year" class="md-nav__link"' in html
    menu = html[html.index('data-md-level="0"'):]
    order = ("Home", "Plans", "Posts") if nav else ("Home", "A post", "Our roadmap", "Board", "Zoo")
    places = [menu.index(word) for word in order]
    assert places == sorted(places)


def test_roadmap_changes_of_the_pages_of_others_the_menu_the_stylesheet_and_the_script_alone(
    site: MakeSite
) -> None:
    tree = {**HOME, **_ODD}
    del tree["roadmap.md"]
    before = build(site({**tree, "posts/a.md": "# A post\n"}, config(plugins="[search]")))
    after = good(build(site({**tree, "posts/a.md": post()}, config())))
    for path in _ODD.keys() - {"roadmap.md"}:
        name = path.removesuffix(".md")
        assert after.text(name) == before.text(name)


# --- names with signs that mean something in HTML ---


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_names_are_text_wherever_a_page_of_ours_shows_them(site: MakeSite, theme: str) -> None:
    name = """R&D </title><img src=x onerror=alert(1)> "q" 'a' < b"""
    quoted = "'" + name.replace("'", "''") + "'"
    made = good(build(site({**HOME, "posts/a.md": post("", quoted, quoted)}, config(theme=theme))))
    for page in made.site.pages:
        for element in made.site.html(page).all():
            assert element.get("onerror") is None, page
    milestone = made.site.html(f"roadmap/milestones/{slug(name)}/index.html")
    assert name in (next(milestone.all("title")).text or "").replace("\u2060", "")
    described = [e.get("content") for e in milestone.all("meta") if e.get("name") == "description"]
    assert described == [f"Milestone: {name}"]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_title_that_would_be_an_attribute_is_none(site: MakeSite, theme: str) -> None:
    title = """'Say "hi" onmouseover="alert(1)'"""
    tree = {**HOME, "a.md": "# A\n", "b.md": post().replace("A post", title), "c.md": "# C\n"}
    features = "{name: material, features: [navigation.footer]}" if theme == "material" else theme
    made = good(build(site(tree, config(theme=features))))
    attributes = {name for page in made.site.pages for e in made.site.html(page).all() for name in e.attrib}
    assert "onmouseover" not in attributes


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_name_of_a_file_is_a_text_where_it_is_the_title(site: MakeSite, theme: str) -> None:
    tree = {**HOME, "posts/<img src=x onerror=y>.md": "---\nmilestone: M\n---\nWords.\n"}
    made = good(build(site(tree, config(theme=theme))))
    for page in made.site.pages:
        assert not [e for e in made.site.html(page).all("img") if e.get("onerror")], page
    titles = [next(made.site.html(page).all("title")).text or "" for page in made.site.pages]
    assert any("<\u2060img src=x onerror=y>" in title for title in titles)


@pytest.mark.parametrize("title", ['The "best" of R&D', "a < b", "It's 1 = 1", "&copy; 2026"])
def test_title_without_markup_reaches_the_theme_as_it_is(site: MakeSite, title: str) -> None:
    tree = {**HOME, "a.md": post().replace("A post", f"'{title.replace(chr(39), chr(39) * 2)}'")}
    made = good(build(site(tree, config(theme="mkdocs"))))
    shown = html.unescape(title)
    assert next(made.html("a").all("title")).text.strip() == f"{shown} - Ada"


# --- what a build tells ---


def test_errors_are_all_told_with_their_places_and_end_the_build(site: MakeSite) -> None:
    tree = {**HOME, "posts/a.md": post("status: dnoe"), "posts/b.md": post("status: [1]\nkind: xyz"),
            "posts/c.md": "---\ngoal: a: b\n---\n"}
    made = build(site(tree, config()), strict=False)
    assert made.code == 1
    assert made.problems == [
        "docs/posts/a.md:6:9: error: unknown status 'dnoe'; did you mean 'done'? [bad-status]",
        "docs/posts/b.md:6:9: error: status is a list; write one line of text [bad-value]",
        ("docs/posts/b.md:7:7: error: unknown kind 'xyz'; write one of survey, replication, "
         "extension, original, exploration [bad-value]"),
        'docs/posts/c.md:2:8: error: a value with a colon wants quotes: goal: "a: b" [bad-yaml]',
        "4 errors in the roadmap, told above",
    ]
    assert made.told == [f"career-roadmap: {told}" for told in made.problems]
    assert "Traceback" not in made.log


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
@pytest.mark.parametrize(("strict", "code"), [(True, 1), (False, 0)])
def test_warning_fails_a_strict_build_only(site: MakeSite, host: str, strict: bool, code: int) -> None:
    tree = {**HOME, "posts/a.md": post("milestne: x")}
    made = build(site(tree, config(theme="material")), host, strict=strict)
    assert made.code == code
    assert made.problems == [
        "docs/posts/a.md:6:1: warning: unknown field 'milestne'; did you mean 'milestone'? [unknown-field]"]
    assert "Traceback" not in made.log


def test_hint_fails_no_build(site: MakeSite) -> None:
    made = good(build(site({**HOME, "posts/a.md": post("status: blocked")}, config())))
    assert "docs/posts/a.md:6:9: hint: blocked is read as paused" in made.log


def test_site_decides_how_much_a_problem_weighs(site: MakeSite) -> None:
    tree = {**HOME, "posts/a.md": post("milestne: x"), "posts/b.md": post("status: dnoe")}
    made = build(site(tree, config("{problems: {unknown-field: error, bad-status: off}}")))
    assert made.problems == [
        "docs/posts/a.md:6:1: error: unknown field 'milestne'; did you mean 'milestone'? [unknown-field]",
        "1 error in the roadmap, told above"]


def test_generated_page_never_overwrites_a_file(site: MakeSite) -> None:
    tree = {**HOME, "posts/a.md": post(), "roadmap/milestones/reproduce-it/index.html": "mine"}
    made = build(site(tree, config()))
    assert made.problems == [
        ("docs/posts/a.md:5:12: error: the page of 'Reproduce it' and the file "
         "'roadmap/milestones/reproduce-it/index.html' come to lie at one place; rename the file, or give "
         "another id (see docs/roadmap/milestones/reproduce-it/index.html:1:1) [page-conflict]"),
        "1 error in the roadmap, told above"]
    assert (made.site.folder / "roadmap/milestones/reproduce-it/index.html").read_text() == "mine"


def test_page_that_another_plugin_takes_away_is_told_once_and_linked_nowhere(site: MakeSite) -> None:
    folder = site({**HOME, "posts/a.md": post(), "posts/b.md": post()}, config(more="hooks: [hook.py]\n"))
    write(folder, {"hook.py": """
        from mkdocs.plugins import event_priority

        @event_priority(-60)
        def on_files(files, config):
            files.remove(files.get_file_from_path("posts/a.md"))
            return files
    """})
    made = build(folder)
    assert made.problems == [
        ("docs/posts/a.md:1:1: error: the roadmap shows this page, but the site does not have it; "
         "is it excluded by exclude_docs, draft_docs or another plugin? [dead-link]"),
        "1 error in the roadmap, told above"]
    assert dead_links(made.site) == []


# --- templates of the site's own ---

SHOWN = """
<p>{% for goal in roadmap.goals %}
<a href="{{ goal.url | url }}">{{ goal.title }}: {{ goal.done }} of {{ goal.total }}</a>
{% for m in goal.milestones %} <a href="{{ m.url | url }}">{{ m.status_label }}</a>{% endfor %};
{% endfor %}<a href="{{ roadmap.url | url }}">{{ roadmap.as_of }}</a>
<a href="{{ roadmap.posts[0].url | url }}">{{ roadmap.posts[0].title }}</a></p>
"""


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_theme_templates_see_the_roadmap(site: MakeSite, theme: str, flat: bool) -> None:
    folder = site(lab(), config(theme=f"{{name: {theme}, custom_dir: theme}}",
                                more=f"use_directory_urls: {str(not flat).lower()}"))
    template = f'{{% extends "base.html" %}}{{% block content %}}{SHOWN}REST{{% endblock %}}'
    write(folder, {"theme/main.html": template.replace("REST", "{{ super() }}"),
                   "theme/404.html": template.replace("REST", "")})
    made = good(build(folder))
    for page in ("", "posts/first", "roadmap/board", "404"):
        text = " ".join("".join(made.html(page).root.itertext()).split())
        assert "Efficient vision: 1 of 2 Done Active; Honest models: 0 of 1" in text
        assert "2026-04-01 On honesty" in text
        assert made.file("goals/vision") in made.links(page, "Efficient vision: 1 of 2")


def test_site_may_override_a_template_of_ours(site: MakeSite) -> None:
    folder = site(lab(), config(theme="{name: mkdocs, custom_dir: theme}"))
    mine = "{% for a in view.about %}<p>My box: {{ a.milestone.title }}, {{ a.nth }}.</p>{% endfor %}"
    write(folder, {"theme/career-roadmap/post-top.html": mine})
    made = good(build(folder))
    assert "My box: Reproduce a detector, 2." in made.text("posts/second")
    assert "post 2 of 4" not in made.text("posts/second")
    assert "Post 1 of 4" in made.text("posts/second")


def test_site_may_have_its_own_stylesheet_and_script(site: MakeSite) -> None:
    own = {f"assets/career-roadmap.{end}": f"/* own {end} */" for end in ("css", "js")}
    more = "extra_css: [assets/career-roadmap.css]\nextra_javascript: [assets/career-roadmap.js]\n"
    made = good(build(site({**HOME, **own}, config(more=more))))
    assert {path: (made.site.folder / path).read_text("utf-8") for path in own} == own
    linked = [link.file for link in made.site.links("index.html")]
    assert [linked.count(path) for path in own] == [1, 1]


@pytest.mark.parametrize(("extra", "shown"), [
    ("{}", "Done Active"), ("{status: {done: Finished}}", "Finished Active"), ("{status: mine}", "mine")])
def test_site_s_own_words_for_page_statuses_stay(site: MakeSite, extra: str, shown: str) -> None:
    themed = config(theme="{name: null, custom_dir: theme}", plugins="[ROADMAP]", more=f"extra: {extra}\n")
    folder = site({**HOME, "a.md": post()}, themed)
    write(folder, {"theme/main.html": "<p>{% set s = config.extra.status %}"
                   "{% if s is mapping %}{{ s.done }} {{ s.active }}{% else %}{{ s }}{% endif %}</p>"})
    made = build(folder)
    assert made.html("").text == shown


# --- the same in, the same out ---


@pytest.mark.parametrize("blog", [False, True])
def test_two_builds_are_alike_to_the_byte(site: MakeSite, blog: bool) -> None:
    tree = lab("blog/posts" if blog else "posts") | ({"blog/index.md": "# Blog\n"} if blog else {})
    theme, plugins = ("material", "[search, ROADMAP, blog]") if blog else ("mkdocs", "[search, ROADMAP]")
    packed = "sitemap.xml.gz"  # into its head MkDocs 1.6.0 writes the time of its zone
    made = [
        good(build(site(dict(files), config("{}", theme, plugins)), in_own_process=True,
                   PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH="1775000000", TZ=zone))
        for files, seed, zone in ((tree, "1", "UTC"), (dict(reversed(tree.items())), "2", "Asia/Tokyo"))]
    one, two = ({name: data for name, data in found.content().items() if name != packed} for found in made)
    assert one == two


def test_demo_builds_without_a_warning_and_has_no_dead_link(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    made = build(root, out=str(tmp_path / "demo"))
    assert (made.code, made.told) == (0, []), made.log
    demo = replace(made.site, url="https://mkdocs-career-roadmap.github.io/mkdocs-career-roadmap/")
    assert f"<loc>{demo.url}</loc>" in (demo.folder / "sitemap.xml").read_text("utf-8")
    assert dead_links(demo, some(sorted(demo.pages), 3)) == []
    assert check_links(demo.folder, demo.url).problems == ()  # of all
    assert len(demo.pages) > 40
