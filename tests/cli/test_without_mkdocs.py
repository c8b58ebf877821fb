"""The command line does its work where no MkDocs is installed: to import it fails."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BLOCKED = ("import sys\n"
           "for name in ('mkdocs', 'properdocs', 'material'): sys.modules[name] = None\n"
           "from mkdocs_career_roadmap.cli import main\n"
           "sys.argv = ['career-roadmap', *sys.argv[1:]]\n"
           "main()")


def run(folder: Path, *words: str) -> str:
    done = subprocess.run([sys.executable, "-c", BLOCKED, *words], cwd=folder, capture_output=True, text=True,
                          timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_commands_need_no_mkdocs(tmp_path: Path) -> None:
    assert "wrote mkdocs.yml" in run(tmp_path, "init", ".")
    path = run(tmp_path, "new", "post", "First hours", "--status", "active", "--milestone",
               "Understand what others tried").strip()
    assert (tmp_path / path).read_text("utf-8").startswith("---\n")
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("draft_docs: |\n  later/\n")  # patterns, as MkDocs reads them
    run(tmp_path, "check")
    assert "Something worth ten years" in run(tmp_path, "next")
    run(tmp_path, "log")
    assert len(json.loads(run(tmp_path, "export", "json"))["posts"]) == 3


def test_an_import_needs_no_mkdocs(tmp_path: Path) -> None:
    post = tmp_path / "blog/_posts/2021-01-02-x.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\ntitle: x\n---\n{% raw %}{{ x }}{% endraw %} *words*\n", "utf-8")
    assert "new" in run(tmp_path, "import", "jekyll", "blog", "site")
