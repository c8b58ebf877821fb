"""Compare an import with what Hugo makes of the same blogs: every address, and what is on every page.

    PYTHONPATH=plugin:tests .venv/bin/python -m hugo.compare FOLDER...

Each folder is a blog of Hugo. It is built by Hugo, with layouts that show nothing but the content, without
its theme and modules (a shortcode of theirs prints nothing), and imported and built by MkDocs. For each blog:
how many of the addresses that Hugo serves lead to a page of the new site, how many words of each page are the
same in the same order, and how many pictures, tables, frames, blocks of code and links there are in both.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from mkdocs_career_roadmap.hugo.blog.config import read_hugo_config
from mkdocs_career_roadmap.hugo.plan import Wishes, plan
from same_site import Comparison, compare_sites, tell

from hugo.oracle import LAYOUT, build_folder

_SHORTCODE = re.compile(r"\{\{[<%]\s*/?\s*([\w./-]*[\w-])")
_BUILT_IN = frozenset(
    {
        "details",
        "figure",
        "gist",
        "highlight",
        "instagram",
        "param",
        "qr",
        "ref",
        "relref",
        "vimeo",
        "x",
        "youtube",
    }
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(tell(sys.argv[1:], compare_blog, partial(_new_folder, Path(folder))) > 0)


def _new_folder(parent: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=parent))


def compare_blog(blog: Path, temp: Path) -> Comparison:
    """Return what an import of a blog keeps. Raises RuntimeError if Hugo cannot build it."""
    old = temp / "old"
    for path, content in build_old(blog, temp / "copy").items():
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_bytes(content)
    begun = time.process_time()
    made = plan(blog, Wishes())
    # A section without a file is a list, which the layouts of this comparison do not make.
    made = replace(made, rows=tuple(row for row in made.rows if (blog / row.path).is_file()))
    return compare_sites(blog.name, made, old, temp / "new", begun)


def build_old(blog: Path, copy: Path) -> dict[str, bytes]:
    """Return what Hugo makes of a blog, as content only."""
    shutil.copytree(
        blog, copy, symlinks=True, ignore=shutil.ignore_patterns("public", ".git", "themes", "resources")
    )
    own = [
        path
        for folder in ("shortcodes", "_shortcodes")
        for path in copy.glob(f"layouts/{folder}/**/*.html")
        if not re.search(r"\bpartial|\.Render\b|GetPage", path.read_text("utf-8"))
    ]
    kept = {path.relative_to(copy): path.read_text("utf-8") for path in own}
    shutil.rmtree(copy / "layouts", ignore_errors=True)
    (copy / "layouts").mkdir()
    for path, text in kept.items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_text(text, "utf-8")
    named = {
        name
        for path in (copy / "content").rglob("*")
        if path.suffix in (".md", ".html", ".markdown")
        for name in _SHORTCODE.findall(path.read_text("utf-8", "replace"))
    }
    for name in named - _BUILT_IN - {path.stem for path in own}:
        stub = copy / "layouts/shortcodes" / f"{name}.html"
        stub.parent.mkdir(parents=True, exist_ok=True)
        stub.write_text(
            "{{ if false }}{{ .Inner }}{{ end }}"
            if re.search(
                rf"\{{\{{[<%]\s*/\s*{re.escape(name)}\s",
                "".join(path.read_text("utf-8", "replace") for path in (copy / "content").rglob("*.md")),
            )
            else "",
            "utf-8",
        )
    for name in ("single", "list", "home", "baseof"):
        if name != "baseof":
            (copy / "layouts" / f"{name}.html").write_text(LAYOUT, "utf-8")
    config = read_hugo_config(blog)
    for path in [copy / config.name, *(copy / "config").rglob("*.*")]:
        text = path.read_text("utf-8")
        text = re.sub(r"(?m)^theme\s*[=:].*$", "", text)
        path.write_text(text, "utf-8")
        if path.stem == "module":
            path.unlink()
    return build_folder(
        copy,
        *("--ignoreCache", "--enableGitInfo=false", "--theme", "", "--disableKinds", "RSS"),
        *("--environment", "production"),
    )


if __name__ == "__main__":
    main()
