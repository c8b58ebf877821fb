#!/usr/bin/env bash
# Package: pydantic 2.14.4 (pip), with PyYAML 6.0.3, and zod 4.6.7 (npm), whose `z.coerce.date()` is Astro's way to check days.
# Guess:   a post's `updated:` that is empty, or says a year alone, is a mistake to a validator, or 1 January of that year.
# Instead: to zod nothing, a year and `false` are valid days, all of 1 January 1970. To pydantic a `datetime`
#          of 2026, or of "2026" in quotes, is 1970 as well; its `date` refuses them. And a `timedelta` of `P1M`, a month,
#          is 30 days, written back as P30D, and six years of P1Y from New Year end on the last day of December.
# Matters: the check that was to keep wrong days out lets them in: the post is the oldest of the blog, in sitemap and feed too.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pydantic==2.14.4 pyyaml==6.0.3
npm install --silent --no-audit --no-fund --prefix . zod@4.6.7 > /dev/null
cat > check.py <<'END'
import datetime

import yaml
from pydantic import TypeAdapter, ValidationError

for text in ("updated:", "updated: 2026", "updated: '2026'", "updated: '20260501'"):
    for kind in (datetime.datetime, datetime.date):
        try:
            print(text, "->", kind.__name__, TypeAdapter(kind).validate_python(yaml.safe_load(text)["updated"]))
        except ValidationError as error:
            print(text, "->", kind.__name__, error.errors()[0]["type"])
spans = TypeAdapter(datetime.timedelta)
for text in ("P1M", "P1Y"):
    print(text, "->", spans.dump_json(spans.validate_python(text)).decode())
print("2026-01-01 and six years:", datetime.date(2026, 1, 1) + 6 * spans.validate_python("P1Y"))
END
cat > check.mjs <<'END'
import { z } from 'zod';
for (const value of [null, 2026, false, '2026', '2026-W18']) {
  const { data, success } = z.coerce.date().safeParse(value);
  console.log('zod:', JSON.stringify(value), '->', success ? data.toISOString().slice(0, 10) : 'refused');
}
END
{ env/bin/python check.py; TZ=UTC node check.mjs; } | tee seen
diff seen - <<'END'
updated: -> datetime datetime_type
updated: -> date date_type
updated: 2026 -> datetime 1970-01-01 00:33:46+00:00
updated: 2026 -> date date_from_datetime_inexact
updated: '2026' -> datetime 1970-01-01 00:33:46+00:00
updated: '2026' -> date date_from_datetime_inexact
updated: '20260501' -> datetime 1970-08-23 11:55:01+00:00
updated: '20260501' -> date date_from_datetime_inexact
P1M -> "P30D"
P1Y -> "P1Y"
2026-01-01 and six years: 2031-12-31
zod: null -> 1970-01-01
zod: 2026 -> 1970-01-01
zod: false -> 1970-01-01
zod: "2026" -> 2026-01-01
zod: "2026-W18" -> refused
END
