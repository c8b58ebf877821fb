"""`career-roadmap init`, in empty folders and in the middle of other people's sites."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from cli.test_check import run
from click.testing import CliRunner
from conftest import write
from crawl import BuiltSite, dead_links
from hosts import URL, Build, build, good
from mkdocs_career_roadmap.authoring import scaffold
from mkdocs_career_roadmap.authoring.new_project import begin
from mkdocs_career_roadmap.authoring.scaffold import Identity
from mkdocs_career_roadmap.cli import cli, create
from mkdocs_career_roadmap.project.built.site_links import check_links
from mkdocs_career_roadmap.project.config import find_project, load_config

TODAY = date(2026, 3, 2)
MADE = (
    "requirements.txt",
    ".gitignore",
    ".github/workflows/site.yml",
    ".github/workflows/rebuild.yml",
    "docs/index.md",
    "docs/posts/index.md",
    "docs/posts/where-i-begin.md",
    "docs/posts/what-comes-next.md",
    "docs/roadmap/goals/something-worth-ten-years.md",
    "mkdocs.yml",
)
SAMPLES = set(MADE[-4:-1])
OURS = "mkdocs-career-roadmap @ git+https://github.com/mkdocs-career-roadmap/mkdocs-career-roadmap\n"
"""What a list of packages needs, until the first release."""
LISTED = "site_name: Ada\nplugins: [search, career-roadmap]\n"


def below(folder: Path) -> list[str]:
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def names(paths: tuple[str, ...], folder: Path) -> list[str]:
    """Return paths as they are shown, relative to the folder they are in."""
    return [Path(path).resolve().relative_to(folder).as_posix() for path in paths]


def clean(folder: Path) -> Build:
    """Return the build of a site that does not say where it will be, and has no problem at all."""
    made = build(folder)
    assert (made.code, made.told) == (0, []), made.log
    assert check_links(folder / "site", "").problems == ()
    return made


def test_new_site_has_all_that_it_needs(tmp_path: Path) -> None:
    folder = tmp_path / "deep/my site"
    done = begin(folder, TODAY)
    assert names(done.made, folder) == list(MADE)
    assert (below(folder), done.kept, done.lines) == (sorted(MADE), (), {})


@pytest.mark.parametrize(("remote", "address"), [
    ("git@github.com:Ada-L/notes.git", "https://ada-l.github.io/notes/"),
    ("https://github.com/ada/ada.github.io", "https://ada.github.io/"),
    ("ssh://git@github.com/ada/my.notes/", "https://ada.github.io/my.notes/"),
])
def test_new_site_knows_the_branch_and_the_address_of_its_repository(
    tmp_path: Path, remote: str, address: str
) -> None:
    subprocess.run(["git", "init", "-q", "-b", "trunk/1", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "remote", "add", "upstream", "https://example.org/x"], check=True)
    subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", remote], check=True)
    begin(tmp_path, TODAY)
    workflow = yaml.safe_load((tmp_path / ".github/workflows/site.yml").read_text("utf-8"))
    assert workflow[True]["push"]["branches"] == ["trunk/1"]  # `on` is a yes to YAML
    assert workflow["jobs"]["deploy"]["if"].startswith("github.ref == 'refs/heads/trunk/1' && ")
    assert find_project(tmp_path).site_url == address


@pytest.mark.parametrize("remote", ["", "https://example.org/ada/notes.git", "git@example.org:ada/notes"])
def test_new_site_in_another_repository_has_no_address_yet(tmp_path: Path, remote: str) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", tmp_path], check=True)
    if remote:
        subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", remote], check=True)
    begin(tmp_path, TODAY)
    assert find_project(tmp_path).site_url == ""


def test_site_in_a_folder_of_a_repository_has_its_workflows_at_the_root(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", tmp_path], check=True)
    folder = tmp_path / "people/my site"
    done = begin(folder, TODAY)
    assert done.repository == tmp_path.as_posix()
    assert not (folder / ".github").exists()
    site, rebuild = (yaml.safe_load((tmp_path / path).read_text("utf-8")) for path in MADE[2:4])
    for job in (site["jobs"]["build"], rebuild["jobs"]["due"]):
        assert job["defaults"] == {"run": {"working-directory": "people/my site"}}
    kept = [step["with"]["path"] for step in site["jobs"]["build"]["steps"] if "path" in step.get("with", {})]
    left = "people/my site/.cache/career-roadmap"
    assert kept == [left, left, *["people/my site/site"] * 2]
    again = begin(folder, TODAY)
    assert (again.made, len(again.kept)) == ((), 4)


def test_site_at_the_root_of_a_repository_is_no_part_of_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", tmp_path], check=True)
    assert begin(tmp_path, TODAY).repository == ""
    assert "working-directory" not in (tmp_path / MADE[2]).read_text("utf-8")


def test_worktree_of_a_repository_knows_its_branch_and_its_address(tmp_path: Path) -> None:
    git = ["git", "-C", tmp_path / "all", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "init", "-q", "-b", "main", tmp_path / "all"], check=True)
    subprocess.run([*git, "remote", "add", "origin", "git@github.com:ada/notes.git"], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    subprocess.run([*git, "worktree", "add", "-q", "-b", "other", tmp_path / "tree"], check=True)
    begin(tmp_path / "tree", TODAY)
    assert "branches: [other]" in (tmp_path / "tree" / MADE[2]).read_text("utf-8")
    assert find_project(tmp_path / "tree").site_url == "https://ada.github.io/notes/"


def test_workflow_of_somebody_else_is_not_called_every_morning(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": LISTED, MADE[2]: "on: push\n"})
    assert names(begin(tmp_path, TODAY).made, tmp_path)[:2] == ["requirements.txt", ".gitignore"]
    assert not (tmp_path / MADE[3]).exists()


# --- what a new site says of itself ---


def said(folder: Path) -> list[object]:
    written = load_config(folder / "mkdocs.yml")
    return [written.get(key) for key in ("site_name", "site_url", "site_author")]


def test_options_say_what_the_site_says_of_itself(tmp_path: Path) -> None:
    words = ["--name", "Ada: notes", "--site-url", "https://ada.example.org/n", "--author", "Ada Ö."]
    assert run(tmp_path, "init", "a", *words).returncode == 0
    assert said(tmp_path / "a") == ["Ada: notes", "https://ada.example.org/n/", "Ada Ö."]
    assert run(tmp_path, "init", "b").returncode == 0
    assert said(tmp_path / "b") == ["My work", None, None]


def test_terminal_is_asked_what_the_options_do_not_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(create, "_is_asked", lambda: True)
    answers = "Notes\nno address\nhttps://example.org\n\n"
    asked = CliRunner().invoke(cli, ["init", str(tmp_path)], input=answers)
    assert asked.exit_code == 0, asked.output
    assert said(tmp_path) == ["Notes", "https://example.org/", None]
    assert "'no address' is no address of a site; write one like" in asked.output
    assert (tmp_path / "docs/index.md").read_text("utf-8").startswith("# Notes\n")
    again = CliRunner().invoke(cli, ["init", str(tmp_path)], input="")
    assert (again.exit_code, "called?" in again.output) == (0, False)


@pytest.mark.parametrize("words", [["--site-url", "ada.github.io"], ["--site-url", "https://a.org/?b=c"],
                                   ["--name", "a\x1bb"]])
def test_what_cannot_be_meant_is_refused_before_anything_is_written(tmp_path: Path, words: list[str]) -> None:
    assert run(tmp_path, "init", ".", *words).returncode == 2
    assert below(tmp_path) == []


def test_existing_site_is_told_the_lines_it_lacks_for_its_feed(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", tmp_path], check=True)
    remote = ["remote", "add", "origin", "git@github.com:ada/notes.git"]
    subprocess.run(["git", "-C", tmp_path, *remote], check=True)
    write(tmp_path, {"mkdocs.yml": LISTED})
    lines = begin(tmp_path, TODAY, Identity(author="Ada L")).lines
    assert list(lines.values()) == ["site_url: https://ada.github.io/notes/\nsite_author: Ada L\n"]
    write(tmp_path, {"mkdocs.yml": f"{LISTED}site_url: {URL}\n"})
    assert begin(tmp_path, TODAY).lines == {}


def test_posts_of_a_new_roadmap_lie_in_the_blog_as_new_ones_do(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "site_name: A\ntheme: material\nplugins: [search, blog, career-roadmap]\n",
                     "docs/index.md": "# A\n", "docs/blog/index.md": "# Blog\n"})
    made = names(begin(tmp_path, TODAY).made, tmp_path)
    assert "docs/blog/posts/where-i-begin.md" in made
    assert run(tmp_path, "new", "post", "Next").stdout == "docs/blog/posts/next.md\n"
    goal = run(tmp_path, "new", "goal", "Another").stdout
    assert Path(goal).parent.as_posix() == "docs/roadmap/goals"
    assert Path(goal).parent.as_posix() in {Path(path).parent.as_posix() for path in made}


def test_no_placeholder_is_left(tmp_path: Path) -> None:
    begin(tmp_path, TODAY)
    texts = {path: (tmp_path / path).read_text("utf-8") for path in below(tmp_path)}
    assert [path for path, text in texts.items() if re.search(r"(?<!\$\{)\{\w+\}", text)] == []
    assert "date: 2026-03-01\n" in texts["docs/posts/what-comes-next.md"]


def test_whole_day_is_without_a_problem(tmp_path: Path) -> None:
    """Begin, build, write a post, build again: as a user does it."""
    began = run(tmp_path, "init", "my")
    folder = tmp_path / "my"
    assert began.stdout.endswith(
        "\nWhat to do next, in my:\n\n  pip install -r requirements.txt\n  mkdocs serve\n"
    )
    checked = run(folder, "check", "--strict")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr == "no problems in 5 pages, 2 posts, 2 milestones, 1 goal\n"
    clean(folder)
    written = run(
        folder, "new", "post", "It is up", "--milestone", "Understand what others tried", "--status", "done"
    )
    assert (written.returncode, written.stderr, written.stdout) == (0, "", "docs/posts/it-is-up.md\n")
    assert run(folder, "check", "--strict").returncode == 0
    made = clean(folder)
    assert "Done" in made.text("roadmap/milestones/understand-what-others-tried")
    links = run(folder, "check", "--site", "site")
    assert (links.returncode, links.stdout) == (0, "")
    assert dead_links(BuiltSite(folder / "site")) == []


def test_new_site_lies_below_a_path_of_its_host_as_well(tmp_path: Path) -> None:
    begin(tmp_path, TODAY)
    config = tmp_path / "mkdocs.yml"
    config.write_text(re.sub(r"# site_url: \S+", f"site_url: {URL}", config.read_text("utf-8")), "utf-8")
    good(build(tmp_path))
    assert run(tmp_path, "check", "--site", "site").returncode == 0


def test_every_option_of_the_configuration_is_explained(tmp_path: Path) -> None:
    begin(tmp_path, TODAY)
    lines = (tmp_path / "mkdocs.yml").read_text("utf-8").splitlines()
    body = lines[lines.index("theme:") :]
    # Within the palette and below a name with a colon the line above explains.
    inner = re.compile(r"    - media|      (scheme|toggle)|        (icon|name)|  /|[ \w-]+:$")
    said = [line for line in body if line and not line.lstrip().startswith("#") and not inner.match(line)]
    assert [line for line in said if "  # " not in line] == []
    assert len(said) > 10


def test_second_time_nothing_is_changed(tmp_path: Path) -> None:
    begin(tmp_path, TODAY)
    before = {path: (tmp_path / path).read_bytes() for path in below(tmp_path)}
    done = begin(tmp_path, date(2027, 1, 1))
    assert {path: (tmp_path / path).read_bytes() for path in below(tmp_path)} == before
    assert (done.made, done.lines) == ((), {})
    assert set(names(done.kept, tmp_path)) == set(MADE[:4])


def test_own_files_of_a_folder_stay(tmp_path: Path) -> None:
    own = {"requirements.txt": "mkdocs-career_roadmap\n", "docs/README.md": "# Hi\n", ".gitignore": "mine\n"}
    write(tmp_path, own)
    done = begin(tmp_path, TODAY)
    assert {path: (tmp_path / path).read_text("utf-8") for path in own} == own
    assert not (tmp_path / "docs/index.md").exists()
    assert (set(names(done.kept, tmp_path)), done.lines) == ({"requirements.txt", ".gitignore"}, {})
    clean(tmp_path)


def test_posts_of_a_folder_without_configuration_need_no_samples(tmp_path: Path) -> None:
    write(tmp_path, {"docs/a.md": "---\ndate: 2026-01-01\ngoal: Mine\n---\n"})
    made = names(begin(tmp_path, TODAY).made, tmp_path)
    assert made == [path for path in MADE if path not in SAMPLES]
    clean(tmp_path)


def test_site_with_posts_of_its_own_gets_what_is_missing(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": LISTED, "docs/index.md": "# Hi\n", "docs/a.md": "---\ngoal: Mine\n---\n"})
    done = begin(tmp_path, TODAY)
    assert names(done.made, tmp_path) == list(MADE[:4])
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == LISTED


def test_workflow_that_builds_with_mkdocs_is_enough(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": LISTED, ".github/workflows/x.yaml": "run: mkdocs gh-deploy\n"})
    assert MADE[2] not in names(begin(tmp_path, TODAY).made, tmp_path)


def test_workflow_of_something_else_is_not(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": LISTED, ".github/workflows/x.yml": "run: pytest\n"})
    assert MADE[2] in names(begin(tmp_path, TODAY).made, tmp_path)


def test_list_of_packages_without_ours_is_left_to_its_author(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": LISTED, "requirements.txt": "mkdocs\n"})
    (lines,) = begin(tmp_path, TODAY).lines.items()
    assert (Path(lines[0]).name, lines[1]) == ("requirements.txt", OURS)
    assert OURS in scaffold.template("requirements.txt")


def test_folder_in_the_place_of_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").mkdir()
    assert "requirements.txt" in names(begin(tmp_path, TODAY).kept, tmp_path)


CONFIGS = {
    "no plugins": "",
    "a list of plugins": "plugins:\n  - search\n",
    "plugins by name": "plugins:\n  search: {}\n",
    "a nav": "nav:\n  - Home: index.md\n",
    "both": "nav:\n  - Home: index.md\nplugins:\n  - search\n",
    "extensions": "markdown_extensions:\n  - tables\n",
    "extensions by name": "markdown_extensions:\n  tables: {}\n",
}


def with_lines(config: str, lines: str) -> str:
    """Return a configuration with lines added as they ask for it."""
    for key, block in re.findall(r"^(\w+:)[^\n]*\n((?: .*\n)+)", lines, re.MULTILINE):
        had = re.search(rf"^{key}\n((?: .*\n)+)", config, re.MULTILINE)
        config = config.replace(had[0], f"{had[0]}{block}") if had else f"{config}{key}\n{block}"
    return config


@pytest.mark.parametrize("more", CONFIGS.values(), ids=CONFIGS)
def test_lines_to_add_make_a_site_of_a_site(tmp_path: Path, more: str) -> None:
    """They are added by hand here, and then every page is in its place."""
    config = f"site_name: Ada\nsite_url: {URL}\nvalidation: {{omitted_files: warn}}\n{more}"
    write(tmp_path, {"mkdocs.yml": config, "docs/index.md": "# Home\n"})
    done = begin(tmp_path, TODAY)
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == config
    (lines,) = (text for path, text in done.lines.items() if path.endswith("mkdocs.yml"))
    (tmp_path / "mkdocs.yml").write_text(with_lines(config, lines), "utf-8")
    assert find_project(tmp_path).is_listed
    assert "zensical_host.guard.look" in (tmp_path / "mkdocs.yml").read_text("utf-8")
    made = good(build(tmp_path))
    assert made.has("roadmap/goals/something-worth-ten-years")
    assert set(yaml.safe_load(more or "{}")) <= set(load_config(tmp_path / "mkdocs.yml"))


def test_site_of_zensical_gets_lines_of_its_own(tmp_path: Path) -> None:
    config = '[project]\nsite_name = "Ada"\nnav = [{"Home" = "index.md"}]\n'
    write(tmp_path, {"zensical.toml": config, "docs/index.md": "# Home\n"})
    (lines,) = (text for path, text in begin(tmp_path, TODAY).lines.items() if path.endswith("zensical.toml"))
    (tmp_path / "zensical.toml").write_text(config + lines, "utf-8")
    assert find_project(tmp_path).is_listed
    assert "career-roadmap" in load_config(tmp_path / "zensical.toml")["markdown_extensions"]
    assert begin(tmp_path, TODAY).lines == {}


def test_other_docs_folder_is_used_and_made(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": f"{LISTED}docs_dir: a/text\n"})
    assert "a/text/posts/where-i-begin.md" in names(begin(tmp_path, TODAY).made, tmp_path)


def test_site_of_properdocs_gets_its_commands(tmp_path: Path) -> None:
    write(tmp_path, {"properdocs.yml": LISTED})
    begin(tmp_path, TODAY)
    assert "properdocs build --strict" in (tmp_path / MADE[2]).read_text("utf-8")
    assert "\nproperdocs\n" in (tmp_path / "requirements.txt").read_text("utf-8")


@pytest.mark.parametrize("config", ["a: [", "plugins: [career-roadmap: {tilte: x}]"])
def test_broken_configuration_stops_it_before_anything_is_written(tmp_path: Path, config: str) -> None:
    write(tmp_path, {"mkdocs.yml": config})
    done = run(tmp_path, "init", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("mkdocs.yml: ")
    assert below(tmp_path) == ["mkdocs.yml"]


def test_file_in_the_place_of_the_docs_folder_ends_with_two(tmp_path: Path) -> None:
    write(tmp_path, {"docs": ""})
    done = run(tmp_path, "init", ".")
    assert done.returncode == 2
    assert done.stderr.startswith("docs/index.md cannot be written (")


def test_it_prints_what_it_did_and_what_comes_next(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "site_name: A\n", "requirements.txt": "mkdocs\n"})
    done = run(tmp_path, "init", ".")
    assert done.stdout.splitlines()[6:] == [
        "kept  requirements.txt, which was there",
        "",
        "Add to mkdocs.yml:",
        "",
        "plugins:",
        "  - search                # MkDocs has it unless you list plugins",
        "  - career-roadmap",
        "markdown_extensions:",
        f"  - {scaffold.GUARD}",
        "",
        "Add to requirements.txt:",
        "",
        OURS.rstrip("\n"),
        "",
        "To publish it, push it to GitHub, and choose GitHub Actions as the source in the settings of",
        "the repository, under Pages. Each push publishes it from then on.",
        "",
        "What to do next:",
        "",
        "  career-roadmap check",
        "  mkdocs serve",
    ]


def test_help_needs_neither_the_reader_nor_mkdocs() -> None:
    code = (
        "import sys; from mkdocs_career_roadmap.cli import cli\n"
        "try: cli.main(['new', 'post', '-h'])\n"
        "finally: assert not {'mkdocs', 'mkdocs_career_roadmap.reading.page'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True)


# --- an init that was stopped ---


def test_init_ends_what_one_before_it_began(tmp_path: Path) -> None:
    begin(tmp_path / "whole", TODAY)
    folder = tmp_path / "half"
    paths = [path for path in MADE if path != ".gitignore"]
    write(folder, {".career-roadmap-init": json.dumps({"day": "2026-03-02", "paths": paths, "nav": True}),
                   "docs/posts/where-i-begin.md": "mine\n"})
    done = begin(folder, date(2026, 5, 1))
    assert (set(names(done.made, folder)), names(done.kept, folder)) == (
        set(paths) - {"docs/posts/where-i-begin.md"}, ["docs/posts/where-i-begin.md"])
    assert below(folder) == sorted(paths)
    for path in set(paths) - {"docs/posts/where-i-begin.md"}:
        assert (folder / path).read_bytes() == (tmp_path / "whole" / path).read_bytes()


@pytest.mark.parametrize("text", [
    "{", "[]", '{"day": "2026-13-02", "paths": [], "nav": true}',
    '{"day": "2026-03-02", "paths": 5, "nav": true}',
    '{"day": "0001-01-01", "paths": [], "nav": true}',
    '{"day": "2026-03-02", "paths": ["../away.txt"], "nav": true}'])
def test_note_that_no_init_wrote_counts_for_nothing(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "mine"
    write(folder, {".career-roadmap-init": text})
    assert set(names(begin(folder, TODAY).made, folder)) == set(MADE)
    assert below(tmp_path) == sorted(f"mine/{path}" for path in MADE)
