#!/usr/bin/env bash
# Package: pytodotxt 3.1.0 (pip), a reader and writer of todo.txt.
# Guess:   a task that nobody touched is written back as it was read; `x 2026-05-02 Read`, done on 2 May, keeps its day.
# Instead: the day is read, and not written, unless the task has a second day, that of its creation: after another
#          task was changed and the file saved, the line is `x Read`.
# Matters: the format asks for the day of completion and leaves that of creation to taste, and most apps leave it
#          out: a script that ticks one task takes the history of all others away.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pytodotxt==3.1.0
printf 'x 2026-05-02 Read about wrens\nx 2026-05-03 2026-05-01 Draw a lark\n(A) Learn C\n' > todo.txt
cat > change.py <<'END'
from pytodotxt import TodoTxt

tasks = TodoTxt("todo.txt")
tasks.parse()
print("read as done on", *(task.completion_date for task in tasks.tasks[:2]))
tasks.tasks[2].description = "Learn C++"
tasks.save()
END
{ env/bin/python change.py; cat todo.txt; } | tee seen
diff seen - <<'END'
read as done on 2026-05-02 2026-05-03
x Read about wrens
x 2026-05-03 2026-05-01 Draw a lark
(A) Learn C++
END
