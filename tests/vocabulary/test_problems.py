"""Problems: how they print and sort, and what is suggested for a slip."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

import pytest
from depth import tries
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.vocabulary.codes import CODES, Severity
from mkdocs_career_roadmap.vocabulary.fields import BY_KEY, STATUS_ALIASES, Status
from mkdocs_career_roadmap.vocabulary.names import fold_word
from mkdocs_career_roadmap.vocabulary.problems import Place, Problem, count, problem, settle
from mkdocs_career_roadmap.vocabulary.slips import did_you_mean, edit_distance, near_misses

HERE = Place("a.md", 3, 9)
LETTERS = "abcdefghijklmnopqrstuvwxyz_"


def slips(word: str) -> Iterator[str]:
    """Yield what a finger makes of a word: a letter more, less, other, or two swapped."""
    for at in range(len(word) + 1):
        before, behind = word[:at], word[at:]
        yield from (before + letter + behind for letter in LETTERS)
        yield from (before + letter + behind[1:] for letter in LETTERS if behind)
        yield before + behind[1:]
        yield before + behind[1:2] + behind[:1] + behind[2:]


@cache
def distance(one: str, two: str) -> int:
    """Return the optimal string alignment distance, as its definition has it."""
    if not one or not two:
        return len(one) + len(two)
    steps = [
        distance(one[1:], two) + 1,
        distance(one, two[1:]) + 1,
        distance(one[1:], two[1:]) + (one[0] != two[0]),
    ]
    if one[:2] == two[1::-1] and len(one) > 1 < len(two):
        steps.append(distance(one[2:], two[2:]) + 1)
    return min(steps)


# --- a problem ---


def test_a_place_prints_as_editors_read_it() -> None:
    assert str(HERE) == "a.md:3:9"


def test_a_place_of_a_whole_file_is_its_first_letter() -> None:
    assert str(Place("a.md")) == "a.md:1:1"


def test_places_sort_by_file_then_line_then_column() -> None:
    sorted_places = [Place("a.md", 2, 9), Place("a.md", 10, 1), Place("a.md", 10, 2), Place("b.md")]
    assert sorted(sorted_places) == sorted_places


def test_a_problem_prints_its_place_weight_message_and_code() -> None:
    told = problem("bad-status", HERE, "unknown status 'dnoe'; did you mean 'done'?")
    assert str(told) == "a.md:3:9: error: unknown status 'dnoe'; did you mean 'done'? [bad-status]"


def test_a_problem_prints_the_other_places_that_take_part() -> None:
    told = problem("two-goals", HERE, "x serves two goals", Place("b.md", 2), Place("c.md"))
    assert str(told) == "a.md:3:9: error: x serves two goals (see b.md:2:1, c.md:1:1) [two-goals]"


@each("code", CODES)
def test_a_problem_has_the_usual_weight_of_its_code(code: str) -> None:
    assert problem(code, HERE, "").severity is CODES[code][0]


@each("code", CODES)
def test_a_code_says_in_one_sentence_what_it_means(code: str) -> None:
    meaning = CODES[code][1]
    assert meaning.endswith(".")
    assert "\n" not in meaning


def test_no_code_is_off_unless_the_site_says_so() -> None:
    assert all(about.severity is not Severity.OFF for about in CODES.values())


def test_a_code_that_is_not_in_the_list_is_a_bug_of_ours() -> None:
    with pytest.raises(ValueError, match="no such problem code: bad-luck"):
        Problem("bad-luck", HERE, "")


def test_a_problem_moves_below_a_folder_with_all_its_places() -> None:
    told = problem("two-goals", HERE, "x", Place("b.md", 2)).within("docs")
    assert (str(told.place), *map(str, told.also)) == ("docs/a.md:3:9", "docs/b.md:2:1")


def test_no_folder_leaves_the_paths_as_they_are() -> None:
    told = problem("two-goals", HERE, "x", Place("b.md"))
    assert told.within("") == told


# --- the report ---


def test_a_problem_is_reported_once_however_often_it_was_found() -> None:
    told = problem("undated", HERE, "x")
    assert settle([told, told], {}) == [told]


def test_problems_are_reported_in_the_order_of_their_places() -> None:
    told = [problem("undated", Place("a.md", line), "x") for line in (1, 2, 10)]
    assert settle(reversed(told), {}) == told


def test_problems_at_one_place_are_reported_in_the_order_of_code_message_and_other_places() -> None:
    told = [
        problem("order", HERE, "y"),
        problem("undated", HERE, "x", Place("a.md")),
        problem("undated", HERE, "x", Place("b.md")),
        problem("undated", HERE, "y"),
    ]
    assert settle(reversed(told), {}) == told


def test_a_site_may_make_a_problem_weigh_more() -> None:
    (told,) = settle([problem("undated", HERE, "x")], {"undated": Severity.ERROR})
    assert told.severity is Severity.ERROR


def test_a_site_may_turn_a_problem_off() -> None:
    assert settle([problem("undated", HERE, "x")], {"undated": Severity.OFF}) == []


def test_a_choice_for_one_code_leaves_the_others_alone() -> None:
    told = problem("order", HERE, "x")
    assert settle([told], {"undated": Severity.OFF}) == [told]


# --- how far two words are apart ---


@each(
    ("one", "two", "steps"),
    [
        ("done", "done", 0),
        ("done", "dones", 1),
        ("done", "don", 1),
        ("done", "dine", 1),
        ("done", "dnoe", 1),
        ("done", "node", 2),
        ("", "ab", 2),
        ("abcd", "badc", 2),
    ],
)
def test_a_step_adds_drops_changes_or_swaps_a_letter(one: str, two: str, steps: int) -> None:
    assert edit_distance(one, two, 5) == steps


WORDS = st.text("abc", max_size=5)


@tries(300)
@given(WORDS, WORDS, st.integers(0, 4))
def test_the_distance_is_the_fewest_steps_up_to_one_more_than_the_limit(
    one: str, two: str, limit: int
) -> None:
    assert edit_distance(one, two, limit) == min(distance(one, two), limit + 1)


# --- suggestions ---


@each(
    ("word", "meant"),
    [
        ("dnoe", "done"),
        ("Doen", "done"),
        ("actve", "active"),
        ("pausde", "paused"),
        ("droppd", "dropped"),
        ("plannned", "planned"),
        ("nonsense", None),
        ("", None),
        ("do", None),
    ],
)
def test_a_slip_of_a_status_suggests_the_status(word: str, meant: str | None) -> None:
    assert did_you_mean(word, Status) == meant


def test_nothing_known_suggests_nothing() -> None:
    assert did_you_mean("done", []) is None


@each(
    ("word", "meant"),
    [("xx", None), ("abx", "abc"), ("axx", None), ("vixion", "vision"), ("vixxon", None),
     ("navigaxxon", "navigation"), ("navigxxxon", None)],
)
def test_longer_words_may_be_farther_off(word: str, meant: str | None) -> None:
    assert did_you_mean(word, ["abc", "vision", "xy", "navigation"]) == meant


def test_a_word_nearer_by_is_suggested_before_one_with_the_same_first_letter() -> None:
    assert did_you_mean("planed", ["plant", "xlaned"]) == "xlaned"


def test_of_words_as_near_the_one_with_the_same_first_letter_is_suggested() -> None:
    assert did_you_mean("tote", ["note", "tone"]) == "tone"


def test_the_first_letter_is_the_same_in_either_case() -> None:
    assert did_you_mean("Tote", ["note", "tone"]) == "tone"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "known"),
    [(BY_KEY, BY_KEY), (STATUS_ALIASES, STATUS_ALIASES), ([*Status], STATUS_ALIASES)],
    ids=["fields", "statuses", "canonical statuses"],
)
def test_nearly_every_slip_suggests_the_word_that_was_meant(
    words: Iterable[str], known: Iterable[str]
) -> None:
    typed = [(slip, word) for word in words if len(word) > 3 for slip in slips(word) if slip not in known]
    sample = random.Random(2026).sample(typed, 1000)
    right = sum(did_you_mean(slip, known) == word for slip, word in sample)
    assert right / len(sample) >= 0.95


@each("word", [
    "undone", "inactive", "unfinished", "unplanned", "unplaned", "incomplete", "uncompleted", "unresolved",
    "unpublished", "unblocked", "unachieved", "unscheduled", "unaccepted", "now started", "got started",
    "no progress", "not finished", "notdone", "nondropped"])
def test_a_word_is_no_slip_of_its_opposite(word: str) -> None:
    assert did_you_mean(word, STATUS_ALIASES) is None


@each("before", ["un", "in", "dis", "not ", "not-", "non", "no "])
def test_no_word_turned_round_suggests_what_was_turned(before: str) -> None:
    turned = {before + word: word for word in STATUS_ALIASES if " " not in word and word[:2] != "un"}
    assert len(turned) > 40
    assert [(new, word) for new, word in turned.items()
            if fold_word(new) not in STATUS_ALIASES and did_you_mean(new, STATUS_ALIASES) == word] == []


@pytest.mark.parametrize(("slip", "meant"), [
    ("unstartd", "unstarted"), ("not startd", "not started"), ("inprogress", "in progress"),
    ("compleet", "complete"), ("not palnned", "not planned")])
def test_a_slip_within_a_word_that_says_no_is_one(slip: str, meant: str) -> None:
    assert did_you_mean(slip, STATUS_ALIASES) == meant


# --- names that are nearly the same ---


@pytest.mark.parametrize(
    ("one", "two"),
    [("vision", "visions"), ("vision", "vsion"), ("vision", "vixion"), ("vision", "viison")],
)
def test_names_one_step_apart_are_a_near_miss(one: str, two: str) -> None:
    assert near_misses([one, two]) == [tuple(sorted((one, two)))]


def test_names_two_steps_apart_are_no_near_miss() -> None:
    assert near_misses(["vision", "vxsxon"]) == []


def test_names_that_differ_in_digits_only_are_meant_to_differ() -> None:
    assert near_misses(["step-1", "step-2", "step-12"]) == []


def test_names_of_three_letters_are_too_short_to_be_slips() -> None:
    assert near_misses(["nlp", "nla", "nlpx"]) == []


def test_a_name_given_twice_is_no_near_miss() -> None:
    assert near_misses(["vision", "vision"]) == []


def test_nine_names_that_differ_in_one_letter_are_a_series() -> None:
    assert near_misses([f"part-{letter}" for letter in "abcdefghi"]) == []


def test_eight_names_that_differ_in_one_letter_are_near_misses() -> None:
    names = [f"part-{letter}" for letter in "abcdefgh"]
    assert near_misses(names) == list(combinations(names, 2))


@tries(300)
@given(st.lists(st.text("ab1", max_size=6), max_size=8))
def test_near_misses_are_what_comparing_all_with_all_finds(names: list[str]) -> None:
    def letters(name: str) -> str:
        return name.replace("1", "")

    assert near_misses(names) == [
        (one, two)
        for one, two in combinations(sorted({name for name in names if len(name) > 3}), 2)
        if distance(one, two) == 1 and letters(one) != letters(two)
    ]


def test_control_characters_of_a_message_reach_no_terminal() -> None:
    told = str(problem("bad-value", Place("a\x1b[2J.md"), "x is \u202e\x07"))
    assert told == r"a\x1b[2J.md:1:1: error: x is \u202e\x07 [bad-value]"


def test_names_of_four_letters_may_be_slips_of_each_other_and_shorter_ones_not() -> None:
    assert near_misses(["cats", "cast", "dog", "dig"]) == [("cast", "cats")]


def test_names_two_edits_apart_are_meant_to_differ() -> None:
    assert near_misses(["detector", "detexxor"]) == []


def test_only_what_nobody_can_see_is_spelt_out() -> None:
    assert str(Problem("bad-value", HERE, "a\x07b\u00e9")).split(": ", 2)[2] == "a\\x07b\u00e9 [bad-value]"


@pytest.mark.parametrize(("severities", "told"), [
    ([], ""), ([Severity.HINT], "1 hint"), ([Severity.ERROR] * 2, "2 errors"),
    ([Severity.WARNING, Severity.ERROR, Severity.ERROR], "2 errors, 1 warning")])
def test_problems_are_counted_by_severity_the_worst_first(severities: list[Severity], told: str) -> None:
    assert count(Problem("bad-value", HERE, "", (), severity) for severity in severities) == told
