"""What a view may be asked for alone, and which of its milestones have it."""

from __future__ import annotations

import re

import pytest
from crawl import parse, text_of
from helpers import goal_page, milestone_page, post, viewer_of
from mkdocs_career_roadmap.pages.board import board_page
from mkdocs_career_roadmap.pages.explore.filters import FEWEST, MOST_CHOICES, filters_of
from mkdocs_career_roadmap.pages.more.posts import parts, posts_page
from mkdocs_career_roadmap.pages.overview import overview_page
from mkdocs_career_roadmap.pages.render import Renderer
from mkdocs_career_roadmap.pages.shapes import MANY, Filters
from mkdocs_career_roadmap.pages.timeline import draw_timeline
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.labels import LABELS, Words

SOME = (
    post("2024-05-01", milestone="loom", goal="weave", status="active", **{"with": "Ina Holt"}),
    post("2026-02-01", milestone="loom", goal="weave", status="done"),
    post("2025-03-01", milestone="dye", goal=["weave", "sell"], status="dropped", kind="survey"),
    post("2025-04-01", milestone="stall", goal="sell", status="active", kind="original",
         **{"with": ["Ina Holt", "Bo Lind"]}),
    milestone_page("fair", goal="sell", status="planned", target="2027-06"),
    milestone_page("song", status="idea"),
)


def asked(*entries: Entry, as_of: str = "2026-06-01") -> Filters:
    view = viewer_of(*entries, as_of=as_of)
    found = filters_of(view, view.milestones)
    assert found is not None
    return found


def counts(filters: Filters) -> dict[str, dict[str, int]]:
    """Return each question with its answers, by their addresses, and how many milestones have them."""
    return {facet.label: {choice.address: choice.n for choice in facet.choices} for facet in filters.facets}


def test_each_question_has_its_answers_with_how_many_milestones_have_them() -> None:
    assert counts(asked(*SOME)) == {
        "goal": {"goal=weave": 2, "goal=sell": 3},
        "status": {"status=idea": 1, "status=planned": 1, "status=active": 1, "status=done": 1,
                   "status=dropped": 1},
        "kind": {"kind=survey": 1, "kind=original": 1},
        "year": {"year=2027": 1, "year=2026": 2, "year=2025": 3, "year=2024": 1},
        "person": {"person=bo-lind": 1, "person=ina-holt": 2},
    }


def test_keys_of_a_milestone_are_those_of_its_answers() -> None:
    filters = asked(*SOME)
    title = {choice.key: choice.title for facet in filters.facets for choice in facet.choices}
    assert {id: {title[key] for key in keys.split()} for id, keys in filters.keys.items()} == {
        "loom": {"Weave", "Done", "2024", "2025", "2026", "Ina Holt"},
        "dye": {"Weave", "Sell", "Dropped", "2025", "survey"},
        "stall": {"Sell", "Active", "2025", "2026", "original work", "Ina Holt", "Bo Lind"},
        "fair": {"Sell", "Planned", "2027"},
        "song": {"Idea"},
    }


def test_what_all_have_alike_is_no_question() -> None:
    every = [post("2026-01-01", milestone=f"m{n}", goal="g", status="done") for n in range(FEWEST - 1)]
    assert counts(asked(*every, post("2026-01-01", milestone="x", goal="g", status="active"))) == {
        "status": {"status=active": 1, "status=done": FEWEST - 1}}


def test_nothing_is_asked_of_few_or_of_what_is_all_alike_or_within_another_page() -> None:
    view = viewer_of(*SOME[:5])
    assert filters_of(view, view.milestones) is None
    view = viewer_of(*(post("2026-01-01", milestone=f"m{n}", status="done") for n in range(9)))
    assert filters_of(view, view.milestones) is None
    embedded = viewer_of(*SOME)
    embedded = Viewer(embedded.roadmap, embedded.settings, embedded.words, embedded.link,
                      embedded.shown._replace(is_embedded=True))
    assert filters_of(embedded, embedded.milestones) is None


def test_people_whose_names_differ_in_case_alone_are_one() -> None:
    others = [post("2026-01-02", milestone=f"m{n}", **{"with": "bo lind"}) for n in range(4)]
    found = counts(asked(post("2026-01-01", milestone="m", **{"with": ["Bo Lind", "Cy"]}), *others))
    assert found["person"] == {"person=bo-lind": 5, "person=cy": 1}


