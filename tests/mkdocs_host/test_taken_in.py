"""A page that took in a hidden one by a way that its text does not show: the build stops."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import build, config

DIARY = "---\nvisibility: private\n---\nNobody shall ever read of the okapi in my garden.\n"
SNIPPETS = "markdown_extensions: [{pymdownx.snippets: {base_path: [docs]MORE}}]\n"
INCLUDE = '{% include-markdown "notes/diary.md" %}\n'
WAYS = {
    "a file between": ('--8<-- "list.txt"\n', '--8<-- "notes/diary.md"\n', config(
        more=SNIPPETS.replace("MORE", ""))),
    "for all pages": ("", "", config(more=SNIPPETS.replace("MORE", ", auto_append: [notes/diary.md]"))),
    "a name put together": ("{% include 'notes/' ~ 'diary.md' %}\n", "", config(
        plugins="[search, macros, ROADMAP]")),
    "a file between, by include-markdown": ('{% include-markdown "list.txt" %}\n', INCLUDE, config(
        plugins="[search, include-markdown, ROADMAP]")),
    "a pattern": ('{% include-markdown "notes/{diary,x}.md" %}\n', "", config(
        plugins="[ROADMAP, include-markdown, search]")),
    "marks of one's own": ('<<< include-markdown "notes/diary.md" >>>\n', "", config(
        plugins='[include-markdown: {opening_tag: "<<<", closing_tag: ">>>"}, ROADMAP]')),
    "switched off": ('--8<-- "list.txt"\n', '--8<-- "notes/diary.md"\n', config(
        "{enabled: false}", more=SNIPPETS.replace("MORE", ""))),
}


@pytest.mark.parametrize(("home", "between", "settings"), WAYS.values(), ids=WAYS.keys())
def test_build_stops_before_any_page_is_written(
    site: MakeSite, home: str, between: str, settings: str
) -> None:
    tree = {"index.md": f"# Home\n\n{home}", "list.txt": between, "notes/diary.md": DIARY, "a.md": "# A\n"}
    made = build(site(tree, settings), strict=False)
    assert made.code == 1
    assert "docs/index.md:1:1: error: this page says what notes/diary.md says" in made.log
    assert "okapi" not in made.log
    assert made.site.files == set()


def test_private_decision_that_a_page_takes_in_stops_the_build(site: MakeSite) -> None:
    post = ("---\ndate: 2026-03-01\nmilestone: X\ndecisions:\n"
            "  - {question: Shall I leave the okapi department}\n---\n# X\n")
    tree = {"index.md": '# Home\n\n--8<-- "list.txt"\n', "posts/a.md": post,
            "list.txt": '--8<-- "posts/a.md"\n'}
    made = build(site(tree, config(more=SNIPPETS.replace("MORE", ""))), strict=False)
    assert "docs/index.md:1:1: error: this page says what posts/a.md says" in made.log
    assert made.site.files == set()


def test_site_may_say_that_it_is_no_error(site: MakeSite) -> None:
    home, between, _ = WAYS["a file between"]
    tree = {"index.md": f"# Home\n\n{home}", "list.txt": between, "notes/diary.md": DIARY}
    made = build(site(tree, config("{problems: {private-include: warning}}",
                                   more=SNIPPETS.replace("MORE", ""))), strict=False)
    assert made.code == 0
    assert made.problems[0].endswith("[private-include]")


COPY = """
from mkdocs.structure.files import File

def on_files(files, config):
    text = files.get_file_from_path("notes/diary.md").content_string.split("---")[2]
    files.append(File.generated(config, "copy.md", content=text))
"""


@pytest.mark.parametrize("options", ["{}", "{enabled: false}"])
def test_page_that_another_plugin_made_of_a_hidden_one_makes_nothing_public(
    site: MakeSite, options: str
) -> None:
    tree = {"index.md": "# Home\n", "notes/diary.md": DIARY}
    folder = site(tree, config(options, more="hooks: [copy_pages.py]\n"))
    (folder / "copy_pages.py").write_text(COPY, encoding="utf-8")
    made = build(folder, strict=False)
    assert made.code == 1
    assert "copy.md:1:1: error: this page says what notes/diary.md says" in made.log
    assert made.site.files == set()


def test_page_that_another_plugin_made_may_say_what_an_author_says_in_public(site: MakeSite) -> None:
    words = DIARY.rpartition("---\n")[2]
    folder = site({"index.md": f"# Home\n\n{words}", "notes/diary.md": DIARY},
                  config(more="hooks: [copy_pages.py]\n"))
    (folder / "copy_pages.py").write_text(COPY, encoding="utf-8")
    assert build(folder, strict=False).code == 0
