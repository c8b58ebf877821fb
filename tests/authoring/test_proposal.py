"""What a blog could look like on a roadmap, as `adopt` proposes it."""

from __future__ import annotations

from mkdocs_career_roadmap.authoring.blog_posts import BlogPosts, OldPost
from mkdocs_career_roadmap.authoring.proposal import FEW, propose
from mkdocs_career_roadmap.reading.page import Page


def post(path: str, categories: tuple[str, ...] = (), tags: tuple[str, ...] = ()) -> OldPost:
    return OldPost(Page(path, path, ()), categories, tags)


def goals(*posts: OldPost) -> list[str]:
    """Return the options for the goals that are proposed."""
    found = propose(BlogPosts(list(posts))).goals
    return [f"{goal.option} {goal.name}={goal.title}: {goal.posts}" for goal in found]


def lying(folder: str, many: int) -> list[OldPost]:
    return [post(f"{folder}/{n}.md") for n in range(many)]


def test_what_more_posts_share_comes_first_and_what_one_has_alone_is_none() -> None:
    posts = [post(f"{n}.md", ("b",)) for n in range(2)] + [post(f"c{n}.md", ("C", "a")) for n in range(3)]
    assert goals(*posts, post("x.md", ("alone",))) == [
        "--category-goal a=A: 3", "--category-goal C=C: 3", "--category-goal b=B: 2"]


def test_tags_are_for_posts_without_such_a_category_and_folders_for_those_without_such_a_tag() -> None:
    assert goals(*(post(f"a{n}.md", ("Code",), ("old",)) for n in range(2)),
                 *(post(f"b{n}.md", (), ("owls",)) for n in range(2)),
                 *lying("posts/field-notes", 13), *lying("posts/more", 14), *lying("posts/few", 12),
                 *lying("blog/Posts", 20)) == [
        "--category-goal Code=Code: 2", "--tag-goal owls=Owls: 2", "--path-goal posts/more/*=More: 14",
        "--path-goal posts/field-notes/*=Field notes: 13"]


def test_no_more_goals_are_proposed_than_a_person_has() -> None:
    many = [post(f"{n}-{m}.md", (f"c{n}",)) for n in range(FEW - 2) for m in "ab"]
    many += [post(f"t{n}-{m}.md", (), (f"t{n}",)) for n in range(3) for m in "ab"]
    options = [goal.split()[0] for goal in goals(*many, *lying("x/y", 13))]
    assert options == ["--category-goal"] * (FEW - 2) + ["--tag-goal"] * 2
    options = [goal.split()[0] for goal in goals(*many[:-4], *lying("x/y", 13), *lying("x/z", 13))]
    assert options == ["--category-goal"] * (FEW - 2) + ["--tag-goal", "--path-goal"]


def test_name_that_no_option_could_say_is_left_out_and_others_become_titles() -> None:
    assert goals(*(post(f"{n}.md", ("a=b", "field-work_notes", "On-line reading")) for n in range(2)),
                 *lying("x=y", 13)) == [
        "--category-goal field-work_notes=Field work notes: 2",
        "--category-goal On-line reading=On-line reading: 2"]


def test_no_posts_propose_nothing() -> None:
    nothing = propose(BlogPosts())
    assert (nothing.goals, nothing.series, nothing.words, bool(nothing.wanted)) == ((), (), [], False)
