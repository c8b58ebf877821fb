#!/usr/bin/env bash
# Package: calcurse 4.7.1, as Debian has it, a calendar of the terminal.
# Guess:   its import of a calendar leaves out what was cancelled, or marks it, and keeps the day on which a task is due; what it
#          writes is the calendar that it read.
# Instead: a cancelled meeting takes place, and a cancelled task is open, with the priority 0. The due day of a task is gone. A
#          conference of three days is written back as a one-day event that comes back each day, three times. The report
#          counts nothing as skipped.
# Matters: who keeps milestones and due days of a roadmap there has all of the tasks and none of the days, and shows others
#          what is off as on.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
dpkg -s calcurse > /dev/null 2>&1 || apt-get install -y -qq calcurse > /dev/null
export TZ=UTC
item() { printf 'BEGIN:%s\nUID:%s@birds.example\nDTSTAMP:20260101T000000Z\nSUMMARY:%s\n%b\nEND:%s\n' "$1" "${2// /-}" "$2" "$3" "$1"; }
{
    printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//birds.example//wrens//EN\n'
    item VEVENT 'Meeting that is off' 'DTSTART;VALUE=DATE:20260507\nSTATUS:CANCELLED'
    item VEVENT 'Conference' 'DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260504'
    item VTODO 'Task that is off' 'STATUS:CANCELLED'
    item VTODO 'Task for June' 'DUE;VALUE=DATE:20260601\nPRIORITY:5'
    printf 'END:VCALENDAR\n'
} | sed 's/$/\r/' > wrens.ics
mkdir data
{
    calcurse --version | head -n 1 | cut -d' ' -f1,2
    calcurse -D data -i wrens.ics 2>&1 | grep -E 'skipped'
    sed 's/>[0-9a-f]\{40\}//' data/apts
    cat data/todo
    calcurse -D data --export=ical | tr -d '\r' | grep -A 3 -E 'BEGIN:V(EVENT|TODO)' | grep -vE 'BEGIN|END|--'
} | tee seen
diff seen - <<'END'
calcurse 4.7.1
0 apps / 2 events / 2 todos / 0 skipped
05/01/2026 [1] {1D -> 05/03/2026}  Conference
05/07/2026 [1] Meeting that is off
[5] Task for June
[0] Task that is off
DTSTART;VALUE=DATE:20260501
RRULE:FREQ=DAILY;UNTIL=20260503
SUMMARY:Conference
DTSTART;VALUE=DATE:20260507
SUMMARY:Meeting that is off
PRIORITY:5
SUMMARY:Task for June
PRIORITY:0
SUMMARY:Task that is off
END
