"""A build and `career-roadmap check` tell the same, over all cases of tests/cases."""

from __future__ import annotations

import json
import os
import posixpath
import re
from datetime import date
from pathlib import Path

import pytest
from conftest import MakeSite, write
from depth import some
from hosts import build, config
from mkdocs_career_roadmap.project.check import check
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.reading.foreign import is_softened
from mkdocs_career_roadmap.vocabulary.options import OPTIONS
from test_cases import CASES, Case

DAY = date(2026, 4, 1)
# A theme of nothing, and nothing of a page that takes long: what is told does not depend on either.
BARE = {
    "theme/main.html": "{{ page.content }}",
    "short.py": "from mkdocs.plugins import event_priority\n\n\n"
                "@event_priority(-200)\n"
                "def on_page_markdown(markdown, **kwargs):\n"
                "    return markdown[:5000]\n"}


DECIDED = {
    "bad-host-value": "the files of the theme are known to a build only",
    "redirect-conflict": "what other plugins write is known to a build only",
}
"""What a build may tell besides; the guide says so at each of these problems."""
CONFIG = ("{name: null, custom_dir: theme}", "[ROADMAP]")
POST = "---\ndate: 2026-03-01\ngoal: Fly\nmilestone: Wings\n---\nWords.\n"


SUMMED_UP = re.compile(r"career-roadmap: (\d+) pages? outside of the roadmap with something odd")


def build_tells(folder: Path) -> list[str]:
    """Return what a build tells, and how many pages of others it sums up in one line."""
    log = build(folder, strict=False).log
    told = sorted(re.findall(r"career-roadmap: ((?:docs/|\w+\.(?:bib|json):).*)", log))
    return [*told, *(f"{number} outside" for number in SUMMED_UP.findall(log))]


def check_tells(folder: Path, monkeypatch: pytest.MonkeyPatch, day: date) -> list[str]:
    """Return the same of a check, which lists all of them."""
    monkeypatch.chdir(folder)
    project = read_project(Path("mkdocs.yml"))
    problems = check(project, day).problems
    outside = {p for p in problems if is_softened(p) and p.code not in project.settings.severities}
    told = sorted(str(p) for p in problems if p not in outside)
    return [*told, *([f"{len({p.place.path for p in outside})} outside"] if outside else [])]


def of(case: Case, site: MakeSite) -> Path:
    """Return the project of a case: its files as a docs folder, its settings as options."""
    options = {name: value for name, value in case.settings.items() if name in OPTIONS}
    assert case.settings.keys() - options.keys() <= {"today"}, "such a setting has no build of its own"
    works = {posixpath.basename(path): text for path, text in case.works.items()}
    plugin = json.dumps({"as_of": case.as_of.isoformat(), "bibliography": [*works], **options})
    folder = site({path: case.filled(text) for path, text in case.files.items()},
                  config(plugin, *CONFIG, "hooks: [short.py]\n"))
    write(folder, BARE | works)
    return folder


