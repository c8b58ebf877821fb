#!/usr/bin/env bash
# Package: Arrow 1.4.0 (pip), beside Arrow 1.3.0.
# Guess:   `humanize()` of a day that is twenty days away says "in 2 weeks", as up to 1.3.0, and the month begins at about 30 days.
# Instead: since 1.4.0 all from the fifteenth day is "in a month": "2 weeks" is said of the fourteenth day alone, "3 weeks" and
#          "4 weeks" of none; and 46 days, which were a month, are two. `granularity="week"` still counts the weeks.
# Matters: "last seen", "updated" and "due in" double in the middle of a month with an update of a library: what is due in a
#          fortnight is said to be a month away.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > say.py <<'END'
import arrow

today, said = arrow.get("2026-05-01"), {}
for days in range(12, 60):
    said.setdefault(today.shift(days=days).humanize(today), []).append(days)
print(arrow.__version__, "; ".join(f"{words}: {days[0]}-{days[-1]}" for words, days in said.items()))
print(arrow.__version__, "20 days by week:", today.shift(days=20).humanize(today, granularity="week"))
END
for version in 1.3.0 1.4.0; do
    python3 -m venv env-$version
    env-$version/bin/pip install -q arrow==$version
    env-$version/bin/python say.py
done | tee seen
diff seen - <<'END'
1.3.0 in a week: 12-13; in 2 weeks: 14-20; in 3 weeks: 21-27; in 4 weeks: 28-30; in a month: 31-59
1.3.0 20 days by week: in 2 weeks
1.4.0 in a week: 12-13; in 2 weeks: 14-14; in a month: 15-45; in 2 months: 46-59
1.4.0 20 days by week: in 2 weeks
END
