#!/usr/bin/env bash
# Package: mermaid 11.17.2 (npm), read in Node as a page reads it; jsdom 29.1.1 is the page.
# Guess:   a chart that says something that Mermaid does not understand is an error, which the page shows; so it is with month 13.
# Instead: a task of "2 weeks" or "3 d" begins and ends in one moment, drawn as nothing, while `2w` is two weeks. One that comes
#          after a task nobody wrote begins today, another day at each visit. With `dateFormat YYYY-MM-DD` a task of
#          30 February begins on 2 March, and one of 01.05.2026 on 5 January. Of a pie's two slices of one name, the second is gone;
#          in a journey "at 09:30" is a step "at 09" with 30 points, which the person "5" took.
# Matters: plans are written by hand and seldom counted after: a bar is missing or moves on, and the diagram looks whole.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . mermaid@11.17.2 jsdom@29.1.1 > /dev/null
cat > read.mjs <<'END'
import { JSDOM } from 'jsdom';
globalThis.window = new JSDOM('<body></body>').window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({});
const read = async (text) => (await mermaid.mermaidAPI.getDiagramFromText(text)).db;
const day = (time) => {
  const [year, month, date] = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return time.toDateString() === new Date().toDateString() ? 'today' : [year, month, date].join('-');
};
for (const task of ['Wren :2026-05-01, 2w', 'Wren :2026-05-01, 2 weeks', 'Wren :2026-05-01, 3 d', 'Wren :after nobody, 1d',
  'Wren :2026-02-30, 1d', 'Wren :01.05.2026, 1d', 'Wren :2026-13-01, 1d']) {
  try {
    const [{ startTime, endTime }] = (await read('gantt\ndateFormat YYYY-MM-DD\n' + task)).getTasks();
    console.log(task, '->', day(startTime), 'and', Math.round((endTime - startTime) / 864e5), 'days');
  } catch (error) {
    console.log(task, '->', error.message);
  }
}
console.log([...(await read('pie\n"Wrens" : 3\n"Larks" : 2\n"Wrens" : 4')).getSections()].join(' '));
console.log(JSON.stringify((await read('journey\nsection Day\nRise at 09:30: 5: Wren')).getTasks()));
END
TZ=UTC node read.mjs | tee seen
diff seen - <<'END'
Wren :2026-05-01, 2w -> 2026-5-1 and 14 days
Wren :2026-05-01, 2 weeks -> 2026-5-1 and 0 days
Wren :2026-05-01, 3 d -> 2026-5-1 and 0 days
Wren :after nobody, 1d -> today and 1 days
Wren :2026-02-30, 1d -> 2026-3-2 and 1 days
Wren :01.05.2026, 1d -> 2026-1-5 and 1 days
Wren :2026-13-01, 1d -> Invalid date:2026-13-01
Wrens,3 Larks,2
[{"section":"Day","type":"Day","people":["5"],"task":"Rise at 09","score":30}]
END
