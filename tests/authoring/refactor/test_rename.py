"""A goal or a milestone that gets another name."""

from __future__ import annotations

from mkdocs_career_roadmap.authoring.refactor.rename import rename
from mkdocs_career_roadmap.authoring.refactor.site import SiteFiles
from mkdocs_career_roadmap.vocabulary.fields import Role
from refactoring import Do, changed, files_of, post, refusal

POSTS = {
    "a.md": post("2026-01-01", "goal: Sight", "milestone: Old one"),
    "b.md": post("2026-02-01", "milestone: Two", "depends_on: old-one"),
}


def renamed(old: str, new: str, role: Role = Role.MILESTONE) -> Do:
    def do(files: SiteFiles) -> None:
        rename(files, role, old, new)

    return do


def test_milestone_without_a_page_gets_one_that_knows_the_old_name_and_address() -> None:
    pages = {**POSTS, "c.md": "[x](roadmap/milestones/old-one.md)\n"}
    config = "nav:\n- Old one: roadmap/milestones/old-one.md\n"
    assert changed(pages, renamed("Old one", "New: two"), config) == {
        "a.md": post("2026-01-01", "goal: Sight", 'milestone: "New: two"'),
        "b.md": post("2026-02-01", "milestone: Two", "depends_on: new-two"),
        "c.md": "[x](roadmap/milestones/new-two.md)\n",
        "roadmap/milestones/new-two.md": '---\ntype: milestone\ntitle: "New: two"\naliases: Old one\n'
                                         "---\n",
        "mkdocs.yml": 'nav:\n- "New: two": roadmap/milestones/new-two.md\n'}


def test_milestone_with_a_page_keeps_its_id_and_its_address() -> None:
    page = "---\ntype: milestone\ntitle: Old one\n---\n# Old one\n"
    assert changed({**POSTS, "roadmap/milestones/old-one.md": page}, renamed("old-one", "New")) == {
        "a.md": post("2026-01-01", "goal: Sight", "milestone: New"),
        "roadmap/milestones/old-one.md":
            "---\ntype: milestone\ntitle: New\naliases: Old one\n---\n# New\n"}


def test_goal_is_renamed_where_milestones_serve_it_and_in_blocks() -> None:
    pages = {**POSTS, "m.md": "---\ntype: milestone\ntitle: M\ngoal: sight\n---\n",
             "c.md": "```roadmap\ngoal: Sight\n```\n"}
    after = changed(pages, renamed("Sight", "Hearing", Role.GOAL))
    assert {path: after[path] for path in ("a.md", "m.md", "c.md")} == {
        "a.md": post("2026-01-01", "goal: Hearing", "milestone: Old one"),
        "m.md": "---\ntype: milestone\ntitle: M\ngoal: hearing\n---\n",
        "c.md": "```roadmap\ngoal: Hearing\n```\n"}


def test_goal_and_milestone_of_one_name_are_kept_apart() -> None:
    pages = {"a.md": post("2026-01-01", "goal: Same", "milestone: Same")}
    assert changed(pages, renamed("Same", "Other"))["a.md"] == post(
        "2026-01-01", "goal: Same", "milestone: Other")


def test_name_that_differs_in_case_alone_needs_no_page() -> None:
    assert changed({"a.md": post("2026-01-01", "milestone: learn c")}, renamed("learn c", "Learn C")) == {
        "a.md": post("2026-01-01", "milestone: Learn C")}


def test_draft_has_the_new_name_too() -> None:
    draft = post("2026-03-01", "draft: true", "milestone: Old one")
    after = changed({**POSTS, "d.md": draft}, renamed("Old one", "New"))
    assert after["d.md"] == draft.replace("Old one", "New")


def test_what_is_private_stays_so_and_no_address_tells_of_it() -> None:
    pages = {"a.md": post("2026-01-01", "milestone: Oslo", "visibility: private")}
    assert changed(pages, renamed("Oslo", "Bergen"))["roadmap/milestones/bergen.md"] == (
        "---\ntype: milestone\ntitle: Bergen\nvisibility: private\naliases: Oslo\n---\n")


def test_after_renaming_back_both_addresses_still_lead_to_it() -> None:
    once = changed(POSTS, renamed("Old one", "New"))
    pages = {**POSTS, **{path: text for path, text in once.items() if text}}
    page = changed(pages, renamed("New", "Old one"))["roadmap/milestones/new.md"]
    assert page == "---\ntype: milestone\ntitle: Old one\naliases: [Old one, New]\n---\n"


def test_unknown_taken_and_empty_names_are_refused_with_the_way_out() -> None:
    assert refusal(POSTS, renamed("Old ones", "New")) == (
        "there is no milestone 'Old ones'; did you mean 'Old one'?")
    assert "career-roadmap list goals" in refusal(POSTS, renamed("Old one", "New", Role.GOAL))
    assert "`career-roadmap merge`" in refusal(POSTS, renamed("Old one", "two"))
    assert "nothing is left" in refusal(POSTS, renamed("Old one", "!?"))
    assert "nothing is left" in refusal(POSTS, renamed("Old one", " "))


def test_page_at_the_new_address_is_never_written_over() -> None:
    pages = {**POSTS, "roadmap/milestones/new.md": "# Mine\n"}
    assert "is there already" in refusal(pages, renamed("Old one", "New"))


def test_ids_of_before_are_names_and_addresses_too() -> None:
    pages = {"a.md": post("2026-01-01", "milestone: Learn C++"),
             "b.md": post("2026-02-01", "milestone: learn-c")}
    after = changed(pages, renamed("learn-c", "Learn it"))
    assert after["b.md"] == post("2026-02-01", "milestone: Learn it")
    assert "redirect_from: /roadmap/milestones/learn-c/\n" in (after["roadmap/milestones/learn-it.md"] or "")


def test_configuration_that_is_no_yaml_stays_and_is_told() -> None:
    files = files_of(POSTS, 'nav = [{"Old one" = "roadmap/milestones/old-one.md"}]\n')
    renamed("Old one", "New")(files)
    assert [told for told in files.told if "mkdocs.yml still names" in told]
    assert all(change.path.name != "mkdocs.yml" for change in files.changes())
