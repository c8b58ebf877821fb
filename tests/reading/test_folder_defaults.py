"""What the file `.meta.yml` of a folder says of the pages in it."""

from __future__ import annotations

from datetime import date

import pytest
from each import each
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.reading.entry import Entry, Estimate, Source
from mkdocs_career_roadmap.reading.folder_defaults import folder_defaults, is_folder_defaults
from mkdocs_career_roadmap.reading.front_matter import split
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.fields import Role
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

POST = "---\ngoal: Vision\nMORE---\nWords.\n"


def site(defaults: dict[str, str], more: str = "", settings: Settings | None = None) -> Site:
    sources = [Source("a/b/post.md", POST.replace("MORE", more)),
               Source("other.md", POST.replace("MORE", ""))]
    return build(sources, as_of=date(2026, 4, 1), settings=settings or Settings(), words=Words(),
                 defaults=folder_defaults([Source(path, text) for path, text in defaults.items()]))


def codes(made: Site) -> list[str]:
    return [p.code for p in made.problems]


@pytest.mark.parametrize(("path", "is_hidden"), [
    (".meta.yml", True), ("a/.meta.yml", True), ("a/b/.meta.yml", True), ("c/.meta.yml", False),
    ("a/b/c/.meta.yml", False)])
@pytest.mark.parametrize("text", ["draft: true\n", "visibility: private\n", "published: no\n"])
def test_folder_keeps_back_the_pages_in_it_and_below(path: str, text: str, is_hidden: bool) -> None:
    made = site({path: text})
    assert ("a/b/post.md" in made.hidden.pages) is is_hidden
    assert ("other.md" in made.hidden.pages) is (path == ".meta.yml")
    assert codes(made) == []


def test_page_says_that_it_is_public_all_the_same() -> None:
    assert not site({"a/.meta.yml": "visibility: private\n"}, "visibility: public\n").hidden.pages
    assert not site({"a/.meta.yml": "draft: true\n"}, "draft: false\n").hidden.pages


def test_page_that_is_no_draft_is_private_if_its_folder_is() -> None:
    assert site({"a/.meta.yml": "visibility: private\n"}, "draft: false\n").hidden.pages


def test_nearest_folder_goes_before_those_above_it() -> None:
    both = {"a/.meta.yml": "visibility: private\n", "a/b/.meta.yml": "visibility: public\n"}
    assert not site(both).hidden.pages
    both = {"a/.meta.yml": "visibility: public\n", "a/b/.meta.yml": "visibility: private\n"}
    assert site(both).hidden.pages.keys() == {"a/b/post.md"}


def test_words_of_other_tools_are_told_once_where_they_stand() -> None:
    made = site({"a/.meta.yml": "tags: [x]\nprivate: yes\n"})
    assert made.hidden.pages.keys() == {"a/b/post.md"}
    assert [(p.code, str(p.place)) for p in made.problems] == [("kept-back", "a/.meta.yml:2:10")]


def test_defaults_that_nobody_can_read_keep_back_if_they_may_mean_it() -> None:
    made = site({"a/.meta.yml": "tags: [x\nvisibility: private\n"})
    assert made.hidden.pages.keys() == {"a/b/post.md"}
    assert codes(made) == ["bad-yaml"]


@pytest.mark.parametrize(("text", "code"), [("tags: [x\n", "bad-yaml"), ("- a\n", "not-a-mapping")])
def test_defaults_that_nobody_can_read_are_told(text: str, code: str) -> None:
    made = site({"a/.meta.yml": text})
    assert (list(made.hidden.pages), codes(made)) == ([], [code])


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "tags:\n  - x\n"])
def test_defaults_that_say_nothing_of_it_keep_nothing_back(text: str) -> None:
    made = site({"a/.meta.yml": text})
    assert (list(made.hidden.pages), codes(made)) == ([], [])


def test_only_a_file_of_that_name_has_defaults_however_it_is_written() -> None:
    for path in ("a/.meta.yml", ".meta.yaml", "a/.Meta.YML"):
        assert is_folder_defaults(path)
    for path in ("meta.yml", "a/x.meta.yml", ".meta", ".meta.yml/a.md"):
        assert not is_folder_defaults(path)


def test_two_files_of_one_folder_both_count() -> None:
    made = site({"a/.meta.yaml": "visibility: private\n", "a/.meta.yml": "tags: [x]\n"})
    assert set(made.hidden.pages) == {"a/b/post.md"}


def test_what_the_nearest_folder_says_is_added_to_what_a_page_says() -> None:
    above, near = "password: above\nlevel: above\nx: above\n", "level: near\n"
    found = folder_defaults([Source(".meta.yml", above), Source("a/.meta.yml", near)])
    own = split("a/b.md", "---\nx: own\n---\n").pairs
    said = {name: str(node.value) for name, node in found.of("a/b.md").added_to(own)}
    assert said == {"x": "own", "level": "near", "password": "above"}


