"""Sites whose author writes what would run, in every field that takes text, by the vocabulary's table."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import quote

from depth import IS_FULL, some
from mkdocs_career_roadmap.vocabulary.fields import FIELDS, Field, Kind, Role
from mkdocs_career_roadmap.vocabulary.labels import LABELS, check_label
from mkdocs_career_roadmap.vocabulary.names import slug
from payloads import PAYLOADS

TEXTS = {Kind.TEXT, Kind.NAME, Kind.NAMES, Kind.OUTCOMES, Kind.TEXTS, Kind.PEOPLE, Kind.LINK, Kind.ADDRESS,
         Kind.LINKS}
"""The kinds of fields that hold what an author writes as it is written."""


def fields_of(role: Role) -> Iterator[tuple[str, Field]]:
    """Yield the fields for text of a page, those of records by `record.part`."""
    for of in FIELDS:
        if role in of.on:
            for name, part in [(of.name, of), *((f"{of.name}.{part.name}", part) for part in of.parts)]:
                if part.kind in TEXTS:
                    yield name, part


def _grouped() -> dict[str, tuple[str, ...]]:
    """Return the payloads in groups that a title has room for: a page for each payload would take minutes."""
    groups: list[list[str]] = [[]]
    for name, text in PAYLOADS.items():
        room = 165 - sum(len(PAYLOADS[other]) + 1 for other in groups[-1])
        # What is behind these would be hidden by them.
        if len(text) > room or groups[-1][-1:] in (["unclosed"], ["comment-open"]):
            groups.append([])
        groups[-1].append(name)
    return {f"bait{number:02}": tuple(group) for number, group in enumerate(groups)}


GROUPS = _grouped()
"""The payloads of each group, by a word that stands with them wherever they are written."""


def text_of(group: str, without: str = "") -> str:
    """Return the payloads of a group, those alone that have none of some letters."""
    return " ".join(PAYLOADS[name] for name in GROUPS[group] if not set(without) & set(PAYLOADS[name]))


def bait(group: str, role: Role, field: str) -> str:
    """Return the text of a field: the payloads and, so that it is known again, a word of its own."""
    text = text_of(group, "`*_[]{}\\" if field == "body" else "")  # Markdown's own signs are none of a lesson
    return f"{text} {group}{role[0]}{field.replace('.', '').replace('_', '')}"


def read_as(text: str) -> str:
    """Return a text as fields read it, on one line."""
    return " ".join(text.split())


def _value(group: str, role: Role, name: str, of: Field) -> Any:
    text = bait(group, role, name)
    if of.kind is Kind.LINKS:
        payloads = [PAYLOADS[name] for name in GROUPS[group]]
        number = {"value": f"{text} value", "unit": f"{text} unit", "was": f"{text} was"}
        return [{"title": text, "url": "https://example.org/ok"}, number, *payloads,
                *({"title": f"{text} again", "url": f"https://example.org/{end}"} for end in payloads)]
    if of.kind is Kind.LINK:
        return f"Paper {text}"  # a name of more than one word is no address
    return [text, f"{text} again"] if of.kind in (Kind.TEXTS, Kind.PEOPLE) else text


def page(group: str, role: Role) -> str:
    """Return a page that has the payloads of a group in every field."""
    held: dict[str, Any] = {"status": "paused"}
    parts: dict[str, dict[str, Any]] = {}
    for name, of in fields_of(role):
        record, _, part = name.partition(".")
        if part:
            parts.setdefault(record, {})[part] = _value(group, role, name, of)
        elif name != "id":
            held[name] = _value(group, role, name, of)
    outcome = parts.pop("milestone", None)
    if outcome:  # beside the milestone that all else is said of
        held["milestone"] = [held["milestone"], outcome]
    if parts.pop("history", None):  # only what there is on the roadmap is shown
        held["history"] = [{"day": "2026-01-01", "moved_from": bait(group, Role.POST, "goal")},
                           {"day": "2026-01-02", "split_from": bait(group, Role.POST, "milestone")}]
    held |= parts
    if "amount" in held:
        held["amount"] |= {"done": 1, "of": 2}
    if role is Role.POST:
        public, own = held["decisions"] | {"visibility": "public"}, held["decisions"]
        secret = own | {part: bait(group, role, f"secret.{part}") for part in own if part != "visibility"}
        held |= {"date": "2026-01-01", "decisions": [public, secret], "revisit": "2026-02-01"}
        held["scope"] = list(GROUPS).index(group) + 1
    else:
        held |= {"type": str(role), "id": f"{group}-{role} {text_of(group)}"}
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in held.items())
    return f"---\n{lines}---\n# Heading\n\n## Lessons\n\n- `{read_as(bait(group, role, 'body'))}`\n"


def idea(group: str) -> str:
    held = {"date": "2026-01-02", "milestone": bait(group, Role.POST, "idea"), "status": "idea",
            "description": text_of(group), "estimate": {"effort": 1}}
    return f"---\n{json.dumps(held)}\n---\nWords.\n"


def file_name(group: str) -> str:
    """Return the payloads as the name of a file, as far as a file can have it."""
    kept = "".join(c for c in text_of(group) if c.isprintable() and c not in "/\\").strip(" .")
    return f"{kept} {group}file"


def _blocks(group: str) -> str:
    goal = json.dumps(read_as(bait(group, Role.POST, "goal")))
    return (f"\n```roadmap\nview: goals\ngoal: {goal}\n```\n"
            f"\n```roadmap\nview: {json.dumps(text_of(group))}\n```\n")


def drawn(whole: Collection[str]) -> str:
    """Return a page with the map and the timeline of every goal: those of all goals draw a few alone."""
    goals = [read_as(text) for group in whole for text in (
        bait(group, Role.POST, "goal"), bait(group, Role.MILESTONE, "goal"), bait(group, Role.GOAL, "title"))]
    return "# Drawn\n" + "".join(f"\n```roadmap\nview: {view}\ngoal: {json.dumps(goal)}\n```\n"
                                 for goal in goals for view in ("map", "timeline"))


def _address(folder: str, name: str) -> str:
    return f"{folder}/{quote(slug(read_as(name)))}/"


def titled(group: str) -> str:
    """Return a post that has the payloads in what menus and a search list of it."""
    held = {"date": "2026-01-01", **{name: bait(group, Role.POST, name) for name in ("title", "goal")}}
    return f"---\n{json.dumps(held)}\n---\nWords.\n"


def files(whole: Collection[str]) -> dict[str, str]:
    """Return the pages of a site: of each kind for the groups of `whole`, a post alone for the others."""
    return {
        "index.md": "# Home\n" + "".join(map(_blocks, whole)),
        "drawn.md": drawn(whole),
        "plain.md": f"---\nstatus: {json.dumps(PAYLOADS['quote-element'])}\n---\n# Plain\n",
        **{f"posts/{group}.md": page(group, Role.POST) if group in whole else titled(group)
           for group in GROUPS},
        **{f"goals/{group}.md": page(group, Role.GOAL) for group in whole},
        **{f"milestones/{group}.md": page(group, Role.MILESTONE) for group in whole},
        **{f"ideas/{group}.md": idea(group) for group in whole},
        **{f"files/{file_name(group)}.md": "---\nmilestone: From files\n---\n" for group in whole},
    }


ADDRESSES = {
    "post": [f"posts/{group}/" for group in GROUPS],
    "goal": [_address("roadmap/goals", bait(group, Role.POST, "goal")) for group in GROUPS],
    "milestone": [_address("roadmap/milestones", bait(group, Role.POST, "milestone")) for group in GROUPS],
    "outcome": [_address("roadmap/milestones", bait(group, Role.POST, "milestone.milestone"))
                for group in GROUPS],
    "goal's page": [f"goals/{group}/" for group in GROUPS],
    "milestone's page": [f"milestones/{group}/" for group in GROUPS],
    "file": [f"files/{quote(file_name(group))}/" for group in GROUPS],
}
"""The pages of each kind, in the order of the groups."""


def _label(key: str, text: str) -> str:
    forms = [f"{form} {PAYLOADS['quote-element']}" for form in text.split(" | ")]
    check_label(key, " | ".join(forms))
    return " | ".join(forms)


def _person() -> dict[str, Any]:
    """Return a person with payloads of one group after the other in the fields; without a portrait, since a
    picture on a page of ours is what some of them would make.
    """
    texts = {field: f"{text_of(group)} {group}person{field.replace('_', '')}" for field, group in zip(
        ("name", "role", "place", "about", "looking_for"), GROUPS, strict=False)}
    return texts | {
        "profiles": [{f"{text_of(group)} {group}": f"https://example.org/{group}"} for group in GROUPS]}


_TOLD = ("bad-link", "bad-embed", "dead-link", "bad-status", "bad-value")


def config(theme: dict[str, Any], *, has_nav: bool, has_labels: bool) -> str:
    """Return a mkdocs.yml, all but its end. Its problems are what is wanted."""
    options = {
        "as_of": "2026-04-01",
        "views": {"report": "public"},
        "title": f"{PAYLOADS['quote-element']} roadmap",
        "scopes": [read_as(f"{text_of(group)} {group}rung") for group in GROUPS],
        "person": _person(),
        "eras": [{**{name: f"{text_of(group)} {group}era{name}" for name in ("employer", "degree", "place")},
                  "from": 2020} for group in GROUPS],
        "problems": dict.fromkeys(_TOLD, "warning"),
        "labels": {key: _label(key, text) for key, text in LABELS.items()} if has_labels else {},
    }
    made = {
        "site_name": "Baited", "theme": theme, "plugins": ["search", {"career-roadmap": options}],
        "extra": {"generator": False}, "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
        **({"nav": ["index.md", "plain.md"]} if has_nav else {}),
    }
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in made.items())


MATERIAL = {"name": "material", "font": False, "features": [
    "navigation.instant", "navigation.tabs", "navigation.indexes",
    "navigation.footer", "navigation.path", "toc.integrate", "search.suggest", "search.highlight",
    "search.share", "content.tooltips"]}
PLAIN = {"name": "mkdocs", "highlightjs": False}

CONFIGS = {
    "baited": config(MATERIAL, has_nav=True, has_labels=False),
    "baited-plain": config(PLAIN, has_nav=True, has_labels=False),
    "baited-nav": config(MATERIAL, has_nav=False, has_labels=True),
    "baited-nav-plain": config(PLAIN, has_nav=False, has_labels=True),
}
"""Two themes, with and without a `nav`: without one, every page lists the titles of all posts."""
WHOLE = {
    "baited": [*GROUPS],
    "baited-plain": some([*GROUPS], 2),
    **dict.fromkeys(("baited-nav", "baited-nav-plain"), [*GROUPS] if IS_FULL else [*GROUPS][4:7]),
}
"""The groups of which each site has a page of every kind; of the others it has a post. Where every page lists
all titles it takes long to build one.
"""
FILES = {name: files(whole) for name, whole in WHOLE.items()}
"""The pages of each site."""
