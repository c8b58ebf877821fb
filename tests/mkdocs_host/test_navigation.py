"""Where the roadmap stands in a site's navigation, for every way to write `nav`."""

from __future__ import annotations

import re
from datetime import date
from textwrap import dedent

import pytest
from conftest import MakeSite, write
from crawl import dead_links
from helpers import runner
from hosts import Build, build, config
from mkdocs_career_roadmap import flow
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.pages import catalogue
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.settings import Settings

POST = "---\ntitle: A post\ndate: 2026-03-01\ngoal: Efficient vision\nmilestone: Reproduce it\n---\n"
GOAL = "---\ntype: goal\ntitle: Honest models\n---\n"
DOCS = {
    "index.md": "# Home\n",
    "posts/a.md": POST,
    "goals/honest.md": GOAL,
    "zoo/okapi.md": "# Okapi\n",
}
# A theme that shows nothing but the navigation, a line for each item.
THEME = {
    "theme/main.html": """\
        {%- macro show(items, depth) %}{% for item in items %}
        <li>{{ "> " * depth }}{{ item.title }} {{ item.url or "" }}</li>
        {% if item.children %}{{ show(item.children, depth + 1) }}{% endif %}{% endfor %}{% endmacro %}
        <ul>{{ show(nav, 0) }}</ul>
        {% for other in (page.previous_page, page.next_page) %}
        <p>{% if other %}<a href="{{ other.url | url }}">{{ other.title }}</a>{% endif %}</p>{% endfor %}
        <div>{% for parent in page.ancestors %}{{ parent.title }};{% endfor %}</div>
        """
}


def built(
    site: MakeSite, nav: str = "", docs: dict[str, str] = DOCS, plugin: str = "{as_of: 2026-04-01}"
) -> Build:
    nav = f"nav:\n{dedent(nav)}" if nav else ""
    folder = site(docs, config(plugin, "{name: null, custom_dir: theme}", "[ROADMAP]", nav))
    write(folder, THEME)
    made = build(folder)
    assert (made.code, made.told) == (0, []), made.log
    assert dead_links(made.site) == []
    return made


def lines(made: Build, path: str = "") -> list[str]:
    return [" ".join((e.text or "").split()) for e in made.html(path).all("li")]


ROADMAP = [
    "Roadmap",
    "> Map roadmap/",
    "> Board roadmap/board/",
    "> Timeline roadmap/timeline/",
    "> Goals",
    "> > Efficient vision roadmap/goals/efficient-vision/",
    "> > Honest models goals/honest/",
    "> More",
    "> > Posts roadmap/posts/",
    "> > 2026 in review roadmap/2026/",
    "> > All on one page roadmap/all/",
]


def test_without_nav_the_section_stands_at_its_alphabetical_place(site: MakeSite) -> None:
    assert lines(built(site)) == ["Home", "Posts", "> A post posts/a/", *ROADMAP, "Zoo", "> Okapi zoo/okapi/"]


def test_without_nav_the_section_goes_into_the_folder_the_author_has_there(site: MakeSite) -> None:
    made = built(site, docs={**DOCS, "roadmap/notes.md": "# Notes\n", "roadmap/index.md": "# My way\n"})
    assert lines(made)[3:] == [
        "Roadmap", "> My way roadmap/", *ROADMAP[2:], "> Notes roadmap/notes/", "Zoo", "> Okapi zoo/okapi/"]


def test_nav_that_lists_none_gets_a_section_at_its_end(site: MakeSite) -> None:
    assert lines(built(site, """
        - posts/a.md
        - index.md
    """)) == ["A post posts/a/", "Home", *ROADMAP]


def test_nav_that_lists_the_overview_with_a_title_gets_a_section_of_that_title(site: MakeSite) -> None:
    assert lines(built(site, """
        - Career: roadmap/index.md
        - index.md
    """)) == ["Career", *ROADMAP[1:], "Home"]


def test_overview_that_the_author_wrote_may_have_the_title_of_its_section(site: MakeSite) -> None:
    made = built(site, """
        - index.md
        - Career: roadmap/index.md
    """, {**DOCS, "roadmap/index.md": "# My way\n"})
    assert lines(made)[:2] == ["Home", "Career"]
    assert lines(made)[2].endswith(" roadmap/")
    assert lines(made)[3:] == ROADMAP[2:]


def test_nav_that_lists_the_overview_without_a_title_gets_a_section_of_the_option(site: MakeSite) -> None:
    assert lines(built(site, """
        - roadmap/index.md
        - index.md
    """, plugin="{as_of: 2026-04-01, title: The way}")) == ["The way", *ROADMAP[1:], "Home"]


