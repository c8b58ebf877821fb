"""Builds of sites with files that would stop or fool MkDocs, its theme or a blog."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MakeSite, write
from crawl import dead_links
from hosts import HOME, Build, build, config, post
from mkdocs_career_roadmap.cli import cli

BOMB = "".join(
    f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 11)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
"""Eight lines of which YAML makes eleven to the eighth pairs: a minute and a half of MkDocs' time."""


def codes(made: Build) -> list[str]:
    """Return where what was told."""
    told = (line for line in made.problems if line.endswith("]"))
    return [f"{line.partition(':')[0].removeprefix('docs/')} {line.rpartition('[')[2][:-1]}" for line in told]


def everywhere(made: Build) -> bytes:
    """Return the bytes of the whole site, unpacked."""
    return b"".join(
        gzip.decompress(content) if name.endswith(".gz") else content
        for name, content in made.content().items()
    )


@pytest.fixture(scope="module", params=["mkdocs", "material", "blog"])
def odd(request: pytest.FixtureRequest, site: MakeSite) -> Build:
    """Return a build of a site with a little of everything that is odd."""
    theme = "mkdocs" if request.param == "mkdocs" else "material"
    plugins = "[search, ROADMAP, blog: {blog_dir: blog}]" if request.param == "blog" else "[search, ROADMAP]"
    front = "date: 2026-03-01\nmilestone: Reproduce it\n"
    folder = site(
        {
            **HOME,
            "blog/index.md": "# Blog\n",
            "blog/posts/good.md": post(),
            "blog/posts/yaml.md": f"---\n{front}reason: a: b\n---\nplatypus\n",
            "blog/posts/bomb.md": f"---\n{front}a: &a {{x: 1}}\n{BOMB}---\nThe body of the bomb.\n",
            "blog/posts/tag.md": f"---\n{front}mine: !!set {{x}}\n---\nThe body of the tag.\n",
            "blog/posts/day.md": f"---\n{front}other: 2026-02-30\n---\nThe body of the day.\n",
            "blog/posts/hide.md": f"---\n{front}hide: true\nsearch: 5\n---\nThe body that hides.\n",
            "blog/posts/asks.md": f"---\n{front}template: nope.html\n---\nThe body that asks.\n",
            "blog/posts/end.md": f"---\n{front}title: No line behind me\n---",
            "x.md/inner.md": "# In a folder named as a page\n",
        },
        config(theme=theme, plugins=plugins),
    )
    docs = folder / "docs"
    (docs / "blog/posts/latin.md").write_bytes(f"---\n{front}---\nwombat caf\xe9\n".encode("latin-1"))
    other = site({"secret.md": "quokka\n", "secrets/inner.md": "quokka\n"}) / "docs"
    (docs / "away.md").symlink_to(other / "secret.md")
    (docs / "away.txt").symlink_to(other / "secret.md")
    (docs / "beyond").symlink_to(other / "secrets")
    (docs / "gone.md").symlink_to("nowhere.md")
    os.mkfifo(docs / "pipe.md")
    os.mkfifo(docs / "pipe.png")
    made = build(folder, strict=False)
    assert "Traceback" not in made.log, made.log
    return made


def test_build_tells_everything_and_fails_once_at_its_end(odd: Build) -> None:
    posts = [
        f"blog/posts/{line}"
        for line in (
            "asks.md bad-host-value",
            *["bomb.md yaml-reference"] * 8,
            "day.md bad-date",
            "hide.md bad-host-value",
            "hide.md bad-host-value",
            "latin.md bad-encoding",
            "tag.md yaml-reference",
            "yaml.md bad-yaml",
        )
    ]
    files = ["away.md outside-link", "away.txt outside-link", "beyond outside-link"]
    more = ["gone.md broken-link", "pipe.md special-file", "pipe.png special-file"]
    assert codes(odd) == [*files, *posts, *more]
    assert (odd.code, odd.problems[-1]) == (1, "15 errors in the roadmap, told above")


def test_nothing_from_outside_and_nothing_unread_is_published(odd: Build) -> None:
    content = everywhere(odd)
    for word in (b"quokka", b"wombat", b"platypus"):
        assert word not in content
    assert not [name for name in odd.site.files if "latin" in name or "yaml" in name or "away" in name]


def test_pages_with_odd_values_are_shown_without_them(odd: Build) -> None:
    content = everywhere(odd)
    for name in ("of the bomb", "of the tag", "of the day", "that hides", "that asks"):
        assert f"The body {name}.".encode() in content
    assert b"1970" not in content
    assert b"No line behind me" in content


def test_what_stays_leads_somewhere(odd: Build) -> None:
    assert dead_links(odd.site) == []


@pytest.mark.parametrize("is_beside", [True, False])
def test_site_may_publish_what_lies_beside_it_and_if_it_says_so_elsewhere(
    site: MakeSite, *, is_beside: bool
) -> None:
    folder = site({**HOME}, config("{}" if is_beside else "{problems: {outside-link: off}}"))
    other = folder if is_beside else site({})
    write(other, {"README.md": "# Read me\n\nFrom outside.\n", "more/inner.md": "# Inner\n"})
    (folder / "docs/about.md").symlink_to(other / "README.md")
    (folder / "docs/more").symlink_to(other / "more")
    made = build(folder)
    assert (made.code, made.told) == (0, [])
    assert "From outside." in made.text("about")
    assert made.has("more/inner")


