#!/usr/bin/env bash
# Package: cffconvert 2.0.0, its BibTeX read with pybtex 0.26.1.
# Guess:   a CITATION.cff becomes a BibTeX entry that cites what its authors ask to be cited, with the authors that it
#          names.
# Instead: `preferred-citation` is passed over: the entry is the software and not the paper. A team's name goes
#          without braces into a list that BibTeX splits at "and": "The Wren and Lark Team" is two more persons,
#          Wren and Team. `%` and `&` of the title stand bare; to TeX the first begins a comment.
# Matters: the reference that a project hands out names people who do not exist, and the citation that it asks for
#          is in none of the formats.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q cffconvert==2.0.0 pybtex==0.26.1
cat > CITATION.cff <<'END'
cff-version: 1.2.0
message: Please cite the paper.
title: "Wren: 100% of R&D"
type: software
authors:
  - family-names: Berg
    given-names: Ada
  - name: The Wren and Lark Team
date-released: 2026-05-03
preferred-citation:
  type: article
  title: Counting wrens
  authors:
    - family-names: Berg
      given-names: Ada
  journal: Birds
  year: 2026
END
env/bin/cffconvert --validate > /dev/null
env/bin/cffconvert -f bibtex > made.bib
cat > read.py <<'END'
from pybtex.database import parse_file

for entry in parse_file("made.bib").entries.values():
    print(entry.type, "|", entry.fields["title"])
    for person in entry.persons["author"]:
        print("author:", person)
END
env/bin/python read.py | tee seen
diff seen - <<'END'
misc | Wren: 100% of R&D
author: Berg, Ada
author: Wren, The
author: Team, Lark
END
