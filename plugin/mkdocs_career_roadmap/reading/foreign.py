"""Pages that are none of the roadmap's business: what MkDocs lives with there must not end a build.

Whoever adds the plugin to a site that is there already has front matter of other tools in it. What nobody
meant for us is advice at most, and the page stays as MkDocs would have it without us.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from yaml.nodes import ScalarNode

from ..vocabulary.codes import CODES, Severity
from ..vocabulary.fields import BY_KEY, Kind
from ..vocabulary.problems import Problem
from ..vocabulary.slips import edit_distance
from .front_matter import FrontMatter
from .keep_back import is_no_slip, keeps_back

_OF_OTHERS = frozenset({
    "title", "date", "description", "status", "redirect_from", "type", "id",
    "kind", "scope", "started", "finished", "target", "reason", "estimate", "actual", "evidence",
})
"""Fields that other tools have, too: alone, they do not make a page ours."""
_OURS = tuple(key for key, of in BY_KEY.items()
              if of.kind is not Kind.HOST and of.name not in _OF_OTHERS and key not in _OF_OTHERS)
_KEY = re.compile(r"""[ \t>#*-]*["']?([^\W\d][\w-]{0,30})["']?[ \t]*(?:[:=][ \t]*["']?(\w*)|$)""")
_OF_THEMES = frozenset({"bad-host-value", "bad-status", "not-kept-back"})
_BEGIN = 5000
"""How much of a page without front matter is looked at, for one that nobody could take for such."""
_WORD = re.compile(r"[^\W\d_]{1,30}")
"""In lines that nobody can read a key may be behind anything: `[visibility]: private`, `@private: true`."""


def is_foreign(front: FrontMatter, told: Iterable[Problem]) -> bool:
    """Return whether nothing in a front matter could be meant for the roadmap, or could keep the page back.

    In front matter that nobody can read every line is looked at that could be a key. `told` is what was found
    of the page: a `type` that is a slip of one of ours makes it ours.
    """
    if any(problem.code == "bad-type" for problem in told):
        return False
    pairs = {(key, "") for key in front.keys.keys() - _plain_no(front)}
    if front.lost or not front.keys:
        text = front.region.text or front.body if front.lost else front.body[:_BEGIN]
        lines = text.split("\n")
        pairs |= {(match[1], match[2] or "") for line in lines if (match := _KEY.match(line))}
        words = (word for line in lines for word in _WORD.findall(_before_value(line)))
        if front.lost and any(map(keeps_back, words)):
            return False
    return not any(_may_be_ours(key.lower(), value.lower()) for key, value in pairs)


def _plain_no(front: FrontMatter) -> set[str]:
    """Return the keys that could keep the page back, of which it is read that they do not.

    Of a page that is kept back nobody asks. `draft: false` stands in most posts of other tools, and makes
    nothing ours that stands beside it. One that stands twice, or beside what nobody can read, says nothing.
    """
    if front.lost or front.withheld:
        return set()
    twice = {key for key, _ in front.again}
    return {key for key, value in front.values.items()
            if key not in twice and isinstance(value, ScalarNode) and is_no_slip(key)}


def _before_value(line: str) -> str:
    """Return the part of a line that nobody can read in which keys may stand."""
    return line if "{" in line else re.split("[:=]", line, maxsplit=1)[0]


@lru_cache(maxsize=1000)  # a site's own keys stand on every page
def _may_be_ours(name: str, value: str) -> bool:
    if keeps_back(name) or (name == "type" and value in ("goal", "milestone")):
        return True
    return any(name[:1] == key[0] and edit_distance(name, key, 1) <= 1 for key in _OURS)


def as_advice(problems: Iterable[Problem]) -> list[Problem]:
    """Return what was found on a page of others: told, and no more than advice, but for what themes stop at
    or print as markup, and words that an author may have hoped to keep the page back with.
    """
    return [problem if problem.code in _OF_THEMES else replace(problem, severity=Severity.HINT)
            for problem in problems]


def is_softened(problem: Problem) -> bool:
    """Return whether a problem weighs less than its kind does, since it is on a page of others."""
    return problem.severity is Severity.HINT and CODES[problem.code].severity is not Severity.HINT
