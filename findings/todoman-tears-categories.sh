#!/usr/bin/env bash
# Package: todoman 4.7.0 with icalendar 7.3.2 (pip), tasks of calendars in the terminal.
# Guess:   a change of a task's place leaves all else in its file as it was; a task that begins on 1 May and takes ten days, which
#          RFC 5545 lets one write instead of a due day, is due then.
# Instead: the category "Birds, small" is shown as two, and saved as two, the second with a blank before it; the next reader has
#          both. The task with a DURATION has no due day, and is listed before all that have one.
# Matters: one look at a synced list with one edit in it renames categories for everybody, and tears a goal from its tasks; what is
#          planned with a start and a length is never due.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q todoman==4.7.0 icalendar==7.3.2
mkdir tasks tasks/birds
task() {
    printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//birds.example//wrens//EN\nBEGIN:VTODO\nUID:%s\nDTSTAMP:20260101T000000Z\n' "$1"
    printf 'SUMMARY:%s\n%b\nEND:VTODO\nEND:VCALENDAR\n' "$1" "$2"
}
task Draw 'CATEGORIES:Birds\\, small,C++' | sed 's/$/\r/' > tasks/birds/draw.ics
task Read 'DTSTART;VALUE=DATE:20260501\nDURATION:P10D' | sed 's/$/\r/' > tasks/birds/read.ics
printf 'path = "%s/tasks/*"\ndate_format = "%%Y-%%m-%%d"\ndefault_list = "birds"\ncache_path = "%s/cache"\n' "$work" "$work" > conf.py
todo() { TZ=UTC env/bin/todo -c conf.py "$@"; }
{
    todo --porcelain list | python3 -c "import json, sys; [print(t['summary'], t['categories'], t['due']) for t in sorted(json.load(sys.stdin), key=lambda t: t['summary'])]"
    grep CATEGORIES tasks/birds/draw.ics
    number=$(todo --porcelain list | python3 -c "import json, sys; print(next(t['id'] for t in json.load(sys.stdin) if t['summary'] == 'Draw'))")
    todo edit "$number" --location Hedge > /dev/null
    grep CATEGORIES tasks/birds/draw.ics
} | tr -d '\r' | tee seen
diff seen - <<'END'
Draw ['Birds', ' small', 'C++'] None
Read [] None
CATEGORIES:Birds\, small,C++
CATEGORIES:Birds, small,C++
END
