"""Every field, option and problem has its place in the guide, and the guide's examples do what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import reference
from each import each
from markdown.extensions.toc import slugify
from mkdocs_career_roadmap.cli.export import FORMATS
from mkdocs_career_roadmap.exports.milestones_csv import COLUMNS
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.mkdocs_host.options import Options
from mkdocs_career_roadmap.reading import blocks as embeds
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.codes import CODES
from mkdocs_career_roadmap.vocabulary.fields import FIELDS, STATUS_ALIASES, Field
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.options import OPTIONS
from mkdocs_career_roadmap.vocabulary.settings import Settings

ROOT = Path(__file__).parent.parent
FENCED = re.compile(r"^(`{3,})(\w+)([^\n]*)\n(.*?)^\1$", re.DOTALL | re.MULTILINE)


@cache
def guide(name: str) -> str:
    return (ROOT / "docs/guide" / f"{name}.md").read_text("utf-8")


def headings(name: str) -> set[str]:
    """Return the headings of a guide page that are one word of code."""
    return set(re.findall(r"^#+ `([^`]+)`", FENCED.sub("", guide(name)), re.MULTILINE))


def words_in_code(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", FENCED.sub("", text)))


def everything_of(fields: tuple[Field, ...]) -> Iterator[str]:
    """Yield every name, alias, choice and part of the vocabulary."""
    for field in fields:
        yield from (field.name, *field.aliases, *field.choices)
        yield from everything_of(field.parts)


def test_every_word_of_the_vocabulary_stands_in_the_guide() -> None:
    words = {*everything_of(FIELDS), *STATUS_ALIASES}
    assert len(words) > 100
    assert sorted(words - {*words_in_code(guide("fields"))}) == []


@each("option", sorted(embeds.OPTIONS.keys() | set(embeds.VIEWS)))
def test_every_word_of_a_roadmap_block_stands_in_the_guide(option: str) -> None:
    assert option in words_in_code(guide("embeds"))


def test_every_option_has_a_heading_and_every_heading_is_an_option() -> None:
    assert headings("options") == {name for name, _ in Options._schema}


def test_every_problem_has_a_heading_and_every_heading_is_a_problem() -> None:
    assert headings("problems") == CODES.keys()


def section(code: str) -> str:
    """Return what the guide says of a problem."""
    return re.split(rf"^### `{code}`$", guide("problems"), flags=re.MULTILINE)[1].partition("\n### ")[0]


@each("code", CODES)
def test_guide_tells_how_severe_a_problem_is(code: str) -> None:
    told = re.match(r"\*Usually an? (\w+)(; advice)?", section(code).strip())
    assert told is not None
    assert (told[1], bool(told[2])) == (CODES[code].severity, CODES[code].is_advice)


def pages(text: str) -> list[Source]:
    """Return the pages that stand in a text as examples."""
    return [Source(f"posts/{n}.md", inner) for n, (_, kind, _, inner) in enumerate(FENCED.findall(text))
            if kind == "markdown"]


def codes_of(sources: list[Source], **settings: bool) -> set[str]:
    site = build(sources, as_of=date(2026, 12, 31), settings=Settings(**settings), words=Words())  # type: ignore[arg-type]
    return {problem.code for problem in site.problems}


WITH_EXAMPLES = [code for code in CODES if "\nAfter:\n" in section(code)]


@each("code", WITH_EXAMPLES)
def test_example_has_the_problem_before_and_none_after(code: str) -> None:
    before, after = section(code).split("\nAfter:\n")
    settings = {"declared_only": code == "undeclared"}
    assert code in codes_of(pages(before), **settings)
    told = codes_of(pages(after), **settings)
    assert code not in told
    assert {code for code in told if CODES[code][0] != "hint"} == set()  # advice may always remain


def test_most_problems_have_an_example() -> None:
    assert len(WITH_EXAMPLES) > 20


def examples() -> Iterator[tuple[str, str]]:
    """Yield the guide's examples of front matter, each with the page it stands on."""
    for name in ("fields", "posts", "goals-and-milestones", "what-follows", "method"):
        for _, kind, title, inner in FENCED.findall(guide(name)):
            if kind == "markdown":
                yield name, inner
            elif kind == "yaml" and "mkdocs.yml" not in title and not inner.startswith("plugins:"):
                yield name, inner if inner.startswith("---") else f"---\n{inner}---\n"


