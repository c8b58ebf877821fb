"""Compare an import with what Hugo makes of the same blogs: every address, and what is on every page.

    PYTHONPATH=tests .venv/bin/python -m hugo.compare FOLDER...

Each folder is a blog of Hugo. It is built by Hugo, with layouts that show nothing but the content, without
its theme and modules (a shortcode of theirs prints nothing), and imported and built by MkDocs. For each blog:
how many of the addresses that Hugo serves lead to a page of the new site, how many words of each page are the
same in the same order, and how many pictures, tables, frames, blocks of code and links there are in both.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import html5lib
from jekyll.compare import XHTML, build_new, file_at, has, share_of
from mkdocs_career_roadmap.hugo.blog.config import read_hugo_config
from mkdocs_career_roadmap.hugo.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.destination import compare, write
from mkdocs_career_roadmap.new_site.lines import NoteKind

from hugo.oracle import LAYOUT, build_folder

KINDS: Mapping[str, str] = {
    "pictures": "img",
    "tables": "table",
    "frames": "iframe",
    "code": "pre",
    "links": "a",
}
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
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as temp:
            compare_blog(Path(name), Path(temp))


def compare_blog(blog: Path, temp: Path) -> None:
    made = plan(blog, Wishes())
    write(temp / "new", made.files, compare(temp / "new", made.files, overwrite=False))
    strict = build_new(temp / "new")
    old = temp / "old"
    for path, content in build_old(blog, temp / "copy").items():
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_bytes(content)
    site = temp / "new/site"
    served = [
        f"/{path.relative_to(old).as_posix().removesuffix('index.html')}"
        for path in sorted(old.rglob("*.html"))
    ]
    lost = [one for one in served if one != "/" and not has(site, one)]
    files = [
        path.relative_to(old).as_posix()
        for path in sorted(old.rglob("*"))
        if path.is_file() and path.suffix not in (".html", ".xml")
    ]
    away = [one for one in files if not (site / one).is_file()]
    # A section without a file is a list, which the layouts of this comparison do not make.
    rows = [row for row in made.rows if row.address and has(old, row.address) and (blog / row.path).is_file()]
    shares = sorted(
        (share, row.path) for row in rows if (share := share_of(old, site, row.address)) is not None
    )
    counts = {kind: sum(note.kind is kind for note in made.notes) for kind in NoteKind}
    print(f"== {blog.name}: {len(made.rows)} pages; {counts}; strict: {strict or 'clean'}")
    print(
        f"   addresses: {len(served) - len(lost)} of {len(served)}; "
        f"files: {len(files) - len(away)} of {len(files)}"
        f"; left shortcodes: {sum('shortcode' in n.what and n.kind is NoteKind.LEFT for n in made.notes)}"
    )
    print(f"   lost: {lost[:8]} {away[:8]}")
    told = []
    for kind in KINDS:
        one, other = Counter[str](), Counter[str]()
        worst = []
        for row in rows:
            before, after = things(old, row.address, kind), things(site, row.address, kind)
            one[kind] += len(before)
            other[kind] += len(after)
            if len(before) != len(after):
                worst.append(f"{row.path} {len(before)}→{len(after)}")
        told.append(f"{kind} {one[kind]}→{other[kind]}")
        if os.environ.get("SHOW") and worst:
            print("   ", kind, worst[:6])
    print(f"   {', '.join(told)}")
    if shares:
        print(
            f"   words: mean {sum(s for s, _ in shares) / len(shares):.2%}, below 98 %: "
            f"{sum(s < 0.98 for s, _ in shares)} of {len(shares)}"
        )
    for share, path in shares[: int(os.environ.get("WORST", "6"))]:
        if share < 0.995:
            print(f"   {share:8.2%}  {path}")


def things(site: Path, address: str, kind: str) -> list[str]:
    """Return the elements of a kind in the article of a page."""
    file = file_at(site, address)
    if file is None:
        return []
    text = file.read_text("utf-8", "replace")
    if target := re.search(r'http-equiv="?refresh"? content="0; ?url=([^"]+)"', text):
        path = (file.parent / unquote(target[1])).resolve()
        text = (path / "index.html" if path.is_dir() else path).read_text("utf-8", "replace")
    root = html5lib.parse(text, namespaceHTMLElements=True)
    article = next((one for one in root.iter() if one.get("id") == "the-content"), None)
    if article is None:
        article = next(
            (one for one in root.iter(f"{XHTML}article") if "md-content__inner" in one.get("class", "")), root
        )
    return list(_things(article, KINDS[kind]))


def _things(node, name: str) -> Iterator[str]:
    for child in node:
        marks = child.get("class", "") if isinstance(child.tag, str) else ""
        if any(
            mark in marks
            for mark in ("highlighttable", "lntable", "cr-box", "md-post__", "md-tags", "md-source")
        ):
            if name == "pre" and "table" in marks:
                yield ""
            continue
        tag = child.tag.removeprefix(XHTML) if isinstance(child.tag, str) else ""
        is_own = tag == "a" and any(
            mark in marks for mark in ("headerlink", "footnote", "md-content__button")
        )
        if name == "pre" and tag == "div" and "highlight" in marks:
            yield ""
            continue
        if tag == name and not is_own and not (tag == "a" and child.get("href") is None):
            yield child.get("href") or child.get("src") or ""
        yield from _things(child, name)


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
        copy, "--ignoreCache", "--theme", "", "--disableKinds", "RSS", "--environment", "production"
    )


if __name__ == "__main__":
    main()
