#!/usr/bin/env bash
# Package: xlsx (SheetJS) 0.18.5 (npm).
# Guess:   of a CSV with semicolons, which is what spreadsheets write where the comma is the decimal mark, "1,5" is 1.5, or
#          at least stays the text "1,5".
# Instead: each comma in a number is dropped, wherever it stands: "1,5" is 15 and "0,75" is 75, while "12,5 kg" stays text. A
#          month, "2026-05", is a number of days, and so is the ratio "3-4"; a week of the year stays text.
# Matters: who reads a table of amounts, scores or estimates that a colleague exported gets values ten times too large or
#          larger, of the right type, and nothing raises.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . xlsx@0.18.5 > /dev/null
cat > table.csv <<'END'
milestone;amount
Read;1,5
Run;0,75
Weigh;12,5 kg
Month;2026-05
Ratio;3-4
Week;2026-W23
END
cat > read.cjs <<'END'
const { read, utils } = require('xlsx');
const book = read(require('fs').readFileSync('table.csv', 'utf8'), { type: 'string' });
for (const { milestone, amount } of utils.sheet_to_json(book.Sheets[book.SheetNames[0]]))
  console.log(milestone, typeof amount, milestone === 'Ratio' ? amount > 30000 : amount);
END
TZ=UTC node read.cjs | tee seen
diff seen - <<'END'
Read number 15
Run number 75
Weigh string 12,5 kg
Month number 46143
Ratio number true
Week string 2026-W23
END
