"""A project read without MkDocs: the same options, files and words, and nothing is run."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import write
from hosts import build
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs_career_roadmap.project import clock
from mkdocs_career_roadmap.project.config import Project, find_project, read_project
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.vocabulary.codes import Severity
from mkdocs_career_roadmap.vocabulary.problems import Problem
from mkdocs_career_roadmap.vocabulary.settings import Settings


def project(folder: Path, config: str, *paths: str) -> Project:
    write(folder, {"mkdocs.yml": config, **{f"docs/{path}": "" for path in ("index.md", *paths)}})
    return read_project(folder / "mkdocs.yml")


def test_settings_and_folder_are_made_once(tmp_path: Path) -> None:
    read = project(tmp_path, "site_name: x\nplugins: [career-roadmap]\n")
    assert read.settings is read.settings
    assert read.folder is read.folder


def refused(folder: Path, config: str) -> list[str]:
    write(folder, {"mkdocs.yml": config, "docs/index.md": ""})
    with pytest.raises(ProjectError) as error:
        read_project(folder / "mkdocs.yml")
    return str(error.value).replace(f"{folder}/", "").splitlines()


# --- finding ---


@pytest.mark.parametrize("target", ["mkdocs.yml", ".", "docs"])
def test_project_is_found_by_its_configuration_its_folder_or_its_docs(tmp_path: Path, target: str) -> None:
    project(tmp_path, "plugins: [career-roadmap: {title: Way}]\n")
    found = find_project(tmp_path / target)
    assert (found.docs.resolve(), found.settings.title) == (tmp_path / "docs", "Way")


@pytest.mark.parametrize("name", ["mkdocs.yaml", "properdocs.yml"])
def test_configuration_may_have_another_name(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "plugins: [career-roadmap: {title: Way}]\n", "docs/a.md": ""})
    assert find_project(tmp_path).settings.title == "Way"


def test_folder_of_pages_needs_no_configuration(tmp_path: Path) -> None:
    write(tmp_path, {"posts/a.md": ""})
    found = find_project(tmp_path)
    assert (found.docs, found.settings, found.as_of) == (tmp_path, Settings(today=found.today()), None)


def test_folder_without_pages_is_told_with_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, {"notes.txt": ""})
    with pytest.raises(ProjectError, match=r"no mkdocs\.yml here or above, and no page; `career-roadmap"):
        find_project(tmp_path)
    assert find_project(tmp_path, needs_pages=False).config is None


@pytest.mark.parametrize("folder", ["docs/posts/2026", "scripts"])
def test_project_is_found_from_any_folder_below_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    project(tmp_path, "plugins: [career-roadmap: {title: Way}]\n")
    (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / folder)
    found = find_project(Path())
    assert (found.docs.resolve(), found.settings.title) == (tmp_path / "docs", "Way")


def test_folder_beside_a_configuration_is_not_its_docs(tmp_path: Path) -> None:
    project(tmp_path, "plugins: [career-roadmap: {title: Way}]\n")
    write(tmp_path, {"other/a.md": ""})
    assert find_project(tmp_path / "other").settings.title == "Roadmap"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="there is no such file or folder"):
        find_project(tmp_path / "nowhere")


# --- reading ---


def test_options_are_those_of_the_plugin(tmp_path: Path) -> None:
    found = project(
        tmp_path,
        """
        theme: {name: material, language: de}
        plugins:
          - search
          - career-roadmap:
              as_of: 2026-04-01
              problems: {near-miss: off}
              scopes: [small, large]
              statuses: {in-press: active}
              labels: {done: Shipped it}
    """,
    )
    assert found.as_of == date(2026, 4, 1)
    assert found.settings.severities == {"near-miss": Severity.OFF}
    known = found.settings.status_words
    assert [known[word] for word in ("in press", "shipped it", "erledigt", "terminé", "wip")] == [
        "active", "done", "done", "done", "active"]
    assert (found.settings.scopes, found.words.language, found.is_listed) == (("small", "large"), "de", True)


@pytest.mark.parametrize(
    ("plugins", "listed"),
    [
        ("", False),
        ("plugins: [search]", False),
        ("plugins: [career-roadmap]", True),
        ("plugins: {career-roadmap: {}}", True),
        ("plugins:\n  career-roadmap:", True),
    ],
)
def test_plugin_is_found_however_it_is_listed(tmp_path: Path, plugins: str, listed: bool) -> None:
    found = project(tmp_path, f"site_name: x\n{plugins}\n")
    assert (found.is_listed, found.settings) == (listed, Settings(locks=None, today=found.today()))


def test_nothing_of_a_configuration_is_run(tmp_path: Path) -> None:
    made = tmp_path / "made"
    found = project(
        tmp_path,
        f"""
        hooks: [gone.py]
        markdown_extensions:
          - x: {{y: !!python/name:no.such.thing , z: !relative $docs_dir}}
          - !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path [{made}]]
        plugins: [career-roadmap, no-such-plugin]
    """,
    )
    assert found.is_listed
    assert not made.exists()


def test_environment_may_choose_the_docs_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGES", "pages")
    write(tmp_path, {"mkdocs.yml": "docs_dir: !ENV [NOPE, PAGES, docs]\n", "pages/a.md": ""})
    assert read_project(tmp_path / "mkdocs.yml").docs == tmp_path / "pages"


def test_configuration_inherits_as_mkdocs_has_it(tmp_path: Path) -> None:
    base = (
        "docs_dir: ../docs\nuse_directory_urls: false\nplugins: {career-roadmap: {title: A, folder: way}}\n"
    )
    write(tmp_path, {"up/base.yml": base})
    found = project(tmp_path, "INHERIT: up/base.yml\ndocs_dir: docs\nplugins: {career-roadmap: {title: B}}\n")
    assert (found.settings.title, found.settings.folder, found.directory_urls) == ("B", "way", False)


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("a: [", "mkdocs.yml: this is not valid YAML: while parsing a flow node"),
        ("- a\n", "mkdocs.yml: this is no configuration; write lines like `site_name: My work`"),
        ("docs_dir: [a]\n", "mkdocs.yml: docs_dir is ['a']; write the name of a folder"),
        ("docs_dir: nope\n", "mkdocs.yml: the docs folder 'nope' does not exist"),
        (
            "plugins: [career-roadmap: 5]\n",
            ("mkdocs.yml: career-roadmap is 5; write its options as `name: value`"),
        ),
        (
            "plugins: [career-roadmap, search, career-roadmap: {nav: false}]\n",
            "mkdocs.yml: career-roadmap stands more than once in the plugins; keep one of them",
        ),
        ("INHERIT: mkdocs.yml\n", "mkdocs.yml: INHERIT goes on and on, perhaps in a circle"),
        ("INHERIT: nope.yml\n", "nope.yml: [Errno 2] No such file or directory: 'nope.yml'"),
        ("a: 2020-13-45\n", "mkdocs.yml: this is not valid YAML: month must be in 1..12"),
    ],
)
def test_configuration_that_cannot_be_is_told(tmp_path: Path, config: str, told: str) -> None:
    assert refused(tmp_path, config)[0].startswith(told)


TWICE = """
site_name: A
plugins:
  - search: {lang: en, lang: de}
  - career-roadmap:
      focus_limit: 2
      problems: {stale: off, stale: hint}
      focus_limit: 3
