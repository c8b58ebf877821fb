"""`career-roadmap adopt`: posts that were written without the roadmap come to be on it."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from cli.test_create import refused
from click.testing import Result
from conftest import write
from helpers import fold_of, milestone_page, runner
from helpers import post as post_of
from hosts import build, config
from mkdocs_career_roadmap.authoring.terminal_map import map_lines
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.project.config import find_project
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.project.on_disk import new_files
from mkdocs_career_roadmap.project.on_disk.new_files import rewrite
from mkdocs_career_roadmap.project.read_site import read_site

CONFIG = "site_name: Ada\nplugins: [search, blog, career-roadmap]\n"


def old(day: int, title: str, more: str = "", text: str = "") -> str:
    return f"---\ndate: 2026-01-{day:02}\n{more}---\n# {title}\n\n{text}\n"


PAGES = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# Home\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/a.md": old(1, "First hours", "categories:\n  - Field work\n"),
    "docs/blog/posts/b.md": old(2, "Second", "categories: [field work]\ntags: [owls]\n", "See [it](a.md)."),
    "docs/blog/posts/c.md": old(3, "Alone", "categories: [Field work, Notes]\n"),
    "docs/blog/posts/d.md": old(4, "Tagged", "tags: [Owls]\n"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project, in which the command runs."""
    write(tmp_path, PAGES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def adopt(*words: str) -> Result:
    done = runner().invoke(cli, ["adopt", *words])
    assert (done.exit_code, done.exception) == (0, None), done.output
    return done


def lines(*words: str) -> list[str]:
    """Return what a command with these words prints, as it ends well, without the map."""
    drawn = re.compile(r"\nThe map .*?\n\n(?=nothing was|The command)", re.DOTALL)
    return drawn.sub("", adopt(*words).stdout).splitlines()


def the_map(*words: str) -> list[str]:
    """Return the lines of the map that a command prints."""
    said = adopt(*words).stdout.partition("\nThe map that this makes:\n\n")[2]
    return re.split(r"\n\n(?=nothing was|The command)", said)[0].splitlines()


def content() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def post(text: str | bytes, name: str = "x") -> Path:
    """Write a post, and take the others away."""
    for path in Path("docs/blog/posts").iterdir():
        path.unlink()
    path = Path(f"docs/blog/posts/{name}.md")
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


# --- lines ---


def test_without_write_the_lines_are_shown_and_nothing_is_written(folder: Path) -> None:
    before = content()
    assert lines("--goal", "Bird counts") == [
        *(f"docs/blog/posts/{name}.md: goal: Bird counts" for name in "abcd"),
        "4 posts would get a line", "nothing was written; add --write"]
    assert content() == before


def test_with_write_the_posts_get_their_lines_and_a_second_run_finds_nothing(folder: Path) -> None:
    before = content()
    said = lines("--category-goal", "FIELD  work=Bird: counts", "--goal", "Owls", "--write")
    assert said == [*(f'docs/blog/posts/{name}.md: goal: "Bird: counts"' for name in "abc"),
                    "docs/blog/posts/d.md: goal: Owls", "4 posts got a line"]
    after = content()
    for path, text in before.items():
        line = b"goal: Owls\n" if path.endswith("d.md") else b'goal: "Bird: counts"\n'
        assert after[path] == (text.replace(b"---\n# ", line + b"---\n# ") if "posts" in path else text)
    assert lines("--category-goal", "Notes=Bird: counts", "--goal", "Owls", "--write") == ["nothing to do"]
    assert lines("--goal", "Owls") == [
        "0 posts would get a line; 4 posts on the roadmap already", "nothing to do"]
    assert content() == after
    nothing = ("0 posts that the roadmap does not have, with no category, tag, folder, number or link in "
               "common; name a goal with --goal or --path-goal")
    assert lines() == [nothing, "nothing was written"]


def test_category_goes_before_tag_and_the_first_before_the_second(folder: Path) -> None:
    assert lines("--tag-goal", "OWLS=Hear owls", "--category-goal", "Notes=Write", "--category-goal",
                 "Field work=Count") == [
        "docs/blog/posts/a.md: goal: Count", "docs/blog/posts/b.md: goal: Count",
        "docs/blog/posts/c.md: goal: Write", "docs/blog/posts/d.md: goal: Hear owls",
        "4 posts would get a line", "nothing was written; add --write"]


def test_posts_without_a_goal_named_for_them_stay(folder: Path) -> None:
    assert lines("--category-goal", "Notes=Write", "--write") == [
        "docs/blog/posts/c.md: goal: Write", "1 post got a line; 3 posts without a goal named for them"]


@pytest.mark.parametrize("said", ["category: Aims", "categories: aims", "categories: [{a: b}, ~, aims, Aims]",
                                  "category: aims\ncategories: {a: b}"])
def test_category_may_be_written_in_several_ways(folder: Path, said: str) -> None:
    post(f"---\n{said}\n---\n")
    assert lines("--category-goal", "AIMS=Count")[0] == "docs/blog/posts/x.md: goal: Count"


@pytest.mark.parametrize(("name", "written"), [
    ("hear-owls", "Hear owls"), ("HEAR OWLS", "Hear owls"), ("Something else", "Something else"),
    ("  a   b ", "a b"), ("2026", '"2026"'), ("#1", '"#1"')])
def test_goal_is_written_as_the_site_has_it(folder: Path, name: str, written: str) -> None:
    write(folder, {"docs/aims/owls.md": "---\ntype: goal\nid: hear-owls\ntitle: Hear owls\n---\n"})
    assert lines("--goal", name)[0] == f"docs/blog/posts/a.md: goal: {written}"


@pytest.mark.parametrize(("before", "after"), [
    (b"---\r\ntitle: A # b\r\n---\r\nText", b"---\r\ntitle: A # b\r\ngoal: X\r\n---\r\nText"),
    (b"\xef\xbb\xbf---\ntitle:   'A'\n---", b"\xef\xbb\xbf---\ntitle:   'A'\ngoal: X\n---"),
    (b"# A\n", b"---\ngoal: X\n---\n# A\n"), (b"", b"---\ngoal: X\n---\n")])
def test_nothing_else_of_a_file_changes(folder: Path, before: bytes, after: bytes) -> None:
    path = post(before)
    adopt("--goal", "X", "--write")
    assert path.read_bytes() == after
    assert [p.name for p in path.parent.iterdir()] == ["x.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_rights_of_a_file_stay(folder: Path) -> None:
    path = post(PAGES["docs/blog/posts/a.md"])
    path.chmod(0o640)
    adopt("--goal", "X", "--write")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_adopted_posts_are_on_the_roadmap(folder: Path) -> None:
    write(folder, {"mkdocs.yml": config(theme="material", plugins="[search, ROADMAP, blog]")})
    adopt("--category-goal", "Field work=Bird counts", "--write")
    made = build(folder)
    assert (made.code, made.told) == (0, [])
    text = made.text("roadmap/goals/bird-counts")
    assert all(title in text for title in ("First hours", "Second", "Alone"))
    assert "Tagged" not in text


# --- which posts ---


@pytest.mark.parametrize(("path", "text"), [
    ("blog/posts/x.md", "---\ngoal: A\n---\n"), ("blog/posts/x.md", "---\nmilestone: A\n---\n"),
    ("blog/posts/x.md", "---\ngoal:\n---\n"), ("blog/posts/x.md", "---\nmilestones: [A]\n---\n"),
    ("blog/posts/x.md", "---\ntype: Goal\n---\n"), ("blog/posts/x.md", "---\ntype: milestone\n---\n"),
    ("blog/posts/x.md", "---\ndraft: true\n---\n"), ("blog/posts/x.md", "---\npublished: no\n---\n"),
    ("blog/posts/index.md", "Words"), ("blog/posts/2020/README.md", "Words"),
    ("roadmap/2026-01-01-x.md", "Words"), ("about.md", "Words"),
    ("blog/about.md", "---\ntitle: A\n---\n"), ("blog/posts/x.txt", "Words"), ("blog/posts/.x.md", "Words")])
def test_page_that_is_no_post_without_a_goal_stays(folder: Path, path: str, text: str) -> None:
    write(folder, {f"docs/{path}": text})
    assert [line for line in lines("--goal", "New") if path in line] == []


def test_page_that_nobody_can_read_is_told_only_among_posts(folder: Path) -> None:
    Path("docs/about.md").write_bytes(b"\xff")
    assert adopt("--goal", "New").stderr == ""


@pytest.mark.parametrize(("path", "text"), [
    ("blog/posts/2026/x.md", "Words"), ("x.md", "---\ndate: 2026-01-01\n---\n"), ("2026-01-01-x.md", "Words"),
    ("notes/posts/x.markdown", "Words"), ("blog/posts/x.md", "---\ntype: post\n---\n"),
    ("blog/posts/x.md", "---\nvisibility: private\n---\n")])
def test_page_of_a_blog_or_with_a_day_or_among_posts_is_a_post(folder: Path, path: str, text: str) -> None:
    write(folder, {f"docs/{path}": text})
    assert f"docs/{path}: goal: New" in lines("--goal", "New")


def test_posts_in_the_private_folder_get_their_line_where_they_lie(folder: Path) -> None:
    write(folder, {"mkdocs.yml": CONFIG.replace("career-roadmap]", "career-roadmap: {private_docs: kept}]"),
                   "kept/2026-02-01-x.md": "# Okapi\n"})
    assert "kept/2026-02-01-x.md: goal: New" in lines("--goal", "New", "--write")
    assert Path("kept/2026-02-01-x.md").read_text() == "---\ngoal: New\n---\n# Okapi\n"
    assert "5 posts on the roadmap already" in lines("--goal", "Newer")[0]


def test_command_takes_a_docs_folder_without_a_configuration(tmp_path: Path) -> None:
    write(tmp_path, {"2026-01-01-x.md": "Words"})
    assert lines(str(tmp_path), "--goal", "X")[0] == f"{tmp_path}/2026-01-01-x.md: goal: X"


def test_command_says_that_the_plugin_is_not_listed(folder: Path) -> None:
    write(folder, {"mkdocs.yml": "site_name: Ada\n"})
    assert adopt("--goal", "X").stderr == "mkdocs.yml does not list the plugin career-roadmap\n"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_are_followed_within_the_docs_only(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    write(folder, {"mkdocs.yml": CONFIG.replace("roadmap]", "roadmap: {problems: {outside-link: off}}]")})
    path = post(PAGES["docs/blog/posts/a.md"])
    write(outside, {"y.md": "Words", "posts/z.md": "Words"})
    Path("docs/blog/posts/y.md").symlink_to(outside / "y.md")
    Path("docs/blog/posts/more").symlink_to(outside / "posts")
    Path("docs/blog/posts/w.md").symlink_to("x.md")
    assert lines("--goal", "X", "--write") == ["docs/blog/posts/w.md: goal: X", "1 post got a line"]
    assert Path("docs/blog/posts/w.md").is_symlink()
    assert path.read_text("utf-8").count("goal: X\n") == 1
    assert (outside / "y.md").read_text("utf-8") == (outside / "posts/z.md").read_text("utf-8") == "Words"


# --- what is wrong ---


@pytest.mark.parametrize(("text", "why"), [
    (b"---\ntitle: a: b\n---\n", '2:9: error: a value with a colon wants quotes: title: "a: b" [bad-yaml]'),
    (b"---\n- a\n---\n",
     "2:1: error: the front matter must be lines of the form `key: value` [not-a-mapping]"),
    (b"---\n{date: 2026-01-01}\n---\n",
     "1:1: the front matter takes no further lines as it is written; add them by hand"),
    (b"---\nstatus: dnoe\n---\n", "2:9: error: unknown status 'dnoe'; did you mean 'done'? [bad-status]"),
    (b"\xff",
     "1:1: error: the byte 0xff stands here, which is not UTF-8; save the file as UTF-8 [bad-encoding]")])
def test_post_that_cannot_take_a_line_is_told_and_stays(folder: Path, text: bytes, why: str) -> None:
    path = post(text)
    done = adopt("--goal", "X", "--write")
    assert done.stdout == "nothing to do\n"
    assert done.stderr == f"docs/blog/posts/x.md:{why}\n"
    assert path.read_bytes() == text


def test_broken_posts_are_counted_beside_the_others(folder: Path) -> None:
    write(folder, {"docs/blog/posts/x.md": "---\n- a\n---\n"})
    assert lines("--goal", "X")[-2] == "4 posts would get a line; 1 post left alone for what is told above"


@pytest.mark.parametrize(("words", "said"), [
    (["--write"], "--write needs --goal, --category-goal, --tag-goal, --path-goal or --series-milestone to"),
    (["--path-goal", "a*=X"], "no post that the roadmap does not have lies at 'a*'; one of them is 'blog/"),
    (["--category-goal", "x"], "'x' has no name and title; write 'Field work=Bird counts'"),
    (["--tag-goal", "=x"], "'=x' has no name and title"),
    (["--category-goal", "Notse=X"], "no post has the category 'Notse'; did you mean 'Notes'?"),
    (["--tag-goal", "zebra=X"], "no post has the tag 'zebra'\n"),
    (["--category-goal", "Notes=X", "--category-goal", " notes =Y"],
     "'notes' is given two goals, 'X' and 'Y'; keep one"),
    (["--goal", "Hear owl"], "there is no goal 'Hear owl'; did you mean 'Hear owls'?"),
    (["--goal", "???"], "nothing is left in an address"),
    (["--goal", "x" * 201], "at most 200 fit"),
    (["no/such/folder"], "there is no such file or folder")])
def test_mistake_ends_with_2_and_writes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str],
    said: str,
) -> None:
    write(folder, {"docs/aims/owls.md": "---\ntype: goal\ntitle: Hear owls\n---\n"})
    before = content()
    assert said in refused(monkeypatch, capsys, "adopt", *words)
    assert content() == before


def test_goal_without_a_page_is_refused_where_each_needs_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, {"mkdocs.yml": CONFIG.replace("roadmap]", "roadmap: {declared_only: true}]")})
    assert "no page defines the goal 'X'" in refused(monkeypatch, capsys, "adopt", "--goal", "X")


