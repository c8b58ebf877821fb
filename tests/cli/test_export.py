"""`career-roadmap export`: the roadmap as a file, without a build."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import MakeSite, write
from each import each
from helpers import fold_of, post, runner
from hosts import HOME, URL, build, config, good
from hypothesis import given
from hypothesis import strategies as st
from lab import PRIVATE, lab
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.exports.milestones_csv import COLUMNS, cell, milestones_csv
from mkdocs_career_roadmap.project.config import find_project
from mkdocs_career_roadmap.vocabulary.fields import Status

POST = "---\ndate: 2026-01-10\nmilestone: M\n{}---\nWords.\n"


def run(*words: str | Path) -> Result:
    return runner().invoke(cli, ["export", *map(str, words)])


def exported(*words: str | Path) -> bytes:
    found = run(*words)
    assert found.exit_code == 0, found.output
    assert found.stderr == ""
    return found.stdout_bytes


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


# --- as a build writes it ---


@pytest.mark.parametrize("more", ["", "use_directory_urls: false\n", "site_url: ''\n"],
                         ids=["folders", "flat", "no-address"])
def test_json_and_calendar_are_to_the_byte_what_a_build_writes(site: MakeSite, more: str) -> None:
    folder = site(lab(), config(more=more))
    made = build(folder)
    assert made.code == 0, made.log
    for form in ("json", "ics"):
        assert exported(form, folder) == made.content()[f"roadmap/roadmap.{form}"]


def test_posts_of_material_s_blog_have_no_address_as_only_a_build_knows_it(site: MakeSite) -> None:
    pages = {"blog/index.md": "# Blog\n", "blog/posts/a.md": POST.format(""), "b.md": POST.format("")}
    folder = site({**HOME, **pages}, config(theme="material", plugins="[search, ROADMAP, blog]"))
    data = json.loads(exported("json", folder))
    assert [p["url"] for p in data["posts"]] == [f"{URL}b/", None]


@pytest.mark.parametrize(("plugins", "blog"), [
    ("[blog]", "blog/posts"), ("[search]", ""), ("blog", "blog/posts"), ("[5]", ""),
    ("[blog: {blog_dir: writing}]", "writing/posts"), ("[material/blog: {blog_dir: .}]", "posts"),
    ("[blog: {post_dir: '{blog}/all'}]", "blog/all"),
])
def test_folder_of_the_blog_is_known(site: MakeSite, plugins: str, blog: str) -> None:
    assert find_project(site(HOME, f"site_name: x\nplugins: {plugins}\n")).blog == blog


def test_folder_of_pages_alone_is_enough(site: MakeSite) -> None:
    docs = site({"a.md": POST.format("target: 2027\n")}) / "docs"
    (docs.parent / "mkdocs.yml").unlink()
    data = json.loads(exported("json", docs))
    assert [p["url"] for p in data["posts"]] == ["../a/"]
    assert b"\r\nNAME;VALUE=TEXT:Roadmap\r\n" in exported("ics", docs)


@pytest.mark.parametrize("form", ["json", "ics", "csv"])
def test_nothing_private_is_in_it(site: MakeSite, form: str) -> None:
    text = exported(form, site(lab(), config())).decode().lower()
    assert len(text) > 100
    assert [word for word in PRIVATE if word in text] == []


# --- the command ---


def test_it_answers_for_another_day(site: MakeSite) -> None:
    data = json.loads(exported("json", site(lab(), config()), "--as-of", "2026-01-31"))
    assert (data["as_of"], len(data["posts"])) == ("2026-01-31", 1)


@pytest.mark.parametrize("form", ["json", "ics", "csv", "schema"])
def test_file_has_the_bytes_that_the_terminal_would_have(
    site: MakeSite, form: str, tmp_path: Path
) -> None:
    folder, file = site(lab(), config()), tmp_path / "out"
    assert exported(form, folder, "-o", file) == b""
    assert file.read_bytes() == exported(form, folder)


@pytest.mark.parametrize("form", ["json", "ics", "csv", "schema"])
def test_export_replaces_what_an_export_wrote_and_nothing_else(
    site: MakeSite, tmp_path: Path, form: str
) -> None:
    folder, file = site({**HOME, "a.md": POST.format("target: 2030-01-01\n")}, config()), tmp_path / "out"
    for before in ("my words\n", '{"title": "mine"}', "{", "id,title\n1,2\n"):
        file.write_text(before, "utf-8")
        kept = run(form, folder, "-o", file)
        assert (kept.exit_code, file.read_text("utf-8")) == (2, before)
        assert "is not from an export; give another name, or add --overwrite" in kept.stderr
    exported(form, folder, "-o", file, "--overwrite")
    first = file.read_bytes()
    assert first
    for other in ("json", "ics", "csv", "schema"):
        exported(other, folder, "-o", file)
    exported(form, folder, "-o", file)
    assert file.read_bytes() == first


def test_calendar_without_a_day_takes_the_place_of_the_one_before(site: MakeSite, tmp_path: Path) -> None:
    exported("ics", site({"a.md": POST.format("target: 2027\n")}, config()), "-o", tmp_path / "out")
    assert b"VEVENT" in (tmp_path / "out").read_bytes()
    exported("ics", site({"a.md": POST.format("")}, config()), "-o", tmp_path / "out")
    assert b"VEVENT" not in (tmp_path / "out").read_bytes()


def test_file_that_cannot_be_written_is_told(site: MakeSite, tmp_path: Path) -> None:
    found = run("json", site(HOME, config()), "-o", tmp_path / "none/out")
    assert found.exit_code == 1
    assert "none/out cannot be written (No such file" in str(found.exception)


def test_unknown_format_is_told() -> None:
    assert "'xml' is not one of 'json', 'ics', 'csv', 'bibtex', 'csl', 'schema'" in run("xml").stderr


def test_schema_offers_the_names_of_the_public_roadmap_alone(site: MakeSite) -> None:
    pages = {**HOME, "a.md": POST.format("goal: G\n"),
             "b.md": "---\ndate: 2026-01-11\ngoal: Oslo\nmilestone: [M, Fjord]\nvisibility: private\n---\n"}
    folder = site(pages, config("{as_of: 2026-04-01, statuses: {in press: active}}"))
    text = exported("schema", folder).decode()
    said = json.loads(text)["properties"]
    assert (said["goal"]["examples"], said["part_of"]["examples"]) == (["G"], ["M"])
    assert said["status"]["examples"] == ["in press", *Status]
    assert "Oslo" not in text
    assert "Fjord" not in text


def test_schema_has_the_rungs_of_the_site(site: MakeSite) -> None:
    schema: Any = json.loads(exported("schema", site(HOME, config("{scopes: [hut, castle]}"))))
    assert "castle" in json.dumps(schema["properties"]["scope"])
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


# --- the table ---


def test_table_has_a_row_for_each_milestone(site: MakeSite) -> None:
    rows = table(exported("csv", site(lab(), config())).decode())
    assert [row["id"] for row in rows] == [
        "reproduce-a-detector", "run-on-one-watt", "survey", "say-when-unsure"]
    assert list(rows[0]) == list(COLUMNS)
    assert rows[1]["depends_on"] == "reproduce-a-detector"
    assert rows[1]["posts"] == "posts/watt.md\nposts/both.md"
    assert (rows[1]["blocked"], rows[2]["reason"]) == ("false", "Others wrote it.")
    assert rows[0]["url"] == f"{URL}roadmap/milestones/reproduce-a-detector/"


def test_empty_roadmap_has_the_names_of_the_columns() -> None:
    assert milestones_csv(fold_of(), lambda path: path) == ",".join(COLUMNS) + "\r\n"


@each("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n=1"])
def test_cell_is_no_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


@given(st.text() | st.lists(st.text(), min_size=1))
def test_any_cell_begins_no_formula_and_holds_its_text(value: Any) -> None:
    plain = "\n".join(value) if isinstance(value, list) else value
    found, plain = cell(value), re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", " ", plain)
    assert found in (plain, f"'{plain}")
    assert found.lstrip(" ")[:1] not in set("=+-@\t\r\n＝＋－＠") - {""}


def test_what_authors_write_stays_in_its_cell() -> None:
    text = milestones_csv(fold_of(
        post("2026-01-10", milestone='A, "b"; c', lessons=["=cmd|' /C calc'!A0"])), lambda path: path)
    (row,) = table(text)
    assert (row["title"], row["lessons"]) == ('A, "b"; c', "'=cmd|' /C calc'!A0")


# --- both ways of one address ---


def test_relative_addresses_are_those_of_the_site(site: MakeSite) -> None:
    folder = site({**HOME, "a b/ü.md": POST.format("")}, config("{folder: my/way}", more="site_url: ''\n"))
    made = build(folder)
    assert made.code == 0, made.log
    assert exported("json", folder) == made.content()["my/way/roadmap.json"]


def test_good_site_stays_good_with_all_files(site: MakeSite) -> None:
    assert {"roadmap/feed.xml", "roadmap/roadmap.ics", "roadmap/roadmap.json"} <= good(
        build(site(lab(), config()))).site.files


# --- as bibliographies ---


@pytest.fixture
def of_works(tmp_path: Path) -> Path:
    write(tmp_path, {
        "mkdocs.yml": f"site_name: Ada\nsite_url: {URL}\n"
                      "plugins: [search, career-roadmap: {bibliography: refs.bib}]\n",
        "refs.bib": "@book{a, title = {Trees}, year = 2020}\n@misc{okapi, title = {Okapis}}\n",
        "docs/a.md": POST.format("evidence: ['@a', slides.pdf]\n"), "docs/slides.pdf": "",
        "docs/b.md": POST.format("visibility: private\nevidence: '@okapi'\n")})
    return tmp_path


def test_bibliographies_have_the_works_of_public_pages_and_files_of_the_site(of_works: Path) -> None:
    bibtex = exported("bibtex", of_works).decode()
    assert re.findall(r"^@.*", bibtex, re.MULTILINE) == [
        "@online{example-org-people-ada-slides-pdf,", "@book{a,"]
    items = json.loads(exported("csl", of_works))
    assert [(item["id"], item.get("URL")) for item in items] == [
        ("example-org-people-ada-slides-pdf", f"{URL}slides.pdf"), ("a", None)]
    assert "kapi" not in bibtex + str(items)


@pytest.mark.parametrize("form", ["bibtex", "csl"])
def test_a_bibliography_of_before_is_replaced_and_one_of_the_author_is_not(of_works: Path, form: str) -> None:
    path = of_works / "out"
    assert run(form, of_works, "-o", path).exit_code == 0
    assert run(form, of_works, "-o", path).exit_code == 0
    path.write_text('[{"id": "mine"}]' if form == "csl" else "@misc{mine, title = {T}}", "utf-8")
    assert run(form, of_works, "-o", path).exit_code == 2
    assert "mine" in path.read_text("utf-8")
