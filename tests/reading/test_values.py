"""One value at a time: what a field takes, and what is told of anything else."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import Any

import pytest
import yaml
from depth import tries
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.entry import Decision, Estimate, Evidence, Name, Replication
from mkdocs_career_roadmap.reading.front_matter import split
from mkdocs_career_roadmap.reading.values import MAX_ID, MAX_TEXT, ValueReader
from mkdocs_career_roadmap.vocabulary.dates import PartialDate
from mkdocs_career_roadmap.vocabulary.fields import BY_KEY, FIELDS, Field, Kind, Status
from mkdocs_career_roadmap.vocabulary.names import fold_word, slug
from mkdocs_career_roadmap.vocabulary.problems import Place
from mkdocs_career_roadmap.vocabulary.settings import Settings

STATUSES = Field("status", Kind.STATUSES, frozenset(), "One status or more.")
COUNT = Field("limit", Kind.COUNT, frozenset(), "How many.")
STATUS_LIST = "idea, planned, active, paused, done, partial, dropped"


def read(field: str | Field, written: str) -> tuple[Any, list[str]]:
    """Return the value of a field written like this, and its problems as `line:column code message`."""
    of = BY_KEY[field] if isinstance(field, str) else field
    page = split("a.md", f"---\n{of.name}: {written}\n---\n")
    assert page.problems == []
    reader = ValueReader(page, Settings().scopes)
    value = reader.read(of, page.values[of.name])
    return value, [f"{p.place.line}:{p.place.column} {p.code} {p.message}" for p in reader.problems]


def value(field: str | Field, written: str) -> Any:
    found, problems = read(field, written)
    assert problems == []
    return found


def refusal(field: str | Field, written: str) -> str:
    found, (problem,) = read(field, written)
    assert not found
    return problem


def name(text: str, column: int, line: int = 2) -> Name:
    return Name(slug(text), text, Place("a.md", line, column))


# --- slugs and folded words ---


@each(
    ("text", "id"),
    [
        ("Efficient vision", "efficient-vision"),
        ("  Efficient  vision! ", "efficient--vision"),
        ("What's next?", "whats-next"),
        ("C++ & Rust", "c-plus-plus--rust"),
        ("snake_case", "snake-case"),
        ("-dashes-", "dashes"),
        ("Größe", "größe"),
        ("Gro\u0308ße", "größe"),
        ("目标检测", "目标检测"),
        ("\u1100!\u1161", "\uac00"),
        ("İ", "i"),
        ("<b>bold</b>", "bbold-b"),
        ("!!!", ""),
        ("- _ -", ""),
        ("🎉", ""),
        ("", ""),
    ],
)
def test_an_id_is_made_of_the_letters_and_digits_of_a_name(text: str, id: str) -> None:
    assert slug(text) == id


@tries(500)
@given(st.text(max_size=20) | st.text("AaİßẞΣςÅÅǅᄀ가 -_<>!é\u0301\u0307", max_size=8))
def test_an_id_is_the_id_of_itself_in_lower_case_and_composed(text: str) -> None:
    id = slug(text)
    assert slug(id) == id
    assert id == id.lower()
    assert unicodedata.is_normalized("NFC", id)


@pytest.mark.parametrize(
    "word", ["in progress", "In Progress", "in-progress", "IN_PROGRESS", " in - progress "]
)
def test_case_spaces_and_dashes_do_not_matter_to_a_word(word: str) -> None:
    assert fold_word(word) == "in progress"


def test_a_typographic_apostrophe_is_an_apostrophe() -> None:
    assert fold_word("Won\u2019t do") == "won't do"


# --- nothing ---

OURS = [field for field in FIELDS if field.kind is not Kind.HOST]


@pytest.mark.parametrize("written", ["", "~", "null", "# a comment", "~ #x"])
def test_a_field_without_a_value_says_nothing(written: str) -> None:
    assert {field.name: read(field, written) for field in OURS} == {field.name: (None, []) for field in OURS}


def test_a_value_that_is_all_comment_is_told_with_the_quotes_it_wants() -> None:
    assert refusal("goal", '#1 "goal"') == (
        '2:6 cut-by-comment goal is empty, because YAML takes #1 for a comment; write goal: "#1"')


@pytest.mark.parametrize("written", ["a", "[a, b]", "{a: b}", "", "#a"])
def test_a_field_of_the_hosts_is_left_alone(written: str) -> None:
    assert value("tags", written) is None


# --- texts ---


@each(
    ("written", "text"),
    [
        ("Faster maps", "Faster maps"),
        ("  'Faster   maps' ", "Faster maps"),
        ("|\n  Faster\n  maps", "Faster maps"),
        (">-\n  Faster\n\n  maps", "Faster maps"),
        ('"a\\tb\\nc"', "a b c"),
        ("no", "no"),
        ("007", "007"),
        ("2026-04-03", "2026-04-03"),
        ('""', None),
    ],
)
def test_a_text_is_one_line_as_it_was_written(written: str, text: str | None) -> None:
    assert value("reason", written) == text


@pytest.mark.parametrize(("written", "shape"), [("[a]", "a list"), ("{a: b}", "a mapping")])
def test_a_text_is_no_list_and_no_mapping(written: str, shape: str) -> None:
    assert refusal("reason", written) == f"2:9 bad-value reason is {shape}; write one line of text"


def test_a_text_cut_by_a_comment_is_told_and_what_is_left_counts() -> None:
    assert read("reason", "see #12") == ("see", [
        ("2:9 cut-by-comment reason ends before #12, because YAML takes that for a comment; "
        'write reason: "see #12"')])


@pytest.mark.parametrize("written", ['see "it" #12', "see\n\n  c:\\it #12", "it's #12"])
def test_the_advice_on_a_cut_text_is_yaml_for_all_of_it(written: str) -> None:
    _, (problem,) = read("reason", written)
    assert yaml.safe_load(problem.partition("; write ")[2]) == {"reason": " ".join(written.split())}


def test_a_title_may_be_as_long_as_a_card_holds() -> None:
    assert value("title", "x" * MAX_TEXT) == "x" * MAX_TEXT


def test_a_longer_title_is_refused() -> None:
    assert refusal("title", "x" * (MAX_TEXT + 1)) == "2:8 too-long title has 201 letters; at most 200 fit"


def test_a_description_may_be_longer_than_a_title() -> None:
    assert value("description", "x" * 1000) == "x" * 1000


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("One.", ("One.",)),
        ("[One., Two.]", ("One.", "Two.")),
        ("\n- One.\n- ''\n-\n- Two.", ("One.", "Two.")),
        ("[]", ()),
    ],
)
def test_texts_are_one_or_a_list_without_the_empty_ones(written: str, texts: tuple[str, ...]) -> None:
    assert value("lessons", written) == texts


def test_an_item_that_is_no_text_is_told_and_the_others_count() -> None:
    assert read("lessons", "[One., [Two.], Three.]") == (
        ("One.", "Three."), ["2:17 bad-value lessons is a list; write one line of text"])


def test_an_item_that_is_all_comment_is_told() -> None:
    assert read("lessons", "\n- One.\n- #two") == (
        ("One.",),
        ['4:2 cut-by-comment lessons is empty, because YAML takes #two for a comment; write lessons: "#two"'])


# --- names ---


def test_a_name_keeps_its_text_and_its_place() -> None:
    assert value("part_of", "Efficient vision") == Name(
        "efficient-vision", "Efficient vision", Place("a.md", 2, 10))


@pytest.mark.parametrize("written", ["!!!", "''", "_", "🎉"])
def test_a_name_of_which_no_address_can_be_made_is_refused(written: str) -> None:
    assert refusal("goal", f'"{written}"') == (
        f"2:7 empty-name goal is {written!r}, of which nothing is left in an address; "
        "use at least one letter or digit")


def test_a_name_longer_than_a_card_holds_is_refused() -> None:
    assert refusal("goal", "x" * (MAX_TEXT + 1)) == "2:7 too-long goal has 201 letters; at most 200 fit"


def test_a_name_may_fill_a_file_name() -> None:
    assert value("part_of", "目" * (MAX_ID // 3)).id == "目" * (MAX_ID // 3)


def test_a_comment_behind_quotes_cuts_nothing() -> None:
    assert value("title", '"Fix" #12') == "Fix"


def test_a_name_may_fill_the_last_byte_of_a_file_name() -> None:
    assert value("part_of", "é" * (MAX_ID // 2)).id == "é" * (MAX_ID // 2)


def test_a_name_of_a_device_of_windows_is_refused() -> None:
    assert refusal("goal", "Con") == (
        "2:7 reserved-name goal makes a file named 'con', which Windows keeps for a device; "
        "use another word or one more")


def test_a_name_longer_than_a_file_name_is_refused() -> None:
    assert refusal("goal", "目" * 100) == "2:7 too-long goal makes a file name of 300 bytes; at most 200 fit"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("a", (name("a", 12),)),
        ("[a, B c]", (name("a", 13), name("B c", 16))),
        ("\n  - a\n  - b", (name("a", 5, line=3), name("b", 5, line=4))),
        ("[]", ()),
    ],
)
def test_names_are_one_or_a_list(written: str, names: tuple[Name, ...]) -> None:
    assert tuple(outcome.milestone for outcome in value("milestone", written)) == names


def test_a_name_given_twice_counts_once() -> None:
    assert [found.milestone.id for found in value("milestone", "[a b, c, A-B]")] == ["a-b", "c"]


# --- statuses and choices ---


@pytest.mark.parametrize(
    ("written", "status"),
    [("done", Status.DONE), ("In-Progress", Status.ACTIVE), ("WON'T_DO", Status.DROPPED), ("'to do'",
     Status.PLANNED)],
)
def test_a_status_is_read_whatever_its_spelling(written: str, status: Status) -> None:
    assert value("status", written) is status


@each(
    ("written", "message"),
    [
        ("dnoe", "unknown status 'dnoe'; did you mean 'done'?"),
        ("Actve", "unknown status 'Actve'; did you mean 'active'?"),
        ("fantastic", f"unknown status 'fantastic'; write one of {STATUS_LIST}"),
        ("no", f"status is 'no', which YAML reads as true or false; write one of {STATUS_LIST}"),
        ("On", f"status is 'On', which YAML reads as true or false; write one of {STATUS_LIST}"),
        ('"no"', f"unknown status 'no'; write one of {STATUS_LIST}"),
    ],
)
def test_another_word_is_no_status(written: str, message: str) -> None:
    assert refusal("status", written) == f"2:9 bad-status {message}"


@pytest.mark.parametrize(("written", "message"), [
    ("passed", "unknown status 'passed'; did you mean 'done'?"),
    ("Writing", "unknown status 'Writing'; did you mean 'active'?"),
    ("slipped", f"unknown status 'slipped'; write one of {STATUS_LIST}"),
    ("unplanned", f"unknown status 'unplanned'; write one of {STATUS_LIST}"),
    ("now started", "unknown status 'now started'; write one of " + STATUS_LIST)])
def test_a_word_of_another_meaning_is_no_slip_of_a_status(written: str, message: str) -> None:
    assert refusal("status", written) == f"2:9 bad-status {message}"


def test_a_status_is_no_list() -> None:
    assert refusal("status", "[done]") == "2:9 bad-value status is a list; write one line of text"


def test_blocked_is_read_as_paused_with_a_hint() -> None:
    assert read("status", "Blocked") == (Status.PAUSED, [
        ("2:9 blocked-status blocked is read as paused; say what it waits for with depends_on, "
        "and blocked follows by itself")])


def test_statuses_are_one_or_a_list_each_once() -> None:
    assert value(STATUSES, "[done, wip, finished]") == (Status.DONE, Status.ACTIVE)


@pytest.mark.parametrize("written", ["replication", "Replication", "REPLICATION"])
def test_a_choice_is_read_whatever_its_case(written: str) -> None:
    assert value("kind", written) == "replication"


@pytest.mark.parametrize(
    ("field", "written", "problem"),
    [
        ("kind", "replicaton", "2:7 bad-value unknown kind 'replicaton'; did you mean 'replication'?"),
        ("visibility", "secret", "2:13 bad-value unknown visibility 'secret'; write one of public, private"),
        ("type", "mile stone", "2:7 bad-type unknown type 'mile stone'; did you mean 'milestone'?"),
    ],
)
def test_another_word_is_no_choice(field: str, written: str, problem: str) -> None:
    assert refusal(field, written) == problem


@pytest.mark.parametrize(("written", "rung"), [("exercise", 1), ("Paper", 3), ("5", 5), ("'01'", 1)])
def test_a_scope_is_a_rung_by_name_or_number(written: str, rung: int) -> None:
    assert value("scope", written) == rung


@each("written", ["0", "6", "-1", "1.0", "thesis", "0000000012", f"'1{'0' * 5000}'", "''"])
def test_another_scope_is_refused_with_the_rungs_of_the_site(written: str) -> None:
    text = written.strip("'")
    assert refusal("scope", written) == (
        f"2:8 bad-value unknown scope {text!r}; "
        "the site's rungs are exercise, project, paper, system, program (or 1 to 5)")


def test_a_slip_of_a_scope_suggests_the_scope() -> None:
    assert refusal("scope", "papr") == "2:8 bad-value unknown scope 'papr'; did you mean 'paper'?"


# --- flags and numbers ---


@pytest.mark.parametrize(("written", "flag"), [("true", True), ("YES", True), ("On", True), ("'no'", False)])
def test_a_flag_is_read_as_yaml_reads_it(written: str, flag: bool) -> None:
    assert value("draft", written) is flag


@pytest.mark.parametrize("written", ["ture", "1", "y"])
def test_another_word_is_no_flag(written: str) -> None:
    assert refusal("draft", written) == f"2:8 bad-value draft is {written!r}; write true or false"


@each(
    ("written", "number"), [("3", 3), ("0", 0), ("+2", 2), ("0.5", 0.5), ("70%", 70), ("70 %", 70),
    ("007", 7)]
)
def test_a_number_is_read_with_or_without_a_percent_sign(written: str, number: float) -> None:
    found = value("estimate", f"{{effort: {written}}}").effort
    assert (found, type(found)) == (number, type(number))


@each(
    "written", ["much", "1e3", "1_000", "0x1F", ".5", "5.", "inf", "nan", "9" * 16, "''"]
)
def test_another_word_is_no_number(written: str) -> None:
    found, (problem,) = read("estimate", f"{{effort: {written}}}")
    text = written.strip("'")
    assert (found, problem) == (Estimate(), f"2:20 bad-value effort is {text!r}; write a number")


def test_a_part_that_stands_twice_is_told_and_the_first_one_counts() -> None:
    found, (problem,) = read("estimate", "{effort: 1, effort: 2}")
    assert (found.effort, problem) == (
        1, "2:23 duplicate-key 'effort' stands twice in one estimate; keep one of the two")


def test_a_number_that_is_a_list_is_told_by_the_name_of_its_part() -> None:
    assert read("estimate", "{effort: [1]}")[1] == ["2:20 bad-value effort is a list; write one line of text"]


def test_a_number_of_many_digits_is_shown_in_part() -> None:
    _, (problem,) = read("estimate", f"{{effort: '{'9' * 5000}'}}")
    assert problem == f"2:20 bad-value effort is '{'9' * 40}'; write a number"


@pytest.mark.parametrize(("written", "count"), [("1", 1), ("999999", 999999)])
def test_a_count_is_a_whole_number_from_one(written: str, count: int) -> None:
    assert value(COUNT, written) == count


@pytest.mark.parametrize("written", ["0", "-1", "1.5", "1000000", "many"])
def test_another_number_is_no_count(written: str) -> None:
    assert refusal(COUNT, written) == f"2:8 bad-value limit is {written!r}; write a whole number from 1"


# --- dates ---


@pytest.mark.parametrize(
    ("written", "when"),
    [("2026", PartialDate(2026)), ("2026-04", PartialDate(2026, 4)), ("2026-04-03 10:00", PartialDate(2026,
     4, 3))],
)
def test_a_day_may_be_a_month_or_a_year(written: str, when: PartialDate) -> None:
    assert value("target", written) == when


@pytest.mark.parametrize(
    "written",
    ["2026-04-03 10:30:00 +0900", "2026-04-03T10:30", "{created: 2026-04-03 10:30, updated: 2026-05-01}"],
)
def test_a_post_may_be_dated_as_jekyll_and_material_do(written: str) -> None:
    assert value("date", written) == datetime(2026, 4, 3, 10, 30)


@each(
    ("field", "written", "problem"),
    [
        ("target", "soon",
         "2:9 bad-date target: 'soon' is not a date; write 2026-04-03, 2026-04, 2026-Q2 or 2026"),
        ("target", "2026-13", "2:9 bad-date target: there is no month 13; months go from 1 to 12"),
        ("date", "2026-04", "2:7 bad-date date: '2026-04' names no day; write it like 2026-04-03"),
        ("date", "{created: 2026}", "2:17 bad-date date: '2026' names no day; write it like 2026-04-03"),
        ("date", "{updated: 2026-04-03}", "2:7 bad-date date is a mapping without `created`"),
        ("date", "[2026-04-03]", "2:7 bad-value date is a list; write one line of text"),
        ("target", "{created: 2026}", "2:9 bad-value target is a mapping; write one line of text"),
    ],
)
def test_what_is_no_date_is_refused(field: str, written: str, problem: str) -> None:
    assert refusal(field, written) == problem


# --- links ---

LINKS = [
    "https://example.com/a?b=c#d", "HTTP://example.com", "mailto:me@example.com", "paper.md", "../a/b.pdf",
    "/a",
    "#part", "?q=1",
]
NO_LINKS = [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "ftp://example.com", "file:///x",
    "//example.com", "///example.com", "C:\\paper.pdf", "/\\example.com",
]


@each("link", LINKS)
def test_a_link_leads_to_the_web_a_mailbox_or_the_site(link: str) -> None:
    assert value("evidence", f"'{link}'") == (Evidence(link, link),)


@each("link", NO_LINKS)
def test_no_link_runs_code_or_leaves_the_site_unseen(link: str) -> None:
    assert refusal("evidence", f"'{link}'") == (
        f"2:11 bad-link {link!r} is no link to follow; write https://, mailto:, doi: or a relative one")


@each(("written", "evidence"), [
    ("doi:10.1000/182", Evidence("doi:10.1000/182", "https://doi.org/10.1000/182", kind="paper")),
    ("2106.09685", Evidence("2106.09685", "https://arxiv.org/abs/2106.09685", kind="preprint")),
    ("isbn:0306406152", Evidence(
        "isbn:0306406152", "https://openlibrary.org/isbn/9780306406157", kind="book")),
    ("'<https://example.org/x>'", Evidence("https://example.org/x", "https://example.org/x")),
    ("www.example.org/x", Evidence("https://www.example.org/x", "https://www.example.org/x")),
    ("github.com/ada/calls", Evidence(
        "https://github.com/ada/calls", "https://github.com/ada/calls", kind="code")),
    # What was written is followed, down to the second at which a talk begins.
    ("https://youtu.be/dQw4w9WgXcQ?t=42", Evidence(
        "https://youtu.be/dQw4w9WgXcQ?t=42", "https://youtu.be/dQw4w9WgXcQ?t=42", kind="talk")),
    ("'[The talk](https://youtu.be/dQw4w9WgXcQ)'", Evidence(
        "The talk", "https://youtu.be/dQw4w9WgXcQ", kind="talk")),
    ("'[Slides](<talk (1).pptx>)'", Evidence("Slides", "talk (1).pptx", kind="talk")),
    ("'[Slides](talk 1.pptx)'", None),
    ("'[Slides](a.md) and [more](b.md)'", None),
    ("'[Labels](labels.csv)'", Evidence("Labels", "labels.csv", kind="data")),
    ("'[A paper](doi:10.1000/182)'", Evidence("A paper", "https://doi.org/10.1000/182", kind="paper")),
    ("{title: Thanks, url: press.md, kind: press}", Evidence("Thanks", "press.md", kind="press")),
    ("{value: 0.71, unit: F1, was: 0.64}", Evidence(
        "", "", kind="result", value="0.71", unit="F1", was="0.64")),
    ("{title: On the test set, value: 0.71, url: x.csv}", Evidence(
        "On the test set", "x.csv", kind="data", value="0.71")),
])
def test_identifier_link_of_markdown_and_number_are_evidence(written: str, evidence: Evidence | None) -> None:
    if evidence is None:
        assert refusal("evidence", written).split()[1] == "bad-link"
    else:
        assert value("evidence", written) == (evidence,)


def test_kind_of_evidence_is_one_of_a_few() -> None:
    found, (problem,) = read("evidence", "{url: a.md, kind: prise}")
    assert found == (Evidence("a.md", "a.md"),)
    assert (problem.split()[1], problem.split("; ")[-1]) == ("bad-value", "did you mean 'prize'?")


def test_an_address_that_cannot_be_taken_apart_is_refused() -> None:
    assert refusal("evidence", "'https://[::1'") == "2:11 bad-link 'https://[::1' is no address"


@pytest.mark.parametrize("paper", ["Smith 2024: a title", "https://example.com/paper", "Smith: a title"])
def test_a_paper_is_named_by_its_address_or_its_title(paper: str) -> None:
    assert value("replicates", f"{{paper: '{paper}'}}") == Replication(paper=paper)


@pytest.mark.parametrize(
    ("paper", "url"),
    [("https://a.org/x", "https://a.org/x"), ("http://a.org", "http://a.org"), ("A title", None), (None,
     None)],
)
def test_a_paper_has_an_address_if_it_is_named_by_one(paper: str | None, url: str | None) -> None:
    assert Replication(paper=paper).url == url


@pytest.mark.parametrize("scheme", ["http", "https", "HTTPS"])
def test_a_paper_with_an_address_is_no_name_whatever_it_holds(scheme: str) -> None:
    _, (problem,) = read("replicates", f'{{paper: "{scheme}://example.com/a b\\\\c"}}')
    assert problem.split()[1] == "bad-link"


def test_a_paper_is_no_code_to_run() -> None:
    found, (problem,) = read("replicates", "{paper: 'javascript:alert(1)'}")
    assert (found, problem.split()[1]) == (Replication(), "bad-link")


@pytest.mark.parametrize(
    ("written", "evidence"),
    [
        ("a.md", (Evidence("a.md", "a.md"),)),
        ("[a.md, {title: Talk, url: b.md}]", (Evidence("a.md", "a.md"), Evidence("Talk", "b.md"))),
        ("{url: a.md}", (Evidence("a.md", "a.md"),)),
        ("[a.md, '', ~]", (Evidence("a.md", "a.md"),)),
    ],
)
def test_evidence_is_an_address_with_or_without_a_title(written: str, evidence: tuple[Evidence, ...]) -> None:
    assert value("evidence", written) == evidence


@each(
    ("written", "problem"),
    [
        ("[{title: Talk}]", ("2:12 bad-value evidence has neither an address nor a number; "
         "write {title: ..., url: ...} or {value: ..., unit: ...}")),
        ("[{}]", ("2:12 bad-value evidence has neither an address nor a number; "
         "write {title: ..., url: ...} or {value: ..., unit: ...}")),
        ("[[a.md]]", ("2:12 bad-value evidence wants its parts by name: "
         "{title: ..., url: ..., kind: ..., value: ..., unit: ..., was: ..., work: ...}")),
        ("[{ulr: a.md}]", "2:13 unknown-field evidence has no part 'ulr'; did you mean 'url'?"),
        ("[{url: 'data:x'}]", ("2:18 bad-link 'data:x' is no link to follow; "
         "write https://, mailto:, doi: or a relative one")),
        ("[{title: Talk, url: [a.md]}]", "2:31 bad-value url is a list; write one line of text"),
    ],
)
def test_evidence_without_an_address_is_told_once(written: str, problem: str) -> None:
    assert refusal("evidence", written) == problem


# --- records ---


def test_a_record_has_its_parts_by_name() -> None:
    assert value("replicates", "{paper: a.md, metric: mAP, claimed: 42.0, reached: ~}") == Replication(
        paper="a.md", metric="mAP", claimed="42.0")


def test_estimate_and_actual_are_numbers_by_name() -> None:
    assert value("actual", "{effort: 3, impact: 2.5}") == Estimate(effort=3, impact=2.5)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("{efort: 3}", "2:12 unknown-field estimate has no part 'efort'; did you mean 'effort'?"),
        ("{cost: 3}", ("2:12 unknown-field estimate has no part 'cost'; "
         "it has effort, impact, likelihood, complexity")),
        ("{[a]: 3}", ("2:12 unknown-field estimate has no part '?'; "
         "it has effort, impact, likelihood, complexity")),
    ],
)
def test_a_part_that_a_record_does_not_have_is_told(written: str, problem: str) -> None:
    assert read("estimate", written) == (Estimate(), [problem])


@pytest.mark.parametrize("written", ["3", "[3]"])
def test_a_record_without_names_for_its_parts_is_refused(written: str) -> None:
    assert refusal("actual", written) == (
        "2:9 bad-value actual wants its parts by name: {effort: ..., impact: ...}")


def test_decisions_are_one_or_a_list_of_records() -> None:
    written = "[{question: Stop?, predicted: Later, confidence: 70%, by: Ada}, {question: Late?}]"
    assert value("decisions", written) == (
        Decision("Stop?", predicted="Later", confidence=70, by="Ada"), Decision("Late?"))


def test_a_confidence_in_nothing_is_told() -> None:
    assert read("decisions", "{question: Stop?, confidence: 0}")[1] == [
        "2:12 no-effect confidence says nothing in a decision without a prediction; add `predicted: ...`"]


@pytest.mark.parametrize("more", ["", "question: ~, ", "question: '', "])
def test_a_decision_without_a_question_is_told(more: str) -> None:
    assert read("decisions", f"[{{{more}why: Late}}]") == ((Decision("", why="Late"),), [
        "2:13 no-effect one of the decisions has no question, so it is shown nowhere; add `question: ...`"])


def test_a_decision_whose_visibility_is_no_word_for_it_is_not_public_and_told() -> None:
    (found,), problems = read("decisions", "{question: Stop?, visibility: publik}")
    assert (found.visibility, problems) == (
        "private", ["2:42 bad-value unknown visibility 'publik'; did you mean 'public'?"])


@pytest.mark.parametrize("besides", [
    "visibility: private", "draft: true", "private: yes", "Visibility: private"])
def test_a_decision_that_says_public_and_private_is_private(besides: str) -> None:
    (found,), problems = read("decisions", f"{{question: Stop?, visibility: public, {besides}}}")
    assert found.visibility == "private"
    assert problems != []


def test_a_decision_that_is_no_record_is_told_and_the_others_count() -> None:
    found, problems = read("decisions", "[stop, {question: Go?}]")
    assert (found, [problem.split()[0] for problem in problems]) == ((Decision("Go?"),), ["2:13"])


# --- whatever the value ---

SCALARS = st.sampled_from(
    ["a", "no", "~", "''", "3", "-1", "2026-02-30", "'#'", '"\\ud800"', "https://[", "javascript:x", "done",
     "!a b",
     "x" * 300, "'99999999999'", "{{ a }}"]
)
NESTED = st.recursive(
    SCALARS,
    lambda part: st.lists(part, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    | st.lists(st.tuples(st.sampled_from(["url", "title", "effort", "created", "question", "[a]", "~"]),
    part), max_size=3)
    .map(lambda pairs: f"{{{', '.join(f'{key}: {item}' for key, item in pairs)}}}"),
    max_leaves=6,
)


@pytest.mark.parametrize(
    "field", [*OURS, STATUSES, COUNT], ids=lambda field: field.kind.name + " " + field.name
)
@tries(25)
@given(written=NESTED)
def test_a_value_is_read_or_told_whatever_it_is(field: Field, written: str) -> None:
    page = split("a.md", f"---\n{field.name}: {written}\n---\n")
    reader = ValueReader(page, Settings().scopes)
    for node in page.values.values():
        reader.read(field, node)
    assert all(p.place.line == 2 and p.place.column > 1 for p in reader.problems)
