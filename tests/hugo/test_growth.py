"""The work of an import of Hugo grows as the blog does, and nothing is so deep in it that none comes back.

What calls show is counted; what a search for a pattern does alone is seen in its time, as for Jekyll.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import timing
from depth import some
from each import each
from mkdocs_career_roadmap.hugo.markdown import GoldmarkDialect, convert
from mkdocs_career_roadmap.hugo.plan import Wishes, plan
from mkdocs_career_roadmap.hugo.shortcodes.carry import ShortcodeScope, carry_shortcodes
from mkdocs_career_roadmap.hugo.shortcodes.tokens import DEEPEST, shortcodes_of
from mkdocs_career_roadmap.new_site.lines import Carried, NoteKind
from mkdocs_career_roadmap.new_site.paths import PathBook
from new_site.odd_texts import DEEP, GROWING
from new_site.rendering import text_of
from work import LINEAR, growth

TEMPLATES = {
    "box": "<div>{{ .Inner | markdownify }}</div>",
    "plain": "{{ .Inner }}",
    "part": '{{ partial "x" . }}{{ .Inner }}',
}
SCOPE = ShortcodeScope(TEMPLATES, {}, {}, lambda _name, _full: None)


def made(text: str) -> Carried:
    """Return what becomes of a page with shortcodes and HTML."""
    codes = carry_shortcodes(text, 1, SCOPE)
    dialect = GoldmarkDialect(unsafe=True, inserted=codes.inserted)
    done = convert(codes.lines, lambda address, _line, _html: address, dialect)
    return Carried(done.lines, [*codes.notes, *done.notes])


CODES: dict[str, Callable[[int], str]] = {
    "one after another": lambda count: "{{< box >}}a{{< /box >}}\n\n" * count,
    "within a paragraph": lambda count: "{{< plain >}}a{{< /plain >}} " * count,
    "among code": lambda count: "{{< plain >}}a{{< /plain >}}\n\n```\nb\n```\n\n" * count,
    "unknown": lambda count: "{{< none >}}a\n" * count,
    "in one another": lambda count: "{{< plain >}}" * count + "{{< /plain >}}" * count,
}


@pytest.mark.parametrize("kind", CODES)
def test_work_grows_as_the_number_of_shortcodes_does(kind: str) -> None:
    assert growth(lambda count: made(CODES[kind](count)), 60) < LINEAR


@each("text", some([*GROWING], 4))
def test_work_grows_as_the_text_does(text: str) -> None:
    assert growth(lambda count: made(GROWING[text](count)), 60) < LINEAR


OPEN = ["{{< ", '{{< a "', '{{< \\" ', "{{</* ", '{{< "a>}}', '{{< a `"', '{{% a "b" `c` ']


@pytest.mark.parametrize("end", some(["", '">}}"', ">}}"], 2))
@pytest.mark.parametrize("piece", some(OPEN, 3))
def test_time_grows_as_what_ends_no_shortcode_does(piece: str, end: str) -> None:
    assert timing.growth(shortcodes_of, lambda count: piece * count + end, 800) < timing.LIMIT


def test_time_grows_as_the_number_of_quotes_does() -> None:
    assert timing.growth(made, lambda count: "\"a\" it's 'b' " * count, 200) < timing.LIMIT


@each("text", DEEP)
def test_what_is_deep_comes_back_with_all_its_words_and_is_told(text: str) -> None:
    done = made(DEEP[text](1000))
    assert text_of(done).count("deepest") == 1
    assert "<b><b>" not in text or any(kind is NoteKind.CHANGED for kind, _, _ in done.notes)


@pytest.mark.parametrize("mark", ["<>", "%%"])
@pytest.mark.parametrize("name", [*TEMPLATES, "details", "none"])
def test_shortcodes_that_hold_one_another_are_asked_once_each(name: str, mark: str) -> None:
    """One whose template asks for what is unknown is asked for its text in vain, and so is each in it."""
    begin, end = f"{{{{{mark[0]} {name} {mark[1]}}}}}", f"{{{{{mark[0]} /{name} {mark[1]}}}}}"
    many = 2 * DEEPEST
    assert text_of(made(begin * many + "deepest" + end * many)).count("deepest") == 1


def blog(folder: Path, count: int) -> Path:
    """Write a blog of so many pages, sections and entries of the menu."""
    folder.mkdir()
    (folder / "hugo.toml").write_text('sectionPagesMenu = "main"\n', "utf-8")
    for at in range(count):
        section = folder / "content" / f"s{at}"
        section.mkdir(parents=True)
        (section / "_index.md").write_text(f"---\ntitle: S{at}\n---\n", "utf-8")
        (section / "p.md").write_text("---\ntitle: P\nslug: same\nurl: /one/\n---\n[a](/s1/)\n", "utf-8")
    return folder


def test_work_grows_as_the_number_of_pages_and_sections_does(tmp_path: Path) -> None:
    small, large = blog(tmp_path / "a", 15), blog(tmp_path / "b", 60)
    assert growth(lambda count: plan(small if count == 15 else large, Wishes()), 15) < LINEAR


def test_work_grows_as_the_number_of_files_with_one_name_does() -> None:
    def take(count: int) -> None:
        book = PathBook()
        for _ in range(count):
            book.take("images/a.png")

    assert growth(take, 100) < LINEAR
