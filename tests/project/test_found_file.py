"""A check of a site in which nothing has changed tells what the one before has found, and reads nothing."""

from __future__ import annotations

import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from depth import tries
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.project import check as checking
from mkdocs_career_roadmap.project.on_disk import found_file
from mkdocs_career_roadmap.project.on_disk.found_file import FoundFile, FoundInSite
from mkdocs_career_roadmap.project.on_disk.user_cache import readings_of
from mkdocs_career_roadmap.vocabulary.codes import Severity
from mkdocs_career_roadmap.vocabulary.problems import Place, Problem

from .checks import CONFIG, DAY, SPOILS, A, Checks

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there nothing is kept")
PAGES = {
    "index.md": "# Home\n",
    "posts/a.md": A,
    "posts/b.md": "---\ndate: 2026-03-02\nmilestone: A\nevidence: proof.pdf\n---\n# B\n",
    "posts/proof.pdf": "proof",
}


def site(folder: Path, patch: pytest.MonkeyPatch) -> Checks:
    checks = Checks(folder / "site", folder / "found", lambda file: {"found_file": FoundFile(file)})
    real = checking.read_site

    def noted(project: object, day: date, **how: object) -> object:
        checks.read.append(day)
        return real(project, day, **how)  # type: ignore[arg-type]

    patch.setattr(checking, "read_site", noted)
    patch.setattr(found_file, "LEAST", 1)
    patch.setattr(found_file, "UNSURE", -(10**18))
    checks.begin(PAGES)
    return checks


@pytest.fixture
def checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checks:
    return site(tmp_path, monkeypatch)


def test_second_check_reads_nothing(checks: Checks) -> None:
    first = checks.run()
    assert len(first) == 1
    assert checks.read == [DAY]
    assert checks.run() == first
    assert checks.read == []


