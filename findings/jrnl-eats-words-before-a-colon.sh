#!/usr/bin/env bash
# Package: jrnl 4.6 (pip), the journal of the command line.
# Guess:   jrnl takes what stands before the first colon for a time if it is one, as in "yesterday: ...", and for
#          words if it is not: the entry "Python 3.14: what is new." is of today and has its title.
# Instead: whatever a lenient reader of days finds in those words dates the entry, and all the words are deleted:
#          this one is "what is new." of 14 March, "March: ..." of the first of it, "Sun: ..." of a Sunday. Only "Week
#          18:" and "Lesson 5:" are words.
# Matters: a learner's journal is full of "Python 3.14:" and "May:": the subject is gone from the
#          journal and from its exports, and the entry is filed where nobody looks for it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q jrnl==4.6
cat > jrnl.yaml <<END
journals: {default: $work/journal.txt}
editor: ''
encrypt: false
template: false
timeformat: '%Y-%m-%d %H:%M'
default_hour: 9
default_minute: 0
tagsymbols: '@'
highlight: false
linewrap: 79
indent_character: '|'
colors: {body: none, date: none, tags: none, title: none}
version: v4.6
END
for text in 'Python 3.14: what is new.' 'March: the month of wrens.' 'Sun: a planet app.' 'May: a wren.' 'Week 18: an owl.' 'Lesson 5: nests.'; do
  rm -f journal.txt
  touch journal.txt
  env/bin/jrnl --config-file jrnl.yaml "$text" < /dev/null > /dev/null 2>&1
  stamp=$(grep -oE '^\[[^]]*' journal.txt | tr -d '[')
  case "$text" in
    Sun*) when="a $(LC_ALL=C date -d "$stamp" +%A)" ;;
    Week*|Lesson*) when="$([ "${stamp%% *}" = "$(date +%F)" ] && echo today || echo "$stamp")" ;;
    *) when=$(LC_ALL=C date -d "$stamp" '+%-d %B') ;;
  esac
  echo "$text -> $(sed -E 's/^\[[^]]*\] //' journal.txt | head -1) ($when)"
done | tee seen
diff seen - <<'END'
Python 3.14: what is new. -> what is new. (14 March)
March: the month of wrens. -> the month of wrens. (1 March)
Sun: a planet app. -> a planet app. (a Sunday)
May: a wren. -> a wren. (1 May)
Week 18: an owl. -> Week 18: an owl. (today)
Lesson 5: nests. -> Lesson 5: nests. (today)
END
