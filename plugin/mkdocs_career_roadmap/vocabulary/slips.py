"""Which word was meant: how near two words are, and which look the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from unicodedata import normalize

_ALIKE = str.maketrans(dict(zip(
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u043a\u043c\u0442\u043d\u0432"
    "\u03b1\u03bf\u03c1\u03bd\u03c5\u03c7\u03ba\u03b9\u0261\u0131\u0127",
    "aceopxyijshdqwkmtnbaopvuxkigih", strict=True)))
"""Letters of Cyrillic and Greek that look like Latin ones, after those of Unicode's table of
confusables that stand in words people write."""


def edit_distance(one: str, two: str, limit: int) -> int:
    """Return how many letters to add, leave out, change or swap, at most `limit + 1`.

    The optimal string alignment distance: a swap of neighbours counts once,
    because that is how fingers err.
    """
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` most likely is a slip of, or None.

    One edit is forgiven in words of three to eight letters, two in longer ones:
    with two, `bridge` would be a slip of `triage`. What says the opposite, such as
    `unstarted` of `started`, is no slip of it, however few letters it takes.
    """
    limit = 0 if len(word) < 3 else 1 if len(word) < 9 else 2
    folded = word.casefold()
    found = [
        (edit_distance(folded, other.casefold(), limit), other[:1].casefold() != folded[:1], other)
        for other in known
    ]
    near = sorted(one for one in found if one[0] <= limit)
    return next((other for _, _, other in near if not is_opposite(folded, other.casefold())), None)


_NOT_WORDS = frozenset({"not", "no", "never", "non", "nothing", "without"})
_NOT_BEGINNINGS = ("un", "in", "im", "ir", "il", "dis", "non", "not", "no", "anti", "de", "mis")
"""What turns the meaning of an English word round when it stands before it."""


def is_opposite(one: str, two: str) -> bool:
    """True when one of two folded words is the other turned round: `unstarted` and `started`, give or take a
    slip, or `not started` and `now started`.
    """
    if _NOT_WORDS.isdisjoint(one.split()) != _NOT_WORDS.isdisjoint(two.split()):
        return True
    return any(
        long.startswith(begin) and not short.startswith(begin)
        and edit_distance(long.removeprefix(begin).lstrip(" -"), short, 1) <= 1
        for long, short in ((one, two), (two, one)) for begin in _NOT_BEGINNINGS)


def near_misses(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that are one edit apart, each once and sorted.

    Names that differ in digits only (`step-1`, `step-2`) are meant to differ.
    Found by their common one-letter deletions, not by comparing all with all,
    so the time grows with the letters and not with the square of the names.
    """
    by_rest: defaultdict[str, set[str]] = defaultdict(set)
    for name in set(names):
        if len(name) > 3:
            by_rest[name].add(name)
            for at in range(len(name)):
                by_rest[name[:at] + name[at + 1 :]].add(name)
    pairs = {
        (one, two)
        for group in by_rest.values()
        if 1 < len(group) < 9  # more than that is a numbered series, not a slip
        for one in group
        for two in group
        if one < two and without_digits(one) != without_digits(two) and edit_distance(one, two, 1) == 1
    }
    return sorted(pairs)


def without_digits(name: str) -> str:
    """Return a name without its digits: what those of a series have in common."""
    return "".join(c for c in name if not c.isdigit())


def skeleton(id: str) -> str:
    """Return an id as it looks: two that look the same have the same skeleton."""
    return id if id.isascii() else normalize("NFKC", id).translate(_ALIKE)
