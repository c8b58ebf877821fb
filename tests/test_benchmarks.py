"""Each part of `make bench` runs to its end, at tiny sizes, where a figure says nothing but is there."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import aside
import pytest
from depth import IS_FULL, turn

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
NUMBER = r"-?\d+\.?\d*"


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Return a function that imports a module of the benchmarks by its name."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module


@pytest.fixture
def bench(module: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the module of whole sites and of the core. By default it uses what Python has compiled already:
    to compile all that a build imports takes longer than the build. Garbage, which it looks for before each
    run of the core, is looked for among all that these tests consist of once.
    """
    aside.put_aside()
    made = module("bench")
    if not IS_FULL:
        monkeypatch.setattr(made, "compiled_in", lambda _: {})
        monkeypatch.setattr(made, "COMPILED", 0)
    return made


def numbers(line: str) -> list[float]:
    return [float(number) for number in re.findall(NUMBER, line)]


@pytest.mark.slow
def test_sites_are_measured_with_and_without_us(
    bench: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bench, "SITES", {("mkdocs", 3): 1})
    bench.bench_sites()
    posts, pairs, plain, ours, ratio, _, least, most, *memory, plain_pages, pages = numbers(
        capsys.readouterr().out.splitlines()[-1].removeprefix("mkdocs"))
    assert (posts, pairs) == (3, 1)
    assert least == ratio == most == pytest.approx(ours / plain, abs=0.05)
    assert len(memory) == 3
    assert 0 < plain_pages < pages


@pytest.mark.slow
@pytest.mark.newest
def test_zensical_is_measured_beside_mkdocs(
    bench: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    pytest.importorskip("zensical")
    monkeypatch.setattr(bench, "ZENSICAL", {3: 1})
    bench.bench_zensical()
    cpu, said, wall, _ = capsys.readouterr().out.splitlines()[-4:]
    assert [len(numbers(line)) for line in (cpu, wall)] == [6, 6]
    assert "times as much as MkDocs at first" in said


@pytest.mark.slow
def test_loading_is_measured(
    bench: ModuleType, capsys: pytest.CaptureFixture[str],
) -> None:
    bench.bench_loading(pairs=1)
    pairs, added, aim, times = numbers(capsys.readouterr().out)
    assert (pairs, aim) == (1, 60)
    assert (times > 1) == (added > 0)


def test_core_is_measured_at_each_size(
    bench: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bench, "SIZES", {10: 1, 30: 1})
    bench.bench_core()
    first, second = capsys.readouterr().out.splitlines()[-2:]
    posts, scan, _, build, render, total, _ = numbers(first)
    assert posts == 10
    assert 0 < scan < total == pytest.approx(build + render, abs=0.02)
    assert numbers(second)[0] == 30
    assert "n^" in second


def test_overview_is_measured_at_each_size(
    bench: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bench, "OVERVIEWS", (30,))
    bench.bench_overview()
    milestones, ms, all_kb, map_kb, layout = numbers(capsys.readouterr().out.splitlines()[-1])
    assert milestones == 6
    assert min(ms, layout) >= 0
    assert 0 < map_kb < all_kb


@pytest.mark.slow
def test_remembering_is_measured(
    module: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    remembering = module("remembering")
    monkeypatch.setattr(remembering, "CHECKED", 20)
    monkeypatch.setattr(remembering, "RESTS", 0)
    monkeypatch.setattr(remembering, "EDITS", {"text": 10})
    blogs = turn(remembering.BLOGS, 1)  # all that is measured is so with a blog, too
    monkeypatch.setattr(remembering, "BLOGS", blogs)
    remembering.main(20, 1)
    out = capsys.readouterr().out
    assert out.count("Whole builds") == out.count("From a saved post") == len(blogs)
    assert out.count("the CPU of stock MkDocs, from nothing") == len(blogs)
    assert out.count("after a change of") == len(blogs) * len(remembering.EDITS)
    _, check = out.split("`career-roadmap check` of 20 posts")
    assert check.count("aim: at most") == len(remembering.CHECK)


@pytest.mark.slow
def test_growth_is_measured(
    module: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    growth = module("growth")
    monkeypatch.setattr(growth, "SIZE", 200)
    growth.main()
    measured, slow, *_ = numbers(capsys.readouterr().out)
    assert measured > 100
    assert slow == 0
