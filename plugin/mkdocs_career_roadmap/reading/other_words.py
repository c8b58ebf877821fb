"""Words of other tools on a page of the roadmap: told, with the line that says the same to us."""

from __future__ import annotations

from yaml.nodes import MappingNode, Node, SequenceNode

from ..vocabulary.fields import BY_KEY, Role
from ..vocabulary.names import fold_word
from ..vocabulary.other_words import OTHER_WORDS, OtherWord
from ..vocabulary.problems import Problem, problem
from ..vocabulary.settings import Settings
from .front_matter import FrontMatter
from .values import ValueReader
from .yaml_nodes import NULL

_LONGEST = 100
"""Letters of a line that is told; more of it would be lost in the message."""


def other_word(key: str) -> OtherWord | None:
    """Return what the roadmap has for a key of other tools, in any case: `Due Date`. None: it is none."""
    return OTHER_WORDS.get(fold_word(key).replace(" ", "_"))


def words_of_others(front: FrontMatter, role: Role, settings: Settings) -> list[Problem]:
    """Return advice for each key by which another tool says what the roadmap reads from another one, or
    does not know at all.

    Silent where the page has the field of ours, too, which counts; where a page of this sort cannot have it;
    and where the tool that reads the key is there: Material's blog for `links`, Just the Docs for `parent`.
    """
    problems = []
    said = {BY_KEY[key].name for key in front.values if key in BY_KEY}
    for key, place in front.keys.items():
        about = other_word(key)
        if about is None or key in front.withheld or not about.beside.isdisjoint(front.keys):
            continue
        if about.field and (about.field in said or role not in BY_KEY[about.field].on):
            continue
        if key == "links" and settings.is_in_blog(front.path):
            continue
        if front.values[key].tag != NULL and (fix := _fix(front, about, front.values[key], settings)):
            problems.append(problem("foreign-field", place, f"the roadmap does not read {key}; {fix}"))
    return problems


def _fix(front: FrontMatter, about: OtherWord, node: Node, settings: Settings) -> str:
    """Return what to write: the line with the value as it stands, if the field takes that. Empty: nothing,
    for it is no word for us.
    """
    if not about.field:
        return about.instead
    reader = ValueReader(front, settings.scopes, status_words=settings.status_words)
    reader.read(BY_KEY[about.field], node)
    if reader.problems and about.is_shared:
        return ""
    instead, text = f"write {about.field} in its place", _on_one_line(front, node)
    if reader.problems:
        return f"{instead}, but: {reader.problems[0].message}"
    line = f"{about.field}: {text}"
    return f"write `{line}`" if text and len(line) <= _LONGEST else instead


def _on_one_line(front: FrontMatter, node: Node) -> str:
    """Return a value as it stands; a list in brackets; empty where that takes several lines."""
    if isinstance(node, SequenceNode) and not node.flow_style:
        parts = [_on_one_line(front, part) for part in node.value]
        is_flat = all(parts) and not any(isinstance(part, SequenceNode) for part in node.value)
        return f"[{', '.join(parts)}]" if is_flat and not any("," in part for part in parts) else ""
    if isinstance(node, MappingNode) and not node.flow_style:
        return ""
    text = front.region.text[node.start_mark.index : node.end_mark.index].strip()
    return "" if "\n" in text else text
