"""No text of a note that was not named is in any file that is written."""

from __future__ import annotations

import tempfile
from pathlib import Path

import depth
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notes.vaults import planned, text_of

SECRET = {
    "diary/Zebrafinch.md": "---\naliases: [Quokka]\ntitle: Wombat\n---\n# Numbat\n\nPotoroo. ^bilby\n",
    "diary/Echidna.canvas": "{}",
    "diary/Kowari.excalidraw": "{}",
}
WORDS = ("zebrafinch", "quokka", "wombat", "numbat", "potoroo", "bilby", "echidna", "kowari", "diary")
_NAMES = (
    "Zebrafinch",
    "diary/Zebrafinch",
    "zebrafinch.md",
    "Quokka",
    "Wombat",
    "/diary/Zebrafinch",
    "../diary/Zebrafinch",
)
_PARTS = ("", "#Numbat", "#^bilby")
_SAID = ("", "|Zebrafinch", "|other words", "|my Quokka!", "|wombat")
_LINKS = st.tuples(
    st.sampled_from(["", "!"]), st.sampled_from(_NAMES), st.sampled_from(_PARTS), st.sampled_from(_SAID)
).map(lambda one: f"{one[0]}[[{one[1]}{one[2]}{one[3]}]]")
_BOARDS = st.sampled_from(["[[Echidna.canvas]]", "![[Echidna.canvas|words]]", "![[Kowari.excalidraw]]"])
_ADDRESSES = st.sampled_from(
    ["../diary/Zebrafinch.md", "Zebrafinch.md", "diary/Zebrafinch.md#Numbat", "<diary/Zebrafinch.md>"]
)
_ODD = st.sampled_from(
    [
        "[words](obsidian://open?vault=x&file=diary%2FZebrafinch)",
        "<file:///diary/Zebrafinch.md>",
        "[words](file:///home/diary/Zebrafinch.md)",
        "![words](Echidna.canvas)",
    ]
)
_MARKDOWN = st.tuples(
    st.sampled_from(["", "!"]), st.sampled_from(["words", "Zebrafinch", "**Wombat**"]), _ADDRESSES
).map(lambda one: f"{one[0]}[{one[1]}]({one[2]})")
_HTML = _ADDRESSES.map(lambda one: f'<a href="{one.strip("<>")}">words</a>')
_COMMENTS = st.sampled_from(
    [
        "%%Potoroo%%",
        "%%\nPotoroo\n\nPotoroo\n%%",
        "<!-- Potoroo -->",
        "%% ``` Potoroo\n%%",
        '\n```dataview\nFROM "diary"\n```\n',
        "<% Potoroo %>",
        "`= [[Zebrafinch]]`",
        "\n\n[ref]: diary/Zebrafinch.md\n\n",
    ]
)
_PLAIN = st.sampled_from(
    [
        "plain",
        "\n\n",
        "\n",
        "- item ",
        "> [!note] ",
        "> ",

        "| a |\n|---|\n| ",
        "==",
        "**",
        "`code`",
        "\n~~~\nx\n~~~\n",
        "# ",
        "^[",
        "]",
        "[^1]: ",
        "[^1]",
        "<div>",
        "</div>",
        "$",
    ]
)
TEXTS = st.lists(_LINKS | _BOARDS | _ODD | _MARKDOWN | _HTML | _COMMENTS | _PLAIN, max_size=12).map("".join)


@depth.tries(400)
@given(TEXTS)
def test_nothing_of_an_unnamed_note_is_in_any_file(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = planned(Path(folder), {"open/Note.md": text, **SECRET}, "open")
    for path, content in made.plan.files.items():
        said = f"{path}\n{content}".lower() if isinstance(content, str) else path.lower()
        found = [word for word in WORDS if word in said]
        assert not found, (found, path, content)


@pytest.mark.parametrize(
    "properties",
    [
        'goal: "[[Zebrafinch]]"',
        "description: about [[Quokka]]",
        'milestone: "[[Wombat|my Wombat]]"', "description: 'see [words](../diary/Zebrafinch.md)'",
        'lessons: ["[[Zebrafinch#Numbat]]"]',
    ],
)
def test_nothing_of_it_is_in_properties(tmp_path: Path, properties: str) -> None:
    made = planned(tmp_path, {"open/Note.md": f"---\n{properties}\n---\nWords.\n", **SECRET}, "open")
    assert not [word for word in WORDS if word in str(made.plan.files).lower()]


@pytest.mark.parametrize(
    "formula", ["$a<!-- Potoroo -->b$", "$$\na<!-- Potoroo\n$$", "$$a<!-- Potoroo -->b$$"])
def test_no_comment_is_in_a_formula(tmp_path: Path, formula: str) -> None:
    made = planned(tmp_path, {"open/Note.md": formula, **SECRET}, "open")
    text = str(made.plan.files["docs/open/note.md"])
    assert "a" in text.rpartition("---\n")[2]
    assert "Potoroo" not in text


def test_the_words_that_an_author_chose_for_a_link_stay(tmp_path: Path) -> None:
    made = planned(
        tmp_path, {"open/Note.md": "I met [[Zebrafinch|a bird]] and [[Zebrafinch]].", **SECRET}, "open"
    )
    assert "I met a bird and …." in str(made.plan.files["docs/open/note.md"])
    assert made.count.hidden == 2


def test_only_what_a_named_note_shows_is_taken_of_the_other_files(tmp_path: Path) -> None:
    files = {
        "open/Note.md": "![[shown.png]]",
        "diary/shown.png": "x",
        "open/near.png": "x",
        "diary/Zebrafinch.md": "![[other.png]]",
        "diary/other.png": "x",
    }
    made = planned(tmp_path, files, "open")
    assert [path for path, content in made.plan.files.items() if isinstance(content, Path)] == [
        "docs/attachments/shown.png"
    ]


@pytest.mark.parametrize("held", ["draft: true", "visibility: private"])
def test_nothing_leads_to_a_page_that_no_build_publishes(tmp_path: Path, held: str) -> None:
    files = {"Note.md": "[[Wombat]] ![[Wombat]] [w](Wombat.md)", "Wombat.md": f"---\n{held}\n---\nPotoroo."}
    text = str(planned(tmp_path, files).plan.files["docs/note.md"])
    assert "wombat" not in text.lower()
    assert "Potoroo" not in text


def test_what_looks_like_the_definition_of_a_link_does_not_name_a_note(tmp_path: Path) -> None:
    text = "[b]: <p/Anna.md>\n\nsee [[Anna]]\n[b]: <p/Anna.md>\n[c]: p/Anna.md\n"
    assert "Anna" not in text_of(tmp_path, text, {"p/Anna.md": "secret"}, "Note.md")
