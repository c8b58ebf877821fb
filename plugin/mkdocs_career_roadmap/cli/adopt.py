"""The command that puts posts on the roadmap that were written without it: `adopt`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..project.config import find_project
from ..project.errors import ProjectError
from ..vocabulary.phrases import some
from .parameters import Pairs, name_title_pairs, tell_if_unlisted
from .terminal import say

if TYPE_CHECKING:
    from ..authoring.adopt import AdoptionPlan
    from ..authoring.blog_posts import BlogPosts
    from ..project.config import Project

@click.command()
@click.argument("docs", type=click.Path(path_type=Path), default=".")
@click.option("--goal", metavar="TITLE", help="The goal of all posts that get no other one.")
@click.option("--category-goal", "by_category", metavar="CATEGORY=TITLE", multiple=True,
              callback=name_title_pairs,
              help="The goal of the posts of a category; may be given several times.")
@click.option("--tag-goal", "by_tag", metavar="TAG=TITLE", multiple=True, callback=name_title_pairs,
              help="The goal of the posts with a tag; may be given several times.")
@click.option("--write", is_flag=True, help="Write the lines; without it they are only shown.")
def adopt(docs: Path, goal: str | None, by_category: Pairs, by_tag: Pairs, write: bool) -> None:
    """Show the lines that would put the posts of a blog on the roadmap.

    DOCS is mkdocs.yml, a folder of its site, or a docs folder; this folder unless said. Posts that
    have a goal or a milestone are left alone. Without a goal, series are looked for: posts that link
    to one another.
    """
    from ..authoring.adopt import WantedGoals, plan  # noqa: PLC0415 - `--help` needs none of it
    from ..authoring.blog_posts import read_blog  # noqa: PLC0415

    wanted = WantedGoals(goal and goal.strip(), by_category, by_tag)
    if write and not wanted:
        raise click.UsageError("--write needs --goal, --category-goal or --tag-goal to say which goal; "
                               "run it without --write to see what would fit")
    project = find_project(docs)
    blog = read_blog(project, project.as_of or project.today())
    planned = plan(project, blog, wanted)
    for refusal in planned.refusals:
        say(refusal, err=True)
    if not wanted:
        _propose(project, blog, docs)
    elif write:
        _write(planned, blog)
    else:
        _show(planned, blog)
    tell_if_unlisted(project)


def _show(planned: AdoptionPlan, blog: BlogPosts) -> None:
    from ..project.new_files import shown  # noqa: PLC0415

    for one in planned.adoptions:
        say(f"{shown(one.path)}: {one.line}")
    say(_summary(len(planned.adoptions), planned, blog, "would get a line"))
    say("nothing was written; add --write" if planned.adoptions else "nothing to do")


def _write(planned: AdoptionPlan, blog: BlogPosts) -> None:
    from ..project.new_files import remove_unfinished, rewrite, shown  # noqa: PLC0415

    wrong, written = [], 0
    remove_unfinished(one.path.resolve().parent for one in planned.adoptions)
    for one in planned.adoptions:
        try:
            rewrite(one.path, one.before, one.after)
        except ProjectError as error:
            wrong.append(str(error))
            continue
        written += 1
        say(f"{shown(one.path)}: {one.line}")
    say(_summary(written, planned, blog, "got a line") if planned.adoptions else "nothing to do")
    if wrong:
        raise ProjectError("\n".join(wrong))


def _summary(n: int, planned: AdoptionPlan, blog: BlogPosts, what: str) -> str:
    others = ((blog.adopted, "on the roadmap already"), (planned.without, "without a goal named for them"),
              (len(planned.refusals), "left alone for what is told above"))
    counted = [(n, what), *((count, why) for count, why in others if count)]
    return "; ".join(f"{some(count, 'post')} {what}" for count, what in counted)


def _propose(project: Project, blog: BlogPosts, docs: Path) -> None:
    """Print the series there are, each with the command and the line that would put it on the roadmap."""
    from ..authoring.blog_posts import proposals  # noqa: PLC0415
    from ..authoring.scaffold import yaml_text  # noqa: PLC0415
    from ..project.new_files import shown  # noqa: PLC0415

    series = list(proposals(blog))
    where = [] if docs == Path() else [str(docs)]
    for one in series:
        members = one.series.members
        say(f"{one.name or 'No category in common'}: {len(members)} posts that link to one another")
        for member in members:
            say(f"  {shown(project.docs / member.path)}: {' '.join(member.title.split())}")
        if one.option:
            command = ["career-roadmap", "adopt", *where, one.option, f"{one.name}={one.name}", "--write"]
            say(f"all {one.all} posts of {one.name}:\n  {shlex.join(command)}")
        say(f"these {len(members)} only, a line in each:\n"
            f"  goal: {yaml_text(one.name) if one.name else 'the name of your goal'}\n")
    if not series:
        categories = ", ".join(blog.categories.values())
        say(f"no two posts of a category link to one another, of {some(len(blog.posts), 'post')} that "
            "the roadmap does not have; name a goal with --goal or --category-goal"
            + (f" (categories: {categories})" if categories else ""))
    say("nothing was written")
