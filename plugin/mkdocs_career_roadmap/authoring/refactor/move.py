"""A milestone comes to serve another goal."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from ...project.errors import ProjectError
from ...project.on_disk.new_files import shown
from ...reading.entry import Entry
from ...vocabulary.fields import Role
from ...vocabulary.phrases import some
from ..front_matter_edit import insert_lines
from ..names_in_use import Named
from ..scaffold import yaml_text
from .definitions import ToKeep, define, event, keep, reference
from .pages import NewName
from .site import SiteFiles


def move(files: SiteFiles, milestone: str, goal: str, day: date) -> None:
    """Let a milestone serve another goal, and its page say since when. Raises ProjectError."""
    move_to(files, files.find(Role.MILESTONE, milestone), files.find(Role.GOAL, goal), day)


def move_to(files: SiteFiles, m: Named, to: Named, day: date) -> None:
    """Do the same with what was found already."""
    if m.goal == to.id:
        raise ProjectError(f"the milestone {m.title!r} serves the goal {to.title!r} already")
    is_private = files.is_private(Role.MILESTONE, m.id)
    if files.is_private(Role.GOAL, to.id) and not is_private:
        raise ProjectError(f"the goal {to.title!r} is private, and its name would come to stand on public "
                           f"pages about {m.title!r}; make the goal public, or the milestone private")
    serve(files, m, to)
    was = files.names.goals.get(m.goal or "")
    is_told = was is not None and (is_private or not files.is_private(Role.GOAL, was.id))
    kept = ToKeep(lines=(("goal", reference(to)),),
                  history=event(day, "moved_from", was) if was and is_told else None)
    if m.page:
        keep(files, m.page, kept)
    else:
        define(files, Role.MILESTONE, m.id, m.title, kept, is_private=is_private)
    _tell(files, m, to)


def serve(files: SiteFiles, m: Named, to: Named, as_one_with: Container[str] = ()) -> None:
    """Let pages about a milestone name another goal where they name the one that it serves.

    A post may be about others, too, which keep theirs: there the goal is taken out, if they have it from
    elsewhere. `as_one_with` are milestones that are to be the same as this one.
    """
    for path in list(files.now):
        mentions = files.mentions(path)
        about = files.about(path, mentions)
        named = [n for n in mentions if n.field == "goal"]
        is_given = not named and files.goal_of(path) == m.goal  # by its folder
        if m.id not in about or not (is_given or any(files.id_of(n) == m.goal for n in named)):
            continue
        others = [id for id in about if id != m.id and id not in as_one_with]
        alone = [id for id in others if not _has_goal_elsewhere(files, id, path)]
        if alone or (others and (is_given or "sharpens" in files.entry_fields(path))):
            also = files.names.milestones[(alone or others)[0]].title
            files.wrong.append(
                f"{shown(files.project.docs / path)}: this post names the goal for {also!r}, too, which is "
                f"to keep it; give {also!r} a page with its goal, and take the line `goal` out here")
            continue
        if is_given:
            files.edit(path, lambda _, raw: insert_lines(raw, [f"goal: {yaml_text(reference(to))}"]))
            continue
        files.rename(_instead(files, m.goal or "", "" if others else reference(to)), [path])


def _instead(files: SiteFiles, goal: str, name: str) -> NewName:
    """Return what writes a name where a page names a goal that it serves."""
    return lambda mention: name if mention.field == "goal" and files.id_of(mention) == goal else None


def _has_goal_elsewhere(files: SiteFiles, id: str, path: str) -> bool:
    def names_it(entry: Entry) -> bool:
        return entry.path != path and entry.goal is not None and id in files.about_of(entry)

    return any(map(names_it, files.site.entries))


def _tell(files: SiteFiles, m: Named, to: Named) -> None:
    parts = [part.title for part in files.roadmap.milestones
             if part.part_of == m.id and part.goal == m.goal and _has_goal_elsewhere(files, part.id, "")]
    if parts:
        files.told.append(f"{some(len(parts), 'part')} of it with a goal of its own stays where it is: "
                          + ", ".join(parts))
    for path in files.roadmap.milestone[m.id].posts:
        if "sharpens" in files.entry_fields(path):
            files.told.append(f"{shown(files.project.docs / path)} says how a goal got sharper; that is now "
                              f"{to.title!r}")

