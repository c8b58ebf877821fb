"""The arguments of the tags of jekyll-scholar: keys, then options as of a command line.

Rules: jekyll-scholar 7, lib/jekyll/scholar/utilities.rb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..liquid.expressions import NotKnownError

_WITH_VALUE = {
    "-f": "file", "--file": "file", "-q": "query", "--query": "query", "-p": "prefix", "--prefix": "prefix",
    "-t": "text", "--text": "text",
    "-l": "locator", "--locator": "locator", "-L": "label", "--label": "label",
    "-o": "offset", "--offset": "offset", "-m": "max", "--max": "max", "-s": "style", "--style": "style",
    "-g": "group_by", "--group_by": "group_by", "-G": "group_order", "--group_order": "group_order",
    "-O": "type_order", "--type_order": "type_order", "-T": "template", "--template": "template",
    "-h": "list_tag", "--bibliography_list_tag": "list_tag", "-r": "duplicates",
    "--remove_duplicates": "duplicates"}
_SWITCHES = {
    "-c": "cited", "--cited": "cited", "-C": "cited_in_order", "--cited_in_order": "cited_in_order",
    "-A": "suppress_author", "--suppress_author": "suppress_author", "--clear": "clear"}
_OPTION = re.compile(r"(?:(?<=\s)|^)(--[a-z_]+|-[a-zA-Z])(?=\s|=|$|[^\s-])")


@dataclass(slots=True)
class TagArguments:
    """What a tag says."""

    keys: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    """What options say, by their long names, each as often as it stands there."""
    switches: set[str] = field(default_factory=set)

    def one(self, name: str) -> str | None:
        """Return what an option says, where it stands last; None: nowhere."""
        said = self.values.get(name)
        return said[-1] if said else None

    def number(self, name: str) -> int | None:
        found = re.match(r"\s*\d+", self.one(name) or "")
        return int(found[0]) if found else None


def arguments_of(markup: str) -> TagArguments:
    """Return the arguments of a tag. Raises NotKnownError for an option that there is not."""
    made = TagArguments()
    begin = _OPTION.search(markup)
    keys, rest = (markup[: begin.start()], markup[begin.start():]) if begin else (markup, "")
    made.keys = [key.strip("\"',") for key in keys.split() if key.strip("\"',")]
    found = list(_OPTION.finditer(rest))
    for at, option in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(rest)
        value = rest[option.end(): end].strip().removeprefix("=").strip()
        if option[1] in _SWITCHES:
            made.switches.add(_SWITCHES[option[1]])
        elif option[1] in _WITH_VALUE:
            made.values.setdefault(_WITH_VALUE[option[1]], []).append(value)
        else:
            raise NotKnownError(f"jekyll-scholar has no option {option[1]}")
    return made
