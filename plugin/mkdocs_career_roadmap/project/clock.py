"""The time: the only place that asks a clock."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime


def build_day() -> date:
    """Return the day of SOURCE_DATE_EPOCH if that is set and a number, else today."""
    return build_time().date()


def build_time() -> datetime:
    """Return the time of SOURCE_DATE_EPOCH if that is set and a number, else now, in the zone of this
    machine.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(tz=UTC).astimezone()


def seconds() -> float:
    """Return seconds from some start, to tell how long something takes."""
    return time.monotonic()
