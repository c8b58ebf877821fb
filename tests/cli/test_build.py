"""`career-roadmap build`: the roadmap as a small site beside a blog of another tool."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest
from commands import run, run_alone
from conftest import write
from crawl import BuiltSite, dead_links
from hosts import URL, post
from lab import lab
from mkdocs_career_roadmap.plain_host import site_files

DIARY = ("---\ntitle: The okapi diary\nmilestone: Reproduce it\ngoal: Efficient vision\n{}\n---\n"
         "Okapi words.\n")
WORDS = ("--blog", "hugo", "--base-url", "https://ada.example/blog", "--as-of", "2026-04-01")


def built(folder: Path, docs: dict[str, str], *words: str) -> BuiltSite:
    """Write the docs and build them; return the site, as it is served below the blog."""
    write(folder / "content", docs)
    done = run(folder, "build", "content", "out", *(words or WORDS))
    assert done.returncode == 0, done.stderr
    return BuiltSite(folder / "out", "https://ada.example/blog/roadmap/")


@pytest.fixture(scope="module")
def of_lab(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    return built(tmp_path_factory.mktemp("lab"), lab("posts"))


def hrefs(site: BuiltSite, page: str) -> list[str]:
    return [href for e in site.html(page).all("a") if (href := e.get("href"))]


# --- the site ---


def test_every_link_inside_leads_somewhere(of_lab: BuiltSite) -> None:
    assert len(of_lab.pages) > 10
    inside = [(page, href) for page, href in dead_links(of_lab) if "ada.example" not in href]
    assert inside == []


def test_every_link_out_leads_to_a_post_of_the_blog(of_lab: BuiltSite) -> None:
    out = {href for page in of_lab.pages for href in hrefs(of_lab, page) if "ada.example" in href}
    assert {"https://ada.example/blog/posts/first/", "https://ada.example/blog/about/"} <= out
    names = (path.removesuffix(".md").removesuffix("index") for path in lab("posts"))
    base = "https://ada.example/blog/"
    assert out <= {f"{base}{name}/" if name else base for name in names}


def test_pages_are_valid_html_without_scripts_and_requests_to_others(of_lab: BuiltSite) -> None:
    for page in of_lab.pages:
        text = (of_lab.folder / page).read_text("utf-8")
        html5lib.HTMLParser(strict=True).parse(text)
        assert "<script" not in text
        assert not re.search(r"<(?:link|img)[^>]+(?:href|src)=\"(?:https?:)?//", text), page
    assert "@import" not in (of_lab.folder / "style.css").read_text("utf-8")


def test_page_has_one_heading_of_the_first_level_and_the_one_stylesheet(of_lab: BuiltSite) -> None:
    for page in of_lab.pages:
        assert len(list(of_lab.html(page).all("h1"))) == 1, page
        styles = [e.get("href") for e in of_lab.html(page).all("link") if e.get("rel") == "stylesheet"]
        assert [urljoin(f"/{page}", href) for href in styles] == ["/style.css"]


def test_dark_colours_follow_the_system_of_the_reader(of_lab: BuiltSite) -> None:
    style = (of_lab.folder / "style.css").read_text("utf-8")
    assert "color-scheme: light dark;" in style.partition(".career-roadmap {")[0]
    assert len(re.findall(r"--cr-[\w-]+: light-dark\(", style)) > 10


def test_written_page_of_a_goal_keeps_its_text_and_lies_at_its_id(of_lab: BuiltSite) -> None:
    assert "goals/efficient-vision/index.html" in of_lab.files
    assert "Others wrote it." in of_lab.html("milestones/survey/index.html").text


def test_files_for_programs_name_whole_addresses(of_lab: BuiltSite) -> None:
    data = json.loads((of_lab.folder / "roadmap.json").read_text("utf-8"))
    assert data["goals"][0]["url"].startswith("https://ada.example/blog/roadmap/goals/")
    assert "https://ada.example/blog/posts/first/" in (of_lab.folder / "roadmap.json").read_text("utf-8")
    assert "https://ada.example/blog/roadmap/feed.xml" in (of_lab.folder / "feed.xml").read_text("utf-8")
    assert "https://ada.example/blog/roadmap/files/posts/paper.pdf" in (
        of_lab.folder / "roadmap.json").read_text("utf-8")
    overview = hrefs(of_lab, "index.html")
    assert {"roadmap.json", "feed.xml", "roadmap.ics"} & of_lab.files <= set(overview)


def test_site_without_an_address_has_no_feed_and_links_from_the_root(tmp_path: Path) -> None:
    site = built(tmp_path, {"posts/a.md": post()}, "--quiet")
    assert "feed.xml" not in site.files
    assert "/posts/a/" in hrefs(site, "index.html")
    assert json.loads((site.folder / "roadmap.json").read_text("utf-8"))["goals"][0]["url"] == (
        "goals/efficient-vision/")


def test_links_and_pictures_of_a_written_page_lead_on_from_where_it_lies_now(tmp_path: Path) -> None:
    goal = ("---\ntype: goal\ntitle: Efficient vision\n---\n[one](../posts/a.md#x), [two](../posts/none.md), "
            "[three](../about/), [four](/top/), [five](https://e.example/), ![six](p%20q.png)\n\n"
            "`<a href=\"../posts/a.md\">`\n\n```roadmap\nview: progress\n```\n\n"
            "- [x] done\n- [ ] not yet\n\n<!-- career-roadmap-block 7 -->\n\n"
            "<a href='../okapi/'>a</a> <img src='okapi.md'>\n")
    site = built(tmp_path, {"posts/a.md": post(), "goals/v.md": goal,
                            "goals/p q.png": "png", "goals/x.png": "x",
                            "okapi.md": DIARY.format("draft: true")})
    page = "goals/v/index.html"
    found = hrefs(site, page)
    for href in ("https://ada.example/blog/posts/a/#x", "https://ada.example/blog/goals/about/",
                 "https://ada.example/top/", "https://e.example/"):
        assert href in found
    text = (site.folder / page).read_text("utf-8")
    assert "two" in site.html(page).text
    assert "none.md" not in text
    assert 'src="../../files/goals/p%20q.png"' in text
    assert (site.folder / "files/goals/p q.png").read_text("utf-8") == "png"
    assert "files/goals/x.png" not in site.files
    assert "&lt;a href=\"../posts/a.md\"&gt;" in text
    assert "cr-block" in text
    assert "okapi" not in text
    assert "\u2611 done" in site.html(page).text
    assert "\u2610 not yet" in site.html(page).text


def test_links_of_obsidian_lead_to_what_they_name(tmp_path: Path) -> None:
    goal = ("---\ntype: goal\ntitle: Efficient vision\n---\n"
            "[[First hours]], [[first hours#x|two]], [[none]], ![[Owl.png|200]], [[okapi]], "
            "[[okapi|five]], `[[First hours]]`, [[1]](https://e.example/)\n")
    site = built(tmp_path, {"Notes/First hours.md": post(), "goals/v.md": goal, "Pictures/owl.png": "png",
                            "okapi.md": DIARY.format("publish: false")}, "--blog", "obsidian", "--quiet")
    page = "goals/v/index.html"
    text = (site.folder / page).read_text("utf-8")
    assert hrefs(site, page)[1:4] == ["/Notes/First+hours", "/Notes/First+hours", "https://e.example/"]
    assert '<img alt="" src="../../files/Pictures/owl.png"' in text
    assert "<code>[[First hours]]</code>" in text
    assert "two</a>, none, " in text
    assert "five, <code>" in text
    assert "okapi" not in text


def test_page_at_an_earlier_id_leads_on_without_a_script(tmp_path: Path) -> None:
    site = built(tmp_path, {"posts/a.md": post(), "goals/v.md":
                            "---\ntype: goal\ntitle: Efficient vision\naliases: [Good eyes]\n---\n"})
    assert hrefs(site, "goals/good-eyes/index.html") == ["../v/"]
    assert [href for _, href in dead_links(site) if "ada.example" not in href] == []


def test_words_and_names_are_those_of_a_configuration(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": f"site_name: Ada\nsite_url: {URL}\ndocs_dir: content\n"
                                   "theme: {name: mkdocs, locale: de}\n"
                                   "plugins: [career-roadmap: {title: Weg}]\n"})
    site = built(tmp_path, {"a.md": post()}, "--as-of", "2026-04-01")
    page = site.html("index.html")
    assert next(page.all("html")).get("lang") == "de"
    assert [e.text for e in next(page.all("nav")).iter("a")] == ["Ada", "Weg"]
    assert URL in hrefs(site, "index.html")


def test_page_of_quarto_is_read(tmp_path: Path) -> None:
    goal = "---\ntype: goal\ntitle: Efficient vision\n---\n[one](a.qmd) [two](x.qmd) [three](okapi.html)\n"
    site = built(tmp_path, {"a.qmd": post(), "v.qmd": goal, "okapi.qmd": DIARY.format("draft: true")},
                 "--blog", "quarto", "--as-of", "2026-04-01")
    assert [href for href in hrefs(site, "goals/v/index.html") if "qmd" in href] == []
    assert "/a.html" in hrefs(site, "goals/v/index.html")
    assert "okapi" not in (site.folder / "goals/v/index.html").read_text("utf-8")


def test_roadmap_of_nothing_is_there_all_the_same(tmp_path: Path) -> None:
    assert {"index.html", "board/index.html"} <= built(tmp_path, {"a.md": "# A\n"}).files


# --- what is not for the public ---


@pytest.mark.parametrize(("path", "front"), [
    ("posts/okapi.md", "draft: true"), ("posts/okapi.md", "published: false"),
    ("posts/okapi.md", "publish: false"), ("posts/okapi.md", "visibility: private"),
    ("posts/okapi.md", "publishDate: 2999-01-01"), ("_drafts/okapi.md", "date: 2026-03-01")])
def test_what_is_kept_back_leaves_no_trace(tmp_path: Path, path: str, front: str) -> None:
    address = path.removesuffix(".md")
    goal = ("---\ntype: goal\ntitle: Efficient vision\n---\n"
            f"See [it](../{path}), <a href='../{address}/'>this</a> and [that](/{address}/).\n")
    site = built(tmp_path, {"posts/a.md": post(), path: DIARY.format(front), "goals/v.md": goal})
    found = [file for file in site.files
             if "okapi" in f"{file} {(site.folder / file).read_text('utf-8')}".casefold()]
    assert found == []


def test_site_that_would_give_a_private_page_away_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "content", {"okapi.md": DIARY.format("visibility: private"), "a.md": post()})
    monkeypatch.setattr(site_files, "style", lambda _: "/* The okapi diary */")  # as a mistake of ours might
    done = run(tmp_path, "build", "content", "out", *WORDS)
    assert done.returncode == 1
    assert "out/style.css:1:1: error: the title 'The okapi diary' of okapi.md stands here" in done.stdout
    assert not (tmp_path / "out").exists()


# --- what is wrong ---


def test_errors_are_told_as_by_check_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path / "content", {"a.md": post("status: dnoe")})
    done = run(tmp_path, "build", "content", "out", *WORDS)
    assert done.returncode == 1
    assert done.stdout == run(tmp_path, "check", "content", "--quiet", "--hints", "off").stdout
    assert "[bad-status]" in done.stdout
    assert done.stderr == "nothing was built: 1 problem, told above\n"
    assert not (tmp_path / "out").exists()


def test_warnings_stop_a_strict_build_alone(tmp_path: Path) -> None:
    write(tmp_path / "content", {"a.md": post("milestne: x")})
    assert run(tmp_path, "build", "content", "out", *WORDS, "--strict").returncode == 1
    assert not (tmp_path / "out").exists()
    assert run(tmp_path, "build", "content", "out", *WORDS).returncode == 0


def test_post_whose_address_nobody_knows_is_told_and_not_linked(tmp_path: Path) -> None:
    write(tmp_path / "content", {"a.md": post(), "b.md": "---\nmilestone: Reproduce it\nurl: 'x:y'\n---\n"})
    done = run(tmp_path, "build", "content", "out", *WORDS)
    assert "there is no link to b.md: " in done.stderr
    assert "x:y" not in (tmp_path / "out/index.html").read_text("utf-8")


@pytest.mark.parametrize(("words", "told"), [
    (("--base-url", "http://[ada"), "'http://[ada' is no address"),
    (("--base-url", "ada.example"), "'ada.example' is no address; write it like https://example.org/blog/"),
    (("--site-url", "/roadmap/"), "'/roadmap/' is no address"),
    (("--post-url", "/:year/:title/"), "has :year; write what changes in braces"),
    (("--blog", "wordpress"), "'wordpress' is not one of"),
])
def test_wrong_words_are_told(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    write(tmp_path / "content", {"a.md": post()})
    done = run(tmp_path, "build", "content", "out", *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (tmp_path / "out").exists()


def test_folder_of_others_and_that_of_the_posts_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": post(), "static/robots.txt": "x"})
    for site, told in (("static", "static has files, and none of them is from this command"),
                       ("content", "content holds the posts themselves"), (".", "the posts themselves")):
        done = run(tmp_path, "build", "content", site, *WORDS)
        assert done.returncode == 2
        assert told in done.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.md", "content", "robots.txt", "static"]


def test_site_within_the_posts_is_none_of_them(tmp_path: Path) -> None:
    write(tmp_path, {"_posts/2026-03-02-a.md": post(), "_config.yml": "title: Ada\n"})
    words = ("build", ".", "roadmap", "--blog", "jekyll", "--as-of", "2026-04-01")
    assert run(tmp_path, *words).returncode == 0
    assert "/2026/03/01/a.html" in (tmp_path / "roadmap/index.html").read_text("utf-8")
    done = run(tmp_path, *words)
    assert done.returncode == 0, done.stdout
    assert re.search(r"; 0 of \d+ files changed in roadmap\n$", done.stderr)


def test_folder_without_a_page_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.txt": "x"})
    done = run(tmp_path, "build", "content", "out", *WORDS)
    assert (done.returncode, done.stdout) == (2, "")
    assert "content: there is no page of Markdown here" in done.stderr
    assert not (tmp_path / "out").exists()


def test_file_of_an_earlier_site_that_was_changed_since_stays_and_is_told(tmp_path: Path) -> None:
    built(tmp_path, {"a.md": post(name="Another")})
    write(tmp_path / "out", {"milestones/another/index.html": "mine"})
    write(tmp_path / "content", {"a.md": post()})
    done = run(tmp_path, "build", "content", "out", *WORDS)
    assert "another/index.html is of a site before, but was changed since, and stays" in done.stderr
    assert (tmp_path / "out/milestones/another/index.html").read_text("utf-8") == "mine"


def test_files_that_the_user_excludes_are_none_of_the_blog(tmp_path: Path) -> None:
    docs = {"a.md": post(), "templates-of-mine/b.md": post(name="Another")}
    site = built(tmp_path, docs, *WORDS, "--exclude", "/templates-of-mine/")
    assert "milestones/another/index.html" not in site.files


def test_neither_mkdocs_nor_zensical_is_imported(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.md": post(), "sitecustomize.py": "import sys\n"
                     "sys.modules['mkdocs'] = sys.modules['zensical'] = None\n"})
    package = Path(site_files.__file__).parents[2]
    done = run_alone(tmp_path, "build", "content", "out", *WORDS, PYTHONPATH=f"{tmp_path}:{package}")
    assert done.returncode == 0, done.stderr


def test_pages_have_pictures_that_are_files_of_the_site(tmp_path: Path) -> None:
    options = "{as_of: 2026-04-01, cards: true}"
    write(tmp_path, {"mkdocs.yml": f"docs_dir: content\nplugins: [career-roadmap: {options}]\n"})
    site = built(tmp_path, {"posts/a.md": post(), "b.md": DIARY.format("visibility: private")}, *WORDS[:4])
    shown = {str(tag.get("content")) for path in sorted(site.files) if path.endswith(".html")
             for tag in site.html(path).all("meta") if tag.get("property") == "og:image"}
    assert {path for path in site.files if path.endswith(".png")} == {
        address.removeprefix("https://ada.example/blog/roadmap/") for address in shown}
    assert len(shown) == 3  # of a milestone, its goal and the overview


def test_site_whose_address_nobody_says_is_told_why_it_has_no_pictures(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "docs_dir: content\nplugins: [career-roadmap: {cards: true}]\n",
                     "content/a.md": post()})
    done = run(tmp_path, "build", "content", "out")
    assert done.returncode == 0, done.stderr
    assert "no-cards" in done.stdout