def test_post_that_cannot_be_written_is_told_after_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(new_files.Path, "replace", replace)
    before = content()
    told = refused(monkeypatch, capsys, "adopt", "--goal", "X", "--write")
    assert told == ("docs/blog/posts/a.md cannot be written (Permission denied); mend that, and run this "
                    "again\n")
    after = content()
    assert after.keys() == before.keys()
    assert [path for path in after if after[path] != before[path]] == [
        path for path in after if "posts" in path and not path.endswith("a.md")]


def test_post_that_must_not_be_replaced_is_told_before_anything_is_written(folder: Path) -> None:
    posts = folder / "docs/blog/posts"
    (posts / "a.md").chmod(0o444)
    os.link(posts / "b.md", folder / "backup.md")
    before = content()
    found = runner().invoke(cli, ["adopt", "--goal", "X"])
    read_only, linked = found.stderr.splitlines()[:2]
    assert read_only.startswith("docs/blog/posts/a.md:1:1: this file is read-only and stays as it is; make")
    assert linked.startswith("docs/blog/posts/b.md:1:1: this file has other names (hard links), which a new")
    runner().invoke(cli, ["adopt", "--goal", "X", "--write"])
    assert {path for path, text in content().items() if text != before[path]} == {
        "docs/blog/posts/c.md", "docs/blog/posts/d.md"}
    assert (posts / "b.md").samefile(folder / "backup.md")


