"""The comparison of sites beside other plugins, without building one, and the table it has made."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_career_roadmap.pages.head_tags import feed_tag
from neighbours import TABLE, WHERE, Built, Neighbour, compare, first_difference, neighbours

PAGE = ("<html><head><link rel=next href=a><link rel=stylesheet href=x.css>{}</head><body><nav>Menu"
        "<nav>Deep</nav>{}</nav><main><p>Words.</p>{}</main></body></html>")


def test_menus_and_our_lines_in_the_head_are_no_difference() -> None:
    ours = "<link href=assets/career-roadmap.css><script src=assets/career-roadmap.js></script>"
    assert first_difference(PAGE.format("", "", ""), PAGE.format(ours, "<a>Roadmap</a>", "")) == ""
    assert first_difference("<link rel=next href=a>", "<link rel=next href=b>") == ""


def test_everything_else_is() -> None:
    before = PAGE.format("", "", "")
    assert first_difference(before, PAGE.format("", "", "<p>More.</p>")) != ""
    assert first_difference(before, PAGE.format("<script src=a.js></script>", "", "")) != ""
    assert first_difference(before, before.replace("Words", "Wards")) == "'Words.' became 'Wards.'"


def built(folder: Path, files: dict[str, str], code: int = 0, warnings: tuple[str, ...] = ()) -> Built:
    for path, text in files.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_text(text, "utf-8")
    return Built(folder, code, list(warnings))


def test_what_is_wrong_beside_a_plugin_is_told(tmp_path: Path) -> None:
    ours = {file: " ".join(texts) for file, texts in WHERE.items()}
    without = built(tmp_path / "a", {"about/index.html": "<p>I</p>", "x.css": "", "index.html": ""})
    of = Neighbour("x", [], has={"f.xml": ["word"]}, lacks={"f.xml": ["other"]})
    feed = feed_tag("Posts", "application/atom+xml", "../roadmap/posts/feed.xml", is_material=True)
    good = {**ours, "about/index.html": f"{feed}<p>I</p>", "x.css": "", "f.xml": "word", "index.html": ""}
    assert compare(without, built(tmp_path / "b", good), of) == []
    bad = {**good, "about/index.html": "<p>You</p>", "f.xml": "other", "roadmap/board/index.html": ""}
    del bad["x.css"], bad["roadmap/index.html"]
    assert compare(without, built(tmp_path / "c", bad, warnings=("WARNING - x",)), of) == [
        "warns: WARNING - x", "takes away x.css", "changes about/index.html: 'I' became 'You'",
        "there is no roadmap/index.html", "roadmap/board/index.html lacks cr-board, Label a chorus",
        "f.xml lacks word", "f.xml has other"]
    assert compare(without, built(tmp_path / "d", {}, 1, ("ERROR - y",)), of) == ["does not build: ERROR - y"]


def test_table_of_the_guide_has_every_plugin_with_its_version() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", TABLE.read_text("utf-8"), re.MULTILINE)[1:]
    listed = {of.name: of.package.partition("==")[2] for of in neighbours()}
    assert [name for name, _ in rows] == list(listed)
    assert {name: version for name, version in rows if listed[name]} == {
        name: version for name, version in listed.items() if version}
