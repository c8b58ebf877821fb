#!/usr/bin/env bash
# Package: rrule 2.8.1 (npm), beside python-dateutil 2.9.0.post0 (pip), whose port it is.
# Guess:   `rrulestr` reads what calendars write of a birthday: `DTSTART;VALUE=DATE:20260501` begins on 1 May 2026.
# Instead: a DTSTART with any parameter but a zone is passed over, and the series begins at this second: a new one each time it is
#          asked; one that has an end in the past is empty. And `toText()` of "the last working day of a month" is "every month
#          on weekdays", which read back is each of them.
# Matters: what goes on for a whole day, as each birthday and due day does, is on the calendar of a site on another day
#          at each build.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . rrule@2.8.1 ical-generator@10.2.0 > /dev/null
python3 -m venv env
env/bin/pip install -q python-dateutil==2.9.0.post0
cat > read.mjs <<'END'
import { writeFileSync } from 'node:fs';
import rrule from 'rrule';
import ical from 'ical-generator';
const calendar = ical();
calendar.createEvent({ start: '2026-05-01', allDay: true, summary: 'Wrens', repeating: { freq: 'YEARLY', count: 3 } });
const series = calendar.toString().split('\r\n').filter((line) => /^(DTSTART|RRULE)/.test(line)).join('\n');
writeFileSync('series.txt', series);
const today = new Date().toISOString().slice(5, 10);
const days = (text) => rrule.rrulestr(text).all().map((day) => day.toISOString().slice(0, 10));
const say = (text) => console.log(text.replaceAll('\n', ' '), '->', days(text).map((day) => (day.slice(5) === today ? 'day of today' : day)).join(', ') || 'nothing');
say(series);
say('DTSTART;VALUE=DATE:20240501\nRRULE:FREQ=YEARLY;UNTIL=20260501');
const rule = rrule.RRule.fromString('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1');
console.log(rule.toString(), '->', rule.toText(), '->', rrule.RRule.fromText(rule.toText()).toString());
END
cat > read.py <<'END'
from dateutil.rrule import rrulestr

print("dateutil:", *(f"{day:%Y-%m-%d}" for day in rrulestr(open("series.txt").read())))
END
{ node read.mjs; env/bin/python read.py; } | tee seen
diff seen - <<'END'
DTSTART;VALUE=DATE:20260501 RRULE:FREQ=YEARLY;COUNT=3 -> day of today, day of today, day of today
DTSTART;VALUE=DATE:20240501 RRULE:FREQ=YEARLY;UNTIL=20260501 -> nothing
RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 -> every month on weekdays -> RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR
dateutil: 2026-05-01 2027-05-01 2028-05-01
END
