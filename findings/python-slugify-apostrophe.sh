#!/usr/bin/env bash
# Package: python-slugify 9.2.0.
# Guess:   a heading has one slug whether its apostrophe is typed straight or set round by an editor; and two numbers
#          apart in a list stay apart.
# Instead: "Don't guess" gives don-t-guess and "Don’t guess" dont-guess; "Steps 1,2 and 3" gives steps-12-and-3, since
#          a comma between digits always goes as one of thousands does.
# Matters: links break when an editor or a plugin turns quotes round; and "Part 1,2" has the address of part 12.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q python-slugify==9.2.0
cat > slugs.py <<'END'
from slugify import slugify

for heading in ("Don't guess", "Don\u2019t guess", "Steps 1,2 and 3", "Steps 12 and 3", "Steps 1, 2 and 3"):
    print(slugify(heading))
END
env/bin/python slugs.py | tee seen
diff seen - <<'END'
don-t-guess
dont-guess
steps-12-and-3
steps-12-and-3
steps-1-2-and-3
END
