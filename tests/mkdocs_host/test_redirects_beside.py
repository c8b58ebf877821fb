"""`redirect_from` beside other plugins that know of addresses."""

from __future__ import annotations

from conftest import MakeSite
from hosts import HOME, build, config

from mkdocs_host.test_redirects import moved_from, taken, where_to


def test_plugin_redirects_works_beside(site: MakeSite) -> None:
    plugins = "[ROADMAP, {redirects: {redirect_maps: {theirs.md: a.md, both.md: index.md}}}]"
    folder = site({**HOME, "a.md": moved_from("[/ours.html, /both/]")}, config(plugins=plugins))
    found = build(folder, strict=False)
    assert where_to(found, "ours.html")[0] == "a/index.html"
    assert found.links("theirs", "new destination") == ["a/index.html"]
    assert found.links("both", "new destination") == ["index.html"]
    assert found.problems == [taken("both/index.html", at="a.md:2:29")]


def test_languages_each_lead_to_their_pages(site: MakeSite) -> None:
    languages = "[{locale: en, name: English, default: true}, {locale: de, name: Deutsch}]"
    folder = site({
        **HOME, "a.md": moved_from("/old/a"), "b.md": "---\nredirect_from: /old/b\n---\n# B\n",
        "a.de.md": "---\nredirect_from: /alt/a\n---\n# A auf Deutsch\n",
    }, config(theme="material", plugins=f"[ROADMAP, {{i18n: {{languages: {languages}}}}}]"))
    found = build(folder)
    assert (found.code, found.problems) == (0, []), found.log
    assert where_to(found, "old/a.html")[0] == "a/index.html"
    assert where_to(found, "old/b.html")[0] == "b/index.html"
    target, page = where_to(found, "alt/a.html")
    assert (target, next(page.all("html")).get("lang")) == ("de/a/index.html", "de")