# --- fields of the roadmap ---


def entries(defaults: dict[str, str], pages: dict[str, str]) -> tuple[dict[str, Entry], list[str]]:
    made = build([Source(path, text) for path, text in pages.items()], as_of=date(2026, 4, 1),
                 settings=Settings(), words=Words(),
                 defaults=folder_defaults([Source(path, text) for path, text in defaults.items()]))
    return {e.path: e for e in made.entries}, [f"{p.place} {p.code}" for p in made.problems]


def test_goal_of_a_folder_is_that_of_its_pages_and_of_those_below() -> None:
    found, told = entries(
        {"a/.meta.yml": "goal: Sound\nstatus: active\n"},
        {"a/one.md": "# One\n", "a/b/two.md": "---\ndate: 2026-01-02\ngoal: Light\n---\n",
         "ab/c.md": "# C\n"})
    assert {path: (e.goal and e.goal.text, e.status) for path, e in found.items()} == {
        "a/one.md": ("Sound", "active"), "a/b/two.md": ("Light", "active")}
    assert told == ["a/one.md:1:1 undated"]  # of the page that has no date, not of the file of defaults


def test_lists_are_added_outermost_first_mappings_by_their_parts_and_of_all_else_the_nearest_counts() -> None:
    """As Material's plugin meta does, of which `test_meta.py` asks the same."""
    found, told = entries(
        {".meta.yml": "lessons: [outer]\nestimate: {effort: 1, impact: 1}\nreason: outer\n",
         "a/.meta.yml": "milestone: [M]\nlessons: [inner, outer]\nestimate: {impact: 2}\nreason: inner\n"},
        {"a/p.md": "---\ndate: 2026-01-02\nmilestone: [N]\nlessons: [own]\nestimate: {effort: 5}\n---\n"})
    page = found["a/p.md"]
    assert [name.text for name in page.milestone] == ["M", "N"]
    assert page.lessons == ("outer", "inner", "own")
    assert (page.estimate, page.reason) == (Estimate(effort=5, impact=2), "inner")
    assert told == ["a/p.md:1:1 no-effect"] * 2  # a reason of what is active, of M and of N


def test_outcomes_of_a_folder_and_of_a_page_add_up_and_the_nearer_one_counts() -> None:
    found, told = entries(
        {"a/.meta.yml": "milestones:\n  M: done\n  N: {status: paused, evidence: data.csv}\n"},
        {"a/p.md": "---\ndate: 2026-01-02\nmilestones: {M: partial, O: active}\n---\n"})
    page = found["a/p.md"]
    assert {name.text: page.about(page.outcome(name)).status for name in page.milestone} == {
        "M": "partial", "N": "paused", "O": "active"}
    (n,) = (one for one in page.outcomes if one.milestone.text == "N")
    assert (str(n.place("status")), n.evidence[0].target) == ("a/p.md:1:1", "a/data.csv")
    assert told == ["a/p.md:3:17 no-lesson"]  # where the page says that M is partly reached


def test_what_a_folder_says_of_single_milestones_is_joined_with_what_a_page_says() -> None:
    found, _ = entries(
        {"a/.meta.yml": "milestones: {A: done, B: active}\n",
         "b/.meta.yml": "milestones:\n  - {milestone: A, status: done, evidence: y.pdf}\n  - B\n"},
        {"a/p.md": "---\ndate: 2026-01-02\nmilestone: {B: paused, C: done}\n---\n",
         "b/p.md": "---\ndate: 2026-01-02\nmilestones: [C, {milestone: B, status: done}]\n---\n"})
    said = {path: {name.text: outcome and outcome.status for name in e.milestone
                   for outcome in [e.outcome(name)]} for path, e in found.items()}
    assert said == {"a/p.md": {"A": "done", "B": "paused", "C": "done"},
                    "b/p.md": {"A": "done", "B": "done", "C": None}}
    assert found["b/p.md"].outcomes[0].evidence[0].target == "b/y.pdf"


def test_a_page_takes_a_default_back_by_an_empty_field_and_a_single_name_goes_before_a_list() -> None:
    found, told = entries(
        {"a/.meta.yml": "goal: G\nmilestone: [M]\n"},
        {"a/p.md": "---\ndate: 2026-01-02\nmilestone: N\ngoal:\n---\n",
         "a/index.md": "---\ngoal:\nmilestone: ''\n---\n"})
    assert list(found) == ["a/p.md"]
    page = found["a/p.md"]
    assert ([name.text for name in page.milestone], page.goal, told) == (["N"], None, [])