def test_file_that_changed_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"newer")
    with pytest.raises(ProjectError, match="has changed just now"):
        rewrite(path, b"older", b"x")
    assert path.read_bytes() == b"newer"
    with pytest.raises(ProjectError, match="cannot be written"):
        rewrite(tmp_path / "none.md", b"", b"x")


# --- paths and series ---


def test_path_goes_before_category_and_a_star_stands_for_slashes_too(folder: Path) -> None:
    write(folder, {"docs/blog/posts/more/e.md": old(5, "E")})
    assert lines("--path-goal", "docs/blog/posts/[ab].md=First", "--path-goal", "blog/*/e.md=Second",
                 "--category-goal", "Field work=Third")[:4] == [
        "docs/blog/posts/a.md: goal: First", "docs/blog/posts/b.md: goal: First",
        "docs/blog/posts/c.md: goal: Third", "docs/blog/posts/more/e.md: goal: Second"]


SERIES = {
    "docs/blog/posts/k1.md": "---\ndate: 2024-01-05\ncategories: [Code]\n---\n# Kafka\n",
    "docs/blog/posts/k2/index.md":
        "---\ndate: 2024-03-05\ncategories: [Code]\n---\n# Kafka, part 2: logs\n",
    "docs/blog/posts/owls/x.md": "---\ndate: 2025-12-20\n---\n# Barn owls\n",
    "docs/blog/posts/owls/y.md": "---\ndate: 2025-12-24\ncategories: [Notes]\n---\n# Tawny owls\n",
    "docs/blog/posts/s1.md": "---\ndate: 2025-02-01\nseries: My garden\n---\n# Beans\n",
    "docs/blog/posts/s2.md": "---\ndate: 2025-02-02\nseries: [my  garden]\n---\n# Peas\n",
}


