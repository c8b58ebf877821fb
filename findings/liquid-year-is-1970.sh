#!/usr/bin/env bash
# Package: Jekyll 4.3.1 with Liquid 5.4.0, as Debian has them, liquidjs 10.30.1 (npm) and python-liquid 2.3.6 (pip).
# Guess:   `{{ page.since | date: "%Y" }}` of `since: 2026` prints 2026, and that of 2026-05 the month.
# Instead: all three print 1970: a year alone is a count of seconds, in quotes too, and 20260501 is of August 1970. Of the month
#          Ruby prints the text and no date, JavaScript 1 May, and Python the day of May that today is of its month.
# Matters: a list of "since" years is written with years in some rows and days in others; the template that is right for days
#          dates the rest to the birth of Unix.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ruby -e "gem 'jekyll', '4.3.1'; gem 'liquid', '5.4.0'" 2> /dev/null || apt-get install -y -qq jekyll > /dev/null
python3 -m venv env
env/bin/pip install -q python-liquid==2.3.6
npm install --silent --no-audit --no-fund --prefix . liquidjs@10.30.1 > /dev/null
export TZ=UTC
mkdir blog
printf -- '---\na: 2026\nb: "2026"\nc: 20260501\nd: 2026-05\n---\n' > blog/index.html
for name in a b c d; do printf '{{ page.%s | date: "%%Y-%%m-%%d" }} ' $name >> blog/index.html; done
jekyll build -q -s blog -d out
cat > print.mjs <<'END'
import { Liquid } from 'liquidjs';
const engine = new Liquid();
const days = [2026, '2026', 20260501, '2026-05'].map((v) => engine.parseAndRenderSync('{{ v | date: "%Y-%m-%d" }}', { v }));
console.log('JavaScript:', ...days);
END
cat > print.py <<'END'
from datetime import date

from liquid import Template

days = [Template('{{ v | date: "%Y-%m-%d" }}').render(v=v) for v in (2026, "2026", 20260501, "2026-05")]
today = f"2026-05-{date.today():%d}"
print("Python:", *("the day of today" if day == today else day for day in days))
END
{ echo "Ruby: $(sed 's/ *$//' out/index.html)"; node print.mjs; env/bin/python print.py; } | tee seen
diff seen - <<'END'
Ruby: 1970-01-01 1970-01-01 1970-08-23 2026-05
JavaScript: 1970-01-01 1970-01-01 1970-08-23 2026-05-01
Python: 1970-01-01 1970-01-01 1970-08-23 the day of today
END
