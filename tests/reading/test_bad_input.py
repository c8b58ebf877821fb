"""One page with one fault each: what is told of it, where, and what is left of the page.

The faults are those on which other tools for Markdown sites stay silent, lose
data or end in a traceback.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from each import each
from mkdocs_career_roadmap.flow import build
from mkdocs_career_roadmap.project.docs_folder import DocsFolder
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.vocabulary.labels import Words
from mkdocs_career_roadmap.vocabulary.problems import settle
from mkdocs_career_roadmap.vocabulary.settings import Settings
from yaml import _yaml

_PATIENT = Settings(stale_after=10_000)
"""Nothing is stale, however old the page of a fault is."""


@dataclass(frozen=True)
class Fault:
    """A page, and what is told of it as `line:column severity code`."""

    name: str
    text: str | bytes
    told: tuple[str, ...] = ()
    says: str = ""
    """A part of what is told."""


def front(lines: str, body: str = "Words.\n") -> str:
    return f"---\ndate: 2026-03-02\ngoal: A\n{lines}---\n{body}"


BOMB = "a: &a [x]\n" + "".join(
    f"{n}: &{n} [{', '.join([f'*{b}'] * 9)}]\n" for b, n in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{n}: &{n} {{<<: [{', '.join([f'*{b}'] * 11)}]}}\n" for b, n in zip("abcdefgh", "bcdefghi", strict=True)
)
_IS_NEW_LIBYAML = _yaml.get_version() >= (0, 2, 6)
_TOO_DEEP = f"4:{1 if _IS_NEW_LIBYAML else 35} error too-deep"
"""The newer one stops by itself, and where the mapping begins."""
EIGHT = tuple(f"{line}:1 error yaml-reference" for line in range(5, 13))

FAULTS = [
    # Syntax.
    Fault("a tab as indent", front("a:\n\tb: c\n"), ("5:1 error bad-yaml",), "a tab stands here"),
    Fault("an open quote", front('a: "b\n'), ("4:4 error bad-yaml",), "quoted scalar"),
    Fault("a colon in a value", front("title: a: b\n"), ("4:9 error bad-yaml",), 'title: "a: b"'),
    *(
        Fault(
            f"a value that begins with {sign}",
            front(f"title: {sign}b c\n"),
            (f"4:{column} error bad-yaml",),
            "wants quotes",
        )
        for sign, column in (("@", 8), ("%", 8), ("`", 8), ("*", 8))
    ),
    Fault("an anchor without a value to it", front("title: & b\n"), ("4:9 error bad-yaml",), "wants quotes"),
    Fault("a tag of nobody's", front("title: !b c\n"), ("4:8 error yaml-reference",), "title uses"),
    Fault("Liquid in a value", front("title: {% x %}\n"), ("4:9 error bad-yaml",), "wants quotes"),
    Fault("Liquid that is all of a value", front("title: {{ x }}\n"), ("4:8 error bad-host-value",)),
    Fault("a key that stands twice", front("goal: B\n"), ("4:1 error duplicate-key",), "'goal' stands twice"),
    Fault("no closing fence", "---\ngoal: A\n\nWords.\n", ("1:1 error unclosed-front-matter",)),
    Fault("a closing fence without a line end", "---\ndate: 2026-03-02\ngoal: A\n---"),
    Fault("an empty line first", f"\n{front('')}", ("2:1 warning odd-fence",)),
    Fault("a space first", f" {front('')}", ("1:1 warning odd-fence",)),
    Fault("dots that close", "---\ngoal: A\n...\nWords.\n"),
    Fault("line ends of Windows", front("status: dnoe\n").replace("\n", "\r\n"), ("4:9 error bad-status",)),
    Fault("line ends of old Macs", front("status: dnoe\n").replace("\n", "\r"), ("4:9 error bad-status",)),
    Fault("a byte order mark", f"\ufeff{front('status: dnoe' + chr(10))}", ("4:9 error bad-status",)),
    Fault(
        "bytes of Latin-1",
        "---\ngoal: caf\xe9\n---\n".encode("latin-1"),
        ("2:10 error bad-encoding",),
        "0xe9",
    ),
    Fault("bytes of UTF-16", front("").encode("utf-16"), ("1:1 error bad-encoding",), "0xff"),
    Fault("a NUL in a value", front("title: a\0b\n"), ("4:9 error bad-yaml",), "U+0000"),
    Fault("a NUL in the text", front("", "a\0b\n"), ("5:2 warning control-character",)),
    Fault("a long dash for a fence", front("").replace("---", "\u2014"), ("1:1 warning odd-fence",)),
    Fault("a list for a mapping", "---\n- goal: A\n---\n", ("2:1 error not-a-mapping",)),
    Fault("a word for a mapping", "---\ngoal\n---\n", ("2:1 error not-a-mapping",)),
    Fault(
        "a second front matter", front("", "---\nstatus: done\n---\n"), ("5:1 warning second-front-matter",)
    ),
    Fault("a fence within a text", front("description: |\n  a\n  ---\n  b\n")),
    Fault("rules around a text", "---\n\nA text\n\n---\n"),
    Fault("a bomb of aliases", front(BOMB), EIGHT),
    Fault("a bomb of merges", front(MERGES), EIGHT),
    Fault("an alias of itself", front("a: &a [*a]\n"), ("4:4 error yaml-reference",)),
    Fault("thirty thousand brackets", front(f"a: {'[' * 30_000}\n"), (_TOO_DEEP,)),
    Fault("eleven megabytes", front("", "word " * 2_200_000), ("1:1 warning large-page",)),
    Fault(
        "a number of 5000 digits", front(f"a: {'9' * 5000}\n"), ("4:4 error bad-value",), "put it in quotes"
    ),
    Fault("a variable of the environment", front("a: !ENV HOME\n"), ("4:4 error yaml-reference",)),
    *(
        Fault(
            f"a tag {tag}",
            front(f"a: !!{tag} x\n"),
            ("4:4 error yaml-reference",)
            if tag in ("binary", "set", "omap")
            else ("4:4 error bad-date",)
            if tag == "timestamp"
            else ("4:4 error bad-value",),
        )
        for tag in ("binary", "timestamp", "int", "float")
    ),
    Fault("a set", front("a: !!set {x}\n"), ("4:4 error yaml-reference",)),
    Fault(
        "a month that is none", front("target: 2026-13-45\n"), ("4:9 error bad-date",), "there is no month 13"
    ),
    Fault(
        "a day that is none in a key of others",
        front("a: 2026-02-30\n"),
        ("4:4 error bad-date",),
        "it has 28 days",
    ),
    Fault("a day as Jekyll writes it", front("").replace("2026-03-02", "2026-03-02 10:00:00 +0900")),
    Fault(
        "a status that YAML takes for false",
        front("status: no\n"),
        ("4:9 error bad-status",),
        "true or false",
    ),
    Fault("a goal that YAML takes for true", "---\ngoal: on\n---\n"),
    Fault("a value that is all comment", front("status: #done\n"), ("4:8 warning cut-by-comment",)),
    Fault("a value cut by a comment", front("milestone: a #b\n"), ("4:12 warning cut-by-comment",), '"a #b"'),
    Fault("a title that is a list", front("title: [a]\n"), ("4:8 error bad-host-value",)),
    Fault("a title that is a number", front("title: 1.10\n")),
    Fault("a key in capitals", front("Status: done\n"), ("4:1 warning unknown-field",), "'status'"),
    Fault("a slip in a key", front("milestne: a\n"), ("4:1 warning unknown-field",), "'milestone'"),
    Fault("half a character", front('title: "\\ud800"\n'), ("4:8 error bad-value",), "half a character"),
    Fault("a title of 100 000 letters", front(f"title: {'a' * 60_000}\n"), ("4:8 error too-long",)),
    Fault("front matter of TOML", '+++\ntitle = "A"\n+++\n', ("1:1 hint odd-fence",)),
    Fault("front matter of JSON", '{\n"title": "A"\n}\n', ("1:1 hint odd-fence",)),
    Fault("a header of MultiMarkdown", "Title: A\nGoal: B\ngoal: C\n\nWords.\n", ("1:1 warning odd-fence",)),
    Fault("an empty file", ""),
    # Names, links and values of others.
    Fault("a name of signs only", "---\ngoal: '!!!'\n---\n", ("2:7 error empty-name",)),
    Fault("a name of a device", "---\ngoal: NUL\n---\n", ("2:7 error reserved-name",)),
    Fault("a name that climbs", "---\ngoal: ../../etc/passwd\n---\n", ("2:7 warning path-as-name",)),
    Fault("a name of another script", "---\ngoal: 机器人 🤖\n---\n"),
    *(
        Fault(f"a link {link!r}", front(f"milestone: M\nevidence: ['{link}']\n"), ("5:12 error bad-link",))
        for link in (
            "javascript:x",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "\\\\evil.example",
        )
    ),
    Fault("a status with markup", front('status: x"><img onerror=x>\n'), ("4:9 error bad-status",)),
    Fault("a template outside", front("template: ../../etc/passwd\n"), ("4:11 error bad-host-value",)),
    Fault("a template that is a number", front("template: 5\n"), ("4:11 error bad-host-value",)),
    Fault("hide that is true", front("hide: true\n"), ("4:7 error bad-host-value",)),
    Fault("search that is a number", front("search: 5\n"), ("4:9 error bad-host-value",)),
    Fault("an icon outside", front("icon: ../../x\n"), ("4:7 error bad-host-value",)),
    Fault("a tag that is nothing", front("tags: [~]\n"), ("4:7 error bad-host-value",)),
    Fault("a status without a day", "---\ngoal: A\nstatus: done\n---\n", ("3:9 hint undated",)),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_is_told_at_its_place(fault: Fault, tmp_path: Path) -> None:
    content = fault.text if isinstance(fault.text, bytes) else fault.text.encode("utf-8", "surrogatepass")
    (tmp_path / "a.md").write_bytes(content)
    source, wrong = DocsFolder(str(tmp_path)).read("a.md")
    site = build(
        [source] if source and not wrong else [], as_of=date(2026, 12, 31), settings=_PATIENT, words=Words()
    )
    told = [*site.problems, *([wrong] if wrong else [])]
    assert [f"{p.place.line}:{p.place.column} {p.severity} {p.code}" for p in settle(told, {})] == list(
        fault.told
    )
    assert fault.says in " ".join(p.message for p in told)


def test_every_fault_has_a_name_of_its_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


# --- several pages ---


def codes(*pages: str, **settings: bool) -> list[str]:
    sources = [Source(f"p{n}.md", page) for n, page in enumerate(pages)]
    chosen = replace(_PATIENT, **settings)  # type: ignore[arg-type]
    site = build(sources, as_of=date(2026, 12, 31), settings=chosen, words=Words())
    return [f"{p.place} {p.code}" + "".join(f" {at}" for at in p.also) for p in settle(site.problems, {})]


def milestone(id: str, more: str = "") -> str:
    return f"---\ntype: milestone\nid: {id}\n{more}---\n"


@pytest.mark.slow
@pytest.mark.parametrize("length", [2, 3, 1000])
def test_a_circle_is_told_once_with_a_place_for_each_step(length: int) -> None:
    (told,) = codes(*(milestone(f"m{n}", f"depends_on: m{(n + 1) % length}\n") for n in range(length)))
    assert told.count(".md:4:13") == length
    assert "dependency-cycle" in told


@pytest.mark.slow
def test_a_chain_longer_than_the_stack_is_no_problem() -> None:
    assert codes(*(milestone(f"m{n}", f"depends_on: m{n + 1}\n") for n in range(1200))) == []


@each(
    ("pages", "told"),
    [
        (
            (milestone("m", "goal: A\n"), "---\nmilestone: m\ngoal: B\n---\n"),
            ["p1.md:3:7 two-goals p0.md:4:7"],
        ),
        ((milestone("m"), milestone("m")), ["p1.md:2:7 duplicate-definition p0.md:2:7"]),
        ((milestone("caf\u00e9"), milestone("cafe\u0301")), ["p1.md:2:7 duplicate-definition p0.md:2:7"]),
        (("---\ngoal: Cat\n---\n", "---\ngoal: C\u0430t\n---\n"), ["p1.md:2:7 look-alike p0.md:2:7"]),
        (
            (milestone("m", "started: 2026-05\nfinished: 2026-03\nstatus: done\n"),),
            ["p0.md:5:11 contradiction"],
        ),
        (
            (milestone("m", "status: done\ndepends_on: n\n"), milestone("n", "status: idea\n")),
            ["p0.md:5:13 order p1.md:2:7"],
        ),
        (("---\ntype: goal\nid: x\n---\n", milestone("x")), []),
        (
            (
                "---\ndate: 2026-03-01 10:00\nmilestone: m\n---\n",
                "---\ndate: 2026-03-01T09:00:00Z\nmilestone: m\n---\n",
            ),
            [],
        ),
        (("---\nmilestone: [m, n]\n---\n",), []),
    ],
)
def test_pages_that_do_not_fit_together_are_told_with_both_places(
    pages: tuple[str, ...], told: list[str]
) -> None:
    assert codes(*pages) == told


def test_names_that_nobody_declared_are_told_where_the_site_wants_them_declared() -> None:
    assert codes(milestone("detector"), "---\nmilestone: detectr\n---\n", declared_only=True) == [
        "p1.md:2:12 undeclared"
    ]
