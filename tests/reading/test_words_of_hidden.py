"""What of hidden pages stands in a file of a finished site."""

from __future__ import annotations

import json
from urllib.parse import quote, quote_plus

import pytest
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.hidden_pages import traces, words_of_hidden
from mkdocs_career_roadmap.reading.hidden_pages.words_of_hidden import (
    HiddenText,
    Said,
    WordsOfHidden,
    names_of,
)
from work import calls

WORDS = "Nobody größer than the okapi ever came to my garden"
DIARY = Source("notes/2026-03-01-winter-of-an-okapi.md", f"---\nvisibility: private\n---\n{WORDS}.\n")
HIDDEN = [HiddenText(DIARY, names_of(DIARY.path, "A winter"))]


def found(text: str, *public: str, names: tuple[str, ...] = ()) -> str | None:
    said = WordsOfHidden(HIDDEN, public, names).found_in(text.encode())
    assert len(said) < 2
    return said[0].what if said else None


WAYS = {
    "plain": WORDS,
    "capitals": WORDS.upper().replace("SS", "ß"),
    "tags": f"<p>{WORDS.replace(' than', ' <em>than</em>')}</p>",
    "tag within a word": f"<p>{WORDS.replace('garden', '<b>g</b>arden')}</p>",
    "made small": f"<p>x</p><p>{WORDS}</p><p>x</p>",
    "two lines": WORDS.replace("okapi ", "okapi\n    "),
    "attribute": f'<meta name=description content="{WORDS}">',
    "references": f"<p>{WORDS.replace('ö', '&ouml;').replace(' ', '&nbsp;')}</p>",
    "numbers": f"<p>{WORDS.replace('N', '&#78;').replace('k', '&#x6b;')}</p>",
    "twice": f"<content>&lt;p&gt;{WORDS.replace('ö', '&amp;ouml;')}&lt;/p&gt;</content>",
    "JSON": json.dumps({"text": f"\n{WORDS}\n"}),
    "address": f"<a href='https://example.com/share?text={quote(WORDS)}'>",
    "address in an address": f"<a href='https://example.com/?u={quote(quote(WORDS))}'>",
    "name of an anchor": WORDS.replace(" ", "_"),
    "summary": f"{WORDS[:45]}…",
    "form": f"<a href='https://example.com/share?text={quote_plus(WORDS)}'>",
    "soft hyphens": WORDS.replace("garden", "gar&shy;den").replace("okapi", "oka\u00adpi"),
    "Markdown": WORDS.replace("okapi", "**okapi**"),
}


@each("text", WAYS.values(), ids=WAYS.keys())
def test_sentence_is_found_however_it_is_written(text: str) -> None:
    assert found(text) == "sentence"


@each("text", [
    "", "<p>Nobody came</p>", WORDS[:34], WORDS[8:],
    "my garden to came ever okapi the than größer Nobody",
    WORDS.replace("okapi", "okapis")])
