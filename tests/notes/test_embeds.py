"""A note that others show is read once, and is on each page what it would be if it were read there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from mkdocs_career_roadmap.notes.markdown.read_blocks import BlockReader

from .vaults import planned, text_of


def pages(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """Return the text of each page without its front matter."""
    made = planned(folder, files).plan.files
    return {
        path.removeprefix("docs/"): str(text).split("---\n", 2)[2].strip("\n")
        for path, text in made.items()
        if path.endswith(".md") and str(text).startswith("---\n")
    }


def test_what_many_pages_show_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times: Counter[str] = Counter()
    read = BlockReader.read

    def counted(self, lines):  # type: ignore[no-untyped-def]
        times[lines[0].text] += 1
        return read(self, lines)

    monkeypatch.setattr(BlockReader, "read", counted)
    files = {f"{at}.md": f"note {at}\n\n![[{at + 1}]]\n\n![[all#b]]\n" for at in range(30)}
    planned(tmp_path, {**files, "all.md": "# a\n\nx\n\n# b\n\ny\n"})
    assert times.pop("# b") == 1
    assert times.pop("# a") == 1
    assert times == {"note 0": 1, **{f"note {at}": 2 for at in range(1, 30)}}  # as a page, and within others


def test_links_of_what_is_shown_lead_from_each_page(tmp_path: Path) -> None:
    shown = "[[Far]] [[Page]] <a href='Far.md'>x</a> [[#Here]] ![[p.png]] ![[s.mp3]]\n\n# Here\n"
    made = pages(
        tmp_path,
        {
            "d/Shown.md": shown,
            "d/Far.md": "",
            "Page.md": "![[Shown]]",
            "e/f/Deep.md": "![[Shown]]",
            "p.png": "",
            "s.mp3": "",
        },
    )
    assert "[Far](d/far.md) [Page](page.md)" in made["page.md"]
    assert '<a href="../d/far/">' in made["page.md"]
    assert "(d/shown.md#here)" in made["page.md"]
    assert "](attachments/p.png)" in made["page.md"]
    assert 'src="../attachments/s.mp3"' in made["page.md"]
    assert "[Far](../../d/far.md) [Page](../../page.md)" in made["e/f/deep.md"]
    assert '<a href="../../../d/far/">' in made["e/f/deep.md"]
    assert "(../../d/shown.md#here)" in made["e/f/deep.md"]
    assert "](../../attachments/p.png)" in made["e/f/deep.md"]
    assert 'src="../../../attachments/s.mp3"' in made["e/f/deep.md"]


def test_footnotes_of_what_is_shown_twice_stay_apart(tmp_path: Path) -> None:
    made = text_of(tmp_path, "a[^1]\n\n![[b]]\n\n![[b]]\n\n[^1]: of a\n", {"b.md": "b[^1]\n\n[^1]: of b\n"})
    assert made.count("of b") == 2
    assert made.count("of a") == 1
    assert len(set(made.split("[^")[1:4])) == 3


def test_an_embed_that_would_show_its_own_page_is_a_link_there_alone(tmp_path: Path) -> None:
    made = pages(tmp_path, {"a.md": "in a\n\n![[b]]\n", "b.md": "in b\n\n![[a]]\n", "c.md": "![[b]]\n"})
    assert made["a.md"].count("in a") == 1
    assert made["b.md"].count("in b") == 1
    assert made["c.md"].count("in a") == 1
    assert made["c.md"].count("in b") == 1


def test_each_page_says_what_is_amiss_in_what_it_shows(tmp_path: Path) -> None:
    files = {"a.md": "\n\n![[c]]\n", "b.md": "![[c]]\n", "c.md": "[[none]] ![[Secret]]\n", "x/Secret.md": ""}
    made = planned(tmp_path, files, "a.md", "b.md", "c.md")
    said = {(note.path, note.line, note.what) for note in made.plan.notes}
    for path, line in (("a.md", 3), ("b.md", 1), ("c.md", 1)):
        assert (path, line, "[[none]] leads to no note") in said
        assert (path, line, "a link to what is not published is words alone") in said
    assert (made.count.links, made.count.hidden) == (3, 3)


def test_each_embed_is_counted_once(tmp_path: Path) -> None:
    text = "![[b]] ![[none]] **![[b]]** ![[p.png]]\n\n![[Note]]\n"
    count = planned(tmp_path, {"Note.md": text, "b.md": "![[p.png]]\n", "p.png": ""}).count
    assert (count.embeds, count.shown) == (7, 4)  # the picture on its note's page, and on this one


@pytest.mark.parametrize("words", ["\3", "\3" + "0\3", "\2" + "0"])
def test_a_text_with_the_marks_of_the_reader_is_text(tmp_path: Path, words: str) -> None:
    made = text_of(tmp_path, f"![[b]] {words}\n", {"b.md": f"[[c]] says {words}\n", "c.md": ""})
    assert made.count("\ufffd") == 2 * sum(one < " " for one in words)
    assert "[c](c.md) says" in made
