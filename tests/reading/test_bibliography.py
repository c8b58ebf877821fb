"""Files of works become a bibliography, and what is wrong with them is told."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.bibliography import reading
from mkdocs_career_roadmap.reading.bibliography.latex import plain, verbatim
from mkdocs_career_roadmap.reading.bibliography.reading import WorksFile, bibliography_of
from mkdocs_career_roadmap.vocabulary.bibliography.work import Author, Bibliography, Work, made_key


def bib(*texts: str, path: str = "refs.bib") -> Bibliography:
    return bibliography_of(WorksFile(path, text) for text in texts)


def only(text: str, path: str = "refs.bib") -> Work:
    found = bib(text, path=path)
    assert found.problems == ()
    [work] = found.works.values()
    return work


def told(found: Bibliography) -> list[str]:
    return [str(problem) for problem in found.problems]


def names(work: Work) -> list[str]:
    return [author.name for author in work.authors]


# --- LaTeX ---


@each(("latex", "text"), [
    ("Plain words", "Plain words"),
    (r'M{\"u}ller and \"{O}rn, J{\o}rgen, \v{C}apek', "Müller and Örn, Jørgen, Čapek"),
    (r"{\L}ukasz, \c{c}", "Łukasz, ç"),
    ("The {DNA} of {{Big} Trees}", "The DNA of Big Trees"),
    (r"``Quoted'' -- and --- so on, 50\% \& more", "“Quoted” – and — so on, 50% & more"),
    ("100% sure", "100% sure"),
    (r"\emph{Very} \textit{small} {\bf trees} \texttt{x\_1}", "Very small trees x_1"),
    (r"\LaTeX{} and \BibTeX\ for all", "LaTeX and BibTeX for all"),
    (r"\href{https://example.org}{the words}", "the words"),
    ("On $O(n^2)$ and $\\alpha$", "On $O(n^2)$ and α"),
    ("two\n  lines~of words", "two lines of words"),
    (r"\unknown{kept}", "kept"),
    ("{open", "open"),
    ("Ümläut – “so” 树", "Ümläut – “so” 树"),
])
def test_latex_is_what_it_prints(latex: str, text: str) -> None:
    assert plain(latex) == text


@pytest.mark.parametrize(("latex", "text"), [
    (r"10.5555/12\_34", "10.5555/12_34"),
    (r"\url{https://example.org/a_b%20c}", "https://example.org/a_b%20c"),
    (r"https://example.org/~ada\#x", "https://example.org/~ada#x"),
])
def test_an_address_has_escapes_at_most(latex: str, text: str) -> None:
    assert verbatim(latex) == text


# --- BibTeX ---


def test_names_from_strings_are_put_in_also_in_sums_of_them() -> None:
    work = only("""@string{me = "Ada Doe"}
@STRING(trees = {Journal of Trees})
@article{sum, author = me # " and B. Roe", title = {Two}, journal = trees # ", part " # 2, month = "1~" # feb,
  year = 2021}
