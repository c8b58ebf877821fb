#!/usr/bin/env bash
# Package: pybtex 0.26.1.
# Guess:   a bibliography that is read and written again means the same.
# Instead: the writer escapes what it takes for plain text: `50\% done` becomes `50\\% done` (a new line,
#          then a comment that swallows the rest), `$x_1$` becomes `$x\_1$`, and addresses and DOIs get
#          backslashes. A second round adds more of them.
# Matters: "export bibtex" of a site's evidence by reading and writing ruins titles and links, and TeX
#          tells so only when somebody cites the entry.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pybtex==0.26.1
cat > refs.bib <<'END'
@misc{a, title = {On $x_1$}, note = {50\% done}, url = {https://example.org/a_b}}
END
cat > round.py <<'END'
from pybtex.database import parse_string

text = open("refs.bib").read()
for _ in range(2):
    text = parse_string(text, "bibtex").to_string("bibtex")
    print("\n".join(line.strip() for line in text.splitlines() if "=" in line))
END
env/bin/python round.py | tee seen
diff seen - <<'END'
title = "On $x\_1$",
note = "50\\% done",
url = "https://example.org/a\_b"
title = "On $x\\_1$",
note = "50\\\% done",
url = "https://example.org/a\\_b"
END
