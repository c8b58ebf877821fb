"""What the tests notice: `make mutants`. Prints the score, and judges nothing.

Mutmut makes small changes to the code, one at a time, and runs the tests that
reach it; a change that no test fails on has survived. A module is judged by the
tests that `[tool.mutants]` of pyproject.toml names for it: all tests against all
modules would take a day. Modules with the same tests are judged together, for
the tests run three times before the first mutant. Mutmut takes packages to lie
in `src`, so each such group has a folder of its own, in which ours does.
Usage: mutants.py [--max-children N] [--sample N] [NAME...]: modules such as roadmap/fold, or rooms such as
roadmap or pages/map; none means all modules, which takes long: name those that you changed. With a sample,
so many mutants of each module are tried, the same at each run, by tests of default depth; the last line says
what that tells of all.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from contextlib import chdir
from pathlib import Path
from time import monotonic
from typing import TextIO

from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import get_mutant_name
from sampling import Part, chosen, share

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
only_mutate =
    {modules}
track_dependencies = false
timeout_constant = 4
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


def main(names: list[str], children: int, sample: int) -> int:
    with (ROOT / "pyproject.toml").open("rb") as file:
        tests: dict[str, list[str]] = tomllib.load(file)["tool"]["mutants"]
    FOLDER.mkdir(exist_ok=True)
    SURVIVORS.write_text("", encoding="utf-8")
    total: list[Part] = []
    print(f"{'module':<{WIDTH}}{'mutants':>8}{'tried':>8}{'killed':>8}{'score':>9}{'seconds':>9}")
    for modules in together(named(names, list(tests)), tests):
        began = monotonic()
        parts = score(modules, tests[modules[0]], children, sample)
        each = (monotonic() - began) / len(modules)
        for module, part in parts.items():
            print(line(module, [part]), f"{each:8.0f}", flush=True)
        total += parts.values()
    print(line("all", total))
    if sample:
        whole = share(total)
        print(f"Of all {sum(part.size for part in total)} mutants {whole.value:.1%} would be killed; "
              f"with a certainty of 95 % {whole.low:.1%} to {whole.high:.1%}")
    print(f"What survived is in {SURVIVORS.relative_to(ROOT)}")
    return 0


def together(modules: list[str], tests: dict[str, list[str]]) -> list[list[str]]:
    """Return the modules in groups that the same tests judge."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for module in modules:
        groups.setdefault(tuple(sorted(tests[module])), []).append(module)
    return list(groups.values())


def named(names: list[str], modules: list[str]) -> list[str]:
    """Return the modules that have one of these names, or lie in a room that has; all when there are none."""
    chosen = {name: {module for module in modules if f"{module}/".startswith(f"{name}/")} for name in names}
    if unknown := [name for name in names if not chosen[name]]:
        raise SystemExit(f"[tool.mutants] of pyproject.toml names no tests for {', '.join(unknown)}")
    return [module for module in modules if not names or any(module in some for some in chosen.values())]


def score(modules: list[str], tests: list[str], children: int, sample: int) -> dict[str, Part]:
    """Return how many mutants each module has, and how many were killed; write those down that were not.

    All of them are tried when the sample is 0.
    """
    folder = FOLDER / modules[0]
    shutil.rmtree(folder, ignore_errors=True)  # mutmut keeps old verdicts when only tests changed
    folder.mkdir(parents=True)
    for name, target in {"src": "plugin", "tests": "tests", "pyproject.toml": "pyproject.toml"}.items():
        (folder / name).symlink_to(ROOT / target)
    (folder / "setup.cfg").write_text(CONFIG.format(
        modules="\n    ".join(f"*/mkdocs_career_roadmap/{module}.py" for module in modules),
        tests="\n    ".join(map(test_file, tests))), encoding="utf-8")
    with chdir(folder):
        names = {module: mutants(module) for module in modules}
    tried = {module: chosen(names[module], sample or len(names[module])) for module in modules}
    done = subprocess.run(
        [Path(sys.executable).with_name("mutmut"), "run", f"--max-children={children}",
         *(name for some in tried.values() for name in some if sample)], cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent),
             "HYPOTHESIS_PROFILE": "default" if sample else "full"},
        check=False, capture_output=True, text=True)
    if done.returncode:
        why = (done.stdout + done.stderr).strip().splitlines()[-1:]
        print(f"{', '.join(modules)}: mutmut could not test it: {''.join(why)}", file=sys.stderr)
        return {}
    if lost := list(folder.glob("*/lost.txt")):
        raise SystemExit(f"{modules[0]}: tests were not found again, no verdict counts: see {lost[0]}")
    with chdir(folder), SURVIVORS.open("a", encoding="utf-8") as file:
        return {module: _verdict(module, tried[module], file) for module in modules}


def mutants(module: str) -> list[str]:
    """Return the names of a module's mutants as mutmut gives them, in whose folder this runs."""
    path = PACKAGE / f"{module}.py"
    made = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
    return [get_mutant_name(path, name) for name in made.mutant_names]


def _verdict(module: str, tried: list[str], survivors: TextIO) -> Part:
    data = SourceFileMutationData(path=PACKAGE / f"{module}.py")
    data.load()
    ends = {name: status_by_exit_code[data.exit_code_by_key[name]] for name in sorted(tried)}
    lived = {name: end for name, end in ends.items() if end not in KILLED}
    survivors.writelines(f"# {name}: {end}\n{get_diff_for_mutant(name, path=data.path)}\n\n"
                         for name, end in lived.items())
    return Part(len(data.exit_code_by_key), len(ends), len(ends) - len(lived))


def test_file(name: str) -> str:
    """Return the path of tests by a name in [tool.mutants]: roadmap/fold is tests/roadmap/test_fold.py."""
    room, slash, module = name.rpartition("/")
    return f"tests/{room}{slash}test_{module}.py"


def line(name: str, parts: list[Part]) -> str:
    size, tried, killed = map(sum, zip(*parts, strict=True)) if parts else (0, 0, 0)
    return f"{name:<{WIDTH}}{size:>8}{tried:>8}{killed:>8}{killed / max(tried, 1):>9.1%}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--max-children", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sample", type=int, default=0, metavar="N")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    sys.exit(main(options.names, options.max_children, options.sample))
