"""The tables of words: the same in every language, no word too many and none missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import mkdocs_career_roadmap
import pytest
from each import each
from jinja2 import nodes
from mkdocs_career_roadmap.pages.more.replications import VERDICTS
from mkdocs_career_roadmap.pages.report.shapes import AUDIENCES
from mkdocs_career_roadmap.vocabulary.fields import Status
from mkdocs_career_roadmap.vocabulary.identifiers import KINDS
from mkdocs_career_roadmap.vocabulary.labels import LABELS, check_label, placeholders
from mkdocs_career_roadmap.vocabulary.languages import ARABIC, LANGUAGES, table
from mkdocs_career_roadmap.vocabulary.settings import Settings

PACKAGE = Path(mkdocs_career_roadmap.__file__).parent


# --- the tables ---


@each("language", LANGUAGES)
def test_every_language_has_every_label_in_the_same_order(language: str) -> None:
    assert list(table(language)) == list(LABELS)


@each("language", LANGUAGES)
def test_labels_have_the_same_placeholders_in_every_language(language: str) -> None:
    said = {key: set(placeholders(text)) for key, text in table(language).items()}
    assert said == {key: set(placeholders(text)) for key, text in LABELS.items()}


@each("language", LANGUAGES)
def test_each_form_of_a_plural_has_all_placeholders(language: str) -> None:
    for key, text in table(language).items():
        forms = text.split(" | ")
        if len(forms) == len(ARABIC):
            assert not any("{n}" in form for form in forms[:3]), f"{key}: none, one and two are words"
            forms = forms[3:]
        assert len({frozenset(placeholders(form)) for form in forms}) == 1, key


@each("language", LANGUAGES)
def test_a_plural_has_as_many_forms_as_its_language(language: str) -> None:
    counts = {len(text.split(" | ")) for text in table(language).values()}
    assert counts == ({1} if language in {"zh", "ja", "ko"} else {1, 6} if language == "ar" else {1, 2})


@each("language", LANGUAGES)
def test_every_label_of_the_tables_is_one_that_a_site_could_write(language: str) -> None:
    for key, text in table(language).items():
        check_label(key, text)


@each("language", LANGUAGES)
def test_labels_are_not_left_in_english(language: str) -> None:
    if language == "en":
        return
    same = {key for key, text in table(language).items() if text == LABELS[key]}
    # What these languages share with English, and what only arranges its placeholders.
    assert same <= {
        "roadmap", "board", "idea", "paper", "impact", "effort", "extension", "exploration", "n_ideas",
        "ideas", "rung_system", "kind_code", "kind_demo", "kind_preprint", "summary", "summary_empty",
        "year_summary", "from_to", "comma", "colon", "full_stop", "brackets",
        *OF_ONE_LANGUAGE.get(language, ())}


OF_ONE_LANGUAGE = {
    "de": {"status"},
    "nl": {"status", "rung_project", "kind_data", "kinds_preprint", "kinds_code", "kinds_data", "report_cv",
           "data_json", "data_feed"},
    "it": {"kinds_preprint", "data_feed"},
    "pt": {"kinds_preprint", "data_feed", "authors_more"},
}
"""Words that one of them took over from English, or both of them from Latin."""


def test_words_are_in_the_script_of_their_language() -> None:
    scripts = {"ja": "[\u3040-\u30ff\u4e00-\u9fff]", "ko": "[\uac00-\ud7a3]", "ar": "[\u0600-\u06ff]",
               "hi": "[\u0900-\u097f]", "zh": "[\u4e00-\u9fff]"}
    for language, script in scripts.items():
        bare = {key: re.sub(r"\{\w+\}", "", text) for key, text in table(language).items()}
        foreign = {key for key, text in bare.items()
                   if any(map(str.isalpha, text)) and not re.search(script, text)}
        assert foreign == set(), language


@each("language", LANGUAGES)
def test_statuses_have_different_words(language: str) -> None:
    assert len({table(language)[status] for status in Status}) == len(Status)


def test_french_has_a_no_break_space_before_each_colon() -> None:
    assert not [text for text in table("fr").values() if re.search("(?<!\u00a0):", text)]


# --- which labels the pages use ---

ON_ONE_PAGE = {
    "evidence", "lessons", "ideas", "not_doing", "replications", "decisions", "report", "whole"}
STATUSES = {str(status) for status in Status}
RUNGS = {f"rung_{name}" for name in Settings().scopes}
VERDICT_LABELS = {f"verdict_{name}" for name in VERDICTS}
COMPUTED = {
    "_macros.html: s": STATUSES,
    "_macros.html: w.fate": {"removed", "added"},
    "_explore.html: facet.label": {"goal", "status", "kind", "year", "person"},
    "_map.html: c.status": STATUSES,
    "_map.html: r.status": STATUSES,
    "_map.html: key": {"done", "now", "next"},
    "board.html: column.key": {"now", "next", "done"},
    "board.html: 'nothing_' ~ column.key": {"nothing_now", "nothing_next", "nothing_done"},
    "data_texts.py: _LABELS[name]": {"data_json", "data_feed", "data_posts", "data_calendar"},
    "decisions.html: d.outcome": {"differs", "agrees", "undecided"},
    "card.py: str(about.status)": STATUSES,
    "card.py: str(of.status)": STATUSES,
    "feed.py: what.status": STATUSES,
    "filters.py: m.status": STATUSES,
    "filters.py: status": STATUSES,
    "replay_json.py: status": STATUSES,
    "filters.py: m.kind": {"survey", "extension", "original", "exploration"},
    "ask.py: Status.ACTIVE": {"active"},
    "ask.py: outcome": {"differs", "agrees", "undecided"},
    "milestone.html: 'verdict_' ~ verdict": VERDICT_LABELS,
    "replications.html: 'verdict_' ~ key": VERDICT_LABELS,
    "replications.html: 'verdict_' ~ r.verdict": VERDICT_LABELS,
    "shared.py: key": {"estimate", "actual"},
    "milestone.py: label": {"moved_from", "split_from"},
    "milestone.html: name": {"metric", "claimed", "reached"},
    "not-doing.html: status": {"paused", "dropped"},
    "post-top.html: line.status_then": STATUSES,
    "overview.html: key": {"now", "next", "last_finished"},
    "overview.html: nothing": {"nothing_now", "nothing_next", "nothing_done"},
    "timeline.html: bar.card.status": STATUSES,
    "year.html: key": {"finished", "partial", "started", "paused", "dropped"},
    "drawing.py: word": {"earlier", "later"},
    "context.py: m.status": STATUSES,
    "context.py: g.status": STATUSES,
    "ask.py: what.status": STATUSES,
    "labels.py: status": STATUSES,
    "labels.py: key": set(),  # `Words.named`, whose callers are found themselves
    "navigation.py: key": {"goals", "more"},
    "milestone.py: other.status": STATUSES,
    "evidence.py: f'kind_{kind}'": {f"kind_{kind}" for kind in KINDS},
    "viewer.py: f'kind_{evidence.kind}'": {f"kind_{kind}" for kind in KINDS},
    "shared.py: name": {"effort", "impact", "likelihood", "complexity"},
    "milestone.py: m.kind": {"survey", "extension", "original", "exploration"},
    "config.py: label": {"map", "board", "timeline", "goals", "more"},
    "timeline.py: word": {"due", "dropped_on"},
    "viewer.py: key": {
        "map", "board", "timeline", "amount_of", "amount_of_unit", "amount_of_tasks", *RUNGS},
    "overview.py: key": {
        "n_done", "n_partial", "n_active", "n_planned", "n_paused", "n_dropped", "n_ideas"},
    "catalogue.py: label": ON_ONE_PAGE,
    "catalogue.py: f'{label}_note'": {f"{label}_note" for label in ON_ONE_PAGE},
    "board.py: word": {"n_paused", "n_ideas", "earlier", "n_dropped"},
    "audiences.py: f'report_{audience}'": {f"report_{audience}" for audience in AUDIENCES},
    "life.py: f'kinds_{kind}'": {f"kinds_{kind}" for kind in KINDS},
    "life.py: m.status": STATUSES,
    "sections.py: m.status": STATUSES,
    "sections.py: thing.status": STATUSES,
    "stuck.py: m.status": STATUSES,
    "writer.py: m.status": STATUSES,
    "writer.py: key": {"claimed", "reached"},
    "writer.py: name": {
        "where_it_leads", "done_since", "results", "under_way", "changed_plan", "did_not_work", "what_next",
        "work_grew", "worked_with", "stuck", "to_decide", "decided_since", "outputs", "kinds_talk",
        "finished_work", "eras"},
    "years.py: key": {"n_done", "n_partial", "n_started", "n_paused", "n_dropped", "n_sharpened", "n_posts"},
}
"""Where a label's key is not written out, and which keys there may be.

