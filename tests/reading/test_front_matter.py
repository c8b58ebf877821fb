"""From a text to its body and its placed values, whatever the text."""

from __future__ import annotations

import re

import pytest
import yaml
from depth import tries
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.front_matter import MAX_SIZE, FrontMatter, host_text, split
from mkdocs_career_roadmap.reading.yaml_nodes import MAX_DEPTH, quoted
from mkdocs_career_roadmap.vocabulary.problems import Place
from yaml.nodes import ScalarNode

BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
"""Nine lines that are nine to the ninth values when written out."""


def front(inner: str, body: str = "") -> FrontMatter:
    return split("a.md", f"---\n{inner}---\n{body}")


def texts(page: FrontMatter) -> dict[str, str]:
    return {key: node.value for key, node in page.values.items()}


def told(page: FrontMatter) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in page.problems]


def message(page: FrontMatter) -> str:
    (problem,) = page.problems
    return problem.message


def at(text: str, place: Place) -> str:
    """Return what the text has at a place, as an editor shows it."""
    return text.split("\n")[place.line - 1][place.column - 1 :]


def nested(levels: int) -> str:
    """Return a line whose mapping and lists are so many levels deep."""
    return f"a: {'[' * (levels - 1)}x{']' * (levels - 1)}\n"


# --- fences ---


@each(
    ("text", "values", "body"),
    [
        ("---\ngoal: x\n---\nBody\n", {"goal": "x"}, "Body\n"),
        ("---\ngoal: x\n...\nBody\n", {"goal": "x"}, "Body\n"),
        ("---  \ngoal: x\n---\t\nBody", {"goal": "x"}, "Body"),
        ("---\ngoal: x\n---", {"goal": "x"}, ""),
        ("\ufeff---\ngoal: x\n---\n", {"goal": "x"}, ""),
        ("---\ngoal: x\n---\n---\nBody\n", {"goal": "x"}, "---\nBody\n"),
        ("---\ngoal: |\n  a\n  ---\n---\nBody", {"goal": "a\n---\n"}, "Body"),
        ("---\n---\nBody", {}, "Body"),
        ("---\n# nothing yet\n---\nBody", {}, "Body"),
    ],
)
def test_front_matter_stands_between_its_fences(text: str, values: dict[str, str], body: str) -> None:
    page = split("a.md", text)
    assert (texts(page), page.body, page.problems) == (values, body, [])


@each(
    "text",
    [
        "",
        "Body",
        "# Heading\n\n---\ngoal: x\n---\n",
        "\n---\n\nwords\n\n---\n",
        "----\nNote: x\n----\n---\n---\n",
        "--- goal: x\n---\n",
        "...\ngoal: x\n---\nBody\n---\n",
        "---\n\nProse between two rules.\n\n---\nMore.",
        "---\n\n- a list\n- between two rules\n\n---\n",
        "---\n\n**Strong words** between two rules.\n\n---\n",
        "---\nA rule, and no other.\n",
        "---",
    ],
)
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    page = split("a.md", text)
    assert (page.values, page.body, page.problems) == ({}, text, [])


@pytest.mark.parametrize(
    ("text", "line"), [("Body", 1), ("---\na: b\n---\nBody", 4), ("---\na: b\n\n\n---\n\nBody", 6),
    ("---\n---", 2)]
)
def test_a_body_knows_the_line_it_begins_on(text: str, line: int) -> None:
    assert split("a.md", text).body_line == line


@pytest.mark.parametrize(
    "text", ["---\ngoal: x\n", "---\ngoal:\n", "---\ngoal:", "--- \nstatus : done\nBody"]
)
def test_front_matter_that_is_never_closed_is_told_where_it_opens(text: str) -> None:
    page = split("a.md", text)
    assert (told(page), page.body) == (["1:1 unclosed-front-matter"], text)


