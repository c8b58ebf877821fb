#!/usr/bin/env bash
# Package: Markdown 3.11.3 with its extension smarty, and smartypants 2.0.2 (Pelican's typography), beside
#          markdown-it-py 4.3.0.
# Guess:   the ' in `CVPR'25` is an apostrophe: there is a letter before it, as in "don't", and an opening
#          quote stands in no word.
# Instead: both write CVPR‘25, with the sign that opens a quotation. A letter after it makes an apostrophe, a
#          digit never does, and that of a possessive in the same word is right: PLDI‘25’s. The one case of
#          digits that smarty was taught are decades: ’90s, but ‘25.
# Matters: each list of publications names conferences so; the wrong sign is in the page, its feed and its
#          search, where somebody who types CVPR'25 or CVPR’25 finds nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q markdown==3.11.3 smartypants==2.0.2 markdown-it-py==4.3.0
cat > quotes.py <<'END'
from html import unescape

import markdown
from markdown_it import MarkdownIt
from smartypants import smartypants

other = MarkdownIt("commonmark", {"typographer": True}).enable("smartquotes")
for text in ("CVPR'25 and ICML'26", "PLDI'25's best paper", "don't", "the '90s, and '25"):
    by_smarty = unescape(markdown.markdown(text, extensions=["smarty"]))
    print(" | ".join((by_smarty[3:-4], unescape(smartypants(text)), other.render(text).strip()[3:-4])))
END
env/bin/python quotes.py | tee seen
diff seen - <<'END'
CVPR‘25 and ICML‘26 | CVPR‘25 and ICML‘26 | CVPR’25 and ICML’26
PLDI‘25’s best paper | PLDI‘25’s best paper | PLDI’25’s best paper
don’t | don’t | don’t
the ’90s, and ‘25 | the ‘90s, and ‘25 | the '90s, and '25
END
