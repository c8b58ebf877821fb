"""What a preview remembers spares it work, and changes nothing of what it writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import write
from hosts import post
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.project.read_site import read_site
from mkdocs_career_roadmap.vocabulary.problems import settle
from mkdocs_career_roadmap.zensical_host.kept_texts import KeptTexts
from mkdocs_career_roadmap.zensical_host.staging import stage
from mkdocs_career_roadmap.zensical_host.watching import is_of_docs, state_of

CONFIG = ("site_name: Ada\nplugins: [search, career-roadmap: {as_of: 2026-04-01, views: {report: 'off'}}]\n")
DOCS = {
    "index.md": "# Home\n\n```roadmap\nview: board\n```\n",
    "a.md": post(), "b.md": post("status: done", name="Another").replace("2026-03-01", "2024-02-01"),
    "goals/g.md": "---\ntype: goal\ntitle: Counting birds\n---\nWhy.\n",
    "diary.md": "---\nvisibility: private\n---\n# Diary\n",
    "x.png": "x",
}
CHANGES: list[dict[str, str | None]] = [
    {"a.md": post().replace("Words.", "Other words, and [b](b.md).")},
    {"b.md": post("status: active", name="Another").replace("2026-03-01", "2024-02-01")},
    {"c.md": post("status: done", name="Third").replace("2026-03-01", "2025-02-01"), "a.md": None},
    {"c.md": post("status: dnoe", name="Third")},
    {"c.md": "---\nmood: [\n---\nWords of c.\n"},
    {"c.md": None, "x.png": None, "y.png": "y", "diary.md": "# No diary\n"},
    {"goals/.meta.yml": "visibility: private\n"},
    {"index.md": "# Home\n\n```roadmap\nview: progress\n```\n", "roadmap/board.md": "# My own board\n"},
]


def preview(folder: Path, kept: KeptTexts) -> int:
    project = read_project(folder / "mkdocs.yml")
    read = read_site(project, project.as_of or project.today(), keep_private=True, kept=kept.readings)
    problems = settle(read.site.problems, project.settings.severities)
    return stage(project, read, problems=problems, is_preview=True, kept=kept).changed


def made(folder: Path) -> dict[str, bytes]:
    root = folder / ".career-roadmap/preview"
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def change(docs: Path, files: dict[str, str | None]) -> None:
    for path, text in files.items():
        if text is None:
            (docs / path).unlink()
        else:
            write(docs, {path: text})


def test_whatever_is_changed_all_is_written_as_if_nothing_were_kept(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": CONFIG, **{f"docs/{path}": text for path, text in DOCS.items()}})
    kept = KeptTexts()
    preview(tmp_path, kept)
    for files in CHANGES:
        change(tmp_path / "docs", files)
        assert preview(tmp_path, kept) > 0
        assert preview(tmp_path, KeptTexts(parts=kept.parts)) == 0


@pytest.fixture
def were_drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    draw = Renderer.__call__

    def noted(self: Renderer, name: str, view: object, prefix: str = "roadmap") -> str:
        found.append(name)
        return draw(self, name, view, prefix)

    monkeypatch.setattr(Renderer, "__call__", noted)
    return found


def test_only_what_a_change_shows_on_is_drawn_and_written(tmp_path: Path, were_drawn: list[str]) -> None:
    posts = {f"docs/p{i}.md": post(name=f"Thing of {'abcdefgh'[i]}") for i in range(8)}
    write(tmp_path, {"mkdocs.yml": CONFIG, **posts})
    kept = KeptTexts()
    preview(tmp_path, kept)
    assert were_drawn.count("post") == 8
    were_drawn.clear()
    assert preview(tmp_path, kept) == 0
    write(tmp_path, {"docs/p3.md": posts["docs/p3.md"].replace("Words.", "Words.\n\nMore.")})
    assert preview(tmp_path, kept) == 1
    assert were_drawn == []
    write(tmp_path, {"docs/p3.md": post("status: done", name="Thing of d")})
    preview(tmp_path, kept)
    assert were_drawn.count("post") == 1
    assert 0 < were_drawn.count("milestone") < 8  # those beside it, too


def test_parts_stay_while_zensical_may_be_at_pages_that_have_them(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": CONFIG, "docs/a.md": post()})
    kept = KeptTexts()
    preview(tmp_path, kept)
    before = {path for path in made(tmp_path) if path.startswith("parts/")}
    write(tmp_path, {"docs/a.md": post("status: done", name="Something else")})
    preview(tmp_path, kept)
    assert before < made(tmp_path).keys()
    preview(tmp_path, KeptTexts())  # the next preview
    assert not before <= made(tmp_path).keys()


def test_file_that_somebody_took_away_is_written_again(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": CONFIG, "docs/a.md": post()})
    kept = KeptTexts()
    preview(tmp_path, kept)
    before = made(tmp_path)
    (tmp_path / ".career-roadmap/preview/docs/a.md").unlink()
    assert preview(tmp_path, kept) == 1
    assert made(tmp_path) == before


def test_configuration_and_templates_are_not_of_the_docs(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": f"{CONFIG}theme: {{custom_dir: own}}\n", "docs/a.md": post(),
                     "own/career-roadmap/post.html": "x"})
    project = read_project(tmp_path / "mkdocs.yml")
    seen = state_of(project)
    write(tmp_path, {"docs/a.md": "# A\n", "docs/b.md": "# B\n"})
    assert is_of_docs(project, seen, state_of(project))
    for path in ("mkdocs.yml", "own/career-roadmap/post.html"):
        seen = state_of(project)
        (tmp_path / path).write_text((tmp_path / path).read_text("utf-8") + "\n", "utf-8")
        assert not is_of_docs(project, seen, state_of(project)), path
