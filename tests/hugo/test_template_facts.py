"""What a template of a shortcode may know of a page and its site is what Hugo knows of them."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from jekyll.oracle import write
from mkdocs_career_roadmap.hugo.plan import Wishes, plan

from .oracle import LAYOUT, build_folder

SITE = [
    "site.Title",
    "site.Copyright",
    "site.BaseURL",
    "site.Params.mood",
    "site.Params.deep.er",
    "site.Data.birds.swift",
    "hugo.Data.birds.swift",
    "site.Language.Lang",
    "site.Language.Name",
    "site.Language.Locale",
    "site.Language.Params.mood",
    "hugo.Environment",
    "hugo.IsProduction",
    "hugo.IsServer",
    "hugo.IsDevelopment",
    "hugo.IsExtended",
    "hugo.IsMultilingual",
]
PAGE = [
    ".Page.Title",
    ".Page.LinkTitle",
    ".Page.Description",
    ".Page.Draft",
    ".Page.RelPermalink",
    ".Page.Permalink",
    ".Page.Section",
    ".Page.Type",
    ".Page.Kind",
    ".Page.IsPage",
    ".Page.IsHome",
    ".Page.IsSection",
    ".Page.Params.mood",
    ".Page.Params.place",
    ".Page.Page.Title",
    ".Page.Lang",
    ".Page.Language.Lang",
    ".Page.Language.Locale",
    ".Page.File.Path",
    ".Page.File.Dir",
    ".Page.File.Ext",
    ".Page.File.LogicalName",
    ".Page.File.BaseFileName",
    ".Page.File.ContentBaseName",
]
CONFIG = """\
baseURL = "https://birds.example/notes/"
title = "Wings"
copyright = "Ada"
locale = "en-GB"
disableKinds = ["RSS", "sitemap", "taxonomy", "term"]
[params]
mood = "calm"
[params.deep]
er = "deeper"
"""
PAGES = {
    "content/_index.md": "title: Home\n",
    "content/tools/_index.md": "title: All tools\nlinkTitle: Tools\n",
    "content/posts/first.md": (
        "title: First\ndate: 2020-01-01\ndescription: Of swifts\nparams: {place: bridge}\nmood: wild\n"
    ),
    "content/posts/second/index.md": "title: Second\ndate: 2020-01-02\nplace: tower\n",
    "content/tools/deep/scope.md": "title: Scope\ntype: glass\nmood: 3\n",
    "content/about.md": "linkTitle: Me\n",
}
ASKED = [*SITE, *PAGE]


def template(asked: list[str]) -> str:
    return "".join(f"<p>{at}=({{{{ {one} }}}})</p>" for at, one in enumerate(asked))


def answers(text: str) -> dict[str, str]:
    found = re.findall(r"(\d+)=\((.*?)\)", html.unescape(text))
    return {ASKED[int(at)]: value for at, value in found}


def both(folder: Path, config: str) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Return by page what a template came to in the import, and what Hugo makes of it."""
    write(folder, {
        "hugo.toml": config,
        "data/birds.yaml": "swift: fast\n",
        "layouts/single.html": LAYOUT,
        "layouts/list.html": LAYOUT,
        "layouts/shortcodes/facts.html": template(ASKED),
        **{path: f"---\n{front}---\n{{{{< facts >}}}}\n" for path, front in PAGES.items()},
    })
    made = plan(folder, Wishes())
    built = build_folder(folder)
    return {
        row.path: (
            answers(str(made.files[row.made])),
            answers(built[f"{row.address}index.html".removeprefix("/")].decode()),
        )
        for row in made.rows
        if row.path in PAGES
    }


@pytest.mark.parametrize("more", ["", 'defaultContentLanguage = "en"\n[languages.en]\n[languages.de]\n'])
def test_a_template_knows_of_a_page_what_hugo_knows(more: str, tmp_path: Path) -> None:
    found = both(tmp_path, CONFIG + more)
    assert found.keys() == PAGES.keys()
    for path, (ours, theirs) in found.items():
        assert len(theirs) == len(ASKED)
        assert ours == theirs, path
