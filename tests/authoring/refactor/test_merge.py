"""Two goals, or two milestones, that become one."""

from __future__ import annotations

from mkdocs_career_roadmap.authoring.refactor.merge import merge
from mkdocs_career_roadmap.authoring.refactor.site import SiteFiles
from mkdocs_career_roadmap.vocabulary.fields import Role
from refactoring import Do, changed, files_of, post, refusal

ONE, TWO = post("2026-01-01", "milestone: One"), post("2026-02-01", "milestone: Two")


def merged(one: str, into: str, role: Role | None = None) -> Do:
    def do(files: SiteFiles) -> None:
        merge(files, one, into, role)

    return do


def page(*lines: str, body: str = "") -> str:
    return "---\n" + "".join(f"{line}\n" for line in ("type: milestone", *lines)) + f"---\n{body}"


def test_two_without_pages_get_one_that_knows_the_other_name() -> None:
    pages = {"a.md": ONE, "b.md": TWO, "c.md": post("2026-03-01", "milestone: [two, One]"),
             "d.md": "[x](roadmap/milestones/one.md) [y](roadmap/milestones/two.md)\n"}
    assert changed(pages, merged("One", "Two")) == {
        "a.md": TWO.replace("02-01", "01-01"), "c.md": post("2026-03-01", "milestone: [two]"),
        "d.md": "[x](roadmap/milestones/two.md) [y](roadmap/milestones/two.md)\n",
        "roadmap/milestones/two.md": page("title: Two", "aliases: One")}


def test_page_of_the_second_gets_the_other_name() -> None:
    pages = {"a.md": ONE, "two.md": page("title: Number two", "goal: G")}
    assert changed(pages, merged("One", "Number two")) == {
        "a.md": ONE.replace("One", "Number two"),
        "two.md": page("title: Number two", "goal: G", "aliases: One")}


def test_page_of_the_first_becomes_that_of_the_second() -> None:
    pages = {"b.md": TWO, "one.md": page("title: One", body="# One\n\nMuch.\n"),
             "c.md": "[x](roadmap/milestones/two.md)\n"}
    assert changed(pages, merged("One", "Two")) == {
        "c.md": "[x](one.md)\n",
        "one.md": page("title: Two", "aliases: One", "redirect_from: /roadmap/milestones/two/",
                       body="# Two\n\nMuch.\n")}


def test_of_two_pages_one_takes_over_what_it_lacks() -> None:
    pages = {
        "m/one.md": page("title: One", "target: 2027 # why", "scope: paper", "aliases: Uno",
                         body="\n# One\n\nSee [it](two.md), [that](../x.md#y) and <https://example.org>.\n"),
        "two.md": page("title: Two", "scope: system", body="# Two\n\nText."),
        "m/two.md": "# Other\n", "x.md": "[o](m/one.md)\n", "a.md": ONE}
    files = files_of(pages)
    merge(files, "One", "Two")
    made = {change.path.parts[-1] if change.after else "m": change.after for change in files.changes()}
    assert made == {
        "a.md": ONE.replace("One", "Two").encode(), "m": None, "x.md": b"[o](two.md)\n",
        "two.md": page("title: Two", "scope: system", "aliases: [Uno, One]", "target: 2027 # why",
                       "redirect_from: /m/one/",
                       body="# Two\n\nText.\n\n## One\n\nSee [it](m/two.md), [that](x.md#y) and "
                            "<https://example.org>.\n").encode()}
    assert [told.rpartition("/")[2] for told in files.told] == ["two.md has one"]


def test_what_would_need_itself_no_longer_says_so() -> None:
    pages = {"a.md": post("2026-01-01", "milestone: One", "depends_on: Two"),
             "b.md": post("2026-02-01", "milestone: Two", "depends_on: [Three, One]", "part_of: Whole")}
    after = changed(pages, merged("One", "Two"))
    assert (after["a.md"], after["b.md"]) == (
        post("2026-01-01", "milestone: Two"),
        post("2026-02-01", "milestone: Two", "depends_on: [Three]", "part_of: Whole"))


