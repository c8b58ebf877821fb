"""`career-roadmap init` and `new`: files that begin something, and never end something."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import MakeSite, write
from crawl import dead_links
from hosts import HOME, Build, build, config, post
from mkdocs_career_roadmap.cli import cli, create, main


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words))


def refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what is said when the command ends with 2."""
    monkeypatch.setattr(sys, "argv", ["career-roadmap", *words])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    return capsys.readouterr().err


# --- a whole day ---


def dead(made: Build) -> list[tuple[str, str]]:
    """Return the dead links but for those of 404.html, which need the `site_url` that is still to come."""
    return [link for link in dead_links(made.site) if link[0] != "404.html"]


def test_day_of_a_beginner_ends_without_a_problem(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "mine")).exit_code == 0
    folder = tmp_path / "mine"
    made = build(folder)
    assert (made.code, made.told, dead(made)) == (0, [], [])
    assert "Understand what others tried" in made.text("roadmap/board")
    command = [sys.executable, "-m", "mkdocs_career_roadmap"]
    words = ["new", "post", 'It: "works" #1', "--goal", "Something worth ten years", "--milestone",
             "Understand what others tried", "--status", "done"]
    written = subprocess.run([*command, *words], cwd=folder, capture_output=True, text=True, check=True,
                             timeout=60)
    assert written.stdout == "docs/posts/it-works-1.md\n"
    again = build(folder, out="again")
    assert (again.code, again.told, dead(again)) == (0, [], [])
    assert 'It: "works" #1' in again.text("roadmap/milestones/understand-what-others-tried")
    checked = subprocess.run([*command, "check", "--strict"], cwd=folder, capture_output=True, text=True,
                             check=True, timeout=60)
    assert "[no-lesson]" in checked.stdout  # it was just finished, and asked what it changed


# --- init ---


def test_init_tells_what_it_wrote_and_what_to_do_next(tmp_path: Path) -> None:
    said = run("init", str(tmp_path / "a")).output
    assert f"wrote {tmp_path / 'a' / 'mkdocs.yml'}\n" in said
    assert said.endswith(
        f"What to do next, in {tmp_path / 'a'}:\n\n  pip install -r requirements.txt\n  mkdocs serve\n")


def test_init_a_second_time_writes_nothing(tmp_path: Path) -> None:
    run("init", str(tmp_path))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert "wrote" not in run("init", str(tmp_path)).output
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"requirements.txt": "mine\n", "docs/index.md": "mine\n"})
    run("init", str(tmp_path))
    assert (tmp_path / "requirements.txt").read_text("utf-8") == "mine\n"
    assert (tmp_path / "docs/index.md").read_text("utf-8") == "mine\n"
    assert (tmp_path / "mkdocs.yml").exists()


def test_init_of_a_site_there_is_adds_what_is_missing_and_tells_the_lines(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "site_name: Mine\ndocs_dir: pages\n", "pages/index.md": "# Mine\n"})
    said = run("init", str(tmp_path)).output
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == "site_name: Mine\ndocs_dir: pages\n"
    assert (tmp_path / "pages/posts/where-i-begin.md").exists()
    assert not (tmp_path / "docs").exists()
    assert not (tmp_path / "pages/posts/index.md").exists()
    assert "\n  - career-roadmap\n" in said


def test_init_of_a_site_with_a_roadmap_adds_no_page(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": post()}, config())
    said = run("init", str(folder)).output
    assert (folder / ".github/workflows/site.yml").exists()
    assert sorted(path.name for path in (folder / "docs").rglob("*.md")) == ["a.md", "index.md"]
    assert "plugins:" not in said


# --- new ---


@pytest.fixture
def lab(site: MakeSite) -> Path:
    return site({
        **HOME, "notes/2026-03-02-a.md": post(), "notes/2026-03-03-b.md": post(),
        "aims/vision.md": "---\ntype: goal\ntitle: Efficient vision\n---\n"}, config())


def written(folder: Path, *words: str) -> tuple[str, str]:
    """Return the path that a new page was written to, and its text."""
    found = run("new", *words, "--site", str(folder))
    assert found.exit_code == 0, found.output
    path = Path(found.output.strip()).resolve()
    return path.relative_to(folder.resolve() / "docs").as_posix(), path.read_text("utf-8")


def test_new_pages_go_where_the_others_lie_and_are_named_as_they(lab: Path) -> None:
    assert written(lab, "post", "Third", "--date", "2026-03-04")[0] == "notes/2026-03-04-third.md"
    assert written(lab, "goal", "Third")[0] == "aims/third.md"
    assert written(lab, "milestone", "Third")[0] == "roadmap/milestones/third.md"


def test_new_page_may_go_elsewhere(lab: Path) -> None:
    assert written(lab, "goal", "Third", "--dir", str(lab / "docs/else"))[0] == "else/third.md"


def test_first_post_goes_to_the_posts(site: MakeSite) -> None:
    assert written(site(HOME, config()), "post", "First")[0] == "posts/first.md"


def test_new_page_offers_what_there_is(lab: Path) -> None:
    assert "# goal: Efficient vision\n# milestone: Reproduce it\n" in written(lab, "post", "Third")[1]


def test_new_page_asks_in_a_terminal(lab: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(create, "_is_asked", lambda: True)
    found = CliRunner().invoke(cli, ["new", "post", "Third", "--site", str(lab)], input="0\n1\n")
    text = Path(found.stdout.strip().splitlines()[-1]).read_text("utf-8")
    assert "goal: Efficient vision\n# milestone: Reproduce it\n" in text


@pytest.mark.parametrize(("words", "said"), [
    (["--goal", "Eficient vision"], "there is no goal 'Eficient vision'; did you mean 'Efficient vision'?\n"),
    (["--milestone", "Reproduce ti"], "there is no milestone 'Reproduce ti'; did you mean 'Reproduce it'?\n"),
    (["--status", "dnoe"], "unknown status 'dnoe'; did you mean 'done'?\n"),
    (["--status", "xyz"], "unknown status 'xyz'\n")])
def test_slip_is_told_and_nothing_is_written(
    lab: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str],
    said: str,
) -> None:
    assert refused(monkeypatch, capsys, "new", "post", "Third", "--site", str(lab), *words) == said
    assert not list(lab.rglob("*third*"))


def test_new_name_is_taken_as_it_is_given(lab: Path) -> None:
    assert "\ngoal: Something else\n" in written(lab, "milestone", "Third", "--goal", "Something else")[1]


def test_page_there_is_stays(
    lab: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(monkeypatch, capsys, "new", "goal", "Vision", "--site", str(lab))
    assert said.startswith("the goal 'Efficient vision' has a page already: ")
    assert (lab / "docs/aims/vision.md").read_text("utf-8").startswith("---\ntype: goal\n")


def test_title_without_a_letter_is_told(
    lab: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(monkeypatch, capsys, "new", "goal", "???", "--site", str(lab))
    assert said == "nothing of '???' is left in an address; use letters or digits\n"


@pytest.mark.parametrize(("words", "told"), [
    (["post", "  "], "the title is empty; write at least one word"),
    (["goal", "Owls", "--date", "2026-03-01"], "--date is for posts"),
    (["milestone", "Owls", "--date", "2026-03-01"], "--date is for posts")])
def test_new_page_that_would_not_say_what_was_given_is_refused(
    lab: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str],
    told: str,
) -> None:
    before = set(lab.rglob("*"))
    assert told in refused(monkeypatch, capsys, "new", *words, "--site", str(lab))
    assert set(lab.rglob("*")) == before
