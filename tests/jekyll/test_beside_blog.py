"""The small site beside a blog that Jekyll itself builds: all its links, to posts as well, lead somewhere."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from commands import run
from conftest import write
from crawl import BuiltSite, dead_links

_POST = "---\ntitle: {}\ndate: 2026-03-02\ngoal: Birds\nmilestone: Songs\n{}\n---\nWords.\n"
_BLOG = {
    "_config.yml": "title: Ada\nbaseurl: /blog\n",
    "index.md": "---\ntitle: Home\n---\n[the songs](roadmap/milestones/songs/)\n",
    "about.md": "---\ntitle: About\n---\nIt began with [songs](goals/birds.md).\n",
    "goals/birds.md": "---\ntype: goal\ntitle: Birds\n---\n[One](../_posts/2026-03-02-First%20hours!.md)\n",
    "_posts/2026-03-02-First hours!.md": _POST.format("First", "status: active"),
    "field work/_posts/2026-03-03-second.md": _POST.format("Second", "categories: [Big Data, b]"),
    "_posts/2026-03-04-third.md": _POST.format("Third", "permalink: /:year/:title/"),
    "_posts/2026-03-05-fourth.md": _POST.format("Fourth", "permalink: /fourth/\nslug: other"),
    "_posts/2026-03-06-fifth.md": _POST.format("Fifth", "slug: Ünder way"),
    "_posts/2026-03-07-sixth.md": _POST.format("Okapi", "published: false"),
    "_drafts/seventh.md": _POST.format("Okapi", "status: done"),
}


@pytest.mark.parametrize("rule", ["", "/{year}/{slug}/"])
def test_roadmap_beside_a_blog_of_jekyll_has_no_dead_link(tmp_path: Path, rule: str) -> None:
    write(tmp_path, _BLOG)
    if rule:
        write(tmp_path, {"_config.yml": f"{_BLOG['_config.yml']}permalink: /:year/:title/\n"})
    rules = ("--post-url", rule, "--page-url", "/{path}/") if rule else ()
    words = ("--blog", "jekyll", "--base-url", "/blog/", *rules)
    done = run(tmp_path, "build", ".", "roadmap", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    subprocess.run(["jekyll", "build", "--quiet"], cwd=tmp_path, check=True, timeout=60)
    site = BuiltSite(tmp_path / "_site", "http://localhost/blog/")
    text = (tmp_path / "_site/roadmap/milestones/songs/index.html").read_text("utf-8")
    assert all(f">{title}</a>" in text for title in ("First", "Second", "Third", "Fourth", "Fifth"))
    assert "Okapi" not in text
    assert [(page, href) for page, href in dead_links(site) if page.startswith("roadmap/")] == []
    assert "2026/03/02" in text or rule
