"""The time: the only place that asks a clock."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime

from .errors import ProjectError


def build_day(*, in_utc: bool = False) -> date:
    """Return the day of SOURCE_DATE_EPOCH if that is set and a number, else today, in the zone of this
    machine or in UTC. Raises ProjectError.
    """
    time = build_time()
    return (time.astimezone(UTC) if in_utc else time).date()


def now() -> datetime:
    """Return the time, whatever the variables say: that of others who ask the clock themselves."""
    return datetime.now(tz=UTC)


def build_time() -> datetime:
    """Return the time of SOURCE_DATE_EPOCH if that is set and a number, else now, in the zone of this
    machine.

    Raises ProjectError for a number of seconds that no calendar reaches.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (OverflowError, ValueError, OSError):
            raise ProjectError(f"the variable SOURCE_DATE_EPOCH is {epoch[:30]!r}, which is a time that no "
                               "calendar has; set it to seconds since 1970, or unset it") from None
    return datetime.now(tz=UTC).astimezone()


def seconds() -> float:
    """Return seconds from some start, to tell how long something takes."""
    return time.monotonic()
