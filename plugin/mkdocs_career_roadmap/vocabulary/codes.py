"""The kinds of problems a site can have: a closed list of codes.

Each has its line in the guide and its own switch.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    "outside-link": (W_, "A link of the file system that leaves the project."),
    "special-file": (W_, "A pipe, a socket or a device among the files of the site."),
    "same-file": (H_, "A page of the roadmap that the site has twice, by a link of the file system."),
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
    "bad-status": (E_, "A status that is not one of the seven, nor an alias of one."),
    "bad-date": (E_, "A date that is no day, month, quarter, half or year."),
    "bad-link": (E_, "A link that is neither http, https, mailto nor relative."),
    "bad-redirect": (E_, "An old address, in `redirect_from`, at which no file can lie."),
    "bad-type": (E_, "A `type` that is neither goal nor milestone."),
    "bad-host-value": (E_, "A value of a key of MkDocs or its theme that would stop the build."),
    "empty-name": (E_, "A name of which nothing is left in an address."),
    "path-as-name": (W_, "A path or an address where a name is wanted.", True),
    "reserved-name": (E_, "A name that Windows keeps for a device, such as `con`."),
    "too-long": (E_, "A title or name longer than 200 characters."),
    "cut-by-comment": (W_, "A value that YAML cuts off at a `#`.", True),
    "odd-quotes": (W_, "A title or name in quotes that YAML takes for a part of it.", True),
    "unknown-field": (W_, "A key that looks like a field of ours, but is not.", True),
    "foreign-field": (H_, "A key of other tools, which the roadmap does not read.", True),
    "no-effect": (W_, "A field that says nothing where it stands.", True),
    "blocked-status": (H_, "`blocked` is read as paused; dependencies say what blocks.", True),
    # Files of works, named by the option `bibliography`.
    "bad-bibliography": (W_, "A file of works that cannot be read."),
    "bad-entry": (W_, "An entry of a file of works that is broken, or lacks its title."),
    "same-key": (W_, "Two entries of the files of works with one key."),
    "unknown-key": (E_, "Evidence that names a work by a key that there is not."),
    # Pages that contradict one another.
    "duplicate-definition": (E_, "Two pages define the same goal or milestone."),
    "alias-conflict": (E_, "Another name, in `aliases`, that is a name of something else."),
    "bad-embed": (E_, "A block fenced as `roadmap` that asks for something there is not."),
    "set-later": (W_, "A field that another plugin or a hook set after the page was read.", True),
    "near-embed": (W_, "A block whose fence is nearly that of a `roadmap` block, which shows code.", True),
    "two-goals": (E_, "Pages put a milestone under different goals."),
    "dependency-cycle": (E_, "Milestones that wait for one another in a circle."),
    "undeclared": (E_, "A name without a page of its own, with `declared_only` on."),
    "near-miss": (H_, "A name that is nearly another one, by its letters or its words.", True),
    "renamed": (H_, "A page of something that nothing names, and a near name without a page.", True),
    "look-alike": (W_, "Two names that differ only in letters that look the same."),
    "same-id": (W_, "Two names that are one, since their ids are the same.", True),
    "old-id": (H_, "An id that was made otherwise before, and may now mean more than one thing.", True),
    "undated": (H_, "A post that changes something, but has no date.", True),
    "same-day": (H_, "Two statuses of one day that only the names of files put in order.", True),
    "contradiction": (W_, "Dates that cannot all be true.", True),
    "other-day": (H_, "A `date` that is days off the one in the name of the file.", True),
    "order": (H_, "A milestone done before what it depends on, or before its parts.", True),
    "odd-amount": (H_, "An amount that is more than the whole, or less than it was before.", True),
    "page-conflict": (E_, "A generated page would overwrite a file of the site."),
    "shared-page": (H_, "A page at the address of one of the roadmap's, which is put on it."),
    "redirect-conflict": (W_, "An old address at which the site has something else."),
    "no-cards": (W_, "Pictures of pages, which the site wants, that cannot be made."),
    "file-conflict": (W_, "A file that lies where one of ours for programs would be, such as `feed.xml`."),
    "dead-link": (E_, "A page of the roadmap that the site does not have."),
    "private-link": (W_, "A link to a private page or a draft, which the built site does not have."),
    "private-nav": (H_, "An entry of `nav` for a private page or a draft, left out of a build."),
    "private-unread": (E_, "A page that is private by something that the roadmap does not read."),
    "private-in-site": (E_, "A built site has a title, a file name or a sentence of a private page."),
    "no-roadmap-in-site": (E_, "A built site of a project with posts has no page of the roadmap."),
    "private-file": (H_, "A file that only private pages need, kept back with them."),
    "raw-page": (W_, "A file that would publish the source of a page, kept out of the site."),
    "private-include": (E_, "A page that takes in a private one, or one with private parts, as text."),
    "kept-back": (W_, "A page kept back by a word that is not the guide's."),
    "unclear-visibility": (E_, "A page kept back since nobody can tell whether it may be public."),
    "not-kept-back": (W_, "A word of other tools that does not keep a page back.", True),
    "bad-template": (E_, "A template of the site, in place of one of ours, that cannot be rendered."),
    # Advice.
    "not-yet": (H_, "A page dated after today, of which nothing counts yet.", True),
    "left-active": (H_, "A goal that is done or dropped, with milestones still active.", True),
    "no-lesson": (H_, "A milestone done without a lesson, evidence, or a word on what it changed.", True),
    "no-evidence": (H_, "A large milestone done with a lesson, but nothing that proves it.", True),
    "open-decision": (H_, "A decision whose day has passed, and nobody says what was decided.", True),
    "stale": (H_, "An active milestone that nobody wrote of for a long time.", True),
    "overdue": (H_, "An open milestone whose `target` passed, or `started` before it was begun.", True),
    "revisit-due": (H_, "Something paused or dropped that was to be looked at again by now.", True),
    "over-focus": (H_, "More is active than the site's `focus_limit`.", True),
}

CODES: Mapping[str, Code] = {code: Code(*about) for code, about in _TABLE.items()}
"""Every code there is."""

OF_PRIVACY = frozenset({
    "private-link", "private-nav", "private-unread", "private-file", "private-include", "raw-page",
    "kept-back", "unclear-visibility", "not-kept-back"})
"""The codes of what a build keeps from the public, which is told also where there is no roadmap."""

ADVICE = tuple(code for code, about in CODES.items() if about.is_advice)
"""The codes that a single page may switch off for itself."""
