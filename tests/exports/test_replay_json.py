"""The file by which readers replay a roadmap."""

from __future__ import annotations

import gzip
import json
from typing import Any

from helpers import day, fold_of, milestone_page, post
from mkdocs_career_roadmap.exports.file_list import REPLAY, wanted_files
from mkdocs_career_roadmap.exports.replay_json import MOST_SAID, replay_json
from mkdocs_career_roadmap.flow import Site, build
from mkdocs_career_roadmap.reading.entry import Entry, Source
from mkdocs_career_roadmap.roadmap.replay import has_past, told_by_changes
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.languages import table
from mkdocs_career_roadmap.vocabulary.settings import Settings


def made(*entries: Entry, words: Words | None = None) -> Any:
    roadmap = fold_of(*entries)
    return json.loads(replay_json(roadmap, told_by_changes(roadmap), words or Words()))


def test_each_step_has_its_day_what_changed_and_what_that_is_in_words() -> None:
    entries = (post("2026-01-01", milestone="loom", goal="weave", status="planned"),
               post("2026-02-01", milestone="loom", goal="weave", sharpens="Weave by hand."),
               post("2026-03-01", milestone="loom", status="done"))
    number = str(fold_of(*entries).position["loom"])
    assert made(*entries)["steps"] == [
        {"day": "1 Jan 2026", "is": {number: "planned"}, "says": "1 Jan 2026: Loom: Planned"},
        {"day": "1 Feb 2026", "is": {}, "says": "1 Feb 2026: Weave: sharpened, “Weave by hand.”"},
        {"day": "1 Mar 2026", "is": {number: "done"}, "says": "1 Mar 2026: Loom: Done"}]


def test_it_speaks_the_language_of_the_site() -> None:
    told = made(post("2026-01-01", milestone="Webstuhl", status="done"), words=Words(table("de"), "de"))
    assert told["words"]["done"] == "Erledigt"
    assert told["steps"][0]["says"].endswith("Webstuhl: Erledigt")


def test_of_many_changes_of_one_day_some_are_told_and_the_others_counted() -> None:
    (step,) = made(*(post("2026-01-01", milestone=f"m{n}") for n in range(9)))["steps"]
    assert len(step["is"]) == 9
    assert step["says"].count("Active") == MOST_SAID
    assert step["says"].endswith(f"+ {9 - MOST_SAID}")


def test_there_is_a_file_only_where_there_is_something_to_go_back_to() -> None:
    one = fold_of(post("2026-01-01", milestone="m"))
    soon, later = (fold_of(post("2026-01-01", milestone="m"), post(day, milestone="m", status="done"))
                   for day in ("2026-01-31", "2026-02-01"))
    assert [has_past(roadmap) for roadmap in (fold_of(), fold_of(milestone_page("m")), one, soon, later)] == [
        False, False, False, False, True]
    assert [REPLAY in wanted_files(roadmap, "") for roadmap in (one, soon, later)] == [False, False, True]


def test_a_change_is_some_hundred_bytes_and_few_on_the_way() -> None:
    entries = [post(f"20{10 + n // 48}-{1 + n // 4 % 12:02}-{1 + n % 4 * 7:02}",
                    milestone=f"Build the amber lantern {n // 2}", goal=f"Goal {n % 7}",
                    status="done" if n % 2 else "active") for n in range(600)]
    roadmap = fold_of(*entries)
    steps = told_by_changes(roadmap)
    text = replay_json(roadmap, steps, Words()).encode()
    assert len(steps) == 600
    average = len(gzip.compress(text)) / len(steps)
    print(f"{len(text) / len(steps):.0f} bytes a change, {average:.0f} compressed")
    assert len(text) / len(steps) < 200
    assert average < 40  # of a thousand that a change may take


def site_of(*sources: tuple[str, str], keep_private: bool = False) -> Site:
    return build([Source(path, f"---\n{matter}\n---\n") for path, matter in sources], as_of=day("2026-06-01"),
                 settings=Settings(), words=Words(), keep_private=keep_private)


SOURCES = (
    ("a.md", "date: 2026-01-01\nmilestone: loom\ngoal: weave\nstatus: active"),
    ("b.md", "date: 2026-02-01\nmilestone: secretloom\ngoal: weave\nvisibility: private\nstatus: active"),
    ("c.md", "date: 2026-03-01\nmilestone: loom\nvisibility: private\nstatus: dropped"),
    ("d.md", "date: 2026-04-01\nmilestone: loom\nstatus: done"),
    ("w.md", "type: milestone\nid: whole\ndate: 2026-01-15\npart_of: loom"),  # what came first is folded
)


def test_nothing_private_is_in_it_neither_of_a_built_site_nor_of_a_preview() -> None:
    built, preview = site_of(*SOURCES), site_of(*SOURCES, keep_private=True)
    texts = {replay_json(site.public, site.replayed, site.words) for site in (built, preview)}
    assert len(texts) == 1
    (text,) = texts
    assert "secret" not in text
    assert "dropped" not in json.dumps(json.loads(text)["steps"])
    assert [step["day"] for step in json.loads(text)["steps"]] == ["1 Jan 2026", "15 Jan 2026", "1 Apr 2026"]
