"""A vault on its way through the command into a site that is built and checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hosts import build
from mkdocs_career_roadmap.cli import cli

from notes.vaults import vault

VAULT = {
    "garden/Hearing birds.md": """---
aliases: [Bird song, "Ears / first"]
tags: [birds, field/night]
goal: "[[Know each bird by ear]]"
milestone: A first dawn
status: done
created: 2026-02-03
---
# Hearing birds

I began with [[Recorder#Settings|the recorder]] and [[recorder]], and [[Neighbours]] helped. #field/dawn
It rained.
- one
  - two
    1. three

> [!tip]- Go early
> ![[dawn.png|A wood|120]]
>
> > [!quote] My aunt said
> > [[#What I heard]]

![[Recorder#^gain]]

## What I heard

| bird | note |
|---|---|
| [[Recorder\\|wren]] | ==high== |

%% nobody
needs this %%

- [x] wren
- [ ] owl ^owl

```mermaid
graph LR; a-->b
```

$$
x^2
$$

Said^[By [[Neighbours|a friend]].] and done.
""",
    "garden/Recorder.md": "---\ncreated: 2026-02-01\n---\n## Settings\n\nGain at 3. ^gain\n\n"
    "![[wren.mp3]]\n\n"
    "See [[Hearing birds#^owl]] and [back](Hearing%20birds.md#what-i-heard).\n",
    "Neighbours.md": "They argue at night.",
    "files/dawn.png": "x",
    "files/wren.mp3": "x",
    "files/unseen.png": "x",
    ".obsidian/app.json": '{"attachmentFolderPath": "files", "newLinkFormat": "shortest"}',
}


def _import(source: Path, folder: Path, *words: str) -> str:
    result = CliRunner().invoke(cli, ["import", "notes", str(source), str(folder), *words])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.slow
def test_a_vault_becomes_a_site_in_which_all_links_lead_somewhere(tmp_path: Path) -> None:
    source, folder = vault(tmp_path / "vault", VAULT), tmp_path / "site"
    told = _import(source, folder, "--only", "garden", "--title", "Ears")
    assert "2 notes, 2 files" in told
    made = build(folder)
    assert (made.code, made.told) == (0, []), made.log
    page = (folder / "site/garden/hearing-birds/index.html").read_text("utf-8")
    assert '<details class="tip">' in page
    assert '<div class="admonition quote">' in page
    assert 'href="../recorder/#settings"' in page
    assert "Gain at 3." in page
    assert page.count("task-list-item") == 2
    assert '<img alt="A wood" src="../../attachments/dawn.png" width="120"' in page
    assert (folder / "site/garden/bird-song/index.html").exists()
    assert (folder / "site/roadmap/index.html").exists()
    for file in folder.rglob("*"):
        if file.is_file():
            text = file.read_bytes().decode("utf-8", "replace")
            assert "Neighbours" not in text, file
            assert "nobody" not in text or "node_modules" in text or file.suffix in {".js", ".css"}, file
    checked = CliRunner().invoke(
        cli,
        ["check", str(folder), "--site", str(folder / "site"), "--known", str(folder / "import-report.md")],
    )
    assert checked.exit_code == 0, checked.output


def test_nothing_is_written_before_something_is_named(tmp_path: Path) -> None:
    source, folder = vault(tmp_path / "vault", VAULT), tmp_path / "site"
    told = _import(source, folder)
    assert "--only 'garden': 2 notes" in told
    assert not folder.exists()


def test_what_is_not_named_any_more_is_taken_away(tmp_path: Path) -> None:
    source, folder = vault(tmp_path / "vault", VAULT), tmp_path / "site"
    _import(source, folder, "--only", "garden", "--only", "Neighbours.md")
    page = folder / "docs/neighbours.md"
    assert page.exists()
    told = _import(source, folder, "--only", "garden", "--write")
    assert "gone  docs/neighbours.md" in told
    assert not page.exists()
    assert "neighbours" not in (folder / ".career-roadmap-import.json").read_text("utf-8")


def test_what_its_author_has_changed_since_is_theirs_to_delete(tmp_path: Path) -> None:
    source, folder = vault(tmp_path / "vault", VAULT), tmp_path / "site"
    _import(source, folder, "--only", "garden", "--only", "Neighbours.md")
    page = folder / "docs/neighbours.md"
    page.write_text("Mine.", "utf-8")
    told = _import(source, folder, "--only", "garden", "--write")
    assert "stays docs/neighbours.md, which is not named any more" in told
    assert page.read_text("utf-8") == "Mine."


def test_the_report_names_no_note_that_was_not_named_and_no_folder_of_the_machine(tmp_path: Path) -> None:
    source, folder = vault(tmp_path / "vault", VAULT), tmp_path / "site"
    _import(source, folder, "--property", "created")
    text = (folder / "import-report.md").read_text("utf-8")
    assert "Neighbours" not in text
    assert str(tmp_path) not in text
    assert re.search(r"2 links? to what was not named became words", text)


def test_a_site_within_the_vault_is_refused(tmp_path: Path) -> None:
    source = vault(tmp_path / "vault", VAULT)
    result = CliRunner().invoke(
        cli, ["import", "notes", str(source), str(source / "site"), "--only", "garden"]
    )
    assert result.exit_code == 2
    assert "lies in the vault" in result.output
