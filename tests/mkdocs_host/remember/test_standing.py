"""A page is finished again only if it does not lie in the site as it would be; so are feeds of posts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs_career_roadmap.mkdocs_host import building, data_files
from mkdocs_career_roadmap.mkdocs_host.remember.standing import STAND_IN

from .server import Server, serving

CONFIG = ("site_name: Ada\ntheme: {name: mkdocs, custom_dir: theme}\n"
          "plugins: [{career-roadmap: {as_of: 2026-04-01}}]\nnot_in_nav: /posts/\n")
HOME = "{% block extrahead %}<meta name='author' content='Ada'>{% endblock %}"


def post(number: int, more: str = "", words: str = "Words.") -> str:
    front = f"title: Post {number}\ndate: 2026-0{1 + number % 3}-01\ngoal: G{number % 2}"
    return f"---\n{front}\nmilestone: M{number % 2}\n{more}---\nThe beginning.\n\n{words}\n"


FILES = {"mkdocs.yml": CONFIG, "docs/index.md": "# Home\n", "theme/main.html": '{% extends "base.html" %}',
         "docs/block.md": "# Block\n\n``` roadmap\nboard\n```\n",
         "docs/posts/0.md": post(0, "status: paused\n"), "docs/posts/2.md": post(2, "status: done\n"),
         **{f"docs/posts/{number}.md": post(number) for number in (1, 3)}}


@pytest.fixture
def finished(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is finished from now on: the source path of each page, and the name of each feed."""
    done: list[str] = []
    head, text = building.Building.fill_head, data_files.make_text

    def filling(self: Any, output: str, **named: Any) -> str:
        if output is not STAND_IN:
            done.append(named["page"].file.src_uri)
        return head(self, output, **named)

    def making(name: str, *more: Any) -> str:
        done.append(name)
        return text(name, *more)

    monkeypatch.setattr(building.Building, "fill_head", filling)
    monkeypatch.setattr(data_files, "make_text", making)
    return done


def saved(server: Server, finished: list[str], path: str, text: str) -> set[str]:
    (server.folder / path).write_text(text, "utf-8")
    finished.clear()
    made = server.build()
    done = {name for name in finished if name != "block.md"}  # whose block is filled in the end, each time
    assert server.is_right(made)
    return done


def test_text_finishes_its_page_and_the_feeds_that_have_it(tmp_path: Path, finished: list[str]) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        assert saved(server, finished, "docs/posts/1.md", post(1, words="Other words.")) == {
            "posts/1.md", "posts/feed.xml", "posts/feed.json", "goals/g1/feed.xml", "goals/g1/feed.json"}


def test_status_finishes_no_page_that_does_not_show_it(tmp_path: Path, finished: list[str]) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        done = saved(server, finished, "docs/posts/1.md", post(1, "status: done\n"))
        assert {"posts/1.md", "posts/3.md", "roadmap/board.md", "roadmap.json"} <= done
        assert not done & {"posts/0.md", "posts/2.md", "goals/g0/feed.xml"}


def test_head_of_a_page_changes_with_its_address_and_with_what_is_in_it(tmp_path: Path) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        for more in ("site_author: Ada\n", "use_directory_urls: false\n", "site_name: Bea\n", ""):
            (server.folder / "mkdocs.yml").write_text(CONFIG + more, "utf-8")
            assert server.is_right(), more
        for text in (FILES["theme/main.html"] + HOME, FILES["theme/main.html"]):
            (server.folder / "theme/main.html").write_text(text, "utf-8")
            assert server.is_right(), text


def test_page_that_somebody_wrote_over_between_two_builds_is_finished_again(
    tmp_path: Path, finished: list[str]
) -> None:
    with serving(tmp_path / "site", FILES) as server:
        server.build()
        (server.out / "posts/2/index.html").write_text("mine", "utf-8")
        (server.out / "posts/0/index.html").unlink()
        assert saved(server, finished, "docs/posts/1.md", post(1)) == {"posts/0.md", "posts/2.md"}


def test_page_that_names_a_hidden_one_is_finished_each_time(tmp_path: Path, finished: list[str]) -> None:
    files = {**FILES, "docs/posts/zebra.md": post(5, "visibility: private\n"),
             "docs/posts/2.md": post(2, words="It stands at posts/zebra.md.")}
    with serving(tmp_path / "site", {
            **files, "mkdocs.yml": CONFIG.replace("2026-04-01", "2026-04-01, remember: true, cards: false"),
    }, "build") as server:
        server.build()
        done = saved(server, finished, "docs/posts/3.md", post(3, words="Other words."))
        assert {"posts/2.md", "posts/3.md"} <= done
        assert "posts/0.md" not in done
        assert "posts/0.md" in saved(server, finished, "docs/posts/zebra.md", post(5))
