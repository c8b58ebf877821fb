#!/usr/bin/env bash
# Package: Babel 2.19.0 (PyPI), beside the Intl of Node 20 or newer.
# Guess:   the week of 4 January 2027 is week 1 in German, with the locale `de` as with `de_DE`; Intl says of both that a
#          week belongs to the year in which most of its days lie.
# Instead: Babel knows the rule of a country only. A language alone (`de`, `fr`, `pl`, `sv`) has weeks that begin with
#          1 January whatever day that is: right all through 2026, one too high on each day of 2027.
# Matters: sites say `language: de`, without a country. "Week 18" of a roadmap is the week after the one meant, and a
#          test written in 2026 did not see it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q babel==2.19.0
cat > weeks.py <<'PY'
from datetime import date, timedelta

from babel.dates import format_date, format_skeleton

for locale in ("de", "de_DE", "fr", "fr_FR", "pl", "pl_PL", "sv", "sv_SE"):
    wrong = []
    for year in (2026, 2027):
        days = [date(year, 1, 4) + timedelta(days=n) for n in range(350)]
        wrong.append(sum(int(format_date(day, "w", locale=locale)) != day.isocalendar().week for day in days))
    print(locale, "days of 350 in another week:", *wrong)
print(format_skeleton("yw", date(2027, 1, 4), locale="de"))
print(format_skeleton("yw", date(2027, 1, 4), locale="de_DE"))
PY
cat > weeks.mjs <<'JS'
for (const name of ['de', 'de-DE']) {
  const locale = new Intl.Locale(name);
  console.log('Intl', name, 'least days of a first week:', (locale.getWeekInfo?.() ?? locale.weekInfo).minimalDays);
}
JS
{
  env/bin/python weeks.py
  node weeks.mjs
} | tee seen
diff seen - <<'SEEN'
de days of 350 in another week: 0 350
de_DE days of 350 in another week: 0 0
fr days of 350 in another week: 0 350
fr_FR days of 350 in another week: 0 0
pl days of 350 in another week: 0 350
pl_PL days of 350 in another week: 0 0
sv days of 350 in another week: 0 350
sv_SE days of 350 in another week: 0 0
Woche 2 des Jahres 2027
Woche 1 des Jahres 2027
Intl de least days of a first week: 4
Intl de-DE least days of a first week: 4
SEEN
