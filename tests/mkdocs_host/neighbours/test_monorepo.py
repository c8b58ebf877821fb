"""Beside mkdocs-monorepo-plugin, which builds a copy of the docs folders of all parts of a repository.

The plugin is no package of these tests: it is there as far as ours asks it, with the names that its version
1.1.2 has.
"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from commands import run
from conftest import MakeSite, write
from hosts import HOME, build, config, post
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_career_roadmap.mkdocs_host.neighbours.monorepo import docs_as_written

HOOK = '''
import shutil
import tempfile
from pathlib import Path
from types import SimpleNamespace

def on_config(config):
    here = Path(config.config_file_path).parent
    parts = [["", config.docs_dir], ["part", str(here / "part/docs")]]
    copy = tempfile.mkdtemp(dir=here.parent)
    for name, of in parts:
        shutil.copytree(of, Path(copy, name), dirs_exist_ok=True)
    config.docs_dir = copy
    dict.__setitem__(config.plugins, "monorepo", SimpleNamespace(merger=SimpleNamespace(docs_dirs=parts)))
'''


def test_what_is_told_of_a_part_names_the_file_that_was_copied(site: MakeSite) -> None:
    folder = site({**HOME, "posts/a.md": post("status: dnoe")}, config(more="hooks: [copies.py]"))
    write(folder, {"copies.py": HOOK, "part/docs/b.md": post("status: active\nscope: huge")})
    made = build(folder, strict=False)
    assert "docs/posts/a.md:6:9: error: unknown status 'dnoe'" in made.log
    assert "career-roadmap: part/docs/b.md:7:8: error:" in made.log


def test_a_part_within_a_part_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"docs/x.md": "", "docs/a/c/old.md": "", "a/docs/x.md": "", "b/docs/x.md": ""})
    made = MkDocsConfig()
    made.docs_dir = str(tmp_path / "copy")
    parts = [["", "docs"], ["a", "a/docs"], ["a/c", "b/docs"]]
    made.plugins = {"monorepo": SimpleNamespace(merger=SimpleNamespace(docs_dirs=parts))}  # type: ignore[assignment]
    written = docs_as_written(made)
    assert callable(written)
    paths = ("x.md", "a/x.md", "a/c/x.md", "a/c/old.md", "../refs.bib", "new.md")
    assert list(map(written, paths)) == [
        "docs/x.md", "a/docs/x.md", "b/docs/x.md", "docs/a/c/old.md", "refs.bib", "copy/new.md"]


def test_without_parts_the_docs_folder_is_that_of_the_site(tmp_path: Path) -> None:
    made = MkDocsConfig()
    made.docs_dir = str(Path.cwd() / "docs")
    for plugins in ({}, {"monorepo": SimpleNamespace(merger=None)}):
        made.plugins = plugins  # type: ignore[assignment]
        assert docs_as_written(made) == "docs"


@pytest.mark.parametrize("plugin", ["monorepo", "multirepo: {repos: []}"])
def test_check_says_that_it_does_not_read_the_other_parts(site: MakeSite, plugin: str) -> None:
    folder = site({**HOME, "posts/a.md": post("status: active")}, config(plugins=f"[{plugin}, ROADMAP]"))
    name = plugin.partition(":")[0]
    assert f"mkdocs.yml: the plugin {name} takes pages of other folders" in run(folder, "check").stderr
    assert "takes pages of other folders" not in run(site(HOME, config()), "check").stderr
