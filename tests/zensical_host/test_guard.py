"""Zensical does not publish what is private: our entry among the extensions of Markdown stops it before."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from cli.test_check import run
from conftest import MakeSite, write
from hosts import HOME, build, config, good, post
from markdown import Markdown
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.zensical_host import guard

from .zensical import GUARDED, below, zensical

DIARY = "---\nvisibility: private\n---\n# The okapi diary\n"
PLAIN = "site_name: Ada\nplugins: [search, career-roadmap]\n"


@pytest.fixture
def under_zensical(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the folder in which Zensical seems to run."""
    monkeypatch.setitem(sys.modules, "zensical", ModuleType("zensical"))
    monkeypatch.setattr(sys, "argv", ["zensical", "build"])
    monkeypatch.chdir(tmp_path)
    guard.refusal.cache_clear()
    return tmp_path


@pytest.mark.parametrize("tree", [
    {"p/okapi.md": DIARY},
    {"p/okapi.md": "---\ndraft: true\n---\n"},
    {"p/okapi.md": "---\nvisibility: prviate\n---\n"},
    {"p/okapi.md": "---\nvisibility: [private\n---\n"},
    {"p/okapi.md": "# Okapi\n", "p/.meta.yml": "visibility: private\n"},
    {"p/okapi.md": "---\npassword: x\n---\n"},
    {"p/okapi.md": b"\xff\xfe".decode("latin-1")},
    {"p/okapi.MD": "# Okapi\n"},
    {"p/okapi.md.bak": "# Okapi\n"},
    {"p/okapi.txt": DIARY},
], ids=["private", "draft", "a slip", "unreadable", "by its folder", "locked", "not UTF-8", "no page",
        "a copy", "a text"])
def test_what_a_check_keeps_back_stops_it_by_name(under_zensical: Path, tree: dict[str, str]) -> None:
    write(under_zensical, {"mkdocs.yml": PLAIN, "docs/index.md": "# Home\n"})
    for path, text in tree.items():
        (under_zensical / "docs/p").mkdir(exist_ok=True)
        (under_zensical / "docs" / path).write_bytes(
            text.encode("latin-1" if text.startswith("ÿ") else "utf-8"))
    with pytest.raises(SystemExit) as end:
        guard.look()
    (path,) = (path for path in tree if "okapi" in path)
    assert str(end.value) == (
        f"mkdocs.yml: Zensical does not know what is private or a draft, and would publish docs/{path}; "
        "build with `career-roadmap zensical build`, or with MkDocs")


def test_some_of_many_are_named(under_zensical: Path) -> None:
    write(under_zensical, {"mkdocs.yml": PLAIN, **{f"docs/{name}.md": DIARY for name in "edcba"}})
    assert "would publish docs/a.md, docs/b.md, docs/c.md and 2 more; build" in guard.refusal()


def test_site_without_anything_private_is_built(under_zensical: Path) -> None:
    write(under_zensical, {"mkdocs.yml": PLAIN, "docs/index.md": "# Home\n", "docs/a.md": post()})
    assert guard.look() == {}


@pytest.mark.parametrize(("written", "told"), [
    ({}, "nobody knows which configuration Zensical reads\n"),
    ({"mkdocs.yml": "site_name: [\n"}, "mkdocs.yml: this is not valid YAML"),
    ({"mkdocs.yml": "docs_dir: gone\n"}, "mkdocs.yml: the docs folder 'gone' does not exist\n"),
    ({"zensical.toml": "[project\n", "mkdocs.yml": PLAIN, "docs/a.md": ""},
     "zensical.toml: this is not valid TOML: "),
    ({"mkdocs.yml": "plugins: [career-roadmap: {tilte: x}]\n", "docs/a.md": ""}, "no option 'tilte'"),
])
def test_in_doubt_nothing_is_built(under_zensical: Path, written: dict[str, str], told: str) -> None:
    write(under_zensical, written)
    said = guard.refusal()
    assert told in said
    assert said.endswith("\nSo nobody can tell what is private here, and Zensical would publish all of it.")


