"""Random pages and sites: mostly what an author may write, and sometimes anything at all."""

from __future__ import annotations

from hypothesis import strategies as st
from mkdocs_career_roadmap.vocabulary.fields import FIELDS, STATUS_ALIASES, Field, Kind

NAMES = (
    "Vision",
    "vision",
    "Detector",
    "Detectors",
    "a/b",
    "../x",
    "Öl",
    "<b>x</b>",
    "con",
    "\u0412ision",
    "x" * 201,
    "{{ 7*7 }}",
    "1.10",
    "no",
    "a: b",
)
ODD = (
    "",
    "~",
    "[]",
    "{}",
    "[[x]]",
    "{a: b}",
    "- x",
    "!!binary eA==",
    "*x",
    "&x y",
    "'",
    '"',
    "|",
    ">",
    "#x",
    "@x",
    "2026-02-30",
    "9" * 5000,
    "\t",
    "\u2028",
    "\ud7ff",
    "true",
    "x #y",
    "{{ x }}",
    "javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    "%",
    "`",
    "?",
    ": ",
    "=",
    "<<",
    '"\\ud800"',
    "\x85",
    "--- x",
)
DAYS = (
    "2026-03-02",
    "2026-03",
    "2026-Q2",
    "2026-H1",
    "2026",
    "2026-03-01 10:00:00 +0900",
    "2025-12-31T23:59:59Z",
    "{created: 2026-01-01}",
)
_QUOTED = st.sampled_from(NAMES).map(lambda name: f"'{name}'") | st.sampled_from(NAMES)
_LIST = st.lists(_QUOTED, min_size=1, max_size=3).map(lambda names: f"[{', '.join(names)}]")

GOOD: dict[Kind, st.SearchStrategy[str]] = {
    Kind.TEXT: st.sampled_from(["Words.", "More <words>", "a", "'it''s'"]),
    Kind.NAME: _QUOTED,
    Kind.NAMES: _QUOTED | _LIST,
    Kind.ALIASES: _QUOTED | _LIST,
    Kind.STATUS: st.sampled_from(sorted(STATUS_ALIASES)),
    Kind.SCOPE: st.sampled_from(["1", "paper", "5", "6"]),
    Kind.DAY: st.sampled_from(DAYS),
    Kind.MOMENT: st.sampled_from(DAYS),
    Kind.FLAG: st.sampled_from(["true", "false", "yes"]),
    Kind.NUMBER: st.sampled_from(["1", "2.5", "80%"]),
    Kind.COUNT: st.sampled_from(["1", "2"]),
    Kind.PEOPLE: st.sampled_from(["[Ada, Bo Diaz]", "Ada", "'[[Ada]]'", "ada@example.org"]),
    Kind.TEXTS: st.sampled_from(["[One., Two.]", "One."]),
    Kind.LINK: st.sampled_from(["https://example.org/x", "A paper", "x.md"]),
    Kind.ADDRESS: st.sampled_from(["https://example.org/x", "x.md#y"]),
    Kind.LINKS: st.sampled_from([
        "[{title: x, url: 'https://example.org'}]", "[x.pdf]", "'doi:10.1000/182'", "'[x](y.pdf)'",
        "{value: 0.71, unit: F1, was: 0.64}"]),
    Kind.OLD_ADDRESSES: st.sampled_from(["/a/b.html", "[/x, /y/]", "/index.html", "'/?p=1'"]),
    Kind.HOST: st.sampled_from(["[x]", "x"]),
}


@st.composite
def values(draw: st.DrawFn, field: Field) -> str:
    """Draw what may stand behind a key: three times of four what it takes."""
    if draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(ODD))
    if field.choices:
        return draw(st.sampled_from(field.choices))
    if field.parts:
        parts = draw(st.lists(st.sampled_from(field.parts), max_size=3, unique_by=lambda part: part.name))
        record = ", ".join(f"{part.name}: {draw(values(part))}" for part in parts)
        return f"[{{{record}}}]" if field.kind is Kind.RECORDS else f"{{{record}}}"
    return draw(GOOD[field.kind])


_WANTED = [field for field in FIELDS if field.name in ("goal", "milestone", "status", "date", "type")]


@st.composite
def front_matters(draw: st.DrawFn) -> str:
    """Draw the lines between the fences."""
    fields = draw(st.lists(st.sampled_from(_WANTED) | st.sampled_from(FIELDS), max_size=7))
    if draw(st.integers(0, 5)):
        fields = list(dict.fromkeys(fields))
    lines = [f"{draw(st.sampled_from((f.name, *f.aliases)))}: {draw(values(f))}\n" for f in fields]
    if draw(st.integers(0, 9)) == 0:
        lines.insert(
            draw(st.integers(0, len(lines))),
            draw(st.sampled_from(["\t\n", "x\n", "x: y: z\n", "- a\n", "\n"])),
        )
    return "".join(lines)


BODIES = st.sampled_from(
    [
        "",
        "Words.\n",
        "# A title\n\nWords.\n",
        "## Lessons\n\n- One.\n- Two.\n",
        "[x](a.md) [y](../posts/b.md#z)\n",
        "```roadmap\nview: board\n```\n",
        "```roadmap\nview: [nope\n",
        "<b>x",
        "<!-- x",
        "| a | b |\n|--|--|\n",
        "---\nx: y\n---\n",
        "[[x]] ![](y) {{ 7*7 }} {% raw %}\n",
        "\x00",
        "`" * 50,
        "# \n",
        "![x][y]\n\n[y]: a.md\n",
    ]
)


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """Draw a page as its file has it."""
    opening, closing = draw(
        st.sampled_from(
            [("---\n", "---\n")] * 9
            + [
                ("---\n", ""),
                ("---\n", "...\n"),
                ("---\n", "---"),
                ("\n---\n", "---\n"),
                ("----\n", "----\n"),
            ]
        )
    )
    text = f"{opening}{draw(front_matters())}{closing}{draw(BODIES)}"
    if draw(st.integers(0, 9)) == 0:
        text = text.replace("\n", draw(st.sampled_from(["\r\n", "\r"])))
    content = text.encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 19)) == 0:
        at = draw(st.integers(0, len(content)))
        content = content[:at] + draw(st.binary(max_size=3)) + content[at:]
    return content


PATHS = (
    "a.md",
    "posts/a.md",
    "posts/b.md",
    "posts/2026-03-02-c.md",
    "posts/d/index.md",
    "roadmap/index.md",
    "roadmap/board.md",
    "roadmap/goals/vision.md",
    "roadmap/milestones/detector.md",
    "goals/Öl.md",
    "x.html",
    "roadmap/goals/vision/index.html",
    "README.md",
    "posts/e.markdown",
)

SITES = st.dictionaries(st.sampled_from(PATHS), pages(), max_size=7)
