"""Makes the tables of the guide from those of the code, and the badges of the README: `make reference`.

A page says what stands where, and all around it is written by hand:

    <!-- made from fields.py: title to published -->
    <!-- end -->
"""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from textwrap import indent
from typing import Any

from mkdocs_career_roadmap.exports import roadmap_json
from mkdocs_career_roadmap.exports.json_shapes import JsonKey
from mkdocs_career_roadmap.mkdocs_host.options import Options
from mkdocs_career_roadmap.reading import blocks as embeds
from mkdocs_career_roadmap.vocabulary.codes import ADVICE, CODES
from mkdocs_career_roadmap.vocabulary.fields import FIELDS, STATUS_ALIASES, Field, Kind, Role, Status
from mkdocs_career_roadmap.vocabulary.labels import LABELS
from mkdocs_career_roadmap.vocabulary.languages import LANGUAGES, table
from mkdocs_career_roadmap.vocabulary.names import RULES, slug
from mkdocs_career_roadmap.vocabulary.options import OPTIONS
from mkdocs_career_roadmap.vocabulary.other_words import OTHER_WORDS
from mkdocs_career_roadmap.vocabulary.settings import Settings

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs/guide"
_MADE = re.compile(r"(<!-- made from (\w+)\.py: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)

TAKES: Mapping[Kind, str] = {
    Kind.TEXT: "text", Kind.NAME: "name", Kind.NAMES: "names", Kind.ALIASES: "names",
    Kind.PEOPLE: "a person's name, or a list of names",
    Kind.TEXTS: "sentences", Kind.DAY: "day", Kind.MOMENT: "date", Kind.FLAG: "yes or no",
    Kind.NUMBER: "number", Kind.LINKS: "links",
    Kind.STATUS: "a status", Kind.STATUSES: "a status, or a list of them",
    Kind.CHOICES: "a code, or a list of codes", Kind.SCOPE: "a rung, by its name or its number from 1",
    Kind.COUNT: "a whole number from 1", Kind.LINK: "an address, or a name of two words or more",
    Kind.OLD_ADDRESSES: "a path or an address, or a list of these",
    Kind.HOST: "—",
}
"""What each kind of field takes; those of one word are told in the guide. A field of any other kind
tells itself."""


def rows(head: str, body: Iterable[Iterable[str]]) -> str:
    """Return a table. `head` is like `key | text`."""
    lines = [" | ".join(cell.replace("|", r"\|") for cell in row) for row in body]
    under = "|---" * (head.count("|") + 1)
    return "\n".join((f"| {head} |", f"{under}|", *(f"| {line} |" for line in lines))) + "\n"


def code(words: Iterable[object], last: str = ", ") -> str:
    """Return words as code, one after the other."""
    *some, end = [f"`{word}`" for word in words]
    return ", ".join(some) + last + end if some else end


def sentence(doc: str) -> str:
    return doc[:1].upper() + doc[1:] + "." * (not doc.endswith("."))


def span(names: Iterable[str], which: str) -> list[str]:
    """Return the names from the first to the last, as in `title to published`."""
    names, (first, _, last) = list(names), which.partition(" to ")
    return names[names.index(first): names.index(last or first) + 1]


# --- front matter ---


def takes(field: Field) -> str:
    parts = code((part.name for part in field.parts), " and ") if field.parts else ""
    return {
        Kind.CHOICE: code(field.choices, " or ") if field.choices else "",
        Kind.RECORD: f"a mapping of {parts}",
        Kind.OUTCOMES: "names, each alone, with a status, or as a mapping of its parts",
        Kind.AMOUNT: f"`8 of 12 books`, `8/12`, `9`, `tasks`, or a mapping of {parts}",
        Kind.RECORDS: "a list of mappings of the parts below",
    }.get(field.kind) or TAKES[field.kind]


def fields(which: str) -> str:
    if which == "statuses":
        meanings = docs_of(Status)
        return rows("status | meaning | you may also write", (
            (f"`{status}`", meanings[status.name],
             code(alias for alias, of in STATUS_ALIASES.items() if of is status and alias != status))
            for status in Status))
    by_name = {field.name: field for field in FIELDS}
    if which.startswith("parts of "):
        parts = by_name[which.removeprefix("parts of ")].parts
        return rows("part | takes | meaning", (
            (f"`{part.name}`", takes(part), sentence(part.doc)) for part in parts))
    found = [by_name[name] for name in span(by_name, which)]
    return rows("field | where | takes | meaning", (
        (f"`{f.name}`" + "".join(f" (or `{alias}`)" for alias in f.aliases),
         "any" if f.on == set(Role) else ", ".join(role for role in Role if role in f.on),
         takes(f), f.doc) for f in found))


def blocks(which: str) -> str:
    return rows("option | takes | meaning", (
        (f"`{name}`", takes(embeds.OPTIONS[name]), embeds.OPTIONS[name].doc)
        for name in span(embeds.OPTIONS, which)))


# --- options ---


def docs_of(of: type) -> dict[str, str]:
    """Return the docstrings below the attributes of a class."""
    (body,) = ast.parse(inspect.getsource(of)).body
    assert isinstance(body, ast.ClassDef)
    found = {}
    for line, below in zip(body.body, body.body[1:], strict=False):
        target = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
        if isinstance(target, ast.Name) and isinstance(below, ast.Expr):
            found[target.id] = " ".join(ast.literal_eval(below.value).split())
    return found


def default(value: Any) -> str:
    """Return the default of an option as a site would write it; empty for one that says nothing."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return code(value if isinstance(value, tuple) else (value,)) if value else ""


def written(doc: str) -> str:
    """Return a docstring with Python's words as YAML and JSON write them."""
    return re.sub(r"\b(True|False|null):", lambda m: f"`{m[1].lower()}`:", doc)


def options(which: str) -> str:
    told = (docs_of(Settings), docs_of(Options))
    return rows("option | default | what it is", (
        (f"[`{name}`](#{name})", default(OPTIONS[name].default) or "—",
         written(" ".join(docs[name] for docs in told if name in docs)))
        for name in span(OPTIONS, which)))


# --- problems, labels, data ---


def problems(which: str) -> str:
    if which == "advice":
        return code(ADVICE, " and ") + "\n"
    return rows("code | usually | what it means", (
        (f"[`{name}`](#{name})", about.severity + "; advice" * about.is_advice, about.doc)
        for name, about in CODES.items() if name in span(CODES, which)))


def label(text: str) -> str:
    return f"`{text}`" if text != text.strip() else text


def labels(which: str) -> str:
    return rows("key | text", ((f"`{key}`", label(LABELS[key])) for key in span(LABELS, which)))


NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "zh": "Chinese, simplified characters", "ja": "Japanese",
    "ko": "Korean", "pt": "Portuguese, as in Brazil", "it": "Italian", "nl": "Dutch",
    "ar": "Arabic", "hi": "Hindi"}


