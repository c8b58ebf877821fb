#!/usr/bin/env bash
# Package: iso8601 2.1.0 (pip), beside isodate 0.7.2, ciso8601 2.4.1, aniso8601 10.0.1, pendulum 3.3.0, arrow 1.4.0.
# Guess:   a reader named after ISO 8601 reads 2026-121, the standard's day of the year, as 1 May, or refuses it.
# Instead: iso8601 reads 21 January: the digits after the year are to it a month of one digit and a day of two. So
#          days 101 to 131, 201 to 228 and 301 to 331 are days of the first three months, and all others are
#          refused. The five other readers agree on the standard's day.
# Matters: days of the year stand in names of data files and logs. A series comes in with some of its days refused and
#          the others months too early, in their right order; whoever leaves out what is refused sees nothing amiss.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q iso8601==2.1.0 isodate==0.7.2 ciso8601==2.4.1 aniso8601==10.0.1 pendulum==3.3.0 arrow==1.4.0
cat > read.py <<'END'
import aniso8601
import arrow
import ciso8601
import isodate
import iso8601
import pendulum

readers = {
    "iso8601": iso8601.parse_date, "isodate": isodate.parse_date, "ciso8601": ciso8601.parse_datetime,
    "aniso8601": aniso8601.parse_date, "pendulum": pendulum.parse, "arrow": arrow.get,
}
for text in ("2026-121", "2026-228", "2026-230"):
    for name, read in readers.items():
        try:
            day = read(text).isoformat()[:10]
        except Exception as error:
            day = type(error).__name__
        print(text, name, day)
END
env/bin/python read.py | tee seen
diff seen - <<'END'
2026-121 iso8601 2026-01-21
2026-121 isodate 2026-05-01
2026-121 ciso8601 2026-05-01
2026-121 aniso8601 2026-05-01
2026-121 pendulum 2026-05-01
2026-121 arrow 2026-05-01
2026-228 iso8601 2026-02-28
2026-228 isodate 2026-08-16
2026-228 ciso8601 2026-08-16
2026-228 aniso8601 2026-08-16
2026-228 pendulum 2026-08-16
2026-228 arrow 2026-08-16
2026-230 iso8601 ParseError
2026-230 isodate 2026-08-18
2026-230 ciso8601 2026-08-18
2026-230 aniso8601 2026-08-18
2026-230 pendulum 2026-08-18
2026-230 arrow 2026-08-18
END
