#!/usr/bin/env bash
# Package: python-dateutil 2.9.0.post0, pandas 3.1.1 and parsedatetime 2.6 (PyPI).
# Guess:   a span of days in ISO's form, "2026-05-31/2026-06-03" or shorter "2026-05-31/06-03", is read as its first
#          day or refused; "late 2026" is refused or some day in 2026.
# Instead: dateutil, and pandas with it, take the year of the second day for a clock and what follows for a zone:
#          31 May at 20:26, three hours west of Greenwich ("-06" goes nowhere), or at 06:00 there in the shorter form.
#          parsedatetime takes 2026 for a clock too: "late 2026" is today at 20:26, and it says that it understood.
# Matters: a `date` that somebody wrote as a span becomes a moment to the minute, and is sorted and printed as one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q python-dateutil==2.9.0.post0 pandas==3.1.1 parsedatetime==2.6
env/bin/python - <<'END' | tee seen
from datetime import datetime

import pandas
import parsedatetime
from dateutil import parser

for text in ("2026-05-31/2026-06-03", "2026-05-31/06-03"):
    print("dateutil", text, "is", parser.parse(text))
    print("pandas", text, "is", pandas.Timestamp(text))
day, understood = parsedatetime.Calendar().parseDT("late 2026", datetime(2020, 2, 1, 9))
print("parsedatetime late 2026 is", day, "understood" if understood else "not understood")
END
diff seen - <<'END'
dateutil 2026-05-31/2026-06-03 is 2026-05-31 20:26:00-03:00
pandas 2026-05-31/2026-06-03 is 2026-05-31 20:26:00-03:00
dateutil 2026-05-31/06-03 is 2026-05-31 06:00:00-03:00
pandas 2026-05-31/06-03 is 2026-05-31 06:00:00-03:00
parsedatetime late 2026 is 2020-02-01 20:26:00 understood
END