@pytest.mark.parametrize(("words", "path"), [
    (["build"], "zensical.toml"),
    (["build", "-f", "b/mkdocs.yml"], "b/mkdocs.yml"),
    (["build", "-fb/mkdocs.yml", "-c"], "b/mkdocs.yml"),
    (["build", "-scf", "b/mkdocs.yml"], "b/mkdocs.yml"),
    (["serve", "--config-file=b/mkdocs.yml", "-a", "x:1"], "b/mkdocs.yml"),
    (["serve", "-f", "mkdocs.yml", "-f", "b/mkdocs.yml"], "b/mkdocs.yml"),
])
def test_configuration_is_the_one_that_zensical_reads(tmp_path: Path, words: list[str], path: str) -> None:
    write(tmp_path, {"mkdocs.yml": "", "zensical.toml": "", "b/mkdocs.yml": ""})
    assert guard.configuration(words, tmp_path) == tmp_path / path


def test_without_a_configuration_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="nobody knows"):
        guard.configuration(["build", "-f", "gone.yml"], tmp_path)


def test_other_hosts_are_let_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert guard.look() == {}
    assert Markdown(extensions=["career-roadmap"]).convert("# A") == "<h1>A</h1>"


def test_page_is_not_rendered_where_only_the_extension_is_listed(under_zensical: Path) -> None:
    write(under_zensical, {"mkdocs.yml": PLAIN, "docs/okapi.md": DIARY})
    with pytest.raises(RuntimeError, match=r"would publish docs/okapi\.md"):
        Markdown(extensions=["career-roadmap"]).convert("# A")
    (under_zensical / "docs/okapi.md").unlink()
    guard.refusal.cache_clear()
    assert Markdown(extensions=["career-roadmap"]).convert("# A") == "<h1>A</h1>"


# --- beside the programs themselves ---


def test_mkdocs_builds_a_site_with_it_as_ever(site: MakeSite) -> None:
    tree = {**HOME, "a.md": post(), "okapi.md": DIARY}
    with_it, without = (good(build(site(tree, config(more=more)))) for more in (GUARDED, ""))
    assert with_it.content().keys() == without.content().keys()
    assert not with_it.has("okapi")


def test_zensical_writes_nothing_whatever_its_cache_has(site: MakeSite) -> None:
    folder = site({**HOME, "okapi.md": "# The okapi diary\n"}, config(theme="material", more=GUARDED))
    first = zensical(folder, "build")
    assert first.returncode == 0, first.stderr
    before = below(folder / "site")
    assert {"index.html", "okapi/index.html"} <= before.keys()
    write(folder / "docs", {"notes.markdown.bak": "# My okapi notes\n"})  # of which no page is rendered
    again = zensical(folder, "build")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == (
        "mkdocs.yml: Zensical does not know what is private or a draft, and would publish "
        "docs/notes.markdown.bak; build with `career-roadmap zensical build`, or with MkDocs\n")
    assert below(folder / "site") == before


def test_new_site_is_not_published_by_zensical_with_a_draft(site: MakeSite) -> None:
    folder = site({**HOME, "okapi.md": DIARY}, config(theme="material", more=GUARDED))
    assert zensical(folder, "build", "--clean").returncode == 1
    assert not (folder / "site").exists()


def test_zensical_ends_at_the_first_page_where_only_the_extension_is_listed(tmp_path: Path) -> None:
    config = '[project]\nsite_name = "A"\n[project.markdown_extensions.career-roadmap]\n'
    write(tmp_path, {"zensical.toml": config,
                     "docs/index.md": "# Home\n", "docs/okapi.md": DIARY})
    done = zensical(tmp_path, "build")
    assert done.returncode == 1
    assert "zensical.toml: Zensical does not know what is private or a draft" in done.stderr
    written = below(tmp_path / "site")
    assert not [path for path, text in written.items() if b"okapi" in text or "okapi" in path]


def test_check_finds_what_zensical_published_where_nothing_stopped_it(site: MakeSite) -> None:
    text = "# The okapi diary\n\nI paint okapis at night, and nobody knows.\n"
    folder = site({**HOME, "a.md": post(), "okapi.md": f"---\nvisibility: private\n---\n{text}"},
                  config(theme="material"))
    assert zensical(folder, "build").returncode == 0
    assert b"I paint okapis" in (folder / "site/okapi/index.html").read_bytes()
    done = run(folder, "check", "--site", "site")
    assert done.returncode == 1
    assert "[private-in-site]" in done.stdout
    assert "[no-roadmap-in-site]" in done.stdout
