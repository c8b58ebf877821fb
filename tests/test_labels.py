"""The table of words: the same in every language, no word too many and none missing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jinja2
import mkdocs_career_roadmap
import pytest
from jinja2 import nodes
from mkdocs_career_roadmap import labels
from mkdocs_career_roadmap.build import build
from mkdocs_career_roadmap.dates import PartialDate, parse_day
from mkdocs_career_roadmap.fields import Status
from mkdocs_career_roadmap.labels import LABELS, Words, check_label, placeholders, words_for
from mkdocs_career_roadmap.languages import LANGUAGES, covered, table
from mkdocs_career_roadmap.model import Source
from mkdocs_career_roadmap.settings import Settings
from mkdocs_career_roadmap.views import Viewer

PACKAGE = Path(mkdocs_career_roadmap.__file__).parent
GUIDE = Path(__file__).parents[1] / "docs/guide/labels.md"
DAY = date(2026, 11, 15)


# --- the tables ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_label_in_the_same_order(language: str) -> None:
    assert list(table(language)) == list(LABELS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_have_the_same_placeholders_in_every_language(language: str) -> None:
    said = {key: set(placeholders(text)) for key, text in table(language).items()}
    assert said == {key: set(placeholders(text)) for key, text in LABELS.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_of_a_plural_has_all_placeholders(language: str) -> None:
    for key, text in table(language).items():
        forms = text.split(" | ")
        assert len({frozenset(placeholders(form)) for form in forms}) == 1, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_of_the_tables_is_one_that_a_site_could_write(language: str) -> None:
    for key, text in table(language).items():
        check_label(key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_not_left_in_english(language: str) -> None:
    if language == "en":
        return
    same = {key for key, text in table(language).items() if text == LABELS[key]}
    # What these languages share with English, and what only arranges its placeholders.
    assert same <= {
        "roadmap", "board", "idea", "paper", "impact", "effort", "extension", "exploration", "n_ideas",
        "rung_system",
        "summary", "summary_empty", "from_to", "comma", "colon", "full_stop", "brackets"}


def test_chinese_has_one_form_for_all_numbers() -> None:
    assert not [key for key, text in table("zh").items() if " | " in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_statuses_have_different_words(language: str) -> None:
    assert len({table(language)[status] for status in Status}) == len(Status)


def test_french_has_a_no_break_space_before_each_colon() -> None:
    assert not [text for text in table("fr").values() if re.search("(?<!\u00a0):", text)]


# --- which labels the pages use ---

STATUSES = {str(status) for status in Status}
RUNGS = {f"rung_{name}" for name in Settings().scopes}
COMPUTED = {
    "_macros.html: s": STATUSES,
    "_map.html: c.status": STATUSES,
    "_map.html: s": STATUSES,
    "_map.html: key": {"done", "now", "next"},
    "board.html: column.key": {"now", "next", "done"},
    "board.html: 'nothing_' ~ column.key": {"nothing_now", "nothing_next", "nothing_done"},
    "milestone.html: key": {"estimate", "actual"},
    "milestone.html: name": {"metric", "claimed", "reached"},
    "overview.html: key": {"now", "next", "last_finished"},
    "overview.html: nothing": {"nothing_now", "nothing_next", "nothing_done"},
    "timeline.html: bar.card.status": STATUSES,
    "timeline.html: s": STATUSES,
    "charts.py: word": {"earlier", "later"},
    "context.py: m.status": STATUSES,
    "context.py: g.status": STATUSES,
    "labels.py: key": set(),  # `Words.named`, whose callers are found themselves
    "pages.py: other.status": STATUSES,
    "pages.py: name": {"effort", "impact", "likelihood", "complexity"},
    "pages.py: m.kind": {"survey", "extension", "original", "exploration"},
    "plugin.py: status": STATUSES,
    "timeline.py: word": {"due", "dropped_on"},
    "views.py: key": {
        "map", "board", "timeline", "n_done", "n_active", "n_planned", "n_paused", "n_dropped", *RUNGS},
    "views.py: word": {"n_paused", "n_ideas", "earlier", "n_dropped"},
}
"""Where a label's key is not written out, and which keys there may be.

