#!/usr/bin/env bash
# Package: icalendar 7.3.2 (pip), which writes and reads; ical.js 2.2.1 and node-ical 0.27.2 (npm), which read.
# Guess:   a title comes out of a calendar as it went in: a backslash is escaped as two, as RFC 5545 has it, and quotation marks
#          are nothing in a text.
# Instead: icalendar writes a backslash before a capital N as the sign of a line break: C:\Nest is "C:" and "est" on two lines to
#          all readers, itself too; C:\new is not. node-ical has a line break in C:\new, though it was escaped, and takes
#          the first and the last quotation mark of a text away: Wrens" and "larks.
# Matters: titles and texts with folders, formulas (\Nu, \nabla) or quotations say something else in each calendar that is made or
#          shown with them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q icalendar==7.3.2
npm install --silent --no-audit --no-fund --prefix . ical.js@2.2.1 node-ical@0.27.2 > /dev/null
cat > write.py <<'END'
import datetime

import icalendar

calendar = icalendar.Calendar.new()
for number, title in enumerate(("C:\\Nest", "C:\\new", '"Wrens" and "larks"')):
    calendar.add_component(icalendar.Event.new(uid=str(number), summary=title, start=datetime.date(2026, 5, 1)))
open("wrens.ics", "wb").write(calendar.to_ical())
print(*(line for line in calendar.to_ical().decode().splitlines() if line.startswith("SUMMARY")), sep="\n")
print("icalendar:", *(repr(str(event["summary"])) for event in icalendar.Calendar.from_ical(calendar.to_ical()).events), flush=True)
END
cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
const text = readFileSync('wrens.ics', 'utf8');
const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
console.log('ical.js:', ...events.map((event) => JSON.stringify(event.getFirstPropertyValue('summary'))));
const read = Object.values(nodeIcal.sync.parseICS(text)).filter(({ type }) => type === 'VEVENT');
console.log('node-ical:', ...read.map(({ summary }) => JSON.stringify(summary)));
END
{ env/bin/python write.py; node read.mjs; } | tee seen
diff seen - <<'END'
SUMMARY:C:\nest
SUMMARY:C:\\new
SUMMARY:"Wrens" and "larks"
icalendar: 'C:\nest' 'C:\\new' '"Wrens" and "larks"'
ical.js: "C:\nest" "C:\\new" "\"Wrens\" and \"larks\""
node-ical: "C:\nest" "C:\\\new" "Wrens\" and \"larks"
END
