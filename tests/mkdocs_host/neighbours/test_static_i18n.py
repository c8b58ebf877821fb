"""Beside mkdocs-static-i18n: each language has a roadmap, told in its words and from its posts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from conftest import MakeSite
from crawl import text_of
from depth import some
from hosts import HOME, URL, Build, build, config, good, post
from lab import PRIVATE, lab

from mkdocs_host.neighbours.beside import PAGES, POSTS, VIEWS, Beside, Other
from mkdocs_host.test_data_files import data_of
from mkdocs_host.test_redirects import moved_from, where_to

ENGLISH = "{locale: en, name: English, default: true}"
STATIC_I18N = Other(f"i18n: {{languages: [{ENGLISH}]}}", "material")


class TestStaticI18n(Beside):
    other = STATIC_I18N

    def works(self, made: Build) -> None:
        assert "hreflang" in (made.site.folder / "sitemap.xml").read_text("utf-8")


SECOND = {
    "posts/second": "---\ntitle: Un bogue\ndate: 2026-02-01\ngoal: Efficient vision\n"
                    "milestone: Reproduce a detector\nstatus: active\n---\n"
                    "## First try\n\nAprès [le début](first.md).\n",
    "posts/okapi": "---\ntitle: Xylophone\ndate: 2026-03-23\nmilestone: Quokka\nvisibility: private\n"
                   "---\nOkapi.\n",
    "index": "# Accueil\n",
    "posts/third": "---\ntitle: Zeppelin\ndate: 2026-02-20\nmilestone: Quokka\nvisibility: private\n"
                   "---\nWombat.\n",
    "goals/vision": "---\ntype: goal\nid: efficient-vision\ntitle: Vision efficace\n---\nParce que.\n",
    "roadmap/notes": "# Notes\n",
}


def languages(structure: str, more: str = "") -> str:
    french = "{locale: fr, name: Français}"
    return f"i18n: {{docs_structure: {structure}, languages: [{ENGLISH}, {french}]{more}}}"


def translated(structure: str, french: Mapping[str, str] = SECOND) -> dict[str, str]:
    """Return the lab with some pages in French, as files of static-i18n."""
    if structure == "suffix":
        return {**lab(), **{f"{path}.fr.md": text for path, text in french.items()}}
    english = {f"en/{path}": text for path, text in lab().items()}
    return {**english, **{f"fr/{path}.md": text for path, text in french.items()}}


@pytest.fixture(scope="module", params=some(["suffix", "folder", "suffix-flat", "folder-flat"], 3))
def bilingual(request: pytest.FixtureRequest, site: MakeSite) -> Build:
    structure, _, flat = request.param.partition("-")
    plugins = [languages(structure), "ROADMAP"]
    plugins = plugins[::-1] if structure == "suffix" else plugins
    return build(site(translated(structure), config(
        theme="material", plugins=f"[search, {', '.join(plugins)}]",
        more=f"use_directory_urls: {str(not flat).lower()}\n")))


def test_each_language_has_the_whole_roadmap(bilingual: Build) -> None:
    good(bilingual)
    pages = [*(f"posts/{name}" for name in POSTS), *(page for page in PAGES if page != "embedded")]
    assert [page for page in pages if not bilingual.has(page)] == []
    assert [page for page in pages if not bilingual.has(f"fr/{page}".rstrip("/"))] == []


def test_each_language_tells_the_roadmap_in_its_words(bilingual: Build) -> None:
    assert "Done Reproduce a detector post 2 of 4" in bilingual.text("posts/second")
    assert "A bug & a <fix>" in bilingual.text("roadmap/milestones/reproduce-a-detector")
    assert "Terminé Reproduce a detector" in bilingual.text("fr/posts/second")
    french = bilingual.text("fr/roadmap/milestones/reproduce-a-detector")
    assert "Un bogue" in french
    assert "A bug & a <fix>" not in french


def test_links_stay_within_the_language(bilingual: Build) -> None:
    page = "fr/roadmap/milestones/reproduce-a-detector"
    assert bilingual.links(page, "Un bogue") == [bilingual.file("fr/posts/second")]
    assert bilingual.links(page, "It is done") == [bilingual.file("fr/posts/fourth")]
    assert bilingual.links(page, "The paper") != []
    assert bilingual.links("fr/posts/first", "Un bogue")[-1:] == [bilingual.file("fr/posts/second")]


def test_translated_page_of_a_goal_is_that_goal_s_in_its_language(bilingual: Build) -> None:
    assert "Vision efficace" in bilingual.text("fr/posts/fourth")
    assert "Vision efficace" not in bilingual.text("posts/fourth")
    assert "Parce que." in bilingual.text("fr/goals/vision")


def test_original_of_a_private_translation_is_shown_and_counts(bilingual: Build) -> None:
    milestone = "fr/roadmap/milestones/reproduce-a-detector"
    assert bilingual.links(milestone, "It converges")[:1] == [bilingual.file("fr/posts/third")]
    assert bilingual.links("fr/posts/third", "Reproduce a detector") == [bilingual.file(milestone)]


def test_each_language_has_the_roadmap_in_its_navigation(bilingual: Build) -> None:
    for home in ("", "fr"):
        files = [link.file for link in bilingual.site.links(bilingual.file(home))]
        wanted = [bilingual.file(f"{home}/{path}".lstrip("/")) for path in VIEWS]
        assert [file for file in dict.fromkeys(files) if file in wanted] == wanted


def test_page_of_the_author_s_in_the_folder_stands_in_the_same_section(bilingual: Build) -> None:
    labels = [text_of(e) for e in bilingual.html("fr").all("label")]  # Material has each twice
    sections = [title for title in labels if title not in ("", "Ada", "Posts")]
    assert sections == ["Roadmap", "Roadmap", "Objectifs", "Objectifs", "Plus", "Plus"]


def test_translation_that_is_private_leaves_no_byte(bilingual: Build) -> None:
    for name, content in bilingual.content().items():
        told = f"{name}\n".encode().lower() + content.lower()
        assert not [word for word in PRIVATE if word.encode() in told], name


def test_generated_pages_lead_to_the_other_language_and_stand_in_the_sitemap(bilingual: Build) -> None:
    assert bilingual.file("fr/roadmap/board") in [
        link.file for link in bilingual.site.links(bilingual.file("roadmap/board"))]
    sitemap = (bilingual.site.folder / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{URL}{bilingual.file('fr/roadmap/board').removesuffix('index.html')}</loc>" in sitemap


def test_problem_in_a_translation_is_told_at_its_file(site: MakeSite) -> None:
    for structure, told in (("suffix", "docs/posts/second.fr.md"), ("folder", "docs/fr/posts/second.md")):
        french = {**SECOND, "posts/second": SECOND["posts/second"].replace("active", "actve")}
        made = build(site(translated(structure, french), config(
            theme="material", plugins=f"[ROADMAP, {languages(structure)}]")))
        assert made.code == 1
        assert made.problems[0].startswith(f"{told}:6:9: error: unknown status 'actve'")


@pytest.mark.parametrize(("structure", "file"), [("suffix", "about.fr.md"), ("folder", "fr/about.md")])
def test_page_that_would_stop_the_host_is_told_and_stays(site: MakeSite, structure: str, file: str) -> None:
    french = {**SECOND, "about": "---\nhide: true\n---\n# Sur moi\n\nBonjour.\n"}
    made = build(site(translated(structure, french), config(
        theme="material", plugins=f"[ROADMAP, {languages(structure)}]")), strict=False)
    assert "Traceback" not in made.log
    assert made.problems[0].startswith(f"docs/{file}:2:7: error: hide is 'true';")
    assert "Unhandled" not in made.log
    assert "Bonjour." in made.text("fr/about")


def test_translated_text_for_a_generated_page_is_that_page_s(site: MakeSite) -> None:
    french = {**SECOND, "roadmap/board/index": "# Mon tableau\n\nAvant-propos.\n"}
    made = good(build(site(translated("suffix", french), config(
        theme="material", plugins=f"[ROADMAP, {languages('suffix')}]"))))
    assert "Avant-propos." in made.text("fr/roadmap/board")
    assert "Run on one watt" in made.text("fr/roadmap/board")
    assert "Avant-propos." not in made.text("roadmap/board")


def test_language_without_fallback_has_a_roadmap_of_its_own_posts(site: MakeSite) -> None:
    alone = languages("suffix", ", fallback_to_default: false")
    french = {**SECOND, "posts/second": SECOND["posts/second"].replace("first.md", "second.md")}
    made = good(build(site(translated("suffix", french), config(
        theme="material", plugins=f"[search, ROADMAP, {alone}]"))))
    assert "Un bogue" in made.text("fr/roadmap/milestones/reproduce-a-detector")
    assert not made.has("fr/roadmap/milestones/run-on-one-watt")
    assert made.has("roadmap/milestones/run-on-one-watt")


def test_blog_and_static_i18n_together_are_refused(site: MakeSite) -> None:
    tree = {**HOME, "blog/index.md": "# Blog\n", "blog/posts/a.md": post()}
    made = build(site(tree, config(theme="material", plugins=f"[ROADMAP, blog, {languages('suffix')}]")))
    assert made.code == 1
    assert "Traceback" not in made.log
    (told,) = made.problems
    assert told.startswith("mkdocs-static-i18n takes the posts of Material's blog plugin out of the site;")
    assert "mkdocs.yml" in told
    off = config(theme="material", plugins=f"[ROADMAP, blog: {{enabled: false}}, {languages('suffix')}]")
    good(build(site({**HOME, "posts/a.md": post()}, off)))


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_each_language_has_its_own_data(site: MakeSite, structure: str) -> None:
    name = "{}.fr.md" if structure == "suffix" else "fr/{}.md"
    home = HOME if structure == "suffix" else {f"en/{path}": text for path, text in HOME.items()}
    english = "posts/a.md" if structure == "suffix" else "en/posts/a.md"
    made = build(site({
        **home, english: post(), name.format("posts/a"): post().replace("A post", "Un article")},
        config(theme="material", plugins=f"[search, ROADMAP, {languages(structure)}]")), strict=False)
    assert made.code == 0, made.log
    for folder, title in (("", "A post"), ("fr/", "Un article")):
        (told,) = data_of(made, f"{folder}roadmap/roadmap.json")["posts"]
        assert (told["title"], told["url"]) == (title, f"{URL}{folder}posts/a/")
    assert made.links("fr/roadmap", "données (JSON)") == ["fr/roadmap/roadmap.json"]


def test_languages_each_lead_to_their_pages(site: MakeSite) -> None:
    plugin = f"i18n: {{languages: [{ENGLISH}, {{locale: de, name: Deutsch}}]}}"
    folder = site({
        **HOME, "a.md": moved_from("/old/a"), "b.md": "---\nredirect_from: /old/b\n---\n# B\n",
        "a.de.md": "---\nredirect_from: /alt/a\n---\n# A auf Deutsch\n",
    }, config(theme="material", plugins=f"[ROADMAP, {plugin}]"))
    found = build(folder)
    assert (found.code, found.problems) == (0, []), found.log
    assert where_to(found, "old/a.html")[0] == "a/index.html"
    assert where_to(found, "old/b.html")[0] == "b/index.html"
    target, page = where_to(found, "alt/a.html")
    assert (target, next(page.all("html")).get("lang")) == ("de/a/index.html", "de")


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_links_to_pages_that_are_private_in_any_language_are_told_and_left_out(
    site: MakeSite, structure: str
) -> None:
    diary = "---\ntitle: Diary\nvisibility: private\n---\nOkapi.\n"
    links = "# Home\n\nSee [the diary](diary.md) and [mine](LINK).\n"
    link = "journal.fr.md" if structure == "suffix" else "../fr/journal.md"
    tree = {"index.md": links.replace("LINK", link), "diary.md": diary, "posts/a.md": post()}
    french = {"journal": diary, "index": "# Accueil\n\nVoir [le journal](journal.md).\n"}
    folder = "" if structure == "suffix" else "en/"
    named = "{}.fr.md" if structure == "suffix" else "fr/{}.md"
    made = build(site(
        {**{f"{folder}{path}": text for path, text in tree.items()},
         **{named.format(path): text for path, text in french.items()}},
        config(theme="material", plugins=f"[search, ROADMAP, {languages(structure)}]")), strict=False)
    said = {line.partition(" error: ")[0].partition(" warning: ")[0] for line in made.problems
            if "[private-link]" in line}
    assert said == {f"docs/{folder}index.md:3:17:", f"docs/{folder}index.md:3:38:",
                    f"docs/{named.format('index')}:3:19:"}
    assert "See the diary and mine." in made.text("")
    assert "Voir le journal." in made.text("fr")
    for name, content in made.content().items():
        assert b"diary.md" not in content, name
        assert b"journal." not in content.replace(b"le journal.", b""), name


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_other_names_lead_on_within_each_language(site: MakeSite, structure: str) -> None:
    english, named = ("", "{}.fr.md") if structure == "suffix" else ("en/", "fr/{}.md")
    page = "---\ntype: milestone\nid: hear\ntitle: {}\naliases: [{}]\n---\n"
    tree = {**HOME, "posts/a.md": post(name="Hear"), "posts/b.md": post(name="Learn C++"),
            "roadmap/milestones/hear.md": page.format("Hear", "Listen well")}
    made = good(build(site(
        {**{f"{english}{path}": text for path, text in tree.items()},
         named.format("index"): "# Accueil\n",
         named.format("roadmap/milestones/hear"): page.format("Entendre", "Bien écouter")},
        config(theme="material", plugins=f"[search, ROADMAP, {languages(structure)}]"))))
    there = "roadmap/milestones"
    assert where_to(made, f"{there}/listen-well/index.html")[0] == f"{there}/hear/index.html"
    target, french = where_to(made, f"fr/{there}/bien-écouter/index.html")
    assert (target, next(french.all("html")).get("lang")) == (f"fr/{there}/hear/index.html", "fr")
    for folder in ("", "fr/"):  # a generated page, which has an id of before in each language
        assert where_to(made, f"{folder}{there}/learn-c/index.html")[0] == (
            f"{folder}{there}/learn-c-plus-plus/index.html")
