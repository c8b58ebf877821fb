"""Compare an import with what Jekyll makes of the same blogs: every address, and the text of every page.

    PYTHONPATH=tests .venv/bin/python -m jekyll.compare FOLDER...

Each folder is a Jekyll blog. It is built by Jekyll, with layouts that show nothing but the content and
without its plugins (a tag of theirs prints nothing), and imported and built by MkDocs. For each
blog: how many posts there are, how many were imported, how many of their addresses lead to a page of the
new site, and how many words of each post are the same, in the same order. Both need to be installed here.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import html5lib
import yaml
from mkdocs_career_roadmap.jekyll.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.destination import compare, write
from mkdocs_career_roadmap.new_site.lines import NoteKind

from jekyll.oracle import installed

BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "blockquote",
        "table",
        "tr",
        "td",
        "th",
        "br",
        "hr",
        "figure",
        "figcaption",
        "section",
        "article",
        "details",
        "summary",
        "header",
        "footer",
        "aside",
        "tbody",
        "thead",
    ]
)
SILENT = frozenset({"script", "style", "template"})
TEXTS = frozenset({".md", ".markdown", ".html", ".htm", ".xml", ".mkd"})
XHTML = "{http://www.w3.org/1999/xhtml}"


def main() -> None:
    for name in sys.argv[1:]:
        blog = Path(name)
        with tempfile.TemporaryDirectory() as temp:
            compare_blog(blog, Path(temp))


def compare_blog(blog: Path, temp: Path) -> None:
    begun = time.perf_counter()
    made = plan(blog, Wishes())
    write(temp / "new", made.files, compare(temp / "new", made.files, overwrite=False))
    took = time.perf_counter() - begun
    strict = build_new(temp / "new")
    built = build_old(blog, temp / "old")
    posts = [row for row in made.rows if re.search(r"(^|/)_posts/", row.path)]
    shares = sorted((share, row.path) for row in posts
                    if (share := share_of(built, temp / "new/site", row.address)) is not None)
    same = [row for row in posts if has(built, row.address)]
    alive = [row for row in same if has(temp / "new/site", row.address)]
    counts = {kind: sum(note.kind is kind for note in made.notes) for kind in NoteKind}
    print(f"== {blog.name}: imported in {took:.1f} s, {len(posts)} posts of {posts_in(blog)}, "
          f"{len(made.rows) - len(posts)} other pages; {json.dumps(counts)}")
    print(f"   strict build: {strict or 'clean'}")
    print(f"   addresses that Jekyll serves: {len(same)} of {len(posts)}; of these found in the new site: "
          f"{len(alive)}; served by Jekyll, not said by us: {len(unsaid(built, posts))}")
    if shares:
        print(f"   same words: mean {sum(s for s, _ in shares) / len(shares):.2%}, below 98 %: "
              f"{sum(s < 0.98 for s, _ in shares)} of {len(shares)}")
    for share, path in shares[:int(os.environ.get("WORST", "8"))]:
        if share < 0.995:
            print(f"   {share:8.2%}  {path}")


def posts_in(blog: Path) -> int:
    return sum(file.is_file() for file in blog.rglob("*")
               if "_posts" in file.relative_to(blog).parts[:-1] and re.match(r"\d+-\d+-\d+-", file.name))


def build_new(folder: Path) -> str:
    """Build the new site; return what a strict build complains of."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", folder / "mkdocs.yml"],
                          capture_output=True, text=True, env=env, check=False)
    told = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
    for line in told[:int(os.environ.get("WARNINGS", "3"))]:
        print("   ", line[:300])
    return f"{len(told)} warnings" if told else "" if done.returncode == 0 else done.stderr[-800:]


def build_old(blog: Path, copy: Path) -> Path:
    """Build a blog with Jekyll, as content only; return the folder that it wrote."""
    shutil.copytree(blog, copy, symlinks=True, ignore=shutil.ignore_patterns("_site", ".git"))
    layouts = {file.stem for file in (copy / "_layouts").rglob("*") if file.is_file()}
    shutil.rmtree(copy / "_layouts", ignore_errors=True)
    shutil.rmtree(copy / "_plugins", ignore_errors=True)
    (copy / "_layouts").mkdir()
    for sheet in [*copy.rglob("*.scss"), *copy.rglob("*.sass")]:
        sheet.unlink()
    for gems in ("Gemfile", "Gemfile.lock"):
        (copy / gems).unlink(missing_ok=True)
    config = yaml.safe_load((copy / "_config.yml").read_text("utf-8")) or {}
    names = {str(scope["values"].get("layout")) for scope in config.get("defaults", []) if "values" in scope}
    for layout in layouts | names | {"default", "post", "page", "home"}:
        (copy / "_layouts" / layout).parent.mkdir(parents=True, exist_ok=True)
        (copy / "_layouts" / f"{layout}.html").write_text('<main id="the-content">{{ content }}</main>')
    for key in ("plugins", "gems", "whitelist", "theme", "remote_theme", "paginate"):
        config.pop(key, None)
    config["kramdown"] = {**(config.get("kramdown") or {}), "syntax_highlighter_opts": {"disable": True}}
    config.setdefault("timezone", "UTC")
    (copy / "_config.yml").write_text(yaml.safe_dump(config, allow_unicode=True))
    (copy / "_plugins").mkdir()
    (copy / "_plugins/stubs.rb").write_text("".join(stubs(copy)))
    done = subprocess.run(
        [installed("jekyll"), "build", "--quiet", "-s", copy, "-d", copy / "_site"],
        capture_output=True,
        text=True,
        env={**os.environ, "TZ": "UTC"},
        check=False,
        cwd=copy,
    )
    if done.returncode:
        print("   jekyll:", (done.stderr + done.stdout).strip()[:600])
    return copy / "_site"


