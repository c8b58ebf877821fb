"""Every command prints something that can be read on every terminal, and nothing that a terminal obeys."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from conftest import MakeSite
from copies import copy, read_all
from each import each
from hosts import HOME, config
from mkdocs_career_roadmap.cli import cli, create, main
from mkdocs_career_roadmap.cli.terminal import readable

CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
OTHERS = "\u2028-\u202e\u2066-\u2069\ud800-\udfff"
BAD = r"\e]0;owned\a\x9b2J\u202e\r"
"""As it stands in YAML: what sets a terminal's title, wipes it, and turns a line round."""
PAGES = {
    "a.md": f'---\ndate: 2026-01-10\ngoal: "看见 {BAD}"\nmilestone: "鸟 {BAD}"\nstatus: done\n'
            f'decisions: [{{question: "谁 {BAD}?", predicted: "{BAD}", decided: "我"}}]\n---\nWords.\n',
    "b.md": f'---\ndate: 2026-01-11\ngoal: "看见 {BAD}"\nmilestone: "→ “Ça” {BAD}"\nstatus: planned\n'
            'depends_on: Third\ntarget: 2030-01-01\n---\nWords.\n',
    "c.md": f'---\ndate: 2026-01-12\ngoal: "看见 {BAD}"\nmilestone: Third\nstatus: planned\n---\nWords.\n',
    "posts/d.md": f'---\ndate: 2026-01-13\ntitle: "看见 {BAD}"\ncategories: ["鸟 {BAD}"]\n---\n[e](e.md)\n',
    "posts/e.md": f'---\ndate: 2026-01-14\ntitle: "看见 {BAD}"\ncategories: ["鸟 {BAD}"]\n---\n[d](d.md)\n',
    "看\x1b[2J\u202e.md": '---\ngoal: x\ntarget: 2030-01-01\nstatus: "dnoe 看"\n---\n',
}
COMMANDS = {
    "check": ["check", "."],
    "links": ["links", "built"],
    "init": ["init", "\x1b[2J新"],
    "new": ["new", "goal", f"{'→'} 新 \x1b[2J"],
    "adopt": ["adopt"],
    "import hugo": ["import", "hugo", "hugo-blog", "\x1b[2J新"],
    "import jekyll": ["import", "jekyll", "blog", "\x1b[2J新"],
    "import notes": ["import", "notes", "docs", "\x1b[2J新", "--only", "."],
    "next": ["next"],
    "due": ["due"],
    "show": ["show", "--as", "mentor"],
    "log": ["log", "--since", "2026-01-01"],
    "decisions": ["decisions"],
    "report": ["report", "--for", "committee", "--private"],
    "export": ["export", "csv"],
    "list": ["list"],
    "build": ["build", "docs", "plain", "--base-url", "https://example.org"],
    "rename": ["rename", "milestone", "Third", "\x1b[2J新"],
    "move": ["move", "Third", "--goal", "\x1b[2J新"],
    "merge": ["merge", "Third", "\x1b[2J新"],
    "split": ["split", "Third", "--into", "\x1b[2J新", "--posts", "c.md"],
    "finish": ["finish", f"看见 {BAD}"],
    "zensical stage": ["zensical", "stage"],
    "zensical build": ["zensical", "build"],
    "zensical serve": ["zensical", "serve", "-f", "\x1b[2J新.yml"],
}
"""A run of each command over the texts of others."""
MORE = {
    "json": ["check", ".", "--format", "json"],
    "github": ["check", ".", "--format", "github"],
    "adopted": ["adopt", "--goal", "新 \x1b[2J"],
    "no such goal": ["adopt", "--category-goal", "\x1b[2J新=看"],
    "no such option": ["log", "--\x1b[2J新"],
    "no such folder": ["next", "\x1b[2J新"],
    "roadmap": ["export", "json"],
    "calendar": ["export", "ics"],
}


def leaves(group: click.Group, above: str = "") -> set[str]:
    return {name for key, command in group.commands.items() for name in (
        leaves(command, f"{above}{key} ") if isinstance(command, click.Group) else {f"{above}{key}"})}


