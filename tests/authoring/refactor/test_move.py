"""A milestone that comes to serve another goal, and one of which a part becomes its own."""

from __future__ import annotations

from pathlib import Path

from mkdocs_career_roadmap.authoring.refactor.move import move
from mkdocs_career_roadmap.authoring.refactor.site import SiteFiles
from mkdocs_career_roadmap.authoring.refactor.split import split
from refactoring import DAY, Do, changed, files_of, post, refusal

MOVED = "history:\n  - {day: 2026-11-28, moved_from: G}\n"
PAGES = {"a.md": post("2026-01-01", "goal: G", "milestone: M"),
         "b.md": post("2026-02-01", "goal: H", "milestone: N")}


def moved(milestone: str, goal: str) -> Do:
    def do(files: SiteFiles) -> None:
        move(files, milestone, goal, DAY)

    return do


def divided(milestone: str, into: str, *posts: str) -> Do:
    def do(files: SiteFiles) -> None:
        split(files, milestone, into, [files.project.docs / path for path in posts], DAY)

    return do


def test_posts_name_the_new_goal_and_the_page_tells_of_the_old_one() -> None:
    assert changed(PAGES, moved("M", "H")) == {
        "a.md": post("2026-01-01", "goal: H", "milestone: M"),
        "roadmap/milestones/m.md": f"---\ntype: milestone\ntitle: M\ngoal: H\n{MOVED}---\n"}


def test_page_of_its_own_names_the_new_goal() -> None:
    pages = {**PAGES, "m.md": "---\ntype: milestone\ngoal: 'g' # why\n---\n# M\n"}
    assert changed(pages, moved("M", "H"))["m.md"] == (
        f"---\ntype: milestone\ngoal: 'H' # why\n{MOVED}---\n# M\n")


def test_second_move_is_told_below_the_first() -> None:
    once = {**PAGES, **{path: text for path, text in changed(PAGES, moved("M", "H")).items() if text}}
    twice = changed({**once, "c.md": post("2026-03-01", "goal: K")}, moved("M", "K"))
    assert twice["roadmap/milestones/m.md"] == (
        f"---\ntype: milestone\ntitle: M\ngoal: K\n{MOVED}"
        "  - {day: 2026-11-28, moved_from: H}\n---\n")


def test_post_about_others_too_leaves_them_their_goal() -> None:
    pages = {**PAGES, "c.md": post("2026-03-01", "goal: G", "milestone: [M, O]"),
             "o.md": post("2026-02-02", "goal: G", "milestone: O")}
    assert changed(pages, moved("M", "H"))["c.md"] == post("2026-03-01", "milestone: [M, O]")
    told = refusal({path: text for path, text in pages.items() if path != "o.md"}, moved("M", "H"))
    assert "this post names the goal for 'O', too" in told


def test_goals_of_a_list_are_changed_one_by_one() -> None:
    pages = {**PAGES, "m.md": "---\ntype: milestone\ntitle: M\ngoal: [G, H]\n---\n"}
    files = files_of(pages)
    move(files, "M", "H", DAY)
    assert files.now["m.md"] == f"---\ntype: milestone\ntitle: M\ngoal: [H]\n{MOVED}---\n"


def test_parts_and_sharper_goals_are_told() -> None:
    pages = {**PAGES, "c.md": post("2026-03-01", "goal: G", "milestone: Part", "part_of: M"),
             "d.md": post("2026-04-01", "milestone: M", "sharpens: G for all.")}
    files = files_of(pages)
    move(files, "M", "H", DAY)
    assert [told.partition("/")[0] for told in files.told if "1 part of it" in told] == [
        "1 part of it with a goal of its own stays where it is: Part"]
    assert any("says how a goal got sharper; that is now 'H'" in told for told in files.told)


def test_moves_that_cannot_be_are_refused() -> None:
    assert "serves the goal 'G' already" in refusal(PAGES, moved("M", "g"))
    assert "there is no goal 'X'" in refusal(PAGES, moved("M", "X"))
    secret = {**PAGES, "s.md": post("2026-03-01", "goal: Secret", "visibility: private")}
    assert "is private" in refusal(secret, moved("M", "Secret"))


def test_move_from_a_private_goal_does_not_name_it() -> None:
    pages = {"a.md": post("2026-01-01", "milestone: M"), "b.md": PAGES["b.md"],
             "s.md": post("2026-03-01", "goal: Secret", "milestone: M", "visibility: private")}
    after = changed(pages, moved("M", "H"))
    assert after["roadmap/milestones/m.md"] == "---\ntype: milestone\ntitle: M\ngoal: H\n---\n"


