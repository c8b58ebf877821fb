"""Fields that a site keeps for its author, or shows nobody: what pages say without them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, replace
from typing import Any

from ...vocabulary.settings import SHOWN_FIELDS, Settings
from ..entry import Entry, Outcome

_ATTRIBUTE = {"with": "people"}
"""What `Entry` calls a field whose name it cannot have."""


def without_hidden_fields(
    entries: Sequence[Entry], settings: Settings, *, is_preview: bool
) -> Sequence[Entry]:
    """Return what pages say to those who see a site, in a preview or built; the same where all is shown.

    A field is left out before anything follows from it, so that no page, no file for programs and no picture
    can have it. What pages say in their texts stays there.
    """
    gone = [_ATTRIBUTE.get(name, name) for name in SHOWN_FIELDS
            if not settings.shows_field(name, is_preview=is_preview)]
    return [_without(entry, gone) for entry in entries] if gone else entries


def _without(entry: Entry, gone: Sequence[str]) -> Entry:
    outcomes = tuple(replace(one, **_empty(_OF_OUTCOME, gone)) for one in entry.outcomes)
    return replace(entry, outcomes=outcomes, **_empty(_OF_ENTRY, gone))


def _empty(defaults: Mapping[str, Any], gone: Sequence[str]) -> dict[str, Any]:
    return {name: defaults[name] for name in gone if name in defaults}


_OF_ENTRY, _OF_OUTCOME = ({f.name: f.default for f in fields(kind) if f.default is not MISSING}
                          for kind in (Entry, Outcome))
