"""Pages that a site has twice, by links of the file system."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import run
from conftest import MakeSite
from hosts import HOME, build, config, post

TWICE = "a link of the file system makes this page {} once more, so what it says counts twice"
WHAT_TO_DO = "; remove the link, or keep one of the two out by exclude_docs [same-file]"


def told(folder: Path, host: str) -> list[str]:
    """Return what a build or a check says of it."""
    log = build(folder).log if host == "mkdocs" else run(folder, "check").stdout
    lines = (line.partition("docs/")[2] for line in log.splitlines() if "[same-file]" in line)
    return sorted(line.replace(":1:1: hint", "") for line in lines)


@pytest.fixture
def folder(site: MakeSite) -> Path:
    names = ("Draw it", "Paint it", "Frame it")
    return site({**HOME, **{f"posts/{name[0].lower()}.md": post(name=name) for name in names},
                 "plain.md": "# Words\n"}, config())


@pytest.mark.parametrize("host", ["mkdocs", "check"])
@pytest.mark.parametrize(("links", "expected"), [
    ({}, []),
    ({"a.md": "posts/d.md"}, [f"a.md: {TWICE.format('posts/d.md')}{WHAT_TO_DO}"]),
    ({"a": "posts"}, [
        f"a/d.md: {TWICE.format('posts/d.md')}, and so do 2 more of that folder{WHAT_TO_DO}"]),
    ({"z/one.md": "../posts/p.md", "z/two.md": "../posts/f.md"}, [
        f"z/one.md: {TWICE.format('posts/p.md')}, and so does 1 more of that folder{WHAT_TO_DO}"]),
    ({"b.md": "../beside.md", "c.md": "../beside.md"}, [f"c.md: {TWICE.format('b.md')}{WHAT_TO_DO}"]),
    ({"b.md": "../beside.md"}, []),  # the site has it once
    ({"again.md": "plain.md"}, []),  # it says nothing of the roadmap
])
def test_page_of_the_roadmap_that_counts_twice_is_told(
    folder: Path, links: dict[str, str], expected: list[str], host: str
) -> None:
    (folder / "beside.md").write_text(post(name="Hang it"), "utf-8")
    for path, target in links.items():
        (folder / "docs" / path).parent.mkdir(exist_ok=True)
        (folder / "docs" / path).symlink_to(target)
    assert told(folder, host) == expected


@pytest.mark.parametrize("host", ["mkdocs", "check"])
def test_nothing_is_told_of_what_is_kept_out(folder: Path, host: str) -> None:
    (folder / "docs/a").symlink_to("posts")
    text = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(f"{text}exclude_docs: /a/\n", "utf-8")
    assert told(folder, host) == []


@pytest.mark.parametrize("host", ["mkdocs", "check"])
def test_nothing_is_told_of_a_page_that_its_folder_keeps_back(folder: Path, host: str) -> None:
    (folder / "docs/own").mkdir()
    (folder / "docs/own/.meta.yml").write_text("visibility: private\n", "utf-8")
    (folder / "docs/own/d.md").symlink_to("../posts/d.md")
    assert told(folder, host) == []


@pytest.mark.parametrize("host", ["mkdocs", "check"])
def test_links_of_a_site_that_follows_them_are_told_as_well(folder: Path, host: str) -> None:
    (folder / "docs/a").symlink_to("posts")
    text = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(
        text.replace("{as_of: 2026-04-01}", "{as_of: 2026-04-01, problems: {outside-link: off}}"), "utf-8")
    assert len(told(folder, host)) == 1
