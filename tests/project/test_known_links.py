"""Dead links that somebody knows of: they are passed over, and new ones are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import write
from helpers import runner
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind
from mkdocs_career_roadmap.new_site.report import report
from mkdocs_career_roadmap.project.built.known_links import known_links
from mkdocs_career_roadmap.project.built.site_links import check_links

ODD = ["/a [b] *c*/", "/x_y\\z/", "img/lost%20one.png", "/p?a<b", "/gone/"]


def test_report_of_an_import_names_the_dead_links_that_it_wrote() -> None:
    notes = [ImportNote(NoteKind.DEAD, "_posts/a.md", 3, f"{one} leads nowhere") for one in ODD]
    notes += [ImportNote(NoteKind.DEAD, "b.md", 0, "/made/ leads to a page that was not imported: a draft"),
              ImportNote(NoteKind.LEFT, "c.md", 1, "the tag include /other/ is not carried")]
    text = report([], 0, notes, [], ["What `/x/` leads nowhere"], "career-roadmap import jekyll a b")
    assert known_links(text) == {"/a [b] *c*/", "/x_y\\z/", "img/lost one.png", "/p?a<b", "/gone/", "/made/"}


def test_list_has_an_address_on_each_line() -> None:
    assert known_links("/a/\n\n  ../b c.png \r\n#d\n") == {"/a/", "../b c.png", "#d"}
    assert known_links("") == frozenset()


@pytest.fixture
def built(tmp_path: Path) -> Path:
    write(tmp_path, {"index.html": "<a href=/gone/>\n<a href='/lost%20one/'>",
                     "b.html": "<a href=/gone/>\n<a href=gone/>"})
    return tmp_path


def test_known_links_are_passed_over_and_counted(built: Path) -> None:
    checked = check_links(built, "", known=frozenset({"/gone/", "/lost one/"}))
    assert [(p.place.path, p.place.line) for p in checked.problems] == [(f"{built.as_posix()}/b.html", 2)]
    assert checked.summary == "1 dead link in 2 pages with 4 links within the site; 3 links known to be dead"


@pytest.mark.parametrize(("known", "problems"), [
    ("/2020/nests.html#gone", 0), ("https://a.example/blog/2020/nests.html#gone", 0), ("../nests/#gone", 0),
    ("/2020/eggs.html#gone", 1), ("/2020/nests.html#other", 1), ("/2020/nests.html", 1), ("#gone", 1)])
def test_part_that_is_known_not_to_be_there_is_so_wherever_its_page_lies_now(
    tmp_path: Path, known: str, problems: int
) -> None:
    write(tmp_path, {"posts/nests/index.html": "<h1>Nests</h1>", "b.html": "<a href=posts/nests/#gone>"})
    checked = check_links(tmp_path, "https://a.example/blog/", known=frozenset({known}))
    assert (len(checked.problems), checked.known) == (problems, 1 - problems)


def test_part_of_the_first_page_is_known_by_the_base(tmp_path: Path) -> None:
    pages = {"index.html": "", "blog/index.html": "", "b.html": "<a href=./#gone><a href=blog/#gone>"}
    write(tmp_path, pages)
    assert len(check_links(tmp_path, "/blog/", known=frozenset({"/blog/#gone"})).problems) == 1
    assert len(check_links(tmp_path, "/", known=frozenset({"/blog/#gone"})).problems) == 1


def test_page_that_is_not_there_has_no_known_part(tmp_path: Path) -> None:
    write(tmp_path, {"b.html": "<a href=nests/#gone>"})
    assert len(check_links(tmp_path, "/", known=frozenset({"/x/nests/#gone"})).problems) == 1


def test_without_a_list_every_dead_link_is_told(built: Path) -> None:
    checked = check_links(built, "")
    assert len(checked.problems) == 2
    assert "known" not in checked.summary


@pytest.mark.parametrize("command", [["links", "{site}"], ["check", "--site", "{site}"]])
def test_commands_take_a_list_of_known_links(built: Path, tmp_path_factory: pytest.TempPathFactory,
                                             monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    listed = tmp_path_factory.mktemp("list") / "known.txt"
    listed.write_text("/gone/\n/lost one/\ngone/\n", "utf-8")
    monkeypatch.chdir(listed.parent)
    words = [word.format(site=built) for word in command]
    assert runner().invoke(cli, words).exit_code == 1
    assert runner().invoke(cli, [*words, "--known", str(listed)]).exit_code == 0


def test_list_that_is_not_there_is_told(built: Path) -> None:
    asked = runner().invoke(cli, ["links", str(built), "--known", "nowhere.md"])
    assert "this list of known links cannot be read" in str(asked.exception)