"""


def test_option_that_stands_twice_is_told_by_checks_and_builds(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": TWICE, "docs/index.md": "# Home\n", "child/docs/index.md": "# B\n",
                     "child/mkdocs.yml": "INHERIT: ../mkdocs.yml\nsite_name: B\n"})
    told = ("mkdocs.yml:7:7: focus_limit stands twice below career-roadmap; keep one of them",
            "mkdocs.yml:6:30: stale stands twice below career-roadmap; keep one of them")
    for folder in (tmp_path, tmp_path / "child"):
        with pytest.raises(ProjectError) as stopped:
            find_project(folder)
        lines = str(stopped.value).splitlines()
        assert sorted(line[line.index("mkdocs.yml:"):] for line in lines) == sorted(told)
    made = build(tmp_path)
    assert (made.code, "Traceback" in made.log) == (1, False)
    assert "7:7: focus_limit stands twice below career-roadmap; keep one of them" in made.log


def test_configuration_that_says_nothing_chooses_nothing(tmp_path: Path) -> None:
    found = project(tmp_path, "# nothing yet\n")
    assert (found.is_listed, found.settings) == (False, Settings(locks=None, today=found.today()))


def test_all_wrong_options_are_told_at_once(tmp_path: Path) -> None:
    assert refused(tmp_path, "plugins: [career-roadmap: {tilte: x, scopes: 5, focus_limit: 0}]\n") == [
        "mkdocs.yml: career-roadmap: there is no option 'tilte'; did you mean 'title'?",
        "mkdocs.yml: career-roadmap: scopes: write a list of names",
        "mkdocs.yml: career-roadmap: focus_limit: 0 is no count; write a whole number from 1",
    ]


# --- files ---


@pytest.mark.parametrize(
    "patterns", ["", "exclude_docs: |\n  /drafts/\n  *.txt\n  !.keep.md\n", "draft_docs: |\n  b.md\n"]
)
def test_files_are_those_of_the_built_site(tmp_path: Path, patterns: str) -> None:
    paths = (
        "b.md",
        "README.md",
        "a/README.md",
        ".hidden.md",
        ".keep.md",
        "a/.git/x.md",
        "templates/t.md",
        "a/templates/t.md",
        "drafts/d.md",
        "x.txt",
        "pic.png",
    )
    found = project(tmp_path, f"site_name: x\ntheme: mkdocs\nplugins: []\n{patterns}", *paths)
    config = load_config(str(tmp_path / "mkdocs.yml"))
    theirs = {file.src_uri for file in get_files(config) if file.inclusion.is_included()}
    assert {path for path in found.files() if not isinstance(path, Problem)} == theirs
    assert theirs


def test_what_is_wrong_with_a_folder_is_among_the_files(tmp_path: Path) -> None:
    found = project(tmp_path, "site_name: x\n")
    (tmp_path / "docs/round").symlink_to(".")
    assert [str(p.place) for p in found.files() if isinstance(p, Problem)] == ["round:1:1"]


@pytest.mark.parametrize(("plugins", "locks"), [
    ("[search]", None), ("[encryptcontent]", []), ("{encryptcontent: {}}", []),
    ("[encryptcontent: {global_password: x}]", ["password"]),
    ("[encryptcontent: {global_password: !ENV [NO_SUCH_VARIABLE, x]}]", ["password"]),
    ("[encryptcontent: {password_inventory: {mine: x}}]", []),
    ("[encryptcontent: {password_inventory: {_global: x}}]", ["level"]),
    ("[encryptcontent: {password_file: passwords.yml}]", ["level"]),
    ("[encryptcontent: {password_file: none.yml, global_password: x}]", ["password"])])
def test_what_locks_all_pages_is_known(tmp_path: Path, plugins: str, locks: list[str] | None) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "passwords.yml").write_text("_global: x\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Ada\nplugins: {plugins}\n", "utf-8")
    found = find_project(tmp_path).settings.locks
    assert found == (None if locks is None else frozenset(locks))


# --- the blog ---


@pytest.mark.parametrize(("options", "waits"), [
    ("{draft_if_future_date: true}", True), ("{draft_if_future_date: true, draft: true}", False),
    ("{}", False)])
def test_blog_that_holds_posts_back_is_asked_for_the_time(tmp_path: Path, options: str, waits: bool) -> None:
    read = project(tmp_path, f"plugins: [career-roadmap, blog: {options}]\n")
    assert read.blog_waits == waits
    assert (read.settings.blog_now is not None) == waits


@pytest.mark.parametrize("name", ["blog", "material/blog", "materialx/blog"])
def test_blog_is_found_by_each_of_its_names(tmp_path: Path, name: str) -> None:
    assert project(tmp_path, f"plugins: [career-roadmap, {name}]\n").blog == "blog/posts"


def test_day_is_that_of_utc_where_the_blog_goes_by_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = datetime(2026, 4, 1, 23, 0, tzinfo=timezone(timedelta(hours=-5)))
    monkeypatch.setattr(clock, "build_time", lambda: late)
    assert project(tmp_path, "plugins: [career-roadmap, blog]\n").today() == date(2026, 4, 1)
    waiting = project(tmp_path, "plugins: [career-roadmap, blog: {draft_if_future_date: true}]\n")
    assert waiting.today() == date(2026, 4, 2)


def test_posts_of_the_blog_are_what_begins_with_its_folder(tmp_path: Path) -> None:
    read = project(tmp_path, "plugins: [career-roadmap, blog]\n")
    assert read.is_in_blog("blog/posts/a.md")
    assert not read.is_in_blog("blog/a.md")
    everything = project(tmp_path, "plugins: [career-roadmap, blog: {post_dir: .}]\n")
    assert not everything.is_in_blog("a.md")  # Material finds no post then


# --- zensical.toml ---


@pytest.mark.parametrize(("options", "left"), [
    ('{glob: ["drafts/*", "*.tmp.md"]}', {"a.md", "drafts.md"}),
    ("{glob: drafts/*}", {"a.md", "b.tmp.md", "drafts.md"}),
    ("{regex: [draft, '(?i)B']}", {"a.md"}),
    ("{regex: 'a('}", {"a.md", "b.tmp.md", "drafts.md", "drafts/c.md"}),
    ("{}", {"a.md", "b.tmp.md", "drafts.md", "drafts/c.md"})])
def test_what_mkdocs_exclude_takes_out_is_no_page_of_the_site(
    tmp_path: Path, options: str, left: set[str]
) -> None:
    write(tmp_path, {"mkdocs.yml": f"site_name: A\nplugins: [exclude: {options}, career-roadmap]\n",
                     **{f"docs/{path}": "" for path in ("a.md", "b.tmp.md", "drafts.md", "drafts/c.md")}})
    project = read_project(tmp_path / "mkdocs.yml")
    assert set(project.files()) == left
    assert project.left_out() == {}


OF_ZENSICAL = """[project]
site_name = "Ada"
site_url = "https://ada.example/x"
docs_dir = "texts"
exclude_docs = "old/"
[project.theme]
language = "de"
[project.plugins.career-roadmap]
title = "Way"
as_of = 2026-04-01
[project.plugins.blog]
blog_dir = "news"
"""


def test_configuration_of_zensical_is_read_as_mkdocs_yml_is(tmp_path: Path) -> None:
    write(tmp_path, {"zensical.toml": OF_ZENSICAL, "texts/a.md": "", "texts/old/b.md": "", "c.md": ""})
    found = find_project(tmp_path / "texts")
    assert (found.docs.resolve(), found.name, found.site_url, found.blog, found.is_listed) == (
        tmp_path / "texts", "Ada", "https://ada.example/x/", "news/posts", True)
    assert (found.settings.title, found.as_of, found.words("map")) == ("Way", date(2026, 4, 1), "Karte")
    assert list(found.files()) == ["a.md"]


def test_configuration_of_mkdocs_goes_before_that_of_zensical(tmp_path: Path) -> None:
    project(tmp_path, "site_name: x\n")
    write(tmp_path, {"zensical.toml": OF_ZENSICAL})
    assert find_project(tmp_path).name == "x"


def test_keys_of_zensical_may_stand_without_their_table(tmp_path: Path) -> None:
    write(tmp_path, {"zensical.toml": 'site_name = "Ada"\n', "docs/a.md": ""})
    assert (find_project(tmp_path).name, find_project(tmp_path).is_listed) == ("Ada", False)


@pytest.mark.parametrize(("text", "told"), [
    ("[project\n", "zensical.toml: this is not valid TOML: "),
    ("project = 1\n", "zensical.toml: project is 1; "),
])
def test_configuration_of_zensical_that_cannot_be_read_is_told(tmp_path: Path, text: str, told: str) -> None:
    write(tmp_path, {"zensical.toml": text, "docs/a.md": ""})
    with pytest.raises(ProjectError, match=told):
        find_project(tmp_path)
