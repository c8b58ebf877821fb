"""The command that puts posts on the roadmap that were written without it: `adopt`."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..project.config import find_project
from ..project.errors import ProjectError
from ..vocabulary.phrases import some
from .completion import GOALS
from .parameters import Pairs, name_title_pairs, tell_if_unlisted
from .terminal import say

if TYPE_CHECKING:
    from ..authoring.adopt import AdoptionPlan
    from ..authoring.blog_posts import BlogPosts
    from ..project.config import Project


@click.command()
@click.argument("docs", type=click.Path(path_type=Path), default=".")
@click.option("--goal", metavar="TITLE", shell_complete=GOALS,
              help="The goal of all posts that get no other one.")
@click.option("--path-goal", "by_path", metavar="GLOB=TITLE", multiple=True, callback=name_title_pairs,
              help="The goal of the posts at a path, such as 'blog/posts/owls/*'; may be given again.")
@click.option("--category-goal", "by_category", metavar="CATEGORY=TITLE", multiple=True,
              callback=name_title_pairs,
              help="The goal of the posts of a category; may be given several times.")
@click.option("--tag-goal", "by_tag", metavar="TAG=TITLE", multiple=True, callback=name_title_pairs,
              help="The goal of the posts with a tag; may be given several times.")
@click.option("--series-milestone", "has_series", is_flag=True,
              help="A milestone for each series: numbered posts, those of a folder, those that are linked.")
@click.option("--write", is_flag=True, help="Write the lines; without it they are only shown.")
def adopt(docs: Path, goal: str | None, by_path: Pairs, by_category: Pairs, by_tag: Pairs, has_series: bool,
          write: bool) -> None:
    """Show the lines that would put the posts of a blog on the roadmap, and the map that they would make.

    DOCS is mkdocs.yml, a folder of its site, or a docs folder; this folder unless said. Posts that
    have a goal or a milestone are left alone. Without options, goals and milestones are proposed from
    what the posts say already.
    """
    from ..authoring.adopt import WantedGoals, plan  # noqa: PLC0415 - `--help` needs none of it
    from ..authoring.blog_posts import read_blog  # noqa: PLC0415

    wanted = WantedGoals(goal and goal.strip(), by_category, by_tag, by_path, has_series)
    if write and not wanted:
        raise click.UsageError("--write needs --goal, --category-goal, --tag-goal, --path-goal or "
                               "--series-milestone to say what; run it without --write to see what would fit")
    project = find_project(docs)
    day = project.as_of or project.today()
    blog = read_blog(project, day)
    if not wanted:
        _propose(project, blog, docs, day)
        return
    planned = plan(project, blog, wanted, day)
    for sentence in (*planned.refusals, *planned.moved):
        say(sentence, err=True)
    if write:
        _write(planned, blog)
    else:
        _show(planned, blog)
        _show_map(planned, project, blog, day)
        say("nothing was written; add --write" if planned.adoptions else "nothing to do")
    tell_if_unlisted(project)


def _show(planned: AdoptionPlan, blog: BlogPosts) -> None:
    from ..project.on_disk.new_files import shown  # noqa: PLC0415

    for one in planned.adoptions:
        say(f"{shown(one.path)}: {'; '.join(one.lines)}")
    say(_summary(len(planned.adoptions), planned, blog, "would get a line"))


def _show_map(planned: AdoptionPlan, project: Project, blog: BlogPosts, day: date) -> None:
    """Print the roadmap that there would be."""
    from ..authoring.terminal_map import map_lines  # noqa: PLC0415

    if planned.adoptions:
        say("\nThe map that this makes:\n")
        say("".join(f"{line}\n" for line in map_lines(planned.roadmap(project, blog, day))))


def _write(planned: AdoptionPlan, blog: BlogPosts) -> None:
    from ..project.on_disk.new_files import remove_unfinished, rewrite, shown  # noqa: PLC0415

    wrong, written = [], 0
    remove_unfinished(one.path.resolve().parent for one in planned.adoptions)
    for one in planned.adoptions:
        try:
            rewrite(one.path, one.before, one.after)
        except ProjectError as error:
            wrong.append(str(error))
            continue
        written += 1
        say(f"{shown(one.path)}: {'; '.join(one.lines)}")
    say(_summary(written, planned, blog, "got a line") if planned.adoptions else "nothing to do")
    if wrong:
        raise ProjectError("\n".join(wrong))


def _summary(n: int, planned: AdoptionPlan, blog: BlogPosts, what: str) -> str:
    others = ((blog.adopted, "on the roadmap already"), (planned.without, "without a goal named for them"),
              (len(planned.refusals), "left alone for what is told above"))
    counted = [(n, what), *((count, why) for count, why in others if count)]
    return "; ".join(f"{some(count, 'post')} {what}" for count, what in counted)


def _propose(project: Project, blog: BlogPosts, docs: Path, day: date) -> None:
    """Print the goals and milestones there could be, the map that they make, and the command for it."""
    from ..authoring.adopt import plan  # noqa: PLC0415
    from ..authoring.proposal import propose  # noqa: PLC0415
    from ..project.on_disk.new_files import shown  # noqa: PLC0415

    proposal = propose(blog)
    for goal in proposal.goals:
        say(f"goal {goal.title}: {some(goal.posts, 'post')}")
    for one in proposal.series:
        say(f"milestone {one.title}: {some(len(one.posts), 'post')} {one.why}")
        for post in one.posts:
            title = " ".join(post.title.split())
            say(f"  {post.day or 'undated   '}  {shown(project.docs / post.path)}: {title}")
    if proposal.wanted:
        planned = plan(project, blog, proposal.wanted, day)
        for sentence in (*planned.refusals, *planned.moved):
            say(sentence, err=True)
        _show_map(planned, project, blog, day)
        where = [] if docs == Path() else [str(docs)]
        command = shlex.join(["career-roadmap", "adopt", *where, *proposal.words, "--write"])
        say(f"The command for this; give the goals, behind each =, better names first:\n\n  {command}\n")
    else:
        say(f"{some(len(blog.posts), 'post')} that the roadmap does not have, with no category, tag, folder, "
            "number or link in common; name a goal with --goal or --path-goal")
    say("nothing was written")
    tell_if_unlisted(project)