FRAGMENTS = st.lists(
    st.sampled_from([
        "---\n", "...\n", "goal: x\n", "goal: [a, b]\n", "goal:\n  - a\n  - b #c\n", "a: |\n  b\n",
        "a: b #c\n", 'a: "b\n', "a: b: c\n", "\n", "- a\n", "\tb: c\n", "a: &b c\n", "a: *b\n", "{", "[",
        "é: 漢\n", "Body\n",
    ]),
    max_size=8,
).map("".join)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
@tries(150)
@given(text=FRAGMENTS)
def test_line_ends_of_other_systems_change_nothing(line_end: str, text: str) -> None:
    page, other = (split("a.md", f"---\n{text}".replace("\n", end)) for end in ("\n", line_end))
    assert texts_and_places(other) == texts_and_places(page)
    assert (other.body, other.body_line, other.problems) == (page.body, page.body_line, page.problems)


def texts_and_places(page: FrontMatter) -> dict[str, tuple[str, Place, Place]]:
    return {
        key: (str(node.value) if isinstance(node, ScalarNode) else "", page.keys[key], page.place(node))
        for key, node in page.values.items()
    }


# --- values and places ---


@each(
    "written", ["no", "007", "12:30", "2026-04-03", "1e3", "0x1F", "~", "null", "=", "<<"]
)
def test_a_value_stays_what_its_author_wrote(written: str) -> None:
    assert texts(front(f"a: {written}\n")) == {"a": written}


PLAIN = st.text("abcXYZ019éß漢😀", min_size=1, max_size=8)
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]), max_size=8)
SINGLE = ANY_TEXT.map(lambda text: "'" + text.replace("'", "''").replace("\ufeff", "") + "'")
DOUBLE = ANY_TEXT.map(lambda text: '"' + re.sub(r'([\\"])', r"\\\1", text).replace("\ufeff", "") + '"')
WRITTEN = PLAIN | SINGLE | DOUBLE
BETWEEN = st.sampled_from(["", "\n", "# a comment\n", "  # café 😀\n"])


@tries(200)
@given(st.lists(st.tuples(BETWEEN, WRITTEN, st.integers(1, 3)), max_size=6))
def test_a_value_stands_where_its_place_says(fields: list[tuple[str, str, int]]) -> None:
    text = "---\n"
    for number, (between, written, spaces) in enumerate(fields):
        text += f"{between}k{number}:{' ' * spaces}{written}\n"
    page = split("a.md", text + "---\n")
    assert page.problems == []
    for number, (_, written, _) in enumerate(fields):
        assert at(text, page.keys[f"k{number}"]).startswith(f"k{number}:")
        assert at(text, page.place(page.values[f"k{number}"])).startswith(written.splitlines()[0])


@tries(100)
@given(st.lists(WRITTEN, min_size=1, max_size=5), st.booleans())
def test_an_item_of_a_list_stands_where_its_place_says(items: list[str], is_block: bool) -> None:
    block = "".join(f"\n  -  {item}" for item in items)
    text = f"---\nab: {block if is_block else '[' + ' , '.join(items) + ']'}\n---\n"
    page = split("a.md", text)
    for node, written in zip(page.values["ab"].value, items, strict=True):
        assert at(text, page.place(node)).startswith(written.splitlines()[0])


def test_a_key_written_twice_is_told_at_the_second_with_the_place_of_the_first() -> None:
    page = front("goal: x\nstatus: done\ngoal: y\n")
    assert str(page.problems[0]) == (
        "a.md:4:1: error: 'goal' stands twice; keep one of the two (see a.md:2:1) [duplicate-key]")


def test_of_a_key_written_twice_the_first_counts() -> None:
    assert texts(front("goal: x\ngoal: y\n")) == {"goal": "x"}


def test_a_key_that_is_a_list_is_told_and_the_others_still_count() -> None:
    page = front("? [a, b]\n: c\ngoal: x\n")
    assert (told(page), texts(page)) == (["2:3 bad-yaml"], {"goal": "x"})


