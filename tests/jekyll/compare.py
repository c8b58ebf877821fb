"""Compare an import with what Jekyll makes of the same blogs: every address, and what is on every page.

    PYTHONPATH=plugin:tests .venv/bin/python -m jekyll.compare FOLDER...

Each folder is a Jekyll blog. It is built by Jekyll, with layouts that show nothing but the content and
without its theme and plugins: a tag of theirs prints nothing, a block what is in it, an include that the blog
does not have nothing. And it is imported and built by MkDocs. For each blog: what differs, the worst pages
first, and a row of a table: how many addresses and files of the old site the new one has, how many words of
each page are the same in the same order, how many pictures, tables, frames, blocks of code and links, which
entries of the menu lead somewhere, what took how long, and what a strict build and the workflow's check
complain of. It ends with 1 if a blog is not whole, or a program died.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml
from mkdocs_career_roadmap.jekyll.blog.config import read_config
from mkdocs_career_roadmap.jekyll.plan import Wishes, plan
from same_article import CONTENT
from same_site import Comparison, compare_sites, tell

from jekyll.oracle import build_site

TEXTS = frozenset({".md", ".markdown", ".html", ".htm", ".xml", ".mkd", ".liquid"})
_LAYOUTS, _PLUGINS, _CONFIG = "_layouts_of_comparison", "_plugins_of_comparison", "_config_of_comparison.yml"
_OF_JEKYLL = frozenset([
    "assign", "break", "capture", "case", "comment", "continue", "cycle", "decrement", "echo", "else",
    "elsif", "for", "highlight", "if", "ifchanged", "include", "include_cached", "include_relative",
    "increment", "link", "liquid", "post_url", "raw", "render", "tablerow", "unless", "when",
])
_TAG = re.compile(r"{%-?\s*([a-z_]+)")
_INCLUDE = re.compile(r"{%-?\s*include(?:_cached)?\s+([\w./-]+)")
_FIGURE = """
    class Captioned < Liquid::Block
      def initialize(name, markup, tokens); super; @caption = markup[/caption:\\s*"([^"]*)"/, 1].to_s; end
      def render(context)
        markdown = context.registers[:site].find_converter_instance(Jekyll::Converters::Markdown)
        text, caption = [super, @caption].map { |one| markdown.convert(one) }
        "<figure>#{text}<figcaption>#{caption}</figcaption></figure>"
      end
    end
"""
"""What jekyll-figure makes of a figure."""
_LEADS_ON = """
    Jekyll::Hooks.register %i[pages documents], :pre_render do |one|
      to = [one.data["redirect_to"]].flatten.first
      one.content = "<a href='#{to}'>#{to}</a>" if to.is_a?(String)
    end
"""
"""Where jekyll-redirect-from leads a reader on, nobody reads the page: it is a link to there."""
_LAYOUT = re.compile(r"(?m)^\s*layout:[ \t]*['\"]?([\w./-]+)")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(tell(sys.argv[1:], compare_blog, partial(_new_folder, Path(folder))) > 0)


def _new_folder(parent: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=parent))


def compare_blog(blog: Path, temp: Path) -> Comparison:
    """Return what an import of a blog keeps. Raises RuntimeError if Jekyll cannot build it."""
    old = build_old(blog, temp / "old")
    begun = time.process_time()
    return compare_sites(blog.name, plan(blog, Wishes()), old, temp / "new", begun)


def build_old(blog: Path, copy: Path) -> Path:
    """Build a blog with Jekyll, as content only; return the folder that it wrote. Raises RuntimeError."""
    shutil.copytree(blog, copy, symlinks=True, ignore=shutil.ignore_patterns("_site", ".git"))
    for sheet in [*copy.rglob("*.scss"), *copy.rglob("*.sass")]:
        sheet.unlink()
    texts = [file.read_text("utf-8", "replace") for file in sorted(copy.rglob("*"))
             if file.is_file() and file.suffix in TEXTS]
    config = copy / "_config.yml"
    written = config.read_text("utf-8") if config.is_file() else ""
    named = {name for text in [*texts, written] for name in _LAYOUT.findall(text)}
    layouts = {file.stem for file in (copy / "_layouts").rglob("*") if file.is_file()}
    for layout in layouts | named | {"default", "post", "page", "home"}:
        file = copy / _LAYOUTS / f"{layout}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'<main id="{CONTENT}">{{{{ content }}}}</main>')
    includes = copy / str(read_config(blog).raw.get("includes_dir", "_includes"))
    for name in {name for text in texts for name in _INCLUDE.findall(text)}:
        if not (includes / name).exists():
            (includes / name).parent.mkdir(parents=True, exist_ok=True)
            (includes / name).write_text("")
    (copy / _PLUGINS).mkdir()
    (copy / _PLUGINS / "stubs.rb").write_text("".join(_stubs(texts)))
    ours = {"layouts_dir": _LAYOUTS, "plugins_dir": _PLUGINS, "plugins": [], "gems": [], "whitelist": [],
            "theme": False,  # with nothing in its place, Jekyll keeps what the other file says
            "kramdown": {"syntax_highlighter_opts": {"disable": True}}}
    (copy / _CONFIG).write_text(yaml.safe_dump(ours))
    build_site(copy, copy / "_site", "UTC", "--config", ",".join(
        str(one) for one in (config, copy / _CONFIG) if one.is_file()))
    return copy / "_site"


def _stubs(texts: list[str]) -> Iterator[str]:
    """Yield the tags of Liquid that the blog's plugins have: one prints nothing, a block what is in it."""
    yield "class Nothing < Liquid::Tag; def render(c); ''; end; end\nclass Inside < Liquid::Block; end\n"
    yield _FIGURE
    yield "Liquid::Template.register_tag('include_cached', Jekyll::Tags::IncludeTag)\n"
    yield _LEADS_ON
    names = {name for text in texts for name in _TAG.findall(text)}
    for name in sorted(names - _OF_JEKYLL):
        if not name.startswith("end"):
            kind = "Nothing" if f"end{name}" not in names else "Captioned" if name == "figure" else "Inside"
            yield f"Liquid::Template.register_tag('{name}', {kind})\n"


if __name__ == "__main__":
    main()
