"""The text of a paragraph of a note, as a whole: what stands in it, and what stands in that."""

from __future__ import annotations

from pathlib import Path

import pytest

from notes.vaults import planned, text_of

OTHER = {"Other.md": "Intro.\n\n## Last\n\nEnd.\n", "pics/Owl at night.png": "x"}
SECRET = {"diary/Zebrafinch.md": "---\naliases: [Quokka]\ntitle: Wombat\n---\n# Numbat\n\nPotoroo.\n"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[w](Other.md "T") [w](Other.md)', '[w](other.md "T") [w](other.md)'),
        ('![w](pics/Owl%20at%20night.png "T")', '![w](attachments/owl-at-night.png "T")'),
        ('[a]: Other.md "T"\n\n[a] [b][a]', '[a](other.md "T") [b](other.md "T")'),
        ("**[[Other]]** [[Other|*w*]]", "**[Other](other.md)** [\\*w\\*](other.md)"),
        ("see https://a.example/x, and", "see <https://a.example/x>, and"),
        ("(https://a.example/x_(y)) z https://b.example", "(<https://a.example/x_(y)>) z <https://b.example>"),
        ("<https://b.example>!", "[https://b.example](https://b.example)!"),
        ("[https://a.example](Other.md) https://b.example", "[https://a.example](other.md) <https://b.example>"),
        ('<a href="Other.md#Last">https://a.example</a>', '<a href="../other/#last">https://a.example</a>'),
        ("*a **b** c* ~~d~~ ==e *f*== ==g", "*a **b** c* ~~d~~ <mark>e *f*</mark> ==g"),
        ("a <b>x <i>y</b> z</i> w", "a <b>x <i>y</i></b> z w"),
        ("*a <b>x* y</b> w", "*a <b>x</b>* y w"),
        ("a <br> b <hr/> <wbr>c", "a <br> b <hr/> <wbr>c"),
        ("a <b>x</B> y</b>", "a <b>x</b> y"),
        ("x <script>bad()</script> y <style>p{}</style> z", "x  y  z"),
        ("a <!-- b --> c <?x?> d %%e%% f", "a  c  d  f"),
        ("`a` ``b`c`` $x$ $$y$$", "`a` ``b`c`` \\(x\\) \\(y\\)"),
        ("a\\\nb  \nc", "a    \nb    \nc"),
        ("&amp; &lt; \\* \\[\\[Other\\]\\]", "& < * \\[[Other]]"),
        (
            "[^1] and ^[in *it*] ^[two]\n\n[^1]: said *so*\n",
            ("[^1] and [^inline-2] [^inline-3]\n\n"
            "[^1]: said *so*\n\n[^inline-2]: in *it*\n\n[^inline-3]: two"),
        ),
        ("a [w](nowhere.md) b *[](nowhere.md)* c", "a w b  c"),
        ("[*w*](nowhere.md) ![w](nowhere.png) ![](nowhere.png) d", "*w* w  d"),
        ("[tel](tel:1) [js](javascript:x)", "[tel](tel:1) js"),
        ("a^b c ^id", "a^b c"),
        ("`= this.x` a <% x %>b `$= y` =", "a b  ="),
    ],
)
def test_a_paragraph_says_what_the_note_says(tmp_path: Path, text: str, says: str) -> None:
    assert text_of(tmp_path, text, OTHER) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[Zebrafinch](file:///home/diary/Zebrafinch.md)", "…"),
        ("[words](file:///home/diary/Zebrafinch.md)", "words"),
        (
            "![Zebrafinch](obsidian://open?file=diary%2FZebrafinch) ![words](obsidian://open?file=Zebrafinch)",
            "… words",
        ),
        ("[Zebrafinch](https://a.example/Zebrafinch)", "[Zebrafinch](https://a.example/Zebrafinch)"),
        ("[words](../diary/Zebrafinch.md) *[Wombat](../diary/Zebrafinch.md)*", "words *…*"),
        ("![[Zebrafinch]] ![words](../diary/Zebrafinch.md) ![Quokka](../diary/Zebrafinch.md)", "… words …"),
        ('<a href="../diary/Zebrafinch.md">words</a>', "<a>words</a>"),
        ("`[[Zebrafinch|my words]]` `[[Zebrafinch]]` `[[x]]`", "`my words` `…` `[[x]]`"),
        ("`[other](diary/Zebrafinch.md) [Quokka](diary/Zebrafinch.md) [x](x.md)`", "`other … [x](x.md)`"),
        ("`](diary/Zebrafinch.md) ](x.md)`", "`… ](x.md)`"),
        ("`[x]: ../diary/Zebrafinch.md`", "`[x]: …`"),
        ("`[x]: <../diary/Zebrafinch.md>` `[x]: <nowhere.md>`", "`[x]: …` `[x]: <nowhere.md>`"),
        ("`<a href=\"../diary/Zebrafinch.md\">` `<a href='x.md'>`", "`<a>` `<a href='x.md'>`"),
        ("`<file:///x/Zebrafinch.md>` a", "`…` a"),
    ],
)
def test_of_what_is_not_published_the_authors_words_stay(tmp_path: Path, text: str, says: str) -> None:
    made = planned(tmp_path, {"open/Note.md": text, "open/x.md": "", **SECRET}, "open")
    assert str(made.plan.files["docs/open/note.md"]).rpartition("---\n")[2].strip() == says


def test_what_is_said_of_a_text_has_its_line(tmp_path: Path) -> None:
    text = (
        "---\na: b\n---\n[x](nowhere.md)\n\n[[None]]\n\n![p](nowhere.png)\n\n<a href='file:x'>y</a>\n\n"
        "- one\n- `= q`\n\n| a |\n|---|\n| [[Gone]] |\n\n[[Other#None]]\n\n"
        "$<% x %>$\n\n> [!tip] [[Lost]]\n> x\n>\n> [[Away]]\n"
    )
    made = planned(tmp_path, {"Note.md": text, **OTHER})
    assert [(note.line, note.what) for note in made.plan.notes if note.path == "Note.md" and note.line] == [
        (4, "nowhere.md leads nowhere"),
        (6, "[[None]] leads to no note"),
        (8, "nowhere.png leads nowhere"),
        (10, "an address that begins with file: is no address for others"),
        (13, "a query within the text, which only its plugin can run, was left out"),
        (17, "[[Gone]] leads to no note"),
        (19, "there is no heading 'None', so the link leads to the page"),
        (21, "a command of a template, which was not run, was left out"),
        (23, "[[Lost]] leads to no note"),
        (26, "[[Away]] leads to no note"),
    ]