# --- what YAML takes for a comment ---


@each(
    ("inner", "cut"),
    [
        ("a: b #c\n", "#c"),
        ("a: #12 and more\n", "#12"),
        ("a: b\n  c #d\n", "#d"),
        ("a: b   #c\n", "#c"),
        ("a: b # c\n", None),
        ("a: b #\n", None),
        ("a: b ## c\n", None),
        ("a: b#c\n", None),
        ("a: b\n#c\n", None),
        ("a:\n#c\n", None),
        ("a:", None),
        ('a: "b #c"\n', None),
        ("a: b\u2028  c #d\n", "#d"),
    ],
)
def test_a_hash_behind_a_space_that_touches_a_word_cuts_the_value(inner: str, cut: str | None) -> None:
    page = front(inner) if inner.endswith("\n") else split("a.md", f"---\n{inner}\n---")
    assert page.cut_comment(page.values["a"]) == cut


def test_a_tab_between_words_is_as_good_as_a_space() -> None:
    assert told(front(f"a:\tb\tc\nd: [{'[], ' * MAX_DEPTH}]\n")) == []


def test_what_cuts_a_value_is_the_same_where_nesting_asks_for_the_other_loader() -> None:
    page = front(f"a: b #c\nd: [{'[], ' * MAX_DEPTH}]\n")
    assert page.cut_comment(page.values["a"]) == "#c"


# --- what cannot be read ---


@each(
    ("inner", "problem", "advice"),
    [
        ("a: foo: bar\n", "2:7 bad-yaml", 'a value with a colon wants quotes: a: "foo: bar"'),
        ("a: b\nc: foo:\n", "3:7 bad-yaml", 'a value with a colon wants quotes: c: "foo:"'),
        ('a: the "b": c\n', "2:11 bad-yaml", "a value with a colon wants quotes: a: 'the \"b\": c'"),
        ("- a: b: c\n", "2:7 bad-yaml", 'a value with a colon wants quotes: - a: "b: c"'),
        ("a: @b\n", "2:4 bad-yaml", 'a value that begins with @ wants quotes: a: "@b"'),
        ("a:   @b \n", "2:6 bad-yaml", 'a value that begins with @ wants quotes: a: "@b"'),
        ("a: %b\n", "2:4 bad-yaml", 'a value that begins with % wants quotes: a: "%b"'),
        ("a: `b`\n", "2:4 bad-yaml", 'a value that begins with ` wants quotes: a: "`b`"'),
        ("a: *b\n", "2:4 bad-yaml", 'a value that begins with * wants quotes: a: "*b"'),
        ("a: **b**\n", "2:5 bad-yaml", 'a value that begins with * wants quotes: a: "**b**"'),
        ("a: & b\n", "2:5 bad-yaml", 'a value that begins with & wants quotes: a: "& b"'),
        ("a: !b!c! d\n", "2:4 bad-yaml", 'a value that begins with ! wants quotes: a: "!b!c! d"'),
        ("a: {% b %}\n", "2:5 bad-yaml", 'a value that begins with { wants quotes: a: "{% b %}"'),
        ("a: {{ b }} c\n", "2:12 bad-yaml", 'a value that begins with { wants quotes: a: "{{ b }} c"'),
        ('a: "b\nc: d\n', "2:4 bad-yaml", ("not valid YAML: while scanning a quoted scalar "
         "found unexpected end of stream")),
        ("a: [b, c\n", "2:4 bad-yaml", ("not valid YAML: while parsing a flow sequence "
         "expected ',' or ']', but got '<stream end>'")),
        ("a: b\nword\nc: d\n", "3:1 bad-yaml", ("not valid YAML: while scanning a simple key "
         "could not find expected ':'")),
        ("a: b\n--- c\n", "3:1 bad-yaml", ("not valid YAML: expected a single document in the stream "
         "but found another document")),
        ("a:\n\tb: c\n", "3:1 bad-yaml", "a tab stands here; YAML takes spaces only"),
        ("a:\n  b: c\n \t\td: e\n", "4:2 bad-yaml", "a tab stands here; YAML takes spaces only"),
        ("a:\n  b: c\n \td: e\n", "4:2 bad-yaml", "a tab stands here; YAML takes spaces only"),
        ("a: b\tc: d\n", "2:7 bad-yaml", 'a value with a colon wants quotes: a: "b\tc: d"'),
        ("a:\tb\tc\nd: @e\tf\n", "3:4 bad-yaml", 'a value that begins with @ wants quotes: d: "@e\tf"'),
        ("a: b\nc: d\x00\n", "3:5 bad-yaml", "character U+0000 cannot stand in YAML; take it out"),
        ("a: \ud800\n", "2:4 bad-yaml", "character U+D800 cannot stand in YAML; take it out"),
        ("a: b\u2028\n\x0c\n", "3:1 bad-yaml", "character U+000C cannot stand in YAML; take it out"),
        ('a: "\\UFFFFFFFF"\n', "2:7 bad-yaml", "not valid YAML: a number here is too large"),
        ('a: "\\U00110000"\n', "2:7 bad-yaml", "not valid YAML: a number here is too large"),
        (f"%YAML 1.{'9' * 5000}\n", "2:9 bad-yaml", "not valid YAML: a number here is too large"),
        ("just words\n", "2:1 not-a-mapping", "the front matter must be lines of the form `key: value`"),
        ("- a\n- b\n", "2:1 not-a-mapping", "the front matter must be lines of the form `key: value`"),
        ("a: b: c\nd: e\nf: g\n", "2:5 bad-yaml", 'a value with a colon wants quotes: a: "b: c"'),
        ('a: "b: c\n', "2:4 bad-yaml", ("not valid YAML: while scanning a quoted scalar "
         "found unexpected end of stream")),
        ("\na: b: c\n", "3:5 bad-yaml", 'a value with a colon wants quotes: a: "b: c"'),
    ],
)
def test_what_yaml_refuses_is_told_at_its_place_with_the_fix(inner: str, problem: str, advice: str) -> None:
    page = front(inner)
    assert (told(page), message(page), page.values) == ([problem], advice, {})


