"""Pictures of pages for where somebody shares them: `cards: true`."""

from __future__ import annotations

import importlib
import io
import re
from pathlib import Path

import pytest
from conftest import MakeSite
from hosts import HOME, URL, Build, build, post
from mkdocs_career_roadmap.project import page_cards
from mkdocs_career_roadmap.project.on_disk import card_pictures
from mkdocs_career_roadmap.project.on_disk.card_pictures import CardPictures, is_whole
from PIL import Image

CONFIG = f"site_name: Ada\nsite_url: {URL}\nplugins: [career-roadmap: {{as_of: 2026-04-01, cards: true}}]\n"
TREE = {**HOME, "posts/a.md": post(), "posts/secret.md": post("visibility: private", "Okapi")}
PAGES = ("roadmap", "posts/a", "roadmap/milestones/reproduce-it", "roadmap/goals/efficient-vision")


def tags(made: Build, path: str) -> dict[str, str]:
    return {str(tag.get("property") or tag.get("name")): str(tag.get("content"))
            for tag in made.html(path).all("meta")}


def pictures(made: Build) -> dict[str, bytes]:
    return {name: content for name, content in made.content().items() if "/cards/" in name}


@pytest.fixture(scope="module")
def carded(site: MakeSite) -> Build:
    return build(site(TREE, CONFIG))


@pytest.mark.parametrize("path", PAGES)
def test_page_has_a_picture_of_its_own_at_a_whole_address(carded: Build, path: str) -> None:
    assert (carded.code, carded.told) == (0, [])
    found = tags(carded, path)
    assert found["og:image"].startswith(f"{URL}roadmap/cards/")
    assert found["twitter:card"] == "summary_large_image"
    picture = Image.open(io.BytesIO(carded.content()[found["og:image"].removeprefix(URL)]))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert (str(picture.width), str(picture.height)) == (found["og:image:width"], found["og:image:height"])
    assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 20  # letters, not an empty sheet


def test_pictures_differ_and_nothing_else_has_one(carded: Build) -> None:
    shown = [tags(carded, path)["og:image"] for path in PAGES]
    assert len(set(shown)) == len(PAGES) == len(pictures(carded))
    assert "og:image" not in tags(carded, "")
    assert "og:image" not in tags(carded, "roadmap/board")


def test_site_that_does_not_ask_has_none(site: MakeSite) -> None:
    made = build(site(TREE, CONFIG.replace("true", "false")))
    assert pictures(made) == {}
    assert "og:image" not in tags(made, "roadmap")


def test_second_build_draws_only_what_changed(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    real = CardPictures._png

    def counted(self: CardPictures, svg: str, *, others: bool) -> bytes:
        drawn.append(svg)
        return real(self, svg, others=others)

    monkeypatch.setattr(CardPictures, "_png", counted)
    folder = site(TREE, CONFIG)
    first, n = pictures(build(folder)), len(drawn)
    assert n == len(PAGES)
    assert pictures(build(folder)) == first
    assert len(drawn) == n
    (folder / "docs/posts/a.md").write_text(post().replace("A post", "Another title"), "utf-8")
    again = pictures(build(folder))
    assert len(drawn) == n + 1
    assert len(again.keys() - first.keys()) == 1


def test_picture_that_was_cut_off_is_drawn_again(site: MakeSite) -> None:
    folder = site(TREE, CONFIG)
    first = pictures(build(folder))
    kept = sorted((folder / ".cache/career-roadmap/cards").iterdir())
    assert len(kept) == len(PAGES)
    kept[0].write_bytes(kept[0].read_bytes()[:1000])
    assert pictures(build(folder)) == first
    assert is_whole(kept[0].read_bytes())


def test_without_the_extra_it_is_told_once_with_what_to_install(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(name: str) -> object:
        if name == "resvg_py":
            raise ImportError(name)
        return importlib.import_module(name)

    monkeypatch.setattr(card_pictures, "import_module", lacking)
    made = build(site(TREE, CONFIG), strict=False)
    assert made.code == 0
    (told,) = made.problems
    assert "pip install 'mkdocs-career-roadmap[cards]'" in told
    assert told.endswith("[no-cards]")
    assert pictures(made) == {}


def test_site_without_an_address_is_told_what_it_lacks(site: MakeSite) -> None:
    made = build(site(TREE, CONFIG.replace(f"site_url: {URL}\n", "")), strict=False)
    (told,) = made.problems
    assert "write site_url:" in told


def test_picture_that_a_page_has_already_stays(site: MakeSite) -> None:
    folder = site(TREE, CONFIG + "theme: {name: material, font: false, custom_dir: over}\n")
    Path(folder, "over").mkdir()
    Path(folder, "over/main.html").write_text(
        '{% extends "base.html" %}{% block extrahead %}'
        '<meta property="og:image" content="/x.png">{% endblock %}')
    made = build(folder)
    html = (made.site.folder / made.file("posts/a")).read_text("utf-8")
    assert re.findall('property="og:image" content="([^"]*)"', html) == ["/x.png"]
    assert pictures(made) == {}


def test_letters_that_no_font_has_are_told(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CardPictures, "_has", lambda *_: False)
    made = build(site({**TREE, "posts/b.md": post(name="\u7814\u7a76")}, CONFIG), strict=False)
    (told,) = made.problems
    assert "CJK letters got no picture" in told
    assert "og:image" not in tags(made, "roadmap/milestones/\u7814\u7a76")
    assert "og:image" in tags(made, "posts/a")


def test_portrait_is_on_it_unless_it_takes_in_other_files(site: MakeSite) -> None:
    plain = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    assert page_cards._data("me.svg", plain).startswith("data:image/svg+xml;base64,")
    assert page_cards._data("me.svg", plain.replace(b"<rect", b"<image")) == ""
    assert page_cards._data("me.txt", b"x") == ""
    assert page_cards._data("me.png", b"x" * 5_000_000) == ""
