#!/usr/bin/env bash
# Package: icalendar 7.3.2 (PyPI) and ical.js 2.2.1 (npm), beside vobject 0.9.9 (PyPI) and node-ical 0.26.1 (npm).
# Guess:   NAME, the name of a calendar in RFC 7986, is a text as SUMMARY is: "Goals\, dates" is read as "Goals, dates".
# Instead: icalendar (its `calendar_name`, too) and ical.js give it with the backslash, as they do X-WR-CALNAME: both know the
#          property by name and not its type. With `NAME;VALUE=TEXT:` they read it. vobject and node-ical read either.
# Matters: who makes a calendar follows the RFC, where the type need not be said, and its subscribers see backslashes in the
#          list of their calendars.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check icalendar==7.3.2 vobject==0.9.9 2> /dev/null
npm install --silent --no-audit --no-fund --prefix . ical.js@2.2.1 node-ical@0.26.1 > /dev/null
for type in "" ";VALUE=TEXT"; do
  printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Ada//plans//EN\r\nNAME%s:Goals\\, dates\r\nEND:VCALENDAR\r\n' "$type" > "plan$type.ics"
done
cat > read.py <<'END'
from pathlib import Path

import vobject
from icalendar import Calendar

for type in "", ";VALUE=TEXT":
    text = Path(f"plan{type}.ics").read_bytes().decode()
    print(f"NAME{type}", "icalendar:", Calendar.from_ical(text).calendar_name)
    print(f"NAME{type}", "vobject:", vobject.readOne(text).contents["name"][0].value)
END
cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

for (const type of ['', ';VALUE=TEXT']) {
  const text = readFileSync(`plan${type}.ics`, 'utf8');
  console.log(`NAME${type} ical.js:`, new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue('name'));
  console.log(`NAME${type} node-ical:`, nodeIcal.sync.parseICS(text).vcalendar.name);
}
END
{ venv/bin/python read.py; node read.mjs; } | tee seen
diff seen - <<'END'
NAME icalendar: Goals\, dates
NAME vobject: Goals, dates
NAME;VALUE=TEXT icalendar: Goals, dates
NAME;VALUE=TEXT vobject: Goals, dates
NAME ical.js: Goals\, dates
NAME node-ical: Goals, dates
NAME;VALUE=TEXT ical.js: Goals, dates
NAME;VALUE=TEXT node-ical: Goals, dates
END
