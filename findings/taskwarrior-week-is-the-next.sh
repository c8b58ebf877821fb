#!/usr/bin/env bash
# Package: Taskwarrior 2.6.2, as Debian has it.
# Guess:   a due day of 2026-W18, which it takes as ISO 8601's week, is Monday, 27 April, and 2026-W18-1 is the same day; P1M from
#          31 January is the end of February.
# Instead: the week begins on its last day, Sunday, 3 May, whatever `weekstart` says, and its Monday is 4 May, the Monday of week
#          19; its Sunday, 2026-W18-7, is no day. In 2027 it is one day, in the other direction. A month is 30 days and a year
#          365: a year from 2024-01-01 ends in 2024.
# Matters: what is planned by weeks is due a week late, and on another day of the week each year; the list says "4 May" and
#          nothing of a week.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
dpkg -s taskwarrior > /dev/null 2>&1 || apt-get install -y -qq taskwarrior > /dev/null
export TZ=UTC TASKDATA="$work/tasks" TASKRC="$work/taskrc"
mkdir tasks
printf 'confirmation=off\nverbose=nothing\nweekstart=monday\n' > taskrc
cat > week.py <<'END'
import datetime
import sys

print(datetime.datetime.strptime((sys.argv[1] + "-1")[:10], "%G-W%V-%u").date())
END
{
    task --version
    for day in 2026-W18 2026-W18-1 2026-W18-7 2027-W01; do
        read=$(task calc "$day" 2>&1 || true)
        echo "$day: Python $(python3 week.py "$day"), task ${read%T*}"
    done
    task add Draw due:2026-W18-1
    task export | grep -o '"due":"[^"]*"'
    for sum in 2026-01-31+P1M 2024-01-01+P1Y; do echo "$sum: $(task calc "$sum")"; done
} | tee seen
diff seen - <<'END'
2.6.2
2026-W18: Python 2026-04-27, task 2026-05-03
2026-W18-1: Python 2026-04-27, task 2026-05-04
2026-W18-7: Python 2026-05-03, task Cannot subtract strings
2027-W01: Python 2027-01-04, task 2027-01-03
"due":"20260504T000000Z"
2026-01-31+P1M: 2026-03-02T00:00:00
2024-01-01+P1Y: 2024-12-31T00:00:00
END
