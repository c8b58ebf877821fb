#!/usr/bin/env bash
# Package: orgparse 0.5.20260926 (pip) and orga 4.7.1 (npm), beside uniorg-parse 3.2.2 (npm): readers of Org, Emacs' notes and tasks.
# Guess:   a time may have an hour of one figure, as Org's syntax says, a day may come back each week, a task may be half done.
# Instead: to orgparse <2026-05-31 Sun 9:30> is a day without a time, and 9:30-10:45 begins at 10:45; the span that it writes,
#          with two dashes, is none to Org. orga drops a SCHEDULED that comes back each week, and each half done `[-]` is done.
#          uniorg reads all.
# Matters: a calendar or a blog of such notes shows meetings at their end, loses what comes back, and counts as done what is not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . orga@4.7.1 uniorg-parse@3.2.2 > /dev/null
python3 -m venv env
env/bin/pip install -q orgparse==0.5.20260926
cat > notes.org <<'END'
* TODO Draw
  SCHEDULED: <2026-05-04 Mon +1w>
* Meet
  <2026-05-31 Sun 9:30> <2026-05-31 Sun 9:30-10:45> <2026-05-31 Sun 09:30-10:45>
- [-] half
- [ ] open
END
cat > read.py <<'END'
import orgparse

draw, meet = orgparse.load("notes.org")[1:]
print("orgparse, scheduled:", draw.scheduled)
print("orgparse, times:", *meet.get_timestamps(active=True, range=True, point=True))
END
cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import { parse as orga } from 'orga';
import { parse as uniorg } from 'uniorg-parse/lib/parser.js';
const text = readFileSync('notes.org', 'utf8');
function all(node, type) {
  return [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => all(child, type))];
}
const time = ({ hour, minute }) => `${hour}:${minute}`;
console.log('orga, scheduled:', all(orga(text), 'planning')[0].timestamp ?? 'nothing');
console.log('orga, checked:', ...all(orga(text), 'list.item.checkbox').map((box) => box.checked));
console.log('uniorg, scheduled:', all(uniorg(text), 'planning')[0].scheduled.rawValue);
console.log('uniorg, times:', ...all(uniorg(text), 'timestamp').map(({ start, end }) => time(start) + (end ? `-${time(end)}` : '')));
console.log('uniorg, checked:', ...all(uniorg(text), 'list-item').map((item) => item.checkbox));
END
{ env/bin/python read.py; node read.mjs; } | tee seen
diff seen - <<'END'
orgparse, scheduled: <2026-05-04 Mon +1w>
orgparse, times: <2026-05-31 Sun> <2026-05-31 Sun 10:45> <2026-05-31 Sun 09:30--10:45>
orga, scheduled: nothing
orga, checked: true false
uniorg, scheduled: <2026-05-04 Mon +1w>
uniorg, times: 9:30 9:30-10:45 9:30-10:45
uniorg, checked: trans off
END
