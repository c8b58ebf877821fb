"""Links that lead to where a page comes to lie."""

from __future__ import annotations

import pytest
from each import each
from mkdocs_career_roadmap.authoring.refactor.links import with_label, with_links, with_paths
from mkdocs_career_roadmap.authoring.refactor.rename import rename
from mkdocs_career_roadmap.authoring.refactor.toml_links import with_toml_label, with_toml_paths
from mkdocs_career_roadmap.vocabulary.fields import Role
from refactoring import changed, post

OLD, NEW = "roadmap/milestones/old-one.md", "roadmap/milestones/new.md"


@each(("before", "after"), [
    ("[x](../roadmap/milestones/old-one.md)", "[x](../roadmap/milestones/new.md)"),
    ("[x](../roadmap/milestones/old-one.md#posts 'T')", "[x](../roadmap/milestones/new.md#posts 'T')"),
    ("[x][a]\n\n[a]: ../roadmap/milestones/old-one.md", "[x][a]\n\n[a]: ../roadmap/milestones/new.md"),
    ('<a href="../roadmap/milestones/old-one.md">x</a>', '<a href="../roadmap/milestones/new.md">x</a>'),
    ("[[old-one]] [[old-one|Old one]] [[old-one#posts]]", "[[new]] [[new|Old one]] [[new#posts]]"),
    ("[[roadmap/milestones/old-one]]", "[[roadmap/milestones/new]]"),
    ("[x](/roadmap/milestones/old-one.md#posts)", "[x](/roadmap/milestones/new.md#posts)"),
    ("[x](../roadmap/milestones/older-one.md)", None),
    ("[x](https://example.org/roadmap/milestones/old-one.md)", None),
    ("[x](../../roadmap/milestones/old-one/)", None),
    ("`[x](../roadmap/milestones/old-one.md)`", None),
    ("```\n[x](../roadmap/milestones/old-one.md)\n```", None),
])
def test_link_leads_to_the_new_page(before: str, after: str | None) -> None:
    text = f"\ufeff---\r\ntitle: x\r\n---\r\n{before}\r\n"
    assert with_links("posts/a.md", text, {OLD: NEW}) == text.replace(before, after or before)


def test_evidence_and_links_of_a_blog_lead_there_too() -> None:
    text = "---\nevidence: [{title: x, url: ../roadmap/milestones/old-one.md}]\nlinks:\n  - A: ROADMAP\n---\n"
    text = text.replace("ROADMAP", "'../roadmap/milestones/old-one.md' # c")
    assert with_links("posts/a.md", text, {OLD: NEW}) == text.replace("old-one", "new")


def test_menu_and_plugins_name_the_new_page() -> None:
    text = (f"nav:\r\n  - A: {OLD} # c\r\n  - {OLD}\r\nplugins:\r\n  - redirects:\r\n      redirect_maps:\r\n"
            f"        'a.md': '{OLD}'\r\nsite_name: {OLD}\r\nmarkdown_extensions:\r\n"
            "  - x: !!python/name:a.b\r\n")
    assert with_paths(text, {OLD: NEW}) == text.replace(OLD, NEW, 3)


def test_label_of_the_menu_is_the_new_title_if_it_was_the_old_one() -> None:
    text = f"nav:\n  - Part:\n      - 'Old one': {NEW}\n      - Old one: other.md\n      - My words: {NEW}\n"
    assert with_label(text, NEW, "Old one", "New") == text.replace("'Old one'", "'New'")


# --- zensical.toml ---

TOML = f"""\ufeff# "{OLD}"\r
[project]
site_description = """ + '"""' + f"""says "{OLD}" """ + '"""' + f"""
nav = [
  {{"Part" = [{{'Old one' = '{OLD}'}}, "{OLD}"]}},  # '{OLD}'
  {{"Old one" = "other.md"}},
]
[project.plugins.redirects.redirect_maps]
"a.md" = "{OLD}"
"""


def test_menu_of_zensical_names_the_new_page() -> None:
    after = with_toml_paths(TOML, {OLD: NEW})
    assert after == (TOML.replace(f"= '{OLD}'", f"= '{NEW}'").replace(f', "{OLD}"]', f', "{NEW}"]')
                     .replace(f'= "{OLD}"', f'= "{NEW}"'))
    assert after.count(NEW) == 3


@pytest.mark.parametrize(("new", "written"), [
    ("New", "'New'"), ("It's", '"It\'s"'), ('A "b"', "'A \"b\"'"), ("C:\\d", "'C:\\d'")])
def test_label_of_that_menu_is_the_new_title(new: str, written: str) -> None:
    assert with_toml_label(TOML, OLD, "Old one", new) == TOML.replace("{'Old one'", "{" + written)


@pytest.mark.parametrize("text", [f'nav = ["{OLD}"', f'["{OLD}"]\nx = "{OLD}"\n'])
def test_toml_of_which_more_would_change_stays(text: str) -> None:
    assert with_toml_paths(text, {OLD: NEW}) == text


def test_rename_changes_the_menu_of_zensical() -> None:
    config = '[project]\nnav = [{"One two" = "roadmap/milestones/one-two.md"}]\n'
    after = changed({"a.md": post("2026-01-01", "milestone: One two")},
                    lambda files: rename(files, Role.MILESTONE, "One two", "Three"), config, "zensical.toml")
    assert after["zensical.toml"] == '[project]\nnav = [{"Three" = "roadmap/milestones/three.md"}]\n'
