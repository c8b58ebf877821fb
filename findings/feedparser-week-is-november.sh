#!/usr/bin/env bash
# Package: feedparser 6.0.14.
# Guess:   a date that is no time of the calendar gives no `published_parsed`, as `13/05/2026` gives none; and a
#          named zone is counted or refused.
# Instead: 31 February is 3 March; the week 2026-W18 (of April) is 1 November, the day 2026-123 (3 May) is
#          1 December; EST is counted, and CEST is taken for Greenwich, two hours off.
# Matters: a page that sorts posts of several feeds shows them in months they are not from; who tests for
#          None, which other wrong dates give, is told that all is well.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q feedparser==6.0.14
cat > days.py <<'END'
import feedparser

for day in (
    "13/05/2026",
    "2026-02-31",
    "2026-W18",
    "2026-123",
    "Sun, 03 May 2026 12:00:00 EST",
    "Sun, 03 May 2026 12:00:00 CEST",
):
    item = f"<item><title>A</title><pubDate>{day}</pubDate></item>"
    feed = f'<rss version="2.0"><channel><title>x</title>{item}</channel></rss>'
    read = feedparser.parse(feed).entries[0].get("published_parsed")
    print(f"{day}:", read and "{}-{:02}-{:02} {:02}:{:02}".format(*read[:5]))
END
env/bin/python days.py | tee seen
diff seen - <<'END'
13/05/2026: None
2026-02-31: 2026-03-03 00:00
2026-W18: 2026-11-01 00:00
2026-123: 2026-12-01 00:00
Sun, 03 May 2026 12:00:00 EST: 2026-05-03 17:00
Sun, 03 May 2026 12:00:00 CEST: 2026-05-03 12:00
END
