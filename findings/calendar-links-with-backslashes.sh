#!/usr/bin/env bash
# Package: ical-generator 10.2.0 and ics 3.12.0 (npm), vobject 0.9.9 (pip); read by ical.js 2.2.1 (npm) and icalendar 7.3.2 (pip).
# Guess:   an event's address comes out of a calendar as it went in, and a category with a comma, which a calendar escapes, too.
# Instead: ical-generator and vobject escape the commas and semicolons of an address as those of a text, which RFC 5545 does not
#          know for a URI: ical.js gives it with backslashes, vobject its own as well, and the link leads nowhere; icalendar
#          takes them off. ics escapes all but the categories: "Birds, small" is two to each reader.
# Matters: the page of a conference, a map or a video with a comma in its address is found or not by the library that the
#          reader's calendar happens to use; and a category is two that nobody gave.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . ical-generator@10.2.0 ics@3.12.0 ical.js@2.2.1 > /dev/null
python3 -m venv env
env/bin/pip install -q vobject==0.9.9 icalendar==7.3.2
cat > write.mjs <<'END'
import { writeFileSync } from 'node:fs';
import ical from 'ical-generator';
import * as ics from 'ics';
const [title, url, category] = ['Wrens, drawn', 'https://birds.example/wrens,larks;2026', 'Birds, small'];
const calendar = ical();
calendar.createEvent({ start: '2026-05-01', allDay: true, summary: title, url, categories: [{ name: category }] });
writeFileSync('ical-generator.ics', calendar.toString());
writeFileSync('ics.ics', ics.createEvent({ start: [2026, 5, 1], duration: { days: 1 }, title, url, categories: [category] }).value);
END
cat > write.py <<'END'
import datetime

import vobject

calendar = vobject.iCalendar()
event = calendar.add("vevent")
event.add("dtstart").value = datetime.date(2026, 5, 1)
event.add("summary").value = "Wrens, drawn"
event.add("url").value = "https://birds.example/wrens,larks;2026"
event.add("categories").value = ["Birds, small"]
open("vobject.ics", "w", newline="").write(calendar.serialize())
END
cat > read.py <<'END'
import icalendar
import vobject

for name in ("ical-generator", "vobject", "ics"):
    event = icalendar.Calendar.from_ical(open(f"{name}.ics", newline="").read()).events[0]
    print(f"{name}, icalendar:", event["summary"], "|", event["url"], "|", [str(category) for category in event["categories"].cats])
print("vobject, vobject:", vobject.readOne(open("vobject.ics", newline="").read()).vevent.url.value)
END
cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
for (const name of ['ical-generator', 'vobject', 'ics']) {
  const event = new ICAL.Component(ICAL.parse(readFileSync(`${name}.ics`, 'utf8'))).getFirstSubcomponent('vevent');
  const value = (key) => event.getFirstPropertyValue(key);
  console.log(`${name}, ical.js:`, value('summary'), '|', value('url'), '|', JSON.stringify(event.getFirstProperty('categories').getValues()));
}
END
node write.mjs
env/bin/python write.py
{ env/bin/python read.py; node read.mjs; } | tee seen
diff seen - <<'END'
ical-generator, icalendar: Wrens, drawn | https://birds.example/wrens,larks;2026 | ['Birds, small']
vobject, icalendar: Wrens, drawn | https://birds.example/wrens,larks;2026 | ['Birds, small']
ics, icalendar: Wrens, drawn | https://birds.example/wrens,larks;2026 | ['Birds', ' small']
vobject, vobject: https://birds.example/wrens\,larks\;2026
ical-generator, ical.js: Wrens, drawn | https://birds.example/wrens\,larks\;2026 | ["Birds, small"]
vobject, ical.js: Wrens, drawn | https://birds.example/wrens\,larks\;2026 | ["Birds, small"]
ics, ical.js: Wrens, drawn | https://birds.example/wrens,larks;2026 | ["Birds"," small"]
END
