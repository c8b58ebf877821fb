"""What is staged for Zensical: texts, parts, the configuration, and only what has changed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from cli.test_check import run
from conftest import write
from hosts import post
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.pages.render import ASSETS, PREVIEW_STYLESHEET, wrapped
from mkdocs_career_roadmap.project.config import load_config, read_project
from mkdocs_career_roadmap.project.read_site import read_site
from mkdocs_career_roadmap.zensical_host import guard
from mkdocs_career_roadmap.zensical_host.config import with_roadmap
from mkdocs_career_roadmap.zensical_host.feeds import mend_feeds
from mkdocs_career_roadmap.zensical_host.finishing import EXCERPT, finish
from mkdocs_career_roadmap.zensical_host.staging import Staged, stage, sync

PLAIN = "site_name: Ada\nplugins: [search, career-roadmap: {as_of: 2026-04-01}]\n"
DIARY = "---\nvisibility: private\n---\n# The okapi diary\n\n![x](okapi.png)\n"


def staged(folder: Path, docs: dict[str, str], config: str = PLAIN, name: str = "mkdocs.yml") -> Staged:
    write(folder, {name: config, **{f"docs/{path}": text for path, text in docs.items()}})
    project = read_project(folder / name)
    return stage(project, read_site(project, project.as_of or project.today()))


def written(folder: Path) -> dict[str, str]:
    root = folder / ".career-roadmap/docs"
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*"))
            if path.is_file()}


def configured(folder: Path) -> Any:
    """Return the staged configuration; what its tags stand for is None."""
    return load_config(folder / ".career-roadmap.yml")


# --- texts ---


def test_page_that_has_nothing_of_ours_is_staged_as_it_is(tmp_path: Path) -> None:
    text = "---\ntitle:   odd  \n# a comment\n---\n\n# Home\n"
    staged(tmp_path, {"index.md": text, "a.md": post()})
    assert written(tmp_path)["index.md"] == text


def test_page_of_ours_keeps_its_text_and_has_a_comment_behind_it(tmp_path: Path) -> None:
    staged(tmp_path, {"a.md": post()})
    before, mark, _ = written(tmp_path)["a.md"].partition("\n\n<!-- career-roadmap page top=")
    assert mark
    assert before.endswith("\n---\nWords.\n")


def test_page_changes_exactly_when_one_of_its_parts_does(tmp_path: Path) -> None:
    docs = {"a.md": post(), "b.md": post(name="Another").replace("2026-03-01", "2026-02-01")}
    assert staged(tmp_path, docs).changed > 5
    before = written(tmp_path)
    assert staged(tmp_path, docs).changed == 0
    staged(tmp_path, {"b.md": docs["b.md"].replace("Words.", "Words.\n\nMore.")})
    after = written(tmp_path)
    assert {path for path in after if after[path] != before.get(path)} == {"b.md"}
    staged(tmp_path, {"b.md": docs["b.md"].replace("A post", "Another title")})
    changed = {path for path, text in written(tmp_path).items() if text != after[path]}
    assert {"b.md", "roadmap/milestones/another.md", "roadmap/index.md"} <= changed
    assert "a.md" not in changed


def test_nothing_that_is_kept_back_is_staged(tmp_path: Path) -> None:
    staged(tmp_path, {"index.md": "# Home\n\nSee [it](okapi.md).\n", "okapi.md": DIARY, "okapi.png": "okapi",
                      "okapi.md.bak": "okapi", "x/okapi.MD": "okapi",
                      "b.md": post("decisions: [{chosen: okapi, instead_of: [b]}]")})
    texts = {**written(tmp_path), **{path.name: path.read_text("utf-8") for path in (
        tmp_path / ".career-roadmap/parts").iterdir()}}
    assert [path for path, text in texts.items() if "okapi" in path or "okapi" in text] == []


def test_page_with_another_ending_is_staged_as_one_that_zensical_knows(tmp_path: Path) -> None:
    staged(tmp_path, {"index.md": "# A\n", "a.markdown": post(), "b.txt": "x"})
    assert {"a.md", "b.txt"} <= written(tmp_path).keys()
    assert "a.markdown" not in written(tmp_path)
    parts = (tmp_path / ".career-roadmap/parts").iterdir()
    assert any('href="../../a.md"' in part.read_text("utf-8") for part in parts)


def test_links_and_the_menu_lead_to_a_page_with_another_ending(tmp_path: Path) -> None:
    home = "# A\n\n[a](p/a.markdown?x#y) [b](https://x.org/p/a.markdown) [c](gone.markdown)\n"
    staged(tmp_path, {"index.md": home, "p/a.markdown": post()},
           f"{PLAIN}nav: [index.md, {{A: p/a.markdown, B: 'https://x.org/a.mkd'}}]\n")
    assert written(tmp_path)["index.md"] == home.replace("(p/a.markdown", "(p/a.md")
    assert configured(tmp_path)["nav"][:2] == ["index.md", {"A": "p/a.md", "B": "https://x.org/a.mkd"}]


def test_locked_page_is_not_staged_since_zensical_cannot_lock_it(tmp_path: Path) -> None:
    staged(tmp_path, {"index.md": "# Home\n", "okapi.md": "---\npassword: x\n---\n# Okapi\n"},
           PLAIN.replace("search,", "search, encryptcontent,"))
    assert "okapi.md" not in written(tmp_path)
    assert ", 1 locked page left out; " in run(tmp_path, "zensical", "stage").stderr


def test_file_that_a_tool_reads_is_there_for_it(tmp_path: Path) -> None:
    staged(tmp_path, {"p/.meta.yml": "tags: [x]\n", "p/a.md": "# A\n", ".hidden": "x"})
    assert {"p/.meta.yml", "p/a.md"} <= written(tmp_path).keys()
    assert ".hidden" not in written(tmp_path)


def test_roadmap_of_nothing_adds_nothing(tmp_path: Path) -> None:
    staged(tmp_path, {"index.md": "# Home\n"})
    assert written(tmp_path) == {"index.md": "# Home\n"}


# --- files ---


def test_only_what_changed_is_written_and_what_is_gone_goes(tmp_path: Path) -> None:
    source = tmp_path / "x.png"
    source.write_bytes(b"one")
    assert sync({"a/b.md": b"text", "x.png": source}, tmp_path / "to") == 2
    assert sync({"a/b.md": b"text", "x.png": source}, tmp_path / "to") == 0
    source.write_bytes(b"two")
    os.utime(source, ns=(1, 1))  # as git does with an older version
    assert sync({"x.png": source}, tmp_path / "to") == 2
    assert (tmp_path / "to/x.png").read_bytes() == b"two"
    assert not (tmp_path / "to/a/b.md").exists()


# --- the configuration ---


def test_configuration_is_the_authors_but_for_a_few_keys(tmp_path: Path) -> None:
    more = ("repo_url: https://github.com/ada/x\nextra_css: [own.css]\nextra: {status: {new: New}, a: 1}\n"
            "markdown_extensions:\n  - toc: {slugify: !!python/name:some.slug }\n  - career-roadmap\n")
    staged(tmp_path, {"a.md": post(), "own.css": ""}, PLAIN + more)
    made = configured(tmp_path)
    assert made["docs_dir"] == ".career-roadmap/docs"
    assert made["extra_css"] == ["assets/career-roadmap.css", "own.css"]
    assert made["extra"]["a"] == 1
    assert {"new": "New", "done": "Done"}.items() <= made["extra"]["status"].items()
    assert made["edit_uri"] == "edit/master/docs"
    text = (tmp_path / ".career-roadmap.yml").read_text("utf-8")
    assert "slugify: !!python/name:some.slug" in text
    assert len(made["markdown_extensions"]) == 2
    assert text.count("- career-roadmap: !!python/object/apply:mkdocs_career_roadmap.zensical_host.") == 1


def test_inherited_lists_are_replaced_as_mkdocs_does(tmp_path: Path) -> None:
    write(tmp_path, {"base.yml": "nav: [index.md]\ncopyright: me\nextra: {a: 1, b: 1}\n"})
    staged(tmp_path, {"index.md": "# A\n", "a.md": post()},
           f"INHERIT: base.yml\n{PLAIN}nav: [{{Start: index.md}}]\nextra: {{b: 2}}\n")
    made = configured(tmp_path)
    assert (made["copyright"], made["extra"]["a"], made["extra"]["b"]) == ("me", 1, 2)
    assert made["nav"][0] == {"Start": "index.md"}
    assert "INHERIT" not in made


def test_zensical_toml_is_staged_too(tmp_path: Path) -> None:
    config = '[project]\nsite_name = "Ada"\n[project.plugins.career-roadmap]\nas_of = 2026-04-01\n'
    staged(tmp_path, {"a.md": post()}, config, "zensical.toml")
    made = configured(tmp_path)
    assert (made["site_name"], made["docs_dir"]) == ("Ada", ".career-roadmap/docs")
    assert "roadmap/index.md" in written(tmp_path)


def site_of(folder: Path) -> Site:
    return staged(folder, {"index.md": "# A\n", "a.md": post()}).site


@pytest.mark.parametrize(("nav", "place"), [
    ([{"Home": "index.md"}, {"Career": "roadmap/index.md"}], {"Career": 5}),
    ([{"Home": "index.md"}, "roadmap/index.md"], {"Roadmap": 5}),
    ([{"Home": "index.md"}], {"Roadmap": 5}),
    ([{"Home": ["index.md", {"Career": "roadmap/index.md"}]}], {"Home": 2}),
    ([{"Home": ["index.md", "roadmap/index.md"]}], {"Home": 6}),
], ids=["titled", "not titled", "not listed", "titled in a section", "in a section"])
def test_roadmap_comes_into_the_menu_where_the_map_stands(
    tmp_path: Path, nav: list[Any], place: dict[str, int]
) -> None:
    made = with_roadmap(nav, site_of(tmp_path))
    ((key, count),) = place.items()
    assert count == next(len(item[key]) for item in made if isinstance(item, dict) and key in item)
    assert str(made).count("'roadmap/index.md'") == 1
    assert "'Board': 'roadmap/board.md'" in str(made)


def test_menu_lists_a_dozen_goals_under_way_and_the_latest_year(tmp_path: Path) -> None:
    posts = {f"p{i:02}.md": f"---\ndate: {2014 + i}-01-01\ngoal: Goal {i:02}\nmilestone: m{i}\nstatus: "
                            f"{'done' if i == 3 else 'active'}\n---\n# P\n" for i in range(13)}
    goals = {"g.md": "---\ntype: goal\ntitle: Goal 03\nstatus: done\n---\n"}
    site = staged(tmp_path, {"index.md": "# A\n", **posts, **goals}).site
    section = with_roadmap([{"Home": "index.md"}], site)[-1]["Roadmap"]
    menu = {key: value for item in section for key, value in item.items()}
    assert len(menu["Goals"]) == 12
    assert "g.md" not in menu["Goals"]
    years = [path for item in menu["More"] for path in item.values() if path.startswith("roadmap/2")]
    assert len(years) == 1


def test_menu_that_its_author_arranged_stays(tmp_path: Path) -> None:
    nav = [{"Home": "index.md"}, "roadmap/board.md"]
    assert with_roadmap(nav, site_of(tmp_path)) == nav


def test_menu_names_no_hidden_page_by_its_path_or_its_address(tmp_path: Path) -> None:
    staged(tmp_path, {"index.md": "# A\n", "okapi.md": DIARY},
           f"{PLAIN}nav: [index.md, okapi.md, {{X: [{{y: /okapi/}}, {{z: okapi.md}}]}}]\n")
    assert configured(tmp_path)["nav"] == ["index.md"]


# --- the command ---


def test_staged_site_of_yesterday_is_not_built_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(guard.STAGED, raising=False)
    with pytest.raises(SystemExit, match="may have been staged before"):
        guard.look("/x/parts")
    monkeypatch.setenv(guard.STAGED, "/x/parts")
    assert guard.look("/x/parts") == {"parts": "/x/parts"}


def test_nothing_is_built_or_staged_of_a_site_with_errors(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": PLAIN, "docs/a.md": post("status: dnoe")})
    done = run(tmp_path, "zensical", "build")
    assert done.returncode == 1
    assert "[bad-status]" in done.stdout
    assert done.stderr == "nothing was built: 1 error, told above\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "mkdocs.yml"]


def test_folder_without_a_configuration_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": post()})
    done = run(tmp_path, "zensical", "stage")
    assert (done.returncode, "Zensical needs one" in done.stderr) == (2, True)


def test_data_have_the_addresses_of_files_that_the_built_site_has(tmp_path: Path) -> None:
    names = ("a b.pdf", "b.pdf", "../../c.pdf")
    evidence = "".join(f"- {{title: {name}, url: {name}}}\n" for name in names)
    made = staged(
        tmp_path, {"index.md": "# A\n", "blog/posts/a.md": post(f"status: done\nevidence:\n{evidence}"),
                   "blog/posts/a b.pdf": "x", "c.pdf": "x"}, PLAIN.replace("search,", "search, blog,"))
    write(tmp_path, {"site/blog/a b.pdf": "x", "site/c.pdf": "x"})
    list(finish(made))
    (milestone,) = json.loads((tmp_path / "site/roadmap/roadmap.json").read_text("utf-8"))["milestones"]
    assert [one["url"] for one in milestone["evidence"]] == ["../blog/a%20b.pdf", None, "../c.pdf"]


def test_page_that_the_built_site_lacks_is_told(tmp_path: Path) -> None:
    made = staged(tmp_path, {"index.md": "# A\n", "a.md": post()})
    write(tmp_path, {"site/index.html": "<head></head>",
                     "site/a/index.html": "<!-- career-roadmap-path:a.md -->"})
    told = list(finish(made))
    assert {p.code for p in told} == {"dead-link", "no-roadmap-in-site"}
    assert {"roadmap/index.md", "roadmap/board.md"} <= {p.place.path for p in told}
    assert "a.md" not in {p.place.path for p in told}


def test_preview_shows_no_boxes_in_lists_of_a_blog() -> None:
    rule = f".{EXCERPT} .career-roadmap.cr-on-post {{ display: none; }}"
    assert rule in (ASSETS.parent / PREVIEW_STYLESHEET).read_text("utf-8")
    assert wrapped("post", "x").startswith('<div class="career-roadmap cr-post cr-on-post">')


# --- feeds ---


def test_feeds_keep_the_words_of_links_to_hidden_pages_alone(tmp_path: Path) -> None:
    write(tmp_path, {
        "f.xml": "<d>&lt;a href=&quot;career-roadmap:hidden&quot; title=&quot;okapi&quot;&gt;one&lt;/a&gt; "
                 "&amp;amp;</d>",
        "f.json": '{"a":["<a href=\\"career-roadmap:hidden\\" title=\\"okapi\\">one</a>"]}',
        "left.html": "career-roadmap:hidden", "other.xml": "<a/>"})
    assert [path.name for path in mend_feeds(tmp_path)] == ["left.html"]
    assert (tmp_path / "f.xml").read_text("utf-8") == "<d>one &amp;amp;</d>"
    assert (tmp_path / "f.json").read_text("utf-8") == '{"a":["one"]}'
