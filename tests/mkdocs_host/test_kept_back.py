"""What a built site leaves out besides private pages: what they need, and what would give them away."""

from __future__ import annotations

import pytest
from conftest import MakeSite, write
from helpers import runner
from hosts import HOME, build, config
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.reading.hidden_pages.hidden import Hidden
from mkdocs_career_roadmap.reading.hidden_pages.led_to_hidden import without_includes

DIARY = "---\ntitle: Okapi\nvisibility: private\n---\nI paint ![them](zebra.png).\n"
SNIPPETS = "markdown_extensions: [{pymdownx.snippets: {base_path: [docs]}}]\n"


def test_file_that_only_a_private_page_shows_is_kept_back_with_it(site: MakeSite) -> None:
    files = {"index.md": "# Home\n\n![both](p/both.png)\n", "p/diary.md": DIARY + "![both](both.png)\n",
             "p/zebra.png": "x", "p/both.png": "y", "p/unnamed.csv": "z"}
    made = build(site(files, config()))
    assert made.code == 0, made.log
    assert {"p/both.png"} == {name for name in made.site.files if name.startswith("p/")}
    off = build(site(files, config("{as_of: 2026-04-01, problems: {private-file: 'off'}}")))
    assert "p/zebra.png" in off.site.files


def test_sources_and_copies_of_pages_are_not_in_the_site_and_told(site: MakeSite) -> None:
    files = {"index.md": "# Home\n", "NOTES.MD": "# Notes\n", "index.md~": "# Old\n", "index.md.bak": "x"}
    made = build(site(files, config()), strict=False)
    assert sorted(told.split(":")[0] for told in made.problems) == [
        "docs/NOTES.MD", "docs/index.md.bak", "docs/index.md~"]
    assert not [name for name in made.site.files if "NOTES" in name or "index.md" in name]


@pytest.mark.parametrize("line", ['--8<-- "diary.md"', "--8<--\ndiary.md\n--8<--"])
def test_page_that_takes_in_a_private_one_is_an_error_without_it(site: MakeSite, line: str) -> None:
    files = {"index.md": f"# Home\n\n{line}\n\nWelcome.\n", "diary.md": DIARY.replace("them", "xylophones")}
    made = build(site(files, config(more=SNIPPETS)), strict=False)
    assert made.code == 1
    assert made.problems[0].endswith("[private-include]")
    assert not [name for name in made.site.files if b"xylophones" in (made.site.folder / name).read_bytes()]
    assert "Welcome." in made.text("")


def test_page_that_takes_in_a_post_with_private_decisions_does_not_have_them(site: MakeSite) -> None:
    post = "---\ngoal: Vision\ndecisions: [{question: Which okapi?}]\n---\nWords.\n"
    files = {"index.md": '--8<-- "post.md"\n', "post.md": post}
    made = build(site(files, config(more=SNIPPETS)), strict=False)
    assert made.code == 1
    assert not [name for name in made.site.files if b"okapi" in (made.site.folder / name).read_bytes()]


@pytest.mark.parametrize("options", ["as_of: 2026-04-01", "enabled: false"])
def test_links_of_a_text_that_a_page_takes_in_are_left_out_and_told(site: MakeSite, options: str) -> None:
    files = {"index.md": "# Home\n", "a/b.md": '--8<-- "part.md"\n', "a/okapi.md": DIARY}
    folder = site(files, config(f"{{{options}}}", more=SNIPPETS.replace("docs", ".")))
    part = "See [my diary](okapi.md), <a href='../okapi/'>again</a> and [home](../index.md).\n"
    write(folder, {"part.md": part})
    made = build(folder, strict=False)
    (told,) = made.problems
    assert told.startswith("docs/a/b.md:1:1: warning: a text that this page takes in links to a/okapi.md, ")
    assert told.endswith(" [private-link]")
    assert "See my diary, again and home." in made.text("a/b")
    assert made.links("a/b", "home") == ["index.html"]
    assert not [name for name, content in made.content().items() if b"okapi" in content.lower()]