def test_a_value_with_both_quotes_gets_quotes_that_hold_it() -> None:
    assert quoted("it's \"so\"") == "'it''s \"so\"'"


@tries(200)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])))
def test_quotes_make_any_line_a_value(value: str) -> None:
    value = value.replace("\ufeff", "").replace("\ufffe", "").replace("\uffff", "")
    assert yaml.safe_load(f"a: {quoted(value)}") == {"a": value}


def test_a_front_matter_larger_than_any_real_one_is_not_read() -> None:
    page = front(f"a: {'b' * MAX_SIZE}\n", "Body")
    assert (told(page), page.values, page.body) == (["1:1 too-large"], {}, "Body")


def test_the_largest_front_matter_is_read() -> None:
    inner = f"a: {'b' * (MAX_SIZE - 4)}\n"
    assert (len(inner), told(front(inner))) == (MAX_SIZE, [])


# --- depth, aliases and tags ---


@pytest.mark.parametrize(
    "inner",
    [
        nested(MAX_DEPTH + 1),
        nested(MAX_DEPTH * 3),
        "".join(f"{' ' * level}a:\n" for level in range(MAX_DEPTH + 1)) + " " * (MAX_DEPTH + 1) + "b\n",
        f"a:\n {'- ' * (MAX_DEPTH + 1)}b\n",
        f"a:\n {'? ' * (MAX_DEPTH + 1)}b\n",
    ],
    ids=["brackets", "many brackets", "indents", "dashes", "question marks"],
)
def test_nesting_deeper_than_any_real_one_is_not_read(inner: str) -> None:
    page = front(f"{inner}goal: x\n")
    assert ([p.code for p in page.problems], page.values) == (["too-deep"], {})


