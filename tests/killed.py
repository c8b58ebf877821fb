"""Runs a command of ours again and again and kills it at each step towards its files, as a script:

    python killed.py FOLDER SEED NUMBER WORD...

The command runs in FOLDER, anew each time. It is killed by the system at every file that it opens to write,
puts in a place or removes, and within every file, at some byte of it; the same bytes then are all that a disk
has room for. So many times it is killed at any moment besides: at one of its calls, which the seed chooses.
Prints JSON: how often it was stopped, and what was wrong after that.
"""

from __future__ import annotations

import io
import json
import os
import random
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from mkdocs_career_roadmap.cli import main

STEPS = {"os.rename", "os.link", "os.remove", "os.chmod", "os.mkdir", "shutil.copyfile"}
Files = dict[str, bytes]


def files(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*")
            if path.is_file()}


def is_whole(found: Files, before: Files, after: Files) -> bool:
    """True when each file is as it was or as it will be; what is hidden is no file of the site."""
    return all(content in (before.get(path), after.get(path))
               for path, content in found.items() if "/." not in f"/{path}" or path in after
               ) and all(path in found for path in before)


def run(folder: Path, words: list[str], prepare: Callable[[], None] = lambda: None) -> int:
    """Run the command in a process of its own and return how that ended."""
    child = os.fork()
    if not child:
        try:
            prepare()
            os._exit(ends_with(folder, words))
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def ends_with(folder: Path, words: list[str]) -> int:
    """Run the command here and return its exit code."""
    os.chdir(folder)
    sys.argv = ["career-roadmap", *words]
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def kill_at(step: int) -> None:
    """Let this process be killed at that step."""
    taken = 0

    def see(event: str, about: tuple[object, ...]) -> None:
        nonlocal taken
        if event in STEPS or (event == "open" and about[2] & (os.O_WRONLY | os.O_RDWR)):
            taken += 1
            if taken > step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(see)


def kill_at_call(call: int) -> None:
    """Let this process be killed at that call of a function, whatever it does then."""
    seen = 0

    def see(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen > call:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(see)


def calls_of(folder: Path, words: list[str]) -> int:
    """Run the command here and return how often it calls a function or comes back from one."""
    seen = 0

    def see(*_: object) -> None:
        nonlocal seen
        seen += 1

    sys.setprofile(see)
    ends_with(folder, words)
    sys.setprofile(None)
    return seen


def room(size: int, *, is_killed: bool) -> None:
    """Let no file become larger: whoever writes more is killed, or told that it does not fit."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if is_killed else signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def ways(sizes: list[int]) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield the ways to stop a command, each with its name; the last steps may be more than it takes."""
    for size in sizes:
        yield f"killed at byte {size}", lambda size=size: room(size, is_killed=True)
        yield f"no room for byte {size}", lambda size=size: room(size, is_killed=False)
    for step in range(1000):
        yield f"killed at step {step}", lambda step=step: kill_at(step)


def moments(calls: int, seed: int, number: int) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield moments at which to kill a command that takes so many calls, each with its name."""
    for call in sorted(random.Random(seed).sample(range(calls), min(number, calls))):
        yield f"killed at call {call} of {calls}", lambda call=call: kill_at_call(call)


def report(folder: Path, seed: int, number: int, words: list[str]) -> dict[str, object]:
    """Stop the command in all ways, and tell what was wrong."""
    work = folder.with_name(f"{folder.name}-killed")
    shutil.copytree(folder, work)
    whole = ends_with(work, words)  # which loads all there is to load, once
    before, after = files(folder), files(work)
    largest = max(len(after[path]) for path in after if after[path] != before.get(path))
    shutil.rmtree(work)
    shutil.copytree(folder, work)
    calls = calls_of(work, words)
    stopped, wrong = 0, [f"it ends with {whole}"] if whole else []
    for name, prepare in (*moments(calls, seed, number), *ways([0, 1, largest // 2, largest - 1])):
        shutil.rmtree(work)
        shutil.copytree(folder, work)
        code = run(work, words, prepare)
        if name.startswith("killed at step") and code == 0:
            break
        stopped += 1
        if code == 0 and not name.startswith("killed at call"):  # it may take a few calls less
            wrong.append(f"{name}: it tells of nothing")
        if not is_whole(files(work), before, after):
            wrong.append(f"{name}: it leaves half a file")
        run(work, words)
        if files(work) != after:
            wrong.append(f"{name}: a second run does not repair it")
    shutil.rmtree(work)
    return {"stopped": stopped, "calls": calls, "wrong": wrong}


if __name__ == "__main__":
    folder, seed, number, *command = sys.argv[1:]
    json.dump(report(Path(folder), int(seed), int(number), command), sys.stdout)
