#!/usr/bin/env bash
# Package: @markwhen/parser 1.2.0 (npm), the reader of Markwhen's timelines.
# Guess:   `2026-5: Learn C` is of May 2026, as `2026-05` and `5/2026` are, or it is no event and somebody is told.
# Instead: it is the first five hours of 2026, which is read as a year and "5" of something. 30 February and month 13
#          are this very moment, and 2020s ends 2020 seconds from now. A span of two days with a hyphen is nothing at all, while
#          one of two months, `5/2026 - 6/2026`, is read. The list of messages is empty for each.
# Matters: a timeline is written by hand: events are filed under New Year or move on with the clock, and others are
#          gone, with nothing to see but a line that is missing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . @markwhen/parser@1.2.0 > /dev/null
cat > read.mjs <<'END'
import { parse } from '@markwhen/parser';
const day = (iso) => (Math.abs(new Date(iso) - Date.now()) < 6e4 ? 'now' : iso.slice(0, 16));
for (const text of ['2026-05', '5/2026', '2026-5', '2026-02-30', '2026-13', '2020s', '5/2026 - 6/2026', '2026-05-01/2026-05-03',
  '2026-05-01 - 2026-05-03']) {
  const { events, parseMessages } = parse(text + ': Learn C');
  const found = (events.children ?? []).map(({ dateRangeIso: range }) => {
    const last = new Date(range.toDateTimeIso) - Date.now();
    return day(range.fromDateTimeIso) + ' to ' + (last > 6e4 && last < 36e5 ? 'soon' : day(range.toDateTimeIso));
  });
  console.log(text, '->', found.join() || 'nothing', '| messages:', (parseMessages ?? []).length);
}
END
TZ=UTC node read.mjs | tee seen
diff seen - <<'END'
2026-05 -> 2026-05-01T00:00 to 2026-06-01T00:00 | messages: 0
5/2026 -> 2026-05-01T00:00 to 2026-06-01T00:00 | messages: 0
2026-5 -> 2026-01-01T00:00 to 2026-01-01T05:00 | messages: 0
2026-02-30 -> now to now | messages: 0
2026-13 -> now to now | messages: 0
2020s -> now to soon | messages: 0
5/2026 - 6/2026 -> 2026-05-01T00:00 to 2026-07-01T00:00 | messages: 0
2026-05-01/2026-05-03 -> 2026-05-01T00:00 to 2026-05-04T00:00 | messages: 0
2026-05-01 - 2026-05-03 -> nothing | messages: 0
END
