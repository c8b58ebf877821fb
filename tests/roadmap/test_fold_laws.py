"""What holds of every roadmap, whatever the pages say."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from depth import tries
from helpers import AS_OF, both, fold_of, goal_page, milestone_page, post
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.roadmap import insights
from mkdocs_career_roadmap.roadmap.graph import find_cycles, in_order
from mkdocs_career_roadmap.roadmap.model import Change, Goal, Milestone, Roadmap
from mkdocs_career_roadmap.vocabulary.fields import Status

FIRST = date(2026, 3, 1)
DAYS = st.integers(0, 9).map(lambda n: (FIRST + timedelta(n)).isoformat())
SOME_DAY = st.none() | DAYS
VAGUE_DAY = SOME_DAY | st.sampled_from(["2026", "2026-03", "2026-04"])
STATUS = st.none() | st.sampled_from(list(Status)).map(str)
MILESTONES = ("one", "two", "three", "four")
GOALS = ("seeing", "hearing")
MILESTONE = st.sampled_from(MILESTONES)
SOME_MILESTONES = st.lists(MILESTONE, unique=True, max_size=2).map(lambda names: names or None)

POSTS: dict[str, st.SearchStrategy[Any]] = {
    "written": SOME_DAY | st.builds("{} {:02}:00".format, DAYS, st.integers(0, 23)),
    "milestone": SOME_MILESTONES,
    "goal": st.sampled_from([None, *GOALS, ["hearing", "seeing"], ["seeing", "feeling", "hearing"]]),
    "status": STATUS,
}
LINKS: dict[str, st.SearchStrategy[Any]] = {
    "depends_on": SOME_MILESTONES,
    "part_of": st.none() | MILESTONE,
}
REST: dict[str, st.SearchStrategy[Any]] = {
    "started": VAGUE_DAY,
    "finished": VAGUE_DAY,
    "target": VAGUE_DAY,
    "sharpens": st.sampled_from([None, "See.", "See with less."]),
    "lessons": st.sampled_from([None, "Wait.", ["Ask.", "Wait."]]),
}
EXACT = {"started": SOME_DAY, "finished": SOME_DAY}


def some(maker: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a page to be made when its path is known."""
    return st.fixed_dictionaries(fields).map(lambda drawn: (maker, drawn))


def _post(path: str, **fields: Any) -> Entry:
    if not fields["milestone"] and not fields.get("goal"):
        fields["milestone"] = "one"
    return post(fields.pop("written"), path=path, **fields)


def _milestone_page(path: str, sharpens: str | None = None, **fields: Any) -> Entry:
    return milestone_page(path=path, **fields)


def sites(*pages: st.SearchStrategy[Any], max_size: int = 8) -> st.SearchStrategy[list[Entry]]:
    """Draw the entries of a site, each page with a path of its own."""
    return st.lists(st.one_of(*pages), max_size=max_size).map(
        lambda made: [maker(path=f"{at:02}.md", **fields) for at, (maker, fields) in enumerate(made)])


GOAL_PAGES = some(goal_page, id=st.sampled_from(GOALS), date=SOME_DAY, status=STATUS,
                  title=st.sampled_from([None, "Two", "Hearing"]))
ANY_SITE = sites(
    some(_post, **POSTS, **LINKS, **REST),
    some(_post, **POSTS, **LINKS, **REST),
    some(_milestone_page, id=MILESTONE, date=SOME_DAY, status=STATUS, title=st.sampled_from([None, "Two"]),
         goal=POSTS["goal"], **LINKS, **REST),
    GOAL_PAGES,
)
POSTS_ONLY = sites(some(_post, **POSTS, **LINKS), max_size=10)
ONE_GOAL = {**POSTS, "goal": st.none() | st.sampled_from(GOALS)}
"""Of posts that let no milestone serve a second goal."""
EXACT_SITE = sites(
    some(_post, **ONE_GOAL, **EXACT),
    some(_post, **ONE_GOAL, **EXACT),
    some(_milestone_page, id=MILESTONE, date=SOME_DAY, status=STATUS, **EXACT),
)

law = tries(100)


def things(roadmap: Roadmap) -> tuple[Milestone | Goal, ...]:
    return (*roadmap.milestones, *roadmap.goals)


# --- a fold is a function of a set ---


@law
@given(ANY_SITE, st.randoms(use_true_random=False))
def test_the_order_of_the_entries_does_not_matter(entries: list[Entry], random: Random) -> None:
    assert both(random.sample(entries, len(entries))) == both(entries)


@law
@given(ANY_SITE)
def test_folding_twice_gives_the_same_twice(entries: list[Entry]) -> None:
    assert both(iter(entries)) == both(entries)


@law
@given(ANY_SITE, DAYS)
def test_what_is_still_to_come_changes_nothing(entries: list[Entry], day: str) -> None:
    happened = [e for e in entries if e.moment is None or e.moment.date().isoformat() <= day]
    assert both(entries, day) == both(happened, day)


