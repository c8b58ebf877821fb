"""Links of a built site: what is dead, where it stands, and why."""

from __future__ import annotations

from pathlib import Path

import crawl
import pytest
from click.testing import CliRunner
from conftest import MakeSite, write
from hosts import URL, build, config
from lab import lab
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.site_links import BuiltSite

BASE = "https://example.org/ada/"


def dead(folder: Path, page: str, url: str = BASE) -> list[str]:
    write(folder, {"index.html": page, "a/index.html": '<p id="here">x <a name="old">y</a>', "b.png": ""})
    return [
        f"{link.line}:{link.column} {link.href}: {link.why}" for link in BuiltSite(folder, url).dead_links()
    ]


@pytest.mark.parametrize(
    "href",
    [
        "a/",
        "a",
        "a/index.html",
        "a/#here",
        "a/#old",
        "#top",
        "",
        "#",
        "./",
        "/ada/",
        "/ada/a/",
        f"{BASE}a/",
        "b.png",
        "https://example.com/nowhere",
        "mailto:x@example.org",
        "javascript:void(0)",
        "data:,x",
        "//example.com/x",
        "?q=1",
        "a/?q=1#here",
        "%61/",
        "a/#:~:text=x",
        "a/#he%72e",
    ],
)
def test_link_that_leads_somewhere_is_not_told(tmp_path: Path, href: str) -> None:
    assert dead(tmp_path, f'<a href="{href}">x</a>') == []


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<p>\n <a href="c/">x</a>', "2:2 c/: leads to no file of the site"),
        ('<img src="c.png">', "1:1 c.png: leads to no file of the site"),
        ('<a href="a/#gone">x</a>', "1:1 a/#gone: leads to no place named 'gone' in a/index.html"),
        ('<a href="#gone">x</a>', "1:1 #gone: leads to no place named 'gone' in index.html"),
        ('<a href="/a/">x</a>', "1:1 /a/: leads out of the site, which lies below /ada/"),
        ('<a href="../a/">x</a>', "1:1 ../a/: leads out of the site, which lies below /ada/"),
        ('<a href="https://[x">x</a>', "1:1 https://[x: is no address"),
        ('<a href="c&amp;d">x</a>', "1:1 c&d: leads to no file of the site"),
        ('<img srcset="b.png 1x, c.png 2x">', "1:1 c.png: leads to no file of the site"),
        ('<video poster="c.png">', "1:1 c.png: leads to no file of the site"),
        ('<base href="a/"><a href="b.png">x</a>', "1:17 b.png: leads to no file of the site"),
    ],
)
def test_dead_link_is_told_with_its_place(tmp_path: Path, html: str, told: str) -> None:
    assert dead(tmp_path, html) == [told]


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="c/"> -->',
        '<script>"<a href=c/>"</script>',
        "<a href>x</a>",
        '<img srcset="">',
        '<style>a::after { content: "<a href=c/>" }</style>',
    ],
)
def test_what_is_no_link_is_not_told(tmp_path: Path, html: str) -> None:
    assert dead(tmp_path, html) == []


def test_dead_links_are_those_that_an_html_parser_finds(site: MakeSite) -> None:
    tree = lab() | {"odd.md": "[x](nowhere.png) <a href='gone/'>y</a> [z](#none)\n"}
    made = build(site(tree, config()), strict=False)
    ours = {(link.page, link.href) for link in BuiltSite(made.site.folder, URL).dead_links()}
    assert ours == set(crawl.dead_links(made.site))
    assert len(ours) == 3


# --- the command ---


def test_command_checks_a_built_site(site: MakeSite) -> None:
    folder = site(lab(), config())
    made = build(folder)
    found = CliRunner().invoke(cli, ["check", str(folder), "--site", str(made.site.folder)])
    assert (found.exit_code, found.stdout) == (0, "")
    assert found.stderr.startswith("no dead links in ")
    (made.site.folder / "about/index.html").unlink()
    found = CliRunner().invoke(cli, ["check", str(folder), "--site", str(made.site.folder)])
    assert found.exit_code == 1
    assert f"{made.site.folder.as_posix()}/index.html:" in found.stdout
    assert "leads to no file of the site [dead-link]" in found.stdout


def test_command_takes_another_address(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": '<a href="/x/">x</a>'})
    words = ["check", str(tmp_path), "--site", str(tmp_path)]
    assert CliRunner().invoke(cli, [*words, "--url", "https://example.org/x/"]).exit_code == 0
    assert CliRunner().invoke(cli, words).exit_code == 1


def test_command_says_that_there_is_no_such_site() -> None:
    assert CliRunner().invoke(cli, ["check", "--site", "nowhere"]).exit_code == 2
