#!/usr/bin/env bash
# Package: chrono-node 2.10.3 (npm).
# Guess:   "2026-13-01" is no day and gives nothing, as "2026-02-30" does; a month as YAML and HTML write it, "2026-05", is one,
#          since "May 2026" is.
# Instead: month 13 is read as a day, of the year that stands there: 13 January 2026, with the whole text as what was read.
#          "2026-05" gives nothing at all, and so does a quarter.
# Matters: a reader of target days in plain words takes a slip in the month for a day in January, and reads the most usual short
#          form of a month as no day.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . chrono-node@2.10.3 > /dev/null
cat > read.cjs <<'END'
const { parse } = require('chrono-node');
for (const text of ['2026-12-01', '2026-13-01', '2026-02-30', '2026-05', 'May 2026', '2026-Q3']) {
  const [found] = parse(text, new Date('2026-01-01T12:00:00Z'));
  const day = found && ['year', 'month', 'day'].map((part) => found.start.get(part)).join('/');
  console.log(text, '->', day ?? 'nothing', found ? `of "${found.text}"` : '');
}
END
TZ=UTC node read.cjs | sed 's/ *$//' | tee seen
diff seen - <<'END'
2026-12-01 -> 2026/12/1 of "2026-12-01"
2026-13-01 -> 2026/1/13 of "2026-13-01"
2026-02-30 -> nothing
2026-05 -> nothing
May 2026 -> 2026/5/1 of "May 2026"
2026-Q3 -> nothing
END
