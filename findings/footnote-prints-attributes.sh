#!/usr/bin/env bash
# Package: Markdown 3.11.3 (Python-Markdown: its footnotes and attr_list, under MkDocs, Material and Zensical).
# Guess:   `{: .source }` below a paragraph gives it a class in a footnote as in every other place, or in none.
# Instead: the link back to the text is put behind the last paragraph of each footnote before attributes are read, so the
#          last one's are printed to readers, and those of the paragraphs before it are read. Lists and quotes take theirs.
# Matters: a site that moves from kramdown or PHP Markdown Extra, which have the same marks, prints them in small type at the
#          end of its pages, where nobody looks.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q Markdown==3.11.3
cat > read.py <<'END'
import re

import markdown

text = """A claim[^1], and another[^2].

> Said by all.
{: .source }

[^1]: From a book.
    {: .source }

[^2]: From a diary.
    {: .source }

    Page 12.
"""
html = markdown.markdown(text, extensions=["footnotes", "attr_list"])
for line in re.findall(r"<p.*?</p>", html, re.DOTALL):
    print(" ".join(re.sub(r"<a class=.footnote-backref.*?</a>|<sup.*?</sup>|&#160;", "", line).split()))
END
env/bin/python read.py | tee seen
diff seen - <<'END'
<p>A claim, and another.</p>
<p class="source">Said by all.</p>
<p>From a book. {: .source }</p>
<p class="source">From a diary.</p>
<p>Page 12.</p>
END