@pytest.mark.parametrize("case", some(CASES, 2), ids=lambda case: case.purpose)
def test_build_and_check_tell_the_same(
    case: Case, site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    if today := case.settings.get("today"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str((today - date(1970, 1, 1)).days * 86400))
    folder = of(case, site)
    assert build_tells(folder) == check_tells(folder, monkeypatch, case.as_of)


FILES = {
    "index.md": "# Home\n", "a.md": POST, "README.md": "---\ngoal: [\n---\n",
    "out/b.md": "---\ngoal: [\n---\n",
    "templates/x.md": "---\ngoal: [\n---\n", ".hidden/x.md": "---\ngoal: [\n---\n",
    "roadmap/feed.xml": "x", "roadmap/goals/FLY.md": "# Fly\n", "roadmap/board.html": "x",
    "notes/NOTES.MD": "# Notes\n", "a.md~": "x", "private/d.md": "---\nvisibility: private\n---\n",
    "private/d.png": "x", "kept.txt": "---\ndraft: true\n---\n",
    "sketch.png": "x", "sketch.md": "![](sketch.png)\n",
    "claims.md": "---\nredirect_from: [/private/d/, /other]\n---\n",
    "sketched.md": "[s](sketch.md), [b](out/b.md), <img srcset='private/d/ 2x'> private/d.md, [[d]]\n",
    "kept/.meta.yml": "visibility: private\n", "kept/e.md": POST, "kept/e.csv": "1",
    "links.md": "[d](private/d.md), [e](kept/e.md)\n", "draft.md": "---\ndraft: true\n---\n",
    "old.md": "---\nredirect_from: [/a/, /x, 'C:/']\n---\n", "older.md": "---\nredirect_from: /x\n---\n",
    "theme.md": "---\ntemplate: nowhere.html\nhide: toc\n---\n", "bad.md": "---\ntitle: a: b\n---\n"}


@pytest.mark.parametrize("flat", [False, True])
def test_they_tell_the_same_of_files_and_of_the_configuration(
    flat: bool, site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = (f"use_directory_urls: {json.dumps(not flat)}\nexclude_docs: out/\n"
            "draft_docs: |\n  draft.md\n  sketch.md\n"
            "nav: [index.md, private/d.md, {Kept: [kept/e.md, sketch.md]}]\n")
    folder = site(FILES, config("{as_of: 2026-04-01}", *CONFIG, more))
    write(folder, BARE)
    docs = folder / "docs"
    (docs / "latin.md").write_bytes(b"caf\xe9\n")
    os.link(docs / "private/d.md", docs / "another-name.txt")
    (docs / "nowhere.md").symlink_to("gone.md")
    (docs / "outside").symlink_to(folder / "theme")
    os.mkfifo(docs / "pipe.md")
    built, checked = build_tells(folder), check_tells(folder, monkeypatch, DAY)
    build_only = [told for told in built if told not in checked]
    assert [told for told in checked if told not in built] == []
    assert {told.rpartition("[")[2].rstrip("]") for told in build_only} <= DECIDED.keys()
    assert len(checked) > 15


def test_what_only_a_build_tells_is_said_in_the_guide() -> None:
    guide = (Path(__file__).parents[2] / "docs/guide/problems.md").read_text("utf-8")
    for code in DECIDED:
        section = guide.partition(f"### `{code}`")[2].partition("\n### ")[0]
        assert "career-roadmap check" in section, code


DIARY = "---\nvisibility: private\n---\n# The diary of an okapi\n"
TRANSLATED = {
    "index": "# Home\n\n[a](p/a.md), [b](p/b.md), [d](p/d.md)\n", "p/e": "# E\n",
    "p/a": DIARY, "p/b": DIARY, "p/c": DIARY,
    "p/d": "---\ndraft: true\n---\n# D\n"}
INTO_FRENCH = {
    "index": "# Maison\n\n[a](p/a.md), [b](p/b.md), [c](p/c.md), [d](p/d.md), [e](p/e.md)\n",
    "p/e": DIARY,
    "p/b": "# Un okapi\n", "p/c": "---\nvisibility: public\n---\n# Un zèbre\n", "p/d": "# Un okapi\n"}


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_translation_of_a_hidden_page_is_hidden_too_unless_it_says_otherwise(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch, structure: str
) -> None:
    first, second = ("en/{}.md", "fr/{}.md") if structure == "folder" else ("{}.md", "{}.fr.md")
    tree = {**{first.format(name): text for name, text in TRANSLATED.items()},
            **{second.format(name): text for name, text in INTO_FRENCH.items()}}
    languages = "[{locale: en, name: English, default: true}, {locale: fr, name: Français}]"
    options = f"{{docs_structure: {structure}, languages: {languages}}}"
    folder = site(tree, config(plugins=f"[search, i18n: {options}, ROADMAP]"))
    told = check_tells(folder, monkeypatch, DAY)
    assert sorted(build_tells(folder)) == told
    made = build(folder, out="again", strict=False)
    assert made.code == 1
    assert {name for name in made.site.files if "/p/" in f"/{name}" and name.endswith(".html")} == {
        "fr/p/c/index.html", "p/e/index.html", "fr/p/e/index.html"}
    assert b"okapi" not in b"".join(made.content().values())
    errors = [line.partition(":")[0] for line in told if "error: this translates a page that is " in line]
    assert errors == sorted(f"docs/{second.format(name)}" for name in ("p/b", "p/d"))
    assert f"docs/{second.format('index')}:3:37: " not in "".join(told)  # the link to what is public


def test_picture_of_a_private_page_is_published_by_no_other_name(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = {"index.md": "# Home\n\n![](shown.png)\n", "p/okapi.png": "x",
            "p/a.md": f"{DIARY}\n![](okapi.png)\n"}
    folder = site(tree, config("{}", *CONFIG, "hooks: [short.py]\n"))
    write(folder, BARE)
    for name in ("img.png", "shown.png"):
        (folder / "docs" / name).symlink_to("p/okapi.png")
    assert build_tells(folder) == check_tells(folder, monkeypatch, DAY)
    built = {path.name for path in (folder / "site").rglob("*.png")}
    assert built & {"okapi.png", "img.png", "shown.png"} == {"shown.png"}