def test_navigation_names_no_hidden_page_by_its_address(site: MakeSite) -> None:
    files = {"index.md": "# Home\n", "p/okapi.md": DIARY}
    nav = "nav: [index.md, Zebra: p/okapi/, Zebra: p/okapi.html, Zebra: /p/okapi/, Zebra: p/okapi.md#x]\n"
    made = build(site(files, config(more=nav)), strict=False)
    assert not [name for name, content in made.content().items()
                if b"okapi" in content or b"Zebra" in content]


def test_other_includes_stay() -> None:
    hidden = Hidden({"diary.md": "private"})
    text = 'a\n--8<-- "b.md"\nc\n--8<-- "diary.md"\nd'
    assert without_includes(text, hidden, "index.md") == 'a\n--8<-- "b.md"\nc\n\nd'


@pytest.mark.parametrize("front", [
    "draft: true", "private: true", "Visibility: hidden", "visibilty: private", "publish: false"])
def test_page_of_no_roadmap_is_kept_back_by_every_word(site: MakeSite, front: str) -> None:
    files = {"index.md": "# Home\n", "okapi.md": f"---\n{front}\n---\nZebra.\n"}
    made = build(site(files, config(more="nav: [index.md, okapi.md]\n")), strict=False)
    assert not [name for name, content in made.content().items() if "okapi" in name or b"okapi" in content]


@pytest.mark.parametrize("front", [
    "\n\n---\nvisibility: private\n---\n", "---\u200b\nprivate: yes\n---\n"])
def test_page_with_front_matter_that_nobody_reads_is_kept_back(site: MakeSite, front: str) -> None:
    made = build(site({"index.md": "# Home\n", "okapi.md": f"{front}Zebra.\n"}, config()), strict=False)
    assert made.code == 1
    assert made.problems[0].endswith("[private-unread]")
    assert not made.has("okapi")


@pytest.mark.parametrize("content", [b"---\ngoal: [a\n---\n![](zebra.png)\n",
                                     b"---\ntitle: caf\xe9\n---\n![](zebra.png)\n"])
@pytest.mark.parametrize("options", ["as_of: 2026-04-01", "enabled: false"])
def test_page_of_which_nobody_knows_goes_with_its_picture_and_the_links_to_it(
    site: MakeSite, content: bytes, options: str
) -> None:
    folder = site({"index.md": "# Home\n\n[it](okapi.md)\n", "zebra.png": "x"},
                  config(f"{{{options}}}", more="nav: [index.md, okapi.md]\n"))
    (folder / "docs/okapi.md").write_bytes(content)
    made = build(folder, strict=False)
    assert made.code == 1
    assert any("'okapi.md', which is left out, since nobody can read" in told for told in made.problems)
    checked = runner().invoke(cli, ["check", str(folder)])
    assert "'okapi.md', which is left out, since nobody can read" in checked.stdout
    assert "zebra.png:1:1: hint: only pages that are kept back need this file" in checked.stdout
    assert "zebra.png" not in made.site.files
    assert not [name for name, text in made.content().items() if b"okapi" in text]


def test_folder_keeps_back_its_pages_in_a_build(site: MakeSite) -> None:
    files = {"index.md": "# Home\n", "p/.meta.yml": "visibility: private\n", "p/okapi.md": "# Okapi\n",
             "p/shown.md": "---\nvisibility: public\n---\n# Shown\n"}
    made = build(site(files, config()))
    assert (made.has("p/okapi"), made.has("p/shown")) == (False, True)


