"""What long work says of itself, and to whom."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from conftest import MakeSite, write
from copies import copy, read_all
from hosts import HOME, build, config, post
from mkdocs_career_roadmap.cli import main
from mkdocs_career_roadmap.mkdocs_host.reporting import report_time
from mkdocs_career_roadmap.project import progress
from mkdocs_career_roadmap.project.progress import ProgressLine, Stopwatch, on_terminal


def ticks(*seconds: float) -> Iterable[float]:
    yield from seconds
    raise AssertionError("nobody has to ask so often")


def told(*seconds: float, items: str = "abcd", ended: bool = True) -> str:
    """Return what is written when the clock says these, first at the start."""
    clock = iter(ticks(*seconds))
    stream = io.StringIO()
    shown = ProgressLine(stream, lambda: next(clock))
    assert list(shown.over(items, "reading")) == list(items)
    if ended:
        shown.__exit__(None, None, None)
    return stream.getvalue()


def screen(written: str) -> list[str]:
    """Return what a terminal shows: a carriage return begins the line again."""
    def shown(line: str) -> str:
        seen = ""
        for part in line.split("\r"):
            seen = part + seen[len(part) :]
        return seen.rstrip()

    return [shown(line) for line in written.replace("\r\n", "\n").split("\n")]


# --- the line ---


def test_short_work_says_nothing() -> None:
    assert told(0, 0.2, 0.4, 0.6, 0.9) == ""


def test_long_work_says_how_far_it_is_and_leaves_nothing_behind() -> None:
    assert screen(told(0, 0.5, 1.5, 1.5, 1.55, 1.9, 1.9, ended=False)) == ["reading: 3 of 4"]
    assert told(0, 0.5, 1.5, 1.5, 1.55, 1.9, 1.9) == (
        "\rreading: 1 of 4\rreading: 3 of 4\r               \r")
    assert screen(told(0, 0.5, 1.5, 1.5, 1.55, 1.9, 1.9)) == [""]


def test_line_is_wiped_when_the_work_fails() -> None:
    stream = io.StringIO()

    def fail() -> None:
        with ProgressLine(stream, iter((0, 2, 2)).__next__) as shown:
            for _ in shown.over("ab", "reading"):
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert "reading: 0 of 2" in stream.getvalue()
    assert screen(stream.getvalue()) == [""]


def test_shorter_line_covers_the_one_before() -> None:
    stream = io.StringIO()
    shown = ProgressLine(stream, iter((0, 2, 2, 3, 3)).__next__)
    list(shown.over("a", "something long"))
    list(shown.over("b", "short"))
    assert screen(stream.getvalue()) == ["short: 0 of 1"]


def test_line_is_never_broken_in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "10")
    assert screen(told(0, 2, 2, items="a", ended=False)) == ["reading:"]


# --- to whom ---


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(progress, "PATIENCE", -1)
    for name in ("CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return stream


def tell(terminal: Terminal, *, quiet: bool = False) -> None:
    with redirect_stderr(terminal), on_terminal(quiet=quiet) as shown:
        list(shown.over("ab", "reading"))


@pytest.mark.parametrize("ci", ["", "0", "false", "False"])
def test_somebody_at_a_terminal_is_told(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, ci: str
) -> None:
    monkeypatch.setenv("CI", ci)
    tell(terminal)
    assert "reading: 0 of 2" in terminal.getvalue()


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("CI", "1"), ("TERM", "dumb")])
def test_nobody_reads_over_the_shoulder_of_a_machine(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    tell(terminal)
    assert terminal.getvalue() == ""


def test_nobody_is_told_who_wants_quiet(terminal: Terminal) -> None:
    tell(terminal, quiet=True)
    assert terminal.getvalue() == ""


def test_nobody_is_told_in_a_pipe(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "isatty", lambda: False)
    tell(terminal)
    assert terminal.getvalue() == ""


# --- the commands, as users start them ---


def impatient() -> None:
    """Be a command that takes any work for long, and tells of every step."""
    progress.PATIENCE = progress._PAUSE = -1  # type: ignore[misc]
    main()


def told_to(its: int, mine: int, folder: Path, *words: str, **env: str) -> tuple[str, str]:
    """Run the command with its standard error at `its`; return what is read at `mine`, and its output."""
    output, out = os.pipe()
    with copy(impatient, folder, ["career-roadmap", *words], env, out=out, err=its) as process:
        os.close(out)
        os.close(its)
        printed = read_all(output), read_all(mine)
        process.join(60)
        assert process.exitcode == 0
    return printed[1], printed[0]


@pytest.fixture(scope="module")
def folder(site: MakeSite) -> Path:
    made = site({**HOME, "posts/a.md": post("target: 2027")}, config())
    write(made / "site", {"index.html": '<p class="career-roadmap cr-box">x</p>'})
    return made


def at_terminal(folder: Path, *words: str, **env: str) -> tuple[str, str]:
    """Run the command with its standard error at a terminal; return what that got, and the output."""
    pty = pytest.importorskip("pty", reason="only Unix has such terminals")
    mine, its = pty.openpty()
    return told_to(its, mine, folder, *words, **{"CI": "", "TERM": "xterm", **env})


COMMANDS = [
    (("check",), "reading pages: 0 of 2", "no problems in 2 pages, 1 post, 1 milestone, 1 goal"),
    (("check", "--site", "site", "--url", "/"), "checking pages: 0 of 1",
     "no dead links in 1 page with 0 links within the site; no page is kept back"),
    (("export", "json"), "reading pages: 0 of 2", ""),
    (("next",), "reading pages: 0 of 2", ""),
]


@pytest.mark.parametrize(("words", "line", "last"), COMMANDS, ids=[" ".join(c[0][:2]) for c in COMMANDS])
def test_commands_tell_a_terminal_and_leave_their_last_sentence_only(
    folder: Path, words: tuple[str, ...], line: str, last: str
) -> None:
    written, _ = at_terminal(folder, *words)
    assert line in written
    assert screen(written) == ([last, ""] if last else [""])


@pytest.mark.parametrize("words", [("check",), ("check", "--site", "site", "--url", "/"), ("export", "csv")])
def test_quiet_commands_say_nothing(folder: Path, words: tuple[str, ...]) -> None:
    written, out = at_terminal(folder, *words, "--quiet")
    assert written == ""
    assert out.startswith("id,") == (words[0] == "export")


def test_continuous_integration_is_not_told_even_at_a_terminal(folder: Path) -> None:
    assert at_terminal(folder, "export", "schema", CI="true")[0] == ""
    assert "reading" not in at_terminal(folder, "next", CI="true")[0]


@pytest.mark.parametrize("words", [("check",), ("export", "json"), ("log",)])
def test_pipes_get_nothing(folder: Path, words: tuple[str, ...]) -> None:
    mine, its = os.pipe()
    written, _ = told_to(its, mine, folder, *words)
    assert "reading" not in written
    assert "\r" not in written


# --- builds ---


def test_stopwatch_adds_up_the_time_of_its_pieces_only() -> None:
    watch = Stopwatch(iter((1, 2, 10, 12.5)).__next__)
    with watch:
        pass
    with watch:
        pass
    assert watch.seconds == 3.5


@pytest.mark.parametrize(("seconds", "line"), [
    (1.0, ""), (1.26, "read 2000 pages, made 1 page in 1.3 s"),
    (99, "read 2000 pages, made 1 page in 99.0 s")])
def test_only_a_long_build_says_how_long_it_took(
    caplog: pytest.LogCaptureFixture, seconds: float, line: str
) -> None:
    with caplog.at_level("INFO", logger="mkdocs"):
        report_time(seconds, 2000, 1)
    assert [record.getMessage() for record in caplog.records] == ([f"career-roadmap: {line}"] if line else [])


@pytest.mark.parametrize("line", [True, False])
def test_build_counts_what_it_read_and_made(site: MakeSite, line: bool) -> None:
    folder = site({**HOME, "posts/a.md": post()}, config(more="hooks: [hook.py]\n"))
    write(folder, {"hook.py": f"""
        from mkdocs_career_roadmap.mkdocs_host import reporting

        reporting.PATIENCE = {-1 if line else 600}
    """})
    made = build(folder, in_own_process=True)  # for the hook changes the plugin itself
    assert made.code == 0, made.log
    lines = re.findall(r"career-roadmap: (.*) in \d+\.\d s", made.log)
    assert lines == (["read 2 pages, made 8 pages"] if line else [])
    assert len([page for page in made.site.pages if page.startswith("roadmap/")]) == 8
