"""From views to HTML, and from fragments into a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from conftest import write
from each import each
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs_career_roadmap.mkdocs_host.filling import Blocks, add_headings
from mkdocs_career_roadmap.pages import render as render_module
from mkdocs_career_roadmap.pages.render import (
    BadTemplateError,
    Heading,
    Renderer,
    below_title,
    headings,
    title_heading,
    with_blocks,
)
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for

# --- templates ---


def test_template_of_the_site_goes_before_ours(tmp_path: Path) -> None:
    write(tmp_path, {"career-roadmap/post.html": "<p>{{ view }} {{ t('done') }} {{ p }}</p>"})
    render = Renderer(Words(), (str(tmp_path),))
    assert render("post", "mine") == "<p>mine Done roadmap</p>"
    assert render("post", "mine", "embed-1") == "<p>mine Done embed-1</p>"


def test_text_that_runs_against_the_site_is_kept_apart(tmp_path: Path) -> None:
    write(tmp_path, {"career-roadmap/post.html": "<b{{ view | dir }}>{{ view | bdi }}</b>"})
    english, arabic = (Renderer(words_for(language), (str(tmp_path),)) for language in ("en", "ar"))
    assert arabic("post", "A < b.") == '<b dir="ltr"><bdi>A &lt; b.</bdi></b>'
    assert arabic("post", " (A)") == '<b dir="ltr"> <bdi>(A)</bdi></b>'
    assert arabic("post", "12 – هدف") == "<b>12 – هدف</b>"
    assert arabic("post", "هدف Git") == '<b dir="rtl"><bdi>هدف Git</bdi></b>'
    assert english("post", "A < b.") == "<b>A &lt; b.</b>"
    assert english("post", "هدف.") == '<b dir="rtl"><bdi>هدف.</bdi></b>'
    assert english("post", None) == "<b></b>"


def test_sign_of_a_number_stays_on_its_left(tmp_path: Path) -> None:
    write(tmp_path, {"career-roadmap/post.html": "<b>{{ view | number }}</b>"})
    english, arabic = (Renderer(words_for(language), (str(tmp_path),)) for language in ("en", "ar"))
    for number in ("+0.5", "\N{MINUS SIGN}5 أيام", "-1"):
        assert arabic("post", number) == f"<b>\N{LEFT-TO-RIGHT MARK}{number}</b>"
        assert english("post", number) == f"<b>{number}</b>"
    assert [arabic("post", number) for number in ("0.5", "", None)] == ["<b>0.5</b>", "<b></b>", "<b></b>"]


def test_text_of_another_language_than_the_words_says_which(tmp_path: Path) -> None:
    template = "<b{{ view | dir }}>{{ view | bdi }} {{ view | mixed }}</b>"
    write(tmp_path, {"career-roadmap/post.html": template})
    swedish, persian = (Renderer(words_for(language), (str(tmp_path),)) for language in ("sv_SE", "fa"))
    assert swedish("post", "Mål") == '<b lang="sv-SE"><bdi lang="sv-SE">Mål</bdi> Mål</b>'
    assert persian("post", "هدف") == '<b lang="fa" dir="rtl"><bdi lang="fa">هدف</bdi> <bdi>هدف</bdi></b>'
    assert swedish("post", "") == '<b lang="sv-SE"> </b>'


def test_template_escapes_what_it_prints(tmp_path: Path) -> None:
    write(tmp_path, {"career-roadmap/post.html": "<p title='{{ view }}'>{{ view }}</p>"})
    assert Renderer(Words(), (str(tmp_path),))("post", "<'&\">") == (
        "<p title='&lt;&#39;&amp;&#34;&gt;'>&lt;&#39;&amp;&#34;&gt;</p>")


def test_template_that_asks_for_what_there_is_not_raises(tmp_path: Path) -> None:
    write(tmp_path, {"career-roadmap/post.html": "{{ view.nothing }}"})
    with pytest.raises(BadTemplateError, match=r"post\.html:1: 'object object' has no attribute 'nothing'"):
        Renderer(Words(), (str(tmp_path),))("post", object())


def test_two_sites_have_each_its_own_templates_and_words(tmp_path: Path) -> None:
    write(tmp_path, {"one/career-roadmap/post.html": "one {{ t('done') }}",
                     "two/career-roadmap/post.html": "two {{ t('done') }}"})
    one = Renderer(Words(), (str(tmp_path / "one"),))
    two = Renderer(Words({"done": "Fertig"}), (str(tmp_path / "two"),))
    assert (one("post", 0), two("post", 0), one("post", 0)) == ("one Done", "two Fertig", "one Done")


def test_same_templates_may_have_other_words(tmp_path: Path) -> None:
    write(tmp_path, {"career-roadmap/post.html": "{{ t('done') }}"})
    folders = (str(tmp_path),)
    assert Renderer(Words(), folders)("post", 0) == "Done"
    assert Renderer(Words({"done": "Fertig"}), folders)("post", 0) == "Fertig"


CALLS = """\
{% import "career-roadmap/shared.html" as shared %}
{% macro named(text, more="<") %}
<i>{{ text }}{{ more }}{{ varargs | join }}{{ kwargs.get("x", "") }}</i>
{% endmacro %}
{% macro around() %}[{{ caller("&") }}]{% endmacro %}
{{ named(view) }}{{ named("&", named("<b>"), "&", x=">") }}
{% call(sign) around() %}{{ sign }}{{ t("done") }}{% endcall %}
{% for word in [view, "<"] %}
{{ named(word, x=loop.index) }}{{ loop.cycle("&", "<") }}{{ shared.line(word) }}
{% endfor %}
{% autoescape false %}
{{ named("<", "&") }}{{ shared.line("<") }}{{ t("brackets", text="<") }}
{% endautoescape %}
{% block end %}{{ named("end") }}{{ t("brackets", text="<") }}{% endblock %}
{{ ["<", view].pop() }}{{ {"a": 1}.get("a") }}{{ range(2) | list }}{{ p }}
"""


def test_calls_in_templates_give_what_they_give_in_jinja(tmp_path: Path) -> None:
    write(tmp_path, {"career-roadmap/post.html": CALLS, "career-roadmap/shared.html":
                     "{% macro line(text) %}{{ text }}: {{ t('done') }}{% endmacro %}"})
    plain = Environment(loader=FileSystemLoader(tmp_path), autoescape=True, undefined=StrictUndefined,
                        trim_blocks=True, lstrip_blocks=True)
    plain.globals["t"] = Words()
    expected = plain.get_template("career-roadmap/post.html").render(view="a & b", p="x").strip()
    assert Renderer(Words(), (str(tmp_path),))("post", "a & b", "x") == expected
    assert "<i>a &amp; b&lt;1</i>" in expected


def test_macros_and_words_are_called_without_being_asked_what_they_want(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []
    usual = Context.call

    def call(self: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        asked.append(called)
        return usual(self, called, *args, **kwargs)

    monkeypatch.setattr(Context, "call", call)
    write(tmp_path, {"career-roadmap/post.html":
                     "{% macro a() %}{{ t('done') }}{% endmacro %}{{ a() }}{{ view.upper() }}{{ a() }}"})
    assert Renderer(Words(), (str(tmp_path),))("post", "x") == "DoneXDone"
    assert len(asked) == 1


def test_headings_are_those_of_the_second_and_third_level_that_have_an_id() -> None:
    html = """<h1 id="a">A</h1><h2 id="b" class="x">B <small>&amp;\n 2</small></h2><h2>C</h2>
    <h3 id="d">  <b>D</b> &lt;d&gt;</h3><h4 id="e">E</h4>"""
    assert headings(html) == [Heading(2, "b", "B &\n 2"), Heading(3, "d", "D <d>")]
    assert headings("") == []


# --- compiled templates ---


@pytest.fixture
def forgotten() -> Iterator[Callable[[], None]]:
    """What makes this process forget all templates, as a new one has none."""
    render_module._environment.cache_clear()
    yield render_module._environment.cache_clear
    render_module._environment.cache_clear()


def test_templates_are_compiled_once_for_all_builds(
    tmp_path: Path, forgotten: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Renderer(Words(), compiled=str(tmp_path))("notice", "draft")
    forgotten()
    monkeypatch.setattr("jinja2.Environment.compile", None)  # nothing can be compiled any more
    assert Renderer(Words(), compiled=str(tmp_path))("notice", "draft") == first
    write(tmp_path / "own", {"career-roadmap/notice.html": "Seen by nobody before."})
    with pytest.raises(TypeError):
        Renderer(Words(), (str(tmp_path / "own"),))("notice", "draft")


def test_template_that_was_compiled_for_filters_of_another_kind_is_compiled_again(
    tmp_path: Path, forgotten: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"career-roadmap/post.html": "{{ view | bdi }}"})
    render = Renderer(words_for("ar"), (str(tmp_path),), compiled=str(tmp_path))
    with monkeypatch.context() as as_before:
        as_before.setattr(render_module, "_filter", lambda function, words: partial(function, words, None))
        first = render("post", "a")
    forgotten()
    assert replace(render)("post", "a") == first == "<bdi>a</bdi>"


@pytest.mark.parametrize("left", [b"", b"j2", b"nonsense", None])
def test_compiled_template_that_is_broken_is_compiled_again(
    tmp_path: Path, forgotten: Callable[[], None], left: bytes | None
) -> None:
    first = Renderer(Words(), compiled=str(tmp_path))("notice", "draft")
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:40] if left is None else left)
    forgotten()
    assert Renderer(Words(), compiled=str(tmp_path))("notice", "draft") == first


def test_folder_for_compiled_templates_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    assert Renderer(Words(), compiled=str(tmp_path / "gone"))("notice", "draft")


def test_template_of_the_site_that_changed_is_compiled_anew(
    tmp_path: Path, forgotten: Callable[[], None]
) -> None:
    def rendered(text: str) -> str:
        write(tmp_path, {"career-roadmap/post.html": text})
        forgotten()
        return Renderer(Words(), (str(tmp_path),), compiled=str(tmp_path))("post", "x")

    assert (rendered("one {{ view }}"), rendered("two {{ view }}")) == ("one x", "two x")


def test_constants_of_a_compiled_template_are_made_by_the_words_of_each_site(tmp_path: Path) -> None:
    write(tmp_path, {"career-roadmap/post.html": """
        <b{{ "Mål" | dir }}>{{ "Mål" | bdi }} {{ "Mål" | mixed }} {{ "-5" | number }}</b>"""})
    made = [Renderer(words_for(language), (str(tmp_path),), compiled=str(tmp_path))("post", "")
            for language in ("en", "ar", "sv_SE")]
    assert made == [
        "<b>Mål Mål -5</b>",
        '<b dir="ltr"><bdi>Mål</bdi> <bdi>Mål</bdi> \N{LEFT-TO-RIGHT MARK}-5</b>',
        '<b lang="sv-SE"><bdi lang="sv-SE">Mål</bdi> Mål -5</b>']


def test_templates_are_looked_for_on_the_disk_once_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"career-roadmap/post.html": "{{ view }}"})
    looked: list[str] = []
    place = render_module._Loader._place
    monkeypatch.setattr(render_module._Loader, "_place",
                        lambda self, name: looked.append(name) or place(self, name))
    render = Renderer(Words(), (str(tmp_path),))
    render("post", 0)
    looked.clear()
    assert [render("post", n) for n in range(9)] == [str(n) for n in range(9)]
    assert looked == []
    Renderer(Words(), (str(tmp_path),))("post", 0)
    assert looked == ["career-roadmap/post.html"]


# --- filling ---


@each(
    ("html", "expected"),
    [
        ("<h1>T</h1><p>x</p>", "<h1>T</h1>|<p>x</p>"),
        ('<h1 id="t">T <a class="headerlink" href="#t">¶</a></h1>\n<p>x</p>',
         '<h1 id="t">T <a class="headerlink" href="#t">¶</a></h1>|\n<p>x</p>'),
        ("<!-- more -->\n <h1>T</h1>x", "<!-- more -->\n <h1>T</h1>|x"),
        ("<h1>T</h1><h1>U</h1>", "<h1>T</h1>|<h1>U</h1>"),
        ("<p>x</p><h1>T</h1>", "|<p>x</p><h1>T</h1>"),  # the first heading stands further down
        ("<h2>T</h2>", "|<h2>T</h2>"),
        ("<h10>T</h10>", "|<h10>T</h10>"),
        ("", "|"),
    ],
)
def test_fragment_stands_below_the_title_or_on_top(html: str, expected: str) -> None:
    assert below_title(html, "FRAGMENT") == expected.replace("|", "\nFRAGMENT\n")


def test_no_fragment_changes_nothing() -> None:
    assert below_title("<h1>T</h1>x", "") == "<h1>T</h1>x"


def test_heading_of_a_generated_page_is_escaped_and_has_an_id() -> None:
    assert title_heading("R&D <x> of \"it\"") == (
        '<h1 id="rd-x-of-it">R&amp;D &lt;x&gt; of &quot;it&quot;</h1>')
    assert title_heading("!!!") == '<h1 id="title">!!!</h1>'


def page(toc: list[dict[str, object]] | None) -> Page:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x"})
    config.validate()
    made = Page(None, File("a.md", "docs", "site", use_directory_urls=True), config)
    if toc is not None:
        made.toc = get_toc(toc)
    return made


SECTION = {"level": 2, "id": "s", "name": "S", "children": []}
TITLE = {"level": 1, "id": "t", "name": "T", "children": [SECTION]}
FOUND = [Heading(2, "b", "B & <b>"), Heading(3, "c", "C")]


def test_headings_follow_those_of_the_page_below_its_title() -> None:
    made = page([TITLE])
    add_headings(made, FOUND)
    (title,) = made.toc.items
    assert [(item.title, item.url, item.level) for item in title.children] == [
        ("S", "#s", 2), ("B &amp; &lt;\u2060b&gt;", "#b", 2)]
    assert made.present_anchor_ids == {"b", "c"}


def test_headings_of_a_page_without_a_title_stand_at_the_top() -> None:
    made = page([SECTION])
    add_headings(made, FOUND)
    assert [item.id for item in made.toc.items] == ["s", "b"]


def test_page_that_was_never_rendered_gets_headings_and_anchors() -> None:
    made = page(None)
    add_headings(made, FOUND)
    assert [item.id for item in made.toc.items] == ["b"]
    assert made.present_anchor_ids == {"b", "c"}


def test_anchors_of_a_page_stay() -> None:
    made = page([TITLE])
    made.present_anchor_ids = {"t", "s"}
    add_headings(made, FOUND)
    assert made.present_anchor_ids == {"t", "s", "b", "c"}


# --- blocks ---


def test_block_is_filled_where_it_stood() -> None:
    blocks = Blocks()
    markdown = blocks.take("a.md", "One\n\n```roadmap\nview: posts\n```\n\nTwo\n\n```roadmap\n```\n")
    assert "```" not in markdown
    filled = blocks.fill(markdown, lambda embed, prefix: f"{embed.view} {prefix}")
    places = [filled.index(part) for part in ("One", "posts roadmap-", "Two", "map roadmap-")]
    assert places == sorted(places)
    assert "data-career-roadmap-block" not in filled


def test_block_that_cannot_be_read_stays_as_it_is() -> None:
    markdown = "```roadmap\nveiw: posts\n```\n"
    assert Blocks().take("a.md", markdown) == markdown


def test_element_like_those_of_blocks_that_an_author_wrote_stays() -> None:
    html = '<div data-career-roadmap-block="0"></div>'
    assert Blocks().fill(html, lambda embed, prefix: embed.view + prefix) == html


@each(("before", "block", "expected"), [
    ("<h1>T</h1>", "<h2 id='b'>B</h2><h3>C</h3>", "<h2 id='b'>B</h2><h3>C</h3>"),
    ("<h1>T</h1><h2>S</h2>", "<h2>B</h2><h3>C</h3>", "<h3>B</h3><h4>C</h4>"),
    ("<h1>T</h1>", "<h3>B</h3>", "<h2>B</h2>"),  # as a map has, whose page says what it is of
    ("<p>The theme prints the title.</p>", "<h3>B</h3>", "<h2>B</h2>"),
    ("<h1>T</h1><h6 id=x>S</h6><hr><header>", "<h2>B</h2><h3\nid=c>C</h3>", "<h6>B</h6><h6\nid=c>C</h6>"),
    ("<h1>T</h1><h3>S</h3>", "<p>No heading</p>", "<p>No heading</p>"),
    ("", "<h3>B</h3>", "<h2>B</h2>"),
])
def test_headings_of_a_block_are_next_below_the_one_before_it(before: str, block: str, expected: str) -> None:
    blocks = Blocks()
    taken = blocks.take("a.md", "```roadmap\n```\n")
    filled = blocks.fill(f"{before}\n{taken}<h2>After</h2>", lambda *_: block)
    assert filled.split("\n\n") == [
        before, f'<div class="career-roadmap cr-block">\n{expected}\n</div>', "<h2>After</h2>"]


def test_headings_within_other_blocks_are_none_of_those_before() -> None:
    page = with_blocks("<h1>T</h1>[1][2]<h4>S</h4>[3]", re.compile(r"\[(\d)\]"), lambda _: "<h2>B</h2>")
    assert page == "<h1>T</h1><h2>B</h2><h2>B</h2><h4>S</h4><h5>B</h5>"
