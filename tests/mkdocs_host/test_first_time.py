"""A build says once what is public that was not in the site before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import MakeSite, write
from helpers import fold_of, post
from hosts import HOME, build, config, good
from hosts import post as post_text
from mkdocs_career_roadmap.mkdocs_host.first_time import first_time, names_before, names_of

TOLD = "public for the first time: "


def test_what_was_not_there_before_is_told_by_its_kind() -> None:
    old = names_of(fold_of(post("2026-01-01", path="a.md", goal="G", milestone="One")))
    now = names_of(fold_of(post("2026-01-01", path="a.md", goal="G", milestone="One"),
                           post("2026-01-02", path="b.md", milestone="Two")))
    assert first_time(old, now) == f"{TOLD}milestones Two; posts b.md"
    assert first_time(now, now) == first_time(now, old) == ""
    assert first_time(None, now) == ""  # nobody knows what was there


def test_of_many_some_are_named() -> None:
    now = names_of(fold_of(*(post("2026-01-01", path=f"{n}.md", milestone="M") for n in range(8))))
    assert first_time({"goals": {}, "milestones": {"m": "M"}, "posts": {}}, now) == (
        f"{TOLD}posts 0.md, 1.md, 2.md, 3.md, 4.md, and 3 more")


@pytest.mark.parametrize("text", [
    None, "", "{", "[]", "{}", '{"goals": 3}', '{"goals": [1]}', '{"goals": [{"id": []}]}'])
def test_file_that_is_none_of_ours_says_nothing(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        write(tmp_path, {"roadmap/roadmap.json": text})
    assert names_before(str(tmp_path), "roadmap") is None


def test_build_says_it_once(site: MakeSite) -> None:
    folder = site({**HOME, "posts/a.md": post_text("status: active")}, config("{as_of: 2026-04-01}"))
    first = good(build(folder))
    assert TOLD not in first.log
    secret = post_text("visibility: private", name="Okapi")
    write(folder, {"docs/posts/b.md": secret})
    assert TOLD not in good(build(folder)).log
    write(folder, {"docs/posts/b.md": secret.replace("private", "public")})
    assert f"{TOLD}milestones Okapi; posts posts/b.md" in good(build(folder)).log
    assert TOLD not in good(build(folder)).log
    assert json.loads((folder / "site/roadmap/roadmap.json").read_text("utf-8"))["posts"]