def test_other_words_are_not(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize("public", [WORDS, WORDS.lower(), f"<p>{WORDS}</p>", WORDS.replace("the", "*the*"),
                                    WORDS.replace("okapi", "[okapi](index.md)")])
def test_what_is_public_gives_nothing_away(public: str) -> None:
    assert found(f"<p>{WORDS}</p>", public) is None
    assert found(f"<p>{WORDS}</p>", names=(public,)) == "sentence"


def test_name_of_the_file_is_found_without_its_day_and_may_be_another_s_name() -> None:
    for text in ("See winter-of-an-okapi.", '["/notes/2026/winter_of_an_okapi/"]', "Winter of an Okapi"):
        assert found(text.replace("_", " ")) == "title or file name"
        assert found(text, names=("- A winter of an okapi",)) is None
    assert found("A winter") == "title or file name"
    assert found("the winter") is None


def test_single_word_is_anybody_s_unless_it_is_long() -> None:
    def of(title: str) -> list[Said]:
        hidden = [HiddenText(Source("a.md", "x"), names_of("a.md", title))]
        return WordsOfHidden(hidden, ()).found_in(f"<p>{title}</p>".encode())

    assert of("Configuration") == []
    assert of("Habilitationsschrift") == [Said("a.md", "title or file name")]


def test_sentence_without_spaces_is_found_too() -> None:
    words = "没有人知道我冬天在花园里做了什么"
    hidden = [HiddenText(Source("a.md", f"---\ndraft: true\n---\n{words}。\n"))]
    assert WordsOfHidden(hidden, ()).found_in(f"<p>是的。{words}。</p>".encode())
    assert WordsOfHidden(hidden, ()).found_in(json.dumps([words]).encode())
    assert WordsOfHidden(hidden, (f"{words}!",)).found_in(words.encode()) == []


def test_line_that_was_seen_before_is_looked_at_beside_other_lines() -> None:
    known = WordsOfHidden(HIDDEN, ())
    start, _, end = WORDS.partition(" ever ")
    end = f"ever {end}"
    for line in (start, end, f"{end}\n{start}"):
        assert known.found_in(line.encode()) == []
    assert known.found_in(f"{start}\n{end}".encode())


def test_nothing_is_found_where_nothing_is_hidden() -> None:
    assert WordsOfHidden([], [WORDS]).found_in(WORDS.encode()) == []


PIECES = st.lists(st.sampled_from([
    *WORDS.split()[:6], "than", " ", "\n", "\n\n", "\n  ", "<b>", "</b>", "<p>", "<p\n class=x>", "<", ">",
    "&lt;", "&gt;",
    "&nbsp;", "&amp;lt;", "%20", "%0A", "\\n", "\u00ad", "<wbr>", "_", "<a title='", "'>"]), max_size=30)


@given(PIECES, PIECES)
def test_lines_that_are_met_one_by_one_say_what_the_whole_file_says(
    before: list[str], text: list[str]
) -> None:
    """As if all of a file were looked through at once, and whatever was looked through before it."""
    run = Source("a.md", f"---\nvisibility: private\n---\n{' '.join(WORDS.split()[:6])}.\n")
    known = WordsOfHidden([HiddenText(run)], [])
    for content in ("".join(before), "".join(text), "".join(text)):
        whole = words_of_hidden._shown(traces.plain(content))
        assert bool(known.found_in(content.encode())) == any(
            " nobody größer than the okapi ever " in words for words in whole)


def test_work_for_a_file_does_not_grow_with_what_is_hidden() -> None:
    def work(n: int) -> int:
        text = "---\ndraft: true\n---\nWhat the okapi thought on day {} of it.\n"
        texts = map(text.format, range(n))
        hidden = [HiddenText(Source(f"{at}.md", text)) for at, text in enumerate(texts)]
        known = WordsOfHidden(hidden, [])
        file = "<p>What the okapi said and what the okapi has thought on day 3 of it.</p>\n" * 20
        return calls(lambda: known.found_in(file.encode()))

    assert work(400) == work(4)


def test_lines_of_a_theme_are_read_once_for_all_files() -> None:
    known = WordsOfHidden(HIDDEN, [])

    def work(own: str) -> int:
        theme = "\n".join(f"<li>Entry {at} of the menu</li>" for at in range(300))
        return calls(lambda: known.found_in(f"{theme}\n<p>{own}</p>\n{theme}".encode()))

    first, second = work("First"), work("Second")
    assert second < first / 2


GARDEN = HiddenText(Source("a.md", "x"), names_of("a.md", "Tools for the garden in spring"))


@pytest.mark.parametrize("text", [
    '{"docs":[{"location":"notes/Tools-for-the-garden/#in-spring","title":"In spring"}]}',
    '{"location": "Tools%20for%20the%20garden/#in%20spring"}',
    '<a href="../tools-for-the-garden/#in-spring">In spring</a>',
    "<a href='/tools-for-the-garden/#in-spring'>In spring</a>",
])
def test_a_page_and_a_part_of_it_are_no_name_together(text: str) -> None:
    """A public page of tools has a part on spring, and a hidden page is called as both in a row."""
    assert WordsOfHidden([GARDEN], []).found_in(text.encode()) == []
    garden = "庭の道具と水やりの暦 春の花"
    signs = WordsOfHidden([HiddenText(Source("b.md", "x"), (garden,))], [])
    page, part = garden.split(" ")
    assert signs.found_in(f'{{"location":"{page}/#{part}","title":"{part}"}}'.encode()) == []
    assert signs.found_in(f'{{"location":"{page}-{part}/#a"}}'.encode())


@given(st.lists(st.sampled_from(["owl", "garden", "Swift", "春の花", "œuf", "in", "2026"]), min_size=3),
       st.sampled_from([" ", "-", "_", "/", " /# ", "/#", "&nbsp;"]),
       st.sampled_from([
           "<p>NAME</p>", "NAME", '{"title":"NAME"}', '{"text":"see NAME/#x there"}', '<img alt="NAME/#x">',
           '{"location":"x/#HERE"}', '{"location":"HERE/#x"}', '<a href="x/#HERE">', "<a href='HERE/#x'>",
           '<a href="y/#x">NAME</a>', '{"location":"x/#y","text":"NAME"}', "<a href=x/#y>NAME</a>",
           "<p>href=NAME</p>"]))
def test_a_name_that_a_reader_could_read_is_found(words: list[str], between: str, where: str) -> None:
    """Wherever `/#` stands beside it, or in it where no page has an address."""
    name = " ".join(["nightingale", *words])
    hidden = HiddenText(Source("a.md", "x"), (name,))
    text = where.replace("NAME", name.replace(" ", between)).replace("HERE", name.replace(" ", "-"))
    assert WordsOfHidden([hidden], []).found_in(text.encode()), text
