"""Words of Material are made once, and every page has those that it would have made itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import write
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_career_roadmap.mkdocs_host import plugin
from mkdocs_career_roadmap.mkdocs_host.neighbours import material_words

POST = "---\ngoal: Count birds\nmilestone: Owls\ndate: 2026-01-0{n}\n---\n\n# Post {n}\n"
ICON = "<svg><title>{{ page.title if page }}</title></svg>"


def built(folder: Path, theme: str, files: dict[str, str] | None = None) -> dict[str, str]:
    write(folder, {
        "mkdocs.yml": f"site_name: Ada\ntheme: {{name: material, font: false{theme}}}\n"
                      "plugins: [search, {career-roadmap: {as_of: 2026-04-01}}]\n",
        "docs/index.md": "# Home\n", **{f"docs/{n}.md": POST.format(n=n) for n in range(1, 5)},
        **(files or {})})
    build(load_config(str(folder / "mkdocs.yml")))
    return {file.relative_to(folder / "site").as_posix(): file.read_text("utf-8")
            for file in (folder / "site").rglob("*.html")}


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "is_once"), [
    ("", True), (", language: de, features: [search.share, search.suggest]", True),
    (", icon: {search: material/owl}", False)])
def test_pages_are_the_same_to_the_letter(
    tmp_path: Path, theme: str, is_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = material_words._Once.draw

    def noted(self: Any, context: Any) -> Any:
        before = len(self._drawn)
        yield from draw(self, context)
        drawn.extend(["drawn"] * (len(self._drawn) - before))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "make_words_once", lambda _: None)
        before = built(tmp_path, theme)
    monkeypatch.setattr(material_words._Once, "draw", noted)
    assert built(tmp_path, theme) == before
    assert len(before) > 8
    assert "md-search" in before["1/index.html"]
    assert len(drawn) == is_once


@pytest.mark.slow
@pytest.mark.parametrize(("path", "text"), [
    (".icons/material/magnify.svg", ICON),
    ("partials/search.html", ICON + '<form class="md-search"></form>'),
    ("partials/language.html", "{% macro t(key) %}{{ key }} of {{ page.title if page }}{% endmacro %}")])
def test_template_of_the_site_s_own_is_asked_for_each_page(tmp_path: Path, path: str, text: str) -> None:
    pages = built(tmp_path, f", custom_dir: {tmp_path / 'theme'}", {f"theme/{path}": text})
    own = "Post {n}</title></svg>" if "svg" in text else "of Post {n}"
    assert own.format(n=1) in pages["1/index.html"]
    assert own.format(n=2) in pages["2/index.html"]
