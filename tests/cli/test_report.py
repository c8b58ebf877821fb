"""`career-roadmap report`: what it writes, in which format, and what it refuses."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import Result
from conftest import MakeSite, write
from each import each
from helpers import runner
from hosts import HOME, URL, build, config
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.exports.report_text import escaped

PAGES = {
    "a.md": "---\ndate: 2026-03-01\ngoal: Seeing\nmilestone: A *bold* [step](x)\nstatus: done\n"
            "lessons: 1. Look <first>.\n---\nWords.\n",
    "b.md": "---\ndate: 2026-03-02\ngoal: Seeing\nmilestone: Hush\nstatus: done\n"
            "visibility: private\n---\nWords.\n",
}


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def run(*words: str | Path) -> Result:
    return runner().invoke(cli, ["report", *map(str, words)])


@pytest.fixture
def folder(site: MakeSite) -> Path:
    return site({**HOME, **PAGES}, config("{as_of: 2026-06-01}"))


def test_words_of_an_author_are_no_markup(folder: Path) -> None:
    text = run(folder, "--for", "committee").stdout
    assert r"A \*bold\* \[step\](x)" in text
    assert r"1\. Look &lt;first&gt;." in text
    assert "2025" in text.split("## ")[0]


def test_what_is_private_is_told_only_where_it_is_asked_for_and_then_on_top(folder: Path) -> None:
    assert "Hush" not in run(folder, "--for", "committee").stdout
    text = run(folder, "--for", "committee", "--private").stdout
    assert "Hush (private)" in text
    assert text.index("not for the public") < text.index("## ")


def test_private_report_is_not_written_where_it_would_be_published(folder: Path) -> None:
    out = folder / "docs/report.md"
    done = run(folder, "--for", "cv", "--private", "-o", out)
    assert (done.exit_code, out.exists()) == (2, False)
    assert "would be published" in done.stderr


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(folder: Path) -> None:
    out = folder / "report.html"
    out.write_text("mine")
    assert "--overwrite" in run(folder, "--for", "cv", "-o", out).stderr
    assert out.read_text() == "mine"
    assert run(folder, "--for", "cv", "-o", out, "--overwrite").exit_code == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(("words", "told"), [
    (["--goal", "Seing"], "did you mean 'Seeing'"),
    (["--since", "2026-07-01"], "after its last day"),
    (["--format", "pdf"], "-o report.pdf"),
])
def test_what_cannot_be_is_told_with_the_fix(folder: Path, words: list[str], told: str) -> None:
    done = run(folder, "--for", "cv", *words)
    assert done.exit_code != 0
    assert told in str(done.stderr) + str(done.exception)


@pytest.mark.skipif(os.name == "nt", reason="its programs are no scripts of a shell")
def test_pdf_and_docx_are_made_by_programs_that_are_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr("mkdocs_career_roadmap.project.report_files._MACOS", ())
    for form, program in (("pdf", "WeasyPrint"), ("docx", "pandoc")):
        done = run(folder, "--for", "cv", "-o", tmp_path / f"none.{form}")
        assert program in str(done.exception)
    write(tmp_path / "bin", {"weasyprint": '#!/bin/sh\nPATH=/bin:/usr/bin cp "$2" "$3"\n',
                             "pandoc": "#!/bin/sh\necho it cannot >&2\nexit 3\n"})
    for program in (tmp_path / "bin").iterdir():
        program.chmod(0o755)
    assert run(folder, "--for", "cv", "-o", tmp_path / "a.pdf").exit_code == 0
    page = (tmp_path / "a.pdf").read_text("utf-8")
    assert page.index("size: A4") < page.index("@page { margin")  # so that a site's own styles may say else
    assert "it cannot" in str(run(folder, "--for", "cv", "-o", tmp_path / "a.docx").exception)


def test_word_file_has_the_headings_lists_and_links_of_the_report(folder: Path, tmp_path: Path) -> None:
    made = run(folder, "--for", "committee", "-o", tmp_path / "a.docx")
    if shutil.which("pandoc") is None:  # then there is a sentence that says so, and no file
        assert "pandoc" in str(made.exception)
        assert not (tmp_path / "a.docx").exists()
        return
    assert made.exit_code == 0
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        root = ET.fromstring(parts.read("word/document.xml"))
        links = parts.read("word/_rels/document.xml.rels").decode()
    found = [(style.get(f"{W}val") if (style := p.find(f".//{W}pStyle")) is not None else "",
              p.find(f".//{W}numPr") is not None, "".join(t.text or "" for t in p.iter(f"{W}t")))
             for p in root.iter(f"{W}p")]
    assert [text for style, _, text in found if style in ("Title", "Heading1")] == ["Progress report"]
    assert ("Heading2", False, "Done since 1 Jun 2025") in found
    assert [text for _, is_item, text in found if is_item and "Done" in text] == [
        "A *bold* [step](x) Done, 1 Mar 2026"]
    assert f"{URL}roadmap/milestones/a-bold-stepx/" in links


def test_site_may_have_its_own_template_for_one_audience(site: MakeSite) -> None:
    folder = site({**HOME, **PAGES}, config(theme="{name: mkdocs, custom_dir: own}"))
    write(folder / "own/career-roadmap", {"report-cv.md": "Mine: {{ view.report.title }}\n"})
    assert run(folder, "--for", "cv").stdout == "Mine: Curriculum vitae\n"
    assert run(folder, "--for", "review").stdout.startswith("# Review")


def test_page_of_reports_is_in_a_built_site_only_if_it_says_so(site: MakeSite) -> None:
    for option, is_there in (("{nav: true}", False), ("{views: {report: public}}", True)):
        made = build(site({**HOME, **PAGES}, config(option)))
        assert ("roadmap/report/index.html" in made.content()) is is_there
        assert b"Hush" not in b"".join(made.content().values())


@each(("text", "markdown"), [
    ("a_b *c* `d`", r"a\_b \*c\* \`d\`"), ("- x", r"\- x"), ("2) x", r"2\) x"), ("a\n\nb", "a b"),
    ("&amp; & <b>", "&amp;amp; & &lt;b&gt;"), ("# x", r"\# x")])
def test_text_is_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown
