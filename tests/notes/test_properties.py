"""Properties become front matter, as far as they are meant for readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from notes.vaults import planned


def _front(folder: Path, properties: str, more: dict[str, str] | None = None, *places: str) -> str:
    made = planned(folder, {"Note.md": f"---\n{properties}\n---\nWords.\n", **(more or {})}, *places)
    return str(made.plan.files["docs/note.md"]).split("---\n")[1]


@pytest.mark.parametrize(
    ("properties", "says"),
    [
        ('goal: "[[Hear birds]]"', "goal: Hear birds"),
        ('goal: "[[areas/Hear birds|Hear them]]"', "goal: Hear them"),
        ("goal: [[Hear birds]]", "goal: Hear birds"),
        ("milestone: First\nstatus: done", "milestone: First\nstatus: done"),
        ("created: 2024-03-01T10:20", "date: 2024-03-01 10:20:00"),
        ("date: '[[2024-03-02]]'", "date: 2024-03-02"),
        ("tags: a, b/c d", "tags:\n  - a\n  - b/c\n  - d"),
        ("tags:\n  - '#a'", "tags:\n  - a"),
        ("aliases: [Old name]", 'redirect_from:\n  - "/old-name/"'),
        ("draft: true", "draft: true"),
        ("description: Plain %%gone%%", "description: Plain"),
    ],
)
def test_a_property_says_what_it_said(tmp_path: Path, properties: str, says: str) -> None:
    assert says in _front(tmp_path, properties)


@pytest.mark.parametrize(
    "properties",
    [
        "mood: secret",
        "cssclasses: [secret]",
        "kanban-plugin: secret",
        "author: secret",
        "status: secret",
        'goal: "[[Secret]]"',
        "description: '%%secret%%'",
    ],
)
def test_a_property_that_no_reader_needs_is_not_there(tmp_path: Path, properties: str) -> None:
    assert "secret" not in _front(tmp_path, properties, {"hidden/Secret.md": "x"}, "Note").lower()


def test_a_daily_note_has_its_day(tmp_path: Path) -> None:
    made = planned(tmp_path, {"2024-05-06 Owls.md": "x"})
    assert "date: 2024-05-06" in str(made.plan.files["docs/2024-05-06-owls.md"])


def test_tags_in_the_text_are_tags_of_the_page(tmp_path: Path) -> None:
    made = planned(tmp_path, {"Note.md": "About #owls and #2024 and `#code` and a#b.\n"})
    assert "tags:\n  - owls\n---" in str(made.plan.files["docs/note.md"])
    assert "- tags" in str(made.plan.files["mkdocs.yml"])