def test_goal_that_a_folder_gives_is_written_on_the_page() -> None:
    pages = {"p/.meta.yml": "goal: G\n", "p/a.md": post("2026-01-01", "milestone: M"), "b.md": PAGES["b.md"]}
    assert changed(pages, moved("M", "H"))["p/a.md"] == post("2026-01-01", "milestone: M", "goal: H")
    two = {**pages, "p/a.md": post("2026-01-01", "milestone: [M, O]")}
    assert "names the goal for 'O', too" in refusal(two, moved("M", "H"))


# --- split ---


POSTS = {f"{n}.md": post(f"2026-0{n}-01", "goal: G", "milestone: [M, N]" if n == 2 else "milestone: M")
         for n in (1, 2, 3)}


def test_posts_that_are_named_are_about_the_new_milestone() -> None:
    assert changed(POSTS, divided("M", "Half of it", "2.md", "3.md")) == {
        "2.md": POSTS["2.md"].replace("[M,", "[Half of it,"),
        "3.md": POSTS["3.md"].replace("M\n", "Half of it\n"),
        "roadmap/milestones/half-of-it.md": "---\ntype: milestone\ntitle: Half of it\ngoal: G\n"
                                            "history:\n  - {day: 2026-11-28, split_from: M}\n---\n"}


def test_milestone_keeps_its_goal_when_the_posts_that_name_it_are_split_off() -> None:
    posts = {**POSTS, "1.md": post("2026-01-01", "milestone: M")}
    after = changed(posts, divided("M", "Half", "2.md", "3.md"))
    assert after["roadmap/milestones/m.md"] == "---\ntype: milestone\ntitle: M\ngoal: G\n---\n"
    several = {path: text.replace("goal: G", "goal: [G, 'H, I']") for path, text in posts.items()}
    page = changed({**several, "m.md": "---\ntype: milestone\n---\n"}, divided("M", "Half", "2.md", "3.md"))
    assert page["m.md"] == '---\ntype: milestone\ngoal: [G, "H, I"]\n---\n'


def test_milestone_of_which_private_posts_are_left_keeps_its_goal_in_private() -> None:
    posts = {**POSTS, "1.md": post("2026-01-01", "milestone: M", "visibility: private")}
    page = changed(posts, divided("M", "Half", "2.md", "3.md"))["roadmap/milestones/m.md"]
    assert page == "---\ntype: milestone\ntitle: M\nvisibility: private\ngoal: G\n---\n"


def test_private_goal_comes_to_no_public_page_by_a_split() -> None:
    posts = {"1.md": post("2026-01-01", "milestone: M"),
             "2.md": post("2026-02-01", "milestone: M", "goal: Secret", "visibility: private")}
    files = files_of(posts)
    divided("M", "Half", "2.md")(files)
    assert not any("Secret" in text for path, text in files.now.items() if "private" not in text)
    assert len(files.told) == 1
    assert files.told[0].startswith("no post says any more that 'M' serves the private goal 'Secret'; ")


def test_splits_that_cannot_be_are_refused() -> None:
    assert "4.md is no post about 'M'\nthe posts about 'M' are: " in refusal(
        POSTS, divided("M", "Half", "1.md", "4.md"))
    assert "`career-roadmap rename`" in refusal(POSTS, divided("M", "Half", *POSTS))
    assert "there is a milestone 'N' already" in refusal(POSTS, divided("M", "n", "1.md"))


def test_what_is_split_off_of_private_posts_alone_is_private() -> None:
    pages = {**POSTS, "p.md": post("2026-05-01", "milestone: M", "visibility: private")}
    page = changed(pages, divided("M", "Oslo", "p.md"))["roadmap/milestones/oslo.md"]
    assert "visibility: private\n" in (page or "")


def test_post_may_be_named_as_one_would_write_it_here(tmp_path: Path) -> None:
    assert "is no post about 'M'" in refusal(POSTS, lambda files: split(
        files, "M", "Half", [tmp_path / "1.md"], DAY))


def test_post_that_its_folder_makes_one_is_told() -> None:
    pages = {**POSTS, "p/.meta.yml": "milestone: M\n", "p/a.md": post("2026-05-01")}
    told = refusal(pages, divided("M", "Half", "p/a.md"))
    assert "p/a.md is about 'M' by the defaults of its folder" in told
