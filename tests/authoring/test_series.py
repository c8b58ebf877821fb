"""Which posts belong together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.authoring.series import Member, find_series


def member(path: str, links: str = "", *categories: str) -> Member:
    """Return a post; `links` are paths of one letter each."""
    return Member(path, path.upper(), categories, tuple(links))


def found(*members: Member) -> list[str]:
    """Return each series as `category: paths`."""
    return [f"{s.category}: {''.join(m.path for m in s.members)}" for s in find_series(members)]


def test_nothing_is_no_series() -> None:
    assert found() == []


def test_posts_of_a_category_that_link_to_one_another_are_a_series() -> None:
    assert found(member("a", "", "X"), member("b", "a", "X"), member("c", "b", "X")) == ["X: abc"]


def test_post_that_no_link_holds_is_in_no_series() -> None:
    assert found(member("a", "", "X"), member("b", "a", "X"), member("c", "", "X")) == ["X: ab"]


def test_links_to_itself_and_to_other_pages_hold_nothing() -> None:
    assert found(member("a", "az", "X"), member("b", "", "X")) == []


def test_order_is_that_of_the_posts() -> None:
    assert found(member("c", "", "X"), member("z"), member("a", "b", "X"), member("b", "c", "X"),
                 member("y", "z")) == ["X: cab", ": zy"]


def test_category_is_compared_without_case_and_told_as_the_first_writes_it() -> None:
    assert found(member("a", "", "Deep  Maps"), member("b", "a", "deep maps")) == ["Deep Maps: ab"]


def test_posts_without_a_common_category_are_a_series_without_one() -> None:
    assert found(member("a", "", "X"), member("b", "a", "Y"), member("c", "b")) == [": abc"]


def test_link_between_two_categories_does_not_join_their_series() -> None:
    assert found(member("a", "", "X"), member("b", "a", "X"), member("c", "b", "Y"),
                 member("d", "c", "Y")) == ["X: ab", "Y: cd"]


def test_post_is_in_the_larger_of_two_series() -> None:
    assert found(member("a", "", "X"), member("b", "a", "X"), member("c", "b", "X", "Y"),
                 member("d", "c", "Y")) == ["X: abc"]


def test_of_two_categories_that_all_share_the_first_counts() -> None:
    assert found(member("a", "", "X", "Y"), member("b", "a", "Y", "X")) == ["X: ab"]


def test_what_is_left_of_a_smaller_series_is_one_if_it_is_linked() -> None:
    assert found(member("a", "", "X"), member("b", "a", "X"), member("c", "b", "X", "Y"),
                 member("d", "c", "Y"), member("e", "d", "Y")) == ["X: abc", "Y: de"]


MEMBERS = st.lists(
    st.builds(Member, st.sampled_from("abcdefgh"), st.just(""),
              st.lists(st.sampled_from(["X", "x", "Y", "Z"]), max_size=3).map(tuple),
              st.lists(st.sampled_from("abcdefghi"), max_size=3).map(tuple)),
    unique_by=lambda m: m.path, max_size=8)


@given(MEMBERS)
def test_every_post_is_in_one_series_at_most_and_every_series_is_held_together(members: list[Member]) -> None:
    series = find_series(members)
    paths = [m.path for s in series for m in s.members]
    assert len(set(paths)) == len(paths)
    for one in series:
        assert [m for m in members if m in one.members] == list(one.members)
        near = {m.path: {n.path for n in one.members if n.path in m.links or m.path in n.links}
                for m in one.members}
        reached = {one.members[0].path}
        for _ in one.members:
            reached |= {path for at in reached for path in near[at]}
        assert len(reached) == len(one.members) > 1
        assert not one.category or all(
            one.category.casefold() in {c.casefold() for c in m.categories} for m in one.members)


@given(MEMBERS)
def test_two_posts_without_a_series_are_not_linked(members: list[Member]) -> None:
    taken = {m.path for s in find_series(members) for m in s.members}
    alone = {m.path for m in members} - taken
    assert not [m for m in members if m.path in alone and (set(m.links) & alone) - {m.path}]


def test_a_chain_of_ten_thousand_posts_is_one_series() -> None:
    chain = [Member(str(n), "", ("X", "Y"), (str(n - 1), str(n + 1))) for n in range(10_000)]
    assert [len(s.members) for s in find_series(chain)] == [10_000]