def test_pages_of_a_folder_are_what_its_defaults_say_and_take_what_fits() -> None:
    found, told = entries(
        {"m/.meta.yml": "type: milestone\ngoal: G\nscope: paper\ntitle: T\nid: x\n",
         "p/.meta.yml": "goal: G\nscope: paper\ntarget: 2027\n"},
        {"m/one.md": "# One\n", "m/two.md": "---\ntype: goal\n---\n# G\n", "p/a.md": "# A\n"})
    assert {path: (e.role, e.id, e.title, e.scope) for path, e in found.items()} == {
        "m/one.md": (Role.MILESTONE, "one", "One", 3), "m/two.md": (Role.GOAL, "two", "G", None),
        "p/a.md": (Role.POST, "", "A", None)}
    assert told == []


def test_mistakes_in_defaults_are_told_once_where_they_stand() -> None:
    _, told = entries(
        {"a/.meta.yml": "goal: G\nstatus: pausd\nsharpens: S\n"},
        {"a/p.md": "# P\n", "a/q.md": "# Q\n"})
    assert sorted(set(told)) == ["a/.meta.yml:2:9 bad-status", "a/.meta.yml:3:1 no-effect"]


def test_evidence_of_a_folder_is_seen_from_it_and_advice_may_be_ignored_for_all_of_it() -> None:
    found, told = entries(
        {"a/.meta.yml": "milestone: M\nstatus: done\nevidence: data.csv\nignore_problems: [undated]\n"},
        {"a/b/p.md": "# P\n"})
    assert ([e.target for e in found["a/b/p.md"].evidence], told) == (["a/data.csv"], [])


def test_a_day_of_a_folder_counts_where_neither_the_page_nor_its_name_has_one() -> None:
    found, _ = entries({".meta.yml": "goal: G\ndate: 2026-01-01\n"},
                       {"2026-02-02-a.md": "A\n", "b.md": "B\n", "c.md": "---\ndate: 2026-03-03\n---\n"})
    assert {path: str(e.moment)[:10] for path, e in found.items()} == {
        "2026-02-02-a.md": "2026-02-02", "b.md": "2026-01-01", "c.md": "2026-03-03"}


def test_what_uses_an_alias_of_yaml_is_no_default() -> None:
    found, told = entries({".meta.yml": "x: &g Sound\ngoal: *g\nmilestone: M\n"}, {"a.md": "A\n"})
    assert (found["a.md"].goal, told) == (None, [".meta.yml:2:1 yaml-reference"])


def test_slips_in_the_keys_of_defaults_are_told_once_as_those_of_pages_are() -> None:
    _, told = entries(
        {"a/.meta.yml": "goal: G\nstauts: done\nmy_key: 1\n", "b/.meta.yml": "stauts: new\ngaol: G\n"},
        {"a/p.md": "# P\n", "a/q.md": "# Q\n"})
    assert told == ["a/.meta.yml:2:1 unknown-field", "b/.meta.yml:2:1 unknown-field"]


def test_another_name_of_the_file_is_read_beside_the_usual_one() -> None:
    assert is_folder_defaults("a/defaults.yml", "defaults.yml")
    assert is_folder_defaults("a/.meta.yml", "defaults.yml")
    assert not is_folder_defaults("a/Defaults.yml", "defaults.yml")


@each(("above", "own", "told"), [
    ("milestone: [M]", "milestone: N", "milestone is a text here and a list in a/.meta.yml"),
    ("tags: x", "tags: [y]", "tags is a list here and a text in a/.meta.yml"),
    ("goal: G", "goal:", "goal is no value here and a text in a/.meta.yml"),
    ("x: 1", "x: one", "x is a text here and a number in a/.meta.yml"),
    ("x: 1", "x: 1.5", "x is a number with a point here and a number in a/.meta.yml"),
    ("date: 2026-01-01", "date: 2026-01-02 10:00:00",
     "date is a day with a time here and a day in a/.meta.yml"),
    ("date: 2026-01-01", "date: 2026-01-02", ""),
    ("goal: G", "goal: ''", ""), ("tags: [x]", "tags: []", ""), ("x: {a: 1}", "x: {b: 2}", ""),
    ("x: 1", "y: one", "")])
def test_values_that_would_end_the_build_of_the_plugin_are_told_and_kept_from_it(
    above: str, own: str, told: str
) -> None:
    defaults = folder_defaults([Source("a/.meta.yml", f"{above}\n")])
    source = Source("a/p.md", f"---\nz: 1\n{own}\n---\nWords.\n")
    page = read(source, Settings(meta_file=".meta.yml"), defaults.of("a/p.md"))
    clashes = [p for p in page.problems if p.code == "bad-host-value"]
    assert [p.message for p in clashes] == ([
        f"{told}, at which Material's plugin meta ends the build; write both alike"] if told else [])
    assert [str(place) for p in clashes for place in p.also] == [
        f"a/.meta.yml:1:{above.index(':') + 3}"] * len(clashes)
    assert (page.host_text == "---\nz: 1\n---\nWords.\n") is bool(told)
    for settings in (Settings(), Settings(meta_file="defaults.yml")):  # nobody joins them but we
        problems = read(source, settings, defaults.of("a/p.md")).problems
        assert "bad-host-value" not in [p.code for p in problems]