def languages(which: str) -> str:
    """Return the words of other languages, each folded away."""
    made = []
    for language in span(LANGUAGES, which):
        words = rows("key | text", ((f"`{key}`", label(text)) for key, text in table(language).items()))
        made.append(f'??? note "{NAMES[language]}"\n\n' + indent(words, "    "))
    return "\n".join(made)


def inner(schema: Mapping[str, Any]) -> str:
    """Return which words or keys a value has, in words; empty where it has none of its own."""
    schema = next(iter(schema.get("anyOf", [schema])))
    if "items" in schema:
        return inner(schema["items"]).replace("With ", "Each with ")
    if "enum" in schema:
        return f" One of {code(schema['enum'])}."
    return f" With {code(schema['properties'], ' and ')}." if "properties" in schema else ""


def data(which: str) -> str:
    keys: Iterable[JsonKey] = {"all": roadmap_json.table(), "a goal": roadmap_json.GOAL,
                           "a milestone": roadmap_json.MILESTONE, "a post": roadmap_json.POST,
                           "the person": roadmap_json.PERSON, "an era": roadmap_json.ERA}[which]
    return rows("key | what it is", (
        (f"`{key.name}`", written(key.doc) + inner(key.shape.schema) * (which != "all")) for key in keys))


def other_words(which: str) -> str:
    """Return the words of other tools that mean the same, a row each."""
    assert which == "all"
    by_meaning: dict[str, list[str]] = {}
    for word, about in OTHER_WORDS.items():
        meant = f"`{about.field}`" if about.field else f"nothing: {about.instead}"
        by_meaning.setdefault(meant, []).append(word)
    return rows("written | write instead", ((code(words), meant) for meant, words in by_meaning.items()))