def test_the_first_level_too_deep_is_where_the_problem_stands() -> None:
    assert told(front(nested(MAX_DEPTH + 1))) == [f"2:{len('a: ') + MAX_DEPTH} too-deep"]


@pytest.mark.parametrize("inner", ["[" * 40_000, "- " * 30_000, "? " * 30_000])
def test_nesting_deeper_than_a_stack_is_told_on_its_line_and_crashes_nothing(inner: str) -> None:
    (problem,) = told(front(f"a: b\nc:\n  {inner}\n"))
    assert problem.startswith("4:")
    assert problem.endswith("too-deep")


def test_the_deepest_nesting_is_read() -> None:
    assert told(front(nested(MAX_DEPTH))) == []


def test_an_alias_of_itself_is_told_and_read_without_end() -> None:
    assert told(front("a: &a [*a]\n")) == ["2:4 yaml-reference"]


def test_a_bomb_of_aliases_costs_nothing_and_is_told_once_for_each_key() -> None:
    page = front(f"a: &a x\n{BOMB}")
    assert told(page) == [f"{line}:1 yaml-reference" for line in range(3, 12)]


@each(
    ("value", "problem"),
    [
        ("b", None),
        ("[b, {c: d}, 1, 1.5, true, ~, 2026-04-03]", None),
        ("!!str b", None),
        ("!b c", "2:4 yaml-reference"),
        ("!!set {b}", "2:4 yaml-reference"),
        ("[b, !!binary c]", "2:8 yaml-reference"),
        ("{b: {!c d: e}}", "2:9 yaml-reference"),
        ("{<<: {b: c}}", "2:5 yaml-reference"),
        ("[&b c, *b]", "2:5 yaml-reference"),
        ("&b [*b]", "2:4 yaml-reference"),
        ("=", "2:4 bad-value"),
        ("2026-02-30", "2:4 bad-date"),
        ("[x, 2020-13-45]", "2:8 bad-date"),
        ("2020-12-02 23:59:60", "2:4 bad-value"),
        ("9" * 5000, "2:4 bad-value"),
        ("0x_", "2:4 bad-value"),
        ('"\\ud800"', "2:4 bad-value"),
    ],
)
def test_what_no_host_should_construct_is_found_at_any_depth(value: str, problem: str | None) -> None:
    page = front(f"a: {value}\n")
    assert told(page) == ([problem] if problem else [])
    assert page.withheld == ({"a"} if problem else set())


def test_an_alias_of_what_was_met_before_is_told_where_it_stands() -> None:
    page = front("a: &b c\nd: *b\n")
    assert (told(page), page.withheld) == (["3:1 yaml-reference"], {"d"})


def test_an_alias_of_what_stands_under_a_key_that_is_a_list_is_told() -> None:
    assert told(front("? [a]\n: &b c\nd: *b\n")) == ["2:3 bad-yaml", "4:1 yaml-reference"]


# --- what a host reads instead ---


@each(
    ("text", "instead"),
    [
        ("---\na: b\n---\nBody", None),
        ("no front matter", None),
        ("---\na: b\nc: !d e\nf: g\n---\nBody", "---\na: b\nf: g\n---\nBody"),
        ("---\na: !b\n  - c\n  - d\nf: g\n---\n", "---\nf: g\n---\n"),
        ("---\nc: !d e\nc: f\na: b\n---\n", "---\na: b\n---\n"),
        ("---\na: b\nc: d\nc: !e f\n---\n", "---\na: b\n---\n"),
        ("---\n{a: b, c: !d e}\n---\nBody", "---\n\n---\nBody"),
        ("---\na: b\n---", "---\na: b\n---\n"),
        ("---\na: b: c\n---\nBody", "---\ndate: 1970-01-01\n---\nBody"),
        ("---\na: b\nBody", "---\ndate: 1970-01-01\n---\n---\na: b\nBody"),
        ("---\na: é\u2028  x\nb: !c d\ne: f\n---\n", "---\na: é\u2028  x\ne: f\n---\n"),
    ],
)
def test_host_gets_the_page_without_what_it_would_trip_over(text: str, instead: str | None) -> None:
    assert host_text(split("a.md", text)) == instead


