"""What theme templates see of the roadmap."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import reference
from jinja2 import Environment
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.mkdocs_host.context import roadmap_context
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

SOURCES = [
    Source("g.md", "---\ntype: goal\nid: g\ntitle: See & <hear>\ndescription: Sense.\ntarget: 2029\n---\n"),
    Source("a.md", "---\ntitle: One\ndate: 2026-01-02\ngoal: g\nmilestone: M\nstarted: 2025-12\n"
           "amount: 1 of 3 <b>\n---\n"),
    Source("b.md", "---\ntitle: Two\ndate: 2026-02-03\nmilestone: M\nstatus: done\n---\n"),
    Source("c.md", "---\ntitle: Undated\nmilestone: N\ntarget: 2027-05\n---\n"),
]


def context(**settings: Any) -> dict[str, Any]:
    site = build(SOURCES, as_of=date(2026, 4, 1), settings=Settings(**settings), words=Words())
    return roadmap_context(site, lambda path: None if path == "c.md" else f"{path}!")


def test_context_is_made_of_plain_values() -> None:
    assert json.loads(json.dumps(context())) == {
        "title": "Roadmap", "url": "roadmap/index.md!", "as_of": "2026-04-01",
        "goals": [{
            "id": "g", "title": "See &amp; &lt;hear&gt;", "url": "g.md!", "status": "active",
            "status_label": "Active", "statement": "Sense.", "target": "2029", "done": 1, "total": 1,
            "milestones": [M],
        }],
        "milestones": [M, {
            "id": "n", "title": "N", "url": "roadmap/milestones/n.md!", "status": "active",
            "status_label": "Active", "goal": None, "goals": [], "started": "", "finished": "",
            "target": "2027-05", "posts": 1, "amount": "",
        }],
        "posts": [
            {"title": "Two", "url": "b.md!", "date": "2026-02-03", "goal": "g", "milestones": ["m"]},
            {"title": "One", "url": "a.md!", "date": "2026-01-02", "goal": "g", "milestones": ["m"]},
            {"title": "Undated", "url": None, "date": "", "goal": None, "milestones": ["n"]},
        ],
    }


M = {
    "id": "m", "title": "M", "url": "roadmap/milestones/m.md!", "status": "done", "status_label": "Done",
    "goal": "g", "goals": ["g"], "started": "2025-12", "finished": "2026-02-03", "target": "", "posts": 2,
    "amount": "1 of 3 &lt;b&gt;",
}


def test_texts_are_escaped_once_with_or_without_the_filter() -> None:
    template = "{{ goals[0].title }} {{ goals[0].title | e }} {{ title }}"
    shown = Environment().from_string(template).render(context(title="<R>"))
    assert shown == "See &amp; &lt;hear&gt; See &amp; &lt;hear&gt; &lt;R&gt;"


def test_overview_lies_in_the_folder_of_the_site() -> None:
    assert context(folder="way/on")["url"] == "way/on/index.md!"


# --- the guide ---


@pytest.mark.parametrize(("title", "names"), [
    ("roadmap", context().keys()),
    *((title, context()[of][0].keys()) for title, of in (
        ("A goal", "goals"), ("A milestone", "milestones"), ("A post", "posts"))),
], ids=["roadmap", "goal", "milestone", "post"])
def test_guide_s_tables_have_the_names_of_the_variable_and_no_others(title: str, names: Any) -> None:
    guide = (reference.GUIDE / "templates.md").read_text("utf-8").partition("## Material")[0]
    assert reference.told(guide)[title] == set(names)
