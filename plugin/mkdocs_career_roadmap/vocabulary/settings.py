"""The site's own choices, as the pure core sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from .bibliography.work import NO_WORKS, Bibliography
from .codes import CODES, Severity
from .fields import Status
from .labels import status_words
from .person import Era, Person


class Audience(StrEnum):
    """Who sees a view."""

    PUBLIC = "public"
    PREVIEW = "preview"
    """Its author alone, in a preview."""
    OFF = "off"


VIEWS: Mapping[str, Audience] = {
    **dict.fromkeys(("board", "timeline", "posts", "evidence", "lessons", "ideas", "not-doing",
                     "replications", "decisions", "year", "all"), Audience.PUBLIC),
    "report": Audience.PREVIEW,
    "focus": Audience.PREVIEW,
    "advice": Audience.PREVIEW,
}
"""The views of which a site may say who sees them, with who does if it says nothing. How much is under way at
once (`focus`), and what to look at again or to put aside (`advice`), are hints for the author alone.
"""

SHOWN_FIELDS = ("scope", "kind", "target", "amount", "lessons", "evidence", "with", "replicates", "reason",
                "revisit", "estimate", "actual")
"""The fields of which a site may say who sees them; everybody does if it says nothing. Without any of the
others there would be no roadmap, or another one.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site may choose. Every default works on a site that chooses nothing."""

    folder: str = "roadmap"
    """Where the generated pages lie, below the docs folder; no slash at either end."""
    title: str = "Roadmap"
    """The name of the section and the heading of the overview."""
    scopes: tuple[str, ...] = ("exercise", "project", "paper", "system", "program")
    """The rungs of `scope`, small to large."""
    focus_limit: int = 2
    """How many active milestones, explorations left out, still count as focus."""
    stale_after: int = 90
    """After how many days without a post an active milestone is stale."""
    declared_only: bool = False
    """True: a name without a definition page is an error, not a new goal or milestone."""
    views: Mapping[str, Audience] = field(default_factory=dict)
    """Who sees a view, by its name, where the site wants it otherwise."""
    fields: Mapping[str, Audience] = field(default_factory=dict)
    """Who sees what pages say in a field, by its name, where the site wants it otherwise."""
    lesson_headings: tuple[str, ...] = (
        "What didn't work",
        "What did not work",
        "Lessons",
        "Lessons learned",
        "What I learned",
    )
    """A section of a post under one of these headings is read as lessons."""
    person: Person | None = None
    """Whose roadmap it is. None: the site does not say so."""
    eras: tuple[Era, ...] = ()
    """The employers and degrees of that person, the earliest first."""
    post_line: bool = True
    """True: below the title of a post stand its day, its authors and how long it takes to read."""
    post_feeds: bool = True
    """True: the site has feeds of its posts, with their texts."""
    author: str = ""
    """Who writes the posts that name nobody, if the site names no person: its `site_author`."""
    bibliography: Bibliography = NO_WORKS
    """The works that pages may name as evidence by their keys."""
    blog_posts: str = ""
    """The folder whose drafts another plugin shows or hides by a rule of its own: that of Material's
    blog. Empty: there is none."""
    blog_now: datetime | None = None
    """The time, in its zone, after which the blog takes a post for a draft. None: it does not, whatever
    its date."""
    blog_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The only words that the blog takes for `authors` and `categories`, by key. A key that is not there may
    have any."""
    locks: frozenset[str] | None = frozenset()
    """The keys by which another plugin, mkdocs-encryptcontent, locks every page that does not say otherwise.
    Empty: it locks the pages that say so. None: the site has no such plugin, so nothing locks them."""
    meta_file: str = ""
    """The name that Material's plugin meta has for the files of defaults that it reads. Empty: the site does
    not have that plugin, or it is switched off."""
    site_url: str = ""
    """Where the site is going to be; empty: nobody says so."""
    today: date | None = None
    """The day of the build, for pages that other tools show from a day on, or until one. None: unknown."""
    status_labels: frozenset[str] = frozenset()
    """What a page may have as `status` since the site's theme shows a label for it."""
    status_words: Mapping[str, Status] = field(default_factory=status_words)
    """Every word that pages may write for a status, folded: those of the guide, the site's own, and what
    pages call the statuses, in any language."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """How much each problem code weighs, where the site wants it otherwise."""

    def shows(self, view: str, *, is_preview: bool) -> bool:
        """Return whether a view is shown in a preview, or in a built site; True for what is not in VIEWS."""
        audience = self.views.get(view, VIEWS.get(view, Audience.PUBLIC))
        return audience == Audience.PUBLIC or (is_preview and audience == Audience.PREVIEW)

    def shows_field(self, name: str, *, is_preview: bool) -> bool:
        """Return whether what pages say in a field is shown in a preview, or in a built site."""
        audience = self.fields.get(name, Audience.PUBLIC)
        return audience == Audience.PUBLIC or (is_preview and audience == Audience.PREVIEW)

    def severity(self, code: str) -> Severity:
        """Return how much a problem weighs on this site."""
        return self.severities.get(code, CODES[code].severity)

    def leaves_draft(self, path: str) -> bool:
        """True when a draft at this path that is on no roadmap is another plugin's business."""
        return self.is_in_blog(path)

    def is_in_blog(self, path: str) -> bool:
        """True for the source path of what Material's blog takes for a post: all that begins with the name
        of its folder, which `blog/posts-old/a.md` does, too.
        """
        return bool(self.blog_posts) and path.startswith(self.blog_posts)

    def is_still_to_come(self, created: datetime | None) -> bool:
        """True for a post of the blog that the blog holds back until its time has come."""
        if self.blog_now is None or created is None:
            return False
        return (created if created.tzinfo else created.replace(tzinfo=UTC)) > self.blog_now
