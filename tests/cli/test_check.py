"""`career-roadmap check`, as users start it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import COMMAND, run, run_alone
from conftest import MakeSite, write
from hosts import HOME, build, config, post
from lab import lab
from mkdocs_career_roadmap.cli import cli, main
from mkdocs_career_roadmap.cli.formats import as_github
from mkdocs_career_roadmap.vocabulary.codes import Severity
from mkdocs_career_roadmap.vocabulary.problems import Place, Problem
from work import LINEAR, growth


@pytest.fixture(scope="module")
def bad(site: MakeSite) -> Path:
    """Return a site with an error, a warning and a hint."""
    return site(
        {
            **HOME,
            "posts/a.md": post("status: dnoe"),
            "posts/b.md": post("milestne: x"),
            "posts/c.md": post("status: blocked"),
        },
        config(),
    )


ERROR = "docs/posts/a.md:6:9: error: unknown status 'dnoe'; did you mean 'done'? [bad-status]"
WARNING = "docs/posts/b.md:6:1: warning: unknown field 'milestne'; did you mean 'milestone'? [unknown-field]"


def test_check_prints_every_problem_and_fails(bad: Path) -> None:
    done = run(bad, "check")
    assert (done.returncode, done.stdout.splitlines()[:2]) == (1, [ERROR, WARNING])
    assert done.stderr == "1 error, 1 warning, 1 hint in 4 pages, 3 posts, 1 milestone, 1 goal\n"


@pytest.mark.parametrize("words", [[], ["--format", "json"], ["nowhere"]])
def test_command_tells_the_same_in_a_process_of_its_own(bad: Path, words: list[str]) -> None:
    here, alone = (command(bad, "check", *words) for command in (run, run_alone))
    assert (here.returncode, here.stdout, here.stderr) == (alone.returncode, alone.stdout, alone.stderr)


def test_check_and_build_tell_the_same(bad: Path) -> None:
    told = build(bad, strict=False).problems
    hints = [line for line in run(bad, "check").stdout.splitlines() if ": hint:" not in line]
    assert told == [*hints, "1 error in the roadmap, told above"]


def test_check_is_silent_about_a_site_without_problems(site: MakeSite) -> None:
    done = run(site(lab(), config()), "check", "--strict")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "no problems in 18 pages, 9 posts, 4 milestones, 2 goals\n"


@pytest.mark.parametrize("target", ["docs", "mkdocs.yml", "."])
def test_check_takes_a_folder_or_a_configuration(bad: Path, target: str) -> None:
    assert run(bad, "check", target).stdout.startswith(f"{ERROR}\n")


def test_check_names_paths_as_seen_from_where_it_runs(bad: Path) -> None:
    assert run(bad / "docs/posts", "check", "../..").stdout.startswith("../../docs/posts/a.md:6:9: error")
    assert run(bad / "docs", "check").stdout.startswith("../docs/posts/a.md:6:9: error")


@pytest.mark.parametrize(("words", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_fail_only_if_the_author_wants_it(site: MakeSite, words: list[str], code: int) -> None:
    folder = site({**HOME, "posts/a.md": post("milestne: x")}, config())
    assert run(folder, "check", *words).returncode == code


@pytest.mark.parametrize("words", [["nowhere"], ["--format", "xml"], ["--no-such-option"], ["a", "b"]])
def test_check_that_cannot_begin_ends_with_two_and_one_clear_word(bad: Path, words: list[str]) -> None:
    done = run(bad, "check", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_broken_configuration_ends_with_two(site: MakeSite) -> None:
    done = run(site(HOME, "plugins: [career-roadmap: {tilte: x}]\n"), "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "mkdocs.yml: career-roadmap: there is no option 'tilte'; did you mean 'title'?\n"


def test_check_says_that_a_site_does_not_have_the_plugin(site: MakeSite) -> None:
    done = run(site({**HOME, "posts/a.md": post()}, "site_name: x\n"), "check")
    assert done.returncode == 0
    assert done.stderr.startswith("mkdocs.yml does not list the plugin career-roadmap\n")


def test_problems_as_json_have_their_places(bad: Path) -> None:
    told = json.loads(run(bad, "check", "--format", "json").stdout)
    assert told["version"] == 1
    assert told["problems"][0] == {
        "path": "docs/posts/a.md",
        "line": 6,
        "column": 9,
        "severity": "error",
        "code": "bad-status",
        "message": "unknown status 'dnoe'; did you mean 'done'?",
        "also": [],
    }


def test_other_places_are_in_json_too(site: MakeSite) -> None:
    twice = "---\ntype: goal\nid: a\n---\n"
    folder = site({**HOME, "a.md": twice, "b.md": twice}, config())
    (told,) = json.loads(run(folder, "check", "--format", "json").stdout)["problems"]
    assert told["also"] == [{"path": "docs/a.md", "line": 2, "column": 7}]


def test_problems_are_annotations_on_github(bad: Path) -> None:
    lines = run(bad, "check", "--format", "github").stdout.splitlines()
    assert lines[0] == (
        "::error file=docs/posts/a.md,line=6,col=9,title=bad-status::unknown status 'dnoe'; "
        "did you mean 'done'?"
    )
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_annotations_escape_what_means_something_to_github() -> None:
    told = Problem("bad-value", Place("a,b:%.md", 1, 2), "50%\r\nof", (Place("c.md"),), Severity.ERROR)
    assert as_github([told]) == (
        "::error file=a%2Cb%3A%25.md,line=1,col=2,title=bad-value::50%25%0D%0Aof (see c.md:1:1)\n"
    )


def test_odd_files_are_told_and_hang_nothing(site: MakeSite) -> None:
    folder = site({**HOME, "x.md/y.md": ""}, config())
    os.mkfifo(folder / "docs/pipe.md")
    (folder / "docs/host.md").symlink_to("/etc/hostname")
    (folder / "docs/round").symlink_to(".")
    (folder / "docs/latin.md").write_bytes(b"\xe9")
    done = run(folder, "check")
    assert [line.rpartition("[")[2] for line in done.stdout.splitlines()] == [
        "outside-link]",
        "bad-encoding]",
        "special-file]",
        "broken-link]",
    ]


def test_page_at_the_place_of_a_file_is_told(site: MakeSite) -> None:
    tree = {**HOME, "posts/a.md": post(), "roadmap/milestones/reproduce-it/index.html": "mine"}
    assert "[page-conflict]" in run(site(tree, config()), "check").stdout


def test_private_page_is_in_nobody_s_way(site: MakeSite) -> None:
    tree = {**HOME, "posts/a.md": post(), "posts/a/index.md": "---\nvisibility: private\n---\n"}
    assert run(site(tree, config()), "check").stdout == ""


def test_closed_pipe_ends_it_without_a_word(site: MakeSite) -> None:
    pages = {f"posts/{n}.md": post("status: dnoe" * 5) for n in range(300)}
    folder = site({**HOME, **pages}, config())
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m mkdocs_career_roadmap check | head -n 1"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert len(done.stdout.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


def test_interrupt_ends_it_without_a_word(site: MakeSite) -> None:
    folder = site(HOME, config())
    code = (
        "import signal, os, sys; from mkdocs_career_roadmap.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background has it ignored
        "from mkdocs_career_roadmap.project import check as checking\n"
        "def check(*_): os.kill(os.getpid(), signal.SIGINT); [None for _ in iter(int, 1)]\n"
        "checking.check = check; sys.argv = ['career-roadmap', 'check']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (128 + signal.SIGINT, "", "")


def test_command_helps_and_tells_its_version() -> None:
    asked = CliRunner().invoke(cli, ["check", "-h"])
    assert (asked.exit_code, "docs folder" in asked.output) == (0, True)
    assert CliRunner().invoke(cli, ["--version"]).output.startswith("career-roadmap, version 0.")


def test_command_without_words_helps() -> None:
    done = subprocess.run(COMMAND, capture_output=True, text=True, timeout=60, check=False)
    assert "Commands:" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_command_imports_no_mkdocs(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": post()})
    code = (
        "import sys; from mkdocs_career_roadmap.cli import cli; "
        "cli.main(['check', '.'], standalone_mode=False); assert 'mkdocs' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, timeout=60, capture_output=True)


def test_day_of_a_check_is_that_of_the_build(site: MakeSite) -> None:
    folder = site({**HOME, "posts/a.md": post("finished: 2026-03-01\nstatus: done")}, config("{}"))
    assert "0 posts" in run(folder, "check", SOURCE_DATE_EPOCH="1700000000").stderr
    assert "1 post" in run(folder, "check").stderr


@pytest.mark.parametrize("epoch", ["9" * 12, "9" * 30, "9" * 5000])
def test_time_that_no_calendar_has_is_told_by_commands_and_builds(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], epoch: str
) -> None:
    folder = site({**HOME, "a.md": post()}, config())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setattr(sys, "argv", ["career-roadmap", "check", str(folder)])
    with pytest.raises(SystemExit, match="2"):
        main()
    told = f"the variable SOURCE_DATE_EPOCH is {epoch[:30]!r}, which is a time that no calendar has; set it"
    assert capsys.readouterr().err.startswith(told)
    made = build(folder)
    assert (made.code, "Traceback" in made.log, f"career-roadmap: {told}" in made.log) == (1, False, True)


def test_work_of_a_check_grows_with_the_posts(site: MakeSite) -> None:
    def checked(posts: int) -> Callable[[], object]:
        folder = site({**HOME, **{
            f"posts/{n}.md": post(f"status: {('active', 'done')[n % 2]}", f"Milestone {n // 5}")
            for n in range(posts)}}, config())
        return lambda: CliRunner().invoke(cli, ["check", str(folder)], catch_exceptions=False)

    sizes = {size: checked(size) for size in (50, 200)}
    assert growth(lambda size: sizes[size](), 50) < LINEAR


def test_hints_may_be_counted_only(bad: Path) -> None:
    done = run(bad, "check", "--hints", "off")
    assert (done.stdout.splitlines(), "1 hint" in done.stderr) == ([ERROR, WARNING], True)


def test_check_of_a_page_tells_what_concerns_it(bad: Path) -> None:
    done = run(bad, "check", "docs/posts/b.md")
    assert (done.returncode, done.stdout) == (0, f"{WARNING}\n")
    seen = "in a site of 4 pages, 3 posts, 1 milestone, 1 goal"
    assert done.stderr == f"1 warning of docs/posts/b.md, {seen}\n"
    assert run(bad / "docs/posts", "check", "a.md").returncode == 1
    assert run(bad, "check", "docs/index.md").stderr.startswith("no problems of docs/index.md")


def test_page_that_is_none_of_the_site_is_told(bad: Path) -> None:
    (bad / "NOTES.md").write_text("# Notes\n", "utf-8")
    done = run(bad, "check", "NOTES.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("NOTES.md is not in the docs folder docs, so it is no page of the site")


# --- what of private pages is in a built site ---


def test_check_of_a_site_finds_a_private_page_that_it_has(site: MakeSite) -> None:
    diary = "---\ntitle: The okapi diary\nvisibility: private\n---\nI paint okapis at night.\n"
    folder = site({**HOME, "diary.md": diary}, config())
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("<p>Welcome.</p>", encoding="utf-8")
    clean = run(folder, "check", "--site", "site")
    assert (clean.returncode, clean.stdout) == (0, ""), clean.stdout
    assert clean.stderr.endswith("1 page kept back\n")
    (folder / "site/search.json").write_text('{"title": "The okapi diary"}', encoding="utf-8")
    found = run(folder, "check", "--site", "site")
    assert found.returncode == 1
    assert found.stdout.startswith("site/search.json:1:1: error: the title 'The okapi diary' of diary.md ")


def test_check_of_a_site_without_a_configuration_says_what_it_did_not_ask(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<p>Welcome.</p>", encoding="utf-8")
    done = run(tmp_path, "check", "--site", "site")
    assert done.returncode == 0
    assert "no mkdocs.yml" in done.stderr


def test_pages_of_quarto_are_read_where_no_mkdocs_is(tmp_path: Path) -> None:
    write(tmp_path, {"first/index.qmd": post("milestne: x"), "second.md": post()})
    done = run(tmp_path, "check")
    assert "first/index.qmd:6:1: warning" in done.stdout
    assert "2 pages" in done.stderr
    assert "first/index.qmd" in run(tmp_path, "check", "first/index.qmd").stdout


def test_pages_of_quarto_are_no_pages_of_mkdocs(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": post(), "b.qmd": post("milestne: x")}, config())
    assert "qmd" not in run(folder, "check").stdout
