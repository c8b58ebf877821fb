#!/usr/bin/env bash
# Package: dayjs 1.11.23 and luxon 3.7.2 (npm).
# Guess:   the first day of 2026 in ISO's form for days of the year, 2026-001, is 1 January; a library that does not
#          know the form says so.
# Instead: Day.js reads the three digits as two of the month and one of the day: 2026-001 is month 0, day 1, and so
#          1 December 2025; the 123rd day is 3 December instead of 3 May; the 365th and 366th are days of 2028.
#          `isValid()` is true for all. Luxon reads the form, and refuses a 366th day of 2026.
# Matters: pages that show the days of posts with Day.js in the browser move them by months or years, and a check
#          with `isValid()` finds nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . dayjs@1.11.23 luxon@3.7.2 > /dev/null
cat > read.cjs <<'END'
const dayjs = require('dayjs');
const { DateTime } = require('luxon');
for (const text of ['2026-001', '2026-123', '2026-365', '2026-366']) {
  const day = dayjs(text);
  const seen = day.isValid() ? day.format('YYYY-MM-DD') : 'invalid';
  console.log(`${text}: Day.js ${seen}, Luxon ${DateTime.fromISO(text).toISODate()}`);
}
END
node read.cjs | tee seen
diff seen - <<'END'
2026-001: Day.js 2025-12-01, Luxon 2026-01-01
2026-123: Day.js 2026-12-03, Luxon 2026-05-03
2026-365: Day.js 2028-12-05, Luxon 2026-12-31
2026-366: Day.js 2028-12-06, Luxon null
END
