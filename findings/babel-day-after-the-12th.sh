#!/usr/bin/env bash
# Package: Babel 2.19.0.
# Guess:   `parse_date` reads a day in the locale's order and refuses what the order can't give: in en_US,
#          `13/05/2026` has no month 13.
# Instead: where the month is over 12 it quietly swaps the two: a list of days written the British way and
#          read as en_US gives 5 December for `12/05/2026` and 13 May for `13/05/2026`.
# Matters: days from tables and old front matter come out wrong up to the twelfth of each month and right
#          after it, with no error to show that the locale was the wrong one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q babel==2.19.0
cat > read.py <<'END'
from babel.dates import parse_date

for text in ("11/05/2026", "12/05/2026", "13/05/2026", "14/05/2026"):
    print(text, parse_date(text, locale="en_US"), parse_date(text, locale="en_GB"))
END
env/bin/python read.py | tee seen
diff seen - <<'END'
11/05/2026 2026-11-05 2026-05-11
12/05/2026 2026-12-05 2026-05-12
13/05/2026 2026-05-13 2026-05-13
14/05/2026 2026-05-14 2026-05-14
END
