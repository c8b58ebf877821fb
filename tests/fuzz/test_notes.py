"""Any vault is imported: no word of what was named is lost, and none of the rest is published."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.notes.plan import NotesPlan, NoteWishes, plan
from mkdocs_career_roadmap.notes.selection import NamedNotes
from mkdocs_career_roadmap.project.errors import ProjectError

from fuzz.conftest import tries
from fuzz.test_import import KEYS, VALUES

FRONTS = st.lists(
    st.tuples(st.sampled_from([*KEYS, "aliases", "publish", "cssclasses", "created"]), VALUES), max_size=5
).map(lambda pairs: "---\n" + "".join(f"{key}: {value}\n" for key, value in pairs) + "---\n" if pairs else "")
PIECES = (
    *("text", "# A", "## B ^b", "- one\n  - two\n", "1. x", "> q", "> [!note]- T", "> [!x|y]", "```"),
    *("~~~sql", "    code"),
    *("```dataview", "`= this.a`", "$= x", "<% tp %>", "%%", "%%x%%", "==lit==", "==", "~~s~~", "^[in]"),
    *("[^1]", "[^1]: n"),
    *("[[b]]", "[[b|w]]", "[[b#A]]", "[[b#^b]]", "![[b]]", "![[b#A]]", "![[x.png|9]]", "[[", "]]"),
    *("![[a]]", "[[none]]"),
    *("[a](b.md)", "![](x.png)", "<div>", "</div>", "<b>", "</b>", "<!--", "-->"),
    *("|a|b|\n|-|-|\n|[[b|c]]|", "- [-] t", "#tag/a"),
    *("\t", "", "", "\\", "&amp;", "<a href=b.md>", "---", "===", "<pre>", "</pre>", "<script>", "*"),
    *("_a", "`", "^b"),
    *("https://a.example", "file:///x", "obsidian://y", "$x$", "$$\nx\n$$", "\x00", "\x02" + "0"),
    *("\ufeff", "\u2028"),
)
BODIES = st.lists(st.sampled_from(PIECES), max_size=12).map("\n".join)
NOTES = st.tuples(FRONTS, BODIES).map("".join)
PATHS = ("a.md", "b.md", "c/b.md", "c/é ü.md", "index.md", "x.png", "d.canvas", "e.excalidraw.md")


def _planned(files: dict[str, str], *places: str) -> NotesPlan:
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        return plan(Path(folder), NoteWishes(NamedNotes(places)))


@tries(60)
@given(st.dictionaries(st.sampled_from(PATHS), NOTES, min_size=1, max_size=6))
def test_any_vault_becomes_pages(files: dict[str, str]) -> None:
    try:
        made = _planned(files, ".")
    except ProjectError:
        assert not any(path.endswith(".md") for path in files)
        return
    assert all(row.made in made.plan.files for row in made.plan.rows)


NAME = "Zaunkönig 7421"
"""The name of a note that nobody named, and what else would betray it."""
LINKS = st.sampled_from(
    [
        *("[[{}]]", "![[{}]]", "[[{}#H]]", "[[{}#^b]]", "[[p/{}]]", "[[{}.md]]", "[[{}|{}]]"),
        *("[a](<p/{}.md>)", "![a](<{}.md>)"),
        *("[{}](<p/{}.md>)", "<a href='p/{}.md'>a</a>", '<img src="p/{}.md" alt="">', "`[[{}]]`"),
        *("$[[{}]]$", "%%{}%%"),
        *("<!-- {} -->", "> [!note] [[{}]]", "> [[{}]]", "|a|\n|-|\n|[[{}]]|", "|a|\n|-|\n|[[{}\\|b]]|"),
        *("==[[{}]]==", "# [[{}]]"),
        *("\n```\n[[{}]]\n```\n", "\n```dataview\nLIST FROM \"{}\"\n```\n", "<% tp.file('{}') %>"),
        *("[[{}\n", "^[[[{}]]]", "[^1]: ![[{}]]"),
        *("$$\n[[{}]]\n$$", "<div>[[{}]]</div>", "- [ ] [[{}]]", "*[[{}]]*", "[b]: <p/{}.md>"),
        *("![[{}|300]]", "[[{}]]{{"),
    ]
)
BETWEEN = st.sampled_from(["\n", "\n\n", " ", "", "\n> ", "\n- ", " **", " ~~", " <b>", "\n<div>\n", " |"])


@tries(400)
@given(st.lists(st.tuples(LINKS, BETWEEN), min_size=1, max_size=5))
def test_the_name_of_a_note_that_nobody_named_is_nowhere(links: list[tuple[str, str]]) -> None:
    body = "".join(form.replace("{}", NAME) + between for form, between in links)
    made = _planned({"a.md": f"text\n\n{body}\n", f"p/{NAME}.md": "secret\n\n# H\n\nx ^b\n"}, "a.md")
    written = "\n".join(str(text) for text in made.plan.files.values())
    assert "7421" not in written, written[-2000:]
    assert "secret" not in written


WORDS = ("wren", "lark", "owl", "stork", "heron", "crane")
AROUND = st.sampled_from(
    [
        *("{}", "*{}*", "# {}", "> {}", "- {}", "    {}", "`{}`", "~~{}~~", "<b>{}</b>"),
        *("\n\n|{}|\n|-|\n\n", "**{}", "<i>{}"),
        *("- a\n\n  {}", "[{}](b.md)", "[[b|{}]]", "==a {}==", "<div>\n{}\n</div>", "<div>\n\n{}"),
        *("\n```\n{}\n```\n", "1. {}\n"),
        *("> [!tip] {}", "> [!tip]- a\n> {}", "^[{}]", "$ {}", "$x {}$", "[[{}", "{}]]", "#{}"),
        *("{}\n===", "\\{}", "- [x] {}"),
    ]
)
ENDS = st.sampled_from(["\n", "\n\n", " ", ""])
SAYINGS = st.lists(st.tuples(AROUND, ENDS), min_size=1, max_size=len(WORDS))


@tries(200)
@given(SAYINGS)
def test_each_word_of_a_note_that_was_named_is_in_its_page(sayings: list[tuple[str, str]]) -> None:
    words = WORDS[: len(sayings)]
    body = "".join(form.replace("{}", word) + end for word, (form, end) in zip(words, sayings, strict=True))
    made = _planned({"a.md": f"text\n\n{body}\n", "b.md": "b\n"}, ".")
    text = str(made.plan.files["docs/a.md"])
    assert [word for word in words if word not in text] == [], text
