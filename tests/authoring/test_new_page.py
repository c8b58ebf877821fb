"""`career-roadmap new`, in a site with pages of its own."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from cli.test_check import run
from click.testing import Result
from conftest import write
from helpers import runner
from mkdocs_career_roadmap.cli import cli, create
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.reading.entry import Entry, Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.settings import Settings

CONFIG = "site_name: Ada\nplugins: [search, career-roadmap]\n"
PAGES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# Home\n",
    "docs/blog/a.md": "---\ndate: 2026-01-01\ngoal: Efficient vision\nmilestone: Reproduce a detector\n---\n",
    "docs/blog/b.md": "---\ndate: 2026-01-02\nmilestone: Lonely step\n---\n",
    "docs/aims/zoo.md": "---\ntype: goal\ntitle: The zoo\n---\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project, in which the commands run."""
    write(tmp_path, PAGES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772444096")  # 2026-03-02 09:34:56
    return tmp_path


def new(*words: str, said: str | None = None) -> Result:
    """Return what the command did, where `said` is typed on its terminal; None: it has none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(create, "_is_asked", lambda: said is not None)
        return runner().invoke(cli, ["new", *words], input=said or "")


def entry(path: str) -> Entry:
    page = read(Source(path.removeprefix("docs/"), Path(path).read_text("utf-8")), Settings())
    assert page.problems == ()
    assert page.entry is not None, Path(path).read_text("utf-8")
    return page.entry


def refused(*words: str, said: str | None = None) -> str:
    """Return why the command wrote nothing."""
    before = sorted(Path().rglob("*"))
    done = new(*words, said=said)
    assert sorted(Path().rglob("*")) == before
    assert isinstance(done.exception, ProjectError), done.output
    return str(done.exception)


def test_post_lies_beside_the_others_and_has_the_day(folder: Path) -> None:
    done = new("post", "A first: look", "--milestone", "reproduce-a-detector", "--status", "done")
    assert (done.exit_code, done.stdout) == (0, "docs/blog/a-first-look.md\n")
    made = entry("docs/blog/a-first-look.md")
    assert (made.title, str(made.moment)[:10], made.status) == ("A first: look", "2026-03-02", "done")
    assert [name.id for name in made.milestone] == ["reproduce-a-detector"]


def test_goal_and_milestone_lie_beside_others_or_below_the_folder_of_the_roadmap(folder: Path) -> None:
    assert new("goal", "A new aim").stdout == "docs/aims/a-new-aim.md\n"
    assert new("milestone", "A step", "--goal", "zoo").stdout == "docs/roadmap/milestones/a-step.md\n"
    made = entry("docs/roadmap/milestones/a-step.md")
    assert (made.role, made.id, made.goal and made.goal.id) == ("milestone", "a-step", "zoo")


def test_first_pages_of_a_site_have_folders_of_their_own(folder: Path) -> None:
    for path in ("docs/blog/a.md", "docs/blog/b.md", "docs/aims/zoo.md"):
        (folder / path).unlink()
    (folder / "mkdocs.yml").write_text("plugins: [career-roadmap: {folder: way}]", "utf-8")
    assert new("post", "A", "--goal", "G").stdout == "docs/posts/a.md\n"
    assert new("goal", "G").stdout == "docs/way/goals/g.md\n"


def test_page_of_what_a_post_named_becomes_its_page(folder: Path) -> None:
    done = new("milestone", "Reproduce a detector")
    assert done.stdout == "docs/roadmap/milestones/reproduce-a-detector.md\n"
    done = run(folder, "check", "--strict")
    assert (done.returncode, done.stdout) == (0, "")


def test_without_a_terminal_names_are_left_to_the_author(folder: Path) -> None:
    new("post", "Unsure")
    lines = Path("docs/blog/unsure.md").read_text("utf-8").splitlines()
    assert "# goal: Efficient vision | The zoo" in lines
    assert "# milestone: Lonely step | Reproduce a detector" in lines


def test_nothing_is_overwritten(folder: Path) -> None:
    assert refused("post", "A", "--goal", "zoo") == (
        "docs/blog/a.md is there already; give another title, or write into that one"
    )
    assert Path("docs/blog/a.md").read_text("utf-8") == PAGES["docs/blog/a.md"]


@pytest.mark.parametrize("title", ["The zoo", "zoo"])
def test_second_page_of_a_goal_is_refused(folder: Path, title: str) -> None:
    assert refused("goal", title) == "the goal 'The zoo' has a page already: docs/aims/zoo.md"


def test_slip_of_a_name_is_refused(folder: Path) -> None:
    assert refused("post", "X", "--milestone", "Reproduce a detecter") == (
        "there is no milestone 'Reproduce a detecter'; did you mean 'Reproduce a detector'?"
    )
    assert refused("milestone", "X", "--goal", "Eficient vision").endswith("did you mean 'Efficient vision'?")


def test_new_name_makes_a_new_thing(folder: Path) -> None:
    new("post", "X", "--goal", "World peace", "--milestone", "Talk to a neighbour")
    assert [name.text for name in entry("docs/blog/x.md").milestone] == ["Talk to a neighbour"]


def test_new_name_is_refused_where_names_must_be_declared(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("plugins: [career-roadmap: {declared_only: true}]", "utf-8")
    assert refused("post", "X", "--goal", "World peace") == (
        "no page defines the goal 'World peace'; the site's goals are The zoo"
    )
    assert refused("post", "X", "--milestone", "World peace").endswith("milestones are none yet")


def test_second_goal_of_a_milestone_is_refused(folder: Path) -> None:
    words = ("post", "X", "--milestone", "Reproduce a detector", "--goal")
    assert refused(*words, "zoo").startswith("the milestone 'Reproduce a detector' serves the goal")
    assert refused(*words, "World peace").endswith(
        "leave --goal out, or write `goal: [efficient-vision, world-peace]` by hand if it serves both")
    assert refused("milestone", "Reproduce a detector", "--goal", "zoo").endswith(
        "write `goal: [efficient-vision, zoo]` by hand if it serves both")
    assert new(*words, "efficient-vision").exit_code == 0


@pytest.mark.parametrize(("words", "why"), [
    (("post", "X", "--goal", "zoo", "--status", "dnoe"), "unknown status 'dnoe'; did you mean 'done'?"),
    (("post", "X", "--status", "dnoe"), "unknown status 'dnoe'"),
    (("post", "x" * 201), "title has 201 letters; at most 200 fit"),
    (("post", "X", "--goal", "!?"), "goal is '!?', of which nothing is left"),
    (("goal", "?!"), "nothing of '?!' is left in an address; use letters or digits"),
    (("goal", "Con"), "'con' cannot be the name of a page; use another title"),
    (("goal", "Index"), "'index' cannot be the name of a page"),
    (("goal", "語" * 100), "cannot be the name of a page"),
])  # fmt: skip
def test_what_the_reader_would_complain_of_is_refused(folder: Path, words: tuple[str, ...], why: str) -> None:
    assert why in refused(*words)


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("?!", "2026-03-02-post"),
        ("Index", "2026-03-02-index"),
        ("CON", "2026-03-02-con"),
        ("Größe", "größe"),
        ("../../etc/passwd", "etc-passwd"),
        ("語" * 100, "語" * 60),
    ],
)
def test_any_title_of_a_post_makes_a_file_name(folder: Path, title: str, file: str) -> None:
    assert new("post", title, "--goal", "zoo").stdout == f"docs/blog/{file}.md\n"
    assert entry(f"docs/blog/{file}.md").title == title


def test_file_name_has_the_date_if_the_others_have_it(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / f"docs/blog/{name}.md").rename(folder / f"docs/blog/2026-01-0{name}-x.md")
    words = ("post", "X", "--goal", "zoo", "--date", "2026-02-01")
    assert new(*words).stdout == "docs/blog/2026-02-01-x.md\n"
    assert str(entry("docs/blog/2026-02-01-x.md").moment) == "2026-02-01 00:00:00"


def test_second_post_of_a_day_is_the_later_one(folder: Path) -> None:
    new("post", "X", "--milestone", "Reproduce a detector", "--status", "active")
    new("post", "A later one", "--milestone", "Reproduce a detector", "--status", "done")
    assert "date: 2026-03-02\n" in Path("docs/blog/x.md").read_text("utf-8")
    assert "date: 2026-03-02 09:34:56\n" in Path("docs/blog/a-later-one.md").read_text("utf-8")


def test_folder_may_be_said(folder: Path) -> None:
    assert new("post", "X", "--goal", "zoo", "--dir", "docs/notes/new").stdout == "docs/notes/new/x.md\n"


def test_folder_outside_of_the_site_is_refused(folder: Path) -> None:
    assert refused("post", "X", "--goal", "zoo", "--dir", "elsewhere") == (
        "elsewhere is not in the docs folder docs, so its pages are not in the site"
    )


def test_it_works_in_any_folder_of_the_project(folder: Path) -> None:
    os.chdir(folder / "docs/blog")
    assert new("post", "X", "--goal", "zoo").stdout == "x.md\n"


def test_broken_pages_are_in_nobody_s_way(folder: Path) -> None:
    (folder / "docs/blog/broken.md").write_text("---\n: [\n---\n", "utf-8")
    (folder / "docs/blog/latin.md").write_bytes(b"\xe9")
    (folder / "docs/blog/link.md").symlink_to("nowhere")
    (folder / "docs/round").symlink_to(".")
    assert new("post", "X", "--goal", "zoo").exit_code == 0


# --- with somebody at the terminal ---


def test_milestone_is_chosen_by_number_and_brings_its_goal(folder: Path) -> None:
    done = new("post", "X", said="2\n")
    # Some versions of click's runner put what is typed before it.
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "docs/blog/x.md")
    assert "  2  Reproduce a detector (active)\n" in done.stderr
    assert "Which goal? " not in done.stderr
    assert [name.text for name in entry("docs/blog/x.md").milestone] == ["Reproduce a detector"]


def test_goal_is_asked_for_if_the_milestone_has_none(folder: Path) -> None:
    new("post", "X", said="1\n2\n")
    made = entry("docs/blog/x.md")
    assert (made.milestone[0].text, made.goal and made.goal.text) == ("Lonely step", "The zoo")


def test_what_is_active_is_offered_first_and_what_is_over_last(folder: Path) -> None:
    for name, status in {"Alone": "done", "Below": "dropped", "Count": "planned", "Zebra": "active"}.items():
        (folder / f"docs/blog/{name}.md").write_text(
            f"---\ndate: 2026-01-01\nmilestone: {name}\nstatus: {status}\n---\n", "utf-8")
    offered = [line.split(maxsplit=1)[1] for line in new("post", "X", said="0\n0\n").stderr.splitlines()
               if line.startswith("  ")]
    assert offered[:6] == ["Lonely step (active)", "Reproduce a detector (active)", "Zebra (active)",
                           "Count (planned)", "Alone (done)", "Below (dropped)"]
    written = Path("docs/blog/x.md").read_text("utf-8")
    assert "# milestone: Lonely step | Reproduce a detector | Zebra | Count | Alone | Below\n" in written


def test_nothing_need_be_chosen(folder: Path) -> None:
    assert new("post", "X", said="\n\n").exit_code == 0
    assert "# milestone: " in Path("docs/blog/x.md").read_text("utf-8")


def test_status_may_be_a_word_of_the_site(folder: Path) -> None:
    own = "plugins: [{career-roadmap: {statuses: {in-press: paused}}}]\n"
    write(folder, {"mkdocs.yml": f"site_name: Ada\n{own}"})
    done = new("post", "Sent", "--milestone", "reproduce-a-detector", "--status", "In press")
    assert done.exit_code == 0, done.output
    assert entry(done.stdout.split()[-1]).status == "paused"


def test_status_of_nothing_is_refused(folder: Path) -> None:
    for said in (None, "0\n0\n"):
        assert refused("post", "X", "--status", "done", said=said) == (
            "a status says how a milestone or a goal stands; name it with --milestone or --goal")
    assert new("post", "X", "--status", "done", "--goal", "zoo").exit_code == 0


def test_what_was_said_is_not_asked_for(folder: Path) -> None:
    done = new("post", "X", "--goal", "zoo", said="")
    assert (done.exit_code, done.stderr) == (0, "")
    assert new("goal", "Y", said="").stderr == ""


@pytest.mark.parametrize(("answer", "written"), [("y", "The zoo"), ("n", "The zo")])
def test_slip_is_asked_about(folder: Path, answer: str, written: str) -> None:
    done = new("post", "X", "--goal", "The zo", said=f"{answer}\n")
    assert "Did you mean 'The zoo'?" in done.stderr
    made = entry("docs/blog/x.md")
    assert made.goal is not None
    assert made.goal.text == written


# --- as users start it ---


def test_refusal_ends_with_two_and_one_clear_word(folder: Path) -> None:
    done = run(folder, "new", "goal", "zoo")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "the goal 'The zoo' has a page already: docs/aims/zoo.md\n"


def test_project_must_be_there(tmp_path: Path) -> None:
    done = run(tmp_path, "new", "post", "X")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("or above it; `career-roadmap init` makes one\n")


def test_title_that_is_no_text_is_refused(folder: Path) -> None:
    assert "half a character" in refused("post", "x\udc80y", "--goal", "zoo")


def test_day_is_today(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    new("post", "X", "--goal", "zoo")
    made = entry("docs/blog/x.md").moment
    assert made is not None
    assert abs((made.date() - date.today()).days) <= 1


@pytest.mark.parametrize("words", [("goal", "X", "--goal", "zoo"), ("milestone", "X", "--milestone", "Y")])
def test_option_that_says_nothing_is_refused(folder: Path, words: tuple[str, ...]) -> None:
    done = run(folder, "new", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is for posts" in done.stderr


SECRET = {
    "docs/blog/s.md": "---\ndate: 2026-01-03\nvisibility: private\ngoal: Paint okapis\n"
                      "milestone: One okapi\n---\n",
    "docs/blog/t.md": "---\ndate: 2026-01-04\nvisibility: private\nmilestone: Lonely step\n---\n"}


@pytest.mark.parametrize("words", [
    ("post", "Fresh", "--milestone", "One okapi"), ("post", "Fresh", "--goal", "paint-okapis"),
    ("milestone", "Fresh", "--goal", "Paint okapis"), ("milestone", "One okapi"), ("goal", "Paint okapis")])
def test_page_that_names_what_only_private_pages_name_is_private_and_that_is_told(
    folder: Path, words: tuple[str, ...]
) -> None:
    write(folder, SECRET)
    done = new(*words)
    assert entry(done.stdout.strip()).is_private
    assert done.stderr.startswith("it is private, since only private pages name '")


@pytest.mark.parametrize("words", [
    ("post", "Fresh"), ("post", "Fresh", "--milestone", "Lonely step"), ("milestone", "Fresh"),
    ("goal", "Fresh")])
def test_public_page_offers_no_name_that_only_private_pages_have(
    folder: Path, words: tuple[str, ...]
) -> None:
    write(folder, SECRET)
    done = new(*words)
    assert "okapi" not in Path(done.stdout.strip()).read_text("utf-8")
    assert done.stderr == ""


def test_page_lies_in_the_docs_folder_where_most_of_its_kind_lie_in_private_docs(folder: Path) -> None:
    write(folder, {"mkdocs.yml": CONFIG.replace("roadmap]", "roadmap: {private_docs: diary}]"),
                   **{f"diary/{n}.md": f"---\nmilestone: Okapi {n}\n---\n" for n in range(5)}})
    assert new("post", "Fresh", "--milestone", "Lonely step").stdout == "docs/blog/fresh.md\n"
    done = new("post", "Fresher", "--milestone", "Okapi 3")
    assert done.stdout == "docs/blog/fresher.md\n"
    assert entry("docs/blog/fresher.md").is_private
