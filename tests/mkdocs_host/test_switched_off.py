"""`enabled: false`: no roadmap, and what is private stays away all the same."""

from __future__ import annotations

import pytest
from conftest import MakeSite
from hosts import HOME, Build, build, config, good
from lab import PRIVATE, lab
from preview import serving

from mkdocs_host.neighbours.test_static_i18n import languages, translated

OFF = "{enabled: false}"
DIARY = "---\nvisibility: private\n---\n# Okapi\n\nZebra.\n"


def given_away(made: Build, *words: str) -> list[str]:
    """Return the files of a site in which one of the words stands, or in their names."""
    return [name for name, content in made.content().items()
            if any(word.encode() in name.encode().lower() + content.lower() for word in words)]


@pytest.mark.parametrize("switch", ["false", "!ENV [ROADMAP_OF_THE_TEST, false]"])
@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_private_pages_and_drafts_stay_away_and_one_line_says_so(
    site: MakeSite, switch: str, theme: str
) -> None:
    made = build(site({**lab(), "half.md": "---\npublished: false\n---\nWombat.\n"},
                      config(f"{{enabled: {switch}}}", theme)))
    assert (made.code, made.problems) == (0, []), made.log
    assert given_away(made, *PRIVATE, "unfinished draft", "half a thought") == []
    (line,) = [line for line in made.log.splitlines() if "switched off" in line]
    assert line.endswith("; 4 pages that must not be public, such as drafts, stayed out of the site all "
                         "the same")
    assert not made.has("roadmap")


def test_site_without_private_pages_is_told_nothing(site: MakeSite) -> None:
    made = good(build(site({**HOME, "a.md": "# A\n"}, config(OFF))))
    assert "switched off" not in made.log


def test_what_leads_to_a_private_page_is_left_out_and_told(site: MakeSite) -> None:
    home = '# Home\n\n[diary](okapi.md), ![](p.png)\n\n--8<-- "okapi.md"\n\nWelcome.\n'
    made = build(site({"index.md": home, "p/okapi.md": DIARY, "okapi.md": DIARY + "![](zebra.png)\n",
                       "p.png": "x", "zebra.png": "x", "okapi.md~": DIARY},
                      config(OFF, more="nav: [index.md, {Zebra: okapi.md}, {Zebra: p/okapi.md}]\n"
                                       "markdown_extensions: [{pymdownx.snippets: {base_path: [docs]}}]\n")),
                 strict=False)
    assert made.code == 1
    assert [told.rpartition(" ")[2] for told in made.problems] == [
        "[private-link]", "[private-include]", "[raw-page]", "above"]
    assert given_away(made, "zebra", "okapi") == []
    assert "diary," in made.text("")
    assert "Welcome." in made.text("")


def test_nothing_else_is_checked(site: MakeSite) -> None:
    post = "---\ndate: 2026-03-01\nmilestone: x\nstatus: dnoe\n---\nWords.\n"
    assert build(site({**HOME, "a.md": post}, config(OFF))).told == []


@pytest.mark.parametrize(("front", "code"), [
    ("goal: [a", "bad-yaml"), ("visibilty: private", "unclear-visibility"),
    ("title: &x private\nvisibility: *x", "yaml-reference")])
def test_page_of_which_nobody_knows_stays_away_and_the_build_fails(
    site: MakeSite, front: str, code: str
) -> None:
    made = build(site({**HOME, "okapi.md": f"---\n{front}\n---\nZebra.\n"}, config(OFF)), strict=False)
    assert made.code == 1
    assert made.problems[0].endswith(f"[{code}]")
    assert given_away(made, "okapi", "zebra") == []


def test_page_that_cannot_be_read_is_told_and_stays_away(site: MakeSite) -> None:
    folder = site(HOME, config(OFF))
    (folder / "docs/okapi.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    made = build(folder, strict=False)
    assert made.problems[0].endswith("[bad-encoding]")
    assert "Traceback" not in made.log
    assert not made.has("okapi")


def test_page_that_a_hook_makes_private_fails_the_build(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": "Words.\n"}, config(OFF, more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(
        "def on_page_markdown(markdown, page, **kwargs):\n"
        "    if not page.is_homepage:\n        page.meta['visibility'] = 'private'\n", "utf-8")
    made = build(folder, strict=False)
    assert made.code == 1
    assert made.problems[0].endswith("[private-unread]")


@pytest.mark.parametrize("structure", ["suffix", "folder"])
def test_on_a_site_with_languages_none_has_them(site: MakeSite, structure: str) -> None:
    made = build(site(translated(structure), config(
        OFF, "material", plugins=f"[search, ROADMAP, {languages(structure)}]")), strict=False)
    assert (made.code, made.problems) == (0, []), made.log
    assert given_away(made, *PRIVATE) == []
    assert made.log.count("switched off") == 1
    assert "It converges" in made.text("fr/posts/third")  # the original of a private translation


def test_listed_twice_and_off_twice_keeps_them_back_once(site: MakeSite) -> None:
    made = build(site({**HOME, "okapi.md": DIARY}, config(OFF, plugins="[ROADMAP, ROADMAP]")), strict=False)
    assert (made.code, made.log.count("switched off")) == (0, 1), made.log
    assert given_away(made, "okapi", "zebra") == []


def test_preview_shows_them_as_ever(site: MakeSite) -> None:
    with serving(site({**HOME, "okapi.md": DIARY}, config(OFF))) as server:
        server.shows("okapi/", "Zebra.")
