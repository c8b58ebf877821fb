"""The addresses of posts, as Material's blog can say them."""

from __future__ import annotations

import re

_DATE = re.compile(
    r":(?:year|short_year|month|i_month|day|i_day)(?:[/.-]:(?:year|short_year|month|i_month|day|i_day))*"
)
_DATE_WORDS = {
    ":short_year": "yy",
    ":year": "yyyy",
    ":i_month": "M",
    ":month": "MM",
    ":i_day": "d",
    ":day": "dd",
}
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title", "pretty": "/:categories/:year/:month/:day/:title",
    "none": "/:categories/:title",
}


def url_format(permalink: str, folder: str) -> tuple[str, str]:
    """Return the format of the addresses of posts, and that of the days in them, which come nearest to
    a permalink of Jekyll. One that Material's blog cannot say gives its default.
    """
    pattern = _STYLES.get(permalink, permalink)
    pattern = re.sub(r"(?::output_ext|\.html|/)+$", "", pattern).strip("/")
    prefix = "" if folder == "." else f"{folder.strip('/')}/"
    pattern = pattern.removeprefix(prefix) if pattern.startswith(prefix) else pattern
    dates = _DATE.findall(pattern)
    url = pattern.replace(dates[0], "{date}") if len(dates) == 1 else pattern
    url = (
        url.replace(":categories", "{categories}").replace(":title", "{slug}").replace(":slug", "{slug}")
    )
    if len(dates) > 1 or "{slug}" not in url or re.search(r":|\{(?!date\}|categories\}|slug\})", url):
        return "{date}/{slug}", "yyyy/MM/dd"
    day = dates[0] if dates else ":year/:month/:day"
    for word, meant in _DATE_WORDS.items():
        day = day.replace(word, meant)
    return url, day