def test_people_whose_names_make_one_address_have_two() -> None:
    every = [post("2026-01-01", milestone=f"m{n}", **{"with": ["Bo Lind", "Bo, Lind", "!", "?"][n % 4]})
             for n in range(8)]
    people = counts(asked(*every))["person"]
    assert len(people) == 4
    assert set(people.values()) == {2}


def test_of_many_people_those_are_offered_who_took_part_in_most() -> None:
    every = [post("2026-01-01", milestone=f"m{n}", **{"with": [f"P{n}", "Ada"]}) for n in range(60)]
    people = counts(asked(*every))["person"]
    assert len(people) == MOST_CHOICES
    assert people["person=ada"] == 60


def test_milestone_that_never_ends_is_worked_on_until_today_and_one_of_centuries_in_its_last_years() -> None:
    others = [post("2026-01-01", milestone=f"m{n}", status="done") for n in range(4)]
    years = counts(asked(milestone_page("x", status="active", started="1200"), *others))["year"]
    assert years["year=2026"] == 5
    assert len(years) == MOST_CHOICES


def test_posts_are_asked_for_what_they_tell() -> None:
    view = viewer_of(*SOME, post("2023-01-01", milestone="loom", path="p.md", goal="weave", **{"with": "Cy"}))
    (part,) = parts(view.roadmap)
    filters = posts_page(view, part).filters
    assert filters is not None
    assert counts(filters) == {
        "goal": {"goal=weave": 4, "goal=sell": 2},
        "status": {"status=active": 2, "status=done": 1, "status=dropped": 1},
        "year": {"year=2026": 1, "year=2025": 2, "year=2024": 1, "year=2023": 1},
        "person": {"person=bo-lind": 1, "person=cy": 1, "person=ina-holt": 2}}
    assert len(filters.keys["p.md"].split()) == 3
    html = parse(drawn("posts", posts_page(view, part)))
    assert sum(bool(e.get("data-k")) for e in html.all("li")) == 5


# --- on pages ---


def drawn(name: str, shown: object) -> str:
    return Renderer(Words())(name, shown)


@pytest.mark.parametrize("name", ["overview", "board", "timeline"])
def test_each_view_counts_every_milestone_that_it_lists_once(name: str) -> None:
    view = viewer_of(*SOME, post("2026-03-01", milestone="yarn", goal="weave"),
                     milestone_page("rope", part_of="yarn"))
    shown = {"overview": overview_page, "board": board_page, "timeline": draw_timeline}[name](view)
    html = parse(drawn(name, shown))
    (place,) = [e for e in html.all() if e.get("class") in ("cr-map", "cr-board", "cr-time")]
    n = sum(int(e.get("data-of", "1")) for e in place.iter() if e.get("data-k"))
    assert n == {"overview": 7, "board": 7, "timeline": 6}[name]  # an idea has no place in time


def test_every_link_leads_to_itself_and_has_rules() -> None:
    html = drawn("board", board_page(viewer_of(*SOME)))
    links = re.findall(r'<a id="([^"]*)" href="#([^"]*)" data-f="(\w+)">', html)
    assert len(links) > 10
    assert all(id == href for id, href, _ in links)
    assert all(f"[id][data-f={key}]:target" in html and f"[data-k~={key}]" in html for *_, key in links)


def test_of_very_many_a_browser_with_scripts_is_spared_the_rules_for_one_without() -> None:
    def rules(n: int) -> str:
        return asked(*(post(f"2026-01-{1 + at % 28:02}", milestone=f"m{at}", goal=f"g{at % 2}")
                       for at in range(n))).style("cr-chart")

    assert rules(MANY).startswith("@media screen{[data-k]:not([data-k~=g0])")
    assert rules(MANY + 1) == rules(MANY).replace("screen{", "screen and (scripting:none){")


@pytest.mark.parametrize("needs", [None, "spin"])
def test_only_a_map_with_lines_says_what_lines_are(needs: str | None) -> None:
    entries = [post("2026-01-01", milestone="spin", goal="weave"),
               post("2026-01-02", milestone="dye", goal="weave", depends_on=needs)]
    html = drawn("overview", overview_page(viewer_of(*entries)))
    assert (LABELS["map_note"] in html, f">{LABELS['map_note_rows']}<" in html) == (bool(needs), not needs)


