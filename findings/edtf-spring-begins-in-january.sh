#!/usr/bin/env bash
# Package: edtf 5.0.2 (pip) and edtf 4.11.1 (npm): readers of one format, the dates of libraries and CSL's `edtf`.
# Guess:   `2026-21`, spring 2026, is the same quarter of a year to both, and winter has three months as the others.
# Instead: Python's spring is March to May, JavaScript's January to March; winter, `2026-24`, is December alone
#          to one and October to December to the other. The first third of the year, `2026-37`, ends in April
#          or in May. Python's reader of words makes February of "Q2 2026", and the whole year of its first half.
# Matters: a work of spring 2026 is in April to one reader and over by then to the other: lists sorted or filtered
#          by two tools differ, and a fortnight in January is in a winter for neither.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q edtf==5.0.2
npm install --silent --no-audit --no-fund --prefix . edtf@4.11.1 > /dev/null
cat > read.py <<'END'
from edtf import parse_edtf, text_to_edtf

for text in ("2026-21", "2026-22", "2026-23", "2026-24", "2026-37"):
    first, last = (parse_edtf(text).lower_strict(), parse_edtf(text).upper_strict())
    print(text, "in Python", *("%d-%02d-%02d" % day[:3] for day in (first, last)))
for text in ("Q2 2026", "first half of 2026", "2026-05-01 to 2026-06-01", "spring 2026"):
    print(text, "is", text_to_edtf(text))
END
cat > read.mjs <<'END'
import edtf from 'edtf';
const day = (time) => new Date(time).toISOString().slice(0, 10);
for (const text of ['2026-21', '2026-22', '2026-23', '2026-24', '2026-37'])
  console.log(text, 'in JavaScript', day(edtf(text).min), day(edtf(text).max));
END
{ env/bin/python read.py; node read.mjs; } | tee seen
diff seen - <<'END'
2026-21 in Python 2026-03-01 2026-05-31
2026-22 in Python 2026-06-01 2026-08-31
2026-23 in Python 2026-09-01 2026-11-30
2026-24 in Python 2026-12-01 2026-12-31
2026-37 in Python 2026-01-01 2026-04-30
Q2 2026 is 2026-02
first half of 2026 is 2026
2026-05-01 to 2026-06-01 is 2026-05-01
spring 2026 is 2026-21
2026-21 in JavaScript 2026-01-01 2026-03-31
2026-22 in JavaScript 2026-04-01 2026-06-30
2026-23 in JavaScript 2026-07-01 2026-09-30
2026-24 in JavaScript 2026-10-01 2026-12-31
2026-37 in JavaScript 2026-01-01 2026-05-31
END