Edit = Callable[[Checks], object]
EDITS: dict[str, Edit] = {
    "a page of the same length": lambda c: c.save(
        "docs/posts/a.md", PAGES["posts/a.md"].replace("dnoe", "done")),
    "a new page": lambda c: c.save("docs/posts/c.md", PAGES["posts/a.md"]),
    "a page that goes": lambda c: (c.folder / "docs/posts/a.md").unlink(),
    "a page at another path": lambda c: (c.folder / "docs/posts/a.md").rename(c.folder / "docs/a.md"),
    "a file that goes": lambda c: (c.folder / "docs/posts/proof.pdf").unlink(),
    "a file that nobody may publish": lambda c: (c.folder / "docs/posts/x.png").symlink_to("/etc/hostname"),
    "a page that is left out": lambda c: c.save("docs/.drafts/x.md", "[a](../posts/a.md)"),
    "a link that leads nowhere": lambda c: (c.folder / "docs/posts/x.png").symlink_to("y.png"),
    "an option": lambda c: c.save("mkdocs.yml", CONFIG.replace("OPTIONS", "problems: {bad-status: hint}")),
    "the menu": lambda c: c.save("mkdocs.yml", CONFIG.replace("OPTIONS", "") + "nav: [posts/z.md]\n"),
    "a private page": lambda c: c.save("docs/posts/b.md", "---\nvisibility: private\n---\nOkapi.\n"),
    "defaults of a folder": lambda c: (
        c.save("mkdocs.yml", "plugins: [meta, career-roadmap]\n"),
        c.save("docs/posts/.meta.yml", "status: dropped\n")),
    "works": lambda c: (
        c.save("mkdocs.yml", CONFIG.replace("OPTIONS", "bibliography: [w.bib]")),
        c.save("w.bib", "@book{x")),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_change_is_seen(checks: Checks, edit: Edit) -> None:
    checks.run()
    edit(checks)
    checks.run()
    assert checks.read == [DAY]


def test_works_that_change_are_seen(checks: Checks) -> None:
    EDITS["works"](checks)
    checks.run()
    checks.save("w.bib", "@book{y, title = {Y}}")
    checks.run()
    assert checks.read == [DAY]


def test_link_to_a_page_that_changes_or_leads_elsewhere_is_seen(checks: Checks) -> None:
    for name in ("one.md", "two.md"):
        checks.save(name, PAGES["posts/a.md"])
    link = checks.folder / "docs/posts/link.md"
    link.symlink_to("../../one.md")
    checks.run()
    checks.save("one.md", PAGES["posts/a.md"].replace("dnoe", "done"))
    checks.run()
    assert checks.read == [DAY]
    link.unlink()
    link.symlink_to("../../two.md")
    checks.run()
    assert checks.read == [DAY]
    checks.run()
    assert checks.read == []


def test_another_day_is_another_check(checks: Checks) -> None:
    checks.run()
    checks.run(date(2026, 4, 2))
    assert checks.read == [date(2026, 4, 2)]


def test_nothing_is_kept_of_a_site_with_something_hidden(checks: Checks) -> None:
    checks.run()
    assert checks.file.exists()
    EDITS["a private page"](checks)
    for _ in range(2):
        checks.run()
        assert checks.read == [DAY]
        assert not checks.file.exists()


def test_nothing_is_kept_of_what_was_changed_just_now(
    checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(found_file, "LEAST", 1)
    checks.run()
    assert not checks.file.exists()
    with monkeypatch.context() as later:
        now = time.time_ns()
        later.setattr(found_file.time, "time_ns", lambda: now + 3 * 10**9)
        checks.run()
    assert checks.file.exists()


def test_few_files_are_worth_none(checks: Checks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_file, "LEAST", len(PAGES) + 1)
    checks.run()
    assert not checks.file.exists()


def test_other_version_reads_all_anew(checks: Checks, monkeypatch: pytest.MonkeyPatch) -> None:
    checks.run()
    monkeypatch.setattr(found_file, "read_by", lambda: "another")
    checks.run()
    assert checks.read == [DAY]


@pytest.mark.parametrize("spoil", SPOILS)
def test_broken_file_is_as_none(checks: Checks, spoil: Callable[[bytes], bytes]) -> None:
    checks.run()
    checks.file.write_bytes(spoil(checks.file.read_bytes()))
    checks.run()
    assert checks.read == [DAY]


@pytest.mark.parametrize("row", [b"{", b"[]", b'{"pages": "1"}', b"[" * 5000])
def test_row_that_is_nothing_found_is_found_anew(checks: Checks, row: bytes) -> None:
    checks.run()
    first, _, key, _ = checks.file.read_bytes().split(b"\n")
    body = key + b"\n" + row
    checks.file.write_bytes(b"\n".join((first, found_file._hash(body), body)))
    checks.run()
    assert checks.read == [DAY]


def test_file_that_cannot_be_written_changes_nothing(checks: Checks) -> None:
    checks.file.mkdir()
    for _ in range(2):
        checks.run()
        assert checks.read == [DAY]


PROBLEMS = st.builds(
    Problem, st.just("bad-status"), st.builds(Place, st.text(), st.integers(1), st.integers(1)), st.text(),
    st.lists(st.builds(Place, st.text()), max_size=2).map(tuple), st.sampled_from(Severity))


@given(st.builds(FoundInSite, st.lists(PROBLEMS, max_size=3).map(tuple),
                 *[st.integers(0)] * 4))
def test_what_was_found_comes_back_as_it_was(found: FoundInSite) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as made:
        patch.setattr(found_file, "LEAST", 0)
        patch.setattr(found_file, "UNSURE", 0)
        first, second = FoundFile(Path(made, "found")), FoundFile(Path(made, "found"))
        assert first.begin("x", made, []) is None
        first.leave(found)
        assert second.begin("x", made, []) == found
        assert second.begin("y", made, []) is None


@given(st.lists(st.sampled_from([*EDITS, "nothing"]), max_size=6))
@tries(60)
def test_any_edits_are_told_as_without_a_file(edits: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as made:
        checks = site(Path(made), patch)
        checks.run()
        for name in edits:
            with suppress(OSError):  # it was done before
                EDITS.get(name, bool)(checks)
            checks.run()


def test_command_says_the_same_again_and_keeps_it_for_its_user_alone(
    checks: Checks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept = readings_of(checks.folder / "mkdocs.yml")
    assert kept
    ran = []
    folder = str(checks.folder)
    for args in ([folder, "--fresh"], [folder], [folder], [f"{folder}/docs/posts/b.md"]):
        checks.read.clear()
        done = CliRunner().invoke(cli, ["check", *args])
        ran.append((done.output, done.exit_code, len(checks.read)))
    assert ran[0][:2] == ran[1][:2] == ran[2][:2]
    assert [times for *_, times in ran] == [1, 1, 0, 0]
    assert "posts/b.md" in ran[3][0]
    found = kept.with_name(f"{kept.name}-found")
    assert stat.S_IMODE(found.stat().st_mode) == 0o600
