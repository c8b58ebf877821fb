"""A post of Material's blog: what that plugin would stop at is handed on in a form that it takes, else told.

It reads a post more strictly than MkDocs reads a page, and ends the build at the first value that is of
another type than it wants: a day in quotes, a time without seconds, one category without a list.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..vocabulary.dates import parse_instant
from ..vocabulary.phrases import suggestion
from ..vocabulary.problems import Place, Problem, problem
from .front_matter import STAND_IN_DAY, FrontMatter, kind_of
from .yaml_nodes import NULL

_YAML = "tag:yaml.org,2002:"


@dataclass(slots=True)
class ForBlog:
    """What the blog is going to make of a post."""

    problems: list[Problem] = field(default_factory=list)
    """What it would stop at."""
    created: datetime | None = None
    """When it was written, in its zone if it names one. None: nobody can tell."""


def fit_for_blog(
    front: FrontMatter, named: datetime | None, words: Mapping[str, Collection[str]], *,
    has_date_above: bool, is_kept_back: bool,
) -> ForBlog:
    """Let the host have the post as the blog takes it, and return what of it had to be left out.

    `named` is the day of the file's name, `words` has the only words of some keys, `has_date_above` is true
    when the defaults of its folder give it a date, and `is_kept_back` when it is not for the public.
    """
    post = ForBlog()
    if front.lost:  # told already; of it a host gets a day and no more
        return post
    _fit_date(front, post, named, has_date_above)
    draft = front.values.get("draft")
    if draft is not None and not _has_tag(draft, "bool", "null"):
        front.given["draft"] = "true" if is_kept_back else "false"
    title = front.values.get("title")
    if title is not None and not _has_tag(title, "str") and "title" not in front.withheld:
        _give_text(front, "title", title)
    for key, (fits, wanted) in _SHAPES.items():
        node = front.values.get(key)
        if node is None or key in front.withheld:
            continue
        if fits(node):
            if key in words:
                _fit_words(front, post, key, node, words[key])
            continue
        front.withheld.add(key)
        if not _has_tag(node, "null"):  # an empty key of a template, at which the blog stops too
            post.problems.append(problem(
                "bad-host-value", front.place(node),
                f"{key} is {_shape(node)}; Material's blog takes {wanted(node)}"))
    return post


def _fit_words(front: FrontMatter, post: ForBlog, key: str, node: Node, known: Collection[str]) -> None:
    """Keep words that the blog does not know from it, in a list of words."""
    unknown = [item for item in node.value if item.value not in known]
    for item in unknown:
        fix = "add it to the file of authors" if key == "authors" else "add it to `categories_allowed`"
        post.problems.append(problem(
            "bad-host-value", front.place(item),
            f"Material's blog knows no {item.value[:40]!r} among the {key}"
            + suggestion(item.value, known, f"{fix}, or take it out")))
    if unknown:
        kept = [item.value for item in node.value if item.value in known]
        front.given[key] = json.dumps(kept, ensure_ascii=False)


def _give_text(front: FrontMatter, key: str, node: Node) -> None:
    """Let the host have a number or a day as the word that its author wrote; nothing for nothing."""
    if isinstance(node, ScalarNode) and node.tag != NULL:
        front.given[key] = json.dumps(node.value, ensure_ascii=False)
    else:
        front.withheld.add(key)


# --- its date ---


def _fit_date(front: FrontMatter, post: ForBlog, named: datetime | None, has_date_above: bool) -> None:
    node = front.values.get("date")
    if isinstance(node, MappingNode):
        _fit_days(front, post, node, named)
        return
    is_said = node is not None and not (isinstance(node, ScalarNode) and node.tag == NULL)
    if node is None and has_date_above:
        return
    if is_said and isinstance(node, ScalarNode):
        post.created = _read(front, post, "date", node)
    elif is_said and node is not None and "date" not in front.withheld:
        post.problems.append(problem(
            "bad-value", front.place(node), "date is a list; write one line of text"))
    elif named is None:
        post.problems.append(_undated(front))
    if post.created is None:
        post.created = None if is_said else named
        front.given["date"] = _stand_in(named)
    elif not _is_taken(node):
        front.given["date"] = _written(post.created)


def _fit_days(front: FrontMatter, post: ForBlog, node: MappingNode, named: datetime | None) -> None:
    """Do so for `date: {created: ..., updated: ...}`, of which the blog takes only what has a day."""
    days: dict[str, str] = {}
    is_taken = True
    for key, value in node.value:
        name = str(key.value)
        is_empty = name != "created" and isinstance(value, ScalarNode) and value.tag == NULL
        day = _read(front, post, name, value) if isinstance(value, ScalarNode) and not is_empty else None
        is_taken = is_taken and day is not None and _is_taken(value)
        if day is not None:
            days[name] = value.value if _is_taken(value) else _written(day)
            post.created = day if name == "created" else post.created
    if not any(key.value == "created" for key, _ in node.value):
        post.problems.append(problem("bad-date", front.place(node), "date is a mapping without `created`"))
    days.setdefault("created", _stand_in(named))
    if not is_taken or "date" in front.withheld or post.created is None:
        front.given["date"] = "{" + ", ".join(f"{json.dumps(n)}: {d}" for n, d in days.items()) + "}"


def _read(front: FrontMatter, post: ForBlog, name: str, node: ScalarNode) -> datetime | None:
    try:
        return parse_instant(node.value)
    except ValueError as error:
        is_told = "date" in front.withheld  # YAML takes it for a day that there is not
        if not is_told:
            name = "date" if name == "created" else name
            post.problems.append(problem("bad-date", front.place(node), f"{name}: {error}"))
        return None


def _undated(front: FrontMatter) -> Problem:
    place = front.keys.get("date", Place(front.path))
    return problem("bad-date", place, "Material's blog takes no post without a date; write a line "
                   "`date: 2026-03-02`, or begin the file's name with 2026-03-02-")


def _stand_in(named: datetime | None) -> str:
    return str(named.date()) if named else STAND_IN_DAY


def _is_taken(node: Node | None) -> bool:
    return node is not None and _has_tag(node, "timestamp")


def _written(when: datetime) -> str:
    """Return a moment as YAML reads it; a day alone where nobody said a time."""
    is_day = when.tzinfo is None and when.time() == time()
    return str(when.date()) if is_day else when.isoformat(sep=" ", timespec="seconds")


# --- its other keys ---


def _has_tag(node: Node, *kinds: str) -> bool:
    return isinstance(node, ScalarNode) and node.tag in {f"{_YAML}{kind}" for kind in kinds}


def _is_words(node: Node) -> bool:
    return isinstance(node, SequenceNode) and all(_has_tag(item, "str") for item in node.value)


def _is_links(node: Node) -> bool:
    """True for what MkDocs takes as a navigation: a list of addresses, titles with one, and sections."""
    if isinstance(node, MappingNode):
        return all(_is_link(value) for _, value in node.value)
    return isinstance(node, SequenceNode) and all(
        _has_tag(item, "str") or (isinstance(item, MappingNode) and bool(item.value) and _is_links(item))
        for item in node.value)


def _is_link(node: Node) -> bool:
    return _has_tag(node, "str") or (isinstance(node, SequenceNode) and _is_links(node))


def _is_bool(node: Node) -> bool:
    return _has_tag(node, "bool", "null")


def _a_list(node: Node) -> str:
    """Return the fix for what should be a list of words."""
    items = node.value if isinstance(node, SequenceNode) else [node]
    words = [item.value for item in items if isinstance(item, ScalarNode) and item.tag != NULL]
    return f"a list of words: {json.dumps(words[:3], ensure_ascii=False)}"


def _quotes(node: Node) -> str:
    return f'one word: "{node.value[:40]}"' if isinstance(node, ScalarNode) else "one word"


def _shape(node: Node) -> str:
    if isinstance(node, ScalarNode):
        kind = kind_of(node)
        return f"{node.value[:40]!r}" + (f", which is {kind} to YAML" if kind else "")
    if isinstance(node, MappingNode):
        return "a mapping"
    odd = next((item for item in node.value if not _has_tag(item, "str")), None)
    return "a list" if odd is None else f"a list with {_shape(odd)}"


_Shape = tuple[Callable[[Node], bool], Callable[[Node], str]]
_SHAPES: Mapping[str, _Shape] = {
    "categories": (_is_words, _a_list),
    "authors": (_is_words, _a_list),
    "slug": (lambda node: _has_tag(node, "str", "null"), _quotes),
    "pin": (_is_bool, lambda _: "true or false, without quotes"),
    "readtime": (lambda node: _has_tag(node, "int", "bool", "null"),
                 lambda _: "a whole number of minutes, without quotes"),
    "links": (lambda node: _is_links(node) or _has_tag(node, "null"),
              lambda _: "a list of addresses, such as [about.md, {The paper: 'https://example.org/'}]"),
    "hide": (lambda node: not _has_tag(node, "null"), lambda _: "a list, such as [toc]"),
}
"""What each of its keys must be, and the fix."""
