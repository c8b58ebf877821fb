#!/usr/bin/env bash
# Package: bibtexparser 2.1.0 (October 2026).
# Guess:   names from @string are put in wherever BibTeX would, also in sums (`me # " and " # them`),
#          or the block is among those that failed.
# Instead: a name that stands alone is replaced; a sum stays as its source text, signs and quotes
#          included, in a field that looks like any other. `failed_blocks` is empty.
# Matters: shared author lists and "volume # part" venues are written so; a publications page then shows
#          `me # " and " # "B. Roe"` as the author of the paper.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q bibtexparser==2.1.0
cat > refs.bib <<'END'
@string{me = "Ada Doe"}
@article{alone, author = me, title = {One}}
@article{sum, author = me # " and B. Roe", title = {Two}}
END
cat > read.py <<'END'
import bibtexparser

library = bibtexparser.parse_file("refs.bib")
for entry in library.entries:
    print(entry.key, "|", entry["author"])
print("failed:", len(library.failed_blocks))
END
env/bin/python read.py | tee seen
diff seen - <<'END'
alone | Ada Doe
sum | me # " and B. Roe"
failed: 0
END