""")
    assert names(work) == ["Ada Doe", "B. Roe"]
    assert (work.venue, work.day) == ("Journal of Trees, part 2", (2021, 2, 1))


@each(("fields", "day"), [
    ("year = 2020, month = jan", (2020, 1)), ("year = {2020}, month = {03}", (2020, 3)),
    ("year = 2020, month = {September}", (2020, 9)), ("date = {2023-05-04}", (2023, 5, 4)),
    ("date = {2023-05/2024-01}", (2023, 5)), ("year = {in press}", ()), ("month = may", ()),
    ("year = {c. 1987?}", (1987,)), ("year = 2020, month = {summer}", (2020,)),
])
def test_a_day_is_known_as_far_as_it_is_said(fields: str, day: tuple[int, ...]) -> None:
    assert only(f"@misc{{a, title = {{T}}, {fields}}}").day == day


@each(("author", "people", "has_more"), [
    (r'M{\"u}ller, J{\o}rgen and van der Berg, Jan', ["Jørgen Müller", "Jan van der Berg"], False),
    ("Ada Doe and others", ["Ada Doe"], True),
    ("{The Big {and} Small Team} and Roe, B.", ["The Big and Small Team", "B. Roe"], False),
    ("Lee, Jr., Ann", ["Ann Lee Jr."], False), ("{A, B}, Jr., {C, D}", ["C, D A, B Jr."], False),
    ("", [], False), ("others", [], True),
    ("Łukasz Żółć", ["Łukasz Żółć"], False),
])
def test_authors_are_read_as_bibtex_has_them(author: str, people: list[str], has_more: bool) -> None:
    work = only(f"@misc{{a, title = {{T}}, author = {{{author}}}}}")
    assert names(work) == people
    assert work.has_more_authors is has_more


@each(("entry", "kind", "url"), [
    (r"@article{a, title={T}, doi={10.5555/a\_b}}", "paper", "https://doi.org/10.5555/a_b"),
    ("@article{a, title={T}, doi={https://doi.org/10.5555/x}, url={https://example.org}}", "paper",
     "https://doi.org/10.5555/x"),
    ("@inproceedings{a, title={T}, booktitle={P}, url={https://example.org/p}}", "paper",
     "https://example.org/p"),
    ("@misc{a, title={T}, eprint={2401.00001v2}, archivePrefix={arXiv}}", "preprint",
     "https://arxiv.org/abs/2401.00001v2"),
    ("@article{a, title={T}, journal={arXiv preprint arXiv:2401.00001}}", "preprint",
     "https://arxiv.org/abs/2401.00001"),
    ("@article{a, title={T}, journal={J}, eprint={2401.00001}}", "paper", "https://arxiv.org/abs/2401.00001"),
    ("@software{a, title={T}, url={https://example.org/x}}", "code", "https://example.org/x"),
    ("@misc{a, title={T}, url={https://github.com/x/y}}", "code", "https://github.com/x/y"),
    (r"@misc{a, title={T}, howpublished={\url{https://zenodo.org/records/12}}}", "data",
     "https://zenodo.org/records/12"),
    ("@dataset{a, title={T}}", "data", ""), ("@misc{a, title={T}}", "", ""),
    ("@book{a, title={T}, isbn={978-0-306-40615-7}}", "book", "https://openlibrary.org/isbn/9780306406157"),
    ("@misc{a, title={T}, url={javascript:alert(1)}}", "", ""),
    ("@misc{a, title={T}, url={paper.pdf}}", "", ""),
    ("@phdthesis{a, title={T}, school={U}}", "paper", ""), ("@presentation{a, title={T}}", "talk", ""),
])
def test_kind_and_address_follow_from_the_entry(entry: str, kind: str, url: str) -> None:
    work = only(entry)
    assert (work.kind, work.url) == (kind, url)


def test_what_lies_in_proceedings_has_from_them_what_it_lacks() -> None:
    found = bib("@inproceedings{child, crossref = {P}, title = {Child}}\n"
                "@proceedings{p, title = {Talks on Trees}, year = 2019, doi = {10.5555/all}}")
    child = found.works["child"]
    assert (child.venue, child.day, child.url) == ("Talks on Trees", (2019,), "")


def test_comments_and_addresses_of_mail_are_no_entries() -> None:
    found = bib("Made by me@example.org, @home\n@comment{jabref-meta: x;}\n@preamble{ \"\\newcommand{x}\" }\n"
                "@misc{a, title = {T}}\n% @ the end\n")
    assert told(found) == []
    assert list(found.works) == ["a"]


def test_notes_keywords_and_paths_of_files_are_not_even_kept() -> None:
    work = only("@misc{a, title={T}, note={N}, abstract={N}, keywords={N}, file={/home/N.pdf}, annote={N}, "
                "owner={N}, url={https://example.org}}")
    assert "N" not in repr(work).replace("None", "")


# --- what is wrong ---


def test_a_broken_entry_takes_no_other_with_it() -> None:
    found = bib("@article{one, title = {T}}\n@article{broken, title = {No end\n@article{two, title = {T}}\n")
    assert list(found.works) == ["one", "broken", "two"]
    assert "\n".join(told(found)) == (
        "refs.bib:2:1: warning: the entry 'broken' is broken: premature end of file; what stands before that "
        "counts, so mend it [bad-entry]")


@each(("entry", "why"), [
    ("@article{a, title = {T} year = 2020}", "the entry 'a' is broken: '}' expected; what"),
    ("@article{a, title = {T}, journal = nature}", "there is no @string 'nature'"),
    ("@article{a, title = {T}, title = {U}}", "the entry 'a' has title twice, of which the first counts"),
    ("@article{, title = {T}}", "an entry @article is broken: entry key expected"),
    ("@article{a, year = 2020}", "the entry 'a' has no title; add title = {...}"),
    ("@article{a, title = {T}, author = {A, B, C, D}}", "a name with too many commas, 'A, B, C, D'"),
    ("@article a, title = {T}}", "@article is broken: '(' or '{' expected"),
    ("@string{a = }", "@string is broken: field value expected"),
    ("@article{a, title = " + "{" * 120 + "}" * 120 + "}", "too many nested braces"),
])
def test_what_is_wrong_with_an_entry_is_told_where_it_begins(entry: str, why: str) -> None:
    [line] = told(bib(f"\n\n{entry}\n"))
    assert line.startswith("refs.bib:3:1: warning: ")
    assert why in line


def test_of_two_entries_with_one_key_the_first_counts_whatever_their_case() -> None:
    found = bib("@misc{a, title = {One}}\n", "@misc{A, title = {Two}}")
    assert [work.title for work in found.works.values()] == ["One"]
    assert "\n".join(told(found)) == (
        "refs.bib:1:1: warning: the key 'A' stands twice, and the first counts; remove one of the two, or "
        "give it another key (see refs.bib:1:1) [same-key]")


@pytest.mark.parametrize(("path", "text", "why"), [
    ("x.json", "{", "Expecting property name"), ("x.json", "7", "it is no list of works"),
    ("x.json", "[" * 100_000, "it nests too deep"), ("x.cff", "[", "it is not valid YAML"),
    ("x.cff", "- a", "it has no lines such as `title: ...`"),
])
def test_a_file_of_which_nothing_can_be_read_is_told(path: str, text: str, why: str) -> None:
    found = bib(text, path=path)
    assert [problem.code for problem in found.problems] == ["bad-bibliography"]
    assert why in told(found)[0]
    assert not found.is_whole


def test_without_the_extra_a_file_of_bibtex_is_told_with_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda _: None)
    found = bib("@misc{without_extra, title = {T}}")
    assert "\n".join(told(found)) == (
        "refs.bib:1:1: warning: pybtex, which reads BibTeX, is not installed; `pip install pybtex` does so "
        "[bad-bibliography]")


def test_a_site_without_files_has_no_works_and_wants_none() -> None:
    assert bibliography_of(()) == Bibliography()


# --- the other forms ---


def csl(*items: object) -> Bibliography:
    return bib(json.dumps(items), path="refs.json")


def test_an_item_of_csl_json_is_a_work() -> None:
    work = only(json.dumps([{
        "id": "berg2020", "type": "article-journal", "title": "<i>E. coli</i> &amp; more",
        "author": [{"family": "Berg", "given": "J", "non-dropping-particle": "van der"},
                   {"literal": "The Team"}, {"family": "Lee", "given": "Ann", "suffix": "Jr."},
                   {"family": "others"}],
        "issued": {"date-parts": [["2020", 3]]}, "container-title": ["Trees"], "DOI": "10.5555/X",
        "page": "1-3", "abstract": "A"}]), "x.json")
    assert (work.key, work.title, work.venue, work.day) == ("berg2020", "E. coli & more", "Trees", (2020, 3))
    assert names(work) == ["J van der Berg", "The Team", "Ann Lee Jr."]
    assert work.has_more_authors
    assert (work.url, work.facts, work.kind) == ("https://doi.org/10.5555/X", (("page", "1-3"),), "paper")


@pytest.mark.parametrize("issued", [{"raw": "2020-03"}, {"literal": "2020-03"}, {"date-parts": [[2020, 3]]}])
def test_a_day_of_csl_json_may_be_written_in_several_ways(issued: object) -> None:
    assert csl({"id": "a", "title": "T", "issued": issued}).works["a"].day == (2020, 3)


def test_items_of_csl_json_without_a_title_are_told_and_the_others_count() -> None:
    found = csl({"id": "a", "title": "T"}, {"id": "b"}, 3, {"title": "Only a title"})
    assert list(found.works) == ["a", "b", "only"]
    assert [line.partition("warning: ")[2] for line in told(found)] == [
        "the work 'b' has no title; add \"title\": \"...\" [bad-entry]",
        "work 3 of the list has no title; add \"title\": \"...\" [bad-entry]"]


def test_a_problem_of_csl_json_names_the_line_of_the_item() -> None:
    found = bib('[\n{"id": "a", "title": "T"},\n{"id": "b"}\n]', path="x.json")
    assert [problem.place.line for problem in found.problems] == [3]


CFF = """cff-version: 1.2.0
message: Please cite it.
title: Counting trees
version: 1.0.1
date-released: 2024-03-01
repository-code: https://github.com/example/trees
identifiers: [{type: doi, value: 10.5281/zenodo.1234}]
authors:
  - {family-names: Doe, given-names: Ada, name-particle: van}
  - name: The Team