def stubs(copy: Path) -> Iterator[str]:
    """Yield a tag of Liquid, which prints nothing, for each that the blog's plugins have."""
    known = {
        "include",
        "include_relative",
        "if",
        "for",
        "unless",
        "case",
        "assign",
        "capture",
        "cycle",
        "else",
        "elsif",
        "when",
        "comment",
        "include_cached",
        "tablerow",
        "link",
        "post_url",
        "increment",
        "decrement",
        "break",
        "continue",
        "raw",
        "highlight",
        "ifchanged",
        "liquid",
        "render",
        "echo",
    }
    yield "class Nothing < Liquid::Tag; def render(c); ''; end; end\n"
    names = {match[1] for file in copy.rglob("*") if file.is_file() and file.suffix in TEXTS
             for match in re.finditer(r"{%-?\s*([a-z_]+)", file.read_text("utf-8", "replace"))}
    for name in sorted(names | {"include_cached"}):
        if name not in known - {"include_cached"} and not name.startswith("end"):
            yield f"Liquid::Template.register_tag('{name}', Nothing)\n"


def has(site: Path, address: str) -> bool:
    return file_at(site, address) is not None


def file_at(site: Path, address: str) -> Path | None:
    """Return the file that a server answers an address with, as GitHub Pages does."""
    name = unquote(address).strip("/")
    names = [f"{name}/index.html"] if address.endswith("/") else [name, f"{name}.html", f"{name}/index.html"]
    return next((site / one for one in names if (site / one).is_file()), None)


def unsaid(built: Path, posts: list) -> set[str]:
    """Return the posts that Jekyll wrote and the import does not know of."""
    said = {file_at(built, row.address) for row in posts}
    dated = {file for file in built.rglob("*.html") if re.search(r"/\d{4}/\d+/\d+/", file.as_posix())}
    return {file.as_posix() for file in dated - said}


def share_of(old: Path, new: Path, address: str) -> float | None:
    """Return how much of a page's words are alike in both sites; None: one of them has no such page."""
    one, other = file_at(old, address), file_at(new, address)
    if one is None or other is None:
        return None
    target = re.search(
        r'http-equiv="?refresh"? content="0; ?url=([^"]+)"', other.read_text("utf-8", "replace")
    )
    if target:
        path = (other.parent / unquote(target[1])).resolve()
        other = path / "index.html" if path.is_dir() else path
    if not other.is_file():
        return 0.0
    before, after = words_of(one, "the-content"), words_of(other, None)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=len(before) > 20000)
    same = sum(block.size for block in matcher.get_matching_blocks())
    if os.environ.get("DIFF") and DIFF in address:
        show(matcher, before, after)
    return same / max(len(before), len(after)) if before or after else 1.0


DIFF = os.environ.get("DIFF", "")


def show(matcher: difflib.SequenceMatcher, before: list[str], after: list[str]) -> None:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            print(f"      {before[max(a - 2, 0):b + 1][:25]}  ->  {after[max(c - 2, 0):d + 1][:25]}")


def words_of(file: Path, id: str | None) -> list[str]:
    root = html5lib.parse(file.read_text("utf-8", "replace"), namespaceHTMLElements=True)
    found = next((e for e in root.iter() if e.get("id") == id), root) if id else next(
        (e for e in root.iter(f"{XHTML}article") if "md-content__inner" in e.get("class", "")), root)
    if id is None:
        strip_theme(found)
    return "".join(texts(found)).split()


def strip_theme(article) -> None:
    """Remove what the theme shows besides the content."""
    first = next((child for child in article if child.tag == f"{XHTML}h1"), None)
    if first is not None and not first.get("data-kept"):
        article.remove(first)
    for parent in list(article.iter()):
        for child in list(parent):
            marks = (child.get("class", "") if isinstance(child.tag, str) else "").split()
            if {"headerlink", "md-source-file", "md-tags", "linenos", "cr-box", "cr-end"} & set(marks) or (
                    isinstance(child.tag, str) and child.tag == f"{XHTML}nav" and "md-tags" in marks):
                children = list(parent)
                at = children.index(child)
                if at:
                    children[at - 1].tail = f"{children[at - 1].tail or ''} {child.tail or ''}"
                else:
                    parent.text = f"{parent.text or ''} {child.tail or ''}"
                parent.remove(child)


def texts(element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    name = element.tag.removeprefix(XHTML)
    if name in SILENT or "lineno" in element.get("class", "") or "gutter" in element.get("class", ""):
        return
    if name in BLOCKS:
        yield " "
    yield element.text or ""
    for child in element:
        yield from texts(child)
        yield child.tail or ""
    if name in BLOCKS:
        yield " "


if __name__ == "__main__":
    main()
