"""One page in, what it says out; and what is told of a page that says it wrongly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from depth import tries
from each import each
from hostile import FRONT_MATTER
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading import prose
from mkdocs_career_roadmap.reading.entry import Entry, Evidence, Name, Source
from mkdocs_career_roadmap.reading.front_matter import MAX_BODY, MAX_SIZE
from mkdocs_career_roadmap.reading.page import Page, read
from mkdocs_career_roadmap.vocabulary.fields import Role, Status
from mkdocs_career_roadmap.vocabulary.labels import status_words
from mkdocs_career_roadmap.vocabulary.problems import Place
from mkdocs_career_roadmap.vocabulary.settings import Settings
from work import LINEAR, growth

BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


def page(inner: str, body: str = "", path: str = "posts/a.md", **choices: Any) -> Page:
    return read(Source(path, f"---\n{inner}---\n{body}"), Settings(**choices))


def entry(inner: str, body: str = "", path: str = "posts/a.md") -> Entry:
    """Return what a page without a fault says."""
    found = page(inner, body, path)
    assert found.problems == ()
    assert found.entry is not None
    return found.entry


def told(found: Page) -> list[str]:
    return [str(problem) for problem in found.problems]


# --- what a page is ---


@pytest.mark.parametrize(
    "inner", ["goal: x\n", "milestone: x\n", "milestones: [x, y]\n", "type: page\ngoal: x\n"]
)
def test_a_page_that_names_a_goal_or_a_milestone_is_a_post(inner: str) -> None:
    assert entry(inner).role is Role.POST


@pytest.mark.parametrize(
    ("inner", "role"), [("type: goal\n", Role.GOAL), ("type: milestone\n", Role.MILESTONE), ("type: Goal\n",
    Role.GOAL)]
)
def test_a_type_makes_a_page_the_page_of_a_goal_or_a_milestone(inner: str, role: Role) -> None:
    assert entry(inner).role is role


@each(
    "inner",
    ["", "title: x\n", "status: new\n", "type: page\n", "type: [goal]\n", "type:\n", "lessons: x\n",
     "target: soon\n",
     "author: x\nhide: [toc]\n"],
)
def test_any_other_page_is_left_alone(inner: str) -> None:
    found = page(inner)
    assert (found.entry, found.problems) == (None, ())


@pytest.mark.parametrize("inner", ["goal:\n", "goal:\nmilestone: []\nstatus: done\n", "milestone: ['', ~]\n"])
def test_a_post_that_names_nothing_says_nothing(inner: str) -> None:
    assert page(inner).entry is None


@pytest.mark.parametrize(
    "inner", ["draft: true\n", "draft: 'Yes'\n", "published: false\n", "published: no\n", "published: off\n"]
)
def test_a_draft_does_not_exist_for_the_roadmap(inner: str) -> None:
    found = page(f"goal: x\nstatus: dnoe\n{inner}")
    assert (found.entry, found.is_draft, found.problems) == (None, True, ())


@pytest.mark.parametrize("inner", ["draft: false\n", "draft:\n", "published: true\n"])
def test_a_page_that_is_no_draft_counts(inner: str) -> None:
    found = page(f"goal: x\n{inner}")
    assert (found.entry is None, found.is_draft, found.problems) == (False, False, ())


@pytest.mark.parametrize("inner", ["draft: ture\n", "published: flase\n"])
def test_a_slip_in_a_draft_is_told_because_it_would_be_published(inner: str) -> None:
    assert [p.code for p in page(f"goal: x\n{inner}").problems] == ["bad-value"]


@pytest.mark.parametrize(
    ("inner", "is_draft", "codes"), [
        ("draft: true\n", True, []), ("draft: ture\n", True, ["bad-value"]), ("", False, [])])
def test_draft_of_an_ordinary_page_is_kept_back(inner: str, is_draft: bool, codes: list[str]) -> None:
    found = page(inner)
    assert (found.is_draft, found.is_hidden, [p.code for p in found.problems]) == (is_draft, is_draft, codes)


@pytest.mark.parametrize("inner", ["visibility: private\n", "visibility: Private\ngoal: x\n"])
def test_a_private_page_is_known_as_one(inner: str) -> None:
    assert page(inner).is_private


@each("inner", [
    "visibility: privat\n", "visibility: [private]\n", "visibility: {to: me}\n", "visibility: team\n",
    "visibility: hidden\ngoal: x\n", "visibility: !x private\ngoal: x\n"])
def test_a_visibility_that_nobody_can_read_is_told_and_keeps_the_page_back(inner: str) -> None:
    found = page(inner)
    assert found.is_private
    assert len(found.problems) == 1
    assert found.entry is None or found.entry.is_private


@each(("inner", "is_hidden"), [
    ("visibility: private\n", True), ("draft: true\ngoal: x\n", True), ("published: no\ntype: goal\n", True),
    ("draft: true\nvisibility: public\n", True), ("draft: true\n", True), ("goal: x\n", False)])
def test_what_no_built_site_has(inner: str, is_hidden: bool) -> None:
    assert page(inner).is_hidden is is_hidden


@each(("inner", "is_told"), [
    ('status: x"><b>\n', True), ("status: [a]\n", True), ("draft: true\ngoal: x\nstatus: <b>\n", True),
    ("status: new\n", False), ("status: in progress\n", False), ("status:\n", False)])
def test_status_of_a_page_that_is_on_no_roadmap_must_be_plain_words(inner: str, is_told: bool) -> None:
    told = [(p.code, p.place.column) for p in page(inner).problems]
    assert told == ([("bad-status", 9)] if is_told else [])


@pytest.mark.parametrize(
    "inner", ["", "visibility: public\n", "visibility:\n", "visibility: Visible\n"]
)
def test_no_other_page_is_private(inner: str) -> None:
    assert not page(inner).is_private


@pytest.mark.parametrize("inner", ["visibility: privte\n", "visibility: privte\ngoal: x\n"])
def test_a_slip_of_private_is_told_once_on_any_page(inner: str) -> None:
    assert told(page(inner)) == [
        "posts/a.md:2:13: error: unknown visibility 'privte'; did you mean 'private'? [bad-value]"]


# --- what it says ---


def test_a_post_says_what_its_front_matter_says() -> None:
    post = entry(
        "title: No convergence\n"
        "date: 2026-03-02 10:00\n"
        "goal: Efficient vision\n"
        "milestone: [Reproduce COCO]\n"
        "status: done\n"
        "scope: paper\n"
        "evidence: a.md\n"
    )
    assert post == Entry(
        path="posts/a.md",
        role=Role.POST,
        title="No convergence",
        moment=datetime(2026, 3, 2, 10),
        goals=(Name("efficient-vision", "Efficient vision", Place("posts/a.md", 4, 7)),),
        milestone=(Name("reproduce-coco", "Reproduce COCO", Place("posts/a.md", 5, 13)),),
        status=Status.DONE,
        scope=3,
        evidence=(Evidence("a.md", "a.md", "posts/a.md"),),
        places={
            "title": Place("posts/a.md", 2, 8),
            "date": Place("posts/a.md", 3, 7),
            "goal": Place("posts/a.md", 4, 7),
            "milestone": Place("posts/a.md", 5, 12),
            "status": Place("posts/a.md", 6, 9),
            "scope": Place("posts/a.md", 7, 8),
            "evidence": Place("posts/a.md", 8, 11),
        },
    )


def test_a_field_that_is_not_there_has_the_place_of_its_page() -> None:
    assert entry("goal: x\n").place("status") == Place("posts/a.md", 1, 1)


def test_a_field_that_is_there_has_its_own_place() -> None:
    assert entry("goal: x\n").place("goal") == Place("posts/a.md", 2, 7)


def test_a_value_that_is_refused_leaves_the_others_standing() -> None:
    found = page("goal: x\nstatus: dnoe\nscope: paper\n")
    assert found.entry is not None
    assert (found.entry.status, found.entry.scope, len(found.problems)) == (None, 3, 1)


@each(
    ("inner", "path", "id"),
    [
        ("type: goal\n", "goals/Efficient Vision.md", "efficient-vision"),
        ("type: goal\n", "goals/vision/index.md", "vision"),
        ("type: goal\n", "goals/vision/README.md", "vision"),
        ("type: goal\n", "index.md", "index"),
        ("type: goal\nid: Other\n", "goals/vision.md", "other"),
        ("type: goal\nid:\n", "goals/vision.md", "vision"),
    ],
)
def test_a_definition_has_the_id_it_says_or_that_of_its_file(inner: str, path: str, id: str) -> None:
    assert entry(inner, path=path).id == id


def test_a_definition_whose_file_name_makes_no_id_is_told_at_its_type() -> None:
    found = page("title: x\ntype: goal\n", path="goals/!!!.md")
    assert found.entry is None
    assert told(found) == [
        ("goals/!!!.md:3:1: error: nothing of the file's name '!!!' is left in an address; "
        "add a line `id: ...` [empty-name]")]


def test_a_goal_page_may_repeat_its_goal() -> None:
    assert entry("type: goal\ngoal: A\n").goal == Name("a", "A", Place("posts/a.md", 3, 7))
    assert entry("type: goal\ntitle: My work\ngoal: My work\n").goal


def test_a_goal_page_that_names_another_goal_is_told() -> None:
    assert told(page("type: goal\ngoal: Other work\n")) == [
        ("posts/a.md:3:7: warning: goal says nothing on the page of a goal, since no goal serves another; "
         "take it out, or write `type: milestone` [no-effect]")]


@pytest.mark.parametrize(
    ("inner", "problem"),
    [
        ("type: goal\nsharpens: x\n", ("3:11: warning: sharpens says nothing on the page of a goal; "
         "it belongs on a post [no-effect]")),
        ("type: goal\nfinished: 2026\n", ("3:11: warning: finished says nothing on the page of a goal; "
         "it belongs on a post or a milestone's page [no-effect]")),
        ("type: milestone\nmilestone: x\n",
        ("3:12: warning: milestone says nothing on the page of a milestone; "
         "it belongs on a post [no-effect]")),
    ],
)
def test_a_field_that_says_nothing_where_it_stands_is_told(inner: str, problem: str) -> None:
    assert told(page(inner)) == [f"posts/a.md:{problem}"]


def test_a_field_of_the_hosts_says_nothing_to_the_roadmap() -> None:
    assert entry("goal: x\ntags: [a, c]\ncategories: {a: b}\n").places.keys() == {"goal", "tags",
    "categories"}


def test_lessons_of_the_front_matter_come_before_those_of_the_text() -> None:
    assert entry("goal: x\nlessons: One.\n", "# Lessons\n- Two.\n").lessons == ("One.", "Two.")


def test_a_site_chooses_the_headings_of_its_lessons() -> None:
    found = page("goal: x\n", "# Gelernt\nEins.\n# Lessons\nTwo.\n", lesson_headings=("Gelernt",))
    assert found.entry is not None
    assert found.entry.lessons == ("Eins.",)


def test_a_goal_has_no_lessons_in_its_text() -> None:
    assert entry("type: goal\n", "# Lessons\nOne.\n").lessons == ()


def test_a_page_knows_the_sources_it_links_to() -> None:
    assert page("title: x\n", "[b](b.md) and [c](../c.md)").links == ("posts/b.md", "c.md")


# --- title and day ---


@each(
    ("text", "path", "title"),
    [
        ("---\ntitle: Front  matter\n---\n# Heading", "a.md", "Front matter"),
        ("---\ntitle: 2026\n---\n", "a.md", "2026"),
        ("---\ntitle:\n---\n# Heading", "a.md", "Heading"),
        ("---\ntitle: null\n---\n# Heading", "a.md", "Heading"),
        ("---\ntitle: ''\n---\n# Heading", "a.md", "Heading"),
        ("---\ntitle: [x]\n---\n# Heading", "a.md", "Heading"),
        ("# Heading", "a.md", "Heading"),
        ("Text", "posts/first-steps_in-go.md", "First steps in go"),
        ("Text", "posts/First-Steps.md", "First Steps"),
        ("Text", "posts/2026-03-02-first-steps.md", "First steps"),
        ("Text", "posts/notes-2026-03-02-last.md", "Notes 2026 03 02 last"),
        ("Text", "posts/2026-03-02-.md", "2026 03 02"),
        ("Text", "posts/first-steps/index.md", "First steps"),
        ("Text", "index.md", "Index"),
        ("Text", "posts/-.md", "-"),
    ],
)
def test_a_title_is_the_field_the_first_heading_or_the_file_name(text: str, path: str, title: str) -> None:
    assert read(Source(path, text), Settings()).title == title


def test_the_title_of_an_ordinary_page_is_not_judged() -> None:
    assert page(f"title: {'x' * 300}\n").problems == ()


def test_the_title_of_a_post_is_judged() -> None:
    found = page(f"title: {'x' * 300}\ngoal: x\n", "# Heading")
    assert (found.title, [p.code for p in found.problems]) == ("Heading", ["too-long"])


@each(
    ("inner", "path", "moment"),
    [
        ("date: 2026-03-03\n", "posts/2026-03-02-a.md", datetime(2026, 3, 3)),
        ("", "posts/2026-03-02-a.md", datetime(2026, 3, 2)),
        ("date:\n", "posts/2026-03-02-a.md", datetime(2026, 3, 2)),
        ("", "posts/2026-99-99-a.md", None),
        ("", "posts/notes-2026-03-02-a.md", None),
        ("", "posts/2026-03-02.md", None),
        ("", "posts/2026-03.md", None),
    ],
)
def test_a_post_is_of_the_day_of_its_field_or_of_its_file_name(
    inner: str, path: str, moment: datetime | None
) -> None:
    assert entry(f"goal: x\n{inner}", path=path).moment == moment


# --- slips ---


@each(
    ("key", "meant"),
    [("milestne", "milestone"), ("Status", "status"), ("depends-on", "depends_on"), ("DEPENDS ON",
     "depends_on"),
     ("lesson", "lessons"), ("milstones", "milestones")],
)
def test_a_key_of_a_post_that_resembles_a_field_is_told(key: str, meant: str) -> None:
    assert told(page(f"goal: x\n{key}: y\n")) == [
        f"posts/a.md:3:1: warning: unknown field {key!r}; did you mean {meant!r}? [unknown-field]"]


@pytest.mark.parametrize(
    ("key", "meant"), [("gaol", "goal"), ("Milestone", "milestone"), ("visiblity", "visibility")]
)
def test_a_key_of_any_page_that_resembles_a_sign_of_the_roadmap_is_told(key: str, meant: str) -> None:
    assert told(page(f"{key}: y\n")) == [
        f"posts/a.md:2:1: warning: unknown field {key!r}; did you mean {meant!r}? [unknown-field]"]


@pytest.mark.parametrize("key", ["Status", "titel", "coal", "my own", "weather"])
def test_other_keys_of_an_ordinary_page_are_left_alone(key: str) -> None:
    assert page(f"{key}: y\n").problems == ()


@pytest.mark.parametrize("key", ["tag", "state", "order", "permalink", "anything else"])
def test_keys_of_other_tools_are_no_slips(key: str) -> None:
    assert entry(f"goal: x\n{key}: y\n")


def test_a_slip_of_a_type_is_told() -> None:
    assert told(page("type: gaol\n")) == [
        "posts/a.md:2:7: error: unknown type 'gaol'; did you mean 'goal'? [bad-type]"]


def test_a_field_under_two_of_its_names_is_told_and_the_first_counts() -> None:
    found = page("milestones: [a, b]\nmilestone: c\n")
    assert told(found) == [
        ("posts/a.md:3:1: error: 'milestone' says milestone a second time; make one list of the two "
        "(see posts/a.md:2:13) [duplicate-key]")]
    assert found.entry is not None
    assert [name.id for name in found.entry.milestone] == ["a", "b"]


# --- aliases and tags ---


@each(
    ("inner", "place"),
    [
        ("goal: !b x\n", "3:7"),
        ("goal: &b [*b]\n", "3:7"),
        ("milestone: [x, !b y]\n", "3:16"),
        ("other: &b y\ngoal: *b\n", "4:1"),
        ("tags: [&b y]\nmilestone:\n  - x\n  - *b\n", "4:1"),
        ("goal: &b y\nmilestone: *b\n", "4:1"),
        ("estimate: {<<: {effort: 1}}\n", "3:12"),
    ],
)
def test_an_alias_or_a_tag_in_a_field_of_ours_is_told(inner: str, place: str) -> None:
    found = page(f"reason: x\n{inner}goal: x\n" if "goal" not in inner else f"reason: x\n{inner}")
    (problem,) = found.problems
    assert (str(problem.place), problem.code) == (f"posts/a.md:{place}", "yaml-reference")
    assert problem.message.endswith("uses an alias or a tag of YAML; write the value out")


def test_a_field_with_an_alias_says_nothing() -> None:
    found = page("goal: &b x\nreason: *b\n")
    assert found.entry is not None
    assert (found.entry.reason, "reason" in found.entry.places) == (None, False)


@pytest.mark.parametrize(
    ("inner", "place"), [("tags: &b [x]\ncategories: *b\n", "4:1"), ("mine: &b x\nother: *b\n", "4:1"),
                         ("mine: !b x\n", "3:7")]
)
def test_an_alias_or_a_tag_in_a_field_of_other_tools_is_told_too(inner: str, place: str) -> None:
    found = page(f"goal: x\n{inner}")
    assert [(str(p.place), p.code) for p in found.problems] == [(f"posts/a.md:{place}", "yaml-reference")]
    assert found.entry is not None


@pytest.mark.parametrize("field", ["title", "lessons", "evidence", "decisions", "estimate"])
def test_a_field_that_holds_a_bomb_of_aliases_says_nothing(field: str) -> None:
    found = page(f"goal: x\na: &a x\n{BOMB}{field}: *j\n")
    assert {p.code for p in found.problems} == {"yaml-reference"}
    assert found.entry is not None
    assert field not in found.entry.places


# --- what others would trip over ---


@each(
    ("line", "told"),
    [
        ("hide: true", "hide is 'true'; write a list, such as [toc]"),
        ("hide: [toc, ~]", "hide is a list with something else than words; write a list, such as [toc]"),
        ("search: 5", "search is '5'; write a mapping, such as {exclude: true}"),
        ("template: 5", "template is '5'; write the name of a template of the theme, such as main.html"),
        ("template: [a]", ("template is a list; write the name of a template of the theme, "
         "such as main.html")),
        ("template: ../../etc/passwd", ("template is '../../etc/passwd'; write the name of a template of "
         "the theme, such as main.html")),
        ("template: /etc/passwd", ("template is '/etc/passwd'; write the name of a template of the theme, "
         "such as main.html")),
        ("icon: a:b", "icon is 'a:b'; write the name of an icon, such as material/flag"),
        ("icon: a\\b", "icon is 'a\\\\b'; write the name of an icon, such as material/flag"),
        ("icon: ../../x", "icon is '../../x'; write the name of an icon, such as material/flag"),
        ("tags: {a: b}", "tags is a mapping; write a list of words"),
        ("tags: [~]", "tags is a list with something else than words; write a list of words"),
        ("title: [a]", "title is a list; write one line of text"),
    ],
)
def test_value_that_would_stop_the_build_is_told_and_withheld(line: str, told: str) -> None:
    found = read(Source("a.md", f"---\nfine: 1\n{line}\n---\nBody"), Settings())
    (problem,) = found.problems
    assert (problem.code, problem.message, problem.place.line) == ("bad-host-value", told, 3)
    assert found.host_text == "---\nfine: 1\n---\nBody"


@each("line", [
    "hide: [toc, navigation]", "hide:", "search: {exclude: true}", "template: blog/post.html", "tags: [a, 1]",
    "tags: a", "icon: material/flag", "title: 5", "title: true"])
def test_value_that_others_can_take_is_left_to_them(line: str) -> None:
    found = read(Source("a.md", f"---\n{line}\n---\nBody"), Settings())
    assert (found.problems, found.host_text) == ((), None)


def test_page_asks_for_a_template_and_an_icon_by_name() -> None:
    found = read(Source("a.md", "---\ntitle: x\ntemplate: t.html\nicon: a/b\n---\n"), Settings())
    asked = [(a.key, a.name, a.place.line) for a in found.theme_files]
    assert asked == [("template", "t.html", 3), ("icon", "a/b", 4)]


# --- the text ---


def test_a_character_that_nobody_sees_is_told_where_it_stands() -> None:
    found = read(Source("a.md", "---\na: b\n---\nBody\nab\0c\0"), Settings())
    assert [(p.code, p.place.line, p.place.column) for p in found.problems] == [("control-character", 5, 3)]


@pytest.mark.parametrize(("size", "codes"), [(MAX_BODY, []), (MAX_BODY + 1, ["large-page"])])
def test_a_page_that_markdown_takes_seconds_for_is_told(size: int, codes: list[str]) -> None:
    assert [p.code for p in read(Source("a.md", "x" * size), Settings()).problems] == codes


# --- what a page knows better ---


def test_a_page_names_the_advice_it_knows_better_than() -> None:
    assert page("goal: x\nignore_problems: [near-miss, Undated]\n").ignored == {"near-miss", "undated"}


def test_only_advice_can_be_ignored_on_a_page() -> None:
    found = page("goal: x\nignore_problems: [bad-date]\n")
    assert (found.ignored, [p.code for p in found.problems]) == (set(), ["bad-value"])


def test_a_slip_in_the_name_of_advice_is_told() -> None:
    (problem,) = page("goal: x\nignore_problems: near-mis\n").problems
    assert problem.message == "unknown ignore_problems 'near-mis'; did you mean 'near-miss'?"


# --- whatever the text ---


def test_a_problem_of_the_front_matter_is_a_problem_of_the_page() -> None:
    assert told(page("goal: a: b\n")) == [
        'posts/a.md:2:8: error: a value with a colon wants quotes: goal: "a: b" [bad-yaml]']


def test_a_block_that_asks_for_a_view_is_read_with_the_page() -> None:
    found = page("title: x\n", "```roadmap\nview: board\nlimt: 3\n```\n")
    assert [embed.view for embed in found.embeds] == ["board"]
    assert [(p.code, p.place.line) for p in found.problems] == [("bad-embed", 6)]


FRONT = st.sampled_from([
    "---\n", "...\n", "goal: x\n", "milestone: [a, b]\n", "milestones:\n  - a #b\n", "status: dnoe\n",
    "status: no\n", "type: goal\n", "type: milestone\n", "id: '!!!'\n", "title: [x]\n",
    "date: 2026-02-30\n", "date: {created: 2026}\n", "draft: ture\n", "visibility: privat\n",
    "depends_on: &b [x]\n", "lessons: *b\n", "evidence: [{url: 'data:x'}, {}]\n",
    "estimate: {effort: '9'}\n", "decisions: {by: [x]}\n", "scope: '٣'\n", "target: ٢٠٢٦\n", "\tb: c\n",
    "a: b: c\n", 'a: "\n', 'reason: "\\ud800"\n', "goal: \ud800\n", "\x00", "\u2028", "\x85", "\ufeff",
    "? [a]\n: b\n", "<<: {goal: x}\n", "goal: !!int x\n", "a: " + "[" * 50 + "\n", "- a\n", "\n",
    "# Lessons\n- x\n", "```roadmap\nview: x\n```\n", "[b](b.md)\n", "é: 漢😀\n", "Body",
])
COMPOSED = st.lists(FRONT, max_size=10).map("".join)
TEXTS = st.text() | COMPOSED | COMPOSED.map("---\n{}---\nBody".format)
PATHS = st.sampled_from(["a.md", "goals/index.md", "2026-02-30-x.md", "!!!.md", "", "../x.md", ".md",
"a/\udce9.md"])


@tries(500)
@given(PATHS, TEXTS)
def test_any_text_is_read_and_each_problem_has_a_place_in_it(path: str, text: str) -> None:
    found = read(Source(path, text), Settings())
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    # U+2028 ends a line for YAML, so in the front matter, but not for Markdown, so not in the body.
    for problem in found.problems:
        assert problem.place.path == path
        line, column = problem.place.line, problem.place.column
        assert any(1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1
                   for lines in (text.splitlines() or [""], text.split("\n")))


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
@tries(200)
@given(text=TEXTS)
def test_a_page_says_the_same_with_line_ends_of_other_systems(line_end: str, text: str) -> None:
    text = text.replace("\r", "")
    page, other = (read(Source("a.md", text.replace("\n", end)), Settings()) for end in ("\n", line_end))
    assert other == page


FLAT = {name: make for name, make in FRONT_MATTER.items() if name not in ("a: [[", "a: {a: {", "- - ")}
"""Without what nests deeper than a stack, which is refused there."""


@each("make", FLAT.values(), ids=FLAT)
def test_work_grows_with_the_front_matter_whatever_it_is(make: Callable[[int], str]) -> None:
    assert growth(lambda size: page(f"goal: x\n{make(size)}\n", "Body"), 1000) < LINEAR


@pytest.mark.slow
@pytest.mark.parametrize("make", FRONT_MATTER.values(), ids=FRONT_MATTER)
@pytest.mark.parametrize("size", [MAX_SIZE - 100, MAX_SIZE * 4])
def test_the_longest_front_matter_is_read_or_refused(make: Callable[[int], str], size: int) -> None:
    found = page(f"goal: x\n{make(size)}\n", "Body")
    assert found.entry or found.problems


def test_words_of_the_site_are_read_as_statuses_also_in_blocks() -> None:
    found = page("milestone: x\nstatus: In press\n", "```roadmap\nview: board\nstatus: in_press\n```\n",
                 status_words=status_words(own={"in press": Status.PAUSED}))
    assert found.entry
    assert (told(found), found.entry.status, found.embeds[0].status) == ([], Status.PAUSED, (Status.PAUSED,))


def test_code_is_looked_for_no_more_often_for_all_that_is_asked_of_a_page(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    blanked = prose.without_blocks
    monkeypatch.setattr(prose, "without_blocks", lambda lines: looked.append("once") or blanked(lines))
    body = "# A\n\n- one\n    - two [b](b.md)\n\n## Lessons\n\n- Look once.\n\n## Sources\n\n- [c](c.md)\n"
    found = entry("date: 2026-01-01\nmilestone: x\n", body)
    assert found.lessons == ("Look once.",)
    assert looked == ["once"]
