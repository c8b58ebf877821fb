"""When a document was written, as Jekyll reckons (rule: jekyll/document.rb)."""

from __future__ import annotations

from .config import Config
from .documents import Document, Role
from .times import Moment, parse_date, zone_of


def moment(document: Document, config: Config) -> Moment | None:
    """Return when a document was written: its `date`, else the date in its file's name.

    None: it says nothing of it; Jekyll then takes the time of the build, or a draft's last change. Raises
    ValueError, with a sentence for the author, for a date that Jekyll refuses.
    """
    zone, data = zone_of(config.timezone), document.data
    if document.role in (Role.PAGE, Role.STATIC):
        return parse_date(data["date"], zone) if data.get("date") else None
    if "date" in data:
        return parse_date(data["date"], zone)
    name = document.dated
    return parse_date(name[1], zone) if name else None
