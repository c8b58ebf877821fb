"""Compare an import with what Hugo makes of the same blogs: every address, and what is on every page.

    PYTHONPATH=plugin:tests .venv/bin/python -m hugo.compare FOLDER...

Each folder is a blog of Hugo. It is built by Hugo, with layouts that show nothing but the content, and with
the shortcodes of its themes and modules that are there, and imported and built by MkDocs. For each blog:
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

from mkdocs_career_roadmap.hugo.blog.components import theme_folders, with_themes
from mkdocs_career_roadmap.hugo.blog.config import HugoConfig, read_hugo_config
from mkdocs_career_roadmap.hugo.plan import Wishes, plan
from same_site import Comparison, compare_sites, tell

from hugo.oracle import LAYOUT, build_folder

_SHORTCODE = re.compile(r"\{\{[<%]\s*/?\s*([\w./-]*[\w-])")
_BUILT_IN = frozenset(
    "details figure gist highlight instagram param qr ref relref vimeo x youtube".split()  # noqa: SIM905
)
_KEPT = ("_shortcodes", "shortcodes", "_partials", "partials")
"""The folders of layouts that say what a shortcode comes to."""
_FAILED = re.compile(r"/(?:_shortcodes|shortcodes)/([\w./-]+?)\.html")
_PARTIAL_FAILED = re.compile(r"html/template:_partials/([\w./-]+)\.html")
_MADE_ANEW = re.compile(r"_hu_[0-9a-f]{16}(?:_\w+)?(?=\.\w)")
"""In the name of a picture that Hugo made of another."""
_SHOWN = ("layouts", "assets", "data", "i18n")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(tell(sys.argv[1:], compare_blog, partial(_new_folder, Path(folder))) > 0)


def _new_folder(parent: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=parent))


def compare_blog(blog: Path, temp: Path) -> Comparison:
    """Return what an import of a blog keeps. Raises RuntimeError if Hugo cannot build it."""
    old = temp / "old"
    config = with_themes(blog, read_hugo_config(blog))
    others = tuple(f"{one}/" for one in config.languages if one != config.language)
    if others:
        print(f"-- {' '.join(others)} are other languages, which an import leaves out")
    for path, content in build_old(blog, temp / "copy").items():
        if path.startswith(others) or _MADE_ANEW.search(path) or Path(path).name in (".DS_Store", ".gitkeep"):
            continue
        is_page = path.endswith(".html")
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_bytes(_comparable(content, config) if is_page else content)
    begun = time.process_time()
    made = plan(blog, Wishes())
    # A section without a file is a list, which the layouts of this comparison do not make.
    made = replace(made, rows=tuple(row for row in made.rows if (blog / row.path).is_file()))
    return compare_sites(blog.name, made, old, temp / "new", begun)


def _comparable(content: bytes, config: HugoConfig) -> bytes:
    """Return a page with its pictures as they were first, and the usual marks around its formulas."""
    text = _MADE_ANEW.sub("", content.decode("utf-8", "replace"))
    dialect = config.dialect()
    marks = [(*one, r"\[", r"\]") for one in dialect.math_block] + [
        (*one, r"\(", r"\)") for one in dialect.math_inline
    ]
    parts = re.split(r"(<pre\b.*?</pre>|<code\b.*?</code>|<[^>]*>)", text, flags=re.DOTALL)
    for begin, end, left, right in marks:
        pattern = re.compile(rf"{re.escape(begin)}\s*(\S.*?)\s*{re.escape(end)}", re.DOTALL)
        parts[::2] = [pattern.sub(lambda one: f"{left}{one[1]}{right}", part) for part in parts[::2]]  # noqa: B023
    return "".join(parts).encode()


def build_old(blog: Path, copy: Path) -> dict[str, bytes]:
    """Return what Hugo makes of a blog, as content only, with the shortcodes that it and its themes have. One
    that fails, or is nowhere, prints nothing.
    """
    shutil.copytree(
        blog, copy, symlinks=True, ignore=shutil.ignore_patterns("public", ".git", "resources", "exampleSite")
    )
    themes = [copy / folder for folder in theme_folders(copy, read_hugo_config(copy))]
    for theme in themes:
        _remove_all_but(theme, _SHOWN)
    for layouts in (folder / "layouts" for folder in (copy, *themes) if (folder / "layouts").is_dir()):
        _remove_all_but(layouts, _KEPT)
        for path in layouts.glob("*.*"):
            path.unlink()
    found = [path for top in (copy, *themes) for path in top.glob("layouts/*shortcodes/**/*.html")]
    known = {path.stem for path in found} | _BUILT_IN
    files = [path for path in (copy / "content").rglob("*") if path.suffix in _TEXTS]
    texts = [path.read_text("utf-8", "replace") for path in files]
    for name in {name for text in texts for name in _SHORTCODE.findall(text)} - known:
        _say_nothing(copy, name, texts)
    (copy / "layouts").mkdir(exist_ok=True)
    for name in ("single", "list", "home"):
        (copy / "layouts" / f"{name}.html").write_text(LAYOUT, "utf-8")
    while True:
        try:
            return build_folder(
                copy,
                *("--ignoreCache", "--enableGitInfo=false", "--disableKinds", "RSS"),
                *("--environment", "production"),
            )
        except RuntimeError as error:
            if not _mend(copy, str(error), texts):
                raise


def _mend(copy: Path, error: str, texts: list[str]) -> bool:
    """Take away the template that Hugo complains of; returns whether there was one."""
    if partial := _PARTIAL_FAILED.search(error):
        found = [*copy.glob(f"**/layouts/*partials/{partial[1]}.html")]
        for path in found:
            path.unlink()
        return bool(found)
    failed = [name for name in _FAILED.findall(error) if name not in _BUILT_IN]
    if not failed or (copy / "failed" / failed[-1]).exists():
        return False
    print(f"-- {failed[-1]} fails in Hugo, and prints nothing here")
    (copy / "failed" / failed[-1]).mkdir(parents=True)
    _say_nothing(copy, failed[-1], texts)
    return True


def _remove_all_but(folder: Path, names: tuple[str, ...]) -> None:
    for path in folder.iterdir():
        if path.is_dir() and path.name not in names:
            shutil.rmtree(path)


_TEXTS = (".md", ".html", ".markdown")


def _say_nothing(copy: Path, name: str, texts: list[str]) -> None:
    for folder in ("_shortcodes", "shortcodes"):
        stub = copy / "layouts" / folder / f"{name}.html"
        stub.parent.mkdir(parents=True, exist_ok=True)
        has_end = any(re.search(rf"\{{\{{[<%]\s*/\s*{re.escape(name)}\s", text) for text in texts)
        stub.write_text("{{ if false }}{{ .Inner }}{{ end }}" if has_end else "", "utf-8")


if __name__ == "__main__":
    main()
