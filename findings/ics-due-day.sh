#!/usr/bin/env bash
# Package: ics 0.7.3.
# Guess:   a calendar that is read and written again says the same; a task that is due on a day stays so.
# Instead: `DUE;VALUE=DATE:20260601` becomes the instant `20260601T000000Z`, while the day of an event is
#          kept. For readers in America the task is now due on 31 May. A calendar without a scale gets
#          `CALSCALE:GEORGIAN`, a scale that does not exist (the standard's word is GREGORIAN).
# Matters: milestones with a target day are exported as tasks; merging calendars with this library moves
#          them by a day for half of the readers.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q ics==0.7.3
cat > round.py <<'END'
from ics import Calendar

lines = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//notes//EN
BEGIN:VEVENT
UID:event
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260601
SUMMARY:Talk
END:VEVENT
BEGIN:VTODO
UID:task
DTSTAMP:20260101T000000Z
DUE;VALUE=DATE:20260601
SUMMARY:Thesis
END:VTODO
END:VCALENDAR
"""
written = Calendar(lines.replace("\n", "\r\n")).serialize()
print("\n".join(x for x in written.splitlines() if x.startswith(("DTSTART", "DUE", "CALSCALE"))))
END
env/bin/python round.py | tee seen
diff seen - <<'END'
CALSCALE:GEORGIAN
DTSTART;VALUE=DATE:20260601
DUE:20260601T000000Z
END
