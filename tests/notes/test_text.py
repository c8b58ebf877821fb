"""What a note says in the words of Obsidian, its page says in those of MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from each import each
from mkdocs_career_roadmap.notes.markdown.callouts import callout_head

from notes.vaults import planned, text_of

OTHER = {
    "Other.md": "Intro.\n\n## Über alles & more\n\nBelow it.\n\n- one\n- two ^two\n\n## Last\n\nEnd.\n",
    "pics/Owl at night.png": "x",
    "call.mp3": "x",
    "paper.pdf": "x",
    "board.canvas": "{}",
}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[Other]]", "[Other](other.md)"),
        ("[[other.md|words]]", "[words](other.md)"),
        ("[[Other#Last]]", "[Other > Last](other.md#last)"),
        ("[[Other#über ALLES more|x]]", "[x](other.md#"),
        ("[[Other#^two]]", "(other.md#block-two)"),
        ("[[Nothing there|words]]", "words"),
        (
            "![[Owl at night.png|An owl|200x100]]",
            '![An owl](attachments/owl-at-night.png){: width="200" height="100" }',
        ),
        ("![Owl|50](pics/Owl%20at%20night.png)", '![Owl](attachments/owl-at-night.png){: width="50" }'),
        ("![[call.mp3]]", '<audio controls src="../attachments/call.mp3">call.mp3</audio>'),
        ("![[paper.pdf#page=2]]", "[paper.pdf](attachments/paper.pdf#page=2)"),
        ("==lit **up**==", "<mark>lit **up**</mark>"),
        ("so `[[Other]]` stays", "so `[[Other]]` stays"),
        ("said^[in *brief*]", "said[^inline-1]"),
        ("$a_1$ and $5 or $6", "\\(a_1\\) and $5 or $6"),
        ("$$x$$ and $2x$", "\\(x\\) and \\(2x\\)"),
        ("- [-] gone\n- [/] half\n- [ ] open", "- [x] gone\n- [x] half\n- [ ] open"),
        ("one\ntwo", "one  \ntwo"),
        ("words\n- item", "words\n\n- item"),
        ("- a\n  - b\n\t- c", "- a\n    - b\n        - c"),
        ("https://example.org/a_b_c.", "<https://example.org/a_b_c>."),
        ("#tag first", "\\#tag first"),
        ("> [!hint]+ Look **here**\n> it is", '???+ tip "Look **here**"\n\n    it is'),
        (
            "> [!note]\n> a\n>\n> > [!bug]- B\n> > c",
            '!!! note "Note"\n\n    a\n\n    ??? bug "B"\n\n        c',
        ),
        ("> [!my-kind|wide] T", '!!! note "T"'),
        ("> said\n> so", "> said  \n> so"),
        ("| a | b |\n|---|---|\n| [[Other\\|o]] | 2 |", "| [o](other.md) | 2 |"),
        ('x <img src="Owl at night.png"> y', 'x <img src="../attachments/owl-at-night.png"> y'),
        ("<div>\n\n**in**\n\n</div>", '<div markdown="1">\n\n**in**\n\n</div>'),
    ],
)
def test_what_obsidian_has_is_said_as_mkdocs_has_it(tmp_path: Path, text: str, says: str) -> None:
    assert says in text_of(tmp_path, text, OTHER)


def test_lines_stay_joined_where_the_vault_says_so(tmp_path: Path) -> None:
    settings = {".obsidian/app.json": '{"strictLineBreaks": true}'}
    assert text_of(tmp_path, "one\ntwo", settings) == "one\ntwo"


def test_a_heading_that_is_linked_to_has_the_id_that_the_link_names(tmp_path: Path) -> None:
    made = planned(tmp_path, {"Note.md": "[[Other#Über alles & more]]", **OTHER})
    address = str(made.plan.files["docs/note.md"]).rpartition("#")[2].partition(")")[0]
    assert address == "%C3%BCber-alles-more"
    assert 'id="über-alles-more"' in str(made.plan.files["docs/other.md"]) or (
        "#über-alles-more" in str(made.plan.files["docs/other.md"])
    )


@pytest.mark.parametrize(
    ("embed", "shows", "not_shown"),
    [
        ("![[Other]]", ["[Other](other.md)", "Intro.", "Below it.", "End."], []),
        ("![[Other#Über alles & more]]", ["Below it."], ["Intro.", "End."]),
        ("![[Other#^two]]", ["- two"], ["- one", "Below it."]),
    ],
)
def test_an_embedded_note_is_shown_as_far_as_it_was_asked_for(
    tmp_path: Path, embed: str, shows: list[str], not_shown: list[str]
) -> None:
    text = text_of(tmp_path, f"before\n{embed}\nafter", OTHER)
    assert text.startswith("before\n\n> ")
    assert text.endswith("\n\nafter")
    assert all(one in text for one in shows)
    assert not any(one in text for one in not_shown)


def test_notes_that_embed_one_another_come_to_an_end(tmp_path: Path) -> None:
    text = text_of(tmp_path, "![[B]]\n\n![[B]]", {"B.md": "here ![[Note]]\n\n![[B#^x]]\n\nw ![[B#^x]] ^x"})
    assert "[Note](note.md)" in text
    assert len(text) < 20_000


def test_what_only_a_plugin_runs_is_left_out_and_told_without_its_words(tmp_path: Path) -> None:
    made = planned(
        tmp_path, {"Note.md": 'a\n\n```dataview\nFROM "Diary"\n```\n\n<% tp.secret %> `= this.x`\n'}
    )
    assert "Diary" not in str(made.plan.files)
    assert "secret" not in str(made.plan.files)
    assert len([note for note in made.plan.notes if "was left out" in note.what]) == 3


@each(
    "kind",
    [
        "abstract",
        "tldr",
        "todo",
        "important",
        "done",
        "faq",
        "attention",
        "missing",
        "error",
        "example",
        "cite",
    ],
)
def test_each_kind_of_callout_has_one_of_the_theme(kind: str) -> None:
    head = callout_head(f"[!{kind.upper()}]-\nmore")
    assert head is not None
    assert head.title == kind.capitalize()
    assert head.kind in {
        "abstract",
        "info",
        "tip",
        "success",
        "question",
        "warning",
        "failure",
        "danger",
        "example",
        "quote",
    }


def test_a_footnote_of_a_callout_has_a_name_of_its_own(tmp_path: Path) -> None:
    made = text_of(tmp_path, "a^[wren]\n\n> [!tip] lark\n> b^[owl]\n")
    assert "wren" in made
    assert "owl" in made


@pytest.mark.parametrize(
    "block",
    [
        "words ^Mine",
        "words\n^mine",
        "- one\n- two ^mine",
        "- one\n- two\n\n^mine",
        "> words ^mine",
        "> words\n\n^mine",
        "> [!tip] Title\n> words ^mine",
        "> [!tip] Title\n> words\n\n^mine",
        "| a |\n|---|\n| b |\n\n^mine",
        "```\ncode\n```\n\n^mine",
        "![[p.png]]^mine",
        "![[p.png]] ^mine",
        "see [[Note]]^mine",
        "## Words ^mine",
        "$$\nx\n$$\n\n^mine",
        "**words** ^mine",
        "`code` ^mine",
        "words [a](https://example.com) ^mine",
        "words[^1] ^mine\n\n[^1]: more",
    ],
)
def test_a_link_to_a_block_leads_to_it_whatever_it_is(tmp_path: Path, block: str) -> None:
    files = {"Other.md": f"first\n\n{block}\n", "p.png": ""}
    made = planned(tmp_path, {"Note.md": "[[Other#^mine]] [[Other#^MINE]]", **files})
    assert str(made.plan.files["docs/note.md"]).count("(other.md#block-mine)") == 2
    text = str(made.plan.files["docs/other.md"])
    assert text.count('id="block-mine"') == 1
    assert "^mine" not in text.lower()


def test_a_link_to_a_block_that_is_not_there_leads_to_the_page_and_is_told(tmp_path: Path) -> None:
    made = planned(tmp_path, {"Note.md": "[[Other#^none]] ![[Other#^none]]", "Other.md": "words\n"})
    assert str(made.plan.files["docs/note.md"]).count("(other.md)") == 2
    said = {note.what for note in made.plan.notes}
    assert "there is no block '^none', so the link leads to the page" in said


def test_a_heading_with_the_id_of_a_block_is_found_by_its_words_and_by_its_id(tmp_path: Path) -> None:
    text = text_of(
        tmp_path,
        "[[Other#My words]] [[Other#^mine]]\n\n![[Other#My words]]\n",
        {"Other.md": "first\n\n## My words ^mine\n\nbelow\n"},
    )
    assert "(other.md#my-words) [Other > ^mine](other.md#block-mine)" in text
    assert "below" in text
    assert "first" not in text
