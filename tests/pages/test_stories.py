"""What a card tells in place."""

from __future__ import annotations

from crawl import parse, text_of
from helpers import milestone_page, post, viewer_of
from mkdocs_career_roadmap.pages.explore.stories import MANY, MOST_STORIES, Story, stories_of
from mkdocs_career_roadmap.pages.overview import overview_page
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.labels import Words


def told(*entries: Entry) -> dict[str, Story]:
    view = viewer_of(*entries)
    return stories_of(view, view.milestones)


def test_story_says_why_with_proofs_lessons_and_the_latest_posts() -> None:
    entries = (
        milestone_page("loom", description="Weave without a motor.", status="done",
                       lessons=["Oil it.", "Wait.", "Rest."], evidence=["https://loom.example/plan.pdf"]),
        *(post(f"2026-0{n}-01", title=f"Week {n}", milestone="loom") for n in range(1, 7)))
    story = told(*entries)["loom"]
    assert story.why == "Weave without a motor."
    assert [p.title for p in story.posts] == ["Week 6", "Week 5", "Week 4", "Week 3"]
    assert story.lessons == ("Oil it.", "Wait.")
    html = parse(Renderer(Words())("overview", overview_page(viewer_of(*entries))))
    (shown,) = [e for e in html.all() if e.get("id") == "brief=loom"]
    assert "popover" in shown.attrib
    for text in ("Weave without a motor.", "plan.pdf", "Oil it.", "Week 3"):
        assert text in text_of(shown)


def test_every_opener_opens_a_story_that_is_there_and_says_whose_it_is() -> None:
    entries = [post(f"2026-01-{n}", title=f"p{n}", milestone=f"Loom {n}", status="done")
               for n in range(10, 21)]
    html = parse(Renderer(Words())("overview", overview_page(viewer_of(*entries))))
    targets = [e.get("popovertarget") for e in html.all("button")]
    ids = {e.get("id") for e in html.all() if "popover" in e.attrib}
    assert ids == set(targets)
    assert len(ids) == 11
    names = [text_of(e) for e in html.all("button") if not e.get("popovertargetaction")]
    assert all("Loom" in name for name in names)


def test_of_many_those_nearest_to_today_tell_theirs_and_of_very_many_a_quarter_of_that() -> None:
    def made(n: int) -> dict[str, Story]:
        done = [post(f"20{10 + at % 15}-01-01", milestone=f"d{at:03}", status="done") for at in range(n)]
        return told(*done, milestone_page("z", status="active"), milestone_page("y", status="planned"))

    some = made(MANY - 2)
    assert len(some) == MOST_STORIES
    assert list(some)[:2] == ["z", "y"]
    assert len(made(MANY)) == MOST_STORIES // 4
