#!/usr/bin/env bash
# Package: bibtexparser 2.0.0b9 (pip) with its LatexDecodingMiddleware, and the pylatexenc 2.11 that this calls.
# Guess:   decoding LaTeX makes É of `{\\'E}` in titles and names, and leaves `url` alone, which biblatex takes word for word.
# Instead: all fields are decoded, and in LaTeX a percent sign begins a comment and ~ is a blank: of
#          https://birds.example/a%20wren the address https://birds.example/a is left, and of /~wren/ a link with a
#          blank in it that does not break. No block counts as failed.
# Matters: links of a list of works lead elsewhere, to a folder that may well exist: a checker of links finds nothing wrong.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q bibtexparser==2.0.0b9 pylatexenc==2.11
cat > works.bib <<'END'
@online{wren, title = {{\'E}tude of Wrens}, url = {https://birds.example/a%20wren?page=2}}
@online{lark, title = {Larks}, url = {https://birds.example/~lark/}}
END
cat > read.py <<'END'
import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware

works = bibtexparser.parse_file("works.bib", append_middleware=[LatexDecodingMiddleware()])
for entry in works.entries:
    for field in entry.fields:
        print(entry.key, field.key, ascii(field.value))
print("failed:", len(works.failed_blocks))
END
env/bin/python read.py | tee seen
diff seen - <<'END'
wren title '\xc9tude of Wrens'
wren url 'https://birds.example/a'
lark title 'Larks'
lark url 'https://birds.example/\xa0lark/'
failed: 0
END
