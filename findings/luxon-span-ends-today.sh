#!/usr/bin/env bash
# Package: luxon 3.7.2 (npm), beside aniso8601 10.0.1 (pip).
# Guess:   `Interval.fromISO` reads the short form of a span of days, which ISO 8601 has: 2026-05-31/06-03 is until 3 June; or the
#          interval is invalid, as that of 20260531/0603 is.
# Instead: "06-03" is taken for six o'clock three hours west of Greenwich, and a time without a day is today's: the
#          conference that began in May lasts until today. 2026-05-01/05 ends at five o'clock of today. `isValid` is true.
# Matters: what is over is still going on, with one day more at each build; and a span of the past is in each search by day.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . luxon@3.7.2 > /dev/null
python3 -m venv env
env/bin/pip install -q aniso8601==10.0.1
cat > read.mjs <<'END'
import { DateTime, Interval } from 'luxon';
const today = DateTime.utc().toISODate();
for (const span of ['2026-05-31/2026-06-03', '2026-05-31/06-03', '2026-05-01/05', '20260531/0603']) {
  const read = Interval.fromISO(span, { zone: 'utc' });
  const end = read.isValid && read.end.toISO().slice(0, 16).replace(`${today}T`, 'today, ');
  console.log('luxon:', span, '->', read.isValid ? `${read.start.toISODate()} to ${end}` : read.invalidReason);
}
END
cat > read.py <<'END'
import aniso8601

for span in ("2026-05-31/06-03", "2026-05-01/05"):
    print("aniso8601:", span, "->", *aniso8601.parse_interval(span))
END
{ node read.mjs; env/bin/python read.py; } | tee seen
diff seen - <<'END'
luxon: 2026-05-31/2026-06-03 -> 2026-05-31 to 2026-06-03T00:00
luxon: 2026-05-31/06-03 -> 2026-05-31 to today, 09:00
luxon: 2026-05-01/05 -> 2026-05-01 to today, 05:00
luxon: 20260531/0603 -> end before start
aniso8601: 2026-05-31/06-03 -> 2026-05-31 2026-06-03
aniso8601: 2026-05-01/05 -> 2026-05-01 2026-05-05
END
