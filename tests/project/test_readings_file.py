"""A check that begins with what another one has read finds what it would find without."""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from depth import tries
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.project.on_disk import readings_file, versions
from mkdocs_career_roadmap.project.on_disk.readings_file import ReadingsFile
from mkdocs_career_roadmap.project.on_disk.user_cache import readings_of
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.folder_defaults import NO_DEFAULTS, PageDefaults
from mkdocs_career_roadmap.reading.page import Page, read
from mkdocs_career_roadmap.vocabulary.settings import Settings

from .checks import CONFIG, DAY, SPOILS, A, Checks

PAGES = {
    "index.md": "# Home\n",
    "posts/a.md": A,
    "posts/b.md": "---\ndate: 2026-03-02\nmilestone: A\nevidence: https://example.org\n---\n# B\n",
    "posts/diary.md": "---\nvisibility: private\nmilestone: Okapi\n---\nThe okapi.\n",
    "posts/later.md": "---\nembargo: 2026-03-20\nmilestone: Later\n---\nWords.\n",
}


def site(folder: Path) -> Checks:
    return Checks(folder / "site", folder / "readings", lambda file: {"file": ReadingsFile(file)})


@pytest.fixture
def checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checks:
    made = site(tmp_path)

    def noted(source: Source, settings: Settings, defaults: PageDefaults = NO_DEFAULTS) -> Page:
        made.read.append(source.path)
        return read(source, settings, defaults)

    monkeypatch.setattr(readings_file, "read", noted)
    monkeypatch.setattr(readings_file, "LEAST", 1)
    made.begin(PAGES)
    return made


PRIVATE = ["posts/diary.md", "posts/later.md"]
"""What is read each time."""


def test_second_check_reads_only_what_is_not_kept(checks: Checks) -> None:
    first = checks.run()
    assert sorted(checks.read) == sorted(PAGES)
    assert checks.run() == first
    assert sorted(checks.read) == PRIVATE


def test_page_that_changed_is_read_again_and_no_other(checks: Checks) -> None:
    assert any("dnoe" in line for line in checks.run())
    checks.save("docs/posts/a.md", PAGES["posts/a.md"].replace("dnoe", "done"))
    assert not any("dnoe" in line for line in checks.run())
    assert sorted(checks.read) == ["posts/a.md", *PRIVATE]


def test_page_at_another_path_is_another(checks: Checks) -> None:
    checks.run()
    (checks.folder / "docs/posts/a.md").rename(checks.folder / "docs/a.md")
    checks.run()
    assert sorted(checks.read) == ["a.md", *PRIVATE]


@pytest.mark.parametrize(("path", "text"), [
    ("mkdocs.yml", CONFIG.replace("OPTIONS", "scopes: [tiny, huge]")),
    ("mkdocs.yml", CONFIG.replace("OPTIONS", "lesson_headings: [What stays]")),
    ("docs/posts/.meta.yml", "tags: [x]\n"),
])
def test_other_rules_read_all_anew(checks: Checks, path: str, text: str) -> None:
    if "meta" in path:
        checks.save("mkdocs.yml", "plugins: [meta, career-roadmap]\n")
    checks.run()
    checks.save(path, text)
    checks.run()
    assert sorted(checks.read) == sorted(PAGES)


def test_page_that_waits_for_a_day_is_shown_on_it(checks: Checks, monkeypatch: pytest.MonkeyPatch) -> None:
    def waits(day: date) -> bool:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
                                                        .timestamp())))
        return any("embargo keeps this page back" in line for line in checks.run(day))

    assert waits(date(2026, 3, 10))
    assert not waits(DAY)
    assert sorted(checks.read) == PRIVATE


def test_other_version_reads_all_anew(checks: Checks, monkeypatch: pytest.MonkeyPatch) -> None:
    checks.run()
    monkeypatch.setattr(versions, "_own_files", lambda: "another")
    monkeypatch.setattr(versions.sys, "version", "4.0")
    checks.run()
    assert sorted(checks.read) == sorted(PAGES)


