"""The first screen of the README does what it says, on a site that has a post and a configuration already."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.play import ROOT, Played

README = (ROOT / "README.md").read_text("utf-8")
LINES, PLUGINS = re.findall(r"^```yaml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)[:2]
HAD = "I tried it for a season.\n"


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Played:
    (tmp_path / "docs/blog").mkdir(parents=True)
    (tmp_path / "docs/blog/season.md").write_text(f"{LINES}{HAD}", "utf-8")
    (tmp_path / "docs/blog/other.md").write_text("# Another\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Mine\n{PLUGINS}", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1791000000")  # in October 2026
    return Played(tmp_path)


def test_the_three_lines_and_the_day_are_front_matter_and_the_plugin_takes_two() -> None:
    assert [line.partition(":")[0] for line in LINES.splitlines()] == [
        "---", "date", "goal", "milestone", "status", "---"]
    assert PLUGINS == "plugins:\n  - search\n  - career-roadmap\n"


def test_milestone_and_goal_have_a_page_with_the_post_on_it(played: Played) -> None:
    said = re.search(r"this milestone is (\w+) since 2 (\w+)\.", README)
    assert said is not None
    goal, milestone = re.findall(r"^(?:goal|milestone): (.*)$", LINES, re.MULTILINE)
    assert said[1] == "done"
    assert f"Done: {milestone}" in played.words_of("Roadmap")
    assert f"{said[2][:3]} 2026" in played.words_of(milestone)
    assert f"Done for {goal}" in played.words_of(milestone)
    for page in (goal, milestone):
        assert "2 Mar 2026" in played.words_of(page)


def test_other_pages_are_none_of_the_roadmap_s(played: Played) -> None:
    assert "docs/blog/other.md" not in {f"docs/{path}" for path in played.site.pages}
    assert "Pages and posts without such lines stay as they are." in README.replace("\n", " ")
