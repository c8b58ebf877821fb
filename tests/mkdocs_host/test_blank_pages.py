"""A page that nobody wrote is nothing before our parts come into it: no extension is made for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import markdown
import pytest
from conftest import write
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page
from mkdocs_career_roadmap.mkdocs_host import building

HOOK = """\
def on_page_markdown(markdown, *, page, config, files):
    return "## Added\\n\\nBy a hook." if page.file.generated_by else None
"""


def built(folder: Path, more: str = "") -> dict[str, str]:
    write(folder, {
        "mkdocs.yml": "site_name: Ada\nplugins: [search, {career-roadmap: {as_of: 2026-04-01}}]\n" + more,
        "hook.py": HOOK, "docs/index.md": "# Home\n",
        "docs/a.md": "---\ngoal: Count birds\nmilestone: Owls\ndate: 2026-01-01\n---\n\n# Post\n"})
    build(load_config(str(folder / "mkdocs.yml")))
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8")
            for file in (folder / "site").rglob("*") if file.suffix in (".html", ".json", ".xml")}


def test_blank_pages_are_what_markdown_makes_of_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775000000")
    rendered: list[str] = []
    made = markdown.Markdown.__init__

    def noted(self: Any, *args: Any, **named: Any) -> None:
        rendered.append("")
        made(self, *args, **named)

    monkeypatch.setattr(markdown.Markdown, "__init__", noted)
    now = built(tmp_path)
    of_written = len(rendered)
    monkeypatch.setattr(building, "render_blank_fast", lambda _: None)
    assert built(tmp_path) == now
    blank = [path for path in now if path.startswith("site/roadmap/") and path.endswith(".html")]
    assert len(rendered) - of_written == of_written + len(blank) > of_written + 5


def test_what_a_plugin_adds_to_a_page_is_rendered(tmp_path: Path) -> None:
    board = built(tmp_path, "hooks: [hook.py]\n")["site/roadmap/board/index.html"]
    assert '<h2 id="added">Added</h2>' in board


def test_pages_that_another_plugin_renders_are_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    render = Page.render
    seen: list[str] = []

    def other(self: Page, *args: Any) -> None:
        seen.append(self.file.src_uri)
        render(self, *args)

    monkeypatch.setattr(Page, "render", other)
    built(tmp_path)
    assert "roadmap/board.md" in seen
