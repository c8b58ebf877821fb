"""What bash, zsh and fish themselves make of a Tab, each where it is installed."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from conftest import write
from refactoring import post

pty = pytest.importorskip("pty", reason="there are no terminals here")

PAGES = {
    "mkdocs.yml": "site_name: A\nplugins: [{career-roadmap: {as_of: 2026-11-28}}]\n",
    "docs/a.md": post("2026-01-01", "goal: Good sight", "milestone: Old one"),
    "docs/b.md": post("2026-02-01", "goal: 'Ratio 1:2'", "milestone: ['Learn C#', 夜]", "status: done"),
}
TIME = 60
"""Seconds after which a shell that says nothing has failed."""
READY = "ready? "
PROBE = b"\x18"
TAB = "\t"
BEGIN = {
    # Both write what stands on the line into a file when they get Ctrl-X.
    "bash": """
        PS1="$READY"; eval "$(_CAREER_ROADMAP_COMPLETE=bash_source career-roadmap)"
        probe() { printf '%s' "$READLINE_LINE" > new; mv new line; READLINE_LINE=; }
        bind 'set enable-bracketed-paste off'; bind -x '"\\C-x": probe'
    """,
    "zsh": """
        PS1="$READY"; autoload -Uz compinit; compinit -D -u
        eval "$(_CAREER_ROADMAP_COMPLETE=zsh_source career-roadmap)"
        probe() { print -rn -- "$BUFFER" > new; mv new line; BUFFER=; }
        zle -N probe; bindkey '^X' probe
    """,
}
CASES = {
    "finish R": "finish ratio-12 ",  # by its title
    "rename milestone ol": "rename milestone old-one ",
    'move "Old': 'move "old-one" ',
    "new post T --status=par": "new post T --status=partial ",
    "finish good-sight --open move:r": "finish good-sight --open move:ratio-12 ",
    "finish good-sight --open=move:r": "finish good-sight --open=move:ratio-12 ",
    "finish none-": "finish none-",
}
"""What is typed behind the command, and what stands there after a Tab."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, PAGES)
    return tmp_path


def environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "TERM": "dumb", "LC_ALL": "C.UTF-8", "READY": READY}


@contextmanager
def terminal(shell: str, folder: Path) -> Iterator[int]:
    """Start a shell that a person types in; its terminal is a file number."""
    (folder / "rc").write_text(BEGIN[shell], "utf-8")
    (folder / ".zshrc").write_text(BEGIN[shell], "utf-8")
    options = {"bash": ["--noprofile", "--rcfile", "rc", "-i"], "zsh": ["-d", "-i"]}[shell]
    child, number = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe(shell, [shell, *options], {**environment(), "ZDOTDIR": str(folder)})
    try:
        yield number
    finally:
        with suppress(OSError):
            os.close(number)  # which hangs up
        os.waitpid(child, 0)


def heard(number: int) -> str:
    """Return what a terminal shows within a moment; a shell whose output nobody reads stops."""
    ready, _, _ = select.select([number], [], [], 0.05)
    return os.read(number, 65536).decode("utf-8", "replace") if ready else ""


def after_tab(number: int, folder: Path, line: str) -> str:
    """Return what stands on the line when a person typed that and pressed Tab."""
    out, until = folder / "line", time.monotonic() + TIME
    out.unlink(missing_ok=True)
    os.write(number, line.encode() + b"\t" + PROBE)
    while not out.exists():
        assert time.monotonic() < until, f"nothing came of {line!r}"
        heard(number)
    return out.read_text("utf-8")


def in_a_terminal(shell: str, folder: Path) -> list[str]:
    """Return what stands behind the command after each Tab."""
    with terminal(shell, folder) as number:
        shown, until = "", time.monotonic() + TIME
        while READY not in shown:
            assert time.monotonic() < until, shown
            shown += heard(number)
        return [after_tab(number, folder, f"career-roadmap {begun}").removeprefix("career-roadmap ")
                for begun in CASES]


def by_fish(_shell: str, folder: Path) -> list[str]:
    """Return the same, as far as fish tells it: the last word, and no space behind it."""
    script = "_CAREER_ROADMAP_COMPLETE=fish_source career-roadmap | source\n" + "".join(
        f"complete -C 'career-roadmap {begun}'; echo -\n" for begun in CASES)
    done = subprocess.run(["fish", "--no-config", "-c", script], cwd=folder, capture_output=True, text=True,
                          encoding="utf-8", check=True, env=environment())
    assert done.stderr == ""
    *offered, _ = done.stdout.split("-\n")
    return [f"{begun[:begun.rindex(' ') + 1]}{word.partition(TAB)[0].strip()} " if word else begun
            for begun, word in zip(CASES, offered, strict=True)]


def is_there(shell: str) -> bool:
    """False also for the old bash of macOS, for which the guide has no line."""
    if shutil.which(shell) is None:
        return False
    ask = ["bash", "--norc", "-c", "((BASH_VERSINFO[0] * 10 + BASH_VERSINFO[1] >= 44))"]
    return shell != "bash" or subprocess.run(ask, check=False).returncode == 0


@pytest.mark.slow
# A shell that is not installed is not asked: CI has bash alone, and takes a skip for a failure.
@pytest.mark.parametrize("shell", [shell for shell in ("bash", "zsh", "fish") if is_there(shell)])
def test_tab_completes_what_was_begun(shell: str, folder: Path) -> None:
    found = (by_fish if shell == "fish" else in_a_terminal)(shell, folder)
    assert [line.replace('"', "") for line in found] == [line.replace('"', "") for line in CASES.values()]