# --- ids ---


def ids(_: str) -> str:
    return rows("in a name | in the id | an example", (
        (rule.what, "as it is" if rule.becomes is None
         else code([rule.becomes.strip() or "-"]) if rule.becomes else "nothing",
         f"{rule.example} → `{slug(rule.example)}`")
        for rule in RULES))


MAKERS: Mapping[str, Callable[[str], str]] = {
    "fields": fields, "embeds": blocks, "options": options, "problems": problems, "labels": labels,
    "languages": languages, "roadmap_json": data, "other_words": other_words, "names": ids}


def made(text: str) -> str:
    """Return a page with its tables as the code has them."""
    return _MADE.sub(lambda m: f"{m[1]}\n{MAKERS[m[2]](m[3])}\n{m[4]}", text)


# --- tables by hand ---


def told(text: str) -> dict[str, set[str]]:
    """Return the names in code that tables written by hand tell of, by what they are names of: the
    bold words above the table, or the first of its three columns. Rows that tell of pieces are left out.
    """
    found: dict[str, set[str]] = {}
    about = ""
    for line in text.splitlines():
        if bold := re.match(r"\*\*`?(.+?)`?\*\*", line):
            about = bold[1]
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("| ") else [""]
        if len(cells) == 3 and cells[0]:
            about = cells[0]
        if re.fullmatch(r"(`\w+`(, )?)+", cells[-2] if len(cells) > 1 else ""):
            for what in about.split(", "):
                found.setdefault(what, set()).update(re.findall(r"`(\w+)`", cells[-2]))
    return found


# --- badges ---


def facts() -> dict[str, str]:
    """Return what the badges say, by the words to their left."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pythons = [c.rpartition(" ")[2] for c in project["classifiers"] if re.search(r":: 3\.\d+$", c)]
    needed = next(d for d in project["dependencies"] if d.startswith("mkdocs>="))
    mkdocs = needed.partition(">=")[2].partition(",")[0]
    return {"Python": f"{pythons[0]} – {pythons[-1]}", "MkDocs": f"{mkdocs} or newer",
            "licence": project["license"]}


def badge(name: str, value: str) -> str:
    """Return a picture of two words, as SVG."""
    left, right = (round(6.3 * len(words)) + 12 for words in (name, value))
    words = "".join(
        f'<text x="{start + 6}" y="14" textLength="{width - 12}">{text}</text>'
        for text, start, width in ((name, 0, left), (value, left, right)))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
            f'aria-label="{name}: {value}"><rect width="{left + right}" height="20" rx="3" fill="#00695c"/>'
            f'<path d="M3 0h{left - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#424242"/>'
            f'<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">{words}</g></svg>\n')


def badges() -> dict[Path, str]:
    """Return the pictures of all badges by their paths."""
    folder = ROOT / "docs/pictures"
    return {folder / f"badge-{name.lower()}.svg": badge(name, value) for name, value in facts().items()}


if __name__ == "__main__":
    for page in GUIDE.glob("*.md"):
        page.write_text(made(page.read_text("utf-8")), "utf-8")
    for path, picture in badges().items():
        path.write_text(picture, "utf-8")