@each(("name", "text"), list(examples()), ids=lambda text: text[:20])
def test_example_of_front_matter_reads_without_a_problem(name: str, text: str) -> None:
    told = read(Source(f"docs/guide/{name}.md", text), Settings()).problems
    # One key may stand there several times, to show the ways to write it, and one post behind another.
    assert [str(p) for p in told if p.code not in ("duplicate-key", "second-front-matter")] == []


@each("name", OPTIONS)
def test_guide_tells_the_default_of_an_option_where_it_tells_of_it(name: str) -> None:
    told = re.split(rf"^### `{name}`$", guide("options"), flags=re.MULTILINE)[1].strip()
    nothing = {"title": "`Roadmap`", "as_of": "the day", "problems": "nothing", "labels": "nothing",
               "statuses": "nothing", "private_docs": "nothing", "person": "nothing", "eras": "nothing",
               "bibliography": "nothing", "fields": "nothing",
               "remember": "`mkdocs serve` does",
               "views": "all is public but `report`, `focus` and `advice`"}
    default = reference.default(OPTIONS[name].default) or nothing[name]
    assert re.match(f"Default: {re.escape(default)}[.,]? ", told)


def test_home_of_the_demo_s_person_says_that_she_is_one_before_it_shows_the_map() -> None:
    before, after = (ROOT / "docs/index.md").read_text("utf-8").split("```roadmap\nview: map\n```")
    assert "demo" in before
    assert "(guide/index.md)" in before
    assert "pip" not in before + after  # the page is a person's; the rest is a click away


def test_home_of_the_documentation_begins_with_how_to_start() -> None:
    _, start, *_ = re.split(r"^## ", guide("index"), flags=re.MULTILINE)
    assert "career-roadmap init" in start


def test_home_of_the_documentation_and_its_menu_lead_to_every_page_of_it() -> None:
    pages = {page.stem for page in (ROOT / "docs/guide").glob("*.md")}
    menu = (ROOT / "mkdocs.yml").read_text("utf-8").partition("  - Documentation:")[2]
    assert set(re.findall(r"\]\((\w[\w-]*)\.md\)", guide("index"))) == pages - {"index"}
    assert set(re.findall(r"- guide/(\S+)\.md\n", menu)) == pages


def test_first_screen_of_the_readme_tells_how_to_see_and_test_it() -> None:
    first = "\n".join((ROOT / "README.md").read_text("utf-8").splitlines()[:50])
    assert "make serve" in first
    assert "make test" in first


def test_readme_s_example_of_a_problem_is_one() -> None:
    told = re.search(r"`docs/posts/x\.md:(.*\[[\w-]+\])`", (ROOT / "README.md").read_text("utf-8"))
    assert told is not None
    text = "---\ndate: 2026-03-02\ngoal: G\nmilestone: M\nstatus: dnoe\n---\n"
    site = build([Source("x.md", text)], as_of=date(2026, 4, 1), settings=Settings(), words=Words())
    assert [str(problem) for problem in site.problems] == [f"x.md:{told[1]}"]


@each("word", [*FORMATS, *COLUMNS])
def test_every_format_and_column_of_an_export_stands_in_the_guide(word: str) -> None:
    assert re.search(rf"\bexport {word}\b|`{word}`", guide("data"))


NOTHING_LOST = {"left-active", "stale", "overdue", "revisit-due", "over-focus", "no-lesson", "undeclared",
                "no-evidence", "open-decision", "large-page",
                "control-character", "private-in-site",
                "no-roadmap-in-site"}
"""Problems of things that count all the same."""


def test_page_of_what_does_not_count_has_every_problem_that_tells_of_such() -> None:
    page = (ROOT / "docs/decisions/silent.md").read_text("utf-8")
    told = {code for code in CODES if f"`{code}`" in page}
    assert told == CODES.keys() - NOTHING_LOST


def test_links_of_that_page_lead_to_headings() -> None:
    page = (ROOT / "docs/decisions/silent.md").read_text("utf-8")
    targets = re.findall(r"\]\(\.\./([^)]+)\)", page)
    assert len(targets) > 10
    for path, _, heading in (target.partition("#") for target in targets):
        text = (ROOT / "docs" / path).read_text("utf-8")
        known = (slugify(line, "-") for line in re.findall(r"^#+ (.*)$", text, re.MULTILINE))
        assert heading in {"", *known}, path