def test_link_that_leads_round_stops_the_build_before_mkdocs_follows_it(site: MakeSite) -> None:
    folder = site({**HOME, "a/x.md": ""}, config())
    for name in ("one", "two"):  # of one, MkDocs would list forty levels; of two, more than there is time for
        (folder / "docs/a" / name).symlink_to("..")
    made = build(folder)
    assert made.code == 1
    assert "docs/a/one:1:1: error: this link leads back to a folder that it lies in" in made.log
    assert "docs/a/two:1:1: error" in made.log
    assert "Traceback" not in made.log


@pytest.mark.parametrize(("options", "shown"), [("{problems: {bad-yaml: warning}}", True), ("{}", False)])
def test_site_that_bears_broken_front_matter_has_its_page(site: MakeSite, options: str, shown: bool) -> None:
    made = build(
        site({**HOME, "a.md": "---\ngoal: {{ liquid }} x\n---\nWords.\n"}, config(options)), strict=False
    )
    assert (made.code, made.has("a")) == (0 if shown else 1, shown)


def test_template_and_icon_that_the_theme_has_are_no_problem(site: MakeSite) -> None:
    folder = site(
        {**HOME, "a.md": "---\ntemplate: own.html\nicon: material/flag\n---\nWords.\n"},
        config(theme="{name: material, custom_dir: theme}"),
    )
    write(
        folder,
        {"theme/own.html": '{% extends "main.html" %}{% block content %}Mine. {{ super() }}{% endblock %}'},
    )
    made = build(folder)
    assert (made.code, made.told) == (0, [])
    assert "Mine. A" in made.text("a")


def test_icon_that_the_theme_does_not_have_is_told(site: MakeSite) -> None:
    made = build(site({**HOME, "a.md": "---\nicon: no/such\n---\nWords.\n"}, config(theme="material")))
    assert made.problems == [
        (
            "docs/a.md:2:7: error: the theme has no icon 'no/such'; look for its name in the theme "
            "[bad-host-value]"
        ),
        "1 error in the roadmap, told above",
    ]


def test_excluded_files_are_nobody_s_business(site: MakeSite) -> None:
    folder = site({**HOME, "drafts/broken.md": "---\na: b: c\n---\n"}, config(more="exclude_docs: drafts/\n"))
    os.mkfifo(folder / "docs/drafts/pipe.md")
    made = build(folder)
    assert (made.code, made.told) == (0, [])


@pytest.mark.parametrize("excluded", [False, True])
def test_folder_that_cannot_be_listed_is_told_by_the_build_as_by_check(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch, excluded: bool
) -> None:
    more = "exclude_docs: secret/\n" if excluded else ""
    folder = site({**HOME, "a.md": post(), "secret/b.md": post()}, config(more=more))
    real = os.scandir

    def scandir(path: str = ".") -> object:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    made = build(folder)
    told = ("docs/secret:1:1: error: this folder cannot be listed (Permission denied); check its rights "
            "[unreadable]")
    assert (made.code, made.problems[:1]) == ((0, []) if excluded else (1, [told]))
    monkeypatch.chdir(folder)
    checked = CliRunner().invoke(cli, ["check"])
    assert (checked.exit_code, checked.output.splitlines()[:-1]) == ((0, []) if excluded else (1, [told]))


HOOK = """
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

@event_priority(0)
def on_files(files, config):
    page = "---\\nmilestone: From nowhere\\n---\\nWords.\\n"
    files.append(File.generated(config, "posts/made.md", content=page))
    files.append(File.generated(config, "posts/latin.md", content=b"caf\\xe9"))
    return files

@event_priority(-100)
def on_page_read_source(page, config):
    return "Mended." if page.file.src_uri == "posts/latin.md" else None
"""


def test_pages_of_other_plugins_count_and_those_that_cannot_be_read_are_theirs(site: MakeSite) -> None:
    folder = site(HOME, config(more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(HOOK, "utf-8")
    made = build(folder)
    assert (made.code, made.told) == (0, [])
    assert made.has("roadmap/milestones/from-nowhere")
    assert "Mended." in made.text("posts/latin")


def test_private_page_that_the_theme_would_trip_over_is_told_and_left_out(site: MakeSite) -> None:
    text = "---\nvisibility: private\nhide: true\n---\nWords.\n"
    made = build(site({**HOME, "a.md": text}, config()))
    assert (codes(made), made.has("a")) == (["a.md bad-host-value"], False)


def test_stand_ins_are_gone_after_the_build(site: MakeSite, tmp_path: Path) -> None:
    folder = site({**HOME, "a.md": "---\ntitle: x\ngoal: y\n---"}, config())
    made = build(folder, in_own_process=True, TMPDIR=str(tmp_path))
    assert made.html("a").text.count("title: x") == 0
    assert list(tmp_path.iterdir()) == []
