"""The vocabulary: one table, without contradictions in itself."""

from __future__ import annotations

import pytest
from each import each
from mkdocs_career_roadmap.vocabulary.fields import (
    BY_KEY,
    FIELDS,
    NEAR_STATUSES,
    NO_STATUSES,
    OTHERS,
    STATUS_ALIASES,
    Field,
    Kind,
    Role,
    Status,
)
from mkdocs_career_roadmap.vocabulary.names import fold_word
from mkdocs_career_roadmap.vocabulary.slips import did_you_mean

ALL_FIELDS = [*FIELDS, *(part for field in FIELDS for part in field.parts)]


@each(
    ("status", "is_closed", "has_begun"),
    [
        (Status.IDEA, False, False),
        (Status.PLANNED, False, False),
        (Status.ACTIVE, False, True),
        (Status.PAUSED, False, True),
        (Status.DONE, True, True),
        (Status.DROPPED, True, True),
    ],
)
def test_a_status_knows_whether_work_has_begun_and_ended(
    status: Status, is_closed: bool, has_begun: bool
) -> None:
    assert (status.is_closed, status.has_begun) == (is_closed, has_begun)


@each("status", Status)
def test_a_status_is_a_word_for_itself(status: Status) -> None:
    assert STATUS_ALIASES[status] is status


@each(
    ("word", "status"),
    [
        ("someday", Status.IDEA),
        ("not started", Status.PLANNED),
        ("in progress", Status.ACTIVE),
        ("on hold", Status.PAUSED),
        ("blocked", Status.PAUSED),
        ("shipped", Status.DONE),
        ("cancelled", Status.DROPPED),
        ("won't do", Status.DROPPED),
        *((word, Status.PLANNED) for word in ("scheduled", "accepted", "unstarted")),
        *((word, Status.ACTIVE) for word in ("ongoing", "in review", "review")),
        *((word, Status.PAUSED) for word in ("postponed", "suspended", "parked")),
        *((word, Status.DONE) for word in ("resolved", "published")),
        *((word, Status.DROPPED) for word in ("wontfix", "not planned", "duplicate", "missed", "failed")),
    ],
)
def test_words_of_other_boards_mean_one_of_the_six(word: str, status: Status) -> None:
    assert STATUS_ALIASES[word] is status


@each("alias", STATUS_ALIASES)
def test_a_word_for_a_status_stands_in_the_form_that_is_looked_up(alias: str) -> None:
    assert fold_word(alias) == alias


@each("word", NEAR_STATUSES)
def test_a_word_that_is_only_near_would_be_taken_for_another_status(word: str) -> None:
    near = did_you_mean(word, STATUS_ALIASES)
    assert near is not None
    assert STATUS_ALIASES[near] is not NEAR_STATUSES[word]


def test_no_two_fields_share_a_key() -> None:
    assert len(BY_KEY) == sum(1 + len(field.aliases) for field in FIELDS)


@each("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_found_by_its_name_and_its_aliases(field: Field) -> None:
    assert all(BY_KEY[key] is field for key in (field.name, *field.aliases))


@each("field", ALL_FIELDS, ids=lambda field: field.name)
def test_a_field_is_documented_in_one_line(field: Field) -> None:
    assert field.doc.strip() == field.doc != ""
    assert "\n" not in field.doc


@each("field", ALL_FIELDS, ids=lambda field: field.name)
def test_a_field_may_stand_somewhere(field: Field) -> None:
    assert field.on


@each("field", ALL_FIELDS, ids=lambda field: field.name)
def test_a_field_has_choices_if_and_only_if_it_takes_one(field: Field) -> None:
    assert bool(field.choices) == (field.kind in (Kind.CHOICE, Kind.CHOICES))
    assert len({fold_word(choice) for choice in field.choices}) == len(field.choices)


@each("field", ALL_FIELDS, ids=lambda field: field.name)
def test_a_field_has_parts_if_and_only_if_it_takes_records(field: Field) -> None:
    assert bool(field.parts) == (field.kind in (Kind.RECORD, Kind.RECORDS, Kind.OUTCOMES, Kind.AMOUNT))


@pytest.mark.parametrize("role", [Role.GOAL, Role.MILESTONE])
def test_a_type_is_the_name_of_a_definitions_role(role: Role) -> None:
    assert role in BY_KEY["type"].choices


def test_a_key_of_other_tools_is_none_of_ours() -> None:
    assert OTHERS.isdisjoint(BY_KEY)


def test_pending_is_the_only_word_for_a_status_that_keeps_a_page_back() -> None:
    assert STATUS_ALIASES.keys() & set(NO_STATUSES) == {"pending"}  # as the guide says