def test_each_command_is_tried() -> None:
    assert leaves(cli) == set(COMMANDS)


@pytest.fixture
def folder(site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project in which the commands run."""
    folder = site({**HOME, **PAGES}, config())
    for path, text in {
        "blog/_posts/2026-01-01-a.md": "---\ntitle: 鸟\ncategories: x\n---\nWords.\n",
        "hugo-blog/hugo.toml": 'title = "看\\u001b[2J"\n',
        "hugo-blog/content/看\x1b[2J.md": "---\na: b: c\n---\n",
        "blog/看\x1b[2J.md": "---\na: b: c\n---\n",
        "built/index.html": '<a href="\x1b[2J新.html">x</a>',
    }.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def printed(monkeypatch: pytest.MonkeyPatch, words: list[str], encoding: str) -> tuple[bytes, bytes]:
    """Return what a command prints to streams of an encoding that know no way out."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, "strict", newline="\n") for _ in "oe")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        patch.setattr(sys, "argv", ["career-roadmap", *words])
        with suppress(SystemExit):
            main()
        out.flush()
        err.flush()
        return out.buffer.getvalue(), err.buffer.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
@pytest.mark.parametrize("name", [*COMMANDS, *MORE])
def test_command_prints_what_can_be_read_and_nothing_that_is_obeyed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, encoding: str
) -> None:
    out, err = printed(monkeypatch, {**COMMANDS, **MORE}[name], encoding)
    assert out + err
    is_data = name in ("export", "roadmap", "calendar", "report")  # for another program, which reads UTF-8
    text = out.decode("utf-8" if is_data else encoding) + err.decode(encoding)
    obeyed = CONTROLS if is_data else CONTROLS + OTHERS
    assert re.findall(f"[{obeyed}]", text.replace("\r\n", "\n") if is_data else text) == []


def test_arrow_and_names_are_told_where_a_terminal_lacks_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = printed(monkeypatch, ["next"], "cp1252")[0].decode("cp1252").splitlines()
    assert lines[0].startswith(r"\u770b\u89c1 \x1b]0;owned")
    assert "  The longest way still to go: Third -> -> “Ça” " in lines[-1]
    assert "Third → → “Ça”" in printed(monkeypatch, ["next"], "utf-8")[0].decode()
    assert 'Third -> -> "\\xc7a"' in printed(monkeypatch, ["next"], "ascii")[0].decode("ascii")


def on_terminal(folder: Path, *words: str, **variables: str) -> str:
    """Return what a command prints to a terminal."""
    import pty

    ours, theirs = pty.openpty()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with copy(main, folder, ["career-roadmap", *words], {"NO_COLOR": "", "TERM": "xterm", **variables},
              out=theirs, err=nowhere) as process:
        os.close(theirs)
        seen = read_all(ours)
        process.join(60)
    os.close(nowhere)
    return seen.replace("\r\n", "\n")


@pytest.mark.skipif("os.name == 'nt'", reason="there is no such terminal")
def test_errors_come_last_and_in_colour_on_a_terminal(site: MakeSite) -> None:
    about = "---\ndate: 2026-03-01\ngoal: x\nmilestone: y\n"
    folder = site({**HOME, "a.md": f"{about}status: dnoe\n---\n", "b.md": f"{about}milestne: x\n---\n",
                   "c\x1b[31m.md": f"{about}status: blocked\n---\n"}, config())
    lines = on_terminal(folder, "check").splitlines()
    assert [line.partition(" ")[2].split()[0] for line in lines] == [
        "\x1b[36mhint\x1b[0m:", "\x1b[33mwarning\x1b[0m:", "\x1b[31merror\x1b[0m:"]
    assert "c\\x1b[31m.md" in lines[0]
    for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        plain = on_terminal(folder, "check", **variables)
        assert ("\x1b" in plain, plain.splitlines()[-1].split()[1]) == (False, "error:")


@pytest.mark.skipif("os.name == 'nt'", reason="there is no such terminal")
@pytest.mark.parametrize("form", ["csv", "json"])
def test_file_on_a_terminal_is_a_text_for_people(folder: Path, form: str) -> None:
    text = on_terminal(folder, "export", form, "-q")
    assert "看见" in text or "鸟" in text
    assert re.findall("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", text) == []


