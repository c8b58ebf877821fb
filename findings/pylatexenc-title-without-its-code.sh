#!/usr/bin/env bash
# Package: pylatexenc 2.11 (pip), with which bibtexparser 2.1 decodes the fields of BibTeX; beside latexcodec 3.0.1 (pip).
# Guess:   a command without a plain form loses its backslash or its braces, and keeps its words, as \emph and \textbf do; or it
#          stays as it stands.
# Instead: \texttt, \mbox, \textsf and \verb are taken out with all that they hold, and so are \LaTeX, \S, \pounds and the unit of
#          \SI: "A \LaTeX{} primer" is "A  primer", £5 is 5, half, as \sfrac{1}{2}, is 12. bibtexparser calls nothing failed.
#          latexcodec leaves what it does not know.
# Matters: in a list of papers on software the names of the software are gone from the titles, as \texttt is how they are set.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pylatexenc==2.11 bibtexparser==2.1.0 latexcodec==3.0.1
cat > read.py <<'END'
import codecs
from importlib import import_module

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware
from pylatexenc.latex2text import LatexNodes2Text

import_module("latexcodec")
for title in (r"\emph{Wrens} in \textbf{C++}", r"\texttt{numpy} in depth", r"From \mbox{C++} to \textsf{R}", r"A \LaTeX{} primer",
              r"\pounds 5 and \S 5", r"\sfrac{1}{2} and \SI{5}{\kilo\metre}"):
    print(title, "->", [LatexNodes2Text().latex_to_text(title), codecs.decode(title, "ulatex")])
entry = r"@book{wren, title = {Wrens with \texttt{numpy} and \LaTeX}}"
library = bibtexparser.parse_string(entry, append_middleware=[LatexDecodingMiddleware()])
print("bibtexparser:", repr(library.entries[0]["title"]), "failed:", len(library.failed_blocks))
END
env/bin/python read.py | tee seen
diff seen - <<'END'
\emph{Wrens} in \textbf{C++} -> ['Wrens in C++', '\\emph {Wrens} in \\textbf {C++}']
\texttt{numpy} in depth -> [' in depth', '\\texttt {numpy} in depth']
From \mbox{C++} to \textsf{R} -> ['From  to ', 'From \\mbox {C++} to \\textsf {R}']
A \LaTeX{} primer -> ['A  primer', 'A \\LaTeX {} primer']
\pounds 5 and \S 5 -> ['5 and 5', '£5 and §5']
\sfrac{1}{2} and \SI{5}{\kilo\metre} -> ['12 and 5', '\\sfrac {1}{2} and \\SI {5}{\\kilo \\metre }']
bibtexparser: 'Wrens with  and ' failed: 0
END
