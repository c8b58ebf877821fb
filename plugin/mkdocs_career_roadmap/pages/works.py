"""Works of the site's bibliography in a few words."""

from __future__ import annotations

from ..vocabulary.bibliography.work import Work
from ..vocabulary.labels import Words


def cited(work: Work, words: Words) -> str:
    """Return who wrote a work, when and where it stands, such as `Smith & Roe 2025, Journal of Trees`; empty:
    nothing of that is known.
    """
    families = [author.family for author in work.authors]
    if len(families) > 2 or (families and work.has_more_authors):
        who = words("authors_more", name=families[0])
    else:
        who = " & ".join(families)
    return words.listed((" ".join(part for part in (who, str(work.year or "")) if part), work.venue))
