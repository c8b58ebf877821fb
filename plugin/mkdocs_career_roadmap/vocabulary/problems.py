"""What can be wrong with a site, said so that its author can mend it.

A mistake of an author is a value, never an exception: every stage returns the
problems it found, the host sorts them and prints them once. The codes are a
closed list, so that each can have its line in the guide and its own switch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem weighs; a site may set it for each code."""

    ERROR = "error"
    """The page does not say what its author meant; `mkdocs build` fails."""
    WARNING = "warning"
    """Probably a slip; fails `mkdocs build --strict` only."""
    HINT = "hint"
    """Advice. Never fails a build."""
    OFF = "off"
    """Not reported."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a source file; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Code(NamedTuple):
    """One kind of problem."""

    severity: Severity
    """What it weighs, unless the site says otherwise."""
    doc: str
    """One line of what it means."""
    is_advice: bool = False
    """True when a page may know better, and say so with `ignore_problems`."""


E_, W_, H_ = Severity.ERROR, Severity.WARNING, Severity.HINT

_TABLE: Mapping[str, tuple[Severity, str] | tuple[Severity, str, bool]] = {
    # Files that are no pages.
    "unreadable": (E_, "A file that cannot be read."),
    "bad-encoding": (E_, "A page that is not UTF-8 text."),
    "broken-link": (W_, "A link of the file system that leads nowhere, or in a circle."),
    "outside-link": (W_, "A link of the file system that leaves the docs folder."),
    "special-file": (W_, "A pipe, a socket or a device among the files of the site."),
    "large-page": (W_, "A page of more than a million characters."),
    "control-character": (W_, "A NUL character in the text of a page."),
    # Front matter that cannot be read as it stands.
    "bad-yaml": (E_, "The front matter is not valid YAML."),
    "unclosed-front-matter": (E_, "The front matter was opened but never closed."),
    "not-a-mapping": (E_, "The front matter is not a list of `key: value` lines."),
    "too-large": (E_, "The front matter is larger than 64 KiB."),
    "too-deep": (E_, "The front matter nests more than 32 levels."),
    "duplicate-key": (E_, "A key stands twice in one front matter."),
    "yaml-reference": (E_, "An alias or a tag (`*x`, `<<`, `!!x`) in the front matter."),
    "odd-fence": (W_, "Front matter that does not begin with `---` on the first line."),
    "second-front-matter": (W_, "Two blocks of front matter, of which only the first counts."),
    # One value that is not what its field takes.
    "bad-value": (E_, "A value has the wrong shape for its field."),
    "bad-status": (E_, "A status that is not one of the six, nor an alias of one."),
    "bad-date": (E_, "A date that is no day, month or year."),
    "bad-link": (E_, "A link that is neither http, https, mailto nor relative."),
    "bad-redirect": (E_, "An old address, in `redirect_from`, at which no file can lie."),
    "bad-type": (E_, "A `type` that is neither goal nor milestone."),
    "bad-host-value": (E_, "A value of a key of MkDocs or its theme that would stop the build."),
    "empty-name": (E_, "A name of which nothing is left in an address."),
    "reserved-name": (E_, "A name that Windows keeps for a device, such as `con`."),
    "too-long": (E_, "A title or name longer than 200 characters."),
    "cut-by-comment": (W_, "A value that YAML cuts off at a `#`.", True),
    "unknown-field": (W_, "A key that looks like a field of ours, but is not.", True),
    "no-effect": (W_, "A field that says nothing where it stands.", True),
    "blocked-status": (H_, "`blocked` is read as paused; dependencies say what blocks.", True),
    # Pages that contradict one another.
    "duplicate-definition": (E_, "Two pages define the same goal or milestone."),
    "bad-embed": (E_, "A block fenced as `roadmap` that asks for something there is not."),
    "two-goals": (E_, "A milestone stands under two goals."),
    "dependency-cycle": (E_, "Milestones that wait for one another in a circle."),
    "undeclared": (E_, "A name without a page of its own, with `declared_only` on."),
    "near-miss": (W_, "A name used once that is one typo away from another.", True),
    "look-alike": (W_, "Two names that differ only in letters that look the same."),
    "undated": (W_, "A post that changes something, but has no date.", True),
    "contradiction": (W_, "Dates that cannot all be true.", True),
    "order": (W_, "A milestone done before what it depends on, or before its parts.", True),
    "page-conflict": (E_, "A generated page would overwrite a file of the site."),
    "redirect-conflict": (W_, "An old address at which the site has something else."),
    "file-conflict": (W_, "A file that lies where one of ours for programs would be, such as `feed.xml`."),
    "dead-link": (E_, "A page of the roadmap that the site does not have."),
    "private-link": (W_, "A link to a private page or a draft, which the built site does not have."),
    "private-unread": (E_, "A page that is private by something that the roadmap does not read."),
    "bad-template": (E_, "A template of the site, in place of one of ours, that cannot be rendered."),
    # Advice.
    "no-lesson": (H_, "A milestone done without a lesson, evidence, or a word on what it changed.", True),
    "stale": (H_, "An active milestone that nobody wrote of for a long time.", True),
    "overdue": (H_, "A milestone whose `target` passed while it is open.", True),
    "revisit-due": (H_, "Something paused or dropped that was to be looked at again by now.", True),
    "over-focus": (H_, "More is active than the site's `focus_limit`.", True),
}

CODES: Mapping[str, Code] = {code: Code(*about) for code, about in _TABLE.items()}
"""Every code there is."""

ADVICE = tuple(code for code, about in CODES.items() if about.is_advice)
"""The codes that a single page may switch off for itself."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the place, what is wrong, and how to put it right."""

    code: str
    """A key of `CODES`."""
    place: Place
    message: str
    """What is wrong and the fix, without places; `also` carries those."""
    also: tuple[Place, ...] = ()
    """Other places that take part, such as the first of two definitions."""
    severity: Severity = field(default=Severity.ERROR)

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such problem code: {self.code}")

    def __str__(self) -> str:
        also = f" (see {', '.join(map(str, self.also))})" if self.also else ""
        told = f"{self.place}: {self.severity}: {self.message}{also} [{self.code}]"
        # Terminals obey control characters.
        return told if told.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in told)

    def within(self, folder: str) -> Problem:
        """Return the same problem with its paths below `folder` ("docs")."""

        def below(place: Place) -> Place:
            return replace(place, path=f"{folder}/{place.path}" if folder else place.path)

        return replace(self, place=below(self.place), also=tuple(map(below, self.also)))


