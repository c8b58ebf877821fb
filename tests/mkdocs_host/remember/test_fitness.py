"""A site with anything in it that was not tried is built as MkDocs does it, and that is said."""

from __future__ import annotations

from pathlib import Path

import mkdocs
import pytest
from mkdocs_career_roadmap.mkdocs_host.remember import fitness

from .server import Server, serving

PLAIN = {"docs/index.md": "# Home\n", "docs/a.md": "Words.\n"}
CONFIG = "site_name: Ada\ntheme: mkdocs\nplugins: [search, {career-roadmap: {as_of: 2026-04-01}}]\n"


def told(folder: Path, config: str, **more: str) -> list[str]:
    """Return what is said of a site that was built twice, each thing once."""
    with serving(folder, {**PLAIN, "mkdocs.yml": config, **more}) as server:
        assert server.is_right()
        assert server.is_right()
        return list(dict.fromkeys(server.told))


def test_site_of_what_was_tried_is_remembered(tmp_path: Path) -> None:
    assert told(tmp_path / "site", CONFIG) == []


@pytest.mark.parametrize(("more", "why"), [
    ("hooks: [hook.py]\n", "nothing is remembered: nobody knows what hook.py does (hooks)"),
    ("markdown_extensions: [pymdownx.snippets]\n",
     "no HTML of Markdown is remembered: pymdownx.snippets reads files besides the page"),
    ("markdown_extensions: [own]\n",
     "no HTML of Markdown is remembered: nobody knows what the Markdown extension own reads"),
])
def test_what_nobody_knows_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, why: str
) -> None:
    monkeypatch.syspath_prepend(tmp_path / "site")
    own = "from markdown.extensions import Extension\nclass makeExtension(Extension):\n"
    own += "    def extendMarkdown(self, md): pass\n"
    assert why in told(tmp_path / "site", CONFIG + more, **{"hook.py": "", "own.py": own})


def test_plugin_that_was_not_tried_is_named(tmp_path: Path) -> None:
    plugins = CONFIG.replace("[search,", "[search, material/tags,")
    assert told(tmp_path / "site", plugins) == [
        "nothing is remembered: the plugin material/tags was not tried with it"]


def test_other_version_of_mkdocs_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitness, "MKDOCS", ("1.6.0",))
    assert told(tmp_path / "site", CONFIG) == [
        f"nothing is remembered: MkDocs {mkdocs.__version__} was not tried, only 1.6.0"]


@pytest.mark.parametrize(("version", "is_known"), [
    ("3.1.6", True), ("3.1.10", True), ("3.1.5", False), ("3.2.0", False), ("3.1.x", False), ("4", False)])
def test_versions_of_jinja(monkeypatch: pytest.MonkeyPatch, version: str, is_known: bool) -> None:
    monkeypatch.setattr(fitness, "version", {"jinja2": version}.__getitem__)
    assert fitness.is_known_jinja() == is_known


@pytest.mark.parametrize(("command", "option", "does"), [
    ("serve", "", True), ("build", "", False), ("serve", ", remember: false", False),
    ("build", ", remember: true", True)])
def test_preview_remembers_unless_it_is_told_otherwise(
    tmp_path: Path, command: str, option: str, does: bool
) -> None:
    config = CONFIG.replace("2026-04-01", f"2026-04-01{option}") + "hooks: [hook.py]\n"
    with serving(tmp_path / "site", {**PLAIN, "mkdocs.yml": config, "hook.py": ""}, command) as server:
        server.build()
    assert bool(server.told) == does


def test_plugin_that_is_switched_off_remembers_nothing(tmp_path: Path) -> None:
    config = CONFIG.replace("2026-04-01", "2026-04-01, enabled: false, remember: true") + "hooks: [hook.py]\n"
    with serving(tmp_path / "site", {**PLAIN, "mkdocs.yml": config, "hook.py": ""}) as server:
        assert isinstance(server, Server)
        server.build()
    assert server.told == []