def test_nav_that_lists_the_overview_in_a_section_gets_the_others_beside_it(site: MakeSite) -> None:
    assert lines(built(site, """
        - index.md
        - Work:
            - roadmap/index.md
            - posts/a.md
    """)) == ["Home", "Work", *ROADMAP[1:], "> A post posts/a/"]


def test_nav_that_lists_the_overview_in_a_section_with_a_title_gets_a_section_there(site: MakeSite) -> None:
    assert lines(built(site, """
        - index.md
        - Work:
            - posts/a.md
            - All: roadmap/index.md
    """)) == ["Home", "Work", "> A post posts/a/", "> All", *(f"> {line}" for line in ROADMAP[1:])]


def test_nav_that_lists_several_is_left_as_its_author_arranged_it(site: MakeSite) -> None:
    assert lines(built(site, """
        - index.md
        - Plans: roadmap/board.md
        - roadmap/index.md
    """)) == ["Home", "Plans roadmap/board/", "Roadmap roadmap/"]


def test_goal_that_nav_lists_does_not_stand_there_twice(site: MakeSite) -> None:
    assert lines(built(site, """
        - index.md
        - goals/honest.md
    """)) == ["Home", "Honest models goals/honest/", *ROADMAP[:-5], *ROADMAP[-4:]]


def test_nav_may_list_a_milestone_that_has_no_file(site: MakeSite) -> None:
    assert lines(built(site, """
        - index.md
        - roadmap/milestones/reproduce-it.md
    """)) == ["Home", "Reproduce it roadmap/milestones/reproduce-it/", *ROADMAP]


def test_links_to_other_sites_stay_where_they_are(site: MakeSite) -> None:
    assert lines(built(site, """
        - Elsewhere: https://example.com/
        - index.md
    """)) == ["Elsewhere https://example.com/", "Home", *ROADMAP]


@pytest.mark.parametrize("nav", ["", "- index.md\n- posts/a.md\n"])
def test_nav_option_false_adds_nothing(site: MakeSite, nav: str) -> None:
    made = built(site, nav, plugin="{as_of: 2026-04-01, nav: false}")
    assert not [line for line in lines(made) if "roadmap/" in line]
    assert made.has("roadmap/board")


def test_nav_option_false_leaves_pages_the_author_wrote_at_their_places(site: MakeSite) -> None:
    assert lines(built(site, plugin="{as_of: 2026-04-01, nav: false}")) == [
        "Home", "Goals", "> Honest models goals/honest/", "Posts", "> A post posts/a/", "Zoo",
        "> Okapi zoo/okapi/"]


def test_without_goals_there_is_no_goals_section(site: MakeSite) -> None:
    docs = {"index.md": "# Home\n", "posts/a.md": "---\nmilestone: Walk\n---\n"}
    assert [line for line in lines(built(site, docs=docs)) if "oals" in line] == []


def of_goals(n: int, active: int) -> dict[str, str]:
    """Return the pages of `n` goals, the first `active` of them under way; over years of three posts."""
    goals = {f"goals/{at:03}.md": f"---\ntype: goal\ntitle: Goal {at:03}\n"
             f"status: {'active' if at < active else 'planned'}\n---\n" for at in range(n)}
    return {"index.md": "# Home\n", **goals, **{
        f"posts/{year}.md": f"---\ndate: {year}-02-01\nmilestone: Walk\n---\n"
        for year in (2024, 2025, 2026)}}


@pytest.mark.parametrize(("n", "active", "shown"), [
    (12, 1, [f"Goal {at:03}" for at in range(12)]),
    (13, 2, ["Goal 000", "Goal 001", "All goals"]),
    (13, 0, ["All goals"]),
    (20, 13, [*(f"Goal {at:03}" for at in range(12)), "All goals"]),
])
def test_menu_lists_a_dozen_goals_or_those_under_way(
    site: MakeSite, n: int, active: int, shown: list[str]
) -> None:
    made = built(site, "- index.md\n", of_goals(n, active))
    below = [line[4:] for line in lines(made) if line.startswith("> > ")]
    assert [re.sub(r" (roadmap|goals)/.*", "", line) for line in below] == [
        *shown, "Posts", "2026 in review", "All on one page"]
    if "All goals" in shown:
        assert "> > All goals roadmap/#roadmap-goals" in lines(made)
    assert "".join(next(made.html("goals/012" if n > 12 else "goals/011").all("div")).itertext())
    assert "".join(next(made.html("roadmap/2024").all("div")).itertext()) == "Roadmap;"