def test_circle_of_more_than_the_two_is_refused() -> None:
    pages = {"a.md": post("2026-01-01", "milestone: One", "depends_on: Three"),
             "c.md": post("2026-03-01", "milestone: Three", "depends_on: Two")}
    assert "dependency-cycle" in refusal(pages, merged("One", "Two"))


def test_posts_of_the_first_serve_the_goal_of_the_second() -> None:
    pages = {"a.md": post("2026-01-01", "goal: G", "milestone: One"),
             "b.md": post("2026-02-01", "goal: H", "milestone: Two"),
             "c.md": post("2026-03-01", "goal: G", "milestone: Three")}
    assert changed(pages, merged("One", "Two"))["a.md"] == post("2026-01-01", "goal: H", "milestone: Two")


def test_goals_are_merged_too() -> None:
    pages = {"a.md": post("2026-01-01", "goal: G", "milestone: One"),
             "b.md": post("2026-02-01", "goal: H"), "c.md": "```roadmap\ngoal: g\n```\n"}
    assert changed(pages, merged("g", "h")) == {
        "a.md": post("2026-01-01", "goal: H", "milestone: One"), "c.md": "```roadmap\ngoal: H\n```\n",
        "roadmap/goals/h.md": page("title: H", "aliases: G").replace("milestone", "goal")}


def test_names_of_goals_and_milestones_alike_must_be_told_apart() -> None:
    pages = {"a.md": post("2026-01-01", "goal: One", "milestone: One"),
             "b.md": post("2026-02-01", "goal: Two", "milestone: Two")}
    assert "--as goal or --as milestone" in refusal(pages, merged("One", "Two"))
    assert "goal: Two\nmilestone: One" in (changed(pages, merged("One", "Two", Role.GOAL))["a.md"] or "")


def test_what_cannot_be_one_is_refused_with_the_reason() -> None:
    pages = {"a.md": post("2026-01-01", "goal: G", "milestone: One"), "b.md": TWO,
             "c.md": post("2026-03-01", "milestones:", "  One: done", "  Two: active")}
    assert "only two of a kind" in refusal(pages, merged("G", "Two"))
    assert "did you mean 'One thing'" in refusal(
        {"a.md": ONE.replace("One", "One thing"), "b.md": TWO}, merged("On thing", "Two"))
    assert "are one milestone already" in refusal(pages, merged("one", "One"))
    assert "different things" in refusal(pages, merged("One", "Two"))


def test_private_name_stays_off_public_pages() -> None:
    secret = post("2026-01-01", "milestone: Oslo", "visibility: private")
    pages = {"a.md": secret, "b.md": TWO}
    assert changed(pages, merged("Oslo", "Two")) == {"a.md": secret.replace("Oslo", "Two")}
    assert "is private" in refusal(pages, merged("Two", "Oslo"))
    both = {**pages, "o.md": page("title: Oslo", "visibility: private", body="Why.\n")}
    assert "would become a part of a public one" in refusal(both, merged("Oslo", "Two"))


def test_what_a_list_names_by_id_and_by_title_is_one_as_well() -> None:
    pages = {"x.md": page("title: One"), "y.md": page("title: Two"),
             "a.md": post("2026-01-01", "milestones:", "  x: done", "  Two: done"),
             "b.md": post("2026-01-02", "milestone: [x, Two]"),
             "c.md": post("2026-01-03", "milestone: [y, Two]")}
    after = changed(pages, merged("One", "Two"))
    assert (after["a.md"], after["b.md"]) == (
        post("2026-01-01", "milestones:", "  y: done"), post("2026-01-02", "milestone: [y]"))
    assert "c.md" not in after  # written so before


def test_page_that_stays_by_its_id_makes_one_of_two_names_too() -> None:
    pages = {"x.md": page("title: One"),
             "a.md": post("2026-01-01", "milestones:", "  x: done", "  Two: done")}
    assert changed(pages, merged("One", "Two"))["a.md"] == post("2026-01-01", "milestones:", "  x: done")
