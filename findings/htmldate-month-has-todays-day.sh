#!/usr/bin/env bash
# Package: htmldate 1.11.0 (PyPI).
# Guess:   the day of a page that says only its month, `<time datetime="2025-05">` or as much in a `meta`, is the 1st
#          of May, as it is the 1st of January where it says only the year; at the least it is the same tomorrow.
# Instead: it is the day of May that the calendar shows when the page is read: 28 May on a 28th, 3 May on a 3rd.
#          The quarter 2025-Q3 is 1 January.
# Matters: whoever gathers posts of other sites with it, or with trafilatura which uses it, sorts the same unchanged
#          page elsewhere each day.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q htmldate==1.11.0
env/bin/python - <<'END' | tee seen
from datetime import date

import htmldate

today = date.today().replace(year=2025, month=5).isoformat()
for mark in (
    '<time datetime="2025">2025</time>',
    '<time datetime="2025-Q3">summer</time>',
    '<time datetime="2025-05">May</time>',
    '<meta property="article:published_time" content="2025-05">',
):
    head, body = (mark, "") if mark.startswith("<meta") else ("", mark)
    page = f"<html><head><title>Run</title>{head}</head><body><article>{body}<p>Text.</p></article></body></html>"
    found = htmldate.find_date(page, original_date=True)
    print(mark, "is", "the day of today, in May 2025" if found == today else found)
END
diff seen - <<'END'
<time datetime="2025">2025</time> is 2025-01-01
<time datetime="2025-Q3">summer</time> is 2025-01-01
<time datetime="2025-05">May</time> is the day of today, in May 2025
<meta property="article:published_time" content="2025-05"> is the day of today, in May 2025
END