def test_host_does_not_get_a_key_that_is_withheld_from_it() -> None:
    page = split("a.md", "---\na: b\ntemplate: none.html\n---\nBody")
    assert host_text(page, ["template", "nowhere"]) == "---\na: b\n---\nBody"


@tries(300)
@given(FRAGMENTS)
def test_what_a_host_gets_is_read_by_any_yaml(text: str) -> None:
    instead = host_text(split("a.md", text))
    if instead is not None:
        again = split("a.md", instead)
        assert again.lost is None
        assert host_text(again) is None
        assert isinstance(yaml.safe_load(again.region.text) or {}, dict)


# --- what only looks like front matter ---


@each(
    ("text", "problem"),
    [
        ("\n---\ntitle: x\n---\n", "2:1 odd-fence"),
        (" ---\ntitle: x\n---\n", "1:1 odd-fence"),
        ("\u2014\ntitle: x\n\u2014\n", "1:1 odd-fence"),
        ("----\ngoal: x\n----\n", "1:1 odd-fence"),
        ("+++\ntitle = 'x'\n+++\n", "1:1 odd-fence"),
        (';;;\n"title": "x"\n;;;\n', "1:1 odd-fence"),
        ('{\n  "title": "x"\n}\n', "1:1 odd-fence"),
        ("Title: x\nGoal: y\nmilestone: z\n\nText\n", "1:1 odd-fence"),
        ("milestones: x\n\nText\n", "1:1 odd-fence"),
        ("----\nNote: a rule, and text\n", None),
        ("\n---\n\ntext\n\n---\n", None),
        ("Title: a book\n\nText\n", None),
        ("# Heading\n\ngoal: x\n", None),
        ("", None),
        ("---\na: b\n---\ntitle: x\n---\nText\n", "4:1 second-front-matter"),
        ("---\na: b\n---\n\n---\ntitle: x\n...\nText\n", "5:1 second-front-matter"),
        ("---\na: b\n---\nNote: x\n---\nText\n", None),
        ("---\na: b\n---\ntitle: x\n\ntext\n", None),
        ("---\na: b\n---\n---\nText\n", None),
    ],
)
def test_what_looks_like_front_matter_but_is_none_is_told(text: str, problem: str | None) -> None:
    assert told(split("a.md", text)) == ([problem] if problem else [])


@each(
    ("text", "advice"),
    [
        ("---\na: b\n", "the front matter opened here is never closed; add a line `---` after it"),
        ("+++\ngoal = 'x'\n+++\n",
         "the front matter must begin with three dashes, `---`, on the first line"),
        ("goal: x\n\nText\n", "these lines are no front matter; put a line `---` before and after them"),
        ("---\na: b\n---\ntitle: x\ngoal: y\n---\n",
         "this looks like a second front matter, which is printed as text; put its lines into the first"),
        ("---\n[a]: b\n---\n", "a key must be one word"),
        (f"---\na: {'x' * MAX_SIZE}\n---\n",
         f"the front matter has {MAX_SIZE + 4} characters; at most {MAX_SIZE} are read"),
    ],
)
def test_what_is_wrong_is_told_in_words(text: str, advice: str) -> None:
    assert message(split("a.md", text)) == advice


# --- whatever the text ---


@tries(300)
@given(st.text() | FRAGMENTS | st.text("-.:#[]{}&*!|>'\"%@` \n\ta", max_size=40).map("---\n{}\n---\n".format))
def test_a_text_is_split_whatever_it_is(text: str) -> None:
    page = split("a.md", text)
    assert text.replace("\r\n", "\n").replace("\r", "\n").endswith(page.body)