def problem(code: str, place: Place, message: str, *also: Place) -> Problem:
    """Return a problem with the usual severity of its code."""
    return Problem(code, place, message, also, CODES[code].severity)


def settle(problems: Iterable[Problem], severities: Mapping[str, Severity]) -> list[Problem]:
    """Return the problems to report: each once, by place, as severe as the site says."""
    told = {replace(p, severity=severities.get(p.code, p.severity)) for p in problems}
    kept = (p for p in told if p.severity is not Severity.OFF)
    return sorted(kept, key=lambda p: (p.place, p.code, p.message, p.also))


def count(problems: Iterable[Problem]) -> str:
    """Return how many there are of each severity: `1 error, 2 warnings`; empty for none."""
    found = [p.severity for p in problems]
    counts = ((found.count(severity), severity) for severity in Severity)
    return ", ".join(f"{n} {severity}{'s' * (n > 1)}" for n, severity in counts if n)


def some(n: int, what: str) -> str:
    """Return a number of things: `1 page`, `2 pages`."""
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


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
    with two, `bridge` would be a slip of `triage`.
    """
    limit = 0 if len(word) < 3 else 1 if len(word) < 9 else 2
    folded = word.casefold()
    found = [
        (edit_distance(folded, other.casefold(), limit), other[:1].casefold() != folded[:1], other)
        for other in known
    ]
    best = min(found, default=None)
    return best[2] if best is not None and best[0] <= limit else None


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
        if one < two and _letters(one) != _letters(two) and edit_distance(one, two, 1) == 1
    }
    return sorted(pairs)


def _letters(name: str) -> str:
    return "".join(c for c in name if not c.isdigit())
