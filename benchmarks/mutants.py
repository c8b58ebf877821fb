"""What the tests of the pure core notice: `make mutants`. Prints the score, and judges nothing.

Mutmut makes small changes to the code, one at a time, and runs the tests that
reach it; a change that no test fails on has survived. One module at a time,
with the tests that `[tool.mutants]` of pyproject.toml names for it: all tests
against all modules would take a day. Mutmut takes packages to lie in `src`, so
each module has a folder of its own, in which ours does.
Usage: mutants.py [--max-children N] [MODULE...]: names such as dates; none means the whole core.
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


def main(modules: list[str], children: int) -> int:
    with (ROOT / "pyproject.toml").open("rb") as file:
        tests: dict[str, list[str]] = tomllib.load(file)["tool"]["mutants"]
    unknown = [module for module in modules if module not in tests]
    if unknown:
        raise SystemExit(f"[tool.mutants] of pyproject.toml names no tests for {', '.join(unknown)}")
    FOLDER.mkdir(exist_ok=True)
    SURVIVORS.write_text("", encoding="utf-8")
    total: Counter[str] = Counter()
    print(f"{'module':<14}{'mutants':>8}{'killed':>8}{'survived':>9}{'score':>9}{'seconds':>9}")
    for module in modules or tests:
        began = monotonic()
        found = score(module, tests[module], children)
        total += found
        print(line(module, found), f"{monotonic() - began:8.0f}", flush=True)
    print(line("all", total))
    print(f"What survived is in {SURVIVORS.relative_to(ROOT)}")
    return 0


def score(module: str, tests: list[str], children: int) -> Counter[str]:
    """Return how many mutants of a module were killed and survived; write those down that did."""
    folder = FOLDER / module
    shutil.rmtree(folder, ignore_errors=True)  # mutmut keeps old verdicts when only tests changed
    folder.mkdir()
    for name, target in {"src": "plugin", "tests": "tests", "pyproject.toml": "pyproject.toml"}.items():
        (folder / name).symlink_to(ROOT / target)
    files = "\n    ".join(f"tests/test_{test}.py" for test in tests)
    (folder / "setup.cfg").write_text(CONFIG.format(module=module, tests=files), encoding="utf-8")
    done = subprocess.run(
        [Path(sys.executable).with_name("mutmut"), "run", f"--max-children={children}"], cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)}, check=False,
        capture_output=True, text=True)
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


def line(name: str, found: Counter[str]) -> str:
    share = found["killed"] / max(found.total(), 1)
    return f"{name:<14}{found.total():>8}{found['killed']:>8}{found['survived']:>9}{share:>9.1%}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--max-children", type=int, default=os.cpu_count() or 1)
    parser.add_argument("modules", nargs="*")
    told = parser.parse_args()
    sys.exit(main(told.modules, told.max_children))
