"""Links lead where Obsidian leads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs_career_roadmap.notes.names import VaultNames
from mkdocs_career_roadmap.notes.vault import read_vault

from notes.vaults import vault

FILES = {
    "Owl.md": "",
    "birds/Owl.md": "",
    "birds/night/Owl.md": "",
    "birds/night/Nightjar.md": "---\naliases: [Goatsucker]\n---\n",
    "birds/Wren.MD.md": "",
    "pictures/owl.png": "",
    "birds/Café au lait.md": "",
}


@pytest.mark.parametrize(
    ("written", "source", "leads"),
    [
        ("Owl", "Note.md", "Owl.md"),
        ("owl", "Note.md", "Owl.md"),
        ("OWL.md", "Note.md", "Owl.md"),
        ("Owl", "birds/Wren.md", "birds/Owl.md"),
        ("Owl", "birds/night/Nightjar.md", "birds/night/Owl.md"),
        ("night/Owl", "Note.md", "birds/night/Owl.md"),
        ("/Owl", "birds/Wren.md", "Owl.md"),
        ("../Owl", "birds/night/Nightjar.md", "birds/Owl.md"),
        ("./Owl", "birds/Wren.md", "birds/Owl.md"),
        ("./Owl", "pictures/x.md", None),
        ("Goatsucker", "Note.md", "birds/night/Nightjar.md"),
        ("owl.png", "Note.md", "pictures/owl.png"),
        ("Cafe\u0301 au lait", "Note.md", "birds/Café au lait.md"),
        ("Wren.MD", "Note.md", "birds/Wren.MD.md"),
        ("ight/Owl", "Note.md", None),
        ("Eagle", "Note.md", None),
        ("", "Note.md", "Note.md"),
    ],
)
def test_a_link_leads_where_obsidian_leads_it(
    tmp_path: Path, written: str, source: str, leads: str | None
) -> None:
    names = VaultNames(read_vault(vault(tmp_path, FILES)))
    assert names.find(written, source) == leads


def test_a_link_of_markdown_counts_from_its_note_first(tmp_path: Path) -> None:
    names = VaultNames(read_vault(vault(tmp_path, FILES)))
    assert names.find_file("Owl.md", "birds/Wren.md") == "birds/Owl.md"
    assert names.find_file("Caf%C3%A9%20au%20lait.md", "Note.md") == "birds/Café au lait.md"
    assert names.find_file("gone.md", "Note.md") is None