A new place of that kind makes a test fail until its keys stand here.
"""

Use = tuple[str, str, set[str]]
"""Where, the key or the expression for it, and what is filled in."""


def in_templates() -> Iterator[Use]:
    env = jinja2.Environment(autoescape=True)
    for path in sorted((PACKAGE / "pages/templates").rglob("*.html")):
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
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "reading" or "jekyll" in path.parts:
            continue  # they have a method `words` of their own
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


@pytest.fixture(scope="module")
def uses() -> list[Use]:
    """All modules are parsed for it: not when the file is imported, which each process of a run does."""
    return [*in_templates(), *in_modules()]


@pytest.fixture(scope="module")
def written(uses: list[Use]) -> list[Use]:
    return [(where, key.strip("'"), filled) for where, key, filled in uses if re.fullmatch(r"'\w+'", key)]


def test_every_label_that_the_pages_ask_for_is_in_the_table(written: list[Use]) -> None:
    assert {key for _, key, _ in written} | set().union(*COMPUTED.values()) <= set(LABELS)


def test_every_label_of_the_table_is_asked_for(written: list[Use]) -> None:
    assert set(LABELS) - {key for _, key, _ in written} - set().union(*COMPUTED.values()) == set()


def test_every_computed_key_is_known_to_these_tests(uses: list[Use]) -> None:
    found = {f"{where}: {key}" for where, key, _ in uses if not re.fullmatch(r"'\w+'", key)}
    assert found == set(COMPUTED)


def test_every_rung_of_the_default_scopes_has_a_label() -> None:
    assert {key for key in LABELS if key.startswith("rung_")} == RUNGS


def test_every_placeholder_is_filled(written: list[Use]) -> None:
    missing = [(where, key) for where, key, filled in written if not filled >= set(placeholders(LABELS[key]))]
    assert missing == []


def test_templates_have_no_words_of_their_own() -> None:
    for path in sorted((PACKAGE / "pages/templates").rglob("*.html")):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"(?s)<pre>.*?</pre>", " ", text)  # front matter
        text = re.sub(r"</?\s*[a-z][^<>]*>|<!doctype html>", " ", text)
        assert not re.findall(r"(?<!&)\b[A-Za-z]{2,}\b", text), path.name
