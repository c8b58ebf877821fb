"""The roadmap is folded and drawn again only where something that is shown has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs_career_roadmap.flow import Site
from mkdocs_career_roadmap.mkdocs_host import building
from mkdocs_career_roadmap.pages import years
from mkdocs_career_roadmap.pages.catalogue import POST, RoadmapPage
from mkdocs_career_roadmap.pages.render import Renderer

from .server import Server, serving

CONFIG = ("site_name: Ada\ntheme: {name: mkdocs, custom_dir: theme}\n"
          "plugins: [{career-roadmap: {as_of: 2026-04-01}}]\nnot_in_nav: /posts/\n")


def post(number: int, more: str = "", words: str = "Words.") -> str:
    front = f"title: Post {number}\ndate: 2026-0{1 + number % 3}-01\ngoal: G{number % 2}"
    return f"---\n{front}\nmilestone: M{number}\n{more}---\n{words}\n"


FILES = {"mkdocs.yml": CONFIG, "docs/index.md": "# Home\n", "theme/main.html": '{% extends "base.html" %}',
         **{f"docs/posts/{number}.md": post(number) for number in range(4)}}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the templates that are rendered from now on, and `folded` for each roadmap."""
    names: list[str] = []
    call, fold = Renderer.__call__, building.site_of

    def drawing(self: Renderer, name: str, *more: Any) -> str:
        names.append(name)
        return call(self, name, *more)

    def folding(*more: Any, **named: Any) -> Site:
        names.append("folded")
        return fold(*more, **named)

    monkeypatch.setattr(Renderer, "__call__", drawing)
    monkeypatch.setattr(building, "site_of", folding)
    return names


def saved(server: Server, drawn: list[str], path: str, text: str) -> list[str]:
    """Save a file, build, and return what was drawn for that. The site is right."""
    file = server.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    drawn.clear()
    made = server.build()
    found = [name for name in drawn if name not in ("data", "notice")]
    assert server.is_right(made)
    return found


def test_head_is_made_again_only_where_its_page_says_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    card = Site.card
    monkeypatch.setattr(Site, "card", lambda site, page, *of: made.append(page.path) or card(site, page, *of))
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        assert {f"posts/{number}.md" for number in range(4)} < set(made)
        made.clear()
        (server.folder / "docs/posts/1.md").write_text(post(1, "status: done\n"), "utf-8")
        server.build()
        few = {path for path in made if path.count("/") > 1 or path.startswith("posts/")}
        assert few == {"posts/1.md", "roadmap/milestones/m1.md"}
        assert server.is_right()


def test_text_that_says_nothing_new_folds_and_draws_nothing(tmp_path: Path, drawn: list[str]) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        assert saved(server, drawn, "docs/posts/1.md", post(1, words="Words.\n\nOther words.")) == []


def test_other_beginning_draws_only_what_shows_it(tmp_path: Path, drawn: list[str]) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        assert saved(server, drawn, "docs/posts/1.md", post(1, words="Other words.")) == [
            "folded", "posts", "report"]


def test_status_draws_only_what_shows_it(tmp_path: Path, drawn: list[str]) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        pages = saved(server, drawn, "docs/posts/1.md", post(1, "status: done\n"))
        assert {"folded", "post", "board", "milestone", "goal"} <= set(pages)
        assert pages.count("milestone") < 4


def test_boxes_are_made_again_only_on_posts_that_show_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    fragments = Site.fragments

    def making(site: Site, page: RoadmapPage, *more: Any) -> tuple[str, str]:
        if page.kind is POST:
            made.append(page.path)
        return fragments(site, page, *more)

    monkeypatch.setattr(Site, "fragments", making)
    linking = "Words.\n\n[Post 2](2.md)"
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        for text, again in (
            (post(1, "status: done\n"), {"posts/1.md"}),
            (post(1, "status: active\n"), {"posts/1.md"}),
            (post(1, "status: active\n", linking), {"posts/2.md"}),  # which says who links to it
            (post(1, "status: active\n", linking).replace("Post 1", "First"),
             {"posts/1.md", "posts/2.md"}),
        ):
            (server.folder / "docs/posts/1.md").write_text(text, "utf-8")
            made.clear()
            server.build()
            assert set(made) == again, text
            assert server.is_right()
        for day in ("2026-05-01", "2026-01-01"):
            (server.folder / "mkdocs.yml").write_text(CONFIG.replace("2026-04-01", day), "utf-8")
            assert server.is_right()


def test_template_of_the_site_that_changes_breaks_and_is_mended_is_seen(
    tmp_path: Path, drawn: list[str]
) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        for text in ("<p>Mine</p>", "{% broken", "{{ view.nothing.at_all }}", "<p>Mine</p>"):
            assert "board" in saved(server, drawn, "theme/career-roadmap/board.html", text), text
        (server.folder / "theme/career-roadmap/board.html").unlink()
        assert server.is_right()


def test_link_to_a_post_that_moves_or_is_left_out_is_drawn_again(tmp_path: Path) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        for more in ("use_directory_urls: false\n", "exclude_docs: /posts/1.md\n", "", "site_url: https://e.org/x/\n"):
            (server.folder / "mkdocs.yml").write_text(CONFIG + more, "utf-8")
            assert server.is_right()


def test_private_page_and_what_it_says_come_and_go(tmp_path: Path) -> None:
    files = {**FILES, "mkdocs.yml": CONFIG.replace("2026-04-01", "2026-04-01, remember: true")}
    with serving(tmp_path / "site", files, "build") as server:
        for more, is_there in (("", True), ("visibility: private\n", False), ("draft: true\n", False),
                               ("status: done\n", True)):
            (server.folder / "docs/posts/1.md").write_text(post(1, more, "A zebra."), "utf-8")
            assert server.is_right()
            made = server.build()
            assert isinstance(made, dict)
            assert any(b"zebra" in content for content in made.values()) == is_there


def test_map_of_a_year_is_drawn_again_when_what_is_on_it_or_where_it_lies_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    then_of = years.then_of

    def drawing(whole: Any, year: int, moved: frozenset[str]) -> Any:
        drawn.append(year)
        return then_of(whole, year, moved)

    monkeypatch.setattr(years, "then_of", drawing)
    old = {f"docs/posts/{year}.md": post(year % 2, "status: active\n").replace("2026", str(year))
           for year in (2023, 2024, 2025)}
    with serving(tmp_path / "site", {**FILES, **old}) as server:
        server.build()
        for path, text, again in (
            ("docs/posts/1.md", post(1, "status: done\n"), set()),
            ("docs/posts/2024.md", old["docs/posts/2024.md"].replace("active", "paused"), {2024, 2025}),
            ("docs/posts/2024.md", old["docs/posts/2024.md"].replace("active", "dropped"), {2024, 2025}),
            ("mkdocs.yml", CONFIG + "use_directory_urls: false\n", {2023, 2024, 2025}),
        ):
            (server.folder / path).write_text(text, "utf-8")
            drawn.clear()
            server.build()
            assert set(drawn) == again, path
            assert server.is_right(), path
