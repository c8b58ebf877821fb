"""Which page translates which."""

from __future__ import annotations

import pytest
from each import each
from mkdocs_career_roadmap.vocabulary.translations import Translations, translations_of

NAMED = [{"locale": "en", "default": True}, {"locale": "fr"}, {"locale": "pt-BR"}]


@each(("path", "originals"), [
    ("p/a.fr.md", ("p/a.md", "p/a.en.md")), ("a.pt-BR.md", ("a.md", "a.en.md")),
    ("p/a.md", ()), ("a.en.md", ()), ("v1.0.md", ()), ("fr/a.md", ()), ("p.fr/a.md", ())])
def test_ending_tells_the_original(path: str, originals: tuple[str, ...]) -> None:
    assert translations_of({"languages": NAMED}) == Translations("en", ("fr", "pt-BR"))
    assert Translations("en", ("fr", "pt-BR")).originals(path) == originals


@pytest.mark.parametrize(("path", "originals"), [
    ("fr/p/a.md", ("en/p/a.md",)), ("en/a.md", ()), ("a.fr.md", ()), ("p/fr/a.md", ())])
def test_folder_tells_the_original(path: str, originals: tuple[str, ...]) -> None:
    found = translations_of({"languages": NAMED, "docs_structure": "folder"})
    assert found is not None
    assert found.originals(path) == originals


def test_original_stands_in_where_a_language_has_no_page() -> None:
    by_folder = Translations("en", ("fr", "de"), by_folder=True)
    assert list(by_folder.stood_in_for("en/a.md", {"en/a.md", "de/a.md"})) == ["fr/a.md"]
    assert list(by_folder.stood_in_for("fr/b.md", {"fr/b.md"})) == []
    assert list(Translations("en", ("fr",)).stood_in_for("en/a.md", {"en/a.md"})) == []
    apart = Translations("en", ("fr",), by_folder=True, falls_back=False)
    assert list(apart.stood_in_for("en/a.md", {"en/a.md"})) == []


def test_link_leads_to_the_page_that_its_language_has() -> None:
    by_ending, by_folder = Translations("en", ("fr",)), Translations("en", ("fr",), by_folder=True)
    assert by_ending.shown_for("p/a.md", "index.fr.md") == "p/a.fr.md"
    assert by_ending.shown_for("p/a.fr.md", "index.fr.md") is None
    assert by_ending.shown_for("p/a.md", "index.md") is None
    assert by_folder.shown_for("fr/p/a.md", "fr/index.md") == "en/p/a.md"
    assert by_folder.shown_for("en/p/a.md", "fr/index.md") is None
    assert by_folder.shown_for("fr/p/a.md", "en/index.md") is None


@each("options", [
    None, {}, {"languages": None}, {"languages": ["en"]}, {"languages": {"en": {}}},
    {"languages": [{"locale": "en"}, {"locale": "fr"}]}])
def test_site_without_a_first_language_has_no_translations(options: object) -> None:
    assert translations_of(options) is None


def test_only_language_is_the_first() -> None:
    assert translations_of({"languages": [{"locale": "fr"}]}) == Translations("fr", ())
