#!/usr/bin/env bash
# Package: aniso8601 10.0.1 (pip), beside isodate 0.7.2 (pip) and luxon 3.7.2 (npm).
# Guess:   R6/2026-01-01/P1M, ISO 8601's "six times, each month from New Year", is the first of six months; and a span of
#          one year, 2024-01-01/P1Y, ends at the next New Year.
# Instead: a month is 30 days and a year 365: the second date is 31 January, February has none, the sixth is 31 May, and the years
#          begin on the last day of December from 2024 on. A span of a month from 31 January ends on 2 March.
# Matters: reviews, due days and goals "each month" wander through the calendar, and the year of a job ends in the year before;
#          the first date of each list is right, so that a look at one looks well.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . luxon@3.7.2 > /dev/null
python3 -m venv env
env/bin/pip install -q aniso8601==10.0.1 isodate==0.7.2
cat > read.py <<'END'
import datetime

import aniso8601
import isodate

print("aniso8601, each month:", *aniso8601.parse_repeating_interval("R6/2026-01-01/P1M"))
print("aniso8601, each year:", *aniso8601.parse_repeating_interval("R3/2024-01-01/P1Y"))
for start, span in (("2024-01-01", "P1Y"), ("2026-01-31", "P1M")):
    ends = aniso8601.parse_interval(f"{start}/{span}")[1], datetime.date.fromisoformat(start) + isodate.parse_duration(span)
    print(f"{start}/{span}: aniso8601 {ends[0]}, isodate {ends[1]}", flush=True)
END
cat > read.mjs <<'END'
import { Interval } from 'luxon';
for (const span of ['2024-01-01/P1Y', '2026-01-31/P1M']) console.log(`${span}: luxon ${Interval.fromISO(span).end.toISODate()}`);
END
{ env/bin/python read.py; node read.mjs; } | tee seen
diff seen - <<'END'
aniso8601, each month: 2026-01-01 2026-01-31 2026-03-02 2026-04-01 2026-05-01 2026-05-31
aniso8601, each year: 2024-01-01 2024-12-31 2025-12-31
2024-01-01/P1Y: aniso8601 2024-12-31, isodate 2025-01-01
2026-01-31/P1M: aniso8601 2026-03-02, isodate 2026-02-28
2024-01-01/P1Y: luxon 2025-01-01
2026-01-31/P1M: luxon 2026-02-28
END
