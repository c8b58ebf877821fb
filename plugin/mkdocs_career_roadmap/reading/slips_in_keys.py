"""Keys that were meant to be ours, or are nobody's: on a page, and in the defaults of a folder."""

from __future__ import annotations

from functools import lru_cache

from ..vocabulary.fields import BY_KEY, OTHERS
from ..vocabulary.names import fold_word
from ..vocabulary.phrases import hint
from ..vocabulary.problems import Problem, problem
from ..vocabulary.slips import did_you_mean, edit_distance
from .front_matter import FrontMatter
from .other_words import other_word

_SIGNS = ("goal", "milestone", "depends_on", "sharpens", "visibility")
"""Fields that mean something on a page that is on no roadmap, or would put it there:
a slip of one is worth a word anywhere."""


def slips_in_keys(front: FrontMatter, told: str, *, is_of_roadmap: bool) -> list[Problem]:
    """Return a warning for each key that is a slip of ours, or names no field at all; that of the key `told`
    was told already.
    """
    problems = [problem(
        "unknown-field", front.keys[key],
        f"the key {key} is {kind} to YAML and no word, so it names no field, and some plugins stop at "
        "it; put it in quotes, or take it out") for key, kind in front.not_words.items()]
    for key, place in front.keys.items():
        is_known = key in BY_KEY or key in OTHERS or (is_of_roadmap and other_word(key))
        if is_known or key == told or key in front.not_words:
            continue
        if meant := _meant(fold_word(key).replace(" ", "_"), is_of_roadmap):
            problems.append(problem("unknown-field", place, f"unknown field {key!r}{hint(meant)}"))
    return problems


@lru_cache(maxsize=1000)  # a site's own keys stand on every page
def _meant(word: str, is_of_roadmap: bool) -> str | None:
    """Return the field that an unknown key is a slip of, if any."""
    if is_of_roadmap:
        return did_you_mean(word, BY_KEY)
    return next((s for s in _SIGNS if word[:1] == s[0] and edit_distance(word, s, 1) <= 1), None)
