"""The pictures of the README and the guide: each is there, small, told in words, and taken by the script."""

from __future__ import annotations

import re

from guide.play import ROOT

PICTURES = ROOT / "docs/pictures"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs/guide").glob("*.md"))]
SHOWN = [(path.name, told, name) for path in PAGES for told, name in re.findall(
    r"!\[([^\]]*)\]\([\w./]*pictures/([\w-]+\.png)\)", path.read_text("utf-8"))]


def test_pictures_are_told_in_words_for_who_does_not_see_them() -> None:
    assert len(SHOWN) > 20
    assert [shown for shown in SHOWN if len(shown[1].split()) < 5] == []


def test_pictures_are_there_and_small() -> None:
    sizes = {name: (PICTURES / name).stat().st_size for _, _, name in SHOWN}
    assert {name: size for name, size in sizes.items() if size > 75_000} == {}
    assert {name for name, size in sizes.items()
            if name.startswith(("tutorial-", "field-")) and size > 20_000} == set()


def test_every_picture_is_shown_somewhere_and_taken_by_the_script() -> None:
    names = {path.stem for path in PICTURES.glob("*.png")}
    script = (ROOT / "tests/browser/pictures.py").read_text("utf-8")
    texts = "".join(path.read_text("utf-8") for path in PAGES)
    assert {name for name in names if f"pictures/{name}.png" not in texts} == set()
    assert {name for name in names if f'("{name}", ' not in script} == set()