def test_nothing_private_is_in_the_file(checks: Checks) -> None:
    checks.run()
    content = checks.file.read_bytes()
    assert b"posts/a.md" in content
    assert b"kapi" not in content
    assert b"diary" not in content


def test_page_that_becomes_private_is_gone_from_the_file(checks: Checks) -> None:
    checks.run()
    checks.save("docs/posts/b.md", "---\nvisibility: private\n---\nBee-eaters.\n")
    checks.run()
    assert b"example.org" not in checks.file.read_bytes()


@pytest.mark.parametrize("spoil", SPOILS)
def test_broken_file_is_as_none(checks: Checks, spoil: Callable[[bytes], bytes]) -> None:
    checks.run()
    checks.file.write_bytes(spoil(checks.file.read_bytes()))
    checks.run()
    assert sorted(checks.read) == sorted(PAGES)


@pytest.mark.parametrize("row", [b"{", b"[]", b'{"path": 1}', b"[" * 5000, b'{"title":"x"}'])
def test_row_that_is_no_page_is_read_anew(checks: Checks, row: bytes) -> None:
    checks.run()
    first, _, rules, *rows = checks.file.read_bytes().split(b"\n")
    body = b"\n".join((rules, *(one.partition(b" ")[0] + b" " + row for one in rows)))
    checks.file.write_bytes(b"\n".join((first, readings_file._hash(body), body)))
    checks.run()
    assert sorted(checks.read) == sorted(PAGES)


def test_what_is_unchanged_is_not_written_again(checks: Checks) -> None:
    checks.run()
    before = checks.file.stat().st_mtime_ns
    os.utime(checks.file, ns=(before - 10**9, before - 10**9))
    checks.run()
    assert checks.file.stat().st_mtime_ns == before - 10**9


def test_file_that_cannot_be_written_changes_nothing(checks: Checks) -> None:
    checks.file.mkdir()
    assert checks.run()
    assert sorted(checks.read) == sorted(PAGES)


def test_few_pages_are_worth_no_file(checks: Checks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings_file, "LEAST", len(PAGES) + 1)
    checks.run()
    assert not checks.file.exists()


def test_files_that_are_old_are_taken_away(checks: Checks) -> None:
    old, new = checks.file.with_name("old"), checks.file.with_name("new")
    for file in (old, new):
        file.write_text("x", "utf-8")
    long_ago = time.time() - 91 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    checks.run()
    assert not old.exists()
    assert new.exists()


TEXTS = [*PAGES.values(), "---\ndraft: true\ngoal: G\n---\n", "---\na: [\n---\n", "Words [x](posts/a.md).\n",
         "---\ngoal: G\nmilestone: {A: done}\nlessons: [One.]\n---\n```roadmap\nboard\n```\n", ""]
EDIT = st.tuples(st.sampled_from([*PAGES, "c.md"]), st.sampled_from(TEXTS))


@given(st.lists(EDIT, max_size=6))
@tries(400)
def test_any_edits_are_told_as_without_a_file(edits: list[tuple[str, str]]) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as made:
        patch.setattr(readings_file, "LEAST", 1)
        checks = site(Path(made))
        checks.begin({"index.md": "# Home\n"})
        for path, text in edits:
            checks.save(f"docs/{path}", text)
            checks.run()


def test_command_keeps_what_it_reads_for_its_user_alone(
    checks: Checks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept = readings_of(checks.folder / "mkdocs.yml")
    assert kept
    ran = [CliRunner().invoke(cli, ["check", str(checks.folder), *more]).output
           for more in (["--fresh"], [], [])]
    assert ran[0] == ran[1] == ran[2]
    assert json.loads(kept.read_bytes().split(b"\n")[3].partition(b" ")[2])["path"] in PAGES
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_fresh_check_leaves_nothing(
    checks: Checks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    CliRunner().invoke(cli, ["check", str(checks.folder), "--fresh"])
    assert not (tmp_path / "cache").exists()
