"""Beside mkdocs-encryptcontent, which locks pages: all can see that they are there, and few what they say."""

from __future__ import annotations

import pytest
from conftest import MakeSite, write
from encryptcontent.plugin import encryptContentPlugin
from hosts import HOME, Build, build, config

from mkdocs_host.neighbours.beside import Beside, Other
from mkdocs_host.test_data_files import data_of

OPTIONS = "kdf_pow: 1, threshold_warning_min_entropy: 0"
"""Quick, and silent about short passwords."""
ENCRYPT = Other(f"encryptcontent: {{{OPTIONS}}}", tree={
    "locked.md": "---\ntitle: Shut\npassword: x\n---\nZebra.\n"})


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps the passwords of one site for the next of the same process."""
    monkeypatch.setattr(encryptContentPlugin, "setup", {})


class TestEncryptcontent(Beside):
    other = ENCRYPT

    def works(self, made: Build) -> None:
        assert made.has("locked")
        assert "Password" in (made.site.folder / made.file("locked")).read_text("utf-8")
        assert having(made, "Zebra") == []


def post(said: str, lock: str = "", more: str = "") -> str:
    """Return a post that says a word wherever it says something of the roadmap."""
    return (f"---\ntitle: T\ndate: 2026-03-01\ngoal: {said} goal\nmilestone: {said} milestone\nstatus: done\n"
            f"lessons: {said} lesson\nevidence: 'https://example.org/{said}'\n{lock}\n---\n{more}\n")


def having(made: Build, word: str) -> list[str]:
    """Return the files of a site with a word."""
    return [name for name, content in made.content().items() if word.lower().encode() in content.lower()]


def test_of_locked_pages_nothing_is_in_any_file_in_clear(site: MakeSite) -> None:
    locks = ["password: x", "level: mine", "obfuscate: x", "password:", "password: no",
             "inject_id: here\nlevel: mine"]
    tree = {f"posts/{n}.md": post("zebra", lock, "Okapi.\n" if "inject" not in lock else
                                  "<div id=here>Okapi.</div>\n") for n, lock in enumerate(locks)}
    tree |= {"more/.meta.yml": "password: x\n", "more/a.md": post("zebra", "", "Okapi.\n")}
    tree |= {"posts/open.md": post("gnu", "password: ''", "Open.\n\n[one](0.md)\n"), **HOME}
    plugins = (f"[search, meta, rss: {{use_git: false}}, ROADMAP, "
               f"encryptcontent: {{{OPTIONS}, password_inventory: {{mine: y}}}}]")
    made = build(site(tree, config(theme="material", plugins=plugins)), strict=False)
    assert (made.code, made.problems) == (0, []), made.log
    assert (having(made, "zebra"), having(made, "okapi")) == ([], [])
    assert all(made.has(f"posts/{n}") for n in range(len(locks)))
    assert [one["title"] for one in data_of(made, "roadmap/roadmap.json")["milestones"]] == ["gnu milestone"]
    assert "posts/0/index.html" in made.links("posts/open", "one")


@pytest.mark.parametrize(("options", "key"), [
    ("global_password: x", "password"), ("password_inventory: {_global: x}", "level"),
    ("password_file: ../passwords.yml", "level")])
@pytest.mark.parametrize("order", ["[search, ROADMAP, LOCK]", "[search, LOCK, ROADMAP]"])
def test_where_all_pages_are_locked_the_roadmap_has_what_open_ones_say_and_is_open_itself(
    site: MakeSite, options: str, key: str, order: str
) -> None:
    folder = site({**HOME, "a.md": post("zebra"), "b.md": post("gnu", f"{key}: ''")},
                  config(plugins=order.replace("LOCK", f"encryptcontent: {{{OPTIONS}, {options}}}")))
    write(folder.parent, {"passwords.yml": "_global: x\n"})
    made = build(folder)
    assert (made.code, made.problems) == (0, []), made.log
    assert having(made, "zebra") == []
    data = {"roadmap/roadmap.json", "roadmap/feed.xml", "roadmap/goals/gnu-goal/index.html"}
    assert data <= set(having(made, "gnu"))
    for page in ("roadmap", "roadmap/board", "roadmap/goals/gnu-goal", "b"):
        assert "Protected" not in made.text(page)
        assert "gnu" in made.text(page)
    (line,) = [line for line in made.log.splitlines() if "locks all pages" in line]
    assert line.endswith(f"has nothing of 1 page; with `{key}: ''` a page is open")


def hooked(site: MakeSite, lock: str, line: str) -> Build:
    folder = site({**HOME, "a.md": post("zebra", lock)}, config(
        plugins=f"[search, ROADMAP, encryptcontent: {{{OPTIONS}}}]", more="hooks: [hook.py]\n"))
    write(folder, {"hook.py": f"""
        from mkdocs.plugins import event_priority

        @event_priority(10)
        def on_page_markdown(markdown, page, **kwargs):
            if page.file.src_uri == "a.md":
                {line}
    """})
    return build(folder, strict=False)


@pytest.mark.parametrize(("lock", "line", "told"), [
    ("", "page.meta['password'] = 'x'", "encryptcontent locks this page, but nothing in its front matter "),
    ("password: x", "del page.meta['password']", "this page is to be locked, but encryptcontent does not ")])
def test_page_that_is_locked_otherwise_than_it_says_fails_the_build(
    site: MakeSite, lock: str, line: str, told: str
) -> None:
    made = hooked(site, lock, line)
    assert made.code == 1
    assert told in made.problems[0]
    assert made.problems[0].endswith("[private-unread]")


def test_blocks_of_a_locked_page_are_locked_with_it_and_filled(site: MakeSite) -> None:
    block = "```roadmap\nview: goals\n```\n"
    folder = site({**HOME, "a.md": post("zebra", "password: x", block), "b.md": post("gnu")}, config(
        plugins=f"[search, encryptcontent: {{{OPTIONS}}}, ROADMAP]", more="hooks: [hook.py]\n"))
    write(folder, {"hook.py": """
        from mkdocs.plugins import event_priority

        @event_priority(10)
        def on_page_context(context, page, **kwargs):
            if page.file.src_uri == "a.md":
                print("TO LOCK", repr(page.encryptcontent["html_to_encrypt"]))
    """})
    made = build(folder)
    (line,) = [line for line in made.log.splitlines() if line.startswith("TO LOCK")]
    assert "gnu goal" in line
    assert "data-career-roadmap-block" not in line


def test_key_that_nobody_can_read_keeps_the_page_back(site: MakeSite) -> None:
    page = "---\nx: &p secret\npassword: *p\n---\nZebra.\n"
    made = build(site({**HOME, "a.md": page}, config(
        "{problems: {yaml-reference: 'off'}}", plugins=f"[search, ROADMAP, encryptcontent: {{{OPTIONS}}}]")))
    assert not made.has("a")
    assert having(made, "zebra") == []




def test_switched_off_the_feeds_of_others_have_no_locked_page_and_one_that_nothing_locks_is_told(
    site: MakeSite
) -> None:
    plugins = f"[search, rss: {{use_git: false}}, ROADMAP, encryptcontent: {{{OPTIONS}}}]"
    files = {**HOME, **{f"{name}.md": post("gnu", "password: x", said)
                        for name, said in (("a", "Zebra."), ("b", "Okapi."))}}
    folder = site(files, config("{enabled: false}", plugins=plugins, more="hooks: [hook.py]\n"))
    write(folder, {"hook.py": """
        from mkdocs.plugins import event_priority

        @event_priority(10)
        def on_page_markdown(markdown, page, **kwargs):
            if page.file.src_uri == "b.md":
                del page.meta["password"]
    """})
    made = build(folder, strict=False)
    assert having(made, "zebra") == []
    assert made.code == 1
    (told, _) = made.problems
    assert told.startswith("docs/b.md:1:1: error: this page is to be locked, but ")


def test_build_that_fails_leaves_nothing_of_a_locked_page_in_the_search(site: MakeSite) -> None:
    files = {**HOME, "a.md": post("gnu", "password: x", "Zebra."), "b.md": post("gnu", "status: dnoe")}
    made = build(site(files, config(
        plugins=f"[search, ROADMAP, encryptcontent: {{{OPTIONS}}}]")), strict=False)
    assert made.code == 1
    assert having(made, "zebra") == []