A new place of that kind makes a test fail until its keys stand here.
"""

Use = tuple[str, str, set[str]]
"""Where, the key or the expression for it, and what is filled in."""


def in_templates() -> Iterator[Use]:
    env = jinja2.Environment(autoescape=True)
    for path in sorted((PACKAGE / "templates").rglob("*.html")):
        for call in env.parse(path.read_text("utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                filled = {keyword.key for keyword in call.kwargs}
                for key in _jinja_keys(call.args[0]):
                    yield path.name, key, filled


def _jinja_keys(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.CondExpr):
        yield from _jinja_keys(node.expr1)
        assert node.expr2 is not None
        yield from _jinja_keys(node.expr2)
    elif isinstance(node, nodes.Const):
        yield repr(node.value)
    else:
        yield _jinja_text(node)


def _jinja_text(node: nodes.Node) -> str:
    match node:
        case nodes.Const():
            return repr(node.value)
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_jinja_text(node.node)}.{node.attr}"
        case nodes.Concat():
            return " ~ ".join(map(_jinja_text, node.nodes))
    raise AssertionError(f"write the key in a simpler way than {node}")


def in_modules() -> Iterator[Use]:
    for path in sorted(PACKAGE.glob("*.py")):
        if path.name == "values.py":
            continue  # has a method `words` of its own
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and _is_words(node.func, path.name):
                filled = {keyword.arg for keyword in node.keywords if keyword.arg}
                for key in _python_keys(node.args[0]):
                    yield path.name, key, filled


def _is_words(function: ast.expr, file: str) -> bool:
    match function:
        case ast.Name(id="w" | "words"):
            return True
        case ast.Name(id="self"):
            return file == "labels.py"
        case ast.Attribute(attr="words"):
            return True
        case ast.Attribute(attr="named", value=value):
            return _is_words(value, file)
    return False


def _python_keys(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _python_keys(node.body)
        yield from _python_keys(node.orelse)
    else:
        yield ast.unparse(node)


USES = [*in_templates(), *in_modules()]
WRITTEN = [(where, key.strip("'"), filled) for where, key, filled in USES if re.fullmatch(r"'\w+'", key)]


def test_every_label_that_the_pages_ask_for_is_in_the_table() -> None:
    assert {key for _, key, _ in WRITTEN} | set().union(*COMPUTED.values()) <= set(LABELS)


def test_every_label_of_the_table_is_asked_for() -> None:
    assert set(LABELS) - {key for _, key, _ in WRITTEN} - set().union(*COMPUTED.values()) == set()


def test_every_computed_key_is_known_to_these_tests() -> None:
    found = {f"{where}: {key}" for where, key, _ in USES if not re.fullmatch(r"'\w+'", key)}
    assert found == set(COMPUTED)


def test_every_rung_of_the_default_scopes_has_a_label() -> None:
    assert {key for key in LABELS if key.startswith("rung_")} == RUNGS


def test_every_placeholder_is_filled() -> None:
    missing = [(where, key) for where, key, filled in WRITTEN if not filled >= set(placeholders(LABELS[key]))]
    assert missing == []


def test_templates_have_no_words_of_their_own() -> None:
    for path in sorted((PACKAGE / "templates").rglob("*.html")):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"(?s)<pre>.*?</pre>", " ", text)  # front matter
        text = re.sub(r"</?\s*[a-z][^<>]*>", " ", text)
        assert not re.findall(r"(?<!&)\b[A-Za-z]{2,}\b", text), path.name


# --- filling in ---


def test_words_are_filled_in() -> None:
    assert Words()("post_of", n=2, all=4) == "post 2 of 4"


def test_unknown_label_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Words()("no such label")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 posts", "1 post", "2 posts"]),
        ("de", ["0 Beiträge", "1 Beitrag", "2 Beiträge"]),
        ("es", ["0 entradas", "1 entrada", "2 entradas"]),
        ("fr", ["0 article", "1 article", "2 articles"]),
        ("zh", ["0 篇文章", "1 篇文章", "2 篇文章"]),
    ])
def test_number_chooses_the_form(language: str, said: list[str]) -> None:
    assert [words_for(language)("n_posts", n=n) for n in range(3)] == said


def test_done_chooses_the_form_where_there_is_no_n() -> None:
    words = words_for("es")
    assert [words("done_of", done=n, total=3) for n in (1, 2)] == ["1 de 3 hecho", "2 de 3 hechos"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "2 long-term goals, 1 milestone: 1 done."),
        ("de", "2 langfristige Ziele, 1 Meilenstein: 1 erledigt."),
        ("fr", "2 objectifs à long terme, 1 jalon\u00a0: 1 terminé."),
        ("es", "2 objetivos a largo plazo, 1 hito: 1 hecho."),
        ("zh", "2 个长期目标，1 个里程碑：1 个已完成。"),
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


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en", "en"), ("en_GB", "en"), ("de", "de"), ("de-AT", "de"), ("de_CH", "de"), ("fr_CA", "fr"),
        ("ES", "es"), ("es_419", "es"), ("zh", "zh"), ("zh-CN", "zh"), ("zh_Hans", "zh"),
        ("zh_Hans_HK", "zh"),
        # Traditional characters, and languages without words of their own.
        ("zh-Hant", "en"), ("zh-TW", "en"), ("zh_Hant_TW", "en"), ("pt-BR", "en"), ("nl", "en"), ("", "en"),
    ])
def test_language_follows_from_the_locale(locale: str, language: str) -> None:
    assert covered(locale) == language
    assert words_for(locale).language == language


# --- days ---


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["15 Nov 2026", "Nov 2026", "2026"]),
        ("de", ["15. Nov. 2026", "Nov. 2026", "2026"]),
        ("fr", ["15 nov. 2026", "nov. 2026", "2026"]),
        ("es", ["15 nov 2026", "nov 2026", "2026"]),
        ("zh", ["2026年11月15日", "2026年11月", "2026年"]),
    ])
def test_days_are_written_as_in_the_language(language: str, said: list[str]) -> None:
    words = words_for(language)
    assert [words.day(parse_day(text)) for text in ("2026-11-15", "2026-11", "2026")] == said


def test_first_of_a_french_month_is_an_ordinal() -> None:
    assert [words_for("fr").day(date(2026, 11, n)) for n in (1, 11)] == ["1er nov. 2026", "11 nov. 2026"]


def test_month_of_a_day_is_written_without_it() -> None:
    assert [words_for(code).month(DAY) for code in LANGUAGES] == [
        "Nov 2026", "Nov. 2026", "nov. 2026", "nov 2026", "2026年11月"]


@pytest.mark.parametrize("language", LANGUAGES)
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


def test_without_babel_days_are_written_as_in_iso_8601(no_babel: None) -> None:
    words = words_for("de")
    assert [words.day(parse_day(text)) for text in ("2026-11-15", "2026-11", "2026")] == [
        "2026-11-15", "2026-11", "2026"]
    assert words("as_of", day=words.day(DAY)) == "Stand: 2026-11-15."


def test_without_babel_english_days_are_as_ever(no_babel: None) -> None:
    assert Words().day(DAY) == "15 Nov 2026"


def test_english_site_loads_neither_babel_nor_another_language() -> None:
    code = (
        "import sys, datetime\n"
        "from mkdocs_career_roadmap.labels import words_for\n"
        "words_for('en').day(datetime.date(2026, 11, 15))\n"
        "wanted = ('babel', 'mkdocs_career_roadmap.languages.')\n"
        "print([name for name in sys.modules if name.startswith(wanted)])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['mkdocs_career_roadmap.languages.en']"


# --- what a site may write ---


@pytest.mark.parametrize(
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
        ("done_of", "{done} step of {total} | {done} steps of {total}"),
        ("comma", "; "),
    ])
def test_plain_text_with_known_placeholders_may_stand_for_a_label(key: str, text: str) -> None:
    check_label(key, text)


@pytest.mark.parametrize(
    "text",
    ["{n", "n}", "{", "}", "{}", "{0}", "{ n }", "{n.__class__}", "{n[0]}", "{n!r}", "{n!r:>999999}",
     "{n:>999999}", "{n:{all}}", "{n!}", "{*n}", "{'n'}", "{n | all}"])
def test_braces_hold_a_bare_name_and_nothing_else(text: str) -> None:
    with pytest.raises(ValueError, match=r"braces in .* cannot be read; .* label are: \{n\} and \{all\}"):
        check_label("post_of", text)


def test_unknown_placeholder_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"has the placeholder \{total\}; .* label are: \{n\} and \{all\}"):
        check_label("post_of", "part {n} of {total}")


def test_placeholder_is_refused_where_there_is_none() -> None:
    with pytest.raises(ValueError, match=r"has the placeholder \{n\}; those of this label are: none"):
        check_label("done", "{n} done")


@pytest.mark.parametrize("text", ["", "  ", "{n} note | ", " | {n} notes"])
def test_empty_label_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is empty"):
        check_label("n_posts", text)


def test_three_forms_are_refused() -> None:
    with pytest.raises(ValueError, match="has 3 forms; write one for 1 and one for more"):
        check_label("n_posts", "none | {n} note | {n} notes")


def test_forms_are_refused_where_no_number_can_choose() -> None:
    with pytest.raises(ValueError, match="has 2 forms; this label has no number to choose one by"):
        check_label("done", "Done | Finished")


# --- the guide ---


def test_guide_lists_every_label_with_its_english_text() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)
    shown = {key: text if text.startswith("`") else text.replace("\\|", "|") for key, text in rows}
    assert shown == {key: f"`{text}`" if text != text.strip() else text for key, text in LABELS.items()}
    assert len(rows) == len(shown)
