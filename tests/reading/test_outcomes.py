"""What a post says of each of its milestones: how it is written, and what is told of anything else."""

from __future__ import annotations

import pytest
from each import each
from mkdocs_career_roadmap.reading.entry import Entry, Evidence, Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.dates import PartialDate
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.problems import Place
from mkdocs_career_roadmap.vocabulary.settings import Settings


def page(written: str) -> tuple[Entry | None, list[str]]:
    """Return what a post with these `milestones` says, and its problems."""
    found = read(Source("posts/a.md", f"---\ndate: 2026-03-01\nmilestones:{written}\n---\n"), Settings())
    return found.entry, [str(p).removeprefix("posts/a.md:") for p in found.problems]


def entry(written: str) -> Entry:
    found, problems = page(written)
    assert problems == []
    assert found is not None
    return found


def statuses(found: Entry) -> dict[str, Status | None]:
    return {name.text: found.about(found.outcome(name)).status for name in found.milestone}


@pytest.mark.parametrize("written", [
    " {Read it: done, Do it: paused, Wait:}",
    "\n  Read it: done\n  Do it: on hold\n  Wait: ~",
    "\n  - Read it: done\n  - Do it: paused\n  - Wait",
    "\n  - {milestone: Read it, status: done}\n  - Wait\n  - Do it: {status: paused}",
    "\n  Read it: {status: Done}\n  Do it: {status: paused}\n  Wait: {}",
])
def test_each_milestone_may_have_its_status(written: str) -> None:
    assert statuses(entry(written)) == {"Read it": Status.DONE, "Do it": Status.PAUSED, "Wait": None}


def test_one_outcome_alone_is_a_list_of_one() -> None:
    assert statuses(entry(" {milestone: Read it, status: done}")) == {"Read it": Status.DONE}


def test_name_alone_has_no_outcome() -> None:
    assert entry(" [Read it, Do it: {}]").outcomes == ()


def test_outcome_has_its_parts_and_their_places() -> None:
    found = entry("\n  - milestone: Read it\n    status: partial\n    reason: Two of three.\n"
                  "    lessons: Ask.\n    evidence: x.pdf\n    finished: 2026-02\n    revisit: 2027\n")
    (one,) = found.outcomes
    assert (one.status, one.reason, one.lessons) == (Status.PARTIAL, "Two of three.", ("Ask.",))
    assert (one.finished, one.revisit) == (PartialDate(2026, 2), PartialDate(2027))
    assert one.evidence == (Evidence("x.pdf", "x.pdf", "posts/x.pdf"),)
    assert one.place("reason") == Place("posts/a.md", 6, 13)
    assert one.place("unsaid") == Place("posts/a.md", 4, 16)


def test_what_it_says_of_one_goes_before_what_it_says_of_all_and_lists_add_up() -> None:
    found = entry(" [A, {milestone: B, status: dropped, lessons: Mine.}]\n"
                  "status: paused\nreason: Rain.\nlessons: Ours.\nrevisit: 2027")
    a, b = (found.about(found.outcome(name)) for name in found.milestone)
    assert (a.status, a.reason, a.lessons) == (Status.PAUSED, "Rain.", ("Ours.",))
    assert (b.status, b.reason, b.lessons) == (Status.DROPPED, "Rain.", ("Ours.", "Mine."))
    assert (a.place("status").line, b.place("status").line) == (4, 3)


@each(("written", "names", "told"), [
    (" [A, B: dnoe]", "AB",
     ("3:20: error: unknown status 'dnoe'; did you mean 'done'?; if B: dnoe is one name, put it in quotes "
     "[bad-status]")),
    (" {A: yes}", "A",
     ("3:17: error: status is 'yes', which YAML reads as true or false; write one of idea, planned, active, "
     "paused, done, partial, dropped; if A: yes is one name, put it in quotes [bad-status]")),
    (" {A: [done]}", "A", "3:17: error: 'A' has a list; write its status [bad-value]"),
    (" [[A, B], C]", "C",
     "3:14: error: milestone has a list within a list; write one list of names [bad-value]"),
    (" {status: done}", "",
     "3:13: error: a milestone has no name here; write {milestone: ..., status: ...} [bad-value]"),
    (" {name: A, status: done}", "",
     ("3:14: warning: milestone has no part 'name'; it has milestone, status, finished, amount, reason, "
     "revisit, lessons, evidence [unknown-field]")),
    (" {milestone: A, staus: done}", "A",
     "3:28: warning: milestone has no part 'staus'; did you mean 'status'? [unknown-field]"),
    (" [A: done, a: paused]", "A",
     ("3:23: error: 'a' has two outcomes in one milestone; keep one of the two (see posts/a.md:3:14) "
     "[duplicate-key]")),
    (" {[a]: done, A: done}", "A",
     "3:14: error: milestone is a list; write one line of text [bad-value]"),
    (" {'!?': done, A: done}", "A",
     ("3:14: error: milestone is '!?', of which nothing is left in an address; use at least one letter or "
     "digit [empty-name]")),
])
def test_what_is_no_outcome_is_told_at_its_place_and_the_others_count(
    written: str, names: str, told: str
) -> None:
    found, problems = page(written)
    assert problems == [told]
    assert [name.text for name in (found.milestone if found else ())] == list(names)


def test_name_before_and_behind_its_outcome_is_one_milestone() -> None:
    for written in (" [A, A: done]", " [A: done, a]"):
        assert statuses(entry(written)) == {"A": Status.DONE}
