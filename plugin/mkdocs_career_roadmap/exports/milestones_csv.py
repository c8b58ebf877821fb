"""The milestones as a table, for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from ..roadmap.model import Roadmap
from .json_shapes import JsonContext, Url
from .roadmap_json import MILESTONE

COLUMNS = (
    "id", "title", "url", "goal", "goals", "status", "blocked", "started", "finished", "target", "amount",
    "scope", "kind", "part_of", "depends_on", "posts", "description", "reason", "revisit", "lessons")
"""What of a milestone fits into a table, by the keys that it has in `roadmap.json`."""
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet may take for the beginning of a formula."""

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Signs that are no text; some programs obey them."""


def milestones_csv(roadmap: Roadmap, url: Url) -> str:
    """Return a row for each milestone below a row of names. Lists have a line for each item;
    what is not known is empty.
    """
    context = JsonContext(roadmap, url)
    keys = {key.name: key for key in MILESTONE}
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for m in roadmap.milestones:
        values = {name: keys[name].shape.write(keys[name].get(m, context), context) for name in COLUMNS}
        rows.writerow(map(cell, ({**values, "amount": m.amount} if m.amount else values).values()))
    return text.getvalue()


def cell(value: Any) -> str:
    """Return plain data as the text of a cell: an apostrophe goes before what a spreadsheet would
    otherwise calculate, since its words are those of any author.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "\n".join(value) if isinstance(value, list) else "" if value is None else str(value)
    text = _NO_TEXT.sub(" ", text)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