preferred-citation:
  type: article
  title: Trees, counted
  year: 2025
  month: 4
  journal: Journal of Trees
  start: 3
  end: 9
  authors: [{family-names: Doe, given-names: Ada}]
"""


def test_a_citation_file_is_its_software_and_what_it_wants_to_be_cited() -> None:
    found = bib(CFF, path="CITATION.cff")
    software, paper = found.works.values()
    assert told(found) == []
    assert (software.key, software.kind, software.day) == ("vandoe2024counting", "code", (2024, 3, 1))
    assert names(software) == ["Ada van Doe", "The Team"]
    assert software.url == "https://doi.org/10.5281/zenodo.1234"
    assert (paper.key, paper.kind) == ("doe2025trees", "paper")
    assert (paper.venue, paper.day) == ("Journal of Trees", (2025, 4))
    assert paper.facts == (("page", "3–9"),)


def test_a_citation_file_without_a_title_is_told() -> None:
    assert [p.code for p in bib("version: 1\npreferred-citation: {}\n", path="x.cff").problems] == [
        "bad-entry", "bad-entry"]


@pytest.mark.parametrize(("people", "year", "title", "key"), [
    (["Müller"], 2025, "The art of counting", "muller2025counting"), ([], None, "树", "work"),
    (["van der Berg"], 2020, "A b c", "vanderberg2020a"), (["Groß"], None, "", "gross"),
])
def test_a_key_is_made_of_author_year_and_title(
    people: Iterable[str], year: int | None, title: str, key: str
) -> None:
    assert made_key(tuple(Author(name) for name in people), year, title) == key


# --- whatever is in a file ---


def test_signs_that_a_terminal_obeys_are_left_out() -> None:
    found = bibliography_of([
        WorksFile("a.bib", "@misc{a\x1b, title = {T\x1b[31m}, author = {A\u202eb}}"),
        WorksFile("b.json", '[{"id": "b", "title": "T\\u001b[31m"}]'),
        WorksFile("c.cff", 'title: "T\\e[31m"\n')])
    assert [(work.key, work.title) for work in found.works.values()] == [
        ("a", "T[31m"), ("b", "T[31m"), ("t31m", "T[31m")]
    assert names(found.works["a"]) == ["Ab"]


def test_a_type_that_csl_does_not_have_is_a_document() -> None:
    assert [csl({"id": "a", "title": "T", "type": type}).works["a"].type
            for type in ("novel", "posted-content", "book")] == ["document", "article", "book"]


@pytest.mark.parametrize(("path", "signs"), [
    ("x.bib", '@misc{a,title=}()#"\\%$~ \n-'), ("x.json", '[]{}":,\\ idtle1\n'),
    ("x.cff", "title: -[]{}&*!#'\n 1")])
@given(data=st.data())
def test_no_text_whatsoever_stops_a_build(path: str, signs: str, data: st.DataObject) -> None:
    text = data.draw(st.text(signs, max_size=60))
    found = bibliography_of([WorksFile(path, text), WorksFile("y.bib", f"@misc{{a, title = {{{text}}}}}\n")])
    assert all(problem.place.line <= text.count("\n") + 2 for problem in found.problems)
