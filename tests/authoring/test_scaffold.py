"""Files to begin with: a whole small site, and single pages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.authoring.scaffold import NewPage, new_site, page_text, template, yaml_text
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.fields import FIELDS, Role
from mkdocs_career_roadmap.vocabulary.names import slug
from mkdocs_career_roadmap.vocabulary.settings import Settings

DAY = date(2026, 3, 2)
ROOT = Path(__file__).parents[2]


def test_new_site_has_its_days() -> None:
    made = new_site(DAY)
    assert "date: 2026-02-16" in made["docs/posts/where-i-begin.md"]
    assert "date: 2026-03-01" in made["docs/posts/what-comes-next.md"]
    assert "target: 2036" in made["docs/roadmap/goals/something-worth-ten-years.md"]
    assert not [path for path, text in made.items() if path.endswith(".md") and re.search(r"\{\w+\}", text)]


def test_every_page_of_a_new_site_reads_without_a_problem() -> None:
    for path, text in new_site(DAY).items():
        if path.endswith(".md"):
            assert read(Source(path, text), Settings()).problems == ()


@pytest.mark.parametrize("name", ["site.yml", "rebuild.yml"])
def test_guide_shows_the_workflows_that_a_new_site_gets(name: str) -> None:
    shown = (ROOT / "docs/guide/hosts.md").read_text("utf-8")
    assert f'```yaml title=".github/workflows/{name}"\n{template(name)}```\n' in shown


# --- pages ---


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60))
def test_any_title_is_read_back_as_it_was_given(title: str) -> None:
    title = title.replace("\ufeff", "").replace("\ufffe", "").replace("\uffff", "")
    wanted = " ".join(title.split())
    assert yaml.safe_load(f"a: {yaml_text(title)}")["a"] == wanted
    if wanted and slug(title):
        found = read(Source("a.md", page_text(NewPage(Role.GOAL, title, DAY))), Settings())
        assert (found.title, found.problems) == (wanted, ())


@each(("text", "written"), [
    ("Read forty papers", "Read forty papers"), ("no", '"no"'), ("1.10", '"1.10"'),
    ("2026-03-02", '"2026-03-02"'),
    ("a: b", '"a: b"'), ("a #b", '"a #b"'), ("It's done.", "It's done."), ("two\nlines", "two lines"),
    ("Öl", "Öl"), ("Öl: x", '"Öl: x"')])
def test_a_text_has_quotes_only_where_yaml_wants_them(text: str, written: str) -> None:
    assert yaml_text(text) == written


@pytest.mark.parametrize("role", Role)
def test_new_page_reads_without_a_problem(role: Role) -> None:
    page = NewPage(role, "A: title", DAY, goal="G: g", milestone="M #1", status="done")
    found = read(Source("posts/a.md", page_text(page)), Settings())
    assert (found.problems, found.title) == ((), "A: title")
    assert found.entry is not None
    assert (found.entry.role, found.entry.status) == (role, "done")


def test_new_post_names_what_was_chosen_and_has_its_day() -> None:
    text = page_text(NewPage(Role.POST, "Title", DAY, goal="G", milestone="M"))
    assert text.startswith("---\ntitle: Title\ndate: 2026-03-02\ngoal: G\nmilestone: M\n# status: active  #")
    assert "\n# Title\n" in text


def test_new_page_offers_the_names_there_are() -> None:
    text = page_text(NewPage(Role.POST, "Title", DAY, goals=("A", "B: c"), milestones=()))
    assert '# goal: A | "B: c"\n' in text
    assert "# milestone: A name; naming one makes its page\n" in text


def test_lines_that_teach_are_right_once_their_sign_is_taken_away() -> None:
    for role in Role:
        text = page_text(NewPage(role, "Title", DAY, goal="G", milestone="M", status="done"))
        taught = re.sub(r"^# (\w+: .*)  # .*$", r"\1", text, flags=re.MULTILINE)
        assert taught.count("\n# ") == 1  # the heading is left
        assert read(Source("a.md", taught), Settings(scopes=("project",))).problems == ()


def test_every_line_that_teaches_says_what_the_guide_says() -> None:
    docs = {field.doc for field in FIELDS}
    text = page_text(NewPage(Role.POST, "Title", DAY, goal="G", milestone="M"))
    taught = re.findall(r"^# (?!status)\w+: .*?  # (.*)$", text, flags=re.MULTILINE)
    assert len(taught) == 4
    assert set(taught) <= docs
