"""What the tests notice: `make mutants`. Prints the score, and judges nothing.

Mutmut makes small changes to the code, one at a time, and runs the tests that
reach it; a change that no test fails on has survived. One module at a time,
with the tests that `[tool.mutants]` of pyproject.toml names for it: all tests
against all modules would take a day. Mutmut takes packages to lie in `src`, so
each module has a folder of its own, in which ours does.
Usage: mutants.py [--max-children N] [NAME...]: modules such as roadmap/fold, or rooms such as roadmap or
pages/map; none means all modules, which takes long: name those that you changed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from contextlib import chdir
from pathlib import Path
from time import monotonic

from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".mutants"
PACKAGE = Path("src/mkdocs_career_roadmap")
SURVIVORS = FOLDER / "survivors.txt"
WIDTH = 34
"""Columns that the name of a module takes."""
KILLED = ("killed", "timeout", "segfault")
"""How a change ends that the tests noticed: they failed, or never came to an end."""
CONFIG = """\
[mutmut]
source_paths = src/mkdocs_career_roadmap
only_mutate = */mkdocs_career_roadmap/{module}.py
timeout_multiplier = 5
pytest_add_cli_args_test_selection =
    {tests}
pytest_add_cli_args =
    -pmutants_pytest
    -pno:cacheprovider
    -pno:xdist
    -oaddopts=
    -otimeout=0
"""
"""Of our options of pytest, some are for xdist; and mutmut has its own time limit."""


def main(names: list[str], children: int) -> int:
    with (ROOT / "pyproject.toml").open("rb") as file:
        tests: dict[str, list[str]] = tomllib.load(file)["tool"]["mutants"]
    modules = named(names, list(tests))
    FOLDER.mkdir(exist_ok=True)
    SURVIVORS.write_text("", encoding="utf-8")
    total: Counter[str] = Counter()
    print(f"{'module':<{WIDTH}}{'mutants':>8}{'killed':>8}{'survived':>9}{'score':>9}{'seconds':>9}")
    for module in modules:
        began = monotonic()
        ends = score(module, tests[module], children)
        total += ends
        print(line(module, ends), f"{monotonic() - began:8.0f}", flush=True)
    print(line("all", total))
    print(f"What survived is in {SURVIVORS.relative_to(ROOT)}")
    return 0


def named(names: list[str], modules: list[str]) -> list[str]:
    """Return the modules that have one of these names, or lie in a room that has; all when there are none."""
    chosen = {name: {module for module in modules if f"{module}/".startswith(f"{name}/")} for name in names}
    if unknown := [name for name in names if not chosen[name]]:
        raise SystemExit(f"[tool.mutants] of pyproject.toml names no tests for {', '.join(unknown)}")
    return [module for module in modules if not names or any(module in some for some in chosen.values())]


def score(module: str, tests: list[str], children: int) -> Counter[str]:
    """Return how many mutants of a module were killed and survived; write those down that did."""
    folder = FOLDER / module
    shutil.rmtree(folder, ignore_errors=True)  # mutmut keeps old verdicts when only tests changed
    folder.mkdir(parents=True)
    for name, target in {"src": "plugin", "tests": "tests", "pyproject.toml": "pyproject.toml"}.items():
        (folder / name).symlink_to(ROOT / target)
    files = "\n    ".join(test_file(test) for test in tests)
    (folder / "setup.cfg").write_text(CONFIG.format(module=module, tests=files), encoding="utf-8")
    done = subprocess.run(
        [Path(sys.executable).with_name("mutmut"), "run", f"--max-children={children}"], cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), "HYPOTHESIS_PROFILE": "full"},
        check=False, capture_output=True, text=True)
    if done.returncode:
        why = (done.stdout + done.stderr).strip().splitlines()[-1:]
        print(f"{module}: mutmut could not test it: {''.join(why)}", file=sys.stderr)
        return Counter()
    if lost := list(folder.glob("*/lost.txt")):
        raise SystemExit(f"{module}: tests were not found again, so that no verdict counts: see {lost[0]}")
    with chdir(folder):
        mutants = SourceFileMutationData(path=PACKAGE / f"{module}.py")
        mutants.load()
        ends = {name: status_by_exit_code[code] for name, code in mutants.exit_code_by_key.items()}
        with SURVIVORS.open("a", encoding="utf-8") as file:
            file.writelines(f"# {name}: {end}\n{get_diff_for_mutant(name, path=mutants.path)}\n\n"
                            for name, end in ends.items() if end not in KILLED)
    return Counter("killed" if end in KILLED else "survived" for end in ends.values())


def test_file(name: str) -> str:
    """Return the path of tests by a name in [tool.mutants]: roadmap/fold is tests/roadmap/test_fold.py."""
    room, slash, module = name.rpartition("/")
    return f"tests/{room}{slash}test_{module}.py"


def line(name: str, ends: Counter[str]) -> str:
    share = ends["killed"] / max(ends.total(), 1)
    return f"{name:<{WIDTH}}{ends.total():>8}{ends['killed']:>8}{ends['survived']:>9}{share:>9.1%}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--max-children", type=int, default=os.cpu_count() or 1)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    sys.exit(main(options.names, options.max_children))
