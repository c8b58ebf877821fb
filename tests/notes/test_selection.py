"""Nothing is taken that was not named."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs_career_roadmap.notes.page import tags_in
from mkdocs_career_roadmap.notes.plan import NoteWishes, plan
from mkdocs_career_roadmap.notes.selection import NamedNotes, select
from mkdocs_career_roadmap.notes.vault import read_vault
from mkdocs_career_roadmap.project.errors import ProjectError

from notes.vaults import vault

FILES = {
    "a.md": "---\npublish: true\ntags: work, birds\n---\n",
    "blog/b.md": "---\npublish: no\n---\n#work/owls here\n",
    "blog/c.md": "`#work` and %%#work%%\n",
    "blog/d.md": "---\nprivate: true\n---\n",
    "blog/e.md": "---\npublish: [\n---\nwords\n",
    "blogs/f.md": "---\nStage: Done\nPUBLISH: true\n---\n#work\n",
    ".trash/g.md": "---\npublish: true\n---\n",
    "blog/h.md": "---\npublish:\n---\n",
}


@pytest.mark.parametrize(
    ("named", "paths"),
    [
        (NamedNotes(places=("blog",)), ["blog/c.md"]),
        (NamedNotes(places=("blog/c", "a.md")), ["a.md", "blog/c.md"]),
        (NamedNotes(properties=("publish",)), ["a.md", "blogs/f.md"]),
        (NamedNotes(properties=("stage=done",)), ["blogs/f.md"]),
        (NamedNotes(tags=("work",)), ["a.md", "blogs/f.md"]),
        (NamedNotes(tags=("#Birds",)), ["a.md"]),
        (NamedNotes(places=("blogs",), properties=("publish",)), ["blogs/f.md"]),
        (NamedNotes(places=("blog",), properties=("publish",)), []),
    ],
)
def test_a_note_must_fit_one_of_each_kind_that_is_named(
    tmp_path: Path, named: NamedNotes, paths: list[str]
) -> None:
    chosen, _ = select(read_vault(vault(tmp_path, FILES)), named, tags_in)
    assert sorted(chosen) == paths


def test_a_note_that_forbids_itself_is_kept_back_and_told(tmp_path: Path) -> None:
    _, kept = select(read_vault(vault(tmp_path, FILES)), NamedNotes(places=("blog",)), tags_in)
    assert sorted(kept) == ["blog/b.md", "blog/d.md", "blog/e.md", "blog/h.md"]


@pytest.mark.parametrize(
    "named", [NamedNotes(places=("blgo",)), NamedNotes(tags=("wrok",)), NamedNotes(properties=("pubish",))]
)
def test_a_name_that_fits_nothing_is_refused(tmp_path: Path, named: NamedNotes) -> None:
    with pytest.raises(ProjectError, match=r"there is no note at|no note has the"):
        plan(vault(tmp_path, FILES), NoteWishes(named))


def test_without_a_name_there_is_nothing_but_a_list(tmp_path: Path) -> None:
    made = plan(vault(tmp_path, FILES), NoteWishes(NamedNotes()))
    assert not made.plan.files
    told = "\n".join(made.said)
    assert "--only 'blog': 5 notes" in told
    assert "--tag 'birds': 1 note" in told
    assert "Nothing was written" in told


def test_a_link_of_the_file_system_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    vault(outside, {"s.md": "words"})
    vault(tmp_path / "v", {"a.md": "x"})
    (tmp_path / "v" / "s.md").symlink_to(outside / "s.md")
    (tmp_path / "v" / "folder").symlink_to(outside)
    made = plan(tmp_path / "v", NoteWishes(NamedNotes(places=(".",))))
    assert [row.path for row in made.plan.rows] == ["a.md"]
    assert "2 links of the file system not followed" in made.said
