"""A site shows the same, built by MkDocs and by Zensical."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli.test_check import run
from conftest import MakeSite, write
from depth import IS_FULL, some
from hosts import build, config

from .trees import article, contents, lines, pages, tree

ROOT = Path(__file__).parents[2]
OF_DOCS = ("docs", "mkdocs.yml", "refs.bib", "README.md", "CHANGELOG.md", "LICENSE")
"""What the documentation is made of."""

SMALL = {
    "index.md": "# Home\n\n```roadmap\nview: progress\n```\n\n"
                "- a list\n\n    ```roadmap\n    view: board\n    ```\n",
    "blog/index.md": "# Blog\n",
    "blog/posts/one.md": "---\ndate: 2026-03-01\ngoal: Bird counts\nmilestone: Label one\nstatus: done\n"
                         "lessons: [Begin early]\ntags: [field]\nredirect_from: [/old/one.html]\n---\n"
                         "# The first <hours>\n\nWords with no end of an excerpt.\n",
    "blog/posts/two.md": "---\ndate: 2026-03-09\nmilestone: [Label two, Label one]\nreason: ''\n---\n"
                         "# Two\n\nBegin.\n\n<!-- more -->\n\n"
                         "Rest, [one](one.md) and [map](../../roadmap/index.md).\n",
    "notes/three.md": "---\ndate: 2026-03-20\ngoal: Bird counts\nmilestone: Label two\n---\n"
                      "No heading, and [four](four.markdown#a).\n",
    "notes/four.markdown": "# Four\n\n## A\n\nSee [three](three.md), [birds](../goals/birds.md).\n",
    "goals/birds.md": "---\ntype: goal\ntitle: Bird counts\n---\nWhy I want this.\n\n## One\n\n## Two\n",
    "roadmap/board/index.md": "# My own board\n\nAbove it.\n",
    "tags.md": "# Tags\n\n<!-- material/tags -->\n",
}
LISTS = ("[search, tags, blog, ROADMAP, "
         "redirects: {redirect_maps: {old/two.md: blog/posts/two.md, three.md: notes/three.md}}]")
_OF_ESSAY = "layout: post\ngoal: Measure how birds move\ncategories: [field]\n"
ESSAYS = {
    "_config.yml": "title: Field notes\nurl: https://birds.example\nmarkdown: kramdown\n",
    "_posts/2024-11-23-choose_a_bird.markdown":
        f"---\n{_OF_ESSAY}title: Choosing a bird\nmilestone: Choose a species\nstatus: done\n---\n"
        "To begin with, a *long* talk[^1] with people who know.\n\n# Who to ask\n\n1. Old hands.\n"
        "2. New ones.\n\n[^1]: It took a day.\n\n# Conclusion\n\n> Ask early.\n",
    "_posts/2024-12-02-count_the_nests.markdown":
        f"---\n{_OF_ESSAY}title: 'Nests: why we count'\nmilestone: Count nests\nstatus: active\n---\n\n"
        "{:refdef: style=\"text-align: center;\"}\n![A nest](/static/img/nest.png)\n{: refdef}\n\n"
        "After an earlier [post](/field/2024/11/23/choose_a_bird.html), we count, with $$n \\ge 5$$ and\n\n"
        "$$\ns^2 = \\sum_i (x_i - m)^2\n$$\n\n# Looking back\n\n| year | nests |\n|---|--:|\n"
        "| 2023 | 12 |\n\n```python\nprint(5)\n```\n\n# Final thoughts\n\n"
        "It is \"slow\" -- and fun...\n",
    "static/img/nest.png": "no picture",
}
"""A blog of Jekyll with long posts of several first headings, which becomes a site of ours."""


def by_both(folder: Path) -> tuple[Path, Path]:
    """Build a project with MkDocs and with Zensical; return the two sites."""
    made = build(folder, strict=False, out="by-mkdocs")
    assert made.code == 0, made.log
    done = subprocess.run([sys.executable, "-m", "mkdocs_career_roadmap", "zensical", "build"], cwd=folder,
                          capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "by-mkdocs", folder / "site"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("demo")
    for name in OF_DOCS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    options = folder / "mkdocs.yml"  # without the pictures, which take a quarter of the time
    options.write_text(options.read_text("utf-8").replace("cards: true", "cards: false"), "utf-8")
    if not IS_FULL:
        shutil.rmtree(folder / "docs/decisions")  # a quarter of the pages, with nothing the guide has not
        guide = sorted((folder / "docs/guide").glob("*.md"))
        for page in {*guide} - {*some(guide, 5)}:  # others link to their headings
            headings = [line for line in page.read_text("utf-8").splitlines() if line.startswith("#")]
            page.write_text("\n\n".join(headings) + "\n", "utf-8")
    return by_both(folder)


@pytest.fixture(scope="module")
def small(site: MakeSite) -> tuple[Path, Path]:
    return by_both(site(SMALL, config(theme="{name: material, font: false}", plugins=LISTS)))


@pytest.fixture(scope="module")
def essays(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("essays")
    write(folder / "jekyll", ESSAYS)
    done = run(folder, "import", "jekyll", "jekyll", "site-of-ours")
    assert done.returncode == 0, done.stdout + done.stderr
    return by_both(folder / "site-of-ours")


@pytest.fixture(params=["demo", "small", "essays"])
def sites(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    both: tuple[Path, Path] = request.getfixturevalue(request.param)
    return both


def differences(one: Path, other: Path) -> dict[str, list[str]]:
    """Return the articles that differ, by page, with the lines that only one of the sites has."""
    found = {}
    there = pages(other)
    for path, file in pages(one).items():
        first, second = article(tree(file)), article(tree(there[path]))
        if first is None and second is None:
            continue
        both = [list(lines(e, posixpath.dirname(path))) if e is not None else [] for e in (first, second)]
        if both[0] != both[1]:
            found[path] = sorted({*both[0]} ^ {*both[1]})
    return found


def refreshes_to(root: Any) -> str:
    """Return where a page sends its readers; empty: nowhere."""
    found = [e.get("content", "").partition("url=")[2] for e in root.iter("meta")
             if e.get("http-equiv") == "refresh"]
    return found[0] if found else ""


@pytest.mark.slow
def test_pages_lie_at_the_same_addresses(sites: tuple[Path, Path]) -> None:
    one, other = sites
    assert pages(one).keys() == pages(other).keys()
    assert len(pages(one)) > 10


@pytest.mark.slow
def test_articles_are_the_same_trees(sites: tuple[Path, Path]) -> None:
    assert differences(*sites) == {}


@pytest.mark.slow
def test_data_are_the_same_to_the_byte(sites: tuple[Path, Path]) -> None:
    one, other = (site / "roadmap" for site in sites)
    names = [name for name in ("roadmap.json", "feed.xml", "roadmap.ics") if (one / name).exists()]
    assert "feed.xml" in names
    assert [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()] == []


@pytest.mark.slow
def test_feeds_of_posts_have_the_same_texts(sites: tuple[Path, Path]) -> None:
    one, other = (site / "roadmap" for site in sites)
    names = sorted(path.relative_to(one).as_posix() for path in one.rglob("feed.json"))
    assert len(names) > 1
    for name in names:
        texts = [re.sub(r"(?:\\n|\s)+", " ", (at / name).read_text("utf-8")) for at in (one, other)]
        assert texts[0] == texts[1]
        assert texts[0].count('"content_html": "<') == texts[0].count('"id": ')


@pytest.mark.slow
def test_tables_of_contents_are_the_same(sites: tuple[Path, Path]) -> None:
    one, other = sites
    ours = [path for path in pages(one) if path.startswith("roadmap/")]
    assert {path: contents(tree(one / path)) for path in ours} == {
        path: contents(tree(other / path)) for path in ours}
    assert any(contents(tree(one / path)) for path in ours)


@pytest.mark.slow
def test_old_addresses_lead_on(small: tuple[Path, Path]) -> None:
    one, other = (site / "old/one.html" for site in small)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.slow
def test_old_addresses_of_the_blog_and_of_redirects_lead_where_they_did(
    small: tuple[Path, Path], essays: tuple[Path, Path]
) -> None:
    for sites, old in ((small, "three/index.html"), (small, "old/two/index.html"),
                       (essays, "field/2024/12/02/count_the_nests.html")):
        one, other = (refreshes_to(tree(site / old)) for site in sites)
        assert one
        assert one == other


@pytest.mark.slow
def test_boxes_stay_out_of_lists_of_the_blog(small: tuple[Path, Path]) -> None:
    html = (small[1] / "blog/index.html").read_text("utf-8")
    assert "Words with no end of an excerpt." in html
    assert "cr-on-post" not in html
    assert "cr-on-post" in next((small[1] / "blog").glob("2026/03/01/*/index.html")).read_text("utf-8")


@pytest.mark.slow
def test_search_has_the_same_places(demo: tuple[Path, Path]) -> None:
    one = json.loads((demo[0] / "search/search_index.json").read_text("utf-8"))["docs"]
    other = json.loads((demo[1] / "search.json").read_text("utf-8"))["items"]
    places = [{item["location"] for item in items if item["location"].startswith("roadmap/")}
              for items in (one, other)]
    assert places[0] == places[1]
    assert len(places[0]) > 100


@pytest.mark.slow
def test_head_of_a_page_has_what_sites_show_of_it(small: tuple[Path, Path]) -> None:
    one, other = (tree(site / "goals/birds/index.html").find("head") for site in small)
    heads = [{str(sorted(e.attrib.items())) for e in head if e.get("property", "").startswith("og:")
              or e.get("type") == "application/atom+xml"} for head in (one, other)]
    assert heads[0] == heads[1]
    assert len(heads[0]) == 6
