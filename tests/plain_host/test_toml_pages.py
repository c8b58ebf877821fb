"""Front matter of Hugo in TOML says what the same in YAML does, and is told of at its place."""

from __future__ import annotations

import tomllib
from datetime import datetime

import pytest
import yaml
from commands import run
from conftest import MakeSite
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.plain_host.toml_pages import in_yaml
from mkdocs_career_roadmap.reading.entry import Entry, Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.settings import Settings

FRONT = '''date = 2026-03-02T10:30:00Z
goal = "Bird counts: from sound"
  milestones = ["Label one \\"dawn\\" chorus", 'C:\\woods']   # two of them
status="done"
lessons = [
  "Nobody labels well after forty minutes.",
]
draft = false
'''


def in_toml(front: str, body: str = "Words.\n") -> Source:
    return Source("posts/a.md", f"+++\n{front}+++\n{body}")


def made(text: str) -> str:
    source, wrong = in_yaml(Source("a.md", text))
    assert wrong is None
    return source.text


def says(entry: Entry | None) -> object:
    """Return what an entry says, without the places."""
    assert entry is not None
    return ([name.text for name in (*entry.goals, *entry.milestone)], entry.moment, entry.status,
            entry.lessons)


def test_each_key_and_the_text_stay_on_their_lines() -> None:
    text = made(in_toml(FRONT).text)
    assert text.splitlines() == [
        "---", "date:  2026-03-02T10:30:00+00:00", 'goal:  "Bird counts: from sound"',
        'milestones:    ["Label one \\"dawn\\" chorus", "C:\\\\woods"]', 'status: "done"',
        'lessons:  ["Nobody labels well after forty minutes."]', "", "", "draft:  false", "---", "Words."]


def test_a_page_says_what_it_says_in_yaml() -> None:
    source, _ = in_yaml(in_toml(FRONT))
    page = read(source, Settings())
    assert page.problems == ()
    assert page.entry is not None
    yaml_page = read(Source("posts/a.md", (
        '---\ndate: 2026-03-02T10:30:00Z\ngoal: "Bird counts: from sound"\n'
        'milestones: ["Label one \\"dawn\\" chorus", "C:\\\\woods"]\nstatus: done\n'
        "lessons:\n  - Nobody labels well after forty minutes.\n---\nWords.\n")), Settings())
    assert says(page.entry) == says(yaml_page.entry)


def test_what_is_wrong_is_told_in_its_line_and_column() -> None:
    source, _ = in_yaml(in_toml('goal = "x"\nstatus = "dnoe"\n'))
    assert [str(p) for p in read(source, Settings()).problems] == [
        "posts/a.md:3:10: error: unknown status 'dnoe'; did you mean 'done'? [bad-status]"]


def test_toml_that_nobody_can_read_is_told_with_its_line() -> None:
    source = in_toml('goal = "x"\nstatus = done\n')
    same, wrong = in_yaml(source)
    assert same == source
    assert wrong is not None
    assert (wrong.code, wrong.place.path, wrong.place.line) == ("bad-yaml", "posts/a.md", 3)


@pytest.mark.parametrize("text", [
    "---\ngoal: x\n---\nWords\n", "Words\n", "", "+++ no fence\nx = 1\n+++\n", "{\"goal\": \"x\"}\n"])
def test_other_pages_stay_as_they_are(text: str) -> None:
    assert made(text) == text


@pytest.mark.parametrize(("text", "lines"), [
    ("\ufeff+++\r\ngoal = 'x'\r\n+++\r\nWords", ["---", 'goal:  "x"', "---", "Words"]),
    ("\n+++\ngoal = 'x'\n+++", ["---", "", 'goal:  "x"', "---", ""]),
    ("+++\n+++\nWords", ["---", "---", "Words"]),
    ("+++\n[params]\ndraft = true\n+++\n", ["---", 'params: {"draft": true}', "", "---", ""]),
    ("+++\na.b = 1\na.c = '''\ngoal = 2\n'''\n+++\n",
     ["---", 'a: {"b": 1, "c": "goal = 2\\U0000000a"}', "", "", "", "---", ""]),
])
def test_ends_of_lines_blank_lines_and_tables_are_of_no_matter(text: str, lines: list[str]) -> None:
    assert made(text).split("\n") == lines


VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])) | st.booleans() | st.integers(-99, 99)
    | st.dates(), lambda inner: st.lists(inner, max_size=3), max_leaves=6)


def toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(sign):08x}" for sign in value) + '"'
    return str(value).lower()


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), VALUES, max_size=4))
def test_any_value_is_the_same_in_yaml(front: dict[str, object]) -> None:
    lines = "".join(f"{key}_ = {toml(value)}\n" for key, value in front.items())
    assert tomllib.loads(lines) == {f"{key}_": value for key, value in front.items()}
    text = made(f"+++\n{lines}+++\n")
    assert (yaml.safe_load(text.removesuffix("---\n")) or {}) == tomllib.loads(lines)


def test_a_moment_stays_one() -> None:
    text = made("+++\na = 1979-05-27T07:32:00\n+++\n")
    assert yaml.safe_load(text.split("---")[1]) == {"a": datetime(1979, 5, 27, 7, 32)}


SITE = {
    "a.md": "+++\ndate = 2026-03-02\ngoal = 'Bird counts'\nmilestone = 'Dawn'\n+++\nA.\n",
    "b.md": "+++\ndate = 2026-03-03\ngoal = 'Xylophone'\ndraft = true\n+++\nB.\n",
    "c.md": "+++\ngoal = 'Xylophone'\nvisibility = 'private'\n+++\nC.\n",
}


def test_posts_in_toml_are_on_the_roadmap_beside_hugo_and_drafts_are_not(site: MakeSite) -> None:
    folder = site(SITE, "site_name: A\n")
    done = run(folder, "build", "docs", "out", "--base-url", "https://example.org/")
    assert done.returncode == 0, done.stderr
    assert "2 pages kept back" in done.stderr
    written = {path.name: path.read_text("utf-8") for path in (folder / "out").rglob("*") if path.is_file()}
    assert "Dawn" in written["roadmap.json"]
    assert not any("xylophone" in text.lower() for text in written.values())


def test_posts_in_toml_are_none_beside_other_tools(site: MakeSite) -> None:
    done = run(site(SITE, "site_name: A\n"), "build", "docs", "out", "--blog", "jekyll")
    assert done.returncode == 1
    assert "docs/a.md:1:1: warning: the front matter must begin with three dashes" in done.stdout


def test_toml_that_nobody_can_read_is_told_once_and_nothing_is_built(site: MakeSite) -> None:
    folder = site({"a.md": "+++\ngoal = x\nvisibility = 'private'\n+++\n"}, "site_name: A\n")
    done = run(folder, "build", "docs", "out")
    assert done.returncode == 1
    assert [line.partition(" ")[0] for line in done.stdout.splitlines()] == ["docs/a.md:2:1:"]