def test_no_filter_is_printed() -> None:
    html = drawn("overview", overview_page(viewer_of(*SOME)))
    rules = html[html.index("@media screen{[data-k]:not(") :]
    assert html.count("display:none}") == 1
    assert rules.index("display:none}") < rules.index("</style>")
    assert "@media print { .cr-filter, button { display: none; } }" in html


def test_stack_of_the_map_says_how_many_of_each_sort_it_stands_for() -> None:
    every = [post(f"{2010 + n // 4}-0{1 + n % 4}-01", milestone=f"m{n:02}", goal="g",
                  status="dropped" if n % 5 == 0 else "done") for n in range(40)]
    html = parse(drawn("overview", overview_page(viewer_of(*every))))
    stacks = [e for e in html.all() if "cr-stack" in e.get("class", "")]
    leaves = [leaf for stack in stacks for leaf in stack.iter() if leaf.get("data-k")]
    alone = [e for e in html.all() if "cr-node" in e.get("class", "") and e.get("data-k")]
    assert stacks
    assert sum(int(leaf.get("data-of", "1")) for leaf in leaves) + len(alone) == 40
    assert len({leaf.get("data-k") for leaf in leaves}) == len(leaves)


def test_what_lists_only_the_latest_stays_with_the_link_to_the_others() -> None:
    every = [post(f"20{10 + n % 15}-02-01", milestone=f"m{n}", goal=f"goal {n % 2}",
                  status="done" if n % 9 else "dropped") for n in range(260)]
    view = viewer_of(*every)
    for name, shown, told in (("overview", overview_page(view), "126 earlier"),
                              ("timeline", draw_timeline(view), "30 earlier")):
        html = parse(drawn(name, shown))
        rests = [e for e in html.all("section") if told in text_of(e) and "cr-node" not in ascii(e)
                 and e.get("class") in ("cr-lane", None) and any(text_of(p) == told for p in e.iter("p"))]
        assert len(rests) == 2, name
        assert all("data-k" not in e.attrib for e in rests)


def test_titles_of_people_who_would_break_out_do_not() -> None:
    every = [post("2026-01-01", milestone=f"m{n}", goal=f"g{n % 2} <img src=x>", **{
        "with": ["</style><script>", 'A"b']}) for n in range(6)]
    html = drawn("board", board_page(viewer_of(*every)))
    assert "<img" not in html
    assert "<script" not in html
    assert html.count("</style>") == 1


def test_goal_that_is_not_drawn_is_no_answer() -> None:
    every = [post(f"2026-01-{1 + n % 28:02}", milestone=f"m{n}", goal=f"goal {n}", status="active")
             for n in range(30)]
    view = viewer_of(*every, goal_page("last"))
    filters = filters_of(view.fitting, view.fitting.milestones)
    assert filters is not None
    assert len(counts(filters)["goal"]) == 24


@pytest.mark.parametrize("name", ["overview", "timeline"])
def test_of_very_many_links_lead_to_the_pages_that_answer_until_a_script_comes(name: str) -> None:
    def every(number: int) -> list[Entry]:
        return [post(f"20{20 + n % 5}-02-01", milestone=f"m{n}", goal=f"goal {n % 2}",
                     status="active" if n % 9 else "dropped", **{"with": [f"P{n % 3}"]})
                for n in range(number)]

    shown = {"overview": overview_page, "timeline": draw_timeline}[name]
    many, few = (drawn(name, shown(viewer_of(*every(n)))) for n in (230, 40))
    for address, page in (("goal=goal-1", "/roadmap/goals/goal-1.md"), ("year=2023", "/roadmap/2023.md")):
        assert f'<a id="{address}" href="{page}"' in many
        assert f'<a id="{address}" href="#{address}"' in few
    for html in (many, few):
        assert '<a id="status=dropped" href="#status=dropped"' in html
        assert re.search(r'<a id="(person=[^"]*)" href="#\1"', html)


@pytest.mark.parametrize(("number", "waits"), [(40, False), (230, True)])
def test_cards_of_goals_below_a_large_map_wait_until_they_come_near(number: int, waits: bool) -> None:
    every = [post("2026-01-01", milestone=f"m{n}", goal=f"g{n % 2}", status="active") for n in range(number)]
    html = drawn("overview", overview_page(viewer_of(*every)))
    assert ('<div style="content-visibility:auto;contain-intrinsic-height:auto 6em">' in html) is waits
