"""`mkdocs serve` over HTTP: pages follow what is saved, and nothing of the build before stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from conftest import MakeSite, write
from depth import some
from hosts import URL, build, config
from lab import lab
from preview import EPOCH, Server, serving

NOTICE = "Private: not in the built site."


_AS_BUILT = "{as_of: 2026-04-01, views: {report: 'off', focus: 'off', advice: 'off'}}"
"""A preview shows its author no more than a build shows all."""


@pytest.fixture(scope="module", params=some(["blog", "mkdocs"], 2))
def server(request: pytest.FixtureRequest, site: MakeSite) -> Iterator[Server]:
    if request.param == "mkdocs":
        folder = site(lab("posts"), config(_AS_BUILT))
    else:
        blog = "{blog_dir: ., draft_on_serve: false, post_url_format: 'posts/{file}'}"
        plugins = f"[search, ROADMAP, blog: {blog}]"
        folder = site({**lab("posts"), "index.md": "# Blog\n"},
                      config(_AS_BUILT, theme="material", plugins=plugins))
    for path in ("goals/zeppelin.md", "posts/okapi.md", "posts/draft.md"):  # which no build has
        (folder / "docs" / path).unlink()
    with serving(folder) as started:
        yield started


def post(title: str, milestone: str, more: str = "") -> str:
    front = f"title: {title}\ndate: 2026-03-30\ngoal: Efficient vision\nmilestone: {milestone}\n{more}"
    return f"---\n{front}---\nWords.\n"


def test_saved_post_shows_up_wherever_it_counts(server: Server) -> None:
    server.save("posts/saved.md", post("Saved", "A saved milestone"))
    server.shows("posts/saved/", "A saved milestone", "post 1 of 1")
    server.shows("roadmap/board/", "A saved milestone")
    server.shows("roadmap/milestones/a-saved-milestone/", "Saved")
    server.save("posts/saved.md", post("Saved", "A saved milestone", "status: done\n"))
    server.shows("posts/saved/", "Done A saved milestone")


def test_renamed_post_is_found_at_its_new_address_only(server: Server) -> None:
    old = server.save("posts/old-name.md", post("Wanderer", "Wandering"))
    server.shows("posts/old-name/", "post 1 of 1")
    old.rename(old.with_name("new-name.md"))
    server.shows("posts/new-name/", "post 1 of 1")
    server.lacks("posts/old-name/")
    server.answers("roadmap/milestones/wandering/")
    page = server.get("roadmap/milestones/wandering/")[1]
    assert b"new-name" in page
    assert b"old-name" not in page


def test_deleted_post_leaves_nothing(server: Server) -> None:
    file = server.save("posts/ephemeral.md", post("Ephemeral", "Evanescence", "sharpens: Evaporating.\n"))
    server.shows("posts/ephemeral/", "post 1 of 1")
    server.shows("goals/vision/", "Evaporating.", "Evanescence")
    file.unlink()
    server.lacks("posts/ephemeral/")
    server.lacks("roadmap/milestones/evanescence/")
    server.until(lambda: len(server.files()) > 20, "a rebuild never ended")
    for path in server.files():
        content = server.get(path)[1].lower()
        assert not [w for w in (b"ephemeral", b"evanescence", b"evaporating") if w in content], path


def test_post_that_becomes_a_plain_page_loses_its_box(server: Server) -> None:
    text = post("Turncoat", "Turning")
    server.save("posts/turn.md", text)
    server.shows("posts/turn/", "post 1 of 1", "Words.")
    server.save("posts/turn.md", text.replace("goal:", "x-goal:").replace("milestone:", "x-milestone:"))
    server.shows_no_more("posts/turn/", "post 1 of 1")
    server.shows("posts/turn/", "Words.")
    server.lacks("roadmap/milestones/turning/")


def test_text_for_a_generated_page_comes_and_goes_with_its_file(server: Server) -> None:
    file = server.save("roadmap/board/index.md", "# What I do\n\nPreface.\n")
    server.shows("roadmap/board/", "What I do", "Preface.", "Run on one watt")
    file.unlink()
    server.shows_no_more("roadmap/board/", "Preface.")
    server.shows("roadmap/board/", "Run on one watt")


def test_problem_is_told_and_mended_while_the_server_goes_on(server: Server) -> None:
    server.save("posts/slip.md", post("Slip", "Mending", "status: dnoe\n"))
    server.until(lambda: "docs/posts/slip.md:6:9: error: unknown status" in server.log, "nothing was told")
    server.answers("roadmap/")
    server.save("posts/slip.md", post("Slip", "Mending", "status: paused\n"))
    server.shows("posts/slip/", "Paused Mending")
    server.shows("roadmap/board/", "Mending")


def test_private_page_is_seen_in_the_preview(server: Server) -> None:
    file = server.save("posts/diary.md", post("Diary", "Secret plan", "visibility: private\n"))
    server.shows("posts/diary/", "Secret plan", "post 1 of 1", NOTICE)
    server.shows("roadmap/board/", "Secret plan (private)")
    server.shows("roadmap/milestones/secret-plan/", NOTICE, "Diary (private)")
    assert server.text("posts/diary/").index(NOTICE) < server.text("posts/diary/").index("post 1 of 1")
    assert NOTICE not in server.text("posts/second/")
    file.unlink()
    server.lacks("posts/diary/")


@pytest.mark.parametrize("host", some(["mkdocs", "blog"], 2))
def test_drafts_are_seen_in_the_preview_with_a_notice_and_count_for_nothing(
    site: MakeSite, host: str
) -> None:
    tree = {"index.md": "# Home\n", "posts/half.md": post("Half", "Halving", "draft: true\n"),
            "diary.md": "---\nvisibility: private\n---\n# Diary\n\nWords.\n",
            "plain.md": "---\ndraft: true\n---\nWords.\n"}
    plugins = "[search, ROADMAP, blog: {blog_dir: ., post_url_format: 'posts/{file}'}]"
    dress = {"theme": "material", "plugins": plugins} if host == "blog" else {}
    with serving(site(tree, config(**dress))) as server:
        server.shows("posts/half/", "Words.", "Draft: not in the built site, and it counts for nothing.")
        server.shows("diary/", "Words.", NOTICE)
        server.shows("plain/", "Words.", "not in the built site")
        assert "Halving" not in server.text("roadmap/")
        server.lacks("roadmap/milestones/halving/")


def test_configuration_is_read_anew(server: Server) -> None:
    file = server.folder / "mkdocs.yml"
    before = file.read_text("utf-8")
    file.write_text(before.replace("as_of: 2026-04-01", "enabled: false"), "utf-8")
    server.lacks("roadmap/board/")
    server.shows_no_more("posts/second/", "post 2 of 4")
    file.write_text(before, "utf-8")
    server.shows("posts/second/", "post 2 of 4")
    server.answers("roadmap/board/")


def test_pages_are_those_of_a_clean_build(server: Server) -> None:
    server.save("posts/last.md", post("Last", "The last one"))
    server.shows("posts/last/", "post 1 of 1")
    file = server.folder / "mkdocs.yml"
    clean = server.folder.parent / f"{server.folder.name}-clean"
    (clean / "docs").parent.mkdir()
    (clean / "docs").symlink_to(server.folder / "docs")
    (clean / "mkdocs.yml").write_text(file.read_text("utf-8").replace(URL, server.url), "utf-8")
    made = build(clean, strict=False, SOURCE_DATE_EPOCH=EPOCH)
    assert made.code == 0, made.log
    preview = "assets/career-roadmap-preview.css"  # for the problems, which only a preview shows
    server.until(lambda: server.files() - {preview} == made.site.files, "the server has other files")
    only_there = re.compile(
        rb'[ \n]*<link[^>]*career-roadmap-preview.css[^>]*>|\n<details class="cr-problems".*?</details>\n',
        re.DOTALL)
    for path, content in made.content().items():
        if path != "404.html":
            assert only_there.sub(b"", server.get(path)[1]) == content, path


def test_broken_front_matter_neither_stops_nor_freezes_the_server(site: MakeSite) -> None:
    broken = "---\ngoal: a: b\n---\nBroken words.\n"
    folder = site({"index.md": "# Home\n", "a.md": broken, "b.md": post("B", "M")}, config())
    with serving(folder) as server:  # it starts on a broken site, too
        told = "docs/a.md:2:8: error: a value with a colon"
        assert told in server.log
        server.save("a.md", post("A", "M", "status: done\n"))
        server.shows("a/", "Done M", "post 1 of 2")
        server.save("a.md", broken)
        server.until(lambda: server.log.count(told) > 1, "nothing was told")
        server.answers("roadmap/")
        server.shows("b/", "post 1 of 1")
        server.save("a.md", post("A", "M", "status: dropped\n"))
        server.shows("a/", "Dropped M", "post 1 of 2")


def test_problems_stand_on_the_pages_concerned_and_on_the_overview(site: MakeSite) -> None:
    pages = {"a.md": post("A", "M", "status: dnoe\n"), "b.md": post("B", "M")}
    folder = site({"index.md": "# Home\n", **pages}, config())
    told = "docs/a.md:6:9: error: unknown status 'dnoe'"
    with serving(folder) as server:
        server.shows("a/", "1 error on this page", told)
        server.shows("roadmap/", "1 error in the roadmap", told)
        server.shows("b/", "post 2 of 2")
        assert "error" not in server.text("b/")
        server.save("a.md", post("A", "M", "status: done\n"))
        server.shows_no_more("a/", told)
        server.shows_no_more("roadmap/", told)


def test_half_saved_page_is_shown_as_far_as_it_can_be_read(site: MakeSite) -> None:
    folder = site({"index.md": "# Home\n", "a.md": post("A", "M"), "b.md": post("B", "M")}, config())
    with serving(folder) as server:
        page = folder / "docs/a.md"
        page.write_bytes(page.read_bytes() + "caf\u00e9".encode()[:-1])
        server.shows("a/", "which is not UTF-8; save the file as UTF-8", "Words.")
        server.shows("b/", "post 1 of 1")
        server.save("a.md", post("A", "M"))
        server.shows("b/", "post 2 of 2")


def test_server_answers_while_another_plugin_or_the_configuration_is_broken(site: MakeSite) -> None:
    folder = site({"index.md": "# Home\n", "a.md": post("A", "M")}, config(more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(
        "def on_page_markdown(markdown, **kwargs):\n"
        "    return 1 / 0 if 'BREAK' in markdown else markdown\n", "utf-8")
    with serving(folder) as server:
        server.shows("a/", "post 1 of 1")
        server.save("a.md", post("A", "M") + "BREAK")
        server.until(lambda: "ZeroDivisionError" in server.text("a/"), "it never told what broke")
        assert "The site could not be built" in server.text("roadmap/")
        server.save("a.md", post("Mended", "M"))
        server.shows("a/", "Mended", "post 1 of 1")


def test_every_page_says_why_it_is_old_until_the_site_is_built_again(site: MakeSite) -> None:
    good = config(more="hooks: [hook.py]\n")
    folder = site({"index.md": "# Home\n", "a.md": post("A", "M")}, good)
    hooks = {
        "hook.py": "",
        "at_import.py": "raise ValueError('at import')\n",
        "leaves.py": "raise SystemExit('I leave')\n",
        "early.py": "def on_config(config):\n    return 1 / 0\n",
        "late.py": "def on_page_context(context, **kwargs):\n    return 1 / 0\n"}
    write(folder, hooks)
    cases = {
        "site_name: [\n": "error parsing the configuration file",
        good.replace("[search,", "[nowhere,"): 'The "nowhere" plugin is not installed',
        good.replace("as_of: 2026-04-01", "as_of: soon"): "'soon' is not a date",
        good.replace("hook.py", "at_import.py"): "ValueError: at import",
        good.replace("hook.py", "leaves.py"): "SystemExit: I leave",
        good.replace("hook.py", "early.py"): "ZeroDivisionError",
        good.replace("theme: mkdocs", "theme: nowhere"): "Unrecognised theme name: 'nowhere'",
        good.replace("hook.py", "late.py"): "Error building page",  # the last, as it empties the site
    }
    with serving(folder) as server:
        for text, why in cases.items():
            (folder / "mkdocs.yml").write_text(text, "utf-8")
            server.shows("a/", "The site could not be built", why)
            assert why in server.text("")
            assert why in server.text("nowhere/")
            assert "could not be built" in server.log
        (folder / "mkdocs.yml").write_text(good.replace("Ada", "Eve"), "utf-8")
        server.shows("", "Eve")
        assert "could not be built" not in server.text("a/")


def test_broken_post_of_a_blog_does_not_stop_the_preview(site: MakeSite) -> None:
    plugins = "[search, ROADMAP, blog]"
    tree = {"index.md": "# Home\n", "blog/index.md": "# Blog\n", "blog/posts/a.md": post("A", "M")}
    folder = site(tree, config(theme="material", plugins=plugins))
    with serving(folder) as server:
        server.save("blog/posts/a.md", post("A", "M").replace("title: A", "title: a: b"))
        server.shows("blog/1970/01/01/a/", "a value with a colon wants quotes", "Words.")
        server.save("blog/posts/a.md", post("A", "M"))
        server.shows("blog/2026/03/30/a/", "post 1 of 1")


def test_error_after_a_clean_start_does_not_freeze_the_server(site: MakeSite) -> None:
    folder = site({"index.md": "# Home\n", "a.md": post("A", "M")}, config())
    with serving(folder, "--clean") as server:
        server.save("a.md", post("A", "M", "status: dnoe\n"))
        server.until(lambda: "[bad-status]" in server.log, "nothing was told")
        server.answers("roadmap/")


def test_draft_of_a_generated_page_is_seen_in_the_preview(site: MakeSite) -> None:
    tree = {"index.md": "# Home\n", "a.md": post("A", "M"),
            "roadmap/goals/efficient-vision.md": "# Seeing\n\nPreliminary.\n"}
    folder = site(tree, config(more="draft_docs: |\n  /roadmap/goals/\n"))
    with serving(folder) as server:
        server.shows("roadmap/goals/efficient-vision/", "Seeing", "0 of 1 milestones done", "Preliminary.")
