"""Words of a hidden page that come into a site after its pages were read: no file of the site has them."""

from __future__ import annotations

import gzip

import pytest
from conftest import MakeSite
from hosts import Build, build, config

HOOK = '''
import gzip
from pathlib import Path
from mkdocs.structure.files import File

def said(config, way):
    return Path(config.docs_dir, "notes", f"okapi{way}.md").read_text().rpartition("---")[2].strip()

def on_config(config):
    config.extra["motto"] = said(config, "extra")

def on_files(files, config):
    files.append(File.generated(config, "made.txt", content=said(config, "generated")))

def on_page_context(context, page, config, nav):
    if page.file.src_uri == "late.md":
        page.content += said(config, "context")
    if page.file.src_uri == "meta.md":
        page.meta["description"] = said(config, "meta")

def on_post_page(output, page, config):
    return output + said(config, "post") if page.file.src_uri == "post.md" else output

def on_post_template(output_content, template_name, config):
    return output_content + (said(config, "template") if template_name == "404.html" else "")

def on_post_build(config):
    site = Path(config.site_dir)
    (site / "list.csv").write_text("a;" + said(config, "file"))
    (site / "list.json.gz").write_bytes(gzip.compress(said(config, "packed").encode()))
    (site / "titles.json").write_text('["a title of okapi named", "okapi-in-the-stem"]')
'''
WAYS = {"extra": "plain/index.html", "generated": "made.txt", "context": "late/index.html",
        "meta": "meta/index.html", "post": "post/index.html", "template": "404.html", "file": "list.csv",
        "packed": "list.json.gz"}
"""From each way to the file of the site into which it brings the words of its own hidden page."""
THEME = {"plain": "{{ page.content }}{{ config.extra.motto }}",
         "meta": '<meta name="description" content="{{ page.meta.description }}">'}


def text_of(way: str) -> str:
    return f"Nobody shall ever read what okapi{way} did in the garden of our house."


def site_of(site: MakeSite, options: str, *, public: str = "") -> Build:
    """Build a site whose hook brings the words of a hidden page in, each way those of another one."""
    hidden = {f"notes/okapi{way}.md": f"---\nvisibility: private\n---\n{text_of(way)}\n" for way in WAYS}
    named = {"notes/named.md": "---\ntitle: A title of okapi named\ndraft: true\n---\n",
             "notes/2026-01-01-okapi-in-the-stem.md": "---\ntitle: Stem\ndraft: true\n---\n"}
    pages = {f"{name}.md": f"---\ntemplate: {name}.html\n---\n# {name.title()}\n" for name in THEME}
    pages |= {f"{name}.md": f"# {name.title()}\n" for name in ("late", "post")}
    tree = {"index.md": f"# Home\n\n{public}\n", **pages, **hidden, **named}
    folder = site(tree, config(options, "{name: mkdocs, custom_dir: theme}", more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(HOOK)
    (folder / "theme").mkdir()
    for name, text in THEME.items():
        (folder / f"theme/{name}.html").write_text(text)
    return build(folder, strict=False)


def test_what_a_theme_says_on_every_page_is_told_once(site: MakeSite) -> None:
    words = text_of("footer")
    tree = {"index.md": "# Home\n", "a.md": "# A\n", "b.md": "# B\n",
            "notes/okapi.md": f"---\nvisibility: private\n---\n{words}\n"}
    folder = site(tree, config("{}", more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(f"def on_env(env, config, files):\n    config.copyright = {words!r}\n")
    made = build(folder, strict=False)
    assert made.code == 1
    assert found(made) == set()
    told = [line for line in made.problems if line.endswith("[private-in-site]")]
    assert len(told) == 1
    assert told[0].startswith("site/404.html:1:1: error: a sentence of notes/okapi.md, which must not be ")
    assert "came into this file and 3 others" in told[0]


def found(made: Build) -> set[str]:
    return {name for name, content in made.content().items()
            if b"okapi" in (gzip.decompress(content) if name.endswith(".gz") and content else content)}


@pytest.mark.parametrize("options", ["{as_of: 2026-04-01}", "{enabled: false}"])
def test_whatever_says_what_a_hidden_page_says_is_taken_out_and_told(site: MakeSite, options: str) -> None:
    made = site_of(site, options)
    assert made.code == 1
    assert found(made) == set()
    told = "\n".join(line for line in made.problems if line.endswith("[private-in-site]"))
    for way, file in WAYS.items():
        assert f"site/{file}:1:1: error: a sentence of notes/okapi{way}.md" in told, way
        assert file not in made.site.files
    for path in ("named", "2026-01-01-okapi-in-the-stem"):
        assert f"site/titles.json:1:1: error: a title or file name of notes/{path}.md" in told
    assert "in the garden" not in made.log


def test_what_a_public_page_says_may_come_in_in_every_way(site: MakeSite) -> None:
    said = "\n".join(map(text_of, WAYS))
    made = site_of(site, "{}", public=f"{said}\n\nA title of okapi named, okapi in the stem")
    assert made.code == 0, made.log
    assert found(made) >= {*WAYS.values(), "titles.json"}
    assert not [line for line in made.problems if "private-in-site" in line]


def test_site_may_say_that_it_is_no_error(site: MakeSite) -> None:
    made = site_of(site, "{problems: {private-in-site: warning}}")
    assert made.code == 0
    assert found(made) >= set(WAYS.values())
    assert len([line for line in made.problems if "do not publish it" in line]) > len(WAYS)