@each(("text", "encoding", "shown"), [
    ("a → b – “c”…", "ascii", 'a -> b - "c"...'),
    ("a → b – “c”…", "cp1252", "a -> b – “c”…"),
    ("看\ud800", "utf-8", r"看\ud800"),
    ("看 é", "ascii", r"\u770b \xe9"),
    ("a\r\nb\rc\td\n", "utf-8", "a\r\nb\\rc\td\n"),
    ("\x1b[1m\x9b\x7f\x00\u2066\u2028", "utf-8", r"\x1b[1m\x9b\x7f\x00\u2066\u2028"),
    ("عبد\u200fא\u200d👩", "utf-8", "عبد\u200fא\u200d👩"),
    ("看", "utf-16", "看"),
])
def test_text_is_shown_as_a_terminal_can(text: str, encoding: str, shown: str) -> None:
    assert readable(text, encoding) == shown


def test_question_can_be_read_as_well(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(create, "_is_asked", lambda: True)
    words = ["new", "post", "x", "--goal", "看见 \x1b]0;ownde\x07\x9b2J\u202e"]
    terminal = CliRunner(charset="cp1252")
    asked = terminal.invoke(cli, words, input="y\n").output
    assert r"Did you mean '\u770b\u89c1 \x1b]0;owned" in asked
    asked = terminal.invoke(cli, ["new", "post", "y"], input="0\n1\n").output
    assert r"  3  \u9e1f \x1b]0;owned" in asked


def run_in_shell(folder: Path, words: str, streams: str) -> subprocess.CompletedProcess[str]:
    """Run a command whose streams a shell closes or sends elsewhere."""
    line = f'exec "{sys.executable}" -m mkdocs_career_roadmap {words} {streams}'
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif("os.name == 'nt'", reason="a shell of Windows closes no stream")
def test_closed_stream_is_one_that_nobody_reads(folder: Path) -> None:
    for words, code in (("check", 1), ("export json", 0)):
        done = run_in_shell(folder, words, "<&- >&-")
        assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (code, "", False)
    assert "[bad-status]" in (done := run_in_shell(folder, "check", "2>&-")).stdout
    assert (done.returncode, done.stderr) == (1, "")
    assert run_in_shell(folder, "new post Words", "<&- >&- 2>&-").returncode == 0
    assert list(folder.rglob("words.md"))


@pytest.mark.skipif("not os.path.exists('/dev/full')", reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("words", ["check", "export json"])
def test_answer_that_nobody_has_room_for_is_told(folder: Path, words: str) -> None:
    done = run_in_shell(folder, words, ">/dev/full")
    assert done.returncode == 2
    assert done.stderr.endswith("the answer cannot be written: No space left on device\n")
    assert "Traceback" not in done.stderr
    assert run_in_shell(folder, words, ">/dev/full 2>/dev/full").returncode == 2


@pytest.mark.skipif("os.name == 'nt'", reason="Windows says it otherwise")
@pytest.mark.parametrize("words", [["check"], ["links"], ["next"]])
def test_path_that_no_system_takes_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    out, err = printed(monkeypatch, [*words, "a" * 5000], "utf-8")
    assert out == b""
    assert err.endswith(b"aaa: File name too long\n")


def test_nothing_is_printed_another_way() -> None:
    room = Path(cli.callback.__code__.co_filename).parent  # type: ignore[union-attr]
    by_itself = [path.name for path in room.glob("*.py")
                 if re.search(r"click\.(echo|secho)\(|\bprint\(|sys\.std\w+\.write", path.read_text("utf-8"))]
    assert by_itself == ["terminal.py"]


def test_a_command_ends_without_a_look_through_all_that_it_made() -> None:
    code = ("import atexit, gc, sys\n"
            "atexit.register(lambda: print(gc.get_freeze_count() > len(gc.get_objects())))\n"
            "from mkdocs_career_roadmap.cli import main\nsys.argv = ['career-roadmap', '--help']\nmain()")
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "True"