@pytest.mark.parametrize("key", ["password", "obfuscate"])
def test_page_that_nothing_locks_though_it_asks_for_it_is_kept_back_and_told(
    site: MakeSite, key: str
) -> None:
    page = f"---\ndate: 2026-03-01\ngoal: Vision\n{key}: x\nlessons: Zebra.\n---\nOkapi.\n"
    public = page.replace("lessons", "visibility: public\nlessons")
    level = "---\ndate: 2026-03-02\nmilestone: Read\nlevel: beginner\n---\nWords.\n"
    files = {**HOME, "locked.md": page, "open.md": public, "level.md": level}
    made = build(site(files, config()), strict=False)
    (told,) = made.problems
    assert told.startswith(f"docs/locked.md:4:1: warning: {key} keeps this page back from the built site, ")
    assert [made.has(name) for name in ("locked", "open", "level")] == [False, True, True]
    assert "post 1 of 1" in made.text("level")
    assert "Okapi" in made.text("open")


_HOOK = """
def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "late.md":
        page.meta.update({meta})
"""


@pytest.mark.parametrize("options", ["as_of: 2026-04-01", "enabled: false"])
@pytest.mark.parametrize("meta", [{"draft": True}, {"private": "yes"}, {"visibility": "private"}])
def test_build_fails_where_a_page_is_kept_back_by_what_only_others_read(
    site: MakeSite, meta: dict[str, object], options: str
) -> None:
    files = {"index.md": "# Home\n", "late.md": "# Late\n"}
    folder = site(files, config(f"{{{options}}}", more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(_HOOK.replace("{meta}", repr(meta)), "utf-8")
    made = build(folder, strict=False)
    assert made.code == 1
    assert made.problems[0].endswith("[private-unread]")


def test_other_words_that_others_read_fail_no_build(site: MakeSite) -> None:
    folder = site({"index.md": "# Home\n", "late.md": "# Late\n"}, config(more="hooks: [hook.py]\n"))
    meta = {"draft": False, "hidden": True, "published": "2026-03-01"}
    (folder / "hook.py").write_text(_HOOK.replace("{meta}", repr(meta)), "utf-8")
    assert build(folder).code == 0


@pytest.mark.parametrize("options", ["as_of: 2026-04-01", "enabled: false"])
def test_file_that_is_no_page_is_not_copied_where_it_keeps_itself_back_or_is_a_hidden_page(
    site: MakeSite, options: str
) -> None:
    diary = "---\nvisibility: private\n---\nZebra.\n"
    files = {"index.md": "# Home\n", "a.md": diary, "okapi.txt": diary, "okapi.mdx": "\ufeff" + diary,
             "folders/.meta.yml": "draft: true\n", "folders/b.md": "Zebra.\n", "fine.txt": "--- Zebras ---\n",
             "open.txt": "---\nvisibility: public\nhidden: true\n---\n"}
    folder = site(files, config(f"{{{options}}}"))
    (folder / "docs/okapi.html").symlink_to("folders/b.md")
    (folder / "docs/okapi").hardlink_to(folder / "docs/folders/b.md")
    made = build(folder, strict=False)
    assert not [name for name in made.site.files if "okapi" in name]
    assert {"fine.txt", "open.txt"} <= set(made.site.files)
    assert len([told for told in made.problems if told.endswith("[raw-page]")]) == 4


@pytest.mark.parametrize("options", ["as_of: 2026-04-01", "enabled: false"])
def test_whole_addresses_of_hidden_pages_are_left_out_of_texts_and_nav(site: MakeSite, options: str) -> None:
    whole = "https://example.org/people/ada/okapi/"
    home = f"[one]({whole}), <{whole}>, [two](/people/ada/okapi/), <a href='{whole}'>three</a>.\n"
    files = {"index.md": f"# Home\n\n{home}", "okapi.md": "---\ndraft: true\n---\nZebra.\n"}
    nav = f"nav: [index.md, {{X: '{whole}'}}, {{Y: /people/ada/okapi/}}]\n"
    made = build(site(files, config(f"{{{options}}}", more=nav)), strict=False)
    assert not [name for name, content in made.content().items() if "okapi" in name or b"okapi" in content]
    assert "one, , two, three." in made.text("")