@law
@given(ANY_SITE, DAYS, some(_post, **POSTS, **LINKS, **REST))
def test_a_post_of_the_next_day_changes_nothing(entries: list[Entry], day: str, drawn: Any) -> None:
    maker, fields = drawn
    tomorrow = date.fromisoformat(day) + timedelta(1)
    later = maker("later.md", **{**fields, "written": tomorrow.isoformat()})
    assert both([*entries, later], day) == both(entries, day)


# --- names and links ---


@law
@given(ANY_SITE)
def test_every_id_that_a_roadmap_mentions_is_in_it(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    for m in roadmap.milestones:
        assert {*m.depends_on, *m.needed_by, *m.parts} <= set(roadmap.milestone)
        assert m.part_of is None or m.part_of in roadmap.milestone
        assert set(m.goals) <= set(roadmap.goal)
        assert set(m.posts) <= set(roadmap.post)
    for g in roadmap.goals:
        assert set(g.milestones) <= set(roadmap.milestone)
        assert set(g.posts) <= set(roadmap.post)
    for p in roadmap.posts:
        assert set(p.milestones) <= set(roadmap.milestone)
        assert set(p.goals) <= set(roadmap.goal)


@law
@given(ANY_SITE)
def test_every_link_is_there_from_both_ends(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    milestones, posts = roadmap.milestones, roadmap.posts
    assert {(m.id, n) for m in milestones for n in m.depends_on} == {
        (n, m.id) for m in milestones for n in m.needed_by}
    assert {(m.id, m.part_of) for m in milestones if m.part_of} == {
        (part, m.id) for m in milestones for part in m.parts}
    assert {(m.id, goal) for m in milestones for goal in m.goals} == {
        (id, g.id) for g in roadmap.goals for id in g.milestones}
    assert {(m.id, path) for m in milestones for path in m.posts} == {
        (id, p.path) for p in posts for id in p.milestones}
    assert {(g.id, path) for g in roadmap.goals for path in g.posts} == {
        (goal, p.path) for p in posts
        for goals in (p.goals, *(roadmap.milestone[id].goals for id in p.milestones)) for goal in goals}


@law
@given(ANY_SITE)
def test_nothing_is_listed_twice(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    lists = [[thing.id for thing in roadmap.milestones], [thing.id for thing in roadmap.goals]]
    for m in roadmap.milestones:
        lists += [[*m.depends_on], [*m.needed_by], [*m.parts], [*m.posts], [*m.lessons], [*m.goals]]
    for g in roadmap.goals:
        lists += [[*g.milestones], [*g.posts]]
    for list_ in lists:
        assert len(set(list_)) == len(list_)


@law
@given(ANY_SITE)
def test_nothing_waits_for_itself_and_nothing_is_a_part_of_itself(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    in_order({m.id: m.depends_on for m in roadmap.milestones})
    in_order({m.id: m.parts for m in roadmap.milestones})


@law
@given(ANY_SITE)
def test_every_post_and_every_name_is_kept(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    assert {p.path for p in roadmap.posts} == {e.path for e in entries if e.role == "post"}
    assert {e.id for e in entries if e.role == "milestone"} <= set(roadmap.milestone)
    assert {e.id for e in entries if e.role == "goal"} <= set(roadmap.goal)


@law
@given(ANY_SITE)
def test_a_part_serves_the_goal_of_its_whole_or_one_of_its_own(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    for m in roadmap.milestones:
        if m.part_of and not m.goal:
            assert roadmap.milestone[m.part_of].goal is None


# --- statuses and days ---


@law
@given(ANY_SITE)
def test_no_two_neighbouring_changes_have_one_status(entries: list[Entry]) -> None:
    for thing in things(fold_of(*entries)):
        statuses = [change.status for change in thing.changes]
        assert all(a != b for a, b in pairwise(statuses))


@law
@given(ANY_SITE, DAYS)
def test_changes_are_in_the_order_of_their_days_and_none_is_to_come(entries: list[Entry], day: str) -> None:
    for thing in things(both(entries, day)[0]):
        days = [change.day or date.min for change in thing.changes]
        assert days == sorted(days)
        assert all(d.isoformat() <= day for d in days)


@law
@given(ANY_SITE)
def test_the_status_is_that_of_the_last_change(entries: list[Entry]) -> None:
    for thing in things(fold_of(*entries)):
        assert thing.status == (thing.changes[-1].status if thing.changes else Status.PLANNED)


@law
@given(ANY_SITE, DAYS)
def test_only_what_is_closed_is_finished_and_never_in_the_future(entries: list[Entry], day: str) -> None:
    for m in both(entries, day)[0].milestones:
        if m.finished:
            assert m.status.is_closed
            assert m.finished.first.isoformat() <= day


@law
@given(ANY_SITE)
def test_what_ends_before_it_begins_is_told(entries: list[Entry]) -> None:
    roadmap, problems = both(entries)
    wrong = [m for m in roadmap.milestones if m.started and m.finished and m.finished.last < m.started.first]
    assert len([p for p in problems if p.code == "contradiction"]) >= len(wrong)


@law
@given(POSTS_ONLY)
def test_without_explicit_days_none_contradicts_another(entries: list[Entry]) -> None:
    assert "contradiction" not in {p.code for p in both(entries)[1]}


@law
@given(ANY_SITE)
def test_every_problem_is_told_at_a_page_of_the_site(entries: list[Entry]) -> None:
    paths = {e.path for e in entries}
    for problem in both(entries)[1]:
        assert {place.path for place in (problem.place, *problem.also)} <= paths


# --- history ---


def up_to(day: str, changes: tuple[Change, ...]) -> list[Change]:
    return [change for change in changes if change.day is None or change.day.isoformat() <= day]


@law
@given(POSTS_ONLY, DAYS)
def test_the_past_of_posts_is_what_it_was(entries: list[Entry], day: str) -> None:
    then, now = fold_of(*entries, as_of=day), fold_of(*entries)
    for m in then.milestones:
        later = now.milestone[m.id]
        if not m.parts and not later.parts:  # work on what turns out to be a part was work on the whole
            assert list(m.changes) == up_to(day, later.changes)


def ends_on_no_day(entry: Entry) -> bool:
    """True for an undated page that says when it began, and that it is over, but not since when:
    it was over "from the start", and yet not before it began.
    """
    closed = entry.status is not None and entry.status.is_closed
    return bool(entry.moment is None and entry.started and closed and not entry.finished)


@law
@given(EXACT_SITE.filter(lambda entries: not any(map(ends_on_no_day, entries))), DAYS)
def test_the_past_of_pages_with_exact_days_is_what_it_was(entries: list[Entry], day: str) -> None:
    then, now = fold_of(*entries, as_of=day), fold_of(*entries)
    for m in then.milestones:
        assert list(m.changes) == up_to(day, now.milestone[m.id].changes)


@law
@given(EXACT_SITE, DAYS)
def test_the_past_of_goals_whose_milestones_stay_is_what_it_was(entries: list[Entry], day: str) -> None:
    if any(map(ends_on_no_day, entries)):
        return
    pages = [milestone_page(id, goal=goal, path=f"00-{id}.md")
             for id, goal in zip(MILESTONES, GOALS * 2, strict=True)]
    posts = [e for e in entries if e.role == "post"]
    then, now = fold_of(*pages, *posts, as_of=day), fold_of(*pages, *posts)
    for g in then.goals:
        assert list(g.changes) == up_to(day, now.goal[g.id].changes)


# --- what a roadmap means ---


@law
@given(ANY_SITE)
def test_progress_is_a_fraction(entries: list[Entry]) -> None:
    progress = insights.progress(fold_of(*entries).milestones)
    assert 0 <= progress.done <= progress.total


def share(roadmap: Roadmap) -> float:
    done, total = insights.progress(roadmap.milestones)
    return done / total if total else 0


@law
@given(ANY_SITE, MILESTONE)
def test_one_more_leaf_done_is_never_less_progress(entries: list[Entry], id: str) -> None:
    before = fold_of(*entries, post("2026-01-01", path="zz.md", milestone=id, status="planned"))
    after = fold_of(*entries, post(AS_OF, path="zz.md", milestone=id, status="done"))
    (named,) = before.post["zz.md"].milestones  # another one's page may have that title
    if not before.milestone[named].parts:
        assert after.milestone[named].status == "done"
        assert share(after) >= share(before)


@law
@given(ANY_SITE)
def test_a_plan_is_either_blocked_or_broken_down_or_next(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    plans = Counter(m.id for m in roadmap.milestones if m.status == "planned")
    waiting = Counter(id for id in plans if insights.is_blocked(roadmap, roadmap.milestone[id])
                      or insights.open_parts(roadmap, roadmap.milestone[id]))
    assert Counter(m.id for m in insights.next_up(roadmap)) + waiting == plans


@law
@given(ANY_SITE)
def test_a_plan_comes_after_the_plans_of_its_goal_that_it_needs(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)
    plans = {m.id: m for m in roadmap.milestones if m.status == "planned"}
    for m in plans.values():
        for needed in m.depends_on:
            if needed in plans and plans[needed].goal == m.goal:
                assert roadmap.position[needed] < roadmap.position[m.id]


@law
@given(ANY_SITE)
def test_a_critical_path_is_a_chain_and_no_chain_is_longer(entries: list[Entry]) -> None:
    roadmap = fold_of(*entries)

    def is_open(id: str) -> bool:
        status = roadmap.milestone[id].status
        return not status.is_closed and status is not Status.IDEA

    before = {m.id: [*m.depends_on, *m.parts] for m in roadmap.milestones}

    def longest(id: str) -> int:
        return 1 + max((longest(n) for n in before[id] if is_open(n)), default=0)

    for goal, path in insights.critical_paths(roadmap).items():
        assert all(a.id in before[b.id] for a, b in pairwise(path))
        assert all(is_open(m.id) for m in path)
        if find_cycles(before):
            continue  # a part that waits for its whole
        ends = [longest(m.id) for m in roadmap.milestones if goal in m.goals and is_open(m.id)]
        assert len(path) == max(ends, default=0)
