"""Works that a blog cites: what jekyll-scholar's tags and Distill's elements show, and of which works."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from each import each
from helpers import runner
from hosts import build
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.jekyll.citations.arguments import arguments_of
from mkdocs_career_roadmap.jekyll.citations.distill import with_distill
from mkdocs_career_roadmap.jekyll.citations.files import BibFiles
from mkdocs_career_roadmap.jekyll.citations.page_works import PageWorks
from mkdocs_career_roadmap.jekyll.citations.queries import chosen, in_order, names_of
from mkdocs_career_roadmap.jekyll.liquid.expressions import NotKnownError
from mkdocs_career_roadmap.jekyll.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.lines import NoteKind, TextLine

from .oracle import write

BIB = r"""
@article{roe2020, author = {Roe, Ada and Poe, Bo Carl}, title = {Swifts {\&} towers},
  journal = {Birds}, year = 2020, volume = 3, number = 2, pages = {4--9}, doi = {10.1000/182},
  selected = {true}, keywords = {air,town},
  pdf = {roe.pdf}, code = {https://example.org/code}, abstract = {They fly.}, month = may}
@inproceedings{doe2021, author = {Doe, Cy and Roe, Ada and Poe, Bo}, title = {Owls}, booktitle = {Night Days},
  year = {2021}, pages = {1--2}, publisher = {Wood Press}, editor = {Moe, Di}, month = jan}
@book{poe1999, author = {Poe, Bo}, title = {All Birds}, publisher = {Feather}, year = {1999}}
@phdthesis{anon, title = {Nests}, school = {A College}, year = {2020}}
"""
FILES = {
    "_bibliography/references.bib": BIB,
    "_bibliography/more.bib": "@misc{zoe, title = {Zoe}, year = {2001}}",
    "assets/bibliography/birds.bib": BIB,
}
VARIABLES = {"y": 2020, "k": "roe2020", "site.list": "more"}


def value(name: str) -> object:
    """Return what a template has assigned."""
    if name not in VARIABLES:
        raise NotKnownError(name)
    return VARIABLES[name]


def works(
    settings: Mapping[str, object] = {}, page: Mapping[str, object] = {}, templates: Mapping[str, str] = {}
) -> PageWorks:
    return PageWorks(
        BibFiles(FILES),
        page,
        settings,
        templates,
        "/b",
        {
            "/assets/pdf/roe.pdf": "/assets/pdf/roe.pdf",
            "/assets/img/publication_preview/a.png": "/p/a.png",
        }.get,
    )


def shown(tag: str, made: PageWorks | None = None) -> str:
    name, _, markup = tag.partition(" ")
    return (made or works()).tag(name, markup, value) or ""


# --- what a tag says ---


def test_arguments_are_keys_and_options_as_of_a_command_line() -> None:
    given = arguments_of("a b --file x -f y --query @*[t~=a-b, k=1] -l 3 --cited --max 4 --text some words")
    assert given.keys == ["a", "b"]
    assert given.values == {
        "file": ["x", "y"],
        "query": ["@*[t~=a-b, k=1]"],
        "locator": ["3"],
        "max": ["4"],
        "text": ["some words"],
    }
    assert given.switches == {"cited"}
    assert given.number("max") == 4
    assert given.one("prefix") is None
    assert arguments_of("").keys == []
    with pytest.raises(NotKnownError, match="--colour"):
        arguments_of("a --colour red")


@each(
    ("query", "keys"),
    [
        ("", ["roe2020", "doe2021", "poe1999", "anon"]),
        ("@*", ["roe2020", "doe2021", "poe1999", "anon"]),
        ("@article", ["roe2020"]),
        ("!@article", ["doe2021", "poe1999", "anon"]),
        ("@none", []),
        ("@article @book", ["roe2020", "poe1999"]),
        ("@*[year=2020]", ["roe2020", "anon"]),
        ("@*[year=2020]*", ["roe2020", "anon"]),
        ("@*[year!=2020]", ["doe2021", "poe1999"]),
        ("@*[year>=2020 && year<=2020]", ["roe2020", "anon"]),
        ("@*[year=2020, selected=true]", ["roe2020"]),
        ("@*[year=1999 || year=2021]", ["doe2021", "poe1999"]),
        ("@*[selected]", ["roe2020"]),
        ("@*[keywords~=town]", ["roe2020"]),
        ("@*[keywords^=town]", []),
        ("@*[keywords!~town]", ["doe2021", "poe1999", "anon"]),
        ("@*[key^=roe|poe]", ["roe2020", "poe1999"]),
        ("@*[year<2020]", ["poe1999"]),
        ("@*[year>1999 && year<2021]", ["roe2020", "anon"]),
        ("@*[year>20x]", []),
        ("@*[author>Poe]", ["roe2020", "poe1999"]),
        ("@*[number>10]", []),
        ("@*[month=jan]", ["doe2021"]),
        ("@*[month^=m]", ["roe2020"]),
        ("@*[keywords=~town]", []),
        ("@*[Keywords~=town]", []),
        ("@*[KEY=anon]", []),
        ("doe2021", []),
    ],
)
def test_a_query_asks_for_entries(query: str, keys: list[str]) -> None:
    entries = BibFiles(FILES).entries("./_bibliography/", ["references.bib"])
    assert [entry.work.key for entry in chosen(entries, query)] == keys


def test_a_query_that_is_no_pattern_is_told() -> None:
    with pytest.raises(NotKnownError, match="is not read"):
        chosen(BibFiles(FILES).entries("_bibliography", ["references"]), "@*[title~=(]")


@each(
    ("keys", "orders", "sorted_"),
    [
        ("none", "ascending", ["roe2020", "doe2021", "poe1999", "anon"]),
        ("year", "ascending", ["poe1999", "roe2020", "anon", "doe2021"]),
        ("year", "descending", ["doe2021", "roe2020", "anon", "poe1999"]),
        ("year, title", "descending, ascending", ["doe2021", "anon", "roe2020", "poe1999"]),
        ("month", "ascending", ["poe1999", "anon", "doe2021", "roe2020"]),
        ("author", "ascending", ["anon", "doe2021", "poe1999", "roe2020"]),
        ("name", "ascending", ["anon", "doe2021", "poe1999", "roe2020"]),
        ("key", "ascending", ["roe2020", "doe2021", "poe1999", "anon"]),
    ],
)
def test_entries_are_sorted_as_the_settings_say(keys: str, orders: str, sorted_: list[str]) -> None:
    entries = BibFiles(FILES).entries("_bibliography", ["references.bib"])
    assert [entry.work.key for entry in in_order(entries, names_of(keys), names_of(orders))] == sorted_


def test_files_are_found_as_jekyll_scholar_finds_them() -> None:
    files = BibFiles(FILES)
    assert len(files.entries("_bibliography", ["*.bib"])) == 5
    assert len(files.entries("elsewhere", ["birds"])) == 4
    assert files.asked == set(FILES)
    for name in ("none", "elsewhere/none.bib"):
        with pytest.raises(NotKnownError, match=r"no file of works _bibliography/\w"):
            files.entries("_bibliography", [name])


# --- what a page shows ---

ROE = (
    "Roe, A., &amp; Poe, B. C. (2020). Swifts &amp; towers. <em>Birds</em>, <em>3</em>(2), 4–9. "
    '<a href="https://doi.org/10.1000/182">https://doi.org/10.1000/182</a>'
)
DOE = ("Doe, C., Roe, A., &amp; Poe, B. (2021). Owls. In D. Moe (Ed.), <em>Night Days</em> (pp. 1–2). "
       "Wood Press.")
POE = "Poe, B. (1999). <em>All Birds</em>. Feather."


@each(
    ("tag", "html"),
    [
        ("cite roe2020", '<a class="citation" href="#roe2020">(Roe &amp; Poe, 2020)</a>'),
        (
            "cite roe2020 doe2021",
            '<a class="citation" href="#roe2020">(Roe &amp; Poe, 2020; Doe et al., 2021)</a>',
        ),
        ("cite k -l 7 -l 8", '<a class="citation" href="#roe2020">(Roe &amp; Poe, 2020, p. 7)</a>'),
        (
            "cite poe1999 --label chapter --locator 2",
            '<a class="citation" href="#poe1999">(Poe, 1999, chap. 2)</a>',
        ),
        ("cite poe1999 -A", '<a class="citation" href="#poe1999">(1999)</a>'),
        ("cite poe1999 --prefix a", '<a class="citation" href="#a-poe1999">(Poe, 1999)</a>'),
        ("cite zoe --file more", '<a class="citation" href="#zoe">(Zoe, 2001)</a>'),
        ("cite anon --style ieee", '<a class="citation" href="#anon">[1]</a>'),
        ("cite none", "(missing reference)"),
        ("cite poe1999 none", "(missing reference)"),
        ("cite", "(missing reference)"),
        ("nocite roe2020", ""),
        ("reference roe2020", f'<span id="roe2020">{ROE}</span>'),
        ("reference doe2021 none", f'<span id="doe2021">{DOE}</span>\n(missing reference)'),
        ("reference anon", '<span id="anon"><em>Nests</em> [PhD thesis]. (2020). A College.</span>'),
        ("cite_details roe2020 --text see it", '<a href="https://doi.org/10.1000/182">see it</a>'),
        ("cite_details roe2020, a > b", '<a href="https://doi.org/10.1000/182">a &gt; b</a>'),
        ("cite_details poe1999", "Details"),
        ("details_link roe2020", "https://doi.org/10.1000/182"),
        ("bibliography --query @book", f'<ol class="bibliography">\n<li id="poe1999">{POE}</li>\n</ol>'),
        (
            "bibliography -q @*[year={{ y }}] --max 1 --prefix p",
            f'<ol class="bibliography">\n<li id="p-roe2020">{ROE}</li>\n</ol>',
        ),
        ("bibliography --offset 2 --max 1", f'<ol class="bibliography">\n<li id="poe1999">{POE}</li>\n</ol>'),
        ("bibliography -f {{ site.list }} -q @book", ""),
        ("bibliography --cited", ""),
        ("bibliography_count --query @*[year=2020]", "2"),
        ("card x", ""),
    ],
)
def test_a_tag_shows_what_jekyll_scholar_does(tag: str, html: str) -> None:
    assert shown(tag) == html


def test_works_may_stand_in_the_page_itself() -> None:
    """As jekyll-scholar 7.3 shows them."""
    one = "@article{inn, author={Inn, Ada}, title={Lines}, journal={Papers}, year={2001}}"
    two = "@book{two, author={Two, Bo}, title={Second}, year={2002}}"
    made = works()
    shown = ('<span id="inn">Inn, A. (2001). Lines. <em>Papers</em>.</span>\n'
             '<span id="two">Two, B. (2002). <em>Second</em>.</span>')
    assert made.tag("bibtex", f"\n{one}\n{two}\n", value) == shown
    assert made.tag("bibtex", f" --prefix p\n{two}", value) == (
        '<span id="p-two">Two, B. (2002). <em>Second</em>.</span>')
    assert made.tag("bibtex", "", value) == ""
    assert made.rest("") == []


@pytest.mark.parametrize("around", ["{}", "{{% if true %}}{}{{% endif %}}"])
def test_a_block_of_bibtex_becomes_its_works(tmp_path: Path, around: str) -> None:
    block = "{% bibtex -p q %}\n@book{two, author={Two, Bo}, title={Second & *last*}}\n{% endbibtex %}"
    write(tmp_path, {"a.md": f"---\n---\nBefore.\n\n{around.format(block)}\n\nBehind.\n"})
    made = plan(tmp_path, Wishes())
    text = str(made.files["docs/a.md"])
    assert '<span id="q-two">Two, B. <em>Second &amp; *last*</em>.</span>' in text
    assert "bibtex" not in text
    assert not [note for note in made.notes if note.kind is NoteKind.LEFT]


def test_a_block_of_bibtex_that_cannot_be_told_stays_whole(tmp_path: Path) -> None:
    block = "{% bibtex --colour x %}\n@book{two, title={Second}}\n{% endbibtex %}"
    write(tmp_path, {"a.md": f"---\n---\nBefore.\n\n{block}\n"})
    made = plan(tmp_path, Wishes())
    assert "title={Second}" in str(made.files["docs/a.md"])
    left = [(note.line, note.what) for note in made.notes if note.kind is NoteKind.LEFT]
    assert left == [(5, "the tag bibtex is not carried: jekyll-scholar has no option --colour")]


@pytest.mark.parametrize(("entry", "line"), [
    ("@incollection{a, author={Roe, A}, title={T}, booktitle={B}, editor={Moe, Di Ann and Zoe, C}}",
     "Roe, A. T. In D. A. Moe &amp; C. Zoe (Eds.), <em>B</em>."),
    ("@incollection{a, author={Roe, A}, title={T}, booktitle={B}, editor={Moe, Di and Zoe, C and Poe, B}}",
     "Roe, A. T. In D. Moe, C. Zoe, &amp; B. Poe (Eds.), <em>B</em>."),
    ("@book{a, title={T}, editor={Moe, Di}, year=2001}", "Moe, D. (Ed.). (2001). <em>T</em>."),
    ("@phdthesis{a, title={T}, year=2001, school={A School}}", "<em>T</em> [PhD thesis]. (2001). A School."),
    ("@mastersthesis{a, author={Roe, A}, title={T}, year=2001, type={Diploma}}",
     "Roe, A. (2001). <em>T</em> [Diploma]."),
])
def test_editors_and_theses_are_called_what_they_are(entry: str, line: str) -> None:
    made = PageWorks(BibFiles({"_bibliography/references.bib": entry}), {}, {}, {}, "", {}.get)
    assert shown("reference a", made) == f'<span id="a">{line}</span>'


@each(("year", "line", "sentence"), [
    ("year = {in press}", "Roe, A. (in press). Wrens. <em>Birds</em>.", "(Roe, in press)"),
    ("year = {Forthcoming 2024}", "Roe, A. (Forthcoming 2024). Wrens. <em>Birds</em>.",
     "(Roe, Forthcoming 2024)"),
    ("year = {2020--2021}", "Roe, A. (2020–2021). Wrens. <em>Birds</em>.", "(Roe, 2020–2021)"),
    ("year = {<b>}", "Roe, A. (&lt;b&gt;). Wrens. <em>Birds</em>.", "(Roe, &lt;b&gt;)"),
    ("date = {2020-05}", "Roe, A. (2020). Wrens. <em>Birds</em>.", "(Roe, 2020)"),
    ("", "Roe, A. Wrens. <em>Birds</em>.", "(Roe)"),
])
def test_a_year_is_what_the_file_says_of_it(year: str, line: str, sentence: str) -> None:
    """As jekyll-scholar 7.3 shows it, but for the dash; of no year it says nothing."""
    bib = f"@article{{a, author = {{Roe, Ada}}, title = {{Wrens}}, journal = {{Birds}}, {year}}}"
    made = PageWorks(BibFiles({"_bibliography/references.bib": bib}), {}, {}, {}, "", {}.get)
    assert shown("cite a", made) == f'<a class="citation" href="#a">{sentence}</a>'
    assert shown("reference a", made) == f'<span id="a">{line}</span>'


def test_a_list_may_be_of_what_was_cited_in_its_order_or_that_of_the_settings() -> None:
    made = works({"sort_by": "year"})
    for key in ("doe2021", "poe1999", "roe2020"):
        shown(f"cite {key}", made)

    def keys(tag: str) -> list[str]:
        return [line.split('"')[1] for line in shown(tag, made).split("\n") if line.startswith("<li")]

    assert keys("bibliography --cited") == ["poe1999", "roe2020", "doe2021"]
    assert keys("bibliography --cited_in_order --clear") == ["doe2021", "poe1999", "roe2020"]
    assert shown("bibliography --cited", made) == ""


def test_groups_have_headings_and_their_order() -> None:
    made = works({"group_by": "year", "group_order": "descending"})
    assert shown("bibliography", made).count("<h2>") == 3
    assert shown("bibliography", made).index("<h2>2021</h2>") < shown("bibliography", made).index(
        "<h2>1999</h2>"
    )
    by_type = shown("bibliography --group_by type", works({"type_order": ["book", "thesis"]}))
    assert [part.split("<")[0] for part in by_type.split("<h2>")[1:]] == [
        "Books",
        "Theses",
        "Journal Articles",
        "Conference Articles",
    ]
    nested = shown("bibliography --group_by year,month", works())
    assert "<h2>2020</h2>\n<h3>(unknown)</h3>" in nested
    assert "<h3>May</h3>" in nested
    assert shown("bibliography --group_by none", made).count("<h2>") == 0


def test_what_only_the_template_of_a_theme_shows_is_shown_where_it_does() -> None:
    bare = works()
    full = works(
        {"bibliography_template": "bib"},
        templates={"bib": "{{ entry.title }} {{ entry.pdf }} {{ entry.code }} {{entry.abstract}}"},
    )
    assert "They fly." not in shown("bibliography", bare)
    text = shown("bibliography --query @article", full)
    assert (
        f'{ROE} <a href="/b/assets/pdf/roe.pdf">[PDF]</a> <a href="https://example.org/code">[Code]</a>'
        in text
    )
    assert "<details><summary>Abstract</summary>They fly.</details></li>" in text


@pytest.mark.parametrize(("preview", "html"), [
    ("a.png", '<img src="/b/p/a.png" alt="" width="200"> '),
    ("https://a.example/a.png", '<img src="https://a.example/a.png" alt="" width="200"> '), ("none.png", "")])
def test_a_picture_stands_before_its_reference(preview: str, html: str) -> None:
    bib = f"@misc{{a, title = {{A}}, preview = {{{preview}}}}}"
    made = PageWorks(BibFiles({"_bibliography/references.bib": bib}), {}, {"bibliography_template": "bib"}, {
        "bib": "{{ entry.preview }}"}, "/b", {"/assets/img/publication_preview/a.png": "/p/a.png"}.get)
    assert f'<li id="a">{html}<em>A</em>.' in shown("bibliography", made)


def test_a_page_may_have_settings_of_its_own() -> None:
    assert "zoe" in shown(
        "bibliography", works({"bibliography": "none"}, {"scholar": {"bibliography": "more"}})
    )


def test_a_quotation_ends_with_what_it_cites() -> None:
    made = works()
    assert shown("quote poe1999 -l 3", made) == '\n<blockquote markdown="1">\n\n'
    assert '<cite><a class="citation" href="#poe1999">(Poe, 1999, p. 3)</a></cite>' in shown("endquote", made)
    with pytest.raises(NotKnownError):
        shown("endquote", made)


# --- Distill ---


def lines(text: str) -> list[TextLine]:
    return [TextLine(number, line) for number, line in enumerate(text.split("\n"), 5)]


def distilled(text: str, *, is_markdown: bool = True, page: Mapping[str, object] | None = None) -> list[str]:
    made = works(page={"bibliography": "birds.bib"} if page is None else page)
    return [line.text for line in with_distill(lines(text), made, is_markdown=is_markdown).lines]


TITLE = "Poe, B. (1999). All Birds. Feather."
LISTED = ["", "## References", "", '<ol class="bibliography">', f'<li id="poe1999">{POE}</li>', "</ol>"]


@each(
    ("text", "made"),
    [
        ('So <d-cite key="poe1999"></d-cite>.', [f'So [\\[1\\]](#poe1999 "{TITLE}").', *LISTED]),
        (
            "So <d-cite bibtex-key='poe1999' />, <d-cite key=poe1999></d-cite>",
            [f'So [\\[1\\]](#poe1999 "{TITLE}"), [\\[1\\]](#poe1999 "{TITLE}")', *LISTED],
        ),
        (
            '<p>So <d-cite key="poe1999"></d-cite></p>',
            [f'<p>So <a class="citation" href="#poe1999" title="{TITLE}">[1]</a></p>', *LISTED],
        ),
        ('`<d-cite key="poe1999"></d-cite>`', ['`<d-cite key="poe1999"></d-cite>`']),
        ('```\n<d-cite key="poe1999"></d-cite>\n```', ["```", '<d-cite key="poe1999"></d-cite>', "```"]),
        ('$$<d-cite key="poe1999"></d-cite>$$', ['$$<d-cite key="poe1999"></d-cite>$$']),
        (
            'A <d-cite key="poe1999"></d-cite>\n\n# My references',
            [f'A [\\[1\\]](#poe1999 "{TITLE}")', "", "# My references", *LISTED[2:]],
        ),
        ("A<d-footnote>of\n  *b*</d-footnote> c", ["A[^d-footnote-1] c", "", "[^d-footnote-1]: of *b*"]),
        ("<p>A<d-footnote>b</d-footnote></p>", ["<p>A <small>(b)</small></p>"]),
        ("<d-math>x_1</d-math>", ["$$x_1$$"]),
        ("<p><d-math>x</d-math></p>", ['<p><span class="arithmatex">\\(x\\)</span></p>']),
        ("<d-math block> x\n y</d-math>", ["", "", "$$", "x y", "$$", "", ""]),
        ("<d-code>a  < b</d-code>", ["<code>a &lt; b</code>"]),
        (
            '<d-code block language="python">\n  a\n    b\n</d-code>',
            ["", "", "```python", "a", "  b", "```", "", ""],
        ),
        ("<p><d-code block>a</d-code></p>", ['<p><pre><code class="language-">a</code></pre></p>']),
        ("<d-figure><img src='a.png'></d-figure>", ["<figure><img src='a.png'></figure>"]),
        ("<d-appendix>\na\n</d-appendix><d-citation-list></d-citation-list>", ["", "a", ""]),
        ("plain", ["plain"]),
        ("", [""]),
    ],
)
def test_an_element_of_distill_becomes_what_it_shows(text: str, made: list[str]) -> None:
    assert distilled(text) == made


@pytest.mark.parametrize(
    ("site", "page", "heading"),
    [
        ("", "", "References"),
        ("lang: de", "", "Belege"),
        ("locale: pt_BR.UTF-8", "", "Referências"),
        ("lang: de", "lang: fr", "Références"),
        ("lang: tlh", "", "References"),
        ("lang: zh-TW", "", "References"),
    ],
)
def test_a_list_that_nobody_named_has_a_name_in_the_language_of_its_page(
    tmp_path: Path, site: str, page: str, heading: str
) -> None:
    write(tmp_path, {
        "_config.yml": f"title: x\n{site}\n", "assets/bibliography/birds.bib": BIB,
        "a.md": f"---\ntitle: A\nbibliography: birds.bib\n{page}\n---\nSo <d-cite key=poe1999></d-cite>.\n",
        "b.md": f"---\ntitle: B\nbibliography: birds.bib\n{page}\n---\nSo <d-cite key=poe1999></d-cite>.\n\n"
                f"### {heading.upper()} of mine\n"})
    files = plan(tmp_path, Wishes()).files
    assert headings(files["docs/a.md"]) == [f"## {heading}"]
    assert headings(files["docs/b.md"]) == [f"### {heading.upper()} of mine"]


def headings(page: object) -> list[str]:
    """Return the headings of a page without their ids."""
    return [row.partition(" {")[0] for row in str(page).split("\n") if row.startswith("##")]


def test_a_heading_of_another_matter_names_no_list() -> None:
    made = distilled("A <d-cite key=poe1999></d-cite>\n\n## Review of the literature")
    assert made[-4:] == LISTED[1:][-4:]
    assert "## References" in made


def test_in_a_page_of_html_all_is_html() -> None:
    made = distilled(
        'So <d-cite key="poe1999,roe2020"></d-cite><d-footnote>n</d-footnote>', is_markdown=False
    )
    assert made[0].startswith(
        f'So <a class="citation" href="#poe1999" title="{TITLE}">[1]</a> <a class="citation"'
    )
    assert made[0].endswith(" <small>(n)</small>")
    assert sum(line.startswith("<li") for line in made) == 2


def test_lines_know_where_they_came_from() -> None:
    text = 'a\n<d-footnote>b\nc</d-footnote> d\ne <d-cite key="poe1999"></d-cite>\nf'
    made = with_distill(lines(text), works(page={"bibliography": "birds"}), is_markdown=True).lines
    assert [(line.number, line.text[:2]) for line in made[:4]] == [(5, "a"), (6, "[^"), (8, "e "), (9, "f")]


def test_an_element_that_is_not_carried_stays_and_is_noted() -> None:
    text = 'a\nb <d-cite key="poe1999"></d-cite><d-cite></d-cite>'
    carried = with_distill(lines(text), works(), is_markdown=True)
    assert [line.text for line in carried.lines] == text.split("\n")
    assert [(kind, line) for kind, line, _ in carried.notes] == [(NoteKind.LEFT, 6), (NoteKind.LEFT, 6)]
    assert "the page names no file of works" in carried.notes[0][2]


def test_a_key_that_no_file_has_is_shown_and_told() -> None:
    made = works(page={"bibliography": "birds"})
    carried = with_distill(lines('a <d-cite key="no<ne"></d-cite>'), made, is_markdown=True)
    assert [line.text for line in carried.lines] == ["a [no&lt;ne]"]
    assert made.missing == ["no<ne"]


# --- a whole blog ---

BLOG = {
    "_config.yml": (
        "title: Birds\nurl: https://ada.example\nbaseurl: /b\n"
        "scholar: {source: /_bibliography/, bibliography: works.bib, bibliography_template: bib, "
        "group_by: year, group_order: descending}\nplugins: [jekyll/scholar]\n"
    ),
    "_layouts/bib.html": "{{ entry.pdf }}",
    "_bibliography/works.bib": BIB,
    "assets/bibliography/birds.bib": BIB,
    "assets/pdf/roe.pdf": "%PDF",
    "publications.md": (
        "---\ntitle: Publications\nyears: [2021, 2020]\nnav: true\n---\n{% for y in page.years %}\n"
        "<h2>{{ y }}</h2>\n{% bibliography -f works -q @*[year={{y}}]* -g none %}\n{% endfor %}\n"
    ),
    "_posts/2024-01-02-swifts.md": (
        "---\ntitle: Swifts\n---\nAs {% cite roe2020 %} say, and {% cite none %}.\n\n"
        "{% quote poe1999 %}\nAll *fly*.\n{% endquote %}\n\n"
        "## References\n\n{% bibliography --cited --group_by none %}\n"
    ),
    "_posts/2024-02-03-owls.md": (
        "---\ntitle: Owls\nlayout: distill\nbibliography: birds.bib\n---\nThey sit"
        '<d-cite key="doe2021"></d-cite>.<d-footnote>At $$n_1$$ *places*.</d-footnote>\n\n'
        '<figure><figcaption>See <d-cite key="roe2020"></d-cite></figcaption></figure>\n'
    ),
}


def test_an_imported_blog_shows_its_works_and_no_citation_leads_nowhere(tmp_path: Path) -> None:
    write(tmp_path / "blog", BLOG)
    done = runner().invoke(cli, ["import", "jekyll", str(tmp_path / "blog"), str(tmp_path / "new")])
    assert done.exit_code == 0, done.output
    report = (tmp_path / "new/import-report.md").read_text("utf-8")
    assert "`_posts/2024-01-02-swifts.md:4`: the citation of 'none', which no file of works has" in report
    assert "is not carried" not in report
    config = (tmp_path / "new/mkdocs.yml").read_text("utf-8")
    assert (
        '# - career-roadmap: {bibliography: ["bibliography/works.bib", "docs/assets/bibliography/birds.bib"]}'
        in config
    )
    assert (tmp_path / "new/bibliography/works.bib").read_text("utf-8") == BIB
    site = tmp_path / "new"
    made = build(site)
    assert made.code == 0, made.log
    built = site / "site"
    owls = (built / "2024/02/03/owls/index.html").read_text("utf-8")
    assert '<a href="#doe2021" title="' in owls
    assert '<li id="roe2020">' in owls
    assert "<em>places</em>" in owls
    swifts = (built / "2024/01/02/swifts/index.html").read_text("utf-8")
    assert '<a href="#roe2020">(Roe &amp; Poe, 2020)</a>' in swifts
    assert "All <em>fly</em>." in swifts
    publications = (built / "publications/index.html").read_text("utf-8")
    assert publications.count('<ol class="bibliography">') == 2
    assert 'href="/b/assets/pdf/roe.pdf">[PDF]</a>' in publications
    known = site / "import-report.md"
    checked = runner().invoke(cli, ["check", "--site", str(built), "--known", str(known)])
    assert checked.exit_code == 0, checked.output