@pytest.fixture
def series(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with series of each kind, of which one is of late."""
    write(folder, SERIES)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769904000")  # 2026-02-01
    return folder


def test_series_become_milestones_that_end_with_their_last_post_if_that_is_old(series: Path) -> None:
    said = lines("--category-goal", "Code=Fast data", "--series-milestone", "--write")
    assert said == [
        "docs/blog/posts/a.md: milestone: First hours", "docs/blog/posts/b.md: milestone: First hours",
        "docs/blog/posts/k1.md: goal: Fast data; milestone: Kafka",
        "docs/blog/posts/k2/index.md: goal: Fast data; milestone: Kafka; status: done",
        "docs/blog/posts/owls/x.md: milestone: Owls", "docs/blog/posts/owls/y.md: milestone: Owls",
        "docs/blog/posts/s1.md: milestone: My garden",
        "docs/blog/posts/s2.md: milestone: My garden; status: done",
        "8 posts got a line; 2 posts without a goal named for them"]
    checked = runner().invoke(cli, ["check", "--strict"])
    assert checked.exit_code == 0, checked.output
    kafka = read_site(find_project(series), date(2026, 2, 1)).site.roadmap.milestone["kafka"]
    assert (str(kafka.started), str(kafka.finished)) == ("2024-01-05", "2024-03-05")
    assert lines("--series-milestone")[-1] == "nothing to do"


def test_milestone_serves_the_goal_of_most_of_its_posts_or_the_one_it_has(series: Path) -> None:
    words = ["--category-goal", "Notes=Write", "--path-goal", "*/owls/x.md=Listen", "--goal", "Rest",
             "--series-milestone"]
    done = adopt(*words)
    assert "docs/blog/posts/owls/y.md: goal: Listen; milestone: Owls\n" in done.stdout
    told = "would serve another goal by themselves; a milestone serves one, which is 'Listen'\n"
    assert done.stderr == f"Owls: 1 of its 2 posts {told}"
    write(series, {"docs/m.md": "---\ntype: milestone\ntitle: Owls\ngoal: Hear\nstatus: active\n---\n"})
    assert "docs/blog/posts/owls/y.md: goal: Hear; milestone: Owls\n" in adopt(*words).stdout


def test_map_is_shown_before_anything_is_written(series: Path) -> None:
    before = content()
    assert the_map("--category-goal", "Code=Fast data", "--goal", "Nature", "--series-milestone") == [
        "Fast data (2024, 2 posts)",
        "  [x] Kafka  2024-01-05 to 2024-03-05, 2 posts",
        "Nature (2025 to 2026, 8 posts)",
        "  [x] My garden    2025-02-01 to 2025-02-02, 2 posts",
        "  [>] Owls         2025-12-20 to today, 2 posts",
        "  [>] First hours  2026-01-01 to today, 2 posts",
        "      and 2 posts of no milestone",
        "",
        "2024  ## 2 posts, 1 milestone done",
        "2025  #### 4 posts, 1 milestone done",
        "2026  #### 4 posts"]
    assert content() == before


def test_map_has_what_is_on_the_roadmap_already_and_what_serves_no_goal() -> None:
    assert map_lines(fold_of(
        milestone_page("a", goal="Vision"), milestone_page("b", status="dropped"),
        post_of("2024-05-01", path="x.md", milestone="c", status="done"),
        post_of(path="y.md", goal="Vision"))) == [
        "Vision (1 post)", "  [ ] A  planned, 0 posts", "      and 1 post of no milestone",
        "Without a goal yet", "  [-] B  ? to ?, 0 posts", "  [x] C  2024-05-01 to 2024-05-01, 1 post",
        "", "2024  # 1 post, 1 milestone done"]
    assert map_lines(fold_of()) == []


# --- posts with a folder of their own ---


@pytest.mark.parametrize(("path", "text", "is_post"), [
    ("blog/posts/hours/index.md", "Words", True), ("blog/posts/hours/README.md", "Words", True),
    ("notes/posts/hours/index.md", "Words", True), ("2026-01-05-hours/index.md", "Words", True),
    ("hours/index.md", "---\ndate: 2026-01-01\n---\n", True),
    ("hours/index.md", "Words", False), ("blog/posts/2026/index.md", "Words", False),
    ("notes/posts/index.md", "Words", False)])
def test_index_with_a_folder_for_itself_is_a_post(
    folder: Path, path: str, text: str, is_post: bool
) -> None:
    write(folder, {f"docs/{path}": text, f"docs/{Path(path).parent}/picture.png": ""})
    assert (f"docs/{path}: goal: New" in lines("--goal", "New")) == is_post


def test_index_that_lists_pages_is_none(folder: Path) -> None:
    write(folder, {"docs/blog/posts/owls/index.md": "Words", "docs/blog/posts/owls/deep/x.md": "Words"})
    said = lines("--goal", "New")
    assert "docs/blog/posts/owls/deep/x.md: goal: New" in said
    assert [line for line in said if "owls/index.md" in line] == []


# --- proposals ---


def test_without_an_option_goals_and_milestones_are_proposed_with_their_map_and_command(folder: Path) -> None:
    before = content()
    assert adopt().stdout == """\
goal Field work: 3 posts
milestone First hours: 2 posts linked with one another
  2026-01-01  docs/blog/posts/a.md: First hours
  2026-01-02  docs/blog/posts/b.md: Second

The map that this makes:

Field work (2026, 3 posts)
  [x] First hours  2026-01-01 to 2026-01-02, 2 posts
      and 1 post of no milestone

2026  ### 3 posts, 1 milestone done

The command for this; give the goals, behind each =, better names first:

  career-roadmap adopt --category-goal 'Field work=Field work' --series-milestone --write

nothing was written
"""
    assert content() == before


def test_proposed_command_does_what_it_says(folder: Path) -> None:
    command = next(line for line in lines(str(folder)) if "--write" in line)
    done = subprocess.run(command.replace("career-roadmap", f"{sys.executable} -m mkdocs_career_roadmap"),
                          shell=True, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.endswith("3 posts got a line; 1 post without a goal named for them\n")


def test_goals_are_proposed_by_tags_and_folders_where_posts_have_no_category(folder: Path) -> None:
    write(folder, {"docs/blog/posts/d.md": old(4, "Tagged", "tags: [Owls]\n"),
                   "docs/blog/posts/e.md": old(5, "Other", "tags: [owls: x, owls]\ncategory: Notes\n"),
                   **{f"docs/blog/posts/field-notes/{n}.md": old(n, f"About {n} birds of mine")
                      for n in range(10, 24)}})
    assert lines()[:4] == ["goal Field work: 3 posts", "goal Notes: 2 posts", "goal Field notes: 14 posts",
                           "milestone First hours: 2 posts linked with one another"]
    (folder / "docs/blog/posts/c.md").unlink()
    assert lines()[:3] == ["goal Field work: 2 posts", "goal Owls: 2 posts", "goal Field notes: 14 posts"]
    assert "--path-goal 'blog/posts/field-notes/*=Field notes'" in lines()[-3]


def test_posts_on_the_roadmap_are_proposed_no_more(folder: Path) -> None:
    write(folder, {"docs/blog/posts/a.md": old(1, "First", "categories: [Field work]\ngoal: X\n")})
    assert lines()[0] == "goal Field work: 2 posts"
    assert "milestone" not in "".join(lines()[:2])