def test_menu_of_every_page_stays_as_long_with_ten_times_the_goals() -> None:
    def entries(n: int) -> int:
        found = flow.build((Source(path, text) for path, text in of_goals(n, n).items()),
                           as_of=date(2026, 4, 1), settings=Settings(), words=Words()).pages.values()
        goals = [page for page in found if page.kind is catalogue.GOAL]
        return len(catalogue.goals_in_menu(goals)) + len(catalogue.more_in_menu(found))

    assert entries(200) == entries(20) == 15


def test_folder_moves_every_page(site: MakeSite) -> None:
    docs = {**DOCS, "career/cv.md": "# CV\n"}
    made = built(site, docs=docs, plugin="{as_of: 2026-04-01, folder: career/path}")
    assert lines(made)[:3] == ["Home", "Career", "> CV career/cv/"]
    assert "Roadmap" in lines(made)
    assert "> > Efficient vision career/path/goals/efficient-vision/" in lines(made)
    assert not [file for file in made.site.files if file.startswith("roadmap/")]


def test_pages_follow_one_another_as_the_navigation_lists_them(site: MakeSite) -> None:
    made = built(site)
    around = {path: ["".join(e.itertext()) for e in made.html(path).all("p")]
              for path in ("posts/a", "roadmap", "roadmap/goals/efficient-vision", "goals/honest",
                           "roadmap/posts", "roadmap/2026", "roadmap/all")}
    assert around == {
        "posts/a": ["Home", "Map"],
        "roadmap": ["A post", "Board"],
        "roadmap/goals/efficient-vision": ["Timeline", "Honest models"],
        "goals/honest": ["Efficient vision", "Posts"],
        "roadmap/posts": ["Honest models", "2026 in review"],
        "roadmap/2026": ["Posts", "All on one page"],
        "roadmap/all": ["2026 in review", "Okapi"],
    }


def test_pages_know_the_sections_above_them(site: MakeSite) -> None:
    made = built(site)
    assert "".join(next(made.html("goals/honest").all("div")).itertext()) == "Goals;Roadmap;"
    assert "".join(next(made.html("posts/a").all("div")).itertext()) == "Posts;"


@pytest.mark.parametrize("plugin", ["{as_of: 2026-04-01}", "{as_of: 2026-04-01, nav: false}"])
def test_private_pages_that_nav_lists_leave_no_title_and_no_link(site: MakeSite, plugin: str) -> None:
    hidden = POST.replace("A post", "Hush").replace("---\n", "---\nvisibility: private\n", 1)
    docs = {**DOCS, "posts/b.md": hidden}
    nav = "nav:\n- index.md\n- Zeppelin: posts/b.md\n- Quokka:\n  - Okapi: posts/b.md\n"
    folder = site(docs, config(plugin, "{name: null, custom_dir: theme}", "[ROADMAP]", nav))
    write(folder, THEME)
    made = build(folder, strict=False)
    assert made.code == 0, made.log
    for name, content in made.content().items():
        assert not [w for w in (b"Zeppelin", b"Okapi", b"Quokka", b"posts/b", b"Hush") if w in content], name


@pytest.mark.parametrize("switch", ["", ", enabled: false"])
def test_private_page_in_nav_is_told_by_a_strict_build_and_by_check_and_stops_neither(
    site: MakeSite, switch: str
) -> None:
    diary = "---\nvisibility: private\n---\n# Diary\n"
    docs = {**DOCS, "diary.md": diary, "half.md": "---\ndraft: true\n---\n"}
    nav = """\
        - index.md
        - diary.md
        - Mine:
            - Half of it: half.md
            - Deeper: [./diary.md]
        - Posts:
            - posts/a.md
            - Diary: diary.md
        - Zoo: zoo/okapi.md
    """
    made = built(site, nav, docs, f"{{as_of: 2026-04-01, nav: false{switch}}}")
    assert (made.code, made.told) == (0, []), made.log
    menu = [li.text.split() for li in made.site.html("index.html").all("li")]
    assert [line[0] for line in menu if line[0] != ">"] == ["Home", "Posts", "Zoo"]
    assert not {"Diary", "Half", "Mine", "Deeper"} & {word for line in menu for word in line}
    out = "so the built site leaves the entry out [private-nav]"
    hints = [f"diary.md:1:1: hint: nav lists this page, which is private, {out}",
             f"half.md:1:1: hint: nav lists this page, which is a draft, {out}"]
    assert [line.partition("docs/")[2] for line in made.log.splitlines() if "private-nav" in line] == hints
    checked = runner().invoke(cli, ["check", str(made.site.folder.parent), "--strict"])
    assert [line.partition("docs/")[2] for line in checked.stdout.splitlines()] == hints
    assert checked.exit_code == 0
