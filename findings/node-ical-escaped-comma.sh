#!/usr/bin/env bash
# Package: node-ical 0.26.1 (npm), beside ical.js 2.2.1 (npm) and icalendar 7.3.2.
# Guess:   `CATEGORIES:Birds\, wild,Talks` is two categories; a task with a due day and no start has no end, or has
#          its due day as one.
# Instead: node-ical splits at the escaped comma too: `Birds\`, `wild` and `Talks` (in a SUMMARY it knows the
#          escape). The task gets an `end` that is an Invalid Date. The other two read
#          these categories rightly.
# Matters: filters by category find nothing, and show a category with a backslash; `toISOString` of a milestone's end
#          raises, in a calendar that every other reader takes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q icalendar==7.3.2
npm install --silent --no-audit --no-fund --prefix . node-ical@0.26.1 ical.js@2.2.1 > /dev/null
cat > lines <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//notes//EN
BEGIN:VTODO
UID:task
DTSTAMP:20260101T000000Z
DUE;VALUE=DATE:20260601
SUMMARY:Wrens\, counted
CATEGORIES:Birds\, wild,Talks
END:VTODO
END:VCALENDAR
END
sed 's/$/\r/' lines > notes.ics
cat > read.mjs <<'END'
import fs from 'node:fs';
import ical from 'node-ical';
import ICAL from 'ical.js';
const text = fs.readFileSync('notes.ics', 'utf8');
const task = ical.sync.parseICS(text).task;
console.log('node-ical', JSON.stringify([task.summary, task.categories]), 'end', String(task.end));
const todo = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtodo');
const words = todo.getFirstProperty('categories').getValues();
console.log('ical.js  ', JSON.stringify([todo.getFirstPropertyValue('summary'), words]));
END
cat > read.py <<'END'
import json
from icalendar import Calendar

task = Calendar.from_ical(open("notes.ics", "rb").read()).walk("VTODO")[0]
print("icalendar", json.dumps([str(task["SUMMARY"]), [str(x) for x in task.categories]], separators=(",", ":")))
END
{ node read.mjs; env/bin/python read.py; } | tee seen
diff seen - <<'END'
node-ical ["Wrens, counted",["Birds\\","wild","Talks"]] end Invalid Date
ical.js   ["Wrens, counted",["Birds, wild","Talks"]]
icalendar ["Wrens, counted",["Birds, wild","Talks"]]
END
