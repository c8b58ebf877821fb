"""Words of a site: filled in, in its language, and changed by its author."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from each import each
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.pages.viewer import Viewer
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary import labels
from mkdocs_career_roadmap.vocabulary.dates import PartialDate, parse_day
from mkdocs_career_roadmap.vocabulary.labels import Words, check_label, words_for
from mkdocs_career_roadmap.vocabulary.languages import ARABIC, LANGUAGES, covered
from mkdocs_career_roadmap.vocabulary.settings import Settings

DAY = date(2026, 11, 15)


# --- filling in ---


def test_words_are_filled_in() -> None:
    assert Words()("post_of", n=2, all=4) == "post 2 of 4"


def test_unknown_label_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Words()("no such label")


@each(
    ("language", "said"),
    [
        ("en", ["0 posts", "1 post", "2 posts"]),
        ("de", ["0 Beiträge", "1 Beitrag", "2 Beiträge"]),
        ("es", ["0 entradas", "1 entrada", "2 entradas"]),
        ("fr", ["0 article", "1 article", "2 articles"]),
        ("zh", ["0 篇文章", "1 篇文章", "2 篇文章"]),
        ("ja", ["記事 0 件", "記事 1 件", "記事 2 件"]),
        ("ko", ["글 0개", "글 1개", "글 2개"]),
        ("pt", ["0 publicação", "1 publicação", "2 publicações"]),
        ("it", ["0 articoli", "1 articolo", "2 articoli"]),
        ("nl", ["0 berichten", "1 bericht", "2 berichten"]),
        ("ar", ["لا تدوينات", "تدوينة واحدة", "تدوينتان"]),
        ("hi", ["0 लेख", "1 लेख", "2 लेख"]),
    ])
def test_number_chooses_the_form(language: str, said: list[str]) -> None:
    assert [words_for(language)("n_posts", n=n) for n in range(3)] == said


@each(("numbers", "form"), [
    ((0,), "zero"), ((1,), "one"), ((2,), "two"), ((3, 10, 103, 110, 1003), "few"),
    ((11, 26, 99, 111, 199), "many"), ((100, 101, 102, 200, 302, 1000, 1.5), "other")])
def test_number_chooses_one_of_the_six_forms_of_arabic(numbers: tuple[float, ...], form: str) -> None:
    words = words_for("ar", {"n_posts": " | ".join(ARABIC)})
    assert [words("n_posts", n=n) for n in numbers] == [form] * len(numbers)


def test_two_forms_of_a_site_serve_arabic_as_well() -> None:
    words = words_for("ar", {"n_posts": "one | {n}"})
    assert [words("n_posts", n=n) for n in (0, 1, 2, 3)] == ["0", "one", "2", "3"]


def test_none_takes_the_form_of_one_in_hindi() -> None:
    assert [words_for("hi")("n_dropped", n=n) for n in range(3)] == ["0 छोड़ा गया", "1 छोड़ा गया", "2 छोड़े गए"]


def test_done_chooses_the_form_where_there_is_no_n() -> None:
    words = words_for("es")
    assert [words("done_of", done=n, total=3) for n in (1, 2)] == ["1 de 3 hecho", "2 de 3 hechos"]


@each(
    ("language", "said"),
    [
        ("en", "2 long-term goals, 1 milestone: 1 done."),
        ("de", "2 langfristige Ziele, 1 Meilenstein: 1 erledigt."),
        ("fr", "2 objectifs à long terme, 1 jalon\u00a0: 1 terminé."),
        ("es", "2 objetivos a largo plazo, 1 hito: 1 hecho."),
        ("zh", "2 个长期目标，1 个里程碑：1 个已完成。"),
        ("ja", "長期目標 2 件、マイルストーン 1 件：完了 1 件。"),
        ("ko", "장기 목표 2개, 마일스톤 1개: 완료 1개."),
        ("pt", "2 objetivos de longo prazo, 1 marco: 1 concluído."),
        ("it", "2 obiettivi a lungo termine, 1 traguardo: 1 completato."),
        ("nl", "2 langetermijndoelen, 1 mijlpaal: 1 klaar."),
        ("ar", "هدفان بعيدا المدى، محطة واحدة: 1 منجزة."),
        ("hi", "2 दीर्घकालिक लक्ष्य, 1 पड़ाव: 1 पूर्ण।"),
    ])
def test_summary_reads_as_a_sentence(language: str, said: str) -> None:
    w = words_for(language)
    parts = {"goals": w("n_goals", n=2), "milestones": w("n_milestones", n=1), "counts": w("n_done", n=1)}
    assert w("summary", **parts) == said


def test_texts_in_a_row_are_joined_as_the_language_does_and_empty_ones_left_out() -> None:
    assert Words().listed(["a", "", "b"]) == "a, b"
    assert words_for("zh").listed(["甲", "乙"]) == "甲，乙"


def test_name_and_text_are_joined_as_the_language_does() -> None:
    assert Words().named("goal", "X") == "Goal: X"
    assert words_for("fr").named("goal", "X") == "Objectif\u00a0: X"


def test_label_of_the_site_stands_for_that_of_the_table() -> None:
    words = words_for("de", {"done": "Fertig"})
    assert (words("done"), words("active")) == ("Fertig", "Aktiv")


def test_label_of_the_site_has_its_plural_by_the_rule_of_the_language() -> None:
    own = {"n_posts": "{n} note | {n} notes"}
    assert words_for("fr", own)("n_posts", n=0) == "0 note"
    assert words_for("en", own)("n_posts", n=0) == "0 notes"
    assert words_for("zh", own)("n_posts", n=1) == "1 note"


def test_brace_written_twice_is_one_brace() -> None:
    assert words_for("en", {"done": "{{done}}"})("done") == "{done}"


def test_words_of_the_same_site_are_equal_so_that_templates_are_compiled_once() -> None:
    own = {"done": "Shipped"}
    assert words_for("de", own) == words_for("de", dict(own))
    assert hash(words_for("de", own)) == hash(words_for("de", dict(own)))
    assert words_for("de") != words_for("de", own)


def test_rungs_of_the_site_keep_their_names_and_default_ones_have_the_words_of_the_language() -> None:
    def rung(scopes: tuple[str, ...]) -> str:
        source = Source("a.md", "---\ndate: 2026-01-01\nmilestone: m\nscope: 3\n---\n")
        site = build([source], as_of=DAY, settings=Settings(scopes=scopes), words=words_for("fr"))
        scope = Viewer(site.roadmap, site.settings, site.words, str).scope(site.roadmap.milestones[0])
        assert scope is not None
        return scope.name

    assert rung(Settings().scopes) == "publication"
    assert rung(("a", "b", "of")) == "of"


# --- which language ---


@each(
    ("locale", "language"),
    [
        ("en", "en"), ("en_GB", "en"), ("de", "de"), ("de-AT", "de"), ("de_CH", "de"), ("fr_CA", "fr"),
        ("ES", "es"), ("es_419", "es"), ("zh", "zh"), ("zh-CN", "zh"), ("zh_Hans", "zh"),
        ("zh_Hans_HK", "zh"), ("ja_JP", "ja"), ("ko", "ko"), ("pt-BR", "pt"), ("pt_PT", "pt"), ("it", "it"),
        ("nl_BE", "nl"), ("ar-EG", "ar"), ("hi_IN", "hi"),
        # Traditional characters, and languages without words of their own.
        ("zh-Hant", "en"), ("zh-TW", "en"), ("zh_Hant_TW", "en"), ("sv", "en"), ("ku", "en"), ("", "en"),
    ])
def test_language_follows_from_the_locale(locale: str, language: str) -> None:
    assert covered(locale) == language
    assert words_for(locale).language == language


@each(("locale", "author"), [
    ("sv", "sv"), ("sv_SE", "sv-SE"), ("zh-TW", "zh-TW"), ("fa", "fa"), ("en", ""), ("en_GB", ""), ("de", ""),
    ("", ""), ('"><b>', ""), ("null", "")])
def test_language_without_words_is_that_of_the_author_alone(locale: str, author: str) -> None:
    words = words_for(locale)
    assert words.author == author
    assert words.attributes == (' lang="en" dir="ltr"' if author else "")
    assert words_for(locale, {"done": "Klart"}).author == ""


# --- days ---


DAYS = [
    ("en", ["15 Nov 2026", "Nov 2026", "2026"]),
    ("de", ["15. Nov. 2026", "Nov. 2026", "2026"]),
    ("fr", ["15 nov. 2026", "nov. 2026", "2026"]),
    ("es", ["15 nov 2026", "nov 2026", "2026"]),
    ("zh", ["2026年11月15日", "2026年11月", "2026年"]),
    ("ja", ["2026年11月15日", "2026年11月", "2026年"]),
    ("ko", ["2026년 11월 15일", "2026년 11월", "2026년"]),
    ("pt", ["15 de nov. de 2026", "nov. de 2026", "2026"]),
    ("it", ["15 nov 2026", "nov 2026", "2026"]),
    ("nl", ["15 nov 2026", "nov 2026", "2026"]),
    ("ar", ["15 نوفمبر 2026", "نوفمبر 2026", "2026"]),
    ("hi", ["15 नव॰ 2026", "नव॰ 2026", "2026"]),
]


@each(("language", "said"), DAYS)
def test_days_are_written_as_in_the_language(language: str, said: list[str]) -> None:
    words = words_for(language)
    assert [words.day(parse_day(text)) for text in ("2026-11-15", "2026-11", "2026")] == said


@each(("language", "said"), [
    ("en", ["Q3 2026", "H1 2026", "H2 2026"]),
    ("de", ["3. Quartal 2026", "1. Halbjahr 2026", "2. Halbjahr 2026"]),
    ("fr", ["T3 2026", "1er semestre 2026", "2e semestre 2026"]),
    ("es", ["T3 2026", "1.er semestre de 2026", "2.º semestre de 2026"]),
    ("zh", ["2026年第3季度", "2026年上半年", "2026年下半年"]),
    ("ja", ["2026年第3四半期", "2026年上半期", "2026年下半期"]),
    ("ko", ["2026년 3분기", "2026년 상반기", "2026년 하반기"]),
    ("pt", ["3º trimestre de 2026", "1º semestre de 2026", "2º semestre de 2026"]),
    ("it", ["T3 2026", "1º semestre 2026", "2º semestre 2026"]),
    ("nl", ["3e kwartaal 2026", "1e helft van 2026", "2e helft van 2026"]),
    ("ar", ["الربع 3 من 2026", "النصف الأول من 2026", "النصف الثاني من 2026"]),
    ("hi", ["2026 की तिमाही 3", "2026 की पहली छमाही", "2026 की दूसरी छमाही"]),
])
def test_quarters_and_halves_are_written_as_in_the_language(language: str, said: list[str]) -> None:
    words = words_for(language)
    days = [parse_day(text) for text in ("2026-Q3", "2026-H1", "2026-H2")]
    assert [words.day(day) for day in days] == said
    assert [words.month(day) for day in days] == said


def test_first_of_a_french_month_is_an_ordinal() -> None:
    assert [words_for("fr").day(date(2026, 11, n)) for n in (1, 11)] == ["1er nov. 2026", "11 nov. 2026"]


def test_month_of_a_day_is_written_without_it() -> None:
    assert {code: words_for(code).month(DAY) for code in LANGUAGES} == {code: said[1] for code, said in DAYS}


@each("language", LANGUAGES)
def test_early_year_is_not_taken_for_another(language: str) -> None:
    assert "987" in words_for(language).day(PartialDate(987, 3))


@pytest.fixture
def no_babel(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    caches = (labels._babel, labels._written)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setitem(sys.modules, "babel.dates", None)
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize(("language", "said"), DAYS)
def test_without_babel_days_are_written_as_in_the_language_as_well(
    no_babel: None, language: str, said: list[str]
) -> None:
    words = words_for(language)
    assert [words.day(parse_day(text)) for text in ("2026-11-15", "2026-11", "2026")] == said


def test_without_babel_each_month_has_a_name_of_its_own(no_babel: None) -> None:
    for language in LANGUAGES:
        assert len({words_for(language).month(date(2026, n, 1)) for n in range(1, 13)}) == 12
    assert [words_for("fr").day(date(2026, n, 1)) for n in (3, 8)] == ["1er mars 2026", "1er août 2026"]


def test_without_babel_english_days_are_as_ever(no_babel: None) -> None:
    assert Words().day(DAY) == "15 Nov 2026"


def test_english_site_loads_neither_babel_nor_another_language() -> None:
    code = (
        "import sys, datetime\n"
        "from mkdocs_career_roadmap.vocabulary.labels import words_for\n"
        "words_for('en').day(datetime.date(2026, 11, 15))\n"
        "from mkdocs_career_roadmap.vocabulary.languages import LANGUAGES\n"
        "wanted = ['babel', *(f'mkdocs_career_roadmap.vocabulary.languages.{one}' for one in LANGUAGES)]\n"
        "print([name for name in wanted if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['mkdocs_career_roadmap.vocabulary.languages.en']"


def test_what_is_private_is_marked_behind_its_title() -> None:
    assert Words().marked("Swim", is_private=True) == "Swim (private)"
    assert Words().marked("Swim", is_private=False) == "Swim"


# --- what a site may write ---


@each(
    ("key", "text"),
    [
        ("done", "Shipped"),
        ("done", "A & B <b>"),
        ("done", "a|b"),
        ("done", "{{done}}"),
        ("post_of", "part {n} of {all}"),
        ("post_of", "{all}: {n}, {n}"),
        ("post_of", "part {n}"),
        ("post_of", "a part"),
        ("n_posts", "{n} note | {n} notes"),
        ("n_posts", "one note | {n} notes"),
        ("n_posts", "none | one | two | {n} few | {n} many | {n}"),
        ("done_of", "{done} step of {total} | {done} steps of {total}"),
        ("comma", "; "),
    ])
def test_plain_text_with_known_placeholders_may_stand_for_a_label(key: str, text: str) -> None:
    check_label(key, text)


@each(
    "text",
    ["{n", "n}", "{", "}", "{}", "{0}", "{ n }", "{n.__class__}", "{n[0]}", "{n!r}", "{n!r:>999999}",
     "{n:>999999}", "{n:{all}}", "{n!}", "{*n}", "{'n'}", "{n | all}"])
def test_braces_hold_a_bare_name_and_nothing_else(text: str) -> None:
    with pytest.raises(ValueError, match=r"braces in .* cannot be read; .* label are: \{n\} and \{all\}"):
        check_label("post_of", text)


def test_unknown_placeholder_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"has the placeholder \{total\}; .* label are: \{n\} and \{all\}"):
        check_label("post_of", "part {n} of {total}")


def test_unknown_placeholder_is_refused_behind_braces_that_stand_for_themselves() -> None:
    with pytest.raises(ValueError, match=r"has the placeholder \{total\}"):
        check_label("post_of", "{{ {total}")


def test_placeholder_is_refused_where_there_is_none() -> None:
    with pytest.raises(ValueError, match=r"has the placeholder \{n\}; those of this label are: none"):
        check_label("done", "{n} done")


@pytest.mark.parametrize("text", ["", "  ", "{n} note | ", " | {n} notes"])
def test_empty_label_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is empty"):
        check_label("n_posts", text)


def test_three_forms_are_refused() -> None:
    with pytest.raises(ValueError, match="has 3 forms; write one for 1 and one for more, "
                                         "or the six that Arabic has: zero, one, two"):
        check_label("n_posts", "none | {n} note | {n} notes")


def test_forms_are_refused_where_no_number_can_choose() -> None:
    with pytest.raises(ValueError, match="has 2 forms; this label has no number to choose one by"):
        check_label("done", "Done | Finished")
